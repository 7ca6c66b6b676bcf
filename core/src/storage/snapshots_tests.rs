//! Safety copies and checks: a copy is whole, encrypted, knows its moment, and takes no place it does not deserve.

use super::check::{self, Soundness};
use super::journal_samples::{text, written};
use super::samples::{Counting, bytes_of, clock, code, copy, count, create, execute, fill, later, open, secret, start_run};
use super::{SnapshotKind, SnapshotSummary, StorageError, Vault, connection, search};
use crate::time::CivilDate;
use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

const EVERY: [SnapshotKind; 2] = SnapshotKind::ALL;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn take(vault: &Vault, kinds: &[SnapshotKind], today: &str) -> Result<(), StorageError> {
    vault.take_snapshot(kinds, clock().now, day(today), &|| true)
}

fn rot(folder: &Path, name: &str, position: usize) {
    let path = folder.join(name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[position] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_copy_holds_everything_and_knows_its_moment() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    fill(&vault, 20);
    assert_eq!(vault.snapshots(), []);
    take(&vault, &EVERY, "2026-11-23").unwrap();
    let summary = |kind| SnapshotSummary { kind, taken_at: clock().now.millis(), taken_on: day("2026-11-23") };
    assert_eq!(vault.snapshots(), EVERY.map(summary));
    assert_eq!(count(&vault, "settings WHERE key LIKE 'snapshot%'"), 0, "the moment is in the copy alone");
    start_run(&vault, 200).unwrap();
    assert_eq!(count(&vault, "run"), 21);
    for kind in EVERY {
        let copied = connection::open_to_look(&connection::uri(&folder.path().join(kind.file()), "immutable=1"), vault.key()).unwrap();
        let rows = |table: &str| copied.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!((rows("run"), rows("answer")), (20, 20 * 38), "{kind:?}");
        let number = |pragma: &str| copied.query_row(pragma, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(number("PRAGMA user_version"), i64::from(super::SCHEMA_VERSION));
        assert_eq!(number("PRAGMA auto_vacuum"), 2);
        assert_eq!(number("PRAGMA freelist_count"), 0);
    }
    let mut names: Vec<_> = bytes_of(folder.path()).into_keys().collect();
    names.retain(|name| name.starts_with("snapshot"));
    assert_eq!(names, ["snapshot-daily.db", "snapshot-weekly.db"], "nothing half done is left");
    for name in names {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.path().join(&name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{name}: for its owner alone");
    }
    vault.delete_snapshots().unwrap();
    assert_eq!(vault.snapshots(), []);
    assert!(!bytes_of(folder.path()).into_keys().any(|name| name.starts_with("snapshot")));
}

#[test]
fn a_copy_is_encrypted_under_the_key_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let words = ["Marguerite", "CREATE TABLE", "SQLite format", "snapshot_taken_on", "2026-11-23"];
    vault.write(|tx| super::settings::put(tx, "name", Some("Marguerite"))).unwrap();
    take(&vault, &EVERY, "2026-11-23").unwrap();
    for (name, bytes) in bytes_of(folder.path()) {
        for word in words {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} in {name}");
        }
    }
    let strange = tempfile::tempdir().unwrap();
    let other = Vault::create(strange.path(), &secret(1), None, &mut Counting(200)).unwrap();
    let read = |key| {
        let uri = connection::uri(&folder.path().join("snapshot-daily.db"), "immutable=1");
        let copied = connection::open_to_look(&uri, key)?;
        Ok::<_, StorageError>(copied.query_row("SELECT value FROM settings WHERE key = 'name'", [], |row| row.get::<_, String>(0))?)
    };
    assert_eq!(read(vault.key()).unwrap(), "Marguerite", "the search would find it for somebody with the key");
    assert_eq!(code(read(other.key())), "damaged");
    let plain = rusqlite::Connection::open(folder.path().join("snapshot-daily.db")).unwrap();
    assert!(plain.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_err());
    fs::copy(folder.path().join("snapshot-daily.db"), strange.path().join("snapshot-daily.db")).unwrap();
    assert_eq!(other.snapshots(), [], "of another vault");
}

#[test]
fn daily_means_another_day_and_weekly_seven_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let due = |today| vault.snapshots_due(day(today));
    assert_eq!(due("2026-11-23"), EVERY);
    take(&vault, &EVERY, "2026-11-23").unwrap();
    assert_eq!(due("2026-11-23"), []);
    assert_eq!(due("2026-11-24"), [SnapshotKind::Daily]);
    assert_eq!(due("2026-11-29"), [SnapshotKind::Daily]);
    assert_eq!(due("2026-11-30"), EVERY);
    assert_eq!(due("2026-11-22"), EVERY, "taken under a clock that was ahead");
    take(&vault, &[SnapshotKind::Daily], "2026-11-24").unwrap();
    assert_eq!(due("2026-11-24"), []);
    assert_eq!(vault.snapshots().iter().map(|copy| copy.taken_on.to_string()).collect::<Vec<_>>(), ["2026-11-24", "2026-11-23"]);
    rot(folder.path(), "snapshot-weekly.db", 100);
    assert_eq!(due("2026-11-24"), [SnapshotKind::Weekly], "one that rotted is none");
}

