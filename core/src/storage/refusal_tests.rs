//! Files that must not be opened: each is refused with its own code, and every byte stays as it was.

use super::samples::{
    Counting, SMALL, answer, assert_untouched, bytes_of, clock, code, copy, count, create, fill, open, open_as, secret, start_run, typed,
};
use super::{StorageError, Vault};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// The folder as a kill leaves it, or as closing does; the lock file away, as in a copy put back by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    Closed,
    CutOff,
    CutOffWithoutIndex,
}

const EVERY_LEFT: [Left; 3] = [Left::Closed, Left::CutOff, Left::CutOffWithoutIndex];

/// A vault of several pages, its last run in the log alone unless it was closed.
fn left(how: Left) -> tempfile::TempDir {
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = copy(
        MADE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            fill(&create(folder.path()), 60);
            folder
        })
        .path(),
    );
    if how == Left::Closed {
        fs::remove_file(folder.path().join("vault.lock")).unwrap();
        return folder;
    }
    let vault = open(folder.path()).unwrap();
    start_run(&vault, 200).unwrap();
    answer(&vault, 200, "EF1", Some(3)).unwrap();
    cut_off(folder.path(), how)
}

/// What a kill would leave of the vault that is open in `folder`.
fn cut_off(folder: &Path, how: Left) -> tempfile::TempDir {
    let folder = copy(folder);
    fs::remove_file(folder.path().join("vault.lock")).unwrap();
    if how == Left::CutOffWithoutIndex {
        fs::remove_file(folder.path().join("vault.db-shm")).unwrap();
    }
    folder
}

fn edit(folder: &Path, name: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let path = folder.join(name);
    let mut bytes = fs::read(&path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

#[test]
fn the_samples_open_when_nothing_is_done_to_them() {
    for how in EVERY_LEFT {
        let folder = left(how);
        let vault = open(folder.path()).unwrap();
        assert_eq!(count(&vault, "run"), if how == Left::Closed { 60 } else { 61 }, "{how:?}");
    }
}

#[test]
fn a_folder_without_a_vault() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "not_there");
    assert_eq!(code(open(&folder.path().join("not here"))), "not_there");
    assert!(!folder.path().join("not here").exists());
}

#[test]
fn a_wrong_secret() {
    for how in EVERY_LEFT {
        let folder = left(how);
        let refused = || code(open_as(folder.path(), 2));
        assert_eq!(assert_untouched(folder.path(), refused), "wrong_key", "{how:?}");
        assert_eq!(
            count(&open(folder.path()).unwrap(), "run WHERE id = x'01010101010101010101010101010101'"),
            1,
            "the right one still opens it"
        );
    }
}

#[test]
fn a_part_that_is_missing() {
    for how in EVERY_LEFT {
        for part in ["vault.db", "keyring.json"] {
            let folder = left(how);
            fs::remove_file(folder.path().join(part)).unwrap();
            assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "incomplete", "{how:?} without {part}");
        }
    }
}

#[test]
fn a_keyring_that_rotted() {
    let folder = left(Left::Closed);
    edit(folder.path(), "keyring.json", |bytes| bytes[60] ^= 1);
    assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "damaged");
}

#[test]
fn a_newer_schema() {
    for how in EVERY_LEFT {
        let folder = left(how);
        let newer: Vec<_> = super::migrations::STEPS.iter().copied().chain(["CREATE TABLE later (n INTEGER) STRICT;"]).collect();
        let vault = Vault::open_with(folder.path(), &secret(1), None, clock(), &newer).unwrap();
        // Cut off, the newer version is in the log alone.
        let folder = if how == Left::Closed { folder } else { cut_off(folder.path(), how) };
        drop(vault);
        let refused = assert_untouched(folder.path(), || open(folder.path()).err().unwrap());
        assert!(
            matches!(refused, StorageError::TooNew { found, supported: super::SCHEMA_VERSION } if found == super::SCHEMA_VERSION + 1),
            "{how:?}: {refused:?}"
        );
    }
}

#[test]
fn a_database_that_was_cut() {
    for how in EVERY_LEFT {
        let whole = fs::metadata(left(how).path().join("vault.db")).unwrap().len();
        assert!(whole > 10 * 4096, "{whole} bytes are too few to cut");
        for length in [0, 1, 100, 4095, 4096, whole / 2, whole / 2 / 4096 * 4096, whole - 4096, whole - 1] {
            let folder = left(how);
            fs::File::options().write(true).open(folder.path().join("vault.db")).unwrap().set_len(length).unwrap();
            let refused = assert_untouched(folder.path(), || code(open(folder.path())));
            assert_eq!(refused, "damaged", "{how:?}, {length} of {whole} bytes");
        }
    }
}

