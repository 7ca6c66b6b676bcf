//! The `boundary_uses` table: times at which a boundary was needed, each from noticing it on.

use super::StorageError;
use super::boundaries::kind;
use super::texts::{date, date_if_any, title, word, word_if_any};
use crate::assessment::instrument::BoundaryKind;
use crate::ids::{BoundaryId, BoundaryUseId};
use crate::practice::boundary::input::{BodySign, Noticed, Rung, YesNoUnsure};
use crate::practice::boundary::machine::BoundaryState;
use crate::practice::boundary::offer::Concern;
use crate::practice::boundary::summary::Counted;
use crate::practice::boundary::usage::{Outcome, Usage};
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// A use as it is stored, with the limit it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredUse {
    pub(crate) id: BoundaryUseId,
    pub(crate) usage: Usage,
    /// The limit's kind and words.
    pub(crate) limit: Option<(BoundaryKind, String)>,
}

const SELECT: &str = "SELECT u.id, u.state, u.began_on, u.changed_on, u.sign, u.fits_values, u.boundary, u.rung, u.outcome, u.outcome_on,
        u.relief, u.guilt, u.afraid, u.person, u.body, u.script, u.next_step, b.kind, b.words
    FROM boundary_uses u LEFT JOIN boundaries b ON b.id = u.boundary";

/// What is left in care mode: uses with somebody easy or safe, and those that were not said to anybody yet.
const ALONE: &str = "(u.rung IS NULL OR u.rung IN ('easy', 'safe'))";

/// Uses that can go on, the newest first; `alone`, as care mode shows them.
pub(crate) fn open(tx: &Transaction<'_>, alone: bool) -> Result<Vec<StoredUse>, StorageError> {
    many(tx, "u.state <> 'reflected'", alone, -1)
}

/// The newest `most` uses that were looked back on, the newest first; `alone`, as care mode shows them.
pub(crate) fn done(tx: &Transaction<'_>, alone: bool, most: i64) -> Result<Vec<StoredUse>, StorageError> {
    many(tx, "u.state = 'reflected'", alone, most)
}

