//! On which days a rule speaks.

use crate::error::{Field, InvalidInput, Reason};
use crate::time::{CivilDate, Month, Weekday};

/// Longest distance of a rule that counts days.
pub const MAX_EVERY_DAYS: u32 = 366;

/// Days of the shortest month.
const SHORTEST_MONTH: u32 = 28;

/// The days of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repeat {
    /// Each day.
    EveryDay,
    /// On these days of the week.
    Weekdays(WeekdaySet),
    /// Each `days`-th day from `anchor` on, and nothing before it.
    EveryDays {
        /// 1 to 366.
        days: u32,
        /// The first of them.
        anchor: CivilDate,
    },
    /// A day of the month, 1 to 31; past the month's end its last day.
    DayOfMonth(u32),
    /// The n-th such weekday of the month, 1 to 5, or -1 for the last; a fifth that is not there is nothing.
    NthWeekday {
        /// Which.
        nth: i32,
        /// Of which.
        weekday: Weekday,
    },
    /// On one day.
    Once(CivilDate),
}

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WeekdaySet(u8);

impl WeekdaySet {
    /// # Errors
    /// `repeat`, `wrong_count`: no day; `duplicate`: one twice.
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Result<Self, InvalidInput> {
        let mut bits = 0_u8;
        for day in days {
            let bit = 1 << day.iso();
            if bits & bit != 0 {
                return Err(InvalidInput::new(Field::Repeat, Reason::Duplicate));
            }
            bits |= bit;
        }
        if bits == 0 { Err(InvalidInput::new(Field::Repeat, Reason::WrongCount)) } else { Ok(Self(bits)) }
    }

    /// Whether `day` is one of them.
    pub const fn holds(self, day: Weekday) -> bool {
        self.0 & (1 << day.iso()) != 0
    }

    /// The days, from Monday on.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        (1..=7).filter_map(|iso| Weekday::from_iso(iso).ok()).filter(move |day| self.holds(*day))
    }

    const fn count(self) -> u32 {
        self.0.count_ones()
    }
}

impl Repeat {
    pub(super) fn check(&self) -> Result<(), InvalidInput> {
        let (field, in_range) = match self {
            Self::EveryDay | Self::Weekdays(_) | Self::Once(_) => return Ok(()),
            Self::EveryDays { days, .. } => (Field::EveryDays, (1..=MAX_EVERY_DAYS).contains(days)),
            Self::DayOfMonth(day) => (Field::MonthDay, (1..=31).contains(day)),
            Self::NthWeekday { nth, .. } => (Field::Nth, matches!(nth, -1 | 1..=5)),
        };
        if in_range { Ok(()) } else { Err(InvalidInput::new(field, Reason::OutOfRange)) }
    }

    /// Whether `date` is one of its days.
    pub fn asks_for(&self, date: CivilDate) -> bool {
        match *self {
            Self::EveryDay => true,
            Self::Weekdays(days) => days.holds(date.weekday()),
            Self::EveryDays { days, anchor } => {
                let since = date.days_since(anchor);
                since >= 0 && since % i64::from(days) == 0
            }
            Self::DayOfMonth(day) => {
                let of_month = date.day_of_month();
                of_month == day || (SHORTEST_MONTH <= of_month && of_month < day && Month::of(date).last() == date)
            }
            Self::NthWeekday { nth, weekday } => {
                let of_month = date.day_of_month();
                let last = || Month::of(date).last().day_of_month();
                date.weekday() == weekday
                    && if nth == -1 { of_month + 7 > last() } else { i64::from((of_month - 1) / 7 + 1) == i64::from(nth) }
            }
            Self::Once(day) => date == day,
        }
    }

    /// How seldom it comes round; the smaller, the rarer.
    pub(super) fn rarity(&self) -> u8 {
        match self {
            Self::Once(_) => 0,
            Self::DayOfMonth(_) | Self::NthWeekday { .. } => 1,
            Self::Weekdays(days) if days.count() == 1 => 2,
            Self::EveryDays { days, .. } if *days >= 7 => 2,
            Self::EveryDay | Self::Weekdays(_) | Self::EveryDays { .. } => 3,
        }
    }
}

#[cfg(test)]
#[path = "repeat_tests.rs"]
mod tests;
