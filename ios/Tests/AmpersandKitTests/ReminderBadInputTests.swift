// What the core must refuse about reminders and check-ins, seen from Swift: each a typed error
// with field and code, and not a byte of the file changed.

import AmpersandCore
import Foundation
import Testing

@Suite struct ReminderBadInputTests {
    let folder = Folder()
    let time = FakeTime()

    private func open() throws -> Reminders {
        try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
        return try Reminders.open(folder: folder.url.path)
    }

    private func draft(
        _ times: [SlotTime] = [.at(at: "20:00")], on days: Repeat = .everyDay, id: RuleId? = nil,
        endsOn: CivilDate? = nil,
        grace: UInt32 = 180, nudge: UInt32? = nil
    ) -> RuleDraft {
        RuleDraft(
            id: id, kind: .custom, enabled: true, times: times, repeat: days, startsOn: "2026-11-23", endsOn: endsOn,
            graceMin: grace, nudgeAfterMin: nudge, completion: .day, backOff: true)
    }

    private func invalid(_ field: String, _ code: String) -> AmpersandError {
        .InvalidInput(field: field, code: code)
    }

    /// A store with one rule in it, and its files.
    private func withRule() throws -> (Reminders, [String: Data]) {
        let reminders = try open()
        _ = try reminders.saveRule(ctx: time.now(), draft: draft())
        return (reminders, try folder.contents())
    }

    @Test func rulesThatCannotBe() throws {
        let (reminders, before) = try withRule()
        let cases: [(RuleDraft, AmpersandError)] = [
            (draft([.window(from: "03:00", to: "05:00")]), invalid("slots", "holds_day_start")),
            (draft([.window(from: "20:00", to: "19:00")]), invalid("slots", "end_before_start")),
            (draft([.window(from: "20:00", to: "20:00")]), invalid("slots", "end_before_start")),
            (draft([]), invalid("slots", "wrong_count")),
            (draft((9..<18).map { .at(at: $0 < 10 ? "09:00" : "\($0):00") }), invalid("slots", "wrong_count")),
            (draft(on: .dayOfMonth(day: 0)), invalid("month_day", "out_of_range")),
            (draft(on: .dayOfMonth(day: 32)), invalid("month_day", "out_of_range")),
            (draft(on: .nthWeekday(nth: 0, weekday: 1)), invalid("nth", "out_of_range")),
            (draft(on: .nthWeekday(nth: 6, weekday: 1)), invalid("nth", "out_of_range")),
            (draft(on: .nthWeekday(nth: -2, weekday: 1)), invalid("nth", "out_of_range")),
            (draft(on: .nthWeekday(nth: 1, weekday: 8)), invalid("weekday", "out_of_range")),
            (draft(on: .weekdays(days: [0])), invalid("weekday", "out_of_range")),
            (draft(on: .weekdays(days: [])), invalid("repeat", "wrong_count")),
            (draft(on: .weekdays(days: [1, 1])), invalid("repeat", "duplicate")),
            (draft(on: .everyDays(days: 0, anchor: "2026-11-23")), invalid("every_days", "out_of_range")),
            (draft(on: .everyDays(days: 367, anchor: "2026-11-23")), invalid("every_days", "out_of_range")),
            (draft(endsOn: "2026-11-22"), invalid("ends_on", "end_before_start")),
            (draft(grace: 0), invalid("grace_min", "out_of_range")),
            (draft(grace: 59), invalid("grace_min", "out_of_range")),
            (draft(grace: 721), invalid("grace_min", "out_of_range")),
            (draft(nudge: 29), invalid("nudge_after_min", "out_of_range")),
            (draft(nudge: 721), invalid("nudge_after_min", "out_of_range")),
        ]
        for (draft, expected) in cases {
            #expect(throws: expected) { try reminders.saveRule(ctx: time.now(), draft: draft) }
            #expect(throws: expected) { try reminders.previewRule(ctx: time.now(), draft: draft) }
        }
        #expect(try folder.contents() == before)
        // The fifth weekday is one that some months do not have, and is no fault.
        _ = try reminders.saveRule(ctx: time.now(), draft: draft(on: .nthWeekday(nth: 5, weekday: 1)))
    }

