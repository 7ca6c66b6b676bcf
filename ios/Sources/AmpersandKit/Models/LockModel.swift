// The lock screen: a passphrase, and the wait after too many wrong ones. How long that is and
// what counts as a try is the core's to say; nothing is ever deleted by a wrong one.

import Observation

/// What the lock screen shows, and what it may do.
@MainActor
@Observable
public final class LockModel {
    public struct State: Equatable, Sendable {
        /// What the core says of the lock; nil until it was asked.
        public var lock: LockState?
        public var isBusy = false
        public var problem: Problem?

        /// How long no try is taken; zero when one is.
        public var wait: Duration { .milliseconds(lock?.waitMs ?? 0) }
    }

    public enum Action: Sendable {
        /// Asks how the lock stands, and follows a wait until it is over.
        case watch
        case dismissProblem
    }

    public private(set) var state = State()
    private let opening: Opening

    init(opening: Opening) {
        self.opening = opening
    }

    /// The only way to change `state`, but for `unlock`. Watching goes on beside everything
    /// else.
    public func send(_ action: Action) async {
        switch action {
        case .watch: await watch()
        case .dismissProblem: state.problem = nil
        }
    }

    func forget() {
        state = State()
    }

    /// One try; `AppModel` goes on from there. The problem is shown here, and thrown as well.
    func unlock(_ passphrase: String) async throws(Problem) {
        state.isBusy = true
        defer { state.isBusy = false }
        state.problem = nil
        do throws(Problem) {
            try await opening.open(passphrase: passphrase)
        } catch {
            state.problem = error
            await read()
            throw error
        }
    }

    /// The wait is asked for again each second: the core alone knows what is left of it.
    private func watch() async {
        await read()
        while state.wait > .zero {
            do { try await opening.time.wait(.seconds(1)) } catch { return }
            await read()
        }
    }

    private func read() async {
        do throws(Problem) {
            state.lock = try await opening.owner.lockState(at: opening.time.clock)
        } catch {
            state.problem = error
        }
    }
}
