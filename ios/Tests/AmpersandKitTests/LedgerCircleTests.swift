// The ledger with what is handed back, and the circle with its contacts, as a person meets them.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct LedgerModelTests {
    /// Noon of Monday, 23 November 2026.
    let world = World()

    private func note(
        _ model: AppModel, _ what: String, _ change: (inout LedgerForm) -> Void = { _ in }
    ) async {
        await model.ledger.send(.add)
        model.ledger.take {
            $0.what = what
            change(&$0)
        }
        await model.ledger.send(.save)
    }

    @Test func eachNoteUnderItsHeading() async throws {
        let model = await world.startReady()
        await model.ledger.send(.open(nil))
        await note(model, "Called the landlord for them")
        await note(model, "My own tax form") {
            $0.whose = .mine
            $0.doneBy = .nobody
        }
        await note(model, "Shopping") {
            $0.whose = .ours
            $0.doneBy = .both
            $0.note = "It was fun"
        }
        #expect(model.ledger.state.problem == nil)
        #expect(model.ledger.state.form == nil)
        let week = try #require(model.ledger.state.week)
        #expect(week.carried.map(\.what) == ["Called the landlord for them"])
        #expect(week.undone.map(\.what) == ["My own tax form"])
        #expect(week.others.map(\.note) == ["It was fun"])
        let texts = EnglishTexts()
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(texts.detail(of: week.undone[0], days: days) == "\(days.shortDay("2026-11-23")). Mine. Nobody.")
    }

    @Test func weekByWeek() async throws {
        let model = await world.startReady()
        let ledger = model.ledger
        await ledger.send(.open(nil))
        let this = try #require(ledger.state.week)
        #expect(this.later == nil)
        await ledger.send(.earlier)
        let before = try #require(ledger.state.week)
        #expect(before.to < this.from)
        await note(model, "Packed their bag")
        #expect(ledger.state.problem == nil)
        #expect(ledger.state.week?.from == before.from, "it stays on the week of the note")
        #expect(ledger.state.week?.carried.count == 1)
        await ledger.send(.later)
        #expect(ledger.state.week?.from == this.from)
        #expect(ledger.state.week?.carried.isEmpty == true)
        await ledger.send(.later)
        #expect(ledger.state.week?.from == this.from)
    }

    @Test func handedBackItIsAStepOfAPractice() async throws {
        let model = await world.startReady()
        await model.ledger.send(.open(nil))
        await note(model, "Called the landlord for them")
        let entry = try #require(model.ledger.state.week?.carried.first)
        #expect(entry.mayHandBack)
        await model.ledger.send(.handBack(entry.id))
        #expect(model.ledger.state.problem == nil)
        let practice = try #require(model.ledger.state.handedTo)
        await model.practice.send(.open(practice))
        #expect(model.practice.state.view?.steps.contains { $0.own == entry.id } == true)
        await model.ledger.send(.followed)
        #expect(model.ledger.state.handedTo == nil)
        let handed = try #require(model.ledger.state.week?.carried.first)
        #expect(handed.handedBack == model.practice.state.view?.title)
        #expect(!handed.mayHandBack)
    }

    @Test func changedDeletedAndRefused() async throws {
        let model = await world.startReady()
        let ledger = model.ledger
        await ledger.send(.open(nil))
        await note(model, "Packed their bag")
        let id = try #require(ledger.state.week?.carried.first?.id)
        await ledger.send(.change(id))
        ledger.take { $0.what = "" }
        await ledger.send(.save)
        #expect(ledger.state.problem != nil)
        #expect(ledger.state.form?.id == id, "what was written stays")
        await ledger.send(.dismissProblem)
        ledger.take { $0.what = "Packed both bags" }
        await ledger.send(.save)
        #expect(ledger.state.week?.carried.map(\.what) == ["Packed both bags"])
        await ledger.send(.delete(id))
        #expect(ledger.state.week?.carried.isEmpty == true)
        await ledger.send(.delete(id))
        #expect(ledger.state.problem?.reason == .notFoundLedgerEntry)
    }

    @Test func aLockCoversWhatIsHalfWritten() async throws {
        let model = await world.startReady()
        await model.ledger.send(.open(nil))
        await model.ledger.send(.add)
        model.ledger.take { $0.what = "Half a word" }
        await model.send(.lock)
        #expect(model.ledger.state == LedgerModel.State())
        await model.send(.open)
        await model.ledger.send(.open(nil))
        #expect(model.ledger.state.form?.what == "Half a word")
    }
}

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct CircleModelTests {
    let world = World()
    let texts = EnglishTexts()
    let days = DayWords(locale: Locale(identifier: "en_GB"))

    private func add(_ model: AppModel, _ name: String, _ love: LoveKind, _ gift: Gift = .fun) async throws -> SourceId
    {
        await model.circle.send(.add)
        model.circle.take {
            $0.name = name
            $0.love = love
            $0.toggle(gift)
        }
        await model.circle.send(.save)
        #expect(model.circle.state.problem == nil)
        return try #require(model.circle.state.view?.sources.first { $0.name == name }).id
    }

    private func source(_ model: AppModel, _ id: SourceId) throws -> CircleSource {
        try #require(model.circle.state.view?.sources.first { $0.id == id })
    }

    @Test func oneTapIsAContactAndAnotherTakesItBack() async throws {
        let model = await world.startReady()
        let circle = model.circle
        await circle.send(.load)
        let id = try await add(model, "Choir", .community, .belonging)
        #expect(try texts.words(for: source(model, id), days: days) == "Community and Belonging")
        await circle.send(.toggleToday(id))
        #expect(try source(model, id).today)
        #expect(try source(model, id).contacts == 1)
        #expect(try texts.detail(of: source(model, id), days: days).last == "Last contact: 23 November 2026")
        await circle.send(.toggleToday(id))
        #expect(try !source(model, id).today)
        #expect(try source(model, id).contacts == 0)
        #expect(circle.state.problem == nil)
    }

    @Test func howWideItIsOnceThereIsEnough() async throws {
        let model = await world.startReady()
        let circle = model.circle
        await circle.send(.load)
        let choir = try await add(model, "Choir", .community)
        let aunt = try await add(model, "My aunt", .family, .listening)
        for _ in 0..<2 {
            await circle.send(.toggleToday(choir))
            world.time.pass(days: 1)
            await circle.send(.load)
        }
        let early = try #require(circle.state.view?.breadth)
        #expect(early.effective == nil)
        #expect(texts.lines(for: early, days: days) == [texts.circleBreadthNeed(n: 3)])
        for _ in 0..<2 {
            await circle.send(.toggleToday(choir))
            await circle.send(.toggleToday(aunt))
            world.time.pass(days: 1)
            await circle.send(.load)
        }
        // Four and two: exp of the entropy of 2/3 and 1/3 is 1.89.
        let breadth = try #require(circle.state.view?.breadth)
        #expect(breadth.contacts == 6)
        #expect(!breadth.restsOnOne)
        #expect(
            texts.lines(for: breadth, days: days) == [
                texts.circleBreadth(number: "1.9"), texts.circleBreadthTop(percent: "67%", name: "Choir"),
            ])
    }

    @Test func putAwayBroughtBackAndRefused() async throws {
        let model = await world.startReady()
        let circle = model.circle
        await circle.send(.load)
        let id = try await add(model, "Choir", .community)
        await circle.send(.archive(id, true))
        #expect(try source(model, id).archived)
        await circle.send(.archive(id, false))
        #expect(try !source(model, id).archived)
        await circle.send(.change(id))
        circle.take { $0.name = String(repeating: "a", count: 41) }
        await circle.send(.save)
        #expect(circle.state.problem?.reason == .tooLongLabel)
        #expect(circle.state.form?.id == id)
    }

    @Test func inCareModeNoPartnerIsOffered() async throws {
        let model = await world.startReady()
        await model.circle.send(.load)
        #expect(model.circle.state.view?.loves.contains(.partner) == true)
        let id = try await add(model, "Sam", .partner)
        await model.safety.send(.enterCareMode)
        await model.circle.send(.load)
        let view = try #require(model.circle.state.view)
        #expect(!view.loves.contains(.partner))
        #expect(!view.sources.contains { $0.id == id })
    }
}
