//! The `run` and `answer` tables: raw answers, never scores.

use super::StorageError;
use crate::assessment::draft::{Binding, PartnerContext};
use crate::assessment::run::{Inclusion, LifeEvent};
use crate::error::Error;
use crate::ids::RunId;
use crate::time::CivilDate;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// A row of `run`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) id: RunId,
    pub(crate) binding: Binding,
    /// Milliseconds since 1970.
    pub(crate) started_at: i64,
    /// None for a draft.
    pub(crate) finished: Option<Finished>,
    pub(crate) inclusion: Inclusion,
    pub(crate) tags: Vec<LifeEvent>,
}

/// When and where a run was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finished {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    /// The logical day, kept as it was then.
    pub(crate) day: CivilDate,
}

/// A row of `answer`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) item: String,
    pub(crate) value: Option<u8>,
    pub(crate) ms: Option<u32>,
}

const COLUMNS: &str =
    "id, instrument, version, order_version, locale, partner_context, started_at, finished_at, finished_day, inclusion, tags";

pub(crate) fn insert_draft(tx: &Transaction<'_>, id: RunId, binding: &Binding, started_at: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO run (id, instrument, version, order_version, locale, partner_context, started_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )
    .and_then(|mut statement| {
        statement.execute(params![
            id.as_bytes(),
            binding.instrument,
            binding.version,
            binding.order_version,
            binding.locale,
            context_key(binding.partner_context),
            started_at,
        ])
    })
    .map_err(StorageError::from)?;
    Ok(())
}

pub(crate) fn run(tx: &Transaction<'_>, id: RunId) -> Result<Option<Run>, Error> {
    let mut statement = prepare(tx, &format!("SELECT {COLUMNS} FROM run WHERE id = ?1"))?;
    let found = statement.query_row([id.as_bytes()], |row| Ok(read_run(row))).optional().map_err(StorageError::from)?;
    found.transpose()
}

/// Unfinished runs, the newest first.
pub(crate) fn drafts(tx: &Transaction<'_>) -> Result<Vec<Run>, Error> {
    select(tx, &format!("SELECT {COLUMNS} FROM run WHERE finished_at IS NULL ORDER BY started_at DESC, id DESC"), params![])
}

/// Finished runs of an instrument, the oldest first.
pub(crate) fn finished(tx: &Transaction<'_>, instrument: &str) -> Result<Vec<Run>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM run WHERE finished_at IS NOT NULL AND instrument = ?1 ORDER BY finished_at, id");
    select(tx, &sql, params![instrument])
}

pub(crate) fn answers(tx: &Transaction<'_>, id: RunId) -> Result<Vec<Answer>, Error> {
    let mut statement = prepare(tx, "SELECT item, value, ms FROM answer WHERE run = ?1")?;
    let read = |row: &Row<'_>| Ok(Answer { item: row.get(0)?, value: row.get(1)?, ms: row.get(2)? });
    let rows = statement.query_map([id.as_bytes()], read).map_err(StorageError::from)?;
    Ok(rows.collect::<Result<_, _>>().map_err(StorageError::from)?)
}

/// Writes an answer, in place of an earlier one to the same item.
pub(crate) fn put_answer(tx: &Transaction<'_>, id: RunId, answer: &Answer, at: i64) -> Result<(), Error> {
    let sql = "INSERT INTO answer (run, item, value, ms, answered_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (run, item) DO UPDATE SET value = excluded.value, ms = excluded.ms, answered_at = excluded.answered_at";
    let mut statement = prepare(tx, sql)?;
    statement.execute(params![id.as_bytes(), answer.item, answer.value, answer.ms, at]).map_err(StorageError::from)?;
    Ok(())
}

/// Turns a draft into a finished run; from here on it is never edited.
pub(crate) fn finish(tx: &Transaction<'_>, id: RunId, finished: &Finished, zone: (&str, i32), tags: &[LifeEvent]) -> Result<(), Error> {
    let sql = "UPDATE run SET finished_at = ?2, finished_day = ?3, zone_id = ?4, offset_s = ?5, tags = ?6 WHERE id = ?1";
    let tags: Vec<&str> = tags.iter().map(|tag| event_key(*tag)).collect();
    let mut statement = prepare(tx, sql)?;
    let values = params![id.as_bytes(), finished.at, finished.day.to_string(), zone.0, zone.1, tags.join(",")];
    statement.execute(values).map_err(StorageError::from)?;
    Ok(())
}

