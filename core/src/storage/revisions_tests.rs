use super::*;
use crate::journal::revision::DAILY_FOR;
use crate::storage::entries::Saving;
use crate::storage::journal_samples::{day, in_vault, rows, text, written};

/// Keeps one text a day up to `today`, the newest last, under the numbers from 1.
fn filled(tx: &Transaction<'_>, entry: i64, texts: u32, today: CivilDate) {
    for number in 1..=texts {
        let saved = Saving { at: 1, day: today.minus_days(texts - number), zone_id: "UTC", offset_s: 0 };
        keep_discarded(tx, entry, number, &saved, &Kept::unchecked(text("x"))).unwrap();
    }
}

#[test]
fn thinning_goes_by_the_rule_for_each_entry() {
    in_vault(|tx| {
        let today = day("2026-11-23");
        let (short, long) = (written(tx, 1, text("a"), 1), written(tx, 2, text("b"), 2));
        filled(tx, short, 20, today.minus_days(400));
        filled(tx, long, 120, today);
        // 120 days, of which those older than the ninetieth go: today is day 0.
        let expected = 119 - u32::try_from(DAILY_FOR).unwrap();
        assert_eq!(thin(tx, today).unwrap(), expected);
        assert_eq!(thin(tx, today).unwrap(), 0);
        assert_eq!(rows(tx, "revision"), i64::from(20 + 120 - expected), "twenty stay, however old");
        let left = list(tx, long).unwrap();
        assert_eq!((left[0].number, left[left.len() - 1].number), (120, expected + 1));
    });
}
