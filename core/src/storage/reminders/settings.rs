//! The `settings` table: what holds for all rules, and where the last plan stands.

use super::cells::{Cells, one_of, place_of, whole};
use crate::reminder::settings::{QuietHours, ReminderSettings, Salt};
use crate::storage::StorageError;
use crate::time::CivilDate;
use rusqlite::{Transaction, params};

/// The operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// Code runs when a reminder fires.
    Android,
    /// None does: what is registered is shown.
    Ios,
}

/// Whether the app may notify.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotificationPermission {
    /// It may.
    Granted,
    /// It may not, or was not asked yet.
    Denied,
}

const PLATFORMS: [Platform; 2] = [Platform::Android, Platform::Ios];
const PERMISSIONS: [NotificationPermission; 2] = [NotificationPermission::Granted, NotificationPermission::Denied];

/// Where the last plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Counts the plans.
    pub(crate) generation: i64,
    /// Whether the system was told of the last one.
    pub(crate) settled: bool,
    /// What was told last.
    pub(crate) platform: Option<Platform>,
    pub(crate) permission: Option<NotificationPermission>,
    /// When what is old was last taken away.
    pub(crate) pruned_on: Option<CivilDate>,
}

/// The row of a new file.
pub(super) fn begin(tx: &Transaction<'_>, salt: [u8; 16]) -> Result<(), StorageError> {
    let ReminderSettings { max_per_day, discreet, .. } = ReminderSettings::new(Salt(salt));
    let sql = "INSERT INTO settings (one, salt, max_per_day, discreet) VALUES (1, ?1, ?2, ?3)";
    tx.execute(sql, params![salt, max_per_day, discreet])?;
    Ok(())
}

pub(crate) fn load(tx: &Transaction<'_>) -> Result<ReminderSettings, StorageError> {
    let mut statement = tx.prepare_cached("SELECT salt, quiet_start, quiet_end, max_per_day, discreet FROM settings")?;
    let mut rows = statement.query([])?;
    let row = rows.next()?.ok_or(StorageError::Damaged)?;
    let quiet = row.maybe_minute(1)?.zip(row.maybe_minute(2)?).map(|(start, end)| QuietHours { start, end });
    let settings =
        ReminderSettings { quiet, max_per_day: row.cell(3)?, discreet: row.cell(4)?, ..ReminderSettings::new(Salt(row.cell(0)?)) };
    whole(settings.check())?;
    Ok(settings)
}

pub(crate) fn put(tx: &Transaction<'_>, settings: &ReminderSettings) -> Result<(), StorageError> {
    let (start, end) = settings.quiet.map(|quiet| (quiet.start.minute_of_day(), quiet.end.minute_of_day())).unzip();
    let sql = "UPDATE settings SET (quiet_start, quiet_end, max_per_day, discreet) = (?1, ?2, ?3, ?4)";
    tx.prepare_cached(sql)?.execute(params![start, end, settings.max_per_day, settings.discreet])?;
    Ok(())
}

pub(crate) fn standing(tx: &Transaction<'_>) -> Result<Standing, StorageError> {
    let mut statement = tx.prepare_cached("SELECT generation, settled, platform, permission, pruned_on FROM settings")?;
    let mut rows = statement.query([])?;
    let row = rows.next()?.ok_or(StorageError::Damaged)?;
    Ok(Standing {
        generation: row.cell(0)?,
        settled: row.cell(1)?,
        platform: row.cell::<Option<u32>>(2)?.map(|place| one_of(&PLATFORMS, place)).transpose()?,
        permission: row.cell::<Option<u32>>(3)?.map(|place| one_of(&PERMISSIONS, place)).transpose()?,
        pruned_on: row.maybe_day(4)?,
    })
}

pub(crate) fn put_standing(tx: &Transaction<'_>, standing: &Standing) -> Result<(), StorageError> {
    let sql = "UPDATE settings SET (generation, settled, platform, permission, pruned_on) = (?1, ?2, ?3, ?4, ?5)";
    tx.prepare_cached(sql)?.execute(params![
        standing.generation,
        standing.settled,
        standing.platform.map(|it| place_of(&PLATFORMS, &it)),
        standing.permission.map(|it| place_of(&PERMISSIONS, &it)),
        standing.pruned_on.map(CivilDate::number),
    ])?;
    Ok(())
}
