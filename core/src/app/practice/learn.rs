//! Cards, the eight patterns, and the marks that a person puts to them.

use super::one::reference;
use super::views::{LearnCard, LearnView, PatternCard, PracticeRef, PromptRef};
use crate::app::{Session, settings};
use crate::error::Error;
use crate::journal::words::Words;
use crate::practice::catalogue::Catalogue;
use crate::practice::learn::Learn;
use crate::storage::practices;
use rusqlite::Transaction;

impl Session {
    /// What there is to learn. In care mode nothing of it is about two, and nothing leads there.
    ///
    /// # Errors
    /// [`Error::Locked`], [`Error::Storage`].
    pub fn learn(&self) -> Result<LearnView, Error> {
        self.read(view)
    }

    /// Marks a pattern as one that the person knows, or takes the mark away. It lifts practices, and changes no figure.
    ///
    /// # Errors
    /// `pattern`, `unknown_pattern`; as [`Self::learn`].
    pub fn mark_pattern(&self, id: &str, marked: bool) -> Result<LearnView, Error> {
        Learn::current()?.pattern(id)?;
        self.write(|tx| {
            practices::put_mark(tx, id, marked)?;
            view(tx)
        })
    }
}

fn view(tx: &Transaction<'_>) -> Result<LearnView, Error> {
    let care_mode = settings::load(tx)?.care_mode;
    let marks = practices::marks(tx)?;
    let (catalogue, learn, words) = (Catalogue::current()?, Learn::current()?, Words::current()?);
    let named = |ids: &[String]| -> Vec<PracticeRef> {
        ids.iter().filter_map(|id| catalogue.practice(id, care_mode).ok()).map(reference).collect()
    };
    let cards = learn.cards(care_mode).map(|card| LearnCard {
        id: card.id.clone(),
        title: card.title.clone(),
        text: card.text.clone(),
        practices: named(&card.practices),
    });
    let patterns = learn.patterns().iter().map(|pattern| PatternCard {
        id: pattern.id.clone(),
        title: pattern.title.clone(),
        looks_like: pattern.looks_like.clone(),
        marked: marks.contains(&pattern.id),
        practices: named(&pattern.practices),
        prompts: pattern
            .prompts
            .iter()
            .filter_map(|id| words.prompt(id, care_mode))
            .map(|prompt| PromptRef { id: prompt.id, text: prompt.text })
            .collect(),
    });
    Ok(LearnView { cards: cards.collect(), patterns: patterns.collect() })
}