fn many(tx: &Transaction<'_>, which: &str, alone: bool, most: i64) -> Result<Vec<StoredUse>, StorageError> {
    let sql = format!("{SELECT} WHERE {which} AND (NOT ?1 OR {ALONE}) ORDER BY u.seq DESC LIMIT ?2");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map(params![alone, most], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A use by its id.
pub(crate) fn find(tx: &Transaction<'_>, id: BoundaryUseId) -> Result<Option<StoredUse>, StorageError> {
    Ok(tx.prepare_cached(&format!("{SELECT} WHERE u.id = ?1"))?.query_row([id.as_bytes()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredUse> {
    let outcome = word_if_any(row, 8, &Outcome::ALL, Outcome::key)?.zip(date_if_any(row, 9)?);
    let noticed = Noticed {
        body: title(row, 14)?,
        sign: word_if_any(row, 4, &BodySign::ALL, BodySign::key)?,
        fits_values: word_if_any(row, 5, &YesNoUnsure::ALL, YesNoUnsure::key)?,
    };
    let usage = Usage {
        state: state(row, 1)?,
        began_on: date(row, 2)?,
        changed_on: date(row, 3)?,
        noticed,
        boundary: row.get::<_, Option<[u8; 16]>>(6)?.map(BoundaryId::from_bytes),
        rung: rung(row, 7)?,
        outcome,
        relief: row.get(10)?,
        guilt: row.get(11)?,
        afraid: row.get(12)?,
        person: title(row, 13)?,
        script: title(row, 15)?,
        next_step: title(row, 16)?,
    };
    let has_limit = row.get::<_, Option<String>>(17)?.is_some();
    let limit = if has_limit { Some((kind(row, 17)?, row.get(18)?)) } else { None };
    Ok(StoredUse { id: BoundaryUseId::from_bytes(row.get(0)?), usage, limit })
}

fn state(row: &Row<'_>, column: usize) -> rusqlite::Result<BoundaryState> {
    word(row, column, &BoundaryState::ALL, BoundaryState::key)
}

fn rung(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Rung>> {
    word_if_any(row, column, &Rung::ALL, Rung::key)
}

/// Writes a use that begins, at `began_at` milliseconds since 1970.
pub(crate) fn insert(tx: &Transaction<'_>, id: BoundaryUseId, usage: &Usage, began_at: i64) -> Result<(), StorageError> {
    tx.prepare_cached("INSERT INTO boundary_uses (id, state, began_on, changed_on, began_at) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id.as_bytes(), usage.state.key(), usage.began_on.to_string(), usage.changed_on.to_string(), began_at])?;
    rewrite(tx, id, usage)
}

/// Puts what a use has become in the place of what it was. Fear that is new is new to the offer of the safety page too.
pub(crate) fn rewrite(tx: &Transaction<'_>, id: BoundaryUseId, usage: &Usage) -> Result<(), StorageError> {
    let Usage { state, began_on: _, changed_on, noticed, boundary, script, rung, person, outcome, relief, guilt, afraid, next_step } =
        usage;
    let Noticed { body, sign, fits_values } = noticed;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    tx.prepare_cached(
        "UPDATE boundary_uses
         SET state = ?2, changed_on = ?3, sign = ?4, fits_values = ?5, boundary = ?6, rung = ?7, outcome = ?8, outcome_on = ?9,
             relief = ?10, guilt = ?11, offer_seen = offer_seen AND afraid = ?12, afraid = ?12, person = ?13, body = ?14, script = ?15, next_step = ?16
         WHERE id = ?1",
    )?
    .execute(params![
        id.as_bytes(),
        state.key(),
        changed_on.to_string(),
        sign.map(BodySign::key),
        fits_values.map(YesNoUnsure::key),
        boundary.as_ref().map(BoundaryId::as_bytes),
        rung.map(Rung::key),
        outcome.map(|(outcome, _)| outcome.key()),
        outcome.map(|(_, day)| day.to_string()),
        relief,
        guilt,
        afraid,
        text(person),
        text(body),
        text(script),
        text(next_step),
    ])?;
    Ok(())
}

/// Deletes a use.
pub(crate) fn delete(tx: &Transaction<'_>, id: BoundaryUseId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM boundary_uses WHERE id = ?1")?.execute([id.as_bytes()])?;
    Ok(())
}

/// What is counted of every use that has a limit, in the order in which they began.
pub(crate) fn counted(tx: &Transaction<'_>) -> Result<Vec<Counted>, StorageError> {
    let sql = "SELECT b.kind, u.state, u.rung, u.outcome, u.relief, u.guilt
               FROM boundary_uses u JOIN boundaries b ON b.id = u.boundary ORDER BY u.seq";
    let mut statement = tx.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Counted {
            kind: kind(row, 0)?,
            state: state(row, 1)?,
            rung: rung(row, 2)?,
            outcome: word_if_any(row, 3, &Outcome::ALL, Outcome::key)?,
            relief: row.get(4)?,
            guilt: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// In the words of the index, so that it is used.
const CONCERNS: &str =
    "SELECT rung, person, outcome = 'ignored', afraid, offer_seen FROM boundary_uses WHERE outcome = 'ignored' OR afraid = 1";

/// Uses that were ignored or left fear.
pub(crate) fn concerns(tx: &Transaction<'_>) -> Result<Vec<Concern>, StorageError> {
    let mut statement = tx.prepare_cached(CONCERNS)?;
    let rows = statement.query_map([], |row| {
        Ok(Concern {
            rung: rung(row, 0)?,
            person: title(row, 1)?,
            ignored: row.get::<_, Option<bool>>(2)?.unwrap_or(false),
            afraid: row.get(3)?,
            seen: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Notes for every such use that the safety page was offered, and put away; `alone`, for those that care mode shows.
pub(crate) fn put_offer_away(tx: &Transaction<'_>, alone: bool) -> Result<(), StorageError> {
    let sql = format!(
        "UPDATE boundary_uses AS u SET offer_seen = 1 WHERE (outcome = 'ignored' OR afraid = 1) AND offer_seen = 0 AND (NOT ?1 OR {ALONE})"
    );
    tx.prepare_cached(&sql)?.execute([alone])?;
    Ok(())
}

#[cfg(test)]
#[path = "boundary_uses_tests.rs"]
mod tests;
