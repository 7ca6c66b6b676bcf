//! Brings a damaged vault back: from the file itself, row by row, or from a safety copy.
//!
//! The new database is made beside the damaged one and is whole, on disk and named so before anything is moved. Then the
//! damaged one gets a name under which nothing opens it, and the new one takes its place. Whatever a crash leaves: either
//! nothing has happened yet, or the next opening ends it. Nothing is ever deleted but copies cut short.

use super::check::{self, Soundness};
use super::connection;
use super::error::StorageError;
use super::files;
use super::keyring::{DataKey, DeviceSecret};
use super::lock::FolderLock;
use super::look::look;
use super::migrations::{self, STEPS};
use super::passphrase::Passphrase;
use super::salvage::{Salvaged, Wreck};
use super::snapshots::{self, SnapshotKind, SnapshotSummary};
use super::unlock::{self, Unlocked};
use crate::time::Clock;
use std::fs;
use std::path::Path;

/// What a vault is brought back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoverFrom {
    /// The damaged file, row by row.
    File,
    /// The daily safety copy.
    Daily,
    /// The weekly safety copy.
    Weekly,
}

/// What a recovery brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// Rows that could be read.
    pub rows: u64,
    /// Tables of which something could not be read.
    pub lost_tables: Vec<String>,
    /// Names of the damaged files, which are kept.
    pub moved_aside: Vec<String>,
}

/// What can be done about a damaged vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryOffer {
    /// Safety copies that open.
    pub snapshots: Vec<SnapshotSummary>,
    /// Whether something can be read out of the damaged file itself.
    pub file_readable: bool,
}

/// The points of a recovery after which a crash must lose nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Made,
    Named,
    Aside,
    Placed,
}

/// What can be done about the vault in `folder`. Changes nothing but the count of wrong passphrases.
///
/// # Errors
/// As [`Vault::open`](super::Vault::open), but for what is wrong with the database.
pub(crate) fn offer(
    folder: &Path,
    secret: &DeviceSecret,
    passphrase: Option<&Passphrase>,
    clock: Clock,
) -> Result<RecoveryOffer, StorageError> {
    keyring_must_be_there(folder)?;
    let lock = FolderLock::take(folder)?;
    let Unlocked { key, .. } = unlock::unlock(folder, secret, passphrase, clock)?;
    let offer = RecoveryOffer {
        snapshots: snapshots::all(folder, &key),
        file_readable: Wreck::look(&folder.join(files::DATABASE), &key, migrations::version_of(STEPS)).is_ok(),
    };
    drop(lock);
    Ok(offer)
}

/// Brings the vault in `folder` back and moves its damaged database aside. It is closed afterwards.
///
/// # Errors
/// As [`offer`]; [`StorageError::NoSnapshot`]; [`StorageError::Damaged`] when nothing can be read;
/// [`StorageError::DiskFull`]. The vault's files are then as they were.
pub(crate) fn recover(
    folder: &Path,
    secret: &DeviceSecret,
    passphrase: Option<&Passphrase>,
    clock: Clock,
    from: RecoverFrom,
) -> Result<Recovered, StorageError> {
    recover_with(folder, secret, passphrase, clock, from, STEPS, &mut |_| {})
}

pub(super) fn recover_with(
    folder: &Path,
    secret: &DeviceSecret,
    passphrase: Option<&Passphrase>,
    clock: Clock,
    from: RecoverFrom,
    steps: &[&str],
    reached: &mut dyn FnMut(Step),
) -> Result<Recovered, StorageError> {
    keyring_must_be_there(folder)?;
    let lock = FolderLock::take(folder)?;
    let Unlocked { key, source, .. } = unlock::unlock(folder, secret, passphrase, clock)?;
    files::may_write(folder, &folder.join(files::DATABASE))?;
    // One that was cut short comes first: the file that is to be brought back may be its outcome.
    finish(folder, &key, clock, migrations::version_of(steps))?;
    files::clear_leftovers(folder)?;
    let made = make(folder, &key, from, steps);
    if made.is_err() {
        files::remove_with_its_kin(folder, files::RECOVERING)?;
    }
    let Salvaged { rows, lost } = made?;
    reached(Step::Made);
    files::sync(&folder.join(files::RECOVERING))?;
    files::rename(folder, files::RECOVERING, files::RECOVERED)?;
    reached(Step::Named);
    let moved_aside = place(folder, clock, reached)?;
    unlock::settle(folder, source, clock)?;
    drop(lock);
    Ok(Recovered { rows, lost_tables: lost.into_iter().collect(), moved_aside })
}

/// Ends a recovery that was cut short after its outcome was whole; without one, does nothing. The caller holds the lock.
pub(super) fn finish(folder: &Path, key: &DataKey, clock: Clock, supported: u32) -> Result<(), StorageError> {
    let recovered = folder.join(files::RECOVERED);
    if !recovered.try_exists()? {
        return Ok(());
    }
    look(&recovered, key, supported)?;
    place(folder, clock, &mut |_| {}).map(drop)
}

/// The damaged database out of the way, the one brought back into its place.
fn place(folder: &Path, clock: Clock, reached: &mut dyn FnMut(Step)) -> Result<Vec<String>, StorageError> {
    let moved = files::move_database_aside(folder, clock.now.millis())?;
    reached(Step::Aside);
    files::rename(folder, files::RECOVERED, files::DATABASE)?;
    reached(Step::Placed);
    Ok(moved)
}

fn make(folder: &Path, key: &DataKey, from: RecoverFrom, steps: &[&str]) -> Result<Salvaged, StorageError> {
    let into = folder.join(files::RECOVERING);
    let kind = match from {
        RecoverFrom::File => {
            let database = folder.join(files::DATABASE);
            let wreck = Wreck::look(&database, key, migrations::version_of(steps))?;
            return wreck.salvage(&into, steps);
        }
        RecoverFrom::Daily => SnapshotKind::Daily,
        RecoverFrom::Weekly => SnapshotKind::Weekly,
    };
    put_back(folder, key, kind, &into, steps)
}

/// A copy of the safety copy, raised to this release's schema.
fn put_back(folder: &Path, key: &DataKey, kind: SnapshotKind, into: &Path, steps: &[&str]) -> Result<Salvaged, StorageError> {
    if !snapshots::all(folder, key).iter().any(|copy| copy.kind == kind) {
        return Err(StorageError::NoSnapshot);
    }
    let from = folder.join(kind.file());
    let version = look(&from, key, migrations::version_of(steps))?.version;
    fs::copy(from, into)?;
    if check::verdict_on(into, key)? == Soundness::Damaged {
        return Err(StorageError::Damaged);
    }
    let mut copy = connection::open_new(into, key)?;
    let tx = copy.transaction()?;
    snapshots::forget_moment(&tx)?;
    tx.commit()?;
    migrations::raise(&mut copy, version, steps)?;
    let mut put_back = Salvaged::default();
    for table in check::tables(&copy)? {
        put_back.rows += copy.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get::<_, u32>(0)).map(u64::from)?;
    }
    connection::finish_new(copy)?;
    Ok(put_back)
}

/// The database may be missing: a safety copy is worth all the more then.
fn keyring_must_be_there(folder: &Path) -> Result<(), StorageError> {
    let there = |name: &str| folder.join(name).try_exists();
    if there(files::KEYRING)? || there(files::PREVIOUS_KEYRING)? {
        return Ok(());
    }
    super::vault::must_be_there(folder)
}
