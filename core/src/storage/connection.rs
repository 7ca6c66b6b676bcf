//! One way to make a connection: the key before anything else, then every pragma, stated even where it is the default.

use super::error::StorageError;
use super::keyring::DataKey;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::Once;
use zeroize::Zeroizing;

/// Bytes of a page: SQLCipher 4's own, and the unit in which a file is cut.
pub(super) const PAGE: u64 = 4096;

/// What holds for every connection.
/// - `secure_delete`: what is deleted is overwritten in the database, not merely forgotten.
/// - `temp_store`: sorting never puts rows into a file of the system's temporary folder.
/// - `trusted_schema`, `cell_size_check`: a damaged or foreign schema runs no functions, a damaged page is noticed early.
/// - `synchronous = FULL`: what a person wrote is on disk when the call returns, not at the next checkpoint.
/// - `wal_autocheckpoint`, `journal_size_limit`: the log stays near 1 MiB.
const EVERYWHERE: &str = "
    PRAGMA busy_timeout = 5000;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA cache_size = -6144;
    PRAGMA wal_autocheckpoint = 200;
    PRAGMA journal_size_limit = 1048576;
    PRAGMA synchronous = FULL;
";

/// Statements kept prepared on each connection: more than one screen uses.
const PREPARED: usize = 64;

/// A connection to a new file, ready for the first table. Rollback journal, so that the file is whole by itself;
/// [`finish_new`] turns it into what the other connections expect.
pub(super) fn open_new(path: &Path, key: &DataKey) -> Result<Connection, StorageError> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    // Has an effect only before the first table.
    connection.execute_batch("PRAGMA auto_vacuum = INCREMENTAL;")?;
    connection.execute_batch(EVERYWHERE)?;
    Ok(connection)
}

/// Sets the write-ahead log, which the file remembers, and closes.
pub(super) fn finish_new(connection: Connection) -> Result<(), StorageError> {
    connection.execute_batch("PRAGMA journal_mode = WAL;")?;
    connection.close().map_err(|(_, error)| error.into())
}

/// The one connection that writes.
pub(super) fn open_writer(path: &Path, key: &DataKey) -> Result<Connection, StorageError> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    // SQLite falls back to reading, without a word, where it may not write.
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StorageError::ReadOnly);
    }
    // Whether the schema can be read at all, while no file has changed.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    connection.execute_batch("PRAGMA journal_mode = WAL;")?;
    connection.execute_batch(EVERYWHERE)?;
    Ok(connection)
}

/// The connection that reads, beside the writer and never in its way. Opened after it, closed before it.
pub(super) fn open_reader(path: &Path, key: &DataKey) -> Result<Connection, StorageError> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    connection.execute_batch(EVERYWHERE)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(connection)
}

/// A connection for what takes long: it reads beside the others, and may write a copy elsewhere.
pub(super) fn open_beside(path: &Path, key: &DataKey) -> Result<Connection, StorageError> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    connection.execute_batch(EVERYWHERE)?;
    Ok(connection)
}

/// A connection for looking at a file that must stay as it is, by a URI from [`uri`].
pub(super) fn open_to_look(uri: &str, key: &DataKey) -> Result<Connection, StorageError> {
    let connection = open(Path::new(uri), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI, key)?;
    connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")?;
    Ok(connection)
}

/// Whether everything that was read so far is what was written. To be asked after reading, before anything of it is
/// believed: SQLCipher hands out a page that it cannot authenticate as zeros, which may be the end of a long text, and
/// refuses only the page after it.
pub(super) fn still_reads(connection: &Connection) -> Result<(), StorageError> {
    // The first page is looked for in any case, and nothing is answered once a page was refused.
    let mut statement = connection.prepare_cached("SELECT 1 FROM sqlite_schema LIMIT 1")?;
    statement.query_row([], |_| Ok(()))?;
    Ok(())
}

/// `path` as SQLite takes it with `parameters`; every byte that has a meaning in a URI is escaped.
pub(super) fn uri(path: &Path, parameters: &str) -> String {
    use std::fmt::Write as _;
    use std::os::unix::ffi::OsStrExt;
    let mut uri = String::from("file:");
    for &byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri.push('?');
    uri.push_str(parameters);
    uri
}

/// Without `CREATE`: a file that has gone missing is an error, never an empty vault.
fn open(path: &Path, flags: OpenFlags, key: &DataKey) -> Result<Connection, StorageError> {
    let connection = open_plain(path, flags)?;
    unlock(&connection, key)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    Ok(connection)
}

/// A connection that was handed no key yet. Every connection begins here.
///
/// The first one of a process sets SQLite up, and then its cipher. In between SQLite takes itself for ready: a second
/// thread that comes just then opens its file and has its key refused, which reads like damage. So the first is waited
/// for.
pub(super) fn open_plain(path: &Path, flags: OpenFlags) -> Result<Connection, StorageError> {
    static SET_UP: Once = Once::new();
    // What it could not do the next line meets again, and answers.
    SET_UP.call_once(|| drop(Connection::open_in_memory()));
    Ok(Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?)
}

/// Hands over the key and pins the cipher's settings: SQLCipher 4's own (AES-256-CBC, HMAC-SHA512 a page, 4096-byte
/// pages, the file's first 16 bytes its salt), so that a later library with other ones still opens the file.
fn unlock(connection: &Connection, key: &DataKey) -> Result<(), StorageError> {
    let literal = key.as_blob_literal();
    let statement = Zeroizing::new(["PRAGMA key = \"", literal.as_str(), "\";"].concat());
    connection.execute_batch(&statement)?;
    // A plain SQLite takes the line above in silence and would write in the clear.
    let cipher = connection.query_row("PRAGMA cipher_version", [], |row| row.get::<_, String>(0));
    match cipher {
        Ok(version) if version.starts_with("4.") => {}
        _ => return Err(StorageError::NoCipher),
    }
    // The library's own log goes to standard error, on Android to the system's log.
    connection.execute_batch("PRAGMA cipher_compatibility = 4; PRAGMA cipher_log_level = NONE;")?;
    Ok(())
}
