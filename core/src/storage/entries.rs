//! The `entry` table with its tags and feelings: one entry at a time. Lists are read in `timeline`.

use super::StorageError;
use super::texts::{FEELING_BREAK, TAG_BREAK, date, date_if_any, parted, title};
use crate::ids::EntryId;
use crate::journal::entry::{EntryContent, Kept, tag_key};
use crate::journal::query::{SearchForm, search_form};
use crate::journal::trash;
use crate::time::CivilDate;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// An entry, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The number of its row.
    pub(crate) seq: i64,
    pub(crate) id: EntryId,
    pub(crate) content: EntryContent,
    pub(crate) words: u32,
    /// When, in milliseconds since 1970, and where it was first saved.
    pub(crate) written_at: i64,
    pub(crate) zone_id: String,
    pub(crate) offset_s: i32,
    /// When its present text was saved; none for its first one.
    pub(crate) edited_at: Option<i64>,
    pub(crate) revision: u32,
    pub(crate) trashed: Option<Trashed>,
}

/// When an entry was put into the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trashed {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    /// The logical day, kept as it was then.
    pub(crate) day: CivilDate,
}

/// The moment and the place of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Saving<'a> {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    /// The logical day.
    pub(crate) day: CivilDate,
    pub(crate) zone_id: &'a str,
    pub(crate) offset_s: i32,
}

/// What has to be known of an entry before it is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) trashed: bool,
    pub(crate) starred: bool,
}

/// Tags and feelings of the entry `e`, joined, in their order.
pub(super) const JOINED: &str = "
    (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM entry_tag WHERE entry = e.seq ORDER BY position)) AS tags,
    (SELECT group_concat(feeling, ',') FROM (SELECT feeling FROM entry_feeling WHERE entry = e.seq ORDER BY position)) AS feelings";

/// Writes a new entry; in the trash from the start where `trashed` says so.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    id: EntryId,
    kept: &Kept,
    saving: &Saving<'_>,
    trashed: Option<Trashed>,
) -> Result<i64, StorageError> {
    let content = kept.content();
    let SearchForm { unbroken, folded_title, folded_body } = search_form(title_text(content), &content.body);
    tx.prepare_cached(
        "INSERT INTO entry (id, day, written_at, zone_id, offset_s, saved_day, mood, prompt, form, starred, trashed_at, trashed_day, words,
                            title, excerpt, body, unbroken, folded_title, folded_body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
    )?
    .execute(params![
        id.as_bytes(),
        content.day.to_string(),
        saving.at,
        saving.zone_id,
        saving.offset_s,
        saving.day.to_string(),
        content.mood,
        content.prompt,
        content.form,
        content.starred,
        trashed.map(|trashed| trashed.at),
        trashed.map(|trashed| trashed.day.to_string()),
        kept.words(),
        title_text(content),
        kept.excerpt(),
        content.body,
        unbroken,
        folded_title,
        folded_body,
    ])?;
    let seq = tx.last_insert_rowid();
    insert_tags(tx, seq, &content.tags)?;
    insert_feelings(tx, seq, &content.feelings)?;
    Ok(seq)
}

/// Puts another text in the place of an entry's own, which the caller has kept. `before` is what stands there.
pub(crate) fn rewrite(tx: &Transaction<'_>, before: &Entry, kept: &Kept, revision: u32, saving: &Saving<'_>) -> Result<(), StorageError> {
    let content = kept.content();
    let SearchForm { unbroken, folded_title, folded_body } = search_form(title_text(content), &content.body);
    tx.prepare_cached(
        "UPDATE entry SET day = ?2, edited_at = ?3, saved_day = ?4, revision = ?5, mood = ?6, prompt = ?7, form = ?8, starred = ?9,
                          words = ?10, title = ?11, excerpt = ?12, body = ?13, unbroken = ?14, folded_title = ?15, folded_body = ?16
         WHERE seq = ?1",
    )?
    .execute(params![
        before.seq,
        content.day.to_string(),
        saving.at,
        saving.day.to_string(),
        revision,
        content.mood,
        content.prompt,
        content.form,
        content.starred,
        kept.words(),
        title_text(content),
        kept.excerpt(),
        content.body,
        unbroken,
        folded_title,
        folded_body,
    ])?;
    if content.tags != before.content.tags {
        put_tags(tx, before.seq, &content.tags)?;
    }
    if content.feelings != before.content.feelings {
        tx.prepare_cached("DELETE FROM entry_feeling WHERE entry = ?1")?.execute([before.seq])?;
        insert_feelings(tx, before.seq, &content.feelings)?;
    }
    Ok(())
}

