// Where a tapped reminder leads that only the open vault can tell: a practice, an agreement, a
// talk. It waits behind the lock, and what care mode hides leads nowhere but to the first screen.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct WayTests {
    /// Noon of Monday, 23 November 2026.
    let world = World()

    /// Ends a talk with something agreed on for the 30th, and the next talk on the 7th.
    private func talk(_ model: AppModel) async throws -> AgreementId {
        try await model.talk()
        try await model.agree(on: "Cook on Sundays", by: "2026-11-30")
        await model.finishTalk(next: "2026-12-07")
        return try #require(model.together.state.meeting?.agreements.first).id
    }

    private func notice(on day: Int) throws -> FireId {
        try #require(world.centre.notices.first { $0.moment.day == day }).id
    }

    @Test func anAgreementsReminderLeadsToIt() async throws {
        let model = await world.startReady()
        let id = try await talk(model)
        await model.hear(.opened(try notice(on: 30)))
        #expect(model.state.way == .agreement(id))
        model.arrived()
        #expect(model.state.way == nil)
        await model.send(.refresh)
        #expect(model.state.way == nil, "followed once")
    }

    @Test func whatIsDueOnTodayLeadsThereToo() async throws {
        let model = await world.startReady()
        let id = try await talk(model)
        world.time.pass(.seconds((7 * 24 + 9) * 3_600))
        await model.send(.refresh)
        let due = try #require(model.state.home?.reminders.due.first { $0.kind == .agreement })
        #expect(due.kind.hasSubject && !due.kind.hasPage)
        await model.lead(toSubjectOf: due.rule)
        #expect(model.state.way == .agreement(id))
    }

    @Test func aTalksReminderLeadsToAllOfThem() async throws {
        let model = await world.startReady()
        _ = try await talk(model)
        await model.hear(.opened(try notice(on: 7)))
        #expect(model.state.way == .together)
    }

    @Test func aPracticesReminderLeadsToIt() async throws {
        let model = await world.startReady()
        await model.practice.send(.open("own-ten"))
        await model.practice.send(.begin)
        await model.practice.send(.makePlan)
        model.practice.takePlan {
            $0.situation = "I come home"
            $0.action = "sit down for ten minutes"
            $0.reminds = true
        }
        await model.practice.send(.savePlan)
        #expect(model.practice.state.problem == nil)
        let id = try #require(world.centre.notices.first).id
        await model.hear(.opened(id))
        #expect(model.state.way == .practice("own-ten"))
    }

    @Test func itWaitsForTheVault() async throws {
        let model = await world.startReady()
        let id = try await talk(model)
        let notice = try notice(on: 30)
        await model.send(.lock)
        await model.hear(.opened(notice))
        #expect(model.state.way == nil, "a locked app tells nobody where it leads")
        await model.send(.open)
        #expect(model.state.way == .agreement(id))
    }

    @Test func whatCareModeHidesLeadsToToday() async throws {
        let model = await world.startReady()
        _ = try await talk(model)
        let notice = try notice(on: 30)
        await model.safety.send(.enterCareMode)
        await model.hear(.opened(notice))
        #expect(model.state.way == .today)
        #expect(AppModel.Way(ReminderTarget.nothing) == .today)
    }
}
