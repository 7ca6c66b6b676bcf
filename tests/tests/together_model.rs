//! The stages of the relationship check-in against a table of their own: random moves, legal and not, with the vault opened
//! anew in between. What the table does not have is refused and changes nothing.

#![allow(clippy::unwrap_used, reason = "a test")]

use ampersand_core::app::{MeetingView, Session};
use ampersand_core::checkin::together::stage::MeetingMove::{
    self, BackToPreparing, Choose, Finish, NextTopic, NextTurn, Pause, Start, ToAfterwards, ToAgreements,
};
use ampersand_core::checkin::together::stage::MeetingStage::{self, Afterwards, Agreeing, Choosing, Done, EndedEarly, Meeting, Preparing};
use ampersand_core::checkin::together::stage::MeetingTurn;
use ampersand_core::error::{Clash, Error};
use ampersand_core::ids::MeetingId;
use ampersand_tests::together::written;
use ampersand_tests::world::{Seeded, at, create, open};
use std::collections::BTreeSet;

/// Every move that may be taken: from where, which, to where.
const LEGAL: [(MeetingStage, MeetingMove, MeetingStage); 10] = [
    (Preparing, Choose, Choosing),
    (Choosing, BackToPreparing, Preparing),
    (Choosing, Start { minutes: 20 }, Meeting),
    (Meeting, NextTurn, Meeting),
    (Meeting, NextTopic, Meeting),
    (Meeting, Pause, EndedEarly),
    (Meeting, ToAgreements, Agreeing),
    (Agreeing, ToAfterwards, Afterwards),
    (Afterwards, Finish, Done),
    // The one that stands for the other minutes.
    (Choosing, Start { minutes: 60 }, Meeting),
];

const MOVES: [MeetingMove; 10] =
    [Choose, BackToPreparing, Start { minutes: 20 }, Start { minutes: 60 }, NextTurn, NextTopic, Pause, ToAgreements, ToAfterwards, Finish];

/// What the table says of a check-in.
#[derive(Debug, Clone, PartialEq)]
struct Model {
    stage: MeetingStage,
    topics: u32,
    covered: BTreeSet<u32>,
    topic: u32,
    turn: MeetingTurn,
}

impl Model {
    fn new() -> Self {
        Self { stage: Preparing, topics: 0, covered: BTreeSet::new(), topic: 0, turn: MeetingTurn::Me }
    }

    /// Whether the move is taken.
    fn take(&mut self, mv: MeetingMove) -> bool {
        let Some((.., to)) = LEGAL.iter().find(|(from, legal, _)| *from == self.stage && *legal == mv) else { return false };
        if matches!(mv, Start { .. }) && self.topics == 0 {
            return false;
        }
        match mv {
            NextTurn if self.turn == MeetingTurn::Me => self.turn = MeetingTurn::You,
            NextTurn => self.turn = MeetingTurn::Me,
            NextTopic => {
                self.covered.insert(self.topic);
                self.topic = if self.topic + 1 < self.topics { self.topic + 1 } else { self.topic };
                self.turn = MeetingTurn::Me;
            }
            _ => {}
        }
        self.stage = *to;
        true
    }

    fn holds(&self, view: &MeetingView) {
        assert_eq!((view.stage, view.turn), (self.stage, self.turn));
        assert_eq!(view.topic, (self.stage == Meeting).then_some(self.topic));
        let covered: BTreeSet<u32> = (0..).zip(&view.agenda).filter(|(_, topic)| topic.covered).map(|(place, _)| place).collect();
        assert_eq!((view.agenda.len(), &covered), (self.topics as usize, &self.covered));
        let offered: BTreeSet<String> = view.moves.iter().map(|kind| format!("{kind:?}")).collect();
        let legal = LEGAL.iter().filter(|(from, mv, _)| *from == self.stage && (self.topics > 0 || !matches!(mv, Start { .. })));
        let legal: BTreeSet<String> = legal.map(|(_, mv, _)| format!("{:?}", mv.kind())).collect();
        assert_eq!(offered, legal, "what is offered is what is taken");
        assert_eq!(view.headings.is_empty(), !matches!(self.stage, Preparing | Choosing));
    }
}

fn refused(result: &Result<MeetingView, Error>) {
    assert!(matches!(result, Err(Error::Conflict { kind: Clash::MeetingMove, .. })), "{result:?}");
}

/// Adds a topic where that may be.
fn add_topic(session: &Session, id: MeetingId, model: &mut Model, n: u32) {
    let ctx = at(0, 0);
    if model.stage != Choosing || model.topics == 12 {
        return;
    }
    let line = written(session, &ctx, id, &format!("topic {n}"));
    session.choose_line(&ctx, id, line, None).unwrap();
    model.topics += 1;
}

#[test]
fn the_stages_follow_the_table_and_nothing_else() {
    let ctx = at(0, 0);
    let (mut taken, mut turned_down) = (BTreeSet::new(), 0);
    for seed in 1..=6_u64 {
        let folder = tempfile::tempdir().unwrap();
        let mut session = create(folder.path(), seed);
        let mut random = Seeded(seed * 104_729);
        let mut id = session.begin_meeting(&ctx).unwrap().id;
        let mut model = Model::new();
        for n in 0..160 {
            match (random.next_number() >> 16) % 12 {
                0 => {
                    drop(session);
                    session = open(folder.path(), seed * 1_000 + u64::from(n)).unwrap();
                }
                1 => add_topic(&session, id, &mut model, n),
                choice => {
                    let mv = MOVES[usize::try_from(choice - 2).unwrap()];
                    let before = model.stage;
                    let result = session.move_meeting(&ctx, id, mv);
                    if model.take(mv) {
                        result.unwrap();
                        taken.insert(format!("{before:?} {mv:?}"));
                    } else {
                        refused(&result);
                        turned_down += 1;
                    }
                }
            }
            model.holds(&session.meeting(&ctx, id).unwrap());
            let open = session.together(&ctx).unwrap().meeting.map(|it| it.id);
            assert_eq!(open.is_none(), matches!(model.stage, Done | EndedEarly), "one that is over is not open");
            if open.is_none() && (random.next_number() >> 16).is_multiple_of(3) {
                (id, model) = (session.begin_meeting(&ctx).unwrap().id, Model::new());
            }
        }
    }
    assert!(taken.len() >= 9 && turned_down > 100, "{taken:?} {turned_down}");
}
