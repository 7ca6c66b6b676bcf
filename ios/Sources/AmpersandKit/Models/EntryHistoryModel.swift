// An entry's earlier texts, and how each differs from the present one. The core finds the
// difference; nothing is compared here.

import Observation

/// What the history of an entry shows, and what it may do.
@MainActor
@Observable
public final class EntryHistoryModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var history: EntryHistory?
        /// The earlier text that is shown.
        public var revision: RevisionView?
        /// The entry after an earlier text was brought back.
        public var restored: EntryView?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case open(EntryId)
        case show(revision: UInt32)
        case closeRevision
        /// Brings the shown text back, as a new one: the present one goes into the history.
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
            state = State(isBusy: true)
            state.history = try await owner.history(of: id)
        case .show(let revision):
            guard let entry = state.history?.entry else { return }
            state.revision = try await owner.revision(revision, of: entry)
        case .closeRevision: state.revision = nil
        case .restore: try await restore()
        case .dismissProblem: state.problem = nil
        }
    }

    /// Only onto the text the person was looking at. Where the entry has moved on, the list
    /// and the difference are read anew, and the problem says so.
    private func restore() async throws(Problem) {
        guard let history = state.history, let revision = state.revision?.revision else { return }
        do throws(Problem) {
            state.restored = try await owner.restore(
                revision, of: history.entry, expected: history.current, at: time.now())
            state.revision = nil
            state.history = try await owner.history(of: history.entry)
        } catch .conflict(let kind, let id) {
            state.history = try await owner.history(of: history.entry)
            state.revision = try await owner.revision(revision, of: history.entry)
            throw .conflict(kind: kind, id: id)
        }
    }
}
