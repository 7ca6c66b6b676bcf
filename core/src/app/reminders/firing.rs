//! What fires, is put off and is done.

use super::state::{self, rule_of};
use super::views::{OpenTarget, ReminderItem};
use super::{Reminders, replan};
use crate::error::{Error, Field, InvalidInput, Missing, Reason};
use crate::ids::RuleId;
use crate::reminder::fire::{FireOutcome, Fired, NotShown, copy_key, on_fire, snooze_options, snooze_until};
use crate::reminder::input::{Completed, FireKind, PlanInput, Shown, Snooze};
use crate::reminder::plan::{Fire, FireId, FireItem, plan};
use crate::storage::reminders::fires::{self, List, Listed};
use crate::storage::reminders::missed::Missed;
use crate::storage::reminders::settings::Platform;
use crate::storage::reminders::{missed, past, settings};
use crate::time::{CivilDate, Instant, NowContext};
use rusqlite::Transaction;
use std::collections::BTreeSet;

/// What the shell does about a fire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Firing {
    /// It posts a notification, and then says so.
    Show {
        /// The fire.
        id: FireId,
        /// The number that stands for it.
        code: i32,
        /// The day it asks about.
        day: CivilDate,
        /// What it asks for.
        items: Vec<ReminderItem>,
        /// The key of its text.
        copy_key: String,
        /// Whether it must not give itself away.
        discreet: bool,
        /// Whether it must make no sound.
        silent: bool,
        /// Until when "later" would put it off, in milliseconds since 1970; none when the day is too nearly over.
        later_at: Option<i64>,
    },
    /// It shows nothing.
    Drop {
        /// Why not.
        reason: NotShown,
    },
}

impl Reminders {
    /// A reminder fires, possibly late, twice, or for something that is gone. Whatever is answered, the system holds it
    /// no longer, and a new plan is due.
    ///
    /// # Errors
    /// `zone`, `zone_span_short`; [`Error::Storage`].
    pub fn on_fire(&self, ctx: &NowContext, id: FireId) -> Result<Firing, Error> {
        let outcome = self.file.write(|tx| {
            fires::remove(tx, List::Registered, id)?;
            // The last plan knows best; what it does not hold any more was fired before, or is not to be.
            let Some(found) = found(tx, id, &[List::Planned, List::Fired, List::OnScreen])? else {
                return Ok(Firing::Drop { reason: NotShown::Gone });
            };
            let input = state::load(tx, ctx, Some(Platform::Android))?;
            let Fired { outcome, late } = on_fire(&found.fire, state::fire_state(&input), ctx.now)?;
            for item in late.iter().filter(|item| item.kind != FireKind::Nudge) {
                missed::put(tx, Missed { rule: item.rule, day: found.fire.day, slot: item.slot })?;
            }
            match outcome {
                FireOutcome::Drop(reason) => Ok(Firing::Drop { reason }),
                FireOutcome::Show { items, copy_key: _, silent } => {
                    let code = match found.code {
                        Some(code) => code,
                        None => new_code(tx)?,
                    };
                    let fire = with_all_that_is_due(&input, Fire { items, ..found.fire })?;
                    let items = state::items(&input, &fire.items);
                    let kinds: Vec<_> = items.iter().map(|item| item.kind).collect();
                    let later = snooze_options(&input.zone, &input.settings, fire.day, ctx.now)?.first().copied();
                    let shown = Firing::Show {
                        id,
                        code,
                        day: fire.day,
                        items,
                        copy_key: copy_key(&kinds, input.settings.discreet),
                        discreet: input.settings.discreet,
                        silent,
                        later_at: later.map(Instant::millis),
                    };
                    fires::put(tx, List::Fired, &Listed { fire, code: Some(code), withdraw: false, ..found })?;
                    Ok::<_, Error>(shown)
                }
            }
        })?;
        Ok(outcome.unwrap_or(Firing::Drop { reason: NotShown::Gone }))
    }

