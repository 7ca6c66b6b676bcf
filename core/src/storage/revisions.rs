//! The `revision` table: earlier texts of entries, whole, and those that were discarded.

use super::StorageError;
use super::drafts::places;
use super::entries::{JOINED, Saving};
use super::texts::{self, Bound, COLUMNS, WORKED_OUT, date};
use crate::journal::entry::{EntryContent, Kept};
use crate::journal::revision::{LAST_KEPT, RevisionKind, thinned};
use crate::time::CivilDate;
use rusqlite::{OptionalExtension as _, Row, Transaction, params, params_from_iter};

/// An earlier text in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) number: u32,
    pub(crate) kind: RevisionKind,
    /// Milliseconds since 1970.
    pub(crate) saved_at: i64,
    pub(crate) words: u32,
    pub(crate) excerpt: String,
}

/// Keeps the present text of an entry in its history, under its number, before another one takes its place.
pub(crate) fn keep_present(tx: &Transaction<'_>, entry: i64) -> Result<(), StorageError> {
    let sql = format!(
        "INSERT INTO revision (entry, number, saved_at, saved_day, tags, feelings, day, mood, prompt, form, starred, title, body, {WORKED_OUT})
         SELECT seq, revision, coalesce(edited_at, written_at), saved_day, coalesce(tags, ''), coalesce(feelings, ''),
                day, mood, prompt, form, starred, title, body, {WORKED_OUT}
         FROM (SELECT e.*, {JOINED} FROM entry e WHERE seq = ?1)"
    );
    tx.prepare_cached(&sql)?.execute([entry])?;
    Ok(())
}

/// Keeps a text that was written and let go of, under the number `number`.
pub(crate) fn keep_discarded(tx: &Transaction<'_>, entry: i64, number: u32, saving: &Saving<'_>, kept: &Kept) -> Result<(), StorageError> {
    let sql = format!(
        "INSERT INTO revision (entry, number, discarded, saved_at, saved_day, {COLUMNS}, {WORKED_OUT}) VALUES (?1, ?2, TRUE, ?3, ?4, {})",
        places(5)
    );
    let (bound, saved_day) = (Bound::new(kept), saving.day.to_string());
    let own: [&dyn rusqlite::ToSql; 4] = [&entry, &number, &saving.at, &saved_day];
    tx.prepare_cached(&sql)?.execute(params_from_iter(own.into_iter().chain(bound.values())))?;
    Ok(())
}

/// The number after every one that the entry has given out, its present text's included.
pub(crate) fn next_number(tx: &Transaction<'_>, entry: i64, present: u32) -> Result<u32, StorageError> {
    let mut statement = tx.prepare_cached("SELECT coalesce(max(number), 0) FROM revision WHERE entry = ?1")?;
    let last: u32 = statement.query_row([entry], |row| row.get(0))?;
    Ok(last.max(present) + 1)
}

/// How many earlier texts an entry has.
pub(crate) fn count(tx: &Transaction<'_>, entry: i64) -> Result<u32, StorageError> {
    Ok(tx.prepare_cached("SELECT count(*) FROM revision WHERE entry = ?1")?.query_row([entry], |row| row.get(0))?)
}

/// The earlier texts of an entry, the newest first.
pub(crate) fn list(tx: &Transaction<'_>, entry: i64) -> Result<Vec<Listed>, StorageError> {
    let sql = "SELECT number, discarded, saved_at, words, excerpt FROM revision WHERE entry = ?1 ORDER BY number DESC";
    let mut statement = tx.prepare_cached(sql)?;
    let read = |row: &Row<'_>| {
        let kind = if row.get(1)? { RevisionKind::Discarded } else { RevisionKind::Saved };
        Ok(Listed { number: row.get(0)?, kind, saved_at: row.get(2)?, words: row.get(3)?, excerpt: row.get(4)? })
    };
    let rows = statement.query_map([entry], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An earlier text, and when it was saved.
pub(crate) fn find(tx: &Transaction<'_>, entry: i64, number: u32) -> Result<Option<(i64, EntryContent)>, StorageError> {
    let sql = format!("SELECT saved_at, {COLUMNS} FROM revision WHERE entry = ?1 AND number = ?2");
    let read = |row: &Row<'_>| Ok((row.get(0)?, texts::read(row, 1)?));
    Ok(tx.prepare_cached(&sql)?.query_row(params![entry, number], read).optional()?)
}

/// Deletes the texts that the rule of thinning lets go of `today`; how many they were.
pub(crate) fn thin(tx: &Transaction<'_>, today: CivilDate) -> Result<u32, StorageError> {
    let mut long = tx.prepare_cached(&format!("SELECT entry FROM revision GROUP BY entry HAVING count(*) > {LAST_KEPT}"))?;
    let entries: Vec<i64> = long.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut texts = tx.prepare_cached("SELECT number, saved_day FROM revision WHERE entry = ?1")?;
    let mut delete = tx.prepare_cached("DELETE FROM revision WHERE entry = ?1 AND number = ?2")?;
    let mut deleted = 0;
    for entry in entries {
        let kept = texts.query_map([entry], |row| Ok((row.get(0)?, date(row, 1)?)))?.collect::<Result<_, _>>()?;
        for number in thinned(kept, today) {
            delete.execute(params![entry, number])?;
            deleted += 1;
        }
    }
    Ok(deleted)
}

#[cfg(test)]
#[path = "revisions_tests.rs"]
mod tests;
