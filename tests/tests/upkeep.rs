//! Upkeep in steps, safety copies, recovery and erasing, as a shell uses them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use ampersand_core::app::{RecoverFrom, Recovered, Session, SnapshotKind, UpkeepProgress, recover_vault, recovery_offer, resume_erase};
use ampersand_core::error::{Error, Lock};
use ampersand_core::storage::{Presence, presence};
use ampersand_core::time::NowContext;
use ampersand_tests::files::{bytes_of, copy, readable, unchanged};
use ampersand_tests::journal::{code, written};
use ampersand_tests::raw;
use ampersand_tests::world::{SECRET, at, create, key_of, open, secret_of};
use std::fs;
use std::path::Path;

/// Runs the upkeep to its end.
fn kept_up(session: &Session, ctx: &NowContext) -> UpkeepProgress {
    let mut progress = session.begin_upkeep(ctx).unwrap();
    assert!(!progress.finished && progress.done == 0, "{progress:?}");
    for _ in 0..10_000 {
        let before = progress;
        progress = session.step_upkeep(ctx, 1).unwrap();
        assert!(before.done <= progress.done && progress.done <= progress.total, "{before:?}, {progress:?}");
        if progress.finished {
            return progress;
        }
    }
    panic!("no end: {progress:?}");
}

fn days_of(session: &Session) -> Vec<(SnapshotKind, String)> {
    session.snapshots().unwrap().into_iter().map(|copy| (copy.kind, copy.taken_on.to_string())).collect()
}

#[test]
fn it_comes_to_an_end_in_small_steps_and_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    written(&session, &at(0, 0), "a heron on the weir");
    let progress = kept_up(&session, &at(0, 1));
    assert_eq!(progress.done, progress.total);
    let again = session.step_upkeep(&at(0, 1), 1_000).unwrap();
    assert!(again.finished, "{again:?}");
    session.begin_upkeep(&at(1, 1)).unwrap();
    assert!(session.step_upkeep(&at(1, 1), u32::MAX).unwrap().finished);
    session.begin_upkeep(&at(1, 1)).unwrap();
    assert!(session.step_upkeep(&at(1, 1), 0).unwrap().done > 0, "at least one thing");
    session.stop_upkeep().unwrap();
    let stopped = session.step_upkeep(&at(1, 1), 1_000).unwrap();
    assert_eq!((stopped.done, stopped.finished), (0, true), "stopped: nothing is done unless it is begun again");
    session.lock();
    for result in [session.begin_upkeep(&at(1, 1)).map(drop), session.stop_upkeep(), session.snapshots().map(drop)] {
        assert!(matches!(result, Err(Error::Locked(Lock::Locked))));
    }
}

#[test]
fn safety_copies_are_taken_when_they_are_due() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    assert_eq!(days_of(&session), []);
    let days = |daily: &str, weekly: &str| vec![(SnapshotKind::Daily, daily.to_owned()), (SnapshotKind::Weekly, weekly.to_owned())];
    kept_up(&session, &at(0, 1));
    assert_eq!(days_of(&session), days("2026-11-23", "2026-11-23"));
    let taken = bytes_of(folder.path())["snapshot-daily.db"].clone();
    kept_up(&session, &at(0, 2));
    assert!(bytes_of(folder.path())["snapshot-daily.db"] == taken, "not twice a day");
    kept_up(&session, &at(1, 0));
    assert_eq!(days_of(&session), days("2026-11-24", "2026-11-23"));
    kept_up(&session, &at(7, 0));
    assert_eq!(days_of(&session), days("2026-11-30", "2026-11-30"));
    session.delete_snapshots().unwrap();
    assert_eq!(days_of(&session), []);
}