pub(crate) fn set_inclusion(tx: &Transaction<'_>, id: RunId, inclusion: Inclusion) -> Result<(), Error> {
    let mut statement = prepare(tx, "UPDATE run SET inclusion = ?2 WHERE id = ?1")?;
    statement.execute(params![id.as_bytes(), inclusion_key(inclusion)]).map_err(StorageError::from)?;
    Ok(())
}

/// Deletes a run with its answers; whether there was one.
pub(crate) fn delete(tx: &Transaction<'_>, id: RunId) -> Result<bool, Error> {
    let mut statement = prepare(tx, "DELETE FROM run WHERE id = ?1")?;
    Ok(statement.execute([id.as_bytes()]).map_err(StorageError::from)? > 0)
}

fn prepare<'tx>(tx: &'tx Transaction<'_>, sql: &str) -> Result<rusqlite::CachedStatement<'tx>, Error> {
    Ok(tx.prepare_cached(sql).map_err(StorageError::from)?)
}

fn select(tx: &Transaction<'_>, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<Run>, Error> {
    let mut statement = prepare(tx, sql)?;
    let rows = statement.query_map(values, |row| Ok(read_run(row))).map_err(StorageError::from)?;
    rows.map(|row| row.map_err(StorageError::from).map_err(Error::from).flatten()).collect()
}

fn read_run(row: &Row<'_>) -> Result<Run, Error> {
    let columns = || -> rusqlite::Result<_> {
        let binding = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        Ok((
            row.get(0)?,
            binding,
            row.get::<_, String>(5)?,
            row.get(6)?,
            row.get(7)?,
            row.get::<_, Option<String>>(8)?,
            row.get::<_, String>(9)?,
            row.get::<_, String>(10)?,
        ))
    };
    let (id, (instrument, version, order_version, locale), context, started_at, at, day, inclusion, tags) =
        columns().map_err(StorageError::from)?;
    let finished = match (at, day) {
        (Some(at), Some(day)) => Some(Finished { at, day: day.parse().map_err(|_| UNREADABLE)? }),
        (None, None) => None,
        _ => return Err(UNREADABLE),
    };
    let tags = tags.split(',').filter(|tag| !tag.is_empty()).map(event).collect::<Result<_, _>>()?;
    let binding = Binding { instrument, version, order_version, locale, partner_context: context_of(&context)? };
    Ok(Run { id: RunId::from_bytes(id), binding, started_at, finished, inclusion: inclusion_of(&inclusion)?, tags })
}

const UNREADABLE: Error = Error::Internal("a stored run that no release wrote");

/// The stored word of a context; it never changes its meaning.
pub(crate) const fn context_key(context: PartnerContext) -> &'static str {
    match context {
        PartnerContext::Current => "current",
        PartnerContext::MostRecent => "most_recent",
        PartnerContext::ClosestPerson => "closest_person",
    }
}

/// The context of a stored word.
pub(crate) fn context_of(key: &str) -> Result<PartnerContext, Error> {
    let all = [PartnerContext::Current, PartnerContext::MostRecent, PartnerContext::ClosestPerson];
    all.into_iter().find(|context| context_key(*context) == key).ok_or(UNREADABLE)
}

const fn inclusion_key(inclusion: Inclusion) -> &'static str {
    match inclusion {
        Inclusion::Automatic => "automatic",
        Inclusion::Included => "included",
        Inclusion::Excluded => "excluded",
    }
}

fn inclusion_of(key: &str) -> Result<Inclusion, Error> {
    let all = [Inclusion::Automatic, Inclusion::Included, Inclusion::Excluded];
    all.into_iter().find(|inclusion| inclusion_key(*inclusion) == key).ok_or(UNREADABLE)
}

const fn event_key(event: LifeEvent) -> &'static str {
    match event {
        LifeEvent::Illness => "illness",
        LifeEvent::NewBaby => "new_baby",
        LifeEvent::Grief => "grief",
        LifeEvent::JobLoss => "job_loss",
        LifeEvent::Moved => "moved",
        LifeEvent::BreakUp => "break_up",
    }
}

fn event(key: &str) -> Result<LifeEvent, Error> {
    let all = [LifeEvent::Illness, LifeEvent::NewBaby, LifeEvent::Grief, LifeEvent::JobLoss, LifeEvent::Moved, LifeEvent::BreakUp];
    all.into_iter().find(|event| event_key(*event) == key).ok_or(UNREADABLE)
}
