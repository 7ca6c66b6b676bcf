//! The states of a use and the moves between them. Anything else is an illegal move, and changes nothing.
//!
//! ```text
//! noticed -> limit_named -> script_ready -> said     -> respected | negotiated | ignored -> reflected
//!                                        -> not_said ------------------------------------> reflected
//! ```

/// Where a use is. Each may be the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BoundaryState {
    /// Something was noticed.
    Noticed,
    /// The limit has a name.
    LimitNamed,
    /// What to say is ready.
    ScriptReady,
    /// It was said.
    Said,
    /// It was not said.
    NotSaid,
    /// It was respected.
    Respected,
    /// Something in between was found.
    Negotiated,
    /// It was ignored.
    Ignored,
    /// It was looked back on.
    Reflected,
}

impl BoundaryState {
    /// Every state.
    pub const ALL: [Self; 9] = [
        Self::Noticed,
        Self::LimitNamed,
        Self::ScriptReady,
        Self::Said,
        Self::NotSaid,
        Self::Respected,
        Self::Negotiated,
        Self::Ignored,
        Self::Reflected,
    ];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Noticed => "noticed",
            Self::LimitNamed => "limit_named",
            Self::ScriptReady => "script_ready",
            Self::Said => "said",
            Self::NotSaid => "not_said",
            Self::Respected => "respected",
            Self::Negotiated => "negotiated",
            Self::Ignored => "ignored",
            Self::Reflected => "reflected",
        }
    }
}

/// How a limit that was said was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoundaryAnswer {
    /// It was respected.
    Respected,
    /// Something in between was found.
    Negotiated,
    /// It was ignored.
    Ignored,
}

impl BoundaryAnswer {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Respected, Self::Negotiated, Self::Ignored];
}

/// A move, without what it carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoundaryMoveKind {
    /// Names a new limit.
    NameLimit,
    /// Takes a limit that is there.
    UseLimit,
    /// Has the words ready.
    ReadyScript,
    /// It was said.
    Say,
    /// It was not said.
    NotSay,
    /// It was answered.
    Answer,
    /// Looks back.
    Reflect,
}

impl BoundaryMoveKind {
    /// Every move.
    pub const ALL: [Self; 7] = [Self::NameLimit, Self::UseLimit, Self::ReadyScript, Self::Say, Self::NotSay, Self::Answer, Self::Reflect];
}

/// A move, as far as it decides where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The limit gets a name, new or known.
    Limit,
    /// What to say is ready.
    Script,
    /// It was said.
    Say,
    /// It was not said.
    NotSay,
    /// It was answered.
    Answer(BoundaryAnswer),
    /// It is looked back on.
    Reflect,
}

/// The move does not follow from the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such move from here")]
pub struct IllegalMove;

/// Where a move leads.
///
/// # Errors
/// [`IllegalMove`].
pub const fn step(state: BoundaryState, step: Step) -> Result<BoundaryState, IllegalMove> {
    use BoundaryState::{Ignored, LimitNamed, Negotiated, NotSaid, Noticed, Reflected, Respected, Said, ScriptReady};
    match (state, step) {
        (Noticed, Step::Limit) => Ok(LimitNamed),
        (LimitNamed, Step::Script) => Ok(ScriptReady),
        (ScriptReady, Step::Say) => Ok(Said),
        (ScriptReady, Step::NotSay) => Ok(NotSaid),
        (Said, Step::Answer(BoundaryAnswer::Respected)) => Ok(Respected),
        (Said, Step::Answer(BoundaryAnswer::Negotiated)) => Ok(Negotiated),
        (Said, Step::Answer(BoundaryAnswer::Ignored)) => Ok(Ignored),
        (NotSaid | Respected | Negotiated | Ignored, Step::Reflect) => Ok(Reflected),
        _ => Err(IllegalMove),
    }
}

/// The moves that are legal in a state.
pub fn moves(state: BoundaryState) -> Vec<BoundaryMoveKind> {
    let is_legal = |kind: &BoundaryMoveKind| {
        let tried = match kind {
            BoundaryMoveKind::NameLimit | BoundaryMoveKind::UseLimit => Step::Limit,
            BoundaryMoveKind::ReadyScript => Step::Script,
            BoundaryMoveKind::Say => Step::Say,
            BoundaryMoveKind::NotSay => Step::NotSay,
            // Whether it may be answered does not depend on how.
            BoundaryMoveKind::Answer => Step::Answer(BoundaryAnswer::Respected),
            BoundaryMoveKind::Reflect => Step::Reflect,
        };
        step(state, tried).is_ok()
    };
    BoundaryMoveKind::ALL.into_iter().filter(is_legal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use BoundaryState as S;

    /// Written out by hand from the design; all else is illegal.
    const TABLE: [(S, Step, S); 11] = [
        (S::Noticed, Step::Limit, S::LimitNamed),
        (S::LimitNamed, Step::Script, S::ScriptReady),
        (S::ScriptReady, Step::Say, S::Said),
        (S::ScriptReady, Step::NotSay, S::NotSaid),
        (S::Said, Step::Answer(BoundaryAnswer::Respected), S::Respected),
        (S::Said, Step::Answer(BoundaryAnswer::Negotiated), S::Negotiated),
        (S::Said, Step::Answer(BoundaryAnswer::Ignored), S::Ignored),
        (S::NotSaid, Step::Reflect, S::Reflected),
        (S::Respected, Step::Reflect, S::Reflected),
        (S::Negotiated, Step::Reflect, S::Reflected),
        (S::Ignored, Step::Reflect, S::Reflected),
    ];

    #[test]
    fn the_table_and_nothing_else() {
        let answers = BoundaryAnswer::ALL.map(Step::Answer);
        let steps = [Step::Limit, Step::Script, Step::Say, Step::NotSay, Step::Reflect].into_iter().chain(answers);
        let steps: Vec<Step> = steps.collect();
        for state in S::ALL {
            for tried in &steps {
                let expected = TABLE.iter().find(|(from, by, _)| (from, by) == (&state, tried)).map(|(.., to)| *to);
                assert_eq!(step(state, *tried), expected.ok_or(IllegalMove), "{state:?} {tried:?}");
            }
        }
    }

    #[test]
    fn what_is_offered_is_what_is_legal() {
        use BoundaryMoveKind as M;
        assert_eq!(moves(S::Noticed), [M::NameLimit, M::UseLimit]);
        assert_eq!(moves(S::ScriptReady), [M::Say, M::NotSay]);
        assert_eq!(moves(S::Said), [M::Answer]);
        assert_eq!(moves(S::Ignored), [M::Reflect]);
        assert_eq!(moves(S::Reflected), []);
    }
}
