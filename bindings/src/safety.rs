//! The safety page.

use crate::{HelpLines, mirrored};
use ampersand_core::app;
use ampersand_core::assessment::safety as core_safety;

mirrored! {
    /// An answer at the gate. Answers are judged and kept nowhere.
    SafetyAnswer = core_safety::SafetyAnswer {
        /// It happened, or is so.
        Yes,
        /// It did not, or is not.
        No,
        /// Not saying.
        Skip,
    }
}

/// A question of the safety page.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SafetyQuestion {
    /// Stable id.
    pub id: String,
    /// The question.
    pub text: String,
}

/// The safety page.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SafetyPage {
    /// Five questions.
    pub questions: Vec<SafetyQuestion>,
    /// Whether care mode is on.
    pub care_mode: bool,
    /// Whether the page was answered before; not how.
    pub answered_before: bool,
}

impl From<app::SafetyPage> for SafetyPage {
    fn from(app::SafetyPage { texts, care_mode, answered_before }: app::SafetyPage) -> Self {
        let core_safety::SafetyTexts { questions, care_text: _ } = texts;
        let question =
            |core_safety::SafetyQuestion { id, text }: &core_safety::SafetyQuestion| SafetyQuestion { id: id.clone(), text: text.clone() };
        Self { questions: questions.iter().map(question).collect(), care_mode, answered_before }
    }
}

/// What follows from the page.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SafetyOutcome {
    /// Whether care mode is on now.
    pub care_mode: bool,
    /// Whether the support card is shown.
    pub show_support: bool,
    /// The care text, in care mode.
    pub care_text: Option<String>,
    /// Help lines.
    pub help: HelpLines,
}

impl From<app::SafetyOutcome> for SafetyOutcome {
    fn from(app::SafetyOutcome { care_mode, show_support, care_text, help }: app::SafetyOutcome) -> Self {
        Self { care_mode, show_support, care_text: care_text.map(Into::into), help: help.into() }
    }
}
