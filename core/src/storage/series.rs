//! What insights are made of, read in the order of days: one query on an index each. Texts are never read here.

use super::StorageError;
use super::texts::{date, date_if_any};
use crate::time::CivilDate;
use rusqlite::{Row, Transaction, params};

/// A day's check-in without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TapRow {
    pub(crate) day: CivilDate,
    /// In the order of the check-in.
    pub(crate) taps: [Option<u8>; 5],
    pub(crate) sixth: String,
    pub(crate) sixth_tap: Option<u8>,
}

const TAPS: &str = "
    SELECT day, mood, energy, needs, yes_meaning_no, own_time, sixth, sixth_value
    FROM daily_check_ins WHERE day BETWEEN ?1 AND ?2 ORDER BY day";

/// The check-ins from `first` to `last`.
pub(crate) fn taps(tx: &Transaction<'_>, first: CivilDate, last: CivilDate) -> Result<Vec<TapRow>, StorageError> {
    let read = |row: &Row<'_>| {
        let taps = [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?];
        Ok(TapRow { day: date(row, 0)?, taps, sixth: row.get(6)?, sixth_tap: row.get(7)? })
    };
    let mut statement = tx.prepare_cached(TAPS)?;
    let rows = statement.query_map([first.to_string(), last.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const SINCE: &str = "SELECT min(day) FROM daily_check_ins";

/// The first day with a check-in.
pub(crate) fn since(tx: &Transaction<'_>) -> Result<Option<CivilDate>, StorageError> {
    Ok(tx.prepare_cached(SINCE)?.query_row([], |row| date_if_any(row, 0))?)
}

const LIMITS: &str = "
    SELECT outcome_on, outcome IN ('respected', 'negotiated') FROM boundary_uses
    WHERE outcome IS NOT NULL AND outcome_on BETWEEN ?1 AND ?2 AND (?3 = 0 OR rung IS NULL OR rung IN ('easy', 'safe'))
    ORDER BY outcome_on";

/// What became of limits from `first` to `last`: kept, where they were respected or something was agreed; not, where they
/// were ignored or not said. In care mode only of what is shown then: the first two rungs.
pub(crate) fn limits(
    tx: &Transaction<'_>,
    first: CivilDate,
    last: CivilDate,
    care_mode: bool,
) -> Result<Vec<(CivilDate, bool)>, StorageError> {
    let mut statement = tx.prepare_cached(LIMITS)?;
    let rows = statement.query_map(params![first.to_string(), last.to_string(), care_mode], |row| Ok((date(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
#[path = "series_tests.rs"]
mod tests;
