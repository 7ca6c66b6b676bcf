// The daily check-in as a person meets it: few taps, late answers, what stays, what came back, and
// what a lock covers.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct CheckInModelTests {
    /// Noon of Monday, 23 November 2026.
    let world = World()

    /// Marks the shown question with the option at that place.
    private func tap(_ model: AppModel, option: Int = 0) async throws {
        let item = try #require(model.checkIn.state.item)
        await model.checkIn.send(.answer(item: item.id, value: item.options[option].value))
    }

    @Test func sixTapsAndOneToSave() async throws {
        let model = await world.startReady()
        await model.checkIn.send(.open(nil))
        let view = try #require(model.checkIn.state.view)
        #expect(view.items.count == 6)
        #expect(view.day == view.today)
        #expect(!view.late)
        var taps = 0
        while model.checkIn.state.item != nil {
            try await tap(model)
            taps += 1
        }
        await model.checkIn.send(.save)
        taps += 1
        #expect(taps == 7)
        let saved = try #require(model.checkIn.state.saved)
        #expect(saved.answers.answers.count == 6)
        #expect(saved.remindersTold)
        #expect(saved.strip.answered == 1)
        #expect(EnglishTexts().words(for: saved.strip) == "1 of the last 28 days.")
        await model.send(.refresh)
        #expect(model.state.home?.checkIn.todayAnswered == true)
    }

    @Test func eachQuestionMayBeLeftOutAndTakenBack() async throws {
        let model = await world.startReady()
        let checkIn = model.checkIn
        await checkIn.send(.open(nil))
        let items = try #require(checkIn.state.view?.items)
        await checkIn.send(.skip(item: items[0].id))
        try await tap(model, option: 1)
        #expect(checkIn.state.marked.keys.sorted() == [items[1].id])
        // A hasty second tap was meant for the question before.
        await checkIn.send(.answer(item: items[1].id, value: 3))
        await checkIn.send(.skip(item: items[1].id))
        #expect(checkIn.state.item?.id == items[2].id)
        await checkIn.send(.turn(to: items[1].id))
        #expect(checkIn.state.item?.id == items[1].id)
        await checkIn.send(.takeBack(item: items[1].id))
        #expect(checkIn.state.marked.isEmpty)
        await checkIn.send(.save)
        #expect(checkIn.state.problem?.reason == .nothingAnswered)
        #expect(checkIn.state.saved == nil)
    }

    @Test func aWordAndALine() async throws {
        let model = await world.startReady()
        let checkIn = model.checkIn
        await checkIn.send(.open(nil))
        #expect(!checkIn.state.addsWord)
        await checkIn.send(.addWord)
        let feelings = try #require(checkIn.state.view?.feelings)
        for feeling in feelings.prefix(7) { await checkIn.send(.toggleFeeling(feeling.id)) }
        checkIn.type(line: "one line")
        await checkIn.send(.save)
        #expect(checkIn.state.problem?.reason == .tooManyFeelings)
        await checkIn.send(.dismissProblem)
        await checkIn.send(.toggleFeeling(feelings[6].id))
        await checkIn.send(.save)
        #expect(checkIn.state.saved?.answers.line == "one line")
        #expect(checkIn.state.saved?.answers.feelings.count == 6)
        await checkIn.send(.change)
        #expect(checkIn.state.addsWord)
        #expect(checkIn.state.line == "one line")
    }

    @Test(arguments: [
        (String(repeating: "x", count: 281), Reason.tooLongLine), ("two\nlines", .controlCharacterLine),
    ])
    func aLineThatIsRefusedStaysOnThePage(_ line: String, _ reason: Reason) async throws {
        let model = await world.startReady()
        await model.checkIn.send(.open(nil))
        model.checkIn.type(line: line)
        await model.checkIn.send(.save)
        #expect(model.checkIn.state.problem?.reason == reason)
        #expect(model.checkIn.state.line == line)
        await model.checkIn.send(.dismissProblem)
        model.checkIn.type(line: "better")
        await model.checkIn.send(.save)
        #expect(model.checkIn.state.saved != nil)
    }

    /// The same card as after an entry: help lines, once, and away for a while when sent away.
    @Test func wordsThatAskForHelpBringIt() async throws {
        let model = await world.startReady()
        let checkIn = model.checkIn
        await checkIn.send(.open(nil))
        checkIn.type(line: "I want to die")
        await checkIn.send(.save)
        #expect(checkIn.state.care?.lines.isEmpty == false)
        await checkIn.send(.dismissCare)
        #expect(checkIn.state.care == nil)
        await checkIn.send(.change)
        checkIn.type(line: "I want to die today")
        await checkIn.send(.save)
        #expect(checkIn.state.saved != nil)
        #expect(checkIn.state.care == nil)
    }

    // MARK: Late, and fixed

    @Test func yesterdayIsOpenAndSaysSo() async throws {
        let model = await world.startReady()
        world.time.pass(days: 1)
        await model.send(.refresh)
        #expect(model.state.home?.checkIn.yesterdayOpen == false, "nobody owes the day before the first")
        try await model.answerCheckIn()
        world.time.pass(days: 2)
        await model.send(.refresh)
        #expect(model.state.home?.checkIn.yesterdayOpen == true)
        await model.checkIn.send(.open("2026-11-25"))
        let view = try #require(model.checkIn.state.view)
        #expect(view.late)
        #expect(view.editable)
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(EnglishTexts().title(for: view, days: days).contains("yesterday"))
        try await tap(model)
        await model.checkIn.send(.save)
        await model.send(.refresh)
        #expect(model.state.home?.checkIn.yesterdayOpen == false)
        #expect(model.state.home?.checkIn.todayAnswered == false)
    }

    @Test func whatIsFixedCanBeAddedTo() async throws {
        let model = await world.startReady()
        try await model.answerCheckIn()
        world.time.pass(days: 3)
        let checkIn = model.checkIn
        await checkIn.send(.open("2026-11-23"))
        #expect(checkIn.state.view?.editable == false)
        #expect(checkIn.state.item == nil)
        #expect(!checkIn.state.isUnsaved)
        await checkIn.send(.saveNote)
        #expect(checkIn.state.problem?.reason == .tooShortNote)
        await checkIn.send(.dismissProblem)
        checkIn.type(note: "it was a long day")
        await checkIn.send(.saveNote)
        #expect(checkIn.state.noteSaved)
        #expect(checkIn.state.note.isEmpty)
        #expect(checkIn.state.view?.notes.map(\.text) == ["it was a long day"])
        checkIn.type(note: "a")
        #expect(!checkIn.state.noteSaved)
    }

    @Test func aDayWithoutOneTakesNoNote() async throws {
        let model = await world.startReady()
        world.time.pass(days: 3)
        await model.checkIn.send(.open("2026-11-23"))
        model.checkIn.type(note: "late")
        await model.checkIn.send(.saveNote)
        #expect(model.checkIn.state.problem?.reason == .notFoundCheckIn)
        #expect(model.checkIn.state.note == "late", "what was typed stays")
    }

    @Test func aDayAheadIsRefused() async throws {
        let model = await world.startReady()
        await model.checkIn.send(.open("2026-11-24"))
        #expect(model.checkIn.state.problem?.reason == .outOfRangeDate)
        #expect(model.checkIn.state.view == nil)
    }

    @Test func youCameBack() async throws {
        let model = await world.startReady()
        try await model.answerCheckIn()
        await model.send(.refresh)
        #expect(model.state.home?.checkIn.strip.cameBack == false, "nobody comes back the first time")
        world.time.pass(days: 5)
        try await model.answerCheckIn()
        await model.send(.refresh)
        let strip = try #require(model.state.home?.checkIn.strip)
        #expect(strip.cameBack)
        #expect(strip.answered == 2)
        #expect(strip.days.count == 28)
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(EnglishTexts().words(for: strip.days[26], days: days).contains(EnglishTexts().checkInStripNone))
    }

    // MARK: Left and locked

    @Test func whatWasLeftIsThereAgain() async throws {
        let model = await world.startReady()
        await model.checkIn.send(.open(nil))
        try await tap(model, option: 2)
        await model.checkIn.send(.close)
        #expect(model.checkIn.state == CheckInModel.State())
        await model.checkIn.send(.open(nil))
        #expect(model.checkIn.state.marked.count == 1)
        #expect(model.checkIn.state.isUnsaved)
        await model.checkIn.send(.save)
        await model.checkIn.send(.close)
        await model.checkIn.send(.open(nil))
        #expect(!model.checkIn.state.isUnsaved)
    }

    /// Out of sight everything that can be saved is.
    @Test func goingAwayKeepsTheTaps() async throws {
        let model = await world.startReady()
        await model.checkIn.send(.open(nil))
        try await tap(model)
        await model.send(.enteredBackground)
        let after = try await world.startAfterACrash()
        #expect(after.state.home?.checkIn.todayAnswered == true)
    }

    @Test func aLockShowsNothingAndLosesNothing() async throws {
        let model = await world.startReady()
        await model.passphrase.send(.set(new: "seven blue otters", again: "seven blue otters"))
        await model.checkIn.send(.open(nil))
        try await tap(model)
        // The vault is shut behind the page's back, so that nothing can be saved any more.
        try await model.owner.lock()
        await model.send(.lock)
        #expect(model.checkIn.state == CheckInModel.State())
        await model.send(.unlock(passphrase: "seven blue otters"))
        await model.checkIn.send(.open(nil))
        #expect(model.checkIn.state.marked.count == 1)
    }
}

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct PulseModelTests {
    let world = World()

    private func answer(_ model: AppModel, upTo end: Int = 8, value: Int32 = 2) async throws {
        while let item = model.pulse.state.item, model.pulse.state.position < end {
            await model.pulse.send(.answer(item: item.id, value: value))
        }
    }

    @Test func eightLinesAndTwoFigures() async throws {
        let model = await world.startReady()
        let pulse = model.pulse
        await pulse.send(.open(nil))
        #expect(pulse.state.view?.items.count == 8)
        #expect(pulse.state.view?.weekFrom == "2026-11-23")
        #expect(pulse.state.view?.weeks.count == 12)
        try await answer(model)
        await pulse.send(.save)
        #expect(pulse.state.saved?.remindersTold == true)
        let week = try #require(pulse.state.week)
        #expect(week.pattern == 50)
        #expect(week.strength == 50)
        #expect(week.patternOfFour == nil)
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(EnglishTexts().lines(for: week, days: days).first?.contains("50") == true)
        let empty = try #require(pulse.state.view?.weeks.first)
        #expect(EnglishTexts().lines(for: empty, days: days) == [EnglishTexts().pulseTableNone])
    }

    @Test func tooFewAnswersGiveNoFigure() async throws {
        let model = await world.startReady()
        await model.pulse.send(.open(nil))
        try await answer(model, upTo: 2)
        await model.pulse.send(.save)
        #expect(model.pulse.state.problem == nil)
        #expect(model.pulse.state.week?.pattern == nil)
    }

    @Test func nothingAnsweredIsNotSaved() async throws {
        let model = await world.startReady()
        await model.pulse.send(.open(nil))
        await model.pulse.send(.save)
        #expect(model.pulse.state.problem?.reason == .nothingAnswered)
    }

    @Test func fourWeeksHaveAMean() async throws {
        let model = await world.startReady()
        for value in [Int32(0), 1, 2, 3] {
            await model.pulse.send(.open(nil))
            try await answer(model, value: value)
            await model.pulse.send(.save)
            await model.pulse.send(.close)
            world.time.pass(days: 7)
        }
        await model.pulse.send(.open("2026-12-20"))
        #expect(model.pulse.state.view?.late == true)
        #expect(model.pulse.state.view?.editable == false, "saved in its week, and the week is over")
        #expect(model.pulse.state.week?.patternOfFour == 37.5)
    }

    @Test func aWeekThatIsOverStays() async throws {
        let model = await world.startReady()
        await model.pulse.send(.open(nil))
        try await answer(model)
        await model.pulse.send(.save)
        await model.pulse.send(.close)
        world.time.pass(days: 9)
        await model.pulse.send(.open("2026-11-23"))
        #expect(model.pulse.state.view?.editable == false)
        #expect(model.pulse.state.item == nil)
        #expect(model.pulse.state.marked.count == 8)
    }

    @Test func theWeekBeginsWhereThePersonSays() async throws {
        let model = await world.startReady()
        #expect(model.state.settings?.weekStart == .monday)
        await model.send(.setWeekStart(.sunday))
        #expect(model.state.settings?.weekStart == .sunday)
        await model.pulse.send(.open(nil))
        #expect(model.pulse.state.view?.weekFrom == "2026-11-22")
        let again = await world.restart(model)
        #expect(again.state.settings?.weekStart == .sunday)
    }

    @Test func whatWasLeftIsThereAgain() async throws {
        let model = await world.startReady()
        await model.pulse.send(.open(nil))
        try await answer(model, upTo: 3)
        let item = try #require(model.pulse.state.view?.items.first)
        await model.pulse.send(.turn(to: item.id))
        await model.pulse.send(.takeBack(item: item.id))
        await model.pulse.send(.skip(item: item.id))
        await model.pulse.send(.close)
        await model.pulse.send(.open(nil))
        #expect(model.pulse.state.marked.count == 2)
        #expect(model.pulse.state.isUnsaved)
        await model.send(.enteredBackground)
        #expect(!model.pulse.state.isUnsaved)
    }
}
