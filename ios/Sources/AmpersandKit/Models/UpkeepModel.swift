// Upkeep in the background after opening, and the safety copies it takes. What is due is the
// core's to say; this only gives it its turns, and makes room for everything else between two.

import Observation

/// What the page of the safety copies shows, and what it may do.
@MainActor
@Observable
public final class UpkeepModel {
    public struct State: Equatable, Sendable {
        public var progress: UpkeepProgress?
        public var isRunning = false
        /// Nil until they were asked for.
        public var copies: [SnapshotSummary]?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        /// Does what is due, a step at a time. A second run beside it is dropped.
        case run
        /// Ends the run after the step that is under way.
        case stop
        case loadCopies
        /// For good. The screen has asked first.
        case deleteCopies
        case dismissProblem
    }

    /// How much of it is done in one turn, in the core's units.
    static let budget: UInt32 = 64

    public private(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    private var isStopping = false

    init(owner: CoreOwner, time: any TimeSource) {
        self.owner = owner
        self.time = time
    }

    /// The only way to change `state`. The run goes on beside everything else.
    public func send(_ action: Action) async {
        switch action {
        case .run: await run()
        case .stop: isStopping = state.isRunning
        case .loadCopies: await alone { () async throws(Problem) in try await self.load() }
        case .deleteCopies:
            await alone { () async throws(Problem) in
                try await self.owner.deleteSnapshots()
                try await self.load()
            }
        case .dismissProblem: state.problem = nil
        }
    }

    func forget() {
        isStopping = state.isRunning
        state = State(isRunning: state.isRunning)
    }

    private func run() async {
        guard !state.isRunning else { return }
        state.isRunning = true
        isStopping = false
        defer { state.isRunning = false }
        do throws(Problem) {
            var progress = try await owner.beginUpkeep(at: time.now())
            while !progress.finished, !isStopping {
                state.progress = progress
                await Task.yield()
                progress = try await owner.stepUpkeep(at: time.now(), budget: Self.budget)
            }
            state.progress = isStopping ? nil : progress
            if isStopping { try await owner.stopUpkeep() }
        } catch .locked {
            // Locked meanwhile: what is due then stays due.
            state.progress = nil
        } catch {
            state.progress = nil
            state.problem = error
        }
    }

    private func load() async throws(Problem) {
        state.copies = try await owner.snapshots()
    }

    private func alone(_ action: () async throws(Problem) -> Void) async {
        guard !state.isBusy else { return }
        state.isBusy = true
        defer { state.isBusy = false }
        do throws(Problem) {
            try await action()
        } catch {
            state.problem = error
        }
    }
}
