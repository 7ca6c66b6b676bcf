//! What the proofs of the reminder rules share: any rules with any past, anywhere, at any time from 1970 to 2037.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "what is made here is valid, or the test ends")]

pub mod facts;
pub mod frozen;
pub mod worlds;

use ampersand_core::time::{CivilDate, CivilTime, Instant};

/// Milliseconds of a minute.
pub const MINUTE: i64 = 60_000;
/// Milliseconds of an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Milliseconds of a day of 24 hours.
pub const DAY: i64 = 24 * HOUR;

/// The instant of `millis`.
pub fn at(millis: i64) -> Instant {
    Instant::from_millis(millis).expect("of our time")
}

/// The minute of the day.
pub fn clock(minute: u32) -> CivilTime {
    CivilTime::from_minute_of_day(minute)
}

/// The date `days` after `date`; before it, if negative.
pub fn days_from(date: CivilDate, days: i64) -> CivilDate {
    CivilDate::from_number(date.number() + days).expect("of the calendar")
}
