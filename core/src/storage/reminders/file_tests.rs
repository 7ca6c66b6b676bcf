//! The file: when there is one, what it is, and what becomes of it when something is wrong with it.

use super::samples::{FILE, made, put, raw, rule};
use super::{ReminderFile, rules};
use crate::storage::samples::{Counting, Dry, assert_untouched, bytes_of, code, copy, create, open as open_vault};
use crate::storage::{Presence, StorageError, presence};
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use std::sync::Barrier;

fn names(folder: &Path) -> Vec<String> {
    bytes_of(folder).into_keys().collect()
}

fn count(file: &ReminderFile) -> Option<usize> {
    file.read(|tx| rules::all(tx).map(|rules| rules.len())).unwrap()
}

#[test]
fn asking_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = ReminderFile::of(folder.path());
    file.check().unwrap();
    assert_eq!(count(&file), None);
    assert_eq!(file.write(|_| Ok::<_, StorageError>(())).unwrap(), None);
    assert!(names(folder.path()).is_empty());
    assert_eq!(count(&ReminderFile::of(&folder.path().join("nowhere"))), None);
}

#[test]
fn it_is_plain_for_its_owner_alone_and_stays() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("vault");
    let file = made(&inside);
    assert_eq!(count(&file), Some(1));
    drop(file);
    assert_eq!(count(&ReminderFile::of(&inside)), Some(1));
    assert!(bytes_of(&inside)[FILE].starts_with(b"SQLite format 3\0"));
    assert_eq!(fs::metadata(inside.join(FILE)).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&inside).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(names(&inside), [FILE, "reminders.db-journal"], "and a journal that is empty");
    assert!(bytes_of(&inside)["reminders.db-journal"].is_empty());
}

#[test]
fn a_write_is_on_disk_when_it_returns_or_did_not_happen() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    let pragma = |name: &str| {
        let sql = format!("PRAGMA {name}");
        file.read(|tx| Ok::<_, StorageError>(tx.query_row(&sql, [], |row| row.get::<_, rusqlite::types::Value>(0))?)).unwrap().unwrap()
    };
    assert_eq!(pragma("synchronous"), 2.into(), "full");
    assert_eq!(pragma("journal_mode"), "truncate".to_owned().into());
    assert_eq!(pragma("foreign_keys"), 1.into());
    assert_eq!(pragma("secure_delete"), 1.into());
    let refused = file.write(|tx| {
        rules::put(tx, &rule(2), 3)?;
        Err::<(), _>(StorageError::Wait)
    });
    assert_eq!(code(refused), "wait");
    assert_eq!(count(&file), Some(1));
}

/// Tables that are not strict, and columns that could hold a text.
fn loose(connection: &Connection) -> Vec<String> {
    let sql = "
        SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND (NOT t.strict OR c.type NOT IN ('INTEGER', 'BLOB'))
        UNION ALL SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')";
    let mut statement = connection.prepare(sql).unwrap();
    let found = statement.query_map([], |row| row.get(0)).unwrap();
    found.collect::<Result<_, _>>().unwrap()
}

#[test]
fn no_column_can_hold_a_text() {
    let folder = tempfile::tempdir().unwrap();
    drop(made(folder.path()));
    let connection = raw(folder.path());
    assert_eq!(loose(&connection), Vec::<String>::new());
    // What is a blob has a length that is told.
    let schema: String = connection.query_row("SELECT group_concat(sql) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
    for line in schema.lines().filter(|line| line.contains(" BLOB ")) {
        assert!(line.contains("CHECK (length(") || line.contains("REFERENCES") || line.contains("fire      BLOB"), "{line}");
    }
    for wrong in ["CREATE TABLE a (b TEXT) STRICT", "CREATE TABLE c (d INTEGER)", "CREATE TABLE e (f ANY) STRICT"] {
        connection.execute_batch(wrong).unwrap();
    }
    assert_eq!(loose(&connection).len(), 3);
}

#[test]
fn of_a_newer_release_nothing_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    drop(made(folder.path()));
    raw(folder.path()).execute_batch("PRAGMA user_version = 99").unwrap();
    let file = ReminderFile::of(folder.path());
    assert_untouched(folder.path(), || {
        for refused in [file.check(), file.write(|_| Ok(())).map(drop), file.start_over(5, &mut Counting(1))] {
            assert!(matches!(refused, Err(StorageError::TooNew { found: 99, supported: 1 })), "{refused:?}");
        }
    });
}

