// Practices as a person meets them: two at most, the smallest step first, what was tried, a plan
// with its reminder, and what is there again after it was left.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct PracticeModelTests {
    /// Noon of Monday, 23 November 2026.
    let world = World()

    /// Opens a practice and begins it.
    private func begin(_ model: AppModel, _ id: String) async throws {
        await model.practice.send(.open(id))
        await model.practice.send(.begin)
        #expect(model.practice.state.problem == nil)
        #expect(model.practice.state.view?.active?.id == id)
    }

    /// Notes a try of the step that is shown, as a person does.
    private func note(
        _ model: AppModel, _ outcome: AttemptOutcome = .done, _ change: (inout AttemptForm) -> Void = { _ in }
    ) async throws {
        let step = try #require(model.practice.state.view?.active?.step)
        await model.practice.send(.noteAttempt(step: step))
        model.practice.takeAttempt {
            $0.outcome = outcome
            change(&$0)
        }
        await model.practice.send(.saveAttempt)
    }

    // MARK: The first page

    @Test func fiveAreasAndNothingGoing() async throws {
        let model = await world.startReady()
        await model.practices.send(.load)
        let view = try #require(model.practices.state.view)
        #expect(Set(view.areas.map(\.area)) == [.st, .bd, .cn, .oc, .th])
        #expect(view.areas.allSatisfy { !$0.title.isEmpty && !$0.practices.isEmpty })
        #expect(view.active.isEmpty)
        #expect(view.mayBegin)
        #expect(view.because == nil, "nothing is suggested before a Check")
        let first = try #require(view.areas.first)
        #expect(view.title(of: first.area) == first.title)
        #expect(EnglishTexts().lines(for: first.practices[0]).isEmpty)
    }

    @Test func aCheckSaysWhatAndWhy() async throws {
        let model = await world.startReady()
        try await takeCheck(model, world.time) { Int32($0 % 5) }
        await model.practices.send(.load)
        let view = try #require(model.practices.state.view)
        let because = try #require(view.because)
        #expect(view.areas.first?.area == because.area)
        #expect(because.runDay == "2026-11-23")
        #expect(!because.parts.isEmpty)
        #expect(because.parts.allSatisfy { !$0.title.isEmpty })
        let card = try #require(view.areas.first?.practices.first { $0.suggested })
        #expect(EnglishTexts().lines(for: card) == [EnglishTexts().practiceSuggested])
    }

    // MARK: Two at most

    @Test func aThirdOneNeedsRoom() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        try await begin(model, "pause-line")
        let practice = model.practice
        await practice.send(.open("own-list"))
        #expect(practice.state.view?.mayBegin == false)
        #expect(Set(practice.state.view?.fullWith.map(\.id) ?? []) == ["own-ten", "pause-line"])
        await practice.send(.begin)
        #expect(practice.state.problem?.reason == .practicesFull)
        #expect(practice.state.view?.active == nil)
        await practice.send(.dismissProblem)
        await practice.send(.swap(for: "own-ten"))
        #expect(practice.state.problem == nil)
        #expect(practice.state.view?.active?.id == "own-list")
        await model.practices.send(.load)
        #expect(Set(model.practices.state.view?.active.map(\.id) ?? []) == ["pause-line", "own-list"])
        #expect(model.practices.state.view?.mayBegin == false)
    }

    @Test func puttingDownKeepsWhatWasNoted() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        try await note(model)
        await model.practice.send(.putDown)
        #expect(model.practice.state.view?.active == nil)
        #expect(model.practice.state.view?.attempts.count == 1)
        #expect(model.practice.state.view?.mayBegin == true)
        let again = await world.restart(model)
        await again.practice.send(.open("own-ten"))
        #expect(again.practice.state.view?.attempts.count == 1)
    }

    // MARK: Trying

    @Test func theSmallestStepFirst() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        let practice = model.practice
        let first = try #require(practice.state.view?.active?.step)
        #expect(first == practice.state.view?.steps.first?.index)
        try await note(model, .tried) {
            $0.note = "half of it"
            $0.afterFeeling = 3
        }
        #expect(practice.state.justNoted)
        #expect(practice.state.attempt == nil)
        #expect(practice.state.view?.active?.step == first, "a try leaves it there")
        try await note(model, .done)
        let view = try #require(practice.state.view)
        #expect(view.active?.step == view.steps[1].index)
        #expect(view.active?.doneToday == true)
        #expect(EnglishTexts().lines(for: view.steps[0]) == ["Done 1 time", "Tried 1 time"])
        let tried = try #require(view.attempts.last)
        #expect(tried.note == "half of it")
        #expect(tried.afterFeeling == 3)
        await model.send(.refresh)
        #expect(model.state.home?.practice.active.map(\.id) == ["own-ten"])
    }

    @Test func whatWasNotedCanBeChanged() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        let practice = model.practice
        let first = practice.state.view?.active?.step
        try await note(model, .done) { $0.note = "as it was" }
        let id = try #require(practice.state.view?.attempts.first?.id)
        await practice.send(.changeAttempt(id))
        #expect(practice.state.attempt?.outcome == .done)
        #expect(practice.state.attempt?.note == "as it was")
        practice.takeAttempt { $0.outcome = .skipped }
        await practice.send(.saveAttempt)
        #expect(practice.state.view?.attempts.map(\.outcome) == [.skipped])
        #expect(practice.state.view?.active?.step == first)
    }

    @Test func howItWentIsAskedForAndNothingElse() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        await model.practice.send(.noteAttempt(step: 0))
        await model.practice.send(.saveAttempt)
        #expect(model.practice.state.attempt != nil, "it waits for how it went")
        #expect(model.practice.state.view?.attempts.isEmpty == true)
        #expect(model.practice.state.problem == nil)
    }

    @Test func aDayOfTheLastWeekMayBeNoted() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        let days = try #require(model.practice.state.view?.days)
        #expect(days.count == 7)
        #expect(days.first == "2026-11-23")
        try await note(model) { $0.day = days[6] }
        #expect(model.practice.state.view?.attempts.first?.day == "2026-11-17")
        try await note(model) { $0.day = "2026-11-16" }
        #expect(model.practice.state.problem != nil)
        #expect(model.practice.state.attempt?.day == "2026-11-16", "what was put in stays on the page")
        #expect(model.practice.state.view?.attempts.count == 1)
    }

    @Test func aNoteThatIsRefusedStaysOnThePage() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        let long = String(repeating: "x", count: 1_001)
        try await note(model) { $0.note = long }
        #expect(model.practice.state.problem?.reason == .tooLongNote)
        #expect(model.practice.state.attempt?.note == long)
        await model.practice.send(.dismissProblem)
        model.practice.takeAttempt { $0.note = "short" }
        await model.practice.send(.saveAttempt)
        #expect(model.practice.state.view?.attempts.first?.note == "short")
    }

    @Test func whatIsNotGoingTakesNoTry() async throws {
        let model = await world.startReady()
        await model.practice.send(.open("own-ten"))
        await model.practice.send(.noteAttempt(step: 0))
        model.practice.takeAttempt { $0.outcome = .done }
        await model.practice.send(.saveAttempt)
        #expect(model.practice.state.problem?.reason == .practiceNotActive)
        #expect(model.practice.state.view?.attempts.isEmpty == true)
    }

    @Test func anUnknownOneIsTold() async throws {
        let model = await world.startReady()
        await model.practice.send(.open("of a newer release"))
        #expect(model.practice.state.problem?.reason == .unknownPractice)
        #expect(model.practice.state.view == nil)
    }

    // MARK: Weeks

    @Test func anotherOneIsOfferedAfterTwoWeeks() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        world.time.pass(days: 13)
        await model.practice.send(.refresh)
        #expect(model.practice.state.view?.active?.rotationOffered == false)
        world.time.pass(days: 1)
        await model.practice.send(.refresh)
        #expect(model.practice.state.view?.active?.rotationOffered == true)
        #expect(model.practice.state.view?.active?.id == "own-ten", "offered, and never done by itself")
        try await note(model, .done)
        #expect(model.practice.state.view?.active?.rotationOffered == false)
    }

    @Test func youCameBack() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        try await note(model)
        #expect(model.practice.state.view?.active?.cameBack == false, "nobody comes back the first time")
        world.time.pass(days: 8)
        await model.practice.send(.refresh)
        try await note(model)
        #expect(model.practice.state.view?.active?.cameBack == true)
    }

    // MARK: The plan

    @Test func aPlanWithItsReminder() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        let practice = model.practice
        await practice.send(.makePlan)
        practice.takePlan {
            $0.situation = "the kettle boils"
            $0.action = "sit down alone"
            $0.saidAloud = true
            $0.reminds = true
            $0.remindAt = "18:30"
        }
        #expect(world.centre.asked == 0)
        await practice.send(.savePlan)
        #expect(practice.state.problem == nil)
        #expect(practice.state.plan == nil)
        #expect(!practice.state.isUntold)
        let plan = try #require(practice.state.view?.active?.plan)
        #expect(plan.text.contains("the kettle boils") && plan.text.contains("sit down alone"))
        #expect(plan.saidAloud)
        #expect(plan.remindAt == "18:30")
        #expect(world.centre.asked == 1)
        #expect(world.centre.notices.first?.moment.written == "2026-11-23 18:30")
        #expect(world.centre.notices.allSatisfy { !$0.text.contains("kettle") && !$0.text.contains("alone") })
        try await note(model)
        #expect(world.centre.notices.first?.moment.written == "2026-11-24 18:30", "done for today")
        await practice.send(.dropPlan)
        #expect(practice.state.view?.active?.plan == nil)
        #expect(world.centre.notices.isEmpty)
    }

    @Test func puttingDownTakesTheReminderBack() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        await model.practice.send(.makePlan)
        model.practice.takePlan {
            $0.situation = "it rains"
            $0.action = "read"
            $0.reminds = true
        }
        await model.practice.send(.savePlan)
        #expect(!world.centre.notices.isEmpty)
        await model.practice.send(.putDown)
        #expect(world.centre.notices.isEmpty)
    }

    @Test(arguments: [
        ("", "read", Reason.tooShortSituation), ("it rains", " ", .tooShortAction),
        (String(repeating: "x", count: 121), "read", .tooLongSituation),
        ("it rains", String(repeating: "x", count: 121), .tooLongAction),
        ("it\nrains", "read", .controlCharacterWords),
    ])
    func aPlanThatIsRefusedStaysOnThePage(_ situation: String, _ action: String, _ reason: Reason) async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        await model.practice.send(.makePlan)
        model.practice.takePlan {
            $0.situation = situation
            $0.action = action
        }
        await model.practice.send(.savePlan)
        #expect(model.practice.state.problem?.reason == reason)
        #expect(model.practice.state.plan?.situation == situation)
        #expect(model.practice.state.view?.active?.plan == nil)
    }

    // MARK: Left, locked, and in care mode

    @Test func whatWasLeftIsThereAgain() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        await model.practice.send(.noteAttempt(step: 1))
        model.practice.takeAttempt { $0.note = "half a word" }
        await model.practice.send(.close)
        #expect(model.practice.state == PracticeModel.State())
        // One that could be noted too.
        try await begin(model, "own-list")
        await model.practice.send(.close)
        await model.practice.send(.open("own-list"))
        #expect(model.practice.state.view?.active != nil)
        #expect(model.practice.state.attempt == nil, "it belongs to the other one")
        await model.practice.send(.open("own-ten"))
        #expect(model.practice.state.attempt?.note == "half a word")
        #expect(model.practice.state.attempt?.step == 1)
        model.practice.forgetUnsaved()
        await model.practice.send(.closeAttempt)
        await model.practice.send(.close)
        await model.practice.send(.open("own-ten"))
        #expect(model.practice.state.attempt == nil)
    }

    @Test func aLockShowsNothing() async throws {
        let model = await world.startReady()
        try await begin(model, "own-ten")
        await model.practice.send(.makePlan)
        model.practice.takePlan { $0.situation = "nobody sees this" }
        await model.practices.send(.load)
        await model.learn.send(.load)
        await model.boundaries.send(.load)
        await model.send(.lock)
        #expect(model.practice.state == PracticeModel.State())
        #expect(model.practices.state == PracticesModel.State())
        #expect(model.learn.state == LearnModel.State())
        #expect(model.boundaries.state == BoundariesModel.State())
        await model.send(.open)
        await model.practice.send(.open("own-ten"))
        #expect(model.practice.state.plan?.situation == "nobody sees this")
    }

    @Test func careModeLeavesOutWhatNeedsThePartner() async throws {
        let model = await world.startReady()
        await model.practices.send(.load)
        let before = model.practices.state.view?.areas.flatMap(\.practices).map(\.id) ?? []
        #expect(before.contains("hear-first"))
        await model.practice.send(.open("hear-first"))
        await model.safety.send(.enterCareMode)
        // Nobody reads the pages anew: that home says so is enough.
        await model.send(.refresh)
        #expect(model.practice.state.view == nil)
        #expect(model.practice.state.problem?.reason == .careMode)
        await model.practice.send(.dismissProblem)
        let after = model.practices.state.view?.areas.flatMap(\.practices).map(\.id) ?? []
        #expect(!after.contains("hear-first"))
        #expect(!after.isEmpty)
        await model.practice.send(.open("hear-first"))
        #expect(model.practice.state.problem?.reason == .careMode)
        #expect(model.practice.state.view == nil)
    }

    /// A card on Today leads to the page of its practice, and only once.
    @Test func aCardLeadsToItsPractice() async throws {
        let model = await world.startReady()
        model.lead(to: .practice("own-ten"))
        #expect(model.state.way == .practice("own-ten"))
        model.arrived()
        #expect(model.state.way == nil)
    }
}
