//! The one that destroys. First the key, which makes everything else unreadable at once, then the files.
//!
//! The keyring is renamed before it is overwritten: that takes no room on a full disk, happens or does not, and its new
//! name says from then on that the rest is to go. What was copied elsewhere, and what flash cells keep to themselves, is
//! out of reach; without the key and the device secret it is noise.

use super::error::StorageError;
use super::files;
use super::lock::FolderLock;
use std::path::Path;

/// Where the key may lie a second time, after a change of the passphrase that was cut short.
const WRAPS: [&str; 3] = [files::PREVIOUS_KEYRING, files::NEW_PREVIOUS_KEYRING, files::NEW_KEYRING];

/// The points after which a crash must leave nothing that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Decided,
    KeyGone,
    FilesGone,
    Done,
}

/// Destroys the vault in `folder`. The caller holds the lock and has closed the vault.
pub(super) fn erase(folder: &Path, reached: &mut dyn FnMut(Step)) -> Result<(), StorageError> {
    // While the keyring is there, each of these is one too many and none is missed.
    for wrap in WRAPS {
        files::destroy(folder, wrap)?;
    }
    if folder.join(files::KEYRING).try_exists()? {
        files::rename(folder, files::KEYRING, files::ERASING)?;
    } else {
        files::write(folder, files::ERASING, b"")?;
    }
    reached(Step::Decided);
    finish(folder, reached)?;
    files::remove(folder, files::LOCK)
}

/// Ends an erasing that was cut short; without one, does nothing. The caller holds the lock.
///
/// A keyring that was put back since then is a vault again, and stays: only what is left of the old key goes.
pub(super) fn finish(folder: &Path, reached: &mut dyn FnMut(Step)) -> Result<(), StorageError> {
    if !folder.join(files::ERASING).try_exists()? {
        return Ok(());
    }
    files::blank(&folder.join(files::ERASING))?;
    if !folder.join(files::KEYRING).try_exists()? {
        for wrap in WRAPS {
            files::destroy(folder, wrap)?;
        }
        reached(Step::KeyGone);
        files::remove_ours(folder)?;
        reached(Step::FilesGone);
    }
    files::remove(folder, files::ERASING)?;
    reached(Step::Done);
    Ok(())
}

/// Ends an erasing that was cut short, so that nothing of the vault is left in `folder`; without one, does nothing.
///
/// # Errors
/// [`StorageError::InUse`], [`StorageError::ReadOnly`] and others of the system.
pub fn finish_erasing(folder: &Path) -> Result<(), StorageError> {
    if !folder.join(files::ERASING).try_exists()? {
        return Ok(());
    }
    let lock = FolderLock::take(folder)?;
    finish(folder, &mut |_| {})?;
    drop(lock);
    Ok(())
}
