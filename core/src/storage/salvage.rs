//! Reads row by row what can be read of a damaged database into a new one. The damaged one is not changed by a byte.
//!
//! A page that cannot be authenticated takes its rows with it and no others: a table is read from its beginning until
//! a row fails, from its end until a row fails, and what lies between is sounded, nearly row by row near the failure
//! and in wider and wider steps further on. After each failure the file is opened anew: SQLCipher reads nothing more on
//! a connection that met a page it could not authenticate.

use super::check;
use super::connection;
use super::error::StorageError;
use super::files;
use super::keyring::DataKey;
use super::log::{Log, Mended};
use super::look::View;
use super::migrations;
use super::search;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Soundings in one table, so that a file full of holes still comes to an end.
const MOST_SOUNDINGS: u32 = 10_000;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    pub(super) rows: u64,
    /// Tables of which something could not be read.
    pub(super) lost: BTreeSet<String>,
}

/// What stays of an entry that could not be read: its draft, and the last of its earlier texts, become drafts of new
/// entries. Nothing else says what somebody wrote.
const ORPHANED_TEXTS: [(&str, &str); 2] = [
    (
        "draft",
        "UPDATE draft SET entry = NULL, base_revision = 0, touched = 1
         WHERE entry IS NOT NULL AND entry NOT IN (SELECT seq FROM entry)",
    ),
    (
        "revision",
        "INSERT INTO draft (id, entry, base_revision, touched, saved_at, day, mood, prompt, form, starred, words, feelings, tags,
                            title, excerpt, body)
         SELECT CAST(printf('recovered-%06d', r.seq % 1000000) AS BLOB), NULL, 0, 1, r.saved_at, r.day, r.mood, r.prompt, r.form,
                r.starred, r.words, r.feelings, r.tags, r.title, r.excerpt, r.body
         FROM revision r
         WHERE r.entry NOT IN (SELECT seq FROM entry)
           AND r.number = (SELECT max(number) FROM revision WHERE entry = r.entry)",
    ),
];

/// A damaged database that its schema at least can be read of.
pub(super) struct Wreck<'a> {
    path: PathBuf,
    key: &'a DataKey,
    /// Whether its log is read along with it.
    logged: bool,
    version: u32,
    /// Whether saves are missing, nobody knows of what.
    lacks_saves: bool,
    _mended: Option<Mended>,
}

impl<'a> Wreck<'a> {
    /// Looks at `path`, with its log if that can be read, else without.
    pub(super) fn look(path: &Path, key: &'a DataKey, supported: u32) -> Result<Self, StorageError> {
        let log = Log::of(path)?;
        let mended = if log.is_rotten() { Some(Mended::of(path, &log)?) } else { None };
        let path = mended.as_ref().map_or_else(|| path.to_owned(), Mended::path);
        let has_log = mended.as_ref().map_or(log.holds_something(), |mended| mended.logged);
        let seen = |logged| Ok((version_of(&opened(&path, logged, key)?, supported)?, logged));
        let (version, logged) = match if has_log { seen(true) } else { Err(StorageError::Damaged) } {
            Err(StorageError::Damaged) => seen(false),
            seen => seen,
        }?;
        Ok(Self { path, key, logged, version, lacks_saves: log.lacks_saves() || logged != has_log, _mended: mended })
    }

