// The reminders: the person's rules, what comes next and what will not, what holds for all of
// them, and what came too late to show.

import Observation

/// What the reminders' pages show, and what they may do.
@MainActor
@Observable
public final class RemindersModel: ActingModel {
    /// What was done last, to be said once.
    public enum Done: Equatable, Sendable {
        case deleted, broughtBack, settingsSaved, startedOver, suggestionTaken
    }

    public struct State: ActingState, Equatable, Sendable {
        public var view: RemindersView?
        /// What the person calls rules of their own.
        public var labels: [RuleId: String] = [:]
        /// The file cannot be read; it can be set aside.
        public var isDamaged = false
        /// Rules that would make sense, of kinds of which there are none.
        public var suggested: [SuggestedRule] = []
        /// What holds for all, while it is being changed.
        public var settings: ReminderSettingsForm?
        /// What saving those would come to.
        public var preview: RulePreview?
        public var refusal: Problem?
        public var done: Done?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        case enable(RuleId, Bool)
        case resume(RuleId)
        /// The screen has asked first.
        case delete(RuleId)
        /// What has no screen of its own was done.
        case complete(RuleId, CivilDate)
        case seenMissed
        /// Asks the phone for permission.
        case allow
        /// A new file in place of a damaged one, which is kept aside.
        case startOver
        case loadSuggested
        case take(SuggestedRule)
        /// The first run's one question.
        case remindDaily(at: CivilTime)
        case openSettings
        case saveSettings
        case dismissDone
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

    /// The only way to change `state` but the settings' fields; while an action is under way,
    /// others are dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// A change of a field of the settings. It waits for nothing; the preview follows.
    @discardableResult
    public func take(_ change: (inout ReminderSettingsForm) -> Void) -> Task<Void, Never>? {
        guard var form = state.settings else { return nil }
        change(&form)
        guard form != state.settings else { return nil }
        state.settings = form
        return look()
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        state = State()
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .dismissDone: state.done = nil
        case .dismissProblem: state.problem = nil
        default:
            state.done = nil
            try await change(action)
        }
    }

    private func change(_ action: Action) async throws(Problem) {
        switch action {
        case .load: try await load()
        case .enable(let rule, let isOn):
            try await owner.enable(rule: rule, isOn, at: time.now())
            try await changed()
        case .resume(let rule):
            try await owner.resume(rule: rule, at: time.now())
            try await changed(.broughtBack)
        case .delete(let rule):
            try await owner.delete(rule: rule, at: time.now())
            await keeper.replan()
            try await owner.save(label: nil, of: rule)
            try await load()
            state.done = .deleted
        case .complete(let rule, let day):
            try await owner.complete(rule: rule, day: day, at: time.now())
            try await changed()
        case .seenMissed:
            try await owner.seenMissed(at: time.now())
            try await changed()
        case .allow:
            await keeper.ask()
            try await load()
        case .startOver:
            try await owner.startRemindersOver(at: time.now())
            try await changed(.startedOver)
        case .loadSuggested: state.suggested = try await owner.suggestedReminders(at: time.now())
        case .take(let suggested): try await set(suggested.draft)
        case .remindDaily(let at):
            var form = RuleForm(.dailyCheckIn)
            form.times = [.at(at: at)]
            try await set(form.draft)
        case .openSettings:
            try await load()
            state.settings = state.view.map { ReminderSettingsForm($0.settings) }
            await look()?.value
        case .saveSettings:
            guard let form = state.settings else { return }
            try await owner.save(form.settings, at: time.now())
            try await changed(.settingsSaved)
        case .dismissDone, .dismissProblem: break  // done in `perform`
        }
    }

    private func set(_ draft: RuleDraft) async throws(Problem) {
        _ = try await owner.save(draft, at: time.now())
        await keeper.ask()
        try await changed(.suggestionTaken)
        state.suggested = try await owner.suggestedReminders(at: time.now())
    }

    private func changed(_ done: Done? = nil) async throws(Problem) {
        await keeper.replan()
        try await load()
        state.done = done
    }

    private func load() async throws(Problem) {
        do throws(Problem) {
            state.view = try await owner.remindersView(at: time.now())
            state.isDamaged = false
        } catch .storage("damaged", _) {
            state.view = nil
            state.isDamaged = true
            return
        }
        state.labels = try await owner.ruleLabels()
    }

    @discardableResult
    private func look() -> Task<Void, Never>? {
        guard let form = state.settings else { return nil }
        return Task {
            let found: Result<RulePreview, Problem>
            do throws(Problem) {
                found = .success(try await owner.preview(of: form.settings, at: time.now()))
            } catch {
                found = .failure(error)
            }
            // Changed meanwhile: the look at the newer one is on its way.
            guard state.settings == form else { return }
            switch found {
            case .success(let preview):
                state.preview = preview
                state.refusal = nil
            case .failure(let problem):
                state.preview = nil
                state.refusal = problem
            }
        }
    }
}
