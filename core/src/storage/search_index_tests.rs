//! The indexes hold every word of what is there and no word of what is gone, and a damaged one is made anew.

use super::super::Vault;
use super::super::entries::{self, Head};
use super::super::journal_samples::{day, id, saving, text, trashed};
use super::samples::{found, in_writing, query, vault_of};
use super::*;
use crate::journal::entry::{EntryContent, Kept};
use crate::journal::query::{FOUND, Marker, fold, has_unbroken_script, search_form};
use rusqlite::Connection;

/// Words that an index holds, and whether the bytes of its pages say `word` anywhere.
fn indexed(vault: &Vault, index: &str, word: &str) -> (Vec<String>, bool) {
    in_writing(vault, |tx| {
        tx.execute_batch(&format!("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {index}, row)")).unwrap();
        let words =
            tx.prepare("SELECT term FROM temp.words").unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        tx.execute_batch("DROP TABLE temp.words").unwrap();
        let pages = format!("SELECT count(*) FROM {index}_data WHERE instr(block, CAST(?1 AS BLOB)) > 0");
        let said = tx.query_row(&pages, [word], |row| row.get::<_, i64>(0)).unwrap() > 0;
        (words, said)
    })
}

fn holds(vault: &Vault, word: &str) -> bool {
    let (words, said) = indexed(vault, "entry_words", word);
    assert_eq!(words.iter().any(|known| known == word), said, "the pages say what the index says");
    said
}

fn head(vault: &Vault, byte: u8) -> Head {
    in_writing(vault, |tx| entries::head(tx, id(byte)).unwrap().unwrap())
}

fn rewrite(vault: &Vault, byte: u8, content: EntryContent) {
    in_writing(vault, |tx| {
        let before = entries::find(tx, id(byte)).unwrap().unwrap();
        entries::rewrite(tx, &before, &Kept::unchecked(content), before.revision + 1, &saving(10_000_000_000)).unwrap();
    });
}

#[test]
fn words_that_were_edited_away_are_in_no_page_of_the_index() {
    let (_folder, vault) = vault_of(&["the lighthouse waits", "Straße", "日記帳を書いた"]);
    assert!(holds(&vault, "lighthouse") && holds(&vault, "strasse"));
    rewrite(&vault, 0, text("the harbour waits"));
    rewrite(&vault, 1, text("allee"));
    assert!(!holds(&vault, "lighthouse") && !holds(&vault, "strasse") && holds(&vault, "harbour"));
    assert_eq!((found(&vault, "lighthouse "), found(&vault, "harbour "), found(&vault, "waits ")), (vec![], vec![0], vec![0]));

    assert!(indexed(&vault, "entry_grams", "日記帳").1);
    rewrite(&vault, 2, text("walked"));
    assert_eq!(indexed(&vault, "entry_grams", "日記帳"), (vec![], false), "no such letters are left in it");
    assert_eq!((found(&vault, "日記帳"), found(&vault, "walked ")), (vec![], vec![2]));
    rewrite(&vault, 2, text("日曜日"));
    assert_eq!(found(&vault, "日曜日"), [2]);
    assert!(in_writing(&vault, |tx| is_sound(tx).unwrap()));
}

#[test]
fn words_in_the_trash_are_in_no_page_of_the_index_and_come_back() {
    let (_folder, vault) = vault_of(&["the lighthouse stands", "日記帳", "other words"]);
    for byte in [0, 1] {
        let seq = head(&vault, byte).seq;
        in_writing(&vault, |tx| trashed(tx, seq, 1, day("2026-11-23")));
    }
    assert!(!holds(&vault, "lighthouse") && !indexed(&vault, "entry_grams", "日記帳").1);
    assert_eq!((found(&vault, "lighthouse "), found(&vault, "日記帳"), found(&vault, "")), (vec![], vec![], vec![2]));

    let seq = head(&vault, 0).seq;
    in_writing(&vault, |tx| entries::put_trashed(tx, seq, None).unwrap());
    assert_eq!((holds(&vault, "lighthouse"), found(&vault, "lighthouse ")), (true, vec![0]));

    in_writing(&vault, |tx| trashed(tx, seq, 1, day("2026-11-23")));
    for byte in [0, 1] {
        let seq = head(&vault, byte).seq;
        in_writing(&vault, |tx| entries::purge(tx, seq).unwrap());
    }
    assert!(!holds(&vault, "lighthouse") && holds(&vault, "other"));
    in_writing(&vault, |tx| {
        tx.execute("DELETE FROM entry", []).unwrap();
        assert!(is_sound(tx).unwrap(), "an entry that goes without the trash takes its words along, too");
    });
    assert_eq!(indexed(&vault, "entry_words", "other"), (vec![], false));
}

