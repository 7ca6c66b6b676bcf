//! Bringing back: what is damaged is kept, a safety copy takes its place, and a crash at any point loses neither.

use super::migrations::STEPS;
use super::recovery::{Step, recover_with};
use super::recovery_samples::{DAYS, ENTRIES, bring_back, entries_are_whole, furnished, rot, tables};
use super::samples::{answer, assert_untouched, bytes_of, clock, code, copy, count, later, open, open_as, secret, start_run};
use super::{Presence, RecoverFrom, Recovered, SnapshotKind, StorageError, Vault, offer, presence, recover, search};
use std::fs;
use std::path::Path;

#[test]
fn a_whole_file_comes_back_whole() {
    let folder = furnished();
    let before = tables(&open(folder.path()).unwrap());
    let bytes = fs::read(folder.path().join("vault.db")).unwrap();
    let recovered = bring_back(folder.path(), RecoverFrom::File).unwrap();
    let aside = format!("vault.db.damaged-{}", clock().now.millis());
    assert_eq!(recovered.lost_tables, Vec::<String>::new());
    assert_eq!(recovered.moved_aside, *std::slice::from_ref(&aside));
    assert_eq!(recovered.rows, before.values().map(|rows| rows.cast_unsigned()).sum::<u64>());
    assert!(fs::read(folder.path().join(&aside)).unwrap() == bytes, "the one moved aside is as it was");
    let vault = open(folder.path()).unwrap();
    assert_eq!(tables(&vault), before);
    assert_eq!(entries_are_whole(&vault).unwrap(), i64::from(ENTRIES));
    vault.write(|tx| search::is_sound(tx).map(|sound| assert!(sound))).unwrap();
    assert_eq!(code(answer(&vault, 7, "EF9", Some(1))), "internal", "a finished run is frozen again");
    assert_eq!(code(answer(&vault, 200, "EF2", Some(1))), "ok");
    // A second time: under another name.
    drop(vault);
    let again = bring_back(folder.path(), RecoverFrom::File).unwrap();
    assert_ne!(again.moved_aside, recovered.moved_aside);
    assert!(fs::read(folder.path().join(&aside)).unwrap() == bytes, "never over an existing name");
}

#[test]
fn the_words_that_are_in_the_log_alone_come_back() {
    let folder = furnished();
    let vault = open(folder.path()).unwrap();
    start_run(&vault, 201).unwrap();
    for index in [true, false] {
        let cut_off = copy(folder.path());
        if !index {
            fs::remove_file(cut_off.path().join("vault.db-shm")).unwrap();
        }
        let recovered = bring_back(cut_off.path(), RecoverFrom::File).unwrap();
        let aside = format!("vault.db.damaged-{}", clock().now.millis());
        assert!(recovered.moved_aside.contains(&format!("{aside}-wal")), "{:?}", recovered.moved_aside);
        assert_eq!(recovered.moved_aside.contains(&format!("{aside}-shm")), index);
        assert_eq!(count(&open(cut_off.path()).unwrap(), "run"), 42, "index {index}");
    }
}

#[test]
fn a_safety_copy_takes_the_place_of_a_vault_that_cannot_be_read() {
    for (from, kind) in [(RecoverFrom::Daily, SnapshotKind::Daily), (RecoverFrom::Weekly, SnapshotKind::Weekly)] {
        let folder = furnished();
        rot(folder.path(), "vault.db", 100);
        let rotten = fs::read(folder.path().join("vault.db")).unwrap();
        let copied = fs::read(folder.path().join(kind.file())).unwrap();
        assert_eq!(code(open(folder.path())), "damaged");
        let recovered = bring_back(folder.path(), from).unwrap();
        assert!(fs::read(folder.path().join(&recovered.moved_aside[0])).unwrap() == rotten);
        assert!(fs::read(folder.path().join(kind.file())).unwrap() == copied, "the safety copy stays");
        let vault = open(folder.path()).unwrap();
        assert_eq!((count(&vault, "run"), recovered.lost_tables.len()), (40, 0));
        assert_eq!((count(&vault, "daily_check_ins"), count(&vault, "daily_notes")), (i64::from(DAYS), i64::from(DAYS)));
        assert_eq!(recovered.rows, tables(&vault).values().map(|rows| rows.cast_unsigned()).sum::<u64>());
        assert_eq!(count(&vault, "settings WHERE key LIKE 'snapshot%'"), 0);
        assert_eq!(entries_are_whole(&vault).unwrap(), i64::from(ENTRIES));
        start_run(&vault, 99).unwrap();
        drop(vault);
        assert_eq!(count(&open(folder.path()).unwrap(), "run"), 41, "it is a vault like any other");
    }
}

#[test]
fn a_vault_whose_database_is_gone_comes_back_from_a_safety_copy() {
    let folder = furnished();
    fs::remove_file(folder.path().join("vault.db")).unwrap();
    assert_eq!(code(open(folder.path())), "incomplete");
    let recovered = bring_back(folder.path(), RecoverFrom::Daily).unwrap();
    assert_eq!(recovered.moved_aside, Vec::<String>::new());
    assert_eq!(count(&open(folder.path()).unwrap(), "run"), 40);
}

