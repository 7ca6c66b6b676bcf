//! Support: what a first session with a therapist is like, questions to ask there, and a summary to bring along.
//!
//! Loaded from `data/support.v1.json` and checked as a whole. Questions that need the partner do not exist in care mode.

pub mod document;
mod html;
pub mod summary;

use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::journal::entry::breaks_a_line;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use summary::WORDS;

/// Longest question of a person's own, in characters.
const MAX_QUESTION: usize = 300;
/// Most questions of a person's own.
pub const MOST_OWN: usize = 30;

/// A question of the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// Stable id.
    pub id: String,
    /// The question.
    pub text: String,
    solo_ok: bool,
}

impl Question {
    /// Whether it is one for couples.
    pub const fn is_for_couples(&self) -> bool {
        !self.solo_ok
    }
}

/// The texts as shipped.
#[derive(Debug, Clone, Deserialize)]
pub struct SupportTexts {
    version: u32,
    /// The language that all of it is in, as `lang` says it.
    pub(crate) language: String,
    /// What a first session is like, by paragraph.
    pub first_session: Vec<String>,
    questions: Vec<Question>,
    summary: BTreeMap<String, String>,
}

impl SupportTexts {
    /// The texts that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<SupportTexts>> = OnceLock::new();
        parsed_once(&CELL, include_str!("../../../data/support.v1.json"), Self::holds_together, "support.v1.json")
    }

    /// The questions in their order; in care mode without those for couples.
    pub fn questions(&self, care_mode: bool) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.solo_ok || !care_mode)
    }

    /// A question of the list by its id, also one for couples.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// A text of the summary; empty only if the file lacked it, which loading refuses.
    pub(crate) fn word(&self, key: &str) -> &str {
        self.summary.get(key).map_or("", String::as_str)
    }

    /// Every rule the file has to keep: a language, paragraphs, questions by ids that occur once, some of them without a
    /// partner, and exactly the texts that a summary uses.
    fn holds_together(&self) -> bool {
        let unique = self.questions.iter().all(|one| self.questions.iter().filter(|other| other.id == one.id).count() == 1);
        let asked = self.questions.iter().all(|question| !question.id.is_empty() && !question.text.is_empty());
        let told = !self.first_session.is_empty() && self.first_session.iter().all(|text| !text.is_empty());
        let words = self.summary.len() == WORDS.len() && WORDS.iter().all(|key| !self.word(key).is_empty());
        self.version > 0 && !self.language.is_empty() && told && asked && unique && words && self.questions(true).next().is_some()
    }
}

/// A question of a person's own as it is kept.
///
/// # Errors
/// `question`, `too_short`, `too_long` or `control_character`.
pub fn question_of(text: &str) -> Result<String, InvalidInput> {
    let refused = |reason| Err(InvalidInput::new(Field::Question, reason));
    let text = text.trim();
    if text.is_empty() {
        return refused(Reason::TooShort);
    }
    if text.contains(breaks_a_line) {
        return refused(Reason::ControlCharacter);
    }
    if text.chars().count() > MAX_QUESTION {
        return refused(Reason::TooLong);
    }
    Ok(text.to_owned())
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
