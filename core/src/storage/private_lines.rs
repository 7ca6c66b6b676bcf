//! The `private_lines` table: what is written in private for a relationship check-in.
//!
//! It is read for the private half alone. Nothing that anybody else may see is made of these rows: what was chosen is a
//! copy, in another table, which [`super::agendas`] reads.

use super::StorageError;
use super::meetings::keyed;
use crate::checkin::together::agenda::TogetherHeading;
use crate::ids::{LineId, MeetingId};
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// A line as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) id: LineId,
    pub(crate) meeting: MeetingId,
    pub(crate) heading: TogetherHeading,
    pub(crate) text: String,
}

/// Says nothing of what was written: a line must not get into a panic's words either.
impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line").field("id", &self.id).field("heading", &self.heading).finish_non_exhaustive()
    }
}

const COLUMNS: &str = "id, meeting, heading, text";

/// The lines of a check-in, in the order in which they were written.
pub(crate) fn all(tx: &Transaction<'_>, meeting: MeetingId) -> Result<Vec<Line>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM private_lines WHERE meeting = ?1 ORDER BY seq"))?;
    let lines = statement.query_map([meeting.as_bytes()], read)?;
    Ok(lines.collect::<Result<_, _>>()?)
}

/// One of them, of whatever check-in.
pub(crate) fn find(tx: &Transaction<'_>, id: LineId) -> Result<Option<Line>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM private_lines WHERE id = ?1"))?;
    Ok(statement.query_row([id.as_bytes()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        id: LineId::from_bytes(row.get(0)?),
        meeting: MeetingId::from_bytes(row.get(1)?),
        heading: keyed(row, 2, TogetherHeading::from_key)?,
        text: row.get(3)?,
    })
}

/// How many lines a check-in has.
pub(crate) fn count(tx: &Transaction<'_>, meeting: MeetingId) -> Result<u32, StorageError> {
    let mut statement = tx.prepare_cached("SELECT count(*) FROM private_lines WHERE meeting = ?1")?;
    Ok(statement.query_row([meeting.as_bytes()], |row| row.get(0))?)
}

/// Writes a line, new or changed, at `at` milliseconds since 1970.
pub(crate) fn put(tx: &Transaction<'_>, line: &Line, at: i64) -> Result<(), StorageError> {
    let Line { id, meeting, heading, text } = line;
    tx.prepare_cached(
        "INSERT INTO private_lines (id, meeting, heading, written_at, text) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET heading = excluded.heading, written_at = excluded.written_at, text = excluded.text",
    )?
    .execute(params![id.as_bytes(), meeting.as_bytes(), heading.key(), at, text])?;
    Ok(())
}

/// Deletes a line.
pub(crate) fn delete(tx: &Transaction<'_>, id: LineId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM private_lines WHERE id = ?1")?.execute([id.as_bytes()])?;
    Ok(())
}

/// Deletes the lines of a check-in.
pub(crate) fn delete_all(tx: &Transaction<'_>, meeting: MeetingId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM private_lines WHERE meeting = ?1")?.execute([meeting.as_bytes()])?;
    Ok(())
}
