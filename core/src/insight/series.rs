//! A row of numbers by day: in order, at most one a day, each of them a number. A day without one is a gap and is never
//! filled in.

use super::lines;
use crate::error::{Field, InvalidInput, Reason};
use crate::time::CivilDate;

/// A day's value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayValue {
    /// The logical day; of a week, its first day.
    pub day: CivilDate,
    /// What was answered.
    pub value: f64,
}

/// Values in the order of their days.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series(Vec<DayValue>);

/// A day of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesPoint {
    /// The day; of a week, its first day.
    pub day: CivilDate,
    /// What was answered; none is a gap.
    pub value: Option<f64>,
    /// Mean of the 7 days up to it.
    pub seven: Option<f64>,
    /// Mean of the 28 days, or the four weeks, up to it.
    pub twenty_eight: Option<f64>,
    /// The smooth line.
    pub smooth: Option<f64>,
}

impl Series {
    /// Values by day.
    ///
    /// # Errors
    /// `value`, `not_finite`; `date`, `out_of_order`: earlier than the one before it, or the same.
    pub fn new(values: Vec<DayValue>) -> Result<Self, InvalidInput> {
        finite(values.iter().map(|point| point.value))?;
        if values.windows(2).any(|pair| pair[0].day >= pair[1].day) {
            return Err(InvalidInput::new(Field::Date, Reason::OutOfOrder));
        }
        Ok(Self(values))
    }

    /// Every value with its day.
    pub fn points(&self) -> &[DayValue] {
        &self.0
    }

    /// How many values.
    pub fn n(&self) -> usize {
        self.0.len()
    }

    /// The values without their days.
    pub fn values(&self) -> Vec<f64> {
        self.0.iter().map(|point| point.value).collect()
    }

    /// The part from `first` to `last`.
    #[must_use]
    pub fn between(&self, first: CivilDate, last: CivilDate) -> Self {
        let inside = self.0.iter().filter(|point| first <= point.day && point.day <= last);
        Self(inside.copied().collect())
    }

    /// The value of a day.
    pub fn on(&self, day: CivilDate) -> Option<f64> {
        let at = self.0.binary_search_by(|point| point.day.cmp(&day)).ok()?;
        Some(self.0[at].value)
    }

    /// The values of the days that both have.
    pub fn paired(&self, other: &Self) -> (Vec<f64>, Vec<f64>) {
        self.0.iter().filter_map(|point| Some((point.value, other.on(point.day)?))).unzip()
    }

    /// Each day from `first` to `last`, the oldest first, with the lines of a series of days. The smooth line begins
    /// with the first value there is, also with one before `first`.
    pub fn chart(&self, first: CivilDate, last: CivilDate) -> Vec<SeriesPoint> {
        let days = (0..).map(|days| first.plus_days(days)).take_while(|day| *day <= last);
        let smooth = lines::smooth_by_entry(&self.values());
        days.map(|day| SeriesPoint {
            day,
            value: self.on(day),
            seven: lines::rolling_mean(self, day, lines::SEVEN),
            twenty_eight: lines::rolling_mean(self, day, lines::TWENTY_EIGHT),
            smooth: self.0.binary_search_by(|point| point.day.cmp(&day)).ok().and_then(|at| smooth[at]),
        })
        .collect()
    }

    /// Each of `weeks`, which are given by their first days, with the lines of a series of weeks.
    pub fn chart_of_weeks(&self, weeks: &[CivilDate]) -> Vec<SeriesPoint> {
        let smooth = lines::smooth_by_entry(&self.values());
        let point = |day: &CivilDate| SeriesPoint {
            day: *day,
            value: self.on(*day),
            seven: None,
            twenty_eight: lines::rolling_mean(self, day.plus_days(lines::REST_OF_WEEK), lines::FOUR_WEEKS),
            smooth: self.0.binary_search_by(|point| point.day.cmp(day)).ok().and_then(|at| smooth[at]),
        };
        weeks.iter().map(point).collect()
    }

    /// The means up to a day: of 7 days and of 28.
    pub fn means_on(&self, day: CivilDate) -> [Option<f64>; 2] {
        [lines::SEVEN, lines::TWENTY_EIGHT].map(|window| lines::rolling_mean(self, day, window))
    }

    /// The smooth line at the last value; none before the tenth.
    pub fn smooth_now(&self) -> Option<f64> {
        lines::smooth_by_entry(&self.values()).last().copied().flatten()
    }
}

/// The exponentially weighted mean after each value, from the first on.
///
/// # Errors
/// `value`, `not_finite`.
pub fn smooth(values: &[f64]) -> Result<Vec<f64>, InvalidInput> {
    finite(values.iter().copied())?;
    Ok(lines::smooth(values))
}

/// Whether every one is a number.
pub(super) fn finite(values: impl IntoIterator<Item = f64>) -> Result<(), InvalidInput> {
    let all = values.into_iter().all(f64::is_finite);
    if all { Ok(()) } else { Err(InvalidInput::new(Field::Value, Reason::NotFinite)) }
}

#[cfg(test)]
#[path = "series_tests.rs"]
mod tests;
