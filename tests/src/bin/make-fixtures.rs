//! Makes the vaults under `tests/fixtures` that no release writes: one of a newer schema, and one with a draft of
//! another version of the questions. What is there already stays; to make one anew, remove its folder first.
//!
//! The bytes differ each time (the cipher draws its own randomness), what is in them does not.

#![allow(clippy::expect_used, reason = "a tool for this repository: what it cannot make is told by where it stopped")]

use ampersand_tests::raw;
use ampersand_tests::world::{SECRET, at, create, current, given, instrument};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// Far above any schema that this release or the next ones have.
const NEWER_SCHEMA: u32 = 900;
/// A version of the questions that no release has.
const OTHER_VERSION: u32 = 900;

fn main() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    make(&fixtures.join("newer-vault"), |db| {
        db.pragma_update(None, "user_version", NEWER_SCHEMA).expect("a version");
    });
    make(&fixtures.join("other-version-draft"), |db| {
        db.execute("UPDATE run SET version = ?1", [OTHER_VERSION]).expect("a version");
    });
}

/// A vault with a name and an open draft of three answers, changed by plain SQL.
fn make(folder: &Path, change: impl FnOnce(&Connection)) {
    if folder.exists() {
        return;
    }
    let session = create(folder, 11);
    session.complete_first_run(Some("Robin")).expect("a name");
    let run = session.begin_check(&at(0, 0), current(false)).expect("a draft").run;
    for item in &instrument().items[..3] {
        session.answer_check(&at(0, 0), run, &given(&item.id, 2)).expect("answered");
    }
    session.lock();
    let db = raw::open(folder, &SECRET);
    change(&db);
    // Folds the log into the file, so that two files are the whole vault.
    db.close().expect("closed");
    fs::remove_file(folder.join("vault.lock")).expect("the empty lock file");
}
