//! Whether two series go together, for five pairs that were chosen beforehand. That they do says nothing of one making the
//! other.
//!
//! Spearman's rank correlation (1904), with the effective n of two series whose days are alike, Fisher's interval (1921),
//! and p-values adjusted by Holm (1979) over the pairs that could be looked at.

use super::ranks::ranks;
use super::series::{Series, finite};
use super::variation::{all_equal, clipped, lag_1, number, shrunk, squares, still_needed};
use super::{InsightResult, SeriesId, distribution};
use crate::assessment::change::holm;
use crate::error::{Field, InvalidInput, Reason};

/// Days that are looked at.
pub const DAYS: u32 = 365;
/// The pairs, chosen before anybody's answers were seen.
pub const PAIRS: [[SeriesId; 2]; 5] = [
    [SeriesId::Mood, SeriesId::OwnTime],
    [SeriesId::Mood, SeriesId::YesMeaningNo],
    [SeriesId::Energy, SeriesId::Needs],
    [SeriesId::Mood, SeriesId::Contact],
    [SeriesId::Needs, SeriesId::LimitKept],
];
/// Fewest independent days the pairs have to be worth.
const FEWEST_EFFECTIVE: f64 = 30.0;
/// Two go together below this adjusted p.
const ALPHA: f64 = 0.05;
/// The nearest to 1 that Fisher's transformation is taken of; at 1 it has no end.
const NEARLY_ONE: f64 = 1.0 - 1e-9;
/// Of ranks Fisher's transformation varies a little more than of values (Fieller, Hartley & Pearson 1957).
const OF_RANKS: f64 = 1.06;

/// A pair's figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairFigures {
    /// Spearman's rank correlation, -1 to 1.
    pub rho: f64,
    /// Independent days the pairs are worth; at most as many as there are.
    pub n_eff: f64,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Two-sided p, not adjusted.
    pub p: f64,
}

/// The figures of two rows of values of the same days, or how many more days with both it takes at least. Where one of
/// them never varied, one more could.
///
/// # Errors
/// `values`, `lengths_differ`; `value`, `not_finite`.
pub fn figures(one: &[f64], other: &[f64]) -> Result<Result<PairFigures, u32>, InvalidInput> {
    if one.len() != other.len() {
        return Err(InvalidInput::new(Field::Values, Reason::LengthsDiffer));
    }
    finite(one.iter().chain(other).copied())?;
    Ok(worked_out(one, other))
}

fn worked_out(one: &[f64], other: &[f64]) -> Result<PairFigures, u32> {
    let n_eff = effective_n_of_pairs(one, other);
    if n_eff < FEWEST_EFFECTIVE {
        return Err(still_needed(one.len(), n_eff, FEWEST_EFFECTIVE));
    }
    if all_equal(one) || all_equal(other) {
        return Err(1);
    }
    let rho = correlation(&ranks(one), &ranks(other));
    let (centre, reach) = (libm::atanh(rho.clamp(-NEARLY_ONE, NEARLY_ONE)), (OF_RANKS / (n_eff - 3.0)).sqrt());
    let end = |sign: f64| libm::tanh(centre + sign * distribution::Z_95 * reach);
    // Rounding must not put the estimate outside of its own interval.
    Ok(PairFigures { rho, n_eff, low: end(-1.0).min(rho), high: end(1.0).max(rho), p: distribution::normal_p(centre / reach) })
}

/// `n (1 - r_x r_y)/(1 + r_x r_y)` (Bartlett 1935, for two first-order autoregressive series), at most `n`. The product
/// is clipped to 0 to 0.9: of two series in which neighbours differ more than by chance both are less than they look,
/// and where one is alike and the other is not, nobody is told of more days than there are.
fn effective_n_of_pairs(one: &[f64], other: &[f64]) -> f64 {
    shrunk(number(one.len()), clipped(lag_1(one) * lag_1(other)))
}

/// Pearson's correlation, within -1 and 1.
fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let middle = f64::midpoint(1.0, number(one.len()));
    let product: f64 = one.iter().zip(other).map(|(x, y)| (x - middle) * (y - middle)).sum();
    (product / (squares(one) * squares(other)).sqrt()).clamp(-1.0, 1.0)
}

/// The pairs as insights, each out of the days that both of its series have.
pub fn pairs(series: &[[Series; 2]]) -> Vec<InsightResult> {
    let known: Vec<Result<PairFigures, u32>> = series
        .iter()
        .map(|[one, other]| {
            let (one, other) = one.paired(other);
            worked_out(&one, &other)
        })
        .collect();
    let adjusted = holm(&known.iter().flatten().map(|figures| figures.p).collect::<Vec<_>>());
    let mut adjusted = adjusted.into_iter();
    let result = |figures: Result<PairFigures, u32>| match figures {
        Err(needed) => InsightResult::NotEnough { needed },
        Ok(PairFigures { rho, n_eff, low, high, p }) => {
            let p_holm = adjusted.next().unwrap_or(p);
            InsightResult::Pair { rho, low, high, p_holm, n_eff, clear: p_holm < ALPHA }
        }
    };
    known.into_iter().map(result).collect()
}

#[cfg(test)]
#[path = "together_tests.rs"]
mod tests;
