//! Who reads: the connection that writes, as long as nothing was written; from then on one of its own beside it.
//!
//! Opening a connection means reading the whole schema, which takes as long as everything that the first screen shows.
//! That screen comes before anybody writes, so that nobody waits for it.

use super::connection;
use super::error::StorageError;
use super::keyring::DataKey;
use super::vault::{held, in_transaction};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

/// Opens its connection when something is written for the first time, or when somebody reads meanwhile.
pub(super) struct Reader {
    database: PathBuf,
    key: DataKey,
    connection: OnceLock<Mutex<Connection>>,
}

impl Reader {
    /// For the database at `database`, which the writer has opened already.
    pub(super) fn new(database: &Path, key: DataKey) -> Self {
        Self { database: database.to_owned(), key, connection: OnceLock::new() }
    }

    /// Runs `f` on the database as it stands.
    pub(super) fn read<T, E: From<StorageError>>(
        &self,
        writer: &Mutex<Connection>,
        f: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.connection.get().is_none()
            && let Ok(mut writer) = writer.try_lock()
        {
            let reading = OnlyReading::on(&mut writer)?;
            return in_transaction(reading.0, TransactionBehavior::Deferred, f);
        }
        in_transaction(&mut held(self.opened()?), TransactionBehavior::Deferred, f)
    }

    /// The connection of its own.
    pub(super) fn opened(&self) -> Result<&Mutex<Connection>, StorageError> {
        if let Some(connection) = self.connection.get() {
            return Ok(connection);
        }
        let connection = connection::open_reader(&self.database, &self.key)?;
        Ok(self.connection.get_or_init(|| Mutex::new(connection)))
    }

    /// The connection of its own, where it was needed by now.
    pub(super) fn if_opened(&self) -> Option<&Mutex<Connection>> {
        self.connection.get()
    }
}

/// The writer while it may not write; also after a panic it may again.
struct OnlyReading<'c>(&'c mut Connection);

impl<'c> OnlyReading<'c> {
    fn on(connection: &'c mut Connection) -> Result<Self, StorageError> {
        connection.execute_batch("PRAGMA query_only = ON;")?;
        Ok(Self(connection))
    }
}

impl Drop for OnlyReading<'_> {
    fn drop(&mut self) {
        // Cannot be refused: it sets a flag of the connection, and no statement runs any more.
        let _ = self.0.execute_batch("PRAGMA query_only = OFF;");
    }
}