    /// Dates and times cross as text: what is none does not come as far as the store.
    @Test func datesAndTimesThatAreNone() throws {
        let (reminders, before) = try withRule()
        for repeats in [
            Repeat.everyDays(days: 2, anchor: "1850-01-01"), .once(on: "2026-02-30"), .once(on: "tomorrow"),
            .once(on: ""),
        ] {
            #expect(throws: (any Error).self) { try reminders.saveRule(ctx: time.now(), draft: draft(on: repeats)) }
        }
        for at in ["24:00", "12:60", "8:00", "noon", ""] {
            #expect(throws: (any Error).self) { try reminders.saveRule(ctx: time.now(), draft: draft([.at(at: at)])) }
        }
        #expect(try folder.contents() == before)
    }

    @Test func settingsThatCannotBe() throws {
        let (reminders, before) = try withRule()
        for count in [UInt32(0), 25, 99] {
            let settings = ReminderSettings(quiet: nil, maxPerDay: count, discreet: true)
            let expected = invalid("max_per_day", "out_of_range")
            #expect(throws: expected) { try reminders.saveSettings(ctx: time.now(), settings: settings) }
            #expect(throws: expected) { try reminders.previewSettings(ctx: time.now(), settings: settings) }
        }
        #expect(try folder.contents() == before)
        // Quiet hours of a whole day are none.
        let all = ReminderSettings(quiet: QuietHours(start: "22:00", end: "22:00"), maxPerDay: 3, discreet: true)
        #expect(try !reminders.previewSettings(ctx: time.now(), settings: all).fires.isEmpty)
    }

