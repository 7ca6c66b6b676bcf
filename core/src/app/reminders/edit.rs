//! Rules and settings, saved by a person.

use super::Reminders;
use super::look::{chosen, rule_view};
use super::state::{self, KEPT_DAYS};
use super::views::{ReminderChoices, RuleDraft, RuleView};
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::ids::RuleId;
use crate::reminder::input::{MAX_RULES, PlanInput};
use crate::reminder::plan::plan;
use crate::reminder::rule::{MAX_SLOTS, Rule, Slot};
use crate::reminder::settings::ReminderSettings;
use crate::storage::reminders::{past, rules, settings};
use crate::time::{CivilDate, CivilTime, NowContext};
use rusqlite::Transaction;

impl Reminders {
    /// Saves a rule, new or changed. Nothing of it is said that was due before.
    ///
    /// # Errors
    /// As [`Rule::check`]; `rules`, `too_many`: 100 are there; `slots`, `too_many`: its times were changed so often that
    /// no number is left for another; [`Error::NotFound`], `rule`; as [`Self::view`]. Nothing is changed.
    pub fn save_rule(&self, ctx: &NowContext, draft: &RuleDraft) -> Result<RuleView, Error> {
        let fresh = match draft.id {
            Some(id) => id,
            None => self.drawn(|entropy| RuleId::new(ctx.now, entropy))?,
        };
        let save = |tx: &Transaction<'_>| {
            if draft.id.is_some() && rules::last_slot(tx, fresh)?.is_none() {
                return Err(no_rule(fresh));
            }
            viewed(&put_drafted(tx, ctx, draft, fresh)?, fresh)
        };
        if draft.id.is_some() {
            return self.file.write(save)?.ok_or_else(|| no_rule(fresh));
        }
        check_new(ctx, draft, fresh)?;
        let mut entropy = self.entropy();
        self.file.make_and_write(entropy.as_mut(), save)
    }

    /// Deletes a rule and what was answered to it. What is on screen of it is taken away by the next plan.
    ///
    /// # Errors
    /// [`Error::NotFound`], `rule`; [`Error::Storage`].
    pub fn delete_rule(&self, _ctx: &NowContext, id: RuleId) -> Result<(), Error> {
        let deleted = self.file.write(|tx| {
            past::forget(tx, id)?;
            Ok::<_, Error>(rules::delete(tx, id)?)
        })?;
        if deleted == Some(true) { Ok(()) } else { Err(no_rule(id)) }
    }

    /// Switches a rule on or off. Switched on, nothing of it is said that was due before.
    ///
    /// # Errors
    /// [`Error::NotFound`], `rule`; as [`Self::view`].
    pub fn enable_rule(&self, ctx: &NowContext, id: RuleId, enabled: bool) -> Result<RuleView, Error> {
        self.change(ctx, id, |rule| {
            if enabled && !rule.enabled {
                rule.effective_from = ctx.now;
            }
            rule.enabled = enabled;
            Ok(())
        })
    }

    /// Brings a rule back that holds back: what nobody answered before today does not count any more.
    ///
    /// # Errors
    /// As [`Self::enable_rule`].
    pub fn resume_rule(&self, ctx: &NowContext, id: RuleId) -> Result<RuleView, Error> {
        let today = ctx.today()?;
        self.change(ctx, id, |rule| {
            rule.resumed_on = Some(today);
            Ok(())
        })
    }

    /// Moves a rule to the place `to` in the person's order, 0 the first; past the end it comes last.
    ///
    /// # Errors
    /// [`Error::NotFound`], `rule`; [`Error::Storage`].
    pub fn move_rule(&self, id: RuleId, to: usize) -> Result<(), Error> {
        let moved = self.file.write(|tx| {
            let mut order: Vec<RuleId> = rules::all(tx)?.iter().map(|rule| rule.id).collect();
            let at = order.iter().position(|it| *it == id).ok_or_else(|| no_rule(id))?;
            order.remove(at);
            order.insert(to.min(order.len()), id);
            Ok::<_, Error>(rules::put_order(tx, order.into_iter())?)
        })?;
        moved.ok_or_else(|| no_rule(id))
    }

    /// Saves what holds for all rules, and answers with what was saved.
    ///
    /// # Errors
    /// `max_per_day`, `out_of_range`; [`Error::Storage`]. Nothing is changed.
    pub fn save_settings(&self, _ctx: &NowContext, choices: &ReminderChoices) -> Result<ReminderChoices, Error> {
        with_choices(state::defaults(), choices)?;
        let mut entropy = self.entropy();
        self.file.make_and_write(entropy.as_mut(), |tx| {
            let saved = with_choices(settings::load(tx)?, choices)?;
            settings::put(tx, &saved)?;
            Ok(chosen(&saved))
        })
    }

    fn change(&self, ctx: &NowContext, id: RuleId, change: impl Fn(&mut Rule) -> Result<(), Error>) -> Result<RuleView, Error> {
        let changed = self.file.write(|tx| {
            let mut input = loaded(tx, ctx)?;
            let rule = input.rules.iter_mut().find(|rule| rule.id == id).ok_or_else(|| no_rule(id))?;
            change(rule)?;
            let last_slot = rules::last_slot(tx, id)?.unwrap_or(0);
            rules::put(tx, rule, last_slot)?;
            viewed(&input, id)
        })?;
        changed.ok_or_else(|| no_rule(id))
    }
}

