//! What the reminders have to be told of days that were set here, and what they must not say in care mode.
//!
//! What is to be told is written into the vault together with the thing itself, and goes once the reminders know: a
//! reminders' file that cannot be written, or a phone that died between the two, is made up for by the next screen.

use crate::app::reminders::{RuleDraft, kept_draft};
use crate::app::{Session, practice};
use crate::error::Error;
use crate::ids::RuleId;
use crate::reminder::repeat::Repeat;
use crate::reminder::rule::{ReminderKind, Rule};
use crate::storage::errands::{self, Errand};
use crate::storage::reminders::rules;
use crate::time::{CivilDate, CivilTime, NowContext};

/// The hours at which a day to look at an agreement, and one to talk, are reminded of.
const AGREEMENT_AT: u32 = 10;
const TOGETHER_AT: u32 = 18;

/// What needs the partner, and says nothing in care mode.
const fn needs_the_partner(kind: ReminderKind) -> bool {
    matches!(kind, ReminderKind::Together | ReminderKind::Agreement)
}

impl Session {
    /// Tells the reminders what they have still to be told. In care mode they are told of nothing new, and every rule that
    /// needs the partner is switched off; after it those are switched on again. Answers whether nothing is left to tell:
    /// what could not be told is told another time.
    pub(in crate::app) fn settle_rules(&self, ctx: &NowContext) -> bool {
        self.try_to_settle(ctx).unwrap_or(false)
    }

    fn try_to_settle(&self, ctx: &NowContext) -> Result<bool, Error> {
        let today = ctx.today()?;
        let (care_mode, owed, at_rest) =
            self.read(|tx| Ok((crate::app::settings::load(tx)?.care_mode, errands::all(tx)?, errands::at_rest(tx)?)))?;
        let mut all_told = true;
        for errand in owed {
            let later = care_mode && errand.day.is_some();
            if !later && self.run(ctx, errand, today) {
                self.write(|tx| Ok(errands::told(tx, errand)?))?;
            } else {
                all_told = false;
            }
        }
        if care_mode {
            return Ok(self.rest_rules() && all_told);
        }
        if !at_rest.is_empty() {
            self.wake_rules(ctx, &at_rest)?;
        }
        Ok(all_told)
    }

    /// Tells the reminders one thing; answers whether they know.
    fn run(&self, ctx: &NowContext, errand: Errand, today: CivilDate) -> bool {
        let Errand { rule, kind, day, done_on } = errand;
        if !self.completed_rule(rule, done_on) {
            return false;
        }
        match day {
            None => self.drop_rule(rule),
            // Nobody is reminded of yesterday.
            Some(day) if day < today => true,
            Some(day) => self.draft_of(rule, kind, day).and_then(|draft| self.keep_rule(ctx, Some(rule), &draft)).is_ok(),
        }
    }

    /// The rule for that day. What a person has changed of it on the reminders' own screen stays.
    fn draft_of(&self, id: RuleId, kind: ReminderKind, day: CivilDate) -> Result<RuleDraft, Error> {
        let hour = if kind == ReminderKind::Together { TOGETHER_AT } else { AGREEMENT_AT };
        let draft = kept_draft(kind, CivilTime::from_minute_of_day(hour * 60), Repeat::Once(day));
        let known = self.reminders.read(|tx| Ok::<_, Error>(rules::all(tx)?))?.unwrap_or_default();
        Ok(match known.into_iter().find(|rule| rule.id == id) {
            Some(rule) => RuleDraft {
                enabled: rule.enabled,
                times: rule.slots.iter().map(|slot| slot.time).collect(),
                grace_min: rule.grace_min,
                nudge_after_min: rule.nudge_after_min,
                completion: rule.completion,
                back_off: rule.back_off,
                ..draft
            },
            None => draft,
        })
    }

    /// Switches off every rule that needs the partner. Which ones is in the vault before any of them is off. Answers
    /// whether none is on.
    pub(in crate::app) fn rest_rules(&self) -> bool {
        let rest = || {
            let on: Vec<Rule> = self.reminders.read(|tx| Ok::<_, Error>(rules::all(tx)?))?.unwrap_or_default();
            let hidden = self.read(practice::hidden_rules)?;
            let faces = |rule: &&Rule| rule.enabled && (needs_the_partner(rule.kind) || hidden.contains(&rule.id));
            let on: Vec<RuleId> = on.iter().filter(faces).map(|rule| rule.id).collect();
            if on.is_empty() {
                return Ok(());
            }
            self.write(|tx| Ok(on.iter().try_for_each(|rule| errands::rest(tx, *rule))?))?;
            self.switch(&on, |rule| rule.enabled = false)
        };
        rest().is_ok()
    }

    /// Switches on again what care mode switched off. Nothing of it is said that was due meanwhile.
    fn wake_rules(&self, ctx: &NowContext, at_rest: &[RuleId]) -> Result<(), Error> {
        self.switch(at_rest, |rule| {
            if !rule.enabled {
                rule.effective_from = ctx.now;
            }
            rule.enabled = true;
        })?;
        self.write(|tx| Ok(at_rest.iter().try_for_each(|rule| errands::wake(tx, *rule))?))
    }

    /// Changes rules that are there; of one that is gone there is nothing to change.
    fn switch(&self, ids: &[RuleId], change: impl Fn(&mut Rule)) -> Result<(), Error> {
        self.reminders.write(|tx| {
            for mut rule in rules::all(tx)?.into_iter().filter(|rule| ids.contains(&rule.id)) {
                change(&mut rule);
                let last_slot = rules::last_slot(tx, rule.id)?.unwrap_or(0);
                rules::put(tx, &rule, last_slot)?;
            }
            Ok::<_, Error>(())
        })?;
        Ok(())
    }
}
