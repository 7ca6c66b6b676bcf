//! The weekly pulse: eight statements about one week, a figure for the patterns and one for the strengths.
//!
//! Loaded from `data/weekly-pulse.v1.json` and checked as a whole. A figure is 25 times the mean of its four items, which
//! puts it between 0 and 100; the two are never netted, and neither is compared with the Check, which asks other things
//! about other weeks.

use super::taps::{Asked, TapAnswer, in_order};
use super::week::{Week, WeekStart};
use crate::assessment::instrument::{AnswerLabel, MAX_ANSWER, Part};
use crate::data::parsed_once;
use crate::error::{Error, Field, InvalidInput, Reason};
use crate::time::CivilDate;
use serde::Deserialize;
use std::sync::OnceLock;

/// The items, by id: four of the patterns, then four of the strengths.
pub const ITEMS: [&str; 8] = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"];
/// Items of a part.
const OF_A_PART: usize = 4;
/// From an answer of 0 to [`MAX_ANSWER`] to a figure of 0 to 100.
const PER_STEP: f64 = 25.0;
/// Weeks that are shown.
pub const WEEKS: u32 = 12;
/// Weeks of a mean of four.
const FOUR: u32 = 4;
/// Fewest of the four that must have a figure. As many as the items of a week: one that was left out, for a holiday or
/// an illness, does not take the mean away, while two weeks are no more than two weeks, and would move by half of
/// whatever either says.
const ENOUGH_OF_FOUR: usize = 3;

/// A statement as shipped, and which figure it counts for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Statement {
    id: String,
    part: Part,
    text: String,
}

/// A statement as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PulseItem {
    /// Stable id.
    pub id: String,
    /// The statement.
    pub text: String,
}

/// The pulse as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WeeklyPulse {
    version: u32,
    /// What every statement is asked under.
    pub stem: String,
    /// The answer words, lowest first.
    pub answers: Vec<AnswerLabel>,
    items: Vec<Statement>,
    /// Fewest answers of a part for a figure.
    min_answered: usize,
}

/// Answers within their limits, as they are kept: those to [`ITEMS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptPulse {
    /// The version of the pulse that they were given to.
    pub version: u32,
    /// 0 to 4 each.
    pub taps: [Option<u8>; ITEMS.len()],
}

/// What one pulse says, 0 to 100 each; none with fewer than three answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PulseFigures {
    /// The patterns.
    pub pattern: Option<f64>,
    /// The strengths.
    pub strength: Option<f64>,
}

/// A week and what its pulse says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PulseWeek {
    /// Its first day.
    pub from: CivilDate,
    /// The patterns, 0 to 100; none without a pulse, and with fewer than three answers.
    pub pattern: Option<f64>,
    /// The strengths, in the same way.
    pub strength: Option<f64>,
    /// The mean of the patterns over this week and the three before it, where three of the four have a figure.
    pub pattern_of_four: Option<f64>,
    /// The mean of the strengths, in the same way.
    pub strength_of_four: Option<f64>,
}

