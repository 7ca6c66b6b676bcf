// What the weeks show: the cards, one series over time, and the switch for all of it.

import Observation

/// What the insights' pages show, and what they may do. Every figure, every sentence and whether
/// there is enough for either comes from the core.
@MainActor
@Observable
public final class InsightsModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: InsightsView?
        /// The series on the screen.
        public var series: SeriesView?
        /// How far back it goes.
        public var range = InsightRange.month
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        /// All of it on or off.
        case turn(Bool)
        case open(SeriesId)
        case range(InsightRange)
        /// The one that was offered was looked at, or put away.
        case seen(String)
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
        case .load: state.view = try await owner.insights(at: time.now())
        case .turn(let isOn):
            state.view = try await owner.set(insights: isOn, at: time.now())
            state.series = nil
        case .open(let id): state.series = try await owner.series(id, state.range, at: time.now())
        case .range(let range):
            guard let id = state.series?.id else { return }
            state.series = try await owner.series(id, range, at: time.now())
            state.range = range
        case .seen(let id): try await owner.seen(insight: id)
        case .close: state.series = nil
        case .dismissProblem: state.problem = nil
        }
    }
}
