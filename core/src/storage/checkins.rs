//! The `daily_check_ins` and `daily_notes` tables.

use super::StorageError;
use super::entries::Saving;
use super::texts::{FEELING_BREAK, date, date_if_any, parted, title};
use crate::checkin::daily::{KeptCheckIn, TAPS};
use crate::time::CivilDate;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// A check-in as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CheckIn {
    /// The number of its row.
    pub(crate) seq: i64,
    /// The logical day on which it was first saved.
    pub(crate) saved_on: CivilDate,
    pub(crate) kept: KeptCheckIn,
}

/// What was added to a day later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    pub(crate) text: String,
}

const COLUMNS: &str = "seq, saved_on, version, mood, energy, needs, yes_meaning_no, own_time, sixth, sixth_value, feelings, line";

/// The check-in of a day.
pub(crate) fn find(tx: &Transaction<'_>, day: CivilDate) -> Result<Option<CheckIn>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM daily_check_ins WHERE day = ?1");
    Ok(tx.prepare_cached(&sql)?.query_row([day.to_string()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<CheckIn> {
    let kept = KeptCheckIn {
        version: row.get(2)?,
        taps: [row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?],
        sixth: row.get(8)?,
        sixth_tap: row.get(9)?,
        feelings: parted(row.get(10)?, FEELING_BREAK),
        line: title(row, 11)?,
    };
    Ok(CheckIn { seq: row.get(0)?, saved_on: date(row, 1)?, kept })
}

/// Writes the check-in of a day that has none.
pub(crate) fn insert(tx: &Transaction<'_>, day: CivilDate, kept: &KeptCheckIn, saving: &Saving<'_>) -> Result<(), StorageError> {
    let KeptCheckIn { version, taps: [mood, energy, needs, yes_meaning_no, own_time], sixth, sixth_tap, feelings, line } = kept;
    tx.prepare_cached(
        "INSERT INTO daily_check_ins (day, version, mood, energy, needs, yes_meaning_no, own_time, sixth, sixth_value, saved_at, saved_on,
                                      zone_id, offset_s, feelings, line)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        day.to_string(),
        version,
        mood,
        energy,
        needs,
        yes_meaning_no,
        own_time,
        sixth,
        sixth_tap,
        saving.at,
        saving.day.to_string(),
        saving.zone_id,
        saving.offset_s,
        feelings.join(&FEELING_BREAK.to_string()),
        line.as_deref().unwrap_or_default(),
    ])?;
    Ok(())
}

/// Puts other answers in the place of a check-in's own, at `edited_at` milliseconds since 1970.
pub(crate) fn rewrite(tx: &Transaction<'_>, seq: i64, kept: &KeptCheckIn, edited_at: i64) -> Result<(), StorageError> {
    let KeptCheckIn { version, taps: [mood, energy, needs, yes_meaning_no, own_time], sixth, sixth_tap, feelings, line } = kept;
    tx.prepare_cached(
        "UPDATE daily_check_ins
         SET version = ?2, mood = ?3, energy = ?4, needs = ?5, yes_meaning_no = ?6, own_time = ?7, sixth = ?8, sixth_value = ?9,
             edited_at = ?10, feelings = ?11, line = ?12
         WHERE seq = ?1",
    )?
    .execute(params![
        seq,
        version,
        mood,
        energy,
        needs,
        yes_meaning_no,
        own_time,
        sixth,
        sixth_tap,
        edited_at,
        feelings.join(&FEELING_BREAK.to_string()),
        line.as_deref().unwrap_or_default(),
    ])?;
    Ok(())
}

const MOODS: &str = "SELECT day, mood FROM daily_check_ins WHERE day BETWEEN ?1 AND ?2 ORDER BY day";

/// The days with a check-in from `first` to `last`, in order, each with its mood.
pub(crate) fn moods(tx: &Transaction<'_>, first: CivilDate, last: CivilDate) -> Result<Vec<(CivilDate, Option<u8>)>, StorageError> {
    let mut statement = tx.prepare_cached(MOODS)?;
    let days = statement.query_map([first.to_string(), last.to_string()], |row| Ok((date(row, 0)?, row.get(1)?)))?;
    Ok(days.collect::<Result<_, _>>()?)
}

const TAPPED: &str = "
    SELECT mood, energy, needs, yes_meaning_no, own_time FROM daily_check_ins WHERE day BETWEEN ?1 AND ?2 ORDER BY day";

/// The answers of the days with a check-in from `first` to `last`, in order: those to [`TAPS`].
pub(crate) fn tapped(tx: &Transaction<'_>, first: CivilDate, last: CivilDate) -> Result<Vec<[Option<u8>; TAPS.len()]>, StorageError> {
    let mut statement = tx.prepare_cached(TAPPED)?;
    let read = |row: &Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]);
    let days = statement.query_map([first.to_string(), last.to_string()], read)?;
    Ok(days.collect::<Result<_, _>>()?)
}

const LAST_BEFORE: &str = "SELECT day FROM daily_check_ins WHERE day < ?1 AND saved_on < ?1 ORDER BY day DESC LIMIT 1";

/// The last day with a check-in that was saved before `today` came.
pub(crate) fn last_before(tx: &Transaction<'_>, today: CivilDate) -> Result<Option<CivilDate>, StorageError> {
    let mut statement = tx.prepare_cached(LAST_BEFORE)?;
    Ok(statement.query_row([today.to_string()], |row| date_if_any(row, 0)).optional()?.flatten())
}

/// Adds a note to a day.
pub(crate) fn add_note(tx: &Transaction<'_>, day: CivilDate, note: &Note) -> Result<(), StorageError> {
    tx.prepare_cached("INSERT INTO daily_notes (day, written_at, text) VALUES (?1, ?2, ?3)")?.execute(params![
        day.to_string(),
        note.at,
        note.text
    ])?;
    Ok(())
}

const NOTES: &str = "SELECT written_at, text FROM daily_notes WHERE day = ?1 ORDER BY seq";

/// The notes of a day, in the order in which they were added.
pub(crate) fn notes(tx: &Transaction<'_>, day: CivilDate) -> Result<Vec<Note>, StorageError> {
    let mut statement = tx.prepare_cached(NOTES)?;
    let notes = statement.query_map([day.to_string()], |row| Ok(Note { at: row.get(0)?, text: row.get(1)? }))?;
    Ok(notes.collect::<Result<_, _>>()?)
}

#[cfg(test)]
#[path = "checkins_tests.rs"]
mod tests;
