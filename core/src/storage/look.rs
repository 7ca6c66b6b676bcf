//! Decides whether a database may be opened, before anything is written and without leaving a trace.
//!
//! Opening a file with a write-ahead log the usual way recovers the log, makes `-wal` and `-shm` beside it and moves
//! pages about. A file of a newer release, or one that is damaged, must not be touched like that: so it is looked at
//! read-only first, in a way that depends on whether the last process closed it.

use super::connection::{self, PAGE};
use super::error::StorageError;
use super::files::beside;
use super::keyring::DataKey;
use super::log::Log;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// The page that holds SQLite's lock bytes (at 1 GiB) and never anything else.
const LOCK_BYTES_PAGE: u64 = 0x4000_0000 / PAGE + 1;

/// What a look found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Looked {
    /// The schema's version.
    pub(super) version: u32,
    /// Whether the last process left without closing it.
    pub(super) cut_off: bool,
}

/// What may be opened at `path`, or why it is not to be. The caller holds the folder's lock.
pub(super) fn look(path: &Path, key: &DataKey, supported: u32) -> Result<Looked, StorageError> {
    let length = fs::metadata(path)?.len();
    let log = Log::of(path)?;
    // SQLite would take it for a shorter one, and write over the rest.
    if log.is_rotten() {
        return Err(StorageError::Damaged);
    }
    let (logged, cut_off) = (log.holds_something(), log.is_there());
    // SQLite takes an empty file for a new database, and reads a last page that was cut short as if it were whole.
    if length < PAGE || (!logged && length % PAGE != 0) {
        return Err(StorageError::Damaged);
    }
    let view = View::of(path, logged, key)?;
    let number = |pragma: &str| view.connection.query_row(pragma, [], |row| row.get::<_, i64>(0));
    // The first read: it authenticates page 1 with the key, and finds a file shorter than its own header says.
    let found = u32::try_from(number("PRAGMA user_version")?).map_err(|_| StorageError::Damaged)?;
    if found > supported {
        return Err(StorageError::TooNew { found, supported });
    }
    if found == 0 {
        return Err(StorageError::Damaged);
    }
    // Closed properly, the rest is left to the writer: with nothing in a log it changes no file before it was told to.
    if logged {
        number("SELECT count(*) FROM sqlite_schema")?;
        let pages = u64::try_from(number("PRAGMA page_count")?).map_err(|_| StorageError::Damaged)?;
        if !missing_pages_are_in(&log, length / PAGE, pages) && !view.is_sound()? {
            return Err(StorageError::Damaged);
        }
    }
    Ok(Looked { version: found, cut_off })
}

/// A connection that changes no file. Fields are dropped in this order: it is closed before its traces are removed.
pub(super) struct View {
    pub(super) connection: Connection,
    _made: Removed,
}

impl View {
    pub(super) fn of(path: &Path, logged: bool, key: &DataKey) -> Result<Self, StorageError> {
        let index = beside(path, "-shm");
        let (parameters, made) = if !logged {
            // Closed properly: everything is in the one file, and neither log nor index is needed or made.
            ("immutable=1", None)
        } else if index.try_exists()? {
            // Cut off: the index that is there is left alone, SQLite rebuilds it in memory out of the log.
            ("readonly_shm=1", None)
        } else {
            // A log without its index, as in a copied folder: SQLite has to make one.
            ("mode=ro", Some(index))
        };
        let made = Removed(made);
        let connection = connection::open_to_look(&connection::uri(path, parameters), key)?;
        Ok(Self { connection, _made: made })
    }

    /// The slow look, through every page.
    fn is_sound(&self) -> Result<bool, StorageError> {
        let verdict = self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))?;
        Ok(verdict == "ok")
    }
}

/// A file to be removed on the way out.
struct Removed(Option<PathBuf>);

impl Drop for Removed {
    fn drop(&mut self) {
        if let Some(path) = self.0.take() {
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether every page of the database image is in the file or, where the file is shorter, in the log.
///
/// After a kill the file may rightly be shorter than its image: new pages wait in the log. A file that was cut is
/// short of pages that are not there either, and SQLite would find out only when it reads one.
fn missing_pages_are_in(log: &Log, in_file: u64, image: u64) -> bool {
    if in_file >= image {
        return true;
    }
    let logged = log.pages();
    (in_file + 1..=image).all(|page| page == LOCK_BYTES_PAGE || logged.contains(&page))
}
