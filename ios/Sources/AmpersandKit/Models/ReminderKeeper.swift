// Keeps what the phone has been told in step with what the core has planned. It decides nothing:
// the core says what to set, what to take back and when to ask again.

import Observation

/// Plans anew, tells the phone, and tells the core what the phone took. One such round after the
/// other, whoever asks for it: the start, the foreground, a change of clock or zone, a tap on a
/// notification, anything that was saved, or the phone itself while nobody looks.
@MainActor
@Observable
public final class ReminderKeeper {
    /// How often a plan is made anew when another one came between it and the phone.
    static let rounds = 3

    /// Whether the app may notify, as the phone said last.
    public private(set) var access = NotificationAccess.notAsked
    /// What kept the last round from being made.
    public private(set) var problem: Problem?

    private let owner: CoreOwner
    private let time: any TimeSource
    private let centre: any NotificationScheduling
    private let waking: any WakeScheduling
    private let texts: any Texts
    private var last: Task<Void, Never>?
    /// Until the first round is made nobody knows what the phone still holds.
    private var isFirst = true

    init(
        owner: CoreOwner, time: any TimeSource, centre: any NotificationScheduling, waking: any WakeScheduling,
        texts: any Texts
    ) {
        self.owner = owner
        self.time = time
        self.centre = centre
        self.waking = waking
        self.texts = texts
    }

    /// Plans anew and tells the phone.
    public func replan() async {
        await inTurn { await self.plan() }
    }

    /// Asks for permission where nobody did yet, and plans by the answer.
    public func ask() async {
        await inTurn {
            self.access = await self.centre.permission()
            if self.access == .notAsked { self.access = await self.centre.ask() }
            await self.plan()
        }
    }

    /// A notification was tapped: where it leads. Nil when the core knows it no more.
    public func opened(_ id: FireId) async -> OpenTarget? {
        await inTurn {
            // What has fired since the last round is known to have been shown after this one.
            await self.plan()
            return await self.telling { () throws(Problem) in try await self.owner.opened(id, at: self.time.now()) }
        }
    }

    /// "Later" on a notification, without the app.
    public func later(_ id: FireId) async {
        await inTurn {
            await self.plan()
            _ = await self.telling { () throws(Problem) in try await self.owner.later(id, at: self.time.now()) }
            await self.centre.withdraw([id])
            await self.plan()
        }
    }

    /// Takes everything back that the phone holds: there is nothing to remind of any more.
    public func clear() async {
        await inTurn {
            await self.centre.cancel(await self.centre.pending())
            await self.centre.withdraw(await self.centre.delivered())
        }
    }

    // MARK: Inside

    private func inTurn<T: Sendable>(_ work: @escaping @MainActor () async -> T) async -> T {
        let before = last
        let task = Task {
            await before?.value
            return await work()
        }
        last = Task { _ = await task.value }
        return await task.value
    }

    private func telling<T: Sendable>(_ work: () async throws(Problem) -> T) async -> T? {
        do throws(Problem) {
            return try await work()
        } catch {
            problem = error
            return nil
        }
    }

    private func plan() async {
        access = await centre.permission()
        problem = nil
        do throws(Problem) {
            try await tell()
        } catch {
            problem = error
        }
    }

    /// One plan that was made, told and taken. Where another one came in between it is made again.
    ///
    /// The core goes by what it told the phone. What the phone lost since, or holds although it
    /// should not, is put right once in each run of the app: a first plan is left unanswered, so
    /// the second one sets everything again, and what is no part of it is taken back.
    private func tell() async throws(Problem) {
        let now = time.now()
        var unanswered = isFirst ? 1 : 0
        for _ in 0..<(Self.rounds + unanswered) {
            let plan = try await owner.replan(access.told, at: now)
            await centre.cancel(plan.cancel.map(\.id))
            await centre.withdraw(plan.withdraw.map(\.id))
            let taken = await centre.set(plan.set.compactMap { Notice($0, texts: texts) })
            waking.wake(notBefore: plan.nextReplanAt)
            if unanswered > 0 {
                unanswered = 0
                continue
            }
            guard try await owner.registered(taken, of: plan.generation) else { continue }
            if isFirst { await centre.cancel(await centre.pending().filter { !taken.contains($0) }) }
            isFirst = false
            return
        }
    }
}

extension NotificationAccess {
    /// What the core has to know: whether a notification would be shown.
    var told: NotificationPermission {
        switch self {
        case .granted: .granted
        case .notAsked, .denied: .denied
        }
    }
}

extension Notice {
    /// Nil when the core's moment cannot be read, which a test rules out.
    init?(_ fire: FireToSet, texts: any Texts) {
        guard let moment = CivilMoment(date: fire.localDate, time: fire.localTime, second: fire.localSecond) else {
            return nil
        }
        self.init(
            id: fire.id, moment: moment, text: texts.words(forReminder: fire.copyKey),
            isDiscreet: fire.copyKey.hasSuffix(".discreet"), isSilent: fire.silent)
    }
}
