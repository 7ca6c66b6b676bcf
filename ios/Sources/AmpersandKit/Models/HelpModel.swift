// Help lines, from every screen and without a key.

import Observation

/// What the help page shows, and what it may do. It works while the vault is shut.
@MainActor
@Observable
public final class HelpModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var lines: HelpLines?
        /// The person's choice; nil follows the phone.
        public var chosen: String?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        case choose(region: String?)
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

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .load: try await load()
        case .choose(let region): try await choose(region)
        case .dismissProblem: state.problem = nil
        }
    }

    private func load() async throws(Problem) {
        if await owner.isOpen {
            state.chosen = try await owner.settings().region
            state.lines = try await owner.help()
        } else {
            state.lines = try await owner.help(region: state.chosen)
        }
    }

    /// Kept in the settings where they can be reached; else only for this visit.
    private func choose(_ region: String?) async throws(Problem) {
        if await owner.isOpen {
            var form = SettingsForm(try await owner.settings())
            form.region = region
            _ = try await owner.save(form.settings)
        } else {
            state.chosen = region
        }
        try await load()
    }
}
