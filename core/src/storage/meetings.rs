//! The `meetings` table: relationship check-ins, and nothing of what was written in private.

use super::StorageError;
use super::texts::{date, date_if_any, title};
use crate::checkin::together::stage::{MeetingStage, MeetingTurn};
use crate::ids::{MeetingId, RuleId};
use crate::time::CivilDate;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// A check-in as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meeting {
    pub(crate) id: MeetingId,
    pub(crate) stage: MeetingStage,
    pub(crate) begun_on: CivilDate,
    /// The day of the talk.
    pub(crate) held_on: Option<CivilDate>,
    pub(crate) minutes: u32,
    /// Milliseconds since 1970.
    pub(crate) started_at: Option<i64>,
    /// The place of the topic that is talked about.
    pub(crate) topic: u32,
    pub(crate) turn: MeetingTurn,
    pub(crate) felt: Option<u8>,
    pub(crate) next_on: Option<CivilDate>,
    /// The reminder of that day.
    pub(crate) next_rule: Option<RuleId>,
    pub(crate) learned: Option<String>,
}

/// A check-in that is over, as a list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Past {
    pub(crate) id: MeetingId,
    pub(crate) stage: MeetingStage,
    pub(crate) held_on: CivilDate,
    pub(crate) topics: u32,
    pub(crate) agreements: u32,
}

const COLUMNS: &str = "id, stage, begun_on, held_on, minutes, started_at, topic, turn, felt, next_on, next_rule, learned";

/// The one that is open: begun last, and not over.
pub(crate) fn open(tx: &Transaction<'_>) -> Result<Option<Meeting>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM meetings WHERE stage NOT IN ('done', 'ended_early') ORDER BY seq DESC LIMIT 1");
    Ok(tx.prepare_cached(&sql)?.query_row([], read).optional()?)
}

const ANY_OPEN: &str = "SELECT EXISTS (SELECT 1 FROM meetings WHERE stage NOT IN ('done', 'ended_early'))";

/// Whether one is open.
pub(crate) fn is_open(tx: &Transaction<'_>) -> Result<bool, StorageError> {
    Ok(tx.prepare_cached(ANY_OPEN)?.query_row([], |row| row.get(0))?)
}

/// One of them.
pub(crate) fn find(tx: &Transaction<'_>, id: MeetingId) -> Result<Option<Meeting>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM meetings WHERE id = ?1");
    Ok(tx.prepare_cached(&sql)?.query_row([id.as_bytes()], read).optional()?)
}

/// The one whose next day a rule reminds of.
pub(crate) fn by_rule(tx: &Transaction<'_>, rule: RuleId) -> Result<Option<MeetingId>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT id FROM meetings WHERE next_rule = ?1")?;
    Ok(statement.query_row([rule.as_bytes()], |row| Ok(MeetingId::from_bytes(row.get(0)?))).optional()?)
}

/// The day for the next one, as the last talk set it.
pub(crate) fn next_on(tx: &Transaction<'_>) -> Result<Option<CivilDate>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT next_on FROM meetings WHERE held_on IS NOT NULL ORDER BY seq DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| date_if_any(row, 0)).optional()?.flatten())
}

/// Those that are over, the latest first.
pub(crate) fn past(tx: &Transaction<'_>) -> Result<Vec<Past>, StorageError> {
    let mut statement = tx.prepare_cached(
        "SELECT id, stage, coalesce(held_on, begun_on),
                (SELECT count(*) FROM agenda_topics WHERE meeting = m.id), (SELECT count(*) FROM agreements WHERE meeting = m.id)
         FROM meetings m WHERE stage IN ('done', 'ended_early') ORDER BY seq DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Past {
            id: MeetingId::from_bytes(row.get(0)?),
            stage: keyed(row, 1, MeetingStage::from_key)?,
            held_on: date(row, 2)?,
            topics: row.get(3)?,
            agreements: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Meeting> {
    Ok(Meeting {
        id: MeetingId::from_bytes(row.get(0)?),
        stage: keyed(row, 1, MeetingStage::from_key)?,
        begun_on: date(row, 2)?,
        held_on: date_if_any(row, 3)?,
        minutes: row.get(4)?,
        started_at: row.get(5)?,
        topic: row.get(6)?,
        turn: keyed(row, 7, MeetingTurn::from_key)?,
        felt: row.get(8)?,
        next_on: date_if_any(row, 9)?,
        next_rule: row.get::<_, Option<[u8; 16]>>(10)?.map(RuleId::from_bytes),
        learned: title(row, 11)?,
    })
}

/// Writes one that is new, begun at `begun_at` milliseconds since 1970.
pub(crate) fn insert(tx: &Transaction<'_>, meeting: &Meeting, begun_at: i64) -> Result<(), StorageError> {
    tx.prepare_cached("INSERT INTO meetings (id, stage, begun_at, begun_on, minutes) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
        meeting.id.as_bytes(),
        meeting.stage.key(),
        begun_at,
        meeting.begun_on.to_string(),
        meeting.minutes,
    ])?;
    Ok(())
}

/// Writes all of it that can change.
pub(crate) fn rewrite(tx: &Transaction<'_>, meeting: &Meeting) -> Result<(), StorageError> {
    let Meeting { id, stage, begun_on: _, held_on, minutes, started_at, topic, turn, felt, next_on, next_rule, learned } = meeting;
    tx.prepare_cached(
        "UPDATE meetings
         SET stage = ?2, held_on = ?3, minutes = ?4, started_at = ?5, topic = ?6, turn = ?7, felt = ?8, next_on = ?9, next_rule = ?10,
             learned = ?11
         WHERE id = ?1",
    )?
    .execute(params![
        id.as_bytes(),
        stage.key(),
        held_on.map(|day| day.to_string()),
        minutes,
        started_at,
        topic,
        turn.key(),
        felt,
        next_on.map(|day| day.to_string()),
        next_rule.as_ref().map(|rule| *rule.as_bytes()),
        learned.as_deref().unwrap_or_default(),
    ])?;
    Ok(())
}

/// The reminders of next days, of all but `but`; they remind of nothing any more. Answers with them.
pub(crate) fn let_go_of_rules(tx: &Transaction<'_>, but: MeetingId) -> Result<Vec<(RuleId, CivilDate)>, StorageError> {
    let sql = "SELECT next_rule, next_on FROM meetings WHERE next_rule IS NOT NULL AND next_on IS NOT NULL AND id <> ?1";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([but.as_bytes()], |row| Ok((RuleId::from_bytes(row.get(0)?), date(row, 1)?)))?;
    let rules = rows.collect::<Result<_, _>>()?;
    tx.prepare_cached("UPDATE meetings SET next_rule = NULL WHERE id <> ?1")?.execute([but.as_bytes()])?;
    Ok(rules)
}

/// Deletes one.
pub(crate) fn delete(tx: &Transaction<'_>, id: MeetingId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM meetings WHERE id = ?1")?.execute([id.as_bytes()])?;
    Ok(())
}

/// What stands in a column under a word of its own.
pub(super) fn keyed<T>(row: &Row<'_>, column: usize, of: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T> {
    let key: String = row.get(column)?;
    let unknown = || rusqlite::Error::FromSqlConversionFailure(column, Type::Text, "a word that no release wrote".into());
    of(&key).ok_or_else(unknown)
}

#[cfg(test)]
#[path = "meetings_tests.rs"]
mod tests;
