//! What can go wrong with the vault's files.
//!
//! Messages are made of constants and numbers. SQLite's own texts are dropped on purpose: a full-text query, a check
//! or a unique index may quote what a person typed, and an error is the thing that ends up in a log.

use rusqlite::ffi;

/// Why the vault could not do what was asked. Unless said otherwise, no file was changed.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The folder holds no vault.
    #[error("there is no vault in the folder")]
    NotThere,
    /// The folder holds a vault, or a part of one.
    #[error("there is a vault in the folder already")]
    AlreadyThere,
    /// The database is there without its keyring, or the keyring without its database.
    #[error("a part of the vault is missing from the folder")]
    Incomplete,
    /// The keyring is whole, and the device secret does not fit it.
    #[error("the device secret does not fit this vault")]
    WrongKey,
    /// A passphrase is set, and none was given.
    #[error("the vault asks for a passphrase")]
    PassphraseNeeded,
    /// The passphrase is another one. The try was noted down; no other file was changed.
    #[error("the passphrase does not fit this vault")]
    WrongPassphrase,
    /// Too many wrong passphrases: no try is taken for a while.
    #[error("no passphrase is taken for a while")]
    Wait,
    /// There is no safety copy of that kind, or none that opens.
    #[error("there is no such safety copy")]
    NoSnapshot,
    /// The keyring or the database cannot be read as what it is, though the key fits.
    #[error("the vault's files are damaged")]
    Damaged,
    /// The folder or a file in it cannot be written.
    #[error("the vault's folder is read-only")]
    ReadOnly,
    /// Somebody has the vault open: this process, or another one.
    #[error("the vault is open elsewhere")]
    InUse,
    /// A newer search took this one's place.
    #[error("a newer search took this one's place")]
    Interrupted,
    /// No room left. What was being written is not there; everything before it is.
    #[error("the disk is full")]
    DiskFull,
    /// Written by a newer release.
    #[error("the vault has version {found}, this release knows up to {supported}")]
    TooNew {
        /// The version of the file.
        found: u32,
        /// The newest version that this release can open.
        supported: u32,
    },
    /// A device secret has 32 bytes.
    #[error("a device secret has 32 bytes")]
    BadSecretLength,
    /// The source of randomness failed; no vault was made.
    #[error("no randomness")]
    NoRandomness,
    /// The database library was built without its cipher: it would write in the clear, so it is not used.
    #[error("the database library has no cipher")]
    NoCipher,
    /// The operating system refused, for another reason than those above.
    #[error("the operating system refused: {}", .0.kind())]
    Io(#[source] std::io::Error),
    /// The database refused, for another reason than those above.
    #[error("the database refused: {0}")]
    Sqlite(#[source] SqliteFault),
}

impl StorageError {
    /// The stable code, as documented in `docs/error-codes.md`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "not_there",
            Self::AlreadyThere => "already_there",
            Self::Incomplete => "incomplete",
            Self::WrongKey => "wrong_key",
            Self::PassphraseNeeded => "passphrase_needed",
            Self::WrongPassphrase => "wrong_passphrase",
            Self::Wait => "wait",
            Self::NoSnapshot => "no_snapshot",
            Self::Damaged => "damaged",
            Self::ReadOnly => "read_only",
            Self::InUse => "in_use",
            Self::Interrupted => "interrupted",
            Self::DiskFull => "disk_full",
            Self::TooNew { .. } => "too_new",
            Self::BadSecretLength => "wrong_length",
            Self::NoRandomness => "no_randomness",
            Self::NoCipher => "no_cipher",
            Self::Io(_) => "io",
            Self::Sqlite(fault) => fault.code(),
        }
    }

    /// Whether the same call can succeed later without anybody mending anything.
    pub const fn retryable(&self) -> bool {
        matches!(self, Self::InUse)
    }

    /// An error of writing a file: here a missing permission means that the folder is read-only.
    pub(super) fn writing(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::from(error),
        }
    }
}

impl From<std::io::Error> for StorageError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for StorageError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        // The log's index is the one file that is made larger before anything is written into it.
        if error.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull;
        }
        // Once SQLCipher has refused a page, the connection says this of whatever it is asked. Of a fault of this program
        // SQLite always says more.
        if let rusqlite::Error::SqliteFailure(inner, Some(text)) = &error
            && inner.extended_code == ffi::SQLITE_ERROR
            && text == ffi::code_to_str(ffi::SQLITE_ERROR)
        {
            return Self::Damaged;
        }
        match error.sqlite_error_code() {
            // SQLite says "out of memory" for a page that SQLCipher refused to authenticate: its pager knows no other
            // reason why a codec has nothing to give. Real want of memory ends the process before it gets here.
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::OutOfMemory) => Self::Damaged,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::OperationInterrupted) => Self::Interrupted,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Sqlite(SqliteFault::from(error)),
        }
    }
}

impl From<crate::ids::EntropyUnavailable> for StorageError {
    fn from(_: crate::ids::EntropyUnavailable) -> Self {
        Self::NoRandomness
    }
}

/// A database error without its text: SQLite's result code, and which kind of misuse where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{kind} ({result})")]
pub struct SqliteFault {
    /// SQLite's extended result code; 0 where SQLite itself had nothing to say.
    result: i32,
    kind: &'static str,
}

impl SqliteFault {
    /// SQLite's extended result code, or 0 for a value that did not fit the type asked for, and the like.
    pub const fn result(self) -> i32 {
        self.result
    }

    /// `io` for what the machine did, `internal` for what this program did.
    const fn code(self) -> &'static str {
        match self.result & 0xff {
            ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN | ffi::SQLITE_PROTOCOL => "io",
            _ => "internal",
        }
    }
}

