//! The Check's part of the facade: taking it, and finished runs.

use super::{Vault, context};
use crate::guard::guard;
use crate::{
    AmpersandError, CheckDraft, CheckOverview, CheckProgress, CheckResult, CheckReview, ItemAnswer, LifeEvent, NewCheck, NowContext,
    PartnerContext, RunId, RunPage, RunSummary, list,
};

/// Taking the Check.
#[uniffi::export]
impl Vault {
    /// The Check's first screen.
    ///
    /// Errors: as `home`.
    pub fn check_overview(&self, ctx: NowContext, partner_context: PartnerContext) -> Result<CheckOverview, AmpersandError> {
        guard(|| self.session.check_overview(&context(ctx)?, partner_context.into()).map(CheckOverview::from))
    }

    /// Resumes the open draft of the context, or starts one.
    ///
    /// Errors: `retest`, `too_soon` (the day is in `check_overview`) · as `home`.
    pub fn begin_check(&self, ctx: NowContext, new: NewCheck) -> Result<CheckDraft, AmpersandError> {
        guard(|| self.session.begin_check(&context(ctx)?, new.into()).map(CheckDraft::from))
    }

    /// Resumes a draft by its id.
    ///
    /// Errors: `NotFound`, `run` · `Conflict` with `run_finished`, `draft_expired`, `draft_version` · `run`, `malformed_id`.
    pub fn resume_check(&self, ctx: NowContext, run: RunId) -> Result<CheckDraft, AmpersandError> {
        guard(|| self.session.resume_check(&context(ctx)?, run.0).map(CheckDraft::from))
    }

    /// Answers or skips an item. It is on disk when this returns; an earlier answer to it is replaced.
    ///
    /// Errors: `item`, `unknown_item` · `value` or `ms`, `out_of_range` · as `resume_check`; nothing is changed.
    pub fn answer_check(&self, ctx: NowContext, run: RunId, answer: ItemAnswer) -> Result<CheckProgress, AmpersandError> {
        guard(|| self.session.answer_check(&context(ctx)?, run.0, &answer.into()).map(CheckProgress::from))
    }

    /// What is asked before a draft is finished: whether to look again.
    ///
    /// Errors: as `resume_check`.
    pub fn review_check(&self, ctx: NowContext, run: RunId) -> Result<CheckReview, AmpersandError> {
        guard(|| self.session.review_check(&context(ctx)?, run.0).map(CheckReview::from))
    }

    /// Finishes a draft. From then on it is never edited; it can be left out or deleted.
    ///
    /// Errors: `answers`, `nothing_answered` · as `resume_check` and `home`.
    pub fn finish_check(&self, ctx: NowContext, run: RunId, tags: Vec<LifeEvent>) -> Result<RunSummary, AmpersandError> {
        guard(|| self.session.finish_check(&context(ctx)?, run.0, &list::<_, _>(tags)).map(RunSummary::from))
    }
}

/// Finished runs.
#[uniffi::export]
impl Vault {
    /// Everything the result screen shows.
    ///
    /// Errors: `safety`, `not_answered`, until the safety page was answered once · `version`, `unknown_version` ·
    /// `NotFound`, `run` · `Conflict`, `run_unfinished`.
    pub fn check_result(&self, run: RunId) -> Result<CheckResult, AmpersandError> {
        guard(|| self.session.check_result(run.0).map(CheckResult::from))
    }

    /// A page of finished runs, after the run `after`; the newest first.
    ///
    /// Errors: `NotFound`, `run`.
    pub fn check_runs(&self, after: Option<RunId>) -> Result<RunPage, AmpersandError> {
        guard(|| self.session.check_runs(after.map(|run| run.0)).map(RunPage::from))
    }

    /// Counts a run in change and trends, whatever its answers look like.
    ///
    /// Errors: `NotFound`, `run` · `Conflict`, `run_unfinished`.
    pub fn include_check(&self, run: RunId) -> Result<RunSummary, AmpersandError> {
        guard(|| self.session.include_check(run.0).map(RunSummary::from))
    }

    /// Leaves a run out of change and trends.
    ///
    /// Errors: as `include_check`.
    pub fn exclude_check(&self, run: RunId) -> Result<RunSummary, AmpersandError> {
        guard(|| self.session.exclude_check(run.0).map(RunSummary::from))
    }

    /// Deletes a run or a draft for good.
    ///
    /// Errors: `NotFound`, `run`.
    pub fn delete_check(&self, run: RunId) -> Result<(), AmpersandError> {
        guard(|| self.session.delete_check(run.0))
    }
}