#[test]
fn a_database_that_is_damaged_takes_no_copys_place() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    fill(&vault, 30);
    vault
        .write(|tx| {
            for byte in 1..=20 {
                written(tx, byte, text(&format!("word{byte} along the canal {}", "grey water ".repeat(40))), 1000);
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
    take(&vault, &EVERY, "2026-11-23").unwrap();
    drop(vault);
    let before = bytes_of(folder.path());
    let pages = before["vault.db"].len() / 4096;
    let (mut refused, mut taken) = (0, 0);
    for page in 2..pages {
        let folder = copy(folder.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(vault) = open(folder.path()) else { continue };
        assert_eq!(vault.check(&|| true).unwrap(), Soundness::Damaged, "page {page}");
        let done = take(&vault, &EVERY, "2026-11-30");
        if done.is_ok() {
            // An index that is made anew in the copy was hit, and no row.
            drop(vault);
            fs::rename(folder.path().join("snapshot-weekly.db"), folder.path().join("vault.db")).unwrap();
            let vault = open(folder.path()).unwrap();
            assert_eq!(vault.check(&|| true).unwrap(), Soundness::Sound, "page {page}");
            assert_eq!((count(&vault, "run"), count(&vault, "answer")), (30, 30 * 38), "page {page}");
            taken += 1;
            continue;
        }
        assert_eq!(code(done), "damaged", "page {page}");
        for kind in EVERY {
            assert!(fs::read(folder.path().join(kind.file())).unwrap() == before[kind.file()], "page {page}: {kind:?} was changed");
        }
        assert!(!folder.path().join("snapshot.db.new").exists());
        refused += 1;
    }
    assert!(refused > 10 && taken > 0, "{refused} and {taken} of {pages}");
}

#[test]
fn a_copy_that_is_not_sound_itself_takes_no_copys_place() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    take(&vault, &EVERY, "2026-11-23").unwrap();
    let before = bytes_of(folder.path());
    // A row that the schema forbids can be read and is copied as it is.
    vault
        .alone(|writer| {
            writer.execute_batch(
                "PRAGMA ignore_check_constraints = ON;
                 INSERT INTO settings (key, value) VALUES ('', 'no key');
                 PRAGMA ignore_check_constraints = OFF;",
            )?;
            Ok(())
        })
        .unwrap();
    assert_eq!(code(take(&vault, &EVERY, "2026-11-30")), "damaged");
    for kind in EVERY {
        assert!(fs::read(folder.path().join(kind.file())).unwrap() == before[kind.file()], "{kind:?} was changed");
    }
    assert!(!folder.path().join("snapshot.db.new").exists());
}

#[test]
fn what_is_interrupted_leaves_the_copies_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    fill(&vault, 20);
    take(&vault, &EVERY, "2026-11-23").unwrap();
    let stopped = vault.take_snapshot(&EVERY, later(1).now, day("2026-11-30"), &|| false);
    assert_eq!(code(stopped), "interrupted");
    assert_eq!(code(vault.check(&|| false).map(|_| ())), "interrupted");
    assert!(vault.snapshots().iter().all(|copy| copy.taken_on == day("2026-11-23")));
    assert!(!folder.path().join("snapshot.db.new").exists());
    // From another thread, at whatever moment.
    let mut answers = Vec::new();
    for spins in 0..100 {
        let stopped = AtomicBool::new(false);
        let wanted = || {
            // Once the check has begun it waits to be stopped, so that at least one is.
            while spins == 0 && !stopped.load(Ordering::SeqCst) {
                std::thread::yield_now();
            }
            !stopped.load(Ordering::SeqCst)
        };
        std::thread::scope(|scope| {
            let worker = scope.spawn(|| vault.check(&wanted));
            for _ in 0..spins * 200 {
                std::thread::yield_now();
            }
            stopped.store(true, Ordering::SeqCst);
            vault.running().interrupt();
            answers.push(match worker.join().unwrap() {
                Ok(Soundness::Sound) => "ok",
                Ok(_) => "unsound",
                Err(error) => error.code(),
            });
        });
    }
    assert!(answers.contains(&"interrupted"), "{answers:?}");
    assert!(answers.iter().all(|code| ["ok", "interrupted"].contains(code)), "{answers:?}");
    assert_eq!(vault.check(&|| true).unwrap(), Soundness::Sound);
}

#[test]
fn a_copy_cut_short_is_cleared_away_by_opening() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    for left in
        ["snapshot.db.new", "snapshot.db.new-journal", "vault.db.recovering", "vault.db.wreck", "vault.db.wreck-wal", "tries.json.new"]
    {
        fs::write(folder.path().join(left), "half of it").unwrap();
    }
    drop(open(folder.path()).unwrap());
    assert_eq!(bytes_of(folder.path()).into_keys().collect::<Vec<_>>(), ["keyring.json", "vault.db", "vault.lock"]);
}