#[test]
fn a_log_that_was_cut_holds_what_is_whole_in_it() {
    for how in [Left::CutOff, Left::CutOffWithoutIndex] {
        // Within its header, between that and the first frame, within the first frame.
        for length in [0, 1, 31, 32, 33, 55, 56, 57, 2000, 32 + 24 + 4095] {
            let folder = left(how);
            fs::File::options().write(true).open(folder.path().join("vault.db-wal")).unwrap().set_len(length).unwrap();
            // The index of that very round knows that there was more.
            if how == Left::CutOff && length >= 32 {
                assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "damaged", "{length} bytes");
                continue;
            }
            let vault = open(folder.path()).unwrap_or_else(|error| panic!("{how:?}, {length} bytes: {error}"));
            assert_eq!(count(&vault, "run"), 60, "{how:?}, {length} bytes");
            start_run(&vault, 201).unwrap();
            drop(vault);
            assert_eq!(count(&open(folder.path()).unwrap(), "run"), 61, "{how:?}, {length} bytes");
        }
    }
}

#[test]
fn a_first_page_that_rotted() {
    let folder = left(Left::Closed);
    let path = folder.path().join("vault.db");
    for position in (0..4096).step_by(61).chain([4095]) {
        edit(folder.path(), "vault.db", |bytes| bytes[position] ^= 0x10);
        let refused = assert_untouched(folder.path(), || code(open(folder.path())));
        assert_eq!(refused, "damaged", "byte {position}");
        edit(folder.path(), "vault.db", |bytes| bytes[position] ^= 0x10);
    }
    assert!(path.exists());
    assert_eq!(count(&open(folder.path()).unwrap(), "run"), 60, "mended, it opens");
}

/// Reads every row of every table, along the table and along the index.
fn read_all(vault: &Vault) -> Result<(), StorageError> {
    vault.read(|tx| {
        for sum in ["max(value) FROM settings", "max(locale) FROM run NOT INDEXED", "max(value) FROM answer"] {
            tx.query_row(&format!("SELECT {sum}"), [], |_| Ok(()))?;
        }
        tx.query_row("SELECT count(*) FROM run INDEXED BY run_by_finish WHERE finished_at IS NULL", [], |_| Ok(()))?;
        Ok(())
    })
}

/// Opens; a refusal leaves every file as it was.
fn assert_untouched_unless_open(folder: &Path) -> Result<Vault, &'static str> {
    let before = bytes_of(folder);
    open(folder).map_err(|error| {
        assert!(before == bytes_of(folder), "refused, and changed");
        error.code()
    })
}

#[test]
fn a_later_page_that_rotted_is_told_when_it_is_read() {
    let whole = left(Left::Closed);
    let pages = usize::try_from(fs::metadata(whole.path().join("vault.db")).unwrap().len()).unwrap() / 4096;
    let mut told = 0;
    for page in 1..pages {
        let folder = copy(whole.path());
        edit(folder.path(), "vault.db", |bytes| bytes[4096 * page + 2000] ^= 1);
        let vault = match assert_untouched_unless_open(folder.path()) {
            Ok(vault) => vault,
            Err(refused) => {
                assert_eq!(refused, "damaged", "page {page}: a part of the schema");
                told += 1;
                continue;
            }
        };
        let once = code(read_all(&vault));
        let again = code(read_all(&vault));
        let written = code(vault.write(|tx| Ok(tx.execute_batch("UPDATE answer SET ms = 1; UPDATE run SET locale = 'de';")?)));
        assert_eq!(once, again, "page {page}");
        assert!([once, written].iter().all(|code| ["ok", "damaged"].contains(code)), "page {page}: {once}, {written}");
        told += i32::from(once == "damaged" || written == "damaged");
    }
    assert!(told > 10, "{told} of {pages}");
}

#[test]
fn a_file_of_something_else() {
    let folder = left(Left::Closed);
    fs::write(folder.path().join("vault.db"), "x".repeat(8 * 4096)).unwrap();
    assert_eq!(assert_untouched(folder.path(), || code(open(folder.path()))), "damaged");
}

