//! What a finished run says: scores, change, and what to practise, with care mode already applied.

use super::Session;
use super::history::{self, RunSummary, around, finished_run};
use super::settings::{self, Stored};
use crate::assessment::answers::Answers;
use crate::assessment::change::{self, Changes};
use crate::assessment::guidance::{self, AreaNeed, CardKind, Circumstances, Guidance};
use crate::assessment::help::HelpLines;
use crate::assessment::instrument::{BoundaryKind, Instrument, Part, ScaleId};
use crate::assessment::run::{Comparison, ScoredRun, comparison, previous_valid};
use crate::assessment::safety::SafetyTexts;
use crate::assessment::score::Scores;
use crate::error::{Error, Field, InvalidInput, Missing, Reason};
use crate::ids::RunId;
use crate::practice::catalogue::{Catalogue, Practice, PracticeArea};
use crate::strings;
use crate::time::CivilDate;

/// What may be said about change.
#[derive(Debug, Clone, PartialEq)]
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
        /// With this run,
        baseline: RunId,
        /// finished on this day,
        baseline_day: CivilDate,
        /// this many days earlier.
        days_between: i64,
        /// By scale and total.
        changes: Box<Changes>,
    },
}

/// An area with its practices.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The need and what it was made of.
    pub need: AreaNeed,
    /// The area's title.
    pub title: &'static str,
    /// What can be practised.
    pub practices: Vec<&'static Practice>,
}

/// A kind of boundary with its first step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundarySuggestion {
    /// The kind.
    pub kind: BoundaryKind,
    /// The first small step.
    pub first_step: &'static str,
}

/// Everything the result screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    /// The run.
    pub run: RunSummary,
    /// Scores, totals, quality.
    pub scores: Scores,
    /// Titles of the scales, in the order of [`ScaleId::ALL`].
    pub titles: [&'static str; 8],
    /// What each scale is about; in care mode the patterns carry the care text.
    pub about: [&'static str; 8],
    /// Change against the baseline.
    pub change: ChangeReport,
    /// Areas by need.
    pub suggestions: Vec<Suggestion>,
    /// Areas too close to call.
    pub choose_between: Vec<PracticeArea>,
    /// The kind of boundary to start with.
    pub boundary: Option<BoundarySuggestion>,
    /// Cards in order.
    pub cards: Vec<CardKind>,
    /// In care mode: the care text and the help lines, which come first.
    pub care: Option<(&'static str, HelpLines)>,
    /// What the instrument is and is not.
    pub footer: &'static str,
}

impl Session {
    /// What a finished run says.
    ///
    /// # Errors
    /// `safety`, `not_answered`, until the safety page was answered once; `version`, `unknown_version`, for a run of
    /// another version; [`Error::NotFound`]; [`Error::Conflict`] `run_unfinished`; [`Error::Locked`], [`Error::Storage`].
    pub fn check_result(&self, id: RunId) -> Result<CheckResult, Error> {
        self.read(|tx| {
            let stored = settings::load(tx)?;
            let Stored { settings, care_mode, safety_answered, welcomed: _ } = &stored;
            let (care_mode, safety_answered) = (*care_mode, *safety_answered);
            let run = finished_run(tx, id)?;
            if !safety_answered {
                return Err(InvalidInput::new(Field::Safety, Reason::NotAnswered).into());
            }
            let instrument = Instrument::of_version(run.binding.version)?;
            let (runs, answers) = around(tx, instrument, &run)?;
            let missing = || Error::NotFound { kind: Missing::Run, id: id.to_string() };
            let at = runs.iter().position(|other| other.id == id).ok_or_else(missing)?;
            let answers = answers.ok_or_else(missing)?;
            let scores = runs[at].scores.clone();

            let change = match comparison(&runs, at, settings.baseline)? {
                Comparison::Baseline => ChangeReport::FirstRun,
                Comparison::LeftOut => ChangeReport::LeftOut,
                Comparison::TooSoon { from } => ChangeReport::TooSoon { from },
                Comparison::With { baseline, confirming } => {
                    let later: Vec<&Scores> = confirming.map(|run| &run.scores).into_iter().chain([&scores]).collect();
                    match change::compare(&baseline.scores, &later)? {
                        None => ChangeReport::FirstRun,
                        Some(changes) => ChangeReport::Compared {
                            baseline: baseline.id,
                            baseline_day: baseline.day,
                            days_between: runs[at].day.days_since(baseline.day),
                            changes: Box::new(changes),
                        },
                    }
                }
            };
            let guidance = guidance(instrument, &stored, &runs, at, &answers)?;
            let catalogue = Catalogue::current()?;
            let care = if care_mode {
                Some((SafetyTexts::current()?.care_text.as_str(), self.help_for(settings.region.as_deref())?))
            } else {
                None
            };
            Ok(CheckResult {
                run: history::summary(tx, instrument, id)?,
                scores,
                titles: ScaleId::ALL.map(|scale| instrument.scale(scale).title.as_str()),
                about: self.about(care.as_ref().map(|(text, _)| *text))?,
                change,
                suggestions: guidance.ranking.into_iter().map(|need| suggestion(catalogue, need, care_mode)).collect(),
                choose_between: guidance.choose_between,
                boundary: guidance.boundary_kind.map(|kind| BoundarySuggestion { kind, first_step: catalogue.boundary_step(kind) }),
                cards: guidance.cards,
                care,
                footer: &instrument.footer,
            })
        })
    }

    /// What each scale is about, the patterns replaced by `care_text` in care mode.
    fn about(&self, care_text: Option<&'static str>) -> Result<[&'static str; 8], Error> {
        let texts = strings::Catalogue::closest(&self.locale)?;
        let mut about = [""; 8];
        for (scale, text) in ScaleId::ALL.into_iter().zip(&mut about) {
            *text = match care_text {
                Some(care_text) if scale.part() == Part::Pattern => care_text,
                _ => texts.text(&format!("scale.{}.about", scale.key()))?,
            };
        }
        Ok(about)
    }
}

/// What the run at `at` of its context's runs suggests to somebody with these settings.
pub(super) fn guidance(
    instrument: &Instrument,
    stored: &Stored,
    runs: &[ScoredRun<RunId>],
    at: usize,
    answers: &Answers,
) -> Result<Guidance, Error> {
    let circumstances = Circumstances {
        solo_mode: stored.care_mode,
        also_in_past: stored.settings.also_in_past,
        sexual_opt_in: stored.settings.sexual_opt_in,
        earlier_pattern: previous_valid(runs, at).and_then(|run| run.scores.mean_of_patterns()),
    };
    guidance::suggest(instrument, answers, &runs[at].scores, circumstances)
}

fn suggestion(catalogue: &'static Catalogue, need: AreaNeed, care_mode: bool) -> Suggestion {
    let (title, practices) = (catalogue.title(need.area), catalogue.practices(need.area, care_mode).collect());
    Suggestion { need, title, practices }
}
