// The owner's calls for the circle, for a therapist's page, and for what the weeks show. Every
// call is one delegation to the core.

import AmpersandCore

extension CoreOwner {
    // MARK: The circle

    public func circle(at now: NowContext) throws(Problem) -> CircleView {
        try inVault { try $0.circle(ctx: now) }
    }

    public func save(_ source: SourceDraft, at now: NowContext) throws(Problem) -> CircleView {
        try inVault { try $0.saveSource(ctx: now, draft: source) }
    }

    public func archive(source: SourceId, _ isAway: Bool, at now: NowContext) throws(Problem) -> CircleView {
        try inVault { try $0.archiveSource(ctx: now, id: source, archived: isAway) }
    }

    public func logContact(with source: SourceId, on day: CivilDate, at now: NowContext) throws(Problem) -> CircleView {
        try inVault { try $0.logContact(ctx: now, source: source, day: day) }
    }

    public func undoContact(with source: SourceId, on day: CivilDate, at now: NowContext) throws(Problem) -> CircleView
    {
        try inVault { try $0.undoContact(ctx: now, source: source, day: day) }
    }

    // MARK: What to bring to a therapist

    public func support() throws(Problem) -> SupportView {
        try inVault { try $0.support() }
    }

    public func tick(question: String, _ isTicked: Bool, at now: NowContext) throws(Problem) -> SupportView {
        try inVault { try $0.tickQuestion(ctx: now, id: question, on: isTicked) }
    }

    public func save(ownQuestion text: String, as id: QuestionId?, at now: NowContext) throws(Problem) -> SupportView {
        try inVault { try $0.saveOwnQuestion(ctx: now, id: id, text: text) }
    }

    public func delete(ownQuestion id: QuestionId) throws(Problem) -> SupportView {
        try inVault { try $0.deleteOwnQuestion(id: id) }
    }

    /// What there is between two days; without them the core takes the last weeks.
    public func summaryChoices(
        from: CivilDate?, to: CivilDate?, at now: NowContext
    ) throws(Problem) -> SummaryChoices {
        try inVault { try $0.summaryChoices(ctx: now, from: from, to: to) }
    }

    /// Only what was ticked.
    public func summary(of choice: SummaryChoice, at now: NowContext) throws(Problem) -> SummaryDocument {
        try inVault { try $0.summary(ctx: now, choice: choice) }
    }

    // MARK: What the weeks show

    public func insights(at now: NowContext) throws(Problem) -> InsightsView {
        try inVault { try $0.insights(ctx: now) }
    }

    public func set(insights isOn: Bool, at now: NowContext) throws(Problem) -> InsightsView {
        try inVault { try $0.setInsights(ctx: now, on: isOn) }
    }

    public func seen(insight id: String) throws(Problem) {
        try inVault { try $0.insightSeen(id: id) }
    }

    public func series(_ id: SeriesId, _ range: InsightRange, at now: NowContext) throws(Problem) -> SeriesView {
        try inVault { try $0.insightSeries(ctx: now, series: id, range: range) }
    }
}
