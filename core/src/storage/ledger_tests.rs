//! Entries of the ledger read back as they were saved, week by week.

use super::*;
use crate::checkin::week::WeekStart;
use crate::storage::journal_samples::{day, in_vault, plan};

const fn id(byte: u8) -> LedgerEntryId {
    LedgerEntryId::from_bytes([byte; 16])
}

fn written(on: &str, what: &str) -> Written {
    Written { day: day(on), whose: Whose::Theirs, done_by: DoneBy::Me, what: what.into(), note: Some("again".into()) }
}

#[test]
fn an_entry_reads_back_in_its_week() {
    in_vault(|tx| {
        let week = |on: &str| of_week(tx, Week::of(day(on), WeekStart::Monday)).unwrap();
        put(tx, id(1), &written("2026-11-29", "later"), 1).unwrap();
        put(tx, id(2), &written("2026-11-23", "first"), 2).unwrap();
        put(tx, id(3), &written("2026-11-22", "before"), 3).unwrap();
        assert_eq!(week("2026-11-25").iter().map(|it| it.id).collect::<Vec<_>>(), [id(2), id(1)]);
        assert_eq!(week("2026-11-22")[0].written, written("2026-11-22", "before"));
        assert_eq!((any_before(tx, day("2026-11-22")).unwrap(), any_before(tx, day("2026-11-23")).unwrap()), (false, true));
        hand_back(tx, id(2), day("2026-11-24")).unwrap();
        let changed = Written { whose: Whose::Ours, done_by: DoneBy::Nobody, note: None, ..written("2026-11-24", "changed") };
        put(tx, id(2), &changed, 4).unwrap();
        assert_eq!(find(tx, id(2)).unwrap(), Some(Entry { id: id(2), written: changed, handed_on: Some(day("2026-11-24")) }));
        delete(tx, id(2)).unwrap();
        assert_eq!(find(tx, id(2)).unwrap(), None);
        for sql in
            ["UPDATE ledger_entries SET whose = 'yours'", "UPDATE ledger_entries SET done_by = ''", "UPDATE ledger_entries SET what = ''"]
        {
            assert!(tx.execute(sql, []).is_err(), "{sql}");
        }
    });
}

#[test]
fn a_week_is_found_without_reading_the_others() {
    in_vault(|tx| {
        for byte in 1..=200 {
            let on = day("2026-01-01").plus_days(byte.into());
            put(tx, id(byte), &Written { day: on, ..written("2026-01-01", "x") }, 1).unwrap();
        }
        tx.execute_batch("ANALYZE").unwrap();
        let steps = plan(tx, &format!("SELECT {COLUMNS} FROM ledger_entries {OF_WEEK}"));
        assert!(steps.contains("ledger_entries_by_day (day>? AND day<?)"), "{steps}");
        let steps = plan(tx, ANY_BEFORE);
        assert!(steps.contains("ledger_entries_by_day (day<?)"), "{steps}");
    });
}
