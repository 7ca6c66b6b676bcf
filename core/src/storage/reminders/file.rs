//! The file: made in one step, opened after a look, set aside when it is damaged.
//!
//! - **No key.** A receiver opens it before anybody has unlocked anything. SQLCipher that is given no key is SQLite.
//! - **A rollback journal that is truncated**, not a write-ahead log: a receiver opens, writes once and closes, and of
//!   that a log makes two more files and a checkpoint. The file is whole by itself after each write. `FULL` also puts the
//!   truncating on disk, so that no write that was acknowledged comes undone at a power cut.
//! - **Two processes**: every write is an immediate transaction and waits for its turn; what a use-case decides on is
//!   read in it. A connection that finds another file under the name, or none, lets go of the one it has.
//!
//! Nothing here may read the file but SQLite: a process that closes a file loses its locks on it.

use crate::ids::Entropy;
use crate::storage::connection::{PAGE, open_plain};
use crate::storage::erase::finish_erasing;
use crate::storage::error::StorageError;
use crate::storage::files::{self, NEW_REMINDERS, REMINDERS};
use crate::storage::lock::Turn;
use crate::storage::vault::{held, in_transaction};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The steps of the schema, in order. A released one is never edited.
const STEPS: &[&str] = &[include_str!("../../../migrations/reminders/001.sql")];

/// What holds for every connection; as of the vault's, where it says why.
const EVERYWHERE: &str = "
    PRAGMA cipher_log_level = NONE;
    PRAGMA busy_timeout = 5000;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA synchronous = FULL;
    PRAGMA journal_mode = TRUNCATE;
";

/// Statements kept prepared: more than one use-case has.
const PREPARED: usize = 48;

/// The reminders of a folder, whether there are any or not.
pub(crate) struct ReminderFile {
    folder: PathBuf,
    opened: Mutex<Option<Opened>>,
}

struct Opened {
    connection: Connection,
    /// Device and number of the file it is a connection to.
    file: (u64, u64),
}

impl ReminderFile {
    /// Those of `folder`. Opens nothing.
    pub(crate) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), opened: Mutex::new(None) }
    }

    /// Runs `f` on what is there; answers none where nothing is, and makes nothing.
    ///
    /// # Errors
    /// What `f` answers; [`StorageError::Damaged`], [`StorageError::TooNew`], [`StorageError::InUse`] and others.
    pub(crate) fn read<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<Option<T>, E> {
        self.with(|connection| in_transaction(connection, TransactionBehavior::Deferred, f))
    }

    /// As [`Self::read`], in a transaction that is on disk when this returns `Ok`, and has left nothing behind when it
    /// does not.
    ///
    /// # Errors
    /// As [`Self::read`]; [`StorageError::ReadOnly`], [`StorageError::DiskFull`].
    pub(crate) fn write<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<Option<T>, E> {
        self.with(|connection| in_transaction(connection, TransactionBehavior::Immediate, f))
    }

    /// As [`Self::write`], and makes the file first where there is none.
    ///
    /// # Errors
    /// As [`Self::write`]; [`StorageError::NoRandomness`].
    pub(crate) fn make_and_write<T, E: From<StorageError>>(
        &self,
        entropy: &mut dyn Entropy,
        f: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.there()?.is_none() {
            make(&self.folder, entropy)?;
        }
        // An erasing may come between any two lines of this; the next call begins anew.
        self.write(f)?.ok_or_else(|| StorageError::NotThere.into())
    }

    /// Goes through every page.
    ///
    /// # Errors
    /// [`StorageError::Damaged`] and others of [`Self::read`].
    pub(crate) fn check(&self) -> Result<(), StorageError> {
        self.read(is_sound).map(drop)
    }

    /// Gives a damaged file another name, under which nothing opens or overwrites it, and makes a new one. One that is
    /// sound stays.
    ///
    /// # Errors
    /// As [`Self::make_and_write`]; [`StorageError::TooNew`] with the file as it was.
    pub(crate) fn start_over(&self, millis: i64, entropy: &mut dyn Entropy) -> Result<(), StorageError> {
        if self.there()?.is_none() {
            return Ok(());
        }
        // In its turn: what another process made meanwhile is not to be set aside.
        let turn = Turn::take(&self.folder)?;
        match self.check() {
            Err(StorageError::Damaged) => {}
            sound => return sound,
        }
        self.close();
        if let Some(aside) = files::move_aside(&self.folder, REMINDERS, millis)? {
            // With the journal it may still have; a new file must not find it.
            let journal = format!("{REMINDERS}-journal");
            if self.folder.join(&journal).try_exists()? {
                files::rename(&self.folder, &journal, &format!("{aside}-journal"))?;
            }
        }
        make_in_turn(&self.folder, entropy)?;
        drop(turn);
        Ok(())
    }

    /// Lets go of the file; the next call opens it anew.
    pub(crate) fn close(&self) {
        *held(&self.opened) = None;
    }

    /// Device and number of the file that is there; of an erasing that was cut short nothing is.
    fn there(&self) -> Result<Option<(u64, u64)>, StorageError> {
        if files::is_being_erased(&self.folder)? { Ok(None) } else { identity(&self.folder.join(REMINDERS)) }
    }

    fn with<T, E: From<StorageError>>(&self, f: impl FnOnce(&mut Connection) -> Result<T, E>) -> Result<Option<T>, E> {
        let mut opened = held(&self.opened);
        match self.connection(&mut opened)? {
            Some(connection) => f(connection).map(Some),
            None => Ok(None),
        }
    }

    /// A connection to the file that is there now.
    fn connection<'a>(&self, opened: &'a mut Option<Opened>) -> Result<Option<&'a mut Connection>, StorageError> {
        let mut there = self.there()?;
        if opened.as_ref().map(|it| it.file) != there {
            *opened = None;
        }
        while let (None, Some(file)) = (&opened, there) {
            match open(&self.folder) {
                Ok(connection) => *opened = Some(Opened { connection, file }),
                Err(error) => {
                    // Another process may have set it aside while it was opened here.
                    there = self.there()?;
                    if there == Some(file) {
                        return Err(error);
                    }
                }
            }
        }
        Ok(opened.as_mut().map(|it| &mut it.connection))
    }
}

