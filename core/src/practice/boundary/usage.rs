//! A use of a boundary, and what a move makes of it.

use super::input::{BodySign, BoundaryMove, Noticed, Rung, YesNoUnsure};
use super::machine::{BoundaryAnswer, BoundaryState, IllegalMove, step};
use crate::ids::BoundaryId;
use crate::time::CivilDate;

/// How a use came out: by not being said, or by how it was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was not said.
    NotSaid,
    /// It was respected.
    Respected,
    /// Something in between was found.
    Negotiated,
    /// It was ignored.
    Ignored,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::NotSaid, Self::Respected, Self::Negotiated, Self::Ignored];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotSaid => "not_said",
            Self::Respected => "respected",
            Self::Negotiated => "negotiated",
            Self::Ignored => "ignored",
        }
    }
}

impl From<BoundaryAnswer> for Outcome {
    fn from(answer: BoundaryAnswer) -> Self {
        match answer {
            BoundaryAnswer::Respected => Self::Respected,
            BoundaryAnswer::Negotiated => Self::Negotiated,
            BoundaryAnswer::Ignored => Self::Ignored,
        }
    }
}

/// A use, with all that was written on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// Where it is.
    pub state: BoundaryState,
    /// The day on which it was noticed.
    pub began_on: CivilDate,
    /// The day of the last move.
    pub changed_on: CivilDate,
    /// What was noticed.
    pub noticed: Noticed,
    /// Its limit, once it has one.
    pub boundary: Option<BoundaryId>,
    /// What to say.
    pub script: Option<String>,
    /// To whom.
    pub rung: Option<Rung>,
    /// Their name.
    pub person: Option<String>,
    /// How it came out, and on which day.
    pub outcome: Option<(Outcome, CivilDate)>,
    /// How much relief there was, 0 to 4.
    pub relief: Option<u8>,
    /// How much guilt there was, 0 to 4.
    pub guilt: Option<u8>,
    /// Whether there was fear.
    pub afraid: bool,
    /// What to do next.
    pub next_step: Option<String>,
}

impl Usage {
    /// Something was noticed.
    pub const fn noticed(noticed: Noticed, day: CivilDate) -> Self {
        Self {
            state: BoundaryState::Noticed,
            began_on: day,
            changed_on: day,
            noticed,
            boundary: None,
            script: None,
            rung: None,
            person: None,
            outcome: None,
            relief: None,
            guilt: None,
            afraid: false,
            next_step: None,
        }
    }

    /// What the body said.
    pub const fn sign(&self) -> Option<BodySign> {
        self.noticed.sign
    }

    /// Whether it fits what matters to the person.
    pub const fn fits_values(&self) -> Option<YesNoUnsure> {
        self.noticed.fits_values
    }

    /// Whether it exists: in care mode only up to the rungs that are safe.
    pub fn is_open(&self, care_mode: bool) -> bool {
        self.rung.is_none_or(|rung| rung.is_open(care_mode))
    }

    /// What the use is after a move, made on `day`. `limit` is the limit that the move names or takes, where it does.
    ///
    /// # Errors
    /// [`IllegalMove`].
    pub fn after(&self, made: BoundaryMove, limit: Option<BoundaryId>, day: CivilDate) -> Result<Self, IllegalMove> {
        let mut after = Self { state: step(self.state, made.step())?, changed_on: day, ..self.clone() };
        match made {
            BoundaryMove::NameLimit { .. } | BoundaryMove::UseLimit { .. } => after.boundary = Some(limit.ok_or(IllegalMove)?),
            BoundaryMove::ReadyScript { text, rung, person } => {
                (after.script, after.rung, after.person) = (Some(text), Some(rung), person);
            }
            BoundaryMove::Say => {}
            BoundaryMove::NotSay => after.outcome = Some((Outcome::NotSaid, day)),
            BoundaryMove::Answer { answered } => after.outcome = Some((answered.into(), day)),
            BoundaryMove::Reflect { relief, guilt, afraid, next_step } => {
                let felt = |value: Option<i32>| value.and_then(|value| u8::try_from(value).ok());
                (after.relief, after.guilt, after.afraid, after.next_step) = (felt(relief), felt(guilt), afraid, next_step);
            }
        }
        Ok(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    #[test]
    fn each_move_keeps_what_it_brought() {
        let id = BoundaryId::from_bytes([7; 16]);
        let noticed = Usage::noticed(Noticed { sign: Some(BodySign::Bad), ..Noticed::default() }, day("2026-11-01"));
        let named = noticed.after(BoundaryMove::UseLimit { boundary: id }, Some(id), day("2026-11-02")).expect("legal");
        assert_eq!((named.state, named.boundary, named.sign()), (BoundaryState::LimitNamed, Some(id), Some(BodySign::Bad)));
        let script = BoundaryMove::ReadyScript { text: "no".into(), rung: Rung::Harder, person: Some("Kim".into()) };
        let ready = named.after(script, None, day("2026-11-03")).expect("legal");
        assert!(ready.is_open(false) && !ready.is_open(true) && named.is_open(true));
        let said = ready.after(BoundaryMove::Say, None, day("2026-11-04")).expect("legal");
        assert_eq!(said.outcome, None);
        let answer = BoundaryMove::Answer { answered: BoundaryAnswer::Ignored };
        let ignored = said.after(answer.clone(), None, day("2026-11-05")).expect("legal");
        let back = BoundaryMove::Reflect { relief: Some(1), guilt: None, afraid: true, next_step: Some("ask Jo".into()) };
        let done = ignored.after(back, None, day("2026-11-09")).expect("legal");
        assert_eq!(done.outcome, Some((Outcome::Ignored, day("2026-11-05"))), "the day of the answer");
        assert_eq!((done.relief, done.guilt, done.afraid, done.next_step.as_deref()), (Some(1), None, true, Some("ask Jo")));
        assert_eq!((done.began_on, done.changed_on, done.script.as_deref()), (day("2026-11-01"), day("2026-11-09"), Some("no")));
        assert_eq!(done.after(answer, None, day("2026-11-09")), Err(IllegalMove));
        assert_eq!(
            ready.after(BoundaryMove::NotSay, None, day("2026-11-04")).expect("legal").outcome,
            Some((Outcome::NotSaid, day("2026-11-04")))
        );
    }
}
