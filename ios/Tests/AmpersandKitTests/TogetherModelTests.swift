// Time together as a person meets it: private lines that stay private, a talk with turns and a
// timer that nobody has to wait for, what is agreed on, and care mode, in which none of it is there.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct TogetherModelTests {
    /// Noon of Monday, 23 November 2026.
    let world = World()

    // MARK: Getting ready

    @Test func onlyWhatWasChosenGoesOntoTheList() async throws {
        let model = await world.startReady()
        let together = model.together
        await together.send(.begin)
        #expect(together.state.meeting?.headings.map(\.heading).first == .appreciation)
        #expect(together.state.meeting?.headings.count == 7)
        let kept = try await model.write("I am afraid of the answer", under: .origin)
        let said = try await model.write("You never cook", under: .theirBehaviour)
        await together.send(.toChoose)
        await together.send(.reword(said))
        #expect(together.state.writing.reword?.text == "You never cook")
        together.take { $0.reword?.text = "I wish we shared the cooking" }
        await together.send(.saveReworded)
        #expect(together.state.writing.reword == nil)
        #expect(together.state.meeting?.agenda.map(\.text) == ["I wish we shared the cooking"])
        await together.send(.look)
        let agenda = try #require(together.state.agenda)
        #expect(agenda.contains("I wish we shared the cooking"))
        #expect(!agenda.contains("afraid") && !agenda.contains("never cook"))
        await together.send(.start)
        #expect(together.state.agenda == nil)
        #expect(together.state.meeting?.headings.isEmpty == true, "nothing private beside the other one")
        #expect(together.state.topic?.text == "I wish we shared the cooking")
        // From the talk on nothing private is taken up again.
        await together.send(.choose(kept))
        #expect(together.state.problem?.reason == .meetingMove)
    }

    @Test func aTalkNeedsATopic() async throws {
        let model = await world.startReady()
        await model.together.send(.begin)
        await model.together.send(.toChoose)
        #expect(!model.together.state.may(.start))
        await model.together.send(.start)
        #expect(model.together.state.problem?.reason == .meetingMove)
        #expect(model.together.state.meeting?.stage == .choosing)
        await model.together.send(.dismissProblem)
        await model.together.send(.backToPreparing)
        #expect(model.together.state.meeting?.stage == .preparing)
    }

    @Test func topicsAreMovedAndTakenOff() async throws {
        let model = await world.startReady()
        let together = model.together
        await together.send(.begin)
        let first = try await model.write("First", under: .appreciation)
        let second = try await model.write("Second", under: .boundaryHelp)
        await together.send(.toChoose)
        await together.send(.choose(first))
        await together.send(.choose(second))
        let last = try #require(together.state.meeting?.agenda.last)
        await together.send(.moveTopic(last.id, to: 0))
        #expect(together.state.meeting?.agenda.map(\.text) == ["Second", "First"])
        await together.send(.unchoose(first))
        #expect(together.state.meeting?.agenda.map(\.text) == ["Second"])
        await together.send(.backToPreparing)
        await together.send(.changeLine(second))
        #expect(together.state.writing.line?.text == "Second")
        await together.send(.deleteLine(second))
        #expect(together.state.writing.line == nil)
        #expect(together.state.meeting?.headings.flatMap(\.lines).map(\.text) == ["First"])
    }

    // MARK: Half written

    @Test func aLineIsKeptWhenTheAppIsLeft() async throws {
        var model = await world.startReady()
        await model.together.send(.begin)
        await model.together.send(.addLine(.appreciation))
        model.together.take { $0.line?.text = "How you laugh" }
        await model.send(.enteredBackground)
        model = await world.restart(model)
        await model.together.send(.load)
        #expect(model.together.state.meeting?.headings.flatMap(\.lines).map(\.text) == ["How you laugh"])
    }

    @Test func whatTheCoreRefusesIsCoveredAndThereAgain() async throws {
        let model = await world.startReady()
        let long = String(repeating: "a", count: 501)
        await model.together.send(.begin)
        await model.together.send(.addLine(.appreciation))
        model.together.take { $0.line?.text = long }
        await model.together.send(.saveLine)
        #expect(model.together.state.problem?.reason == .tooLongLine)
        #expect(model.together.state.writing.line?.text == long)
        await model.send(.lock)
        #expect(model.together.state == TogetherModel.State())
        await model.send(.open)
        await model.together.send(.load)
        #expect(model.together.state.writing.line?.text == long)
    }

    // MARK: The talk

    @Test func turnsTopicsAndTheKindEnd() async throws {
        let model = await world.startReady()
        let together = model.together
        try await model.talk()
        let texts = EnglishTexts()
        let meeting = try #require(together.state.meeting)
        #expect(meeting.turn == .me)
        #expect(!meeting.cue.isEmpty)
        #expect(texts.place(in: meeting) == texts.togetherTopicOf(n: 1, of: 1))
        await together.send(.nextTurn)
        #expect(together.state.meeting?.turn == .you)
        #expect(texts.words(for: MeetingTurn.me) != texts.words(for: MeetingTurn.you))
        await together.send(.pause)
        #expect(together.state.meeting?.stage == .endedEarly)
        #expect(together.state.meeting?.ending?.isEmpty == false)
        #expect(together.state.secondsLeft == nil)
        together.take { $0.afterwards?.learned = "Ten minutes are enough" }
        await together.send(.saveAfterwards)
        #expect(together.state.justKept)
        let id = try #require(together.state.meeting?.id)
        await together.send(.leave)
        await together.send(.load)
        #expect(together.state.view?.meeting == nil)
        #expect(together.state.view?.past.map(\.id) == [id])
        await together.send(.open(id))
        #expect(together.state.writing.afterwards?.learned == "Ten minutes are enough")
    }

    @Test func theTimeRunsDownByTheTestsClock() async throws {
        let model = await world.startReady()
        let together = model.together
        try await model.talk(minutes: 5)
        #expect(together.state.secondsLeft == 300)
        let watching = Task { await together.watch() }
        await eventually { world.time.waiting > 0 }
        world.time.pass(.seconds(1))
        await eventually { world.time.waiting > 0 }
        #expect(together.state.secondsLeft == 299)
        // Somebody sets the clock on the wall; the time that is left stays what it is.
        world.time.set(back: .seconds(3_600))
        world.time.pass(.seconds(98))
        await eventually { world.time.waiting > 0 }
        #expect(together.state.secondsLeft == 201)
        world.time.set(back: .seconds(-3_600))
        world.time.pass(.seconds(201))
        await watching.value
        #expect(together.state.secondsLeft == 0)
        #expect(together.state.meeting?.ending?.isEmpty == false, "the words for the end are the core's")
        #expect(together.state.meeting?.stage == .meeting, "nobody is cut short")
        let texts = EnglishTexts()
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(texts.words(forSecondsLeft: 0, days: days) == texts.togetherTimeOver)
        #expect(texts.words(forSecondsLeft: 61, days: days) == "1 minute, 1 second left")
    }

    @Test func nobodyWaitsForATimerThatIsLeft() async throws {
        let model = await world.startReady()
        try await model.talk()
        let watching = Task { await model.together.watch() }
        await eventually { world.time.waiting > 0 }
        watching.cancel()
        await watching.value
        #expect(world.time.waiting == 0)
        #expect(model.together.state.secondsLeft == 1_200)
    }

    // MARK: What comes of it

    @Test func anAgreementIsRemindedOfAndLookedAt() async throws {
        let model = await world.startReady()
        let together = model.together
        try await model.talk()
        try await model.agree(on: "Cook on Sundays", by: "2026-11-30")
        #expect(!together.state.isUntold)
        await model.finishTalk(next: "2026-12-07")
        await together.send(.leave)
        await together.send(.load)
        let view = try #require(together.state.view)
        #expect(view.nextOn == "2026-12-07")
        let agreement = try #require(view.agreements.first)
        let texts = EnglishTexts()
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(texts.words(for: agreement) == "I will: Cook on Sundays")
        #expect(texts.detail(of: agreement, days: days) == texts.togetherReviewOn(day: "30 November 2026"))
        #expect(world.centre.notices.map { "\($0.moment.day) \($0.moment.hour)" }.sorted() == ["30 10", "7 18"])
        #expect(world.centre.notices.allSatisfy { !$0.text.contains("Cook") && !$0.text.contains("Sundays") })

        world.time.pass(days: 7)
        await model.timeChanged()
        #expect(model.state.home?.together?.agreementsDue == 1)
        await together.send(.load)
        let due = try #require(together.state.view?.agreements.first)
        #expect(texts.detail(of: due, days: days) == texts.togetherReviewDue)
        await together.send(.openReview(agreement.id))
        await together.send(.saveReview)
        #expect(together.state.writing.review != nil, "nothing is kept before it was said how it went")
        together.take {
            $0.review?.outcome = .partly
            $0.review?.nextOn = "2026-12-14"
        }
        await together.send(.saveReview)
        #expect(together.state.problem == nil)
        let again = try #require(together.state.view?.agreements.first)
        #expect(again.reviewOn == "2026-12-14")
        #expect(again.reviews.map(\.outcome) == [.partly])
        #expect(world.centre.notices.contains { $0.moment.day == 14 && $0.moment.month == 12 })
        await together.send(.openReview(agreement.id))
        together.take { $0.review?.note = "Half a thought" }
        await together.send(.leave)
        await together.send(.load)
        #expect(together.state.writing.review == nil)
        await together.send(.openReview(agreement.id))
        #expect(together.state.writing.review?.note == "Half a thought", "it waits for its page")
        together.take {
            $0.review?.nextOn = "2026-12-20"
            $0.review?.outcome = .letGo
        }
        await together.send(.saveReview)
        #expect(together.state.problem == nil, "what is let go has no next day")
        #expect(together.state.view?.agreements.isEmpty == true)
        #expect(!world.centre.notices.contains { $0.moment.day == 14 })
    }

    @Test func aDayThatIsOverIsRefused() async throws {
        let model = await world.startReady()
        try await model.talk()
        await model.together.send(.toAgreements)
        await model.together.send(.addAgreement)
        let offered = try #require(model.together.state.writing.agreement?.reviewOn)
        #expect(offered > "2026-11-23")
        model.together.take {
            $0.agreement?.what = "Cook"
            $0.agreement?.reviewOn = "2026-11-23"
        }
        await model.together.send(.saveAgreement)
        #expect(model.together.state.problem?.reason == .inPast)
        #expect(model.together.state.writing.agreement?.what == "Cook", "what was written stays")
    }

    @Test func aDeletedTalkTakesItsRemindersAlong() async throws {
        let model = await world.startReady()
        try await model.talk()
        try await model.agree(on: "Cook on Sundays", by: "2026-11-30")
        #expect(world.centre.notices.count == 1)
        await model.together.send(.delete)
        #expect(model.together.state.problem == nil)
        #expect(model.together.state.meeting == nil)
        #expect(world.centre.notices.isEmpty)
        #expect(model.together.state.view?.past.isEmpty == true)
    }

    // MARK: Care mode

    @Test func inCareModeThereIsNoneOfIt() async throws {
        let model = await world.startReady()
        try await model.talk()
        try await model.agree(on: "Cook on Sundays", by: "2026-11-30")
        #expect(world.centre.notices.count == 1)
        await model.safety.send(.enterCareMode)
        await model.send(.refresh)
        #expect(model.state.home?.together == nil)
        #expect(model.together.state == TogetherModel.State(), "no page that is still up shows it")
        #expect(world.centre.notices.isEmpty, "nor does anything remind of it")
        await model.together.send(.load)
        #expect(model.together.state.isAbsent)
        #expect(model.together.state.view == nil)
        #expect(model.together.state.meeting == nil)
        #expect(model.together.state.problem == nil)
        await model.together.send(.begin)
        #expect(model.together.state.problem?.reason == .careMode)

        await model.safety.send(.load(.leavingCareMode))
        for index in 0..<5 { await model.safety.send(.answer(question: index, .no)) }
        await model.safety.send(.done)
        await model.send(.refresh)
        await model.together.send(.load)
        #expect(!model.together.state.isAbsent)
        #expect(model.together.state.view?.meeting?.agreements.map(\.what) == ["Cook on Sundays"])
        #expect(world.centre.notices.count == 1)
    }
}
