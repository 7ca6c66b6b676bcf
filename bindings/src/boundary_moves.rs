//! The words of boundary training, and the moves with what they carry.

use crate::across::{Across, crosses, record};
use crate::{BoundaryId, BoundaryKind, mirrored};
use ampersand_core::practice::boundary as rules;

mirrored! {
    /// Whose it is to carry.
    Belongs = rules::input::Belongs {
        /// Mine.
        Mine,
        /// Not mine.
        NotMine,
    }
}

mirrored! {
    /// To whom a limit is said, from easy to hard.
    Rung = rules::input::Rung {
        /// Somebody with whom it is easy.
        Easy,
        /// Somebody safe.
        Safe,
        /// Somebody with whom it is harder.
        Harder,
        /// The partner.
        Partner,
    }
}

mirrored! {
    /// What the body says.
    BodySign = rules::input::BodySign {
        /// It feels good.
        Good,
        /// It feels bad.
        Bad,
    }
}

mirrored! {
    /// An answer that may also be neither.
    YesNoUnsure = rules::input::YesNoUnsure {
        /// Yes.
        Yes,
        /// No.
        No,
        /// Not sure.
        Unsure,
    }
}

mirrored! {
    /// Where a use is. Each may be the last.
    BoundaryState = rules::machine::BoundaryState {
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
}

mirrored! {
    /// How a limit that was said was answered.
    BoundaryAnswer = rules::machine::BoundaryAnswer {
        /// It was respected.
        Respected,
        /// Something in between was found.
        Negotiated,
        /// It was ignored.
        Ignored,
    }
}

mirrored! {
    /// How a use came out.
    BoundaryOutcome = rules::usage::Outcome {
        /// It was not said.
        NotSaid,
        /// It was respected.
        Respected,
        /// Something in between was found.
        Negotiated,
        /// It was ignored.
        Ignored,
    }
}

mirrored! {
    /// A move that can be made.
    BoundaryMoveKind = rules::machine::BoundaryMoveKind {
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
}

mirrored! {
    /// Why the safety page is offered.
    SafetyOffer = rules::offer::SafetyOffer {
        /// A limit was ignored twice by one person.
        IgnoredTwice,
        /// There was fear afterwards.
        Fear,
    }
}

crosses!(
    ampersand_core::assessment::instrument::BoundaryKind => BoundaryKind,
    BoundaryKind => ampersand_core::assessment::instrument::BoundaryKind,
    rules::input::Belongs => Belongs,
    Belongs => rules::input::Belongs,
    rules::input::Rung => Rung,
    Rung => rules::input::Rung,
    rules::input::BodySign => BodySign,
    BodySign => rules::input::BodySign,
    rules::input::YesNoUnsure => YesNoUnsure,
    YesNoUnsure => rules::input::YesNoUnsure,
    rules::machine::BoundaryState => BoundaryState,
    BoundaryAnswer => rules::machine::BoundaryAnswer,
    rules::usage::Outcome => BoundaryOutcome,
    rules::machine::BoundaryMoveKind => BoundaryMoveKind,
    rules::offer::SafetyOffer => SafetyOffer,
);

record! { both
    /// What was noticed. Each part may be left out.
    Noticed = rules::input::Noticed {
        /// What the body says and where, at most 300 characters of one line.
        body: Option<String>,
        /// Whether it feels good or bad.
        sign: Option<BodySign>,
        /// Whether it fits what matters to the person.
        fits_values: Option<YesNoUnsure>,
    }
}

/// A move with what it carries.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum BoundaryMove {
    /// Names a new limit.
    NameLimit {
        /// Of which kind.
        kind: BoundaryKind,
        /// The limit, 1 to 200 characters of one line.
        limit: String,
        /// Whose it is to carry.
        belongs: Belongs,
    },
    /// Takes a limit that is there.
    UseLimit {
        /// Which.
        boundary: BoundaryId,
    },
    /// Has the words ready.
    ReadyScript {
        /// What to say, 1 to 300 characters of one line.
        text: String,
        /// To whom; in care mode somebody easy or safe.
        rung: Rung,
        /// Their name, at most 40 characters of one line.
        person: Option<String>,
    },
    /// It was said.
    Say,
    /// It was not said.
    NotSay,
    /// It was answered.
    Answer {
        /// How.
        answered: BoundaryAnswer,
    },
    /// Looks back.
    Reflect {
        /// How much relief there was, 0 to 4.
        relief: Option<i32>,
        /// How much guilt there was, 0 to 4.
        guilt: Option<i32>,
        /// Whether there was fear.
        afraid: bool,
        /// What to do next, at most 300 characters of one line.
        next_step: Option<String>,
    },
}

impl From<BoundaryMove> for rules::input::BoundaryMove {
    fn from(made: BoundaryMove) -> Self {
        match made {
            BoundaryMove::NameLimit { kind, limit, belongs } => Self::NameLimit { kind: kind.into(), limit, belongs: belongs.into() },
            BoundaryMove::UseLimit { boundary } => Self::UseLimit { boundary: boundary.into() },
            BoundaryMove::ReadyScript { text, rung, person } => Self::ReadyScript { text, rung: rung.into(), person },
            BoundaryMove::Say => Self::Say,
            BoundaryMove::NotSay => Self::NotSay,
            BoundaryMove::Answer { answered } => Self::Answer { answered: answered.across() },
            BoundaryMove::Reflect { relief, guilt, afraid, next_step } => Self::Reflect { relief, guilt, afraid, next_step },
        }
    }
}
