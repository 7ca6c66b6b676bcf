// Time comes in as data: the models ask this port, and hand what it says to the core.

import Foundation

/// The wall clock with the zone's rules, and a clock that only ever runs forward.
public protocol TimeSource: Sendable {
    /// The moment, with the zone around it.
    func now() -> NowContext

    /// A reading that only grows, and stands still while the device sleeps. Only the distance
    /// of two readings means something.
    func uptime() -> Duration
}

/// The phone's own clocks and zone.
public final class SystemTime: TimeSource, @unchecked Sendable {
    // The lock guards `kept`; everything else is constant.
    private let lock = NSLock()
    private var kept: (zone: TimeZone, span: ZoneSpan)?
    private let start = SuspendingClock.now

    public init() {}

    public func now() -> NowContext {
        let now = Int64(Date().timeIntervalSince1970 * 1_000)
        return NowContext(now: now, zone: span(around: now))
    }

    public func uptime() -> Duration {
        start.duration(to: SuspendingClock.now)
    }

    /// Reading a zone's rules takes a millisecond or two, and they change seldom: a span is
    /// kept for a day, and while the zone is the same.
    private func span(around now: Int64) -> ZoneSpan {
        let zone = TimeZone.current
        return lock.withLock {
            if let kept, kept.zone == zone, ZoneProbe.serves(kept.span, at: now) { return kept.span }
            let span = ZoneProbe.span(of: zone, around: now)
            kept = (zone, span)
            return span
        }
    }
}
