// The trash: what is in it, bringing it back whole, and deleting it for good.

import Observation

/// What the trash shows, and what it may do.
@MainActor
@Observable
public final class TrashModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        /// Nil until it was read.
        public var entries: [EntrySummary]?
        public var next: PageCursor?
        /// What the last deletion did, and which safety copies may still hold the words.
        public var purged: Purged?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        case more
        case restore(EntryId)
        /// For good. The screen has asked first.
        case purge([EntryId])
        case dismissPurged
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
        case .load: try await load()
        case .more:
            guard let next = state.next else { return }
            let page = try await owner.trash(after: next)
            state.entries = (state.entries ?? []) + page.entries
            state.next = page.next
        case .restore(let id):
            _ = try await owner.restore([id], at: time.now())
            try await load()
        case .purge(let ids):
            state.purged = try await owner.purge(ids)
            try await load()
        case .dismissPurged: state.purged = nil
        case .dismissProblem: state.problem = nil
        }
    }

    private func load() async throws(Problem) {
        let page = try await owner.trash(after: nil)
        state.entries = page.entries
        state.next = page.next
    }
}
