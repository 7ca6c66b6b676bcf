//! The `fire` and `fire_item` tables: what is planned, what the system was told of, what is on screen.

use super::cells::Cells;
use crate::reminder::plan::{Fire, FireId, FireItem};
use crate::storage::StorageError;
use rusqlite::{Transaction, params};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// What the last plan holds.
    Planned,
    /// What the system was told of.
    Registered,
    /// What fired and is about to be shown.
    Fired,
    /// What is on screen.
    OnScreen,
}

impl List {
    /// Every list, in the order in which a fire goes through them.
    pub(crate) const ALL: [Self; 4] = [Self::Planned, Self::Registered, Self::Fired, Self::OnScreen];

    const fn number(self) -> u8 {
        match self {
            Self::Planned => 0,
            Self::Registered => 1,
            Self::Fired => 2,
            Self::OnScreen => 3,
        }
    }
}

/// A fire in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) fire: Fire,
    /// What a clock on the wall showed at its time where it was planned, in seconds as if in UTC.
    pub(crate) local_s: i64,
    /// How the system knows it; none for what it is not told of.
    pub(crate) code: Option<i32>,
    /// Whether it is on screen and told to go.
    pub(crate) withdraw: bool,
}

/// Everything in a list, by time.
pub(crate) fn all(tx: &Transaction<'_>, list: List) -> Result<Vec<Listed>, StorageError> {
    let sql = "SELECT id, at, local_s, day, not_after, code, withdraw FROM fire WHERE list = ?1 ORDER BY at, id";
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query([list.number()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let fire = Fire {
            id: FireId::from_bytes(row.cell(0)?),
            at: row.instant(1)?,
            day: row.day(3)?,
            items: Vec::new(),
            not_after: row.instant(4)?,
        };
        found.push(Listed { fire, local_s: row.cell(2)?, code: row.cell(5)?, withdraw: row.cell(6)? });
    }
    let mut statement =
        tx.prepare_cached("SELECT fire, rule, slot, kind, not_after FROM fire_item WHERE list = ?1 ORDER BY fire, position")?;
    let mut rows = statement.query([list.number()])?;
    while let Some(row) = rows.next()? {
        let id = FireId::from_bytes(row.cell(0)?);
        let item = FireItem { rule: row.rule(1)?, slot: row.cell(2)?, kind: row.fire_kind(3)?, not_after: row.instant(4)? };
        let listed: &mut Listed = found.iter_mut().find(|it| it.fire.id == id).ok_or(StorageError::Damaged)?;
        listed.fire.items.push(item);
    }
    if found.iter().any(|it| it.fire.items.is_empty()) { Err(StorageError::Damaged) } else { Ok(found) }
}

/// One fire of a list.
pub(crate) fn find(tx: &Transaction<'_>, list: List, id: FireId) -> Result<Option<Listed>, StorageError> {
    Ok(all(tx, list)?.into_iter().find(|it| it.fire.id == id))
}

/// Writes a fire into a list; what was there under its id is replaced.
pub(crate) fn put(tx: &Transaction<'_>, list: List, listed: &Listed) -> Result<(), StorageError> {
    let Listed { fire, local_s, code, withdraw } = listed;
    remove(tx, list, fire.id)?;
    let sql = "INSERT INTO fire (list, id, at, local_s, day, not_after, code, withdraw) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let own =
        params![list.number(), fire.id.as_bytes(), fire.at.millis(), local_s, fire.day.number(), fire.not_after.millis(), code, withdraw];
    tx.prepare_cached(sql)?.execute(own)?;
    let sql = "INSERT INTO fire_item (list, fire, position, rule, slot, kind, not_after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let mut statement = tx.prepare_cached(sql)?;
    for (position, item) in (0_u32..).zip(&fire.items) {
        let FireItem { rule, slot, kind, not_after } = item;
        let of_item = params![list.number(), fire.id.as_bytes(), position, rule.as_bytes(), slot, kind.byte(), not_after.millis()];
        statement.execute(of_item)?;
    }
    Ok(())
}

/// Takes a fire out of a list, if it is there.
pub(crate) fn remove(tx: &Transaction<'_>, list: List, id: FireId) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM fire WHERE list = ?1 AND id = ?2")?.execute(params![list.number(), id.as_bytes()])?;
    Ok(())
}

/// Empties a list.
pub(crate) fn clear(tx: &Transaction<'_>, list: List) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM fire WHERE list = ?1")?.execute([list.number()])?;
    Ok(())
}

/// Marks what is on screen as told to go, or not.
pub(crate) fn mark_withdrawn(tx: &Transaction<'_>, id: FireId, withdraw: bool) -> Result<(), StorageError> {
    let sql = "UPDATE fire SET withdraw = ?3 WHERE list = ?1 AND id = ?2";
    tx.prepare_cached(sql)?.execute(params![List::OnScreen.number(), id.as_bytes(), withdraw])?;
    Ok(())
}

/// Takes what was told to go off the list of what is on screen.
pub(crate) fn remove_withdrawn(tx: &Transaction<'_>) -> Result<(), StorageError> {
    tx.prepare_cached("DELETE FROM fire WHERE list = ?1 AND withdraw")?.execute([List::OnScreen.number()])?;
    Ok(())
}
