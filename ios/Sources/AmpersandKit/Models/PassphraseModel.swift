// Setting, changing and removing the passphrase. What is typed passes through here on its way
// to the core; nothing of it is held on to.

import Observation

/// What the passphrase page shows, and what it may do.
@MainActor
@Observable
public final class PassphraseModel: ActingModel {
    /// What was done last.
    public enum Done: Equatable, Sendable {
        case set, changed, removed
    }

    public struct State: ActingState, Equatable, Sendable {
        /// Whether there is one; nil until it was asked.
        public var isSet: Bool?
        /// How hard the new one is to guess, while it is typed.
        public var strength: Strength?
        /// The two fields of the new one differ.
        public var differs = false
        /// How long no try is taken.
        public var wait = Duration.zero
        public var done: Done?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        /// The field of the new one holds this now.
        case typed(String)
        case set(new: String, again: String)
        case change(current: String, new: String, again: String)
        case remove(current: String)
        case close
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource

    init(owner: CoreOwner, time: any TimeSource) {
        self.owner = owner
        self.time = time
    }

    /// The only way to change `state`. The hint follows the typing at any time; everything
    /// else is dropped while an action is under way.
    public func send(_ action: Action) async {
        if case .typed(let text) = action {
            await typed(text)
            return
        }
        await act(action)
        await readLock()
    }

    func forget() {
        state = State()
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .load, .typed: break  // the lock is read after every action
        case .set(let new, let again): try await set(new, again, current: nil, done: .set)
        case .change(let current, let new, let again):
            try await set(new, again, current: current, done: .changed)
        case .remove(let current):
            state.done = nil
            try await owner.removePassphrase(current, at: time.clock)
            state.done = .removed
        case .close: state = State(isBusy: true)
        case .dismissProblem: state.problem = nil
        }
    }

    private func set(_ new: String, _ again: String, current: String?, done: Done) async throws(Problem) {
        state.done = nil
        state.differs = new != again
        guard !state.differs else { return }
        try await owner.setPassphrase(new, current: current, at: time.clock)
        state.strength = nil
        state.done = done
    }

    private func typed(_ text: String) async {
        state.differs = false
        state.done = nil
        do throws(Problem) {
            state.strength = text.isEmpty ? nil : try await owner.strength(of: text)
        } catch {
            state.problem = error
        }
    }

    private func readLock() async {
        do throws(Problem) {
            let lock = try await owner.lockState(at: time.clock)
            state.isSet = lock.passphrase
            state.wait = .milliseconds(lock.waitMs)
        } catch {
            state.problem = error
        }
    }
}
