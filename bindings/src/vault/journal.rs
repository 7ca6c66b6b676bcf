//! The journal's part of the facade: list, editor, history, trash and search.

use super::{Vault, context};
use crate::across::Across;
use crate::guard::guard;
use crate::{
    AmpersandError, ConflictChoice, DraftId, DraftSaved, Editor, EntryContent, EntryHistory, EntryId, EntryPage, EntryView, JournalView,
    Month, NewEntry, NowContext, PageCursor, Purged, RevisionView, SavedEntry, SearchOrder, SearchPage,
};
use ampersand_core::ids;

fn ids(ids: Vec<EntryId>) -> Vec<ids::EntryId> {
    ids.across()
}

/// Reading the journal.
#[uniffi::export]
impl Vault {
    /// A month of the journal; without one the month of today.
    ///
    /// Errors: as `home`.
    pub fn journal(&self, ctx: NowContext, month: Option<Month>) -> Result<JournalView, AmpersandError> {
        guard(|| self.session.journal(&context(ctx)?, month.across()).map(JournalView::from))
    }

    /// The entries after a cursor, of a month or of all.
    ///
    /// Errors: `cursor`, `malformed`.
    pub fn journal_page(&self, month: Option<Month>, after: Option<PageCursor>) -> Result<EntryPage, AmpersandError> {
        guard(|| self.session.journal_page(month.across(), after.map(Into::into).as_ref()).map(EntryPage::from))
    }

    /// One entry.
    ///
    /// Errors: `NotFound`, `entry`.
    pub fn entry(&self, id: EntryId) -> Result<EntryView, AmpersandError> {
        guard(|| self.session.entry(id.0).map(EntryView::from))
    }

    /// Finds entries. An empty text finds the newest. A newer search interrupts an older one.
    ///
    /// Errors: `query`, `too_long` · `cursor`, `malformed` · `Conflict`, `search_superseded`.
    pub fn search(
        &self,
        ctx: NowContext,
        text: String,
        order: SearchOrder,
        after: Option<PageCursor>,
    ) -> Result<SearchPage, AmpersandError> {
        guard(|| self.session.search(&context(ctx)?, &text, order.into(), after.map(Into::into).as_ref()).map(SearchPage::from))
    }
}

/// Writing in the journal.
#[uniffi::export]
impl Vault {
    /// Begins an entry: a draft that keeps what is typed.
    ///
    /// Errors: `date`, `out_of_range` · `prompt`, `unknown_prompt` · `form`, `unknown_form` or `too_soon` · as `home`.
    pub fn begin_entry(&self, ctx: NowContext, new: NewEntry) -> Result<Editor, AmpersandError> {
        guard(|| self.session.begin_entry(&context(ctx)?, &new.into()).map(Editor::from))
    }

    /// Opens an entry in the editor: its open draft if there is one, else a new draft of its text.
    ///
    /// Errors: `NotFound`, `entry` · `Conflict`, `entry_trashed` · as `home`.
    pub fn edit_entry(&self, ctx: NowContext, id: EntryId) -> Result<Editor, AmpersandError> {
        guard(|| self.session.edit_entry(&context(ctx)?, id.0).map(Editor::from))
    }

    /// Opens a draft again.
    ///
    /// Errors: `NotFound`, `draft` · as `home`.
    pub fn resume_draft(&self, ctx: NowContext, draft: DraftId) -> Result<Editor, AmpersandError> {
        guard(|| self.session.resume_draft(&context(ctx)?, draft.0).map(Editor::from))
    }

    /// Keeps what is typed; it is on disk when this returns. Taken also while the app is out of sight.
    ///
    /// Errors: `NotFound`, `draft` · `body`, `title`, `tags`, `feelings`, `mood`, `date`, each with its code.
    pub fn save_draft(&self, ctx: NowContext, draft: DraftId, content: EntryContent) -> Result<DraftSaved, AmpersandError> {
        guard(|| self.session.save_draft(&context(ctx)?, draft.0, &content.into()).map(DraftSaved::from))
    }

    /// Saves a draft as the entry's text; the previous one goes into its history.
    ///
    /// Errors: `Conflict`, `entry_changed` when it was changed elsewhere since: the draft is kept · as `save_draft`.
    pub fn save_entry(&self, ctx: NowContext, draft: DraftId, content: EntryContent) -> Result<SavedEntry, AmpersandError> {
        guard(|| self.session.save_entry(&context(ctx)?, draft.0, &content.into()).map(SavedEntry::from))
    }

