//! The `pulses` table: raw answers, never figures.

use super::StorageError;
use super::entries::Saving;
use super::texts::{date, date_if_any};
use crate::checkin::pulse::KeptPulse;
use crate::checkin::week::Week;
use crate::time::CivilDate;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// A pulse as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pulse {
    /// The number of its row.
    pub(crate) seq: i64,
    /// The day it was given for.
    pub(crate) day: CivilDate,
    /// The logical day on which it was first saved.
    pub(crate) saved_on: CivilDate,
    pub(crate) kept: KeptPulse,
}

const COLUMNS: &str = "seq, day, saved_on, version, p1, p2, p3, p4, p5, p6, p7, p8";

/// The pulse of a week: the one given last, where the person's week started on another day then and two lie in it.
pub(crate) fn find(tx: &Transaction<'_>, week: Week) -> Result<Option<Pulse>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM pulses WHERE day BETWEEN ?1 AND ?2 ORDER BY day DESC LIMIT 1");
    let mut statement = tx.prepare_cached(&sql)?;
    Ok(statement.query_row([week.from.to_string(), week.to.to_string()], read).optional()?)
}

/// The pulses given for `first` to `last`, in the order of their days.
pub(crate) fn between(tx: &Transaction<'_>, first: CivilDate, last: CivilDate) -> Result<Vec<Pulse>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM pulses WHERE day BETWEEN ?1 AND ?2 ORDER BY day");
    let mut statement = tx.prepare_cached(&sql)?;
    let pulses = statement.query_map([first.to_string(), last.to_string()], read)?;
    Ok(pulses.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Pulse> {
    let taps = [row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?, row.get(10)?, row.get(11)?];
    Ok(Pulse { seq: row.get(0)?, day: date(row, 1)?, saved_on: date(row, 2)?, kept: KeptPulse { version: row.get(3)?, taps } })
}

const SINCE: &str = "SELECT min(day) FROM pulses";

/// The first day that a pulse was given for.
pub(crate) fn since(tx: &Transaction<'_>) -> Result<Option<CivilDate>, StorageError> {
    Ok(tx.prepare_cached(SINCE)?.query_row([], |row| date_if_any(row, 0))?)
}

const GIVEN: &str = "SELECT EXISTS (SELECT 1 FROM pulses), EXISTS (SELECT 1 FROM pulses WHERE day BETWEEN ?1 AND ?2)";

/// Whether a pulse was ever given, and whether one was given for `week`.
pub(crate) fn given(tx: &Transaction<'_>, week: Week) -> Result<(bool, bool), StorageError> {
    let mut statement = tx.prepare_cached(GIVEN)?;
    Ok(statement.query_row([week.from.to_string(), week.to.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Writes the pulse of a week that has none.
pub(crate) fn insert(tx: &Transaction<'_>, day: CivilDate, kept: &KeptPulse, saving: &Saving<'_>) -> Result<(), StorageError> {
    let [p1, p2, p3, p4, p5, p6, p7, p8] = kept.taps;
    tx.prepare_cached(
        "INSERT INTO pulses (day, version, p1, p2, p3, p4, p5, p6, p7, p8, saved_at, saved_on, zone_id, offset_s)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(params![
        day.to_string(),
        kept.version,
        p1,
        p2,
        p3,
        p4,
        p5,
        p6,
        p7,
        p8,
        saving.at,
        saving.day.to_string(),
        saving.zone_id,
        saving.offset_s,
    ])?;
    Ok(())
}

/// Puts other answers in the place of a pulse's own, at `edited_at` milliseconds since 1970.
pub(crate) fn rewrite(tx: &Transaction<'_>, seq: i64, kept: &KeptPulse, edited_at: i64) -> Result<(), StorageError> {
    let [p1, p2, p3, p4, p5, p6, p7, p8] = kept.taps;
    tx.prepare_cached(
        "UPDATE pulses
         SET version = ?2, p1 = ?3, p2 = ?4, p3 = ?5, p4 = ?6, p5 = ?7, p6 = ?8, p7 = ?9, p8 = ?10, edited_at = ?11
         WHERE seq = ?1",
    )?
    .execute(params![seq, kept.version, p1, p2, p3, p4, p5, p6, p7, p8, edited_at])?;
    Ok(())
}

#[cfg(test)]
#[path = "pulses_tests.rs"]
mod tests;
