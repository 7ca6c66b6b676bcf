// One practice: its steps, what was tried, the if-then plan, and how it is begun and put down.

import Observation

/// What the page of a practice shows, and what it may do. Which step is the one to try, whether
/// there is room for one more and whether another one is offered is the core's to say.
@MainActor
@Observable
public final class PracticeModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: PracticeView?
        /// A try while it is being noted or changed.
        public var attempt: AttemptForm?
        /// The plan while it is being made or changed.
        public var plan: PlanForm?
        /// A try was noted just now.
        public var justNoted = false
        /// The reminders could not be told of what was saved just now.
        public var isUntold = false
        public var isBusy = false
        public var problem: Problem?
    }

    /// What a person put in and did not save, with the practice it is for.
    struct Unsaved: Equatable, Sendable {
        var practice: String
        var attempt: AttemptForm?
        var plan: PlanForm?
    }

    public enum Action: Sendable {
        case open(String)
        /// Reads the shown practice anew.
        case refresh
        case begin
        /// Another one is put down first, to make room.
        case swap(for: String)
        /// The screen has asked first.
        case putDown
        case noteAttempt(step: UInt32)
        case changeAttempt(AttemptId)
        case saveAttempt
        case closeAttempt
        case makePlan
        case savePlan
        case closePlan
        case dropPlan
        case close
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    private let keeper: ReminderKeeper
    /// What was left or locked before it was saved: unseen, and there again with its practice.
    private var covered: Unsaved?

    init(owner: CoreOwner, time: any TimeSource, keeper: ReminderKeeper) {
        self.owner = owner
        self.time = time
        self.keeper = keeper
    }

    /// The only way to change `state` but the fields; while an action is under way, others are
    /// dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// A change of a field of the try. It waits for nothing.
    public func takeAttempt(_ change: (inout AttemptForm) -> Void) {
        guard var form = state.attempt else { return }
        change(&form)
        state.attempt = form
    }

    /// A change of a field of the plan.
    public func takePlan(_ change: (inout PlanForm) -> Void) {
        guard var form = state.plan else { return }
        change(&form)
        state.plan = form
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        covered = unsaved ?? covered
        state = State()
    }

    /// For good, after everything was erased.
    func forgetUnsaved() {
        covered = nil
    }

    func perform(_ action: Action) async throws(Problem) {
        state.justNoted = false
        switch action {
        case .open(let id): try await open(id)
        case .refresh: try await refresh()
        case .begin, .swap, .putDown: try await change(action)
        case .noteAttempt(let step): note(step)
        case .changeAttempt(let id): state.attempt = state.view?.attempts.first { $0.id == id }.map(AttemptForm.init)
        case .saveAttempt: try await saveAttempt()
        case .closeAttempt: state.attempt = nil
        case .makePlan: state.plan = PlanForm(state.view?.active?.plan)
        case .savePlan: try await savePlan()
        case .closePlan: state.plan = nil
        case .dropPlan:
            guard let id = state.view?.id else { return }
            await show(try await owner.dropPlan(of: id, at: time.now()))
            state.plan = nil
        case .close: forget()
        case .dismissProblem: state.problem = nil
        }
    }

    private func change(_ action: Action) async throws(Problem) {
        guard let id = state.view?.id else { return }
        switch action {
        case .swap(let other):
            await show(try await owner.stop(practice: other, at: time.now()), isShown: false)
            await show(try await owner.begin(practice: id, at: time.now()))
        case .putDown:
            await show(try await owner.stop(practice: id, at: time.now()))
            state.attempt = nil
            state.plan = nil
        default: await show(try await owner.begin(practice: id, at: time.now()))
        }
    }

    /// What is on the screen and not on disk.
    private var unsaved: Unsaved? {
        guard let id = state.view?.id, state.attempt != nil || state.plan != nil else { return nil }
        return Unsaved(practice: id, attempt: state.attempt, plan: state.plan)
    }

    private func open(_ id: String) async throws(Problem) {
        let unsaved = unsaved ?? covered
        let view = try await owner.practice(id, at: time.now())
        let isOfThisOne = unsaved?.practice == id && view.active != nil
        state = State(
            view: view, attempt: isOfThisOne ? unsaved?.attempt : nil, plan: isOfThisOne ? unsaved?.plan : nil,
            isBusy: true)
        covered = isOfThisOne ? nil : unsaved
    }

    /// What can no longer be read is not shown any more, as in care mode.
    private func refresh() async throws(Problem) {
        guard let id = state.view?.id else { return }
        do throws(Problem) {
            state.view = try await owner.practice(id, at: time.now())
        } catch {
            forget()
            state.isBusy = true
            throw error
        }
    }

    private func note(_ step: UInt32) {
        guard let today = state.view?.days.first else { return }
        state.attempt = AttemptForm(step: step, day: today)
    }

    private func saveAttempt() async throws(Problem) {
        guard let id = state.view?.id, let form = state.attempt, let attempt = form.attempt(of: id) else { return }
        if let changed = form.id {
            await show(try await owner.change(changed, to: attempt, at: time.now()))
        } else {
            await show(try await owner.record(attempt, at: time.now()))
        }
        state.attempt = nil
        state.justNoted = true
    }

    private func savePlan() async throws(Problem) {
        guard let id = state.view?.id, let form = state.plan else { return }
        await show(try await owner.plan(form.draft(of: id), at: time.now()))
        state.plan = nil
        // Asked after the first reminder is set, not before: then it is clear what for.
        if form.reminds { await keeper.ask() }
    }

    /// What came of a command; the phone is told of what it did to the reminders.
    private func show(_ view: PracticeView, isShown: Bool = true) async {
        if isShown { state.view = view }
        state.isUntold = !view.remindersTold
        await keeper.replan()
    }
}
