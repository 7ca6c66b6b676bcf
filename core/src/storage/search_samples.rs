//! What the tests of the search share: entries with texts, and what is found of them.

use super::super::entries;
use super::super::journal_samples::{id, saving, text};
use super::super::samples::create;
use super::super::{StorageError, Vault};
use super::*;
use crate::journal::entry::{EntryContent, Kept};
use tempfile::TempDir;

/// A vault with entries of these texts, the first one the newest.
pub(super) fn vault_of(bodies: &[&str]) -> (TempDir, Vault) {
    let contents: Vec<EntryContent> = bodies.iter().map(|body| text(body)).collect();
    vault_with(&contents)
}

/// Entries with the ids 0, 1, 2 and so on, each written an hour before the one ahead of it.
pub(super) fn vault_with(contents: &[EntryContent]) -> (TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    in_writing(&vault, |tx| {
        for (index, content) in (0_u8..).zip(contents) {
            entries::insert(tx, id(index), &Kept::unchecked(content.clone()), &saving(9_000_000_000 - 3_600_000 * i64::from(index)), None)
                .unwrap();
        }
    });
    (folder, vault)
}

pub(super) fn in_writing<T>(vault: &Vault, f: impl FnOnce(&Transaction<'_>) -> T) -> T {
    vault.write(|tx| Ok::<_, StorageError>(f(tx))).unwrap()
}

pub(super) fn query(typed: &str) -> Query {
    Query::read(typed, |folded| (folded == "calm").then(|| "calm".to_owned())).unwrap()
}

pub(super) fn newest_of(vault: &Vault, query: &Query, after: Option<&EntryKey>, most: usize) -> Vec<Hit> {
    vault.search_read(|tx, turn| newest(tx, query, after, most, turn)).unwrap_or_else(|error| panic!("{error:?}: {query:?}"))
}

pub(super) fn best_of(vault: &Vault, query: &Query, after: Option<&(f64, EntryKey)>, most: usize) -> Vec<Hit> {
    vault.search_read(|tx, turn| best(tx, query, after, most, turn)).unwrap()
}

/// The first byte of each id found, the newest first.
pub(super) fn found(vault: &Vault, typed: &str) -> Vec<u8> {
    let hits = newest_of(vault, &query(typed), None, 1_000);
    let mut best: Vec<_> = best_of(vault, &query(typed), None, 1_000).iter().map(|hit| hit.key).collect();
    best.sort_unstable_by(|one, other| other.cmp(one));
    assert!(hits.iter().map(|hit| hit.key).eq(best), "the orders find the same: {typed}");
    hits.iter().map(|hit| hit.key.id.as_bytes()[0]).collect()
}
