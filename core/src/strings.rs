//! The catalogue of texts: one file a language, the same keys for both shells and for the core.

use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A text, or its plural forms by CLDR category.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Entry {
    One(String),
    Plural(BTreeMap<String, String>),
}

/// The texts of a language.
#[derive(Debug, Clone, Deserialize)]
pub struct Catalogue {
    language: String,
    texts: BTreeMap<String, Entry>,
}

impl Catalogue {
    /// The catalogue of a language, given as a locale such as `en` or `en-GB`.
    ///
    /// # Errors
    /// `language`, `unknown_language`.
    pub fn of(language: &str) -> Result<&'static Self, Error> {
        let english = Self::english()?;
        let wanted = language.split(['-', '_']).next().unwrap_or_default();
        if wanted.eq_ignore_ascii_case(&english.language) {
            Ok(english)
        } else {
            Err(InvalidInput::new(Field::Language, Reason::UnknownLanguage).into())
        }
    }

    /// The catalogue closest to a locale: its own, else English.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn closest(locale: &str) -> Result<&'static Self, Error> {
        Self::of(locale).or_else(|_| Self::english())
    }

    fn english() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<Catalogue>> = OnceLock::new();
        let whole = |catalogue: &Catalogue| catalogue.language == "en" && !catalogue.texts.is_empty();
        parsed_once(&CELL, include_str!("../data/strings/en.json"), whole, "strings/en.json")
    }

    /// The text of a key that has no plural forms.
    ///
    /// # Errors
    /// [`Error::Internal`] for a key that the catalogue does not have.
    pub fn text(&self, key: &str) -> Result<&str, Error> {
        match self.texts.get(key) {
            Some(Entry::One(text)) => Ok(text),
            Some(Entry::Plural(_)) | None => Err(Error::Internal("a text is missing from the catalogue")),
        }
    }

    /// Every text in the order of its key; plural forms as `key.one`, `key.other`.
    pub fn entries(&self) -> Vec<(String, &str)> {
        let flat = self.texts.iter().flat_map(|(key, entry)| match entry {
            Entry::One(text) => vec![(key.clone(), text.as_str())],
            Entry::Plural(forms) => forms.iter().map(|(form, text)| (format!("{key}.{form}"), text.as_str())).collect(),
        });
        flat.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_finds_its_language_and_others_are_named() {
        assert_eq!(Catalogue::of("en-GB").expect("english").language, "en");
        assert!(matches!(Catalogue::of("xx"), Err(Error::Invalid(e)) if e.reason == Reason::UnknownLanguage));
        assert_eq!(Catalogue::closest("xx-XX").expect("english").language, "en");
    }

    #[test]
    fn each_entry_has_a_text() {
        let entries = Catalogue::of("en").expect("english").entries();
        assert!(entries.len() > 50 && entries.iter().all(|(_, text)| !text.trim().is_empty()));
    }
}
