//! The `boundaries` table: limits in a person's own words.

use super::StorageError;
use super::texts::word;
use crate::assessment::instrument::BoundaryKind;
use crate::ids::BoundaryId;
use crate::practice::boundary::input::{Belongs, Rung};
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// Every kind, by which rows name it.
const KINDS: [BoundaryKind; 5] =
    [BoundaryKind::Physical, BoundaryKind::Mental, BoundaryKind::Material, BoundaryKind::Emotional, BoundaryKind::Sexual];

/// The kind in a column.
pub(super) fn kind(row: &Row<'_>, column: usize) -> rusqlite::Result<BoundaryKind> {
    word(row, column, &KINDS, BoundaryKind::key)
}

/// A limit as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) id: BoundaryId,
    pub(crate) kind: BoundaryKind,
    pub(crate) belongs: Belongs,
    pub(crate) put_away: bool,
    pub(crate) words: String,
    /// How often it was used with somebody easy or safe, or before it was said to anybody.
    pub(crate) uses_alone: u32,
    /// How often it was used in all.
    pub(crate) uses: u32,
}

impl Limit {
    /// Whether it exists: in care mode one that was used, and each time with somebody who is not there then, does not.
    pub(crate) const fn is_open(&self, care_mode: bool) -> bool {
        !care_mode || self.uses == 0 || self.uses_alone > 0
    }
}

const COLUMNS: &str = "id, kind, mine, put_away, words,
    (SELECT count(*) FROM boundary_uses u WHERE u.boundary = b.id AND (u.rung IS NULL OR u.rung IN ('easy', 'safe'))),
    (SELECT count(*) FROM boundary_uses u WHERE u.boundary = b.id)";

/// Every limit, the newest first; those put away last.
pub(crate) fn all(tx: &Transaction<'_>) -> Result<Vec<Limit>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM boundaries b ORDER BY put_away, seq DESC");
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A limit by its id.
pub(crate) fn find(tx: &Transaction<'_>, id: BoundaryId) -> Result<Option<Limit>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM boundaries b WHERE id = ?1");
    Ok(tx.prepare_cached(&sql)?.query_row([id.as_bytes()], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Limit> {
    Ok(Limit {
        id: BoundaryId::from_bytes(row.get(0)?),
        kind: kind(row, 1)?,
        belongs: if row.get(2)? { Belongs::Mine } else { Belongs::NotMine },
        put_away: row.get(3)?,
        words: row.get(4)?,
        uses_alone: row.get(5)?,
        uses: row.get(6)?,
    })
}

/// Writes a limit, at `made_at` milliseconds since 1970.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    id: BoundaryId,
    kind: BoundaryKind,
    belongs: Belongs,
    words: &str,
    made_at: i64,
) -> Result<(), StorageError> {
    tx.prepare_cached("INSERT INTO boundaries (id, kind, mine, made_at, words) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
        id.as_bytes(),
        kind.key(),
        belongs == Belongs::Mine,
        made_at,
        words
    ])?;
    Ok(())
}

/// Puts a limit away or takes it out; answers whether it is there.
pub(crate) fn put_away(tx: &Transaction<'_>, id: BoundaryId, away: bool) -> Result<bool, StorageError> {
    Ok(tx.prepare_cached("UPDATE boundaries SET put_away = ?2 WHERE id = ?1")?.execute(params![id.as_bytes(), away])? > 0)
}

/// The rungs that [`Limit::uses_alone`] counts are those that are open in care mode.
const _: () = assert!(Rung::Safe.is_open(true) && !Rung::Harder.is_open(true));
