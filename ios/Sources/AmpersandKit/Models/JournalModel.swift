// The journal's list: a month, its pages, the drafts that wait, and what is done to several
// entries at once.

import Observation

/// What the journal's first screen shows, and what it may do.
@MainActor
@Observable
public final class JournalModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: JournalView?
        /// The month's entries as far as they were read.
        public var entries: [EntrySummary] = []
        public var next: PageCursor?
        /// The entries that are marked, while some are being chosen.
        public var chosen: Set<EntryId> = []
        public var isChoosing = false
        /// What was put into the trash last, to be put back with one tap.
        public var trashed: [EntryId] = []
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        /// Reads what is on the screen anew; the first time the month of today.
        case refresh
        case show(Month)
        case earlier
        case later
        /// Back to the month of today.
        case today
        /// The page after the last one.
        case more
        case choose
        case toggle(EntryId)
        case stopChoosing
        case star(Bool)
        case tag(add: [String], remove: [String])
        case trash
        case putBack
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource

    init(owner: CoreOwner, time: any TimeSource) {
        self.owner = owner
        self.time = time
    }

    /// The only way to change `state`; while an action is under way, others are dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        state = State()
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .refresh: try await load(state.view?.month)
        case .show(let month): try await load(month)
        case .earlier: if let month = state.view?.earlier { try await load(month) }
        case .later: if let month = state.view?.later { try await load(month) }
        case .today: try await load(nil)
        case .more: try await more()
        case .choose: state.isChoosing = true
        case .toggle(let id): state.chosen.formSymmetricDifference([id])
        case .stopChoosing: stopChoosing()
        case .star(let starred):
            _ = try await owner.star(chosenInOrder, starred, at: time.now())
            try await changedChosen()
        case .tag(let add, let remove):
            _ = try await owner.tag(chosenInOrder, add: add, remove: remove, at: time.now())
            try await changedChosen()
        case .trash:
            let chosen = chosenInOrder
            _ = try await owner.trash(chosen, at: time.now())
            state.trashed = chosen
            try await changedChosen()
        case .putBack:
            _ = try await owner.restore(state.trashed, at: time.now())
            state.trashed = []
            try await load(state.view?.month)
        case .dismissProblem: state.problem = nil
        }
    }

    private func load(_ month: Month?) async throws(Problem) {
        let view = try await owner.journal(of: month, at: time.now())
        let isSame = view.month == state.view?.month
        // Somebody who comes back from an entry far down finds the list as long as it was.
        let shown = isSame ? state.entries.count : 0
        var (entries, next) = (view.page.entries, view.page.next)
        while entries.count < shown, let after = next {
            let page = try await owner.page(of: view.month, after: after)
            entries += page.entries
            next = page.next
        }
        if !isSame { stopChoosing() }
        state.view = view
        state.entries = entries
        state.next = next
        state.chosen.formIntersection(entries.map(\.id))
    }

    private func more() async throws(Problem) {
        guard let month = state.view?.month, let next = state.next else { return }
        let page = try await owner.page(of: month, after: next)
        state.entries += page.entries
        state.next = page.next
    }

    // MARK: Several at once

    private var chosenInOrder: [EntryId] {
        state.entries.map(\.id).filter(state.chosen.contains)
    }

    private func stopChoosing() {
        state.isChoosing = false
        state.chosen = []
    }

    /// All of them or none: where the core refuses, this is not reached, and the choice stays.
    private func changedChosen() async throws(Problem) {
        stopChoosing()
        try await load(state.view?.month)
    }
}
