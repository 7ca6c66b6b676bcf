//! The `completion`, `shown` and `snooze` tables: what was answered, shown and put off.

use super::cells::Cells;
use crate::ids::RuleId;
use crate::reminder::input::{Completed, Shown, Snooze};
use crate::storage::StorageError;
use crate::time::CivilDate;
use rusqlite::{Transaction, params};

/// How the whole day is stored where a slot would be.
const WHOLE_DAY: i64 = -1;

pub(crate) fn completions(tx: &Transaction<'_>) -> Result<Vec<Completed>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT rule, day, slot FROM completion ORDER BY rule, day, slot")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let slot: i64 = row.cell(2)?;
        let slot = if slot == WHOLE_DAY { None } else { Some(row.cell(2)?) };
        found.push(Completed { rule: row.rule(0)?, day: row.day(1)?, slot });
    }
    Ok(found)
}

/// Records an answer, once, and takes back what was put off because of it.
pub(crate) fn complete(tx: &Transaction<'_>, done: &Completed) -> Result<(), StorageError> {
    let slot = done.slot.map_or(WHOLE_DAY, i64::from);
    let sql = "INSERT INTO completion (rule, day, slot) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    tx.prepare_cached(sql)?.execute(params![done.rule.as_bytes(), done.day.number(), slot])?;
    let sql = "DELETE FROM snooze WHERE rule = ?1 AND day = ?2 AND ?3 IN (slot, -1)";
    tx.prepare_cached(sql)?.execute(params![done.rule.as_bytes(), done.day.number(), slot])?;
    Ok(())
}

pub(crate) fn shown(tx: &Transaction<'_>) -> Result<Vec<Shown>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT rule, day, slot, kind, at FROM shown ORDER BY rule, day, slot, kind, at")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Shown { rule: row.rule(0)?, day: row.day(1)?, slot: row.cell(2)?, kind: row.fire_kind(3)?, at: row.instant(4)? });
    }
    Ok(found)
}

pub(crate) fn put_shown(tx: &Transaction<'_>, shown: &Shown) -> Result<(), StorageError> {
    let sql = "INSERT INTO shown (rule, day, slot, kind, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
    let values = params![shown.rule.as_bytes(), shown.day.number(), shown.slot, shown.kind.byte(), shown.at.millis()];
    tx.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

pub(crate) fn snoozes(tx: &Transaction<'_>) -> Result<Vec<Snooze>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT rule, day, slot, until FROM snooze ORDER BY rule, day, slot")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Snooze { rule: row.rule(0)?, day: row.day(1)?, slot: row.cell(2)?, until: row.instant(3)? });
    }
    Ok(found)
}

/// Puts a slot of a day off; the last time counts.
pub(crate) fn snooze(tx: &Transaction<'_>, snooze: &Snooze) -> Result<(), StorageError> {
    let sql = "INSERT INTO snooze (rule, day, slot, until) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (rule, day, slot) DO UPDATE SET until = excluded.until";
    let values = params![snooze.rule.as_bytes(), snooze.day.number(), snooze.slot, snooze.until.millis()];
    tx.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// The slots of a rule that anything since `from` still names.
pub(crate) fn named_slots(tx: &Transaction<'_>, rule: RuleId, from: CivilDate) -> Result<Vec<u8>, StorageError> {
    let sql = "SELECT slot FROM completion WHERE rule = ?1 AND day >= ?2 AND slot >= 0
         UNION SELECT slot FROM shown WHERE rule = ?1 AND day >= ?2
         UNION SELECT slot FROM snooze WHERE rule = ?1
         UNION SELECT slot FROM missed WHERE rule = ?1
         UNION SELECT slot FROM fire_item WHERE rule = ?1";
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query(params![rule.as_bytes(), from.number()])?;
    let mut slots = Vec::new();
    while let Some(row) = rows.next()? {
        slots.push(row.cell(0)?);
    }
    Ok(slots)
}

/// Takes away what was answered to a rule and missed of it. What was shown stays: it counts for its day.
pub(crate) fn forget(tx: &Transaction<'_>, rule: RuleId) -> Result<(), StorageError> {
    for table in ["completion", "missed"] {
        tx.execute(&format!("DELETE FROM {table} WHERE rule = ?1"), [rule.as_bytes()])?;
    }
    Ok(())
}

/// Takes away what was answered, shown and put off for days before `before`.
pub(crate) fn prune(tx: &Transaction<'_>, before: CivilDate) -> Result<(), StorageError> {
    for table in ["completion", "shown", "snooze"] {
        tx.execute(&format!("DELETE FROM {table} WHERE day < ?1"), [before.number()])?;
    }
    Ok(())
}
