//! The `rule_labels` table: what a person calls a reminder.

use super::StorageError;
use crate::ids::RuleId;
use rusqlite::{Transaction, params};

/// Every label, in the order in which they were given.
pub(crate) fn all(tx: &Transaction<'_>) -> Result<Vec<(RuleId, String)>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT rule, label FROM rule_labels ORDER BY seq")?;
    let rows = statement.query_map([], |row| Ok((RuleId::from_bytes(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets the label of a rule; none removes it.
pub(crate) fn put(tx: &Transaction<'_>, rule: RuleId, label: Option<&str>) -> Result<(), StorageError> {
    match label {
        Some(label) => {
            let sql = "INSERT INTO rule_labels (rule, label) VALUES (?1, ?2) ON CONFLICT (rule) DO UPDATE SET label = excluded.label";
            tx.prepare_cached(sql)?.execute(params![rule.as_bytes(), label])?
        }
        None => tx.prepare_cached("DELETE FROM rule_labels WHERE rule = ?1")?.execute([rule.as_bytes()])?,
    };
    Ok(())
}
