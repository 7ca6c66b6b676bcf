// The vectors of `reminder_plan`, through the exported `planPreview`: each case is read as it
// stands, and the plan compared in full and in order.

import AmpersandCore
import Foundation

/// One case of `reminder_plan`.
func reminderPlan(_ input: Tree, _ expect: Tree) throws {
    let found = try planPreview(input: try planInput(input))
    try same(found.today, expect["today"].string, "today")
    try same(found.coverageUntil, expect["coverage_until"].millis, "coverage until")
    try same(found.fires.map(Line.init), expect["fires"].list.map(Line.init(fire:)), "fires")
    try same(found.dropped.map(Line.init), expect["dropped"].list.map(Line.init(dropped:)), "dropped")
    try same(found.resting.map(Line.init), expect["resting"].list.map(Line.init(resting:)), "resting")
}

/// One line of a plan, with all that the file says of it.
private struct Line: Equatable {
    let parts: [String?]
    var items: [Line] = []

    init(_ parts: [String?], items: [Line] = []) {
        self.parts = parts
        self.items = items
    }

    init(_ fire: Fire) {
        self.init(
            [fire.id, "\(fire.at)", fire.day, "\(fire.notAfter)"],
            items: fire.items.map { Line([$0.rule, "\($0.slot)", name($0.kind), "\($0.notAfter)"]) })
    }

    init(fire: Tree) {
        self.init(
            [fire["id"].string, fire["at"].digits, fire["day"].string, fire["not_after"].digits],
            items: fire["items"].list.map {
                Line([$0["rule"].string, $0["slot"].digits, $0["kind"].string, $0["not_after"].digits])
            })
    }

    init(_ dropped: Dropped) {
        self.init([dropped.rule, dropped.day, "\(dropped.slot)", name(dropped.kind), name(dropped.reason)])
    }

    init(dropped: Tree) {
        self.init([
            dropped["rule"].string, dropped["day"].string, dropped["slot"].digits, dropped["kind"].string,
            dropped["reason"].string,
        ])
    }

    init(_ resting: Resting) { self.init([resting.rule, resting.until]) }

    init(resting: Tree) { self.init([resting["rule"].string, resting["until"].string]) }
}

// MARK: Reading a case

/// The file says something that this runner does not know.
private struct Unread: Error, CustomStringConvertible {
    let description: String
}

private func need<T>(_ value: T?, _ what: String) throws -> T {
    guard let value else { throw Unread(description: what) }
    return value
}

extension Tree {
    fileprivate var millis: Int64? { (value as? NSNumber)?.int64Value }
    fileprivate var digits: String? { millis.map { "\($0)" } }
    fileprivate var small: UInt32? { (value as? NSNumber)?.uint32Value }
    fileprivate func text(_ key: String) throws -> String { try need(self[key].string, key) }
    fileprivate func number(_ key: String) throws -> UInt32 { try need(self[key].small, key) }
    fileprivate func moment(_ key: String) throws -> Int64 { try need(self[key].millis, key) }
    fileprivate func has(_ key: String) -> Bool { !self[key].isNull }
}

private func planInput(_ input: Tree) throws -> PlanInput {
    let settings = input["settings"]
    let quiet = settings["quiet"]
    return PlanInput(
        now: NowContext(now: try input.moment("now"), zone: try zone(input["zone"])),
        deliverLate: input["deliver_late"].bool,
        settings: PlanSettings(
            quiet: quiet.isNull ? nil : QuietHours(start: try quiet.text("start"), end: try quiet.text("end")),
            dayStart: try settings.text("day_start"), maxPerDay: try settings.number("max_per_day"),
            joinMin: try settings.number("join_min"), salt: try bytes(try settings.text("salt"))),
        rules: try input["rules"].list.map(rule),
        completions: try input["completions"].list.map {
            PlanCompletion(rule: try $0.text("rule"), day: try $0.text("day"), slot: $0["slot"].small)
        },
        shown: try input["shown"].list.map {
            PlanShown(
                rule: try $0.text("rule"), day: try $0.text("day"), slot: try $0.number("slot"),
                kind: try fireKind(try $0.text("kind")), at: try $0.moment("at"))
        },
        snoozes: try input["snoozes"].list.map {
            PlanSnooze(
                rule: try $0.text("rule"), day: try $0.text("day"), slot: try $0.number("slot"),
                until: try $0.moment("until"))
        },
        cap: try input.number("cap"), horizonDays: try input.number("horizon_days"))
}

