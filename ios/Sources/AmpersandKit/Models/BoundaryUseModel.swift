// One use of a boundary, from what was noticed to how it felt afterwards. Each state may be the
// last; which moves are open is the core's.

import Observation

/// What the pages of one use show, and what they may do.
@MainActor
@Observable
public final class BoundaryUseModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        /// Nil for one that is just beginning: nothing is saved yet.
        public var use: UseView?
        public var form = BoundaryForm()
        /// The page of a new one is up.
        public var isNew = false
        /// What was shown is gone.
        public var isDeleted = false
        public var isBusy = false
        public var problem: Problem?
    }

    /// What was put in and not saved, with the use it is for; none is a new one.
    struct Unsaved: Equatable, Sendable {
        var use: BoundaryUseId?
        var form: BoundaryForm
    }

    public enum Action: Sendable {
        case begin
        case open(BoundaryUseId)
        /// Reads the shown one anew.
        case refresh
        /// The first save: from then on there is something to come back to.
        case notice
        case nameLimit
        case useLimit(BoundaryId)
        /// Puts the words of the open script line into the script.
        case fill
        case readyScript
        case say
        case notSay
        case answer(BoundaryAnswer)
        case reflect
        /// The screen has asked first.
        case delete
        case dismissSafety
        case close
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    /// What was left or locked before it was saved: unseen, and there again with its use.
    private var covered: Unsaved?

    init(owner: CoreOwner, time: any TimeSource) {
        self.owner = owner
        self.time = time
    }

    /// The only way to change `state` but the fields; while an action is under way, others are
    /// dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// A change of a field. It waits for nothing.
    public func take(_ change: (inout BoundaryForm) -> Void) {
        change(&state.form)
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
        case .begin:
            restore(nil)
            state.isNew = true
        case .open(let id):
            let use = try await owner.boundaryUse(id, at: time.now())
            restore(id)
            state.use = use
        case .refresh: try await refresh()
        case .notice:
            guard state.isNew else { return }
            show(try await owner.notice(state.form.noticed, at: time.now()))
        case .fill: try await fill()
        case .delete:
            guard let id = state.use?.id else { return }
            _ = try await owner.delete(use: id)
            state = State(isDeleted: true, isBusy: true)
        case .dismissSafety:
            try await owner.dismissSafetyOffer()
            if let id = state.use?.id { state.use = try await owner.boundaryUse(id, at: time.now()) }
        case .close: forget()
        case .dismissProblem: state.problem = nil
        case .nameLimit, .useLimit, .readyScript, .say, .notSay, .answer, .reflect:
            guard let id = state.use?.id, let move = move(for: action) else { return }
            show(try await owner.move(id, move, at: time.now()))
        }
    }

    /// Nil while something is not chosen yet.
    private func move(for action: Action) -> BoundaryMove? {
        switch action {
        case .nameLimit: state.form.naming
        case .useLimit(let boundary): .useLimit(boundary: boundary)
        case .readyScript: state.form.readying
        case .say: .say
        case .notSay: .notSay
        case .answer(let answer): .answer(answered: answer)
        case .reflect: state.form.reflecting
        case .begin, .open, .refresh, .notice, .fill, .delete, .dismissSafety, .close, .dismissProblem: nil
        }
    }

    /// What is on the screen and not on disk.
    private var unsaved: Unsaved? {
        guard state.isNew || state.use != nil, state.form != BoundaryForm() else { return nil }
        return Unsaved(use: state.use?.id, form: state.form)
    }

    /// The page of another use, with what was put in for it and not saved.
    private func restore(_ id: BoundaryUseId?) {
        let unsaved = unsaved ?? covered
        let isOfThisOne = unsaved?.use == id
        state = State(form: isOfThisOne ? unsaved?.form ?? BoundaryForm() : BoundaryForm(), isBusy: true)
        covered = isOfThisOne ? nil : unsaved
    }

    /// What can no longer be read is not shown any more, as in care mode.
    private func refresh() async throws(Problem) {
        guard let id = state.use?.id else { return }
        do throws(Problem) {
            state.use = try await owner.boundaryUse(id, at: time.now())
        } catch {
            forget()
            state.isBusy = true
            throw error
        }
    }

    /// What was put in is on disk: the next state begins with empty fields.
    private func show(_ use: UseView) {
        state = State(use: use, isBusy: true)
    }

    private func fill() async throws(Problem) {
        guard let id = state.form.line, let line = state.use?.scriptLines.first(where: { $0.id == id }) else { return }
        let fills = line.blanks.map { state.form.fills[$0.key] ?? "" }
        state.form.script = try await owner.script(id, filledWith: fills)
    }
}
