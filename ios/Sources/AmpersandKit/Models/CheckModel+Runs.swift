// The Check's overview, its results, and the runs that are kept.

extension CheckModel {
    func load() async throws(Problem) {
        let overview = try await owner.overview(about: state.context, at: time.now())
        state.overview = overview
        state.runs = overview.runs.runs
        state.olderAfter = overview.runs.next
    }

    func refresh() async throws(Problem) {
        if state.step == .result, let run = state.result?.run.id { try await showResult(of: run) }
        try await load()
    }

    func loadOlder() async throws(Problem) {
        guard let after = state.olderAfter else { return }
        let page = try await owner.runs(after: after)
        state.runs += page.runs
        state.olderAfter = page.next
    }

    /// The core says whether the private page comes first; the model only knows the answer.
    func showResult(of run: RunId) async throws(Problem) {
        do throws(Problem) {
            state.result = try await owner.result(run)
            state.step = .result
        } catch {
            guard error == .invalidInput(field: "safety", code: "not_answered") else { throw error }
            state.step = .safetyFirst(run)
        }
    }

    func delete(_ run: RunId) async throws(Problem) {
        try await owner.delete(run)
        if state.result?.run.id == run || state.draft?.run == run {
            try await leave()
        } else {
            try await load()
        }
    }
}
