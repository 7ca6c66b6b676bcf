//! The vault's folder: which file is what, who has it open, and how a small file is replaced whole.

use super::error::StorageError;
use rustix::fs::{Access, FlockOperation, access, flock};
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
/// Locked while the vault is open. Its content is nothing.
pub(super) const LOCK: &str = "vault.lock";

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

/// Looks at names only: opens nothing, so that it may be asked while the vault is open.
///
/// A vault whose making was cut short counts as absent before its keyring was on disk (nothing was ever written in
/// it) and as present from then on (opening it finishes the making).
///
/// # Errors
/// [`StorageError::Io`] when the folder cannot be looked into.
pub fn presence(folder: &Path) -> Result<Presence, StorageError> {
    let there = |name: &str| folder.join(name).try_exists();
    let database = there(DATABASE)?;
    // Words may still be in the log alone; without its database it is a part that has lost the other.
    let stray_log = !database && there(&format!("{DATABASE}-wal"))?;
    Ok(match (there(KEYRING)?, database) {
        (true, true) => Presence::Present,
        (true, false) if !stray_log && there(NEW_DATABASE)? => Presence::Present,
        (false, false) if !stray_log => Presence::Absent,
        _ => Presence::Incomplete,
    })
}

/// The sole right to a vault's folder, given back when dropped or when the process dies in whatever way.
///
/// `flock` rather than [`File::try_lock`], which the standard library does not have on Android.
pub(super) struct FolderLock {
    file: File,
    remove: Option<PathBuf>,
}

impl FolderLock {
    /// Takes the lock, or answers [`StorageError::InUse`] at once.
    pub(super) fn take(folder: &Path) -> Result<Self, StorageError> {
        let path = folder.join(LOCK);
        // A second round is needed only when somebody who was refused took their lock file away in between.
        for _ in 0..8 {
            let (file, made) = match private().create_new(true).open(&path) {
                Ok(file) => (file, true),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match private().open(&path) {
                    Ok(file) => (file, false),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                    Err(error) => return Err(StorageError::writing(error)),
                },
                Err(error) => return Err(StorageError::writing(error)),
            };
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => {}
                Err(Errno::WOULDBLOCK) => return Err(StorageError::InUse),
                Err(error) => return Err(io::Error::from(error).into()),
            }
            if is_still_at(&file, &path) {
                return Ok(Self { file, remove: made.then_some(path) });
            }
        }
        Err(StorageError::InUse)
    }

    /// From now on the lock file stays. Until then a refusal takes away the one it made, so that a folder in which
    /// nothing could be opened looks as it did before.
    pub(super) fn keep(&mut self) {
        self.remove = None;
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // While the lock is still held. Failing leaves an empty file behind.
        if let Some(path) = self.remove.take() {
            let _ = fs::remove_file(path);
        }
        // Closing alone would not do: a process that is just being started has our open files until it runs its own.
        let _ = flock(&self.file, FlockOperation::Unlock);
    }
}

/// Whether `path` still names the file that was locked, and not a younger one.
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(locked), Ok(named)) => (locked.dev(), locked.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
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
    let path = folder.join(temporary);
    let mut file = private().create(true).truncate(true).open(&path).map_err(StorageError::writing)?;
    file.write_all(content)?;
    file.sync_all()?;
    drop(file);
    rename(folder, temporary, name)
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
    for name in [NEW_DATABASE, NEW_KEYRING] {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            match fs::remove_file(beside(&folder.join(name), suffix)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(StorageError::writing(error)),
                _ => {}
            }
        }
    }
    Ok(())
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

fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_is_free_at_once_though_a_process_being_started_still_has_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut lock = FolderLock::take(folder.path()).unwrap();
        lock.keep();
        let inherited = lock.file.try_clone().unwrap();
        assert!(matches!(FolderLock::take(folder.path()), Err(StorageError::InUse)));
        drop(lock);
        drop(FolderLock::take(folder.path()).unwrap());
        drop(inherited);
    }

    #[test]
    fn the_lock_file_stays_only_when_it_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        drop(FolderLock::take(folder.path()).unwrap());
        assert!(!folder.path().join(LOCK).exists());
        FolderLock::take(folder.path()).unwrap().keep();
        drop(FolderLock::take(folder.path()).unwrap());
        assert!(folder.path().join(LOCK).exists(), "not the one who made it");
    }

    #[test]
    fn a_lock_on_a_file_that_was_taken_away_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(LOCK);
        make_empty(&path).unwrap();
        let file = File::open(&path).unwrap();
        assert!(is_still_at(&file, &path));
        fs::remove_file(&path).unwrap();
        assert!(!is_still_at(&file, &path));
        make_empty(&path).unwrap();
        assert!(!is_still_at(&file, &path));
    }

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