#[test]
fn a_change_of_anything_but_the_text_does_not_touch_the_indexes() {
    let (_folder, vault) = vault_of(&["the lighthouse 日記帳", "other"]);
    let pages = || -> Vec<(i64, Vec<u8>)> {
        in_writing(&vault, |tx| {
            let sql = "SELECT id, block FROM entry_words_data UNION ALL SELECT id, block FROM entry_grams_data";
            let mut statement = tx.prepare(sql).unwrap();
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
        })
    };
    let before = pages();
    let seq = head(&vault, 0).seq;
    in_writing(&vault, |tx| {
        entries::put_star(tx, seq, true).unwrap();
        tx.execute("UPDATE entry SET mood = 3, day = '2026-01-01', body = body, title = title", []).unwrap();
    });
    rewrite(&vault, 0, EntryContent { mood: Some(1), day: day("2026-02-02"), ..text("the lighthouse 日記帳") });
    assert!(before == pages());
    rewrite(&vault, 0, text("the lighthouse 日記帳!"));
    assert!(before != pages(), "a text that changed does");
}

#[test]
fn a_damaged_index_is_noticed_and_made_anew() {
    for damage in [
        "INSERT INTO entry_words (entry_words, rowid, title, body) VALUES ('delete', 1, '', 'the lighthouse 日記帳')",
        "INSERT INTO entry_words (rowid, title, body) VALUES (9, '', 'a word of nobody')",
        "INSERT INTO entry_grams (entry_grams, rowid, title, body) VALUES ('delete', 1, '', 'the lighthouse 日記帳')",
        "UPDATE entry_words_data SET block = zeroblob(length(block)) WHERE id > 10",
        "DELETE FROM entry_words_data WHERE id > 10",
        "DELETE FROM entry_grams_data WHERE id > 10",
        "DELETE FROM entry_grams_docsize",
    ] {
        let (_folder, vault) = vault_of(&["the lighthouse 日記帳", "other"]);
        in_writing(&vault, |tx| {
            assert!(is_sound(tx).unwrap());
            tx.execute_batch(damage).unwrap();
            assert!(!is_sound(tx).unwrap(), "{damage}");
            rebuild(tx).unwrap();
            assert!(is_sound(tx).unwrap(), "{damage}");
        });
        assert_eq!((found(&vault, "lighthouse "), found(&vault, "日記帳")), (vec![0], vec![0]), "{damage}");
    }
}

/// Words by words, rows by rows: what an index of the release makes of texts.
fn index_of(name: &str, texts: &[(char, String)]) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    let made_in = |step: &'static str| Some((step, step.find("CREATE VIRTUAL TABLE entry_words")?));
    let (made, from) = super::super::migrations::STEPS.iter().find_map(|step| made_in(step)).unwrap();
    let definition = made[from..from + made[from..].find(';').unwrap()].replace("content = 'entry_text', content_rowid = 'seq',", "");
    db.execute_batch(&definition.replace("entry_words", name)).unwrap();
    db.execute_batch(&format!("CREATE VIRTUAL TABLE words USING fts5vocab({name}, instance)")).unwrap();
    for (sign, text) in texts {
        db.execute(&format!("INSERT INTO {name} (rowid, body) VALUES (?1, ?2)"), params![u32::from(*sign), text]).unwrap();
    }
    db
}

fn words_of(db: &Connection) -> Vec<(u32, u32, String)> {
    let mut statement = db.prepare("SELECT doc, offset, term FROM words ORDER BY doc, offset, term").unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_text_that_is_not_stored_folded_gives_the_words_of_the_folded_one() {
    let stands = |sign: char| format!("ab{sign}cd {sign}");
    let as_it_is = |text: String| !has_unbroken_script(&text) && search_form("", &text).folded_body.is_none();
    let signs: Vec<char> = ('\u{1}'..='\u{1fbff}').filter(|sign| as_it_is(stands(*sign))).collect();
    assert!(signs.len() > 700 && signs.contains(&'é') && signs.contains(&'’') && signs.contains(&'😀'), "{}", signs.len());
    let of_written = index_of("written", &signs.iter().map(|sign| (*sign, stands(*sign))).collect::<Vec<_>>());
    let of_folded = index_of("folded", &signs.iter().map(|sign| (*sign, fold(&stands(*sign)))).collect::<Vec<_>>());
    let (written, expected) = (words_of(&of_written), words_of(&of_folded));
    let other: Vec<_> = written.iter().zip(&expected).find(|(one, other)| one != other).into_iter().collect();
    assert!(written == expected, "{other:?}");

    // And what the index parts, the marks of a snippet part too.
    let marker = Marker::of(&query("cd "));
    let parted: Vec<u32> = written.into_iter().filter(|(_, _, word)| word == "cd").map(|(sign, _, _)| sign).collect();
    let highlighted = signs.iter().filter(|sign| marker.line(&stands(**sign)).contains(FOUND)).map(|sign| u32::from(*sign));
    assert_eq!(parted, highlighted.collect::<Vec<_>>());
}
