//! The `practice_spans`, `practice_attempts`, `practice_plans`, `practice_own_steps` and `pattern_marks` tables.

use super::StorageError;
use super::texts::{date, date_if_any, title, word};
use crate::ids::{AttemptId, LedgerEntryId, RuleId};
use crate::practice::active::{Days, StepCount};
use crate::practice::attempt::{AttemptOutcome, KeptAttempt};
use crate::practice::plan::PlanDraft;
use crate::time::{CivilDate, CivilTime};
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// Attempts that a screen shows.
const SHOWN: u32 = 50;

/// A practice that is active.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Active {
    pub(crate) practice: String,
    pub(crate) begun_on: CivilDate,
}

/// What is active, in the order in which it was begun.
pub(crate) fn active(tx: &Transaction<'_>) -> Result<Vec<Active>, StorageError> {
    let mut statement = tx.prepare_cached(ACTIVE)?;
    let rows = statement.query_map([], |row| Ok(Active { practice: row.get(0)?, begun_on: date(row, 1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

const ACTIVE: &str = "SELECT practice, begun_on FROM practice_spans WHERE stopped_on IS NULL ORDER BY seq";

/// Begins a practice that is not active.
pub(crate) fn begin(tx: &Transaction<'_>, practice: &str, day: CivilDate) -> Result<(), StorageError> {
    tx.prepare_cached("INSERT INTO practice_spans (practice, begun_on) VALUES (?1, ?2)")?.execute([practice, &day.to_string()])?;
    Ok(())
}

/// Puts a practice down; answers whether it was active. It can be begun again, and counts anew from then on.
pub(crate) fn stop(tx: &Transaction<'_>, practice: &str, day: CivilDate) -> Result<bool, StorageError> {
    let sql = "UPDATE practice_spans SET stopped_on = ?2 WHERE practice = ?1 AND stopped_on IS NULL";
    Ok(tx.prepare_cached(sql)?.execute([practice, &day.to_string()])? > 0)
}

const COUNTS: &str = "SELECT step, sum(outcome = 'done'), sum(outcome = 'tried'),
        max(day) FILTER (WHERE outcome = 'done'), max(day) FILTER (WHERE outcome <> 'skipped' AND day < ?2),
        max(day) FILTER (WHERE outcome <> 'skipped' AND day = ?2)
    FROM practice_attempts WHERE practice = ?1 GROUP BY step ORDER BY step";

/// How often each step was done and tried, and the days that matter of a practice begun on `begun_on`.
pub(crate) fn counts(
    tx: &Transaction<'_>,
    practice: &str,
    begun_on: CivilDate,
    today: CivilDate,
) -> Result<(Vec<StepCount>, Days), StorageError> {
    let mut statement = tx.prepare_cached(COUNTS)?;
    let mut rows = statement.query([practice, &today.to_string()])?;
    let mut counts = Vec::new();
    let mut days = Days { begun_on, last_done: None, tried_today: false, tried_before: None };
    while let Some(row) = rows.next()? {
        counts.push(StepCount { step: row.get(0)?, done: row.get(1)?, tried: row.get(2)? });
        days.last_done = days.last_done.max(date_if_any(row, 3)?);
        days.tried_before = days.tried_before.max(date_if_any(row, 4)?);
        days.tried_today |= date_if_any(row, 5)?.is_some();
    }
    Ok((counts, days))
}

/// An attempt as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredAttempt {
    pub(crate) id: AttemptId,
    pub(crate) kept: KeptAttempt,
}

const COLUMNS: &str = "id, practice, step, day, outcome, after_feeling, note";

/// The newest attempts of a practice, the newest first.
pub(crate) fn attempts(tx: &Transaction<'_>, practice: &str) -> Result<Vec<StoredAttempt>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM practice_attempts WHERE practice = ?1 ORDER BY day DESC, seq DESC LIMIT {SHOWN}");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([practice], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An attempt by its id.
pub(crate) fn attempt(tx: &Transaction<'_>, id: AttemptId) -> Result<Option<StoredAttempt>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM practice_attempts WHERE id = ?1");
    Ok(tx.prepare_cached(&sql)?.query_row([id.as_bytes()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredAttempt> {
    let kept = KeptAttempt {
        practice: row.get(1)?,
        step: row.get(2)?,
        day: date(row, 3)?,
        outcome: word(row, 4, &AttemptOutcome::ALL, AttemptOutcome::key)?,
        after_feeling: row.get(5)?,
        note: title(row, 6)?,
    };
    Ok(StoredAttempt { id: AttemptId::from_bytes(row.get(0)?), kept })
}

/// Writes an attempt down, at `recorded_at` milliseconds since 1970.
pub(crate) fn add_attempt(tx: &Transaction<'_>, id: AttemptId, kept: &KeptAttempt, recorded_at: i64) -> Result<(), StorageError> {
    let KeptAttempt { practice, step, day, outcome, note, after_feeling } = kept;
    tx.prepare_cached(
        "INSERT INTO practice_attempts (id, practice, step, day, outcome, after_feeling, recorded_at, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        id.as_bytes(),
        practice,
        step,
        day.to_string(),
        outcome.key(),
        after_feeling,
        recorded_at,
        note.as_deref().unwrap_or_default(),
    ])?;
    Ok(())
}

/// Puts another attempt in the place of one, at `edited_at` milliseconds since 1970.
pub(crate) fn rewrite_attempt(tx: &Transaction<'_>, id: AttemptId, kept: &KeptAttempt, edited_at: i64) -> Result<(), StorageError> {
    let KeptAttempt { practice: _, step, day, outcome, note, after_feeling } = kept;
    tx.prepare_cached(
        "UPDATE practice_attempts SET step = ?2, day = ?3, outcome = ?4, after_feeling = ?5, edited_at = ?6, note = ?7 WHERE id = ?1",
    )?
    .execute(params![
        id.as_bytes(),
        step,
        day.to_string(),
        outcome.key(),
        after_feeling,
        edited_at,
        note.as_deref().unwrap_or_default(),
    ])?;
    Ok(())
}

/// A plan as it is stored, with its reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredPlan {
    pub(crate) plan: PlanDraft,
    pub(crate) rule: Option<RuleId>,
}

/// The plan of a practice.
pub(crate) fn plan(tx: &Transaction<'_>, practice: &str) -> Result<Option<StoredPlan>, StorageError> {
    let sql = "SELECT practice, situation, action, said_aloud, remind_at, rule FROM practice_plans WHERE practice = ?1";
    Ok(tx.prepare_cached(sql)?.query_row([practice], read_plan).optional()?)
}

fn read_plan(row: &Row<'_>) -> rusqlite::Result<StoredPlan> {
    let plan = PlanDraft {
        practice: row.get(0)?,
        situation: row.get(1)?,
        action: row.get(2)?,
        said_aloud: row.get(3)?,
        remind_at: row.get::<_, Option<u32>>(4)?.map(CivilTime::from_minute_of_day),
    };
    Ok(StoredPlan { plan, rule: row.get::<_, Option<[u8; 16]>>(5)?.map(RuleId::from_bytes) })
}

/// Keeps a plan in the place of the one that its practice has, at `planned_at` milliseconds since 1970. It has a rule
/// where it reminds, and only there.
pub(crate) fn put_plan(tx: &Transaction<'_>, stored: &StoredPlan, planned_at: i64) -> Result<(), StorageError> {
    let StoredPlan { plan: PlanDraft { practice, situation, action, said_aloud, remind_at }, rule } = stored;
    tx.prepare_cached(
        "INSERT INTO practice_plans (practice, situation, action, said_aloud, remind_at, rule, planned_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (practice) DO UPDATE SET
             (situation, action, said_aloud, remind_at, rule, planned_at) = (?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        practice,
        situation,
        action,
        said_aloud,
        remind_at.map(CivilTime::minute_of_day),
        rule.as_ref().map(RuleId::as_bytes),
        planned_at,
    ])?;
    Ok(())
}

/// Takes the reminder out of a plan, whose words stay.
pub(crate) fn silence_plan(tx: &Transaction<'_>, practice: &str) -> Result<(), StorageError> {
    tx.prepare_cached("UPDATE practice_plans SET remind_at = NULL, rule = NULL WHERE practice = ?1")?.execute([practice])?;
    Ok(())
}

/// Deletes a plan.
pub(crate) fn delete_plan(tx: &Transaction<'_>, practice: &str) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM practice_plans WHERE practice = ?1")?.execute([practice])?;
    Ok(())
}

/// Every practice whose plan has a reminder, with that.
pub(crate) fn rules(tx: &Transaction<'_>) -> Result<Vec<(String, RuleId)>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT practice, rule FROM practice_plans WHERE rule IS NOT NULL ORDER BY seq")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, RuleId::from_bytes(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The practice whose plan has this reminder.
pub(crate) fn by_rule(tx: &Transaction<'_>, rule: RuleId) -> Result<Option<String>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT practice FROM practice_plans WHERE rule = ?1")?;
    Ok(statement.query_row([rule.as_bytes()], |row| row.get(0)).optional()?)
}

/// A step that a person made of something of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnStep {
    pub(crate) step: u32,
    pub(crate) entry: LedgerEntryId,
    pub(crate) text: String,
}

/// A person's own steps of a practice, in order.
pub(crate) fn own_steps(tx: &Transaction<'_>, practice: &str) -> Result<Vec<OwnStep>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT step, entry, text FROM practice_own_steps WHERE practice = ?1 ORDER BY step")?;
    let rows = statement
        .query_map([practice], |row| Ok(OwnStep { step: row.get(0)?, entry: LedgerEntryId::from_bytes(row.get(1)?), text: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Makes a step of an entry of the ledger, the last one of the practice from `first` on; an entry makes one step, and a
/// second time says it with the entry's new words.
pub(crate) fn add_own_step(tx: &Transaction<'_>, practice: &str, first: u32, entry: LedgerEntryId, text: &str) -> Result<(), StorageError> {
    tx.prepare_cached(
        "INSERT INTO practice_own_steps (practice, step, entry, text)
         VALUES (?1, (SELECT coalesce(max(step) + 1, ?2) FROM practice_own_steps WHERE practice = ?1), ?3, ?4)
         ON CONFLICT (entry) DO UPDATE SET text = excluded.text",
    )?
    .execute(params![practice, first, entry.as_bytes(), text])?;
    Ok(())
}

/// The patterns that are marked, in the order in which they were.
pub(crate) fn marks(tx: &Transaction<'_>) -> Result<Vec<String>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT pattern FROM pattern_marks ORDER BY seq")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Marks a pattern, or takes the mark away.
pub(crate) fn put_mark(tx: &Transaction<'_>, pattern: &str, marked: bool) -> Result<(), StorageError> {
    let sql = if marked {
        "INSERT INTO pattern_marks (pattern) VALUES (?1) ON CONFLICT (pattern) DO NOTHING"
    } else {
        "DELETE FROM pattern_marks WHERE pattern = ?1"
    };
    tx.prepare_cached(sql)?.execute([pattern])?;
    Ok(())
}

#[cfg(test)]
#[path = "practices_tests.rs"]
mod tests;
