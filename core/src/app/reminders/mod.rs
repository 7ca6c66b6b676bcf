//! Reminders: the use-cases over the state that needs no key.
//!
//! | File | What it is for |
//! | --- | --- |
//! | `state` | what is read for a plan, and the words of what comes out of one |
//! | `views` | what is answered |
//! | `look` | the screen, and what saving would do |
//! | `edit` | rules and settings |
//! | `replan` | the plan, and what the operating system is told of it |
//! | `passed` | what has passed since the last one |
//! | `told_back` | what the operating system took, and what it lost |
//! | `firing` | what fires, is put off and is done |
//! | `told`, `kept`, `glimpse`, `suggested`, `labels` | where the vault and the reminders meet |
//!
//! Every write is one transaction that reads what it decides on, so that a receiver and the app may both be at it.

mod edit;
mod firing;
mod glimpse;
mod kept;
mod labels;
mod look;
mod passed;
mod replan;
mod state;
mod suggested;
mod told;
mod told_back;
mod views;

pub use firing::Firing;
pub(in crate::app) use kept::kept_draft;
pub use labels::RuleLabel;
pub use suggested::SuggestedRule;
pub use views::{
    Asleep, DueItem, FireRef, FireToSet, MissedItem, NextFire, OpenTarget, PlanPreview, PreviewDrop, PreviewFire, ReminderChoices,
    ReminderItem, RemindersGlimpse, RemindersView, Replan, RestingRule, RuleDraft, RulePreview, RuleView,
};

pub use crate::storage::reminders::settings::{NotificationPermission, Platform};

use crate::error::Error;
use crate::ids::{Entropy, EntropyUnavailable};
use crate::storage::StorageError;
use crate::storage::reminders::ReminderFile;
use crate::time::Instant;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The reminders of a folder: what a [`Session`](super::Session) is for the vault, but for a key and a lock.
///
/// Where there are none yet, every question is answered as if they were empty, and no file is made before a rule or a
/// setting is saved.
pub struct Reminders {
    file: ReminderFile,
    entropy: Mutex<Box<dyn Entropy + Send>>,
}

impl Reminders {
    /// Opens the reminders in the vault's folder.
    ///
    /// # Errors
    /// [`Error::Storage`]: `damaged`, too new and others, with the file as it was.
    pub fn open(folder: &Path, entropy: Box<dyn Entropy + Send>) -> Result<Self, Error> {
        let file = ReminderFile::of(folder);
        file.check()?;
        Ok(Self { file, entropy: Mutex::new(entropy) })
    }

    /// Sets a damaged file aside, under a name with the time in it, and begins a new one. One that is sound stays.
    ///
    /// # Errors
    /// [`Error::Storage`].
    pub fn start_over(folder: &Path, now: Instant, mut entropy: Box<dyn Entropy + Send>) -> Result<Self, Error> {
        let file = ReminderFile::of(folder);
        file.start_over(now.millis(), entropy.as_mut())?;
        Ok(Self { file, entropy: Mutex::new(entropy) })
    }

    fn drawn<T>(&self, make: impl FnOnce(&mut dyn Entropy) -> Result<T, EntropyUnavailable>) -> Result<T, Error> {
        Ok(make(self.entropy().as_mut()).map_err(StorageError::from)?)
    }

    fn entropy(&self) -> MutexGuard<'_, Box<dyn Entropy + Send>> {
        self.entropy.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Reminders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reminders").finish_non_exhaustive()
    }
}