/// Which file is at `path`.
fn identity(path: &Path) -> Result<Option<(u64, u64)>, StorageError> {
    use std::os::unix::fs::MetadataExt;
    match fs::metadata(path) {
        Ok(found) => Ok(Some((found.dev(), found.ino()))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A connection to the file that is there, with its schema of this release.
fn open(folder: &Path) -> Result<Connection, StorageError> {
    let path = folder.join(REMINDERS);
    files::may_write(folder, &path)?;
    // SQLite takes an empty file for a new database.
    if fs::metadata(&path)?.len() < PAGE {
        return Err(StorageError::Damaged);
    }
    let mut connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Together, so that nobody writes in between.
    let (found, length) = in_transaction(&mut connection, TransactionBehavior::Deferred, |tx| {
        let found = version(tx)?;
        Ok::<_, StorageError>((found, fs::metadata(&path)?.len()))
    })?;
    let supported = supported();
    if found > supported {
        return Err(StorageError::TooNew { found, supported });
    }
    // A last page that was cut short is read as if it were whole; and each file is made with its first version.
    if found == 0 || length % PAGE != 0 {
        return Err(StorageError::Damaged);
    }
    raise(&mut connection)?;
    Ok(connection)
}

/// Makes the file, if another process has not meanwhile.
fn make(folder: &Path, entropy: &mut dyn Entropy) -> Result<(), StorageError> {
    files::make_folder(folder)?;
    let turn = Turn::take(folder)?;
    finish_erasing(folder)?;
    if !folder.join(REMINDERS).try_exists()? {
        make_in_turn(folder, entropy)?;
    }
    drop(turn);
    Ok(())
}

/// Makes the file: under another name, whole, and then renamed, so that there never is half of one. The caller has the
/// turn and has seen that there is none.
fn make_in_turn(folder: &Path, entropy: &mut dyn Entropy) -> Result<(), StorageError> {
    let mut salt = [0; 16];
    entropy.fill(&mut salt)?;
    // Of a making that was cut short; nobody's rule is in it.
    files::remove_with_its_kin(folder, NEW_REMINDERS)?;
    // A journal without its file would be played into the new one.
    files::remove(folder, &format!("{REMINDERS}-journal"))?;
    let path = folder.join(NEW_REMINDERS);
    files::make_empty(&path)?;
    let mut connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    in_transaction(&mut connection, TransactionBehavior::Immediate, |tx| {
        for step in STEPS {
            tx.execute_batch(step)?;
        }
        tx.execute_batch(&format!("PRAGMA user_version = {}", supported()))?;
        super::settings::begin(tx, salt)
    })?;
    drop(connection);
    files::remove(folder, &format!("{NEW_REMINDERS}-journal"))?;
    files::rename(folder, NEW_REMINDERS, REMINDERS)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StorageError> {
    let connection = open_plain(path, flags)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    connection.execute_batch(EVERYWHERE)?;
    Ok(connection)
}

/// Takes the schema's newer steps, each in a transaction that looks again how far the file is: another process may be
/// at it too.
fn raise(connection: &mut Connection) -> Result<(), StorageError> {
    while let Some(step) = STEPS.get(version(connection)? as usize) {
        in_transaction(connection, TransactionBehavior::Immediate, |tx| {
            let at = version(tx)?;
            if STEPS.get(at as usize) == Some(step) {
                tx.execute_batch(step)?;
                tx.execute_batch(&format!("PRAGMA user_version = {}", at + 1))?;
            }
            Ok::<_, StorageError>(())
        })?;
    }
    Ok(())
}

fn version(connection: &Connection) -> Result<u32, StorageError> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(StorageError::from)
}

/// The schema version that this release writes.
fn supported() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

fn is_sound(tx: &Transaction<'_>) -> Result<(), StorageError> {
    let verdict = tx.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))?;
    if verdict == "ok" { Ok(()) } else { Err(StorageError::Damaged) }
}
