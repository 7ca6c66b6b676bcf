//! Reminders that the vault makes for something of its own: a plan, an agreement, a day that was set.
//!
//! The rule's id stands in the vault beside what it is for; the rule itself is in a file that opens without a key, and
//! nothing a person wrote goes there. Saving in the vault never fails for a reminder: what these answer says whether the
//! reminders know.

use super::edit::{check_new, put_drafted};
use super::views::RuleDraft;
use crate::app::Session;
use crate::error::Error;
use crate::ids::RuleId;
use crate::reminder::input::Completed;
use crate::reminder::repeat::Repeat;
use crate::reminder::rule::{Completion, DEFAULT_GRACE_MIN, ReminderKind, SlotTime};
use crate::storage::reminders::{past, rules};
use crate::time::{CivilDate, CivilTime, Instant, NowContext};
use rusqlite::Transaction;
use std::sync::PoisonError;

/// What the vault asks for: at one time of these days, for the whole day, as this kind does it.
pub(in crate::app) fn kept_draft(kind: ReminderKind, at: CivilTime, repeat: Repeat) -> RuleDraft {
    RuleDraft {
        id: None,
        kind,
        enabled: true,
        times: vec![SlotTime::At(at)],
        repeat,
        starts_on: None,
        ends_on: None,
        grace_min: DEFAULT_GRACE_MIN,
        nudge_after_min: None,
        completion: Completion::Day,
        back_off: kind.backs_off(),
    }
}

impl Session {
    /// A new id for a rule, to be kept in the vault before the rule is made.
    pub(in crate::app) fn fresh_rule(&self, now: Instant) -> Result<RuleId, Error> {
        self.drawn(|entropy| RuleId::new(now, entropy))
    }

    /// Makes the rule `id` as `draft` has it, in the place of what it was; of none, a new one. The draft's own id says
    /// nothing here. Answers with the rule's id.
    ///
    /// # Errors
    /// As [`super::Reminders::save_rule`], but that a rule which is gone is made again.
    pub(in crate::app) fn keep_rule(&self, ctx: &NowContext, id: Option<RuleId>, draft: &RuleDraft) -> Result<RuleId, Error> {
        let id = match id {
            Some(id) => id,
            None => self.fresh_rule(ctx.now)?,
        };
        check_new(ctx, draft, id)?;
        let mut entropy = self.entropy.lock().unwrap_or_else(PoisonError::into_inner);
        self.reminders.make_and_write(entropy.as_mut(), |tx| put_drafted(tx, ctx, draft, id))?;
        Ok(id)
    }

    /// Takes a rule away, with what was answered to it. Answers whether the reminders know it; one that is not there is
    /// away already.
    pub(in crate::app) fn drop_rule(&self, id: RuleId) -> bool {
        self.told(|tx| {
            past::forget(tx, id)?;
            rules::delete(tx, id)?;
            Ok(())
        })
    }

    /// Records that what one rule asks for was done, for the whole of each of `days`. Answers whether the reminders know.
    pub(in crate::app) fn completed_rule(&self, id: RuleId, days: impl IntoIterator<Item = CivilDate>) -> bool {
        self.told(|tx| {
            // Of a rule that a person has deleted nothing is recorded.
            if rules::last_slot(tx, id)?.is_some() {
                for day in days {
                    past::complete(tx, &Completed { rule: id, day, slot: None })?;
                }
            }
            Ok(())
        })
    }

    /// Whether the reminders could be told; where there are none there is nothing to tell.
    fn told(&self, tell: impl FnOnce(&Transaction<'_>) -> Result<(), Error>) -> bool {
        self.reminders.write(tell).is_ok()
    }
}
