// The daily check-in: a tap for each question, a word if somebody likes, one button to save.

import Observation

/// What the check-in shows, and what it may do. Which questions there are, whether the day can
/// still be answered for, and what the days before say, is the core's.
@MainActor
@Observable
public final class CheckInModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: CheckInView?
        /// What is marked on the screen, by question.
        public var marked: [String: Int32] = [:]
        public var feelings: [String] = []
        public var line = ""
        /// Which question is open; behind the last one when all were passed.
        public var position = 0
        /// Whether the feelings and the line are shown.
        public var addsWord = false
        /// What the core said when it was saved; nil while it is being answered.
        public var saved: CheckInSaved?
        public var note = ""
        public var noteSaved = false
        /// Help lines, where the line or the note asks for them.
        public var care: HelpLines?
        public var isBusy = false
        public var problem: Problem?

        /// The question that is open.
        public var item: CheckInItem? {
            guard let view, view.editable, view.items.indices.contains(position) else { return nil }
            return view.items[position]
        }

        /// Whether something on the screen is not on disk.
        public var isUnsaved: Bool {
            guard let view, saved == nil, view.editable else { return false }
            return written != Written(view.answers)
        }

        var written: Written { Written(marked: marked, feelings: feelings, line: line) }
    }

    /// What a person put in, apart from where they are.
    struct Written: Equatable, Sendable {
        var marked: [String: Int32]
        var feelings: [String]
        var line: String
    }

    public enum Action: Sendable {
        /// The check-in of a day; none is today.
        case open(CivilDate?)
        /// With the question it was drawn for, so that a hasty second tap answers nothing else.
        case answer(item: String, value: Int32)
        case skip(item: String)
        case takeBack(item: String)
        /// Back to a question.
        case turn(to: String)
        case addWord
        case toggleFeeling(String)
        case save
        /// The app goes out of sight: what can be saved is, and what the core refuses stays here.
        case keep
        /// What was saved is shown to be changed.
        case change
        case saveNote
        /// No card of this kind for some time; how long is the core's to say.
        case dismissCare
        case close
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    private let keeper: ReminderKeeper
    /// What was left or locked before it was saved: unseen, and there again with its day.
    private var covered: (day: CivilDate, written: Written)?

    init(owner: CoreOwner, time: any TimeSource, keeper: ReminderKeeper) {
        self.owner = owner
        self.time = time
        self.keeper = keeper
    }

    /// The only way to change `state` but typing; while an action is under way, others are dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// A stroke in the line. It waits for nothing.
    public func type(line: String) {
        state.line = line
    }

    /// A stroke in the note.
    public func type(note: String) {
        state.note = note
        state.noteSaved = false
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
        case .addWord: state.addsWord = true
        case .toggleFeeling(let id):
            if let place = state.feelings.firstIndex(of: id) {
                state.feelings.remove(at: place)
            } else {
                state.feelings.append(id)
            }
        case .save: try await save()
        case .keep: if state.isUnsaved { try? await save() }
        case .change: if let view = state.view { try await open(view.day) }
        case .saveNote: try await saveNote()
        case .dismissCare:
            try await owner.dismissCare(at: time.now())
            state.care = nil
        case .close: forget()
        case .dismissProblem: state.problem = nil
        }
    }

    private func open(_ day: CivilDate?) async throws(Problem) {
        let unsaved = unsaved ?? covered
        let view = try await owner.checkIn(on: day, at: time.now())
        let isOfThisDay = unsaved?.day == view.day && view.editable
        show(view, unsaved: isOfThisDay ? unsaved?.written : nil)
        covered = isOfThisDay ? nil : unsaved
    }

    /// What is on the screen and not on disk.
    private var unsaved: (day: CivilDate, written: Written)? {
        guard let view = state.view, state.isUnsaved else { return nil }
        return (view.day, state.written)
    }

    private func show(_ view: CheckInView, unsaved: Written?) {
        let written = unsaved ?? Written(view.answers)
        state.view = view
        state.marked = written.marked
        state.feelings = written.feelings
        state.line = written.line
        state.addsWord = !written.feelings.isEmpty || !written.line.isEmpty
        // The first that is open; whoever comes back to a full one sees it whole.
        state.position = view.items.firstIndex { written.marked[$0.id] == nil } ?? view.items.count
        if written.marked.isEmpty { state.position = 0 }
        state.saved = nil
        state.note = ""
        state.noteSaved = false
        state.care = nil
    }

    private func save() async throws(Problem) {
        guard let view = state.view else { return }
        let answers = CheckInAnswers(
            answers: view.items.map { TapAnswer(item: $0.id, value: state.marked[$0.id]) },
            feelings: state.feelings, line: state.line.isEmpty ? nil : state.line)
        let saved = try await owner.save(answers, for: view.day, at: time.now())
        state.saved = saved
        state.care = saved.care
        // What the core has noted as done comes off the screen, and today's others stay away.
        await keeper.replan()
    }

    private func saveNote() async throws(Problem) {
        guard let view = state.view else { return }
        let noted = try await owner.annotateCheckIn(of: view.day, with: state.note, at: time.now())
        state.view = noted
        state.care = noted.care
        state.note = ""
        state.noteSaved = true
    }
}

extension CheckInModel.Written {
    init(_ answers: CheckInAnswers) {
        marked = answers.answers.reduce(into: [:]) { $0[$1.item] = $1.value }
        feelings = answers.feelings
        line = answers.line ?? ""
    }
}