/// Whether a rule that is not there could be saved: asked before a file is made for it.
pub(super) fn check_new(ctx: &NowContext, draft: &RuleDraft, id: RuleId) -> Result<(), Error> {
    drafted(draft, id, None, Ids::first(), ctx)?;
    plan(&state::nothing(ctx))?;
    Ok(())
}

/// Saves the rule that `draft` makes of the one with this id, or of none where that is not there, and answers with all
/// that a plan depends on then.
pub(super) fn put_drafted(tx: &Transaction<'_>, ctx: &NowContext, draft: &RuleDraft, id: RuleId) -> Result<PlanInput, Error> {
    let mut input = loaded(tx, ctx)?;
    let before = state::rule_of(&input, id).cloned();
    if before.is_none() && input.rules.len() >= MAX_RULES {
        return Err(InvalidInput::new(Field::Rules, Reason::TooMany).into());
    }
    let ids = Ids::of(tx, id, before.as_ref(), ctx.today()?)?;
    let (rule, last_slot) = drafted(draft, id, before.as_ref(), ids, ctx)?;
    rules::put(tx, &rule, last_slot)?;
    input.rules = rules::all(tx)?;
    Ok(input)
}

/// Which ids the times of a rule can be given.
pub(super) struct Ids {
    last: Option<u8>,
    /// Those that something still names.
    taken: Vec<u8>,
}

impl Ids {
    /// Of a new rule.
    pub(super) const fn first() -> Self {
        Self { last: None, taken: Vec::new() }
    }

    /// Of one that is there.
    pub(super) fn after(tx: &Transaction<'_>, rule: &Rule, today: CivilDate) -> Result<Self, Error> {
        Self::of(tx, rule.id, Some(rule), today)
    }

    /// Of one that may be there, or may have been.
    fn of(tx: &Transaction<'_>, id: RuleId, before: Option<&Rule>, today: CivilDate) -> Result<Self, Error> {
        let mut taken = past::named_slots(tx, id, today.minus_days(KEPT_DAYS))?;
        taken.extend(before.iter().flat_map(|rule| rule.slots.iter().map(|slot| slot.id)));
        Ok(Self { last: rules::last_slot(tx, id)?, taken })
    }

