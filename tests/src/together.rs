//! Ways through a relationship check-in, for the tests of it.

#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a helper that fails is a test that fails")]

use ampersand_core::app::{AgreementDraft, AgreementView, LineDraft, MeetingView, RuleView, Session};
use ampersand_core::checkin::together::agenda::TogetherHeading;
use ampersand_core::checkin::together::agreement::Who;
use ampersand_core::checkin::together::stage::MeetingMove::{self, Choose, Start, ToAfterwards, ToAgreements};
use ampersand_core::checkin::together::stage::MeetingStage;
use ampersand_core::ids::{LineId, MeetingId};
use ampersand_core::time::NowContext;
use std::path::Path;

/// A line to be written.
pub fn draft(heading: TogetherHeading, text: &str) -> LineDraft {
    LineDraft { id: None, heading, text: text.into() }
}

/// Writes a private line and answers with its id.
pub fn written(session: &Session, ctx: &NowContext, meeting: MeetingId, text: &str) -> LineId {
    let view = session.save_line(ctx, meeting, &draft(TogetherHeading::MyBehaviour, text)).expect("a line");
    let mut lines = view.headings.iter().flat_map(|heading| &heading.lines).rev();
    lines.find(|line| line.text == text).expect("the line is there").id
}

/// A new check-in with one line, which is on the agenda in its own words, brought to `stage`.
pub fn brought_to(session: &Session, ctx: &NowContext, stage: MeetingStage) -> MeetingView {
    let mut view = session.begin_meeting(ctx).expect("a check-in");
    let line = written(session, ctx, view.id, "I fold your shirts");
    let step = |mv: MeetingMove| session.move_meeting(ctx, view.id, mv).expect("legal");
    if stage == MeetingStage::Preparing {
        return session.meeting(ctx, view.id).expect("there");
    }
    step(Choose);
    view = session.choose_line(ctx, view.id, line, None).expect("chosen");
    let way = [Start { minutes: 20 }, ToAgreements, ToAfterwards, MeetingMove::Finish];
    for mv in way {
        if view.stage == stage {
            return view;
        }
        let pause = stage == MeetingStage::EndedEarly && view.stage == MeetingStage::Meeting;
        view = session.move_meeting(ctx, view.id, if pause { MeetingMove::Pause } else { mv }).expect("legal");
    }
    view
}

/// A check-in with an agreement to look at on `review_on`, still being agreed on.
pub fn agreed(session: &Session, ctx: &NowContext, what: &str, review_on: &str) -> (MeetingId, AgreementView) {
    let meeting = brought_to(session, ctx, MeetingStage::Agreeing).id;
    let draft = AgreementDraft { id: None, who: Who::Both, what: what.into(), review_on: review_on.parse().expect("a date") };
    let view = session.save_agreement(ctx, meeting, &draft).expect("an agreement");
    (meeting, view.agreements.last().expect("it is there").clone())
}

/// The rules in the folder's reminders.
pub fn rules(folder: &Path, ctx: &NowContext) -> Vec<RuleView> {
    let reminders = ampersand_core::app::Reminders::open(folder, Box::new(crate::world::Seeded(77))).expect("reminders");
    reminders.view(ctx).expect("a view").rules
}