private func zone(_ zone: Tree) throws -> ZoneSpan {
    ZoneSpan(
        id: try zone.text("id"), from: try zone.moment("from"), to: try zone.moment("to"),
        offsetS: Int32(try zone.moment("offset_s")),
        transitions: try zone["transitions"].list.map {
            ZoneTransition(at: try $0.moment("at"), offsetS: Int32(try $0.moment("offset_s")))
        })
}

private func rule(_ rule: Tree) throws -> PlanRule {
    let completion = try rule.text("completion")
    return PlanRule(
        id: try rule.text("id"), kind: try kind(try rule.text("kind")), enabled: rule["enabled"].bool,
        effectiveFrom: try rule.moment("effective_from"), resumedOn: rule["resumed_on"].string,
        slots: try rule["slots"].list.map { slot in
            let time: SlotTime =
                slot.has("at")
                ? .at(at: try slot.text("at")) : .window(from: try slot.text("from"), to: try slot.text("to"))
            return Slot(id: try slot.number("id"), time: time)
        },
        repeat: try repeats(rule["repeat"]), startsOn: rule["starts_on"].string, endsOn: rule["ends_on"].string,
        graceMin: try rule.number("grace_min"), nudgeAfterMin: rule["nudge_after_min"].small,
        completion: try need(["day": Completion.day, "slot": .slot][completion], completion),
        backOff: rule["back_off"].bool)
}

private func repeats(_ repeats: Tree) throws -> Repeat {
    if repeats.has("weekdays") {
        return .weekdays(days: try repeats["weekdays"].list.map { try need($0.small, "day") })
    }
    if repeats.has("every_days") {
        return .everyDays(days: try repeats.number("every_days"), anchor: try repeats.text("anchor"))
    }
    if repeats.has("month_day") { return .dayOfMonth(day: try repeats.number("month_day")) }
    if repeats.has("nth") {
        return .nthWeekday(nth: Int32(try repeats.moment("nth")), weekday: try repeats.number("weekday"))
    }
    if repeats.has("once") { return .once(on: try repeats.text("once")) }
    guard repeats["day"].bool else { throw Unread(description: "repeat") }
    return .everyDay
}

private func bytes(_ hex: String) throws -> Data {
    let digits = Array(hex)
    return Data(
        try stride(from: 0, to: digits.count, by: 2).map {
            try need(UInt8(String(digits[$0..<$0 + 2]), radix: 16), hex)
        })
}

private func kind(_ name: String) throws -> ReminderKind {
    let kinds: [String: ReminderKind] = [
        "daily_check_in": .dailyCheckIn, "weekly_pulse": .weeklyPulse, "together": .together, "practice": .practice,
        "retest": .retest, "agreement": .agreement, "custom": .custom,
    ]
    return try need(kinds[name], name)
}

private func fireKind(_ name: String) throws -> FireKind {
    try need(["first": FireKind.first, "nudge": .nudge, "snooze": .snooze][name], name)
}

private func name(_ kind: FireKind) -> String {
    switch kind {
    case .first: "first"
    case .nudge: "nudge"
    case .snooze: "snooze"
    }
}

private func name(_ reason: DropReason) -> String {
    switch reason {
    case .noSuchTime: "no_such_time"
    case .dayOver: "day_over"
    case .quietHours: "quiet_hours"
    case .missed: "missed"
    case .dailyLimit: "daily_limit"
    }
}
