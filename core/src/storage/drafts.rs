//! The `draft` table: what is being written, whole, on disk after each pause.

use super::StorageError;
use super::texts::{self, Bound, COLUMNS, TAG_BREAK, WORKED_OUT, date};
use crate::ids::{DraftId, EntryId};
use crate::journal::entry::{EntryContent, Kept};
use crate::journal::listing::OpenDraft;
use rusqlite::{OptionalExtension as _, Row, Transaction, params, params_from_iter};

/// A draft, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The number of its row.
    pub(crate) seq: i64,
    pub(crate) id: DraftId,
    /// The entry it changes, as it is now; none for a new one.
    pub(crate) entry: Option<Base>,
    /// The number of the text it began with; 0 for a new one.
    pub(crate) base_revision: u32,
    /// Whether it holds anything that the entry does not.
    pub(crate) touched: bool,
    /// Milliseconds since 1970.
    pub(crate) saved_at: i64,
    pub(crate) words: u32,
    pub(crate) content: EntryContent,
}

/// The entry under a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Base {
    pub(crate) seq: i64,
    pub(crate) id: EntryId,
    /// When it was first saved, in milliseconds since 1970.
    pub(crate) written_at: i64,
    /// The number of its present text.
    pub(crate) revision: u32,
    pub(crate) trashed: bool,
}

impl Draft {
    /// Whether the entry has another text by now.
    pub(crate) fn is_stale(&self) -> bool {
        self.entry.is_some_and(|entry| entry.revision != self.base_revision)
    }
}

/// Writes a new draft in which nothing was typed yet; of the entry `entry`, with its row and the number of its text, or of a new one.
pub(crate) fn insert(tx: &Transaction<'_>, id: DraftId, entry: Option<(i64, u32)>, kept: &Kept, at: i64) -> Result<(), StorageError> {
    let sql =
        format!("INSERT INTO draft (id, entry, base_revision, saved_at, {COLUMNS}, {WORKED_OUT}) VALUES (?1, ?2, ?3, ?4, {})", places(5));
    let (seq, revision) = entry.unzip();
    let revision = revision.unwrap_or(0);
    let bound = Bound::new(kept);
    let own: [&dyn rusqlite::ToSql; 4] = [id.as_bytes(), &seq, &revision, &at];
    tx.prepare_cached(&sql)?.execute(params_from_iter(own.into_iter().chain(bound.values())))?;
    Ok(())
}

/// Keeps what was typed.
pub(crate) fn save(tx: &Transaction<'_>, seq: i64, kept: &Kept, touched: bool, at: i64) -> Result<(), StorageError> {
    put(tx, "touched", seq, kept, u32::from(touched), at)
}

/// Begins an untouched draft anew with the entry's present text.
pub(crate) fn rebase(tx: &Transaction<'_>, seq: i64, kept: &Kept, base_revision: u32, at: i64) -> Result<(), StorageError> {
    put(tx, "base_revision", seq, kept, base_revision, at)
}

fn put(tx: &Transaction<'_>, column: &str, seq: i64, kept: &Kept, value: u32, at: i64) -> Result<(), StorageError> {
    let sql = format!("UPDATE draft SET ({column}, saved_at, {COLUMNS}, {WORKED_OUT}) = (?2, ?3, {}) WHERE seq = ?1", places(4));
    let bound = Bound::new(kept);
    let own: [&dyn rusqlite::ToSql; 3] = [&seq, &value, &at];
    tx.prepare_cached(&sql)?.execute(params_from_iter(own.into_iter().chain(bound.values())))?;
    Ok(())
}

/// Places for a content and what is worked out of it, from number `from`.
pub(super) fn places(from: usize) -> String {
    let places: Vec<String> = (from..from + texts::WIDTH).map(|place| format!("?{place}")).collect();
    places.join(", ")
}

/// A draft by its id.
pub(crate) fn find(tx: &Transaction<'_>, id: DraftId) -> Result<Option<Draft>, StorageError> {
    one(tx, "d.id = ?1", id.as_bytes())
}

/// The draft of an entry.
pub(crate) fn of_entry(tx: &Transaction<'_>, entry: i64) -> Result<Option<Draft>, StorageError> {
    one(tx, "d.entry = ?1", &entry)
}

