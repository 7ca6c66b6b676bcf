// Words for reminders. Each function is one exhaustive switch from a value of the core to a text
// of the catalogue; only the keys of notification texts cross as strings.

extension Texts {
    /// What a notification says. A key that nobody knows, of a newer core for instance, says what
    /// gives nothing away.
    public func words(forReminder key: String) -> String {
        switch key {
        case "reminder.agreement.plain": reminderAgreementPlain
        case "reminder.custom.plain": reminderCustomPlain
        case "reminder.daily_check_in.plain": reminderDailyCheckInPlain
        case "reminder.practice.plain": reminderPracticePlain
        case "reminder.retest.plain": reminderRetestPlain
        case "reminder.several.plain": reminderSeveralPlain
        case "reminder.together.plain": reminderTogetherPlain
        case "reminder.weekly_pulse.plain": reminderWeeklyPulsePlain
        case "reminder.agreement.discreet": reminderAgreementDiscreet
        case "reminder.custom.discreet": reminderCustomDiscreet
        case "reminder.daily_check_in.discreet": reminderDailyCheckInDiscreet
        case "reminder.practice.discreet": reminderPracticeDiscreet
        case "reminder.retest.discreet": reminderRetestDiscreet
        case "reminder.together.discreet": reminderTogetherDiscreet
        case "reminder.weekly_pulse.discreet": reminderWeeklyPulseDiscreet
        default: reminderSeveralDiscreet
        }
    }

    public func words(for kind: ReminderKind) -> String {
        switch kind {
        case .dailyCheckIn: remindersKindDailyCheckIn
        case .weeklyPulse: remindersKindWeeklyPulse
        case .together: remindersKindTogether
        case .practice: remindersKindPractice
        case .retest: remindersKindRetest
        case .agreement: remindersKindAgreement
        case .custom: remindersKindCustom
        }
    }

    /// What helps to choose; empty for what has its own page to be set on.
    public func hint(for kind: ReminderKind) -> String {
        switch kind {
        case .dailyCheckIn: remindersKindDailyCheckInHint
        case .weeklyPulse: remindersKindWeeklyPulseHint
        case .practice: remindersKindPracticeHint
        case .retest: remindersKindRetestHint
        case .custom: remindersKindCustomHint
        case .together, .agreement: ""
        }
    }

    /// What a rule is called: the person's own name for it, or what it is for.
    public func title(of kind: ReminderKind, label: String?) -> String {
        label.flatMap { $0.isEmpty ? nil : $0 } ?? words(for: kind)
    }

    /// At which days and times a rule speaks.
    public func words(for rule: RuleView, days: DayWords) -> String {
        words(for: rule.repeat, rule.slots.map(\.time), days: days)
    }

    /// The same of a rule that is not saved yet.
    public func words(for draft: RuleDraft, days: DayWords) -> String {
        words(for: draft.repeat, draft.times, days: days)
    }

    private func words(for repeats: Repeat, _ times: [SlotTime], days: DayWords) -> String {
        remindersWhen(
            days: words(for: repeats, days: days), times: days.list(times.map { words(for: $0, days: days) }))
    }

    public func words(for time: SlotTime, days: DayWords) -> String {
        switch time {
        case .at(let at): remindersAt(time: days.time(at))
        case .window(let from, let to): remindersBetween(from: days.time(from), to: days.time(to))
        }
    }

    public func words(for repeats: Repeat, days: DayWords) -> String {
        switch repeats {
        case .everyDay: remindersEveryDay
        case .weekdays(let numbers): remindersOnWeekdays(days: days.list(numbers.map { days.weekday($0) }))
        case .everyDays(let count, let anchor): remindersEveryNDays(n: Int(count), day: days.day(anchor))
        case .dayOfMonth(let day): remindersDayOfMonth(n: Int(day))
        case .nthWeekday(let nth, let weekday):
            remindersNthWeekday(nth: words(forNth: nth), weekday: days.weekday(weekday))
        case .once(let day): remindersOnce(day: days.day(day))
        }
    }

    public func words(forNth nth: Int32) -> String {
        switch nth {
        case 1: remindersNth1
        case 2: remindersNth2
        case 3: remindersNth3
        case 4: remindersNth4
        case 5: remindersNth5
        default: remindersNthLast
        }
    }

    public func words(for choice: DaysChoice) -> String {
        switch choice {
        case .everyDay: remindersEveryDay
        case .fewAWeek: remindersFewAWeek
        case .weekdays: remindersSomeWeekdays
        case .everyDays: remindersEverySomeDays
        case .dayOfMonth: remindersSomeDayOfMonth
        case .nthWeekday: remindersSomeNthWeekday
        case .once: remindersSomeOnce
        }
    }

