//! Finished runs: scored when they are looked at, listed, left out, deleted.

use super::Session;
use super::check::{collected, find};
use crate::assessment::answers::Answers;
use crate::assessment::draft::PartnerContext;
use crate::assessment::instrument::Instrument;
use crate::assessment::run::{Inclusion, LifeEvent, ScoredRun};
use crate::assessment::score;
use crate::error::{Clash, Error, Missing};
use crate::ids::RunId;
use crate::storage::runs::{self, Run};
use crate::time::CivilDate;
use rusqlite::Transaction;

/// Runs a page.
const PAGE: usize = 50;

/// A finished run in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunSummary {
    /// Its id.
    pub id: RunId,
    /// The logical day on which it was finished.
    pub day: CivilDate,
    /// Milliseconds since 1970.
    pub finished_at: i64,
    /// Whom it is about.
    pub partner_context: PartnerContext,
    /// Version of the instrument.
    pub version: u32,
    /// Answered items.
    pub answered: usize,
    /// Items in all.
    pub of: usize,
    /// Whether its answers look hurried or mechanical.
    pub low_confidence: bool,
    /// What the person decided about it.
    pub inclusion: Inclusion,
    /// Whether it takes part in change and trends.
    pub counts: bool,
    /// What coloured it.
    pub tags: Vec<LifeEvent>,
}

/// A page of finished runs, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunPage {
    /// At most fifty.
    pub runs: Vec<RunSummary>,
    /// What to ask the next page with; none on the last.
    pub next: Option<RunId>,
}

impl Session {
    /// A page of finished runs, after the run `after`.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a run that is not there; [`Error::Locked`], [`Error::Storage`].
    pub fn check_runs(&self, after: Option<RunId>) -> Result<RunPage, Error> {
        self.read(|tx| page(tx, Instrument::current()?, after))
    }

    /// Counts a run in change and trends, whatever its answers look like.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Conflict`] `run_unfinished`; [`Error::Locked`], [`Error::Storage`].
    pub fn include_check(&self, run: RunId) -> Result<RunSummary, Error> {
        self.decide(run, Inclusion::Included)
    }

    /// Leaves a run out of change and trends.
    ///
    /// # Errors
    /// As [`Self::include_check`].
    pub fn exclude_check(&self, run: RunId) -> Result<RunSummary, Error> {
        self.decide(run, Inclusion::Excluded)
    }

    fn decide(&self, run: RunId, inclusion: Inclusion) -> Result<RunSummary, Error> {
        self.write(|tx| {
            finished_run(tx, run)?;
            runs::set_inclusion(tx, run, inclusion)?;
            summary(tx, Instrument::current()?, run)
        })
    }

    /// Deletes a run or a draft for good: the one way to lose answers, and it says so.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Locked`], [`Error::Storage`].
    pub fn delete_check(&self, run: RunId) -> Result<(), Error> {
        self.write(|tx| {
            let deleted = runs::delete(tx, run)?;
            if deleted { Ok(()) } else { Err(Error::NotFound { kind: Missing::Run, id: run.to_string() }) }
        })
    }
}

/// A finished run by its id.
pub(super) fn finished_run(tx: &Transaction<'_>, id: RunId) -> Result<Run, Error> {
    let run = find(tx, id)?;
    if run.finished.is_none() {
        return Err(Error::Conflict { kind: Clash::RunUnfinished, id: id.to_string() });
    }
    Ok(run)
}

/// A finished run of this version, with what it says.
pub(super) struct Past {
    pub(super) answers: Answers,
    pub(super) scored: ScoredRun<RunId>,
}

/// Scores every finished run of the instrument's version, the oldest first; with the runs that cannot be scored.
fn all(tx: &Transaction<'_>, instrument: &Instrument) -> Result<Vec<(Run, Option<Past>)>, Error> {
    let mut seen_before = false;
    let mut past = Vec::new();
    for run in runs::finished(tx, &instrument.id)? {
        let scored = match &run.finished {
            Some(finished) if run.binding.fits(instrument) => {
                let answers = collected(instrument, &runs::answers(tx, run.id)?)?;
                let scores = score::score(instrument, &answers, seen_before)?;
                let counts = run.inclusion.counts(scores.quality.low_confidence);
                Some(Past { answers, scored: ScoredRun { id: run.id, day: finished.day, scores, counts } })
            }
            _ => None,
        };
        seen_before = true;
        past.push((run, scored));
    }
    Ok(past)
}

