// Reminders and the phone: what is set, shown, taken back and put right, on a notification centre
// with Apple's limits. Each test is named after what once went wrong somewhere.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct ReminderKeeperTests {
    /// Noon of Monday, 23 November 2026, in London.
    let world = World()

    private var pending: [String] { world.centre.notices.map(\.moment.written) }
    private var onScreen: [FireId] { get async { await world.centre.delivered() } }

    // MARK: Set, fire, shown, done, next

    @Test func setFireShownDoneNextSet() async throws {
        let model = await world.startReady()
        #expect(world.centre.asked == 0, "nobody is asked before there is something to ask for")
        try await model.remind()
        #expect(world.centre.asked == 1)
        #expect(pending.first == "2026-11-23 20:00")
        #expect(pending.allSatisfy { $0.hasSuffix(" 20:00") })

        world.pass(hours: 9)
        #expect(world.centre.shown.map(\.moment.written) == ["2026-11-23 20:00"])
        await world.back(model)
        #expect(model.state.home?.reminders.due.map(\.kind) == [.dailyCheckIn])
        #expect(await onScreen.count == 1)

        try await model.answerCheckIn()
        #expect(await onScreen.isEmpty, "withdrawn when done")
        #expect(pending.first == "2026-11-24 20:00")
    }

    @Test func doneEarlyTomorrowStands() async throws {
        let model = await world.startReady()
        try await model.remind()
        try await model.answerCheckIn()
        #expect(pending.first == "2026-11-24 20:00")
        world.pass(hours: 24)
        #expect(world.centre.shown.isEmpty)
        world.pass(hours: 9)
        #expect(world.centre.shown.map(\.moment.written) == ["2026-11-24 20:00"])
    }

    @Test func savedAfterTodaysTimeFirstIsTomorrow() async throws {
        world.time.pass(.seconds(9 * 3_600))
        let model = await world.startReady()
        try await model.remind()
        #expect(pending.first == "2026-11-24 20:00")
    }

    @Test func changingTheHourReplaces() async throws {
        let model = await world.startReady()
        let rule = try await model.remind()
        await model.ruleEditor.send(.edit(rule, label: ""))
        await model.ruleEditor.take { $0.times = [.at(at: "21:00")] }?.value
        await model.ruleEditor.send(.save)
        #expect(pending.first == "2026-11-23 21:00")
        #expect(pending.allSatisfy { $0.hasSuffix(" 21:00") })
    }

    // MARK: Limits

    /// Sixty days of one, forty-nine of another: the phone would keep 64 and drop the rest unseen.
    @Test func aHundredAndNineWantedOnIos() async throws {
        let model = await world.startReady()
        try await model.remind { $0.backOff = false }
        try await model.remind(.custom, at: [.at(at: "21:00")]) {
            $0.backOff = false
            $0.endsOn = "2027-01-10"
        }
        #expect(pending.count == 60)
        #expect(world.centre.dropped == 0, "the phone never had to choose")
        #expect(pending.last == "2026-12-22 21:00", "the soonest sixty")

        // The others move up by and by, though nobody opens the app: the system wakes it.
        world.pass(hours: 10 * 24)
        await model.timeChanged()
        #expect(pending.count == 60)
        #expect(pending.last == "2027-01-01 21:00")
        #expect(world.centre.shown.count == 20)
        #expect(world.centre.dropped == 0)
    }

    /// However many rules there are, each one's next is among them.
    @Test func aRareOneIsNotCrowdedOut() async throws {
        let model = await world.startReady()
        for hour in 8..<18 {
            try await model.remind(.custom, at: [.at(at: hour < 10 ? "0\(hour):00" : "\(hour):00")]) {
                $0.backOff = false
            }
        }
        await model.reminders.send(.openSettings)
        await model.reminders.take { $0.maxPerDay = 24 }?.value
        await model.reminders.send(.saveSettings)
        try await model.remind(.retest, at: [.at(at: "19:00")]) { $0.choose(.once, today: "2027-01-05") }
        #expect(pending.count == 60)
        #expect(pending.last == "2027-01-05 19:00")
    }

    @Test func fourAtOneMinuteAreOneNotification() async throws {
        let model = await world.startReady()
        for _ in 0..<4 { try await model.remind(.custom) }
        #expect(pending.filter { $0.hasPrefix("2026-11-23") } == ["2026-11-23 20:00"])
    }

    // MARK: Journeys and clocks

    @Test func zoneChangedAfterScheduling() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.travel(to: "Pacific/Auckland")  // one in the night of Tuesday
        // Nobody opened the app, and it still comes in the evening of where the phone is.
        world.pass(hours: 20)
        #expect(world.centre.shown.map(\.moment.written) == ["2026-11-24 20:00"])
        await model.timeChanged()
        #expect(pending.first == "2026-11-25 20:00")
        #expect(pending.allSatisfy { $0.hasSuffix(" 20:00") })
    }

    /// The same evening comes twice on the calendar; the reminder does not.
    @Test func westwardOverTheDateLine() async throws {
        world.time.travel(to: "Pacific/Auckland")
        let model = await world.startReady()
        try await model.remind { $0.backOff = false }
        world.pass(hours: 20)  // nine in the evening of Tuesday, the 24th
        await world.back(model)
        #expect(world.centre.shown.map(\.moment.written) == ["2026-11-24 20:00"])
        world.travel(to: "Pacific/Honolulu")  // ten in the evening of Monday, the 23rd
        await model.timeChanged()
        world.pass(hours: 30)  // four in the morning of Wednesday
        #expect(world.centre.shown.map(\.moment.written) == ["2026-11-24 20:00"], "not a second time")
        await model.timeChanged()
        world.pass(hours: 20)
        #expect(world.centre.shown.map(\.moment.written) == ["2026-11-24 20:00", "2026-11-25 20:00"])
        #expect(Set(world.centre.shown.map(\.id)).count == 2)
    }

    @Test func theClockChangeKeepsTheHour() async throws {
        let world = World(time: FakeTime(zone: "Europe/Berlin"))
        let model = await world.startReady()
        try await model.remind(at: [.at(at: "02:30")]) { $0.backOff = false }
        world.pass(hours: 24 * 100)
        await model.timeChanged()
        let moments = world.centre.notices.map(\.moment.written)
        // On the night of 28 March 2027 there is no half past two.
        #expect(moments.contains("2027-03-27 02:30"))
        #expect(moments.contains("2027-03-28 03:30"))
        #expect(moments.contains("2027-03-29 02:30"))
        #expect(!moments.contains("2027-03-28 02:30"))
    }

    @Test func clockMovedByHand() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.pass(hours: 9)
        await world.back(model)
        world.centre.look()
        world.time.set(back: .seconds(3 * 3_600))  // six in the evening again
        await model.timeChanged()
        world.pass(hours: 4)
        #expect(world.centre.shown.count == 1, "set back, nothing comes twice")
    }

    @Test func appOpenOverMidnight() async throws {
        let model = await world.startReady()
        world.time.pass(.seconds(11 * 3_600 + 3_000))  // ten to twelve
        await model.checkIn.send(.open(nil))
        let item = try #require(model.checkIn.state.item)
        await model.checkIn.send(.answer(item: item.id, value: item.options[0].value))
        world.time.pass(.seconds(3_600))  // ten to one: still the same day
        await model.checkIn.send(.save)
        #expect(model.checkIn.state.saved?.strip.days.last?.day == "2026-11-23")
        await model.checkIn.send(.change)
        world.time.pass(.seconds(4 * 3_600))  // ten to five: the next one
        await model.checkIn.send(.takeBack(item: item.id))
        await model.checkIn.send(.answer(item: try #require(model.checkIn.state.item).id, value: 1))
        await model.checkIn.send(.save)
        #expect(model.checkIn.state.problem?.reason == .checkInFixed)
        await model.timeChanged()
        #expect(model.state.home?.day == "2026-11-24")
    }

    // MARK: Tapped

    @Test func yesterdaysNotificationAnswersYesterday() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.pass(hours: 21)  // nine on Tuesday
        let id = try #require(await onScreen.first)
        await model.hear(.opened(id))
        #expect(model.state.way == .checkIn("2026-11-23"))
        await model.checkIn.send(.open("2026-11-23"))
        #expect(model.checkIn.state.view?.late == true)
        try await model.answerCheckIn("2026-11-23")
        #expect(await onScreen.isEmpty)
        await model.send(.refresh)
        let days = try #require(model.state.home?.checkIn.strip.days.suffix(2))
        #expect(days.map(\.answered) == [true, false])
        #expect(pending.first == "2026-11-24 20:00", "today still asks")
    }

    @Test func tappedAfterTheDaysEnd() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.pass(hours: 9)
        let id = try #require(await onScreen.first)
        world.pass(hours: 48)
        await model.hear(.opened(id))
        #expect(model.state.way == .checkIn("2026-11-23"))
        await model.checkIn.send(.open("2026-11-23"))
        #expect(model.checkIn.state.view?.editable == false)
        #expect(model.checkIn.state.item == nil)
        await model.checkIn.send(.save)
        #expect(model.checkIn.state.problem?.reason == .tooLate)
        model.arrived()
        #expect(model.state.way == nil)
    }

    @Test func oneThatNobodyKnowsLeadsToToday() async throws {
        let model = await world.startReady()
        await model.hear(.opened("00000000000000ff"))
        #expect(model.state.way == .today)
    }

    @Test func eachKindLeadsToItsPlace() async throws {
        let model = await world.startReady()
        for (kind, way) in [
            (ReminderKind.weeklyPulse, AppModel.Way.pulse("2026-11-23")), (.retest, .check), (.custom, .today),
        ] {
            let rule = try await model.remind(kind, at: [.at(at: "20:00")]) { $0.repeats = .everyDay }
            let id = try #require(world.centre.notices.first).id
            await model.hear(.opened(id))
            #expect(model.state.way == way)
            await model.reminders.send(.delete(rule.id))
        }
    }

    @Test func laterComesOnceMoreOnTheSameDay() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.pass(hours: 8)
        world.time.pass(.seconds(60))
        let id = try #require(await onScreen.first)
        await model.hear(.later(id))
        #expect(await onScreen.isEmpty)
        let next = try #require(pending.first)
        #expect(next.hasPrefix("2026-11-23"), "\(next)")
        #expect(next > "2026-11-23 20:01")
        world.pass(hours: 4)
        #expect(world.centre.shown.count == 2)
        try await model.answerCheckIn()
        #expect(await onScreen.isEmpty)
    }

    @Test func completingDeletesTheSnooze() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.pass(hours: 9)
        await model.hear(.later(try #require(await onScreen.first)))
        try await model.answerCheckIn()
        #expect(pending.first == "2026-11-24 20:00")
    }

    // MARK: Permission

    /// What was never shown was never ignored: nothing fades.
    @Test func permissionDeniedNoBackOff() async throws {
        world.centre.answer = .denied
        let model = await world.startReady()
        try await model.remind()
        #expect(pending.isEmpty)
        for _ in 0..<20 {
            world.pass(hours: 24)
            await world.back(model)
        }
        await model.reminders.send(.load)
        #expect(model.reminders.state.view?.rules.first?.asleep == nil)
        #expect(model.keeper.access == .denied)
        world.centre.set(.granted)
        await world.back(model)
        #expect(pending.first == "2026-12-13 20:00")
        #expect(world.centre.asked == 1, "asked once and not again")
    }

    @Test func permissionTakenAwayAndGivenBack() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.centre.set(.denied)
        await world.back(model)
        #expect(pending.isEmpty)
        world.centre.set(.granted)
        await world.back(model)
        #expect(pending.first == "2026-11-23 20:00")
    }
}
