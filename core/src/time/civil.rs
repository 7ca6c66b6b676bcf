//! Dates, weekdays and times of day, as a calendar and a clock on the wall show them.

use crate::error::{Field, InvalidInput, Reason};
use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Timelike as _};
use std::fmt;
use std::str::FromStr;

/// The calendar's first date.
const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};
/// The calendar's last date.
const LAST: NaiveDate = match NaiveDate::from_ymd_opt(2200, 12, 31) {
    Some(date) => date,
    None => NaiveDate::MAX,
};
/// 23:59.
const LAST_MINUTE: u32 = 24 * 60 - 1;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Weekday(u32);

impl Weekday {
    /// From its ISO 8601 number: 1, Monday, to 7, Sunday.
    ///
    /// # Errors
    /// `weekday`, `out_of_range`.
    pub const fn from_iso(number: i64) -> Result<Self, InvalidInput> {
        match number {
            1 => Ok(Self(1)),
            2 => Ok(Self(2)),
            3 => Ok(Self(3)),
            4 => Ok(Self(4)),
            5 => Ok(Self(5)),
            6 => Ok(Self(6)),
            7 => Ok(Self(7)),
            _ => Err(InvalidInput::new(Field::Weekday, Reason::OutOfRange)),
        }
    }

    /// 1, Monday, to 7, Sunday.
    pub const fn iso(self) -> u32 {
        self.0
    }
}

/// A civil date of the proleptic Gregorian calendar, years 1900 to 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CivilDate(pub(super) NaiveDate);

impl CivilDate {
    /// # Errors
    /// `date`, `out_of_range`.
    pub(super) fn checked(date: NaiveDate) -> Result<Self, InvalidInput> {
        if (1900..=2200).contains(&date.year()) { Ok(Self(date)) } else { Err(InvalidInput::new(Field::Date, Reason::OutOfRange)) }
    }

    /// The date `days` later; at the end of the calendar, its last date.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let later = self.0.checked_add_days(Days::new(days.into()));
        later.and_then(|date| Self::checked(date).ok()).unwrap_or(Self(LAST))
    }

    /// The date `days` earlier; at the beginning of the calendar, its first date.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        let earlier = self.0.checked_sub_days(Days::new(days.into()));
        earlier.and_then(|date| Self::checked(date).ok()).unwrap_or(Self(FIRST))
    }

    /// Days since 1970-01-01; negative before it.
    pub fn number(self) -> i64 {
        (self.0 - NaiveDate::default()).num_days()
    }

    /// The date `number` days after 1970-01-01; before it, if negative.
    ///
    /// # Errors
    /// `date`, `out_of_range`.
    pub fn from_number(number: i64) -> Result<Self, InvalidInput> {
        let out = InvalidInput::new(Field::Date, Reason::OutOfRange);
        let days = chrono::TimeDelta::try_days(number).ok_or(out)?;
        Self::checked(NaiveDate::default().checked_add_signed(days).ok_or(out)?)
    }

    pub(super) fn minus_one(self) -> Option<Self> {
        self.0.pred_opt().map(Self)
    }

    /// Monday to Sunday.
    pub fn weekday(self) -> Weekday {
        Weekday(self.0.weekday().number_from_monday())
    }

    /// 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// Days from `earlier` to this date; negative if it is the later one.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for CivilDate {
    type Err = InvalidInput;

    /// Reads exactly `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = InvalidInput::new(Field::Date, Reason::Malformed);
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| malformed)?;
        let date = Self::checked(date)?;
        if date.to_string() == text { Ok(date) } else { Err(malformed) }
    }
}

/// A civil time of day to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CivilTime(pub(super) NaiveTime);

impl CivilTime {
    /// Four in the morning: when a day starts unless the person says otherwise.
    pub const DEFAULT_DAY_START: Self = Self(match NaiveTime::from_hms_opt(4, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    });

    /// Minutes since midnight, 0 to 1439.
    pub fn minute_of_day(self) -> u32 {
        self.0.num_seconds_from_midnight() / 60
    }

    /// The time `minute` minutes after midnight; past the day's end, its last minute.
    #[must_use]
    pub fn from_minute_of_day(minute: u32) -> Self {
        let minute = minute.min(LAST_MINUTE);
        Self(NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or(NaiveTime::MIN))
    }
}

impl fmt::Display for CivilTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl FromStr for CivilTime {
    type Err = InvalidInput;

    /// Reads exactly `HH:MM`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = InvalidInput::new(Field::Time, Reason::Malformed);
        let time = Self(NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| malformed)?);
        if time.to_string() == text { Ok(time) } else { Err(malformed) }
    }
}
