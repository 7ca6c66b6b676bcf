//! The vault's folder: which file is what, and how a small file is replaced whole.

use super::error::StorageError;
use rustix::fs::{Access, access};
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The encrypted database. SQLite keeps `-wal` and `-shm` beside it while it is open.
pub(super) const DATABASE: &str = "vault.db";
/// A database still being made. It becomes [`DATABASE`] by renaming, once the keyring is on disk.
pub(super) const NEW_DATABASE: &str = "vault.db.new";
/// The sealed data key.
pub(super) const KEYRING: &str = "keyring.json";
/// A keyring still being written.
pub(super) const NEW_KEYRING: &str = "keyring.json.new";
/// The keyring before the last change of the passphrase, until the new one has opened the vault.
pub(super) const PREVIOUS_KEYRING: &str = "keyring.json.previous";
/// That one, still being written.
pub(super) const NEW_PREVIOUS_KEYRING: &str = "keyring.json.previous.new";
/// Wrong passphrases since the last right one.
pub(super) const TRIES: &str = "tries.json";
/// That one, still being written.
pub(super) const NEW_TRIES: &str = "tries.json.new";
/// A safety copy still being made.
pub(super) const NEW_SNAPSHOT: &str = "snapshot.db.new";
/// A database that is being brought back. It becomes [`RECOVERED`] by renaming, once it is whole.
pub(super) const RECOVERING: &str = "vault.db.recovering";
/// A damaged database with a log that can be read, for as long as that takes.
pub(super) const WRECK: &str = "vault.db.wreck";
/// A database that was brought back. It becomes [`DATABASE`] by renaming, once the damaged one is out of the way.
pub(super) const RECOVERED: &str = "vault.db.recovered";
/// The reminders' state, without a key: no part of the vault, but of what is erased with it.
pub(super) const REMINDERS: &str = "reminders.db";
/// That one, still being made. It becomes [`REMINDERS`] by renaming.
pub(super) const NEW_REMINDERS: &str = "reminders.db.new";
/// What was the keyring when everything was erased. While it is there alone, the erasing is to be ended.
pub(super) const ERASING: &str = "erasing";
/// Locked while the vault is open. Its content is nothing.
pub(super) const LOCK: &str = "vault.lock";
/// What SQLite keeps beside a database.
const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];
/// What a damaged file's name is continued with, and then the time.
const DAMAGED: &str = ".damaged-";
/// How every file begins that a vault makes, but for [`ERASING`] and [`LOCK`].
const OURS: [&str; 5] = ["vault.db", "keyring.json", "snapshot", "tries.json", REMINDERS];

/// What a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Nothing; a vault can be made here.
    Absent,
    /// A keyring and a database. Whether they open is for [`Vault::open`](super::Vault::open) to say.
    Present,
    /// One without the other. Nothing is made here and nothing taken away, so that the missing part can be put back.
    Incomplete,
}

/// Whether an erasing was cut short: what is left is of nobody any more.
pub(super) fn is_being_erased(folder: &Path) -> Result<bool, StorageError> {
    Ok(folder.join(ERASING).try_exists()? && !folder.join(KEYRING).try_exists()?)
}

/// Looks at names only: opens nothing, so that it may be asked while the vault is open.
///
/// A vault whose making was cut short counts as absent before its keyring was on disk (nothing was ever written in
/// it) and as present from then on (opening it finishes the making). One whose erasing was cut short is absent: its key
/// is gone, and what is left of it nobody can read.
///
/// # Errors
/// [`StorageError::Io`] when the folder cannot be looked into.
pub fn presence(folder: &Path) -> Result<Presence, StorageError> {
    let there = |name: &str| folder.join(name).try_exists();
    if is_being_erased(folder)? {
        return Ok(Presence::Absent);
    }
    let keyring = there(KEYRING)? || there(PREVIOUS_KEYRING)?;
    let database = there(DATABASE)?;
    // Words may still be in the log alone; without its database it is a part that has lost the other.
    let stray_log = !database && there(&format!("{DATABASE}-wal"))?;
    Ok(match (keyring, database) {
        (true, true) => Presence::Present,
        (true, false) if there(RECOVERED)? || (!stray_log && there(NEW_DATABASE)?) => Presence::Present,
        (false, false) if !stray_log => Presence::Absent,
        _ => Presence::Incomplete,
    })
}