    /// The notification was posted: only now it counts. Told twice, the first time counts.
    ///
    /// # Errors
    /// [`Error::NotFound`], `fire`: it never fired; [`Error::Storage`].
    pub fn shown(&self, ctx: &NowContext, id: FireId) -> Result<(), Error> {
        let told = self.file.write(|tx| {
            let Some(fired) = fires::find(tx, List::Fired, id)? else {
                return Ok::<_, Error>(fires::find(tx, List::OnScreen, id)?.is_some());
            };
            let Fire { day, items, .. } = &fired.fire;
            // An alarm may come seconds early; what was shown before its time would seem still to come.
            let at = ctx.now.max(fired.fire.at);
            for item in items {
                past::put_shown(tx, &Shown { rule: item.rule, day: *day, slot: item.slot, kind: item.kind, at })?;
            }
            fires::remove(tx, List::Fired, id)?;
            fires::put(tx, List::OnScreen, &fired)?;
            Ok(true)
        })?;
        if told == Some(true) { Ok(()) } else { Err(no_fire(id)) }
    }

    /// Until when a reminder on screen can be put off, soonest first, in milliseconds since 1970; nothing when the day is
    /// too nearly over, or what it asks for was done.
    ///
    /// # Errors
    /// [`Error::NotFound`], `fire`; `zone`, `zone_span_short`; [`Error::Storage`].
    pub fn snooze_options(&self, ctx: &NowContext, id: FireId) -> Result<Vec<i64>, Error> {
        let options = self.file.read(|tx| {
            let (input, fire) = on_screen(tx, ctx, id)?;
            if open_items(&input, &fire).next().is_none() {
                return Ok(Vec::new());
            }
            let options = snooze_options(&input.zone, &input.settings, fire.day, ctx.now)?;
            Ok::<_, Error>(options.into_iter().map(Instant::millis).collect())
        })?;
        options.ok_or_else(|| no_fire(id))
    }

    /// Puts off what a reminder on screen still asks for, until the whole minute `until` is in or begins. A new plan is
    /// due.
    ///
    /// # Errors
    /// `until`, `in_past` or `after_day_end`; [`Error::NotFound`], `fire`: it is not on screen, or nothing of it is left
    /// to do; `zone`, `zone_span_short`; [`Error::Storage`]. Nothing is changed.
    pub fn snooze(&self, ctx: &NowContext, id: FireId, until: Instant) -> Result<(), Error> {
        let put_off = self.file.write(|tx| {
            let (input, fire) = on_screen(tx, ctx, id)?;
            let until = snooze_until(&input.zone, &input.settings, fire.day, ctx.now, until)?;
            put_off(tx, &input, &fire, until)
        })?;
        if put_off == Some(true) { Ok(()) } else { Err(no_fire(id)) }
    }

    /// Puts off what a reminder on screen still asks for until the first of [`Self::snooze_options`], and says until when;
    /// none when there is none.
    ///
    /// # Errors
    /// As [`Self::snooze_options`].
    pub fn later(&self, ctx: &NowContext, id: FireId) -> Result<Option<i64>, Error> {
        let later = self.file.write(|tx| {
            let (input, fire) = on_screen(tx, ctx, id)?;
            let first = snooze_options(&input.zone, &input.settings, fire.day, ctx.now)?.first().copied();
            let Some(until) = first else { return Ok(None) };
            Ok::<_, Error>(put_off(tx, &input, &fire, until)?.then_some(until.millis()))
        })?;
        later.ok_or_else(|| no_fire(id))
    }

    /// Something that has no screen of its own was done: one of its times of a day, or with none all of them. Done twice
    /// is done once. A new plan is due.
    ///
    /// # Errors
    /// [`Error::NotFound`], `rule`; `slots`, `out_of_range`: the rule has no such time; `date`, `out_of_range`: the day
    /// is ahead; `zone`, `zone_span_short`; [`Error::Storage`]. Nothing is changed.
    pub fn complete(&self, ctx: &NowContext, rule: RuleId, day: CivilDate, slot: Option<i32>) -> Result<(), Error> {
        let today = ctx.today()?;
        let done = self.file.write(|tx| {
            let input = state::load(tx, ctx, None)?;
            let known = state::known(&input, rule)?;
            if day > today {
                return Err(InvalidInput::new(Field::Date, Reason::OutOfRange).into());
            }
            let of_rule = |slot: i32| known.slots.iter().map(|it| it.id).find(|id| i32::from(*id) == slot);
            let none = InvalidInput::new(Field::Slots, Reason::OutOfRange);
            let slot = slot.map(|slot| of_rule(slot).ok_or(none)).transpose()?;
            Ok::<_, Error>(past::complete(tx, &Completed { rule, day, slot })?)
        })?;
        done.ok_or_else(|| Error::NotFound { kind: Missing::Rule, id: rule.to_string() })
    }

