//! Whether the database is sound, and the housekeeping that keeps it so.

use super::Vault;
use super::connection;
use super::error::StorageError;
use super::keyring::DataKey;
use super::settings;
use crate::time::CivilDate;
use rusqlite::{Connection, Transaction};
use std::path::Path;

/// Set while a check is owed: the vault was left without being closed.
const CHECK_ASKED: &str = "check_asked";
/// The logical day of the last check.
const CHECKED_ON: &str = "checked_on";
/// Days from one check to the next.
const EVERY_DAYS: i64 = 7;

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Soundness {
    /// Everything holds together.
    Sound,
    /// What was written is whole; what is only derived from it is not.
    IndexOnly,
    /// A page with something written is not what it was.
    Damaged,
}

/// Notes down that a check is owed.
pub(super) fn ask_for(writer: &Connection) -> Result<(), StorageError> {
    writer.execute(
        "INSERT INTO settings (key, value) VALUES (?1, 'yes') ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [CHECK_ASKED],
    )?;
    Ok(())
}

/// Whether a check is due: each week, and after the vault was left without being closed. A day that lies ahead was
/// noted down under another clock.
///
/// # Errors
/// [`StorageError`].
pub(crate) fn is_due(tx: &Transaction<'_>, today: CivilDate) -> Result<bool, StorageError> {
    if settings::get(tx, CHECK_ASKED)?.is_some() {
        return Ok(true);
    }
    let last: Option<CivilDate> = settings::get(tx, CHECKED_ON)?.and_then(|day| day.parse().ok());
    Ok(last.is_none_or(|last| !(0..EVERY_DAYS).contains(&today.days_since(last))))
}

/// Notes down that a check was done and found everything sound.
///
/// # Errors
/// [`StorageError`].
pub(crate) fn done(tx: &Transaction<'_>, today: CivilDate) -> Result<(), StorageError> {
    settings::put(tx, CHECKED_ON, Some(&today.to_string()))?;
    settings::put(tx, CHECK_ASKED, None)
}

/// Goes through every page. Where something is wrong, table by table: what is in none of them is derived. `run` is
/// given a connection of its own each time: one that met a page it cannot authenticate reads nothing any more.
pub(super) fn verdict<R>(run: R) -> Result<Soundness, StorageError>
where
    R: Fn(&dyn Fn(&Connection) -> Result<Vec<String>, StorageError>) -> Result<Vec<String>, StorageError>,
{
    let is_ok = |check: &str| match run(&|connection| said(connection, check)) {
        Ok(said) => Ok(said == ["ok"]),
        Err(error @ (StorageError::Interrupted | StorageError::InUse)) => Err(error),
        // A page that cannot be read has many names: an index of words tells it in words of its own.
        Err(_) => Ok(false),
    };
    if is_ok("PRAGMA quick_check(1)")? {
        return Ok(Soundness::Sound);
    }
    // A page that rotted is never mended by writing what is derived from others anew.
    let rotten = match run(&|connection| said(connection, "PRAGMA cipher_integrity_check")) {
        Err(StorageError::Damaged) => return Ok(Soundness::Damaged),
        said => !said?.is_empty(),
    };
    if rotten {
        return Ok(Soundness::Damaged);
    }
    for table in run(&tables)? {
        if !is_ok(&format!("PRAGMA quick_check(\"{table}\")"))? {
            return Ok(Soundness::Damaged);
        }
    }
    Ok(Soundness::IndexOnly)
}

/// As [`verdict`], of a file that nobody has open.
pub(super) fn verdict_on(path: &Path, key: &DataKey) -> Result<Soundness, StorageError> {
    verdict(|f| {
        let connection = connection::open_new(path, key)?;
        let said = f(&connection)?;
        connection::still_reads(&connection)?;
        Ok(said)
    })
}

/// What a pragma says, in lines. A check that says nothing at all was interrupted; the one of the pages is silent when
/// all is well.
fn said(connection: &Connection, check: &str) -> Result<Vec<String>, StorageError> {
    let mut statement = connection.prepare(check)?;
    let said = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    if said.is_empty() && !check.contains("cipher") { Err(StorageError::Interrupted) } else { Ok(said) }
}

/// The tables that hold what was written: not those of an index of words.
pub(super) fn tables(connection: &Connection) -> Result<Vec<String>, StorageError> {
    let mut statement = connection.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

impl Vault {
    /// Goes through every page, beside everything else. [`Running::interrupt`](super::Running::interrupt) ends it.
    ///
    /// # Errors
    /// [`StorageError::Interrupted`] and others; damage is an answer and no error.
    pub(crate) fn check(&self, wanted: &dyn Fn() -> bool) -> Result<Soundness, StorageError> {
        match verdict(|f| self.beside(wanted, f)) {
            Ok(Soundness::Sound) => Ok(Soundness::Sound),
            // What an interrupted check says of the rest counts for nothing.
            _ if !wanted() => Err(StorageError::Interrupted),
            Err(StorageError::Damaged) => Ok(Soundness::Damaged),
            other => other,
        }
    }

    /// Pages of the database, and those of them that are free.
    ///
    /// # Errors
    /// [`StorageError`].
    pub(crate) fn pages(&self) -> Result<(u32, u32), StorageError> {
        self.read(|tx| {
            let number = |pragma: &str| tx.query_row(pragma, [], |row| row.get::<_, u32>(0));
            Ok((number("PRAGMA page_count")?, number("PRAGMA freelist_count")?))
        })
    }

    /// Gives up to `pages` free pages back to the system, and says how many are left.
    ///
    /// # Errors
    /// [`StorageError`].
    pub(crate) fn give_back(&self, pages: u32) -> Result<u32, StorageError> {
        self.alone(|writer| {
            // Each step of the statement gives back one.
            let mut statement = writer.prepare(&format!("PRAGMA incremental_vacuum({pages})"))?;
            let mut rows = statement.query([])?;
            while rows.next()?.is_some() {}
            drop(rows);
            Ok(writer.query_row("PRAGMA freelist_count", [], |row| row.get(0))?)
        })
    }

    /// Folds the log into the database and empties it, so that what was deleted is in neither. Answers whether nobody
    /// was in the way.
    ///
    /// # Errors
    /// [`StorageError`].
    pub(crate) fn fold_log(&self) -> Result<bool, StorageError> {
        self.alone(|writer| {
            let busy: i64 = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            Ok(busy == 0)
        })
    }
}
