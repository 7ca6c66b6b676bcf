// The owner's calls for practices and learning. Every call is one delegation to the core.

import AmpersandCore

extension CoreOwner {
    // MARK: Practices

    /// The areas, what is practised now, and why what is suggested is.
    public func practices(at now: NowContext) throws(Problem) -> PracticesView {
        try inVault { try $0.practices(ctx: now) }
    }

    public func practice(_ id: String, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.practice(ctx: now, id: id) }
    }

    /// Refused where two are going already.
    public func begin(practice id: String, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.beginPractice(ctx: now, id: id) }
    }

    /// What was noted stays; its reminder goes.
    public func stop(practice id: String, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.stopPractice(ctx: now, id: id) }
    }

    public func record(_ attempt: NewAttempt, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.recordAttempt(ctx: now, attempt: attempt) }
    }

    public func change(_ id: AttemptId, to attempt: NewAttempt, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.changeAttempt(ctx: now, id: id, attempt: attempt) }
    }

    /// The plan is on disk when this returns, whether or not the reminders could be told.
    public func plan(_ draft: PlanDraft, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.planPractice(ctx: now, plan: draft) }
    }

    public func dropPlan(of practice: String, at now: NowContext) throws(Problem) -> PracticeView {
        try inVault { try $0.dropPlan(ctx: now, practice: practice) }
    }

    // MARK: Learning

    public func learn() throws(Problem) -> LearnView {
        try inVault { try $0.learn() }
    }

    /// A mark changes no number; it lifts the practices that fit.
    public func mark(pattern id: String, _ marked: Bool) throws(Problem) -> LearnView {
        try inVault { try $0.markPattern(id: id, marked: marked) }
    }
}
