//! The use-cases: the only place that sees both the rules and the storage.
//!
//! One method a screen or a command, one transaction a method. Nothing here formats, translates or remembers: what a
//! screen shows is read from the vault and scored each time it is asked for.

mod boundary;
mod care;
mod check;
mod checkin;
mod circle;
mod cursor;
mod editor;
mod erase;
mod hand_back;
mod history;
mod history_of_entry;
mod home;
mod insights;
mod journal;
mod ledger;
mod lock;
mod practice;
mod pulse;
mod recovery;
mod reminders;
mod result;
mod safety;
mod search;
mod settings;
mod strength;
mod summary;
mod support;
mod together;
mod trash;
mod unshown;
mod upkeep;

pub use boundary::{BoundariesView, Boundary, KindView, ScriptLineView, UseSummary, UseView};
pub use check::{CheckDraft, CheckOverview, CheckProgress, CheckReview, DraftSummary, NewCheck};
pub use checkin::{CheckInGlimpse, CheckInNote, CheckInSaved, CheckInView};
pub use circle::{Breadth, CircleSource, CircleView, SourceDraft, TopSource};
pub use cursor::PageCursor;
pub use editor::{ConflictChoice, DraftSaved, Editor, NewEntry, SavedEntry};
pub use erase::resume_erase;
pub use history::{RunPage, RunSummary};
pub use history_of_entry::{EntryHistory, RevisionSummary, RevisionView};
pub use home::Home;
pub use insights::{InsightCard, InsightOffer, InsightRange, InsightsView, SeriesView};
pub use journal::{EntryPage, EntryView, JournalHome, JournalView};
pub use ledger::{LedgerDraft, LedgerEntry, LedgerWeek};
pub use lock::{Grace, LockState, lock_state};
pub use practice::{
    ActivePractice, Attempt, IfThenPlan, LearnCard, LearnView, PatternCard, PracticeAreaView, PracticeCard, PracticeGlimpse, PracticeRef,
    PracticeStep, PracticeView, PracticesView, PromptRef, ReminderTarget, WhyPart, WhySuggested,
};
pub use pulse::{PulseSaved, PulseView};
pub use recovery::{RecoverFrom, Recovered, RecoveryOffer, recover_vault, recovery_offer};
pub use reminders::{
    Asleep, DueItem, FireRef, FireToSet, Firing, MissedItem, NextFire, NotificationPermission, OpenTarget, PlanPreview, Platform,
    PreviewDrop, PreviewFire, ReminderChoices, ReminderItem, Reminders, RemindersGlimpse, RemindersView, Replan, RestingRule, RuleDraft,
    RuleLabel, RulePreview, RuleView, SuggestedRule,
};
pub use result::{BoundarySuggestion, ChangeReport, CheckResult, Suggestion};
pub use safety::{SafetyOutcome, SafetyPage};
pub use search::{SearchHit, SearchOrder, SearchPage};
pub use settings::Settings;
pub use strength::{Strength, StrengthHint, passphrase_strength};
pub use summary::{SummaryChoice, SummaryChoices, SummaryDocument, SummaryRange};
pub use support::{OwnQuestion, SupportQuestion, SupportView};
pub use together::{
    Afterwards, AgendaTopic, AgreementDraft, AgreementView, HeadingView, LineDraft, MeetingSummary, MeetingView, PrivateLine, ReviewView,
    TogetherGlimpse, TogetherView,
};
pub use trash::Purged;
pub use upkeep::{SnapshotKind, SnapshotSummary, UpkeepProgress};

pub use crate::journal::listing::{EntrySummary, MonthDay, OpenDraft};

use crate::assessment::help::{self, HelpLines};
use crate::error::{Clash, Error, Field, InvalidInput, Lock, Missing};
use crate::ids::{Entropy, EntropyUnavailable};
use crate::storage::reminders::ReminderFile;
use crate::storage::{DeviceSecret, Passphrase, Running, StorageError, Vault};
use crate::time::Clock;
use lock::Away;
use rusqlite::Transaction;
use std::path::Path;
use std::sync::{Mutex, PoisonError, RwLock};
use upkeep::Upkeep;

/// Where a vault is and what opens it.
#[derive(Clone, Copy)]
pub struct VaultKey<'a> {
    /// The folder of the vault's files.
    pub folder: &'a Path,
    /// The shell's 32 bytes.
    pub secret: &'a DeviceSecret,
    /// What the person typed.
    pub passphrase: Option<&'a str>,
    /// The moment of the call: wrong tries have to wait.
    pub clock: Clock,
}

