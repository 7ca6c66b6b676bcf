//! Erasing: nothing is left that opens, wherever it is cut short.

use super::erase::{self, Step};
use super::lock::FolderLock;
use super::samples::{Counting, bytes_of, clock, code, copy, count, create, open, secret, start_run, typed};
use super::{Presence, StorageError, Vault, finish_erasing, presence};
use crate::time::CivilDate;
use std::fs;
use std::path::Path;

/// A closed vault with all that may lie beside it.
fn furnished() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    start_run(&vault, 1).unwrap();
    let today: CivilDate = "2026-11-23".parse().unwrap();
    vault.take_snapshot(&super::SnapshotKind::ALL, clock().now, today, &|| true).unwrap();
    drop(vault);
    for beside in [
        "tries.json",
        "vault.db.damaged-1",
        "vault.db.damaged-1-wal",
        "keyring.json.damaged-2",
        "keyring.json.new",
        "keyring.json.previous",
    ] {
        fs::copy(folder.path().join("keyring.json"), folder.path().join(beside)).unwrap();
    }
    fs::write(folder.path().join("of-somebody-else.txt"), "not ours").unwrap();
    folder
}

/// The bytes of the sealed key, wherever they are in a file.
fn holds_key(folder: &Path, keyring: &str) -> Vec<String> {
    let sealed = keyring.split('"').skip_while(|part| *part != "sealed").nth(2).unwrap();
    let files = bytes_of(folder).into_iter();
    files.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(sealed)).map(|(name, _)| name).collect()
}

#[test]
fn everything_is_gone_but_what_is_not_ours() {
    let folder = furnished();
    let vault = open(folder.path()).unwrap();
    vault.may_erase().unwrap();
    vault.erase().unwrap();
    assert_eq!(bytes_of(folder.path()).into_keys().collect::<Vec<_>>(), ["of-somebody-else.txt"]);
    assert_eq!(presence(folder.path()).unwrap(), Presence::Absent);
    assert_eq!(code(open(folder.path())), "not_there");
    finish_erasing(folder.path()).unwrap();
    let again = Vault::create(folder.path(), &secret(1), None, &mut Counting(7)).unwrap();
    assert_eq!(count(&again, "run"), 0);
}

#[test]
fn cut_short_anywhere_nothing_opens_and_the_rest_can_be_ended() {
    let folder = furnished();
    let keyring = fs::read_to_string(folder.path().join("keyring.json")).unwrap();
    assert!(holds_key(folder.path(), &keyring).contains(&"keyring.json.previous".to_owned()), "the search finds it");
    let lock = FolderLock::take(folder.path()).unwrap();
    let mut left = Vec::new();
    erase::erase(folder.path(), &mut |step| left.push((step, copy(folder.path())))).unwrap();
    drop(lock);
    let steps: Vec<_> = left.iter().map(|(step, _)| *step).collect();
    assert_eq!(steps, [Step::Decided, Step::KeyGone, Step::FilesGone, Step::Done]);
    for (step, folder) in left {
        assert_eq!(presence(folder.path()).unwrap(), Presence::Absent, "{step:?}");
        assert_eq!(code(open(folder.path())), "not_there", "{step:?}");
        if step != Step::Decided {
            let kept = holds_key(folder.path(), &keyring);
            let aside = ["keyring.json.damaged-2", "tries.json", "vault.db.damaged-1", "vault.db.damaged-1-wal"];
            let expected: &[&str] = if step == Step::KeyGone { &aside } else { &[] };
            assert_eq!(kept, expected, "{step:?}: copies of this test");
        }
        // The next vault in this folder is a new one, and no later call takes it away.
        let made = copy(folder.path());
        let vault = Vault::create(made.path(), &secret(1), None, &mut Counting(7)).unwrap();
        start_run(&vault, 2).unwrap();
        drop(vault);
        finish_erasing(made.path()).unwrap();
        assert_eq!(count(&open(made.path()).unwrap(), "run WHERE id = x'02020202020202020202020202020202'"), 1, "{step:?}");

        finish_erasing(folder.path()).unwrap();
        let names: Vec<_> = bytes_of(folder.path()).into_keys().filter(|name| name != "vault.lock").collect();
        assert_eq!(names, ["of-somebody-else.txt"], "{step:?}");
    }
}

#[test]
fn a_keyring_that_was_put_back_is_a_vault_again() {
    let folder = furnished();
    let keyring = fs::read(folder.path().join("keyring.json")).unwrap();
    let lock = FolderLock::take(folder.path()).unwrap();
    let mut decided = None;
    erase::erase(folder.path(), &mut |step| {
        if step == Step::Decided {
            decided = Some(copy(folder.path()));
        }
    })
    .unwrap();
    drop(lock);
    let decided = decided.unwrap();
    fs::write(decided.path().join("keyring.json"), keyring).unwrap();
    finish_erasing(decided.path()).unwrap();
    assert!(!decided.path().join("erasing").exists());
    assert_eq!(count(&open(decided.path()).unwrap(), "run"), 1);
}

#[test]
fn somebody_who_has_it_open_is_not_erased_under_their_hands() {
    let folder = furnished();
    fs::rename(folder.path().join("keyring.json"), folder.path().join("erasing")).unwrap();
    let lock = FolderLock::take(folder.path()).unwrap();
    assert!(matches!(finish_erasing(folder.path()), Err(StorageError::InUse)));
    assert!(folder.path().join("vault.db").exists());
    drop(lock);
    let vault = Vault::open(folder.path(), &secret(1), Some(&typed("whatever word")), clock());
    assert_eq!(code(vault), "not_there");
}