#[test]
fn what_is_damaged_is_said_to_be_and_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    put(&file, |tx| (2..60).try_for_each(|byte| rules::put(tx, &rule(byte), 3)));
    drop(file);
    let whole = fs::read(folder.path().join(FILE)).unwrap();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at..at + 8].fill(0xEE);
        bytes
    };
    let cases = [
        ("empty", Vec::new()),
        ("cut", whole[..whole.len() - 100].to_vec()),
        ("half", whole[..whole.len() / 2].to_vec()),
        ("a page less", whole[..whole.len() - 4096].to_vec()),
        ("header", flipped(4)),
        ("a page", flipped(3 * 4096)),
        ("something else", vec![b'x'; 8192]),
    ];
    for (name, bytes) in cases {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), &bytes).unwrap();
        let file = ReminderFile::of(folder.path());
        assert_eq!(code(file.check()), "damaged", "{name}");
        assert_eq!(bytes_of(folder.path())[FILE], bytes, "{name}");
        file.start_over(77, &mut Counting(9)).unwrap();
        assert_eq!(count(&file), Some(0), "{name}");
        assert_eq!(bytes_of(folder.path())["reminders.db.damaged-77"], bytes, "{name}: kept");
        assert!(fs::metadata(folder.path().join("reminders.db.new")).is_err(), "{name}");
    }
}

#[test]
fn starting_over_leaves_what_is_sound_and_needs_randomness() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    assert_untouched(folder.path(), || file.start_over(5, &mut Counting(1)).unwrap());
    assert_eq!(count(&file), Some(1));
    let empty = tempfile::tempdir().unwrap();
    ReminderFile::of(empty.path()).start_over(5, &mut Counting(1)).unwrap();
    let dry = tempfile::tempdir().unwrap();
    let refused = ReminderFile::of(dry.path()).make_and_write(&mut Dry, |_| Ok::<_, StorageError>(()));
    assert_eq!(code(refused), "no_randomness");
    assert!(names(dry.path()).is_empty());
}

#[test]
fn a_making_that_was_cut_short_is_made_good() {
    let whole = tempfile::tempdir().unwrap();
    let journal = bytes_of(killed(&made(whole.path()), whole.path()).path()).remove("reminders.db-journal").unwrap();
    let bytes = bytes_of(whole.path()).remove(FILE).unwrap();
    for left in [Vec::new(), bytes] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("reminders.db.new"), &left).unwrap();
        // Of a file that was erased meanwhile.
        fs::write(folder.path().join("reminders.db-journal"), &journal).unwrap();
        let file = ReminderFile::of(folder.path());
        assert_eq!(count(&file), None, "it was not there yet");
        put(&file, |tx| rules::put(tx, &rule(250), 3));
        assert_eq!(count(&file), Some(1), "a half one is not gone on with");
        assert!(fs::metadata(folder.path().join("reminders.db.new")).is_err());
    }
}

/// What a kill in a long write leaves: pages of it in the file, and a journal that undoes them.
fn killed(file: &ReminderFile, folder: &Path) -> tempfile::TempDir {
    let left = file.write(|tx| {
        tx.execute_batch("PRAGMA cache_size = 2")?;
        for byte in 2..250 {
            rules::put(tx, &rule(byte), 3)?;
        }
        Ok::<_, StorageError>(copy(folder))
    });
    left.unwrap().unwrap()
}

