//! `reminder_plan`: everything a plan depends on, and what it says.

use super::Outcome;
use super::civil_time::Zone;
use ampersand_core::error::InvalidInput;
use ampersand_core::reminder::input::{Completed, FireKind, PlanInput, Shown, Snooze};
use ampersand_core::reminder::plan::{DropReason, Fire, Plan, plan};
use ampersand_core::reminder::repeat::{Repeat, WeekdaySet};
use ampersand_core::reminder::rule::{Completion, ReminderKind, Rule, Slot, SlotTime};
use ampersand_core::reminder::settings::{QuietHours, ReminderSettings, Salt};
use ampersand_core::time::{Instant, Weekday};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Input {
    zone: Zone,
    now: i64,
    deliver_late: bool,
    settings: GivenSettings,
    rules: Vec<GivenRule>,
    completions: Vec<GivenCompletion>,
    shown: Vec<GivenShown>,
    snoozes: Vec<GivenSnooze>,
    cap: u32,
    horizon_days: u32,
}

#[derive(Deserialize)]
struct GivenSettings {
    quiet: Option<GivenQuiet>,
    day_start: String,
    max_per_day: u32,
    join_min: u32,
    salt: String,
}

#[derive(Deserialize)]
struct GivenQuiet {
    start: String,
    end: String,
}

