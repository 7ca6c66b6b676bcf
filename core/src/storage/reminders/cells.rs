//! What stands in a row. There is no checksum to this file: what no release can have written there is damage, and is
//! said to be.

use crate::ids::RuleId;
use crate::reminder::input::FireKind;
use crate::storage::StorageError;
use crate::time::{CivilDate, CivilTime, Instant};
use rusqlite::Row;
use rusqlite::types::FromSql;

/// Reads the cells of a row by their place.
pub(super) trait Cells {
    /// A cell of any type that the row can hold.
    fn cell<T: FromSql>(&self, at: usize) -> Result<T, StorageError>;

    fn instant(&self, at: usize) -> Result<Instant, StorageError> {
        whole(Instant::from_millis(self.cell(at)?))
    }

    fn day(&self, at: usize) -> Result<CivilDate, StorageError> {
        whole(CivilDate::from_number(self.cell(at)?))
    }

    fn maybe_day(&self, at: usize) -> Result<Option<CivilDate>, StorageError> {
        self.cell::<Option<i64>>(at)?.map(|number| whole(CivilDate::from_number(number))).transpose()
    }

    fn maybe_minute(&self, at: usize) -> Result<Option<CivilTime>, StorageError> {
        Ok(self.cell::<Option<u32>>(at)?.map(CivilTime::from_minute_of_day))
    }

    fn rule(&self, at: usize) -> Result<RuleId, StorageError> {
        self.cell(at).map(RuleId::from_bytes)
    }

    fn fire_kind(&self, at: usize) -> Result<FireKind, StorageError> {
        one_of(&FireKind::ALL, self.cell(at)?)
    }
}

impl Cells for Row<'_> {
    fn cell<T: FromSql>(&self, at: usize) -> Result<T, StorageError> {
        self.get(at).map_err(|_| StorageError::Damaged)
    }
}

/// The `place`-th of `all`.
pub(super) fn one_of<T: Copy>(all: &[T], place: u32) -> Result<T, StorageError> {
    all.get(place as usize).copied().ok_or(StorageError::Damaged)
}

/// The place of `value` in `all`: how it is stored.
pub(super) fn place_of<T: PartialEq>(all: &[T], value: &T) -> u32 {
    let place = all.iter().position(|it| it == value).and_then(|place| u32::try_from(place).ok());
    place.unwrap_or(u32::MAX)
}

/// What a rule of this crate refuses was not written by it.
pub(super) fn whole<T, E>(value: Result<T, E>) -> Result<T, StorageError> {
    value.map_err(|_| StorageError::Damaged)
}
