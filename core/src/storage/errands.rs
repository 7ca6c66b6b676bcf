//! The `rule_errands` and `rules_at_rest` tables: what the reminders have still to be told, and what care mode switched off.

use super::StorageError;
use super::meetings::keyed;
use super::texts::date_if_any;
use crate::ids::RuleId;
use crate::reminder::rule::ReminderKind;
use crate::time::CivilDate;
use rusqlite::{Transaction, params};

/// What the reminders have to be told of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Errand {
    pub(crate) rule: RuleId,
    pub(crate) kind: ReminderKind,
    /// The day to remind on; none: there is nothing to remind of any more.
    pub(crate) day: Option<CivilDate>,
    /// A day on which nothing is to be asked any more.
    pub(crate) done_on: Option<CivilDate>,
}

/// Notes down what is to be told, in the place of what was to be told of the same rule.
pub(crate) fn put(tx: &Transaction<'_>, errand: Errand) -> Result<(), StorageError> {
    let Errand { rule, kind, day, done_on } = errand;
    tx.prepare_cached(
        "INSERT INTO rule_errands (rule, kind, day, done_on) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (rule) DO UPDATE SET day = excluded.day, done_on = coalesce(excluded.done_on, done_on)",
    )?
    .execute(params![rule.as_bytes(), kind.key(), day.map(|day| day.to_string()), done_on.map(|day| day.to_string())])?;
    Ok(())
}

/// Everything that is to be told, in the order in which it came up.
pub(crate) fn all(tx: &Transaction<'_>) -> Result<Vec<Errand>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT rule, kind, day, done_on FROM rule_errands ORDER BY seq")?;
    let rows = statement.query_map([], |row| {
        Ok(Errand {
            rule: RuleId::from_bytes(row.get(0)?),
            kind: keyed(row, 1, ReminderKind::from_key)?,
            day: date_if_any(row, 2)?,
            done_on: date_if_any(row, 3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether anything is to be told, or a rule is switched off.
pub(crate) fn are_owed(tx: &Transaction<'_>) -> Result<bool, StorageError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM rule_errands) OR EXISTS (SELECT 1 FROM rules_at_rest)";
    Ok(tx.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// It was told, unless something else is to be told of the rule by now.
pub(crate) fn told(tx: &Transaction<'_>, errand: Errand) -> Result<(), StorageError> {
    let Errand { rule, kind: _, day, done_on } = errand;
    tx.prepare_cached("DELETE FROM rule_errands WHERE rule = ?1 AND day IS ?2 AND done_on IS ?3")?.execute(params![
        rule.as_bytes(),
        day.map(|day| day.to_string()),
        done_on.map(|day| day.to_string()),
    ])?;
    Ok(())
}

/// Notes down that a rule is switched off for as long as care mode is on.
pub(crate) fn rest(tx: &Transaction<'_>, rule: RuleId) -> Result<(), StorageError> {
    let sql = "INSERT INTO rules_at_rest (rule) VALUES (?1) ON CONFLICT (rule) DO NOTHING";
    tx.prepare_cached(sql)?.execute([rule.as_bytes()])?;
    Ok(())
}

/// The rules that were switched off.
pub(crate) fn at_rest(tx: &Transaction<'_>) -> Result<Vec<RuleId>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT rule FROM rules_at_rest ORDER BY seq")?;
    let rows = statement.query_map([], |row| Ok(RuleId::from_bytes(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A rule is switched on again, or gone.
pub(crate) fn wake(tx: &Transaction<'_>, rule: RuleId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM rules_at_rest WHERE rule = ?1")?.execute([rule.as_bytes()])?;
    Ok(())
}
