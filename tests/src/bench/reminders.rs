//! What a plan costs: fifty rules of every kind with two months behind them, beside a library that only expands the same
//! recurrences; and a re-plan as a receiver does it, the file opened anew.

use super::{Budget, Row, median, timed};
use crate::reminders::at;
use crate::world::Seeded;
use crate::zones;
use ampersand_core::app::{NotificationPermission, Platform, Reminders, RuleDraft};
use ampersand_core::ids::RuleId;
use ampersand_core::reminder::input::{Completed, FireKind, PlanInput, Shown};
use ampersand_core::reminder::plan::plan;
use ampersand_core::reminder::repeat::{Repeat, WeekdaySet};
use ampersand_core::reminder::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use ampersand_core::reminder::settings::{QuietHours, ReminderSettings, Salt};
use ampersand_core::time::{CivilDate, CivilTime, NowContext, Weekday};
use rrule::RRuleSet;
use std::path::Path;
use std::time::Duration;

/// Two months of plans.
const PLAN_60: Budget = Budget::Time(Duration::from_millis(1));
/// A year of them.
const PLAN_366: Budget = Budget::Time(Duration::from_millis(5));
/// Of a library that does only the recurrences.
const FASTER: Budget = Budget::Ratio(1.0);
/// A re-plan, the file opened.
const REPLAN: Budget = Budget::Time(Duration::from_millis(20));
const RULES: u8 = 50;
const PLANS: usize = 101;
/// Re-plans, a day apart.
const REPLANS: i64 = 31;
/// Days of the past that a plan reads.
const PAST: u32 = 60;
/// 2026-11-23, 11:00 UTC.
const NOW: i64 = 1_795_431_600_000;
const DAY_MS: i64 = 86_400_000;

/// The rows. Files are made in `disk`.
pub fn rows(disk: &Path) -> Vec<Row> {
    let plans = [(60, PLAN_60), (366, PLAN_366)].map(|(days, budget)| {
        let (input, recurrences) = (input(days), recurrences(days));
        // Warm, and checked: both find something.
        assert!(!plan(&input).expect("a plan").fires.is_empty() && expanded(&recurrences) > usize::from(RULES));
        let turns = (0..PLANS).map(|_| (timed(|| plan(&input).expect("a plan")).0, timed(|| expanded(&recurrences)).0));
        let (own, theirs) = turns.unzip();
        let (measured, theirs) = (median(own), median(theirs));
        let row = |name: &str, budget, reference| Row { name: format!("plan 50 rules, {days} days{name}"), measured, budget, reference };
        [row("", budget, None), row(", beside recurrences alone", FASTER, Some(theirs))]
    });
    let replanned = Row { name: "re-plan, file opened".into(), measured: replanned(disk), budget: REPLAN, reference: None };
    plans.into_iter().flatten().chain([replanned]).collect()
}

fn clock(minute: u32) -> CivilTime {
    CivilTime::from_minute_of_day(minute)
}

fn weekday(iso: u8) -> Weekday {
    Weekday::from_iso(i64::from(iso)).expect("of the week")
}

fn here(now: i64) -> NowContext {
    NowContext { now: at(now), zone: zones::named("Europe/Berlin").around(now) }
}

fn today() -> CivilDate {
    "2026-11-23".parse().expect("a date")
}

