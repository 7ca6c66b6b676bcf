// The Check: taking it, looking back at it, its result, and the runs kept of it.

import Observation

/// What the Check's screens show, and what they may do. The model holds a place in the Check
/// and hands every answer to the core before it shows the next question; it reckons nothing.
@MainActor
@Observable
public final class CheckModel: ActingModel {
    /// Which of the Check's screens is up.
    public enum Step: Equatable, Sendable {
        case overview
        case question
        case paused
        case review
        /// The private page comes before this run's result.
        case safetyFirst(RunId)
        case result
    }

    public struct State: ActingState, Equatable, Sendable {
        public var step = Step.overview
        public var context = PartnerContext.current
        public var overview: CheckOverview?
        public var draft: CheckDraft?
        /// Which of the draft's questions is shown.
        public var position = 0
        /// What was given in this draft: an answer, or nil for skipped.
        public var given: [String: Int32?] = [:]
        public var review: CheckReview?
        public var tags: Set<LifeEvent> = []
        public var result: CheckResult?
        public var runs: [RunSummary] = []
        public var olderAfter: RunId?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        /// The first time about whom the settings say; later about whom was chosen here.
        case open(about: PartnerContext)
        /// Reads anew what is on the screen.
        case refresh
        case choose(PartnerContext)
        case begin(fresh: Bool)
        case resume(RunId)
        /// With the question it was drawn for: a second tap of a hasty finger finds another
        /// question on the screen, and must not answer that one.
        case answer(item: String, value: Int32)
        case skip(item: String)
        case back
        case forward
        case pause
        case goOn
        case leave
        case review
        case lookAgain
        case lookAtSkipped
        case toggle(LifeEvent)
        case finish
        case show(RunId)
        /// After the private page: on to the result that was waiting.
        case safetyDone
        case include(RunId)
        case exclude(RunId)
        case delete(RunId)
        case older
        case close
        case enteredBackground
        case becameActive
        case dismissProblem
    }

    public internal(set) var state = State()

    let owner: CoreOwner
    let time: any TimeSource
    let keeper: ReminderKeeper
    var watch = Stopwatch()

    init(owner: CoreOwner, time: any TimeSource, keeper: ReminderKeeper) {
        self.owner = owner
        self.time = time
        self.keeper = keeper
    }

    /// The only way to change `state`. Leaving and coming back only touch the watch, so they
    /// are heard at any time; everything else is dropped while an action is under way.
    public func send(_ action: Action) async {
        switch action {
        case .enteredBackground: return watch.pause(at: time.uptime())
        case .becameActive: return watch.goOn(at: time.uptime())
        default: break
        }
        await act(action)
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        state = State()
        watch = Stopwatch()
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .open(let context):
            if state.overview == nil { state.context = context }
            try await load()
        case .refresh: try await refresh()
        case .choose(let context):
            state.context = context
            try await load()
        case .begin(let fresh):
            show(try await owner.begin(about: state.context, fresh: fresh, at: time.now()))
        case .resume(let run): show(try await owner.resume(run, at: time.now()))
        case .answer(let item, let value): try await give(value, to: item)
        case .skip(let item): try await give(nil, to: item)
        case .back: goBack()
        case .forward: try await goForward()
        case .pause: pause()
        case .goOn: turn(to: state.position)
        case .leave, .close: try await leave()
        case .review: try await review()
        case .lookAgain: turn(to: 0)
        case .lookAtSkipped: turn(to: firstSkipped ?? 0)
        case .toggle(let event): state.tags.formSymmetricDifference([event])
        case .finish: try await finish()
        case .show(let run): try await showResult(of: run)
        case .safetyDone: if case .safetyFirst(let run) = state.step { try await showResult(of: run) }
        case .include(let run):
            _ = try await owner.include(run)
            try await refresh()
        case .exclude(let run):
            _ = try await owner.exclude(run)
            try await refresh()
        case .delete(let run): try await delete(run)
        case .older: try await loadOlder()
        case .dismissProblem: state.problem = nil
        case .enteredBackground, .becameActive: break  // heard in `send`
        }
    }
}