/// What the test of that name does in another process, as somebody whom permissions bind: root is not asked for any.
#[expect(clippy::disallowed_methods, reason = "the way to tell the other process its folder")]
fn folder_of_child() -> Option<String> {
    std::env::var("STORAGE_TEST_FOLDER").ok()
}

/// Runs the test called `name` in another process on `folder` and asserts that it passes.
fn in_another_process(name: &str, folder: &Path, bound_by_permissions: bool) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let this = std::env::current_exe().unwrap();
    let place = tempfile::tempdir().unwrap();
    let is_root = fs::metadata(place.path()).unwrap().uid() == 0;
    let mut command = if bound_by_permissions && is_root {
        // Somebody else may not reach the place where the tests were built.
        let reachable = place.path().join("tests");
        fs::copy(this, &reachable).unwrap();
        fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(reachable);
        command
    } else {
        Command::new(this)
    };
    let output = command
        .args(["--exact", &format!("{}::{name}", module_path!().split_once("::").unwrap().1), "--nocapture"])
        .env("STORAGE_TEST_FOLDER", folder)
        .output()
        .expect("another process, as root through setpriv of util-linux");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    if let Some(folder) = folder_of_child() {
        let folder = Path::new(&folder);
        assert!(fs::write(folder.join("x"), "x").is_err(), "the folder can be written");
        assert_eq!(assert_untouched(folder, || code(open(folder))), "read_only");
        let made = assert_untouched(folder, || code(Vault::create(folder, &secret(1), None, &mut Counting(0))));
        assert!(["read_only", "already_there"].contains(&made), "{made}");
        let inside = folder.join("inside");
        assert_eq!(code(Vault::create(&inside, &secret(1), None, &mut Counting(0))), "read_only");
        return;
    }
    for how in EVERY_LEFT {
        // Nothing can be written; the folder takes no new file; the database alone cannot be written.
        for (in_folder, files, lock, database) in [(0o555, 0o444, false, 0o444), (0o555, 0o666, true, 0o666), (0o555, 0o666, true, 0o444)] {
            let folder = left(how);
            if lock {
                fs::write(folder.path().join("vault.lock"), "").unwrap();
            }
            for entry in fs::read_dir(folder.path()).unwrap() {
                fs::set_permissions(entry.unwrap().path(), fs::Permissions::from_mode(files)).unwrap();
            }
            fs::set_permissions(folder.path().join("vault.db"), fs::Permissions::from_mode(database)).unwrap();
            fs::set_permissions(folder.path(), fs::Permissions::from_mode(in_folder)).unwrap();
            in_another_process("a_folder_that_cannot_be_written", folder.path(), true);
            fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
}

#[test]
fn a_passphrase_whose_tries_cannot_be_counted() {
    use std::os::unix::fs::PermissionsExt;
    let tried = |folder: &Path, text| code(Vault::open(folder, &secret(1), Some(&typed(text)), clock()));
    if let Some(folder) = folder_of_child() {
        let folder = Path::new(&folder);
        for text in ["the lantern word", "another word", ""] {
            assert_eq!(assert_untouched(folder, || tried(folder, text)), "read_only", "{text}");
        }
        return;
    }
    let folder = left(Left::Closed);
    let vault = open(folder.path()).unwrap();
    vault.rewrap(None, Some(&typed("the lantern word")), SMALL, clock(), &mut Counting(90), &mut |_| {}).unwrap();
    drop(vault);
    for entry in fs::read_dir(folder.path()).unwrap() {
        fs::set_permissions(entry.unwrap().path(), fs::Permissions::from_mode(0o666)).unwrap();
    }
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    in_another_process("a_passphrase_whose_tries_cannot_be_counted", folder.path(), true);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(tried(folder.path(), "the lantern word"), "ok");
}

#[test]
fn a_vault_that_another_process_has_open() {
    if let Some(folder) = folder_of_child() {
        assert_eq!(code(open(Path::new(&folder))), "in_use");
        assert_eq!(code(Vault::create(Path::new(&folder), &secret(1), None, &mut Counting(0))), "in_use");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let vault = create(folder.path());
    start_run(&vault, 1).unwrap();
    in_another_process("a_vault_that_another_process_has_open", folder.path(), false);
    start_run(&vault, 2).unwrap();
    drop(vault);
    assert_eq!(count(&open(folder.path()).unwrap(), "run"), 2);
}
