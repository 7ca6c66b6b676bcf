//! The lines through a series: means of the days up to each day, and the smooth one. None of them fills a gap.

use super::series::Series;
use super::variation::mean;
use crate::time::CivilDate;

/// The days after the first one of a week.
pub(super) const REST_OF_WEEK: u32 = 6;
/// Weight of the newest value on the smooth line.
const LAMBDA: f64 = 0.2;
/// The smooth line is shown from this value on: before it, a third of it or more would be the very first answer.
pub(super) const SMOOTH_FROM: usize = 10;

/// A stretch of days up to a day, and how many answers make a mean of it.
#[derive(Clone, Copy)]
pub(super) struct Window {
    days: u32,
    pub(super) fewest: usize,
}

impl Window {
    /// The first day of the window that ends with `day`.
    pub(super) fn first(self, day: CivilDate) -> CivilDate {
        day.minus_days(self.days - 1)
    }
}

/// More than half of a week.
pub(super) const SEVEN: Window = Window { days: 7, fewest: 4 };
/// Three of each seven days.
pub(super) const TWENTY_EIGHT: Window = Window { days: 28, fewest: 12 };
/// As the pulse's own screen has it: three of four weeks.
pub(super) const FOUR_WEEKS: Window = Window { days: 28, fewest: 3 };

/// The mean of the values in the window that ends with `day`; none with too few of them.
pub(super) fn rolling_mean(series: &Series, day: CivilDate, window: Window) -> Option<f64> {
    let first = window.first(day);
    let points = series.points();
    let from = points.partition_point(|point| point.day < first);
    let to = points.partition_point(|point| point.day <= day);
    let inside: Vec<f64> = points[from..to].iter().map(|point| point.value).collect();
    mean(&inside).filter(|_| inside.len() >= window.fewest)
}

/// Exponentially weighted moving average (Roberts 1959), by entry and not by day: `s_1 = x_1`,
/// `s_i = 0.2 x_i + 0.8 s_(i-1)`. It is a line to look at; no limit of it ever raises an alarm.
pub(super) fn smooth(values: &[f64]) -> Vec<f64> {
    let step = |line: &mut Option<f64>, value: &f64| {
        *line = Some(line.map_or(*value, |before| LAMBDA * value + (1.0 - LAMBDA) * before));
        *line
    };
    values.iter().scan(None, step).collect()
}

/// The smooth line as it is shown: none before the tenth value.
pub(super) fn smooth_by_entry(values: &[f64]) -> Vec<Option<f64>> {
    smooth(values).into_iter().enumerate().map(|(at, value)| (at + 1 >= SMOOTH_FROM).then_some(value)).collect()
}