#[test]
fn made_by_many_at_once_it_is_one() {
    for _ in 0..8 {
        let folder = tempfile::tempdir().unwrap();
        let barrier = Barrier::new(6);
        std::thread::scope(|scope| {
            for byte in 1..=6 {
                let (folder, barrier) = (folder.path(), &barrier);
                scope.spawn(move || {
                    let file = ReminderFile::of(folder);
                    barrier.wait();
                    file.make_and_write(&mut Counting(byte), |tx| rules::put(tx, &rule(byte), 3)).unwrap();
                });
            }
        });
        assert_eq!(count(&ReminderFile::of(folder.path())), Some(6), "nobody's rule is in a file that lost");
        assert!(fs::metadata(folder.path().join("reminders.db.new")).is_err());
    }
}

#[test]
fn started_over_by_many_at_once_it_is_set_aside_once() {
    for _ in 0..8 {
        let folder = tempfile::tempdir().unwrap();
        drop(made(folder.path()));
        fs::write(folder.path().join(FILE), vec![7; 4096]).unwrap();
        let barrier = Barrier::new(6);
        std::thread::scope(|scope| {
            for byte in 1..=6 {
                let (folder, barrier) = (folder.path(), &barrier);
                scope.spawn(move || {
                    let file = ReminderFile::of(folder);
                    barrier.wait();
                    file.start_over(1, &mut Counting(byte)).unwrap();
                    put(&file, |tx| rules::put(tx, &rule(byte), 3));
                });
            }
        });
        assert_eq!(count(&ReminderFile::of(folder.path())), Some(6), "nobody's rule is in a file that was set aside");
        let aside = names(folder.path()).into_iter().filter(|name| name.contains(".damaged-") && !name.ends_with("-journal"));
        assert_eq!(aside.count(), 1);
    }
}

#[test]
fn a_file_that_is_replaced_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    assert_eq!(count(&file), Some(1));
    fs::remove_file(folder.path().join(FILE)).unwrap();
    assert_eq!(count(&file), None);
    put(&ReminderFile::of(folder.path()), |tx| (2..5).try_for_each(|byte| rules::put(tx, &rule(byte), 3)));
    assert_eq!(count(&file), Some(3));
}

#[test]
fn it_is_no_part_of_a_vault_and_goes_with_it() {
    let folder = tempfile::tempdir().unwrap();
    drop(made(folder.path()));
    fs::write(folder.path().join("reminders.db.damaged-1"), "x").unwrap();
    assert_eq!(presence(folder.path()).unwrap(), Presence::Absent);
    let vault = create(folder.path());
    // The vault's lock stands in nobody's way here.
    put(&ReminderFile::of(folder.path()), |tx| rules::put(tx, &rule(2), 3));
    drop(vault);
    let file = ReminderFile::of(folder.path());
    assert_eq!(count(&file), Some(2));
    open_vault(folder.path()).unwrap().erase().unwrap();
    assert!(names(folder.path()).is_empty(), "{:?}", names(folder.path()));
    assert_eq!(count(&file), None, "nor is anything told from what is still open");
}

#[test]
fn of_an_erasing_that_was_cut_short_nothing_is_told() {
    let folder = tempfile::tempdir().unwrap();
    drop(made(folder.path()));
    fs::write(folder.path().join("erasing"), "").unwrap();
    let file = ReminderFile::of(folder.path());
    assert_eq!(count(&file), None);
    put(&file, |tx| rules::put(tx, &rule(2), 3));
    assert_eq!(count(&file), Some(1), "the one before was erased first");
    assert!(fs::metadata(folder.path().join("erasing")).is_err());
}

#[test]
fn what_a_kill_leaves_is_as_before_the_write() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    let left = killed(&file, folder.path());
    assert!(!bytes_of(left.path())["reminders.db-journal"].is_empty(), "there is something to undo");
    assert_eq!(count(&ReminderFile::of(left.path())), Some(1));
    assert_eq!(count(&file), Some(249));
}