fn one(tx: &Transaction<'_>, condition: &str, value: &dyn rusqlite::ToSql) -> Result<Option<Draft>, StorageError> {
    let columns: Vec<String> = COLUMNS.split(", ").map(|column| format!("d.{column}")).collect();
    let sql = format!(
        "SELECT d.seq, d.id, e.seq, e.id, e.written_at, e.revision, e.trashed_at IS NOT NULL, d.base_revision, d.touched, d.saved_at, d.words, {}
         FROM draft d LEFT JOIN entry e ON e.seq = d.entry WHERE {condition}",
        columns.join(", ")
    );
    Ok(tx.prepare_cached(&sql)?.query_row([value], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let entry = match row.get(2)? {
        Some(seq) => {
            Some(Base { seq, id: EntryId::from_bytes(row.get(3)?), written_at: row.get(4)?, revision: row.get(5)?, trashed: row.get(6)? })
        }
        None => None,
    };
    Ok(Draft {
        seq: row.get(0)?,
        id: DraftId::from_bytes(row.get(1)?),
        entry,
        base_revision: row.get(7)?,
        touched: row.get(8)?,
        saved_at: row.get(9)?,
        words: row.get(10)?,
        content: texts::read(row, 11)?,
    })
}

pub(crate) fn delete(tx: &Transaction<'_>, seq: i64) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM draft WHERE seq = ?1")?.execute([seq])?;
    Ok(())
}

/// Deletes drafts in which nothing was typed and that nobody has looked at since `before`, in milliseconds since 1970.
pub(crate) fn delete_untouched(tx: &Transaction<'_>, before: i64) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM draft WHERE NOT touched AND saved_at < ?1")?.execute([before])?;
    Ok(())
}

const OPEN: &str = "
    SELECT d.id, e.id, d.day, d.excerpt, d.words, d.saved_at, e.revision IS NOT NULL AND e.revision <> d.base_revision
    FROM draft d LEFT JOIN entry e ON e.seq = d.entry";

/// Drafts in which something was typed, the newest first; not those of entries in the trash.
pub(crate) fn open(tx: &Transaction<'_>) -> Result<Vec<OpenDraft>, StorageError> {
    let sql = format!("{OPEN} WHERE d.touched AND e.trashed_at IS NULL ORDER BY d.saved_at DESC, d.seq DESC");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([], read_open)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The draft of an entry, if something was typed in it.
pub(crate) fn open_of(tx: &Transaction<'_>, entry: i64) -> Result<Option<OpenDraft>, StorageError> {
    let sql = format!("{OPEN} WHERE d.touched AND d.entry = ?1");
    Ok(tx.prepare_cached(&sql)?.query_row([entry], read_open).optional()?)
}

fn read_open(row: &Row<'_>) -> rusqlite::Result<OpenDraft> {
    Ok(OpenDraft {
        id: DraftId::from_bytes(row.get(0)?),
        entry: row.get::<_, Option<_>>(1)?.map(EntryId::from_bytes),
        day: date(row, 2)?,
        excerpt: row.get(3)?,
        words: row.get(4)?,
        saved_at: row.get(5)?,
        stale: row.get(6)?,
    })
}

/// The draft of a new entry of this form in which something was typed.
pub(crate) fn of_form(tx: &Transaction<'_>, form: &str) -> Result<Option<DraftId>, StorageError> {
    let sql = "SELECT id FROM draft WHERE touched AND entry IS NULL AND form = ?1 ORDER BY saved_at DESC, seq DESC LIMIT 1";
    let found = tx.prepare_cached(sql)?.query_row([form], |row| row.get(0)).optional()?;
    Ok(found.map(DraftId::from_bytes))
}

/// Marks the draft of an entry with a star, or not, as the entry was.
pub(crate) fn put_star(tx: &Transaction<'_>, entry: i64, starred: bool) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE draft SET starred = ?2 WHERE entry = ?1")?.execute(params![entry, starred])?;
    Ok(())
}

/// Puts other tags into a draft.
pub(crate) fn put_tags(tx: &Transaction<'_>, seq: i64, tags: &[String]) -> Result<(), StorageError> {
    let tags = tags.join(&TAG_BREAK.to_string());
    tx.prepare_cached("UPDATE draft SET tags = ?2 WHERE seq = ?1")?.execute(params![seq, tags])?;
    Ok(())
}
