//! The trash: how long an entry can be taken out of it again.

use crate::time::CivilDate;

/// Days for which an entry stays in the trash.
pub const KEPT_DAYS: u32 = 30;

/// The first day on which an entry that went into the trash on `trashed_day` is purged. Both are logical days.
pub fn purge_on(trashed_day: CivilDate) -> CivilDate {
    trashed_day.plus_days(KEPT_DAYS)
}

/// The last day whose trash is purged `today`.
pub fn purged_up_to(today: CivilDate) -> CivilDate {
    today.minus_days(KEPT_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thirtieth_day_after_is_the_day_of_the_purge() {
        let day = |text: &str| text.parse::<CivilDate>().expect("a date");
        for (trashed, purged) in [("2026-11-23", "2026-12-23"), ("2027-12-31", "2028-01-30"), ("2028-02-01", "2028-03-02")] {
            assert_eq!(purge_on(day(trashed)), day(purged), "{trashed}");
            assert_eq!(purged_up_to(day(purged)), day(trashed), "{purged}");
            assert!(purged_up_to(day(purged).minus_days(1)) < day(trashed), "a day before it is still there");
        }
    }
}
