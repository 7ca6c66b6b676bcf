//! A rule, settings and a place for the tests beside this module's files.

use super::input::PlanInput;
use super::repeat::Repeat;
use super::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use super::settings::{QuietHours, ReminderSettings, Salt};
use crate::ids::RuleId;
use crate::time::{CivilDate, CivilTime, Instant, ZoneSpan, ZoneTransition};

pub(super) const MINUTE: i64 = 60_000;
pub(super) const HOUR: i64 = 60 * MINUTE;
/// The clocks of Berlin go from 02:00 to 03:00.
const SPRING: i64 = 1_774_746_000_000;
/// And from 03:00 to 02:00.
const AUTUMN: i64 = 1_792_890_000_000;

pub(super) fn date(text: &str) -> CivilDate {
    text.parse().expect("date")
}

pub(super) fn time(text: &str) -> CivilTime {
    text.parse().expect("time")
}

pub(super) fn at(millis: i64) -> Instant {
    Instant::from_millis(millis).expect("of our time")
}

/// Berlin in 2026.
pub(super) fn berlin() -> ZoneSpan {
    let changes = vec![ZoneTransition { at: SPRING, offset_s: 7200 }, ZoneTransition { at: AUTUMN, offset_s: 3600 }];
    ZoneSpan::new("Europe/Berlin".into(), SPRING - 80 * 24 * HOUR, AUTUMN + 60 * 24 * HOUR, 3600, changes).expect("in order")
}

/// When a clock in Berlin shows it.
pub(super) fn in_berlin(day: &str, clock: &str) -> Instant {
    berlin().resolve(date(day), time(clock)).expect("covered")
}

pub(super) fn settings() -> ReminderSettings {
    ReminderSettings::new(Salt([7; 16]))
}

pub(super) fn quiet(start: &str, end: &str) -> ReminderSettings {
    ReminderSettings { quiet: Some(QuietHours { start: time(start), end: time(end) }), ..settings() }
}

pub(super) fn id(number: u8) -> RuleId {
    RuleId::from_bytes([number; 16])
}

pub(super) fn from_to(from: &str, to: &str) -> SlotTime {
    SlotTime::Window { from: time(from), to: time(to) }
}

/// Each day at these times, from the beginning of 2026.
pub(super) fn daily(number: u8, times: &[SlotTime]) -> Rule {
    Rule {
        id: id(number),
        kind: ReminderKind::DailyCheckIn,
        enabled: true,
        effective_from: in_berlin("2026-01-10", "12:00"),
        resumed_on: None,
        slots: times.iter().zip(0..).map(|(time, id)| Slot { id, time: *time }).collect(),
        repeat: Repeat::EveryDay,
        starts_on: None,
        ends_on: None,
        grace_min: 180,
        nudge_after_min: None,
        completion: Completion::Day,
        back_off: false,
    }
}

/// Each day at this time.
pub(super) fn daily_at(number: u8, clock: &str) -> Rule {
    daily(number, &[SlotTime::At(time(clock))])
}

/// In Berlin, nothing has happened, and ten days are planned.
pub(super) fn input(now: Instant, rules: Vec<Rule>) -> PlanInput {
    PlanInput {
        zone: berlin(),
        now,
        deliver_late: true,
        settings: settings(),
        rules,
        completions: vec![],
        shown: vec![],
        snoozes: vec![],
        cap: 60,
        horizon_days: 10,
    }
}
