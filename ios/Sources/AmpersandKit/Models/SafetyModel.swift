// The private page: five questions, and care mode.

import Observation

/// What the private page shows, and what it may do. The answers live here until they are
/// handed to the core, which keeps nothing of them but whether care mode is on.
@MainActor
@Observable
public final class SafetyModel: ActingModel {
    /// Why the page is up.
    public enum Purpose: Equatable, Sendable {
        /// Before a result, or because the person wanted to.
        case asking
        /// To turn care mode off.
        case leavingCareMode
    }

    public struct State: ActingState, Equatable, Sendable {
        public var purpose = Purpose.asking
        public var page: SafetyPage?
        /// One for each question; skipped until something else is chosen.
        public var answers: [SafetyAnswer] = []
        public var outcome: SafetyOutcome?
        public var isBusy = false
        public var problem: Problem?

        /// What is chosen for one question.
        public func answer(to question: Int) -> SafetyAnswer {
            answers.indices.contains(question) ? answers[question] : .skip
        }
    }

    public enum Action: Sendable {
        case load(Purpose)
        case answer(question: Int, SafetyAnswer)
        case done
        case skipAll
        case enterCareMode
        case close
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner

    init(owner: CoreOwner) {
        self.owner = owner
    }

    /// The only way to change `state`; while an action is under way, others are dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// Lets go of the answers, and of everything else.
    func forget() {
        state = State()
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .load(let purpose):
            let page = try await owner.safetyPage()
            state.purpose = purpose
            state.outcome = nil
            state.page = page
            state.answers = page.questions.map { _ in .skip }
        case .answer(let question, let answer):
            guard state.answers.indices.contains(question) else { return }
            state.answers[question] = answer
        case .done: try await hand(over: state.answers)
        case .skipAll: try await hand(over: state.answers.map { _ in .skip })
        case .enterCareMode: state.outcome = try await owner.enterCareMode()
        case .close: forget()
        case .dismissProblem: state.problem = nil
        }
    }

    private func hand(over answers: [SafetyAnswer]) async throws(Problem) {
        switch state.purpose {
        case .asking: state.outcome = try await owner.answerSafety(answers)
        case .leavingCareMode: state.outcome = try await owner.leaveCareMode(answers)
        }
        state.answers = []
    }
}
