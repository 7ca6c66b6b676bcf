//! The `support_ticks` and `support_questions` tables.

use super::StorageError;
use crate::ids::QuestionId;
use rusqlite::{Transaction, params};

/// A question of a person's own as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Own {
    pub(crate) id: QuestionId,
    pub(crate) text: String,
}

/// The questions of the list that are ticked, by id, in the order in which they were.
pub(crate) fn ticked(tx: &Transaction<'_>) -> Result<Vec<String>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT question FROM support_ticks ORDER BY seq")?;
    let ticked = statement.query_map([], |row| row.get(0))?;
    Ok(ticked.collect::<Result<_, _>>()?)
}

/// Ticks a question of the list, at `at` milliseconds since 1970, or takes the tick away.
pub(crate) fn tick(tx: &Transaction<'_>, question: &str, on: bool, at: i64) -> Result<(), StorageError> {
    if on {
        tx.prepare_cached("INSERT INTO support_ticks (question, ticked_at) VALUES (?1, ?2) ON CONFLICT (question) DO NOTHING")?
            .execute(params![question, at])?;
    } else {
        tx.prepare_cached("DELETE FROM support_ticks WHERE question = ?1")?.execute([question])?;
    }
    Ok(())
}

/// The questions of a person's own in the order in which they came.
pub(crate) fn own(tx: &Transaction<'_>) -> Result<Vec<Own>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT id, text FROM support_questions ORDER BY seq")?;
    let own = statement.query_map([], |row| Ok(Own { id: QuestionId::from_bytes(row.get(0)?), text: row.get(1)? }))?;
    Ok(own.collect::<Result<_, _>>()?)
}

/// Writes a new question, at `at` milliseconds since 1970.
pub(crate) fn insert(tx: &Transaction<'_>, id: QuestionId, text: &str, at: i64) -> Result<(), StorageError> {
    tx.prepare_cached("INSERT INTO support_questions (id, text, written_at) VALUES (?1, ?2, ?3)")?.execute(params![
        id.as_bytes(),
        text,
        at
    ])?;
    Ok(())
}

/// Puts another text in the place of a question's own. Whether it was there.
pub(crate) fn rewrite(tx: &Transaction<'_>, id: QuestionId, text: &str) -> Result<bool, StorageError> {
    Ok(tx.prepare_cached("UPDATE support_questions SET text = ?2 WHERE id = ?1")?.execute(params![id.as_bytes(), text])? > 0)
}

/// Deletes a question. Whether it was there.
pub(crate) fn delete(tx: &Transaction<'_>, id: QuestionId) -> Result<bool, StorageError> {
    Ok(tx.prepare_cached("DELETE FROM support_questions WHERE id = ?1")?.execute([id.as_bytes()])? > 0)
}

#[cfg(test)]
#[path = "support_tests.rs"]
mod tests;