#[test]
fn a_check_is_due_weekly_and_after_a_cut() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    let due = |vault: &Vault, today| vault.read(|tx| check::is_due(tx, day(today))).unwrap();
    let done = |vault: &Vault, today| vault.write(|tx| check::done(tx, day(today))).unwrap();
    assert!(due(&vault, "2026-11-23"), "never done");
    done(&vault, "2026-11-23");
    for (today, expected) in [("2026-11-23", false), ("2026-11-29", false), ("2026-11-30", true), ("2026-11-22", true)] {
        assert_eq!(due(&vault, today), expected, "{today}");
    }
    start_run(&vault, 1).unwrap();
    let cut_off = copy(folder.path());
    drop(vault);
    assert!(!due(&open(folder.path()).unwrap(), "2026-11-23"), "closed properly");
    let vault = open(cut_off.path()).unwrap();
    assert!(due(&vault, "2026-11-23"), "left without being closed");
    drop(vault);
    let vault = open(cut_off.path()).unwrap();
    assert!(due(&vault, "2026-11-23"), "owed until it was done");
    done(&vault, "2026-11-23");
    assert!(!due(&vault, "2026-11-23"));
}

#[test]
fn a_check_tells_what_was_written_from_what_is_derived() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    fill(&vault, 20);
    assert_eq!(vault.check(&|| true).unwrap(), Soundness::Sound);
    // An index of words that lost an entry's words.
    vault.write(|tx| Ok::<_, StorageError>(written(tx, 1, text("a walk along the canal"), 1000))).unwrap();
    assert_eq!(vault.check(&|| true).unwrap(), Soundness::Sound);
    vault.write(|tx| Ok::<_, StorageError>(tx.execute_batch("DELETE FROM entry_words_data WHERE id > 10;")?)).unwrap();
    assert_eq!(vault.check(&|| true).unwrap(), Soundness::IndexOnly);
    vault.write(search::rebuild).unwrap();
    assert_eq!(vault.check(&|| true).unwrap(), Soundness::Sound);
}

