//! Raw answers of one run, in the instrument's fixed order.

use super::instrument::{Instrument, MAX_ANSWER};
use crate::error::{Field, InvalidInput, Reason};

/// Longest time on one item that is believed, a day in milliseconds.
const MAX_MS: i64 = 86_400_000;

/// One answer as it comes from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAnswer {
    /// Id of the item.
    pub item: String,
    /// 0 to 4, or none for a skipped item.
    pub value: Option<i32>,
    /// Milliseconds spent on the item, time in the background left out.
    pub ms: Option<i64>,
}

/// An answer that was checked: its item's position, value and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckedAnswer {
    /// Position in the fixed order.
    pub position: usize,
    /// 0 to 4, none if skipped.
    pub value: Option<u8>,
    /// Milliseconds, at most a day.
    pub ms: Option<u32>,
}

impl CheckedAnswer {
    /// # Errors
    /// `item`, `unknown_item` · `value`, `out_of_range` (0 to 4) · `ms`, `out_of_range` (0 to a day).
    pub fn check(instrument: &Instrument, answer: &ItemAnswer) -> Result<Self, InvalidInput> {
        let position = instrument.position(&answer.item)?;
        let value = answer.value.map(|value| match u8::try_from(value) {
            Ok(value) if value <= MAX_ANSWER => Ok(value),
            _ => Err(InvalidInput::new(Field::Value, Reason::OutOfRange)),
        });
        let ms = answer.ms.map(|ms| match u32::try_from(ms) {
            Ok(valid) if ms <= MAX_MS => Ok(valid),
            _ => Err(InvalidInput::new(Field::Ms, Reason::OutOfRange)),
        });
        Ok(Self { position, value: value.transpose()?, ms: ms.transpose()? })
    }
}

/// The answers of a run. Values are raw, that is not yet keyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    values: Vec<Option<u8>>,
    ms: Vec<Option<u32>>,
}

impl Answers {
    /// No answers yet.
    pub fn none(instrument: &Instrument) -> Self {
        Self { values: vec![None; instrument.items.len()], ms: vec![None; instrument.items.len()] }
    }

    /// Checks and collects answers; items that are absent count as skipped.
    ///
    /// # Errors
    /// As [`CheckedAnswer::check`]; `item`, `duplicate_item`.
    pub fn collect(instrument: &Instrument, given: &[ItemAnswer]) -> Result<Self, InvalidInput> {
        let mut answers = Self::none(instrument);
        let mut seen = vec![false; instrument.items.len()];
        for answer in given {
            let checked = CheckedAnswer::check(instrument, answer)?;
            if std::mem::replace(&mut seen[checked.position], true) {
                return Err(InvalidInput::new(Field::Item, Reason::DuplicateItem));
            }
            answers.set(checked);
        }
        Ok(answers)
    }

    /// Puts an answer in its place.
    pub fn set(&mut self, answer: CheckedAnswer) {
        self.values[answer.position] = answer.value;
        self.ms[answer.position] = answer.ms;
    }

    /// Raw answer at a position, none if skipped.
    pub fn value(&self, position: usize) -> Option<u8> {
        self.values[position]
    }

    /// Number of answered items.
    pub fn answered(&self) -> usize {
        self.values.iter().flatten().count()
    }

    /// Raw answers in order, skipped ones left out.
    pub(crate) fn raw(&self) -> impl Iterator<Item = u8> + '_ {
        self.values.iter().flatten().copied()
    }

    /// Times in ms of the answered items that carry one, in order.
    pub(crate) fn times(&self) -> impl Iterator<Item = u32> + '_ {
        self.values.iter().zip(&self.ms).filter(|(value, _)| value.is_some()).filter_map(|(_, ms)| *ms)
    }

    /// Keyed answer at a position: 4 minus the raw one on a reversed item; none if skipped.
    pub(crate) fn keyed(&self, instrument: &Instrument, position: usize) -> Option<u8> {
        self.values[position].map(|raw| if instrument.items[position].reversed { MAX_ANSWER - raw } else { raw })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(item: &str, value: Option<i32>, ms: Option<i64>) -> ItemAnswer {
        ItemAnswer { item: item.into(), value, ms }
    }

    fn refusal(given: &[ItemAnswer]) -> InvalidInput {
        Answers::collect(Instrument::current().expect("shipped"), given).expect_err("refused")
    }

    #[test]
    fn bad_answers_are_typed_errors() {
        for value in [-1, 5, 300, i32::MIN, i32::MAX] {
            assert_eq!(refusal(&[answer("EF1", Some(value), None)]), InvalidInput::new(Field::Value, Reason::OutOfRange));
        }
        for ms in [-1, MAX_MS + 1, i64::MIN, i64::MAX] {
            assert_eq!(refusal(&[answer("EF1", Some(1), Some(ms))]), InvalidInput::new(Field::Ms, Reason::OutOfRange));
        }
        assert_eq!(refusal(&[answer("ef1", Some(1), None)]), InvalidInput::new(Field::Item, Reason::UnknownItem));
        let twice = [answer("EF1", None, None), answer("EF1", Some(1), None)];
        assert_eq!(refusal(&twice), InvalidInput::new(Field::Item, Reason::DuplicateItem));
    }

    #[test]
    fn the_time_of_a_skipped_item_does_not_count() {
        let check = Instrument::current().expect("shipped");
        let answers = Answers::collect(check, &[answer("EF1", None, Some(5)), answer("EF2", Some(0), Some(MAX_MS))]).expect("valid");
        assert_eq!(answers.times().collect::<Vec<_>>(), [86_400_000]);
        assert_eq!(answers.answered(), 1);
    }
}
