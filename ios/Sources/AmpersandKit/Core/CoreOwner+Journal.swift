// The owner's calls for the journal. Every call is one delegation to the core.

import AmpersandCore
import Dispatch

extension CoreOwner {
    // MARK: Reading

    /// A month with its first page; none is the month of today.
    public func journal(of month: Month?, at now: NowContext) throws(Problem) -> JournalView {
        try inVault { try $0.journal(ctx: now, month: month) }
    }

    /// The page after one that was read before.
    public func page(of month: Month?, after cursor: PageCursor) throws(Problem) -> EntryPage {
        try inVault { try $0.journalPage(month: month, after: cursor) }
    }

    public func entry(_ id: EntryId) throws(Problem) -> EntryView {
        try inVault { try $0.entry(id: id) }
    }

    // MARK: Writing

    public func begin(_ new: NewEntry, at now: NowContext) throws(Problem) -> Editor {
        try inVault { try $0.beginEntry(ctx: now, new: new) }
    }

    /// The entry's open draft, where there is one.
    public func edit(_ id: EntryId, at now: NowContext) throws(Problem) -> Editor {
        try inVault { try $0.editEntry(ctx: now, id: id) }
    }

    public func resume(draft: DraftId, at now: NowContext) throws(Problem) -> Editor {
        try inVault { try $0.resumeDraft(ctx: now, draft: draft) }
    }

    /// The text is on disk when this returns.
    public func keep(_ content: EntryContent, as draft: DraftId, at now: NowContext) throws(Problem) -> DraftSaved {
        try inVault { try $0.saveDraft(ctx: now, draft: draft, content: content) }
    }

    public func save(_ content: EntryContent, from draft: DraftId, at now: NowContext) throws(Problem) -> SavedEntry {
        try inVault { try $0.saveEntry(ctx: now, draft: draft, content: content) }
    }

    public func settle(_ draft: DraftId, by choice: ConflictChoice, at now: NowContext) throws(Problem) -> SavedEntry {
        try inVault { try $0.settleConflict(ctx: now, draft: draft, choice: choice) }
    }

    public func discard(draft: DraftId, at now: NowContext) throws(Problem) {
        try inVault { try $0.discardDraft(ctx: now, draft: draft) }
    }

    public func dismissCare(at now: NowContext) throws(Problem) {
        try inVault { try $0.dismissCare(ctx: now) }
    }

    // MARK: Earlier texts

    public func history(of id: EntryId) throws(Problem) -> EntryHistory {
        try inVault { try $0.entryHistory(id: id) }
    }

    public func revision(_ revision: UInt32, of id: EntryId) throws(Problem) -> RevisionView {
        try inVault { try $0.revision(id: id, revision: revision) }
    }

    /// `expected` is the revision the person was looking at.
    public func restore(
        _ revision: UInt32, of id: EntryId, expected: UInt32, at now: NowContext
    ) throws(Problem) -> EntryView {
        try inVault { try $0.restoreRevision(ctx: now, id: id, revision: revision, expected: expected) }
    }

    // MARK: Several at once, all or none

    public func star(_ ids: [EntryId], _ starred: Bool, at now: NowContext) throws(Problem) -> UInt32 {
        try inVault { try $0.starEntries(ctx: now, ids: ids, starred: starred) }
    }

    public func tag(
        _ ids: [EntryId], add: [String], remove: [String], at now: NowContext
    ) throws(Problem) -> UInt32 {
        try inVault { try $0.tagEntries(ctx: now, ids: ids, add: add, remove: remove) }
    }

    public func trash(_ ids: [EntryId], at now: NowContext) throws(Problem) -> UInt32 {
        try inVault { try $0.trashEntries(ctx: now, ids: ids) }
    }

    public func restore(_ ids: [EntryId], at now: NowContext) throws(Problem) -> UInt32 {
        try inVault { try $0.restoreEntries(ctx: now, ids: ids) }
    }

    /// For good; only what is in the trash.
    public func purge(_ ids: [EntryId]) throws(Problem) -> Purged {
        try inVault { try $0.purgeEntries(ids: ids) }
    }

    public func trash(after cursor: PageCursor?) throws(Problem) -> EntryPage {
        try inVault { try $0.trash(after: cursor) }
    }

    // MARK: Searching

    /// Frees the owner's queue while it runs: other calls go on, and a newer search interrupts
    /// this one, which then ends with `search_superseded`.
    public func search(
        _ text: String, order: SearchOrder, after cursor: PageCursor?, at now: NowContext
    ) async throws(Problem) -> SearchPage {
        guard let vault else { throw .locked(code: "locked") }
        let found: Result<SearchPage, Problem> = await withCheckedContinuation { continuation in
            searching.async {
                do {
                    continuation.resume(
                        returning: .success(try vault.search(ctx: now, text: text, order: order, after: cursor)))
                } catch {
                    continuation.resume(returning: .failure(Problem(error)))
                }
            }
        }
        return try found.get()
    }
}
