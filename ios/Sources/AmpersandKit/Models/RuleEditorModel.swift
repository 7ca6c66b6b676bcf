// One reminder while it is being made or changed: what it would do is shown before it is saved.

import Observation

/// What the editor of a rule shows, and what it may do. Every change asks the core what saving
/// would come to; only the answer to the newest one is shown.
@MainActor
@Observable
public final class RuleEditorModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        /// Nil while nothing is being edited.
        public var form: RuleForm?
        /// The next ones that would come, those that would not, and what will not work.
        public var preview: RulePreview?
        /// Why the core would not take it as it stands.
        public var refusal: Problem?
        /// What was saved last.
        public var saved: RuleView?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case begin(ReminderKind)
        case edit(RuleView, label: String)
        case save
        case close
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    private let keeper: ReminderKeeper

    init(owner: CoreOwner, time: any TimeSource, keeper: ReminderKeeper) {
        self.owner = owner
        self.time = time
        self.keeper = keeper
    }

    /// Taking actions one after the other; while one is under way, others are dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// A change of a field. It waits for nothing; the preview follows.
    @discardableResult
    public func take(_ change: (inout RuleForm) -> Void) -> Task<Void, Never>? {
        guard var form = state.form else { return nil }
        change(&form)
        guard form != state.form else { return nil }
        state.form = form
        return look()
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        state = State()
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .begin(let kind):
            state = State(form: RuleForm(kind), isBusy: true)
            await look().value
        case .edit(let rule, let label):
            state = State(form: RuleForm(rule, label: label), isBusy: true)
            await look().value
        case .save: try await save()
        case .close: state = State(isBusy: true)
        case .dismissProblem: state.problem = nil
        }
    }

    private func save() async throws(Problem) {
        guard let form = state.form else { return }
        let saved = try await owner.save(form.draft, at: time.now())
        // From here on it is saved, and a second tap changes it instead of making another.
        state.form = RuleForm(saved, label: form.label)
        await keeper.replan()
        if form.kind == .custom { try await owner.save(label: form.label, of: saved.id) }
        state.saved = saved
        // Asked after the first one is set, not before: then it is clear what for.
        await keeper.ask()
    }

    @discardableResult
    private func look() -> Task<Void, Never> {
        let task = Task {
            guard let form = state.form else { return }
            let found: Result<RulePreview, Problem>
            do throws(Problem) {
                found = .success(try await owner.preview(of: form.draft, at: time.now()))
            } catch {
                found = .failure(error)
            }
            // Changed meanwhile: the look at the newer one is on its way.
            guard state.form?.draft == form.draft else { return }
            switch found {
            case .success(let preview):
                state.preview = preview
                state.refusal = nil
            case .failure(let problem):
                state.preview = nil
                state.refusal = problem
            }
        }
        return task
    }
}
