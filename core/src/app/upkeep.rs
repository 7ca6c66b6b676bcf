//! Upkeep, in steps: what was long in the trash goes, histories are thinned, damage is looked for, safety copies are
//! taken. A shell calls it after opening and stops it when it likes; nothing depends on its coming to an end.

use super::{Session, told};
use crate::error::Error;
use crate::storage::check::{self, Soundness};
use crate::storage::{StorageError, Vault, entries, revisions, search};
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;
use std::collections::VecDeque;
use std::sync::{MutexGuard, PoisonError};

pub use crate::storage::{SnapshotKind, SnapshotSummary};

/// Free pages that are given back at once.
const PAGES_AT_ONCE: u32 = 256;

/// How far the upkeep is, in pages gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UpkeepProgress {
    /// Done.
    pub done: u32,
    /// In all, as far as is known.
    pub total: u32,
    /// Whether nothing is left to do.
    pub finished: bool,
}

/// What is still to do.
#[derive(Debug, Default)]
pub(super) struct Upkeep {
    left: VecDeque<Task>,
    done: u32,
    total: u32,
    /// Counts the beginnings and stops: a step that outlives one must not go on in the next.
    round: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    Purge,
    Thin,
    Check,
    CheckIndex,
    Copy,
    GiveBack,
    FoldLog,
}

impl Upkeep {
    fn progress(&self) -> UpkeepProgress {
        let finished = self.left.is_empty();
        // What a purge set free was not known at the beginning.
        let total = if finished { self.done } else { self.total.max(self.done) };
        UpkeepProgress { done: self.done, total, finished }
    }
}

impl Session {
    /// Finds out what is due; does nothing of it yet. What was begun before is forgotten.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Locked`], [`Error::Storage`].
    pub fn begin_upkeep(&self, ctx: &NowContext) -> Result<UpkeepProgress, Error> {
        let today = ctx.today()?;
        self.in_sight(|vault| {
            let size = vault.pages()?;
            let check = vault.read(|tx| check::is_due(tx, today))?;
            // What was purged leaves the log at once, whatever becomes of the rest.
            let mut left = VecDeque::from([Task::Purge, Task::Thin, Task::FoldLog]);
            if check {
                left.extend([Task::Check, Task::CheckIndex]);
            }
            if !vault.snapshots_due(today).is_empty() {
                left.push_back(Task::Copy);
            }
            left.extend([Task::GiveBack, Task::FoldLog]);
            let total = left.iter().map(|task| weight(*task, size)).fold(0, u32::saturating_add);
            let mut upkeep = self.held_upkeep();
            *upkeep = Upkeep { left, done: 0, total, round: upkeep.round + 1 };
            Ok(upkeep.progress())
        })
    }

    /// Does up to `budget` pages of what is due, and at least one thing: a check and a safety copy go through the whole
    /// vault at once, beside everything else, and are ended by [`Self::stop_upkeep`] or a lock.
    ///
    /// # Errors
    /// [`Error::Storage`], `damaged`, when a check finds that something written cannot be read: time to offer a
    /// recovery. `zone`, `zone_span_short`; [`Error::Locked`].
    pub fn step_upkeep(&self, ctx: &NowContext, budget: u32) -> Result<UpkeepProgress, Error> {
        let today = ctx.today()?;
        let mut spent = 0_u32;
        loop {
            let (task, round) = {
                let upkeep = self.held_upkeep();
                match upkeep.left.front() {
                    Some(task) if spent == 0 || spent < budget => (*task, upkeep.round),
                    _ => return Ok(upkeep.progress()),
                }
            };
            let outcome = self.in_sight(|vault| {
                let wanted = || self.held_upkeep().round == round;
                let step = Step { ctx, today, budget: budget.saturating_sub(spent), wanted: &wanted };
                let whole = weight(task, vault.pages()?);
                if step.carry_out(vault, task)? {
                    return Ok((true, whole));
                }
                // Of what is done in parts, the part.
                Ok((false, whole.saturating_sub(weight(task, vault.pages()?))))
            });
            let mut upkeep = self.held_upkeep();
            if upkeep.round != round {
                // Stopped or begun anew meanwhile: an interrupted task is no error, and not this round's business.
                return match outcome {
                    Err(Error::Locked(lock)) => Err(Error::Locked(lock)),
                    _ => Ok(upkeep.progress()),
                };
            }
            let (ended, cost) = outcome?;
            spent = spent.saturating_add(cost.max(1));
            upkeep.done = upkeep.done.saturating_add(cost);
            if ended {
                upkeep.left.pop_front();
            }
        }
    }

