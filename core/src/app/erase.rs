//! Erasing everything: the one use-case that destroys.

use super::{Session, told};
use crate::error::{Error, Lock};
use crate::storage;
use std::path::Path;
use std::sync::PoisonError;

/// Ends an erasing that was cut short; without one, does nothing. Before it, too, the folder counts as empty.
///
/// # Errors
/// [`Error::Storage`].
pub fn resume_erase(folder: &Path) -> Result<(), Error> {
    storage::finish_erasing(folder).map_err(told)
}

impl Session {
    /// Destroys the key and then every file of the vault, safety copies, damaged files that were moved aside and the
    /// reminders among them. There is no way back; what was copied elsewhere is out of reach. Every later call answers
    /// [`Error::Locked`].
    ///
    /// # Errors
    /// [`Error::Storage`], `read_only`, with everything as it was; others of the system: what is left then opens for
    /// nobody, and [`resume_erase`] removes it.
    pub fn erase_everything(&self) -> Result<(), Error> {
        self.in_sight(|vault| vault.may_erase().map_err(told))?;
        self.stop_running();
        self.reminders.close();
        let vault = self.vault.write().unwrap_or_else(PoisonError::into_inner).take();
        vault.ok_or(Error::Locked(Lock::Locked))?.erase().map_err(told)
    }
}
