// How a model takes an action: one after the other, with what it refuses on the screen.

/// What the state of each such model has.
protocol ActingState {
    /// Something is under way.
    var isBusy: Bool { get set }
    /// What went wrong last, until the person has put it away.
    var problem: Problem? { get set }
}

@MainActor
protocol ActingModel: AnyObject {
    associatedtype State: ActingState
    associatedtype Action: Sendable

    var state: State { get set }

    func perform(_ action: Action) async throws(Problem)
}

extension ActingModel {
    /// While an action is under way, others are dropped: a second tap is no second wish.
    func act(_ action: Action) async {
        guard !state.isBusy else { return }
        state.isBusy = true
        defer { state.isBusy = false }
        do throws(Problem) {
            try await perform(action)
        } catch {
            state.problem = error
        }
    }
}
