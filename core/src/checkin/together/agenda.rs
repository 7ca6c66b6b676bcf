//! The headings of the private half, the words that go with a talk, and the agenda as plain text.
//!
//! Loaded from `data/together.v1.json` and checked as a whole.

use crate::checkin::keyed::keyed;
use crate::data::parsed_once;
use crate::error::Error;
use serde::Deserialize;
use std::fmt::Write as _;
use std::sync::OnceLock;

keyed! {
    /// What private lines are written under, in this order.
    TogetherHeading {
        /// Appreciation for who the other one is.
        Appreciation => "appreciation",
        /// Where one does too much in the other's life.
        OverFunction => "over_function",
        /// Where one does too little in one's own.
        UnderFunction => "under_function",
        /// A behaviour of one's own to change.
        MyBehaviour => "my_behaviour",
        /// A behaviour one asks the other to change.
        TheirBehaviour => "their_behaviour",
        /// A boundary one needs help with.
        BoundaryHelp => "boundary_help",
        /// Where it may come from.
        Origin => "origin",
    }
}

/// The words of a heading.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct HeadingTexts {
    id: String,
    /// The heading, in private.
    pub title: String,
    /// What could stand under it.
    pub hint: String,
    /// What stands before a topic, where both read it.
    pub spoken: String,
}

/// The words as shipped.
#[derive(Debug, Clone, Deserialize)]
pub struct TogetherTexts {
    headings: Vec<HeadingTexts>,
    /// The one who hears says first what was heard.
    pub cue: String,
    /// When somebody needed a pause.
    pub ending_pause: String,
    /// When the time is over.
    pub ending_time: String,
    /// The first lines of the agenda as plain text; `{minutes}` stands for a number.
    opening: Vec<String>,
    /// Its last lines.
    closing: Vec<String>,
}

impl TogetherTexts {
    /// The words that this build ships.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<TogetherTexts>> = OnceLock::new();
        parsed_once(&CELL, include_str!("../../../data/together.v1.json"), Self::holds_together, "together.v1.json")
    }

    fn holds_together(&self) -> bool {
        let ids: Vec<_> = self.headings.iter().map(|heading| heading.id.as_str()).collect();
        let wanted: Vec<_> = TogetherHeading::ALL.iter().map(|heading| heading.key()).collect();
        ids == wanted && self.opening.iter().any(|line| line.contains(MINUTES))
    }

    /// The words of a heading.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn of(&self, heading: TogetherHeading) -> Result<&HeadingTexts, Error> {
        self.headings.iter().find(|texts| texts.id == heading.key()).ok_or(Error::Internal("together.v1.json"))
    }
}

/// Stands for the minutes of a talk.
const MINUTES: &str = "{minutes}";

/// A topic: words that were chosen for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic<'a> {
    /// Under which heading it was written.
    pub heading: TogetherHeading,
    /// The chosen words.
    pub text: &'a str,
}

/// The agenda as plain text, to look at and to send: the shipped words around it and the chosen ones, and nothing else.
///
/// # Errors
/// [`Error::Internal`] if the shipped file does not hold together.
pub fn plain_text(texts: &TogetherTexts, minutes: u32, topics: &[Topic<'_>]) -> Result<String, Error> {
    let mut text = String::new();
    for line in &texts.opening {
        text += &line.replace(MINUTES, &minutes.to_string());
        text.push('\n');
    }
    for (number, topic) in (1..).zip(topics) {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "\n{number}. {}\n   {}", texts.of(topic.heading)?.spoken, topic.text);
    }
    text.push('\n');
    for line in &texts.closing {
        text += line;
        text.push('\n');
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agenda_is_the_shipped_words_and_the_chosen_ones() {
        let texts = TogetherTexts::current().expect("shipped");
        let topics = [
            Topic { heading: TogetherHeading::Origin, text: "Shouting at home" },
            Topic { heading: TogetherHeading::Appreciation, text: "The soup {minutes}" },
        ];
        let text = plain_text(texts, 25, &topics).expect("a text");
        let spoken = |heading| texts.of(heading).expect("a heading").spoken.clone();
        assert!(text.contains("25 minutes"), "{text}");
        assert!(text.contains(&format!("1. {}\n   Shouting at home\n", spoken(TogetherHeading::Origin))), "{text}");
        assert!(text.contains(&format!("2. {}\n   The soup {{minutes}}\n", spoken(TogetherHeading::Appreciation))), "{text}");
        let shipped: usize = texts.opening.iter().chain(&texts.closing).map(|line| line.chars().count()).sum();
        assert!(text.chars().count() < shipped + 250, "nothing else:\n{text}");
    }

    #[test]
    fn each_heading_has_its_words() {
        let texts = TogetherTexts::current().expect("shipped");
        for heading in TogetherHeading::ALL {
            let HeadingTexts { id, title, hint, spoken } = texts.of(*heading).expect("a heading");
            assert!([id, title, hint, spoken].iter().all(|text| !text.is_empty()), "{heading:?}");
            assert_eq!(TogetherHeading::from_key(heading.key()), Some(*heading));
        }
    }

    #[test]
    fn a_file_with_a_heading_too_few_or_in_another_order_is_refused() {
        let mut texts = TogetherTexts::current().expect("shipped").clone();
        assert!(texts.holds_together());
        texts.headings.swap(0, 1);
        assert!(!texts.holds_together());
        texts.headings.swap(0, 1);
        texts.headings.pop();
        assert!(!texts.holds_together());
    }
}
