//! The daily check-in: five taps, a sixth that takes turns, words for feelings and a line. Each may be left out.
//!
//! Loaded from `data/daily-check-in.v1.json` and checked as a whole; a new version is a new file. A number means what it
//! means in the version it was answered in. The questions are the same in care mode: none of them leads to the partner.

use super::taps::{Asked, TapAnswer, in_order};
use super::texts::line_of;
use crate::assessment::instrument::AnswerLabel;
use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::journal::entry::check_feelings;
use crate::journal::words::Words;
use crate::strings::Catalogue;
use crate::time::CivilDate;
use serde::Deserialize;
use std::sync::OnceLock;

/// The items of every day, by id, in the order in which they are asked and stored.
pub const TAPS: [&str; 5] = ["mood", "energy", "needs", "yes_meaning_no", "own_time"];
/// Where the mood is among them.
const MOOD: usize = 0;
/// The highest number of a scale; the lowest is 0.
const SCALE_TOP: u8 = 4;

/// How an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TapKind {
    /// 0 to 4, from little to much.
    Scale,
    /// One of a few words, without an order.
    Choice,
    /// 0, no, or 1, yes.
    YesNo,
}

/// An item as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Tap {
    id: String,
    kind: TapKind,
    text: String,
    /// The words of a scale, lowest first.
    #[serde(default)]
    labels: Vec<String>,
    /// What a choice is between: an option's number is its place.
    #[serde(default)]
    options: Vec<String>,
}

/// The check-in as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DailyCheckIn {
    version: u32,
    items: Vec<Tap>,
    rotating: Vec<Tap>,
}

/// An item as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckInItem {
    /// Stable id.
    pub id: String,
    /// How it is answered.
    pub kind: TapKind,
    /// The question.
    pub text: String,
    /// What can be tapped.
    pub options: Vec<AnswerLabel>,
}

/// What a person answers on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckInAnswers {
    /// At most one for each item of the day.
    pub answers: Vec<TapAnswer>,
    /// Feelings by id, at most six, each once.
    pub feelings: Vec<String>,
    /// At most [`super::MAX_LINE`] characters of one line.
    pub line: Option<String>,
}

/// Answers within their limits, as they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCheckIn {
    /// The version of the check-in that they were given to.
    pub version: u32,
    /// Those to [`TAPS`].
    pub taps: [Option<u8>; TAPS.len()],
    /// The item that had its turn, by id.
    pub sixth: String,
    /// The answer to it.
    pub sixth_tap: Option<u8>,
    /// Feelings by id.
    pub feelings: Vec<String>,
    /// The line.
    pub line: Option<String>,
}

