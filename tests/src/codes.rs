//! Everything that can be said when a call does not do what was asked: variant, part, code.

use ampersand_core::error::{Clash, Error, Field, Lock, Missing, Reason};
use ampersand_core::storage::StorageError;
use ampersand_ffi::AmpersandError;
use std::io::ErrorKind;

/// A line for each: `variant part code`, sorted. Fields and reasons of `InvalidInput` are listed apart: which go
/// together is said at each call.
pub fn all() -> Vec<String> {
    let fields = Field::ALL.iter().map(|field| format!("InvalidInput field {field}"));
    let reasons = Reason::ALL.iter().map(|reason| format!("InvalidInput code {reason}"));
    let missing = Missing::ALL.iter().map(|kind| said(Error::NotFound { kind: *kind, id: String::new() }));
    let clashes = Clash::ALL.iter().map(|kind| said(Error::Conflict { kind: *kind, id: String::new() }));
    let others = Lock::ALL.iter().map(|lock| said(Error::Locked(*lock))).chain([said(Error::Internal("somewhere"))]);
    let stored = storage_errors().into_iter().map(|error| said(Error::from(error)));
    let mut lines: Vec<String> = fields.chain(reasons).chain(missing).chain(clashes).chain(others).chain(stored).collect();
    lines.sort();
    lines.dedup();
    lines
}

fn said(error: Error) -> String {
    match AmpersandError::from(error) {
        // Already listed by its parts.
        AmpersandError::InvalidInput { field, .. } => format!("InvalidInput field {field}"),
        AmpersandError::NotFound { kind, .. } => format!("NotFound kind {kind}"),
        AmpersandError::Conflict { kind, .. } => format!("Conflict kind {kind}"),
        AmpersandError::Locked { code } => format!("Locked code {code}"),
        AmpersandError::Storage { code, retryable: true } => format!("Storage code {code} (retryable)"),
        AmpersandError::Storage { code, retryable: false } => format!("Storage code {code}"),
        AmpersandError::TooNew { .. } => "TooNew".into(),
        AmpersandError::Internal { .. } => "Internal".into(),
    }
}

/// One of each kind. The walk from one to the next is a `match` without a catch-all: a new kind does not compile until
/// it has its place here, in the golden and in the documentation.
fn storage_errors() -> Vec<StorageError> {
    let mut found = Vec::new();
    let mut next = Some(StorageError::NotThere);
    while let Some(error) = next {
        next = match &error {
            StorageError::NotThere => Some(StorageError::AlreadyThere),
            StorageError::AlreadyThere => Some(StorageError::Incomplete),
            StorageError::Incomplete => Some(StorageError::WrongKey),
            StorageError::WrongKey => Some(StorageError::PassphraseNeeded),
            StorageError::PassphraseNeeded => Some(StorageError::WrongPassphrase),
            StorageError::WrongPassphrase => Some(StorageError::Wait),
            StorageError::Wait => Some(StorageError::NoSnapshot),
            StorageError::NoSnapshot => Some(StorageError::Interrupted),
            StorageError::Interrupted => Some(StorageError::Damaged),
            StorageError::Damaged => Some(StorageError::ReadOnly),
            StorageError::ReadOnly => Some(StorageError::InUse),
            StorageError::InUse => Some(StorageError::DiskFull),
            StorageError::DiskFull => Some(StorageError::TooNew { found: 2, supported: 1 }),
            StorageError::TooNew { .. } => Some(StorageError::BadSecretLength),
            StorageError::BadSecretLength => Some(StorageError::NoRandomness),
            StorageError::NoRandomness => Some(StorageError::NoCipher),
            StorageError::NoCipher => Some(StorageError::Io(ErrorKind::Other.into())),
            StorageError::Io(_) => Some(StorageError::from(rusqlite::Error::InvalidQuery)),
            StorageError::Sqlite(_) => None,
        };
        found.push(error);
    }
    found
}
