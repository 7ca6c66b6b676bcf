// Search as it is typed: what is found, what is told of it, and that the latest text wins.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.timeLimit(.minutes(2))) struct SearchModelTests {
    let world = World()

    private func written() async throws -> AppModel {
        let model = await world.startReady()
        try await model.write("We walked by the river until dark.", title: "River", tags: ["two words"], mood: 3)
        world.time.pass(days: 1)
        try await model.write("Rain all day. Straße, 東京, naïve.", tags: ["rain"], feelings: ["calm"])
        world.time.pass(days: 1)
        try await model.write("The river again 👩🏽‍🚀.")
        return model
    }

    private func found(_ search: SearchModel, _ text: String) async -> [String] {
        search.type(text)
        await search.send(.search)
        #expect(search.state.problem == nil, "\(text)")
        return search.state.hits?.map { String($0.entry.excerpt.prefix(8)) } ?? []
    }

    @Test func wordsAreFoundAndMarked() async throws {
        let search = try await written().search
        #expect(await found(search, "river") == ["The rive", "We walke"])
        let hit = try #require(search.state.hits?.last)
        #expect(hit.snippetPieces.filter(\.isFound).map(\.text) == ["river"])
        #expect(hit.titlePieces?.filter(\.isFound).map(\.text) == ["River"])
        #expect(await found(search, "riv") == ["The rive", "We walke"], "the last word may be cut short")
        #expect(await found(search, "\"the river\"") == ["The rive", "We walke"])
        #expect(await found(search, "strasse") == ["Rain all"])
        #expect(await found(search, "NAIVE") == ["Rain all"])
        #expect(await found(search, "京") == ["Rain all"])
        #expect(await found(search, "👩🏽‍🚀") == ["The rive"])
        #expect(await found(search, "nowhere") == [])
        #expect(await found(search, "").count == 3, "nothing typed shows the newest")
    }

    @Test func filtersNarrowAndBrokenOnesAreTold() async throws {
        let search = try await written().search
        search.type("river")
        await search.send(.add(.tag("two words")))
        #expect(search.state.hits?.count == 1)
        #expect(search.state.text == "river tag:\"two words\" ")
        await search.send(.clear)
        await search.send(.add(.feeling(id: "calm")))
        #expect(search.state.hits?.map(\.entry.feelings) == [["calm"]])
        await search.send(.clear)
        await search.send(.add(.from("2026-11-24")))
        await search.send(.add(.to("2026-11-24")))
        #expect(search.state.hits?.map(\.entry.day) == ["2026-11-24"])
        #expect(await found(search, "river from:never") == ["The rive", "We walke"])
        #expect(search.state.ignored == ["from:never"])
        for example in SearchFilter.examples {
            _ = await found(search, example)
            #expect(search.state.ignored == [], "\(example)")
        }
    }

    /// What a person types is never syntax of the index.
    @Test(arguments: [
        "AND", "OR", "NOT", "NEAR(", "a AND", "(", ")", "*", "^", "-", "\"", "\"\"", "'", ":", "title:", "a:b",
        "…", "🙂", "\u{301}", "tag:", "%", "_", "\\", ";", "--", "\u{FFFD}",
    ])
    func nothingThatIsTypedIsAnError(_ text: String) async throws {
        let model = await world.startReady()
        try await model.write("some words")
        model.search.type(text)
        await model.search.send(.search)
        #expect(model.search.state.problem == nil)
        #expect(model.search.state.hits != nil)
    }

    @Test func aQueryThatIsTooLongIsTold() async throws {
        let model = await world.startReady()
        model.search.type(String(repeating: "x", count: 1_001))
        await model.search.send(.search)
        #expect(model.search.state.problem?.reason == .tooLongQuery)
    }

    /// Many letters at once: whatever order the answers come in, the last text is shown.
    @Test func theLatestTextWins() async throws {
        let model = try await written()
        let search = model.search
        for round in 0..<20 {
            await withTaskGroup(of: Void.self) { group in
                for text in ["r", "ri", "riv", "rive", "river", "rain"] {
                    search.type(text)
                    group.addTask { await search.send(.search) }
                    if round.isMultiple(of: 2) { await Task.yield() }
                }
                await group.waitForAll()
            }
            #expect(search.state.text == "rain")
            #expect(search.state.problem == nil)
            #expect(!search.state.isSearching)
            #expect(search.state.hits?.map { String($0.entry.excerpt.prefix(8)) } == ["Rain all"])
        }
    }

    /// The core may come to an older search after a newer one, and give up the newer: it is
    /// asked again, and the person never hears of it.
    @Test func aSearchThatWasGivenUpForAnOlderOneIsAskedAgain() async throws {
        let model = try await written()
        var times = 0
        let search = SearchModel { text, order, cursor throws(Problem) in
            times += 1
            if times == 1 { throw .conflict(kind: "search_superseded", id: "") }
            return try await model.owner.search(text, order: order, after: cursor, at: world.time.now())
        }
        #expect(await found(search, "rain") == ["Rain all"])
        #expect(times == 2)
    }

    /// The core itself: of two searches at once each ends with its page, or gives up for the other.
    @Test func searchesBesideEachOtherDoNotDisturbOtherCalls() async throws {
        let model = try await written()
        let (owner, now) = (model.owner, world.time.now())
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask {
                    do throws(Problem) {
                        if number.isMultiple(of: 4) { return try await owner.journal(of: nil, at: now).total == 3 }
                        return try await owner.search("river", order: .best, after: nil, at: now).hits.count == 2
                    } catch {
                        return error == .conflict(kind: "search_superseded", id: "")
                    }
                }
            }
            for await isWell in group { #expect(isWell) }
        }
    }

    @Test func pagesOfWhatWasFoundJoin() async throws {
        let model = await world.startReady()
        let owner = model.owner
        for number in 0..<70 {
            let editor = try await owner.begin(NewEntry(day: nil, prompt: nil, form: nil), at: world.time.now())
            var form = EntryForm(editor.content)
            form.body = "common word \(number)"
            _ = try await owner.save(form.content, from: editor.draft, at: world.time.now())
            world.time.pass(.seconds(1))
        }
        for order in SearchOrder.offered {
            model.search.type("common")
            await model.search.send(.order(order))
            #expect(model.search.state.hits?.count == 50)
            await model.search.send(.more)
            #expect(Set(model.search.state.hits?.map(\.entry.id) ?? []).count == 70)
            #expect(model.search.state.next == nil)
        }
    }

    @Test func nothingOfASearchIsLeftAfterALock() async throws {
        let model = try await written()
        _ = await found(model.search, "river")
        await model.send(.lock)
        #expect(model.search.state == SearchModel.State())
        await model.search.send(.search)
        #expect(model.search.state.problem == .locked(code: "locked"))
        #expect(model.search.state.hits == nil)
    }
}
