// The weekly pulse: eight lines about one week, and how the weeks have been.

import Observation

/// What the pulse shows, and what it may do. Its figures come from the core; none is reckoned here.
@MainActor
@Observable
public final class PulseModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: PulseView?
        /// What is marked on the screen, by line.
        public var marked: [String: Int32] = [:]
        /// Which line is open; behind the last one when all were passed.
        public var position = 0
        /// What the core said when it was saved; nil while it is being answered.
        public var saved: PulseSaved?
        public var isBusy = false
        public var problem: Problem?

        /// The line that is open.
        public var item: PulseItem? {
            guard let view, view.editable, view.items.indices.contains(position) else { return nil }
            return view.items[position]
        }

        /// Whether something on the screen is not on disk.
        public var isUnsaved: Bool {
            guard let view, saved == nil, view.editable else { return false }
            return marked != PulseModel.marked(view)
        }

        /// The week that is asked about, with its figures.
        public var week: PulseWeek? {
            saved?.week ?? view?.weeks.last { $0.from == view?.weekFrom }
        }
    }

    public enum Action: Sendable {
        /// The week of a day; none is this one.
        case open(CivilDate?)
        /// With the line it was drawn for, so that a hasty second tap answers nothing else.
        case answer(item: String, value: Int32)
        case skip(item: String)
        case takeBack(item: String)
        /// Back to a line.
        case turn(to: String)
        case save
        /// The app goes out of sight: what can be saved is, and what the core refuses stays here.
        case keep
        /// What was saved is shown to be changed.
        case change
        case close
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    private let keeper: ReminderKeeper
    /// What was left or locked before it was saved: unseen, and there again with its week.
    private var covered: (week: CivilDate, marked: [String: Int32])?

    init(owner: CoreOwner, time: any TimeSource, keeper: ReminderKeeper) {
        self.owner = owner
        self.time = time
        self.keeper = keeper
    }

    /// The only way to change `state`; while an action is under way, others are dropped.
    public func send(_ action: Action) async {
        await act(action)
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
        switch action {
        case .open(let day): try await open(day)
        case .answer(let item, let value):
            guard state.item?.id == item else { return }
            state.marked[item] = value
            state.position += 1
        case .skip(let item):
            guard state.item?.id == item else { return }
            state.position += 1
        case .takeBack(let item): state.marked[item] = nil
        case .turn(let item):
            guard let place = state.view?.items.firstIndex(where: { $0.id == item }) else { return }
            state.position = place
        case .save: try await save()
        case .keep: if state.isUnsaved { try? await save() }
        case .change: if let view = state.view { try await open(view.day) }
        case .close: forget()
        case .dismissProblem: state.problem = nil
        }
    }

    private func open(_ day: CivilDate?) async throws(Problem) {
        let unsaved = unsaved ?? covered
        let view = try await owner.pulse(of: day, at: time.now())
        let isOfThisWeek = unsaved?.week == view.weekFrom && view.editable
        state.view = view
        state.marked = isOfThisWeek ? unsaved?.marked ?? [:] : Self.marked(view)
        state.position = view.items.firstIndex { state.marked[$0.id] == nil } ?? view.items.count
        state.saved = nil
        covered = isOfThisWeek ? nil : unsaved
    }

    /// What is on the screen and not on disk.
    private var unsaved: (week: CivilDate, marked: [String: Int32])? {
        guard let view = state.view, state.isUnsaved else { return nil }
        return (view.weekFrom, state.marked)
    }

    private func save() async throws(Problem) {
        guard let view = state.view else { return }
        let answers = view.items.map { PulseAnswer(item: $0.id, value: state.marked[$0.id]) }
        let saved = try await owner.save(answers, aboutWeekOf: view.day, at: time.now())
        state.view = try await owner.pulse(of: view.day, at: time.now())
        state.saved = saved
        await keeper.replan()
    }

    nonisolated static func marked(_ view: PulseView) -> [String: Int32] {
        view.answers.reduce(into: [:]) { $0[$1.item] = $1.value }
    }
}
