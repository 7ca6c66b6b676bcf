//! What somebody searches for: words, phrases and filters, read out of one line of text.
//!
//! What a person types is never a language of the index. Every word is folded, put into quotes and its own quotes
//! doubled; the only sign that leaves the quotes is the `*` that this file adds to the last word. A filter that cannot
//! be read is told back as it was typed, and the rest is searched. Nothing here fails but for the length of the line.
//!
//! | Typed | Meaning |
//! | --- | --- |
//! | `river walk` | both words, anywhere |
//! | `riv` at the end, from three letters | words that begin so |
//! | `"by the river"` | these words in this order |
//! | `tag:work`, `tag:"two words"` | has the tag |
//! | `feeling:calm` | has the feeling, by its id or its name |
//! | `from:2026-11`, `to:2026` | days, months or years, both ends included |
//! | `starred` | has the star |

mod fold;
mod snippet;

pub use fold::{SearchForm, fold, has_unbroken_script, search_form};
pub use snippet::{FOUND, FOUND_END, Marker};

use crate::error::{Field, InvalidInput, Reason};
use crate::time::CivilDate;
use fold::{is_gap, is_of_word, is_punctuation, is_symbol};

/// Longest query, in characters.
pub const LONGEST: usize = 1_000;

/// From so many letters on, the last word may go on.
const SHORTEST_BEGINNING: usize = 3;

/// So many characters the index of unbroken scripts needs.
const GRAM: usize = 3;

/// What is searched for. An entry is found when everything here fits it; with nothing in it, every entry is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words and phrases.
    pub terms: Vec<Term>,
    /// Tags, folded.
    pub tags: Vec<String>,
    /// Ids of feelings.
    pub feelings: Vec<String>,
    /// The first day.
    pub from: Option<CivilDate>,
    /// The last day.
    pub to: Option<CivilDate>,
    /// Only what has the star.
    pub starred: bool,
    /// Filters that could not be read, as they were typed.
    pub ignored: Vec<String>,
}

/// One thing to find in a title or a body; folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// Words in this order, and whether the last one may go on.
    Words {
        /// The words, with whatever stood between them.
        text: String,
        /// Whether the last one may go on.
        open: bool,
    },
    /// A stretch of a script without breaks between words: anywhere in the text.
    Stretch(String),
    /// Signs that make no word, an emoji for instance: anywhere in the text.
    Signs(String),
}

impl Query {
    /// Reads what somebody typed. `feeling_of` knows the id of a feeling by its folded id or name.
    ///
    /// # Errors
    /// `query`, `too_long`: more than [`LONGEST`] characters.
    pub fn read(typed: &str, feeling_of: impl Fn(&str) -> Option<String>) -> Result<Self, InvalidInput> {
        if typed.chars().count() > LONGEST {
            return Err(InvalidInput::new(Field::Query, Reason::TooLong));
        }
        let mut query = Self::default();
        let mut punctuation = Vec::new();
        for piece in pieces(typed) {
            match piece {
                Piece::Filter { key, value, typed } => query.filter(key, &fold(value), typed, &feeling_of),
                Piece::Word { word, .. } if fold(word) == "starred" => query.starred = true,
                Piece::Word { word, last } => query.add_word(&fold(word), last, &mut punctuation),
                Piece::Phrase(phrase) => query.add_phrase(&fold(phrase).replace(char::is_control, " "), &mut punctuation),
            }
        }
        // Punctuation beside anything else is only punctuation. Alone, it is what somebody looks for.
        if query.is_empty() {
            for signs in punctuation {
                query.push(Term::Signs(signs));
            }
        }
        Ok(query)
    }

