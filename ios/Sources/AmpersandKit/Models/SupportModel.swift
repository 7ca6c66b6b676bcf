// What to bring to a therapist: what a first session is like, questions, and a page with nothing
// in it but what was ticked.

import Foundation
import Observation

/// What the pages of support show, and what they may do. What is there to be ticked, and what the
/// page looks like, is the core's; it is shown word for word before it can go anywhere.
@MainActor
@Observable
public final class SupportModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: SupportView?
        /// A question of the person's own, while it is being written.
        public var own: OwnForm?
        public var choices: SummaryChoices?
        /// What is ticked. Nothing is ticked for anybody.
        public var ticked = Ticked()
        /// What would go out, as it stands.
        public var document: SummaryDocument?
        /// The file of it, for as long as it is on the screen.
        public var file: URL?
        public var isBusy = false
        public var problem: Problem?
    }

    /// One question of the person's own.
    public struct OwnForm: Equatable, Sendable {
        /// Nil for one that is not saved yet.
        public let id: QuestionId?
        public var text: String
    }

    /// What goes onto the page.
    public struct Ticked: Equatable, Sendable {
        public var runs: Set<RunId> = []
        public var agreements: Set<AgreementId> = []
        public var entries: Set<EntryId> = []
        public var checkIns = false
        public var pulses = false
        public var questions = false
    }

    public enum Action: Sendable {
        case load
        case tick(question: String, Bool)
        case addOwn
        case changeOwn(QuestionId)
        case saveOwn
        case closeOwn
        case deleteOwn(QuestionId)

        /// What there is from the last weeks.
        case openChoices
        /// What there is between two days. What is not there any more is not ticked any more.
        case between(CivilDate, CivilDate)
        case toggleRun(RunId)
        case toggleAgreement(AgreementId)
        case toggleEntry(EntryId)
        case setCheckIns(Bool)
        case setPulses(Bool)
        case setQuestions(Bool)
        /// Makes the page, to be looked at.
        case make
        /// The page is left: its file goes.
        case putAway
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    private let shared: SharedFile
    /// What was locked before it was saved: unseen, and there again with the page.
    private var covered: OwnForm?

    init(owner: CoreOwner, time: any TimeSource, shared: SharedFile) {
        self.owner = owner
        self.time = time
        self.shared = shared
        // What an app that was ended could not take away.
        shared.remove()
    }

    /// The only way to change `state` but the field; while an action is under way, others are
    /// dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// A stroke in a question of one's own. It waits for nothing.
    public func type(own text: String) {
        state.own?.text = text
    }

    /// Lets go of everything a locked app must not show, the file among it.
    func forget() {
        covered = state.own ?? covered
        state = State()
        shared.remove()
    }

    /// For good, after everything was erased.
    func forgetUnsaved() {
        covered = nil
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .load:
            state.view = try await owner.support()
            state.own = state.own ?? covered
            covered = nil
        case .tick(let question, let isTicked):
            state.view = try await owner.tick(question: question, isTicked, at: time.now())
        case .addOwn: state.own = OwnForm(id: nil, text: "")
        case .changeOwn(let id):
            state.own = state.view?.own.first { $0.id == id }.map { OwnForm(id: $0.id, text: $0.text) }
        case .saveOwn:
            guard let form = state.own else { return }
            state.view = try await owner.save(ownQuestion: form.text, as: form.id, at: time.now())
            if state.own == form { state.own = nil }
        case .closeOwn: state.own = nil
        case .deleteOwn(let id):
            state.view = try await owner.delete(ownQuestion: id)
            if state.own?.id == id { state.own = nil }
        case .openChoices: try await open(from: state.choices?.from, to: state.choices?.to)
        case .between(let from, let to): try await open(from: from, to: to)
        case .toggleRun(let id): state.ticked.runs.formSymmetricDifference([id])
        case .toggleAgreement(let id): state.ticked.agreements.formSymmetricDifference([id])
        case .toggleEntry(let id): state.ticked.entries.formSymmetricDifference([id])
        case .setCheckIns(let isOn): state.ticked.checkIns = isOn
        case .setPulses(let isOn): state.ticked.pulses = isOn
        case .setQuestions(let isOn): state.ticked.questions = isOn
        case .make: try await make()
        case .putAway:
            state.document = nil
            state.file = nil
            shared.remove()
        case .dismissProblem: state.problem = nil
        }
    }

    private func open(from: CivilDate?, to: CivilDate?) async throws(Problem) {
        let choices = try await owner.summaryChoices(from: from, to: to, at: time.now())
        state.choices = choices
        state.ticked.runs.formIntersection(choices.runs.map(\.id))
        state.ticked.agreements.formIntersection(choices.agreements.map(\.id))
        state.ticked.entries.formIntersection(choices.entries.map(\.id))
        if choices.checkIns == 0 { state.ticked.checkIns = false }
        if choices.pulses == 0 { state.ticked.pulses = false }
    }

    private func make() async throws(Problem) {
        guard let choices = state.choices else { return }
        let ticked = state.ticked
        let document = try await owner.summary(
            of: SummaryChoice(
                from: choices.from, to: choices.to,
                // In the order in which they are listed.
                runs: choices.runs.map(\.id).filter(ticked.runs.contains),
                agreements: choices.agreements.map(\.id).filter(ticked.agreements.contains),
                checkIns: ticked.checkIns, pulses: ticked.pulses,
                entries: choices.entries.map(\.id).filter(ticked.entries.contains), questions: ticked.questions),
            at: time.now())
        state.file = try shared.put(document)
        state.document = document
    }
}

extension SummaryChoices {
    /// Whether there is nothing to be ticked at all.
    public var isEmpty: Bool {
        runs.isEmpty && agreements.isEmpty && entries.isEmpty && checkIns == 0 && pulses == 0 && questions == 0
    }
}
