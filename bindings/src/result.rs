//! What a finished run says.

use crate::{
    AreaNeed, BoundaryKind, CardKind, Change, CheckChange, CivilDate, HelpLines, PracticeArea, Quality, RunId, RunSummary, ScaleResult,
    TotalResult, count, list,
};
use ampersand_core::app;
use ampersand_core::assessment::change::Changes;
use ampersand_core::practice::catalogue as core_catalogue;

/// A scale on the result screen.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ScaleCard {
    /// Its result.
    pub result: ScaleResult,
    /// Its name.
    pub title: String,
    /// What it is about; in care mode the patterns carry the care text.
    pub about: String,
    /// Its change against the baseline, where there is one.
    pub change: Option<Change>,
}

/// A total on the result screen.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct TotalCard {
    /// Its result.
    pub result: TotalResult,
    /// Its change against the baseline, where there is one.
    pub change: Option<Change>,
}

/// A practice: small steps, smallest first, and why.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Practice {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Why it may help.
    pub why: String,
    /// Steps, smallest first.
    pub steps: Vec<String>,
}

impl From<&core_catalogue::Practice> for Practice {
    fn from(practice: &core_catalogue::Practice) -> Self {
        Self { id: practice.id.clone(), title: practice.title.clone(), why: practice.why.clone(), steps: practice.steps.clone() }
    }
}

/// An area with its practices; care mode is already applied.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Suggestion {
    /// The need and what it was made of.
    pub need: AreaNeed,
    /// The area's title.
    pub title: String,
    /// What can be practised.
    pub practices: Vec<Practice>,
}

impl From<app::Suggestion> for Suggestion {
    fn from(app::Suggestion { need, title, practices }: app::Suggestion) -> Self {
        Self { need: need.into(), title: title.into(), practices: list(practices) }
    }
}

/// A kind of boundary with its first step.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct BoundarySuggestion {
    /// The kind.
    pub kind: BoundaryKind,
    /// The first small step.
    pub first_step: String,
}

impl From<app::BoundarySuggestion> for BoundarySuggestion {
    fn from(app::BoundarySuggestion { kind, first_step }: app::BoundarySuggestion) -> Self {
        Self { kind: kind.into(), first_step: first_step.into() }
    }
}

/// What may be said about change. The figures are on the scales and totals.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum ChangeReport {
    /// Nothing to compare with yet.
    FirstRun,
    /// The run does not count.
    LeftOut,
    /// Too close to the baseline.
    TooSoon {
        /// The first day on which a run could be compared.
        from: CivilDate,
    },
    /// Compared.
    Compared {
        /// With this run.
        baseline: RunId,
        /// The day it was finished on.
        baseline_day: CivilDate,
        /// Days from the baseline to this run.
        days_between: u32,
    },
}

/// What comes first in care mode.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CareNote {
    /// The care text.
    pub text: String,
    /// Help lines.
    pub help: HelpLines,
}

/// Everything the result screen shows.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct CheckResult {
    /// The run.
    pub run: RunSummary,
    /// Eight scales: four patterns, then four strengths.
    pub scales: Vec<ScaleCard>,
    /// The two totals.
    pub totals: Vec<TotalCard>,
    /// The signs of its answers.
    pub quality: Quality,
    /// What may be said about change.
    pub change: ChangeReport,
    /// Areas by need.
    pub suggestions: Vec<Suggestion>,
    /// Areas too close to call: the person picks.
    pub choose_between: Vec<PracticeArea>,
    /// The kind of boundary to start with.
    pub boundary: Option<BoundarySuggestion>,
    /// Cards in order.
    pub cards: Vec<CardKind>,
    /// In care mode: what comes first.
    pub care: Option<CareNote>,
    /// What the Check is and is not.
    pub footer: String,
}

impl From<app::CheckResult> for CheckResult {
    fn from(result: app::CheckResult) -> Self {
        let app::CheckResult { run, scores, titles, about, change, suggestions, choose_between, boundary, cards, care, footer } = result;
        let crate::CheckScores { scales, totals, quality } = scores.into();
        let (change, changes) = split(change);
        let changes = changes.map(CheckChange::from);
        let scale_change = |at: usize| changes.as_ref().and_then(|changes| changes.scales.get(at)).map(|scale| scale.change);
        let total_change = |at: usize| changes.as_ref().and_then(|changes| changes.totals.get(at)).map(|total| total.change);
        let texts = titles.into_iter().zip(about);
        let scales = scales.into_iter().zip(texts).enumerate().map(|(at, (result, (title, about)))| ScaleCard {
            result,
            title: title.into(),
            about: about.into(),
            change: scale_change(at),
        });
        let totals = totals.into_iter().enumerate().map(|(at, result)| TotalCard { result, change: total_change(at) });
        Self {
            run: run.into(),
            scales: scales.collect(),
            totals: totals.collect(),
            quality,
            change,
            suggestions: list(suggestions),
            choose_between: list(choose_between),
            boundary: boundary.map(Into::into),
            cards: list(cards),
            care: care.map(|(text, help)| CareNote { text: text.into(), help: help.into() }),
            footer: footer.into(),
        }
    }
}

/// The report without its figures, and the figures.
fn split(change: app::ChangeReport) -> (ChangeReport, Option<Changes>) {
    match change {
        app::ChangeReport::FirstRun => (ChangeReport::FirstRun, None),
        app::ChangeReport::LeftOut => (ChangeReport::LeftOut, None),
        app::ChangeReport::TooSoon { from } => (ChangeReport::TooSoon { from: from.into() }, None),
        app::ChangeReport::Compared { baseline, baseline_day, days_between, changes } => {
            let days_between = count(usize::try_from(days_between).unwrap_or_default());
            (ChangeReport::Compared { baseline: baseline.into(), baseline_day: baseline_day.into(), days_between }, Some(*changes))
        }
    }
}