    /// Whether nothing narrows the search.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
            && self.tags.is_empty()
            && self.feelings.is_empty()
            && self.from.is_none()
            && self.to.is_none()
            && !self.starred
    }

    /// The expression for the index of words; none when no word is sought.
    pub fn words_expression(&self) -> Option<String> {
        expression(self.terms.iter().filter_map(|term| match term {
            Term::Words { text, open } => Some((text.as_str(), *open)),
            Term::Stretch(_) | Term::Signs(_) => None,
        }))
    }

    /// The expression for the index of unbroken scripts; none when nothing long enough for it is sought.
    pub fn stretches_expression(&self) -> Option<String> {
        expression(self.terms.iter().filter_map(|term| match term {
            Term::Stretch(text) if text.chars().count() >= GRAM => Some((text.as_str(), false)),
            _ => None,
        }))
    }

    /// Stretches too short for their index: looked for in the texts that have such letters.
    pub fn short_stretches(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter_map(|term| match term {
            Term::Stretch(text) if text.chars().count() < GRAM => Some(text.as_str()),
            _ => None,
        })
    }

    /// Signs that stand in no index: looked for in the texts themselves.
    pub fn signs(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter_map(|term| match term {
            Term::Signs(text) => Some(text.as_str()),
            _ => None,
        })
    }

    fn filter(&mut self, key: Key, value: &str, typed: &str, feeling_of: &impl Fn(&str) -> Option<String>) {
        let value = value.trim();
        let read = match key {
            Key::Tag => {
                let tag = value.trim_start_matches('#').trim_start();
                (!tag.is_empty()).then(|| add_once(&mut self.tags, tag.to_owned()))
            }
            Key::Feeling => feeling_of(value).map(|id| add_once(&mut self.feelings, id)),
            Key::From => period(value).map(|(first, _)| self.from = self.from.max(Some(first))),
            Key::To => period(value).map(|(_, last)| self.to = Some(self.to.map_or(last, |to| to.min(last)))),
        };
        if read.is_none() {
            add_once(&mut self.ignored, typed.to_owned());
        }
    }

    /// Adds what stood between two gaps: its words, and its symbols wherever they stand.
    fn add_word(&mut self, folded: &str, last: bool, punctuation: &mut Vec<String>) {
        let mut known = false;
        for part in folded.split(is_gap).filter(|part| !part.is_empty()) {
            if part.chars().any(is_symbol) {
                let symbols = part.split(|sign| !is_symbol(sign)).filter(|symbols| !symbols.is_empty());
                symbols.for_each(|symbols| self.push(Term::Signs(symbols.to_owned())));
            } else if has_unbroken_script(part) {
                self.push(Term::Stretch(part.trim_matches(is_punctuation).to_owned()));
            } else if part.chars().any(is_of_word) {
                let letters = part.chars().rev().take_while(|sign| is_of_word(*sign)).count();
                let open = last && folded.ends_with(part) && letters >= SHORTEST_BEGINNING;
                self.push(Term::Words { text: part.to_owned(), open });
            } else {
                continue;
            }
            known = true;
        }
        if !known && !folded.is_empty() {
            punctuation.push(folded.to_owned());
        }
    }

    /// Adds what stood between quotes, as a whole. The symbols in it are looked for by themselves, too: the index knows
    /// only some of them.
    fn add_phrase(&mut self, folded: &str, punctuation: &mut Vec<String>) {
        let text = folded.trim_matches(is_gap).to_owned();
        if has_unbroken_script(&text) {
            self.push(Term::Stretch(text.trim_matches(is_punctuation).to_owned()));
        } else if text.chars().any(is_of_word) {
            let symbols = text.split(|sign| !is_symbol(sign)).filter(|symbols| !symbols.is_empty());
            symbols.for_each(|symbols| self.push(Term::Signs(symbols.to_owned())));
            self.push(Term::Words { text, open: false });
        } else if text.chars().any(is_symbol) {
            self.push(Term::Signs(text));
        } else if !text.is_empty() {
            punctuation.push(text);
        }
    }

    fn push(&mut self, term: Term) {
        add_once(&mut self.terms, term);
    }
}

fn add_once<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// All of `terms`, each as one string in the index's own quotes.
fn expression<'t>(terms: impl Iterator<Item = (&'t str, bool)>) -> Option<String> {
    let quoted: Vec<String> =
        terms.map(|(text, open)| format!("\"{}\"{}", text.replace('"', "\"\""), if open { " *" } else { "" })).collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Tag,
    Feeling,
    From,
    To,
}

impl Key {
    fn of(text: &str) -> Option<Self> {
        let keys = [("tag", Self::Tag), ("feeling", Self::Feeling), ("from", Self::From), ("to", Self::To)];
        let text = fold(text);
        keys.into_iter().find(|(name, _)| *name == text).map(|(_, key)| key)
    }
}

/// A part of the line, as it was typed.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'t> {
    /// `last`: nothing stands behind it, not even a space.
    Word {
        word: &'t str,
        last: bool,
    },
    Phrase(&'t str),
    Filter {
        key: Key,
        value: &'t str,
        typed: &'t str,
    },
}

/// Phones put curly quotes where somebody types straight ones.
const fn quotes(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '＂')
}

fn pieces(typed: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = typed;
    loop {
        rest = rest.trim_start_matches(is_gap);
        if rest.is_empty() {
            return found;
        }
        if let Some((phrase, after)) = quoted(rest) {
            found.push(Piece::Phrase(phrase));
            rest = after;
            continue;
        }
        let end = rest.find(|sign| is_gap(sign) || quotes(sign)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let filter = word.split_once([':', '：']).and_then(|(key, value)| Some((Key::of(key)?, value)));
        rest = match (filter, quoted(after)) {
            (Some((key, "")), Some((value, behind))) => {
                found.push(Piece::Filter { key, value, typed: &rest[..rest.len() - behind.len()] });
                behind
            }
            (Some((key, value)), _) => {
                found.push(Piece::Filter { key, value, typed: word });
                after
            }
            (None, _) => {
                found.push(Piece::Word { word, last: after.is_empty() });
                after
            }
        };
    }
}

/// What stands between quotes at the beginning of `text`, and what stands behind them. The last quote may be missing.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(quotes)?;
    let end = inside.find(quotes).unwrap_or(inside.len());
    let after = &inside[end..];
    Some((&inside[..end], after.strip_prefix(quotes).unwrap_or(after)))
}

/// The first and the last day of `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
fn period(text: &str) -> Option<(CivilDate, CivilDate)> {
    let day = |text: String| text.parse::<CivilDate>().ok();
    match text.len() {
        10 => day(text.to_owned()).map(|day| (day, day)),
        7 => {
            let last = ["31", "30", "29", "28"].into_iter().find_map(|last| day(format!("{text}-{last}")));
            Some((day(format!("{text}-01"))?, last?))
        }
        4 => Some((day(format!("{text}-01-01"))?, day(format!("{text}-12-31"))?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
