// Boundaries as a person trains them: each state may be the last, none is jumped, what was typed is
// there again, and help is offered where it is time for it.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct BoundaryModelTests {
    /// Noon of Monday, 23 November 2026.
    let world = World()

    /// The first page of a new one, saved.
    private func notice(_ model: AppModel) async throws {
        await model.boundaryUse.send(.begin)
        model.boundaryUse.take {
            $0.body = "a tight chest"
            $0.sign = .bad
            $0.fitsValues = .no
        }
        await model.boundaryUse.send(.notice)
        #expect(model.boundaryUse.state.use?.state == .noticed)
    }

    private func name(_ model: AppModel, _ limit: String = "no calls at night") async {
        model.boundaryUse.take {
            $0.kind = .physical
            $0.limit = limit
            $0.belongs = .mine
        }
        await model.boundaryUse.send(.nameLimit)
    }

    private func ready(_ model: AppModel, _ rung: Rung = .easy, person: String = "") async {
        model.boundaryUse.take {
            $0.script = "not tonight"
            $0.rung = rung
            $0.person = person
        }
        await model.boundaryUse.send(.readyScript)
    }

    /// From nothing to an answer.
    private func walk(
        _ model: AppModel, _ answer: BoundaryAnswer = .respected, _ rung: Rung = .easy, person: String = ""
    ) async throws {
        try await notice(model)
        await name(model)
        await ready(model, rung, person: person)
        await model.boundaryUse.send(.say)
        await model.boundaryUse.send(.answer(answer))
        #expect(model.boundaryUse.state.problem == nil)
    }

    private func reflect(_ model: AppModel, _ change: (inout BoundaryForm) -> Void) async {
        model.boundaryUse.take(change)
        await model.boundaryUse.send(.reflect)
        #expect(model.boundaryUse.state.use?.state == .reflected)
    }

    // MARK: The walk

    @Test func fromTheBodyToLookingBack() async throws {
        let model = await world.startReady()
        let trainer = model.boundaryUse
        try await notice(model)
        #expect(trainer.state.form == BoundaryForm(), "what is on disk is off the fields")
        await name(model)
        #expect(trainer.state.use?.state == .limitNamed)
        #expect(trainer.state.use?.boundary?.limit == "no calls at night")
        await ready(model, .safe, person: "Kim")
        #expect(trainer.state.use?.state == .scriptReady)
        await trainer.send(.say)
        #expect(trainer.state.use?.state == .said)
        await trainer.send(.answer(.negotiated))
        #expect(trainer.state.use?.state == .negotiated)
        await reflect(model) {
            $0.relief = 3
            $0.guilt = 1
            $0.nextStep = "say it sooner"
        }
        let use = try #require(trainer.state.use)
        #expect(use.moves.isEmpty)
        #expect(use.body == "a tight chest")
        #expect(use.script == "not tonight")
        #expect(use.person == "Kim")
        #expect(use.relief == 3 && use.guilt == 1)
        #expect(use.nextStep == "say it sooner")
        #expect(use.safety == nil)
        let again = await world.restart(model)
        await again.boundaries.send(.load)
        #expect(again.boundaries.state.view?.open.isEmpty == true)
        #expect(again.boundaries.state.view?.done.map(\.id) == [use.id])
    }

    @Test func eachStateMayBeTheLast() async throws {
        let model = await world.startReady()
        let trainer = model.boundaryUse
        try await notice(model)
        let id = try #require(trainer.state.use?.id)
        let steps: [(BoundaryState, () async -> Void)] = [
            (.noticed, { await self.name(model) }), (.limitNamed, { await self.ready(model) }),
            (.scriptReady, { await trainer.send(.notSay) }), (.notSaid, {}),
        ]
        for (state, go) in steps {
            await trainer.send(.close)
            #expect(trainer.state == BoundaryUseModel.State())
            await model.boundaries.send(.load)
            #expect(model.boundaries.state.view?.open.map(\.state) == [state])
            await trainer.send(.open(id))
            #expect(trainer.state.use?.state == state)
            await go()
        }
        await reflect(model) { _ in }
        #expect(trainer.state.use?.relief == nil, "every part may be left out")
    }

    @Test func noStateIsJumped() async throws {
        let model = await world.startReady()
        let trainer = model.boundaryUse
        try await notice(model)
        for action in [BoundaryUseModel.Action.say, .notSay, .answer(.respected), .reflect] {
            await trainer.send(action)
            #expect(trainer.state.problem?.reason == .boundaryMove)
            #expect(trainer.state.use?.state == .noticed)
            await trainer.send(.dismissProblem)
        }
    }

    @Test func whatIsNotChosenIsNotSent() async throws {
        let model = await world.startReady()
        let trainer = model.boundaryUse
        try await notice(model)
        trainer.take { $0.limit = "mine" }
        await trainer.send(.nameLimit)
        #expect(trainer.state.use?.state == .noticed && trainer.state.problem == nil)
    }

    @Test(arguments: [
        ("", Reason.tooShortLimit), (String(repeating: "x", count: 201), .tooLongLimit),
        ("two\nlines", .controlCharacterWords),
    ])
    func aLimitThatIsRefusedStaysOnThePage(_ limit: String, _ reason: Reason) async throws {
        let model = await world.startReady()
        try await notice(model)
        await name(model, limit)
        #expect(model.boundaryUse.state.problem?.reason == reason)
        #expect(model.boundaryUse.state.form.limit == limit)
        #expect(model.boundaryUse.state.use?.state == .noticed)
    }

    @Test func aScriptThatIsRefusedStaysOnThePage() async throws {
        let model = await world.startReady()
        let trainer = model.boundaryUse
        try await notice(model)
        await name(model)
        trainer.take { $0.rung = .easy }
        await trainer.send(.readyScript)
        #expect(trainer.state.problem?.reason == .tooShortScript)
        await trainer.send(.dismissProblem)
        trainer.take {
            $0.script = "no"
            $0.person = String(repeating: "x", count: 41)
        }
        await trainer.send(.readyScript)
        #expect(trainer.state.problem?.reason == .tooLongPerson)
        #expect(trainer.state.form.script == "no")
    }

    // MARK: Limits and words

    @Test func aLimitIsUsedAgainAndPutAway() async throws {
        let model = await world.startReady()
        try await notice(model)
        await name(model)
        await model.boundaryUse.send(.close)
        try await notice(model)
        let limit = try #require(model.boundaryUse.state.use?.limits.first)
        await model.boundaryUse.send(.useLimit(limit.id))
        #expect(model.boundaryUse.state.use?.boundary?.id == limit.id)
        await model.boundaries.send(.load)
        #expect(model.boundaries.state.view?.limits.map(\.uses) == [2])
        await model.boundaries.send(.putAway(limit.id, true))
        #expect(model.boundaries.state.view?.limits.first?.putAway == true)
        try await notice(model)
        #expect(model.boundaryUse.state.use?.limits.isEmpty == true)
        await model.boundaries.send(.putAway(limit.id, false))
        #expect(model.boundaries.state.view?.limits.first?.putAway == false)
    }

    @Test func aLineIsFilledIn() async throws {
        let model = await world.startReady()
        let trainer = model.boundaryUse
        try await notice(model)
        await name(model)
        let line = try #require(trainer.state.use?.scriptLines.first { !$0.blanks.isEmpty })
        let shown = EnglishTexts().shown(line)
        #expect(!shown.contains("{"))
        #expect(line.blanks.allSatisfy { shown.contains($0.label) })
        trainer.take { form in
            form.line = line.id
            for (place, blank) in line.blanks.enumerated() { form.fills[blank.key] = "word \(place)" }
        }
        await trainer.send(.fill)
        #expect(trainer.state.problem == nil)
        let script = trainer.state.form.script
        #expect(!script.contains("{"))
        for place in line.blanks.indices { #expect(script.contains("word \(place)")) }
        #expect(trainer.state.use?.script == nil, "nothing is kept before it is saved")
    }

    // MARK: What it shows over time

    @Test func kindByKind() async throws {
        let model = await world.startReady()
        let texts = EnglishTexts()
        for time in 0..<10 {
            try await walk(model, time == 0 ? .ignored : .respected)
            await reflect(model) {
                $0.relief = time < 5 ? 1 : 4
                $0.guilt = time < 5 ? 3 : 0
            }
            await model.boundaryUse.send(.close)
            await model.boundaries.send(.load)
            let kind = try #require(model.boundaries.state.view?.kinds.first { $0.kind == .physical })
            #expect(kind.uses == UInt32(time + 1))
            #expect(texts.lines(for: kind).contains(texts.boundaryKindEarly) == (time < 9))
            world.time.pass(days: 1)
        }
        let kinds = try #require(model.boundaries.state.view?.kinds)
        #expect(kinds.map(\.kind) == BoundaryKind.offered)
        let lines = texts.lines(for: kinds[0])
        #expect(lines.contains("Said 10 of 10 times"))
        #expect(lines.contains("Relief: at first a little, now very much"))
        #expect(lines.contains("Guilt: at first much, now none"))
        #expect(texts.lines(for: kinds[1]) == kinds[1].firstStep.map { [$0] })
    }

    // MARK: Help

    @Test func fearOffersThePrivatePage() async throws {
        let model = await world.startReady()
        try await walk(model)
        await reflect(model) { $0.isAfraid = true }
        #expect(model.boundaryUse.state.use?.safety == .fear)
        await model.send(.refresh)
        #expect(model.state.home?.safetyOffer == .fear)
        await model.boundaryUse.send(.dismissSafety)
        #expect(model.boundaryUse.state.use?.safety == nil)
        await model.send(.refresh)
        #expect(model.state.home?.safetyOffer == nil)
        await model.boundaryUse.send(.close)
        world.time.pass(.seconds(60))
        try await walk(model)
        await reflect(model) { $0.isAfraid = true }
        await model.boundaries.send(.load)
        #expect(model.boundaries.state.view?.safety == .fear, "a newer cause")
        await model.boundaries.send(.dismissSafety)
        #expect(model.boundaries.state.view?.safety == nil)
    }

    @Test func passedOverTwiceByOneOffersItToo() async throws {
        let model = await world.startReady()
        for (person, offer) in [("Kim", SafetyOffer?.none), ("Lou", nil), ("kim ", .ignoredTwice)] {
            try await walk(model, .ignored, .harder, person: person)
            await model.boundaryUse.send(.close)
            await model.boundaries.send(.load)
            #expect(model.boundaries.state.view?.safety == offer)
            world.time.pass(.seconds(60))
        }
    }

    @Test func careModeKeepsToSafePeople() async throws {
        let model = await world.startReady()
        try await notice(model)
        await name(model)
        #expect(model.boundaryUse.state.use?.rungs == [.easy, .safe, .harder, .partner])
        let lines = model.boundaryUse.state.use?.scriptLines.count ?? 0
        await model.safety.send(.enterCareMode)
        let id = try #require(model.boundaryUse.state.use?.id)
        await model.boundaryUse.send(.open(id))
        #expect(model.boundaryUse.state.use?.rungs == [.easy, .safe])
        #expect(model.boundaryUse.state.use.map { $0.scriptLines.count < lines } == true)
        await ready(model, .partner)
        #expect(model.boundaryUse.state.problem?.reason == .careMode)
        #expect(model.boundaryUse.state.use?.state == .limitNamed)
    }

    // MARK: Left, locked, deleted

    @Test func whatWasLeftIsThereAgain() async throws {
        let model = await world.startReady()
        let trainer = model.boundaryUse
        await trainer.send(.begin)
        trainer.take { $0.body = "a warm face" }
        await trainer.send(.close)
        #expect(trainer.state == BoundaryUseModel.State())
        await trainer.send(.begin)
        #expect(trainer.state.form.body == "a warm face")
        trainer.take {
            $0.sign = .good
            $0.fitsValues = .yes
        }
        await trainer.send(.notice)
        let id = try #require(trainer.state.use?.id)
        trainer.take { $0.limit = "half a limit" }
        await model.send(.lock)
        #expect(trainer.state == BoundaryUseModel.State())
        await model.send(.open)
        await trainer.send(.begin)
        #expect(trainer.state.form == BoundaryForm(), "it belongs to the other one")
        await trainer.send(.open(id))
        #expect(trainer.state.form.limit == "half a limit")
        trainer.forgetUnsaved()
        trainer.take { $0 = BoundaryForm() }
        await trainer.send(.close)
        await trainer.send(.open(id))
        #expect(trainer.state.form == BoundaryForm())
    }

    @Test func whatIsDeletedIsGone() async throws {
        let model = await world.startReady()
        try await notice(model)
        await name(model)
        let id = try #require(model.boundaryUse.state.use?.id)
        await model.boundaryUse.send(.delete)
        #expect(model.boundaryUse.state.isDeleted)
        await model.boundaries.send(.load)
        #expect(model.boundaries.state.view?.open.isEmpty == true)
        #expect(model.boundaries.state.view?.limits.count == 1, "the limit stays")
        await model.boundaryUse.send(.open(id))
        #expect(model.boundaryUse.state.problem?.reason == .notFoundBoundaryUse)
    }
}

@Suite struct BoundaryWordsTests {
    let texts = EnglishTexts()

    @Test func everyStateHasWordsOfItsOwn() {
        let states: [BoundaryState] = [
            .noticed, .limitNamed, .scriptReady, .said, .notSaid, .respected, .negotiated, .ignored, .reflected,
        ]
        #expect(Set(states.map { texts.words(for: $0) }).count == states.count)
        #expect(Set(BoundaryAnswer.offered.map { texts.words(for: $0) }).count == 3)
        #expect(Set(AttemptOutcome.offered.map { texts.words(for: $0) }).count == 3)
        #expect(Set([SafetyOffer.fear, .ignoredTwice].map { texts.words(for: $0) }).count == 2)
    }

    @Test func levelsByTheNearestWord() {
        let levels = FeelingLevels.offered.map { texts.words(forLevel: Double($0)) }
        #expect(Set(levels).count == 5)
        #expect(texts.words(forLevel: 1.4) == levels[1])
        #expect(texts.words(forLevel: 1.6) == levels[2])
        #expect(texts.words(forLevel: 3.5) == levels[4])
    }
}
