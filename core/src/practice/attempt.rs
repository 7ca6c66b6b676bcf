//! Trying a step: what may be said of it, and for which day.

use super::texts::{feeling_of, maybe_note_of};
use crate::error::{Field, InvalidInput, Reason};
use crate::time::CivilDate;

/// Days back for which an attempt can be written down.
const DAYS_BACK: i64 = 6;

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttemptOutcome {
    /// It was done.
    Done,
    /// It was tried.
    Tried,
    /// Not this time.
    Skipped,
}

impl AttemptOutcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Done, Self::Tried, Self::Skipped];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Tried => "tried",
            Self::Skipped => "skipped",
        }
    }
}

/// An attempt as a person writes it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttempt {
    /// Of which practice, by id.
    pub practice: String,
    /// Which step, by its index.
    pub step: u32,
    /// On which day.
    pub day: CivilDate,
    /// How it went.
    pub outcome: AttemptOutcome,
    /// At most 1000 characters.
    pub note: Option<String>,
    /// How it felt afterwards, 0 to 4.
    pub after_feeling: Option<i32>,
}

/// An attempt as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAttempt {
    /// Of which practice, by id.
    pub practice: String,
    /// Which step, by its index.
    pub step: u32,
    /// On which day.
    pub day: CivilDate,
    /// How it went.
    pub outcome: AttemptOutcome,
    /// What was written.
    pub note: Option<String>,
    /// How it felt afterwards, 0 to 4.
    pub after_feeling: Option<u8>,
}

impl NewAttempt {
    /// The attempt as it is kept. Whether the practice and the step exist is for the caller, as is the day.
    ///
    /// # Errors
    /// `note`, `control_character` or `too_long`; `after_feeling`, `out_of_range`.
    pub fn kept(&self) -> Result<KeptAttempt, InvalidInput> {
        let Self { practice, step, day, outcome, note, after_feeling } = self;
        Ok(KeptAttempt {
            practice: practice.clone(),
            step: *step,
            day: *day,
            outcome: *outcome,
            note: maybe_note_of(note.as_deref())?,
            after_feeling: feeling_of(*after_feeling, Field::AfterFeeling)?,
        })
    }
}

/// Whether an attempt can be written down for `day`: today, or up to six days back.
///
/// # Errors
/// `date`, `out_of_range`, for a day that has not begun; `too_late`.
pub fn may_attempt(day: CivilDate, today: CivilDate) -> Result<(), InvalidInput> {
    let refused = |reason| Err(InvalidInput::new(Field::Date, reason));
    match today.days_since(day) {
        ..0 => refused(Reason::OutOfRange),
        0..=DAYS_BACK => Ok(()),
        _ => refused(Reason::TooLate),
    }
}

/// The days of which [`may_attempt`] holds, today first.
pub fn days(today: CivilDate) -> Vec<CivilDate> {
    let mut days: Vec<CivilDate> = (0..=DAYS_BACK).filter_map(|back| u32::try_from(back).ok()).map(|back| today.minus_days(back)).collect();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_is_for_today_or_one_of_six_days_before() {
        let today: CivilDate = "2026-11-23".parse().expect("a date");
        for (day, told) in [
            ("2026-11-24", Some(Reason::OutOfRange)),
            ("2026-11-23", None),
            ("2026-11-17", None),
            ("2026-11-16", Some(Reason::TooLate)),
            ("1900-01-01", Some(Reason::TooLate)),
        ] {
            let refused = told.map_or(Ok(()), |reason| Err(InvalidInput::new(Field::Date, reason)));
            assert_eq!(may_attempt(day.parse().expect("a date"), today), refused, "{day}");
        }
        let days = days(today);
        assert!(days.len() == 7 && days[0] == today && days.iter().all(|day| may_attempt(*day, today).is_ok()));
    }
}
