//! Support: the facade's part for questions and the summary.

use super::{Vault, context};
use crate::across::Across;
use crate::guard::guard;
use crate::{AmpersandError, CivilDate, NowContext, QuestionId, SummaryChoice, SummaryChoices, SummaryDocument, SupportView};

/// A first session.
#[uniffi::export]
impl Vault {
    /// What a first session is like, and questions to ask there.
    pub fn support(&self) -> Result<SupportView, AmpersandError> {
        guard(|| self.session.support().map(SupportView::from))
    }

    /// Ticks a question of the list, or takes the tick away.
    ///
    /// Errors: `NotFound`, `question`, without an id · `Conflict`, `care_mode`, for a question for couples · as `home`.
    pub fn tick_question(&self, ctx: NowContext, id: String, on: bool) -> Result<SupportView, AmpersandError> {
        guard(|| self.session.tick_question(&context(ctx)?, &id, on).map(SupportView::from))
    }

    /// Saves a question of a person's own, of 1 to 300 characters on one line: a new one, or other words for one that is
    /// there. At most 30.
    ///
    /// Errors: `question`, `too_short`, `too_long`, `control_character` or `too_many` · `NotFound`, `question`; nothing
    /// is changed · as `home`.
    pub fn save_own_question(&self, ctx: NowContext, id: Option<QuestionId>, text: String) -> Result<SupportView, AmpersandError> {
        guard(|| self.session.save_own_question(&context(ctx)?, id.across(), &text).map(SupportView::from))
    }

    /// Deletes a question of a person's own.
    ///
    /// Errors: `NotFound`, `question`.
    pub fn delete_own_question(&self, id: QuestionId) -> Result<SupportView, AmpersandError> {
        guard(|| self.session.delete_own_question(id.into()).map(SupportView::from))
    }
}

/// A summary to bring along.
#[uniffi::export]
impl Vault {
    /// What can be chosen for a summary of some days; without them, of the last twelve weeks.
    ///
    /// Errors: `date`, `out_of_range`, for a day that has not begun, or `end_before_start` · as `home`.
    pub fn summary_choices(
        &self,
        ctx: NowContext,
        from: Option<CivilDate>,
        to: Option<CivilDate>,
    ) -> Result<SummaryChoices, AmpersandError> {
        guard(|| self.session.summary_choices(&context(ctx)?, from.across(), to.across()).map(SummaryChoices::from))
    }

    /// The document of what was ticked, and of nothing else.
    ///
    /// Errors: as `summary_choices` · `choice`, `nothing_chosen` · `run`, `agreement` or `entry`, `not_offered`, for what
    /// is of other days, in the trash or gone, and `duplicate` · `entry`, `too_many` · `Conflict`, `care_mode`, for agreements.
    pub fn summary(&self, ctx: NowContext, choice: SummaryChoice) -> Result<SummaryDocument, AmpersandError> {
        guard(|| self.session.summary(&context(ctx)?, &choice.into()).map(SummaryDocument::from))
    }
}
