// A rule as something that can be written in: the core's record is immutable. What may be saved
// is the core's to say, and so is everything that follows from it.

/// Which sort of days a rule has, as it is chosen.
public enum DaysChoice: CaseIterable, Hashable, Sendable {
    case everyDay, fewAWeek, weekdays, everyDays, dayOfMonth, nthWeekday, once
}

/// A copy of a rule with fields that can be set.
public struct RuleForm: Equatable, Sendable {
    /// Nil for a rule that is not saved yet.
    public let id: RuleId?
    public var kind: ReminderKind
    public var enabled: Bool
    public var times: [SlotTime]
    public var repeats: Repeat
    /// What was chosen for `repeats`; "a few a week" is a beginning for days of the week.
    public private(set) var days: DaysChoice
    public var startsOn: CivilDate?
    public var endsOn: CivilDate?
    public var graceMin: UInt32
    public var nudgeAfterMin: UInt32?
    public var completion: Completion
    public var backOff: Bool
    /// A name that only the person sees. It lies in the vault, not beside the rule.
    public var label: String

    /// A new rule of a kind, as a beginning; the person changes what they like.
    init(_ kind: ReminderKind) {
        id = nil
        self.kind = kind
        enabled = true
        times = [.at(at: kind == .weeklyPulse ? "18:00" : "20:00")]
        repeats = kind == .weeklyPulse ? .weekdays(days: [7]) : .everyDay
        days = kind == .weeklyPulse ? .weekdays : .everyDay
        graceMin = 180
        completion = .day
        // What has a date of its own does not fade.
        backOff = kind != .retest && kind != .agreement
        label = ""
    }

    init(_ draft: RuleDraft) {
        id = draft.id
        kind = draft.kind
        enabled = draft.enabled
        times = draft.times
        repeats = draft.repeat
        days = DaysChoice(draft.repeat)
        startsOn = draft.startsOn
        endsOn = draft.endsOn
        graceMin = draft.graceMin
        nudgeAfterMin = draft.nudgeAfterMin
        completion = draft.completion
        backOff = draft.backOff
        label = ""
    }

    init(_ rule: RuleView, label: String) {
        id = rule.id
        kind = rule.kind
        enabled = rule.enabled
        times = rule.slots.map(\.time)
        repeats = rule.repeat
        days = DaysChoice(rule.repeat)
        startsOn = rule.startsOn
        endsOn = rule.endsOn
        graceMin = rule.graceMin
        nudgeAfterMin = rule.nudgeAfterMin
        completion = rule.completion
        backOff = rule.backOff
        self.label = label
    }

    /// What goes to the core.
    var draft: RuleDraft {
        RuleDraft(
            id: id, kind: kind, enabled: enabled, times: times, repeat: repeats, startsOn: startsOn, endsOn: endsOn,
            graceMin: graceMin, nudgeAfterMin: nudgeAfterMin, completion: completion, backOff: backOff)
    }

    /// Another sort of days, with something to begin with; `today` is the core's.
    public mutating func choose(_ choice: DaysChoice, today: CivilDate) {
        days = choice
        switch choice {
        case .everyDay: repeats = .everyDay
        case .fewAWeek: repeats = .weekdays(days: [1, 3, 5])
        case .weekdays: if case .weekdays = repeats {} else { repeats = .weekdays(days: [1, 2, 3, 4, 5]) }
        case .everyDays: repeats = .everyDays(days: 2, anchor: today)
        case .dayOfMonth: repeats = .dayOfMonth(day: 1)
        case .nthWeekday: repeats = .nthWeekday(nth: 1, weekday: 1)
        case .once: repeats = .once(on: today)
        }
    }

    /// Takes a weekday in, or out again.
    public mutating func toggle(weekday: UInt32) {
        guard case .weekdays(let days) = repeats else { return }
        repeats = .weekdays(
            days: days.contains(weekday) ? days.filter { $0 != weekday } : (days + [weekday]).sorted())
    }
}

extension DaysChoice {
    init(_ repeats: Repeat) {
        switch repeats {
        case .everyDay: self = .everyDay
        case .weekdays: self = .weekdays
        case .everyDays: self = .everyDays
        case .dayOfMonth: self = .dayOfMonth
        case .nthWeekday: self = .nthWeekday
        case .once: self = .once
        }
    }
}

/// What holds for all rules, as something that can be changed before it is saved.
public struct ReminderSettingsForm: Equatable, Sendable {
    /// Whether there are quiet hours; they are kept while they are off, as long as the page is up.
    public var isQuiet: Bool
    public var quietFrom: CivilTime
    public var quietTo: CivilTime
    public var maxPerDay: UInt32
    public var discreet: Bool

    init(_ settings: ReminderSettings) {
        isQuiet = settings.quiet != nil
        quietFrom = settings.quiet?.start ?? "22:00"
        quietTo = settings.quiet?.end ?? "07:00"
        maxPerDay = settings.maxPerDay
        discreet = settings.discreet
    }

    /// What goes to the core.
    var settings: ReminderSettings {
        ReminderSettings(
            quiet: isQuiet ? QuietHours(start: quietFrom, end: quietTo) : nil, maxPerDay: maxPerDay, discreet: discreet)
    }
}