/// Makes the folder and those above it, for its owner alone.
pub(super) fn make_folder(folder: &Path) -> Result<(), StorageError> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(StorageError::writing)
}

/// Makes an empty file, for its owner alone; what SQLite puts beside it inherits that.
pub(super) fn make_empty(path: &Path) -> Result<(), StorageError> {
    private().create_new(true).open(path).map(drop).map_err(StorageError::writing)
}

/// Replaces `folder/name` whole: after a crash there is the old content or the new, never a mixture.
pub(super) fn replace(folder: &Path, name: &str, temporary: &str, content: &[u8]) -> Result<(), StorageError> {
    write(folder, temporary, content)?;
    rename(folder, temporary, name)
}

/// Writes a file that may be there already; its content is on disk when this returns.
pub(super) fn write(folder: &Path, name: &str, content: &[u8]) -> Result<(), StorageError> {
    let mut file = private().create(true).truncate(true).open(folder.join(name)).map_err(StorageError::writing)?;
    file.write_all(content)?;
    Ok(file.sync_all()?)
}

/// Puts the content of a file that somebody else wrote on disk.
pub(super) fn sync(path: &Path) -> Result<(), StorageError> {
    Ok(File::open(path)?.sync_all()?)
}

/// Removes a file, if it is there.
pub(super) fn remove(folder: &Path, name: &str) -> Result<(), StorageError> {
    match fs::remove_file(folder.join(name)) {
        Ok(()) => sync_names(folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StorageError::writing(error)),
    }
}

/// Overwrites a small file and removes it, if it is there. A flash cell may keep the old bytes all the same.
pub(super) fn destroy(folder: &Path, name: &str) -> Result<(), StorageError> {
    blank(&folder.join(name))?;
    remove(folder, name)
}

/// Overwrites a small file, if it is there, and leaves it there.
pub(super) fn blank(path: &Path) -> Result<(), StorageError> {
    let mut file = match private().open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(StorageError::writing(error)),
    };
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(0);
    file.write_all(&vec![0; length])?;
    Ok(file.sync_all()?)
}

/// Renames within the folder, and is on disk when it returns.
pub(super) fn rename(folder: &Path, from: &str, to: &str) -> Result<(), StorageError> {
    fs::rename(folder.join(from), folder.join(to)).map_err(StorageError::writing)?;
    sync_names(folder)
}

/// Puts the folder's list of names on disk: a file's own sync does not include the name that it goes by.
pub(super) fn sync_names(folder: &Path) -> Result<(), StorageError> {
    File::open(folder)?.sync_all().map_err(StorageError::from)
}

/// Removes what a making that was cut short left behind. Nothing a person wrote can be in it: the making never
/// returned. The caller holds the lock and has seen [`Presence::Absent`].
pub(super) fn clear_unfinished(folder: &Path) -> Result<(), StorageError> {
    for name in [NEW_DATABASE, NEW_KEYRING, TRIES] {
        remove_with_its_kin(folder, name)?;
    }
    clear_leftovers(folder)
}

/// Removes what is only ever half of something that is elsewhere: copies cut short. The caller holds the lock.
pub(super) fn clear_leftovers(folder: &Path) -> Result<(), StorageError> {
    for name in [NEW_SNAPSHOT, RECOVERING, WRECK, NEW_TRIES] {
        remove_with_its_kin(folder, name)?;
    }
    Ok(())
}

/// Removes a file that is not the vault's database, with what SQLite may have put beside it.
pub(super) fn remove_with_its_kin(folder: &Path, name: &str) -> Result<(), StorageError> {
    remove(folder, name)?;
    for suffix in BESIDE {
        remove(folder, &format!("{name}{suffix}"))?;
    }
    Ok(())
}

