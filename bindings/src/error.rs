//! The one error of the boundary.

use ampersand_core::error::{Error, InvalidInput};
use ampersand_core::storage::StorageError;

/// Why a call did not do what was asked. Codes are stable and listed in `docs/error-codes.md`; nothing in here is ever
/// something that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum AmpersandError {
    /// An argument cannot be taken; nothing was changed.
    #[error("invalid {field}: {code}")]
    InvalidInput {
        /// The argument.
        field: String,
        /// Why.
        code: String,
    },
    /// Something asked for is not there.
    #[error("no {kind} {id}")]
    NotFound {
        /// What.
        kind: String,
        /// Its id, empty where there can be only one.
        id: String,
    },
    /// The state does not allow it; nothing was changed.
    #[error("conflict: {kind} {id}")]
    Conflict {
        /// What stands in the way.
        kind: String,
        /// Its id, empty where there can be only one.
        id: String,
    },
    /// The vault is locked: no content leaves it.
    #[error("locked: {code}")]
    Locked {
        /// `locked`, `away` while the app is out of sight, `wrong_key` when the device secret does not fit, or
        /// `passphrase_needed`, `wrong_passphrase` and `wait`.
        code: String,
    },
    /// The vault's files; every one of them is as it was unless the code says otherwise.
    #[error("storage: {code}")]
    Storage {
        /// What.
        code: String,
        /// Whether the same call can succeed later without anybody mending anything.
        retryable: bool,
    },
    /// The vault was written by a newer release and was not touched.
    #[error("version {found}, supported up to {supported}")]
    TooNew {
        /// The vault's version.
        found: u32,
        /// The newest version that this release opens.
        supported: u32,
    },
    /// A fault of this library. The next call works.
    #[error("internal: {reference}")]
    Internal {
        /// Where, for a developer: a place in the code, never content.
        reference: String,
    },
}

impl From<InvalidInput> for AmpersandError {
    fn from(InvalidInput { field, reason }: InvalidInput) -> Self {
        Self::InvalidInput { field: field.as_str().into(), code: reason.as_str().into() }
    }
}

impl From<Error> for AmpersandError {
    fn from(error: Error) -> Self {
        match error {
            Error::Invalid(invalid) => invalid.into(),
            Error::NotFound { kind, id } => Self::NotFound { kind: kind.as_str().into(), id },
            Error::Conflict { kind, id } => Self::Conflict { kind: kind.as_str().into(), id },
            Error::Locked(lock) => Self::Locked { code: lock.as_str().into() },
            Error::Storage(storage) => storage.into(),
            Error::Internal(reference) => Self::Internal { reference: reference.into() },
        }
    }
}

impl From<StorageError> for AmpersandError {
    fn from(error: StorageError) -> Self {
        let (code, retryable) = (error.code(), error.retryable());
        match error {
            StorageError::WrongKey | StorageError::PassphraseNeeded | StorageError::WrongPassphrase | StorageError::Wait => {
                Self::Locked { code: code.into() }
            }
            StorageError::TooNew { found, supported } => Self::TooNew { found, supported },
            StorageError::BadSecretLength => Self::InvalidInput { field: "device_secret".into(), code: code.into() },
            StorageError::NotThere => Self::NotFound { kind: "vault".into(), id: String::new() },
            StorageError::NoSnapshot => Self::NotFound { kind: "snapshot".into(), id: String::new() },
            StorageError::Interrupted => Self::Conflict { kind: "search_superseded".into(), id: String::new() },
            StorageError::AlreadyThere => Self::Conflict { kind: "vault".into(), id: String::new() },
            StorageError::Sqlite(_) if code == "internal" => Self::Internal { reference: error.to_string() },
            StorageError::NoCipher => Self::Internal { reference: code.into() },
            StorageError::Incomplete
            | StorageError::Damaged
            | StorageError::ReadOnly
            | StorageError::InUse
            | StorageError::DiskFull
            | StorageError::NoRandomness
            | StorageError::Io(_)
            | StorageError::Sqlite(_) => Self::Storage { code: code.into(), retryable },
        }
    }
}