    /// When something is said next; the moment is the core's, as a clock on the wall shows it.
    public func words(for next: NextFire, days: DayWords) -> String {
        remindersNextAt(day: days.shortDay(next.localDate), time: days.time(next.localTime))
    }

    /// One that will come, in a list.
    public func words(for fire: PreviewFire, days: DayWords) -> String {
        remindersPreviewRow(day: days.shortDay(fire.localDate), time: days.time(fire.localTime))
    }

    /// What more there is to say about one that will come; empty for a plain one.
    public func detail(of fire: PreviewFire, days: DayWords) -> String {
        let kinds = fire.items.map { words(for: $0.kind) }
        var parts = kinds.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if fire.items.contains(where: { $0.fire == .nudge }) { parts.append(remindersPreviewNudge) }
        if fire.items.contains(where: { $0.fire == .snooze }) { parts.append(remindersPreviewSnooze) }
        // After midnight, and still about the day before.
        if fire.day != fire.localDate { parts.append(remindersPreviewFor(day: days.shortDay(fire.day))) }
        return parts.joined(separator: " · ")
    }

    /// One that will not come, with the reason.
    public func words(for drop: PreviewDrop, days: DayWords) -> String {
        remindersDroppedRow(
            day: days.shortDay(drop.day), what: words(for: drop.item.kind), reason: words(for: drop.reason))
    }

    public func words(for reason: DropReason) -> String {
        switch reason {
        case .noSuchTime: remindersReasonNoSuchTime
        case .dayOver: remindersReasonDayOver
        case .quietHours: remindersReasonQuietHours
        case .missed: remindersReasonMissed
        case .dailyLimit: remindersReasonDailyLimit
        }
    }

    /// What will not work, and at which of the rule's times; all of them where it does not say.
    public func words(for problem: RuleProblem, slots: [Slot], days: DayWords) -> String {
        let one = slots.filter { $0.id == problem.slot }
        let time = days.list((one.isEmpty ? slots : one).map { words(for: $0.time, days: days) })
        return switch problem.kind {
        case .neverComes: remindersProblemNeverComes
        case .quietSwallows: remindersProblemQuietSwallows(time: time)
        case .limitRefuses: remindersProblemLimitRefuses(time: time)
        case .graceCutShort: remindersProblemGraceCutShort(time: time)
        }
    }

    /// Something that is due, or came too late.
    public func words(for item: DueItem, days: DayWords) -> String {
        todayDueItem(kind: words(for: item.kind), day: days.day(item.day))
    }

    public func words(for item: MissedItem, days: DayWords) -> String {
        remindersMissedItem(kind: words(for: item.kind), day: days.day(item.day))
    }

    public func words(for done: RemindersModel.Done) -> String {
        switch done {
        case .deleted: remindersDeleted
        case .broughtBack: remindersBroughtBack
        case .settingsSaved: remindersSettingsSaved
        case .startedOver: remindersStartedOver
        case .suggestionTaken: remindersSuggestedDone
        }
    }
}

extension ReminderKind {
    /// In the order in which they are offered. Time together and agreements are set where they are
    /// made.
    public static let offered: [ReminderKind] = [.dailyCheckIn, .weeklyPulse, .practice, .retest, .custom]

    /// Whether it is done on a page of its own; what is not can be ticked off.
    public var hasPage: Bool {
        switch self {
        case .dailyCheckIn, .weeklyPulse, .retest: true
        case .together, .practice, .agreement, .custom: false
        }
    }

    /// Whether the vault knows what it is about, so that there is something to open.
    public var hasSubject: Bool {
        switch self {
        case .together, .practice, .agreement: true
        case .dailyCheckIn, .weeklyPulse, .retest, .custom: false
        }
    }
}

extension WeekStart {
    /// In the order in which they are offered.
    public static let offered: [WeekStart] = [.monday, .saturday, .sunday]

    /// Its number, 1 for Monday to 7 for Sunday.
    public var weekday: UInt32 {
        switch self {
        case .monday: 1
        case .saturday: 6
        case .sunday: 7
        }
    }
}

public enum Weekdays {
    /// In the order in which they are offered.
    public static let offered: [UInt32] = [1, 2, 3, 4, 5, 6, 7]
    /// Which of a month, the last one at the end.
    public static let nths: [Int32] = [1, 2, 3, 4, 5, -1]
}
