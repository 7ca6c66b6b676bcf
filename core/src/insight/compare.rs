//! The last 28 days beside the 28 before.
//!
//! Welch's t (1947) for two means with variances of their own, with the effective n in the place of n: two good days in a
//! row are less than two days' worth of news.

use super::series::{Series, finite};
use super::variation::{self, all_equal, effective_n, mean, variance};
use super::{Drift, InsightResult, distribution};
use crate::error::InvalidInput;
use crate::time::CivilDate;

/// Days of a period.
pub const DAYS: u32 = 28;
/// Fewest answers of a period.
const FEWEST: usize = 10;
/// Fewest independent answers a period has to be worth: with fewer there is no variance to go by.
const FEWEST_EFFECTIVE: f64 = 2.0;
/// Part of a series' width that is little: half a step of 0 to 4, an eighth of the days of a yes or no.
const LITTLE: f64 = 0.125;

/// The comparison's figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeriodFigures {
    /// Mean of the earlier values.
    pub earlier: f64,
    /// Mean of the later values.
    pub later: f64,
    /// Later minus earlier.
    pub difference: f64,
    /// Independent values that the earlier ones are worth.
    pub n_eff_earlier: f64,
    /// Independent values that the later ones are worth.
    pub n_eff_later: f64,
    /// The 95 % interval of the difference, with its degrees of freedom and its two-sided p; none where nothing varied in
    /// either period.
    pub uncertainty: Option<Uncertainty>,
}

/// How sure a difference is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Uncertainty {
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Degrees of freedom, by Welch and Satterthwaite.
    pub freedom: f64,
    /// Two-sided p.
    pub p: f64,
}

/// The figures of two rows of values, or how many more answers it takes at least.
///
/// # Errors
/// `value`, `not_finite`.
pub fn figures(earlier: &[f64], later: &[f64]) -> Result<Result<PeriodFigures, u32>, InvalidInput> {
    finite(earlier.iter().chain(later).copied())?;
    Ok(worked_out(earlier, later))
}

fn worked_out(earlier: &[f64], later: &[f64]) -> Result<PeriodFigures, u32> {
    let missing = |values: &[f64]| u32::try_from(FEWEST.saturating_sub(values.len())).unwrap_or(u32::MAX);
    let few = missing(earlier).saturating_add(missing(later));
    let (Some(mean_earlier), Some(mean_later), 0) = (mean(earlier), mean(later), few) else { return Err(few) };
    let [n_eff_earlier, n_eff_later] = [earlier, later].map(effective_n);
    let short = |values: &[f64], n_eff: f64| {
        if n_eff < FEWEST_EFFECTIVE { variation::still_needed(values.len(), n_eff, FEWEST_EFFECTIVE) } else { 0 }
    };
    let short = short(earlier, n_eff_earlier).saturating_add(short(later, n_eff_later));
    if short > 0 {
        return Err(short);
    }
    let difference = mean_later - mean_earlier;
    let uncertainty = if all_equal(earlier) && all_equal(later) {
        None
    } else {
        Some(welch(difference, [(variance(earlier), n_eff_earlier), (variance(later), n_eff_later)]))
    };
    Ok(PeriodFigures { earlier: mean_earlier, later: mean_later, difference, n_eff_earlier, n_eff_later, uncertainty })
}

/// `d +- t_(0.975, f) sqrt(v_1/n_1 + v_2/n_2)`, with Satterthwaite's
/// `f = (v_1/n_1 + v_2/n_2)^2 / ((v_1/n_1)^2/(n_1 - 1) + (v_2/n_2)^2/(n_2 - 1))`. `v_i` are the sample variances, `n_i` the
/// effective n.
fn welch(difference: f64, periods: [(f64, f64); 2]) -> Uncertainty {
    let [one, other] = periods.map(|(variance, n)| (variance / n, n));
    let error = one.0 + other.0;
    let freedom = error * error / (one.0 * one.0 / (one.1 - 1.0) + other.0 * other.0 / (other.1 - 1.0));
    let reach = distribution::t_95(freedom) * error.sqrt();
    let p = distribution::t_p(difference / error.sqrt(), freedom);
    Uncertainty { low: difference - reach, high: difference + reach, freedom, p }
}

/// Which way two periods differ, on a series of that width.
///
/// *Up* and *down*: the 95 % interval leaves 0 out. *The same*: all of it is little, an eighth of the width either way
/// (the two one-sided tests of Schuirmann 1987, on a wider interval). *No clear trend*: neither, and also where nothing
/// varied in either period, but the two differ: how sure that is cannot be told.
#[expect(clippy::float_cmp, reason = "nothing varied, so that both are one answer")]
pub fn direction(figures: &PeriodFigures, width: f64) -> Drift {
    let little = LITTLE * width;
    match figures.uncertainty {
        None if figures.earlier == figures.later => Drift::Same,
        Some(Uncertainty { low, .. }) if low > 0.0 => Drift::Up,
        Some(Uncertainty { high, .. }) if high < 0.0 => Drift::Down,
        Some(Uncertainty { low, high, .. }) if -little <= low && high <= little => Drift::Same,
        None | Some(_) => Drift::Unclear,
    }
}

/// The first day that is looked at.
pub fn first_day(today: CivilDate) -> CivilDate {
    today.minus_days(2 * DAYS - 1)
}

/// The last 28 days of a series beside the 28 before.
pub fn periods(series: &Series, width: f64, today: CivilDate) -> InsightResult {
    let turn = today.minus_days(DAYS - 1);
    let earlier = series.between(first_day(today), turn.minus_days(1)).values();
    let later = series.between(turn, today).values();
    match worked_out(&earlier, &later) {
        Err(needed) => InsightResult::NotEnough { needed },
        Ok(figures) => InsightResult::Periods {
            earlier: figures.earlier,
            later: figures.later,
            difference: figures.difference,
            low: figures.uncertainty.map(|uncertainty| uncertainty.low),
            high: figures.uncertainty.map(|uncertainty| uncertainty.high),
            n_eff_earlier: figures.n_eff_earlier,
            n_eff_later: figures.n_eff_later,
            direction: direction(&figures, width),
        },
    }
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
