// The owner's calls for time together, what was agreed on, and the ledger. Every call is one
// delegation to the core.

import AmpersandCore

extension CoreOwner {
    public func together(at now: NowContext) throws(Problem) -> TogetherView {
        try inVault { try $0.together(ctx: now) }
    }

    /// The open talk where there is one.
    public func beginMeeting(at now: NowContext) throws(Problem) -> MeetingView {
        try inVault { try $0.beginMeeting(ctx: now) }
    }

    /// Any talk, also one that is over.
    public func meeting(_ id: MeetingId, at now: NowContext) throws(Problem) -> MeetingView {
        try inVault { try $0.meeting(ctx: now, meeting: id) }
    }

    // MARK: Private lines, and which of them go on the list

    public func save(_ line: LineDraft, in meeting: MeetingId, at now: NowContext) throws(Problem) -> MeetingView {
        try inVault { try $0.saveLine(ctx: now, meeting: meeting, draft: line) }
    }

    public func delete(line: LineId, of meeting: MeetingId, at now: NowContext) throws(Problem) -> MeetingView {
        try inVault { try $0.deleteLine(ctx: now, meeting: meeting, line: line) }
    }

    /// In other words where there are any.
    public func choose(
        line: LineId, as words: String?, in meeting: MeetingId, at now: NowContext
    ) throws(Problem) -> MeetingView {
        try inVault { try $0.chooseLine(ctx: now, meeting: meeting, line: line, reworded: words) }
    }

    public func unchoose(line: LineId, in meeting: MeetingId, at now: NowContext) throws(Problem) -> MeetingView {
        try inVault { try $0.unchooseLine(ctx: now, meeting: meeting, line: line) }
    }

    public func move(
        topic: TopicId, to place: UInt32, in meeting: MeetingId, at now: NowContext
    ) throws(Problem) -> MeetingView {
        try inVault { try $0.moveTopic(ctx: now, meeting: meeting, topic: topic, to: place) }
    }

    /// What would go out, and nothing else.
    public func agendaText(of meeting: MeetingId) throws(Problem) -> String {
        try inVault { try $0.agendaText(meeting: meeting) }
    }

    // MARK: The talk, and what comes of it

    public func move(_ meeting: MeetingId, by move: MeetingMove, at now: NowContext) throws(Problem) -> MeetingView {
        try inVault { try $0.moveMeeting(ctx: now, meeting: meeting, mv: move) }
    }

    public func save(
        _ agreement: AgreementDraft, in meeting: MeetingId, at now: NowContext
    ) throws(Problem) -> MeetingView {
        try inVault { try $0.saveAgreement(ctx: now, meeting: meeting, draft: agreement) }
    }

    public func delete(
        agreement: AgreementId, of meeting: MeetingId, at now: NowContext
    ) throws(Problem) -> MeetingView {
        try inVault { try $0.deleteAgreement(ctx: now, meeting: meeting, agreement: agreement) }
    }

    public func save(
        _ afterwards: Afterwards, of meeting: MeetingId, at now: NowContext
    ) throws(Problem) -> MeetingView {
        try inVault { try $0.saveAfterwards(ctx: now, meeting: meeting, afterwards: afterwards) }
    }

    /// For good.
    public func delete(meeting: MeetingId, at now: NowContext) throws(Problem) -> TogetherView {
        try inVault { try $0.deleteMeeting(ctx: now, meeting: meeting) }
    }

    public func review(
        _ agreement: AgreementId, _ review: Review, at now: NowContext
    ) throws(Problem) -> TogetherView {
        try inVault { try $0.reviewAgreement(ctx: now, agreement: agreement, review: review) }
    }

    // MARK: The ledger

    /// The week of a day; none is this week.
    public func ledger(of day: CivilDate?, at now: NowContext) throws(Problem) -> LedgerWeek {
        try inVault { try $0.ledger(ctx: now, week: day) }
    }

    public func save(_ entry: LedgerDraft, at now: NowContext) throws(Problem) -> LedgerWeek {
        try inVault { try $0.saveLedgerEntry(ctx: now, draft: entry) }
    }

    public func delete(ledgerEntry: LedgerEntryId, at now: NowContext) throws(Problem) -> LedgerWeek {
        try inVault { try $0.deleteLedgerEntry(ctx: now, entry: ledgerEntry) }
    }

    /// What was carried becomes a small step of a practice.
    public func handBack(_ entry: LedgerEntryId, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.handBack(ctx: now, entry: entry) }
    }

    // MARK: Where a tapped reminder leads

    public func target(of rule: RuleId) throws(Problem) -> ReminderTarget {
        try inVault { try $0.reminderTarget(rule: rule) }
    }
}
