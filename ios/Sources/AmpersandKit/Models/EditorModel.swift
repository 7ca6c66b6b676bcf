// The editor: what is typed is on disk soon after, and leaving keeps it. A text that could not
// be kept stays in the model, and on the screen, until it could; nothing here drops one.

import Observation

/// What the editor shows, and what it may do. The core keeps drafts, decides what may be saved
/// and settles conflicts; the model knows when to hand it the text.
@MainActor
@Observable
public final class EditorModel: ActingModel {
    /// Whether what is on the screen is on disk.
    public enum Keeping: Equatable, Sendable {
        /// Since that moment, in milliseconds since 1970.
        case kept(Int64)
        /// Typed, and soon to be kept.
        case waiting
        /// The core did not take it; it is here alone.
        case refused(Problem)
    }

    public struct State: ActingState, Equatable, Sendable {
        /// The draft with what there is to choose from; nil while the editor is shut.
        public var editor: Editor?
        /// What is on the screen.
        public var form: EntryForm?
        public var keeping = Keeping.waiting
        public var words = 0
        public var canUndo = false
        public var canRedo = false
        /// The entry as it has become meanwhile, while the person chooses between the two.
        public var conflict: EntryView?
        /// What was saved last.
        public var saved: SavedEntry?
        public var isBusy = false
        public var problem: Problem?

        /// The draft that was on the screen when the vault was locked.
        var returnsTo: DraftId?

        /// The draft that is open, or that a lock has covered. Its id may be remembered outside
        /// the vault, to come back to it after the app was ended; nothing else of it may.
        public var openDraft: DraftId? { editor?.draft ?? returnsTo }
        /// Whether the editor is up: with a text, or with what is said after saving one.
        public var isOpen: Bool { editor != nil || hasAfterword }
        /// Whether there is something to say after saving.
        public var hasAfterword: Bool { saved?.care != nil || saved?.landing != nil }
    }

    public enum Action: Sendable {
        case begin(NewEntry)
        case edit(EntryId)
        case resume(DraftId)
        /// The draft that was open when the app ended. One that is gone is no problem.
        case restore(DraftId)
        /// After unlocking: what could not be kept before the lock is shown again.
        case recall
        case prompt(String?)
        case form(String?)
        /// Puts on disk what is not there yet: the app is covered or left, or the person asks.
        case keep
        /// Keeps the draft and shuts the editor.
        case leave
        case save
        case settle(ConflictChoice)
        /// Back to the text without settling anything.
        case goOnWriting
        case discard
        /// No card of this kind for some time; how long is the core's to say.
        case dismissCare
        /// Shuts what is said after saving.
        case close
        case dismissProblem
    }

    /// What is typed and chosen. It is taken at once and in order, whatever else is under way:
    /// a text field that had to wait for its own text would lose letters.
    public enum Stroke: Equatable, Sendable {
        case title(String)
        case body(String)
        case undo
        case redo
        case day(CivilDate)
        case mood(Int32?)
        case toggleFeeling(String)
        case addTag(String)
        case removeTag(String)
        case star(Bool)
    }

    /// How long a pause in typing is before the text is kept...
    static let pause = Duration.milliseconds(1_500)
    /// ...and after how long it is kept without one.
    static let longest = Duration.seconds(8)

    public internal(set) var state = State()

    let owner: CoreOwner
    let time: any TimeSource
    var typing = TypingHistory()
    /// Counts what was changed, and how far of that is on disk.
    var changes = 0
    var kept = 0
    /// What the core took last: a field it refuses goes to disk as it was there.
    var accepted: EntryForm?
    var firstUnkept: Duration?
    var pausing: Task<Void, Never>?
    var writing: Task<Bool, Never>?
    /// While the entry is being saved its draft goes away: nothing may be written to it.
    var isSaving = false
    /// A text that a lock found unkept. It is shown again after unlocking, and not before.
    var unkept: (draft: DraftId, form: EntryForm)?

    init(owner: CoreOwner, time: any TimeSource) {
        self.owner = owner
        self.time = time
    }

    /// The only way to change `state`, but for `take`. Keeping is heard at any time; everything
    /// else is dropped while an action is under way.
    public func send(_ action: Action) async {
        if case .keep = action {
            await keep()
            return
        }
        await act(action)
    }

    func perform(_ action: Action) async throws(Problem) {
        switch action {
        case .begin(let new): try await begin(new)
        case .edit(let id):
            try await makeRoom()
            show(try await owner.edit(id, at: time.now()))
        case .resume(let draft):
            try await makeRoom()
            show(try await owner.resume(draft: draft, at: time.now()))
        case .restore(let draft): try await restore(draft)
        case .recall: try await recall()
        case .prompt(let id): try await choose { $0.prompt = id }
        case .form(let id): try await choose(form: id)
        case .leave: try await leave()
        case .save: try await save()
        case .settle(let choice): try await settle(choice)
        case .goOnWriting: state.conflict = nil
        case .discard: try await discard()
        case .dismissCare:
            try await owner.dismissCare(at: time.now())
            state.saved = nil
        case .close: state.saved = nil
        case .dismissProblem: state.problem = nil
        case .keep: break  // heard in `send`
        }
    }

    /// One text at a time: whatever is open is kept before another one is shown.
    private func makeRoom() async throws(Problem) {
        try await shut()
        state.saved = nil
    }

    /// A form that keeps a pace has one draft at a time: it is gone on with.
    private func begin(_ new: NewEntry) async throws(Problem) {
        try await makeRoom()
        show(try await beginOrResume(new))
    }

    private func beginOrResume(_ new: NewEntry) async throws(Problem) -> Editor {
        do throws(Problem) {
            return try await owner.begin(new, at: time.now())
        } catch .conflict("draft_open", let draft) {
            return try await owner.resume(draft: draft, at: time.now())
        }
    }

    /// On an empty page a form brings its headings along, so the page is begun with it. Beside
    /// a text it is only noted.
    private func choose(form id: String?) async throws(Problem) {
        guard let id, let blank = blankPage else { return try await choose { $0.form = id } }
        let editor = try await beginOrResume(NewEntry(day: blank.day, prompt: nil, form: id))
        await stopKeeping()
        try await owner.discard(draft: blank.draft, at: time.now())
        show(editor)
    }

    /// A new entry with nothing in it.
    private var blankPage: (draft: DraftId, day: CivilDate)? {
        guard let editor = state.editor, editor.entry == nil, let form = state.form, form.isBlank else { return nil }
        return (editor.draft, form.day)
    }

    func restore(_ draft: DraftId) async throws(Problem) {
        guard state.editor == nil else { return }
        state.returnsTo = nil
        do throws(Problem) {
            show(try await owner.resume(draft: draft, at: time.now()))
        } catch .notFound {
            // It was saved or discarded just before the app ended.
        }
    }

    /// Only once every word is on disk; else the problem is told, and the text stays up.
    private func leave() async throws(Problem) {
        if let blank = blankPage {
            await stopKeeping()
            try await owner.discard(draft: blank.draft, at: time.now())
            reset()
        } else {
            try await shut()
        }
    }

    private func shut() async throws(Problem) {
        guard state.editor != nil else { return }
        if await !keep(), case .refused(let problem) = state.keeping { throw problem }
        reset()
    }

    private func discard() async throws(Problem) {
        guard let editor = state.editor else { return }
        // What was typed last goes where the core puts discarded texts, too.
        await keep()
        try await owner.discard(draft: editor.draft, at: time.now())
        reset()
    }
}
