//! Opens a vault's files without the core: the keyring as documented, then the database with plain SQL.
//!
//! For three things only: fixtures that no release would write, a look at every stored row, and the hand-written
//! baseline of the benchmark. That it works is itself a check that the form of the files is what the code says.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a helper that fails is a test that fails")]

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fmt::Write as _;
use std::path::Path;

/// The pragmas under which the vault's writer works.
pub const PRAGMAS: &str = "
    PRAGMA journal_mode = WAL;
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

/// The data key of the vault in `folder`, as hex, unsealed with `secret`.
pub fn data_key(folder: &Path, secret: &[u8; 32]) -> String {
    let text = std::fs::read_to_string(folder.join("keyring.json")).expect("a keyring");
    let keyring: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let field = |name: &str| keyring[name].as_str().expect("a text").to_owned();
    let bound = format!("ampersand keyring {} {}", keyring["version"], field("vault"));
    let (nonce, sealed) = (unhex(&field("nonce")), unhex(&field("sealed")));
    let payload = Payload { msg: &sealed, aad: bound.as_bytes() };
    let key = XChaCha20Poly1305::new(Key::from_slice(secret)).decrypt(XNonce::from_slice(&nonce), payload);
    key.expect("the secret fits").iter().fold(String::new(), |mut hex, byte| {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A connection to the database at `path` under a raw key.
pub fn connect(path: &Path, key: &str) -> Connection {
    let connection = Connection::open(path).expect("a database");
    connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; PRAGMA cipher_compatibility = 4;")).expect("a key");
    connection
}

/// A connection to the closed vault in `folder`.
pub fn open(folder: &Path, secret: &[u8; 32]) -> Connection {
    connect(&folder.join("vault.db"), &data_key(folder, secret))
}

/// Every row of every table of the closed vault in `folder`, a line each: what a thief with the key would read. Without
/// the database's own counts of rows.
pub fn rows(folder: &Path, secret: &[u8; 32]) -> Vec<String> {
    let db = open(folder, secret);
    let mut names =
        db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").expect("a schema");
    let tables: Vec<String> = names.query_map([], |row| row.get(0)).expect("tables").map(|name| name.expect("a name")).collect();
    let mut lines = Vec::new();
    for table in tables {
        let mut statement = db.prepare(&format!("SELECT * FROM \"{table}\"")).expect("a table");
        let columns = statement.column_count();
        let mut found = statement.query([]).expect("rows");
        while let Some(row) = found.next().expect("a row") {
            let cells: Vec<Value> = (0..columns).map(|at| row.get(at).expect("a value")).collect();
            lines.push(format!("{table} {cells:?}"));
        }
    }
    lines.sort();
    lines
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex")).collect()
}
