//! The use-cases: the only place that sees both the rules and the storage.
//!
//! One method a screen or a command, one transaction a method. Nothing here formats, translates or remembers: what a
//! screen shows is read from the vault and scored each time it is asked for.

mod check;
mod history;
mod home;
mod result;
mod safety;
mod settings;

pub use check::{CheckDraft, CheckOverview, CheckProgress, CheckReview, DraftSummary, NewCheck};
pub use history::{RunPage, RunSummary};
pub use home::Home;
pub use result::{BoundarySuggestion, ChangeReport, CheckResult, Suggestion};
pub use safety::{SafetyOutcome, SafetyPage};
pub use settings::Settings;

use crate::assessment::help::{self, HelpLines};
use crate::error::{Clash, Error, Missing};
use crate::ids::{Entropy, RunId};
use crate::storage::{DeviceSecret, StorageError, Vault};
use rusqlite::Transaction;
use std::path::Path;
use std::sync::{Mutex, PoisonError, RwLock};

/// An opened vault and what every use-case needs beside it.
pub struct Session {
    /// None once it was locked.
    vault: RwLock<Option<Vault>>,
    entropy: Mutex<Box<dyn Entropy + Send>>,
    locale: String,
}

impl Session {
    /// Creates a vault in `folder` and opens it.
    ///
    /// # Errors
    /// [`Error::Conflict`] when one is there already, or a part of one; [`Error::Storage`].
    pub fn create(folder: &Path, secret: &DeviceSecret, locale: &str, mut entropy: Box<dyn Entropy + Send>) -> Result<Self, Error> {
        let vault = Vault::create(folder, secret, entropy.as_mut()).map_err(|error| match error {
            StorageError::AlreadyThere => Error::Conflict { kind: Clash::Vault, id: String::new() },
            other => other.into(),
        })?;
        Ok(Self::over(vault, locale, entropy))
    }

    /// Opens the vault in `folder`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; [`Error::Storage`], with every file as it was.
    pub fn open(folder: &Path, secret: &DeviceSecret, locale: &str, entropy: Box<dyn Entropy + Send>) -> Result<Self, Error> {
        let vault = Vault::open(folder, secret).map_err(|error| match error {
            StorageError::NotThere => Error::NotFound { kind: Missing::Vault, id: String::new() },
            other => other.into(),
        })?;
        Ok(Self::over(vault, locale, entropy))
    }

    fn over(vault: Vault, locale: &str, entropy: Box<dyn Entropy + Send>) -> Self {
        Self { vault: RwLock::new(Some(vault)), entropy: Mutex::new(entropy), locale: locale.to_owned() }
    }

    /// Lets go of the files and the key. Every later call answers [`Error::Locked`].
    pub fn lock(&self) {
        *self.vault.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Help lines for the region the person chose, else for the locale's.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn help(&self) -> Result<HelpLines, Error> {
        let settings = self.settings()?;
        self.help_for(settings.region.as_deref())
    }

    fn help_for(&self, region: Option<&str>) -> Result<HelpLines, Error> {
        // A region that a later list no longer has must not keep anybody from the help screen.
        help::lines(region, &self.locale).or_else(|_| help::lines(None, &self.locale))
    }

    fn read<T>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let vault = self.vault.read().unwrap_or_else(PoisonError::into_inner);
        vault.as_ref().ok_or(Error::Locked)?.read(f)
    }

    fn write<T>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let vault = self.vault.read().unwrap_or_else(PoisonError::into_inner);
        vault.as_ref().ok_or(Error::Locked)?.write(f)
    }

    fn new_run_id(&self, now: crate::time::Instant) -> Result<RunId, Error> {
        let mut entropy = self.entropy.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(RunId::new(now, entropy.as_mut()).map_err(StorageError::from)?)
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}
