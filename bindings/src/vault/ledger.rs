//! The ledger: the facade's part.

use super::{Vault, context};
use crate::across::Across;
use crate::guard::guard;
use crate::{AmpersandError, CivilDate, LedgerDraft, LedgerEntryId, LedgerWeek, NowContext, PracticeView};

/// The ledger.
#[uniffi::export]
impl Vault {
    /// The week of a day; without one that of today.
    ///
    /// Errors: `date`, `out_of_range`, for a day of a week that has not begun · as `home`.
    pub fn ledger(&self, ctx: NowContext, week: Option<CivilDate>) -> Result<LedgerWeek, AmpersandError> {
        guard(|| self.session.ledger(&context(ctx)?, week.across()).map(LedgerWeek::from))
    }

    /// Saves an entry, new or changed, and answers with its week.
    ///
    /// Errors: `date`, `out_of_range` or `too_late` · `what`, `too_short`, `too_long` or `control_character` · `note`,
    /// `too_long` or `control_character` · `NotFound`, `ledger_entry`; nothing is changed · as `home`.
    pub fn save_ledger_entry(&self, ctx: NowContext, draft: LedgerDraft) -> Result<LedgerWeek, AmpersandError> {
        guard(|| self.session.save_ledger_entry(&context(ctx)?, &draft.into()).map(LedgerWeek::from))
    }

    /// Deletes an entry, and answers with its week. A step that was made of it stays.
    ///
    /// Errors: `NotFound`, `ledger_entry` · as `home`.
    pub fn delete_ledger_entry(&self, ctx: NowContext, entry: LedgerEntryId) -> Result<LedgerWeek, AmpersandError> {
        guard(|| self.session.delete_ledger_entry(&context(ctx)?, entry.0).map(LedgerWeek::from))
    }

    /// Makes a step of the practice "Mine, yours, ours" out of something that was theirs, and begins that practice where
    /// there is room. Answers with the practice.
    ///
    /// Errors: `Conflict`, `not_theirs` or `care_mode` · `NotFound`, `ledger_entry` · as `home`.
    pub fn hand_back(&self, ctx: NowContext, entry: LedgerEntryId) -> Result<PracticeView, AmpersandError> {
        guard(|| self.session.hand_back(&context(ctx)?, entry.0).map(PracticeView::from))
    }
}