    /// Writes what can be read into a new database at `into`, of this release's schema.
    pub(super) fn salvage(&self, into: &Path, steps: &[&str]) -> Result<Salvaged, StorageError> {
        files::make_empty(into)?;
        let mut target = connection::open_new(into, self.key)?;
        let version = usize::try_from(self.version).unwrap_or(0);
        migrations::raise(&mut target, 0, steps.get(..version).ok_or(StorageError::Damaged)?)?;
        // Nobody looks at it before it is whole, and then it is put on disk at once.
        target.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")?;
        // A finished run takes no answers, an index of words would be filled row by row: neither is meant for this.
        target.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        target.execute_batch("PRAGMA foreign_keys = OFF;")?;
        let mut salvaged = Salvaged::default();
        for name in check::tables(&target)? {
            let table = Table::of(&target, name)?;
            let tx = target.transaction()?;
            let (rows, whole) = Copying { from: self, view: None, to: &tx, table: &table, soundings: 0, rows: 0 }.all()?;
            tx.commit()?;
            salvaged.rows += rows;
            if !whole || self.lacks_saves {
                salvaged.lost.insert(table.name);
            }
        }
        leave_no_orphans(&mut target, &mut salvaged)?;
        target.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true)?;
        migrations::raise(&mut target, self.version, steps)?;
        if has(&target, "entry_words")? {
            let tx = target.transaction()?;
            search::rebuild(&tx)?;
            tx.commit()?;
        }
        connection::finish_new(target)?;
        Ok(salvaged)
    }
}

fn opened(path: &Path, logged: bool, key: &DataKey) -> Result<View, StorageError> {
    let view = View::of(path, logged, key)?;
    // With it SQLite reads also a file that is shorter than its first page says.
    view.connection.execute_batch("PRAGMA writable_schema = ON;")?;
    Ok(view)
}

fn version_of(view: &View, supported: u32) -> Result<u32, StorageError> {
    let number = |sql: &str| view.connection.query_row(sql, [], |row| row.get::<_, u32>(0));
    let found = number("PRAGMA user_version")?;
    if found > supported {
        return Err(StorageError::TooNew { found, supported });
    }
    if found == 0 || number("SELECT count(*) FROM sqlite_schema")? == 0 {
        return Err(StorageError::Damaged);
    }
    Ok(found)
}

