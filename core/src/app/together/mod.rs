//! The relationship check-in: preparing it alone, choosing, talking, agreeing, and looking at agreements again.
//!
//! | File | What it is for |
//! | --- | --- |
//! | `views` | what is answered |
//! | `look` | what is read for it |
//! | `prepare` | private lines, and what of them is chosen |
//! | `meet` | beginning, the moves, afterwards |
//! | `agree` | agreements and their reviews |
//! | `errands` | what the reminders have to be told, and care mode |
//!
//! In care mode none of it exists: every call is refused, and what was written is there again afterwards.

mod agree;
mod errands;
mod look;
mod meet;
mod prepare;
mod views;

pub(in crate::app) use look::{agreements_between, glimpse, rules_are_owed};
pub use views::{
    Afterwards, AgendaTopic, AgreementDraft, AgreementView, HeadingView, LineDraft, MeetingSummary, MeetingView, PrivateLine, ReviewView,
    TogetherGlimpse, TogetherView,
};

use super::{Session, settings};
use crate::error::{Clash, Error, Missing};
use crate::ids::MeetingId;
use crate::storage::meetings::{self, Meeting};
use crate::time::NowContext;
use rusqlite::Transaction;

impl Session {
    /// Changes a check-in in one transaction, tells the reminders what there is to tell, and answers with the check-in.
    fn change_meeting(
        &self,
        ctx: &NowContext,
        id: MeetingId,
        change: impl FnOnce(&Transaction<'_>, &mut Meeting) -> Result<(), Error>,
    ) -> Result<MeetingView, Error> {
        let view = self.write(|tx| {
            refuse_in_care_mode(tx)?;
            let mut meeting = found(tx, id)?;
            change(tx, &mut meeting)?;
            look::meeting_view(tx, ctx, &meeting)
        })?;
        let reminders_told = view.reminders_told || self.settle_rules(ctx);
        Ok(MeetingView { reminders_told, ..view })
    }
}

fn refuse_in_care_mode(tx: &Transaction<'_>) -> Result<(), Error> {
    if settings::load(tx)?.care_mode { Err(Error::Conflict { kind: Clash::CareMode, id: String::new() }) } else { Ok(()) }
}

fn found(tx: &Transaction<'_>, id: MeetingId) -> Result<Meeting, Error> {
    meetings::find(tx, id)?.ok_or_else(|| Error::NotFound { kind: Missing::Meeting, id: id.to_string() })
}

/// It does not follow from the stage.
fn illegal(meeting: &Meeting) -> Error {
    Error::Conflict { kind: Clash::MeetingMove, id: meeting.id.to_string() }
}
