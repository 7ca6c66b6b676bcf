// The Check while it is being taken: one question at a time, every answer on disk before the
// next one shows.

extension CheckModel {
    /// The question on the screen.
    public var item: CheckItem? {
        guard let draft = state.draft, draft.items.indices.contains(state.position) else { return nil }
        return draft.items[state.position]
    }

    /// What was given to the question on the screen; nil when it was skipped or is new.
    public var chosen: Int32? {
        item.flatMap { state.given[$0.id] ?? nil }
    }

    /// Whether the question on the screen was skipped before.
    public var wasSkipped: Bool {
        guard let item, let answer = state.given[item.id] else { return false }
        return answer == nil
    }

    public var canGoBack: Bool { state.position > 0 }

    /// Whether the review comes after this question.
    public var isLast: Bool { state.position + 1 == state.draft?.items.count }

    /// Forward without answering, for a question that was answered or skipped before.
    public var canGoForward: Bool {
        item.map { state.given.keys.contains($0.id) } ?? false
    }

    var firstSkipped: Int? {
        state.draft?.items.firstIndex { item in
            if case .some(.none) = state.given[item.id] { true } else { false }
        }
    }

    func show(_ draft: CheckDraft) {
        state.draft = draft
        state.given = Dictionary(uniqueKeysWithValues: draft.answers.map { ($0.item, $0.value) })
        state.review = nil
        state.result = nil
        state.tags = []
        // `next` is behind the last question when nothing is open; the last one is shown then,
        // with the way to the end beside it.
        turn(to: min(Int(draft.next), draft.items.count - 1))
    }

    func turn(to position: Int) {
        state.position = position
        state.step = .question
        watch.start(at: time.uptime())
    }

    func give(_ value: Int32?, to item: String) async throws(Problem) {
        guard state.step == .question, let draft = state.draft, self.item?.id == item else { return }
        let spent = value == nil ? nil : watch.milliseconds(at: time.uptime())
        let now = time.now()
        do throws(Problem) {
            let answer = ItemAnswer(item: item, value: value, ms: spent)
            _ = try await owner.answer(answer, in: draft.run, at: now)
        } catch .invalidInput("ms", _) {
            // The time is a help, the answer is what counts: a phone left open on a question
            // for longer than the core takes must not stop it.
            let answer = ItemAnswer(item: item, value: value, ms: nil)
            _ = try await owner.answer(answer, in: draft.run, at: now)
        }
        state.given[item] = .some(value)
        try await goForward()
    }

    func goBack() {
        if canGoBack { turn(to: state.position - 1) }
    }

    func goForward() async throws(Problem) {
        guard let draft = state.draft, canGoForward else { return }
        if state.position + 1 < draft.items.count {
            turn(to: state.position + 1)
        } else {
            try await review()
        }
    }

    func pause() {
        watch.pause(at: time.uptime())
        state.step = .paused
    }

    func leave() async throws(Problem) {
        state.step = .overview
        state.draft = nil
        state.given = [:]
        state.review = nil
        state.result = nil
        state.tags = []
        try await load()
    }

    func review() async throws(Problem) {
        guard let draft = state.draft else { return }
        state.review = try await owner.review(draft.run, at: time.now())
        state.step = .review
    }

    func finish() async throws(Problem) {
        guard let draft = state.draft else { return }
        let tags = LifeEvent.offered.filter(state.tags.contains)
        let run = try await owner.finish(draft.run, tags: tags, at: time.now())
        // A reminder of this Check is done with.
        await keeper.replan()
        state.draft = nil
        state.given = [:]
        state.review = nil
        state.tags = []
        try await showResult(of: run.id)
    }
}
