// The first page of Practise: the areas, what is practised now, and why.

import Observation

/// What the first page of Practise shows, and what it may do. The order of the areas and of what
/// is in them is the core's.
@MainActor
@Observable
public final class PracticesModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: PracticesView?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
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
        case .load: state.view = try await owner.practices(at: time.now())
        case .dismissProblem: state.problem = nil
        }
    }
}
