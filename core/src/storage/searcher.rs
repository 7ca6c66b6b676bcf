//! The connection that searches, and whose turn it is.
//!
//! Somebody who types wants the answer to the last letter alone. A newer search therefore takes the place of an older
//! one: it interrupts the statement that runs, and the older one answers [`StorageError::Interrupted`] however far it
//! got. Reading and writing go on beside it untouched: they have connections of their own.

use super::connection;
use super::error::StorageError;
use super::keyring::DataKey;
use super::vault::{held, in_transaction};
use rusqlite::{Connection, InterruptHandle, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Opens its connection when somebody searches for the first time.
pub(super) struct Searcher {
    database: PathBuf,
    key: DataKey,
    connection: Mutex<Option<Connection>>,
    /// The number of the newest search. Raised only while `interrupt` is held, so that an older search, slow to
    /// interrupt its forerunner, cannot hit a newer one instead.
    newest: AtomicU64,
    interrupt: Mutex<Option<InterruptHandle>>,
}

/// One search's turn.
#[derive(Clone, Copy)]
pub(crate) struct Turn<'s> {
    newest: &'s AtomicU64,
    own: u64,
}

impl Turn<'_> {
    /// To be asked wherever a search spends time outside of the database, which SQLite cannot interrupt.
    ///
    /// # Errors
    /// [`StorageError::Interrupted`] once a newer search has begun.
    pub(crate) fn lasts(&self) -> Result<(), StorageError> {
        if self.newest.load(Ordering::Acquire) == self.own { Ok(()) } else { Err(StorageError::Interrupted) }
    }
}

impl Searcher {
    /// For the database at `database`, which the writer has opened already.
    pub(super) fn new(database: &Path, key: DataKey) -> Self {
        Self { database: database.to_owned(), key, connection: Mutex::new(None), newest: AtomicU64::new(0), interrupt: Mutex::new(None) }
    }

    /// Runs `f` on the database as it stands, in the place of every search that began before.
    pub(super) fn search<T, E: From<StorageError>>(&self, f: impl FnOnce(&Transaction<'_>, Turn<'_>) -> Result<T, E>) -> Result<T, E> {
        let turn = self.begin();
        let mut held = held(&self.connection);
        turn.lasts()?;
        if held.is_none() {
            *held = Some(self.open()?);
        }
        // The line above has just filled it.
        let Some(connection) = held.as_mut() else { return Err(StorageError::Interrupted.into()) };
        let value = in_transaction(connection, TransactionBehavior::Deferred, |tx| f(tx, turn))?;
        turn.lasts()?;
        Ok(value)
    }

    fn begin(&self) -> Turn<'_> {
        let interrupt = held(&self.interrupt);
        let own = self.newest.fetch_add(1, Ordering::AcqRel) + 1;
        // Where no statement runs this does nothing: SQLite forgets it when the next one starts.
        if let Some(handle) = interrupt.as_ref() {
            handle.interrupt();
        }
        Turn { newest: &self.newest, own }
    }

    fn open(&self) -> Result<Connection, StorageError> {
        let connection = connection::open_reader(&self.database, &self.key)?;
        *held(&self.interrupt) = Some(connection.get_interrupt_handle());
        Ok(connection)
    }
}

#[cfg(test)]
mod tests {
    use super::super::files;
    use super::super::samples::create;
    use super::*;

    /// A vault, and a searcher of its own over its database.
    fn searcher() -> (tempfile::TempDir, super::super::Vault, Searcher) {
        let folder = tempfile::tempdir().unwrap();
        let vault = create(folder.path());
        let searcher = Searcher::new(&folder.path().join(files::DATABASE), vault.key().copied());
        (folder, vault, searcher)
    }

    fn count(tx: &Transaction<'_>) -> Result<i64, StorageError> {
        Ok(tx.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?)
    }

    #[test]
    fn a_newer_search_ends_the_statement_of_an_older_one() {
        let (_folder, _vault, searcher) = searcher();
        let older = searcher.search(|tx, turn| {
            // While rows are open, SQLite remembers that it was interrupted.
            let mut statement = tx.prepare("SELECT name FROM sqlite_schema")?;
            let mut rows = statement.query([])?;
            rows.next()?;
            assert!(count(tx)? > 0 && turn.lasts().is_ok());
            searcher.begin();
            assert!(matches!(count(tx), Err(StorageError::Interrupted)), "the statement itself");
            Ok(())
        });
        assert!(matches!(older, Err(StorageError::Interrupted)), "{older:?}");
        assert!(searcher.search(|tx, _| count(tx)).is_ok(), "the next one is as always");
    }

    #[test]
    fn an_older_search_ends_also_where_no_statement_runs() {
        let (_folder, _vault, searcher) = searcher();
        let older = searcher.search(|tx, turn| {
            searcher.begin();
            assert!(matches!(turn.lasts(), Err(StorageError::Interrupted)));
            count(tx)
        });
        assert!(matches!(older, Err(StorageError::Interrupted)), "what it found is nobody's any more: {older:?}");
    }

    #[test]
    fn a_search_is_not_hit_by_what_was_meant_for_another() {
        let (_folder, vault, searcher) = searcher();
        for _ in 0..3 {
            searcher.begin();
            assert!(searcher.search(|tx, _| count(tx)).is_ok());
        }
        let beside = searcher.search(|_, _| {
            vault.read(|tx| {
                searcher.begin();
                count(tx)
            })
        });
        assert!(matches!(beside, Err(StorageError::Interrupted)));
        let failed: Result<(), StorageError> = searcher.search(|_, _| Err(StorageError::ReadOnly));
        assert!(matches!(failed, Err(StorageError::ReadOnly)));
        assert!(searcher.search(|tx, _| count(tx)).is_ok(), "an error leaves nothing behind");
    }
}