impl DailyCheckIn {
    /// The check-in that this build asks.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<DailyCheckIn>> = OnceLock::new();
        parsed_once(&CELL, include_str!("../../data/daily-check-in.v1.json"), Self::holds_together, "daily-check-in.v1.json")
    }

    /// The items of `day` in their order, in the language closest to `locale`.
    ///
    /// # Errors
    /// [`Error::Internal`] for an option that the catalogue has no word for.
    pub fn items(&self, day: CivilDate, locale: &str) -> Result<Vec<CheckInItem>, Error> {
        let texts = Catalogue::closest(locale)?;
        self.of_day(day).map(|tap| tap.shown(texts)).collect()
    }

    /// Holds what was answered for `day` to what was asked then.
    ///
    /// # Errors
    /// `item`, `unknown_item` or `duplicate_item` · `value`, `out_of_range` · `feelings`, `too_many`, `unknown_feeling`
    /// or `duplicate` · `line`, `too_long` or `control_character` · `answers`, `nothing_answered`.
    pub fn keep(&self, day: CivilDate, answers: &CheckInAnswers, words: &Words) -> Result<KeptCheckIn, InvalidInput> {
        let CheckInAnswers { answers, feelings, line } = answers;
        let asked: Vec<_> = self.of_day(day).map(|tap| Asked { item: &tap.id, highest: tap.highest() }).collect();
        let mut given = in_order(&asked, answers)?.into_iter();
        check_feelings(feelings, words)?;
        let kept = KeptCheckIn {
            version: self.version,
            taps: TAPS.map(|_| given.next().flatten()),
            sixth: self.sixth(day).id.clone(),
            sixth_tap: given.next().flatten(),
            feelings: feelings.clone(),
            line: line_of(line.as_deref())?,
        };
        if kept.is_blank() { Err(InvalidInput::new(Field::Answers, Reason::NothingAnswered)) } else { Ok(kept) }
    }

    /// No answer yet, to what is asked on `day`.
    pub fn blank(&self, day: CivilDate) -> CheckInAnswers {
        let unanswered = |tap: &Tap| TapAnswer { item: tap.id.clone(), value: None };
        CheckInAnswers { answers: self.of_day(day).map(unanswered).collect(), ..CheckInAnswers::default() }
    }

    fn of_day(&self, day: CivilDate) -> impl Iterator<Item = &Tap> {
        self.items.iter().chain([self.sixth(day)])
    }

    /// The id of the item that has its turn on `day`.
    pub fn turn(&self, day: CivilDate) -> &str {
        &self.sixth(day).id
    }

    /// Each has its turn, the same all day long.
    fn sixth(&self, day: CivilDate) -> &Tap {
        let turns = self.rotating.len();
        let turn = day.number().rem_euclid(i64::try_from(turns).unwrap_or(1));
        &self.rotating[usize::try_from(turn).unwrap_or(0)]
    }

    /// Every rule the file has to keep: the five items by name, some that take turns, no id twice, and for each what its
    /// kind needs.
    fn holds_together(&self) -> bool {
        let all = || self.items.iter().chain(&self.rotating);
        let five = self.items.iter().map(|tap| tap.id.as_str()).eq(TAPS) && self.items[MOOD].kind == TapKind::Scale;
        let unique = all().all(|tap| all().filter(|other| other.id == tap.id).count() == 1);
        self.version > 0 && five && !self.rotating.is_empty() && unique && all().all(Tap::holds_together)
    }
}

impl Tap {
    fn highest(&self) -> u8 {
        match self.kind {
            TapKind::Scale => SCALE_TOP,
            TapKind::Choice => u8::try_from(self.options.len().saturating_sub(1)).unwrap_or(u8::MAX),
            TapKind::YesNo => 1,
        }
    }

    fn shown(&self, texts: &Catalogue) -> Result<CheckInItem, Error> {
        let numbered = |words: Vec<String>| (0..).zip(words).map(|(value, label)| AnswerLabel { value, label }).collect();
        let options = match self.kind {
            TapKind::Scale => numbered(self.labels.clone()),
            TapKind::Choice => {
                let word = |option: &String| Ok(texts.text(&format!("check_in.{}.{option}", self.id))?.to_owned());
                numbered(self.options.iter().map(word).collect::<Result<_, Error>>()?)
            }
            TapKind::YesNo => numbered(vec![texts.text("check_in.no")?.to_owned(), texts.text("check_in.yes")?.to_owned()]),
        };
        Ok(CheckInItem { id: self.id.clone(), kind: self.kind, text: self.text.clone(), options })
    }

    fn holds_together(&self) -> bool {
        let (labels, options) = match self.kind {
            TapKind::Scale => (usize::from(SCALE_TOP) + 1, 0..=0),
            TapKind::Choice => (0, 2..=10),
            TapKind::YesNo => (0, 0..=0),
        };
        let words = self.labels.iter().chain(&self.options).chain([&self.id, &self.text]);
        self.labels.len() == labels && options.contains(&self.options.len()) && words.into_iter().all(|word| !word.is_empty())
    }
}

impl KeptCheckIn {
    /// The answers as they are shown: one for each item that was asked, in that order.
    pub fn answers(&self) -> CheckInAnswers {
        let tap = |item: &str, value: Option<u8>| TapAnswer { item: item.to_owned(), value: value.map(i32::from) };
        let five = TAPS.into_iter().zip(self.taps).map(|(item, value)| tap(item, value));
        CheckInAnswers {
            answers: five.chain([tap(&self.sixth, self.sixth_tap)]).collect(),
            feelings: self.feelings.clone(),
            line: self.line.clone(),
        }
    }

    /// The mood, 0 to 4.
    pub const fn mood(&self) -> Option<u8> {
        self.taps[MOOD]
    }

    fn is_blank(&self) -> bool {
        self.taps.iter().chain([&self.sixth_tap]).all(Option::is_none) && self.feelings.is_empty() && self.line.is_none()
    }
}

#[cfg(test)]
#[path = "daily_tests.rs"]
mod tests;