    /// Settles what `entry_changed` told; both texts are kept.
    ///
    /// Errors: `NotFound`, `draft` · as `home`.
    pub fn settle_conflict(&self, ctx: NowContext, draft: DraftId, choice: ConflictChoice) -> Result<SavedEntry, AmpersandError> {
        guard(|| self.session.settle_conflict(&context(ctx)?, draft.0, choice.into()).map(SavedEntry::from))
    }

    /// Lets go of a draft. A new entry's text goes into the trash, another's into its history; an empty one is gone.
    ///
    /// Errors: `NotFound`, `draft` · as `home`.
    pub fn discard_draft(&self, ctx: NowContext, draft: DraftId) -> Result<(), AmpersandError> {
        guard(|| self.session.discard_draft(&context(ctx)?, draft.0))
    }

    /// No care card for the next 24 hours.
    ///
    /// Errors: as `home`.
    pub fn dismiss_care(&self, ctx: NowContext) -> Result<(), AmpersandError> {
        guard(|| self.session.dismiss_care(&context(ctx)?))
    }
}

/// Earlier texts.
#[uniffi::export]
impl Vault {
    /// The earlier texts of an entry.
    ///
    /// Errors: `NotFound`, `entry`.
    pub fn entry_history(&self, id: EntryId) -> Result<EntryHistory, AmpersandError> {
        guard(|| self.session.entry_history(id.0).map(EntryHistory::from))
    }

    /// An earlier text, and how it differs from the present one.
    ///
    /// Errors: `NotFound`, `entry` or `revision`.
    pub fn revision(&self, id: EntryId, revision: u32) -> Result<RevisionView, AmpersandError> {
        guard(|| self.session.revision(id.0, revision).map(RevisionView::from))
    }

    /// Makes an earlier text the present one; the present one goes into the history.
    ///
    /// Errors: `Conflict` with `entry_changed`, when the entry is not at `expected`, or `entry_trashed` · `NotFound`,
    /// `entry` or `revision` · as `home`.
    pub fn restore_revision(&self, ctx: NowContext, id: EntryId, revision: u32, expected: u32) -> Result<EntryView, AmpersandError> {
        guard(|| self.session.restore_revision(&context(ctx)?, id.0, revision, expected).map(EntryView::from))
    }
}

/// Several entries at once: all of them, or none.
#[uniffi::export]
impl Vault {
    /// Marks entries with a star, or not. Answers how many were changed.
    ///
    /// Errors: `NotFound`, `entry` · `ids`, `too_many`.
    pub fn star_entries(&self, ctx: NowContext, ids: Vec<EntryId>, starred: bool) -> Result<u32, AmpersandError> {
        guard(|| self.session.star_entries(&context(ctx)?, &self::ids(ids), starred))
    }

    /// Adds and removes tags. Answers how many entries were changed.
    ///
    /// Errors: as `star_entries` · `tags`, with its code.
    pub fn tag_entries(&self, ctx: NowContext, ids: Vec<EntryId>, add: Vec<String>, remove: Vec<String>) -> Result<u32, AmpersandError> {
        guard(|| self.session.tag_entries(&context(ctx)?, &self::ids(ids), &add, &remove))
    }

    /// Puts entries into the trash, from where they can be restored for 30 days.
    ///
    /// Errors: as `star_entries`.
    pub fn trash_entries(&self, ctx: NowContext, ids: Vec<EntryId>) -> Result<u32, AmpersandError> {
        guard(|| self.session.trash_entries(&context(ctx)?, &self::ids(ids)))
    }

    /// Takes entries out of the trash, whole.
    ///
    /// Errors: as `star_entries`.
    pub fn restore_entries(&self, ctx: NowContext, ids: Vec<EntryId>) -> Result<u32, AmpersandError> {
        guard(|| self.session.restore_entries(&context(ctx)?, &self::ids(ids)))
    }

    /// Purges entries that are in the trash, with their history and drafts. There is no way back.
    ///
    /// Errors: as `star_entries` · `Conflict`, `entry_not_trashed`.
    pub fn purge_entries(&self, ids: Vec<EntryId>) -> Result<Purged, AmpersandError> {
        guard(|| self.session.purge_entries(&self::ids(ids)).map(Purged::from))
    }

    /// The entries in the trash, the last one that went there first.
    ///
    /// Errors: `cursor`, `malformed`.
    pub fn trash(&self, after: Option<PageCursor>) -> Result<EntryPage, AmpersandError> {
        guard(|| self.session.trash(after.map(Into::into).as_ref()).map(EntryPage::from))
    }
}