    /// The person has seen what was missed.
    ///
    /// # Errors
    /// [`Error::Storage`].
    pub fn seen_missed(&self, _ctx: &NowContext) -> Result<(), Error> {
        self.file.write(|tx| Ok::<_, Error>(missed::seen(tx)?))?;
        Ok(())
    }

    /// Where a notification that was tapped leads: to the day it asked about.
    ///
    /// # Errors
    /// [`Error::NotFound`], `fire`; [`Error::Storage`].
    pub fn opened(&self, ctx: &NowContext, id: FireId) -> Result<OpenTarget, Error> {
        let target = self.file.read(|tx| {
            let Listed { fire, .. } = found(tx, id, &UP_TO_SCREEN)?.ok_or_else(|| no_fire(id))?;
            let input = state::load(tx, ctx, settings::standing(tx)?.platform)?;
            Ok::<_, Error>(OpenTarget { day: fire.day, items: state::items(&input, &fire.items) })
        })?;
        target.ok_or_else(|| no_fire(id))
    }
}

/// Where something may be that a person has before them: iOS tells of nothing before the next plan.
const UP_TO_SCREEN: [List; 4] = [List::OnScreen, List::Fired, List::Registered, List::Planned];

/// The fire, in the first of `lists` that has it.
fn found(tx: &Transaction<'_>, id: FireId, lists: &[List]) -> Result<Option<Listed>, Error> {
    for list in lists {
        if let Some(found) = fires::find(tx, *list, id)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// A fire that a person has before them: it is on screen, or its time has come.
fn on_screen(tx: &Transaction<'_>, ctx: &NowContext, id: FireId) -> Result<(PlanInput, Fire), Error> {
    let input = state::load(tx, ctx, settings::standing(tx)?.platform)?;
    let posted = found(tx, id, &[List::OnScreen, List::Fired])?;
    let due = found(tx, id, &[List::Registered, List::Planned])?.filter(|it| it.fire.at <= ctx.now);
    let fire = posted.or(due).ok_or_else(|| no_fire(id))?.fire;
    Ok((input, fire))
}

/// `fire` with whatever the next plan would say in the same moment. A day's limit counts notifications, and what was due
/// together is one: once it is shown there would be room for the rest, and a phone that was off all day would say one
/// after the other.
fn with_all_that_is_due(input: &PlanInput, fire: Fire) -> Result<Fire, InvalidInput> {
    let at = input.now.max(fire.at);
    let mut shown = PlanInput { horizon_days: 1, ..input.clone() };
    let mut items = fire.items;
    let mut new = items.clone();
    while !new.is_empty() {
        let of_fire = |item: &FireItem| Shown { rule: item.rule, day: fire.day, slot: item.slot, kind: item.kind, at };
        shown.shown.extend(new.iter().map(of_fire));
        let due = plan(&shown)?.fires.into_iter().filter(|other| other.at <= input.now && other.day == fire.day);
        new = due.flat_map(|other| other.items).filter(|item| !items.contains(item)).collect();
        items.extend(&new);
    }
    let not_after = items.iter().map(|item| item.not_after).max().unwrap_or(fire.not_after);
    Ok(Fire { items, not_after, ..fire })
}

fn open_items<'a>(input: &'a PlanInput, fire: &'a Fire) -> impl Iterator<Item = &'a FireItem> {
    fire.items.iter().filter(|item| state::is_open(input, fire.day, item))
}

/// Answers whether there was anything to put off.
fn put_off(tx: &Transaction<'_>, input: &PlanInput, fire: &Fire, until: Instant) -> Result<bool, Error> {
    let mut any = false;
    for item in open_items(input, fire) {
        let slots = rule_of(input, item.rule).map(|rule| &rule.slots);
        // A time that was changed since is another one.
        if slots.is_some_and(|slots| slots.iter().any(|slot| slot.id == item.slot)) {
            past::snooze(tx, &Snooze { rule: item.rule, day: fire.day, slot: item.slot, until })?;
            any = true;
        }
    }
    Ok(any)
}

/// A number that nothing has yet.
fn new_code(tx: &Transaction<'_>) -> Result<i32, Error> {
    let mut taken = BTreeSet::new();
    for list in List::ALL {
        taken.extend(fires::all(tx, list)?.iter().filter_map(|it| it.code));
    }
    Ok(replan::free_code(&taken))
}

fn no_fire(id: FireId) -> Error {
    Error::NotFound { kind: Missing::Fire, id: id.to_string() }
}
