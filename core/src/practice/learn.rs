//! What there is to read, and the patterns the source names. A person may mark the patterns they know; a mark changes no
//! figure anywhere, it only lifts the practices that a pattern leads to.

use super::catalogue::Catalogue;
use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::journal::words::Words;
use serde::Deserialize;
use std::sync::OnceLock;

/// A short card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Practices it leads to, by id.
    pub practices: Vec<String>,
    /// False where it is about two.
    #[serde(default = "yes")]
    solo_ok: bool,
}

const fn yes() -> bool {
    true
}

/// A pattern that a person may know from themselves.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Pattern {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it looks like.
    pub looks_like: String,
    /// Practices it leads to, by id.
    pub practices: Vec<String>,
    /// Questions to write about, by id.
    pub prompts: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct CardFile {
    cards: Vec<Card>,
}

#[derive(Debug, Deserialize)]
struct PatternFile {
    patterns: Vec<Pattern>,
}

/// The cards and patterns as shipped.
#[derive(Debug, Clone, Copy)]
pub struct Learn {
    cards: &'static CardFile,
    patterns: &'static PatternFile,
}

impl Learn {
    /// Those that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped files do not hold together.
    pub fn current() -> Result<Self, Error> {
        static CARDS: OnceLock<Option<CardFile>> = OnceLock::new();
        static PATTERNS: OnceLock<Option<PatternFile>> = OnceLock::new();
        let (catalogue, words) = (Catalogue::current()?, Words::current()?);
        let known = |ids: &[String]| ids.iter().all(|id| catalogue.known(id).is_some());
        let json = include_str!("../../data/learn.v1.json");
        let held = |file: &CardFile| {
            all_differ(file.cards.iter().map(|card| card.id.as_str()))
                && file.cards.iter().all(|card| known(&card.practices) && !card.text.is_empty())
        };
        let cards = parsed_once(&CARDS, json, held, "learn.v1.json")?;
        let json = include_str!("../../data/patterns.v1.json");
        let held = |file: &PatternFile| {
            all_differ(file.patterns.iter().map(|pattern| pattern.id.as_str()))
                && file.patterns.iter().all(|pattern| {
                    // Each leads somewhere, for somebody alone too.
                    known(&pattern.practices)
                        && pattern.practices.iter().any(|id| catalogue.practice(id, true).is_ok())
                            | pattern.prompts.iter().any(|id| words.prompt(id, true).is_some())
                        && pattern.prompts.iter().all(|id| words.has_prompt(id))
                })
        };
        let patterns = parsed_once(&PATTERNS, json, held, "patterns.v1.json")?;
        Ok(Self { cards, patterns })
    }

    /// The cards, in order. In care mode those about two do not exist.
    pub fn cards(self, care_mode: bool) -> impl Iterator<Item = &'static Card> {
        self.cards.cards.iter().filter(move |card| card.solo_ok || !care_mode)
    }

    /// The patterns, in order.
    pub fn patterns(self) -> &'static [Pattern] {
        &self.patterns.patterns
    }

    /// A pattern by its id.
    ///
    /// # Errors
    /// `pattern`, `unknown_pattern`.
    pub fn pattern(self, id: &str) -> Result<&'static Pattern, InvalidInput> {
        let found = self.patterns().iter().find(|pattern| pattern.id == id);
        found.ok_or(InvalidInput::new(Field::Pattern, Reason::UnknownPattern))
    }

    /// The marked patterns that lead to a practice, in order.
    pub fn leading_to(self, practice: &str, marked: &[String]) -> impl Iterator<Item = &'static Pattern> {
        let leads = move |pattern: &&Pattern| marked.contains(&pattern.id) && pattern.practices.iter().any(|id| id == practice);
        self.patterns().iter().filter(leads)
    }
}

fn all_differ<'a>(ids: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut ids = ids;
    ids.all(|id| !id.is_empty() && seen.insert(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_and_the_eight_patterns_lead_somewhere() {
        let learn = Learn::current().expect("shipped");
        assert_eq!(learn.patterns().len(), 8);
        let ids = |care| learn.cards(care).map(|card| card.id.as_str()).collect::<Vec<_>>();
        assert!(ids(false).contains(&"it-takes-two") && ids(false).contains(&"two-words"));
        let alone = ids(true);
        assert!(!alone.contains(&"it-takes-two") && !alone.contains(&"who-they-are") && alone.contains(&"two-words"));
        assert!(learn.pattern("anxiety").is_ok());
        assert_eq!(learn.pattern("Anxiety"), Err(InvalidInput::new(Field::Pattern, Reason::UnknownPattern)));
    }

    #[test]
    fn a_mark_lifts_what_its_pattern_leads_to() {
        let learn = Learn::current().expect("shipped");
        let marked = ["people_pleasing".to_owned(), "high_reactivity".to_owned()];
        let lifted = |practice, marked: &[String]| learn.leading_to(practice, marked).map(|it| it.title.as_str()).collect::<Vec<_>>();
        assert_eq!(lifted("pause-line", &marked), ["Pleasing others", "Quick sparks"]);
        assert_eq!(lifted("pause-line", &[]), Vec::<&str>::new());
        assert_eq!(lifted("kind-voice", &marked), Vec::<&str>::new());
    }
}
