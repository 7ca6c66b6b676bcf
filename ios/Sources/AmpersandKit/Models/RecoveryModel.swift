// A damaged vault: what it can be brought back from, and what came back. Nothing is deleted by
// any of it: the damaged files are moved aside and named.

import Observation

/// What the recovery page shows, and what it may do.
@MainActor
@Observable
public final class RecoveryModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var offer: RecoveryOffer?
        public var recovered: Recovered?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        case recover(RecoverFrom)
        case dismissProblem
    }

    public internal(set) var state = State()
    private let opening: Opening
    /// The passphrase the person gave before the damage was found. Held for as long as the
    /// page is up.
    var passphrase: String?

    init(opening: Opening) {
        self.opening = opening
    }

    /// The only way to change `state`; while an action is under way, others are dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .load: state.offer = try await opening.recoveryOffer(passphrase: passphrase)
        case .recover(let source):
            state.recovered = try await opening.recover(from: source, passphrase: passphrase)
        case .dismissProblem: state.problem = nil
        }
    }

    func forget() {
        state = State()
        passphrase = nil
    }
}
