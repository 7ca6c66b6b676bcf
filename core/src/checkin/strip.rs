//! The last four weeks as they are shown: "12 of the last 28 days". A day without a check-in is a gap.
//!
//! Nothing here may count days in a row, set anything back to zero or tell what was missed.

use crate::time::CivilDate;

/// Days of the strip, today included.
pub const STRIP_DAYS: u32 = 28;
/// After so many days without a check-in somebody has come back.
const GAP: i64 = 3;

/// A day of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StripDay {
    /// The day.
    pub day: CivilDate,
    /// Whether there is a check-in.
    pub answered: bool,
    /// Its mood, 0 to 4.
    pub mood: Option<i32>,
}

/// The last days, today being the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckInStrip {
    /// Each day, the oldest first.
    pub days: Vec<StripDay>,
    /// Days with a check-in.
    pub answered: u32,
    /// Days.
    pub of: u32,
    /// Answered today, after three days or more without, and not for the first time.
    pub came_back: bool,
}

/// The first day of the strip.
pub fn first_day(today: CivilDate) -> CivilDate {
    today.minus_days(STRIP_DAYS - 1)
}

/// The strip of `today`, out of the days with a check-in among its days, each with its mood. `last` is the last day
/// that was answered before today came: what was given late today is part of coming back.
pub fn strip(today: CivilDate, known: &[(CivilDate, Option<u8>)], last: Option<CivilDate>) -> CheckInStrip {
    let of_day = |day: CivilDate| {
        let found = known.iter().find(|(known, _)| *known == day);
        StripDay { day, answered: found.is_some(), mood: found.and_then(|(_, mood)| mood.map(i32::from)) }
    };
    let days: Vec<StripDay> = (0..STRIP_DAYS).rev().map(|ago| of_day(today.minus_days(ago))).collect();
    let answered = days.iter().filter(|day| day.answered).count();
    let today_is_answered = days.last().is_some_and(|day| day.answered);
    let days_between = last.map(|last| today.days_since(last) - 1);
    CheckInStrip {
        answered: u32::try_from(answered).unwrap_or(STRIP_DAYS),
        of: STRIP_DAYS,
        came_back: today_is_answered && days_between.is_some_and(|days| days >= GAP),
        days,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    #[test]
    fn every_day_is_there_and_a_gap_is_no_zero() {
        let today = day("2026-11-23");
        let known = [("2026-10-27", Some(4)), ("2026-11-01", None), ("2026-11-23", Some(0))].map(|(at, mood)| (day(at), mood));
        let strip = strip(today, &known, None);
        assert_eq!((strip.days.len(), strip.answered, strip.of), (28, 3, 28));
        assert_eq!((strip.days[0].day, strip.days[27].day, first_day(today)), (day("2026-10-27"), today, day("2026-10-27")));
        assert_eq!(strip.days[0], StripDay { day: day("2026-10-27"), answered: true, mood: Some(4) });
        assert_eq!(strip.days[1], StripDay { day: day("2026-10-28"), answered: false, mood: None });
        assert_eq!(strip.days[5], StripDay { day: day("2026-11-01"), answered: true, mood: None });
        assert_eq!(strip.days[27].mood, Some(0));
    }

    #[test]
    fn somebody_came_back_after_three_days_or_more() {
        let today = day("2026-11-23");
        let answered = [(today, None)];
        for (known, last, came_back) in [
            (&answered[..], None, false),
            (&answered, Some("2026-11-22"), false),
            (&answered, Some("2026-11-20"), false),
            (&answered, Some("2026-11-19"), true),
            (&answered, Some("2020-01-01"), true),
            (&[], Some("2026-11-19"), false),
        ] {
            assert_eq!(strip(today, known, last.map(day)).came_back, came_back, "{last:?}");
        }
    }

    proptest! {
        #[test]
        fn the_count_is_that_of_the_days(ago in proptest::collection::btree_set(0..60_u32, 0..40)) {
            let today = day("2026-11-23");
            let known: Vec<_> = ago.iter().map(|ago| (today.minus_days(*ago), Some(2))).collect();
            let strip = strip(today, &known, None);
            prop_assert_eq!(strip.answered as usize, ago.iter().filter(|ago| **ago < STRIP_DAYS).count());
            prop_assert_eq!(strip.answered as usize, strip.days.iter().filter(|day| day.answered).count());
            prop_assert!(strip.days.iter().zip(strip.days.iter().skip(1)).all(|(one, next)| one.day.plus_days(1) == next.day));
        }
    }
}
