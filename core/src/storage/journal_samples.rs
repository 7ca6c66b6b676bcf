//! What the tests of the journal's tables share: contents, entries, and a transaction that leaves nothing behind.

use super::entries::{self, Saving, Trashed};
use super::samples::create;
use super::{StorageError, Vault};
use crate::ids::EntryId;
use crate::journal::entry::{EntryContent, Kept};
use crate::time::CivilDate;
use rusqlite::Transaction;

pub(super) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// The id that is 16 times `byte`.
pub(super) const fn id(byte: u8) -> EntryId {
    EntryId::from_bytes([byte; 16])
}

/// A body, for 23 November.
pub(super) fn text(body: &str) -> EntryContent {
    EntryContent { body: body.into(), ..EntryContent::blank(day("2026-11-23")) }
}

/// A save at `at` milliseconds, on 23 November in Berlin.
pub(super) fn saving(at: i64) -> Saving<'static> {
    Saving { at, day: day("2026-11-23"), zone_id: "Europe/Berlin", offset_s: 3600 }
}

/// Writes the entry with the id of `byte` and answers with its row.
pub(super) fn written(tx: &Transaction<'_>, byte: u8, content: EntryContent, at: i64) -> i64 {
    entries::insert(tx, id(byte), &Kept::unchecked(content), &saving(at), None).unwrap()
}

/// Puts an entry into the trash on a day.
pub(super) fn trashed(tx: &Transaction<'_>, seq: i64, at: i64, day: CivilDate) {
    entries::put_trashed(tx, seq, Some(Trashed { at, day })).unwrap();
}

/// A vault of its own for as long as `f` runs.
pub(super) fn in_vault(f: impl FnOnce(&Transaction<'_>)) {
    let folder = tempfile::tempdir().unwrap();
    within(&create(folder.path()), f);
}

/// Runs `f` in a transaction that is taken back.
pub(super) fn within(vault: &Vault, f: impl FnOnce(&Transaction<'_>)) {
    let mut ran = false;
    let taken_back = vault.write(|tx| {
        f(tx);
        ran = true;
        Err::<(), _>(StorageError::ReadOnly)
    });
    assert!(ran && taken_back.is_err());
}

/// Rows of a table.
pub(super) fn rows(tx: &Transaction<'_>, table: &str) -> i64 {
    tx.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}
