//! What the tests of recovery share: a furnished vault, and what is left of it.

use super::journal_samples::{asked_daily, text, written};
use super::samples::{answer, clock, copy, count, create, fill, finish_run, open, secret, start_run};
use super::{RecoverFrom, Recovered, SnapshotKind, StorageError, Vault, recover};
use rusqlite::Transaction;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

pub(super) const ENTRIES: u8 = 40;
/// Days with a check-in, each with a note; every seventh has a pulse.
pub(super) const DAYS: u32 = 140;

/// A closed vault: runs with answers, settings, entries with long and short bodies, check-ins, pulses, labels, and
/// safety copies of all but the last run.
pub(super) fn furnished() -> tempfile::TempDir {
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    copy(
        MADE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let vault = create(folder.path());
            fill(&vault, 40);
            finish_run(&vault, 7).unwrap();
            drop(vault);
            // What closing puts into the schema lies before what follows.
            let vault = open(folder.path()).unwrap();
            vault
                .write(|tx| {
                    super::settings::put(tx, "name", Some("Robin"))?;
                    for byte in 1..=ENTRIES {
                        let body = format!("word{byte} and the canal. {}", "Grey water, grey sky. ".repeat(usize::from(byte) * 10));
                        written(tx, byte, text(&body), i64::from(byte) * 1000);
                    }
                    asked_daily(tx, DAYS);
                    Ok::<_, StorageError>(())
                })
                .unwrap();
            vault.take_snapshot(&SnapshotKind::ALL, clock().now, "2026-11-23".parse().unwrap(), &|| true).unwrap();
            start_run(&vault, 200).unwrap();
            answer(&vault, 200, "EF1", Some(3)).unwrap();
            drop(vault);
            fs::remove_file(folder.path().join("vault.lock")).unwrap();
            folder
        })
        .path(),
    )
}

pub(super) fn rot(folder: &Path, name: &str, position: usize) {
    let path = folder.join(name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[position] ^= 1;
    fs::write(path, bytes).unwrap();
}

pub(super) fn bring_back(folder: &Path, from: RecoverFrom) -> Result<Recovered, StorageError> {
    recover(folder, &secret(1), None, clock(), from)
}

/// Rows of each table that holds what was written.
pub(super) fn tables(vault: &Vault) -> BTreeMap<String, i64> {
    let names = vault.read(|tx| super::check::tables(tx)).unwrap();
    names.into_iter().map(|name| (name.clone(), count(vault, &name))).collect()
}

/// Whether each entry that is there is whole and found by its word.
pub(super) fn entries_are_whole(vault: &Vault) -> Result<i64, StorageError> {
    vault.read(|tx: &Transaction<'_>| {
        let whole = "SELECT count(*) FROM entry WHERE body LIKE 'word' || hex(substr(id, 1, 1)) || '%' OR length(body) > 200";
        let rows: i64 = tx.query_row(whole, [], |row| row.get(0))?;
        let found: i64 = tx.query_row("SELECT count(*) FROM entry_words WHERE entry_words MATCH 'canal'", [], |row| row.get(0))?;
        assert_eq!(rows, found, "found by a word that each of them has");
        Ok(rows)
    })
}
