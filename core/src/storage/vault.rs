//! The vault: one encrypted file, one connection that writes, one that reads beside it.

use super::connection;
use super::error::StorageError;
use super::files::{self, Presence, presence};
use super::keyring::{DataKey, DeviceSecret, Keyring};
use super::lock::FolderLock;
use super::look::{Looked, look};
use super::migrations::{self, STEPS};
use super::passphrase::{Cost, Passphrase};
use super::reader::Reader;
use super::searcher::{Searcher, Turn};
use super::unlock::{self, Step, Unlocked};
use super::{check, erase, recovery};
use crate::ids::Entropy;
use crate::time::Clock;
use rusqlite::{Connection, InterruptHandle, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What can be said of a vault before it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockState {
    /// Whether a passphrase is asked for.
    pub passphrase: bool,
    /// How long no try is taken, in milliseconds; 0 when one is.
    pub wait_ms: i64,
    /// Wrong tries since the last right one.
    pub wrong_tries: u32,
}

/// Whether a passphrase is asked for, and how long it has to wait. Opens nothing and changes nothing.
///
/// # Errors
/// [`StorageError::NotThere`], [`StorageError::Incomplete`], [`StorageError::Damaged`], [`StorageError::TooNew`].
pub fn lock_state(folder: &Path, clock: Clock) -> Result<LockState, StorageError> {
    must_be_there(folder)?;
    let (passphrase, tries) = unlock::state(folder)?;
    Ok(LockState { passphrase, wait_ms: tries.wait_ms(clock), wrong_tries: tries.wrong })
}

/// A hold on what a vault has running on a connection of its own.
#[derive(Clone, Default)]
pub(crate) struct Running(Arc<Mutex<Option<InterruptHandle>>>);

impl Running {
    /// Ends it; it answers with [`StorageError::Interrupted`]. Without anything running, does nothing.
    pub(crate) fn interrupt(&self) {
        if let Some(running) = held(&self.0).as_ref() {
            running.interrupt();
        }
    }
}

/// An open vault. Dropping it closes the file and gives the folder's lock back.
///
/// Safe to share between threads: readers wait for readers and writers for writers, neither for the other once something
/// was written. A call must not be made from inside another, but a read from inside a write: it would wait for itself.
pub struct Vault {
    // Dropped in this order: the last connection to close folds the log into the file, and the reader is not allowed to.
    searcher: Searcher,
    reader: Reader,
    writer: Mutex<Connection>,
    running: Running,
    folder: PathBuf,
    secret: DeviceSecret,
    key: DataKey,
    asks: AtomicBool,
    rewrapping: Mutex<()>,
    lock: Arc<FolderLock>,
}

impl Vault {
    /// Makes a vault in `folder`, which is made too where it is missing, and opens it.
    ///
    /// A crash on the way leaves either nothing that counts (the next call starts over) or a vault that the next
    /// [`Vault::open`] finishes: the keyring's rename is what decides.
    ///
    /// # Errors
    /// [`StorageError::AlreadyThere`] when the folder holds any part of a vault, which stays as it is.
    pub fn create(
        folder: &Path,
        secret: &DeviceSecret,
        passphrase: Option<&Passphrase>,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, StorageError> {
        Self::create_with(folder, secret, passphrase, Cost::OF_RELEASE, entropy, STEPS)
    }

    /// Opens the vault in `folder`, taking the schema's newer steps where there are any.
    ///
    /// # Errors
    /// [`StorageError::NotThere`], [`StorageError::Incomplete`], [`StorageError::WrongKey`],
    /// [`StorageError::PassphraseNeeded`], [`StorageError::Wait`], [`StorageError::Damaged`], [`StorageError::TooNew`],
    /// [`StorageError::InUse`], [`StorageError::ReadOnly`]: each of them leaves every file, and the list of files, as it
    /// was. [`StorageError::WrongPassphrase`], with nothing but the try noted down.
    pub fn open(folder: &Path, secret: &DeviceSecret, passphrase: Option<&Passphrase>, clock: Clock) -> Result<Self, StorageError> {
        Self::open_with(folder, secret, passphrase, clock, STEPS)
    }

    /// Runs `f` on the database as it stands; what is written meanwhile is not seen.
    ///
    /// # Errors
    /// What `f` answers, and the database's own refusals.
    pub fn read<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        self.reader.read(&self.writer, f)
    }

    /// As [`Self::read`], on a connection that is there for searching alone. A newer search takes the place of an older
    /// one, and of nothing else.
    ///
    /// # Errors
    /// [`StorageError::Interrupted`] when a newer search began; what `f` answers, and the database's own refusals.
    pub(crate) fn search_read<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>, Turn<'_>) -> Result<T, E>) -> Result<T, E> {
        self.searcher.search(f)
    }

    /// Runs `f` in a transaction that is on disk when this returns `Ok`, and has left nothing behind when it does not:
    /// neither after an error of `f` nor after a panic in it.
    ///
    /// # Errors
    /// What `f` answers, and the database's own refusals.
    pub fn write<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        // From now on nobody who reads waits for a write.
        self.reader.opened()?;
        in_transaction(&mut held(&self.writer), TransactionBehavior::Immediate, f)
    }

    /// Whether a passphrase is set.
    pub fn asks(&self) -> bool {
        self.asks.load(Ordering::Relaxed)
    }

    /// Sets, changes or, with none, removes the passphrase. Nothing but the keyring is written.
    ///
    /// # Errors
    /// [`StorageError::PassphraseNeeded`], [`StorageError::WrongPassphrase`], [`StorageError::Wait`] for `current`, where
    /// one is set. After any error the vault opens as before, or, if only the last step failed, with the new one.
    pub fn set_passphrase(
        &self,
        current: Option<&Passphrase>,
        new: Option<&Passphrase>,
        clock: Clock,
        entropy: &mut dyn Entropy,
    ) -> Result<(), StorageError> {
        self.rewrap(current, new, Cost::OF_RELEASE, clock, entropy, &mut |_| {})
    }

    pub(super) fn rewrap(
        &self,
        current: Option<&Passphrase>,
        new: Option<&Passphrase>,
        cost: Cost,
        clock: Clock,
        entropy: &mut dyn Entropy,
        reached: &mut dyn FnMut(Step),
    ) -> Result<(), StorageError> {
        let _one_at_a_time = held(&self.rewrapping);
        let Unlocked { keyring, key, source } = unlock::unlock(&self.folder, &self.secret, current, clock)?;
        unlock::settle(&self.folder, source, clock)?;
        let keyring = keyring.rewrapped(&key, &self.secret, new, cost, entropy)?;
        let done = unlock::replace(&self.folder, &keyring, &self.secret, new, reached);
        if let Ok((asks, _)) = unlock::state(&self.folder) {
            self.asks.store(asks, Ordering::Relaxed);
        }
        done
    }

    /// What ends a long run from another thread.
    pub(crate) fn running(&self) -> Running {
        self.running.clone()
    }

    /// Runs `f` on a connection of its own, which stands in nobody's way and which [`Running::interrupt`] ends.
    /// `wanted` is asked once that can reach it.
    pub(super) fn beside<T>(
        &self,
        wanted: &dyn Fn() -> bool,
        f: impl FnOnce(&Connection) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let connection = connection::open_beside(&self.folder.join(files::DATABASE), &self.key)?;
        *held(&self.running.0) = Some(connection.get_interrupt_handle());
        let value = if wanted() {
            f(&connection).and_then(|value| connection::still_reads(&connection).map(|()| value))
        } else {
            Err(StorageError::Interrupted)
        };
        *held(&self.running.0) = None;
        // Whatever SQLite calls it: an interruption has many names, depending on where it struck.
        value.map_err(|error| if wanted() { error } else { StorageError::Interrupted })
    }

    /// Runs `f` on the writer outside of a transaction, while nobody reads or writes.
    pub(super) fn alone<T>(&self, f: impl FnOnce(&Connection) -> Result<T, StorageError>) -> Result<T, StorageError> {
        // In the order of a read from inside a write.
        let writer = held(&self.writer);
        let _nobody_reads = self.reader.if_opened().map(held);
        f(&writer)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) const fn key(&self) -> &DataKey {
        &self.key
    }

    /// Whether everything could be erased, asked and not tried.
    ///
    /// # Errors
    /// [`StorageError::ReadOnly`].
    pub(crate) fn may_erase(&self) -> Result<(), StorageError> {
        files::may_write(&self.folder, &self.folder.join(files::DATABASE))
    }

    /// Closes the vault and destroys it, key first. There is no way back.
    ///
    /// # Errors
    /// Those of the system. What is left then opens for nobody, and the next [`erase::finish_erasing`] removes it.
    pub(crate) fn erase(self) -> Result<(), StorageError> {
        let (folder, lock) = (self.folder.clone(), Arc::clone(&self.lock));
        drop(self);
        erase::erase(&folder, &mut |_| {})?;
        drop(lock);
        Ok(())
    }

    pub(super) fn create_with(
        folder: &Path,
        secret: &DeviceSecret,
        passphrase: Option<&Passphrase>,
        cost: Cost,
        entropy: &mut dyn Entropy,
        steps: &[&str],
    ) -> Result<Self, StorageError> {
        files::make_folder(folder)?;
        let lock = FolderLock::take(folder)?;
        if presence(folder)? != Presence::Absent {
            return Err(StorageError::AlreadyThere);
        }
        erase::finish(folder, &mut |_| {})?;
        files::clear_unfinished(folder)?;
        let (keyring, key) = Keyring::new(secret, passphrase, cost, entropy)?;
        let database = folder.join(files::NEW_DATABASE);
        files::make_empty(&database)?;
        let mut connection = connection::open_new(&database, &key)?;
        migrations::raise(&mut connection, 0, steps)?;
        connection::finish_new(connection)?;
        // The database is on disk under its name before the keyring says that there is one.
        files::sync_names(folder)?;
        keyring.write(folder)?;
        Self::open_locked(folder, lock, secret, key, keyring.asks(), steps)
    }

    pub(super) fn open_with(
        folder: &Path,
        secret: &DeviceSecret,
        passphrase: Option<&Passphrase>,
        clock: Clock,
        steps: &[&str],
    ) -> Result<Self, StorageError> {
        must_be_there(folder)?;
        let lock = FolderLock::take(folder)?;
        // Again, now that nobody else can be at it.
        must_be_there(folder)?;
        let Unlocked { keyring, key, source } = unlock::unlock(folder, secret, passphrase, clock)?;
        recovery::finish(folder, &key, clock, migrations::version_of(steps))?;
        let vault = Self::open_locked(folder, lock, secret, key, keyring.asks(), steps)?;
        unlock::settle(folder, source, clock)?;
        files::clear_leftovers(folder)?;
        Ok(vault)
    }

    fn open_locked(
        folder: &Path,
        mut lock: FolderLock,
        secret: &DeviceSecret,
        key: DataKey,
        asks: bool,
        steps: &[&str],
    ) -> Result<Self, StorageError> {
        let database = folder.join(files::DATABASE);
        let unfinished = !database.try_exists()?;
        let found = if unfinished { folder.join(files::NEW_DATABASE) } else { database.clone() };
        files::may_write(folder, &found)?;
        let Looked { version, cut_off } = look(&found, &key, migrations::version_of(steps))?;
        if unfinished {
            files::rename(folder, files::NEW_DATABASE, files::DATABASE)?;
        }
        let mut writer = connection::open_writer(&database, &key)?;
        migrations::raise(&mut writer, version, steps)?;
        if cut_off {
            check::ask_for(&writer)?;
        }
        lock.keep();
        Ok(Self {
            searcher: Searcher::new(&database, key.copied()),
            reader: Reader::new(&database, key.copied()),
            writer: Mutex::new(writer),
            running: Running::default(),
            folder: folder.to_owned(),
            secret: secret.copied(),
            key,
            asks: AtomicBool::new(asks),
            rewrapping: Mutex::new(()),
            lock: Arc::new(lock),
        })
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        // A hint for the query planner; the vault is as good without it, and nobody is left to tell.
        let _ = held(&self.writer).execute_batch("PRAGMA optimize;");
    }
}

pub(super) fn must_be_there(folder: &Path) -> Result<(), StorageError> {
    match presence(folder)? {
        Presence::Present => Ok(()),
        Presence::Absent => Err(StorageError::NotThere),
        Presence::Incomplete => Err(StorageError::Incomplete),
    }
}

/// One transaction. A dropped [`Transaction`] rolls back, so that is what `?` and a panic do.
pub(super) fn in_transaction<T, E: From<StorageError>>(
    connection: &mut Connection,
    behavior: TransactionBehavior,
    f: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction = connection.transaction_with_behavior(behavior).map_err(StorageError::from)?;
    let value = f(&transaction)?;
    connection::still_reads(&transaction)?;
    transaction.commit().map_err(StorageError::from)?;
    Ok(value)
}

/// What is in it, also after a call that panicked: a connection's transaction was rolled back on the way out.
pub(super) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