impl From<rusqlite::Error> for SqliteFault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error;
        let kind = match &error {
            Error::SqliteFailure(inner, _) | Error::SqlInputError { error: inner, .. } => {
                return Self { result: inner.extended_code, kind: ffi::code_to_str(inner.extended_code) };
            }
            Error::QueryReturnedNoRows => "no row where one was expected",
            Error::QueryReturnedMoreThanOneRow => "more rows than one",
            Error::FromSqlConversionFailure(..) | Error::InvalidColumnType(..) | Error::IntegralValueOutOfRange(..) => {
                "a stored value of another type or range"
            }
            Error::InvalidColumnIndex(_) | Error::InvalidColumnName(_) => "no such column",
            Error::InvalidParameterName(_) | Error::InvalidParameterCount(..) => "other parameters than the statement has",
            _ => "a call that the database library does not take",
        };
        Self { result: 0, kind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn codes_tell_the_errors_apart() {
        let fault = |result| StorageError::Sqlite(SqliteFault { result, kind: "" });
        let all = [
            StorageError::NotThere,
            StorageError::AlreadyThere,
            StorageError::Incomplete,
            StorageError::WrongKey,
            StorageError::PassphraseNeeded,
            StorageError::WrongPassphrase,
            StorageError::Wait,
            StorageError::NoSnapshot,
            StorageError::Damaged,
            StorageError::ReadOnly,
            StorageError::InUse,
            StorageError::Interrupted,
            StorageError::DiskFull,
            StorageError::TooNew { found: 2, supported: 1 },
            StorageError::BadSecretLength,
            StorageError::NoRandomness,
            StorageError::NoCipher,
            StorageError::Io(io::ErrorKind::Other.into()),
            fault(ffi::SQLITE_MISUSE),
        ];
        let codes: std::collections::BTreeSet<_> = all.iter().map(StorageError::code).collect();
        assert_eq!(codes.len(), all.len(), "{codes:?}");
        let retryable: Vec<_> = all.iter().filter(|error| error.retryable()).map(StorageError::code).collect();
        assert_eq!(retryable, ["in_use"]);
        assert_eq!(fault(ffi::SQLITE_IOERR_FSYNC).code(), "io", "a failing disk is nobody's misuse");
    }

    #[test]
    fn the_databases_refusals_get_their_own_codes() {
        let code = |extended| StorageError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(extended), None)).code();
        for (extended, expected) in [
            (ffi::SQLITE_NOTADB, "damaged"),
            (ffi::SQLITE_CORRUPT_VTAB, "damaged"),
            (ffi::SQLITE_NOMEM, "damaged"),
            (ffi::SQLITE_READONLY_DIRECTORY, "read_only"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "in_use"),
            (ffi::SQLITE_INTERRUPT, "interrupted"),
            (ffi::SQLITE_FULL, "disk_full"),
            (ffi::SQLITE_IOERR_SHMSIZE, "disk_full"),
            (ffi::SQLITE_IOERR_READ, "io"),
            (ffi::SQLITE_MISUSE, "internal"),
        ] {
            assert_eq!(code(extended), expected, "{extended}");
        }
    }

    #[test]
    fn what_a_connection_says_after_a_page_that_was_refused_is_damage() {
        let said = |text: Option<&str>| rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_ERROR), text.map(ToOwned::to_owned));
        assert_eq!(StorageError::from(said(Some("SQL logic error"))).code(), "damaged");
        for fault in [Some("no such column: lighthouse"), Some("fts5: syntax error near \"\""), None] {
            assert_eq!(StorageError::from(said(fault)).code(), "internal", "{fault:?}");
        }
    }

    #[test]
    fn the_systems_refusals_get_their_own_codes() {
        let code = |kind: io::ErrorKind| StorageError::from(io::Error::from(kind)).code();
        assert_eq!(code(io::ErrorKind::StorageFull), "disk_full");
        assert_eq!(code(io::ErrorKind::QuotaExceeded), "disk_full");
        assert_eq!(code(io::ErrorKind::ReadOnlyFilesystem), "read_only");
        assert_eq!(code(io::ErrorKind::PermissionDenied), "io", "not being let read is something else than read-only");
        assert_eq!(StorageError::writing(io::ErrorKind::PermissionDenied.into()).code(), "read_only");
    }

    #[test]
    fn no_text_of_the_database_gets_through() {
        let db = rusqlite::Connection::open_in_memory().unwrap();
        db.execute_batch("CREATE TABLE t(word TEXT PRIMARY KEY CHECK (word <> 'lighthouse'), n INTEGER) STRICT").unwrap();
        let faults = [
            db.execute("INSERT INTO t(word, n) VALUES ('lighthouse', 1)", []).unwrap_err(),
            db.prepare("SELECT lighthouse FROM t").unwrap_err(),
            db.prepare("SELECT 1 FROM lighthouse").unwrap_err(),
            db.query_row("SELECT 'lighthouse'", [], |row| row.get::<_, i64>("lighthouse")).unwrap_err(),
            db.query_row("SELECT 'lighthouse'", [], |row| row.get::<_, i64>(0)).unwrap_err(),
        ];
        for fault in faults {
            assert!(format!("{fault:?}").contains("lighthouse"), "the library quotes it: {fault:?}");
            let error = StorageError::from(fault);
            assert_eq!(error.code(), "internal");
            let source = std::error::Error::source(&error).unwrap().to_string();
            for text in [error.to_string(), format!("{error:?}"), source] {
                assert!(!text.contains("lighthouse"), "{text}");
            }
        }
    }
}
