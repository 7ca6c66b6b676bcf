//! The ledger: a week of what somebody carried, writing it down, and handing something back.

use super::{Session, settings};
use crate::checkin::ledger::{DoneBy, Part, Whose, Written, first_day, open_days, part, week_of};
use crate::error::{Error, Field, InvalidInput, Missing, Reason};
use crate::ids::LedgerEntryId;
use crate::practice::catalogue::Catalogue;
use crate::storage::ledger::{self, Entry};
use crate::time::{CivilDate, NowContext};
use rusqlite::Transaction;

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// Its id.
    pub id: LedgerEntryId,
    /// The day it is of.
    pub day: CivilDate,
    /// Whose it was.
    pub whose: Whose,
    /// Who did it.
    pub done_by: DoneBy,
    /// What it was.
    pub what: String,
    /// A note.
    pub note: Option<String>,
    /// The practice that it was made a step of, by its title.
    pub handed_back: Option<String>,
    /// Whether it can be made one.
    pub may_hand_back: bool,
    /// Whether it can still be changed.
    pub may_change: bool,
}

/// A week of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerWeek {
    /// Its first day.
    pub from: CivilDate,
    /// Its last day.
    pub to: CivilDate,
    /// A day of the week before, where there is or can be something.
    pub earlier: Option<CivilDate>,
    /// A day of the week after, unless that has not begun.
    pub later: Option<CivilDate>,
    /// Days of this week that can be written about, the latest first.
    pub days: Vec<CivilDate>,
    /// What was theirs, and done by the person.
    pub carried: Vec<LedgerEntry>,
    /// What was the person's own, and done by somebody else or nobody.
    pub undone: Vec<LedgerEntry>,
    /// Everything else.
    pub others: Vec<LedgerEntry>,
    /// Whether anything can be handed back: not in care mode.
    pub may_hand_back: bool,
}

/// An entry as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerDraft {
    /// The entry it changes; none for a new one.
    pub id: Option<LedgerEntryId>,
    /// The day it is of: today, or up to 27 days before.
    pub day: CivilDate,
    /// Whose it was.
    pub whose: Whose,
    /// Who did it.
    pub done_by: DoneBy,
    /// At most 200 characters of one line.
    pub what: String,
    /// At most 500 characters.
    pub note: Option<String>,
}

/// The practice that something handed back becomes a step of.
pub(super) const HAND_BACK: &str = "mine-yours-ours";

impl Session {
    /// The week of a day; without one that of today.
    ///
    /// # Errors
    /// `date`, `out_of_range`, for a day of a week that has not begun; `zone`, `zone_span_short`; [`Error::Locked`],
    /// [`Error::Storage`].
    pub fn ledger(&self, ctx: &NowContext, day: Option<CivilDate>) -> Result<LedgerWeek, Error> {
        let today = ctx.today()?;
        self.read(|tx| week_view(tx, day, today))
    }

    /// Saves an entry, new or changed, and answers with its week. What is older than can be written about stays as it is.
    ///
    /// # Errors
    /// As [`Written::checked`] · `date`, `too_late`, for an entry of a day that is too long ago · [`Error::NotFound`],
    /// `ledger_entry`; nothing is changed · as [`Self::ledger`].
    pub fn save_ledger_entry(&self, ctx: &NowContext, draft: &LedgerDraft) -> Result<LedgerWeek, Error> {
        let today = ctx.today()?;
        let LedgerDraft { id, day, whose, done_by, what, note } = draft.clone();
        let written = Written { day, whose, done_by, what, note }.checked(today)?;
        let fresh = self.drawn(|entropy| LedgerEntryId::new(ctx.now, entropy))?;
        self.write(|tx| {
            if let Some(id) = id {
                may_change(&found(tx, id)?, today)?;
            }
            ledger::put(tx, id.unwrap_or(fresh), &written, ctx.now.millis())?;
            week_view(tx, Some(day), today)
        })
    }

    /// Deletes an entry, and answers with its week. A step that was made of it stays.
    ///
    /// # Errors
    /// [`Error::NotFound`], `ledger_entry`; as [`Self::ledger`].
    pub fn delete_ledger_entry(&self, ctx: &NowContext, id: LedgerEntryId) -> Result<LedgerWeek, Error> {
        let today = ctx.today()?;
        self.write(|tx| {
            let Entry { written, .. } = found(tx, id)?;
            ledger::delete(tx, id)?;
            // Where the clock was set back its week has not begun.
            week_view(tx, Some(written.day.min(today)), today)
        })
    }
}

pub(super) fn found(tx: &Transaction<'_>, id: LedgerEntryId) -> Result<Entry, Error> {
    ledger::find(tx, id)?.ok_or_else(|| Error::NotFound { kind: Missing::LedgerEntry, id: id.to_string() })
}

/// # Errors
/// `date`, `too_late`.
fn may_change(entry: &Entry, today: CivilDate) -> Result<(), InvalidInput> {
    if entry.written.day < first_day(today) { Err(InvalidInput::new(Field::Date, Reason::TooLate)) } else { Ok(()) }
}

fn week_view(tx: &Transaction<'_>, day: Option<CivilDate>, today: CivilDate) -> Result<LedgerWeek, Error> {
    let stored = settings::load(tx)?;
    let may_hand_back = !stored.care_mode;
    let week = week_of(day, today, stored.settings.week_start)?;
    // In care mode the practice does not exist, and nor does its title.
    let practice = if may_hand_back { Some(Catalogue::current()?.practice(HAND_BACK, false)?.title.as_str()) } else { None };
    let next = week.to.plus_days(1);
    let earlier = first_day(today) < week.from || ledger::any_before(tx, week.from)?;
    let mut view = LedgerWeek {
        from: week.from,
        to: week.to,
        earlier: earlier.then(|| week.from.minus_days(1)),
        later: (next <= today).then_some(next),
        days: open_days(week, today),
        carried: Vec::new(),
        undone: Vec::new(),
        others: Vec::new(),
        may_hand_back,
    };
    for entry in ledger::of_week(tx, week)? {
        let may_change = may_change(&entry, today).is_ok();
        let Entry { id, written: Written { day, whose, done_by, what, note }, handed_on } = entry;
        let handed_back = practice.filter(|_| handed_on.is_some()).map(str::to_owned);
        let may_hand_back = may_hand_back && whose == Whose::Theirs && handed_on.is_none();
        let list = match part(whose, done_by) {
            Part::Carried => &mut view.carried,
            Part::Undone => &mut view.undone,
            Part::Other => &mut view.others,
        };
        list.push(LedgerEntry { id, day, whose, done_by, what, note, handed_back, may_hand_back, may_change });
    }
    Ok(view)
}
