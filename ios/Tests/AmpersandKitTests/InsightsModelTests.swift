// What the weeks show, as a person meets it: "not enough yet" at the start, gaps that stay gaps, a
// line that stops where there is one, and a switch for all of it.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct InsightsModelTests {
    let world = World()
    let texts = EnglishTexts()
    let days = DayWords(locale: Locale(identifier: "en_GB"))

    /// Answers a day's mood, and nothing else.
    private func mood(_ model: AppModel, _ value: Int32) async throws {
        let view = try await model.owner.checkIn(on: nil, at: world.time.now())
        let item = try #require(view.items.first)
        let answers = CheckInAnswers(answers: [TapAnswer(item: item.id, value: value)], feelings: [], line: nil)
        _ = try await model.owner.save(answers, for: view.day, at: world.time.now())
    }

    @Test func atFirstItIsNotEnough() async throws {
        let model = await world.startReady()
        await model.insights.send(.load)
        let view = try #require(model.insights.state.view)
        #expect(view.on)
        #expect(!view.cards.isEmpty)
        let lacking = view.cards.filter { texts.needed(by: $0) != nil }
        #expect(!lacking.isEmpty)
        for card in view.cards {
            #expect(!card.title.isEmpty && !card.how.isEmpty, "\(card.id)")
            #expect(!texts.basis(of: card, days: days).isEmpty)
            if case .notEnough(let needed) = card.result {
                #expect(needed > 0)
                #expect(texts.needed(by: card) == texts.insightNotEnoughBody(n: Int(needed)))
            } else {
                #expect(texts.needed(by: card) == nil)
            }
        }
    }

    @Test func aSeriesWithAGap() async throws {
        let model = await world.startReady()
        for day in 0..<9 {
            if day != 4 { try await mood(model, Int32(day % 5)) }
            world.time.pass(days: 1)
        }
        let insights = model.insights
        await insights.send(.open(.mood))
        let view = try #require(insights.state.series)
        #expect(view.points.count == 28)
        #expect(view.places.map(\.value) == [0, 1, 2, 3, 0, 1, 2, 3])
        #expect(!view.isEmpty)
        #expect(!view.summary.isEmpty && !view.how.isEmpty)
        let gap = try #require(view.points.first { $0.day == "2026-11-27" })
        #expect(gap.value == nil)
        #expect(texts.row(for: gap, days: days).hasSuffix(texts.insightTableGap), "a gap is no zero")
        let first = try #require(view.points.first { $0.day == "2026-11-23" })
        #expect(texts.row(for: first, days: days) == "\(days.shortDay("2026-11-23")): 0")
        #expect(texts.detail(of: first, days: days) == nil)
        let later = try #require(view.points.last { $0.seven != nil })
        #expect(texts.detail(of: later, days: days) != nil)
    }

    @Test func theRangeIsKept() async throws {
        let model = await world.startReady()
        let insights = model.insights
        await insights.send(.open(.mood))
        #expect(insights.state.series?.isEmpty == true)
        await insights.send(.range(.year))
        #expect(insights.state.series?.points.count == 365)
        await insights.send(.open(.energy))
        #expect(insights.state.series?.id == .energy)
        #expect(insights.state.series?.points.count == 365)
        await insights.send(.close)
        #expect(insights.state.series == nil)
        #expect(insights.state.problem == nil)
    }

    @Test func everySeriesOpensAndHasAName() async throws {
        let model = await world.startReady()
        #expect(Set(SeriesId.offered.map { texts.words(for: $0) }).count == SeriesId.offered.count)
        for id in SeriesId.offered {
            await model.insights.send(.open(id))
            #expect(model.insights.state.series?.id == id)
            #expect(model.insights.state.problem == nil)
        }
    }

    @Test func itCanBeSwitchedOffAndOnAgain() async throws {
        var model = await world.startReady()
        await model.insights.send(.turn(false))
        #expect(model.insights.state.view?.on == false)
        #expect(model.insights.state.view?.cards.isEmpty == true)
        model = await world.restart(model)
        await model.insights.send(.load)
        #expect(model.insights.state.view?.on == false)
        #expect(model.state.home?.insight == nil)
        await model.insights.send(.turn(true))
        #expect(model.insights.state.view?.cards.isEmpty == false)
    }

    // MARK: How it is drawn

    private func series(_ seven: [Double?]) -> SeriesView {
        SeriesView(
            id: .mood, title: "Mood", lowLabel: "low", highLabel: "high", min: 0, max: 4,
            points: seven.enumerated().map { place, value in
                SeriesPoint(
                    day: "2026-11-\(place + 10)", value: value.map { $0 + 1 }, seven: value, twentyEight: nil,
                    smooth: 1)
            }, n: 0, gaps: 0, how: "", summary: "")
    }

    @Test func aLineStopsAtAGap() {
        let view = series([nil, 1, 2, nil, nil, 3, nil, 4, 5])
        #expect(view.runs(of: .seven).map { $0.places.map(\.value) } == [[1, 2], [3], [4, 5]])
        #expect(view.runs(of: .seven).map { $0.places[0].day } == ["2026-11-11", "2026-11-15", "2026-11-17"])
        #expect(Set(view.runs(of: .seven).map(\.id)).count == 3)
        #expect(view.runs(of: .twentyEight).isEmpty)
        #expect(view.runs(of: .smooth).count == 1)
        #expect(view.places.map(\.value) == [2, 3, 4, 5, 6])
        #expect(series([nil, nil]).isEmpty)
    }

    @Test func weekdaysAreListedOneByOne() {
        let card = InsightCard(
            id: "weekdays", kind: .weekdays, series: [.mood], title: "", text: "", n: 30, askedDays: 60, gaps: 30,
            methodKey: "", how: "", result: .weekdays(medians: [1, nil, 2.5, 3, 3, 4, 0]))
        let lines = texts.lines(of: card, days: days)
        #expect(lines.count == 7)
        #expect(lines[0] == "Monday: 1")
        #expect(lines[1] == "Tuesday: \(texts.insightTableGap)")
        #expect(lines[2] == "Wednesday: 2.5")
        #expect(texts.basis(of: card, days: days) == "30 of 60 days noted and 30 gaps")
    }
}
