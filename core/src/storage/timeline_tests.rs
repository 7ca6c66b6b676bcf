use super::*;
use crate::journal::entry::EntryContent;
use crate::journal::listing::EntryKey;
use crate::storage::journal_samples::{day, id, in_vault, plan, text, trashed, within, written};
use crate::storage::samples::create;
use proptest::prelude::*;

#[test]
fn no_list_sorts_or_reads_what_it_does_not_show() {
    in_vault(|tx| {
        for byte in 1..100 {
            written(tx, byte, EntryContent { tags: vec!["a".into()], ..text("x") }, i64::from(byte));
        }
        tx.execute_batch("ANALYZE").unwrap();
        for (sql, index) in [
            (page_sql().as_str(), "USING INDEX entry_timeline (day>? AND (day,written_at,id)<(?,?,?))"),
            (trash_sql().as_str(), "USING INDEX entry_in_trash (trashed_at>? AND (trashed_at,id)<(?,?))"),
            (DAYS, "USING COVERING INDEX entry_timeline (day>? AND day<?)"),
            (EARLIER, "USING COVERING INDEX entry_timeline (day<?)"),
            (LATER, "USING COVERING INDEX entry_timeline (day>?)"),
            (TIMES_OF_FORM, "USING COVERING INDEX entry_by_form (form=?"),
        ] {
            let plan = plan(tx, sql);
            assert!(plan.contains(index), "{sql}\n{plan}");
            assert!(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN e"), "{sql}\n{plan}");
        }
        assert!(plan(tx, RECENT_TAGS).contains("SEARCH entry_tag USING PRIMARY KEY (entry>?)"), "{}", plan(tx, RECENT_TAGS));
        // The check can tell: without its index the list is sorted.
        tx.execute_batch("DROP INDEX entry_timeline").unwrap();
        assert!(plan(tx, &page_sql()).contains("TEMP B-TREE"));
    });
}

#[test]
fn between_two_days_are_those_of_both_and_the_newest_first() {
    in_vault(|tx| {
        for (byte, at) in [(1, "2026-11-20"), (2, "2026-11-21"), (3, "2026-11-22"), (4, "2026-11-22"), (5, "2026-11-23")] {
            let seq = written(tx, byte, EntryContent { day: day(at), ..text("x") }, i64::from(byte));
            if byte == 4 {
                trashed(tx, seq, 9, day("2026-11-23"));
            }
        }
        let of = |first, last, most| between(tx, day(first), day(last), most).unwrap().into_iter().map(|it| it.id).collect::<Vec<_>>();
        assert_eq!(of("2026-11-21", "2026-11-22", 9), [id(3), id(2)]);
        assert_eq!(of("2026-11-20", "2026-11-23", 2), [id(5), id(3)]);
        assert_eq!(of("2026-11-24", "2026-11-30", 9), []);
    });
}

#[test]
fn summaries_have_what_the_list_shows() {
    in_vault(|tx| {
        let content = EntryContent {
            title: Some("Rain".into()),
            tags: vec!["b".into(), "a".into()],
            feelings: vec!["sad".into(), "calm".into()],
            mood: Some(1),
            starred: true,
            ..text("# Wet\n\nand *cold*")
        };
        let seq = written(tx, 1, content, 1_000);
        let summary = EntrySummary {
            id: id(1),
            day: day("2026-11-23"),
            written_at: 1_000,
            offset_s: 3600,
            title: Some("Rain".into()),
            excerpt: "Wet and cold".into(),
            words: 3,
            feelings: vec!["sad".into(), "calm".into()],
            mood: Some(1),
            tags: vec!["b".into(), "a".into()],
            prompt: None,
            form: None,
            starred: true,
            revision: 1,
            trashed_at: None,
            purge_on: None,
        };
        assert_eq!(page(tx, None, None, 9).unwrap(), std::slice::from_ref(&summary));
        trashed(tx, seq, 2_000, day("2026-11-24"));
        let gone = EntrySummary { trashed_at: Some(2_000), purge_on: Some(day("2026-12-24")), ..summary };
        assert_eq!(trash_page(tx, None, 9).unwrap(), [gone]);
        assert_eq!(page(tx, None, None, 9).unwrap(), []);
    });
}

#[test]
fn a_month_counts_days_moods_and_words_without_the_trash() {
    in_vault(|tx| {
        let on = |byte: u8, date: &str, mood: Option<i32>, body: &str| {
            written(tx, byte, EntryContent { day: day(date), mood, ..text(body) }, i64::from(byte))
        };
        on(1, "2026-10-31", Some(0), "before");
        on(2, "2026-11-01", Some(4), "one two");
        on(3, "2026-11-01", Some(1), "three");
        on(4, "2026-11-01", None, "four");
        on(5, "2026-11-30", None, "five");
        on(6, "2027-02-01", None, "after");
        let seq = on(7, "2026-11-15", Some(4), "gone");
        trashed(tx, seq, 1, day("2026-11-23"));
        let (first, last) = (day("2026-11-01"), day("2026-11-30"));
        let blank = |day, entries, mood, words| MonthDay { day, entries, mood, words, check_in: false };
        assert_eq!(days(tx, first, last).unwrap(), [blank(first, 3, Some(2.5), 4), blank(last, 1, None, 1)]);
        assert_eq!(neighbours(tx, first, last).unwrap(), (Some(day("2026-10-31")), Some(day("2027-02-01"))));
        assert_eq!(neighbours(tx, day("1900-01-01"), day("2200-12-31")).unwrap(), (None, None));
        assert_eq!(counts(tx).unwrap(), (6, 1));
        assert_eq!(newest(tx).unwrap().map(|entry| entry.id), Some(id(6)));
    });
}

#[test]
fn tags_come_most_used_first_as_they_were_written_last() {
    in_vault(|tx| {
        for (byte, tags) in [(1, &["work", "mum"][..]), (2, &["Work"]), (3, &["rain"]), (4, &["rain", "WORK"]), (5, &["gone", "rain"])] {
            let seq = written(tx, byte, EntryContent { tags: tags.iter().map(|&tag| tag.into()).collect(), ..text("x") }, 1);
            if byte == 5 {
                trashed(tx, seq, 1, day("2026-11-23"));
            }
        }
        assert_eq!(known_tags(tx).unwrap(), ["WORK", "rain", "mum"]);
    });
}

#[test]
fn times_of_a_form_leave_out_the_trash() {
    in_vault(|tx| {
        for byte in 1..=3 {
            let seq = written(tx, byte, EntryContent { form: Some("deep-write".into()), ..text("x") }, i64::from(10 - byte));
            if byte == 2 {
                trashed(tx, seq, 1, day("2026-11-23"));
            }
        }
        written(tx, 4, text("x"), 5);
        assert_eq!(times_of_form(tx, "deep-write").unwrap(), [7, 9]);
    });
}

/// A day of a few and a moment of a few, so that many are the same.
fn place() -> impl Strategy<Value = (u32, i64)> {
    (0_u32..6, 0_i64..4)
}

fn put(tx: &Transaction<'_>, byte: &mut u8, (later, at): (u32, i64)) -> EntryKey {
    *byte += 1;
    // Ids in an order that is not that of writing.
    let shuffled = byte.wrapping_mul(157);
    let day = day("2026-10-29").plus_days(later);
    written(tx, shuffled, EntryContent { day, ..text("x") }, at);
    EntryKey { day, written_at: at, id: id(shuffled) }
}

#[test]
fn pages_joined_are_the_whole_list_also_while_entries_are_added() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let case = (prop::collection::vec(place(), 0..30), prop::collection::vec(place(), 0..30), 1_u32..7, any::<bool>());
    let mut runner = proptest::test_runner::TestRunner::default();
    let checked = runner.run(&case, |(there, added, most, one_month)| {
        within(&vault, |tx| {
            let mut byte = 0;
            let month = one_month.then(|| "2026-11".parse().unwrap());
            let in_month = |key: &EntryKey| month.is_none_or(|month| Month::of(key.day) == month);
            let mut expected: Vec<EntryKey> = there.iter().map(|at| put(tx, &mut byte, *at)).filter(in_month).collect();
            expected.sort_unstable_by(|a, b| b.cmp(a));

            let mut added = added.iter();
            let mut found: Vec<EntryKey> = Vec::new();
            loop {
                let page = page(tx, month, found.last().copied(), most).unwrap();
                if page.is_empty() {
                    break;
                }
                assert!(page.len() <= most as usize);
                found.extend(page.iter().map(EntryKey::from));
                if let Some(at) = added.next() {
                    put(tx, &mut byte, *at);
                }
            }
            assert!(found.windows(2).all(|pair| pair[0] > pair[1]), "in order, none twice: {found:?}");
            assert!(found.iter().all(in_month));
            found.retain(|key| expected.contains(key));
            assert_eq!(found, expected, "all that was there is there");
        });
        Ok(())
    });
    checked.unwrap();
}

#[test]
fn the_trash_comes_in_pages_too() {
    in_vault(|tx| {
        for byte in 1..=20 {
            let seq = written(tx, byte, text("x"), 1);
            trashed(tx, seq, i64::from(byte / 3), day("2026-11-23"));
        }
        let whole = trash_page(tx, None, 100).unwrap();
        let mut joined = Vec::new();
        while let Some(last) = {
            let after = joined.last().map(|last: &EntrySummary| (last.trashed_at.unwrap(), last.id));
            let page = trash_page(tx, after, 3).unwrap();
            joined.extend(page.iter().cloned());
            page.into_iter().next_back()
        } {
            assert_eq!(joined.last(), Some(&last));
        }
        assert_eq!(joined, whole);
        assert!(whole.windows(2).all(|pair| (pair[0].trashed_at, pair[0].id) > (pair[1].trashed_at, pair[1].id)));
        assert_eq!(whole.len(), 20);
    });
}
