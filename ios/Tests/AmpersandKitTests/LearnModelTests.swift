// Learning: cards that lead somewhere, and marks that lift practices and are taken back.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct LearnModelTests {
    let world = World()

    @Test func cardsLeadSomewhere() async throws {
        let model = await world.startReady()
        await model.learn.send(.load)
        let view = try #require(model.learn.state.view)
        #expect(!view.cards.isEmpty)
        #expect(view.patterns.count == 8)
        #expect(view.patterns.allSatisfy { !$0.marked && !$0.practices.isEmpty })
        #expect(view.cards.flatMap(\.practices).allSatisfy { !$0.title.isEmpty })
    }

    @Test func aMarkLiftsAndIsTakenBack() async throws {
        let model = await world.startReady()
        await model.learn.send(.load)
        let pattern = try #require(model.learn.state.view?.patterns.first)
        await model.learn.send(.toggle(pattern: pattern.id))
        #expect(model.learn.state.view?.patterns.first?.marked == true)
        let again = await world.restart(model)
        await again.practices.send(.load)
        let lifted = again.practices.state.view?.areas.flatMap(\.practices).filter(\.lifted).map(\.id) ?? []
        #expect(Set(lifted) == Set(pattern.practices.map(\.id)))
        await again.learn.send(.load)
        await again.learn.send(.toggle(pattern: pattern.id))
        #expect(again.learn.state.view?.patterns.allSatisfy { !$0.marked } == true)
        await again.practices.send(.load)
        #expect(again.practices.state.view?.areas.flatMap(\.practices).contains { $0.lifted } == false)
    }

    @Test func whatIsNotThereIsNotMarked() async throws {
        let model = await world.startReady()
        await model.learn.send(.load)
        await model.learn.send(.toggle(pattern: "of a newer release"))
        #expect(model.learn.state.problem == nil)
        #expect(model.learn.state.view?.patterns.allSatisfy { !$0.marked } == true)
    }
}