fn has(connection: &Connection, table: &str) -> Result<bool, StorageError> {
    Ok(connection.query_row("SELECT count(*) > 0 FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))?)
}

/// Keeps the texts of entries that are lost, and then leaves out every row that points to one that is not there.
fn leave_no_orphans(target: &mut Connection, salvaged: &mut Salvaged) -> Result<(), StorageError> {
    for (table, keep) in ORPHANED_TEXTS {
        if has(target, table)? {
            target.execute(keep, [])?;
        }
    }
    let names = check::tables(target)?;
    let mut changed = true;
    while changed {
        changed = false;
        for name in &names {
            for (parent, from, to) in parents(target, name)? {
                let orphans = format!(
                    "DELETE FROM \"{name}\" WHERE \"{from}\" IS NOT NULL AND \"{from}\" NOT IN (SELECT \"{to}\" FROM \"{parent}\")"
                );
                let dropped = target.execute(&orphans, [])?;
                if dropped > 0 {
                    salvaged.rows = salvaged.rows.saturating_sub(dropped as u64);
                    salvaged.lost.insert(name.clone());
                    changed = true;
                }
            }
        }
    }
    Ok(())
}

/// Which column of a table points to which column of which other.
fn parents(connection: &Connection, table: &str) -> Result<Vec<(String, String, String)>, StorageError> {
    let mut statement = connection.prepare("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1)")?;
    let parents = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
    Ok(parents)
}

/// What a table is read along: its first key column, and whether that counts or spells.
struct Table {
    name: String,
    columns: Vec<String>,
    /// `rowid`, or the columns of the primary key.
    key: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Bytes,
    Text,
}

impl Table {
    fn of(target: &Connection, name: String) -> Result<Self, StorageError> {
        let without_rowid: bool =
            target.query_row("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?1", [&name], |row| row.get(0))?;
        let mut statement = target.prepare("SELECT name, type, pk FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid")?;
        let columns: Vec<(String, String, u32)> =
            statement.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
        let mut key: Vec<_> = columns.iter().filter(|(.., at)| without_rowid && *at > 0).collect();
        key.sort_by_key(|(.., at)| *at);
        let kind = match key.first().map(|(_, kind, _)| kind.as_str()) {
            None | Some("INTEGER") => Kind::Number,
            Some("TEXT") => Kind::Text,
            Some(_) => Kind::Bytes,
        };
        let key = if key.is_empty() { vec!["rowid".to_owned()] } else { key.into_iter().map(|(name, ..)| name.clone()).collect() };
        Ok(Self { name, key, kind, columns: columns.into_iter().map(|(name, ..)| name).collect() })
    }

    /// Reads the rows whose first key column lies between ?1 and ?2, both included: that column first, then all.
    fn select(&self, order: Order) -> String {
        let Self { name, columns, key, kind } = self;
        let direction = if order == Order::Up { "ASC" } else { "DESC" };
        let order: Vec<String> = key.iter().map(|column| format!("\"{column}\" {direction}")).collect();
        let column = |name: &String| if name == "rowid" { name.clone() } else { format!("\"{name}\"") };
        let key: Vec<String> = key.iter().map(column).collect();
        let bound = |number: u8| if *kind == Kind::Text { format!("CAST(?{number} AS TEXT)") } else { format!("?{number}") };
        format!(
            "SELECT {first}, {columns} FROM \"{name}\" {way} WHERE {first} >= {from} AND {first} <= {to} ORDER BY {order}",
            first = key[0],
            columns = quoted(columns),
            way = if key[0] == "rowid" { "NOT INDEXED" } else { "" },
            from = bound(1),
            to = bound(2),
            order = order.join(", ").replace("\"rowid\"", "rowid"),
        )
    }

    fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|number| format!("?{number}")).collect();
        format!("INSERT OR IGNORE INTO \"{}\" ({}) VALUES ({})", self.name, quoted(&self.columns), places.join(", "))
    }

    /// The key at a place. As an upper bound, of all keys that begin like it, the last.
    fn key_at(&self, place: u128, upper: bool) -> Value {
        if self.kind == Kind::Number {
            let number = u64::try_from(place).unwrap_or(u64::MAX) ^ (1 << 63);
            return Value::Integer(number.cast_signed());
        }
        let mut bytes = place.to_be_bytes().to_vec();
        if upper {
            bytes.extend([0xFF; 64]);
        } else {
            bytes.truncate(bytes.len() - usize::try_from(place.trailing_zeros() / 8).unwrap_or(0).min(bytes.len()));
        }
        Value::Blob(bytes)
    }

    const fn last_place(&self) -> u128 {
        match self.kind {
            Kind::Number => u64::MAX as u128,
            Kind::Bytes | Kind::Text => u128::MAX,
        }
    }

    /// The step after one that was not far enough. Numbers stand close together: one by one for as many as a page can
    /// hold, then wider. Other keys are scattered: always wider.
    const fn next_step(&self, step: u128, gone: u128) -> u128 {
        match self.kind {
            Kind::Number if gone < 256 => 1,
            Kind::Number => step.saturating_add(step / 16).saturating_add(1),
            Kind::Bytes | Kind::Text => step.saturating_add(step / 4),
        }
    }

    /// The first step of a sounding: the next number, or keys that differ in their first half.
    const fn first_step(&self) -> u128 {
        match self.kind {
            Kind::Number => 1,
            Kind::Bytes | Kind::Text => 1 << 64,
        }
    }
}

/// Where a key stands in an order of all keys of its kind; of a long one, its first 16 bytes.
fn place(key: &Value) -> u128 {
    let spelt = |bytes: &[u8]| {
        let mut first = [0; 16];
        let length = bytes.len().min(16);
        first[..length].copy_from_slice(&bytes[..length]);
        u128::from_be_bytes(first)
    };
    match key {
        Value::Integer(number) => u128::from(number.cast_unsigned() ^ (1 << 63)),
        Value::Text(text) => spelt(text.as_bytes()),
        Value::Blob(bytes) => spelt(bytes),
        Value::Null | Value::Real(_) => 0,
    }
}

/// Whether a row is all in a page of its table: of that page nothing is read when it is not what it was.
fn is_in_one_page(values: &[Value]) -> bool {
    let long = |value: &Value| matches!(value, Value::Text(text) if text.len() > 20) || matches!(value, Value::Blob(_));
    values.len() < 40 && !values.iter().any(long)
}

