//! The ledger of over- and under-functioning: what somebody carried, whose it was, and who did it.
//!
//! It counts nothing and weighs nobody: it shows a week.

use super::keyed::keyed;
use super::together::{note_if_any, one_line};
use super::week::{Week, WeekStart};
use crate::error::{Field, InvalidInput, Reason};
use crate::time::CivilDate;

/// Longest entry, in characters.
pub const MAX_WHAT: usize = 200;
/// Longest note, in characters.
pub const MAX_NOTE: usize = 500;
/// Days before today that an entry may be of.
pub const DAYS_BACK: u32 = 27;

keyed! {
    /// Whose it was.
    Whose {
        /// The person's own.
        Mine => "mine",
        /// Somebody else's.
        Theirs => "theirs",
        /// Of both.
        Ours => "ours",
    }

    /// Who did it.
    DoneBy {
        /// The person.
        Me => "me",
        /// Somebody else.
        Them => "them",
        /// Both.
        Both => "both",
        /// It was left undone.
        Nobody => "nobody",
    }
}

/// An entry as a person writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The day it is of.
    pub day: CivilDate,
    /// Whose it was.
    pub whose: Whose,
    /// Who did it.
    pub done_by: DoneBy,
    /// What it was; at most 200 characters of one line.
    pub what: String,
    /// At most 500 characters.
    pub note: Option<String>,
}

/// In which part of the week's view an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// It was theirs, and the person did it.
    Carried,
    /// It was the person's own, and somebody else did it or nobody.
    Undone,
    /// Anything else.
    Other,
}

/// The part of the view for what was `whose` and done by `done_by`. Done together, what was theirs was not carried for
/// them, and one's own was not left undone.
pub const fn part(whose: Whose, done_by: DoneBy) -> Part {
    match (whose, done_by) {
        (Whose::Theirs, DoneBy::Me) => Part::Carried,
        (Whose::Mine, DoneBy::Them | DoneBy::Nobody) => Part::Undone,
        (Whose::Theirs, DoneBy::Them | DoneBy::Both | DoneBy::Nobody) | (Whose::Mine, DoneBy::Me | DoneBy::Both) | (Whose::Ours, _) => {
            Part::Other
        }
    }
}

impl Written {
    /// The entry as it is kept.
    ///
    /// # Errors
    /// `date`, `out_of_range`, for a day that has not begun, or `too_late`, for one more than 27 days ago · `what`,
    /// `too_short`, `too_long` or `control_character` · `note`, `too_long` or `control_character`.
    pub fn checked(&self, today: CivilDate) -> Result<Self, InvalidInput> {
        let Self { day, whose, done_by, what, note } = self;
        check_day(*day, today)?;
        let note = note_if_any(note.as_deref(), Field::Note)?;
        if note.as_ref().is_some_and(|note| note.chars().count() > MAX_NOTE) {
            return Err(InvalidInput::new(Field::Note, Reason::TooLong));
        }
        Ok(Self { day: *day, whose: *whose, done_by: *done_by, what: one_line(what, Field::What, MAX_WHAT)?, note })
    }
}

/// # Errors
/// `date`, `out_of_range` or `too_late`.
fn check_day(day: CivilDate, today: CivilDate) -> Result<(), InvalidInput> {
    if day > today {
        return Err(InvalidInput::new(Field::Date, Reason::OutOfRange));
    }
    if day < first_day(today) { Err(InvalidInput::new(Field::Date, Reason::TooLate)) } else { Ok(()) }
}

/// The first day that can still be written about.
pub fn first_day(today: CivilDate) -> CivilDate {
    today.minus_days(DAYS_BACK)
}

/// The week that is shown for `day`; without one that of today.
///
/// # Errors
/// `date`, `out_of_range`, for a day of a week that has not begun.
pub fn week_of(day: Option<CivilDate>, today: CivilDate, start: WeekStart) -> Result<Week, InvalidInput> {
    let week = Week::of(day.unwrap_or(today), start);
    if week.from > today { Err(InvalidInput::new(Field::Date, Reason::OutOfRange)) } else { Ok(week) }
}

/// The days of a week that can be written about, the latest first.
pub fn open_days(week: Week, today: CivilDate) -> Vec<CivilDate> {
    let mut days: Vec<CivilDate> = (0..7).map(|n| week.from.plus_days(n)).filter(|day| check_day(*day, today).is_ok()).collect();
    days.reverse();
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    #[test]
    fn what_was_theirs_and_done_by_me_was_carried_and_mine_that_i_did_not_do_is_undone() {
        let of = |part_: Part| {
            let all = Whose::ALL.iter().flat_map(|whose| DoneBy::ALL.iter().map(|done_by| (*whose, *done_by)));
            all.filter(|(whose, done_by)| part(*whose, *done_by) == part_).collect::<Vec<_>>()
        };
        assert_eq!(of(Part::Carried), [(Whose::Theirs, DoneBy::Me)]);
        assert_eq!(of(Part::Undone), [(Whose::Mine, DoneBy::Them), (Whose::Mine, DoneBy::Nobody)]);
        assert_eq!(of(Part::Other).len(), 9);
    }

    #[test]
    fn an_entry_is_of_the_last_28_days_and_within_its_limits() {
        let today = day("2026-11-23");
        let written = |on: &str, what: &str, note: &str| {
            let entry = Written { day: day(on), whose: Whose::Mine, done_by: DoneBy::Me, what: what.into(), note: Some(note.into()) };
            entry.checked(today).map(|kept| (kept.what, kept.note))
        };
        let refused = |field, reason| Err(InvalidInput::new(field, reason));
        assert_eq!(written("2026-11-23", " the bins ", ""), Ok(("the bins".into(), None)));
        assert_eq!(written("2026-10-27", "a", &"ä".repeat(500)).map(|(_, note)| note.is_some()), Ok(true));
        assert_eq!(written("2026-10-26", "a", ""), refused(Field::Date, Reason::TooLate));
        assert_eq!(written("2026-11-24", "a", ""), refused(Field::Date, Reason::OutOfRange));
        assert_eq!(written("2026-11-23", "", ""), refused(Field::What, Reason::TooShort));
        assert_eq!(written("2026-11-23", &"ä".repeat(201), ""), refused(Field::What, Reason::TooLong));
        assert_eq!(written("2026-11-23", "a", &"ä".repeat(501)), refused(Field::Note, Reason::TooLong));
    }

    #[test]
    fn a_week_is_one_that_has_begun() {
        let today = day("2026-11-25");
        assert_eq!(week_of(None, today, WeekStart::Monday).map(|week| week.from), Ok(day("2026-11-23")));
        // The rest of this week is in it.
        assert_eq!(week_of(Some(day("2026-11-29")), today, WeekStart::Monday).map(|week| week.from), Ok(day("2026-11-23")));
        let refused = Err(InvalidInput::new(Field::Date, Reason::OutOfRange));
        assert_eq!(week_of(Some(day("2026-11-30")), today, WeekStart::Monday), refused);
        let open = |on: &str| open_days(Week::of(day(on), WeekStart::Monday), today);
        assert_eq!(open("2026-11-23"), [day("2026-11-25"), day("2026-11-24"), day("2026-11-23")]);
        assert_eq!(open("2026-10-29"), [day("2026-11-01"), day("2026-10-31"), day("2026-10-30"), day("2026-10-29")]);
        assert_eq!(open("2026-10-22"), []);
    }
}
