//! The opened vault: one method a screen or a command, each one delegation.

mod boundary;
mod check;
mod checkin;
mod circle;
mod insight;
mod journal;
mod ledger;
mod lock;
mod practice;
mod reminders;
mod support;
mod together;

pub use lock::*;

use crate::entropy::SystemEntropy;
use crate::guard::guard;
use crate::{AmpersandError, BaselineChoice, Clock, HelpLines, Home, NowContext, SafetyAnswer, SafetyOutcome, SafetyPage, Settings, list};
use ampersand_core::app::{Session, VaultKey};
use ampersand_core::error::Error;
use ampersand_core::storage::DeviceSecret;
use ampersand_core::time;
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Where a vault is, what opens it, and the person's language.
#[derive(Clone, uniffi::Record)]
pub struct VaultConfig {
    /// The folder of the vault's files; it is made if it is not there.
    pub folder: String,
    /// 32 random bytes that the shell keeps in the operating system's key store.
    pub device_secret: Vec<u8>,
    /// What the person typed, where `lock_state` says that a passphrase is asked for.
    pub passphrase: Option<String>,
    /// The person's locale, `en-GB`.
    pub locale: String,
    /// The moment of the call.
    pub clock: Clock,
}

impl VaultConfig {
    /// Calls `f` with the key and the locale; the secrets handed over are wiped afterwards.
    fn with<T>(self, f: impl FnOnce(&VaultKey<'_>, &str) -> Result<T, Error>) -> Result<T, AmpersandError> {
        guard(|| {
            let Self { folder, device_secret, passphrase, locale, clock } = self;
            let (device_secret, passphrase) = (Zeroizing::new(device_secret), passphrase.map(Zeroizing::new));
            let secret = DeviceSecret::try_from(device_secret.as_slice())?;
            let passphrase = passphrase.as_ref().map(|text| text.as_str());
            f(&VaultKey { folder: Path::new(&folder), secret: &secret, passphrase, clock: clock.try_into()? }, &locale)
        })
    }
}

/// The encrypted store and everything that needs it. Safe to call from any thread; calls block.
#[derive(Debug, uniffi::Object)]
pub struct Vault {
    session: Session,
}

fn context(ctx: NowContext) -> Result<time::NowContext, Error> {
    Ok(ctx.try_into()?)
}

/// Opening, and what belongs to the whole.
#[uniffi::export]
impl Vault {
    /// Creates a vault where there is none.
    ///
    /// Errors: `Conflict`, `vault`, when there is one, or a part of one · `device_secret`, `wrong_length` · `Storage`.
    #[uniffi::constructor]
    pub fn create(config: VaultConfig) -> Result<Arc<Self>, AmpersandError> {
        config.with(|key, locale| Ok(Arc::new(Self { session: Session::create(key, locale, Box::new(SystemEntropy))? })))
    }

    /// Opens a vault. When it cannot be opened every file is left as it was.
    ///
    /// Errors: `NotFound`, `vault` · `Locked` with `wrong_key`, `passphrase_needed`, `wrong_passphrase`, `wait` · `TooNew` · `Storage` with `damaged`, `incomplete`,
    /// `read_only`, `in_use` (retryable), `disk_full`, `io` · `device_secret`, `wrong_length`.
    #[uniffi::constructor]
    pub fn open(config: VaultConfig) -> Result<Arc<Self>, AmpersandError> {
        config.with(|key, locale| Ok(Arc::new(Self { session: Session::open(key, locale, Box::new(SystemEntropy))? })))
    }

    /// The first screen.
    ///
    /// Errors: `now`, `out_of_range` · `zone`, `zone_span_short` or `zone_span_invalid` · `Locked` · `Storage`.
    pub fn home(&self, ctx: NowContext) -> Result<Home, AmpersandError> {
        guard(|| self.session.home(&context(ctx)?).map(Home::from))
    }

    /// Help lines for the region the person chose, else for the locale's.
    pub fn help(&self) -> Result<HelpLines, AmpersandError> {
        guard(|| self.session.help().map(HelpLines::from))
    }
}

/// Settings.
#[uniffi::export]
impl Vault {
    /// The settings.
    pub fn settings(&self) -> Result<Settings, AmpersandError> {
        guard(|| self.session.settings().map(Settings::from))
    }

    /// Saves the settings and answers with what was saved.
    ///
    /// Errors: `name`, `too_long` or `control_character` · `region`, `unknown_region`; nothing is changed.
    pub fn save_settings(&self, settings: Settings) -> Result<Settings, AmpersandError> {
        guard(|| self.session.save_settings(&settings.into()).map(Settings::from))
    }

    /// Ends the first run: the welcome is not shown again.
    ///
    /// Errors: `name`, `too_long` or `control_character`.
    pub fn complete_first_run(&self, name: Option<String>) -> Result<Settings, AmpersandError> {
        guard(|| self.session.complete_first_run(name.as_deref()).map(Settings::from))
    }

    /// Chooses the run that others are compared with.
    pub fn choose_baseline(&self, choice: BaselineChoice) -> Result<Settings, AmpersandError> {
        guard(|| self.session.choose_baseline(choice.into()).map(Settings::from))
    }
}

/// The safety page and care mode.
#[uniffi::export]
impl Vault {
    /// The safety page.
    pub fn safety_page(&self) -> Result<SafetyPage, AmpersandError> {
        guard(|| self.session.safety_page().map(SafetyPage::from))
    }

    /// Takes the five answers of the page. They are judged and kept nowhere.
    ///
    /// Errors: `safety`, `wrong_count`.
    pub fn answer_safety(&self, answers: Vec<SafetyAnswer>) -> Result<SafetyOutcome, AmpersandError> {
        guard(|| self.session.answer_safety(&list::<_, _>(answers)).map(SafetyOutcome::from))
    }

    /// Turns care mode on, without a question.
    pub fn enter_care_mode(&self) -> Result<SafetyOutcome, AmpersandError> {
        guard(|| self.session.enter_care_mode().map(SafetyOutcome::from))
    }

    /// Turns care mode off, if the page, asked once more, says five times no.
    ///
    /// Errors: `safety`, `wrong_count`.
    pub fn leave_care_mode(&self, answers: Vec<SafetyAnswer>) -> Result<SafetyOutcome, AmpersandError> {
        guard(|| self.session.leave_care_mode(&list::<_, _>(answers)).map(SafetyOutcome::from))
    }
}
