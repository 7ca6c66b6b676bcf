// The phone's own clocks, as far as a machine that does not sleep can show them.

import Foundation
import Testing

@testable import AmpersandKit

@Suite(.timeLimit(.minutes(1))) struct SystemTimeTests {
    @Test func theTimeSinceTheStartOnlyGrows() {
        let time = SystemTime()
        var last = time.sinceStart()
        #expect(last > 0)
        for _ in 0..<1_000 {
            let reading = time.sinceStart()
            #expect(reading >= last)
            last = reading
        }
    }

    #if os(Linux)
        /// A second source of the same clock, which every process reads alike: a lock has to be held
        /// to the reading of an earlier run.
        @Test func itIsTheSystemsAndNotTheProcesses() throws {
            let before = SystemTime().sinceStart()
            let file = try String(contentsOfFile: "/proc/uptime", encoding: .utf8)
            let after = SystemTime().sinceStart()
            let seconds = try #require(file.split(separator: " ").first.flatMap { Double($0) })
            // The file has hundredths of a second, cut off.
            #expect(Double(before) / 1_000 - 0.02 <= seconds)
            #expect(seconds <= Double(after) / 1_000 + 0.02)
        }
    #endif

    @Test func aWaitEndsWithItsTask() async {
        let wait = Task { try await SystemTime().wait(.seconds(3_600)) }
        wait.cancel()
        await #expect(throws: CancellationError.self) { try await wait.value }
    }
}
