//! What is read for a plan, and the words of what comes out of one.

use super::views::{MissedItem, NextFire, ReminderItem, RestingRule};
use crate::error::{Error, InvalidInput, Missing};
use crate::ids::RuleId;
use crate::reminder::fire::{FireState, is_done};
use crate::reminder::input::{FireKind, MAX_CAP, PlanInput, Snooze};
use crate::reminder::plan::{Fire, FireItem, Plan, Resting};
use crate::reminder::rule::{ReminderKind, Rule};
use crate::reminder::settings::{ReminderSettings, Salt};
use crate::storage::StorageError;
use crate::storage::reminders::settings::Platform;
use crate::storage::reminders::{missed, past, rules, settings};
use crate::time::{CivilDate, CivilTime, Instant, NowContext, ZoneSpan};
use rusqlite::Transaction;

/// Days that a plan looks ahead: a year, so that a person who does not open the app for months is still reminded, and
/// less than the shells' zones reach.
pub(super) const HORIZON_DAYS: u32 = 366;
/// Days after which what happened counts for nothing any more.
pub(super) const KEPT_DAYS: u32 = 400;
/// Days for which what was missed or not delivered is told.
pub(super) const TOLD_DAYS: u32 = 14;
pub(super) const DAY_MS: i64 = 86_400_000;

/// Everything that a plan depends on, read in `tx`.
pub(super) fn load(tx: &Transaction<'_>, ctx: &NowContext, platform: Option<Platform>) -> Result<PlanInput, Error> {
    Ok(PlanInput {
        zone: ctx.zone.clone(),
        now: ctx.now,
        deliver_late: platform == Some(Platform::Android),
        settings: settings::load(tx)?,
        rules: rules::all(tx)?,
        completions: past::completions(tx)?,
        shown: past::shown(tx)?,
        snoozes: past::snoozes(tx)?,
        cap: MAX_CAP,
        horizon_days: HORIZON_DAYS,
    })
}

/// The same where nothing was saved yet.
pub(super) fn nothing(ctx: &NowContext) -> PlanInput {
    PlanInput {
        zone: ctx.zone.clone(),
        now: ctx.now,
        deliver_late: false,
        settings: defaults(),
        rules: Vec::new(),
        completions: Vec::new(),
        shown: Vec::new(),
        snoozes: Vec::new(),
        cap: MAX_CAP,
        horizon_days: HORIZON_DAYS,
    }
}

/// What holds before anybody chose anything.
pub(super) const fn defaults() -> ReminderSettings {
    ReminderSettings::new(Salt([0; 16]))
}

/// What is known when something fires.
pub(super) fn fire_state(input: &PlanInput) -> FireState<'_> {
    FireState { zone: &input.zone, settings: &input.settings, rules: &input.rules, completions: &input.completions, shown: &input.shown }
}

/// The rule of that id.
pub(super) fn rule_of(input: &PlanInput, id: RuleId) -> Option<&Rule> {
    input.rules.iter().find(|rule| rule.id == id)
}

/// As [`rule_of`], where there has to be one.
///
/// # Errors
/// [`Error::NotFound`], `rule`.
pub(super) fn known(input: &PlanInput, id: RuleId) -> Result<&Rule, Error> {
    rule_of(input, id).ok_or_else(|| Error::NotFound { kind: Missing::Rule, id: id.to_string() })
}

/// Whether the rule still asks for `item` of `day`: it is there, switched on, and not done.
pub(super) fn is_open(input: &PlanInput, day: CivilDate, item: &FireItem) -> bool {
    let rule = rule_of(input, item.rule).filter(|rule| rule.enabled);
    rule.is_some_and(|rule| !is_done(rule, &input.completions, day, item.slot))
}

/// Whether nobody has to be asked for `item` of `day` any more, on a screen where it is: it is not open, or it was put
/// off.
pub(super) fn is_over(input: &PlanInput, day: CivilDate, item: &FireItem) -> bool {
    let of_item = |it: &&Snooze| (it.rule, it.day, it.slot) == (item.rule, day, item.slot);
    !is_open(input, day, item) || input.snoozes.iter().find(of_item).is_some_and(|snooze| snooze.until > input.now)
}

