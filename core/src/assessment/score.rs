//! Scores with their error bands.
//!
//! A score is the percent of the maximum possible (Cohen, Cohen, Aiken & West 1999), never a norm. Each carries its
//! standard error of measurement and the words at both ends of one standard error.

use super::answers::Answers;
use super::instrument::{Instrument, MAX_ANSWER, Part, ScaleId};
use super::psychometrics::Psychometrics;
use super::quality::{self, Quality};
use crate::error::Error;

/// Percent of maximum for one point of the mean keyed answer.
const PERCENT_PER_POINT: f64 = 100.0 / MAX_ANSWER as f64;
const MAX_SCORE: f64 = 100.0;
/// Scales in a total.
const PARTS_IN_TOTAL: f64 = 4.0;

/// A stretch of the score between two midpoints of neighbouring answer words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Below 37.5.
    Low,
    /// From 37.5 to below 62.5.
    Middle,
    /// From 62.5.
    High,
}

/// The levels one standard error below and above a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Level of the lower end.
    pub from: Level,
    /// Level of the upper end.
    pub to: Level,
}

/// A score and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// 0 to 100.
    pub score: f64,
    /// Standard error of measurement in the same points.
    pub sem: f64,
    /// The words.
    pub band: Band,
}

/// One of the two totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TotalId {
    /// Mean of the four patterns.
    Pattern,
    /// Mean of the four strengths.
    Strength,
}

impl TotalId {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Pattern, Self::Strength];

    /// The subscales it is the mean of.
    pub const fn scales(self) -> [ScaleId; 4] {
        match self {
            Self::Pattern => ScaleId::PATTERNS,
            Self::Strength => ScaleId::STRENGTHS,
        }
    }
}

/// A subscale's result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaleResult {
    /// Which.
    pub scale: ScaleId,
    /// Pattern or strength.
    pub part: Part,
    /// Answered items.
    pub answered: usize,
    /// Items of the scale.
    pub of: usize,
    /// None when fewer items were answered than the scale needs.
    pub estimate: Option<Estimate>,
}

/// A total's result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TotalResult {
    /// Which.
    pub total: TotalId,
    /// None when one of its four parts is missing.
    pub estimate: Option<Estimate>,
}

/// Everything that one run says.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The eight subscales in the order of [`ScaleId::ALL`].
    pub scales: [ScaleResult; 8],
    /// The two totals. There is no net score.
    pub totals: [TotalResult; 2],
    /// Whether the answers look hurried or mechanical.
    pub quality: Quality,
}

impl Scores {
    /// A subscale's estimate.
    pub fn estimate(&self, scale: ScaleId) -> Option<Estimate> {
        self.scales[scale.index()].estimate
    }

    /// Mean of the patterns that have a score, three at least; in points.
    pub fn mean_of_patterns(&self) -> Option<f64> {
        let known: Vec<f64> = ScaleId::PATTERNS.iter().filter_map(|scale| self.estimate(*scale)).map(|e| e.score).collect();
        (known.len() >= 3).then(|| mean(&known))
    }
}

/// Scores a run. `retest` is whether the person took the Check before, which makes quick answers less surprising.
///
/// # Errors
/// [`Error::Internal`] when the shipped constants do not hold together.
pub fn score(instrument: &Instrument, answers: &Answers, retest: bool) -> Result<Scores, Error> {
    let constants = Psychometrics::current()?;
    let scales = ScaleId::ALL.map(|scale| score_scale(instrument, constants, answers, scale));
    let totals = TotalId::ALL.map(|total| TotalResult { total, estimate: estimate_total(constants, &scales, total) });
    let quality = quality::assess(instrument, &constants.quality, answers, retest);
    Ok(Scores { scales, totals, quality })
}

fn score_scale(instrument: &Instrument, constants: &Psychometrics, answers: &Answers, scale: ScaleId) -> ScaleResult {
    let positions = instrument.positions_of(scale);
    let (mut of, mut answered, mut sum) = (0, 0, 0_u32);
    for position in positions {
        of += 1;
        if let Some(keyed) = answers.keyed(instrument, position) {
            answered += 1;
            sum += u32::from(keyed);
        }
    }
    let estimate = (answered >= instrument.scale(scale).min_answered).then(|| {
        let score = PERCENT_PER_POINT * f64::from(sum) / count(answered);
        let own = constants.scale(scale);
        estimate(constants, score, sem(own.sd, own.reliability, answered, of))
    });
    ScaleResult { scale, part: scale.part(), answered, of, estimate }
}

/// A total and its standard error: the mean of four independent estimates.
fn estimate_total(constants: &Psychometrics, scales: &[ScaleResult; 8], total: TotalId) -> Option<Estimate> {
    let mut sum = 0.0;
    let mut variance = 0.0;
    for scale in total.scales() {
        let part = scales[scale.index()].estimate?;
        sum += part.score;
        variance += part.sem * part.sem;
    }
    Some(estimate(constants, sum / PARTS_IN_TOTAL, variance.sqrt() / PARTS_IN_TOTAL))
}

/// Standard error of measurement, `SD * sqrt(1 - r)`, with the reliability of `answered` of `of` items by the
/// Spearman-Brown formula: `r' = m r / (1 + (m - 1) r)`, `m = answered / of` (Spearman 1910, Brown 1910).
fn sem(sd: f64, reliability: f64, answered: usize, of: usize) -> f64 {
    let m = count(answered) / count(of);
    let adjusted = m * reliability / (1.0 + (m - 1.0) * reliability);
    sd * (1.0 - adjusted).sqrt()
}

fn estimate(constants: &Psychometrics, score: f64, sem: f64) -> Estimate {
    let level = |points: f64| match constants.cuts {
        [low, _] if points < low => Level::Low,
        [_, high] if points < high => Level::Middle,
        _ => Level::High,
    };
    let band = Band { from: level((score - sem).max(0.0)), to: level((score + sem).min(MAX_SCORE)) };
    Estimate { score, sem, band }
}

/// Arithmetic mean; `values` is not empty.
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len())
}

/// A small count as a float, exactly.
pub(crate) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