/// Removes every file that a vault makes, but for [`ERASING`] and [`LOCK`].
pub(super) fn remove_ours(folder: &Path) -> Result<(), StorageError> {
    for name in names(folder)? {
        if OURS.iter().any(|ours| name.starts_with(ours)) {
            remove(folder, &name)?;
        }
    }
    Ok(())
}

/// Gives a damaged file a name under which nothing will ever open or overwrite it, and says which.
pub(super) fn move_aside(folder: &Path, name: &str, millis: i64) -> Result<Option<String>, StorageError> {
    if !folder.join(name).try_exists()? {
        return Ok(None);
    }
    let aside = free_name(folder, name, millis)?;
    rename(folder, name, &aside)?;
    Ok(Some(aside))
}

/// Moves the database aside with its log and index, so that they can still be read together, and says their names. Goes
/// on where it was cut short.
pub(super) fn move_database_aside(folder: &Path, millis: i64) -> Result<Vec<String>, StorageError> {
    let aside = match move_aside(folder, DATABASE, millis)? {
        Some(aside) => aside,
        None => match newest_aside(folder)? {
            Some(aside) => aside,
            None => return Ok(Vec::new()),
        },
    };
    let mut moved = vec![aside.clone()];
    for suffix in BESIDE {
        let from = format!("{DATABASE}{suffix}");
        if folder.join(&from).try_exists()? {
            let to = match format!("{aside}{suffix}") {
                taken if folder.join(&taken).try_exists()? => free_name(folder, &from, millis)?,
                free => free,
            };
            rename(folder, &from, &to)?;
            moved.push(to);
        }
    }
    Ok(moved)
}

/// `name.damaged-<ms>`, with the first number from `millis` on under which there is nothing, nor anything beside it.
fn free_name(folder: &Path, name: &str, millis: i64) -> Result<String, StorageError> {
    let taken = names(folder)?;
    let mut millis = millis;
    loop {
        let free = format!("{name}{DAMAGED}{millis}");
        if !taken.iter().any(|name| name.starts_with(&free)) {
            return Ok(free);
        }
        millis += 1;
    }
}

/// The database that was moved aside last.
fn newest_aside(folder: &Path) -> Result<Option<String>, StorageError> {
    let prefix = format!("{DATABASE}{DAMAGED}");
    let numbers = names(folder)?.into_iter().filter_map(|name| name.strip_prefix(&prefix)?.parse::<i64>().ok());
    Ok(numbers.max().map(|newest| format!("{prefix}{newest}")))
}

/// The names in the folder that are text: all of ours are.
fn names(folder: &Path) -> Result<Vec<String>, StorageError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string());
    }
    Ok(names)
}

/// The path with something appended to the file's name, as SQLite does it.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Whether the folder takes new files, and each of the database's files that are there can be written: asked, not
/// tried out, so that the answer costs no byte. SQLite would say "cannot open", whatever the reason, or fall back to
/// reading without a word.
pub(super) fn may_write(folder: &Path, database: &Path) -> Result<(), StorageError> {
    for path in [folder, database, &beside(database, "-wal"), &beside(database, "-shm")] {
        match access(path, Access::WRITE_OK) {
            Ok(()) | Err(Errno::NOENT) => {}
            Err(error) => return Err(StorageError::writing(error.into())),
        }
    }
    Ok(())
}

/// How a file is opened that is for its owner alone.
pub(super) fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_over_a_leftover() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.new"), "a leftover that is longer").unwrap();
        replace(folder.path(), "a", "a.new", b"first").unwrap();
        assert_eq!(fs::read(folder.path().join("a")).unwrap(), b"first");
        replace(folder.path(), "a", "a.new", b"second").unwrap();
        assert_eq!(fs::read(folder.path().join("a")).unwrap(), b"second");
        assert!(!folder.path().join("a.new").exists());
    }
}
