//! The vault in use: what is written stays, what is not finished leaves nothing, and no file says a word of it.

use super::samples::{
    Counting, Dry, answer, assert_untouched, bytes_of, code, copy, count, create, finish_run, open, open_as, secret, start_run,
};
use super::{Presence, StorageError, Vault, presence};
use rusqlite::{Transaction, types::Value};
use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

fn remember(vault: &Vault, key: &str, value: &str) -> Result<(), StorageError> {
    vault.write(|tx| {
        tx.execute("INSERT INTO settings (key, value) VALUES (?1, ?2)", [key, value])?;
        Ok(())
    })
}

fn recall(vault: &Vault, key: &str) -> Option<String> {
    vault
        .read(|tx| {
            let mut statement = tx.prepare_cached("SELECT value FROM settings WHERE key = ?1")?;
            let mut rows = statement.query_map([key], |row| row.get(0))?;
            Ok::<_, StorageError>(rows.next().transpose()?)
        })
        .unwrap()
}

fn names_in(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn names(list: &[&str]) -> BTreeSet<String> {
    list.iter().map(|&name| name.to_owned()).collect()
}

#[test]
fn what_was_written_is_there_after_closing_and_opening() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(presence(folder.path()).unwrap(), Presence::Absent);
    let vault = create(folder.path());
    remember(&vault, "name", "Robin").unwrap();
    assert_eq!(recall(&vault, "name").as_deref(), Some("Robin"), "the reader sees what was committed");
    drop(vault);
    assert_eq!(presence(folder.path()).unwrap(), Presence::Present);
    assert_eq!(names_in(folder.path()), names(&["keyring.json", "vault.db", "vault.lock"]), "closed: the log is folded in");
    assert_eq!(recall(&open(folder.path()).unwrap(), "name").as_deref(), Some("Robin"));
}

#[test]
fn what_was_written_is_there_after_the_process_was_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    remember(&vault, "name", "Robin").unwrap();
    let cut_off = copy(folder.path());
    assert!(names_in(cut_off.path()).contains("vault.db-wal"));
    assert_eq!(recall(&open(cut_off.path()).unwrap(), "name").as_deref(), Some("Robin"));
}

/// A log is begun by writing its header and syncing it: a kill may fall between that and the first frame.
#[test]
fn a_log_cut_off_at_its_header_holds_nothing_and_is_in_nobodys_way() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    remember(&vault, "name", "Robin").unwrap();
    drop(vault);
    let vault = open(folder.path()).unwrap();
    let index = fs::read(folder.path().join("vault.db-shm")).unwrap();
    remember(&vault, "later", "on its way").unwrap();
    let cut_off = copy(folder.path());
    fs::write(cut_off.path().join("vault.db-shm"), index).unwrap();
    for left in [0, 16, 31, 32, 33, 32 + 24 + 4096 - 1] {
        let cut = copy(cut_off.path());
        fs::File::options().write(true).open(cut.path().join("vault.db-wal")).unwrap().set_len(left).unwrap();
        assert!(names_in(cut.path()).contains("vault.db-shm"), "the index from before is beside it");
        let vault = open(cut.path()).unwrap_or_else(|error| panic!("{left} bytes of the log left: {error}"));
        assert_eq!(recall(&vault, "name").as_deref(), Some("Robin"), "{left} bytes of the log left");
        assert_eq!(recall(&vault, "later"), None, "{left} bytes of the log left");
    }
}

#[test]
fn both_connections_are_set_up_as_the_design_says() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let pragma = |tx: &Transaction<'_>, name: &str| {
        let value: Value = tx.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?;
        Ok::<_, StorageError>(match value {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            other => format!("{other:?}"),
        })
    };
    let expected = [
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
        ("temp_store", "2"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("busy_timeout", "5000"),
        ("cache_size", "-6144"),
        ("auto_vacuum", "2"),
        ("journal_mode", "wal"),
        ("wal_autocheckpoint", "200"),
        ("journal_size_limit", "1048576"),
        ("synchronous", "2"),
        ("page_size", "4096"),
        ("cipher_page_size", "4096"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
        ("cipher_use_hmac", "1"),
        ("cipher_plaintext_header_size", "0"),
    ];
    for (name, value) in expected {
        assert_eq!(vault.write(|tx| pragma(tx, name)).unwrap(), value, "{name} of the writer");
        assert_eq!(vault.read(|tx| pragma(tx, name)).unwrap(), value, "{name} of the reader");
    }
    assert_eq!(vault.write(|tx| pragma(tx, "query_only")).unwrap(), "0");
    assert_eq!(vault.read(|tx| pragma(tx, "query_only")).unwrap(), "1");
}

#[test]
fn the_reader_cannot_write() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let refused = vault.read(|tx| Ok::<_, StorageError>(tx.execute("INSERT INTO settings (key, value) VALUES ('a', 'b')", [])?));
    assert_eq!(code(refused), "read_only");
    assert_eq!(count(&vault, "settings"), 0);
}

