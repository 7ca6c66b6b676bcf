//! Whether a series drifts: Mann's test (1945) with Kendall's S, its variance raised for days that are alike as Yue & Wang
//! (2004) do, and Sen's slope (1968).
//!
//! ADR 13 says how it departs from the form that takes the likeness of neighbours as it is measured, and by how much that
//! one raises false alarms.

use super::series::Series;
use super::variation::{clipped, lag_1, median, number};
use super::{Drift, InsightResult, distribution, ranks};
use crate::time::CivilDate;

/// Days that are looked at, of a series of days.
pub const DAYS: u32 = 90;
/// Weeks that are looked at, of a series of weeks.
pub const WEEKS: u32 = 26;
/// Fewest answers of days.
const FEWEST_DAYS: usize = 28;
/// Fewest answers of weeks.
const FEWEST_WEEKS: usize = 8;
/// A drift is spoken of below this p.
const ALPHA: f64 = 0.01;
/// A tau that is little. Of a straight drift in even noise it is a rise, over all that is looked at, by about as much as
/// one day usually differs from another.
const LITTLE: f64 = 0.2;
/// Days of a week.
const WEEK: f64 = 7.0;

/// The trend's figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendFigures {
    /// Kendall's S: pairs that go up, less those that go down.
    pub s: f64,
    /// Its variance with ties, for independent values.
    pub variance: f64,
    /// Kendall's tau-a, -1 to 1.
    pub tau: f64,
    /// Sen's slope, a day.
    pub slope_per_day: f64,
    /// Likeness of neighbours without the drift, as it is measured.
    pub lag_1: f64,
    /// Likeness that is reckoned with: 0 to 0.9.
    pub likeness: f64,
    /// What the variance is raised by: 1 or more.
    pub inflation: f64,
    /// The standard deviate, with Mann's correction for continuity.
    pub z: f64,
    /// Two-sided p.
    pub p: f64,
}

/// The figures of a series of two values or more; none of fewer.
pub fn figures(series: &Series) -> Option<TrendFigures> {
    let points = series.points();
    let first = points.first().filter(|_| points.len() > 1)?.day;
    let values = series.values();
    let n = number(values.len());
    let days: Vec<f64> = points.iter().map(|point| days_between(first, point.day)).collect();
    let (s, slope) = pairs(&days, &values)?;
    let straight: Vec<f64> = values.iter().zip(&days).map(|(value, day)| value - slope * day).collect();
    let lag_1 = lag_1(&straight);
    let likeness = likeness(lag_1, n);
    let (variance, inflation) = (variance_of_s(&values), inflation(likeness, values.len()));
    let z = deviate(s, variance * inflation);
    Some(TrendFigures {
        s,
        variance,
        tau: s / pairs_of(n),
        slope_per_day: slope,
        lag_1,
        likeness,
        inflation,
        z,
        p: distribution::normal_p(z),
    })
}

fn days_between(first: CivilDate, day: CivilDate) -> f64 {
    u32::try_from(day.days_since(first)).map_or(0.0, f64::from)
}

fn pairs_of(n: f64) -> f64 {
    n * (n - 1.0) / 2.0
}

/// Kendall's S, and Sen's slope: the median of the slopes between all pairs of days.
fn pairs(days: &[f64], values: &[f64]) -> Option<(f64, f64)> {
    let mut slopes = Vec::with_capacity(values.len() * values.len() / 2);
    let mut s = 0.0;
    for (at, (day, value)) in days.iter().zip(values).enumerate() {
        for (earlier_day, earlier) in days[..at].iter().zip(&values[..at]) {
            let rise = value - earlier;
            s += if rise > 0.0 {
                1.0
            } else if rise < 0.0 {
                -1.0
            } else {
                0.0
            };
            slopes.push(rise / (day - earlier_day));
        }
    }
    Some((s, median(slopes)?))
}

/// `(n(n-1)(2n+5) - sum t(t-1)(2t+5)) / 18`, `t` the sizes of the groups of equal values (Kendall 1975).
fn variance_of_s(values: &[f64]) -> f64 {
    let part = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let tied: f64 = ranks::ties(values).into_iter().map(|size| part(number(size))).sum();
    (part(number(values.len())) - tied) / 18.0
}

/// Likeness of neighbours with what a short row hides of it. Around a line that was fitted to the row, the measured one
/// is too low by about `(2 + 4 r)/n` (Kendall 1954 and Marriott & Pope 1954 for a mean, in the form for a line), so that
/// `r = (n r_1 + 2)/(n - 4)`; then clipped to 0 to 0.9.
fn likeness(lag_1: f64, n: f64) -> f64 {
    clipped(if n > 4.0 { (n * lag_1 + 2.0) / (n - 4.0) } else { 1.0 })
}

/// Yue & Wang's factor for a first-order autoregressive series: `1 + 2 sum_(k=1)^(n-1) (1 - k/n) r^k`.
fn inflation(likeness: f64, n: usize) -> f64 {
    let mut power = 1.0;
    let mut sum = 0.0;
    for k in 1..n {
        power *= likeness;
        sum += (1.0 - number(k) / number(n)) * power;
    }
    1.0 + 2.0 * sum
}

/// `(S -+ 1)/sqrt(Var S)`; 0 for an S of 0, and where all values are equal.
fn deviate(s: f64, variance: f64) -> f64 {
    if s == 0.0 || variance <= 0.0 { 0.0 } else { (s - s.signum()) / variance.sqrt() }
}

/// Which way a series drifts.
///
/// *Up* and *down*: p below 0.01, by the sign of S. *The same*: of all pairs of days, those that go one way outnumber the
/// others by less than a fifth, and that holds for the whole 95 % interval of tau; all values equal are the same. *No
/// clear trend*: neither.
pub fn direction(figures: &TrendFigures, n: usize) -> Drift {
    let reach = distribution::Z_95 * (figures.variance * figures.inflation).sqrt() / pairs_of(number(n));
    if figures.p < ALPHA {
        if figures.s > 0.0 { Drift::Up } else { Drift::Down }
    } else if figures.tau.abs() + reach < LITTLE {
        Drift::Same
    } else {
        Drift::Unclear
    }
}

/// A series' trend as an insight, over what the caller chose of it.
pub fn trend(series: &Series, weekly: bool) -> InsightResult {
    let fewest = if weekly { FEWEST_WEEKS } else { FEWEST_DAYS };
    let n = series.n();
    match figures(series).filter(|_| n >= fewest) {
        None => InsightResult::NotEnough { needed: u32::try_from(fewest - n).unwrap_or_default() },
        Some(figures) => InsightResult::Trend {
            direction: direction(&figures, n),
            tau: figures.tau,
            slope_per_week: figures.slope_per_day * WEEK,
            p: figures.p,
        },
    }
}

#[cfg(test)]
#[path = "trend_tests.rs"]
mod tests;
