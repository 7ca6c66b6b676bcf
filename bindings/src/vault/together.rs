//! The relationship check-in: the facade's part. In care mode every call is refused with `Conflict`, `care_mode`.

use super::{Vault, context};
use crate::guard::guard;
use crate::{
    Afterwards, AgreementDraft, AgreementId, AmpersandError, LineDraft, LineId, MeetingId, MeetingMove, MeetingView, NowContext, Review,
    TogetherView, TopicId,
};

/// Preparing, choosing and talking.
#[uniffi::export]
impl Vault {
    /// Everything that the first page of the relationship check-in shows.
    ///
    /// Errors: `Conflict`, `care_mode` · as `home`.
    pub fn together(&self, ctx: NowContext) -> Result<TogetherView, AmpersandError> {
        guard(|| self.session.together(&context(ctx)?).map(TogetherView::from))
    }

    /// A check-in, also one that is over.
    ///
    /// Errors: `NotFound`, `meeting` · `Conflict`, `care_mode` · as `home`.
    pub fn meeting(&self, ctx: NowContext, meeting: MeetingId) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.meeting(&context(ctx)?, meeting.0).map(MeetingView::from))
    }

    /// Begins a check-in; where one is open, answers with that.
    ///
    /// Errors: `Conflict`, `care_mode` · as `home`.
    pub fn begin_meeting(&self, ctx: NowContext) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.begin_meeting(&context(ctx)?).map(MeetingView::from))
    }

    /// Saves a private line, new or changed, while preparing or choosing. What was chosen of it stays as it is.
    ///
    /// Errors: `line`, `too_short`, `too_long`, `control_character` or `other_meeting` · `lines`, `too_many` (100) ·
    /// `NotFound`, `meeting` or `line` · `Conflict`, `meeting_move` or `care_mode`; nothing is changed · as `home`.
    pub fn save_line(&self, ctx: NowContext, meeting: MeetingId, draft: LineDraft) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.save_line(&context(ctx)?, meeting.0, &draft.into()).map(MeetingView::from))
    }

    /// Deletes a private line, and the topic that was made of it.
    ///
    /// Errors: `line`, `other_meeting` · `NotFound`, `meeting` or `line` · `Conflict`, `meeting_move` or `care_mode` · as
    /// `home`.
    pub fn delete_line(&self, ctx: NowContext, meeting: MeetingId, line: LineId) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.delete_line(&context(ctx)?, meeting.0, line.0).map(MeetingView::from))
    }

    /// Puts a line on the agenda, in its own words or in others; one that is there gets the new words.
    ///
    /// Errors: `line`, `too_short`, `too_long`, `control_character` or `other_meeting` · `topics`, `too_many` (12) ·
    /// `NotFound`, `meeting` or `line` · `Conflict`, `meeting_move` or `care_mode`; nothing is changed · as `home`.
    pub fn choose_line(
        &self,
        ctx: NowContext,
        meeting: MeetingId,
        line: LineId,
        reworded: Option<String>,
    ) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.choose_line(&context(ctx)?, meeting.0, line.0, reworded.as_deref()).map(MeetingView::from))
    }

    /// Takes a line off the agenda.
    ///
    /// Errors: as `delete_line`.
    pub fn unchoose_line(&self, ctx: NowContext, meeting: MeetingId, line: LineId) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.unchoose_line(&context(ctx)?, meeting.0, line.0).map(MeetingView::from))
    }

    /// Moves a topic to the place `to`, 0 the first; past the end it comes last.
    ///
    /// Errors: `topic`, `other_meeting` · `NotFound`, `meeting` or `topic` · `Conflict`, `meeting_move` or `care_mode` · as
    /// `home`.
    pub fn move_topic(&self, ctx: NowContext, meeting: MeetingId, topic: TopicId, to: u32) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.move_topic(&context(ctx)?, meeting.0, topic.0, to).map(MeetingView::from))
    }

    /// Takes a move.
    ///
    /// Errors: `Conflict`, `meeting_move`, for one that does not follow · `minutes`, `out_of_range` · `NotFound`,
    /// `meeting` · `Conflict`, `care_mode`; nothing is changed · as `home`.
    pub fn move_meeting(&self, ctx: NowContext, meeting: MeetingId, mv: MeetingMove) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.move_meeting(&context(ctx)?, meeting.0, mv.into()).map(MeetingView::from))
    }

    /// The agenda as plain text, to look at and to send: the chosen words alone.
    ///
    /// Errors: `topics`, `nothing_chosen` · `NotFound`, `meeting` · `Conflict`, `care_mode` · `Locked` · `Storage`.
    pub fn agenda_text(&self, meeting: MeetingId) -> Result<String, AmpersandError> {
        guard(|| self.session.agenda_text(meeting.0))
    }

    /// Deletes a check-in with its lines, its agenda and its agreements.
    ///
    /// Errors: `NotFound`, `meeting` · `Conflict`, `care_mode` · as `home`.
    pub fn delete_meeting(&self, ctx: NowContext, meeting: MeetingId) -> Result<TogetherView, AmpersandError> {
        guard(|| self.session.delete_meeting(&context(ctx)?, meeting.0).map(TogetherView::from))
    }
}

