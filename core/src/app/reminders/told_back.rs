//! What the shell says back: what the operating system took, and what it lost.

use super::{Reminders, passed};
use crate::error::Error;
use crate::reminder::plan::FireId;
use crate::storage::StorageError;
use crate::storage::reminders::fires::{self, List, Listed};
use crate::storage::reminders::settings::{self, Standing};
use crate::time::NowContext;
use rusqlite::Transaction;

impl Reminders {
    /// The operating system took `ids` of what the plan `generation` had to set, and took back what that had to cancel.
    /// Answers whether that is so: no, when another plan was made meanwhile. Then neither is known to be what the system
    /// holds, and both are to plan anew.
    ///
    /// # Errors
    /// [`Error::Storage`].
    pub fn registered(&self, generation: i64, ids: &[FireId]) -> Result<bool, Error> {
        let taken = self.file.write(|tx| {
            let mut standing = settings::standing(tx)?;
            let current = standing.generation == generation;
            if current {
                settle(tx, ids)?;
                standing.settled = true;
            } else {
                standing.generation += 1;
                standing.settled = false;
            }
            settings::put_standing(tx, &standing)?;
            Ok::<_, Error>(current)
        })?;
        // Where there is nothing, no plan was made, and none can be told of.
        Ok(taken.unwrap_or(generation == 0))
    }

    /// The operating system lost what it was told, as Android does when it starts. The next plan tells it anew.
    ///
    /// # Errors
    /// [`Error::Storage`].
    pub fn booted(&self, _ctx: &NowContext) -> Result<(), Error> {
        self.file.write(|tx| {
            fires::clear(tx, List::Registered)?;
            // Nor is anything on screen any more.
            fires::clear(tx, List::Fired)?;
            Ok::<_, Error>(fires::clear(tx, List::OnScreen)?)
        })?;
        Ok(())
    }

    /// The operating system may have lost what it was told without a word, as Android does when it stops an app. The next
    /// plan tells it anew; what is on screen stays, and what did not come until now counts as never delivered.
    ///
    /// # Errors
    /// [`Error::Storage`].
    pub fn alarms_lost(&self, ctx: &NowContext) -> Result<(), Error> {
        self.file.write(|tx| {
            let standing = settings::standing(tx)?;
            if standing.settled {
                passed::count_unheard(tx, ctx)?;
            }
            Ok::<_, Error>(settings::put_standing(tx, &Standing { settled: false, ..standing })?)
        })?;
        Ok(())
    }
}

/// The system took `ids`, and holds nothing that the plan does not set.
fn settle(tx: &Transaction<'_>, ids: &[FireId]) -> Result<(), StorageError> {
    let planned = fires::all(tx, List::Planned)?;
    let mut held = fires::all(tx, List::Registered)?;
    let stands = |it: &Listed| {
        let same = |other: &&Listed| (other.fire.id, other.fire.at, &other.fire.items) == (it.fire.id, it.fire.at, &it.fire.items);
        planned.iter().find(same).is_some_and(|other| other.code.is_some())
    };
    held.retain(stands);
    for taken in planned.iter().filter(|it| it.code.is_some() && ids.contains(&it.fire.id)) {
        held.retain(|it| it.fire.id != taken.fire.id);
        held.push(taken.clone());
    }
    fires::clear(tx, List::Registered)?;
    for it in &held {
        fires::put(tx, List::Registered, it)?;
    }
    fires::remove_withdrawn(tx)
}
