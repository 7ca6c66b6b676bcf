//! The lock: what a passphrase guards, and when the app locks itself.
//!
//! While the app is out of sight and a passphrase is set, no content leaves: here, and not behind a shell's curtain. Time
//! out of sight is told by the reading that nobody can set.

use super::{Session, settings, told};
use crate::error::{Error, Field, Lock};
use crate::ids::{Entropy, EntropyUnavailable};
use crate::storage::{self, Passphrase};
use crate::time::Clock;
use std::path::Path;
use std::sync::{MutexGuard, PoisonError};

pub use crate::storage::LockState;

/// How long the app may be out of sight before it locks itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grace {
    /// It locks at once.
    AtOnce,
    /// Half a minute.
    Seconds30,
    /// A minute.
    Minute1,
    /// Five minutes.
    Minutes5,
}

impl Grace {
    const ALL: [Self; 4] = [Self::AtOnce, Self::Seconds30, Self::Minute1, Self::Minutes5];

    const fn millis(self) -> i64 {
        match self {
            Self::AtOnce => 0,
            Self::Seconds30 => 30_000,
            Self::Minute1 => 60_000,
            Self::Minutes5 => 300_000,
        }
    }
}

/// As it is stored; none is half a minute.
pub(super) const fn key_of(grace: Grace) -> Option<&'static str> {
    match grace {
        Grace::AtOnce => Some("at_once"),
        Grace::Seconds30 => None,
        Grace::Minute1 => Some("minute_1"),
        Grace::Minutes5 => Some("minutes_5"),
    }
}

/// What is stored; what a later release may have written there is half a minute here.
pub(super) fn grace_of(key: Option<&str>) -> Grace {
    Grace::ALL.into_iter().find(|grace| key_of(*grace) == key).unwrap_or(Grace::Seconds30)
}

/// Since when the app is out of sight, by the monotonic reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Away {
    since_ms: i64,
}

impl Away {
    /// Whether it was for too long. A reading below the first one cannot be: rather locked than open.
    const fn is_over(self, clock: Clock, grace: Grace) -> bool {
        let away = clock.monotonic_ms.saturating_sub(self.since_ms);
        away < 0 || away >= grace.millis()
    }
}

/// What the lock screen has to know before a vault is opened. Opens nothing.
///
/// # Errors
/// [`Error::NotFound`] when there is no vault; [`Error::Storage`].
pub fn lock_state(folder: &Path, clock: Clock) -> Result<LockState, Error> {
    storage::lock_state(folder, clock).map_err(told)
}

/// Bytes that a new wrap takes, for salt and nonce, and some to spare.
const DRAWN: usize = 64;

/// Randomness that was drawn already, given out once.
struct Drawn([u8; DRAWN], usize);

impl Entropy for Drawn {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable> {
        let end = self.1 + bytes.len();
        bytes.copy_from_slice(self.0.get(self.1..end).ok_or(EntropyUnavailable)?);
        self.1 = end;
        Ok(())
    }
}

impl Session {
    /// Lets go of the files and the key. Every later call answers [`Error::Locked`].
    pub fn lock(&self) {
        self.stop_running();
        self.reminders.close();
        *self.vault.write().unwrap_or_else(PoisonError::into_inner) = None;
        *self.held_away() = None;
    }

    /// The app is out of sight. Where a passphrase is set no call that begins after this one is given content, until
    /// [`Self::came_back`]. Told twice, the first time counts.
    ///
    /// # Errors
    /// None so far.
    pub fn went_away(&self, clock: Clock) -> Result<(), Error> {
        if self.opened(|vault| Ok(vault.asks())).unwrap_or(false) {
            self.held_away().get_or_insert(Away { since_ms: clock.monotonic_ms });
        }
        Ok(())
    }

    /// The app is in sight again. Answers whether it is locked: because it was away for longer than the settings allow,
    /// or since before.
    ///
    /// # Errors
    /// None so far: settings that cannot be read lock.
    pub fn came_back(&self, clock: Clock) -> Result<bool, Error> {
        let Some(away) = *self.held_away() else { return Ok(self.is_locked()) };
        let over = self.opened(|vault| vault.read(|tx| Ok(away.is_over(clock, settings::grace(tx)?)))).unwrap_or(true);
        if over {
            self.lock();
        } else {
            *self.held_away() = None;
        }
        Ok(self.is_locked())
    }

    /// Sets or changes the passphrase.
    ///
    /// # Errors
    /// `passphrase`, `too_short` or `too_long`; `current_passphrase`, `too_long`; [`Error::Locked`] with
    /// `passphrase_needed`, `wrong_passphrase` or `wait`; [`Error::Storage`]. The one before then still holds.
    pub fn set_passphrase(&self, current: Option<&str>, new: &str, clock: Clock) -> Result<(), Error> {
        let new = Passphrase::chosen(new, Field::Passphrase)?;
        self.rewrap(current, Some(&new), clock)
    }

    /// Removes the passphrase: from then on the device's secret alone opens the vault. Where none is set, does nothing.
    ///
    /// # Errors
    /// As [`Self::set_passphrase`].
    pub fn remove_passphrase(&self, current: &str, clock: Clock) -> Result<(), Error> {
        if !self.asks()? {
            return Ok(());
        }
        self.rewrap(Some(current), None, clock)
    }

    fn rewrap(&self, current: Option<&str>, new: Option<&Passphrase>, clock: Clock) -> Result<(), Error> {
        let current = current.map(|text| Passphrase::typed(text, Field::CurrentPassphrase)).transpose()?;
        // Drawn before, so that nobody waits for randomness while a passphrase is being stretched.
        let mut drawn = Drawn([0; DRAWN], 0);
        self.drawn(|entropy| entropy.fill(&mut drawn.0))?;
        self.in_sight(|vault| vault.set_passphrase(current.as_ref(), new, clock, &mut drawn).map_err(told))
    }

    /// Whether a passphrase is set.
    pub(super) fn asks(&self) -> Result<bool, Error> {
        self.in_sight(|vault| Ok(vault.asks()))
    }

    pub(super) fn is_away(&self) -> bool {
        self.held_away().is_some()
    }

    fn is_locked(&self) -> bool {
        matches!(self.opened(|_| Ok(())), Err(Error::Locked(Lock::Locked)))
    }

    fn held_away(&self) -> MutexGuard<'_, Option<Away>> {
        self.away.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