impl WeeklyPulse {
    /// The pulse that this build asks.
    ///
    /// # Errors
    /// [`Error::Internal`] if the shipped file does not hold together.
    pub fn current() -> Result<&'static Self, Error> {
        static CELL: OnceLock<Option<WeeklyPulse>> = OnceLock::new();
        parsed_once(&CELL, include_str!("../../data/weekly-pulse.v1.json"), Self::holds_together, "weekly-pulse.v1.json")
    }

    /// The statements in their order.
    pub fn items(&self) -> Vec<PulseItem> {
        self.items.iter().map(|item| PulseItem { id: item.id.clone(), text: item.text.clone() }).collect()
    }

    /// Holds answers to what is asked.
    ///
    /// # Errors
    /// `item`, `unknown_item` or `duplicate_item` · `value`, `out_of_range` · `answers`, `nothing_answered`.
    pub fn keep(&self, answers: &[TapAnswer]) -> Result<KeptPulse, InvalidInput> {
        let mut given = in_order(&ITEMS.map(|item| Asked { item, highest: MAX_ANSWER }), answers)?.into_iter();
        let taps = ITEMS.map(|_| given.next().flatten());
        if taps.iter().all(Option::is_none) {
            return Err(InvalidInput::new(Field::Answers, Reason::NothingAnswered));
        }
        Ok(KeptPulse { version: self.version, taps })
    }

    /// The last weeks up to that of `day`, the oldest first, each with its figures; a week without a pulse is a gap.
    ///
    /// `pulses` are those of the weeks from [`first_day`] on, each with the day it was given for, in order. Where two lie
    /// in one week, because the person's week started on another day then, the later one speaks for it.
    pub fn weeks(&self, day: CivilDate, start: WeekStart, pulses: &[(CivilDate, KeptPulse)]) -> Vec<PulseWeek> {
        let last = Week::of(day, start);
        let figures = |week: Week| {
            let pulse = pulses.iter().rev().find(|(given, _)| week.holds(*given));
            pulse.map_or([None; 2], |(_, pulse)| [Part::Pattern, Part::Strength].map(|part| self.figure(pulse, part)))
        };
        let shown = |ago: u32| {
            let week = last.earlier(ago);
            let [pattern, strength] = figures(week);
            let [pattern_of_four, strength_of_four] = [0, 1].map(|part| {
                let four: Vec<f64> = (0..FOUR).filter_map(|back| figures(week.earlier(back))[part]).collect();
                mean(&four).filter(|_| four.len() >= ENOUGH_OF_FOUR)
            });
            PulseWeek { from: week.from, pattern, strength, pattern_of_four, strength_of_four }
        };
        (0..WEEKS).rev().map(shown).collect()
    }

    /// The two figures of a pulse.
    pub fn figures(&self, pulse: &KeptPulse) -> PulseFigures {
        PulseFigures { pattern: self.figure(pulse, Part::Pattern), strength: self.figure(pulse, Part::Strength) }
    }

    /// 25 times the mean of the part's items that were answered; none where too few were.
    fn figure(&self, pulse: &KeptPulse, part: Part) -> Option<f64> {
        let (patterns, strengths) = pulse.taps.split_at(OF_A_PART);
        let of_part = if part == Part::Pattern { patterns } else { strengths };
        let answered: Vec<f64> = of_part.iter().flatten().map(|value| f64::from(*value)).collect();
        mean(&answered).filter(|_| answered.len() >= self.min_answered).map(|mean| PER_STEP * mean)
    }

    /// Every rule the file has to keep: the eight items by name, four of each part, five answer words in order, and a
    /// minimum that can be reached.
    fn holds_together(&self) -> bool {
        let named = self.items.iter().map(|item| item.id.as_str()).eq(ITEMS) && self.items.iter().all(|item| !item.text.is_empty());
        let parts = self.items.iter().enumerate().all(|(at, item)| (item.part == Part::Pattern) == (at < OF_A_PART));
        let answers = self.answers.iter().map(|answer| answer.value).eq(0..=MAX_ANSWER);
        let stem = !self.stem.is_empty();
        self.version > 0 && named && parts && answers && stem && (1..=OF_A_PART).contains(&self.min_answered)
    }
}

impl KeptPulse {
    /// The answers as they are shown: one for each item, in their order.
    pub fn answers(&self) -> Vec<TapAnswer> {
        let tap = |(item, value): (&str, Option<u8>)| TapAnswer { item: item.to_owned(), value: value.map(i32::from) };
        ITEMS.into_iter().zip(self.taps).map(tap).collect()
    }
}

/// No answer yet.
pub fn blank() -> Vec<TapAnswer> {
    ITEMS.map(|item| TapAnswer { item: item.to_owned(), value: None }).into()
}

/// The first day that [`WeeklyPulse::weeks`] of `day` looks at.
pub fn first_day(day: CivilDate, start: WeekStart) -> CivilDate {
    Week::of(day, start).earlier(WEEKS + FOUR - 2).from
}

fn mean(values: &[f64]) -> Option<f64> {
    let count = u32::try_from(values.len()).ok().filter(|count| *count > 0)?;
    Some(values.iter().sum::<f64>() / f64::from(count))
}

#[cfg(test)]
#[path = "pulse_tests.rs"]
mod tests;
