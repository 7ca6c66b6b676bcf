//! What to do when a reminder fires, possibly hours late, and how long it can be put off.

use super::input::{Completed, FireKind, Shown};
use super::plan::{Fire, FireItem};
use super::rule::{Completion, ReminderKind, Rule};
use super::settings::ReminderSettings;
use crate::error::{Field, InvalidInput, Reason};
use crate::time::{CivilDate, Instant, ZoneSpan};

/// How much too soon an alarm may come, in milliseconds: clocks are set by seconds.
const EARLY_MS: i64 = 60_000;
const MINUTE_MS: i64 = 60_000;
/// Minutes that are offered for putting off. The first is what "later" means.
const SNOOZE_MIN: [i64; 3] = [30, 60, 180];

/// What is known when something fires.
#[derive(Debug, Clone, Copy)]
pub struct FireState<'a> {
    /// The zone.
    pub zone: &'a ZoneSpan,
    /// What holds for all rules.
    pub settings: &'a ReminderSettings,
    /// The rules.
    pub rules: &'a [Rule],
    /// The answers so far.
    pub completions: &'a [Completed],
    /// What was shown so far.
    pub shown: &'a [Shown],
}

/// What becomes of a fire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fired {
    /// What it comes to.
    pub outcome: FireOutcome,
    /// What came too late: it is told in the app, and never shown as a notification.
    pub late: Vec<FireItem>,
}

/// Whether something is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FireOutcome {
    /// It is.
    Show {
        /// What it asks for, at least one thing.
        items: Vec<FireItem>,
        /// The key of its text.
        copy_key: String,
        /// Whether it must make no sound: it was planned outside quiet hours and came in them.
        silent: bool,
    },
    /// It is not.
    Drop(NotShown),
}

/// Why a fire is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotShown {
    /// Its rules are gone or switched off, or nobody knows it.
    Gone,
    /// What it asks for was done.
    Done,
    /// It was shown already.
    Shown,
    /// It came too late.
    Late,
    /// It came too soon.
    Early,
}

/// Decides what becomes of `fire` at `now`.
///
/// # Errors
/// `zone`, `zone_span_short`: the zone does not cover `now` and the fire's time.
pub fn on_fire(fire: &Fire, state: FireState<'_>, now: Instant) -> Result<Fired, InvalidInput> {
    let mut items = Vec::new();
    let (mut late, mut seen, mut done) = (Vec::new(), false, false);
    let mut kinds = Vec::new();
    for item in &fire.items {
        let Some(rule) = state.rules.iter().find(|rule| rule.id == item.rule && rule.enabled) else { continue };
        if is_done(rule, state.completions, fire.day, item.slot) {
            done = true;
        } else if was_shown(state.shown, fire, item) {
            seen = true;
        } else if now >= item.not_after {
            late.push(*item);
        } else {
            items.push(*item);
            kinds.push(rule.kind);
        }
    }
    let not_shown = match (items.is_empty(), late.is_empty(), seen, done) {
        (false, ..) if fire.at.millis() - now.millis() > EARLY_MS => Some(NotShown::Early),
        (false, ..) => None,
        (_, false, ..) => Some(NotShown::Late),
        (_, _, true, _) => Some(NotShown::Shown),
        (_, _, _, true) => Some(NotShown::Done),
        _ => Some(NotShown::Gone),
    };
    let outcome = match not_shown {
        Some(why) => FireOutcome::Drop(why),
        None => FireOutcome::Show { items, copy_key: copy_key(&kinds, state.settings.discreet), silent: is_silent(fire, state, now)? },
    };
    Ok(Fired { outcome, late })
}

/// Whether `slot` of `rule` needs no answer any more on `day`.
pub fn is_done(rule: &Rule, completions: &[Completed], day: CivilDate, slot: u8) -> bool {
    let settles = |of: Option<u8>| rule.completion == Completion::Day || of.is_none_or(|of| of == slot);
    completions.iter().any(|it| it.rule == rule.id && it.day == day && settles(it.slot))
}

/// The key of the text that stands for `kinds` together.
pub fn copy_key(kinds: &[ReminderKind], discreet: bool) -> String {
    let what = match kinds {
        [first, rest @ ..] if rest.iter().all(|kind| kind == first) => first.key(),
        _ => "several",
    };
    format!("reminder.{what}.{}", if discreet { "discreet" } else { "plain" })
}

/// The times until which a reminder of `day` can be put off: only such as are before the day's end.
///
/// # Errors
/// `zone`, `zone_span_short`.
pub fn snooze_options(zone: &ZoneSpan, settings: &ReminderSettings, day: CivilDate, now: Instant) -> Result<Vec<Instant>, InvalidInput> {
    let end = day_end(zone, settings, day)?;
    let at = SNOOZE_MIN.iter().map(|minutes| whole_minute(now.millis() + minutes * MINUTE_MS));
    at.filter(|at| *at < end.millis()).map(Instant::from_millis).collect()
}

/// The whole minute until which a reminder of `day` is put off, for somebody who asked for `until`.
///
/// # Errors
/// `until`, `in_past` or `after_day_end` · `zone`, `zone_span_short`.
pub fn snooze_until(
    zone: &ZoneSpan,
    settings: &ReminderSettings,
    day: CivilDate,
    now: Instant,
    until: Instant,
) -> Result<Instant, InvalidInput> {
    if until <= now {
        return Err(InvalidInput::new(Field::Until, Reason::InPast));
    }
    let until = Instant::from_millis(whole_minute(until.millis()))?;
    if until >= day_end(zone, settings, day)? { Err(InvalidInput::new(Field::Until, Reason::AfterDayEnd)) } else { Ok(until) }
}

fn day_end(zone: &ZoneSpan, settings: &ReminderSettings, day: CivilDate) -> Result<Instant, InvalidInput> {
    zone.resolve(day.plus_days(1), settings.day_start)
}

const fn whole_minute(millis: i64) -> i64 {
    (millis + MINUTE_MS - 1).div_euclid(MINUTE_MS) * MINUTE_MS
}

fn was_shown(shown: &[Shown], fire: &Fire, item: &FireItem) -> bool {
    // A snooze can be asked for again; then only what was shown from its new time on is the same one.
    let same = |it: &Shown| item.kind != FireKind::Snooze || it.at >= fire.at;
    shown.iter().any(|it| (it.rule, it.day, it.slot, it.kind) == (item.rule, fire.day, item.slot, item.kind) && same(it))
}

/// Whether `fire`, said at `now`, must make no sound: it was planned outside quiet hours and comes in them.
pub(crate) fn is_silent(fire: &Fire, state: FireState<'_>, now: Instant) -> Result<bool, InvalidInput> {
    let Some(quiet) = state.settings.quiet() else { return Ok(false) };
    Ok(quiet.hold(state.zone.local(now)?.1) && !quiet.hold(state.zone.local(fire.at)?.1))
}

#[cfg(test)]
#[path = "fire_tests.rs"]
mod tests;
