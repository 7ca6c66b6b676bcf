//! What the storage tests share: a fixed secret and key material, a run with answers, and a folder byte for byte.

use super::passphrase::Cost;
use super::*;
use crate::error::Field;
use crate::ids::{Entropy, EntropyUnavailable};
use crate::time::{Clock, Instant};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Counts up from its seed, so that two seeds give two keys.
pub(super) struct Counting(pub(super) u8);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyUnavailable> {
        for byte in bytes {
            self.0 = self.0.wrapping_add(1);
            *byte = self.0;
        }
        Ok(())
    }
}

/// A source that has nothing to give.
pub(super) struct Dry;

impl Entropy for Dry {
    fn fill(&mut self, _: &mut [u8]) -> Result<(), EntropyUnavailable> {
        Err(EntropyUnavailable)
    }
}

pub(super) fn secret(byte: u8) -> DeviceSecret {
    DeviceSecret::try_from(&[byte; 32][..]).unwrap()
}

/// A cost that tests can pay.
pub(super) const SMALL: Cost = Cost { m_kib: 8, t: 1, p: 1 };

/// 2026-11-23, 09:00 UTC, on a device that has been up for a while.
pub(super) fn clock() -> Clock {
    later(0)
}

/// That many milliseconds later, by both readings.
pub(super) fn later(millis: i64) -> Clock {
    Clock { now: Instant::from_millis(1_795_424_400_000 + millis).unwrap(), monotonic_ms: 1_000_000 + millis }
}

pub(super) fn typed(text: &str) -> Passphrase {
    Passphrase::typed(text, Field::Passphrase).unwrap()
}

pub(super) fn create(folder: &Path) -> Vault {
    Vault::create(folder, &secret(1), None, &mut Counting(40)).unwrap()
}

pub(super) fn open(folder: &Path) -> Result<Vault, StorageError> {
    open_as(folder, 1)
}

pub(super) fn open_as(folder: &Path, byte: u8) -> Result<Vault, StorageError> {
    Vault::open(folder, &secret(byte), None, clock())
}

/// A keyring with a passphrase, with fields changed and a checksum that fits: it is no secret.
pub(super) fn forged(keyring: &[u8], change: impl FnOnce(&mut serde_json::Value)) -> Vec<u8> {
    let mut fields: serde_json::Value = serde_json::from_slice(keyring).unwrap();
    change(&mut fields);
    let text = |name: &str| fields[name].as_str().unwrap().to_owned();
    let kdf = &fields["kdf"]["argon2id"];
    let of_kdf = |name: &str| kdf[name].as_str().map_or_else(|| kdf[name].to_string(), ToOwned::to_owned);
    let kdf: Vec<String> = ["salt", "m_kib", "t", "p", "secret_tag"].into_iter().map(of_kdf).collect();
    let (vault, cipher, nonce, sealed) = (text("vault"), text("cipher"), text("nonce"), text("sealed"));
    let summed = format!("ampersand keyring 2\n{vault}\n{cipher}\nargon2id {}\n{nonce}\n{sealed}\n", kdf.join(" "));
    fields["check"] = format!("{:x}", <sha2::Sha256 as sha2::Digest>::digest(summed)).into();
    fields.to_string().into_bytes()
}

/// The code of a refused call.
pub(super) fn code<T>(result: Result<T, StorageError>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(error) => error.code(),
    }
}

/// Every file of a folder with its bytes. Closing a file drops the locks that this process has on it, SQLite's too, so
/// an open vault may be looked at like this only where no other process is about.
pub(super) fn bytes_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Runs `f` and says which file it added, removed or changed.
pub(super) fn assert_untouched<T>(folder: &Path, f: impl FnOnce() -> T) -> T {
    let before = bytes_of(folder);
    let value = f();
    let after = bytes_of(folder);
    assert!(before.keys().eq(after.keys()), "files {:?} became {:?}", before.keys(), after.keys());
    for (name, bytes) in &before {
        assert!(*bytes == after[name], "{name} was changed");
    }
    value
}

/// Copies what is in a folder into a new one: of an open vault, what a kill would leave.
pub(super) fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.path().join(entry.file_name())).unwrap();
    }
    to
}

const START: &str = "
    INSERT INTO run (id, instrument, version, order_version, locale, partner_context, started_at)
    VALUES (?1, 'me-and-us', 1, 1, 'en', 'current', 1000)";

/// Starts a run whose id is 16 times `id`.
pub(super) fn start_run(vault: &Vault, id: u8) -> Result<(), StorageError> {
    execute(vault, START, id)
}

pub(super) fn answer(vault: &Vault, run: u8, item: &str, value: Option<i64>) -> Result<(), StorageError> {
    vault.write(|tx| {
        tx.execute(
            "INSERT INTO answer (run, item, value, ms, answered_at) VALUES (?1, ?2, ?3, 1500, 2000)",
            rusqlite::params![[run; 16], item, value],
        )?;
        Ok(())
    })
}

pub(super) fn finish_run(vault: &Vault, id: u8) -> Result<(), StorageError> {
    let sql = "UPDATE run SET finished_at = 3000, finished_day = '2026-11-23', zone_id = 'Europe/Berlin', offset_s = 3600 WHERE id = ?1";
    execute(vault, sql, id)
}

/// One statement about the run `id`.
pub(super) fn execute(vault: &Vault, sql: &str, id: u8) -> Result<(), StorageError> {
    vault.write(|tx| {
        tx.execute(sql, [[id; 16]])?;
        Ok(())
    })
}

pub(super) fn count(vault: &Vault, table: &str) -> i64 {
    vault.read(|tx| Ok::<_, StorageError>(tx.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)).unwrap()
}

/// Enough rows for several pages, so that a file can be cut in the middle.
pub(super) fn fill(vault: &Vault, runs: u8) {
    vault
        .write(|tx| {
            for run in 1..=runs {
                tx.execute(START, [[run; 16]])?;
                for item in 0..38 {
                    tx.execute(
                        "INSERT INTO answer (run, item, value, answered_at) VALUES (?1, ?2, ?3, 2000)",
                        rusqlite::params![[run; 16], format!("item-{item}"), item % 5],
                    )?;
                }
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
}
