// Time comes in as data: the models ask this port, and hand what it says to the core.

import Foundation

/// The wall clock with the zone's rules, and a clock that only ever runs forward.
public protocol TimeSource: Sendable {
    /// The moment, with the zone around it.
    func now() -> NowContext

    /// A reading that only grows, and stands still while the device sleeps. Only the distance
    /// of two readings means something.
    func uptime() -> Duration

    /// Milliseconds since the phone was started, sleep included. Nobody can set it, so it is
    /// what a lock goes by.
    func sinceStart() -> Int64

    /// Comes back after that much uptime. Throws when the task was cancelled meanwhile.
    func wait(_ time: Duration) async throws
}

extension TimeSource {
    /// The two readings of time that the vault's lock asks for.
    var clock: VaultClock { VaultClock(now: now().now, monotonicMs: sinceStart()) }
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

    /// `ContinuousClock` reads the same clocks, but tells only distances, and those end with
    /// the process. A lock has to be held to the reading of an earlier run.
    public func sinceStart() -> Int64 {
        #if canImport(Darwin)
            // What `mach_continuous_time` counts, in nanoseconds.
            return Int64(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000)
        #else
            var reading = timespec()
            clock_gettime(CLOCK_BOOTTIME, &reading)
            return Int64(reading.tv_sec) * 1_000 + Int64(reading.tv_nsec) / 1_000_000
        #endif
    }

    public func wait(_ time: Duration) async throws {
        try await Task.sleep(for: time, clock: .suspending)
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
