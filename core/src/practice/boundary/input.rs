//! What a person writes on the way, and what of it is taken: short lines, without the white space around them.

use super::machine::{BoundaryAnswer, BoundaryMoveKind, Step};
use crate::assessment::instrument::BoundaryKind;
use crate::error::{Field, InvalidInput};
use crate::ids::BoundaryId;
use crate::practice::texts::{feeling_of, line_of, some_line_of};

/// Longest limit, in characters.
const MAX_LIMIT: usize = 200;
/// Longest text of what the body says, and of a next step.
const MAX_BODY: usize = 300;
/// Longest script.
pub(super) const MAX_SCRIPT: usize = 300;
/// Longest name of a person.
const MAX_PERSON: usize = 40;

/// Whose it is to carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Belongs {
    /// Mine.
    Mine,
    /// Not mine.
    NotMine,
}

/// To whom a limit is said, from easy to hard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rung {
    /// Somebody with whom it is easy.
    Easy,
    /// Somebody safe.
    Safe,
    /// Somebody with whom it is harder.
    Harder,
    /// The partner.
    Partner,
}

impl Rung {
    /// Every rung, the easiest first.
    pub const ALL: [Self; 4] = [Self::Easy, Self::Safe, Self::Harder, Self::Partner];

    /// Whether it exists: in care mode only the two that are safe do.
    pub const fn is_open(self, care_mode: bool) -> bool {
        !care_mode || matches!(self, Self::Easy | Self::Safe)
    }

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Safe => "safe",
            Self::Harder => "harder",
            Self::Partner => "partner",
        }
    }
}

/// What the body says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodySign {
    /// It feels good.
    Good,
    /// It feels bad.
    Bad,
}

impl BodySign {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Good, Self::Bad];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
        }
    }
}

/// An answer that may also be neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YesNoUnsure {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure.
    Unsure,
}

impl YesNoUnsure {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unsure];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unsure => "unsure",
        }
    }
}

/// What was noticed. Each part may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Noticed {
    /// What the body says and where, at most 300 characters of one line.
    pub body: Option<String>,
    /// Whether it feels good or bad.
    pub sign: Option<BodySign>,
    /// Whether it fits what matters to the person.
    pub fits_values: Option<YesNoUnsure>,
}

impl Noticed {
    /// What is kept of it.
    ///
    /// # Errors
    /// `body_sign`, `control_character` or `too_long`.
    pub fn kept(self) -> Result<Self, InvalidInput> {
        Ok(Self { body: line_of(self.body.as_deref(), Field::BodySign, MAX_BODY)?, ..self })
    }
}

/// A move with what it carries.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        /// To whom.
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

impl BoundaryMove {
    /// Which it is.
    pub const fn kind(&self) -> BoundaryMoveKind {
        match self {
            Self::NameLimit { .. } => BoundaryMoveKind::NameLimit,
            Self::UseLimit { .. } => BoundaryMoveKind::UseLimit,
            Self::ReadyScript { .. } => BoundaryMoveKind::ReadyScript,
            Self::Say => BoundaryMoveKind::Say,
            Self::NotSay => BoundaryMoveKind::NotSay,
            Self::Answer { .. } => BoundaryMoveKind::Answer,
            Self::Reflect { .. } => BoundaryMoveKind::Reflect,
        }
    }

    /// Where it may lead.
    pub const fn step(&self) -> Step {
        match self {
            Self::NameLimit { .. } | Self::UseLimit { .. } => Step::Limit,
            Self::ReadyScript { .. } => Step::Script,
            Self::Say => Step::Say,
            Self::NotSay => Step::NotSay,
            Self::Answer { answered } => Step::Answer(*answered),
            Self::Reflect { .. } => Step::Reflect,
        }
    }

    /// The move with what is kept of its words.
    ///
    /// # Errors
    /// `limit` or `script`, `too_short`, `too_long` or `control_character` · `person` or `next_step`, `too_long` or
    /// `control_character` · `relief` or `guilt`, `out_of_range`.
    pub fn kept(self) -> Result<Self, InvalidInput> {
        Ok(match self {
            Self::NameLimit { kind, limit, belongs } => {
                Self::NameLimit { limit: some_line_of(&limit, Field::Limit, MAX_LIMIT)?, kind, belongs }
            }
            Self::ReadyScript { text, rung, person } => Self::ReadyScript {
                text: some_line_of(&text, Field::Script, MAX_SCRIPT)?,
                person: line_of(person.as_deref(), Field::Person, MAX_PERSON)?,
                rung,
            },
            Self::Reflect { relief, guilt, afraid, next_step } => Self::Reflect {
                relief: feeling_of(relief, Field::Relief)?.map(i32::from),
                guilt: feeling_of(guilt, Field::Guilt)?.map(i32::from),
                next_step: line_of(next_step.as_deref(), Field::NextStep, MAX_BODY)?,
                afraid,
            },
            other @ (Self::UseLimit { .. } | Self::Say | Self::NotSay | Self::Answer { .. }) => other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;

    fn refused(made: BoundaryMove) -> Option<(Field, Reason)> {
        made.kept().err().map(|InvalidInput { field, reason }| (field, reason))
    }

    fn limit(text: &str) -> BoundaryMove {
        BoundaryMove::NameLimit { kind: BoundaryKind::Physical, limit: text.into(), belongs: Belongs::Mine }
    }

    fn script(text: &str, person: Option<&str>) -> BoundaryMove {
        BoundaryMove::ReadyScript { text: text.into(), rung: Rung::Easy, person: person.map(Into::into) }
    }

    fn reflect(relief: Option<i32>, guilt: Option<i32>, next_step: Option<&str>) -> BoundaryMove {
        BoundaryMove::Reflect { relief, guilt, afraid: false, next_step: next_step.map(Into::into) }
    }

    #[test]
    fn words_are_trimmed_and_have_their_longest() {
        assert_eq!(limit("  no calls after ten ").kept(), Ok(limit("no calls after ten")));
        assert_eq!(script(" no ", Some(" ")).kept(), Ok(script("no", None)));
        for (made, told) in [
            (limit("\t"), Some((Field::Limit, Reason::TooShort))),
            (limit(&"x".repeat(200)), None),
            (limit(&"x".repeat(201)), Some((Field::Limit, Reason::TooLong))),
            (limit("a\nb"), Some((Field::Limit, Reason::ControlCharacter))),
            (script("", None), Some((Field::Script, Reason::TooShort))),
            (script(&"x".repeat(301), None), Some((Field::Script, Reason::TooLong))),
            (script("x", Some(&"é".repeat(40))), None),
            (script("x", Some(&"é".repeat(41))), Some((Field::Person, Reason::TooLong))),
            (reflect(Some(4), Some(0), None), None),
            (reflect(Some(5), None, None), Some((Field::Relief, Reason::OutOfRange))),
            (reflect(None, Some(-1), None), Some((Field::Guilt, Reason::OutOfRange))),
            (reflect(None, None, Some("a\rb")), Some((Field::NextStep, Reason::ControlCharacter))),
        ] {
            assert_eq!(refused(made.clone()), told, "{made:?}");
        }
        let noticed = Noticed { body: Some("x".repeat(301)), ..Noticed::default() };
        assert_eq!(noticed.kept(), Err(InvalidInput::new(Field::BodySign, Reason::TooLong)));
    }
}
