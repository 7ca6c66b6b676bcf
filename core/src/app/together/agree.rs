//! Agreements: writing them down, looking at them again, letting go of them.

use super::views::{AgreementDraft, MeetingView, TogetherView};
use super::{illegal, look, refuse_in_care_mode};
use crate::app::Session;
use crate::checkin::together::agreement::{MAX_OPEN, Review, check_review_day, what_of};
use crate::checkin::together::stage::MeetingStage;
use crate::error::{Clash, Error, Field, InvalidInput, Missing, Reason};
use crate::ids::{AgreementId, MeetingId};
use crate::reminder::rule::ReminderKind;
use crate::storage::agreements::{self, Agreement, Reviewed};
use crate::storage::errands::{self, Errand};
use crate::storage::meetings::Meeting;
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

impl Session {
    /// Writes down an agreement, new or changed. Its day becomes a reminder.
    ///
    /// # Errors
    /// `what`, `too_short`, `too_long` or `control_character` · `review_on`, `in_past`, before tomorrow · `agreements`,
    /// `too_many` · `agreement`, `other_meeting` · [`Error::NotFound`], `meeting` or `agreement` · [`Error::Conflict`],
    /// `meeting_move`, `agreement_closed` or `care_mode`; nothing is changed · `zone`, `zone_span_short`;
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn save_agreement(&self, ctx: &NowContext, id: MeetingId, draft: &AgreementDraft) -> Result<MeetingView, Error> {
        let today = ctx.today()?;
        let what = what_of(&draft.what)?;
        let fresh = self.drawn(|entropy| AgreementId::new(ctx.now, entropy))?;
        let rule = self.fresh_rule(ctx.now)?;
        self.change_meeting(ctx, id, |tx, meeting| {
            if meeting.stage != MeetingStage::Agreeing {
                return Err(illegal(meeting));
            }
            let before = draft.id.map(|agreement| agreement_in(tx, meeting, agreement)).transpose()?;
            let day_before = before.as_ref().map(open_day).transpose()?;
            if day_before != Some(draft.review_on) {
                check_review_day(draft.review_on, today)?;
            }
            if before.is_none() && agreements::count_open(tx)? as usize >= MAX_OPEN {
                return Err(InvalidInput::new(Field::Agreements, Reason::TooMany).into());
            }
            let before = before.unwrap_or(Agreement {
                id: fresh,
                meeting: id,
                who: draft.who,
                made_on: today,
                review_on: None,
                rule,
                what: String::new(),
            });
            let agreement = Agreement { who: draft.who, review_on: Some(draft.review_on), what, ..before };
            agreements::put(tx, &agreement)?;
            if day_before != agreement.review_on {
                let day = agreement.review_on;
                errands::put(tx, Errand { rule: agreement.rule, kind: ReminderKind::Agreement, day, done_on: day_before })?;
            }
            Ok(())
        })
    }

    /// Deletes an agreement with its reviews and its reminder, whatever the stage of its check-in.
    ///
    /// # Errors
    /// `agreement`, `other_meeting` · [`Error::NotFound`], `meeting` or `agreement` · [`Error::Conflict`], `care_mode` · as
    /// [`Self::save_agreement`].
    pub fn delete_agreement(&self, ctx: &NowContext, id: MeetingId, agreement: AgreementId) -> Result<MeetingView, Error> {
        self.change_meeting(ctx, id, |tx, meeting| {
            let Agreement { rule, .. } = agreement_in(tx, meeting, agreement)?;
            errands::put(tx, Errand { rule, kind: ReminderKind::Agreement, day: None, done_on: None })?;
            Ok(agreements::delete(tx, agreement)?)
        })
    }

    /// Looks at an agreement: how it went, and whether there is a day to look again. Without one it is closed, and
    /// nothing reminds of it any more.
    ///
    /// # Errors
    /// As [`Review::checked`] · [`Error::NotFound`], `agreement` · [`Error::Conflict`], `agreement_closed` or `care_mode`;
    /// nothing is changed · as [`Self::save_agreement`].
    pub fn review_agreement(&self, ctx: &NowContext, id: AgreementId, review: &Review) -> Result<TogetherView, Error> {
        let today = ctx.today()?;
        let view = self.write(|tx| {
            refuse_in_care_mode(tx)?;
            let agreement = agreements::find(tx, id)?.ok_or_else(|| unknown(id))?;
            let day_before = open_day(&agreement)?;
            let review = review.checked(agreement.made_on, today)?;
            let day = review.next_review_on;
            agreements::add_review(tx, id, &Reviewed { on: today, review }, ctx.now.millis())?;
            let agreement = Agreement { review_on: day, ..agreement };
            agreements::put(tx, &agreement)?;
            errands::put(tx, Errand { rule: agreement.rule, kind: ReminderKind::Agreement, day, done_on: Some(day_before) })?;
            look::together_view(tx, ctx)
        })?;
        Ok(self.with_rules_settled(ctx, view))
    }
}

/// An agreement that was made in this check-in.
fn agreement_in(tx: &Transaction<'_>, meeting: &Meeting, id: AgreementId) -> Result<Agreement, Error> {
    let agreement = agreements::find(tx, id)?.ok_or_else(|| unknown(id))?;
    if agreement.meeting == meeting.id { Ok(agreement) } else { Err(InvalidInput::new(Field::Agreement, Reason::OtherMeeting).into()) }
}

/// The day to look at it again.
fn open_day(agreement: &Agreement) -> Result<CivilDate, Error> {
    agreement.review_on.ok_or_else(|| Error::Conflict { kind: Clash::AgreementClosed, id: agreement.id.to_string() })
}

fn unknown(id: AgreementId) -> Error {
    Error::NotFound { kind: Missing::Agreement, id: id.to_string() }
}
