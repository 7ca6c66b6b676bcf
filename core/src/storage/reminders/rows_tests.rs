//! Rows: what is written is read, and what nobody can have written is damage.

use super::fires::{self, List, Listed};
use super::missed::{self, Missed};
use super::samples::{day, fire, id, instant, made, put, raw, rule, time};
use super::settings::{self, NotificationPermission, Platform, Standing};
use super::{ReminderFile, past, rules};
use crate::reminder::input::{Completed, FireKind, Shown, Snooze};
use crate::reminder::repeat::{Repeat, WeekdaySet};
use crate::reminder::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use crate::reminder::settings::QuietHours;
use crate::storage::StorageError;
use crate::storage::samples::code;
use crate::time::Weekday;
use rusqlite::Transaction;

fn read<T>(file: &ReminderFile, f: impl FnOnce(&Transaction<'_>) -> Result<T, StorageError>) -> T {
    file.read(f).unwrap().unwrap()
}

fn weekday(iso: i64) -> Weekday {
    Weekday::from_iso(iso).unwrap()
}

#[test]
fn rules_come_back_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let file = ReminderFile::of(folder.path());
    let repeats = [
        Repeat::EveryDay,
        Repeat::Weekdays(WeekdaySet::new([weekday(1), weekday(7)]).unwrap()),
        Repeat::EveryDays { days: 366, anchor: day("1900-01-01") },
        Repeat::DayOfMonth(31),
        Repeat::NthWeekday { nth: -1, weekday: weekday(5) },
        Repeat::Once(day("2200-12-31")),
    ];
    let window = SlotTime::Window { from: time("00:00"), to: time("03:59") };
    let rules: Vec<Rule> = repeats
        .into_iter()
        .zip((1..=6_u8).rev())
        .map(|(repeat, byte)| Rule {
            kind: ReminderKind::ALL[usize::from(byte)],
            enabled: byte % 2 == 0,
            resumed_on: (byte > 3).then(|| day("1969-12-31")),
            slots: vec![Slot { id: 255, time: window }, Slot { id: 0, time: SlotTime::At(time("23:59")) }],
            repeat,
            starts_on: Some(day("2026-11-23")),
            ends_on: (byte > 2).then(|| day("2026-11-24")),
            nudge_after_min: (byte > 1).then_some(30),
            completion: if byte > 4 { Completion::Slot } else { Completion::Day },
            back_off: byte < 3,
            ..rule(byte)
        })
        .collect();
    put(&file, |tx| rules.iter().try_for_each(|rule| rules::put(tx, rule, 9)));
    assert_eq!(read(&file, rules::all), rules);
    // Changed, it stays where it is; moved, everything else does.
    let mut changed = rules.clone();
    changed[2] = Rule { grace_min: 60, slots: vec![Slot { id: 9, time: window }], ..changed[2].clone() };
    put(&file, |tx| rules::put(tx, &changed[2], 10));
    assert_eq!(read(&file, rules::all), changed);
    assert_eq!(read(&file, |tx| rules::last_slot(tx, changed[2].id)), Some(10));
    changed.rotate_left(1);
    put(&file, |tx| rules::put_order(tx, changed.iter().map(|rule| rule.id)));
    assert_eq!(read(&file, rules::all), changed);
    let gone = changed.remove(0).id;
    assert!(put(&file, |tx| rules::delete(tx, gone)) && !put(&file, |tx| rules::delete(tx, gone)));
    assert_eq!(read(&file, rules::all), changed);
}

#[test]
fn settings_and_where_the_plan_stands_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    let first = read(&file, settings::load);
    assert_eq!((first.quiet, first.max_per_day, first.discreet), (None, 3, true));
    assert_ne!(first.salt.0, [0; 16]);
    let quiet = Some(QuietHours { start: time("22:00"), end: time("07:30") });
    let changed = crate::reminder::settings::ReminderSettings { quiet, max_per_day: 24, discreet: false, ..first };
    put(&file, |tx| settings::put(tx, &changed));
    assert_eq!(read(&file, settings::load), changed);
    let begun = read(&file, settings::standing);
    assert_eq!(begun, Standing { generation: 0, settled: true, platform: None, permission: None, pruned_on: None });
    let stands = Standing {
        generation: 7,
        settled: false,
        platform: Some(Platform::Ios),
        permission: Some(NotificationPermission::Denied),
        pruned_on: Some(day("1970-01-01")),
    };
    put(&file, |tx| settings::put_standing(tx, &stands));
    assert_eq!(read(&file, settings::standing), stands);
}

