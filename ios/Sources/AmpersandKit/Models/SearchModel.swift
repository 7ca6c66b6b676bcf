// Search while it is typed: the latest text wins, whatever came back before it. What a text
// means is the core's to say; nothing is searched here, and nothing typed is kept.

import Observation

/// What the search shows, and what it may do.
@MainActor
@Observable
public final class SearchModel {
    public struct State: Equatable, Sendable {
        public var text = ""
        public var order = SearchOrder.newest
        /// Nil until the first answer.
        public var hits: [SearchHit]?
        public var next: PageCursor?
        /// Filters that could not be read, as they were typed.
        public var ignored: [String] = []
        public var isSearching = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        /// Searches for what is typed; again, when the journal has changed.
        case search
        case order(SearchOrder)
        /// Puts one of our filters behind what is typed.
        case add(SearchFilter)
        case more
        case clear
        case dismissProblem
    }

    public private(set) var state = State()
    /// One page of what is searched for, from the core.
    typealias Find = @MainActor (String, SearchOrder, PageCursor?) async throws(Problem) -> SearchPage
    private let find: Find
    /// Counts the searches: an answer to any but the last is dropped.
    private var latest = 0

    convenience init(owner: CoreOwner, time: any TimeSource) {
        self.init { text, order, cursor throws(Problem) in
            try await owner.search(text, order: order, after: cursor, at: time.now())
        }
    }

    init(find: @escaping Find) {
        self.find = find
    }

    /// The field holds this now. It is taken at once: a field that had to wait for its own text
    /// would lose letters.
    public func type(_ text: String) {
        state.text = text
    }

    /// The only way to change `state`, but for `type`. Nothing waits for an earlier search: a newer one takes
    /// its place.
    public func send(_ action: Action) async {
        switch action {
        case .search: await search()
        case .order(let order):
            state.order = order
            await search()
        case .add(let filter):
            state.text = filter.added(to: state.text)
            await search()
        case .more: await more()
        case .clear: forget()
        case .dismissProblem: state.problem = nil
        }
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        latest += 1
        state = State()
    }

    private func search() async {
        guard let page = await page(after: nil) else { return }
        state.hits = page.hits
        state.next = page.next
        state.ignored = page.ignored
    }

    private func more() async {
        guard let next = state.next, !state.isSearching, let page = await page(after: next) else { return }
        state.hits = (state.hits ?? []) + page.hits
        state.next = page.next
    }

    /// One page for what is typed; nil when something newer was asked for meanwhile.
    private func page(after cursor: PageCursor?) async -> SearchPage? {
        latest += 1
        let mine = latest
        let (text, order) = (state.text, state.order)
        state.isSearching = true
        defer { if mine == latest { state.isSearching = false } }
        while mine == latest {
            do throws(Problem) {
                let page = try await find(text, order, cursor)
                guard mine == latest else { return nil }
                state.problem = nil
                return page
            } catch .conflict("search_superseded", _) {
                // An older search that the core came to later: this one is asked again.
            } catch {
                if mine == latest { state.problem = error }
                return nil
            }
        }
        return nil
    }
}