/// The days of the `number`-th rule, and the same as RFC 5545 writes it.
fn days_of(number: u8) -> (Repeat, String) {
    let (iso, names) = (number % 7 + 1, ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    let name = names[usize::from(iso) - 1];
    match number % 6 {
        0 | 1 => (Repeat::EveryDay, "FREQ=DAILY".into()),
        2 => {
            let days = WeekdaySet::new([weekday(iso), weekday(iso % 7 + 1)]).expect("two");
            (Repeat::Weekdays(days), format!("FREQ=WEEKLY;BYDAY={name},{}", names[usize::from(iso % 7)]))
        }
        3 => (Repeat::EveryDays { days: 3, anchor: today() }, "FREQ=DAILY;INTERVAL=3".into()),
        4 => (Repeat::DayOfMonth(31), "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1".into()),
        _ => (Repeat::NthWeekday { nth: -1, weekday: weekday(iso) }, format!("FREQ=MONTHLY;BYDAY=-1{name}")),
    }
}

/// The times of the `number`-th rule: one or two, some of them windows.
fn times_of(number: u8) -> Vec<SlotTime> {
    let minute = 6 * 60 + u32::from(number) * 17;
    let window = SlotTime::Window { from: clock(minute), to: clock(minute + 90) };
    match number % 4 {
        0 => vec![SlotTime::At(clock(minute)), SlotTime::At(clock(minute + 120))],
        1 => vec![window],
        _ => vec![SlotTime::At(clock(minute))],
    }
}

fn rule(number: u8) -> Rule {
    Rule {
        id: RuleId::from_bytes([number; 16]),
        kind: ReminderKind::ALL[usize::from(number) % 7],
        enabled: true,
        effective_from: at(NOW - 300 * DAY_MS),
        resumed_on: None,
        slots: times_of(number).into_iter().zip(0..).map(|(time, id)| Slot { id, time }).collect(),
        repeat: days_of(number).0,
        starts_on: None,
        ends_on: None,
        grace_min: 180,
        nudge_after_min: number.is_multiple_of(3).then_some(90),
        completion: Completion::Day,
        back_off: number.is_multiple_of(5),
    }
}

/// Fifty rules, each shown on every second of sixty days and answered on every fourth.
fn input(horizon_days: u32) -> PlanInput {
    let rules: Vec<Rule> = (0..RULES).map(rule).collect();
    let past =
        |every: u32| rules.iter().flat_map(move |rule| (1..=PAST / every).map(move |days| (rule.id, today().minus_days(days * every))));
    let yesterday = at(NOW - DAY_MS);
    let NowContext { now, zone } = here(NOW);
    PlanInput {
        zone,
        now,
        deliver_late: true,
        settings: ReminderSettings {
            quiet: Some(QuietHours { start: clock(22 * 60), end: clock(7 * 60) }),
            ..ReminderSettings::new(Salt([5; 16]))
        },
        completions: past(4).map(|(rule, day)| Completed { rule, day, slot: None }).collect(),
        shown: past(2).map(|(rule, day)| Shown { rule, day, slot: 0, kind: FireKind::First, at: yesterday }).collect(),
        snoozes: vec![],
        cap: 60,
        horizon_days,
        rules,
    }
}

/// The same times of the same days, and nothing else.
fn recurrences(days: u32) -> Vec<RRuleSet> {
    let until = today().plus_days(days).to_string().replace('-', "");
    let sets = (0..RULES).flat_map(|number| {
        let (rule, until) = (days_of(number).1, until.clone());
        times_of(number).into_iter().map(move |time| {
            let start = time.earliest().to_string().replace(':', "");
            let text = format!("DTSTART;TZID=Europe/Berlin:20261123T{start}00\nRRULE:{rule};UNTIL={until}T040000Z");
            text.parse().expect("a recurrence")
        })
    });
    sets.collect()
}

fn expanded(recurrences: &[RRuleSet]) -> usize {
    recurrences.iter().map(|set| set.into_iter().count()).sum()
}

/// The same rules in a file, planned anew each day as a receiver does it, from opening the file on.
fn replanned(disk: &Path) -> Duration {
    let folder = disk.join("reminders");
    std::fs::create_dir_all(&folder).expect("a folder");
    let ctx = |day: i64| here(NOW + day * DAY_MS);
    let open = |seed: u64| Reminders::open(&folder, Box::new(Seeded(seed))).expect("opened");
    let reminders = open(1);
    for number in 0..RULES {
        let Rule { kind, enabled, repeat, starts_on, ends_on, grace_min, nudge_after_min, completion, back_off, .. } = rule(number);
        let draft = RuleDraft {
            id: None,
            kind,
            enabled,
            times: times_of(number),
            repeat,
            starts_on,
            ends_on,
            grace_min,
            nudge_after_min,
            completion,
            back_off,
        };
        let saved = reminders.save_rule(&ctx(0), &draft).expect("saved").id;
        for days in 1..=PAST / 4 {
            reminders.complete(&ctx(0), saved, today().minus_days(days * 4), None).expect("done");
        }
    }
    drop(reminders);
    let turns = (0..REPLANS).map(|day| {
        let ctx = ctx(day);
        let (took, (reminders, replan)) = timed(|| {
            let reminders = open(2);
            let replan = reminders.replan(&ctx, Platform::Android, NotificationPermission::Granted).expect("a plan");
            (reminders, replan)
        });
        let taken: Vec<_> = replan.set.iter().map(|fire| fire.id).collect();
        assert!(!taken.is_empty() && reminders.registered(replan.generation, &taken).expect("told"));
        took
    });
    median(turns.collect())
}
