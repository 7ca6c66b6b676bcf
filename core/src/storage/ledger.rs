//! The `ledger_entries` table.

use super::StorageError;
use super::meetings::keyed;
use super::texts::{date, date_if_any, title};
use crate::checkin::ledger::{DoneBy, Whose, Written};
use crate::checkin::week::Week;
use crate::ids::LedgerEntryId;
use crate::time::CivilDate;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) id: LedgerEntryId,
    pub(crate) written: Written,
    /// The day on which it was made a step of a practice.
    pub(crate) handed_on: Option<CivilDate>,
}

const COLUMNS: &str = "id, day, whose, done_by, what, note, handed_on";

const OF_WEEK: &str = "WHERE day BETWEEN ?1 AND ?2 ORDER BY day, seq";

/// The entries of a week, in the order of their days.
pub(crate) fn of_week(tx: &Transaction<'_>, week: Week) -> Result<Vec<Entry>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM ledger_entries {OF_WEEK}"))?;
    let entries = statement.query_map([week.from.to_string(), week.to.to_string()], read)?;
    Ok(entries.collect::<Result<_, _>>()?)
}

/// One of them.
pub(crate) fn find(tx: &Transaction<'_>, id: LedgerEntryId) -> Result<Option<Entry>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM ledger_entries WHERE id = ?1"))?;
    Ok(statement.query_row([id.as_bytes()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let written = Written {
        day: date(row, 1)?,
        whose: keyed(row, 2, Whose::from_key)?,
        done_by: keyed(row, 3, DoneBy::from_key)?,
        what: row.get(4)?,
        note: title(row, 5)?,
    };
    Ok(Entry { id: LedgerEntryId::from_bytes(row.get(0)?), written, handed_on: date_if_any(row, 6)? })
}

const ANY_BEFORE: &str = "SELECT EXISTS (SELECT 1 FROM ledger_entries WHERE day < ?1)";

/// Whether there is one of a day before.
pub(crate) fn any_before(tx: &Transaction<'_>, day: CivilDate) -> Result<bool, StorageError> {
    Ok(tx.prepare_cached(ANY_BEFORE)?.query_row([day.to_string()], |row| row.get(0))?)
}

/// Writes an entry, new or changed, at `at` milliseconds since 1970.
pub(crate) fn put(tx: &Transaction<'_>, id: LedgerEntryId, written: &Written, at: i64) -> Result<(), StorageError> {
    let Written { day, whose, done_by, what, note } = written;
    tx.prepare_cached(
        "INSERT INTO ledger_entries (id, day, whose, done_by, saved_at, what, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET
             day = excluded.day, whose = excluded.whose, done_by = excluded.done_by, edited_at = excluded.saved_at,
             what = excluded.what, note = excluded.note",
    )?
    .execute(params![id.as_bytes(), day.to_string(), whose.key(), done_by.key(), at, what, note.as_deref().unwrap_or_default(),])?;
    Ok(())
}

/// Notes down that an entry was made a step of a practice on `day`.
pub(crate) fn hand_back(tx: &Transaction<'_>, id: LedgerEntryId, day: CivilDate) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE ledger_entries SET handed_on = ?2 WHERE id = ?1")?.execute(params![id.as_bytes(), day.to_string()])?;
    Ok(())
}

/// Deletes an entry.
pub(crate) fn delete(tx: &Transaction<'_>, id: LedgerEntryId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM ledger_entries WHERE id = ?1")?.execute([id.as_bytes()])?;
    Ok(())
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
