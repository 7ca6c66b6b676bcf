//! Beginning a practice, putting it down, and writing attempts down.

use super::one::{Steps, open, view};
use super::views::PracticeView;
use crate::app::{Session, settings};
use crate::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use crate::ids::{AttemptId, LedgerEntryId, RuleId};
use crate::practice::active::MOST_ACTIVE;
use crate::practice::attempt::{AttemptOutcome, KeptAttempt, NewAttempt, may_attempt};
use crate::practice::catalogue::{Catalogue, OWN_STEPS_FROM};
use crate::storage::practices;
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

impl Session {
    /// Begins a practice; one that is active stays as it is.
    ///
    /// # Errors
    /// [`Error::Conflict`], `practices_full`; as [`Session::practice`]. Nothing is changed.
    pub fn begin_practice(&self, ctx: &NowContext, id: &str) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        self.write(|tx| {
            let running = running(tx, id)?;
            if !running.iter().any(|known| known == id) {
                if running.len() >= MOST_ACTIVE {
                    return Err(Error::Conflict { kind: Clash::PracticesFull, id: String::new() });
                }
                practices::begin(tx, id, today)?;
            }
            view(tx, id, today)
        })
    }

    /// Puts a practice down, and takes the reminder of its plan away. Attempts and the words of the plan stay.
    ///
    /// # Errors
    /// [`Error::Conflict`], `practice_not_active`; as [`Session::practice`]. Nothing is changed.
    pub fn stop_practice(&self, ctx: &NowContext, id: &str) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        let (view, rule) = self.write(|tx| {
            must_be_active(tx, id)?;
            practices::stop(tx, id, today)?;
            let rule = practices::plan(tx, id)?.and_then(|plan| plan.rule);
            practices::silence_plan(tx, id)?;
            Ok((view(tx, id, today)?, rule))
        })?;
        Ok(PracticeView { reminders_told: rule.is_none_or(|rule| self.drop_rule(rule)), ..view })
    }

    /// Writes an attempt down, on disk when this returns. One that was done or tried today settles the reminder of today.
    ///
    /// # Errors
    /// `date`, `out_of_range` or `too_late` · `step`, `out_of_range` · as [`NewAttempt::kept`] · [`Error::Conflict`],
    /// `practice_not_active` · as [`Session::practice`]. Nothing is changed.
    pub fn record_attempt(&self, ctx: &NowContext, attempt: &NewAttempt) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        may_attempt(attempt.day, today)?;
        let kept = attempt.kept()?;
        let id = self.drawn(|entropy| AttemptId::new(ctx.now, entropy))?;
        self.attempted(&kept, today, |tx| Ok(practices::add_attempt(tx, id, &kept, ctx.now.millis())?))
    }

    /// Puts another attempt in the place of one. Its day may stay however long ago it is; a new one is held to what
    /// [`Self::record_attempt`] takes.
    ///
    /// # Errors
    /// [`Error::NotFound`], `attempt`, also for one of another practice; as [`Self::record_attempt`]. Nothing is changed.
    pub fn change_attempt(&self, ctx: &NowContext, id: AttemptId, attempt: &NewAttempt) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        let kept = attempt.kept()?;
        self.attempted(&kept, today, |tx| {
            let before = practices::attempt(tx, id)?.filter(|before| before.kept.practice == kept.practice);
            let before = before.ok_or_else(|| Error::NotFound { kind: Missing::Attempt, id: id.to_string() })?;
            if before.kept.day != kept.day {
                may_attempt(kept.day, today)?;
            }
            if before.kept != kept {
                practices::rewrite_attempt(tx, id, &kept, ctx.now.millis())?;
            }
            Ok(())
        })
    }

    fn attempted(
        &self,
        kept: &KeptAttempt,
        today: CivilDate,
        put: impl FnOnce(&Transaction<'_>) -> Result<(), Error>,
    ) -> Result<PracticeView, Error> {
        let (view, rule) = self.write(|tx| {
            must_be_active(tx, &kept.practice)?;
            let catalogue = Catalogue::current()?;
            let practice = catalogue.practice(&kept.practice, settings::load(tx)?.care_mode)?;
            if !Steps::load(tx, practice)?.has(kept.step) {
                return Err(InvalidInput::new(Field::Step, Reason::OutOfRange).into());
            }
            put(tx)?;
            Ok((view(tx, &kept.practice, today)?, practices::plan(tx, &kept.practice)?.and_then(|plan| plan.rule)))
        })?;
        let settles = kept.day == today && kept.outcome != AttemptOutcome::Skipped;
        let rule: Option<RuleId> = rule.filter(|_| settles);
        Ok(PracticeView { reminders_told: rule.is_none_or(|rule| self.completed_rule(rule, [today])), ..view })
    }
}

/// Makes a step of an entry of the ledger, and begins the practice it is of where there is room. Answers with its screen.
///
/// # Errors
/// As [`Session::practice`].
pub(in crate::app) fn own_step(
    tx: &Transaction<'_>,
    id: &str,
    entry: LedgerEntryId,
    text: &str,
    today: CivilDate,
) -> Result<PracticeView, Error> {
    let running = running(tx, id)?;
    practices::add_own_step(tx, id, OWN_STEPS_FROM, entry, text)?;
    if !running.iter().any(|known| known == id) && running.len() < MOST_ACTIVE {
        practices::begin(tx, id, today)?;
    }
    view(tx, id, today)
}

/// What is active, by its ids, for somebody who asks about the practice `id`.
fn running(tx: &Transaction<'_>, id: &str) -> Result<Vec<String>, Error> {
    let care_mode = settings::load(tx)?.care_mode;
    let catalogue = Catalogue::current()?;
    catalogue.practice(id, care_mode)?;
    Ok(open(catalogue, practices::active(tx)?, care_mode).into_iter().map(|(practice, _)| practice.id.clone()).collect())
}

/// # Errors
/// [`Error::Conflict`], `practice_not_active`; as [`Session::practice`].
pub(super) fn must_be_active(tx: &Transaction<'_>, id: &str) -> Result<(), Error> {
    let active = running(tx, id)?.iter().any(|known| known == id);
    if active { Ok(()) } else { Err(Error::Conflict { kind: Clash::PracticeNotActive, id: String::new() }) }
}
