// The reminders' pages: what would come is shown before it is saved, what does not work is said,
// and what holds for all of them.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct RemindersModelTests {
    /// Noon of Monday, 23 November 2026, in London.
    let world = World()
    let days = DayWords(locale: Locale(identifier: "en_GB"))
    let texts = EnglishTexts()

    // MARK: The editor

    @Test func theNextFourteenAreShownBeforeSaving() async throws {
        let model = await world.startReady()
        let editor = model.ruleEditor
        await editor.send(.begin(.dailyCheckIn))
        let preview = try #require(editor.state.preview)
        #expect(preview.fires.count == 14)
        #expect(preview.fires.first.map { "\($0.localDate) \($0.localTime)" } == "2026-11-23 20:00")
        #expect(preview.problems.isEmpty)
        #expect(texts.words(for: preview.fires[0], days: days) == "Mon, 23 Nov, 20:00")
        #expect(texts.detail(of: preview.fires[0], days: days) == texts.remindersKindDailyCheckIn)
        await model.reminders.send(.load)
        #expect(model.reminders.state.view?.rules.isEmpty == true, "looking changes nothing")
        #expect(world.centre.notices.isEmpty)
    }

    @Test func everyChangeIsShown() async throws {
        let model = await world.startReady()
        let editor = model.ruleEditor
        await editor.send(.begin(.custom))
        await editor.take { $0.times = [.at(at: "09:00")] }?.value
        #expect(editor.state.preview?.fires.first?.localDate == "2026-11-24")
        await editor.take { $0.choose(.fewAWeek, today: "2026-11-23") }?.value
        #expect(editor.state.preview?.fires.prefix(3).map(\.localDate) == ["2026-11-25", "2026-11-27", "2026-11-30"])
        await editor.take { $0.toggle(weekday: 3) }?.value
        #expect(editor.state.preview?.fires.prefix(2).map(\.localDate) == ["2026-11-27", "2026-11-30"])
        await editor.take { $0.choose(.everyDays, today: "2026-11-23") }?.value
        #expect(editor.state.preview?.fires.prefix(2).map(\.localDate) == ["2026-11-25", "2026-11-27"])
        await editor.take { $0.repeats = .dayOfMonth(day: 31) }?.value
        #expect(editor.state.preview?.fires.prefix(2).map(\.localDate) == ["2026-11-30", "2026-12-31"])
        await editor.take { $0.repeats = .nthWeekday(nth: -1, weekday: 5) }?.value
        #expect(editor.state.preview?.fires.prefix(2).map(\.localDate) == ["2026-11-27", "2026-12-25"])
        await editor.take { $0.choose(.once, today: "2026-11-23") }?.value
        #expect(editor.state.preview?.fires.isEmpty == true)
        await editor.take { $0.choose(.everyDay, today: "2026-11-23") }?.value
        #expect(editor.state.preview?.fires.count == 14)
        #expect(editor.take { $0.choose(.everyDay, today: "2026-11-23") } == nil, "nothing changed")
    }

    /// Whoever changes quickly sees what belongs to the last change alone.
    @Test func theLatestLookWins() async throws {
        let model = await world.startReady()
        let editor = model.ruleEditor
        await editor.send(.begin(.dailyCheckIn))
        let looks = (10..<20).compactMap { hour in editor.take { $0.times = [.at(at: "\(hour):30")] } }
        for look in looks { await look.value }
        #expect(editor.state.preview?.fires.first?.localTime == "19:30")
    }

    @Test func problemsAreShownBeforeSaving() async throws {
        let model = await world.startReady()
        await model.reminders.send(.openSettings)
        await model.reminders.take { $0.isQuiet = true }?.value
        await model.reminders.send(.saveSettings)
        #expect(model.reminders.state.done == .settingsSaved)
        let editor = model.ruleEditor
        await editor.send(.begin(.custom))
        await editor.take { $0.times = [.at(at: "12:30"), .at(at: "22:30")] }?.value
        let preview = try #require(editor.state.preview)
        #expect(preview.problems.map(\.kind) == [.quietSwallows])
        #expect(
            texts.words(for: preview.problems[0], slots: preview.slots, days: days)
                == texts.remindersProblemQuietSwallows(time: "at 22:30"))
        #expect(preview.dropped.map(\.reason).allSatisfy { $0 == .quietHours })
        #expect(!preview.dropped.isEmpty)
        // It can be saved all the same.
        await editor.send(.save)
        #expect(editor.state.saved != nil)

        await editor.send(.begin(.custom))
        await editor.take { $0.repeats = .once(on: "2026-11-20") }?.value
        #expect(editor.state.preview?.problems.map(\.kind) == [.neverComes])
    }

    @Test func theLimitIsToldOf() async throws {
        let model = await world.startReady()
        await model.reminders.send(.openSettings)
        await model.reminders.take { $0.maxPerDay = 1 }?.value
        await model.reminders.send(.saveSettings)
        try await model.remind()
        await model.ruleEditor.send(.begin(.custom))
        await model.ruleEditor.take { $0.times = [.at(at: "21:00")] }?.value
        let preview = try #require(model.ruleEditor.state.preview)
        #expect(preview.dropped.contains { $0.reason == .dailyLimit })
        #expect(texts.words(for: preview.dropped[0], days: days).contains(texts.remindersReasonDailyLimit))
    }

    @Test func whatTheCoreWouldNotTakeIsSaidAtOnce() async throws {
        let model = await world.startReady()
        let editor = model.ruleEditor
        await editor.send(.begin(.custom))
        await editor.take { $0.times = [.window(from: "20:00", to: "09:00")] }?.value
        #expect(editor.state.refusal?.reason == .endBeforeStart)
        #expect(editor.state.preview == nil)
        await editor.send(.save)
        #expect(editor.state.problem?.reason == .endBeforeStart)
        #expect(editor.state.saved == nil)
        #expect(editor.state.form != nil, "what was chosen stays")
        await editor.send(.dismissProblem)
        await editor.take { $0.times = [.window(from: "09:00", to: "20:00")] }?.value
        #expect(editor.state.refusal == nil)
        await editor.send(.save)
        #expect(editor.state.saved != nil)
    }

    @Test func aSecondSaveChangesTheSameRule() async throws {
        let model = await world.startReady()
        await model.ruleEditor.send(.begin(.custom))
        await model.ruleEditor.send(.save)
        await model.ruleEditor.send(.save)
        await model.reminders.send(.load)
        #expect(model.reminders.state.view?.rules.count == 1)
    }

    @Test func aNameIsKeptInTheVaultAlone() async throws {
        let model = await world.startReady()
        let rule = try await model.remind(.custom) { $0.label = "water the fern" }
        await model.reminders.send(.load)
        #expect(model.reminders.state.labels[rule.id] == "water the fern")
        #expect(texts.title(of: .custom, label: model.reminders.state.labels[rule.id]) == "water the fern")
        let file = try #require(try world.folder.contents()["reminders.db"])
        #expect(file.range(of: Data("fern".utf8)) == nil)
        await model.ruleEditor.send(.edit(rule, label: "water the fern"))
        model.ruleEditor.take { $0.label = String(repeating: "x", count: 41) }
        await model.ruleEditor.send(.save)
        #expect(model.ruleEditor.state.problem?.reason == .tooLongLabel)
        #expect(model.ruleEditor.state.form?.label.count == 41)
        await model.reminders.send(.delete(rule.id))
        #expect(model.reminders.state.labels.isEmpty)
    }

    // MARK: The list

    @Test func aRuleInWords() async throws {
        let model = await world.startReady()
        let rule = try await model.remind(.custom, at: [.at(at: "09:00"), .window(from: "13:00", to: "15:00")]) {
            $0.choose(.fewAWeek, today: "2026-11-23")
        }
        #expect(
            texts.words(for: rule, days: days)
                == "On Monday, Wednesday and Friday, at \(days.time("09:00")) and some time between 13:00 and 15:00")
        #expect(texts.words(for: .nthWeekday(nth: -1, weekday: 7), days: days) == "On the last Sunday of the month")
        #expect(texts.words(for: .once(on: "2026-12-24"), days: days) == "On 24 December 2026")
        let next = try #require(rule.next)
        #expect(texts.remindersNext(moment: texts.words(for: next, days: days)).hasPrefix("Next: Mon, 23 Nov, 1"))
    }

    @Test func ignoredItRestsAndIsBroughtBack() async throws {
        let model = await world.startReady()
        let rule = try await model.remind()
        for _ in 0..<70 {
            world.pass(hours: 24)
            await world.back(model)
        }
        await model.reminders.send(.load)
        #expect(model.reminders.state.view?.rules.first?.asleep != nil)
        #expect(model.state.home?.reminders.asleep.map(\.rule) == [rule.id])
        #expect(world.centre.shown.count < 30, "it faded: \(world.centre.shown.count) in ten weeks")
        await model.reminders.send(.resume(rule.id))
        #expect(model.reminders.state.done == .broughtBack)
        #expect(model.reminders.state.view?.rules.first?.asleep == nil)
        #expect(!world.centre.notices.isEmpty)
        await model.reminders.send(.dismissDone)
        #expect(model.reminders.state.done == nil)
    }

    @Test func whatHasNoPageCanBeTickedOff() async throws {
        let model = await world.startReady()
        let rule = try await model.remind(.custom, at: [.at(at: "13:00")])
        world.pass(hours: 2)
        await world.back(model)
        let due = try #require(model.state.home?.reminders.due)
        #expect(due.map(\.kind) == [.custom])
        #expect(texts.words(for: due[0], days: days) == "Something of my own, for 23 November 2026")
        await model.reminders.send(.complete(rule.id, due[0].day))
        #expect(await world.centre.delivered().isEmpty)
        await model.send(.refresh)
        #expect(model.state.home?.reminders.due.isEmpty == true)
    }

    @Test func whatWasMissedIsSaidOnce() async throws {
        let model = await world.startReady()
        // The phone took nothing, and was off until it was too late to show anything.
        world.centre.refuse(true)
        try await model.remind()
        world.pass(hours: 24)
        await world.back(model)
        await model.reminders.send(.load)
        let missed = try #require(model.reminders.state.view?.missed)
        #expect(missed.map { texts.words(for: $0, days: days) } == ["Daily check-in, for 23 November 2026"])
        #expect(model.state.home?.reminders.missed == missed)
        await model.reminders.send(.seenMissed)
        #expect(model.reminders.state.view?.missed.isEmpty == true)
        await model.send(.refresh)
        #expect(model.state.home?.reminders.missed.isEmpty == true)
    }

    @Test func aRuleThatIsGoneIsToldOf() async throws {
        let model = await world.startReady()
        let rule = try await model.remind()
        await model.reminders.send(.delete(rule.id))
        for action in [
            RemindersModel.Action.delete(rule.id), .enable(rule.id, true), .resume(rule.id),
            .complete(rule.id, "2026-11-23"),
        ] {
            await model.reminders.send(action)
            #expect(model.reminders.state.problem?.reason == .notFoundRule)
            await model.reminders.send(.dismissProblem)
        }
    }

    // MARK: What holds for all

    @Test func settingsShowWhatTheyComeTo() async throws {
        let model = await world.startReady()
        try await model.remind(at: [.at(at: "21:30")])
        let reminders = model.reminders
        await reminders.send(.openSettings)
        #expect(reminders.state.settings?.discreet == true)
        #expect(reminders.state.settings?.maxPerDay == 3)
        #expect(reminders.state.preview?.fires.first?.localTime == "21:30")
        await reminders.take {
            $0.isQuiet = true
            $0.quietFrom = "21:00"
            $0.quietTo = "22:00"
        }?.value
        #expect(reminders.state.preview?.fires.first?.localTime == "22:00", "it comes right after")
        #expect(world.centre.notices.first?.moment.hour == 21, "nothing is changed by looking")
        await reminders.take { $0.maxPerDay = 99 }?.value
        #expect(reminders.state.refusal?.reason == .outOfRangeMaxPerDay)
        await reminders.send(.saveSettings)
        #expect(reminders.state.problem?.reason == .outOfRangeMaxPerDay)
        await reminders.send(.dismissProblem)
        await reminders.take { $0.maxPerDay = 2 }?.value
        await reminders.send(.saveSettings)
        #expect(reminders.state.done == .settingsSaved)
        #expect(world.centre.notices.first?.moment.hour == 22)
    }

    // MARK: Suggested, and the first run

    @Test func theFirstRunSetsADailyCheckIn() async throws {
        let model = await world.start()
        #expect(model.state.phase == .firstRun)
        await model.reminders.send(.remindDaily(at: "19:30"))
        await model.send(.completeFirstRun(name: ""))
        #expect(model.state.phase == .ready)
        #expect(world.centre.asked == 1)
        #expect(world.centre.notices.first?.moment.written == "2026-11-23 19:30")
        #expect(model.state.home?.reminders.next?.localTime == "19:30")
    }

    @Test func afterACheckRemindersAreSuggested() async throws {
        let model = await world.startReady()
        try await takeCheck(model, world.time)
        let reminders = model.reminders
        await reminders.send(.loadSuggested)
        #expect(reminders.state.suggested.map(\.kind) == [.dailyCheckIn, .weeklyPulse, .retest])
        let retest = try #require(reminders.state.suggested.last)
        #expect(texts.words(for: retest.draft, days: days) == "On 4 January 2027, at 10:00")
        await reminders.send(.take(retest))
        #expect(reminders.state.done == .suggestionTaken)
        #expect(reminders.state.suggested.map(\.kind) == [.dailyCheckIn, .weeklyPulse])
        #expect(world.centre.notices.map(\.moment.written) == ["2027-01-04 10:00"])
    }

    /// A finished Check is what the reminder asked for.
    @Test func takingTheCheckSettlesItsReminder() async throws {
        let model = await world.startReady()
        try await model.remind(.retest, at: [.at(at: "12:10")]) { $0.choose(.everyDay, today: "2026-11-23") }
        world.pass(hours: 1)
        #expect(await world.centre.delivered().count == 1)
        try await takeCheck(model, world.time)
        #expect(await world.centre.delivered().isEmpty)
    }
}