    @Test func unknownIds() throws {
        let (reminders, before) = try withRule()
        let nobody = "018f0000-0000-7000-8000-000000000000"
        let expected = AmpersandError.NotFound(kind: "rule", id: nobody)
        #expect(throws: expected) { try reminders.saveRule(ctx: time.now(), draft: draft(id: nobody)) }
        #expect(throws: expected) { try reminders.deleteRule(ctx: time.now(), id: nobody) }
        #expect(throws: expected) { try reminders.enableRule(ctx: time.now(), id: nobody, enabled: true) }
        #expect(throws: expected) { try reminders.resumeRule(ctx: time.now(), id: nobody) }
        #expect(throws: expected) { try reminders.moveRule(id: nobody, to: 0) }
        #expect(throws: expected) {
            try reminders.complete(ctx: time.now(), rule: nobody, day: "2026-11-23", slot: nil)
        }
        let fire = "00000000000000aa"
        #expect(throws: AmpersandError.NotFound(kind: "fire", id: fire)) {
            try reminders.opened(ctx: time.now(), id: fire)
        }
        #expect(throws: AmpersandError.NotFound(kind: "fire", id: fire)) {
            try reminders.later(ctx: time.now(), id: fire)
        }
        #expect(throws: AmpersandError.NotFound(kind: "fire", id: fire)) {
            try reminders.snooze(ctx: time.now(), id: fire, until: time.now().now)
        }
        #expect(throws: (any Error).self) { try reminders.opened(ctx: time.now(), id: "no id") }
        #expect(try folder.contents() == before)
    }

    @Test func snoozesThatCannotBe() throws {
        let (reminders, _) = try withRule()
        let plan = try reminders.replan(ctx: time.now(), platform: .ios, permission: .granted)
        _ = try reminders.registered(generation: plan.generation, ids: plan.set.map(\.id))
        time.pass(.seconds(9 * 3_600))
        _ = try reminders.replan(ctx: time.now(), platform: .ios, permission: .granted)
        let before = try folder.contents()
        let id = plan.set[0].id
        let now = time.now().now
        #expect(throws: invalid("until", "in_past")) {
            try reminders.snooze(ctx: time.now(), id: id, until: now - 60_000)
        }
        #expect(throws: invalid("until", "after_day_end")) {
            try reminders.snooze(ctx: time.now(), id: id, until: now + 24 * 3_600_000)
        }
        #expect(try folder.contents() == before)
    }

    @Test func timesThatDoNotReach() throws {
        let (reminders, before) = try withRule()
        let now = time.now().now
        let day: Int64 = 86_400_000
        func context(_ moment: Int64, from: Int64, to: Int64, _ transitions: [ZoneTransition] = []) -> NowContext {
            NowContext(
                now: moment, zone: ZoneSpan(id: "UTC", from: from, to: to, offsetS: 0, transitions: transitions))
        }
        let short = context(now, from: now - day, to: now + 30 * day)
        #expect(throws: invalid("zone", "zone_span_short")) {
            try reminders.replan(ctx: short, platform: .ios, permission: .granted)
        }
        #expect(throws: invalid("zone", "zone_span_short")) { try reminders.view(ctx: short) }
        let disorder = context(
            now, from: now - 400 * day, to: now + 430 * day,
            [ZoneTransition(at: now + 2 * day, offsetS: 3_600), ZoneTransition(at: now + day, offsetS: 0)])
        #expect(throws: invalid("zone", "zone_span_invalid")) { try reminders.view(ctx: disorder) }
        #expect(throws: invalid("now", "out_of_range")) {
            try reminders.view(ctx: context(.min, from: .min, to: .max))
        }
        #expect(try folder.contents() == before)
    }

    @Test func aNewerFileIsLeftAlone() throws {
        _ = try withRule()
        let file = folder.url.appendingPathComponent("reminders.db")
        // The schema's number: four bytes from the sixtieth on.
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
        try bytes.write(to: file)
        let before = try folder.contents()
        #expect(throws: AmpersandError.TooNew(found: 999, supported: 1)) { try Reminders.open(folder: folder.url.path) }
        #expect(try folder.contents() == before)
    }

    // MARK: Check-ins

    @Test func checkInsThatCannotBe() throws {
        let vault = try Vault.create(
            config: VaultConfig(
                folder: folder.url.path, deviceSecret: Data(repeating: 7, count: 32), passphrase: nil, locale: "en",
                clock: time.both))
        func answers(_ answers: [TapAnswer] = [], feelings: [String] = [], line: String? = nil) -> CheckInAnswers {
            CheckInAnswers(answers: answers, feelings: feelings, line: line)
        }
        let cases: [(CheckInAnswers, AmpersandError)] = [
            (answers(), invalid("answers", "nothing_answered")),
            (answers([TapAnswer(item: "mood", value: 5)]), invalid("value", "out_of_range")),
            (answers([TapAnswer(item: "mood", value: -1)]), invalid("value", "out_of_range")),
            (answers([TapAnswer(item: "mood", value: .max)]), invalid("value", "out_of_range")),
            (answers([TapAnswer(item: "own_time", value: 2)]), invalid("value", "out_of_range")),
            (answers([TapAnswer(item: "nobody", value: 1)]), invalid("item", "unknown_item")),
            (
                answers([TapAnswer(item: "mood", value: 1), TapAnswer(item: "mood", value: 2)]),
                invalid("item", "duplicate_item")
            ),
            (answers(feelings: ["calm", "calm"]), invalid("feelings", "duplicate")),
            (answers(feelings: ["unheard of"]), invalid("feelings", "unknown_feeling")),
            (answers(line: String(repeating: "x", count: 281)), invalid("line", "too_long")),
            (answers(line: "a\u{7}b"), invalid("line", "control_character")),
        ]
        for (answers, expected) in cases {
            #expect(throws: expected) { try vault.saveCheckIn(ctx: time.now(), day: "2026-11-23", answers: answers) }
        }
        let good = answers([TapAnswer(item: "mood", value: 3)])
        #expect(throws: invalid("date", "out_of_range")) {
            try vault.saveCheckIn(ctx: time.now(), day: "2026-11-24", answers: good)
        }
        #expect(throws: invalid("date", "too_late")) {
            try vault.saveCheckIn(ctx: time.now(), day: "2026-11-21", answers: good)
        }
        #expect(throws: AmpersandError.NotFound(kind: "check_in", id: "2026-11-23")) {
            try vault.annotateCheckIn(ctx: time.now(), day: "2026-11-23", text: "a")
        }
        #expect(throws: invalid("value", "out_of_range")) {
            try vault.savePulse(ctx: time.now(), day: "2026-11-23", answers: [PulseAnswer(item: "P1", value: 5)])
        }
        #expect(throws: invalid("answers", "nothing_answered")) {
            try vault.savePulse(ctx: time.now(), day: "2026-11-23", answers: [])
        }
        #expect(try vault.checkIn(ctx: time.now(), day: nil).strip.answered == 0)
        #expect(try vault.home(ctx: time.now()).checkIn.todayAnswered == false)
    }
}
