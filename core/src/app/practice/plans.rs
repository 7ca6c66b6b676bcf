//! If-then plans and their reminders.

use super::commands::must_be_active;
use super::one::view;
use super::views::PracticeView;
use crate::app::Session;
use crate::app::reminders::kept_draft;
use crate::error::Error;
use crate::ids::RuleId;
use crate::practice::catalogue::Catalogue;
use crate::practice::plan::PlanDraft;
use crate::reminder::repeat::Repeat;
use crate::reminder::rule::ReminderKind;
use crate::storage::practices::{self, StoredPlan};
use crate::time::NowContext;
use rusqlite::Transaction;

/// The reminders of plans for practices that do not exist in care mode.
///
/// # Errors
/// [`Error::Storage`].
pub(in crate::app) fn hidden_rules(tx: &Transaction<'_>) -> Result<Vec<RuleId>, Error> {
    let catalogue = Catalogue::current()?;
    let hidden = |id: &str| catalogue.known(id).is_some_and(|practice| !practice.is_open(true));
    Ok(practices::rules(tx)?.into_iter().filter(|(id, _)| hidden(id)).map(|(_, rule)| rule).collect())
}

impl Session {
    /// Makes a plan for a practice that is active, in the place of the one it has, with the reminder it asks for. The plan
    /// is saved whether or not the reminders could be told.
    ///
    /// # Errors
    /// As [`PlanDraft::kept`] · [`Error::Conflict`], `practice_not_active` · as [`Session::practice`]. Nothing is changed.
    pub fn plan_practice(&self, ctx: &NowContext, draft: PlanDraft) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        let plan = draft.kept()?;
        let fresh = self.fresh_rule(ctx.now)?;
        let (view, before, after) = self.write(|tx| {
            must_be_active(tx, &plan.practice)?;
            let before = practices::plan(tx, &plan.practice)?;
            let rule = before.as_ref().and_then(|before| before.rule).unwrap_or(fresh);
            let after = StoredPlan { rule: plan.remind_at.map(|_| rule), plan: plan.clone() };
            practices::put_plan(tx, &after, ctx.now.millis())?;
            Ok((view(tx, &plan.practice, today)?, before, after))
        })?;
        let reminders_told = match (after.rule, after.plan.remind_at) {
            (Some(rule), Some(at)) => {
                let draft = kept_draft(ReminderKind::Practice, at, Repeat::EveryDay);
                self.keep_rule(ctx, Some(rule), &draft).is_ok()
            }
            _ => before.and_then(|before| before.rule).is_none_or(|rule| self.drop_rule(rule)),
        };
        Ok(PracticeView { reminders_told, ..view })
    }

    /// Deletes the plan of a practice for good, with its reminder. Where there is none, nothing happens.
    ///
    /// # Errors
    /// As [`Session::practice`].
    pub fn drop_plan(&self, ctx: &NowContext, id: &str) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        let (view, rule) = self.write(|tx| {
            // Of a practice that care mode hides, nothing is touched.
            view(tx, id, today)?;
            let rule = practices::plan(tx, id)?.and_then(|plan| plan.rule);
            practices::delete_plan(tx, id)?;
            Ok((view(tx, id, today)?, rule))
        })?;
        Ok(PracticeView { reminders_told: rule.is_none_or(|rule| self.drop_rule(rule)), ..view })
    }
}
