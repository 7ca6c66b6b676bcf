//! The relationship check-in.

use crate::across::{crosses, record, text_type};
use crate::{AgreementView, CivilDate, mirrored};
use ampersand_core::checkin::together::{agenda, stage};
use ampersand_core::{app, ids};

text_type! {
    /// The id of a relationship check-in.
    MeetingId = ids::MeetingId,
    /// The id of a private line.
    LineId = ids::LineId,
    /// The id of a topic of an agenda.
    TopicId = ids::TopicId,
}

mirrored! {
    /// Where a relationship check-in is.
    MeetingStage = stage::MeetingStage {
        /// Writing in private.
        Preparing,
        /// Choosing, line by line, what goes on the agenda.
        Choosing,
        /// Talking.
        Meeting,
        /// Writing down what was agreed on.
        Agreeing,
        /// Looking back on it.
        Afterwards,
        /// Over.
        Done,
        /// Over, because somebody needed a pause.
        EndedEarly,
    }
}

mirrored! {
    /// Who speaks; the other one hears.
    MeetingTurn = stage::MeetingTurn {
        /// The person whose notebook it is.
        Me,
        /// The other one.
        You,
    }
}

mirrored! {
    /// A move without what it carries.
    MeetingMoveKind = stage::MeetingMoveKind {
        /// Enough was written.
        Choose,
        /// There is more to write.
        BackToPreparing,
        /// The talk begins; it needs a topic.
        Start,
        /// The other one speaks.
        NextTurn,
        /// This topic is covered.
        NextTopic,
        /// Somebody needs a pause: the talk ends kindly.
        Pause,
        /// The talk is over.
        ToAgreements,
        /// Everything that was agreed on is written down.
        ToAfterwards,
        /// Everything is said.
        Finish,
    }
}

/// A move from one stage to the next, or within the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum MeetingMove {
    /// Enough was written.
    Choose,
    /// There is more to write.
    BackToPreparing,
    /// The talk begins.
    Start {
        /// 5 to 60.
        minutes: u32,
    },
    /// The other one speaks.
    NextTurn,
    /// This topic is covered.
    NextTopic,
    /// Somebody needs a pause: the talk ends kindly.
    Pause,
    /// The talk is over.
    ToAgreements,
    /// Everything that was agreed on is written down.
    ToAfterwards,
    /// Everything is said.
    Finish,
}

impl From<MeetingMove> for stage::MeetingMove {
    fn from(mv: MeetingMove) -> Self {
        match mv {
            MeetingMove::Choose => Self::Choose,
            MeetingMove::BackToPreparing => Self::BackToPreparing,
            MeetingMove::Start { minutes } => Self::Start { minutes },
            MeetingMove::NextTurn => Self::NextTurn,
            MeetingMove::NextTopic => Self::NextTopic,
            MeetingMove::Pause => Self::Pause,
            MeetingMove::ToAgreements => Self::ToAgreements,
            MeetingMove::ToAfterwards => Self::ToAfterwards,
            MeetingMove::Finish => Self::Finish,
        }
    }
}

mirrored! {
    /// What private lines are written under, in this order.
    TogetherHeading = agenda::TogetherHeading {
        /// Appreciation for who the other one is.
        Appreciation,
        /// Where one does too much in the other's life.
        OverFunction,
        /// Where one does too little in one's own.
        UnderFunction,
        /// A behaviour of one's own to change.
        MyBehaviour,
        /// A behaviour one asks the other to change.
        TheirBehaviour,
        /// A boundary one needs help with.
        BoundaryHelp,
        /// Where it may come from.
        Origin,
    }
}

crosses! {
    stage::MeetingStage => MeetingStage,
    stage::MeetingTurn => MeetingTurn,
    stage::MeetingMoveKind => MeetingMoveKind,
    agenda::TogetherHeading => TogetherHeading,
    TogetherHeading => agenda::TogetherHeading,
}

record! {
    /// A line that nobody else sees.
    PrivateLine = app::PrivateLine {
        /// Its id.
        id: LineId,
        /// What was written.
        text: String,
        /// Whether it is on the agenda.
        chosen: bool,
        /// The words it has there, where they are others.
        reworded: Option<String>,
    }
}

record! {
    /// A heading of the private half with its lines.
    HeadingView = app::HeadingView {
        /// Which.
        heading: TogetherHeading,
        /// Its words.
        title: String,
        /// What could stand under it.
        hint: String,
        /// What does, in the order in which it was written.
        lines: Vec<PrivateLine>,
    }
}