#[test]
fn what_is_purged_is_in_no_file_but_older_safety_copies() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    let secret = written(&session, &at(0, 0), "zephyrine over the canal").id;
    written(&session, &at(0, 0), "a heron on the weir");
    let editor = session.edit_entry(&at(0, 1), secret).unwrap();
    let content = ampersand_core::journal::entry::EntryContent { body: "quillwort by the canal".into(), ..editor.content };
    session.save_entry(&at(0, 1), editor.draft, &content).unwrap();
    session.trash_entries(&at(0, 2), &[secret]).unwrap();
    kept_up(&session, &at(0, 3));
    // Thirty days later it goes by itself.
    kept_up(&session, &at(29, 0));
    assert_eq!(session.trash(None).unwrap().entries.len(), 1);
    let log = |folder: &Path| fs::metadata(folder.join("vault.db-wal")).map_or(0, |found| found.len());
    kept_up(&session, &at(31, 0));
    assert_eq!(session.trash(None).unwrap().entries.len(), 0);
    assert_eq!(log(folder.path()), 0, "the log is empty");
    assert_eq!(days_of(&session)[0].1, "2026-12-24", "taken after the purge");
    let words = ["zephyrine".to_owned(), "quillwort".into()];
    assert!(readable(folder.path(), &words).is_empty());
    session.lock();
    let holds = |name: &str, word: &str| {
        // As if the copy were the vault: the same key opens it.
        let place = copy(folder.path());
        fs::copy(folder.path().join(name), place.path().join("vault.db")).unwrap();
        raw::rows(place.path(), &SECRET).join("\n").contains(word)
    };
    for name in ["vault.db", "snapshot-daily.db"] {
        assert!(holds(name, "heron"), "{name}: the search finds what is there");
        assert!(!holds(name, "zephyrine") && !holds(name, "quillwort"), "{name}");
    }
}

#[test]
fn a_damaged_page_is_told_and_the_vault_can_be_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    for number in 0..60 {
        written(&session, &at(0, 0), &format!("heron {number} {}", "on the weir ".repeat(100)));
    }
    kept_up(&session, &at(0, 1));
    written(&session, &at(0, 2), "after the safety copy");
    session.lock();
    let whole = bytes_of(folder.path())["vault.db"].len() / 4096;
    let secret = secret_of(SECRET[0]);
    let (mut told, mut from_file) = (0, 0);
    for page in (2..whole).step_by(3) {
        let folder = copy(folder.path());
        let path = folder.path().join("vault.db");
        let mut bytes = fs::read(&path).unwrap();
        bytes[4096 * page + 1000] ^= 1;
        fs::write(&path, bytes).unwrap();
        let key = key_of(folder.path(), &secret);
        if let Ok(session) = open(folder.path(), 2) {
            // Seven days later: a check is due.
            let before = bytes_of(folder.path());
            let found = session.begin_upkeep(&at(8, 0)).and_then(|_| session.step_upkeep(&at(8, 0), u32::MAX));
            assert_eq!(code(found), "the vault's files are damaged", "page {page}");
            let after = bytes_of(folder.path());
            assert!(["snapshot-daily.db", "snapshot-weekly.db"].iter().all(|name| before[*name] == after[*name]), "page {page}");
            told += 1;
        }
        let offer = recovery_offer(&key).unwrap();
        assert_eq!(offer.snapshots.len(), 2);
        let from = if offer.file_readable { RecoverFrom::File } else { RecoverFrom::Weekly };
        let Recovered { moved_aside, .. } = recover_vault(&key, from).unwrap();
        assert!(moved_aside[0].starts_with("vault.db.damaged-"), "{moved_aside:?}");
        let session = open(folder.path(), 3).unwrap();
        let total = session.journal(&at(8, 0), None).unwrap().total;
        from_file += i32::from(from == RecoverFrom::File && total >= 58);
        kept_up(&session, &at(8, 1));
    }
    assert!(told > 10 && from_file > 10, "{told}, {from_file}");
    assert_eq!(code(unchanged(folder.path(), || recovery_offer(&key_of(&folder.path().join("x"), &secret)).map(drop))), "vault");
    fs::remove_file(folder.path().join("snapshot-daily.db")).unwrap();
    assert_eq!(code(unchanged(folder.path(), || recover_vault(&key_of(folder.path(), &secret), RecoverFrom::Daily))), "snapshot");
}

#[test]
fn erased_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let session = create(folder.path(), 1);
    written(&session, &at(0, 0), "a heron on the weir");
    kept_up(&session, &at(0, 1));
    session.erase_everything().unwrap();
    assert_eq!(bytes_of(folder.path()).len(), 0);
    assert_eq!(presence(folder.path()).unwrap(), Presence::Absent);
    for result in [session.home(&at(0, 1)).map(drop), session.erase_everything(), session.delete_snapshots()] {
        assert!(matches!(result, Err(Error::Locked(Lock::Locked))));
    }
    resume_erase(folder.path()).unwrap();
    resume_erase(&folder.path().join("never")).unwrap();
    let again = create(folder.path(), 5);
    assert_eq!(again.journal(&at(0, 1), None).unwrap().total, 0);
}
