//! What the tests of the reminders' file share.

use super::ReminderFile;
use crate::ids::RuleId;
use crate::reminder::input::FireKind;
use crate::reminder::plan::{Fire, FireId, FireItem};
use crate::reminder::repeat::Repeat;
use crate::reminder::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use crate::storage::StorageError;
use crate::storage::samples::Counting;
use crate::time::{CivilDate, CivilTime, Instant};
use rusqlite::{Connection, Transaction};
use std::path::Path;

pub(super) const FILE: &str = "reminders.db";

pub(super) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

pub(super) fn time(text: &str) -> CivilTime {
    text.parse().unwrap()
}

pub(super) fn instant(millis: i64) -> Instant {
    Instant::from_millis(millis).unwrap()
}

pub(super) fn id(byte: u8) -> RuleId {
    RuleId::from_bytes([byte; 16])
}

/// A rule at eight in the evening.
pub(super) fn rule(byte: u8) -> Rule {
    Rule {
        id: id(byte),
        kind: ReminderKind::DailyCheckIn,
        enabled: true,
        effective_from: instant(1_000),
        resumed_on: None,
        slots: vec![Slot { id: 3, time: SlotTime::At(time("20:00")) }],
        repeat: Repeat::EveryDay,
        starts_on: None,
        ends_on: None,
        grace_min: 180,
        nudge_after_min: None,
        completion: Completion::Day,
        back_off: true,
    }
}

/// A fire of that rule with two items.
pub(super) fn fire(byte: u8, on: &str, at: i64) -> Fire {
    let item = |slot, kind| FireItem { rule: id(byte), slot, kind, not_after: instant(at + 60_000) };
    Fire {
        id: FireId::of(id(byte), day(on), 3, FireKind::First),
        at: instant(at),
        day: day(on),
        items: vec![item(3, FireKind::First), item(1, FireKind::Nudge)],
        not_after: instant(at + 60_000),
    }
}

/// Writes into a file that is made first where it is missing.
pub(super) fn put<T>(file: &ReminderFile, f: impl FnOnce(&Transaction<'_>) -> Result<T, StorageError>) -> T {
    file.make_and_write(&mut Counting(1), f).unwrap()
}

pub(super) fn made(folder: &Path) -> ReminderFile {
    let file = ReminderFile::of(folder);
    put(&file, |tx| super::rules::put(tx, &rule(1), 3));
    file
}

/// A connection of somebody else's.
pub(super) fn raw(folder: &Path) -> Connection {
    Connection::open(folder.join(FILE)).unwrap()
}