#[test]
fn what_cannot_be_brought_back_stays_as_it_is() {
    let folder = furnished();
    let refused = |f: &dyn Fn() -> Result<Recovered, StorageError>| assert_untouched(folder.path(), || code(f()));
    fs::remove_file(folder.path().join("snapshot-daily.db")).unwrap();
    assert_eq!(refused(&|| bring_back(folder.path(), RecoverFrom::Daily)), "no_snapshot");
    rot(folder.path(), "snapshot-weekly.db", 100);
    assert_eq!(refused(&|| bring_back(folder.path(), RecoverFrom::Weekly)), "no_snapshot", "none that opens");
    assert_eq!(refused(&|| recover(folder.path(), &secret(2), None, clock(), RecoverFrom::File)), "wrong_key");
    let vault = open(folder.path()).unwrap();
    assert_eq!(code(bring_back(folder.path(), RecoverFrom::File)), "in_use");
    assert_eq!(code(offer(folder.path(), &secret(1), None, clock())), "in_use");
    drop(vault);

    let newer: Vec<_> = STEPS.iter().copied().chain(["CREATE TABLE later (n INTEGER NOT NULL) STRICT;"]).collect();
    let folder = furnished();
    drop(Vault::open_with(folder.path(), &secret(1), None, clock(), &newer).unwrap());
    assert_eq!(assert_untouched(folder.path(), || code(bring_back(folder.path(), RecoverFrom::File))), "too_new");
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(code(bring_back(empty.path(), RecoverFrom::File)), "not_there");
    assert_eq!(assert_untouched(empty.path(), || code(offer(empty.path(), &secret(1), None, clock()))), "not_there");
}

#[test]
fn a_rotten_page_of_a_safety_copy_is_not_put_in_the_place_of_anything() {
    let folder = furnished();
    let pages = fs::read(folder.path().join("snapshot-daily.db")).unwrap().len() / 4096;
    let mut refused = 0;
    for page in (2..pages).step_by(5) {
        let folder = copy(folder.path());
        rot(folder.path(), "snapshot-daily.db", 4096 * page + 2000);
        match assert_unchanged_if_refused(folder.path(), RecoverFrom::Daily) {
            Err(code) => {
                assert!(["damaged", "no_snapshot"].contains(&code), "page {page}: {code}");
                refused += 1;
            }
            Ok(_) => assert_eq!(entries_are_whole(&open(folder.path()).unwrap()).unwrap(), i64::from(ENTRIES), "page {page}: of an index"),
        }
    }
    assert!(refused > 10, "{refused}");
}

fn assert_unchanged_if_refused(folder: &Path, from: RecoverFrom) -> Result<Recovered, &'static str> {
    let before = bytes_of(folder);
    bring_back(folder, from).map_err(|error| {
        assert!(bytes_of(folder) == before, "refused, and changed");
        error.code()
    })
}

#[test]
fn cut_short_anywhere_it_loses_nothing_and_comes_to_its_end() {
    for from in [RecoverFrom::File, RecoverFrom::Daily] {
        let folder = furnished();
        let vault = open(folder.path()).unwrap();
        start_run(&vault, 201).unwrap();
        // Cut off, so that a log has to be moved as well.
        let folder = copy(folder.path());
        drop(vault);
        rot(folder.path(), "vault.db", 4096 * 80 + 2000);
        let before = bytes_of(folder.path());
        let rows = if from == RecoverFrom::File { 42 } else { 40 };
        let mut left = Vec::new();
        recover_with(folder.path(), &secret(1), None, clock(), from, STEPS, &mut |step| left.push((step, copy(folder.path())))).unwrap();
        let steps: Vec<_> = left.iter().map(|(step, _)| *step).collect();
        assert_eq!(steps, [Step::Made, Step::Named, Step::Aside, Step::Placed]);
        // And between the moving of the database and of its log.
        let half = copy(left[1].1.path());
        fs::rename(half.path().join("vault.db"), half.path().join("vault.db.damaged-5")).unwrap();
        left.push((Step::Named, half));
        for (step, folder) in left {
            let case = format!("{from:?}, {step:?}");
            assert_eq!(presence(folder.path()).unwrap(), Presence::Present, "{case}");
            assert_eq!(assert_untouched(folder.path(), || code(open_as(folder.path(), 2))), "wrong_key", "{case}");
            if step == Step::Made {
                // Nothing was moved yet: the same is done again.
                bring_back(folder.path(), from).unwrap();
            }
            let vault = Vault::open(folder.path(), &secret(1), None, later(5)).unwrap_or_else(|error| panic!("{case}: {error}"));
            assert_eq!(count(&vault, "run"), rows, "{case}");
            drop(vault);
            let after = bytes_of(folder.path());
            for name in ["vault.db", "vault.db-wal"] {
                let kept = after.iter().any(|(kept, bytes)| kept.contains(".damaged-") && *bytes == before[name]);
                assert!(kept, "{case}: {name} as it was is in none of {:?}", after.keys());
            }
            let together = after.keys().find(|name| name.ends_with("-wal") && name.contains(".damaged-")).unwrap();
            assert!(after.contains_key(together.trim_end_matches("-wal")), "{case}: the log beside its database");
            assert!(!after.contains_key("vault.db.recovered") && !after.contains_key("vault.db.recovering"), "{case}");
        }
    }
}
