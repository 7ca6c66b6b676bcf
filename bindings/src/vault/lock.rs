//! Locking, passphrases, upkeep, safety copies and erasing.

use super::{Vault, context};
use crate::across::Across;
use crate::guard::guard;
use crate::{
    AmpersandError, Clock, LockState, NowContext, RecoverFrom, Recovered, RecoveryOffer, SnapshotSummary, Strength, UpkeepProgress,
    VaultConfig,
};
use ampersand_core::app;
use ampersand_core::error::Error;
use std::path::Path;
use zeroize::Zeroizing;

/// What the lock screen has to know before a vault is opened. Opens nothing.
///
/// Errors: `NotFound`, `vault` · `Storage` with `damaged`, `incomplete`, `io` · `now`, `out_of_range`.
#[uniffi::export]
pub fn lock_state(folder: String, clock: Clock) -> Result<LockState, AmpersandError> {
    guard(|| app::lock_state(Path::new(&folder), clock.try_into()?).map(LockState::from))
}

/// How hard a passphrase is to guess. It is kept nowhere.
#[uniffi::export]
pub fn passphrase_strength(text: String) -> Result<Strength, AmpersandError> {
    guard(|| Ok::<_, Error>(Strength::from(app::passphrase_strength(&Zeroizing::new(text)))))
}

/// What can be done about a vault that `open` called damaged. Changes nothing.
///
/// Errors: as `open`.
#[uniffi::export]
pub fn recovery_offer(config: VaultConfig) -> Result<RecoveryOffer, AmpersandError> {
    config.with(|key, _| app::recovery_offer(key).map(RecoveryOffer::from))
}

/// Moves a damaged vault aside and brings back what can be read. To go on, open it.
///
/// Errors: as `open` · `NotFound`, `snapshot`.
#[uniffi::export]
pub fn recover_vault(config: VaultConfig, from: RecoverFrom) -> Result<Recovered, AmpersandError> {
    config.with(|key, _| app::recover_vault(key, from.into()).map(Recovered::from))
}

/// Finishes an erase that was cut short. Does nothing where none was.
///
/// Errors: `Storage` with `in_use`, `read_only`, `io`.
#[uniffi::export]
pub fn resume_erase(folder: String) -> Result<(), AmpersandError> {
    guard(|| app::resume_erase(Path::new(&folder)))
}

/// The lock.
#[uniffi::export]
impl Vault {
    /// Lets go of the files and the key; every later call answers `Locked`, `locked`. To go on, open anew.
    pub fn lock(&self) -> Result<(), AmpersandError> {
        guard(|| {
            self.session.lock();
            Ok::<_, Error>(())
        })
    }

    /// The app is out of sight. Where a passphrase is set no content leaves the vault from here on (`Locked`, `away`)
    /// until `came_back`; `save_draft` is taken.
    ///
    /// Errors: `now`, `out_of_range`.
    pub fn went_away(&self, clock: Clock) -> Result<(), AmpersandError> {
        guard(|| self.session.went_away(clock.try_into()?))
    }

    /// The app is in sight again. Answers whether it was away for too long and has locked itself.
    ///
    /// Errors: `now`, `out_of_range`.
    pub fn came_back(&self, clock: Clock) -> Result<bool, AmpersandError> {
        guard(|| self.session.came_back(clock.try_into()?))
    }

    /// Sets or changes the passphrase. Nothing but the keyring is written.
    ///
    /// Errors: `passphrase`, `too_short` or `too_long` · `Locked` with `wrong_passphrase` or `wait`.
    pub fn set_passphrase(&self, current: Option<String>, new: String, clock: Clock) -> Result<(), AmpersandError> {
        guard(|| {
            let (current, new) = (current.map(Zeroizing::new), Zeroizing::new(new));
            self.session.set_passphrase(current.as_ref().map(|text| text.as_str()), &new, clock.try_into()?)
        })
    }

    /// Removes the passphrase: from then on the device's key alone opens the vault.
    ///
    /// Errors: `Locked` with `wrong_passphrase` or `wait`.
    pub fn remove_passphrase(&self, current: String, clock: Clock) -> Result<(), AmpersandError> {
        guard(|| self.session.remove_passphrase(&Zeroizing::new(current), clock.try_into()?))
    }
}

/// Upkeep: purges what was long in the trash, thins histories, looks for damage, takes safety copies.
#[uniffi::export]
impl Vault {
    /// Begins, or begins again.
    ///
    /// Errors: as `home`.
    pub fn begin_upkeep(&self, ctx: NowContext) -> Result<UpkeepProgress, AmpersandError> {
        guard(|| self.session.begin_upkeep(&context(ctx)?).map(UpkeepProgress::from))
    }

    /// Does up to `budget` units of what is due.
    ///
    /// Errors: as `home`.
    pub fn step_upkeep(&self, ctx: NowContext, budget: u32) -> Result<UpkeepProgress, AmpersandError> {
        guard(|| self.session.step_upkeep(&context(ctx)?, budget).map(UpkeepProgress::from))
    }

    /// Stops; what was done stays done.
    pub fn stop_upkeep(&self) -> Result<(), AmpersandError> {
        guard(|| self.session.stop_upkeep())
    }

    /// The safety copies beside the vault.
    pub fn snapshots(&self) -> Result<Vec<SnapshotSummary>, AmpersandError> {
        guard(|| self.session.snapshots().map(Across::across))
    }

    /// Deletes the safety copies.
    pub fn delete_snapshots(&self) -> Result<(), AmpersandError> {
        guard(|| self.session.delete_snapshots())
    }

    /// Destroys the key and then every file of the vault. There is no way back; copies made elsewhere are out of
    /// reach. Every later call answers `Locked`.
    pub fn erase_everything(&self) -> Result<(), AmpersandError> {
        guard(|| self.session.erase_everything())
    }
}