/// What a fire asks for, of rules that are there.
pub(super) fn items(input: &PlanInput, fire: &[FireItem]) -> Vec<ReminderItem> {
    fire.iter().filter_map(|item| Some(named(rule_of(input, item.rule)?, item.slot, item.kind))).collect()
}

pub(super) const fn named(rule: &Rule, slot: u8, fire: FireKind) -> ReminderItem {
    ReminderItem { rule: rule.id, kind: rule.kind, slot, fire }
}

/// The kinds of a fire, each once, in the order of its items.
pub(super) fn kinds(input: &PlanInput, fire: &Fire) -> Vec<ReminderKind> {
    let mut kinds = Vec::new();
    for item in items(input, &fire.items) {
        if !kinds.contains(&item.kind) {
            kinds.push(item.kind);
        }
    }
    kinds
}

/// The first of the plan's fires that is ahead and of which `wanted` holds.
pub(super) fn next(input: &PlanInput, plan: &Plan, wanted: impl Fn(&Fire) -> bool) -> Result<Option<NextFire>, InvalidInput> {
    let Some(fire) = plan.fires.iter().find(|fire| fire.at > input.now && wanted(fire)) else { return Ok(None) };
    let Wall { date, time, .. } = Wall::at(&input.zone, fire.at)?;
    Ok(Some(NextFire { at: fire.at.millis(), local_date: date, local_time: time, kinds: kinds(input, fire) }))
}

pub(super) fn resting(input: &PlanInput, resting: &[Resting]) -> Vec<RestingRule> {
    let named = |it: &Resting| Some(RestingRule { rule: it.rule, kind: rule_of(input, it.rule)?.kind, until: it.until });
    resting.iter().filter_map(named).collect()
}

/// What was missed, not seen yet, and can still be done: of rules that are there, and not done since.
pub(super) fn missed(tx: &Transaction<'_>, input: &PlanInput) -> Result<Vec<MissedItem>, StorageError> {
    let told = |it: missed::Missed| {
        let rule = rule_of(input, it.rule).filter(|rule| rule.enabled)?;
        let done = is_done(rule, &input.completions, it.day, it.slot);
        (!done).then_some(MissedItem { rule: it.rule, kind: rule.kind, day: it.day, slot: it.slot })
    };
    Ok(missed::unseen(tx)?.into_iter().filter_map(told).collect())
}

/// Fires that the system did not deliver in the last 14 days.
pub(super) fn unheard(tx: &Transaction<'_>, now: Instant) -> Result<u32, StorageError> {
    missed::unheard(tx, now.millis() - i64::from(TOLD_DAYS) * DAY_MS)
}

/// What a calendar and a clock on the wall show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wall {
    pub(super) date: CivilDate,
    pub(super) time: CivilTime,
    pub(super) second: u32,
    /// All of it in seconds, as if in UTC.
    pub(super) seconds: i64,
}

impl Wall {
    /// At `at`, or in the part of a second that is left until the next one: nothing may come early.
    pub(super) fn at(zone: &ZoneSpan, at: Instant) -> Result<Self, InvalidInput> {
        let whole = Instant::from_millis(at.millis() + (-at.millis()).rem_euclid(1_000))?;
        let (date, time) = zone.local(whole)?;
        let seconds = whole.millis() / 1_000 + i64::from(zone.offset_at(whole)?);
        Ok(Self { date, time, second: u32::try_from(seconds.rem_euclid(60)).unwrap_or(0), seconds })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_second_is_waited_for() {
        let zone = ZoneSpan::new("Asia/Kathmandu".into(), 0, 4_000_000_000_000, 20_700, vec![]).expect("a zone");
        let at = |millis: i64| {
            let wall = Wall::at(&zone, Instant::from_millis(millis).expect("an instant")).expect("covered");
            (format!("{} {}:{:02}", wall.date, wall.time, wall.second), wall.seconds)
        };
        let (shown, seconds) = at(1_790_000_000_000);
        assert_eq!(shown, "2026-09-21 19:58:20");
        assert_eq!(seconds, 1_790_000_000 + 20_700);
        assert_eq!(at(1_790_000_000_001).0, "2026-09-21 19:58:21");
        assert_eq!(at(1_789_999_999_999).0, "2026-09-21 19:58:20");
        assert_eq!(at(1_790_000_039_500).0, "2026-09-21 19:59:00");
    }
}
