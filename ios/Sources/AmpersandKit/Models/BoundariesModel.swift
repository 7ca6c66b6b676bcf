// Boundaries as a whole: the limits, what is still open, how it goes kind by kind, and the quiet
// offer of the private page.

import Observation

/// What the first page of the boundaries shows, and what it may do.
@MainActor
@Observable
public final class BoundariesModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: BoundariesView?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        case putAway(BoundaryId, Bool)
        /// Not now: it comes back with a newer cause, which is the core's to say.
        case dismissSafety
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
        case .putAway(let id, let isAway): state.view = try await owner.putAway(id, isAway)
        case .dismissSafety:
            try await owner.dismissSafetyOffer()
            try await load()
        case .dismissProblem: state.problem = nil
        }
    }

    private func load() async throws(Problem) {
        state.view = try await owner.boundaries(at: time.now())
    }
}
