// The private page, care mode, and help.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite struct CareModeTests {
    let world = World()

    @Test func oneYesPutsHelpFirstAndLeavesOutThePartner() async throws {
        let model = await world.startReady()
        let plain = try await takeCheck(model, world.time) { Int32($0 % 5) }
        #expect(plain.care == nil)

        await model.safety.send(.load(.asking))
        #expect(model.safety.state.page?.answeredBefore == true)
        await model.safety.send(.answer(question: 2, .yes))
        await model.safety.send(.done)
        let outcome = try #require(model.safety.state.outcome)
        #expect(outcome.careMode)
        #expect(outcome.careText != nil)
        #expect(!outcome.help.lines.isEmpty)
        #expect(model.safety.state.answers.isEmpty, "the answers are let go of")

        await model.send(.refresh)
        #expect(model.state.home?.careMode == true)
        let result = try #require(model.check.state.result)
        #expect(result.care?.help.lines.isEmpty == false)
        #expect(result.care?.text == outcome.careText)
        #expect(result.suggestions.allSatisfy { $0.need.area != .oc })
        #expect(result.boundary == nil)
        #expect(!result.cards.contains(.therapyIndividualOrCouple))
        #expect(!result.cards.contains(.checkingAndPushing))
        let patterns = result.scales.filter { $0.result.part == .pattern }
        #expect(patterns.allSatisfy { $0.about == outcome.careText })
    }

    @Test func itStaysOverARestartAndTheAnswersDoNot() async throws {
        var model = await world.startReady()
        await model.safety.send(.enterCareMode)
        #expect(model.safety.state.outcome?.careMode == true)
        model = await world.restart(model)
        #expect(model.state.home?.careMode == true)
        await model.safety.send(.load(.asking))
        #expect(model.safety.state.answers == Array(repeating: .skip, count: 5))
    }

    @Test func leavingAsksAgainAndAYesOrASkipKeepsItOn() async throws {
        let model = await world.startReady()
        await model.safety.send(.enterCareMode)
        for answers in [[SafetyAnswer.no, .no, .yes, .no, .no], [.no, .no, .no, .no, .skip]] {
            await model.safety.send(.load(.leavingCareMode))
            for (index, answer) in answers.enumerated() {
                await model.safety.send(.answer(question: index, answer))
            }
            await model.safety.send(.done)
            #expect(model.safety.state.outcome?.careMode == true)
        }
        await model.safety.send(.load(.leavingCareMode))
        for index in 0..<5 { await model.safety.send(.answer(question: index, .no)) }
        await model.safety.send(.done)
        #expect(model.safety.state.outcome?.careMode == false)
        await model.send(.refresh)
        #expect(model.state.home?.careMode == false)
    }

    @Test func closingLetsGoOfTheAnswers() async {
        let model = await world.startReady()
        await model.safety.send(.load(.asking))
        await model.safety.send(.answer(question: 0, .yes))
        #expect(model.safety.state.answer(to: 0) == .yes)
        await model.safety.send(.answer(question: 99, .yes))
        await model.safety.send(.close)
        #expect(model.safety.state == SafetyModel.State())
        await model.send(.refresh)
        #expect(model.state.home?.careMode == false)
    }

    @Test func helpIsThereWithoutAKey() async throws {
        let model = await world.startReady()
        await model.send(.lock)
        world.keys.set(nil)
        await model.send(.open)
        #expect(model.state.phase == .keyLost)
        await model.help.send(.load)
        #expect(model.help.state.lines?.region == "GB")
        #expect(model.help.state.lines?.lines.contains { $0.kind == .emergency } == true)
        await model.help.send(.choose(region: "US"))
        #expect(model.help.state.lines?.region == "US")
        #expect(model.help.state.problem == nil)
    }

    @Test func theChosenPlaceIsKept() async throws {
        var model = await world.startReady()
        await model.help.send(.load)
        #expect(model.help.state.lines?.region == "GB")
        await model.help.send(.choose(region: "DE"))
        #expect(model.help.state.lines?.region == "DE")
        model = await world.restart(model)
        await model.help.send(.load)
        #expect(model.help.state.chosen == "DE")
        #expect(model.help.state.lines?.region == "DE")
        await model.help.send(.choose(region: "XX"))
        #expect(model.help.state.problem == .invalidInput(field: "region", code: "unknown_region"))
        #expect(model.help.state.chosen == "DE")
        await model.help.send(.dismissProblem)
        await model.help.send(.choose(region: nil))
        #expect(model.help.state.lines?.region == "GB")
    }

    @Test func aPlaceWithoutLinesStillHasTheDirectory() async throws {
        var world = world
        world.locale = "en-TV"
        let model = await world.start()
        await model.help.send(.load)
        let lines = try #require(model.help.state.lines)
        #expect(lines.lines.isEmpty)
        #expect(URL(string: lines.directoryUrl)?.scheme == "https")
    }
}
