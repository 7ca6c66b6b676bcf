// Reminders leave the app through this port, and come back through it as a tap. What is said,
// and when, was decided in the core: nothing here chooses a moment or a text.

import Foundation

/// A moment on a wall clock, wherever the phone is then: the numbers that the core wrote, taken
/// apart. There is no zone in it, so it stays eight in the evening on a journey too, until the
/// core has planned anew.
public struct CivilMoment: Equatable, Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int

    /// Reads `2026-11-23` and `20:00`; nil for what is written otherwise.
    public init?(date: CivilDate, time: CivilTime, second: UInt32) {
        let date = date.split(separator: "-").compactMap { Int($0) }
        let time = time.split(separator: ":").compactMap { Int($0) }
        guard date.count == 3, time.count == 2 else { return nil }
        year = date[0]
        month = date[1]
        day = date[2]
        hour = time[0]
        minute = time[1]
        self.second = Int(second)
    }
}

/// One reminder, as the phone's notification centre takes it.
public struct Notice: Equatable, Hashable, Sendable {
    public let id: FireId
    public let moment: CivilMoment
    /// The one sentence that is shown. Never a word a person wrote.
    public let text: String
    /// It gives nothing away, and neither lights the screen nor makes a sound.
    public let isDiscreet: Bool
    /// It makes no sound.
    public let isSilent: Bool
}

/// Whether the app may notify.
public enum NotificationAccess: Equatable, Sendable {
    /// The person was not asked yet.
    case notAsked
    case granted
    case denied
}

/// The phone's notification centre. The app's adapter stands on UserNotifications; the tests
/// bring one that keeps Apple's limits: 64 waiting ones, a same identifier replaces, and no code
/// runs when one comes.
public protocol NotificationScheduling: Sendable {
    /// What waits for its moment.
    func pending() async -> [FireId]

    /// What was shown and not yet put away.
    func delivered() async -> [FireId]

    /// Sets each, in place of one with the same id. Answers with those the system took.
    func set(_ notices: [Notice]) async -> [FireId]

    /// Takes back what waits.
    func cancel(_ ids: [FireId]) async

    /// Takes what was shown off the screen.
    func withdraw(_ ids: [FireId]) async

    func permission() async -> NotificationAccess

    /// Asks the person, once. Afterwards only the phone's own settings can change the answer.
    func ask() async -> NotificationAccess
}

/// Having the app woken for a moment, so that it plans on though nobody opens it.
public protocol WakeScheduling: Sendable {
    /// Not before that moment, in milliseconds since 1970, and when the system likes. A later
    /// call takes the place of an earlier one.
    func wake(notBefore moment: Int64)
}
