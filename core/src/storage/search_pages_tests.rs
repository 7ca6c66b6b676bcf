//! Pages joined are the whole list, in both orders and while entries are added, and no step opens more than it has to.

use super::super::journal_samples::{day, id, saving, text};
use super::super::samples::create;
use super::super::{Vault, entries};
use super::samples::{best_of, in_writing, newest_of, query};
use super::*;
use crate::journal::entry::{EntryContent, Kept};
use tempfile::TempDir;

/// Six hundred entries in no order of days, in which `common` stands in most, `half` in a third, `rare` in a few.
fn many() -> (TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    in_writing(&vault, |tx| {
        for n in 0_u32..600 {
            let [high, low] = u16::try_from(n).unwrap().to_be_bytes();
            let mut bytes = [7; 16];
            (bytes[0], bytes[1]) = (low, high);
            let scattered = (n * 211) % 600;
            let mut body = "filling ".repeat(usize::try_from(n % 5).unwrap());
            for (word, every) in [("common ", 1), ("half ", 3), ("rare ", 50), ("日記帳 ", 2), ("🦊 ", 4)] {
                let absent = every == 1 && n % 10 == 0 || n % every != 0;
                body.push_str(if absent { "" } else { word });
            }
            let content = EntryContent {
                day: day(&format!("2026-{:02}-{:02}", 1 + scattered / 60, 1 + scattered % 28)),
                tags: if n % 3 == 1 { vec!["third".to_owned()] } else { vec![] },
                starred: n % 4 == 1,
                ..text(&body)
            };
            // Ten of each share their millisecond.
            let at = i64::from(scattered / 10) * 1_000;
            entries::insert(tx, EntryId::from_bytes(bytes), &Kept::unchecked(content), &saving(at), None).unwrap();
        }
    });
    (folder, vault)
}

/// Who has the text, read entry by entry.
fn by_hand(vault: &Vault, fits: &str) -> Vec<EntryKey> {
    let sql = format!("SELECT day, written_at, id FROM entry e WHERE {fits}");
    let mut keys: Vec<EntryKey> = in_writing(vault, |tx| {
        let mut statement = tx.prepare(&sql).unwrap();
        let read = |row: &rusqlite::Row<'_>| {
            let id = EntryId::from_bytes(row.get(2)?);
            Ok(EntryKey { day: day(&row.get::<_, String>(0)?), written_at: row.get(1)?, id })
        };
        statement.query_map([], read).unwrap().map(Result::unwrap).collect()
    });
    keys.sort_unstable_by(|one, other| other.cmp(one));
    keys
}

const QUERIES: [(&str, &str); 11] = [
    ("", "true"),
    ("common ", "body LIKE '%common%'"),
    ("half common", "body LIKE '%half%' AND body LIKE '%common%'"),
    ("rare ", "body LIKE '%rare%'"),
    ("日記帳", "body LIKE '%日記帳%'"),
    ("日記", "body LIKE '%日記%'"),
    ("🦊 common ", "body LIKE '%🦊%' AND body LIKE '%common%'"),
    ("tag:third common ", "body LIKE '%common%' AND seq IN (SELECT entry FROM entry_tag)"),
    ("starred", "starred = 1"),
    ("from:2026-03 to:2026-05 common ", "body LIKE '%common%' AND day BETWEEN '2026-03-01' AND '2026-05-31'"),
    ("from:2026-03-02 日記帳 half ", "body LIKE '%日記帳%' AND body LIKE '%half%' AND day >= '2026-03-02'"),
];