#[test]
fn an_answer_counts_once_and_ends_what_was_put_off() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    let on = day("2026-11-23");
    let put_off = |slot, until| Snooze { rule: id(1), day: on, slot, until: instant(until) };
    put(&file, |tx| [put_off(3, 5), put_off(4, 6), put_off(3, 9)].iter().try_for_each(|it| past::snooze(tx, it)));
    assert_eq!(read(&file, past::snoozes), [put_off(3, 9), put_off(4, 6)], "one for a slot, the last");
    let done = |slot| Completed { rule: id(1), day: on, slot };
    put(&file, |tx| [done(Some(3)), done(Some(3))].iter().try_for_each(|it| past::complete(tx, it)));
    assert_eq!(read(&file, past::completions), [done(Some(3))]);
    assert_eq!(read(&file, past::snoozes), [put_off(4, 6)]);
    put(&file, |tx| past::complete(tx, &done(None)));
    assert_eq!(read(&file, past::completions), [done(None), done(Some(3))]);
    assert_eq!(read(&file, past::snoozes), []);
    assert_eq!(read(&file, |tx| past::named_slots(tx, id(1), on)), [3]);
    assert_eq!(read(&file, |tx| past::named_slots(tx, id(1), on.plus_days(1))), Vec::<u8>::new());
}

#[test]
fn what_is_old_goes_and_what_was_shown_outlives_its_rule() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    let shown = |on: &str, at| Shown { rule: id(1), day: day(on), slot: 3, kind: FireKind::Snooze, at: instant(at) };
    let all = [shown("2025-01-01", 5), shown("2026-11-23", 7), shown("2026-11-23", 8)];
    put(&file, |tx| all.iter().chain(&all).try_for_each(|it| past::put_shown(tx, it)));
    assert_eq!(read(&file, past::shown), all);
    put(&file, |tx| past::complete(tx, &Completed { rule: id(1), day: day("2026-11-22"), slot: None }));
    put(&file, |tx| past::prune(tx, day("2026-11-23")));
    assert_eq!(read(&file, past::shown), all[1..]);
    assert_eq!(read(&file, past::completions), []);
    put(&file, |tx| past::complete(tx, &Completed { rule: id(1), day: day("2026-11-23"), slot: None }));
    put(&file, |tx| past::forget(tx, id(1)).and_then(|()| rules::delete(tx, id(1)).map(drop)));
    assert_eq!(read(&file, past::shown), all[1..]);
    assert_eq!(read(&file, past::completions), []);
}

#[test]
fn a_fire_is_in_its_list_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    let listed = |fire, code| Listed { fire, local_s: -5, code, withdraw: false };
    let (later, sooner) = (fire(1, "2026-11-24", 9_000_000), fire(2, "2026-11-23", 8_000_000));
    put(&file, |tx| {
        fires::put(tx, List::Planned, &listed(later.clone(), None))?;
        fires::put(tx, List::Planned, &listed(sooner.clone(), Some(2)))?;
        fires::put(tx, List::OnScreen, &listed(later.clone(), Some(1)))
    });
    assert_eq!(read(&file, |tx| fires::all(tx, List::Planned)), [listed(sooner.clone(), Some(2)), listed(later.clone(), None)]);
    assert_eq!(read(&file, |tx| fires::all(tx, List::Registered)), []);
    let named = read(&file, |tx| past::named_slots(tx, id(1), day("2026-11-23")));
    assert_eq!(named, [1, 3], "what the system may still bring names its times");
    // Written again, it has the new items alone.
    let mut fewer = sooner.clone();
    fewer.items.truncate(1);
    put(&file, |tx| fires::put(tx, List::Planned, &listed(fewer.clone(), Some(2))));
    assert_eq!(read(&file, |tx| fires::find(tx, List::Planned, sooner.id)), Some(listed(fewer, Some(2))));
    put(&file, |tx| fires::mark_withdrawn(tx, later.id, true));
    assert!(read(&file, |tx| fires::find(tx, List::OnScreen, later.id)).unwrap().withdraw);
    put(&file, fires::remove_withdrawn);
    assert_eq!(read(&file, |tx| fires::all(tx, List::OnScreen)), []);
    put(&file, |tx| fires::clear(tx, List::Planned));
    let left: i64 = read(&file, |tx| Ok(tx.query_row("SELECT count(*) FROM fire_item", [], |row| row.get(0))?));
    assert_eq!(left, 0, "items go with their fire");
}

