//! The vault: one encrypted file, one connection that writes, one that reads.

use super::connection;
use super::error::StorageError;
use super::files::{self, FolderLock, Presence, presence};
use super::keyring::{DataKey, DeviceSecret, Keyring};
use super::look::look;
use super::migrations::{self, STEPS};
use crate::ids::Entropy;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// An open vault. Dropping it closes the file and gives the folder's lock back.
///
/// Safe to share between threads: readers wait for readers and writers for writers, neither for the other. A call must
/// not be made from inside one of its own kind: it would wait for itself.
pub struct Vault {
    // Dropped in this order: the last connection to close folds the log into the file, and the reader is not allowed to.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
    _lock: FolderLock,
}

impl Vault {
    /// Makes a vault in `folder`, which is made too where it is missing, and opens it.
    ///
    /// A crash on the way leaves either nothing that counts (the next call starts over) or a vault that the next
    /// [`Vault::open`] finishes: the keyring's rename is what decides.
    ///
    /// # Errors
    /// [`StorageError::AlreadyThere`] when the folder holds any part of a vault, which stays as it is.
    pub fn create(folder: &Path, secret: &DeviceSecret, entropy: &mut dyn Entropy) -> Result<Self, StorageError> {
        Self::create_with(folder, secret, entropy, STEPS)
    }

    /// Opens the vault in `folder`, taking the schema's newer steps where there are any.
    ///
    /// # Errors
    /// [`StorageError::NotThere`], [`StorageError::Incomplete`], [`StorageError::WrongKey`],
    /// [`StorageError::Damaged`], [`StorageError::TooNew`], [`StorageError::InUse`], [`StorageError::ReadOnly`]: each of
    /// them leaves every file, and the list of files, as it was.
    pub fn open(folder: &Path, secret: &DeviceSecret) -> Result<Self, StorageError> {
        Self::open_with(folder, secret, STEPS)
    }

    /// Runs `f` on the database as it stands; what is written meanwhile is not seen.
    ///
    /// # Errors
    /// What `f` answers, and the database's own refusals.
    pub fn read<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        run(&self.reader, TransactionBehavior::Deferred, f)
    }

    /// Runs `f` in a transaction that is on disk when this returns `Ok`, and has left nothing behind when it does not:
    /// neither after an error of `f` nor after a panic in it.
    ///
    /// # Errors
    /// What `f` answers, and the database's own refusals.
    pub fn write<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        run(&self.writer, TransactionBehavior::Immediate, f)
    }

    pub(super) fn create_with(
        folder: &Path,
        secret: &DeviceSecret,
        entropy: &mut dyn Entropy,
        steps: &[&str],
    ) -> Result<Self, StorageError> {
        files::make_folder(folder)?;
        let lock = FolderLock::take(folder)?;
        if presence(folder)? != Presence::Absent {
            return Err(StorageError::AlreadyThere);
        }
        files::clear_unfinished(folder)?;
        let (keyring, key) = Keyring::new(secret, entropy)?;
        let database = folder.join(files::NEW_DATABASE);
        files::make_empty(&database)?;
        let mut connection = connection::open_new(&database, &key)?;
        migrations::raise(&mut connection, 0, steps)?;
        connection::finish_new(connection)?;
        // The database is on disk under its name before the keyring says that there is one.
        files::sync_names(folder)?;
        keyring.write(folder)?;
        Self::open_locked(folder, lock, &key, steps)
    }

    pub(super) fn open_with(folder: &Path, secret: &DeviceSecret, steps: &[&str]) -> Result<Self, StorageError> {
        must_be_there(folder)?;
        let lock = FolderLock::take(folder)?;
        // Again, now that nobody else can be at it.
        must_be_there(folder)?;
        let key = Keyring::read(folder)?.unseal(secret)?;
        Self::open_locked(folder, lock, &key, steps)
    }

    fn open_locked(folder: &Path, mut lock: FolderLock, key: &DataKey, steps: &[&str]) -> Result<Self, StorageError> {
        let database = folder.join(files::DATABASE);
        let unfinished = !database.try_exists()?;
        let found = if unfinished { folder.join(files::NEW_DATABASE) } else { database.clone() };
        files::may_write(folder, &found)?;
        let version = look(&found, key, migrations::version_of(steps))?;
        if unfinished {
            files::rename(folder, files::NEW_DATABASE, files::DATABASE)?;
        }
        let mut writer = connection::open_writer(&database, key)?;
        migrations::raise(&mut writer, version, steps)?;
        let reader = connection::open_reader(&database, key)?;
        lock.keep();
        Ok(Self { reader: Mutex::new(reader), writer: Mutex::new(writer), _lock: lock })
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        // A hint for the query planner; the vault is as good without it, and nobody is left to tell.
        let _ = held(&self.writer).execute_batch("PRAGMA optimize;");
    }
}

fn must_be_there(folder: &Path) -> Result<(), StorageError> {
    match presence(folder)? {
        Presence::Present => Ok(()),
        Presence::Absent => Err(StorageError::NotThere),
        Presence::Incomplete => Err(StorageError::Incomplete),
    }
}

/// One transaction. A dropped [`Transaction`] rolls back, so that is what `?` and a panic do.
fn run<T, E: From<StorageError>>(
    connection: &Mutex<Connection>,
    behavior: TransactionBehavior,
    f: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let mut connection = held(connection);
    let transaction = connection.transaction_with_behavior(behavior).map_err(StorageError::from)?;
    let value = f(&transaction)?;
    transaction.commit().map_err(StorageError::from)?;
    Ok(value)
}

/// The connection, also after a call that panicked: its transaction was rolled back on the way out.
fn held(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}
