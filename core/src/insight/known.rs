//! What check-ins, weeks, contacts and limits say, as rows of numbers by day; and on how many days each was asked.
//!
//! A value is only ever what somebody answered or noted. What was not answered is a gap.

use super::SeriesId;
use super::series::{DayValue, Series};
use super::variation::{mean, number};
use crate::error::{Error, InvalidInput};
use crate::time::CivilDate;

/// How far back anything looks: the longest chart, and so long before it that the smooth line no longer knows where it
/// began.
pub const DAYS: u32 = 730;
/// How many answers of [`SeriesId::YesMeaningNo`] are in an order: none, once, more often. The last option, that it did
/// not apply, is no amount, and a gap.
const AMOUNTS: u8 = 3;

/// A day's check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTaps {
    /// The day that was asked about.
    pub day: CivilDate,
    /// The answers of every day: mood, energy, needs, yes meaning no, own time.
    pub taps: [Option<u8>; 5],
    /// The item that had its turn, by id.
    pub sixth: String,
    /// The answer to it.
    pub sixth_tap: Option<u8>,
}

/// The figures of a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekFigures {
    /// Its first day.
    pub from: CivilDate,
    /// Of the patterns, 0 to 100.
    pub pattern: Option<f64>,
    /// Of the strengths.
    pub strength: Option<f64>,
}

/// All that insights are made of, in the order of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    /// The check-ins.
    pub check_ins: Vec<DayTaps>,
    /// The first day with a check-in at all.
    pub since: Option<CivilDate>,
    /// The weeks with a pulse.
    pub weeks: Vec<WeekFigures>,
    /// The first day of the first week with a pulse at all.
    pub weeks_since: Option<CivilDate>,
    /// The days of contacts with others than the partner and oneself.
    pub contacts: Vec<CivilDate>,
    /// What became of limits: whether each was kept, with its day.
    pub limits: Vec<(CivilDate, bool)>,
    /// The breadth of the circle by day.
    pub breadth: Vec<DayValue>,
}

/// The series of somebody's weeks up to today.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    today: CivilDate,
    since: Option<CivilDate>,
    weeks_since: Option<CivilDate>,
    /// In the order of [`SeriesId::ALL`].
    series: Vec<Series>,
    /// The days with a check-in.
    check_ins: Series,
}

impl Known {
    /// The series of what was noted up to `today`.
    ///
    /// # Errors
    /// [`Error::Internal`] for days that are out of order.
    pub fn of(noted: &Noted, today: CivilDate) -> Result<Self, Error> {
        let series = SeriesId::ALL.into_iter().map(|id| series(id, noted)).collect::<Result<Vec<_>, _>>();
        let days = noted.check_ins.iter().map(|taps| DayValue { day: taps.day, value: 1.0 }).collect();
        let both = series.and_then(|series| Ok((series, Series::new(days)?)));
        let (series, check_ins) = both.map_err(|_| Error::Internal("stored days out of order"))?;
        Ok(Self { today, since: noted.since, weeks_since: noted.weeks_since, series, check_ins })
    }

    /// Today.
    pub const fn today(&self) -> CivilDate {
        self.today
    }

    /// A series.
    pub fn series(&self, id: SeriesId) -> Series {
        let place = SeriesId::ALL.iter().position(|other| *other == id);
        place.and_then(|place| self.series.get(place)).cloned().unwrap_or_default()
    }

    /// The days with a check-in, each with a 1.
    pub const fn check_ins(&self) -> &Series {
        &self.check_ins
    }

    /// On how many days from `first` to today each of `ids` was asked, counted from the first check-in on: every day, or
    /// on its turn. A day on which it was noted without having been asked counts too, so that nobody answered more often
    /// than they were asked. `turn` tells what had its turn on a day.
    pub fn asked(&self, ids: &[SeriesId], first: CivilDate, turn: impl Fn(CivilDate) -> Option<SeriesId>) -> u32 {
        let rows: Vec<(SeriesId, Series)> = ids.iter().map(|id| (*id, self.series(*id))).collect();
        let begun = |day: CivilDate| self.since.is_some_and(|since| since <= day);
        let asked = |day: CivilDate, id: SeriesId| begun(day) && (!takes_turns(id) || turn(day) == Some(id));
        let days = (0..).map(|days| first.plus_days(days)).take_while(|day| *day <= self.today);
        let all = days.filter(|day| rows.iter().all(|(id, row)| asked(*day, *id) || row.on(*day).is_some()));
        u32::try_from(all.count()).unwrap_or(u32::MAX)
    }

