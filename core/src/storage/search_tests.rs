//! Every entry that fits is found, however it is written, and nothing that is typed is syntax.

use super::super::StorageError;
use super::super::journal_samples::{day, text};
use super::samples::{best_of, found, in_writing, newest_of, query, vault_of, vault_with};
use super::*;
use crate::journal::entry::EntryContent;
use proptest::prelude::*;
use std::sync::mpsc;

#[test]
fn words_are_found_in_any_spelling() {
    let (_folder, vault) = vault_of(&[
        "Die Straße nach Łódź",
        "STRASSE, sagte sie",
        "Diyarbakır'da İstanbul",
        "ΟΔΟΣ και οδός",
        "un cafe\u{301} noir",
        "le Café blanc",
        "soft\u{ad}hyphen ﬁne ｗｉｄｅ",
        "मैं घर गया",
        "we walked home; don’t ask",
    ]);
    for (typed, ids) in [
        ("strasse ", &[0, 1][..]),
        ("straße ", &[0, 1]),
        ("STRAẞE ", &[0, 1]),
        ("lodz ", &[0]),
        ("diyarbakir ", &[2]),
        ("DİYARBAKIR ", &[2]),
        ("istanbul ", &[2]),
        ("οδος ", &[3]),
        ("ΟΔΌΣ ", &[3]),
        ("café ", &[4, 5]),
        ("cafe ", &[4, 5]),
        ("CAFE\u{301} ", &[4, 5]),
        ("softhyphen fine wide ", &[6]),
        ("घर ", &[7]),
        ("गया ", &[7]),
        ("don't ", &[8]),
        ("walk", &[8]),
        ("walk ", &[]),
        ("wa", &[]),
        ("\"home don't\" ", &[8]),
        ("\"don't home\" ", &[]),
        ("walked ask ", &[8]),
        ("walked cafe ", &[]),
        ("", &[0, 1, 2, 3, 4, 5, 6, 7, 8]),
    ] {
        assert_eq!(found(&vault, typed), ids, "{typed}");
    }
}

#[test]
fn stretches_of_one_two_or_three_characters_are_found() {
    let (_folder, vault) = vault_of(&[
        "今日は日記を書いた。パンも食べた",
        "日曜日にiPhoneを買う",
        "오늘은 엄마와 걸었다",
        "วันนี้ฉันมีความสุข",
        "sunday 日 alone",
        "ﾊﾟﾝ",
        "no such letters",
    ]);
    for (typed, ids) in [
        ("日", &[0, 1, 4][..]),
        ("日記", &[0]),
        ("日記を", &[0]),
        ("日曜日に", &[1]),
        ("今日 日記", &[0]),
        ("日 記を書", &[0]),
        ("iphoneを買", &[1]),
        ("iphone", &[]),
        ("엄마", &[2]),
        ("엄마와", &[2]),
        ("걸었다", &[2]),
        ("ความสุข", &[3]),
        ("สุ", &[3]),
        ("パン", &[0, 5]),
        ("sunday 日", &[4]),
        ("日本", &[]),
        ("日本語の", &[]),
        ("\"日 alone\"", &[4]),
    ] {
        assert_eq!(found(&vault, typed), ids, "{typed}");
    }
}

#[test]
fn emoji_and_other_signs_are_found_as_they_are() {
    let (_folder, vault) = vault_of(&[
        "we are 👩\u{200d}👩\u{200d}👧 three",
        "a ❤\u{fe0f} for you",
        "plain ❤ here",
        "👍🏽 ok :-)",
        "nothing",
        "you🥰and🦊me 😀happy",
    ]);
    for (typed, ids) in [
        ("👩\u{200d}👩\u{200d}👧", &[0][..]),
        ("👧", &[0]),
        ("👩\u{200d}👩\u{200d}👦", &[]),
        ("❤", &[1, 2]),
        ("❤\u{fe0f}", &[1, 2]),
        ("❤ plain ", &[2]),
        ("👍", &[3]),
        ("👍🏿", &[]),
        ("you ", &[1, 5]),
        ("and🦊 ", &[5]),
        ("\"you 🥰 and\" ", &[5]),
        ("\"you and\" ", &[]),
        ("happy ", &[5]),
        (":-)", &[3]),
        ("%", &[]),
        ("_", &[]),
    ] {
        assert_eq!(found(&vault, typed), ids, "{typed}");
    }
}

