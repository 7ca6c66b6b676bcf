//! What the tests of the journal's tables and of those beside it share: contents, entries, check-ins, and a transaction
//! that leaves nothing behind.

use super::checkins::{self, Note};
use super::entries::{self, Saving, Trashed};
use super::pulses;
use super::samples::create;
use super::{StorageError, Vault};
use crate::checkin::daily::KeptCheckIn;
use crate::checkin::pulse::KeptPulse;
use crate::ids::EntryId;
use crate::journal::entry::{EntryContent, Kept};
use crate::time::CivilDate;
use rusqlite::Transaction;

pub(super) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// The id that is 16 times `byte`.
pub(super) const fn id(byte: u8) -> EntryId {
    EntryId::from_bytes([byte; 16])
}

/// A body, for 23 November.
pub(super) fn text(body: &str) -> EntryContent {
    EntryContent { body: body.into(), ..EntryContent::blank(day("2026-11-23")) }
}

/// A save at `at` milliseconds, on 23 November in Berlin.
pub(super) fn saving(at: i64) -> Saving<'static> {
    Saving { at, day: day("2026-11-23"), zone_id: "Europe/Berlin", offset_s: 3600 }
}

/// Writes the entry with the id of `byte` and answers with its row.
pub(super) fn written(tx: &Transaction<'_>, byte: u8, content: EntryContent, at: i64) -> i64 {
    entries::insert(tx, id(byte), &Kept::unchecked(content), &saving(at), None).unwrap()
}

/// Puts an entry into the trash on a day.
pub(super) fn trashed(tx: &Transaction<'_>, seq: i64, at: i64, day: CivilDate) {
    entries::put_trashed(tx, seq, Some(Trashed { at, day })).unwrap();
}

/// A vault of its own for as long as `f` runs.
pub(super) fn in_vault(f: impl FnOnce(&Transaction<'_>)) {
    let folder = tempfile::tempdir().unwrap();
    within(&create(folder.path()), f);
}

/// Runs `f` in a transaction that is taken back.
pub(super) fn within(vault: &Vault, f: impl FnOnce(&Transaction<'_>)) {
    let mut ran = false;
    let taken_back = vault.write(|tx| {
        f(tx);
        ran = true;
        Err::<(), _>(StorageError::ReadOnly)
    });
    assert!(ran && taken_back.is_err());
}

/// What SQLite says it will do, a step a line.
pub(super) fn plan(tx: &Transaction<'_>, sql: &str) -> String {
    let mut statement = tx.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let steps = statement.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Result<Vec<_>, _>>().unwrap();
    steps.join("\n")
}

/// Rows of a table.
pub(super) fn rows(tx: &Transaction<'_>, table: &str) -> i64 {
    tx.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

/// The answers of a day, with a line.
pub(super) fn check_in(line: &str) -> KeptCheckIn {
    KeptCheckIn {
        version: 1,
        taps: [Some(3), None, Some(0), Some(1), Some(1)],
        sixth: "contact".into(),
        sixth_tap: Some(1),
        feelings: vec!["calm".into(), "sad".into()],
        line: Some(line.into()),
    }
}

/// A check-in with a note on each of so many days from 2026-01-01 on, a pulse every seventh, and a label.
pub(super) fn asked_daily(tx: &Transaction<'_>, days: u32) {
    for n in 0..days {
        let date = day("2026-01-01").plus_days(n);
        let at = i64::from(n) * 1000;
        let saving = Saving { day: date, ..saving(at) };
        checkins::insert(tx, date, &check_in(&format!("line{n} by the canal")), &saving).unwrap();
        checkins::add_note(tx, date, &Note { at, text: format!("note{n} in the evening{}", ", and then some more".repeat(9)) }).unwrap();
        if n.is_multiple_of(7) {
            pulses::insert(tx, date, &KeptPulse { version: 1, taps: [Some(2); 8] }, &saving).unwrap();
        }
    }
    tx.execute("INSERT INTO rule_labels (rule, label) VALUES (zeroblob(16), 'Water the plants')", []).unwrap();
}