fn quoted(columns: &[String]) -> String {
    columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Up,
    Down,
}

/// How a reading ended.
enum End {
    /// There was nothing more.
    Reached,
    /// A row could not be read; the place of the last one that could.
    Failed(Option<u128>),
}

struct Copying<'a> {
    from: &'a Wreck<'a>,
    /// None before the first reading and after each failure.
    view: Option<View>,
    to: &'a Transaction<'a>,
    table: &'a Table,
    soundings: u32,
    rows: u64,
}

impl Copying<'_> {
    /// Copies the table; answers how many rows, and whether they were all.
    fn all(mut self) -> Result<(u64, bool), StorageError> {
        let End::Failed(first) = self.read(0, self.table.last_place(), Order::Up)? else { return Ok((self.rows, true)) };
        // From the other end; where that fails too, both failures are the bounds of what is sounded.
        let upper = match self.read(0, self.table.last_place(), Order::Down)? {
            End::Failed(last) => last.unwrap_or(self.table.last_place()),
            End::Reached => return Ok((self.rows, true)),
        };
        self.sound(first.unwrap_or(self.lowest()), upper)?;
        Ok((self.rows, false))
    }

    /// Rows are numbered from 1; before the first one that could be read there is nothing to look for below that.
    fn lowest(&self) -> u128 {
        if self.table.kind == Kind::Number { place(&Value::Integer(0)) } else { 0 }
    }

    /// Looks for rows between two places whose neighbours could not be read.
    fn sound(&mut self, mut lower: u128, upper: u128) -> Result<(), StorageError> {
        let (mut at, mut step) = (lower, self.table.first_step());
        while at < upper && self.soundings < MOST_SOUNDINGS {
            at = at.saturating_add(step).min(upper);
            step = self.table.next_step(step, at - lower);
            self.soundings += 1;
            let before = self.rows;
            let end = self.read(at, upper, Order::Up)?;
            if matches!(end, End::Failed(None)) {
                continue;
            }
            // What lies just below, which the step went past.
            if self.rows > before || matches!(end, End::Reached) {
                self.read(lower, at, Order::Down)?;
            }
            let End::Failed(Some(last)) = end else { return Ok(()) };
            lower = last.max(at);
            (at, step) = (lower, self.table.first_step());
        }
        Ok(())
    }

    /// Copies from one end until a row cannot be read. A row that is there already is left as it is.
    fn read(&mut self, lower: u128, upper: u128, order: Order) -> Result<End, StorageError> {
        let view = match self.view.take() {
            Some(view) => view,
            None => opened(&self.from.path, self.from.logged, self.from.key)?,
        };
        let end = self.copied(&view, lower, upper, order)?;
        if matches!(end, End::Reached) {
            self.view = Some(view);
        }
        Ok(end)
    }

    fn copied(&mut self, view: &View, lower: u128, upper: u128, order: Order) -> Result<End, StorageError> {
        let mut insert = self.to.prepare_cached(&self.table.insert())?;
        let Ok(mut select) = view.connection.prepare(&self.table.select(order)) else { return Ok(End::Failed(None)) };
        let bounds = [self.table.key_at(lower, false), self.table.key_at(upper, true)];
        let Ok(mut rows) = select.query(params_from_iter(bounds)) else { return Ok(End::Failed(None)) };
        let mut last = None;
        loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => return Ok(End::Reached),
                Err(_) => return Ok(End::Failed(last)),
            };
            let values: Result<Vec<Value>, _> = (0..=self.table.columns.len()).map(|column| row.get(column)).collect();
            let Ok(values) = values else { return Ok(End::Failed(last)) };
            if !is_in_one_page(&values) && connection::still_reads(&view.connection).is_err() {
                return Ok(End::Failed(last));
            }
            self.rows += insert.execute(params_from_iter(&values[1..]))? as u64;
            last = values.first().map(place);
        }
    }
}
