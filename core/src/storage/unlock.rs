//! From the keyring's files to the data key, and from one wrap of it to the next.
//!
//! A change of the passphrase keeps the wrap before it in `keyring.json.previous` until the new one has opened the
//! vault. Whatever a crash leaves, one of the two opens: first the newer, and where that was never told to anybody, the
//! older one, to which the change then goes back.

use super::connection;
use super::error::StorageError;
use super::files;
use super::keyring::{DataKey, DeviceSecret, Keyring};
use super::passphrase::Passphrase;
use super::tries::Tries;
use crate::time::Clock;
use std::fs;
use std::io;
use std::path::Path;

/// Which of the two files opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Current,
    Previous,
}

/// A data key, and the keyring that it came out of.
pub(super) struct Unlocked {
    pub(super) keyring: Keyring,
    pub(super) key: DataKey,
    pub(super) source: Source,
}

/// The points of a change after which a crash must leave a vault that opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Written,
    Tried,
    Kept,
    Renamed,
    Settled,
}

/// Whether a passphrase is asked for, and what is noted down about wrong ones. The caller has seen that there is a vault.
pub(super) fn state(folder: &Path) -> Result<(bool, Tries), StorageError> {
    let asks = match Keyring::read(folder, files::KEYRING) {
        Ok(keyring) => keyring.asks(),
        Err(error) => previous(folder).ok_or(error)?.asks(),
    };
    Ok((asks, Tries::read(folder)?))
}

/// The data key, when `secret` and, where one is asked for, `passphrase` fit. The caller holds the folder's lock.
///
/// # Errors
/// [`StorageError::WrongKey`], [`StorageError::PassphraseNeeded`], [`StorageError::Wait`], [`StorageError::Damaged`],
/// [`StorageError::TooNew`], with every file as it was; [`StorageError::WrongPassphrase`], with the try noted down.
pub(super) fn unlock(
    folder: &Path,
    secret: &DeviceSecret,
    passphrase: Option<&Passphrase>,
    clock: Clock,
) -> Result<Unlocked, StorageError> {
    match Keyring::read(folder, files::KEYRING) {
        Ok(keyring) => {
            let older = previous(folder);
            opened(folder, secret, passphrase, clock, keyring, Source::Current, older)
        }
        Err(error) if is_lost(&error) => {
            let older = previous(folder).ok_or(StorageError::Damaged)?;
            opened(folder, secret, passphrase, clock, older, Source::Previous, None)
        }
        Err(error) => Err(error),
    }
}

fn opened(
    folder: &Path,
    secret: &DeviceSecret,
    passphrase: Option<&Passphrase>,
    clock: Clock,
    keyring: Keyring,
    source: Source,
    older: Option<Keyring>,
) -> Result<Unlocked, StorageError> {
    // Before any try is counted or paid for.
    keyring.knows(secret)?;
    if !keyring.asks() {
        let key = keyring.unseal(secret, None)?;
        return Ok(Unlocked { keyring, key, source });
    }
    // Only one of the same kind is meant: with a passphrase typed, a wrap without one is no answer to it.
    let older = older.filter(|older| older.asks() == passphrase.is_some());
    let Some(passphrase) = passphrase else {
        let older = older.ok_or(StorageError::PassphraseNeeded)?;
        let key = older.unseal(secret, None).map_err(|_| StorageError::PassphraseNeeded)?;
        return Ok(Unlocked { keyring: older, key, source: Source::Previous });
    };
    let before = Tries::begin(folder, clock)?;
    let unlocked = match keyring.unseal(secret, Some(passphrase)) {
        Ok(key) => Ok(Unlocked { keyring, key, source }),
        Err(StorageError::WrongPassphrase) => match older {
            Some(older) => older.unseal(secret, Some(passphrase)).map(|key| Unlocked { keyring: older, key, source: Source::Previous }),
            None => Err(StorageError::WrongPassphrase),
        },
        Err(error) => Err(error),
    };
    match unlocked {
        Ok(unlocked) => Tries::clear(folder).map(|()| unlocked),
        Err(StorageError::WrongPassphrase) => Err(StorageError::WrongPassphrase),
        Err(error) => {
            before.put_back(folder)?;
            Err(error)
        }
    }
}

/// Ends a change that was cut short, after `source` has opened the vault.
pub(super) fn settle(folder: &Path, source: Source, clock: Clock) -> Result<(), StorageError> {
    if source == Source::Previous {
        // What is damaged is moved aside; what is whole was never told to anybody.
        if Keyring::read(folder, files::KEYRING).is_err_and(|error| is_lost(&error)) {
            files::move_aside(folder, files::KEYRING, clock.now.millis())?;
        }
        files::rename(folder, files::PREVIOUS_KEYRING, files::KEYRING)?;
    }
    for leftover in [files::PREVIOUS_KEYRING, files::NEW_PREVIOUS_KEYRING, files::NEW_KEYRING] {
        files::destroy(folder, leftover)?;
    }
    Ok(())
}

/// Puts `keyring` in the place of the one that is there, once it has shown that it opens the vault. `reached` is told
/// of each step, for tests that look at what a crash there would leave.
pub(super) fn replace(
    folder: &Path,
    keyring: &Keyring,
    secret: &DeviceSecret,
    passphrase: Option<&Passphrase>,
    reached: &mut dyn FnMut(Step),
) -> Result<(), StorageError> {
    let text = keyring.text()?;
    files::write(folder, files::NEW_KEYRING, &text)?;
    reached(Step::Written);
    if let Err(error) = opens(folder, files::NEW_KEYRING, secret, passphrase) {
        files::destroy(folder, files::NEW_KEYRING)?;
        return Err(error);
    }
    reached(Step::Tried);
    files::replace(folder, files::PREVIOUS_KEYRING, files::NEW_PREVIOUS_KEYRING, &fs::read(folder.join(files::KEYRING))?)?;
    reached(Step::Kept);
    files::rename(folder, files::NEW_KEYRING, files::KEYRING)?;
    reached(Step::Renamed);
    // The very bytes that have opened the vault.
    if fs::read(folder.join(files::KEYRING))? != text {
        return Err(StorageError::Damaged);
    }
    files::destroy(folder, files::PREVIOUS_KEYRING)?;
    reached(Step::Settled);
    Ok(())
}

/// Whether the keyring of that name, as it is on disk, opens the database.
fn opens(folder: &Path, name: &str, secret: &DeviceSecret, passphrase: Option<&Passphrase>) -> Result<(), StorageError> {
    let key = Keyring::read(folder, name)?.unseal(secret, passphrase)?;
    let reader = connection::open_reader(&folder.join(files::DATABASE), &key)?;
    // The first read authenticates page 1.
    reader.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

fn previous(folder: &Path) -> Option<Keyring> {
    Keyring::read(folder, files::PREVIOUS_KEYRING).ok()
}

/// Whether the file is not there or not whole, as against one of a newer release or one that may not be read.
fn is_lost(error: &StorageError) -> bool {
    match error {
        StorageError::Damaged => true,
        StorageError::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}
