//! Safety copies: one of the last day on which there was upkeep, one a week older at most. Encrypted under the same key.
//!
//! A copy knows its own moment from a row inside, so that it still does after it was copied or put back. It takes the
//! place of the one before it only when it was found sound itself.

use super::Vault;
use super::check::{self, Soundness};
use super::connection;
use super::error::StorageError;
use super::files;
use super::keyring::DataKey;
use super::settings;
use crate::time::{CivilDate, Instant};
use rusqlite::{Connection, Transaction};
use std::fs;
use std::path::Path;

/// Milliseconds since 1970, and the logical day, of a copy. In a copy alone.
const TAKEN_AT: &str = "snapshot_taken_at";
const TAKEN_ON: &str = "snapshot_taken_on";
/// Days from one weekly copy to the next.
const WEEK: i64 = 7;

/// Which safety copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnapshotKind {
    /// Of the last day on which there was upkeep.
    Daily,
    /// Up to a week older.
    Weekly,
}

impl SnapshotKind {
    pub(super) const ALL: [Self; 2] = [Self::Daily, Self::Weekly];

    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::Daily => "snapshot-daily.db",
            Self::Weekly => "snapshot-weekly.db",
        }
    }
}

/// A safety copy beside the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SnapshotSummary {
    /// Which.
    pub kind: SnapshotKind,
    /// When it was taken, in milliseconds since 1970.
    pub taken_at: i64,
    /// The logical day of that.
    pub taken_on: CivilDate,
}

impl SnapshotSummary {
    /// Whether the next one of its kind is due. A day that lies ahead was noted down under another clock.
    fn is_over(&self, today: CivilDate) -> bool {
        let days = today.days_since(self.taken_on);
        match self.kind {
            SnapshotKind::Daily => days != 0,
            SnapshotKind::Weekly => !(0..WEEK).contains(&days),
        }
    }
}

/// The safety copies in `folder` that open with `key`.
pub(super) fn all(folder: &Path, key: &DataKey) -> Vec<SnapshotSummary> {
    SnapshotKind::ALL.into_iter().filter_map(|kind| summary(folder, key, kind)).collect()
}

fn summary(folder: &Path, key: &DataKey, kind: SnapshotKind) -> Option<SnapshotSummary> {
    let path = folder.join(kind.file());
    if !path.try_exists().ok()? {
        return None;
    }
    let connection = connection::open_to_look(&connection::uri(&path, "immutable=1"), key).ok()?;
    let value = |key: &str| connection.query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get::<_, String>(0)).ok();
    Some(SnapshotSummary { kind, taken_at: value(TAKEN_AT)?.parse().ok()?, taken_on: value(TAKEN_ON)?.parse().ok()? })
}

/// Takes the rows away that only a copy has: it is the vault from now on.
pub(super) fn forget_moment(tx: &Transaction<'_>) -> Result<(), StorageError> {
    settings::put(tx, TAKEN_AT, None)?;
    settings::put(tx, TAKEN_ON, None)
}

impl Vault {
    /// The safety copies that open.
    pub(crate) fn snapshots(&self) -> Vec<SnapshotSummary> {
        all(self.folder(), self.key())
    }

    /// Which safety copies are due.
    pub(crate) fn snapshots_due(&self, today: CivilDate) -> Vec<SnapshotKind> {
        let there = self.snapshots();
        let is_due = |kind: &SnapshotKind| there.iter().find(|copy| copy.kind == *kind).is_none_or(|copy| copy.is_over(today));
        SnapshotKind::ALL.into_iter().filter(is_due).collect()
    }

    /// Takes a safety copy, for each of `kinds`. [`Running::interrupt`](super::Running::interrupt) ends it; the
    /// copies before it are then still there.
    ///
    /// # Errors
    /// [`StorageError::Damaged`] when the database cannot be read through or the copy is not sound;
    /// [`StorageError::DiskFull`], [`StorageError::Interrupted`].
    pub(crate) fn take_snapshot(
        &self,
        kinds: &[SnapshotKind],
        now: Instant,
        today: CivilDate,
        wanted: &dyn Fn() -> bool,
    ) -> Result<(), StorageError> {
        let taken = self.copied(kinds, now, today, wanted);
        files::remove_with_its_kin(self.folder(), files::NEW_SNAPSHOT)?;
        taken
    }

    fn copied(&self, kinds: &[SnapshotKind], now: Instant, today: CivilDate, wanted: &dyn Fn() -> bool) -> Result<(), StorageError> {
        let folder = self.folder();
        let path = folder.join(files::NEW_SNAPSHOT);
        files::remove_with_its_kin(folder, files::NEW_SNAPSHOT)?;
        for (number, kind) in kinds.iter().enumerate() {
            if let Some(before) = number.checked_sub(1) {
                fs::copy(folder.join(kinds[before].file()), &path)?;
            } else {
                files::make_empty(&path)?;
                let name = path.to_str().ok_or(std::io::Error::from(std::io::ErrorKind::InvalidInput))?;
                self.beside(wanted, |connection| copy_into(connection, name))?;
                stamp(&path, self.key(), now, today)?;
            }
            files::sync(&path)?;
            files::rename(folder, files::NEW_SNAPSHOT, kind.file())?;
        }
        Ok(())
    }

    /// Deletes the safety copies.
    ///
    /// # Errors
    /// [`StorageError::ReadOnly`] and others of the system.
    pub(crate) fn delete_snapshots(&self) -> Result<(), StorageError> {
        SnapshotKind::ALL.into_iter().try_for_each(|kind| files::remove_with_its_kin(self.folder(), kind.file()))
    }
}

/// Writes all that is in use into another file: pages that hold only what was deleted are left out.
fn copy_into(connection: &Connection, name: &str) -> Result<(), StorageError> {
    connection.execute("VACUUM INTO ?1", [name])?;
    Ok(())
}

/// Writes the copy's moment into it, once it was found sound.
fn stamp(path: &Path, key: &DataKey, now: Instant, today: CivilDate) -> Result<(), StorageError> {
    if check::verdict_on(path, key)? == Soundness::Damaged {
        return Err(StorageError::Damaged);
    }
    let mut copy = connection::open_new(path, key)?;
    let tx = copy.transaction()?;
    settings::put(&tx, TAKEN_AT, Some(&now.millis().to_string()))?;
    settings::put(&tx, TAKEN_ON, Some(&today.to_string()))?;
    tx.commit()?;
    copy.close().map_err(|(_, error)| error.into())
}
