//! The statistics of insights over given values: no vault, no present. What has to be a number is one, and days are in
//! order; otherwise each says so.

use crate::across::{Across, record};
use crate::guard::guard;
use crate::{AmpersandError, CivilDate, InsightResult, SeriesPoint, list};
use ampersand_core::assessment::change;
use ampersand_core::error::{Error, Field, InvalidInput, Reason};
use ampersand_core::insight::series::{self, Series};
use ampersand_core::insight::{self, compare, counts, together, trend, weekdays};
use ampersand_core::time;

record! { both
    /// A day's value.
    DayValue = series::DayValue {
        /// The day.
        day: CivilDate,
        /// The value.
        value: f64,
    }
}

record! {
    /// How sure a difference is.
    Uncertainty = compare::Uncertainty {
        /// Lower end of the 95 % interval.
        low: f64,
        /// Upper end.
        high: f64,
        /// Degrees of freedom, by Welch and Satterthwaite.
        freedom: f64,
        /// Two-sided p.
        p: f64,
    }
}

record! {
    /// Two rows of values beside each other.
    PeriodFigures = compare::PeriodFigures {
        /// Mean of the earlier values.
        earlier: f64,
        /// Mean of the later values.
        later: f64,
        /// Later minus earlier.
        difference: f64,
        /// Independent values that the earlier ones are worth.
        n_eff_earlier: f64,
        /// Independent values that the later ones are worth.
        n_eff_later: f64,
        /// How sure it is; none where nothing varied in either.
        uncertainty: Option<Uncertainty>,
    }
}

record! {
    /// The figures of a trend.
    TrendFigures = trend::TrendFigures {
        /// Kendall's S.
        s: f64,
        /// Its variance with ties, for independent values.
        variance: f64,
        /// Kendall's tau-a.
        tau: f64,
        /// Sen's slope, a day.
        slope_per_day: f64,
        /// Likeness of neighbours without the drift, as it is measured.
        lag_1: f64,
        /// Likeness that is reckoned with, 0 to 0.9.
        likeness: f64,
        /// What the variance is raised by, 1 or more.
        inflation: f64,
        /// The standard deviate.
        z: f64,
        /// Two-sided p.
        p: f64,
    }
}

record! {
    /// The figures of a pair.
    PairFigures = together::PairFigures {
        /// Spearman's rank correlation.
        rho: f64,
        /// Independent days the pairs are worth.
        n_eff: f64,
        /// Lower end of the 95 % interval.
        low: f64,
        /// Upper end.
        high: f64,
        /// Two-sided p, not adjusted.
        p: f64,
    }
}

fn series_of(points: Vec<DayValue>) -> Result<Series, InvalidInput> {
    Series::new(points.across())
}

/// On how many of the 28 days up to `today` a series was above 0.
///
/// Errors: `value`, `not_finite` · `date`, `out_of_order`; so for all of these.
#[uniffi::export]
pub fn count_of_days(points: Vec<DayValue>, today: CivilDate) -> Result<InsightResult, AmpersandError> {
    guard(|| Ok::<_, Error>(counts::above_zero(&series_of(points)?, today.into()).into()))
}

/// Each day from `first` to `last`, with the means and the smooth line.
///
/// Errors: as `count_of_days`; `date`, `out_of_range`, for more than ten years.
#[uniffi::export]
pub fn lines_of_series(points: Vec<DayValue>, first: CivilDate, last: CivilDate) -> Result<Vec<SeriesPoint>, AmpersandError> {
    /// Ten years.
    const MOST_DAYS: i64 = 3_653;
    guard(|| {
        let series = series_of(points)?;
        let (first, last): (time::CivilDate, time::CivilDate) = (first.into(), last.into());
        if last.days_since(first) >= MOST_DAYS {
            return Err(Error::from(InvalidInput::new(Field::Date, Reason::OutOfRange)));
        }
        Ok(list(series.chart(first, last)))
    })
}