/// What runs of a context are read against each other, the oldest first, with the answers of one of them.
pub(super) fn around(tx: &Transaction<'_>, instrument: &Instrument, run: &Run) -> Result<(Vec<ScoredRun<RunId>>, Option<Answers>), Error> {
    let context = run.binding.partner_context;
    let mut own = None;
    let same = all(tx, instrument)?.into_iter().filter(|(other, _)| other.binding.partner_context == context);
    let scored = same.filter_map(|(other, past)| {
        let past = past?;
        if other.id == run.id {
            own = Some(past.answers);
        }
        Some(past.scored)
    });
    let scored = scored.collect();
    Ok((scored, own))
}

/// The runs of a context, the oldest first.
pub(super) fn of_context(tx: &Transaction<'_>, instrument: &Instrument, context: PartnerContext) -> Result<Vec<ScoredRun<RunId>>, Error> {
    let same = all(tx, instrument)?.into_iter().filter(|(run, _)| run.binding.partner_context == context);
    Ok(same.filter_map(|(_, past)| past.map(|past| past.scored)).collect())
}

/// The runs of a context, the place of the last one that counts, and the answers of that.
pub(super) type LastValid = (Vec<ScoredRun<RunId>>, usize, Answers);

/// What guidance is made of where no run was asked for: the last one of the context that counts.
pub(super) fn last_valid(tx: &Transaction<'_>, instrument: &Instrument, context: PartnerContext) -> Result<Option<LastValid>, Error> {
    let same = all(tx, instrument)?.into_iter().filter(|(run, _)| run.binding.partner_context == context);
    let (runs, mut answers): (Vec<_>, Vec<_>) = same.filter_map(|(_, past)| past.map(|past| (past.scored, past.answers))).unzip();
    let at = runs.iter().rposition(|run: &ScoredRun<RunId>| run.counts);
    Ok(at.map(|at| (runs, at, answers.swap_remove(at))))
}

/// The day of the last run that counts.
pub(super) fn last_valid_day(runs: &[ScoredRun<RunId>]) -> Option<CivilDate> {
    runs.iter().rev().find(|run| run.counts).map(|run| run.day)
}

/// A page of summaries, the newest first.
pub(super) fn page(tx: &Transaction<'_>, instrument: &Instrument, after: Option<RunId>) -> Result<RunPage, Error> {
    let newest_first: Vec<RunSummary> = summaries(tx, instrument)?.into_iter().rev().collect();
    let start = match after {
        None => 0,
        Some(id) => {
            let found = newest_first.iter().position(|run| run.id == id);
            found.ok_or_else(|| Error::NotFound { kind: Missing::Run, id: id.to_string() })? + 1
        }
    };
    let runs: Vec<RunSummary> = newest_first.iter().skip(start).take(PAGE).cloned().collect();
    let more = newest_first.len() > start + runs.len();
    let next = runs.last().filter(|_| more).map(|run| run.id);
    Ok(RunPage { runs, next })
}

/// The summary of one finished run.
pub(super) fn summary(tx: &Transaction<'_>, instrument: &Instrument, id: RunId) -> Result<RunSummary, Error> {
    let found = summaries(tx, instrument)?.into_iter().find(|run| run.id == id);
    found.ok_or_else(|| Error::NotFound { kind: Missing::Run, id: id.to_string() })
}

pub(super) fn summaries(tx: &Transaction<'_>, instrument: &Instrument) -> Result<Vec<RunSummary>, Error> {
    let finished = all(tx, instrument)?.into_iter().filter_map(|(run, past)| {
        let finished = run.finished?;
        let low_confidence = past.as_ref().is_some_and(|past| past.scored.scores.quality.low_confidence);
        Some(RunSummary {
            id: run.id,
            day: finished.day,
            finished_at: finished.at,
            partner_context: run.binding.partner_context,
            version: run.binding.version,
            answered: past.as_ref().map_or(0, |past| past.answers.answered()),
            of: instrument.items.len(),
            low_confidence,
            inclusion: run.inclusion,
            counts: past.is_some_and(|past| past.scored.counts),
            tags: run.tags,
        })
    });
    Ok(finished.collect())
}
