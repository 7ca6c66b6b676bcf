//! The stages of a relationship check-in and the moves between them: one pure step.
//!
//! | From | Move | To |
//! | --- | --- | --- |
//! | preparing | choose | choosing |
//! | choosing | back to preparing | preparing |
//! | choosing, with a topic | start | meeting |
//! | meeting | next turn, next topic | meeting |
//! | meeting | pause | ended early |
//! | meeting | to agreements | agreeing |
//! | agreeing | to afterwards | afterwards |
//! | afterwards | finish | done |
//!
//! Everything else is refused and changes nothing.

use super::MINUTES;
use crate::checkin::keyed::keyed;
use crate::error::{Field, InvalidInput, Reason};
use crate::time::Instant;

keyed! {
    /// Where a relationship check-in is.
    MeetingStage {
        /// Writing in private.
        Preparing => "preparing",
        /// Choosing, line by line, what goes on the agenda.
        Choosing => "choosing",
        /// Talking.
        Meeting => "meeting",
        /// Writing down what was agreed on.
        Agreeing => "agreeing",
        /// Looking back on it.
        Afterwards => "afterwards",
        /// Over.
        Done => "done",
        /// Over, because somebody needed a pause.
        EndedEarly => "ended_early",
    }

    /// Who speaks; the other one hears.
    MeetingTurn {
        /// The person whose notebook it is.
        Me => "me",
        /// The other one.
        You => "you",
    }
}

impl MeetingStage {
    /// Whether it is over.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::EndedEarly)
    }

    /// Whether the private half is shown and lines are written: only while nobody else is looking on.
    pub const fn is_private(self) -> bool {
        matches!(self, Self::Preparing | Self::Choosing)
    }

    /// Whether how it was can be written down.
    pub const fn takes_afterwards(self) -> bool {
        matches!(self, Self::Afterwards | Self::EndedEarly)
    }
}

/// A move from one stage to the next, or within the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// A move without what it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MeetingMoveKind {
    /// Enough was written.
    Choose,
    /// There is more to write.
    BackToPreparing,
    /// The talk begins.
    Start,
    /// The other one speaks.
    NextTurn,
    /// This topic is covered.
    NextTopic,
    /// Somebody needs a pause.
    Pause,
    /// The talk is over.
    ToAgreements,
    /// Everything that was agreed on is written down.
    ToAfterwards,
    /// Everything is said.
    Finish,
}

impl MeetingMoveKind {
    /// Every one, in the order in which they come.
    pub const ALL: [Self; 9] = [
        Self::Choose,
        Self::BackToPreparing,
        Self::Start,
        Self::NextTurn,
        Self::NextTopic,
        Self::Pause,
        Self::ToAgreements,
        Self::ToAfterwards,
        Self::Finish,
    ];
}

impl MeetingMove {
    /// Which it is.
    pub const fn kind(self) -> MeetingMoveKind {
        match self {
            Self::Choose => MeetingMoveKind::Choose,
            Self::BackToPreparing => MeetingMoveKind::BackToPreparing,
            Self::Start { .. } => MeetingMoveKind::Start,
            Self::NextTurn => MeetingMoveKind::NextTurn,
            Self::NextTopic => MeetingMoveKind::NextTopic,
            Self::Pause => MeetingMoveKind::Pause,
            Self::ToAgreements => MeetingMoveKind::ToAgreements,
            Self::ToAfterwards => MeetingMoveKind::ToAfterwards,
            Self::Finish => MeetingMoveKind::Finish,
        }
    }
}

/// What a move depends on and changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The stage.
    pub stage: MeetingStage,
    /// The place of the topic that is talked about.
    pub topic: u32,
    /// Who speaks.
    pub turn: MeetingTurn,
    /// Minutes that the talk is to take.
    pub minutes: u32,
    /// When it began.
    pub started_at: Option<Instant>,
}

/// Why a move was not taken; nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It does not follow from the stage.
    Illegal,
    /// What it carries cannot be taken.
    Invalid(InvalidInput),
}

