//! The `settings` table: one text a key. What the keys mean is for the use-cases to say.

use super::StorageError;
use rusqlite::{OptionalExtension as _, Transaction};

/// The value of a key.
///
/// # Errors
/// [`StorageError`].
pub(crate) fn get(tx: &Transaction<'_>, key: &str) -> Result<Option<String>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT value FROM settings WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Sets the value of a key; none removes it.
///
/// # Errors
/// [`StorageError`].
pub(crate) fn put(tx: &Transaction<'_>, key: &str, value: Option<&str>) -> Result<(), StorageError> {
    match value {
        Some(value) => tx
            .prepare_cached("INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")?
            .execute([key, value])?,
        None => tx.prepare_cached("DELETE FROM settings WHERE key = ?1")?.execute([key])?,
    };
    Ok(())
}