/// Agreeing, and what comes afterwards.
#[uniffi::export]
impl Vault {
    /// Writes down an agreement, new or changed. Its day becomes a reminder.
    ///
    /// Errors: `what`, `too_short`, `too_long` or `control_character` · `review_on`, `in_past`, before tomorrow ·
    /// `agreements`, `too_many` (20 open ones) · `agreement`, `other_meeting` · `NotFound`, `meeting` or `agreement` ·
    /// `Conflict`, `meeting_move`, `agreement_closed` or `care_mode`; nothing is changed · as `home`.
    pub fn save_agreement(&self, ctx: NowContext, meeting: MeetingId, draft: AgreementDraft) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.save_agreement(&context(ctx)?, meeting.0, &draft.into()).map(MeetingView::from))
    }

    /// Deletes an agreement with what was written at its reviews, and its reminder; whatever the stage.
    ///
    /// Errors: `agreement`, `other_meeting` · `NotFound`, `meeting` or `agreement` · `Conflict`, `care_mode` · as `home`.
    pub fn delete_agreement(&self, ctx: NowContext, meeting: MeetingId, agreement: AgreementId) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.delete_agreement(&context(ctx)?, meeting.0, agreement.0).map(MeetingView::from))
    }

    /// Writes down how it was, also after a pause. A next day becomes a reminder.
    ///
    /// Errors: `felt`, `out_of_range` · `learned`, `too_long` or `control_character` · `next_on`, `in_past`, before
    /// tomorrow · `NotFound`, `meeting` · `Conflict`, `meeting_move` or `care_mode`; nothing is changed · as `home`.
    pub fn save_afterwards(&self, ctx: NowContext, meeting: MeetingId, afterwards: Afterwards) -> Result<MeetingView, AmpersandError> {
        guard(|| self.session.save_afterwards(&context(ctx)?, meeting.0, &afterwards.into()).map(MeetingView::from))
    }

    /// Looks at an agreement: how it went, and whether there is a day to look again. Without one it is closed.
    ///
    /// Errors: `date`, `before_agreement` · `review_on`, `in_past` or `let_go` · `note`, `too_long` or
    /// `control_character` · `NotFound`, `agreement` · `Conflict`, `agreement_closed` or `care_mode`; nothing is changed ·
    /// as `home`.
    pub fn review_agreement(&self, ctx: NowContext, agreement: AgreementId, review: Review) -> Result<TogetherView, AmpersandError> {
        guard(|| self.session.review_agreement(&context(ctx)?, agreement.0, &review.into()).map(TogetherView::from))
    }
}
