//! What will not work about rules, told before they are saved.

use super::input::{FireKind, PlanInput};
use super::plan::{DropReason, plan};
use super::rule::{Rule, Slot, SlotTime};
use super::settings::{QuietHours, ReminderSettings};
use crate::error::InvalidInput;
use crate::ids::RuleId;
use crate::time::{CivilDate, CivilTime, Instant, ZoneSpan};

const DAY_MIN: u32 = 24 * 60;
/// Days within which every repeat comes round, the longest distance twice.
const LOOK_AHEAD_DAYS: u32 = 740;
/// Days over which the limit is tried.
const LIMIT_DAYS: u32 = 60;

/// What does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    /// None of its days is still to come.
    NeverComes,
    /// Quiet hours hold it for as long as it is worth saying.
    QuietSwallows,
    /// Other reminders take all the room that a day has.
    LimitRefuses,
    /// The day ends before the time for which it stays worth saying is over.
    GraceCutShort,
}

/// Something that does not work about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleProblem {
    /// Which rule.
    pub rule: RuleId,
    /// Which of its times; none for the whole rule.
    pub slot: Option<u8>,
    /// What.
    pub kind: ProblemKind,
}

/// What does not work about the enabled ones of `rules`, in their order, from `today` on. Clock changes are left out
/// of it: they pass.
///
/// # Errors
/// As [`PlanInput::check`].
pub fn rule_problems(rules: &[Rule], settings: &ReminderSettings, today: CivilDate) -> Result<Vec<RuleProblem>, InvalidInput> {
    let refused = refused_slots(rules, settings, today)?;
    let mut problems = Vec::new();
    for rule in rules.iter().filter(|rule| rule.enabled) {
        let mut found = |slot: Option<u8>, kind| problems.push(RuleProblem { rule: rule.id, slot, kind });
        if !comes(rule, today) {
            found(None, ProblemKind::NeverComes);
            continue;
        }
        for slot in &rule.slots {
            if is_swallowed(rule, *slot, settings) {
                found(Some(slot.id), ProblemKind::QuietSwallows);
            } else if refused.contains(&(rule.id, slot.id)) {
                found(Some(slot.id), ProblemKind::LimitRefuses);
            } else if is_cut_short(rule, *slot, settings) {
                found(Some(slot.id), ProblemKind::GraceCutShort);
            }
        }
    }
    Ok(problems)
}

fn comes(rule: &Rule, today: CivilDate) -> bool {
    let from = rule.starts_on.map_or(today, |first| first.max(today));
    if let super::repeat::Repeat::Once(day) = rule.repeat {
        return day >= today && rule.asks_for(day);
    }
    (0..LOOK_AHEAD_DAYS).any(|days| rule.asks_for(from.plus_days(days)))
}

/// Minutes from the day's start to `time`.
fn into_day(time: CivilTime, settings: &ReminderSettings) -> u32 {
    minutes_until(settings.day_start, time)
}

/// Minutes on the clock from `from` to the next `to`.
fn minutes_until(from: CivilTime, to: CivilTime) -> u32 {
    (to.minute_of_day() + DAY_MIN - from.minute_of_day()) % DAY_MIN
}

fn is_swallowed(rule: &Rule, slot: Slot, settings: &ReminderSettings) -> bool {
    let Some(quiet) = settings.quiet() else { return false };
    let lost = |time: CivilTime| {
        let worth = rule.grace_min.min(DAY_MIN - into_day(time, settings));
        quiet.hold(time) && minutes_until(time, quiet.end) >= worth
    };
    minutes_of(slot).all(lost)
}

fn is_cut_short(rule: &Rule, slot: Slot, settings: &ReminderSettings) -> bool {
    let loud = |time: &CivilTime| settings.quiet().is_none_or(|quiet: QuietHours| !quiet.hold(*time));
    let latest = minutes_of(slot).filter(loud).last().or_else(|| minutes_of(slot).last());
    latest.is_some_and(|time| DAY_MIN - into_day(time, settings) < rule.grace_min)
}

fn minutes_of(slot: Slot) -> impl Iterator<Item = CivilTime> {
    let minutes = match slot.time {
        SlotTime::At(at) => at.minute_of_day()..at.minute_of_day() + 1,
        SlotTime::Window { from, to } => from.minute_of_day()..to.minute_of_day(),
    };
    minutes.map(CivilTime::from_minute_of_day)
}

/// The slots that the limit refuses on every day on which they are asked for.
fn refused_slots(rules: &[Rule], settings: &ReminderSettings, today: CivilDate) -> Result<Vec<(RuleId, u8)>, InvalidInput> {
    // A zone without changes, nothing in the past, nothing resting: what is refused here is refused on any day.
    let zone = ZoneSpan::new("UTC".into(), 0, i64::MAX, 0, Vec::new())?;
    let now = zone.resolve(today, settings.day_start)?;
    let rules = rules.iter().map(|rule| Rule { effective_from: now, back_off: false, ..rule.clone() }).collect();
    let (completions, shown, snoozes) = (Vec::new(), Vec::new(), Vec::new());
    let input = PlanInput {
        zone,
        now: Instant::from_millis((now.millis() - 1).max(0))?,
        deliver_late: false,
        settings: *settings,
        rules,
        completions,
        shown,
        snoozes,
        cap: super::input::MAX_CAP,
        horizon_days: LIMIT_DAYS + 1,
    };
    let plan = plan(&input)?;
    let said: std::collections::BTreeSet<_> =
        plan.fires.iter().flat_map(|fire| fire.items.iter().map(|item| (item.rule, item.slot))).collect();
    let mut refused: Vec<_> = plan
        .dropped
        .iter()
        .filter(|it| it.kind == FireKind::First && it.reason == DropReason::DailyLimit)
        .map(|it| (it.rule, it.slot))
        .filter(|slot| !said.contains(slot))
        .collect();
    refused.sort_unstable();
    refused.dedup();
    Ok(refused)
}

#[cfg(test)]
#[path = "problems_tests.rs"]
mod tests;
