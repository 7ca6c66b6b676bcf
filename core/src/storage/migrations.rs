//! The schema, one file of SQL a version. A released step is never edited; a column never changes its meaning.
//!
//! `PRAGMA user_version` counts the steps taken. Each step is a transaction of its own: a crash or a full disk in the
//! middle leaves the version before it, whole, and the next opening goes on from there.

use super::error::StorageError;
use rusqlite::Connection;
use rusqlite_migration::{Error, M, Migrations};

/// The steps of this release, in order.
pub(super) const STEPS: &[&str] = &[
    include_str!("../../migrations/001-check.sql"),
    include_str!("../../migrations/002-journal.sql"),
    include_str!("../../migrations/003-search.sql"),
    include_str!("../../migrations/004-checkins.sql"),
    include_str!("../../migrations/005-practice.sql"),
];

/// The schema version that this release writes, and the newest that it opens.
pub const SCHEMA_VERSION: u32 = version_of(STEPS);

/// The version after all of `steps`.
#[expect(clippy::cast_possible_truncation, reason = "a release has a handful of steps, and a const cannot convert")]
pub(super) const fn version_of(steps: &[&str]) -> u32 {
    steps.len() as u32
}

/// Takes every step that the database has not taken yet, starting after `from`.
///
/// Foreign keys are held against all rows at the end of a step, not while it runs: with them on, dropping a table that
/// is being rebuilt would delete what points to it, answers with their run.
pub(super) fn raise(connection: &mut Connection, from: u32, steps: &[&str]) -> Result<(), StorageError> {
    let migrations = definition(steps);
    connection.execute_batch("PRAGMA foreign_keys = OFF;")?;
    for version in from..version_of(steps) {
        // One step at a time: the library would take them all in one transaction.
        migrations.to_version(connection, version as usize + 1).map_err(explained)?;
    }
    connection.execute_batch("PRAGMA foreign_keys = ON;")?;
    Ok(())
}

/// `steps` as the library takes them.
pub(super) fn definition<'a>(steps: &[&'a str]) -> Migrations<'a> {
    Migrations::new(steps.iter().map(|step| M::up(step).foreign_key_check()).collect())
}

fn explained(error: Error) -> StorageError {
    match error {
        Error::RusqliteError { err, .. } => err.into(),
        // Rows that the step left pointing nowhere, and other faults of a step: a fault of this program.
        _ => rusqlite::Error::InvalidQuery.into(),
    }
}