#[test]
fn a_check_tells_damage_whatever_the_page_was_for() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    vault
        .write(|tx| {
            for byte in 1..=60 {
                let words: Vec<String> = (0..100).map(|n| format!("w{byte}x{n}")).collect();
                written(tx, byte, text(&words.join(" ")), 1000);
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
    drop(vault);
    let pages = fs::read(folder.path().join("vault.db")).unwrap().len() / 4096;
    let mut told = 0;
    for page in 1..pages {
        let folder = copy(folder.path());
        rot(folder.path(), "vault.db", 4096 * page + 2000);
        let Ok(vault) = open(folder.path()) else { continue };
        // Through an index of words, a page that cannot be read is told as an error of that index.
        let found = vault.check(&|| true).unwrap_or_else(|error| panic!("page {page} of {pages}: {error}"));
        assert_eq!(found, Soundness::Damaged, "page {page} of {pages}");
        told += 1;
    }
    assert!(told > 40, "{told} of {pages}");
}

#[test]
fn a_check_goes_on_after_an_error_of_whatever_name() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    fill(&vault, 20);
    drop(vault);
    let rotten = copy(folder.path());
    let pages = fs::read(rotten.path().join("vault.db")).unwrap().len() / 4096;
    rot(rotten.path(), "vault.db", 4096 * (pages / 2) + 2000);
    let told = |folder: &Path, first: StorageError| {
        let vault = open(folder).unwrap();
        let first = Cell::new(Some(first));
        check::verdict(|f| first.take().map_or_else(|| vault.beside(&|| true, f), Err))
    };
    let of_sqlite = |code| StorageError::from(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None));
    for code in [rusqlite::ffi::SQLITE_ERROR, rusqlite::ffi::SQLITE_CORRUPT_VTAB, rusqlite::ffi::SQLITE_IOERR_READ] {
        // Every page is whole, then, and what is wrong is derived from them.
        assert_eq!(told(folder.path(), of_sqlite(code)).unwrap(), Soundness::IndexOnly, "{code}");
        assert_eq!(told(rotten.path(), of_sqlite(code)).unwrap(), Soundness::Damaged, "{code}");
    }
    for refused in [StorageError::Interrupted, StorageError::InUse] {
        let expected = refused.code();
        assert_eq!(code(told(folder.path(), refused).map(drop)), expected);
    }
}

#[test]
fn free_pages_go_back_and_the_log_is_emptied() {
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    fill(&vault, 60);
    for run in 1..=60 {
        execute(&vault, "DELETE FROM run WHERE id = ?1", run).unwrap();
    }
    let (pages, free) = vault.pages().unwrap();
    assert!(free > 10, "{free} of {pages}");
    let left = vault.give_back(5).unwrap();
    assert_eq!(left, free - 5);
    assert_eq!(vault.give_back(10_000).unwrap(), 0);
    assert_eq!(vault.pages().unwrap(), (pages - free, 0));
    assert!(fs::metadata(folder.path().join("vault.db-wal")).unwrap().len() > 0);
    assert!(vault.fold_log().unwrap());
    assert_eq!(fs::metadata(folder.path().join("vault.db-wal")).unwrap().len(), 0);
    assert_eq!(fs::metadata(folder.path().join("vault.db")).unwrap().len(), 4096 * u64::from(pages - free));
    assert_eq!(count(&vault, "run"), 0);
}