/// An opened vault and what every use-case needs beside it.
pub struct Session {
    /// None once it was locked.
    vault: RwLock<Option<Vault>>,
    /// Since when the app is out of sight, where that matters.
    away: Mutex<Option<Away>>,
    upkeep: Mutex<Upkeep>,
    /// What the reminders are told, and what the first screen shows of them.
    reminders: ReminderFile,
    /// Ends what the upkeep has running, without waiting for it.
    running: Running,
    entropy: Mutex<Box<dyn Entropy + Send>>,
    locale: String,
}

impl Session {
    /// Creates a vault and opens it.
    ///
    /// # Errors
    /// `passphrase`, `too_short` or `too_long`; [`Error::Conflict`] when one is there already, or a part of one;
    /// [`Error::Storage`].
    pub fn create(key: &VaultKey<'_>, locale: &str, mut entropy: Box<dyn Entropy + Send>) -> Result<Self, Error> {
        let passphrase = key.passphrase.map(|text| Passphrase::chosen(text, Field::Passphrase)).transpose()?;
        let vault = Vault::create(key.folder, key.secret, passphrase.as_ref(), entropy.as_mut()).map_err(told)?;
        Ok(Self::over(vault, key.folder, locale, entropy))
    }

    /// Opens a vault.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; [`Error::Locked`] with `passphrase_needed`, `wrong_passphrase` or `wait`;
    /// `passphrase`, `too_long`; [`Error::Storage`]: with every file as it was, but that a wrong try is noted down.
    pub fn open(key: &VaultKey<'_>, locale: &str, entropy: Box<dyn Entropy + Send>) -> Result<Self, Error> {
        let passphrase = key.typed()?;
        let vault = Vault::open(key.folder, key.secret, passphrase.as_ref(), key.clock).map_err(told)?;
        Ok(Self::over(vault, key.folder, locale, entropy))
    }

    fn over(vault: Vault, folder: &Path, locale: &str, entropy: Box<dyn Entropy + Send>) -> Self {
        Self {
            running: vault.running(),
            vault: RwLock::new(Some(vault)),
            away: Mutex::new(None),
            upkeep: Mutex::default(),
            reminders: ReminderFile::of(folder),
            entropy: Mutex::new(entropy),
            locale: locale.to_owned(),
        }
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
        self.in_sight(|vault| vault.read(f))
    }

    fn write<T>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.in_sight(|vault| vault.write(f))
    }

    /// A write that is taken also while the app is out of sight: what was just typed. It must answer with no content.
    fn write_while_away<T>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> Result<T, Error> {
        self.opened(|vault| vault.write(f))
    }

    /// The vault, for all that shows or changes content.
    fn in_sight<T>(&self, f: impl FnOnce(&Vault) -> Result<T, Error>) -> Result<T, Error> {
        self.opened(|vault| if self.is_away() { Err(Error::Locked(Lock::Away)) } else { f(vault) })
    }

    /// The vault, unless it was locked.
    fn opened<T>(&self, f: impl FnOnce(&Vault) -> Result<T, Error>) -> Result<T, Error> {
        let vault = self.vault.read().unwrap_or_else(PoisonError::into_inner);
        f(vault.as_ref().ok_or(Error::Locked(Lock::Locked))?)
    }

    /// What `make` makes of the shell's randomness: an id, a key.
    fn drawn<T>(&self, make: impl FnOnce(&mut dyn Entropy) -> Result<T, EntropyUnavailable>) -> Result<T, Error> {
        let mut entropy = self.entropy.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(make(entropy.as_mut()).map_err(StorageError::from)?)
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for VaultKey<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VaultKey(..)")
    }
}

impl VaultKey<'_> {
    /// What was typed, as it is tried.
    fn typed(&self) -> Result<Option<Passphrase>, InvalidInput> {
        self.passphrase.map(|text| Passphrase::typed(text, Field::Passphrase)).transpose()
    }
}

/// What the storage refused, in the words of the use-cases.
fn told(error: StorageError) -> Error {
    match error {
        StorageError::NotThere => Error::NotFound { kind: Missing::Vault, id: String::new() },
        StorageError::NoSnapshot => Error::NotFound { kind: Missing::Snapshot, id: String::new() },
        StorageError::AlreadyThere => Error::Conflict { kind: Clash::Vault, id: String::new() },
        StorageError::PassphraseNeeded => Error::Locked(Lock::PassphraseNeeded),
        StorageError::WrongPassphrase => Error::Locked(Lock::WrongPassphrase),
        StorageError::Wait => Error::Locked(Lock::Wait),
        other => other.into(),
    }
}