#[derive(Deserialize)]
struct GivenRule {
    id: String,
    kind: String,
    enabled: bool,
    resumed_on: Option<String>,
    effective_from: i64,
    slots: Vec<GivenSlot>,
    repeat: GivenRepeat,
    starts_on: Option<String>,
    ends_on: Option<String>,
    grace_min: u32,
    nudge_after_min: Option<u32>,
    completion: String,
    back_off: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum GivenSlot {
    At { id: u8, at: String },
    Window { id: u8, from: String, to: String },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum GivenRepeat {
    Weekdays { weekdays: Vec<i64> },
    EveryDays { every_days: u32, anchor: String },
    MonthDay { month_day: u32 },
    Nth { nth: i32, weekday: i64 },
    Once { once: String },
    Day { day: bool },
}

#[derive(Deserialize)]
struct GivenCompletion {
    rule: String,
    day: String,
    slot: Option<u8>,
}

#[derive(Deserialize)]
struct GivenShown {
    rule: String,
    day: String,
    slot: u8,
    kind: String,
    at: i64,
}

#[derive(Deserialize)]
struct GivenSnooze {
    rule: String,
    day: String,
    slot: u8,
    until: i64,
}

/// The plan of a case.
pub(super) fn reminder_plan(input: &Value) -> Outcome {
    let input: Input = Input::deserialize(input).map_err(|error| error.to_string())?;
    let input = input.read()?;
    plan(&input).map(|plan| told(&plan)).map_err(|error| error.to_string())
}

fn said<T>(answer: Result<T, InvalidInput>) -> Result<T, String> {
    answer.map_err(|error| error.to_string())
}

fn parsed<T: std::str::FromStr<Err = InvalidInput>>(text: &str) -> Result<T, String> {
    said(text.parse())
}

fn maybe<T: std::str::FromStr<Err = InvalidInput>>(text: Option<&String>) -> Result<Option<T>, String> {
    text.map(|text| parsed(text)).transpose()
}

fn each<A, B>(list: Vec<A>, read: impl Fn(A) -> Result<B, String>) -> Result<Vec<B>, String> {
    list.into_iter().map(read).collect()
}

impl Input {
    fn read(self) -> Result<PlanInput, String> {
        Ok(PlanInput {
            zone: said(self.zone.read())?,
            now: said(Instant::from_millis(self.now))?,
            deliver_late: self.deliver_late,
            settings: self.settings.read()?,
            rules: each(self.rules, GivenRule::read)?,
            completions: each(self.completions, |it| Ok(Completed { rule: parsed(&it.rule)?, day: parsed(&it.day)?, slot: it.slot }))?,
            shown: each(self.shown, |it| {
                let at = said(Instant::from_millis(it.at))?;
                Ok(Shown { rule: parsed(&it.rule)?, day: parsed(&it.day)?, slot: it.slot, kind: kind(&it.kind)?, at })
            })?,
            snoozes: each(self.snoozes, |it| {
                let until = said(Instant::from_millis(it.until))?;
                Ok(Snooze { rule: parsed(&it.rule)?, day: parsed(&it.day)?, slot: it.slot, until })
            })?,
            cap: self.cap,
            horizon_days: self.horizon_days,
        })
    }
}

impl GivenSettings {
    fn read(self) -> Result<ReminderSettings, String> {
        let salt = (0..self.salt.len() / 2).map(|at| u8::from_str_radix(&self.salt[at * 2..at * 2 + 2], 16));
        let salt = salt.collect::<Result<Vec<u8>, _>>().map_err(|error| error.to_string())?;
        let quiet = self.quiet.map(|quiet| Ok::<_, String>(QuietHours { start: parsed(&quiet.start)?, end: parsed(&quiet.end)? }));
        Ok(ReminderSettings {
            quiet: quiet.transpose()?,
            day_start: parsed(&self.day_start)?,
            max_per_day: self.max_per_day,
            join_min: self.join_min,
            ..ReminderSettings::new(said(Salt::try_from(salt.as_slice()))?)
        })
    }
}

impl GivenRule {
    fn read(self) -> Result<Rule, String> {
        let slot = |slot| match slot {
            GivenSlot::At { id, at } => Ok(Slot { id, time: SlotTime::At(parsed(&at)?) }),
            GivenSlot::Window { id, from, to } => Ok(Slot { id, time: SlotTime::Window { from: parsed(&from)?, to: parsed(&to)? } }),
        };
        Ok(Rule {
            id: parsed(&self.id)?,
            kind: ReminderKind::from_key(&self.kind).ok_or_else(|| format!("kind {:?}", self.kind))?,
            enabled: self.enabled,
            effective_from: said(Instant::from_millis(self.effective_from))?,
            resumed_on: maybe(self.resumed_on.as_ref())?,
            slots: each(self.slots, slot)?,
            repeat: self.repeat.read()?,
            starts_on: maybe(self.starts_on.as_ref())?,
            ends_on: maybe(self.ends_on.as_ref())?,
            grace_min: self.grace_min,
            nudge_after_min: self.nudge_after_min,
            completion: match self.completion.as_str() {
                "day" => Completion::Day,
                "slot" => Completion::Slot,
                other => return Err(format!("completion {other:?}")),
            },
            back_off: self.back_off,
        })
    }
}

impl GivenRepeat {
    fn read(self) -> Result<Repeat, String> {
        Ok(match self {
            Self::Weekdays { weekdays } => {
                let days = each(weekdays, |day| said(Weekday::from_iso(day)))?;
                Repeat::Weekdays(said(WeekdaySet::new(days))?)
            }
            Self::EveryDays { every_days, anchor } => Repeat::EveryDays { days: every_days, anchor: parsed(&anchor)? },
            Self::MonthDay { month_day } => Repeat::DayOfMonth(month_day),
            Self::Nth { nth, weekday } => Repeat::NthWeekday { nth, weekday: said(Weekday::from_iso(weekday))? },
            Self::Once { once } => Repeat::Once(parsed(&once)?),
            Self::Day { day: true } => Repeat::EveryDay,
            Self::Day { day: false } => return Err("day: false".into()),
        })
    }
}

fn kind(name: &str) -> Result<FireKind, String> {
    FireKind::ALL.into_iter().find(|kind| kind_name(*kind) == name).ok_or_else(|| format!("kind {name:?}"))
}

const fn kind_name(kind: FireKind) -> &'static str {
    match kind {
        FireKind::First => "first",
        FireKind::Nudge => "nudge",
        FireKind::Snooze => "snooze",
    }
}

const fn reason_name(reason: DropReason) -> &'static str {
    match reason {
        DropReason::NoSuchTime => "no_such_time",
        DropReason::DayOver => "day_over",
        DropReason::QuietHours => "quiet_hours",
        DropReason::Missed => "missed",
        DropReason::DailyLimit => "daily_limit",
    }
}

fn told(plan: &Plan) -> Value {
    let dropped = plan.dropped.iter().map(|it| {
        let (kind, reason) = (kind_name(it.kind), reason_name(it.reason));
        json!({"rule": it.rule.to_string(), "day": it.day.to_string(), "slot": it.slot, "kind": kind, "reason": reason})
    });
    let resting = plan.resting.iter().map(|it| json!({"rule": it.rule.to_string(), "until": it.until.map(|day| day.to_string())}));
    json!({
        "today": plan.today.to_string(),
        "fires": plan.fires.iter().map(fire).collect::<Vec<_>>(),
        "coverage_until": plan.coverage_until.millis(),
        "dropped": dropped.collect::<Vec<_>>(),
        "resting": resting.collect::<Vec<_>>(),
    })
}

fn fire(fire: &Fire) -> Value {
    let items = fire
        .items
        .iter()
        .map(|it| json!({"rule": it.rule.to_string(), "slot": it.slot, "kind": kind_name(it.kind), "not_after": it.not_after.millis()}));
    json!({
        "id": fire.id.to_string(),
        "at": fire.at.millis(),
        "day": fire.day.to_string(),
        "not_after": fire.not_after.millis(),
        "items": items.collect::<Vec<_>>(),
    })
}
