//! Where somebody stands with a practice that is active. Nothing here counts days in a row or takes anything back: a day
//! without an attempt is a day.

use crate::time::CivilDate;

/// Most practices at a time.
pub const MOST_ACTIVE: usize = 2;
/// After so many days without doing it another practice is offered.
const ROTATION_DAYS: i64 = 14;
/// After so many days without an attempt somebody has come back.
const GAP: i64 = 7;

/// How often a step was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepCount {
    /// Which step, by its index.
    pub step: u32,
    /// How often it was done.
    pub done: u32,
    /// How often it was tried.
    pub tried: u32,
}

/// The days that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// When it was begun.
    pub begun_on: CivilDate,
    /// When it was last done.
    pub last_done: Option<CivilDate>,
    /// Whether it was done or tried today.
    pub tried_today: bool,
    /// When it was last done or tried before today.
    pub tried_before: Option<CivilDate>,
}

/// What follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether another practice is offered: 14 days since it was begun or last done. It is never changed by itself.
    pub rotation_offered: bool,
    /// Tried today after seven days or more without, and not for the first time.
    pub came_back: bool,
    /// Whether it was done today.
    pub done_today: bool,
}

impl Days {
    /// Where that stands today.
    pub fn standing(&self, today: CivilDate) -> Standing {
        let since = self.last_done.map_or(self.begun_on, |done| done.max(self.begun_on));
        Standing {
            rotation_offered: today.days_since(since) >= ROTATION_DAYS,
            came_back: self.tried_today && self.tried_before.is_some_and(|before| today.days_since(before) > GAP),
            done_today: self.last_done.is_some_and(|done| done == today),
        }
    }
}

/// The step to take next of `steps`, smallest first: the first that was never done; of a practice whose steps were all
/// done, the last.
pub fn next_step(steps: &[u32], counts: &[StepCount]) -> Option<u32> {
    let is_done = |step: u32| counts.iter().any(|count| count.step == step && count.done > 0);
    steps.iter().copied().find(|step| !is_done(*step)).or_else(|| steps.last().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    fn days(begun_on: &str, last_done: Option<&str>) -> Days {
        Days { begun_on: day(begun_on), last_done: last_done.map(day), tried_today: false, tried_before: None }
    }

    #[test]
    fn another_is_offered_after_two_weeks_without_doing_it() {
        let today = day("2026-11-23");
        for (begun_on, last_done, offered) in [
            ("2026-11-23", None, false),
            ("2026-11-10", None, false),
            ("2026-11-09", None, true),
            ("2026-10-01", Some("2026-11-10"), false),
            ("2026-10-01", Some("2026-11-09"), true),
            // Done before it was begun anew: it counts from the new beginning.
            ("2026-11-20", Some("2026-01-01"), false),
            // A clock that was ahead.
            ("2026-12-24", None, false),
        ] {
            assert_eq!(days(begun_on, last_done).standing(today).rotation_offered, offered, "{begun_on} {last_done:?}");
        }
        assert!(days("2026-10-01", Some("2026-11-23")).standing(today).done_today);
        assert!(!days("2026-10-01", Some("2026-11-22")).standing(today).done_today);
    }

    #[test]
    fn coming_back_is_after_seven_days_and_not_the_first_time() {
        let today = day("2026-11-23");
        let back = |tried_today, before: Option<&str>| {
            Days { tried_today, tried_before: before.map(day), ..days("2026-10-01", None) }.standing(today).came_back
        };
        assert!(back(true, Some("2026-11-15")), "seven days lie between");
        assert!(!back(true, Some("2026-11-16")), "six do");
        assert!(!back(false, Some("2026-11-01")) && !back(true, None));
    }

    #[test]
    fn the_smallest_step_that_was_never_done_comes_next() {
        let count = |step, done, tried| StepCount { step, done, tried };
        assert_eq!(next_step(&[0, 1, 2], &[]), Some(0));
        assert_eq!(next_step(&[0, 1, 2], &[count(0, 1, 0), count(1, 0, 3)]), Some(1));
        assert_eq!(next_step(&[0, 1, 100], &[count(0, 1, 0), count(1, 2, 0)]), Some(100));
        assert_eq!(next_step(&[0, 1], &[count(0, 1, 0), count(1, 1, 0)]), Some(1));
        assert_eq!(next_step(&[0, 1], &[count(1, 1, 0)]), Some(0), "a later one may have been done first");
        assert_eq!(next_step(&[], &[]), None);
    }
}