#[test]
fn pages_joined_are_the_whole_list_in_both_orders() {
    let (_folder, vault) = many();
    for (typed, fits) in QUERIES {
        let (query, expected) = (query(typed), by_hand(&vault, fits));
        assert!(!expected.is_empty(), "{typed}");
        for most in [7, 50, 1_000] {
            let mut joined: Vec<Hit> = Vec::new();
            loop {
                let page = newest_of(&vault, &query, joined.last().map(|last| &last.key), most);
                joined.extend(&page);
                assert!(joined.len() <= expected.len(), "{typed}, {most} a page: one comes twice");
                if page.len() < most {
                    break;
                }
            }
            assert!(joined.iter().map(|hit| &hit.key).eq(&expected), "{typed}, {most} a page");

            let mut joined: Vec<Hit> = Vec::new();
            loop {
                let page = best_of(&vault, &query, joined.last().map(|last| (last.rank, last.key)).as_ref(), most);
                joined.extend(&page);
                assert!(joined.len() <= expected.len(), "{typed}, {most} a page: one comes twice");
                if page.len() < most {
                    break;
                }
            }
            let in_order = |pair: &[Hit]| match pair[0].rank.total_cmp(&pair[1].rank) {
                std::cmp::Ordering::Less => true,
                std::cmp::Ordering::Equal => pair[0].key > pair[1].key,
                std::cmp::Ordering::Greater => false,
            };
            assert!(joined.windows(2).all(in_order), "{typed}, {most} a page");
            let mut keys: Vec<EntryKey> = joined.iter().map(|hit| hit.key).collect();
            keys.sort_unstable_by(|one, other| other.cmp(one));
            assert_eq!(keys, expected, "{typed}, {most} a page");
        }
    }
}

#[test]
fn pages_stay_whole_while_entries_are_added() {
    let (_folder, vault) = many();
    let query = query("common ");
    let expected = by_hand(&vault, "body LIKE '%common%'");
    let mut joined: Vec<EntryKey> = Vec::new();
    for n in 0_u8.. {
        let page = newest_of(&vault, &query, joined.last(), 60);
        joined.extend(page.iter().map(|hit| hit.key));
        if page.len() < 60 {
            break;
        }
        // One on top, and one behind the place: that one is found, too.
        in_writing(&vault, |tx| {
            for (byte, written_for) in [(2 * n, "2027-01-01"), (2 * n + 1, "2025-01-01")] {
                let content = EntryContent { day: day(written_for), ..text("common") };
                entries::insert(tx, id(byte), &Kept::unchecked(content), &saving(i64::from(byte)), None).unwrap();
            }
        });
    }
    let (added, whole): (Vec<EntryKey>, Vec<EntryKey>) = joined.into_iter().partition(|key| key.day < day("2026-01-01"));
    assert_eq!(whole, expected);
    assert_eq!(added.len(), 9, "540 entries in pages of 60");
}

#[test]
fn no_step_of_a_search_opens_more_than_it_has_to() {
    let (_folder, vault) = many();
    let plan = |sql: &str| -> String {
        in_writing(&vault, |tx| {
            let mut statement = tx.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let arguments: Vec<&str> = vec!["1"; statement.parameter_count()];
            let steps = statement.query_map(params_from_iter(arguments), |row| row.get::<_, String>(3)).unwrap();
            steps.map(Result::unwrap).collect::<Vec<_>>().join("; ")
        })
    };
    assert_eq!(
        plan(TIMELINE),
        "SEARCH entry USING COVERING INDEX entry_timeline (day>? AND (day,written_at,id)<(?,?,?))",
        "the timeline's index alone, in its order"
    );
    let everything = query("a 日記帳 日 starred tag:a feeling:calm from:2026 ");
    for (sql, _) in conditions(&everything, Some("")).into_iter().chain(conditions(&everything, None)) {
        let plan = plan(sql);
        let sorts = [OF_DAYS, "SELECT entry FROM entry_tag"].iter().any(|sorted| sql.starts_with(sorted));
        assert!(plan.contains("INDEX"), "{sql}: {plan}");
        assert!(sorts || !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
        assert!(!plan.starts_with("SCAN entry;") && plan != "SCAN entry", "{sql}: {plan}");
    }
}