#[test]
fn what_was_missed_is_told_until_it_was_seen() {
    let folder = tempfile::tempdir().unwrap();
    let file = made(folder.path());
    let late = Missed { rule: id(1), day: day("2026-11-23"), slot: 3 };
    put(&file, |tx| missed::put(tx, late).and_then(|()| missed::put(tx, late)));
    assert_eq!(read(&file, missed::unseen), [late]);
    put(&file, missed::seen);
    put(&file, |tx| missed::put(tx, late));
    assert_eq!(read(&file, missed::unseen), [], "told again by the next plan, it stays seen");
    let lost = fire(1, "2026-11-23", 9_000);
    put(&file, |tx| missed::put_unheard(tx, lost.id, lost.at).and_then(|()| missed::put_unheard(tx, lost.id, lost.at)));
    assert_eq!(read(&file, |tx| missed::unheard(tx, 9_000)), 1);
    assert_eq!(read(&file, |tx| missed::unheard(tx, 9_001)), 0);
    put(&file, |tx| missed::prune(tx, day("2026-11-24"), 9_001));
    assert_eq!(read(&file, |tx| missed::unheard(tx, 0)), 0);
}

#[test]
fn what_nobody_can_have_written_is_damage() {
    for wrong in [
        "UPDATE rule SET kind = 7",
        "UPDATE rule SET kind = -1",
        "UPDATE rule SET repeat = 6",
        "UPDATE rule SET repeat = 1",
        "UPDATE rule SET repeat = 4, repeat_first = 9",
        "UPDATE rule SET repeat = 5, repeat_first = 9999999999",
        "UPDATE rule SET grace_min = 4",
        "UPDATE rule SET id = x'00'",
        "UPDATE rule SET effective_from = -1",
        "UPDATE slot SET id = 300",
        "UPDATE slot SET to_min = 5",
        "DELETE FROM slot",
        "DELETE FROM rule",
        "UPDATE settings SET max_per_day = 99",
        "UPDATE settings SET salt = x'00'",
        "UPDATE settings SET platform = 4",
        "DELETE FROM settings",
        "INSERT INTO shown VALUES (x'00', 1, 1, 1, 1)",
        "INSERT INTO shown VALUES (zeroblob(16), 1, 1, 3, 1)",
        "INSERT INTO completion VALUES (zeroblob(16), 1, 256)",
        "INSERT INTO snooze VALUES (zeroblob(16), 999999999, 1, 1)",
        "DELETE FROM fire",
        "DELETE FROM fire_item",
        "UPDATE fire SET id = x'00'",
        "INSERT INTO missed VALUES (zeroblob(16), 1, -1, 0)",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = made(folder.path());
        put(&file, |tx| fires::put(tx, List::Planned, &Listed { fire: fire(1, "2026-11-23", 5), local_s: 0, code: None, withdraw: false }));
        let all = |tx: &Transaction<'_>| {
            rules::all(tx)?;
            settings::load(tx)?;
            settings::standing(tx)?;
            past::completions(tx)?;
            past::shown(tx)?;
            past::snoozes(tx)?;
            missed::unseen(tx)?;
            fires::all(tx, List::Planned).map(drop)
        };
        read(&file, all);
        let connection = raw(folder.path());
        connection.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;").unwrap();
        connection.execute_batch(wrong).unwrap();
        assert_eq!(code(file.read(all)), "damaged", "{wrong}");
    }
}