/// Whether `kind` may follow on `stage`, with an agenda of so many topics.
pub const fn may(stage: MeetingStage, kind: MeetingMoveKind, topics: u32) -> bool {
    use MeetingMoveKind as M;
    use MeetingStage as S;
    match stage {
        S::Preparing => matches!(kind, M::Choose),
        S::Choosing => matches!(kind, M::BackToPreparing) || matches!(kind, M::Start) && topics > 0,
        S::Meeting => matches!(kind, M::NextTurn | M::NextTopic | M::Pause | M::ToAgreements),
        S::Agreeing => matches!(kind, M::ToAfterwards),
        S::Afterwards => matches!(kind, M::Finish),
        S::Done | S::EndedEarly => false,
    }
}

/// The moves that may follow on `stage`, with an agenda of so many topics.
pub fn moves(stage: MeetingStage, topics: u32) -> Vec<MeetingMoveKind> {
    MeetingMoveKind::ALL.into_iter().filter(|kind| may(stage, *kind, topics)).collect()
}

/// Takes a move at `now`, with an agenda of so many topics.
///
/// # Errors
/// [`Refused::Illegal`]; [`Refused::Invalid`] with `minutes`, `out_of_range`.
pub fn step(from: Progress, mv: MeetingMove, topics: u32, now: Instant) -> Result<Progress, Refused> {
    if !may(from.stage, mv.kind(), topics) {
        return Err(Refused::Illegal);
    }
    let to = |stage| Progress { stage, ..from };
    Ok(match mv {
        MeetingMove::Choose => to(MeetingStage::Choosing),
        MeetingMove::BackToPreparing => to(MeetingStage::Preparing),
        MeetingMove::Start { minutes } => {
            if !MINUTES.contains(&minutes) {
                return Err(Refused::Invalid(InvalidInput::new(Field::Minutes, Reason::OutOfRange)));
            }
            // Who brought the topics speaks first.
            Progress { stage: MeetingStage::Meeting, topic: 0, turn: MeetingTurn::Me, minutes, started_at: Some(now) }
        }
        MeetingMove::NextTurn => {
            let turn = if from.turn == MeetingTurn::Me { MeetingTurn::You } else { MeetingTurn::Me };
            Progress { turn, ..from }
        }
        // After the last topic there is none, and it stays until somebody ends the talk.
        MeetingMove::NextTopic => Progress { topic: (from.topic + 1).min(topics.saturating_sub(1)), turn: MeetingTurn::Me, ..from },
        MeetingMove::Pause => to(MeetingStage::EndedEarly),
        MeetingMove::ToAgreements => to(MeetingStage::Agreeing),
        MeetingMove::ToAfterwards => to(MeetingStage::Afterwards),
        MeetingMove::Finish => to(MeetingStage::Done),
    })
}

impl Progress {
    /// The moment at which the talk is to stop, in milliseconds since 1970.
    pub fn stop_at(&self) -> Option<i64> {
        self.started_at.map(|at| at.millis() + i64::from(self.minutes) * 60_000)
    }

