//! The `agreements` and `agreement_reviews` tables.

use super::StorageError;
use super::meetings::keyed;
use super::texts::{date, date_if_any, title};
use crate::checkin::together::agreement::{Review, ReviewOutcome, Who};
use crate::ids::{AgreementId, MeetingId, RuleId};
use crate::time::CivilDate;
use rusqlite::{OptionalExtension as _, Row, ToSql, Transaction, params};

/// An agreement as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Agreement {
    pub(crate) id: AgreementId,
    pub(crate) meeting: MeetingId,
    pub(crate) who: Who,
    pub(crate) made_on: CivilDate,
    /// None once it is closed.
    pub(crate) review_on: Option<CivilDate>,
    pub(crate) rule: RuleId,
    pub(crate) what: String,
}

/// A review as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reviewed {
    pub(crate) on: CivilDate,
    pub(crate) review: Review,
}

const COLUMNS: &str = "id, meeting, who, made_on, review_on, rule, what";

const OPEN: &str = "WHERE review_on IS NOT NULL ORDER BY review_on, seq";
const CLOSED: &str = "WHERE review_on IS NULL
    ORDER BY (SELECT max(seq) FROM agreement_reviews WHERE agreement = agreements.id) DESC, seq DESC LIMIT 20";

/// The open ones, the next to look at first.
pub(crate) fn open(tx: &Transaction<'_>) -> Result<Vec<Agreement>, StorageError> {
    list(tx, OPEN, &[])
}

/// Of the closed ones the 20 looked at last, the latest first.
pub(crate) fn closed(tx: &Transaction<'_>) -> Result<Vec<Agreement>, StorageError> {
    list(tx, CLOSED, &[])
}

/// Those of a check-in, in the order in which they were made.
pub(crate) fn of_meeting(tx: &Transaction<'_>, meeting: MeetingId) -> Result<Vec<Agreement>, StorageError> {
    list(tx, "WHERE meeting = ?1 ORDER BY seq", &[meeting.as_bytes()])
}

/// Those that were made, or looked at, from `first` to `last`.
pub(crate) fn between(tx: &Transaction<'_>, first: CivilDate, last: CivilDate) -> Result<Vec<Agreement>, StorageError> {
    let sql = "WHERE made_on BETWEEN ?1 AND ?2
                  OR id IN (SELECT agreement FROM agreement_reviews WHERE reviewed_on BETWEEN ?1 AND ?2) ORDER BY seq";
    list(tx, sql, &[&first.to_string(), &last.to_string()])
}

fn list(tx: &Transaction<'_>, which: &str, values: &[&dyn ToSql]) -> Result<Vec<Agreement>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM agreements {which}"))?;
    let rows = statement.query_map(values, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One of them.
pub(crate) fn find(tx: &Transaction<'_>, id: AgreementId) -> Result<Option<Agreement>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM agreements WHERE id = ?1"))?;
    Ok(statement.query_row([id.as_bytes()], read).optional()?)
}

/// The one that a rule reminds of.
pub(crate) fn by_rule(tx: &Transaction<'_>, rule: RuleId) -> Result<Option<AgreementId>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT id FROM agreements WHERE rule = ?1")?;
    Ok(statement.query_row([rule.as_bytes()], |row| Ok(AgreementId::from_bytes(row.get(0)?))).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Agreement> {
    Ok(Agreement {
        id: AgreementId::from_bytes(row.get(0)?),
        meeting: MeetingId::from_bytes(row.get(1)?),
        who: keyed(row, 2, Who::from_key)?,
        made_on: date(row, 3)?,
        review_on: date_if_any(row, 4)?,
        rule: RuleId::from_bytes(row.get(5)?),
        what: row.get(6)?,
    })
}

/// How many are open.
pub(crate) fn count_open(tx: &Transaction<'_>) -> Result<u32, StorageError> {
    let mut statement = tx.prepare_cached("SELECT count(*) FROM agreements WHERE review_on IS NOT NULL")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

const DUE: &str = "SELECT count(*) FROM agreements WHERE review_on <= ?1";

/// How many are open whose day has come by `today`.
pub(crate) fn count_due(tx: &Transaction<'_>, today: CivilDate) -> Result<u32, StorageError> {
    Ok(tx.prepare_cached(DUE)?.query_row([today.to_string()], |row| row.get(0))?)
}

/// Writes an agreement, new or changed. The day on which it was made and its rule never change.
pub(crate) fn put(tx: &Transaction<'_>, agreement: &Agreement) -> Result<(), StorageError> {
    let Agreement { id, meeting, who, made_on, review_on, rule, what } = agreement;
    tx.prepare_cached(
        "INSERT INTO agreements (id, meeting, who, made_on, review_on, rule, what) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET who = excluded.who, review_on = excluded.review_on, what = excluded.what",
    )?
    .execute(params![
        id.as_bytes(),
        meeting.as_bytes(),
        who.key(),
        made_on.to_string(),
        review_on.map(|day| day.to_string()),
        rule.as_bytes(),
        what,
    ])?;
    Ok(())
}

/// Deletes an agreement with its reviews.
pub(crate) fn delete(tx: &Transaction<'_>, id: AgreementId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM agreement_reviews WHERE agreement = ?1")?.execute([id.as_bytes()])?;
    tx.prepare_cached("DELETE FROM agreements WHERE id = ?1")?.execute([id.as_bytes()])?;
    Ok(())
}

/// The reviews of an agreement, the first one first.
pub(crate) fn reviews(tx: &Transaction<'_>, agreement: AgreementId) -> Result<Vec<Reviewed>, StorageError> {
    let mut statement =
        tx.prepare_cached("SELECT reviewed_on, outcome, note, next_on FROM agreement_reviews WHERE agreement = ?1 ORDER BY seq")?;
    let rows = statement.query_map([agreement.as_bytes()], |row| {
        let review =
            Review { outcome: keyed(row, 1, ReviewOutcome::from_key)?, note: title(row, 2)?, next_review_on: date_if_any(row, 3)? };
        Ok(Reviewed { on: date(row, 0)?, review })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a review, at `at` milliseconds since 1970.
pub(crate) fn add_review(tx: &Transaction<'_>, agreement: AgreementId, reviewed: &Reviewed, at: i64) -> Result<(), StorageError> {
    let Reviewed { on, review: Review { outcome, note, next_review_on } } = reviewed;
    tx.prepare_cached(
        "INSERT INTO agreement_reviews (agreement, outcome, reviewed_on, reviewed_at, next_on, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        agreement.as_bytes(),
        outcome.key(),
        on.to_string(),
        at,
        next_review_on.map(|day| day.to_string()),
        note.as_deref().unwrap_or_default(),
    ])?;
    Ok(())
}

#[cfg(test)]
#[path = "agreements_tests.rs"]
mod tests;
