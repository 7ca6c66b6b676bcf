//! The `missed` and `unheard` tables: what came too late, and what the system never delivered.

use super::cells::Cells;
use crate::ids::RuleId;
use crate::reminder::plan::FireId;
use crate::storage::StorageError;
use crate::time::{CivilDate, Instant};
use rusqlite::{Transaction, params};

/// A slot of a day whose time passed without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missed {
    pub(crate) rule: RuleId,
    pub(crate) day: CivilDate,
    pub(crate) slot: u8,
}

/// What was not seen yet, by day.
pub(crate) fn unseen(tx: &Transaction<'_>) -> Result<Vec<Missed>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT rule, day, slot FROM missed WHERE NOT seen ORDER BY day, rule, slot")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Missed { rule: row.rule(0)?, day: row.day(1)?, slot: row.cell(2)? });
    }
    Ok(found)
}

/// Records it once.
pub(crate) fn put(tx: &Transaction<'_>, missed: Missed) -> Result<(), StorageError> {
    let sql = "INSERT INTO missed (rule, day, slot) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    tx.prepare_cached(sql)?.execute(params![missed.rule.as_bytes(), missed.day.number(), missed.slot])?;
    Ok(())
}

/// All of it was seen.
pub(crate) fn seen(tx: &Transaction<'_>) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE missed SET seen = 1 WHERE NOT seen")?.execute([])?;
    Ok(())
}

/// Counts a fire that the system did not deliver, once.
pub(crate) fn put_unheard(tx: &Transaction<'_>, fire: FireId, at: Instant) -> Result<(), StorageError> {
    let sql = "INSERT INTO unheard (fire, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    tx.prepare_cached(sql)?.execute(params![fire.as_bytes(), at.millis()])?;
    Ok(())
}

/// How many since `from`.
pub(crate) fn unheard(tx: &Transaction<'_>, from: i64) -> Result<u32, StorageError> {
    Ok(tx.prepare_cached("SELECT count(*) FROM unheard WHERE at >= ?1")?.query_row([from], |row| row.get(0))?)
}

/// Takes away what was missed before the day `before`, and what was not delivered before `from`.
pub(crate) fn prune(tx: &Transaction<'_>, before: CivilDate, from: i64) -> Result<(), StorageError> {
    tx.execute("DELETE FROM missed WHERE day < ?1", [before.number()])?;
    tx.execute("DELETE FROM unheard WHERE at < ?1", [from])?;
    Ok(())
}