#[test]
fn a_reader_sees_one_state_while_somebody_writes() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let counted = |tx: &Transaction<'_>| tx.query_row("SELECT count(*) FROM settings", [], |row| row.get::<_, i64>(0));
    remember(&vault, "region", "GB").unwrap();
    let (before, after) = vault
        .read(|tx| {
            let before = counted(tx)?;
            remember(&vault, "name", "Robin")?;
            Ok::<_, StorageError>((before, counted(tx)?))
        })
        .unwrap();
    assert_eq!((before, after, count(&vault, "settings")), (1, 1, 2));
}

#[test]
fn what_is_read_before_anything_is_written_takes_no_second_connection() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let vault = open(folder.path()).unwrap();
    let on_the_writer = |vault: &Vault| vault.read(|tx| Ok::<_, StorageError>(!tx.is_readonly(rusqlite::MAIN_DB)?)).unwrap();
    assert!(on_the_writer(&vault));
    let failed = catch_unwind(AssertUnwindSafe(|| vault.read(|_| -> Result<(), StorageError> { panic!("while reading") })));
    assert!(failed.is_err());
    remember(&vault, "name", "Robin").unwrap();
    assert!(!on_the_writer(&vault), "from the first write on, nobody who reads waits for one");
    assert_eq!(recall(&vault, "name").as_deref(), Some("Robin"));
}

#[test]
fn a_read_from_inside_the_first_write_sees_the_state_before() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let seen = vault.write(|tx| {
        tx.execute("INSERT INTO settings (key, value) VALUES ('name', 'Robin')", [])?;
        Ok::<_, StorageError>(recall(&vault, "name"))
    });
    assert_eq!(seen.unwrap(), None);
}

#[test]
fn an_error_in_a_write_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let failed: Result<(), StorageError> = vault.write(|tx| {
        tx.execute("INSERT INTO settings (key, value) VALUES ('name', 'Robin')", [])?;
        Err(StorageError::InUse)
    });
    assert_eq!(code(failed), "in_use", "the caller's own error comes back");
    assert_eq!(recall(&vault, "name"), None);
    remember(&vault, "name", "Kim").unwrap();
}

#[test]
fn a_panic_in_a_call_leaves_nothing_behind_and_the_next_call_works() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let fall = |tx: &Transaction<'_>| -> Result<(), StorageError> {
        tx.execute("INSERT INTO settings (key, value) VALUES ('name', 'Robin')", [])?;
        panic!("in the middle of a call");
    };
    assert!(catch_unwind(AssertUnwindSafe(|| vault.write(fall))).is_err());
    assert_eq!(recall(&vault, "name"), None);
    remember(&vault, "name", "Kim").unwrap();

    let fall = |_: &Transaction<'_>| -> Result<(), StorageError> { panic!("in the middle of a look") };
    assert!(catch_unwind(AssertUnwindSafe(|| vault.read(fall))).is_err());
    assert_eq!(recall(&vault, "name").as_deref(), Some("Kim"));
}

#[test]
fn threads_share_a_vault() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let vault = &vault;
            scope.spawn(move || {
                for number in 0..10 {
                    remember(vault, &format!("{thread}/{number}"), "x").unwrap();
                    assert!(count(vault, "settings") > 0);
                }
            });
        }
    });
    assert_eq!(count(&vault, "settings"), 40);
}

#[test]
fn no_file_holds_a_word_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["Marguerite", "closest_person", "item-of-the-check", "run_by_finish", "CREATE TABLE", "SQLite format"];
    let scan = |state: &str| {
        for (name, bytes) in bytes_of(folder.path()) {
            for word in words {
                assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{state}: {word} in {name}");
            }
        }
    };
    let vault = create(folder.path());
    remember(&vault, "name", "Marguerite").unwrap();
    start_run(&vault, 1).unwrap();
    vault.write(|tx| Ok::<_, StorageError>(tx.execute("UPDATE run SET partner_context = 'closest_person'", [])?)).unwrap();
    answer(&vault, 1, "item-of-the-check", Some(4)).unwrap();
    finish_run(&vault, 1).unwrap();
    assert!(names_in(folder.path()).contains("vault.db-wal"), "the log is among the files scanned");
    scan("open");
    drop(vault);
    scan("closed");
    // That the scan would find them: they are in the file for somebody who has the key.
    let vault = open(folder.path()).unwrap();
    assert_eq!((recall(&vault, "name").as_deref(), count(&vault, "answer WHERE item = 'item-of-the-check'")), (Some("Marguerite"), 1));
}

