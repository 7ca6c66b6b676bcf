//! Agreements of a relationship check-in, and the looks at them.

use crate::across::{crosses, record, text_type};
use crate::{CivilDate, MeetingId, mirrored};
use ampersand_core::checkin::together::agreement;
use ampersand_core::{app, ids};

text_type! {
    /// The id of an agreement.
    AgreementId = ids::AgreementId,
}

mirrored! {
    /// Who is to do what was agreed on.
    Who = agreement::Who {
        /// The person whose notebook it is.
        Me,
        /// The other one.
        You,
        /// Each, or together.
        Both,
    }
}

mirrored! {
    /// How an agreement went until now.
    ReviewOutcome = agreement::ReviewOutcome {
        /// It was kept.
        Kept,
        /// Some of it was.
        Partly,
        /// It was not, so far.
        NotYet,
        /// It does not fit any more, and is let go of.
        LetGo,
    }
}

crosses! {
    agreement::Who => Who,
    Who => agreement::Who,
    agreement::ReviewOutcome => ReviewOutcome,
    ReviewOutcome => agreement::ReviewOutcome,
}

record! {
    /// A look at an agreement.
    ReviewView = app::ReviewView {
        /// The day of it.
        on: CivilDate,
        /// How it went.
        outcome: ReviewOutcome,
        /// What was noted.
        note: Option<String>,
        /// The day that was set for the next one.
        next_on: Option<CivilDate>,
    }
}

record! {
    /// An agreement.
    AgreementView = app::AgreementView {
        /// Its id.
        id: AgreementId,
        /// The check-in it was made in.
        meeting: MeetingId,
        /// Who is to do it.
        who: Who,
        /// What was agreed on.
        what: String,
        /// The day on which that was.
        made_on: CivilDate,
        /// The day to look at it again; none once it is closed.
        review_on: Option<CivilDate>,
        /// Whether that day has come.
        due: bool,
        /// Whether it can be looked at now.
        may_review: bool,
        /// How it went, the first look first.
        reviews: Vec<ReviewView>,
    }
}

record! { both
    /// An agreement as it is written down.
    AgreementDraft = app::AgreementDraft {
        /// The agreement it changes; none for a new one.
        id: Option<AgreementId>,
        /// Who is to do it.
        who: Who,
        /// At most 200 characters of one line.
        what: String,
        /// The day to look at it again: from tomorrow on.
        review_on: CivilDate,
    }
}

record! { both
    /// A look at an agreement.
    Review = agreement::Review {
        /// How it went.
        outcome: ReviewOutcome,
        /// At most 1000 characters.
        note: Option<String>,
        /// The day to look again, from tomorrow on; none closes the agreement. None for one that is let go of.
        next_review_on: Option<CivilDate>,
    }
}
