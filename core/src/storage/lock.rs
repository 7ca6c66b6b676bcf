//! Who may do what in a vault's folder: the sole right to it while the vault is open, and turns at making a file.

use super::error::StorageError;
use super::files::{self, LOCK};
use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

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
            let (file, made) = match files::private().create_new(true).open(&path) {
                Ok(file) => (file, true),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match files::private().open(&path) {
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

/// The turn at making a file that two processes may make at once. Waited for: whoever has it needs milliseconds.
///
/// On the folder itself, so that it leaves nothing behind and does not stand in the way of [`FolderLock`].
pub(super) struct Turn(File);

impl Turn {
    pub(super) fn take(folder: &Path) -> Result<Self, StorageError> {
        let file = File::open(folder)?;
        loop {
            match flock(&file, FlockOperation::LockExclusive) {
                Ok(()) => return Ok(Self(file)),
                Err(Errno::INTR) => {}
                Err(error) => return Err(io::Error::from(error).into()),
            }
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // As of the lock.
        let _ = flock(&self.0, FlockOperation::Unlock);
    }
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
        files::make_empty(&path).unwrap();
        let file = File::open(&path).unwrap();
        assert!(is_still_at(&file, &path));
        fs::remove_file(&path).unwrap();
        assert!(!is_still_at(&file, &path));
        files::make_empty(&path).unwrap();
        assert!(!is_still_at(&file, &path));
    }
}
