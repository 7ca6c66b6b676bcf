//! The private gate before any advice.
//!
//! Five questions, each yes, no or skip. Any yes means care mode; any skip means the support card; a no never means
//! safe. Answers are judged and forgotten: what stays is one flag.

use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use serde::Deserialize;
use std::sync::OnceLock;

/// An answer at the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyAnswer {
    /// It happened, or is so.
    Yes,
    /// It did not, or is not.
    No,
    /// Not saying.
    Skip,
}

/// A question of the gate.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SafetyQuestion {
    /// Stable id.
    pub id: String,
    /// The question as read by a person.
    pub text: String,
}

/// The safety page as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SafetyTexts {
    /// The questions in order.
    pub questions: Vec<SafetyQuestion>,
    /// What stands in place of the texts on patterns in care mode.
    pub care_text: String,
}

impl SafetyTexts {
    /// The page that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<SafetyTexts>> = OnceLock::new();
        let whole = |texts: &SafetyTexts| texts.questions.len() == 5 && !texts.care_text.is_empty();
        parsed_once(&CELL, include_str!("../../data/safety.v1.json"), whole, "safety.v1.json")
    }
}

/// What follows from the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// Care mode from now on.
    pub care_mode: bool,
    /// Whether the support card is shown.
    pub show_support: bool,
}

/// Judges a filled-in page: it can bring care mode, never end it.
///
/// # Errors
/// `safety`, `wrong_count`.
pub fn judge(answers: &[SafetyAnswer], care_mode: bool) -> Result<Judgement, Error> {
    let Signs { any_yes, any_skip } = signs(answers)?;
    Ok(Judgement { care_mode: care_mode || any_yes, show_support: any_yes || any_skip })
}

/// Judges a page filled in to leave care mode: only five times no does; a skip leaves it as it is.
///
/// # Errors
/// `safety`, `wrong_count`.
pub fn judge_leaving(answers: &[SafetyAnswer]) -> Result<Judgement, Error> {
    let Signs { any_yes, any_skip } = signs(answers)?;
    let care_mode = any_yes || any_skip;
    Ok(Judgement { care_mode, show_support: care_mode })
}

struct Signs {
    any_yes: bool,
    any_skip: bool,
}

fn signs(answers: &[SafetyAnswer]) -> Result<Signs, Error> {
    if answers.len() != SafetyTexts::current()?.questions.len() {
        return Err(InvalidInput::new(Field::Safety, Reason::WrongCount).into());
    }
    Ok(Signs { any_yes: answers.contains(&SafetyAnswer::Yes), any_skip: answers.contains(&SafetyAnswer::Skip) })
}

#[cfg(test)]
mod tests {
    use super::SafetyAnswer::{No, Skip, Yes};
    use super::*;

    #[test]
    fn any_yes_brings_care_mode_and_nothing_but_leaving_ends_it() {
        let judged = |answers: [SafetyAnswer; 5], care| judge(&answers, care).expect("five");
        assert_eq!(judged([No; 5], false), Judgement { care_mode: false, show_support: false });
        assert_eq!(judged([No, No, No, Yes, No], false), Judgement { care_mode: true, show_support: true });
        assert_eq!(judged([No, Skip, No, No, No], false), Judgement { care_mode: false, show_support: true });
        assert!(judged([No; 5], true).care_mode, "a no never means safe");
    }

    #[test]
    fn leaving_takes_five_times_no() {
        let left = |answers: [SafetyAnswer; 5]| !judge_leaving(&answers).expect("five").care_mode;
        assert!(left([No; 5]));
        assert!(!left([No, No, No, No, Skip]));
        assert!(!left([Yes, No, No, No, No]));
    }

    #[test]
    fn the_page_is_answered_whole() {
        for count in [0, 4, 6] {
            let refused = judge(&vec![No; count], false).expect_err("refused");
            assert!(matches!(refused, Error::Invalid(e) if e == InvalidInput::new(Field::Safety, Reason::WrongCount)));
        }
    }
}