    /// Seconds that are left of the talk at `now`: 0 when it is over, and never more than it was given, also when a clock
    /// was set back. A second that has begun counts.
    pub fn seconds_left(&self, now: Instant) -> Option<u32> {
        let left = self.stop_at()?.saturating_sub(now.millis()).clamp(0, i64::from(self.minutes) * 60_000);
        u32::try_from((left + 999) / 1_000).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOPICS: u32 = 3;

    fn at(millis: i64) -> Instant {
        Instant::from_millis(millis).expect("an instant")
    }

    fn fresh(stage: MeetingStage) -> Progress {
        let started_at = (!stage.is_private()).then(|| at(1_000_000));
        Progress { stage, topic: 0, turn: MeetingTurn::Me, minutes: 20, started_at }
    }

    #[test]
    fn the_whole_way_and_the_kind_end() {
        let way = [
            (MeetingMove::Choose, MeetingStage::Choosing),
            (MeetingMove::BackToPreparing, MeetingStage::Preparing),
            (MeetingMove::Choose, MeetingStage::Choosing),
            (MeetingMove::Start { minutes: 20 }, MeetingStage::Meeting),
            (MeetingMove::NextTurn, MeetingStage::Meeting),
            (MeetingMove::ToAgreements, MeetingStage::Agreeing),
            (MeetingMove::ToAfterwards, MeetingStage::Afterwards),
            (MeetingMove::Finish, MeetingStage::Done),
        ];
        let mut progress = fresh(MeetingStage::Preparing);
        for (mv, stage) in way {
            progress = step(progress, mv, TOPICS, at(5)).expect("legal");
            assert_eq!(progress.stage, stage);
        }
        let ended = step(fresh(MeetingStage::Meeting), MeetingMove::Pause, TOPICS, at(5)).expect("legal");
        assert_eq!(ended.stage, MeetingStage::EndedEarly);
        assert!(moves(MeetingStage::EndedEarly, TOPICS).is_empty() && moves(MeetingStage::Done, TOPICS).is_empty());
    }

    #[test]
    fn a_talk_needs_a_topic_and_5_to_60_minutes() {
        let choosing = fresh(MeetingStage::Choosing);
        assert_eq!(step(choosing, MeetingMove::Start { minutes: 20 }, 0, at(5)), Err(Refused::Illegal));
        assert_eq!(moves(MeetingStage::Choosing, 0), [MeetingMoveKind::BackToPreparing]);
        for minutes in [0, 4, 61, u32::MAX] {
            let refused = Refused::Invalid(InvalidInput::new(Field::Minutes, Reason::OutOfRange));
            assert_eq!(step(choosing, MeetingMove::Start { minutes }, 1, at(5)), Err(refused));
        }
        for minutes in [5, 60] {
            let started = step(choosing, MeetingMove::Start { minutes }, 1, at(5)).expect("legal");
            assert_eq!((started.minutes, started.started_at), (minutes, Some(at(5))));
        }
    }

    #[test]
    fn topics_come_one_by_one_and_the_last_one_stays() {
        let mut progress = fresh(MeetingStage::Meeting);
        progress = step(progress, MeetingMove::NextTurn, TOPICS, at(5)).expect("legal");
        assert_eq!(progress.turn, MeetingTurn::You);
        let mut seen = Vec::new();
        for _ in 0..4 {
            progress = step(progress, MeetingMove::NextTopic, TOPICS, at(5)).expect("legal");
            seen.push((progress.topic, progress.turn));
        }
        assert_eq!(seen, [(1, MeetingTurn::Me), (2, MeetingTurn::Me), (2, MeetingTurn::Me), (2, MeetingTurn::Me)]);
        assert_eq!(step(progress, MeetingMove::NextTurn, TOPICS, at(5)).expect("legal").topic, 2);
    }

    #[test]
    fn the_time_left_is_never_negative_and_never_more_than_was_given() {
        let progress = fresh(MeetingStage::Meeting);
        assert_eq!(progress.stop_at(), Some(1_000_000 + 1_200_000));
        for (now, left) in [
            (1_000_000, 1_200),
            (1_000_001, 1_200),
            (1_001_000, 1_199),
            (2_199_001, 1),
            (2_200_000, 0),
            (9_000_000, 0),
            // Set back by a quarter of an hour, and to 1970.
            (100_000, 1_200),
            (0, 1_200),
        ] {
            assert_eq!(progress.seconds_left(at(now)), Some(left), "{now}");
        }
        assert_eq!(fresh(MeetingStage::Choosing).seconds_left(at(5)), None);
    }

    #[test]
    fn words_that_are_stored_read_back() {
        for stage in MeetingStage::ALL {
            assert_eq!(MeetingStage::from_key(stage.key()), Some(*stage));
        }
        assert_eq!(MeetingStage::from_key("over"), None);
        assert_eq!(MeetingTurn::from_key("you"), Some(MeetingTurn::You));
    }
}
