//! Agreements: who does what, and a day to look at it again.

use super::{note_if_any, one_line};
use crate::checkin::keyed::keyed;
use crate::error::{Field, InvalidInput, Reason};
use crate::time::CivilDate;

/// Longest agreement, in characters.
pub const MAX_WHAT: usize = 200;
/// Most agreements that are open at a time: more than that nobody keeps in mind.
pub const MAX_OPEN: usize = 20;

keyed! {
    /// Who is to do it.
    Who {
        /// The person whose notebook it is.
        Me => "me",
        /// The other one.
        You => "you",
        /// Each, or together.
        Both => "both",
    }

    /// How it went until now.
    ReviewOutcome {
        /// It was kept.
        Kept => "kept",
        /// Some of it was.
        Partly => "partly",
        /// It was not, so far.
        NotYet => "not_yet",
        /// It does not fit any more, and is let go of.
        LetGo => "let_go",
    }
}

/// A look at an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// How it went.
    pub outcome: ReviewOutcome,
    /// At most 1000 characters.
    pub note: Option<String>,
    /// The day to look again; none closes the agreement.
    pub next_review_on: Option<CivilDate>,
}

/// What was agreed on, as it is kept.
///
/// # Errors
/// `what`, `too_short`, `too_long` or `control_character`.
pub fn what_of(what: &str) -> Result<String, InvalidInput> {
    one_line(what, Field::What, MAX_WHAT)
}

/// The first day on which something can be looked at again: tomorrow.
pub fn earliest_review(today: CivilDate) -> CivilDate {
    today.plus_days(1)
}

/// A day that is offered: in two weeks.
pub fn offered_review(today: CivilDate) -> CivilDate {
    today.plus_days(14)
}

/// Whether an agreement can be looked at again on `day`.
///
/// # Errors
/// `review_on`, `in_past`: before tomorrow.
pub fn check_review_day(day: CivilDate, today: CivilDate) -> Result<(), InvalidInput> {
    if day < earliest_review(today) { Err(InvalidInput::new(Field::ReviewOn, Reason::InPast)) } else { Ok(()) }
}

impl Review {
    /// The review as it is kept, of an agreement of `made_on`.
    ///
    /// # Errors
    /// `date`, `before_agreement` · `review_on`, `in_past`, or `let_go` for something that is let go of · `note`,
    /// `too_long` or `control_character`.
    pub fn checked(&self, made_on: CivilDate, today: CivilDate) -> Result<Self, InvalidInput> {
        let Self { outcome, note, next_review_on } = self;
        if today < made_on {
            return Err(InvalidInput::new(Field::Date, Reason::BeforeAgreement));
        }
        if let Some(day) = *next_review_on {
            if *outcome == ReviewOutcome::LetGo {
                return Err(InvalidInput::new(Field::ReviewOn, Reason::LetGo));
            }
            check_review_day(day, today)?;
        }
        Ok(Self { outcome: *outcome, note: note_if_any(note.as_deref(), Field::Note)?, next_review_on: *next_review_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_review_is_of_an_agreement_that_is_there_and_leads_to_a_later_day() {
        let (made, today) = (day("2026-11-20"), day("2026-11-23"));
        let review = |outcome, next: Option<&str>| Review { outcome, note: Some(" \n".into()), next_review_on: next.map(day) };
        let refused = |field, reason| Err(InvalidInput::new(field, reason));
        for (review, today, kept) in [
            (review(ReviewOutcome::Kept, None), today, Ok(())),
            (review(ReviewOutcome::Kept, Some("2026-11-24")), today, Ok(())),
            (review(ReviewOutcome::NotYet, Some("2026-12-07")), made, Ok(())),
            (review(ReviewOutcome::LetGo, None), today, Ok(())),
            (review(ReviewOutcome::LetGo, Some("2026-11-24")), today, refused(Field::ReviewOn, Reason::LetGo)),
            (review(ReviewOutcome::Partly, Some("2026-11-23")), today, refused(Field::ReviewOn, Reason::InPast)),
            (review(ReviewOutcome::Partly, Some("1999-11-23")), today, refused(Field::ReviewOn, Reason::InPast)),
            (review(ReviewOutcome::Kept, None), day("2026-11-19"), refused(Field::Date, Reason::BeforeAgreement)),
        ] {
            let checked = review.checked(made, today);
            assert_eq!(checked.clone().map(|_| ()), kept, "{review:?}");
            assert!(checked.is_err() || checked.is_ok_and(|kept| kept.note.is_none()), "nothing is no note");
        }
        let long = Review { outcome: ReviewOutcome::Kept, note: Some("x".repeat(1_001)), next_review_on: None };
        assert_eq!(long.checked(made, today), refused(Field::Note, Reason::TooLong).map(|()| long.clone()));
    }

    #[test]
    fn an_agreement_has_200_characters() {
        assert!(what_of(&"ä".repeat(MAX_WHAT)).is_ok() && what_of(&"ä".repeat(MAX_WHAT + 1)).is_err());
        assert!(check_review_day(offered_review(day("2026-11-23")), day("2026-11-23")).is_ok());
    }
}