/// The exponentially weighted mean after each value, from the first on.
///
/// Errors: `value`, `not_finite`.
#[uniffi::export]
pub fn smooth_line(values: Vec<f64>) -> Result<Vec<f64>, AmpersandError> {
    guard(|| series::smooth(&values))
}

/// How many independent values a row is worth.
///
/// Errors: `value`, `not_finite`.
#[uniffi::export]
pub fn effective_n(values: Vec<f64>) -> Result<f64, AmpersandError> {
    guard(|| series::smooth(&values).map(|_| insight::effective_n(&values)))
}

/// Two rows of values beside each other; none where there is not enough.
///
/// Errors: `value`, `not_finite`.
#[uniffi::export]
pub fn compare_values(earlier: Vec<f64>, later: Vec<f64>) -> Result<Option<PeriodFigures>, AmpersandError> {
    guard(|| Ok::<_, Error>(compare::figures(&earlier, &later)?.ok().map(PeriodFigures::from)))
}

/// The 28 days up to `today` beside the 28 before, on a series of that width (4 for 0 to 4).
///
/// Errors: as `count_of_days`; `value`, `out_of_range`, for a width that is not above 0.
#[uniffi::export]
pub fn compare_periods(points: Vec<DayValue>, width: f64, today: CivilDate) -> Result<InsightResult, AmpersandError> {
    guard(|| {
        let series = series_of(points)?;
        if !(width.is_finite() && width > 0.0) {
            return Err(Error::from(InvalidInput::new(Field::Value, Reason::OutOfRange)));
        }
        Ok(compare::periods(&series, width, today.into()).into())
    })
}

/// The figures of a trend; none of fewer than two values.
///
/// Errors: as `count_of_days`; `values`, `too_many`, for more than 2,000.
#[uniffi::export]
pub fn trend_figures(points: Vec<DayValue>) -> Result<Option<TrendFigures>, AmpersandError> {
    guard(|| Ok::<_, Error>(trend::figures(&bounded(points)?).map(TrendFigures::from)))
}

/// Whether a series drifts: of days, or of weeks.
///
/// Errors: as `trend_figures`.
#[uniffi::export]
pub fn trend_of(points: Vec<DayValue>, weekly: bool) -> Result<InsightResult, AmpersandError> {
    guard(|| Ok::<_, Error>(trend::trend(&bounded(points)?, weekly).into()))
}

/// All pairs of days are looked at: more of them than of ten years of days would take too long.
fn bounded(points: Vec<DayValue>) -> Result<Series, InvalidInput> {
    const MOST: usize = 2_000;
    if points.len() > MOST { Err(InvalidInput::new(Field::Values, Reason::TooMany)) } else { series_of(points) }
}

/// Two rows of values of the same days; none where there is not enough.
///
/// Errors: `values`, `lengths_differ` · `value`, `not_finite`.
#[uniffi::export]
pub fn pair_figures(one: Vec<f64>, other: Vec<f64>) -> Result<Option<PairFigures>, AmpersandError> {
    guard(|| Ok::<_, Error>(together::figures(&one, &other)?.ok().map(PairFigures::from)))
}

/// p-values adjusted by Holm.
///
/// Errors: `value`, `not_finite`, or `out_of_range` below 0 and above 1.
#[uniffi::export]
pub fn holm_adjusted(p: Vec<f64>) -> Result<Vec<f64>, AmpersandError> {
    guard(|| {
        series::smooth(&p)?;
        if p.iter().any(|p| !(0.0..=1.0).contains(p)) {
            return Err(InvalidInput::new(Field::Value, Reason::OutOfRange));
        }
        Ok(change::holm(&p))
    })
}

/// Medians, Monday to Sunday; none for a weekday with fewer than four values.
///
/// Errors: as `count_of_days`.
#[uniffi::export]
pub fn weekday_medians(points: Vec<DayValue>) -> Result<Vec<Option<f64>>, AmpersandError> {
    guard(|| Ok::<_, Error>(weekdays::medians(&series_of(points)?).to_vec()))
}