record! {
    /// A topic of the agenda.
    AgendaTopic = app::AgendaTopic {
        /// Its id.
        id: TopicId,
        /// Under which heading it was written.
        heading: TogetherHeading,
        /// What stands before it, where both read it.
        label: String,
        /// The chosen words.
        text: String,
        /// Whether it was talked about.
        covered: bool,
    }
}

record! { both
    /// How a check-in was.
    Afterwards = app::Afterwards {
        /// How it felt, 0 to 4.
        felt: Option<i32>,
        /// What was learned; at most 1000 characters.
        learned: Option<String>,
        /// The day of the next one: from tomorrow on.
        next_on: Option<CivilDate>,
    }
}

record! {
    /// A relationship check-in, whole.
    MeetingView = app::MeetingView {
        /// Its id.
        id: MeetingId,
        /// Where it is.
        stage: MeetingStage,
        /// What may follow.
        moves: Vec<MeetingMoveKind>,
        /// Whether private lines can be written and deleted.
        may_write: bool,
        /// Whether lines can be chosen and topics moved.
        may_choose: bool,
        /// Whether agreements can be written down.
        may_agree: bool,
        /// Whether how it was can be written down.
        may_look_back: bool,
        /// The private half; empty from the talk on.
        headings: Vec<HeadingView>,
        /// What was chosen, in order.
        agenda: Vec<AgendaTopic>,
        /// The place of the topic that is talked about.
        topic: Option<u32>,
        /// Who speaks.
        turn: MeetingTurn,
        /// Minutes that the talk is to take.
        minutes: u32,
        /// When it began, in milliseconds since 1970.
        started_at: Option<i64>,
        /// When it is to stop, in milliseconds since 1970.
        stop_at: Option<i64>,
        /// Seconds left while talking; 0 when the time is over.
        time_left_s: Option<u32>,
        /// Who hears says first what was heard.
        cue: String,
        /// Words for a kind ending: after a pause, or when the time is over.
        ending: Option<String>,
        /// What was agreed on in it.
        agreements: Vec<AgreementView>,
        /// How it was.
        afterwards: Option<Afterwards>,
        /// The first day for a look at an agreement, or for the next check-in.
        review_from: CivilDate,
        /// A day for that to offer.
        review_offered: CivilDate,
        /// Whether the reminders know of all its days; where not, home tells them later.
        reminders_told: bool,
    }
}

record! {
    /// A check-in that is over.
    MeetingSummary = app::MeetingSummary {
        /// Its id.
        id: MeetingId,
        /// The day of the talk.
        held_on: CivilDate,
        /// How it ended.
        stage: MeetingStage,
        /// Topics of its agenda.
        topics: u32,
        /// Agreements made in it.
        agreements: u32,
    }
}

record! {
    /// The first page of the relationship check-in.
    TogetherView = app::TogetherView {
        /// The one that is open.
        meeting: Option<MeetingView>,
        /// Agreements that are open, the next to look at first.
        agreements: Vec<AgreementView>,
        /// Agreements that are closed: the 20 looked at last, the latest first.
        reviewed: Vec<AgreementView>,
        /// Check-ins that are over, the latest first.
        past: Vec<MeetingSummary>,
        /// The day that was set for the next one, unless it has passed.
        next_on: Option<CivilDate>,
        /// Minutes that a talk takes unless the person says otherwise.
        default_minutes: u32,
        /// The first day for a look at an agreement.
        review_from: CivilDate,
        /// A day for that to offer.
        review_offered: CivilDate,
        /// Whether the reminders know of all days here; where not, home tells them later.
        reminders_told: bool,
    }
}

record! { both
    /// A private line as it is written.
    LineDraft = app::LineDraft {
        /// The line it changes; none for a new one.
        id: Option<LineId>,
        /// Under which heading.
        heading: TogetherHeading,
        /// At most 500 characters of one line.
        text: String,
    }
}

record! {
    /// What the first screen shows of the relationship check-in.
    TogetherGlimpse = app::TogetherGlimpse {
        /// Whether one is open.
        meeting_open: bool,
        /// The day that was set for the next one, unless it has passed.
        next_on: Option<CivilDate>,
        /// Open agreements whose day has come.
        agreements_due: u32,
    }
}
