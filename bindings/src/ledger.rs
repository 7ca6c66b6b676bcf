//! The ledger of over- and under-functioning.

use crate::across::{crosses, record, text_type};
use crate::{CivilDate, mirrored};
use ampersand_core::{app, checkin, ids};

text_type! {
    /// The id of an entry of the ledger.
    LedgerEntryId = ids::LedgerEntryId,
}

mirrored! {
    /// Whose it was.
    Whose = checkin::ledger::Whose {
        /// The person's own.
        Mine,
        /// Somebody else's.
        Theirs,
        /// Of both.
        Ours,
    }
}

mirrored! {
    /// Who did it.
    DoneBy = checkin::ledger::DoneBy {
        /// The person.
        Me,
        /// Somebody else.
        Them,
        /// Both.
        Both,
        /// It was left undone.
        Nobody,
    }
}

crosses! {
    checkin::ledger::Whose => Whose,
    Whose => checkin::ledger::Whose,
    checkin::ledger::DoneBy => DoneBy,
    DoneBy => checkin::ledger::DoneBy,
}

record! {
    /// An entry of the ledger.
    LedgerEntry = app::LedgerEntry {
        /// Its id.
        id: LedgerEntryId,
        /// The day it is of.
        day: CivilDate,
        /// Whose it was.
        whose: Whose,
        /// Who did it.
        done_by: DoneBy,
        /// What it was.
        what: String,
        /// A note.
        note: Option<String>,
        /// The practice that it was made a step of, by its title.
        handed_back: Option<String>,
        /// Whether it can be handed back.
        may_hand_back: bool,
        /// Whether it can still be changed; it can always be deleted.
        may_change: bool,
    }
}

record! {
    /// A week of the ledger.
    LedgerWeek = app::LedgerWeek {
        /// Its first day.
        from: CivilDate,
        /// Its last day.
        to: CivilDate,
        /// A day of the week before, where there is or can be something.
        earlier: Option<CivilDate>,
        /// A day of the week after, unless that has not begun.
        later: Option<CivilDate>,
        /// Days of this week that can be written about, the latest first.
        days: Vec<CivilDate>,
        /// What was theirs, and done by the person.
        carried: Vec<LedgerEntry>,
        /// What was the person's own, and done by somebody else or nobody.
        undone: Vec<LedgerEntry>,
        /// Everything else.
        others: Vec<LedgerEntry>,
        /// Whether anything can be handed back: not in care mode.
        may_hand_back: bool,
    }
}

record! { both
    /// An entry as it is written.
    LedgerDraft = app::LedgerDraft {
        /// The entry it changes; none for a new one.
        id: Option<LedgerEntryId>,
        /// The day it is of: today, or up to 27 days before.
        day: CivilDate,
        /// Whose it was.
        whose: Whose,
        /// Who did it.
        done_by: DoneBy,
        /// At most 200 characters of one line.
        what: String,
        /// At most 500 characters.
        note: Option<String>,
    }
}
