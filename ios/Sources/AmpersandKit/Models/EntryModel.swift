// One entry, as it is read.

import Observation

/// What the page of an entry shows, and what it may do.
@MainActor
@Observable
public final class EntryModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var entry: EntryView?
        /// The entry that was asked for is gone: purged, or never there.
        public var isGone = false
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case open(EntryId)
        /// Reads the shown entry anew.
        case refresh
        case star(Bool)
        case trash
        case restore
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
        case .open(let id):
            if state.entry?.id != id { state.entry = nil }
            try await load(id)
        case .refresh: if let id = state.entry?.id { try await load(id) }
        case .star(let starred):
            guard let id = state.entry?.id else { return }
            _ = try await owner.star([id], starred, at: time.now())
            try await load(id)
        case .trash:
            guard let id = state.entry?.id else { return }
            _ = try await owner.trash([id], at: time.now())
            try await load(id)
        case .restore:
            guard let id = state.entry?.id else { return }
            _ = try await owner.restore([id], at: time.now())
            try await load(id)
        case .dismissProblem: state.problem = nil
        }
    }

    private func load(_ id: EntryId) async throws(Problem) {
        state.isGone = false
        do throws(Problem) {
            state.entry = try await owner.entry(id)
        } catch .notFound(let kind, let id) {
            state.entry = nil
            state.isGone = true
            throw .notFound(kind: kind, id: id)
        }
    }
}
