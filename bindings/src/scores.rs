//! Answers and what they say.

use crate::{count, list, mirrored};
use ampersand_core::assessment::answers as core_answers;
use ampersand_core::assessment::change as core_change;
use ampersand_core::assessment::instrument as core_instrument;
use ampersand_core::assessment::quality as core_quality;
use ampersand_core::assessment::score as core_score;

mirrored! {
    /// The eight subscales.
    ScaleId = core_instrument::ScaleId {
        /// Looking outward first.
        Ef,
        /// Putting myself last.
        Ss,
        /// Holding feelings in.
        Es,
        /// Conflict and control.
        Cc,
        /// Time for myself.
        St,
        /// Boundaries.
        Bd,
        /// Community.
        Cn,
        /// Open talk.
        Oc,
    }
}

mirrored! {
    /// Which half of the Check a scale belongs to. The halves are never netted.
    Part = core_instrument::Part {
        /// Something that may stand in the way.
        Pattern,
        /// Something to stand on.
        Strength,
    }
}

mirrored! {
    /// The two totals.
    TotalId = core_score::TotalId {
        /// Mean of the four patterns.
        Pattern,
        /// Mean of the four strengths.
        Strength,
    }
}

mirrored! {
    /// A stretch of the score between two midpoints of neighbouring answer words.
    Level = core_score::Level {
        /// Below 37.5.
        Low,
        /// From 37.5 to below 62.5.
        Middle,
        /// From 62.5.
        High,
    }
}

mirrored! {
    /// A sign that answers were hurried or mechanical; in the order of their names.
    QualityFlag = core_quality::QualityFlag {
        /// Plain and reversed items say opposite things.
        Contradicting,
        /// A long run of the same answer.
        LongRun,
        /// At least half of the timed items were quick.
        Quick,
        /// Hardly any spread.
        SameAnswer,
        /// A median time under a second.
        TooFast,
    }
}

mirrored! {
    /// What may be said about a change.
    Claim = core_change::Claim {
        /// Nothing.
        NotClaimed,
        /// Within what chance would do.
        Same,
        /// Too close to call.
        Unclear,
        /// Unlikely to be chance.
        Likely,
        /// Likely now and at the run before, in the same direction.
        SeenTwice,
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ItemAnswer {
    /// Id of the item.
    pub item: String,
    /// 0 to 4; none if skipped.
    pub value: Option<i32>,
    /// Milliseconds spent on the item, time in the background left out; 0 to a day, or none.
    pub ms: Option<i64>,
}

impl From<ItemAnswer> for core_answers::ItemAnswer {
    fn from(ItemAnswer { item, value, ms }: ItemAnswer) -> Self {
        Self { item, value, ms }
    }
}

impl From<core_answers::ItemAnswer> for ItemAnswer {
    fn from(core_answers::ItemAnswer { item, value, ms }: core_answers::ItemAnswer) -> Self {
        Self { item, value, ms }
    }
}

/// The answers of a run; items that are absent count as skipped.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckAnswers {
    /// Version of the Me & Us Check.
    pub version: u32,
    /// In any order, each item at most once.
    pub answers: Vec<ItemAnswer>,
}

/// The levels one standard error below and above a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct Band {
    /// Level of the lower end.
    pub from: Level,
    /// Level of the upper end.
    pub to: Level,
}

/// A score and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Estimate {
    /// Percent of the maximum possible, 0 to 100.
    pub score: f64,
    /// Standard error of measurement, in the same points.
    pub sem: f64,
    /// The words.
    pub band: Band,
}

impl From<core_score::Estimate> for Estimate {
    fn from(core_score::Estimate { score, sem, band }: core_score::Estimate) -> Self {
        let core_score::Band { from, to } = band;
        Self { score, sem, band: Band { from: from.into(), to: to.into() } }
    }
}