    /// How many of `weeks`, given by their first days, were asked about: those from the first pulse on.
    pub fn asked_weeks(&self, weeks: &[CivilDate]) -> u32 {
        let asked = weeks.iter().filter(|from| self.weeks_since.is_some_and(|since| since <= **from)).count();
        u32::try_from(asked).unwrap_or(u32::MAX)
    }
}

/// Whether it is asked on some days only.
const fn takes_turns(id: SeriesId) -> bool {
    matches!(id, SeriesId::Contact | SeriesId::LimitKept)
}

fn series(id: SeriesId, noted: &Noted) -> Result<Series, InvalidInput> {
    let tap = |place: usize, counts: fn(u8) -> bool| {
        let answered = noted.check_ins.iter().filter_map(move |taps| Some((taps.day, taps.taps[place].filter(|value| counts(*value))?)));
        Series::new(answered.map(|(day, value)| DayValue { day, value: value.into() }).collect())
    };
    let week = |figure: fn(&WeekFigures) -> Option<f64>| {
        let known = noted.weeks.iter().filter_map(|week| Some(DayValue { day: week.from, value: figure(week)? }));
        Series::new(known.collect())
    };
    match id {
        SeriesId::Mood => tap(0, |_| true),
        SeriesId::Energy => tap(1, |_| true),
        SeriesId::Needs => tap(2, |_| true),
        SeriesId::YesMeaningNo => tap(3, |value| value < AMOUNTS),
        SeriesId::OwnTime => tap(4, |_| true),
        // A noted contact is a yes, whatever the check-in says; a day without one is no no.
        SeriesId::Contact => Series::new(highest(sixth(id, noted).into_iter().chain(noted.contacts.iter().map(|day| (*day, 1.0))))),
        SeriesId::LimitKept => {
            let limits = noted.limits.iter().map(|(day, kept)| (*day, f64::from(u8::from(*kept))));
            Series::new(means(sixth(id, noted).into_iter().chain(limits)))
        }
        SeriesId::PulsePattern => week(|week| week.pattern),
        SeriesId::PulseStrength => week(|week| week.strength),
        SeriesId::CirclesBreadth => Series::new(noted.breadth.clone()),
    }
}

/// The answers to the item that has its turn on some days.
fn sixth(id: SeriesId, noted: &Noted) -> Vec<(CivilDate, f64)> {
    let of_it = noted.check_ins.iter().filter(|taps| taps.sixth == id.key());
    of_it.filter_map(|taps| Some((taps.day, f64::from(taps.sixth_tap?)))).collect()
}

/// One value a day: the highest.
fn highest(values: impl IntoIterator<Item = (CivilDate, f64)>) -> Vec<DayValue> {
    by_day(values, |of_day| of_day.iter().copied().reduce(f64::max))
}

/// One value a day: the mean.
fn means(values: impl IntoIterator<Item = (CivilDate, f64)>) -> Vec<DayValue> {
    by_day(values, mean)
}

fn by_day(values: impl IntoIterator<Item = (CivilDate, f64)>, of_day: impl Fn(&[f64]) -> Option<f64>) -> Vec<DayValue> {
    let mut values: Vec<(CivilDate, f64)> = values.into_iter().collect();
    values.sort_by_key(|(day, _)| *day);
    let days = values.chunk_by(|one, other| one.0 == other.0);
    days.filter_map(|day| {
        let all: Vec<f64> = day.iter().map(|(_, value)| *value).collect();
        Some(DayValue { day: day.first()?.0, value: of_day(&all)? })
    })
    .collect()
}

/// How many days or weeks lie in a stretch that is asked about, and how many of them have a value.
pub fn gaps(asked: u32, n: usize) -> u32 {
    super::variation::whole((f64::from(asked) - number(n)).max(0.0))
}

#[cfg(test)]
#[path = "known_tests.rs"]
mod tests;
