//! Handing something back: an entry of the ledger becomes a step of a practice.

use super::ledger::{HAND_BACK, found};
use super::practice::{self, PracticeView};
use super::{Session, settings};
use crate::checkin::ledger::Whose;
use crate::error::{Clash, Error};
use crate::ids::LedgerEntryId;
use crate::storage::ledger::{self, Entry};
use crate::time::NowContext;

impl Session {
    /// Makes a step of a practice out of something that was theirs, and begins that practice where there is room. Answers
    /// with the practice. Handed back once more, the step says what the entry says now.
    ///
    /// # Errors
    /// [`Error::Conflict`], `care_mode`, or `not_theirs` · [`Error::NotFound`], `ledger_entry`; as [`Self::ledger`].
    pub fn hand_back(&self, ctx: &NowContext, id: LedgerEntryId) -> Result<PracticeView, Error> {
        let today = ctx.today()?;
        self.write(|tx| {
            if settings::load(tx)?.care_mode {
                return Err(Error::Conflict { kind: Clash::CareMode, id: String::new() });
            }
            let Entry { written, .. } = found(tx, id)?;
            if written.whose != Whose::Theirs {
                return Err(Error::Conflict { kind: Clash::NotTheirs, id: id.to_string() });
            }
            ledger::hand_back(tx, id, today)?;
            practice::own_step(tx, HAND_BACK, id, &written.what, today)
        })
    }
}
