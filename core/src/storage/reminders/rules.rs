//! The `rule` and `slot` tables.

use super::cells::{Cells, one_of, place_of, whole};
use crate::ids::RuleId;
use crate::reminder::repeat::{Repeat, WeekdaySet};
use crate::reminder::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use crate::storage::StorageError;
use crate::time::{CivilDate, CivilTime, Weekday};
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// Stored by their place.
const COMPLETIONS: [Completion; 2] = [Completion::Day, Completion::Slot];

const COLUMNS: &str = "id, kind, enabled, effective_from, resumed_on, repeat, repeat_first, repeat_second, starts_on, ends_on, grace_min,
    nudge_after_min, completion, back_off";

/// Every rule in the person's order.
pub(crate) fn all(tx: &Transaction<'_>) -> Result<Vec<Rule>, StorageError> {
    let mut statement = tx.prepare_cached(&format!("SELECT {COLUMNS} FROM rule ORDER BY position, id"))?;
    let mut rows = statement.query([])?;
    let mut rules = Vec::new();
    while let Some(row) = rows.next()? {
        rules.push(read(row)?);
    }
    let mut statement = tx.prepare_cached("SELECT rule, id, from_min, to_min FROM slot ORDER BY rule, position")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.rule(0)?;
        let rule = rules.iter_mut().find(|rule| rule.id == id).ok_or(StorageError::Damaged)?;
        rule.slots.push(slot(row, 1)?);
    }
    for rule in &rules {
        whole(rule.check(CivilTime::DEFAULT_DAY_START))?;
    }
    Ok(rules)
}

/// The id of a time that was given out last.
pub(crate) fn last_slot(tx: &Transaction<'_>, rule: RuleId) -> Result<Option<u8>, StorageError> {
    let mut statement = tx.prepare_cached("SELECT last_slot FROM rule WHERE id = ?1")?;
    Ok(statement.query_row([rule.as_bytes()], |row| row.get(0)).optional()?)
}

/// Writes a rule, new or changed; a new one comes last.
pub(crate) fn put(tx: &Transaction<'_>, rule: &Rule, last_slot: u8) -> Result<(), StorageError> {
    let (repeat, first, second) = stored(&rule.repeat);
    let sql = format!(
        "INSERT INTO rule ({COLUMNS}, last_slot, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, (SELECT coalesce(max(position), 0) + 1 FROM rule))
         ON CONFLICT (id) DO UPDATE SET
             (kind, enabled, effective_from, resumed_on, repeat, repeat_first, repeat_second, starts_on, ends_on, grace_min,
              nudge_after_min, completion, back_off, last_slot)
             = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
    );
    tx.prepare_cached(&sql)?.execute(params![
        rule.id.as_bytes(),
        place_of(&ReminderKind::ALL, &rule.kind),
        rule.enabled,
        rule.effective_from.millis(),
        rule.resumed_on.map(CivilDate::number),
        repeat,
        first,
        second,
        rule.starts_on.map(CivilDate::number),
        rule.ends_on.map(CivilDate::number),
        rule.grace_min,
        rule.nudge_after_min,
        place_of(&COMPLETIONS, &rule.completion),
        rule.back_off,
        last_slot,
    ])?;
    tx.prepare_cached("DELETE FROM slot WHERE rule = ?1")?.execute([rule.id.as_bytes()])?;
    let mut statement = tx.prepare_cached("INSERT INTO slot (rule, position, id, from_min, to_min) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, Slot { id, time }) in (0_u32..).zip(&rule.slots) {
        let (from, to) = match time {
            SlotTime::At(at) => (at, None),
            SlotTime::Window { from, to } => (from, Some(to.minute_of_day())),
        };
        statement.execute(params![rule.id.as_bytes(), position, id, from.minute_of_day(), to])?;
    }
    Ok(())
}

/// Puts the rules into this order.
pub(crate) fn put_order(tx: &Transaction<'_>, order: impl Iterator<Item = RuleId>) -> Result<(), StorageError> {
    let mut statement = tx.prepare_cached("UPDATE rule SET position = ?2 WHERE id = ?1")?;
    for (position, rule) in (0_u32..).zip(order) {
        statement.execute(params![rule.as_bytes(), position])?;
    }
    Ok(())
}

/// Deletes a rule with its times and what was put off; answers whether it was there.
pub(crate) fn delete(tx: &Transaction<'_>, rule: RuleId) -> Result<bool, StorageError> {
    Ok(tx.prepare_cached("DELETE FROM rule WHERE id = ?1")?.execute([rule.as_bytes()])? > 0)
}

fn read(row: &Row<'_>) -> Result<Rule, StorageError> {
    Ok(Rule {
        id: row.rule(0)?,
        kind: one_of(&ReminderKind::ALL, row.cell(1)?)?,
        enabled: row.cell(2)?,
        effective_from: row.instant(3)?,
        resumed_on: row.maybe_day(4)?,
        slots: Vec::new(),
        repeat: repeat((row.cell(5)?, row.cell(6)?, row.cell(7)?))?,
        starts_on: row.maybe_day(8)?,
        ends_on: row.maybe_day(9)?,
        grace_min: row.cell(10)?,
        nudge_after_min: row.cell(11)?,
        completion: one_of(&COMPLETIONS, row.cell(12)?)?,
        back_off: row.cell(13)?,
    })
}

fn slot(row: &Row<'_>, at: usize) -> Result<Slot, StorageError> {
    let from = CivilTime::from_minute_of_day(row.cell(at + 1)?);
    let time = row.maybe_minute(at + 2)?.map_or(SlotTime::At(from), |to| SlotTime::Window { from, to });
    Ok(Slot { id: row.cell(at)?, time })
}

/// Which repetition it is, and two numbers of it.
fn stored(repeat: &Repeat) -> (i64, i64, i64) {
    match *repeat {
        Repeat::EveryDay => (0, 0, 0),
        Repeat::Weekdays(days) => (1, days.days().fold(0, |bits, day| bits | 1 << day.iso()), 0),
        Repeat::EveryDays { days, anchor } => (2, days.into(), anchor.number()),
        Repeat::DayOfMonth(day) => (3, day.into(), 0),
        Repeat::NthWeekday { nth, weekday } => (4, nth.into(), weekday.iso().into()),
        Repeat::Once(day) => (5, day.number(), 0),
    }
}

fn repeat(stored: (i64, i64, i64)) -> Result<Repeat, StorageError> {
    Ok(match stored {
        (0, ..) => Repeat::EveryDay,
        (1, bits, _) => {
            let days = (1..=7).filter(|iso| bits & (1 << iso) != 0).filter_map(|iso| Weekday::from_iso(iso).ok());
            Repeat::Weekdays(whole(WeekdaySet::new(days))?)
        }
        (2, days, anchor) => Repeat::EveryDays { days: whole(days.try_into())?, anchor: whole(CivilDate::from_number(anchor))? },
        (3, day, _) => Repeat::DayOfMonth(whole(day.try_into())?),
        (4, nth, weekday) => Repeat::NthWeekday { nth: whole(nth.try_into())?, weekday: whole(Weekday::from_iso(weekday))? },
        (5, day, _) => Repeat::Once(whole(CivilDate::from_number(day))?),
        _ => return Err(StorageError::Damaged),
    })
}