/// An entry, in the trash or not.
pub(crate) fn find(tx: &Transaction<'_>, id: EntryId) -> Result<Option<Entry>, StorageError> {
    let sql = format!(
        "SELECT seq, id, day, mood, prompt, form, starred, title, body, words, written_at, zone_id, offset_s, edited_at, revision,
                trashed_at, trashed_day, {JOINED}
         FROM entry e WHERE id = ?1"
    );
    Ok(tx.prepare_cached(&sql)?.query_row([id.as_bytes()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let content = EntryContent {
        day: date(row, 2)?,
        mood: row.get(3)?,
        prompt: row.get(4)?,
        form: row.get(5)?,
        starred: row.get(6)?,
        title: title(row, 7)?,
        body: row.get(8)?,
        tags: parted(row.get(17)?, TAG_BREAK),
        feelings: parted(row.get(18)?, FEELING_BREAK),
    };
    let trashed = row.get::<_, Option<i64>>(15)?.zip(date_if_any(row, 16)?);
    Ok(Entry {
        seq: row.get(0)?,
        id: EntryId::from_bytes(row.get(1)?),
        content,
        words: row.get(9)?,
        written_at: row.get(10)?,
        zone_id: row.get(11)?,
        offset_s: row.get(12)?,
        edited_at: row.get(13)?,
        revision: row.get(14)?,
        trashed: trashed.map(|(at, day)| Trashed { at, day }),
    })
}

/// What has to be known before a change that leaves the text alone.
pub(crate) fn head(tx: &Transaction<'_>, id: EntryId) -> Result<Option<Head>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT seq, trashed_at IS NOT NULL, starred FROM entry WHERE id = ?1")?;
    let read = |row: &Row<'_>| Ok(Head { seq: row.get(0)?, trashed: row.get(1)?, starred: row.get(2)? });
    Ok(statement.query_row([id.as_bytes()], read).optional()?)
}

pub(crate) fn put_star(tx: &Transaction<'_>, seq: i64, starred: bool) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE entry SET starred = ?2 WHERE seq = ?1")?.execute(params![seq, starred])?;
    Ok(())
}

/// Puts an entry into the trash, or takes it out again.
pub(crate) fn put_trashed(tx: &Transaction<'_>, seq: i64, trashed: Option<Trashed>) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE entry SET trashed_at = ?2, trashed_day = ?3 WHERE seq = ?1")?.execute(params![
        seq,
        trashed.map(|trashed| trashed.at),
        trashed.map(|trashed| trashed.day.to_string()),
    ])?;
    Ok(())
}

/// The tags of an entry, in their order.
pub(crate) fn tags(tx: &Transaction<'_>, seq: i64) -> Result<Vec<String>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT tag FROM entry_tag WHERE entry = ?1 ORDER BY position")?;
    let tags = statement.query_map([seq], |row| row.get(0))?;
    Ok(tags.collect::<Result<_, _>>()?)
}

/// Puts other tags in the place of an entry's own.
pub(crate) fn put_tags(tx: &Transaction<'_>, seq: i64, tags: &[String]) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM entry_tag WHERE entry = ?1")?.execute([seq])?;
    insert_tags(tx, seq, tags)
}

fn insert_tags(tx: &Transaction<'_>, seq: i64, tags: &[String]) -> Result<(), StorageError> {
    let mut statement = tx.prepare_cached("INSERT INTO entry_tag (entry, position, tag, folded) VALUES (?1, ?2, ?3, ?4)")?;
    for (position, tag) in (0_i64..).zip(tags) {
        statement.execute(params![seq, position, tag, tag_key(tag)])?;
    }
    Ok(())
}

fn insert_feelings(tx: &Transaction<'_>, seq: i64, feelings: &[String]) -> Result<(), StorageError> {
    let mut statement = tx.prepare_cached("INSERT INTO entry_feeling (entry, position, feeling) VALUES (?1, ?2, ?3)")?;
    for (position, feeling) in (0_i64..).zip(feelings) {
        statement.execute(params![seq, position, feeling])?;
    }
    Ok(())
}

/// Purges an entry: its earlier texts, its draft, tags and feelings go with it, and by triggers its words in the index.
pub(crate) fn purge(tx: &Transaction<'_>, seq: i64) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM entry WHERE seq = ?1")?.execute([seq])?;
    Ok(())
}

/// Purges what has been in the trash for its thirty days `today`; how many entries that were.
pub(crate) fn purge_expired(tx: &Transaction<'_>, today: CivilDate) -> Result<u32, StorageError> {
    let mut statement = tx.prepare_cached("DELETE FROM entry WHERE trashed_at IS NOT NULL AND trashed_day <= ?1")?;
    let purged = statement.execute([trash::purged_up_to(today).to_string()])?;
    Ok(u32::try_from(purged).unwrap_or(u32::MAX))
}

fn title_text(content: &EntryContent) -> &str {
    content.title.as_deref().unwrap_or_default()
}

#[cfg(test)]
#[path = "entries_tests.rs"]
mod tests;
