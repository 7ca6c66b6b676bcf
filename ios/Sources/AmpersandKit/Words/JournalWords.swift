// Words for the journal: its drafts, its history, its trash and safety copies. Each function is
// one exhaustive switch from a value of the core to a text of the catalogue.

extension Texts {
    /// What a day of the month's strip is for a screen reader.
    public func words(for day: MonthDay, days: DayWords) -> String {
        let name = days.day(day.day)
        guard day.entries > 0 else { return a11yDayNone(day: name) }
        guard let mood = day.mood else { return a11yDayEntries(n: Int(day.entries), day: name) }
        return a11yDayEntriesMood(n: Int(day.entries), day: name, mood: words(forMood: mood))
    }

    /// What a draft is of.
    public func title(for draft: OpenDraft, days: DayWords) -> String {
        let day = days.day(draft.day)
        return draft.entry == nil ? journalDraftNew(day: day) : journalDraftOfEntry(day: day)
    }

    /// When an earlier text came about, and how.
    public func words(for revision: RevisionSummary, days: DayWords) -> String {
        let moment = days.moment(revision.savedAt)
        return switch revision.kind {
        case .saved: historySaved(moment: moment)
        case .discarded: historyDiscarded(moment: moment)
        }
    }

    /// A piece of a difference for a screen reader, which sees no colour and no line.
    public func words(for piece: DiffPiece) -> String {
        switch piece.kind {
        case .same: a11yDiffSame(text: piece.text)
        case .removed: a11yDiffRemoved(text: piece.text)
        case .added: a11yDiffAdded(text: piece.text)
        }
    }

    public func words(for copy: SnapshotSummary, days: DayWords) -> String {
        let moment = days.moment(copy.takenAt)
        return switch copy.kind {
        case .daily: copiesDaily(moment: moment)
        case .weekly: copiesWeekly(moment: moment)
        }
    }

    /// Where the words of what was just deleted may still be; nil when nowhere.
    public func whereStill(_ purged: Purged, days: DayWords) -> String? {
        guard !purged.stillIn.isEmpty else { return nil }
        return trashStillIn(days: days.list(purged.stillIn.map { days.day($0.takenOn) }))
    }

    /// What a discarded text becomes, before it is discarded.
    public func discarding(_ state: EditorModel.State) -> String {
        guard let form = state.form else { return editorDiscardEmptyBody }
        if state.editor?.entry != nil { return editorDiscardChangesBody }
        return form.isBlank ? editorDiscardEmptyBody : editorDiscardNewBody
    }

    /// Whether the words are on disk, in three of them.
    public func words(for keeping: EditorModel.Keeping) -> String {
        switch keeping {
        case .kept: editorKept
        case .waiting: editorKeeping
        case .refused: editorNotKept
        }
    }

    /// How a recovery went, by what it could not read.
    public func words(for recovered: Recovered) -> String {
        recovered.lostTables.isEmpty ? recoveryDoneWhole : recoveryDonePart
    }

    public func words(for order: SearchOrder) -> String {
        switch order {
        case .newest: searchNewest
        case .best: searchBest
        }
    }
}

extension SearchOrder {
    /// In the order in which they are offered.
    public static let offered: [SearchOrder] = [.newest, .best]
}

extension JournalView {
    /// On how many of its days something was written.
    public var daysWritten: Int { days.count { $0.entries > 0 } }
}
