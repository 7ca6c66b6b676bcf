//! Weeks, as the person counts them.

use crate::time::CivilDate;

/// The days after the first one of a week.
const REST_OF_WEEK: u32 = 6;

/// The day on which a person's week starts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum WeekStart {
    /// As ISO 8601 counts.
    #[default]
    Monday,
    /// The day before Sunday.
    Saturday,
    /// The day before Monday.
    Sunday,
}

impl WeekStart {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Monday, Self::Saturday, Self::Sunday];

    /// Its ISO 8601 number.
    const fn iso(self) -> u32 {
        match self {
            Self::Monday => 1,
            Self::Saturday => 6,
            Self::Sunday => 7,
        }
    }
}

/// Seven days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week {
    /// The first.
    pub from: CivilDate,
    /// The last.
    pub to: CivilDate,
}

impl Week {
    /// The week that `day` is in.
    pub fn of(day: CivilDate, start: WeekStart) -> Self {
        let since_start = (day.weekday().iso() + 7 - start.iso()) % 7;
        let from = day.minus_days(since_start);
        Self { from, to: from.plus_days(REST_OF_WEEK) }
    }

    /// The week that many weeks earlier.
    #[must_use]
    pub fn earlier(self, weeks: u32) -> Self {
        let back = |day: CivilDate| day.minus_days(weeks * (REST_OF_WEEK + 1));
        Self { from: back(self.from), to: back(self.to) }
    }

    /// Whether `day` is in it.
    pub fn holds(self, day: CivilDate) -> bool {
        self.from <= day && day <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_week_starts_where_the_person_says() {
        // 2026-11-23 is a Monday.
        for (start, date, from, to) in [
            (WeekStart::Monday, "2026-11-22", "2026-11-16", "2026-11-22"),
            (WeekStart::Monday, "2026-11-23", "2026-11-23", "2026-11-29"),
            (WeekStart::Monday, "2026-11-29", "2026-11-23", "2026-11-29"),
            (WeekStart::Saturday, "2026-11-20", "2026-11-14", "2026-11-20"),
            (WeekStart::Saturday, "2026-11-21", "2026-11-21", "2026-11-27"),
            (WeekStart::Saturday, "2026-11-23", "2026-11-21", "2026-11-27"),
            (WeekStart::Sunday, "2026-11-22", "2026-11-22", "2026-11-28"),
            (WeekStart::Sunday, "2026-11-28", "2026-11-22", "2026-11-28"),
            (WeekStart::Sunday, "2027-01-01", "2026-12-27", "2027-01-02"),
        ] {
            assert_eq!(Week::of(day(date), start), Week { from: day(from), to: day(to) }, "{start:?}, {date}");
        }
    }

    #[test]
    fn weeks_follow_one_another_and_each_day_is_in_one() {
        for start in WeekStart::ALL {
            for n in 0..800 {
                let date = day("2026-01-01").plus_days(n);
                let week = Week::of(date, start);
                assert!(week.holds(date) && week.to.days_since(week.from) == 6, "{start:?}, {date}");
                let before = week.earlier(1);
                assert!(before.to.plus_days(1) == week.from && !before.holds(date), "{start:?}, {date}");
                assert_eq!(before, Week::of(week.from.minus_days(1), start), "{start:?}, {date}");
            }
        }
    }
}
