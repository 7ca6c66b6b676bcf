// The circle: who and what gives warmth, a contact with one tap, and how wide the circle is.

import Observation

/// What the circle's page shows, and what it may do. How wide the circle is, and whether much
/// rests on one, is the core's to say.
@MainActor
@Observable
public final class CircleModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: CircleView?
        /// A person or group while it is being written.
        public var form: SourceForm?
        public var isBusy = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        case load
        case add
        case change(SourceId)
        case save
        case closeForm
        case archive(SourceId, Bool)
        /// Notes contact today, or takes it back.
        case toggleToday(SourceId)
        case dismissProblem
    }

    public internal(set) var state = State()
    private let owner: CoreOwner
    private let time: any TimeSource
    /// What was locked before it was saved: unseen, and there again with the page.
    private var covered: SourceForm?

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
    public func take(_ change: (inout SourceForm) -> Void) {
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
        case .load:
            state.view = try await owner.circle(at: time.now())
            state.form = state.form ?? covered
            covered = nil
        case .add: state.form = SourceForm(love: state.view?.loves.first)
        case .change(let id): state.form = source(id).map(SourceForm.init)
        case .save:
            guard let form = state.form, let draft = form.draft else { return }
            state.view = try await owner.save(draft, at: time.now())
            if state.form == form { state.form = nil }
        case .closeForm: state.form = nil
        case .archive(let id, let isAway):
            state.view = try await owner.archive(source: id, isAway, at: time.now())
        case .toggleToday(let id): try await toggle(id)
        case .dismissProblem: state.problem = nil
        }
    }

    private func toggle(_ id: SourceId) async throws(Problem) {
        guard let today = state.view?.days.first, let source = source(id) else { return }
        if source.today {
            state.view = try await owner.undoContact(with: id, on: today, at: time.now())
        } else {
            state.view = try await owner.logContact(with: id, on: today, at: time.now())
        }
    }

    private func source(_ id: SourceId) -> CircleSource? {
        state.view?.sources.first { $0.id == id }
    }
}

/// A person or group, while it is being written.
public struct SourceForm: Equatable, Sendable {
    /// Nil for one that is not saved yet.
    public let id: SourceId?
    public var name: String
    /// Nil where the core offers none.
    public var love: LoveKind?
    public var gives: [Gift]

    init(love: LoveKind?) {
        id = nil
        name = ""
        self.love = love
        gives = []
    }

    init(_ source: CircleSource) {
        id = source.id
        name = source.name
        love = source.love
        gives = source.gives
    }

    public mutating func toggle(_ gift: Gift) {
        if let place = gives.firstIndex(of: gift) {
            gives.remove(at: place)
        } else {
            gives.append(gift)
        }
    }

    var draft: SourceDraft? {
        love.map { SourceDraft(id: id, name: name, love: $0, gives: gives) }
    }
}
