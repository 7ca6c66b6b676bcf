// Learning: short cards, and the patterns a person may mark as their own.

import Observation

/// What the pages of Learn show, and what they may do.
@MainActor
@Observable
public final class LearnModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: LearnView?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        /// With the pattern it was drawn for; a mark that is there is taken away.
        case toggle(pattern: String)
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner

    init(owner: CoreOwner) {
        self.owner = owner
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
        case .load: state.view = try await owner.learn()
        case .toggle(let id):
            guard let pattern = state.view?.patterns.first(where: { $0.id == id }) else { return }
            state.view = try await owner.mark(pattern: id, !pattern.marked)
        case .dismissProblem: state.problem = nil
        }
    }
}