    /// The next one that means nothing yet.
    fn next(&mut self) -> Result<u8, InvalidInput> {
        let from = self.last.map_or(0, |last| last.wrapping_add(1));
        let mut free = (0..=u8::MAX).map(|step| from.wrapping_add(step)).filter(|id| !self.taken.contains(id));
        let id = free.next().ok_or(InvalidInput::new(Field::Slots, Reason::TooMany))?;
        self.last = Some(id);
        self.taken.push(id);
        Ok(id)
    }
}

/// The rule that `draft` makes, and the id that was given out last. A time that stays keeps its id, so that what was
/// answered and shown today still belongs to it; a changed one is another.
pub(super) fn drafted(
    draft: &RuleDraft,
    id: RuleId,
    before: Option<&Rule>,
    mut ids: Ids,
    ctx: &NowContext,
) -> Result<(Rule, u8), InvalidInput> {
    // Before an id is given out: nobody has that many times.
    if draft.times.len() > MAX_SLOTS {
        return Err(InvalidInput::new(Field::Slots, Reason::WrongCount));
    }
    let mut old: Vec<Slot> = before.map(|rule| rule.slots.clone()).unwrap_or_default();
    let mut slots = Vec::new();
    for time in &draft.times {
        let kept = old.iter().position(|slot| slot.time == *time).map(|at| old.remove(at));
        slots.push(match kept {
            Some(slot) => slot,
            None => Slot { id: ids.next()?, time: *time },
        });
    }
    let RuleDraft { id: _, kind, enabled, times: _, repeat, starts_on, ends_on, grace_min, nudge_after_min, completion, back_off } =
        draft.clone();
    let mut rule = Rule {
        id,
        kind,
        enabled,
        effective_from: before.map_or(ctx.now, |rule| rule.effective_from),
        resumed_on: before.and_then(|rule| rule.resumed_on),
        slots,
        repeat,
        starts_on,
        ends_on,
        grace_min,
        nudge_after_min,
        completion,
        back_off,
    };
    if before != Some(&rule) {
        rule.effective_from = ctx.now;
    }
    rule.check(CivilTime::DEFAULT_DAY_START)?;
    Ok((rule, ids.last.unwrap_or(0)))
}

/// `settings` with what a person chose.
pub(super) fn with_choices(settings: ReminderSettings, choices: &ReminderChoices) -> Result<ReminderSettings, InvalidInput> {
    let ReminderChoices { quiet, max_per_day, discreet } = *choices;
    let settings = ReminderSettings { quiet, max_per_day, discreet, ..settings };
    settings.check()?;
    Ok(settings)
}

fn loaded(tx: &Transaction<'_>, ctx: &NowContext) -> Result<PlanInput, Error> {
    let platform = settings::standing(tx)?.platform;
    state::load(tx, ctx, platform)
}

fn viewed(input: &PlanInput, id: RuleId) -> Result<RuleView, Error> {
    rule_view(input, &plan(input)?, state::known(input, id)?)
}

fn no_rule(id: RuleId) -> Error {
    Error::NotFound { kind: crate::error::Missing::Rule, id: id.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(last: Option<u8>, taken: &[u8], count: usize) -> Vec<u8> {
        let mut ids = Ids { last, taken: taken.to_vec() };
        (0..count).map(|_| ids.next().expect("one is left")).collect()
    }

    #[test]
    fn ids_go_on_from_the_last_and_past_what_is_named() {
        assert_eq!(given(None, &[], 2), [0, 1]);
        assert_eq!(given(Some(6), &[8, 7], 2), [9, 10]);
        assert_eq!(given(Some(254), &[0, 2], 3), [255, 1, 3], "round, and not those that something still names");
        let all: Vec<u8> = (0..=u8::MAX).collect();
        assert_eq!(given(Some(9), &all[1..], 1), [0]);
        let refused = Ids { last: Some(9), taken: all }.next();
        assert_eq!(refused, Err(InvalidInput::new(Field::Slots, Reason::TooMany)));
    }
}