#[test]
fn one_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let second = open(folder.path()).err().unwrap();
    assert_eq!((second.code(), second.retryable()), ("in_use", true));
    assert_eq!(code(Vault::create(folder.path(), &secret(1), None, &mut Counting(0))), "in_use");
    remember(&vault, "name", "Robin").unwrap();
    drop(vault);
    drop(open(folder.path()).unwrap());
    drop(open(folder.path()).unwrap());
}

#[test]
fn nothing_is_made_over_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    fs::remove_file(folder.path().join("vault.lock")).unwrap();
    let refused = || code(Vault::create(folder.path(), &secret(2), None, &mut Counting(0)));
    assert_eq!(assert_untouched(folder.path(), refused), "already_there");
    for part in ["keyring.json", "vault.db", "vault.db-wal"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(part), "a part of something").unwrap();
        assert_eq!(presence(folder.path()).unwrap(), Presence::Incomplete, "{part}");
        let refused = || code(Vault::create(folder.path(), &secret(2), None, &mut Counting(0)));
        assert_eq!(assert_untouched(folder.path(), refused), "already_there", "{part}");
        assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "incomplete", "{part}");
    }
}

#[test]
fn a_making_cut_short_before_the_keyring_starts_over() {
    let folder = tempfile::tempdir().unwrap();
    for left in ["vault.db.new", "vault.db.new-journal", "keyring.json.new"] {
        fs::write(folder.path().join(left), "half of it").unwrap();
    }
    assert_eq!(presence(folder.path()).unwrap(), Presence::Absent);
    assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "not_there");
    drop(create(folder.path()));
    assert_eq!(names_in(folder.path()), names(&["keyring.json", "vault.db", "vault.lock"]));
}

#[test]
fn a_making_cut_short_after_the_keyring_is_finished_by_opening() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    fs::rename(folder.path().join("vault.db"), folder.path().join("vault.db.new")).unwrap();
    assert_eq!(presence(folder.path()).unwrap(), Presence::Present);
    let wrong = || code(open_as(folder.path(), 2));
    assert_eq!(assert_untouched(folder.path(), wrong), "wrong_key");
    let made = || code(Vault::create(folder.path(), &secret(2), None, &mut Counting(0)));
    assert_eq!(assert_untouched(folder.path(), made), "already_there");
    assert_eq!(count(&open(folder.path()).unwrap(), "run"), 0);
    assert_eq!(names_in(folder.path()), names(&["keyring.json", "vault.db", "vault.lock"]));
}

#[test]
fn without_randomness_no_vault_is_made() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(Vault::create(folder.path(), &secret(1), None, &mut Dry)), "no_randomness");
    assert_eq!(names_in(folder.path()), names(&[]));
}

#[test]
fn two_vaults_have_two_keys() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    drop(create(first.path()));
    drop(Vault::create(second.path(), &secret(1), None, &mut Counting(200)).unwrap());
    fs::copy(first.path().join("keyring.json"), second.path().join("keyring.json")).unwrap();
    assert_eq!(
        assert_untouched(second.path(), || code(open(second.path()))),
        "damaged",
        "the secret fits the keyring, the key not the file"
    );
}

#[test]
fn a_folder_may_be_named_as_it_likes() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("new/Ünïcode & 100% ?mode=memory#x");
    assert_eq!(code(open(&folder)), "not_there");
    let vault = create(&folder);
    remember(&vault, "name", "Robin").unwrap();
    let cut_off = copy(&folder);
    drop(vault);
    for folder in [folder.as_path(), cut_off.path()] {
        assert_eq!(recall(&open(folder).unwrap(), "name").as_deref(), Some("Robin"));
    }
}

#[test]
fn nobody_else_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("vault");
    let vault = create(&folder);
    remember(&vault, "name", "Robin").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let listed = names_in(&folder);
    assert_eq!(listed, names(&["keyring.json", "vault.db", "vault.db-shm", "vault.db-wal", "vault.lock"]));
    for name in listed {
        assert_eq!(mode(&folder.join(&name)), 0o600, "{name}");
    }
}

#[test]
fn the_log_stays_small() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    for number in 0..400 {
        remember(&vault, &number.to_string(), "x").unwrap();
    }
    let log = fs::metadata(folder.path().join("vault.db-wal")).unwrap().len();
    assert!(log < 1024 * 1024, "{log} bytes");
}
