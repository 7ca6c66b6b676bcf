//! The `agenda_topics` table: the words that were chosen. It never reads what they were chosen from.

use super::StorageError;
use super::meetings::keyed;
use crate::checkin::together::agenda::TogetherHeading;
use crate::ids::{LineId, MeetingId, TopicId};
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// A topic as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Topic {
    pub(crate) id: TopicId,
    pub(crate) meeting: MeetingId,
    /// The private line it was chosen from.
    pub(crate) line: LineId,
    pub(crate) heading: TogetherHeading,
    pub(crate) covered: bool,
    pub(crate) text: String,
}

const COLUMNS: &str = "id, meeting, line, heading, covered, text";

/// The topics of a check-in in their order.
pub(crate) fn all(tx: &Transaction<'_>, meeting: MeetingId) -> Result<Vec<Topic>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM agenda_topics WHERE meeting = ?1 ORDER BY position, seq");
    let mut statement = tx.prepare_cached(&sql)?;
    let topics = statement.query_map([meeting.as_bytes()], read)?;
    Ok(topics.collect::<Result<_, _>>()?)
}

/// One of them, of whatever check-in.
pub(crate) fn find(tx: &Transaction<'_>, id: TopicId) -> Result<Option<Topic>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM agenda_topics WHERE id = ?1"))?;
    Ok(statement.query_row([id.as_bytes()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Topic> {
    Ok(Topic {
        id: TopicId::from_bytes(row.get(0)?),
        meeting: MeetingId::from_bytes(row.get(1)?),
        line: LineId::from_bytes(row.get(2)?),
        heading: keyed(row, 3, TogetherHeading::from_key)?,
        covered: row.get(4)?,
        text: row.get(5)?,
    })
}

/// Writes a topic; a new one comes last, and of a line that has one the words are changed.
pub(crate) fn put(tx: &Transaction<'_>, topic: &Topic) -> Result<(), StorageError> {
    let Topic { id, meeting, line, heading, covered, text } = topic;
    tx.prepare_cached(
        "INSERT INTO agenda_topics (id, meeting, line, heading, covered, text, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(position), 0) + 1 FROM agenda_topics WHERE meeting = ?2))
         ON CONFLICT (line) DO UPDATE SET heading = excluded.heading, text = excluded.text",
    )?
    .execute(params![id.as_bytes(), meeting.as_bytes(), line.as_bytes(), heading.key(), covered, text])?;
    Ok(())
}

/// Takes the topic of a line off its agenda.
pub(crate) fn delete(tx: &Transaction<'_>, line: LineId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM agenda_topics WHERE line = ?1")?.execute([line.as_bytes()])?;
    Ok(())
}

/// Deletes the agenda of a check-in.
pub(crate) fn delete_all(tx: &Transaction<'_>, meeting: MeetingId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM agenda_topics WHERE meeting = ?1")?.execute([meeting.as_bytes()])?;
    Ok(())
}

/// Marks a topic as talked about.
pub(crate) fn cover(tx: &Transaction<'_>, id: TopicId) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE agenda_topics SET covered = 1 WHERE id = ?1")?.execute([id.as_bytes()])?;
    Ok(())
}

/// Puts the topics into this order.
pub(crate) fn put_order(tx: &Transaction<'_>, order: impl Iterator<Item = TopicId>) -> Result<(), StorageError> {
    let mut statement = tx.prepare_cached("UPDATE agenda_topics SET position = ?2 WHERE id = ?1")?;
    for (position, topic) in (1_u32..).zip(order) {
        statement.execute(params![topic.as_bytes(), position])?;
    }
    Ok(())
}
