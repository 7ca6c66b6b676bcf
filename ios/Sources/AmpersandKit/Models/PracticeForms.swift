// What a person puts in about a practice, as something that can be written in: the core's records
// are immutable. What may be saved is the core's to say.

/// One try, while it is being noted or changed.
public struct AttemptForm: Equatable, Sendable {
    /// Nil for one that is not saved yet.
    public let id: AttemptId?
    public var step: UInt32
    public var day: CivilDate
    /// Nil until the person has chosen.
    public var outcome: AttemptOutcome?
    public var note: String
    /// From 0 to 4; nil is an answer too.
    public var afterFeeling: Int32?

    /// A new one for a step; `day` is the core's today.
    init(step: UInt32, day: CivilDate) {
        id = nil
        self.step = step
        self.day = day
        note = ""
    }

    init(_ attempt: Attempt) {
        id = attempt.id
        step = attempt.step
        day = attempt.day
        outcome = attempt.outcome
        note = attempt.note ?? ""
        afterFeeling = attempt.afterFeeling
    }

    /// What goes to the core; nil while it was not said how it went.
    func attempt(of practice: String) -> NewAttempt? {
        guard let outcome else { return nil }
        return NewAttempt(
            practice: practice, step: step, day: day, outcome: outcome, note: note.isEmpty ? nil : note,
            afterFeeling: afterFeeling)
    }
}

/// An if-then plan, while it is being made or changed.
public struct PlanForm: Equatable, Sendable {
    public var situation: String
    public var action: String
    public var saidAloud: Bool
    public var reminds: Bool
    /// Kept while the reminder is off, as long as the page is up.
    public var remindAt: CivilTime

    init(_ plan: IfThenPlan?) {
        situation = plan?.situation ?? ""
        action = plan?.action ?? ""
        saidAloud = plan?.saidAloud ?? false
        reminds = plan?.remindAt != nil
        remindAt = plan?.remindAt ?? "18:00"
    }

    /// What goes to the core.
    func draft(of practice: String) -> PlanDraft {
        PlanDraft(
            practice: practice, situation: situation, action: action, saidAloud: saidAloud,
            remindAt: reminds ? remindAt : nil)
    }
}
