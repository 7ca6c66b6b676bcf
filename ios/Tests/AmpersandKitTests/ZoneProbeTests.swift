// The zone probe against what Python's zoneinfo says (zones.py makes the table).

import Foundation
import Testing

@testable import AmpersandKit

/// One zone of the table, with its truth by release of the zone database.
private struct Truth: Sendable, CustomTestStringConvertible {
    let zone: String
    let now: Int64
    var spans: [String: ZoneSpan] = [:]
    var testDescription: String { "\(zone) around \(now)" }

    static let all: [Truth] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("zones.tsv")
        var all: [String: Truth] = [:]
        for line in (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? [] {
            let field = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let now = Int64(field[2])!
            let transitions = field[4].split(separator: " ").map { change in
                let parts = change.split(separator: ":")
                return ZoneTransition(at: Int64(parts[0])! * 1_000, offsetS: Int32(parts[1])!)
            }
            all[field[1] + field[2], default: Truth(zone: field[1], now: now)].spans[field[0]] = ZoneSpan(
                id: field[1], from: (now - 400 * 86_400) * 1_000, to: (now + 430 * 86_400) * 1_000,
                offsetS: Int32(field[3])!, transitions: transitions)
        }
        return all.values.sorted { ($0.zone, $0.now) < ($1.zone, $1.now) }
    }()
}

@Suite struct ZoneProbeTests {
    @Test func theTableIsThere() {
        #expect(Truth.all.count == 16)
        #expect(Truth.all.allSatisfy { $0.spans.count == 2 })
        // Enough of them change their offset for good, which no summer time tells of.
        let forGood: Set = ["Pacific/Apia", "Asia/Pyongyang", "Europe/Istanbul", "America/Caracas", "Africa/Juba"]
        #expect(
            forGood.isSubset(
                of: Set(Truth.all.filter { !$0.spans.values.contains { $0.transitions.isEmpty } }.map(\.zone))))
    }

    /// Foundation does not say which release it carries, and on a phone it changes with the
    /// system. So the probe has to agree completely with one of the releases.
    @Test(arguments: Truth.all)
    private func sameAsZoneinfo(_ truth: Truth) throws {
        let zone = try #require(TimeZone(identifier: truth.zone))
        let found = ZoneProbe.span(of: zone, around: truth.now * 1_000)
        #expect(truth.spans.values.contains(found), "found \(found)")
    }

    @Test func aFixedOffsetHasNoTransitions() throws {
        let zone = try #require(TimeZone(secondsFromGMT: 5_400))
        let span = ZoneProbe.span(of: zone, from: 0, to: 1)
        #expect(span == ZoneSpan(id: zone.identifier, from: 0, to: 1_000, offsetS: 5_400, transitions: []))
    }

    /// A change at the very end belongs to what comes after.
    @Test func theEndIsNotIncluded() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        let change: Int64 = 1_792_890_000
        #expect(ZoneProbe.span(of: zone, from: change - 100, to: change).transitions.isEmpty)
        #expect(ZoneProbe.span(of: zone, from: change - 100, to: change + 1).transitions.map(\.at) == [change * 1_000])
        #expect(ZoneProbe.span(of: zone, from: change, to: change + 1).transitions.isEmpty)
    }

    @Test func aSpanServesForADay() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        let now = FakeTime.start
        let span = ZoneProbe.span(of: zone, around: now)
        #expect(ZoneProbe.serves(span, at: now))
        #expect(ZoneProbe.serves(span, at: now + 86_399_000))
        #expect(!ZoneProbe.serves(span, at: now + 86_401_000))
        #expect(!ZoneProbe.serves(span, at: now - 86_401_000))
    }

    @Test func thePhonesClockAndZoneAreTaken() async throws {
        let time = SystemTime()
        let first = time.now()
        #expect(first.zone.id == TimeZone.current.identifier)
        #expect(first.zone.from < first.now)
        #expect(first.now < first.zone.to)
        #expect(time.now().zone == first.zone)
        let reading = time.uptime()
        #expect(time.uptime() >= reading)
    }
}
