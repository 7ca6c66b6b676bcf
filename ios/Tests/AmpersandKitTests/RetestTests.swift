// Taking the Check again: when it is offered, what has changed, what it is compared with.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite struct RetestTests {
    let world = World()

    /// Answers that differ from each other enough to look like a person's.
    static func first(_ position: Int) -> Int32? { Int32(position * 7 % 5) }

    /// The same, but a step lower on every third question.
    static func second(_ position: Int) -> Int32? {
        let before = Int32(position * 7 % 5)
        return position.isMultiple(of: 3) ? max(0, before - 2) : before
    }

    @Test func fiveWeeksLaterTheChangeIsShown() async throws {
        var model = await world.startReady()
        let baseline = try await takeCheck(model, world.time, with: Self.first)
        #expect(baseline.change == .firstRun)

        world.time.pass(days: 35)
        model = await world.restart(model)
        let check = model.check
        await check.send(.open(about: .current))
        guard case .possible = check.state.overview?.retest else {
            Issue.record("\(String(describing: check.state.overview?.retest))")
            return
        }
        let result = try await takeCheck(model, world.time, with: Self.second)
        #expect(
            result.change
                == .compared(baseline: baseline.run.id, baselineDay: "2026-11-23", daysBetween: 35))
        #expect(result.run.day == "2026-12-28")
        #expect(result.scales.allSatisfy { $0.change != nil })
        #expect(result.totals.allSatisfy { $0.change != nil })
        let claimed = result.scales.filter { $0.change?.claim != .notClaimed }
        #expect(claimed.map(\.result.scale) == [.ef, .ss, .es, .cc, .bd])
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(
            EnglishTexts().words(for: result.change, days: days)
                == EnglishTexts().changeSince(n: 35, day: "23 November 2026"))

        await check.send(.close)
        #expect(check.state.runs.map(\.id) == [result.run.id, baseline.run.id])
        #expect(check.state.overview?.mayChooseBaseline == true)
    }

    /// Every pattern item at its highest, then every one at its lowest: nobody could miss that.
    @Test func aLargeChangeIsLikelyAndThenSeenTwice() async throws {
        let model = await world.startReady()
        await model.check.send(.begin(fresh: false))
        let items = try #require(model.check.state.draft?.items)
        func strong(_ position: Int, outward: Int32) -> Int32 {
            // The first item of the patterns and its neighbours vary, so that the run counts.
            items[position].id.hasPrefix("EF") ? outward : Int32(position % 5)
        }
        let reversed: Set<String> = ["EF5", "EF6"]
        func value(_ position: Int, high: Bool) -> Int32 {
            strong(position, outward: (reversed.contains(items[position].id) != high) ? 4 : 0)
        }
        await model.check.send(.leave)
        var results: [CheckResult] = []
        for high in [true, false, false] {
            results.append(try await takeCheck(model, world.time) { value($0, high: high) })
            world.time.pass(days: 30)
        }
        let claims = results.map { $0.scales.first { $0.result.scale == .ef }?.change?.claim }
        #expect(claims == [nil, .likely, .seenTwice])
        let change = try #require(results[2].scales.first { $0.result.scale == .ef }?.change)
        #expect(EnglishTexts().words(for: change) == EnglishTexts().changeSeenTwiceDown)
    }

    @Test func tooSoonIsRefusedWithTheDay() async throws {
        let model = await world.startReady()
        try await takeCheck(model, world.time)
        world.time.pass(days: 27)
        await model.check.send(.close)
        #expect(model.check.state.overview?.retest == .tooSoon(from: "2026-12-21", suggested: "2027-01-04"))
        await model.check.send(.begin(fresh: false))
        #expect(model.check.state.problem == .invalidInput(field: "retest", code: "too_soon"))
        #expect(model.check.state.step == .overview)
        world.time.pass(days: 1)
        await model.check.send(.begin(fresh: false))
        #expect(model.check.state.step == .question)
    }

    @Test func contextsAreKeptApart() async throws {
        let model = await world.startReady()
        try await takeCheck(model, world.time)
        await model.check.send(.close)
        await model.check.send(.choose(.closestPerson))
        #expect(model.check.state.overview?.retest == .first)
        let other = try await takeCheck(model, world.time)
        #expect(other.change == .firstRun)
        #expect(other.run.partnerContext == .closestPerson)
    }

    @Test func theBaselineCanBeTheSecondRun() async throws {
        let model = await world.startReady()
        for _ in 0..<3 {
            try await takeCheck(model, world.time)
            world.time.pass(days: 30)
        }
        let runs = try #require(model.check.state.result).run.id
        await model.send(.chooseBaseline(.second))
        #expect(model.state.settings?.baseline == .second)
        await model.check.send(.show(runs))
        guard case .compared(_, let day, let between) = model.check.state.result?.change else {
            Issue.record("\(String(describing: model.check.state.result?.change))")
            return
        }
        #expect(day == "2026-12-23")
        #expect(between == 30)
    }

    @Test func aDeletedRunIsGone() async throws {
        let model = await world.startReady()
        let result = try await takeCheck(model, world.time)
        await model.check.send(.delete(result.run.id))
        #expect(model.check.state.step == .overview)
        #expect(model.check.state.runs.isEmpty)
        #expect(model.check.state.overview?.retest == .first)
        await model.check.send(.show(result.run.id))
        #expect(model.check.state.problem == .notFound(kind: "run", id: result.run.id))
    }
}
