//! What is saved of a week reads back, and which pulse a week has.

use super::*;
use crate::checkin::pulse::ITEMS;
use crate::checkin::week::WeekStart;
use crate::storage::journal_samples::{asked_daily, day, in_vault, plan, rows, saving};

/// A pulse whose only answer is to the item at `place`.
fn kept(place: usize, value: u8) -> KeptPulse {
    let mut taps = [None; ITEMS.len()];
    taps[place] = Some(value);
    KeptPulse { version: 1, taps }
}

#[test]
fn what_is_saved_reads_back_item_by_item() {
    in_vault(|tx| {
        for (place, item) in ITEMS.into_iter().enumerate() {
            let date = day("2026-01-05").plus_days(u32::try_from(place).unwrap() * 7);
            let week = Week::of(date, WeekStart::Monday);
            insert(tx, date, &kept(place, 0), &saving(1)).unwrap();
            let found = find(tx, week).unwrap().unwrap();
            assert_eq!((found.day, found.saved_on, found.kept), (date, saving(1).day, kept(place, 0)));
            rewrite(tx, found.seq, &kept(place, 4), 2).unwrap();
            assert_eq!(find(tx, week).unwrap().unwrap(), Pulse { kept: kept(place, 4), ..found });
            assert_eq!(rows(tx, &format!("pulses WHERE day = '{date}' AND {item} = 4 AND edited_at = 2")), 1, "{item}");
        }
        let all = between(tx, day("2026-01-05"), day("2026-02-28")).unwrap();
        assert!(all.len() == ITEMS.len() && all.windows(2).all(|pair| pair[0].day < pair[1].day));
        assert_eq!(between(tx, day("2026-01-06"), day("2026-01-12")).unwrap().len(), 1);
        let full = KeptPulse { version: 1, taps: [0, 1, 2, 3, 4, 3, 2, 1].map(Some) };
        rewrite(tx, all[0].seq, &full, 3).unwrap();
        assert_eq!(find(tx, Week::of(all[0].day, WeekStart::Monday)).unwrap().unwrap().kept, full);
    });
}

#[test]
fn a_week_has_the_one_given_last_in_it() {
    in_vault(|tx| {
        let week = |start| Week::of(day("2026-11-25"), start);
        assert_eq!(given(tx, week(WeekStart::Monday)).unwrap(), (false, false));
        insert(tx, day("2026-11-22"), &kept(0, 1), &saving(1)).unwrap();
        assert_eq!(given(tx, week(WeekStart::Monday)).unwrap(), (true, false));
        assert_eq!(given(tx, week(WeekStart::Sunday)).unwrap(), (true, true));
        insert(tx, day("2026-11-23"), &kept(0, 2), &saving(1)).unwrap();
        for start in WeekStart::ALL {
            assert_eq!(find(tx, week(start)).unwrap().unwrap().kept, kept(0, 2), "{start:?}");
        }
        assert_eq!(find(tx, Week::of(day("2026-11-22"), WeekStart::Monday)).unwrap().unwrap().kept, kept(0, 1));
        assert_eq!(find(tx, Week::of(day("2026-12-01"), WeekStart::Monday)).unwrap(), None);
        assert!(insert(tx, day("2026-11-23"), &kept(0, 3), &saving(1)).is_err(), "one a day");
        assert!(tx.execute("UPDATE pulses SET p8 = 5", []).is_err() && tx.execute("UPDATE pulses SET p1 = -1", []).is_err());
    });
}

#[test]
fn the_pulse_of_a_week_is_found_without_reading_the_others() {
    in_vault(|tx| {
        asked_daily(tx, 700);
        tx.execute_batch("ANALYZE").unwrap();
        let steps = plan(tx, GIVEN);
        assert!(steps.contains("SEARCH pulses USING COVERING INDEX sqlite_autoindex_pulses_1 (day>? AND day<?)"), "{steps}");
    });
}