#[test]
fn operators_of_the_index_are_only_words() {
    let (_folder, vault) = vault_of(&["bread and butter", "bread or not", "near the river", "title body"]);
    for (typed, ids) in [
        ("bread AND butter ", &[0][..]),
        ("bread OR butter ", &[]),
        ("bread NOT butter ", &[]),
        ("bread OR ", &[1]),
        ("NEAR(the river) ", &[2]),
        ("NEAR(river the) ", &[]),
        ("title:bread ", &[]),
        ("body ", &[3]),
        ("brea* ", &[]),
        ("^bread ", &[0, 1]),
        ("-bread ", &[0, 1]),
        ("(bread ", &[0, 1]),
        ("bread) + { } ", &[0, 1]),
        ("\"bread\"\" ", &[0, 1]),
        ("bre\"ad", &[]),
        ("AND", &[0]),
        ("* ", &[]),
        ("'; DROP TABLE entry; --", &[]),
    ] {
        assert_eq!(found(&vault, typed), ids, "{typed}");
    }
}

#[test]
fn filters_narrow_what_is_found() {
    let of = |body: &str, written_for: &str, tags: &[&str], feelings: &[&str], starred: bool| EntryContent {
        day: day(written_for),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        feelings: feelings.iter().map(|&feeling| feeling.to_owned()).collect(),
        starred,
        ..text(body)
    };
    let (_folder, vault) = vault_with(&[
        of("walk", "2026-11-23", &["Café", "work"], &["calm"], true),
        of("walk", "2026-11-01", &["work"], &["sad", "calm"], false),
        of("walk", "2026-10-31", &["two words"], &[], true),
        of("talk", "2025-12-31", &[], &["calm"], false),
    ]);
    for (typed, ids) in [
        ("tag:cafe", &[0][..]),
        ("tag:WORK", &[0, 1]),
        ("tag:work tag:café", &[0]),
        ("tag:\"two words\"", &[2]),
        ("tag:two", &[]),
        ("feeling:calm", &[0, 1, 3]),
        ("feeling:calm walk ", &[0, 1]),
        ("starred", &[0, 2]),
        ("starred tag:work", &[0]),
        ("from:2026-11", &[0, 1]),
        ("to:2026-10", &[2, 3]),
        ("from:2026-10-31 to:2026-11-01", &[1, 2]),
        ("from:2025 to:2025 talk ", &[3]),
        ("from:2026 talk ", &[]),
        ("to:2026-11-01 starred walk", &[2]),
        ("from:2026-12 to:2026-01", &[]),
        ("from:never walk ", &[0, 1, 2]),
    ] {
        assert_eq!(found(&vault, typed), ids, "{typed}");
    }
}

#[test]
fn the_best_come_first_and_a_title_weighs_more() {
    let titled = EntryContent { title: Some("The river".to_owned()), ..text("of many other words and things to say") };
    let (_folder, vault) = vault_with(&[
        text("the river and many other words and things to say"),
        titled,
        text("nothing of the kind"),
        text("the river and many other words and things to say"),
    ]);
    let hits = best_of(&vault, &query("river "), None, 10);
    assert_eq!(hits.iter().map(|hit| hit.key.id.as_bytes()[0]).collect::<Vec<_>>(), [1, 0, 3]);
    assert!(hits[0].rank < hits[1].rank && hits[1].rank.total_cmp(&hits[2].rank).is_eq(), "of equal ones the newest first");
}

