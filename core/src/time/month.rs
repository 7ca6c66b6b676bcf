//! A month of the civil calendar.

use super::CivilDate;
use crate::error::{Field, InvalidInput, Reason};
use chrono::{Datelike as _, Months, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A month of the proleptic Gregorian calendar, years 1900 to 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// Its first date.
    first: CivilDate,
}

impl Month {
    /// The month that `date` is in.
    pub fn of(date: CivilDate) -> Self {
        Self { first: CivilDate(date.0.with_day(1).unwrap_or(date.0)) }
    }

    /// Its first date.
    pub const fn first(self) -> CivilDate {
        self.first
    }

    /// Its last date.
    pub fn last(self) -> CivilDate {
        // Later than the calendar's end only by a day, and only to step back from it.
        let next = self.first.0.checked_add_months(Months::new(1));
        CivilDate(next.and_then(|date| date.pred_opt()).unwrap_or(self.first.0))
    }

    /// Its dates, in order.
    pub fn days(self) -> impl Iterator<Item = CivilDate> {
        let dates = self.first.0.iter_days().map(CivilDate);
        dates.take_while(move |date| Self::of(*date) == self)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.0.year(), self.first.0.month())
    }
}

impl FromStr for Month {
    type Err = InvalidInput;

    /// Reads exactly `YYYY-MM`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = InvalidInput::new(Field::Month, Reason::Malformed);
        if !text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).eq(*b"0000-00") {
            return Err(malformed);
        }
        let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").map_err(|_| malformed)?;
        let first = CivilDate::checked(first).map_err(|_| InvalidInput::new(Field::Month, Reason::OutOfRange))?;
        Ok(Self { first })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().expect("a month")
    }

    #[test]
    fn a_month_knows_its_dates() {
        for (text, first, last, days) in [
            ("2026-11", "2026-11-01", "2026-11-30", 30),
            ("2028-02", "2028-02-01", "2028-02-29", 29),
            ("2100-02", "2100-02-01", "2100-02-28", 28),
            ("1900-01", "1900-01-01", "1900-01-31", 31),
            ("2200-12", "2200-12-01", "2200-12-31", 31),
        ] {
            let month = month(text);
            assert_eq!((month.first().to_string(), month.last().to_string()), (first.to_owned(), last.to_owned()), "{text}");
            assert_eq!(month.days().count(), days, "{text}");
            assert_eq!((month.days().next(), month.days().last()), (Some(month.first()), Some(month.last())), "{text}");
            assert!(month.days().all(|date| Month::of(date) == month) && month.to_string() == text, "{text}");
        }
        assert!(month("2026-12") < month("2027-01"));
    }

    #[test]
    fn only_the_one_form_and_the_calendar_are_taken() {
        for text in ["", "2026", "2026-1", "2026-13", "2026-00", "2026-11-01", " 2026-11", "2026-11 ", "+026-11", "26-11", "２０２６-11"]
        {
            assert_eq!(text.parse::<Month>(), Err(InvalidInput::new(Field::Month, Reason::Malformed)), "{text}");
        }
        for text in ["1899-12", "2201-01", "9999-12"] {
            assert_eq!(text.parse::<Month>(), Err(InvalidInput::new(Field::Month, Reason::OutOfRange)), "{text}");
        }
    }
}
