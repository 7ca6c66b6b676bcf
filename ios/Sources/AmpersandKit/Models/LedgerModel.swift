// The ledger: what was carried for somebody else, what of one's own was left, week by week, and
// what is handed back.

import Observation

/// What the ledger's page shows, and what it may do. Which week a day belongs to, what goes under
/// which heading and what may be handed back is the core's to say.
@MainActor
@Observable
public final class LedgerModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var week: LedgerWeek?
        /// A note while it is being written.
        public var form: LedgerForm?
        /// The practice that what was handed back has become a step of.
        public var handedTo: String?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        /// The week of a day; none is this week.
        case open(CivilDate?)
        case refresh
        case earlier
        case later
        case add
        case change(LedgerEntryId)
        case save
        case closeForm
        /// The screen has asked first.
        case delete(LedgerEntryId)
        case handBack(LedgerEntryId)
        /// The page has gone where it was handed to.
        case followed
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    private let keeper: ReminderKeeper
    /// What was locked before it was saved: unseen, and there again with the page.
    private var covered: LedgerForm?

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

    /// A change of a field. It waits for nothing.
    public func take(_ change: (inout LedgerForm) -> Void) {
        guard var form = state.form else { return }
        change(&form)
        state.form = form
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        covered = state.form ?? covered
        state = State()
    }

    /// For good, after everything was erased.
    func forgetUnsaved() {
        covered = nil
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .open(let day):
            state.week = try await owner.ledger(of: day, at: time.now())
            state.form = state.form ?? covered
            covered = nil
        case .refresh: state.week = try await owner.ledger(of: state.week?.from, at: time.now())
        case .earlier:
            guard let day = state.week?.earlier else { return }
            state.week = try await owner.ledger(of: day, at: time.now())
        case .later:
            guard let day = state.week?.later else { return }
            state.week = try await owner.ledger(of: day, at: time.now())
        case .add: state.form = state.week?.days.first.map { LedgerForm(day: $0) }
        case .change(let id): state.form = entry(id).map(LedgerForm.init)
        case .save:
            guard let form = state.form else { return }
            state.week = try await owner.save(form.draft, at: time.now())
            if state.form == form { state.form = nil }
        case .closeForm: state.form = nil
        case .delete(let id):
            state.week = try await owner.delete(ledgerEntry: id, at: time.now())
            if state.form?.id == id { state.form = nil }
        case .handBack(let id):
            state.handedTo = try await owner.handBack(id, at: time.now()).id
            state.week = try await owner.ledger(of: state.week?.from, at: time.now())
            await keeper.replan()
        case .followed: state.handedTo = nil
        case .dismissProblem: state.problem = nil
        }
    }

    private func entry(_ id: LedgerEntryId) -> LedgerEntry? {
        guard let week = state.week else { return nil }
        return (week.carried + week.undone + week.others).first { $0.id == id }
    }
}

/// A note of the ledger, while it is being written.
public struct LedgerForm: Equatable, Sendable {
    /// Nil for one that is not saved yet.
    public let id: LedgerEntryId?
    public var day: CivilDate
    public var whose: Whose
    public var doneBy: DoneBy
    public var what: String
    public var note: String

    /// A new one, for the latest day that the core offers.
    init(day: CivilDate) {
        id = nil
        self.day = day
        whose = .theirs
        doneBy = .me
        what = ""
        note = ""
    }

    init(_ entry: LedgerEntry) {
        id = entry.id
        day = entry.day
        whose = entry.whose
        doneBy = entry.doneBy
        what = entry.what
        note = entry.note ?? ""
    }

    var draft: LedgerDraft {
        LedgerDraft(id: id, day: day, whose: whose, doneBy: doneBy, what: what, note: note.isEmpty ? nil : note)
    }
}