    /// Stops; what was done stays done.
    ///
    /// # Errors
    /// [`Error::Locked`].
    pub fn stop_upkeep(&self) -> Result<(), Error> {
        self.stop_running();
        self.opened(|_| Ok(()))
    }

    /// Forgets what is still to do, and ends what is under way.
    pub(super) fn stop_running(&self) {
        {
            let mut upkeep = self.held_upkeep();
            *upkeep = Upkeep { round: upkeep.round + 1, ..Upkeep::default() };
        }
        self.running.interrupt();
    }

    /// The safety copies beside the vault that open.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn snapshots(&self) -> Result<Vec<SnapshotSummary>, Error> {
        self.in_sight(|vault| Ok(vault.snapshots()))
    }

    /// Deletes the safety copies.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn delete_snapshots(&self) -> Result<(), Error> {
        self.in_sight(|vault| vault.delete_snapshots().map_err(told))
    }

    /// Empties the log, so that what was purged is in none of the vault's files but older safety copies.
    pub(super) fn fold_log(&self) -> Result<(), Error> {
        self.in_sight(|vault| vault.fold_log().map(drop).map_err(told))
    }

    fn held_upkeep(&self) -> MutexGuard<'_, Upkeep> {
        self.upkeep.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a task costs, in pages: those that go through the whole vault cost as many as it has, giving back as many as are
/// free.
fn weight(task: Task, (pages, free): (u32, u32)) -> u32 {
    match task {
        Task::Check | Task::CheckIndex | Task::Copy => pages.max(1),
        Task::GiveBack => free.max(1),
        Task::Purge | Task::Thin | Task::FoldLog => 1,
    }
}

/// What a step goes by.
struct Step<'a> {
    ctx: &'a NowContext,
    today: CivilDate,
    budget: u32,
    /// Whether it was not stopped meanwhile.
    wanted: &'a dyn Fn() -> bool,
}

impl Step<'_> {
    /// Does a task, or a part of it; answers whether it has come to its end.
    fn carry_out(&self, vault: &Vault, task: Task) -> Result<bool, Error> {
        match task {
            Task::Purge => write(vault, |tx| Ok(entries::purge_expired(tx, self.today).map(drop)?))?,
            Task::Thin => write(vault, |tx| Ok(revisions::thin(tx, self.today).map(drop)?))?,
            Task::Check => self.check(vault)?,
            Task::CheckIndex => write(vault, mended_index)?,
            Task::Copy => vault.take_snapshot(&vault.snapshots_due(self.today), self.ctx.now, self.today, self.wanted)?,
            Task::GiveBack => return Ok(vault.give_back(self.budget.clamp(1, PAGES_AT_ONCE))? == 0),
            // Somebody who reads may be in the way; the next upkeep comes by again.
            Task::FoldLog => vault.fold_log().map(drop)?,
        }
        Ok(true)
    }

    /// Looks through every page. An index that does not hold together is made anew, and nobody is told: text is never
    /// in an index alone.
    fn check(&self, vault: &Vault) -> Result<(), Error> {
        let mut found = vault.check(self.wanted)?;
        if found == Soundness::IndexOnly {
            write(vault, |tx| Ok(search::rebuild(tx)?))?;
            found = vault.check(self.wanted)?;
        }
        if found != Soundness::Sound {
            return Err(StorageError::Damaged.into());
        }
        write(vault, |tx| Ok(check::done(tx, self.today)?))
    }
}

fn write(vault: &Vault, f: impl FnOnce(&Transaction<'_>) -> Result<(), Error>) -> Result<(), Error> {
    vault.write(f)
}

fn mended_index(tx: &Transaction<'_>) -> Result<(), Error> {
    if !search::is_sound(tx)? {
        search::rebuild(tx)?;
    }
    Ok(())
}