/// A subscale's result.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct ScaleResult {
    /// Which.
    pub scale: ScaleId,
    /// Pattern or strength.
    pub part: Part,
    /// Answered items.
    pub answered: u32,
    /// Items of the scale.
    pub of: u32,
    /// None when too few items were answered.
    pub estimate: Option<Estimate>,
}

impl From<core_score::ScaleResult> for ScaleResult {
    fn from(result: core_score::ScaleResult) -> Self {
        let core_score::ScaleResult { scale, part, answered, of, estimate } = result;
        Self { scale: scale.into(), part: part.into(), answered: count(answered), of: count(of), estimate: estimate.map(Into::into) }
    }
}

/// A total's result.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct TotalResult {
    /// Which.
    pub total: TotalId,
    /// None when one of its four parts is missing.
    pub estimate: Option<Estimate>,
}

impl From<core_score::TotalResult> for TotalResult {
    fn from(core_score::TotalResult { total, estimate }: core_score::TotalResult) -> Self {
        Self { total: total.into(), estimate: estimate.map(Into::into) }
    }
}

/// Whether answers look hurried or mechanical. It never accuses and never blocks.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Quality {
    /// The signs, in order.
    pub flags: Vec<QualityFlag>,
    /// Any strong sign, or two soft ones.
    pub low_confidence: bool,
}

impl From<core_quality::Quality> for Quality {
    fn from(core_quality::Quality { flags, low_confidence }: core_quality::Quality) -> Self {
        Self { flags: list(flags), low_confidence }
    }
}

/// Everything that one run says.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct CheckScores {
    /// The eight subscales in the order of `ScaleId`.
    pub scales: Vec<ScaleResult>,
    /// The two totals. There is no net score.
    pub totals: Vec<TotalResult>,
    /// The signs of its answers.
    pub quality: Quality,
}

impl From<core_score::Scores> for CheckScores {
    fn from(core_score::Scores { scales, totals, quality }: core_score::Scores) -> Self {
        Self { scales: list(scales), totals: list(totals), quality: quality.into() }
    }
}

/// The change of one score. The figures are there where something may be said.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Change {
    /// What may be said.
    pub claim: Claim,
    /// Later minus baseline, in points of the 0 to 100 score.
    pub points: Option<f64>,
    /// Reliable change index, in standard errors of the difference.
    pub rci: Option<f64>,
    /// Two-sided p, Holm-adjusted within its family.
    pub p: Option<f64>,
}

impl From<core_change::Change> for Change {
    fn from(core_change::Change { claim, figures }: core_change::Change) -> Self {
        let (points, rci, p) = match figures {
            Some(core_change::ChangeFigures { points, rci, p }) => (Some(points), Some(rci), Some(p)),
            None => (None, None, None),
        };
        Self { claim: claim.into(), points, rci, p }
    }
}

/// The change of a subscale.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct ScaleChange {
    /// Which.
    pub scale: ScaleId,
    /// Its change.
    pub change: Change,
}

/// The change of a total.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct TotalChange {
    /// Which.
    pub total: TotalId,
    /// Its change.
    pub change: Change,
}

/// The changes of a run against a baseline.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct CheckChange {
    /// The eight subscales.
    pub scales: Vec<ScaleChange>,
    /// The two totals.
    pub totals: Vec<TotalChange>,
}

impl From<core_change::Changes> for CheckChange {
    fn from(core_change::Changes { scales, totals }: core_change::Changes) -> Self {
        let scale =
            |(scale, change): (core_instrument::ScaleId, core_change::Change)| ScaleChange { scale: scale.into(), change: change.into() };
        let total =
            |(total, change): (core_score::TotalId, core_change::Change)| TotalChange { total: total.into(), change: change.into() };
        Self {
            scales: core_instrument::ScaleId::ALL.into_iter().zip(scales).map(scale).collect(),
            totals: core_score::TotalId::ALL.into_iter().zip(totals).map(total).collect(),
        }
    }
}
