//! The facade's part for practices and for learning.

use super::{Vault, context};
use crate::guard::guard;
use crate::{AmpersandError, AttemptId, LearnView, NewAttempt, NowContext, PlanDraft, PracticeView, PracticesView};

/// Practices.
#[uniffi::export]
impl Vault {
    /// Every practice, on shelves by need, and what is active.
    ///
    /// Errors: as `home`.
    pub fn practices(&self, ctx: NowContext) -> Result<PracticesView, AmpersandError> {
        guard(|| self.session.practices(&context(ctx)?).map(PracticesView::from))
    }

    /// A practice.
    ///
    /// Errors: `practice`, `unknown_practice` · `Conflict`, `care_mode`, for one that does not exist in care mode · as
    /// `home`.
    pub fn practice(&self, ctx: NowContext, id: String) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.practice(&context(ctx)?, &id).map(PracticeView::from))
    }

    /// Begins a practice; one that is active stays as it is.
    ///
    /// Errors: `Conflict`, `practices_full`, when two are active · as `practice`; nothing is changed.
    pub fn begin_practice(&self, ctx: NowContext, id: String) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.begin_practice(&context(ctx)?, &id).map(PracticeView::from))
    }

    /// Puts a practice down, with the reminder of its plan. Attempts and the plan's words stay.
    ///
    /// Errors: `Conflict`, `practice_not_active` · as `practice`; nothing is changed.
    pub fn stop_practice(&self, ctx: NowContext, id: String) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.stop_practice(&context(ctx)?, &id).map(PracticeView::from))
    }

    /// Writes an attempt down. One that was done or tried today settles today's reminder.
    ///
    /// Errors: `step`, `out_of_range` · `date`, `out_of_range` or `too_late` · `note`, `too_long` or `control_character` ·
    /// `after_feeling`, `out_of_range` · `Conflict`, `practice_not_active` · as `practice`; nothing is changed.
    pub fn record_attempt(&self, ctx: NowContext, attempt: NewAttempt) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.record_attempt(&context(ctx)?, &attempt.into()).map(PracticeView::from))
    }

    /// Puts another attempt in the place of one, of the same practice. It may keep its day, however long ago that is.
    ///
    /// Errors: `NotFound`, `attempt` · as `record_attempt`; nothing is changed.
    pub fn change_attempt(&self, ctx: NowContext, id: AttemptId, attempt: NewAttempt) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.change_attempt(&context(ctx)?, id.into(), &attempt.into()).map(PracticeView::from))
    }

    /// Makes a plan for a practice that is active, in the place of the one it has, and the reminder it asks for.
    ///
    /// Errors: `situation` or `action`, `too_short`, `too_long` or `control_character` · `Conflict`, `practice_not_active` ·
    /// as `practice`; nothing is changed.
    pub fn plan_practice(&self, ctx: NowContext, plan: PlanDraft) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.plan_practice(&context(ctx)?, plan.into()).map(PracticeView::from))
    }

    /// Deletes the plan of a practice for good, with its reminder. Where there is none, nothing happens.
    ///
    /// Errors: as `practice`.
    pub fn drop_plan(&self, ctx: NowContext, practice: String) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.drop_plan(&context(ctx)?, &practice).map(PracticeView::from))
    }
}

/// Learning.
#[uniffi::export]
impl Vault {
    /// Cards and patterns.
    ///
    /// Errors: `Locked` · `Storage`.
    pub fn learn(&self) -> Result<LearnView, AmpersandError> {
        guard(|| self.session.learn().map(LearnView::from))
    }

    /// Marks a pattern as one that the person knows, or takes the mark away. No figure changes by it.
    ///
    /// Errors: `pattern`, `unknown_pattern` · as `learn`.
    pub fn mark_pattern(&self, id: String, marked: bool) -> Result<LearnView, AmpersandError> {
        guard(|| self.session.mark_pattern(&id, marked).map(LearnView::from))
    }
}
