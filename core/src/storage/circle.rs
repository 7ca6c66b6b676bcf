//! The `circle_sources` and `circle_contacts` tables.

use super::StorageError;
use super::texts::{date, date_if_any, parted};
use crate::ids::SourceId;
use crate::practice::circle::{Gift, LoveKind, SourceContent};
use crate::time::CivilDate;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// Gifts are parted by what none of their words holds.
const GIFT_BREAK: char = ',';

/// A source as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) id: SourceId,
    pub(crate) content: SourceContent,
    /// Whether it was put away.
    pub(crate) archived: bool,
}

/// A source, and the contacts with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) source: Source,
    /// Those of the days that were asked about.
    pub(crate) contacts: u32,
    /// The last day with one, up to the last of those days.
    pub(crate) last_on: Option<CivilDate>,
}

const COLUMNS: &str = "id, name, love, archived, gives";

/// Every source in the order in which it came, with its contacts from `first` to `last`.
pub(crate) fn all(tx: &Transaction<'_>, first: CivilDate, last: CivilDate) -> Result<Vec<Seen>, StorageError> {
    let mut statement = tx.prepare_cached(&all_sql())?;
    let read = |row: &Row<'_>| Ok(Seen { source: read(row)?, contacts: row.get(5)?, last_on: date_if_any(row, 6)? });
    let sources = statement.query_map([first.to_string(), last.to_string()], read)?;
    Ok(sources.collect::<Result<_, _>>()?)
}

fn all_sql() -> String {
    format!(
        "SELECT {COLUMNS},
                (SELECT count(*) FROM circle_contacts WHERE source = s.id AND day BETWEEN ?1 AND ?2),
                (SELECT max(day) FROM circle_contacts WHERE source = s.id AND day <= ?2)
         FROM circle_sources s ORDER BY seq"
    )
}

/// A source by its id.
pub(crate) fn find(tx: &Transaction<'_>, id: SourceId) -> Result<Option<Source>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM circle_sources WHERE id = ?1");
    Ok(tx.prepare_cached(&sql)?.query_row([id.as_bytes()], read).optional()?)
}

/// Sources that are not put away.
pub(crate) fn count(tx: &Transaction<'_>) -> Result<u32, StorageError> {
    Ok(tx.prepare_cached("SELECT count(*) FROM circle_sources WHERE archived = 0")?.query_row([], |row| row.get(0))?)
}

/// Writes a new source, at `at` milliseconds since 1970.
pub(crate) fn insert(tx: &Transaction<'_>, id: SourceId, content: &SourceContent, at: i64) -> Result<(), StorageError> {
    let SourceContent { name, love, gives } = content;
    tx.prepare_cached("INSERT INTO circle_sources (id, name, love, gives, created_at) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
        id.as_bytes(),
        name,
        love_key(*love),
        joined(gives),
        at
    ])?;
    Ok(())
}

/// Puts other content in the place of a source's own.
pub(crate) fn rewrite(tx: &Transaction<'_>, id: SourceId, content: &SourceContent) -> Result<(), StorageError> {
    let SourceContent { name, love, gives } = content;
    tx.prepare_cached("UPDATE circle_sources SET name = ?2, love = ?3, gives = ?4 WHERE id = ?1")?.execute(params![
        id.as_bytes(),
        name,
        love_key(*love),
        joined(gives)
    ])?;
    Ok(())
}

/// Puts a source away, or back.
pub(crate) fn set_archived(tx: &Transaction<'_>, id: SourceId, archived: bool) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE circle_sources SET archived = ?2 WHERE id = ?1")?.execute(params![id.as_bytes(), archived])?;
    Ok(())
}

/// Notes a contact, at `at` milliseconds since 1970. One that is there already stays as it is.
pub(crate) fn log(tx: &Transaction<'_>, source: SourceId, day: CivilDate, at: i64) -> Result<(), StorageError> {
    tx.prepare_cached("INSERT INTO circle_contacts (source, day, logged_at) VALUES (?1, ?2, ?3) ON CONFLICT (source, day) DO NOTHING")?
        .execute(params![source.as_bytes(), day.to_string(), at])?;
    Ok(())
}

/// Takes a contact back.
pub(crate) fn undo(tx: &Transaction<'_>, source: SourceId, day: CivilDate) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM circle_contacts WHERE source = ?1 AND day = ?2")?
        .execute(params![source.as_bytes(), day.to_string()])?;
    Ok(())
}

const CONTACTS: &str = "
    SELECT c.day, s.id, s.love FROM circle_contacts c JOIN circle_sources s ON s.id = c.source
    WHERE c.day BETWEEN ?1 AND ?2 ORDER BY c.day, s.seq";

/// The contacts from `first` to `last` in the order of their days, each with the source and its kind of love.
pub(crate) fn contacts(
    tx: &Transaction<'_>,
    first: CivilDate,
    last: CivilDate,
) -> Result<Vec<(CivilDate, SourceId, LoveKind)>, StorageError> {
    let mut statement = tx.prepare_cached(CONTACTS)?;
    let read = |row: &Row<'_>| Ok((date(row, 0)?, SourceId::from_bytes(row.get(1)?), love(row, 2)?));
    let contacts = statement.query_map([first.to_string(), last.to_string()], read)?;
    Ok(contacts.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Source> {
    let gives = parted(row.get(4)?, GIFT_BREAK);
    let content = SourceContent {
        name: row.get(1)?,
        love: love(row, 2)?,
        // A gift of a later release has no word here, and is no reason to hide the source.
        gives: Gift::ALL.into_iter().filter(|gift| gives.iter().any(|key| key == gift_key(*gift))).collect(),
    };
    Ok(Source { id: SourceId::from_bytes(row.get(0)?), content, archived: row.get(3)? })
}

fn love(row: &Row<'_>, column: usize) -> rusqlite::Result<LoveKind> {
    let key: String = row.get(column)?;
    let found = LoveKind::ALL.into_iter().find(|love| love_key(*love) == key);
    found.ok_or_else(|| rusqlite::Error::InvalidColumnType(column, "love".into(), Type::Text))
}

const fn love_key(love: LoveKind) -> &'static str {
    match love {
        LoveKind::Family => "family",
        LoveKind::Friends => "friends",
        LoveKind::Community => "community",
        LoveKind::Art => "art",
        LoveKind::Partner => "partner",
        LoveKind::Own => "own",
    }
}

const fn gift_key(gift: Gift) -> &'static str {
    match gift {
        Gift::Listening => "listening",
        Gift::Help => "help",
        Gift::Fun => "fun",
        Gift::Belonging => "belonging",
        Gift::Making => "making",
    }
}

fn joined(gives: &[Gift]) -> String {
    gives.iter().map(|gift| gift_key(*gift)).collect::<Vec<_>>().join(&GIFT_BREAK.to_string())
}

#[cfg(test)]
#[path = "circle_tests.rs"]
mod tests;
