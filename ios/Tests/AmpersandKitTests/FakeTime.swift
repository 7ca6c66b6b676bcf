// The clocks of the tests: they stand still until they are told otherwise, and whoever waits is
// woken by them alone. No test waits for real time to pass.

import Foundation

@testable import AmpersandKit

/// A wall clock, an uptime and a time since the start, in a zone of the real world.
final class FakeTime: TimeSource, @unchecked Sendable {
    /// Monday, 23 November 2026, noon in London.
    static let start: Int64 = 1_795_435_200_000

    private struct Waiter {
        let due: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private let lock = NSLock()
    private var ms: Int64
    private var reading = Duration.seconds(100)
    private var asleep = Duration.zero
    private var waiters: [UUID: Waiter] = [:]
    private var zone: TimeZone
    private var kept: ZoneSpan?

    init(ms: Int64 = FakeTime.start, zone: String = "Europe/London") {
        self.ms = ms
        self.zone = TimeZone(identifier: zone)!
    }

    func now() -> NowContext {
        lock.withLock {
            if let kept, ZoneProbe.serves(kept, at: ms) { return NowContext(now: ms, zone: kept) }
            let span = ZoneProbe.span(of: zone, around: ms)
            kept = span
            return NowContext(now: ms, zone: span)
        }
    }

    func uptime() -> Duration {
        lock.withLock { reading }
    }

    func sinceStart() -> Int64 {
        lock.withLock { (reading + asleep).milliseconds }
    }

    /// Both readings, for tests that call the core themselves.
    var both: VaultClock { clock }

    func wait(_ time: Duration) async throws {
        let id = UUID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                // Cancelled before it came here: nobody would ever wake it.
                let isOver = lock.withLock {
                    if Task.isCancelled { return true }
                    waiters[id] = Waiter(due: reading + time, continuation: continuation)
                    return false
                }
                if isOver { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let waiter = lock.withLock { waiters.removeValue(forKey: id) }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    /// How many wait just now.
    var waiting: Int { lock.withLock { waiters.count } }

    func pass(_ time: Duration) {
        let due = lock.withLock {
            reading += time
            ms += time.milliseconds
            let due = waiters.filter { $0.value.due <= reading }
            for id in due.keys { waiters[id] = nil }
            return due
        }
        for waiter in due.values { waiter.continuation.resume() }
    }

    func pass(days: Int64) {
        pass(.seconds(days * 86_400))
    }

    /// The device sleeps: the wall clock goes on, and so does the time since the start.
    func sleep(_ time: Duration) {
        lock.withLock {
            asleep += time
            ms += time.milliseconds
        }
    }

    /// Where the person is.
    var here: TimeZone { lock.withLock { zone } }

    /// The person travels.
    func travel(to zone: String) {
        lock.withLock {
            self.zone = TimeZone(identifier: zone)!
            kept = nil
        }
    }

    /// Somebody sets the wall clock; nothing else moves.
    func set(back time: Duration) {
        lock.withLock { ms -= time.milliseconds }
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
