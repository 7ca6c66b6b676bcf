//! For which day an answer may still be given, and until when it may be changed.
//!
//! All days are logical ones. The day asked about is fixed when a question is asked: an answer after midnight, or on the
//! next morning out of yesterday's notification, is for that day and not for the one the clock shows.

use super::week::{Week, WeekStart};
use crate::error::{Field, InvalidInput, Reason};
use crate::time::CivilDate;

/// Whether a check-in may be given for `day`: today, or late for yesterday.
///
/// # Errors
/// `date`, `out_of_range`, for a day that has not begun; `too_late`.
pub fn may_check_in(day: CivilDate, today: CivilDate) -> Result<(), InvalidInput> {
    has_begun(day, today)?;
    if is_today_or_yesterday(day, today) { Ok(()) } else { Err(InvalidInput::new(Field::Date, Reason::TooLate)) }
}

/// Whether a pulse may be given for the week of `day`: as [`may_check_in`], and on every day of a week that is not over.
///
/// # Errors
/// As [`may_check_in`].
pub fn may_give_pulse(day: CivilDate, today: CivilDate, start: WeekStart) -> Result<(), InvalidInput> {
    has_begun(day, today)?;
    let may = is_today_or_yesterday(day, today) || Week::of(day, start).holds(today);
    if may { Ok(()) } else { Err(InvalidInput::new(Field::Date, Reason::TooLate)) }
}

/// Whether a question about `day` can have been asked by `today`.
///
/// # Errors
/// `date`, `out_of_range`.
pub fn has_begun(day: CivilDate, today: CivilDate) -> Result<(), InvalidInput> {
    if day <= today { Ok(()) } else { Err(InvalidInput::new(Field::Date, Reason::OutOfRange)) }
}

/// Whether a check-in that was first saved on `saved_on` may be changed: until that day is over. Somebody who travels
/// west lives a day twice, and it is over after the second time.
pub fn check_in_is_open(saved_on: CivilDate, today: CivilDate) -> bool {
    today <= saved_on
}

/// Whether a pulse about `week` that was first saved on `saved_on` may be changed: until that day is over or the week
/// is, whichever is later.
pub fn pulse_is_open(saved_on: CivilDate, week: Week, today: CivilDate) -> bool {
    today <= saved_on.max(week.to)
}

fn is_today_or_yesterday(day: CivilDate, today: CivilDate) -> bool {
    (0..=1).contains(&today.days_since(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATE: Result<(), InvalidInput> = Err(InvalidInput::new(Field::Date, Reason::TooLate));
    const AHEAD: Result<(), InvalidInput> = Err(InvalidInput::new(Field::Date, Reason::OutOfRange));

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_check_in_is_for_today_or_late_for_yesterday() {
        let today = day("2026-11-23");
        for (asked, may) in [
            ("2026-11-24", AHEAD),
            ("2026-11-23", Ok(())),
            ("2026-11-22", Ok(())),
            ("2026-11-21", LATE),
            ("1900-01-01", LATE),
            ("2200-12-31", AHEAD),
        ] {
            assert_eq!(may_check_in(day(asked), today), may, "{asked}");
        }
    }

    #[test]
    fn a_pulse_is_for_a_week_that_is_not_over_or_late_for_yesterday() {
        // A Thursday, a Sunday and a Monday.
        for (today, asked, start, may) in [
            ("2026-11-26", "2026-11-23", WeekStart::Monday, Ok(())),
            ("2026-11-26", "2026-11-22", WeekStart::Monday, LATE),
            ("2026-11-26", "2026-11-22", WeekStart::Sunday, Ok(())),
            ("2026-11-26", "2026-11-21", WeekStart::Sunday, LATE),
            ("2026-11-26", "2026-11-21", WeekStart::Saturday, Ok(())),
            ("2026-11-26", "2026-11-27", WeekStart::Monday, AHEAD),
            ("2026-11-29", "2026-11-23", WeekStart::Monday, Ok(())),
            ("2026-11-30", "2026-11-29", WeekStart::Monday, Ok(())),
            ("2026-11-30", "2026-11-28", WeekStart::Monday, LATE),
        ] {
            assert_eq!(may_give_pulse(day(asked), day(today), start), may, "{asked} on {today}, {start:?}");
        }
    }

    #[test]
    fn what_was_saved_is_open_until_its_day_or_its_week_is_over() {
        let saved_on = day("2026-11-26");
        for (today, open) in [("2026-11-25", true), ("2026-11-26", true), ("2026-11-27", false)] {
            assert_eq!(check_in_is_open(saved_on, day(today)), open, "{today}");
        }
        let week = Week::of(saved_on, WeekStart::Monday);
        for (saved_on, today, open) in [
            ("2026-11-26", "2026-11-27", true),
            ("2026-11-26", "2026-11-29", true),
            ("2026-11-26", "2026-11-30", false),
            ("2026-11-30", "2026-11-30", true),
            ("2026-11-30", "2026-12-01", false),
        ] {
            assert_eq!(pulse_is_open(day(saved_on), week, day(today)), open, "{saved_on}, {today}");
        }
    }
}
