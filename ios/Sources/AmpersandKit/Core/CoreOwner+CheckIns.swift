// The owner's calls for the daily check-in and the weekly pulse. Every call is one delegation to
// the core.

import AmpersandCore

extension CoreOwner {
    /// The check-in of a day; none is today. The core says whether it can still be given.
    public func checkIn(on day: CivilDate?, at now: NowContext) throws(Problem) -> CheckInView {
        try inVault { try $0.checkIn(ctx: now, day: day) }
    }

    /// The answers are on disk when this returns, whether or not the reminders could be told.
    public func save(
        _ answers: CheckInAnswers, for day: CivilDate, at now: NowContext
    ) throws(Problem) -> CheckInSaved {
        try inVault { try $0.saveCheckIn(ctx: now, day: day, answers: answers) }
    }

    /// Adds to a check-in that stays as it is.
    public func annotateCheckIn(
        of day: CivilDate, with text: String, at now: NowContext
    ) throws(Problem) -> CheckInView {
        try inVault { try $0.annotateCheckIn(ctx: now, day: day, text: text) }
    }

    /// The pulse of a day's week; none is this week's.
    public func pulse(of day: CivilDate?, at now: NowContext) throws(Problem) -> PulseView {
        try inVault { try $0.pulse(ctx: now, day: day) }
    }

    public func save(
        _ answers: [PulseAnswer], aboutWeekOf day: CivilDate, at now: NowContext
    ) throws(Problem) -> PulseSaved {
        try inVault { try $0.savePulse(ctx: now, day: day, answers: answers) }
    }
}
