//! A vault that will not open: what can be done about it, and doing it. It must be closed for both.

use super::{VaultKey, told};
use crate::error::Error;
use crate::storage;

pub use crate::storage::{RecoverFrom, Recovered, RecoveryOffer};

/// What can be done about a vault that [`Session::open`](super::Session::open) called damaged. Changes nothing.
///
/// # Errors
/// As [`Session::open`](super::Session::open).
pub fn recovery_offer(key: &VaultKey<'_>) -> Result<RecoveryOffer, Error> {
    storage::offer(key.folder, key.secret, key.typed()?.as_ref(), key.clock).map_err(told)
}

/// Moves a damaged vault aside and brings back what can be read. To go on, open it.
///
/// # Errors
/// As [`Session::open`](super::Session::open), with every file as it was; [`Error::NotFound`] when there is no such
/// safety copy.
pub fn recover_vault(key: &VaultKey<'_>, from: RecoverFrom) -> Result<Recovered, Error> {
    storage::recover(key.folder, key.secret, key.typed()?.as_ref(), key.clock, from).map_err(told)
}