/// Anything somebody may type: operators, quotes, scripts and signs, filters.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[ -~]{0,12}",
        "(AND|OR|NOT|NEAR|NEAR\\(|title:|body :|tag:|from:|to:|feeling:|starred|\"|\\*|\\^|\\+|-|\\{|\\}|\\(|\\)|:|,|\0|'|;|\\\\|%|_)",
        "[日本語あア한กမខລ]{1,5}",
        "[👩👧🦊❤\u{200d}\u{fe0f}\u{301}\u{20e3}]{1,5}",
        any::<char>().prop_map(String::from),
    ];
    (prop::collection::vec(piece, 0..12), "[ ]?").prop_map(|(pieces, parted)| pieces.join(&parted))
}

#[test]
fn whatever_is_typed_is_a_query() {
    let (_folder, vault) = vault_of(&["the lighthouse stands 日記帳 🦊", "other"]);
    let tried = |typed: &str| {
        if let Ok(query) = Query::read(typed, |_| None) {
            newest_of(&vault, &query, None, 51);
            best_of(&vault, &query, None, 51);
        }
    };
    for long in ["a ", "a\"b ", "日記帳", "日 ", "🦊", "🦊 ", "\"", "tag:a ", "\u{301}", "(", "a b c d ", "ab"] {
        let repeated: String = long.chars().cycle().take(1_000).collect();
        tried(&repeated);
        // A thousand characters, all of them different words.
        let numbered: Vec<String> = (0..500).map(|n| format!("{n}{}", long.trim())).collect();
        tried(&numbered.join(" ").chars().take(1_000).collect::<String>());
    }
    proptest!(ProptestConfig::with_cases(400), |(typed in typed())| tried(&typed));
}

#[test]
fn a_newer_search_interrupts_an_older_one_and_nothing_else() {
    const ENDLESS: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000) SELECT";
    let (_folder, vault) = vault_of(&["the lighthouse stands", "other"]);
    let (begun, begins) = mpsc::channel();
    let (older, newer) = std::thread::scope(|threads| {
        let older = threads.spawn(|| {
            vault.search_read(|tx, _| {
                // While these rows are open, SQLite remembers that it was interrupted.
                let mut statement = tx.prepare(&format!("{ENDLESS} i FROM n"))?;
                let mut rows = statement.query([])?;
                rows.next()?;
                begun.send(()).unwrap();
                let ended = tx.query_row(&format!("{ENDLESS} max(i) FROM n"), [], |row| row.get::<_, i64>(0));
                assert!(matches!(ended.map_err(StorageError::from), Err(StorageError::Interrupted)), "the statement itself");
                Ok::<_, StorageError>(())
            })
        });
        begins.recv().unwrap();
        // A reader and a writer are in the middle of their work while the newer search begins.
        let newer = vault.read(|reading| {
            let mut statement = reading.prepare("SELECT seq FROM entry")?;
            let mut rows = statement.query([])?;
            rows.next()?.unwrap();
            let newer = vault.write(|writing| {
                writing.execute("UPDATE entry SET mood = 1", [])?;
                let newer = vault.search_read(|tx, turn| newest(tx, &query("lighthouse "), None, 51, turn)).unwrap();
                writing.execute("UPDATE entry SET mood = 2", [])?;
                Ok::<_, StorageError>(newer)
            })?;
            rows.next()?.unwrap();
            Ok::<_, StorageError>(newer)
        });
        (older.join().unwrap(), newer.unwrap())
    });
    assert!(matches!(older, Err(StorageError::Interrupted)), "{older:?}");
    assert_eq!(newer.len(), 1);
    assert_eq!(in_writing(&vault, |tx| tx.query_row("SELECT sum(mood) FROM entry", [], |row| row.get::<_, i64>(0)).unwrap()), 4);
    assert_eq!(found(&vault, "lighthouse "), [0], "and the next ones are as always");
}
