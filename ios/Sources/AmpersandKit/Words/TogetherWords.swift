// Words for time together, agreements and the ledger. Which case has which words, and nothing else.

extension Texts {
    // MARK: The talk

    public func words(for stage: MeetingStage) -> String {
        switch stage {
        case .preparing: togetherStagePreparing
        case .choosing: togetherStageChoosing
        case .meeting: togetherStageMeeting
        case .agreeing: togetherStageAgreeing
        case .afterwards: togetherStageAfterwards
        case .done: togetherStageDone
        case .endedEarly: togetherStageEndedEarly
        }
    }

    public func words(for turn: MeetingTurn) -> String {
        switch turn {
        case .me: togetherTurnMe
        case .you: togetherTurnYou
        }
    }

    /// What is left of the time; the core says when it is over.
    public func words(forSecondsLeft seconds: UInt32, days: DayWords) -> String {
        seconds == 0 ? togetherTimeOver : togetherTimeLeft(time: days.duration(.seconds(Int64(seconds))))
    }

    /// The place of the topic that is talked about among all of them.
    public func place(in meeting: MeetingView) -> String? {
        meeting.topic.map { togetherTopicOf(n: Int($0) + 1, of: meeting.agenda.count) }
    }

    /// A talk of before: when, and how it ended.
    public func title(for summary: MeetingSummary, days: DayWords) -> String {
        togetherPastRow(day: days.day(summary.heldOn), stage: words(for: summary.stage))
    }

    public func detail(of summary: MeetingSummary, days: DayWords) -> String {
        days.list([togetherPastTopics(n: Int(summary.topics)), togetherPastAgreements(n: Int(summary.agreements))])
    }

    // MARK: What was agreed on

    public func words(for who: Who) -> String {
        switch who {
        case .me: togetherWhoMe
        case .you: togetherWhoYou
        case .both: togetherWhoBoth
        }
    }

    public func words(for agreement: AgreementView) -> String {
        togetherAgreementRow(who: words(for: agreement.who), what: agreement.what)
    }

    /// When it is looked at; whether that day has come is the core's to say.
    public func detail(of agreement: AgreementView, days: DayWords) -> String {
        if agreement.due { return togetherReviewDue }
        return agreement.reviewOn.map { togetherReviewOn(day: days.day($0)) } ?? togetherReviewNone
    }

    public func words(for outcome: ReviewOutcome) -> String {
        switch outcome {
        case .kept: togetherOutcomeKept
        case .partly: togetherOutcomePartly
        case .notYet: togetherOutcomeNotYet
        case .letGo: togetherOutcomeLetGo
        }
    }

    // MARK: The ledger

    public func words(for whose: Whose) -> String {
        switch whose {
        case .mine: ledgerWhoseMine
        case .theirs: ledgerWhoseTheirs
        case .ours: ledgerWhoseOurs
        }
    }

    public func words(for doneBy: DoneBy) -> String {
        switch doneBy {
        case .me: ledgerDoneByMe
        case .them: ledgerDoneByThem
        case .both: ledgerDoneByBoth
        case .nobody: ledgerDoneByNobody
        }
    }

    public func detail(of entry: LedgerEntry, days: DayWords) -> String {
        ledgerRow(day: days.shortDay(entry.day), whose: words(for: entry.whose), doneBy: words(for: entry.doneBy))
    }
}

extension Who {
    /// In the order in which they are offered.
    public static let offered: [Who] = [.me, .you, .both]
}

extension ReviewOutcome {
    public static let offered: [ReviewOutcome] = [.kept, .partly, .notYet, .letGo]
}

extension Whose {
    public static let offered: [Whose] = [.mine, .theirs, .ours]
}

extension DoneBy {
    public static let offered: [DoneBy] = [.me, .them, .both, .nobody]
}
