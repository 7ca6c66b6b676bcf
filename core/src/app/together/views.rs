//! What the relationship check-in is answered with.
//!
//! Of these [`MeetingView::headings`] alone holds private lines, and only in the stages in which nobody else looks on.

use crate::checkin::together::agenda::TogetherHeading;
use crate::checkin::together::agreement::{ReviewOutcome, Who};
use crate::checkin::together::stage::{MeetingMoveKind, MeetingStage, MeetingTurn};
use crate::ids::{AgreementId, LineId, MeetingId, TopicId};
use crate::time::CivilDate;

/// Everything that the first page of it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TogetherView {
    /// The one that is open.
    pub meeting: Option<MeetingView>,
    /// Agreements that are open, the next to look at first.
    pub agreements: Vec<AgreementView>,
    /// Agreements that are closed: the 20 looked at last, the latest first.
    pub reviewed: Vec<AgreementView>,
    /// Check-ins that are over, the latest first.
    pub past: Vec<MeetingSummary>,
    /// The day that was set for the next one, unless it has passed.
    pub next_on: Option<CivilDate>,
    /// Minutes that a talk takes unless the person says otherwise.
    pub default_minutes: u32,
    /// The first day on which something can be looked at again.
    pub review_from: CivilDate,
    /// A day for that to offer.
    pub review_offered: CivilDate,
    /// Whether the reminders know of all days here.
    pub reminders_told: bool,
}

/// A check-in, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that the screen offers or not")]
pub struct MeetingView {
    /// Its id.
    pub id: MeetingId,
    /// Where it is.
    pub stage: MeetingStage,
    /// What may follow.
    pub moves: Vec<MeetingMoveKind>,
    /// Whether private lines can be written and deleted.
    pub may_write: bool,
    /// Whether lines can be chosen and topics moved.
    pub may_choose: bool,
    /// Whether agreements can be written down.
    pub may_agree: bool,
    /// Whether how it was can be written down.
    pub may_look_back: bool,
    /// The private half; empty from the talk on.
    pub headings: Vec<HeadingView>,
    /// What was chosen, in order.
    pub agenda: Vec<AgendaTopic>,
    /// The place of the topic that is talked about.
    pub topic: Option<u32>,
    /// Who speaks.
    pub turn: MeetingTurn,
    /// Minutes that the talk is to take.
    pub minutes: u32,
    /// When it began, in milliseconds since 1970.
    pub started_at: Option<i64>,
    /// When it is to stop, in milliseconds since 1970.
    pub stop_at: Option<i64>,
    /// Seconds left while talking; 0 when the time is over.
    pub time_left_s: Option<u32>,
    /// Who hears says first what was heard.
    pub cue: String,
    /// Words for a kind ending: after a pause, or when the time is over.
    pub ending: Option<String>,
    /// What was agreed on in it.
    pub agreements: Vec<AgreementView>,
    /// How it was.
    pub afterwards: Option<Afterwards>,
    /// The first day on which something can be looked at again, and for the next check-in.
    pub review_from: CivilDate,
    /// A day for that to offer.
    pub review_offered: CivilDate,
    /// Whether the reminders know of all its days.
    pub reminders_told: bool,
}

/// A heading of the private half with its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingView {
    /// Which.
    pub heading: TogetherHeading,
    /// Its words.
    pub title: String,
    /// What could stand under it.
    pub hint: String,
    /// What does, in the order in which it was written.
    pub lines: Vec<PrivateLine>,
}

/// A line that nobody else sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivateLine {
    /// Its id.
    pub id: LineId,
    /// What was written.
    pub text: String,
    /// Whether it is on the agenda.
    pub chosen: bool,
    /// The words it has there, where they are others.
    pub reworded: Option<String>,
}

/// A topic of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaTopic {
    /// Its id.
    pub id: TopicId,
    /// Under which heading it was written.
    pub heading: TogetherHeading,
    /// What stands before it, where both read it.
    pub label: String,
    /// The chosen words.
    pub text: String,
    /// Whether it was talked about.
    pub covered: bool,
}

/// An agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementView {
    /// Its id.
    pub id: AgreementId,
    /// The check-in it was made in.
    pub meeting: MeetingId,
    /// Who is to do it.
    pub who: Who,
    /// What was agreed on.
    pub what: String,
    /// The day on which that was.
    pub made_on: CivilDate,
    /// The day to look at it again; none once it is closed.
    pub review_on: Option<CivilDate>,
    /// Whether that day has come.
    pub due: bool,
    /// Whether it can be looked at now.
    pub may_review: bool,
    /// How it went, the first look first.
    pub reviews: Vec<ReviewView>,
}

/// A look at an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// The day of it.
    pub on: CivilDate,
    /// How it went.
    pub outcome: ReviewOutcome,
    /// What was noted.
    pub note: Option<String>,
    /// The day that was set for the next one.
    pub next_on: Option<CivilDate>,
}

/// A check-in that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingSummary {
    /// Its id.
    pub id: MeetingId,
    /// The day of the talk.
    pub held_on: CivilDate,
    /// How it ended.
    pub stage: MeetingStage,
    /// Topics of its agenda.
    pub topics: u32,
    /// Agreements made in it.
    pub agreements: u32,
}

/// How a check-in was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Afterwards {
    /// How it felt, 0 to 4.
    pub felt: Option<i32>,
    /// What was learned; at most 1000 characters.
    pub learned: Option<String>,
    /// The day of the next one.
    pub next_on: Option<CivilDate>,
}

/// A private line as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineDraft {
    /// The line it changes; none for a new one.
    pub id: Option<LineId>,
    /// Under which heading.
    pub heading: TogetherHeading,
    /// At most 500 characters of one line.
    pub text: String,
}

/// An agreement as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementDraft {
    /// The agreement it changes; none for a new one.
    pub id: Option<AgreementId>,
    /// Who is to do it.
    pub who: Who,
    /// At most 200 characters of one line.
    pub what: String,
    /// The day to look at it again: from tomorrow on.
    pub review_on: CivilDate,
}

/// What the first screen shows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TogetherGlimpse {
    /// Whether one is open.
    pub meeting_open: bool,
    /// The day that was set for the next one, unless it has passed.
    pub next_on: Option<CivilDate>,
    /// Open agreements whose day has come.
    pub agreements_due: u32,
}
