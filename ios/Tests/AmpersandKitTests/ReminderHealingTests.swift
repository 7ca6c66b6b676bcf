// What goes wrong between the core and the phone, and is put right: an app that ends in the
// middle, a phone that forgets, a rule that is gone, a locked or an erased vault.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct ReminderHealingTests {
    let world = World()

    private var pending: [String] { world.centre.notices.map(\.moment.written) }
    private var onScreen: [FireId] { get async { await world.centre.delivered() } }

    // MARK: Gone

    @Test func ruleDeletedWhileShown() async throws {
        let model = await world.startReady()
        let rule = try await model.remind()
        world.pass(hours: 9)
        #expect(await onScreen.count == 1)
        await model.reminders.send(.delete(rule.id))
        #expect(model.reminders.state.done == .deleted)
        #expect(await onScreen.isEmpty)
        #expect(pending.isEmpty)
    }

    @Test func ruleDisabledMeanwhile() async throws {
        let model = await world.startReady()
        let rule = try await model.remind()
        world.pass(hours: 9)
        await model.reminders.send(.enable(rule.id, false))
        #expect(await onScreen.isEmpty)
        #expect(pending.isEmpty)
        await model.reminders.send(.enable(rule.id, true))
        #expect(pending.first == "2026-11-24 20:00")
    }

    @Test func erasedWithEverythingElse() async throws {
        let model = await world.startReady()
        try await model.remind()
        world.pass(hours: 9)
        await model.send(.eraseEverything)
        #expect(model.state.phase == .erased)
        #expect(pending.isEmpty)
        #expect(await onScreen.isEmpty)
        let again = await world.start()
        #expect(again.state.phase == .firstRun)
        #expect(pending.isEmpty)
    }

    // MARK: Cut short

    /// The app ends after the plan was made and before the phone heard of it.
    @Test func processKilledBetweenPlanAndApply() async throws {
        let model = await world.startReady()
        world.centre.set(.granted)
        _ = try await model.owner.save(RuleForm(.dailyCheckIn).draft, at: world.time.now())
        let plan = try await model.owner.replan(.granted, at: world.time.now())
        #expect(plan.set.count > 10)
        #expect(pending.isEmpty)
        _ = await world.restart(model)
        #expect(pending.first == "2026-11-23 20:00")
        #expect(pending.count == plan.set.count)
    }

    /// The phone took some, and the core was not told which.
    @Test func processKilledBetweenApplyAndRegistered() async throws {
        let model = await world.startReady()
        world.centre.set(.granted)
        let rule = try await model.owner.save(RuleForm(.dailyCheckIn).draft, at: world.time.now())
        let plan = try await model.owner.replan(.granted, at: world.time.now())
        _ = await world.centre.set(plan.set.prefix(7).compactMap { Notice($0, texts: EnglishTexts()) })
        #expect(pending.count == 7)
        // In between the person changed their mind about the hour.
        var form = RuleForm(rule, label: "")
        form.times = [.at(at: "21:30")]
        _ = try await model.owner.save(form.draft, at: world.time.now())
        _ = await world.restart(model)
        #expect(pending.allSatisfy { $0.hasSuffix(" 21:30") }, "none of the seven is left")
        #expect(pending.first == "2026-11-23 21:30")
    }

    /// The phone refused everything: nothing is believed to be set, and the next round sets it.
    @Test func whatThePhoneDidNotTakeIsSetAgain() async throws {
        let model = await world.startReady()
        world.centre.refuse(true)
        try await model.remind()
        #expect(pending.isEmpty)
        world.centre.refuse(false)
        await world.back(model)
        #expect(pending.first == "2026-11-23 20:00")
    }

    @Test func whatThePhoneLostIsSetAtTheNextStart() async throws {
        let model = await world.startReady()
        try await model.remind()
        let before = pending
        world.centre.lose()
        _ = await world.restart(model)
        #expect(pending == before)
    }

    /// Once in each run of the app, and not with every round.
    @Test func notEverythingIsSetEachTime() async throws {
        let model = await world.startReady()
        try await model.remind()
        let added = world.centre.added
        for _ in 0..<5 { await world.back(model) }
        #expect(world.centre.added == added)
    }

    /// Of another installation, or of a file that was set aside.
    @Test func whatNobodyPlannedIsTakenBack() async throws {
        let model = await world.startReady()
        try await model.remind()
        let stray = try #require(CivilMoment(date: "2026-11-25", time: "03:00", second: 0))
        _ = await world.centre.set([
            Notice(id: "00000000000000aa", moment: stray, text: "?", isDiscreet: true, isSilent: false)
        ])
        _ = await world.restart(model)
        #expect(!world.centre.notices.contains { $0.id == "00000000000000aa" })
        #expect(pending.first == "2026-11-23 20:00")
    }

    /// The shown one stays on the screen over a new start, and goes when it is done.
    @Test func aStartTakesNothingOffTheScreen() async throws {
        var model = await world.startReady()
        try await model.remind()
        world.pass(hours: 9)
        model = await world.restart(model)
        #expect(await onScreen.count == 1)
        try await model.answerCheckIn()
        #expect(await onScreen.isEmpty)
        #expect(world.centre.shown.count == 1)
    }

    @Test func manyAtOnceComeToOnePlan() async throws {
        let model = await world.startReady()
        try await model.remind()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { await model.keeper.replan() } }
        }
        #expect(model.keeper.problem == nil)
        #expect(pending.first == "2026-11-23 20:00")
        #expect(Set(world.centre.notices.map(\.id)).count == pending.count)
    }

    /// Another plan that comes in between is seen, and the round is made again.
    @Test func anotherPlanInBetween() async throws {
        let model = await world.startReady()
        try await model.remind()
        let now = world.time.now()
        let first = try await model.owner.replan(.granted, at: now)
        let second = try await model.owner.replan(.granted, at: now)
        let isFirst = try await model.owner.registered([], of: first.generation)
        let isSecond = try await model.owner.registered([], of: second.generation)
        #expect(!isFirst && !isSecond, "both plan anew")
        await world.back(model)
        #expect(pending.first == "2026-11-23 20:00")
        #expect(model.keeper.problem == nil)
    }

    // MARK: Shut

    @Test func lockedVault() async throws {
        var model = await world.startReady()
        try await model.remind()
        await model.passphrase.send(.set(new: "seven blue otters", again: "seven blue otters"))
        model = await world.restart(model)
        #expect(model.state.phase == .asksPassphrase)
        // A journey and a day later, without the passphrase.
        world.travel(to: "America/New_York")
        await model.timeChanged()
        #expect(model.state.phase == .asksPassphrase)
        #expect(pending.first == "2026-11-23 20:00")
        world.pass(hours: 24)
        let id = try #require(await onScreen.first)
        await model.hear(.later(id))
        await model.hear(.opened(id))
        #expect(model.state.phase == .asksPassphrase)
        #expect(model.state.way != nil, "it waits for the vault to be open")
        #expect(model.checkIn.state.view == nil)
        await model.send(.unlock(passphrase: "seven blue otters"))
        #expect(model.state.phase == .ready)
        #expect(model.state.way == .checkIn("2026-11-23"))
    }

    /// No word of a person is in a notification, and discreet ones are all the same.
    @Test func aNotificationGivesNothingAway() async throws {
        let model = await world.startReady()
        for kind in [ReminderKind.dailyCheckIn, .weeklyPulse, .practice, .retest] {
            try await model.remind(kind) { $0.repeats = .everyDay }
        }
        try await model.remind(.custom, at: [.at(at: "10:00")]) { $0.label = "call Robin" }
        let texts = EnglishTexts()
        let notices = world.centre.notices
        #expect(Set(notices.map(\.text)) == [texts.reminderSeveralDiscreet])
        #expect(notices.allSatisfy { $0.isDiscreet })

        await model.reminders.send(.openSettings)
        await model.reminders.take { $0.discreet = false }?.value
        await model.reminders.send(.saveSettings)
        #expect(model.reminders.state.labels.values.contains("call Robin"), "the app itself knows it")
        _ = await world.restart(model)
        let plain = world.centre.notices
        #expect(Set(plain.map(\.text)).isSuperset(of: [texts.reminderSeveralPlain, texts.reminderCustomPlain]))
        #expect(!plain.contains { $0.text == texts.reminderSeveralDiscreet })
        #expect(plain.allSatisfy { !$0.isDiscreet && !$0.text.contains("Robin") })
    }

    /// The phone is asked to wake the app when the core wants to plan on.
    @Test func theNextWakingIsTheCores() async throws {
        let model = await world.startReady()
        try await model.remind()
        let wanted = try #require(world.waking.wanted)
        #expect(wanted == 1_795_492_800_000, "four in the morning of Tuesday")
        world.pass(hours: 48)
        await model.timeChanged()
        let later = try #require(world.waking.wanted)
        #expect(later > wanted)
    }

    @Test func aDamagedFileStopsNothingElse() async throws {
        var model = await world.startReady()
        try await model.remind()
        try await model.owner.lock()
        let file = world.folder.url.appendingPathComponent("reminders.db")
        try Data("not a database at all, and long enough to be one".utf8).write(to: file)
        for extra in ["-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(at: world.folder.url.appendingPathComponent("reminders.db\(extra)"))
        }
        model = await world.start()
        #expect(model.state.phase == .ready)
        #expect(model.keeper.problem?.reason == .damaged)
        #expect(model.state.home?.reminders.unreadable == true)
        try await model.answerCheckInThoughReminders(cannotBeTold: true)

        await model.reminders.send(.load)
        #expect(model.reminders.state.isDamaged)
        await model.reminders.send(.startOver)
        #expect(model.reminders.state.done == .startedOver)
        #expect(model.reminders.state.view?.rules.isEmpty == true)
        #expect(model.keeper.problem == nil)
        #expect(pending.isEmpty, "what the phone still held is taken back")
        let kept = try world.folder.contents().keys.filter { $0.hasPrefix("reminders.db.damaged-") }
        #expect(kept.count == 1)
        try await model.remind()
        #expect(pending.first == "2026-11-23 20:00")
    }
}

@MainActor
extension AppModel {
    fileprivate func answerCheckInThoughReminders(cannotBeTold: Bool) async throws {
        await checkIn.send(.open(nil))
        let item = try #require(checkIn.state.item)
        await checkIn.send(.answer(item: item.id, value: 1))
        await checkIn.send(.save)
        #expect(checkIn.state.saved?.remindersTold == !cannotBeTold)
        await checkIn.send(.close)
    }
}
