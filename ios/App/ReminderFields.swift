// The fields of a reminder that are used in more than one place: a time of the day, a day, a
// count, and the card with its days.

import AmpersandKit
import SwiftUI

/// A time of the day, as the core writes it. The picker runs in a zone without clock changes, so
/// that no time is missing on it.
struct TimeField: View {
    let title: String
    let time: CivilTime
    let set: @MainActor @Sendable (CivilTime) -> Void
    @Environment(\.days) private var days

    var body: some View {
        if let date = days.picked(time) {
            DatePicker(
                title,
                selection: Binding(
                    get: { @MainActor in date },
                    set: { @MainActor [days] in set(days.time(ofPicked: $0)) }),
                displayedComponents: .hourAndMinute
            )
            .environment(\.timeZone, DayWords.pickerZone)
            .frame(minHeight: Look.Size.touch)
        } else {
            Text(time)
        }
    }
}

/// A civil day.
struct DayField: View {
    let title: String
    let day: CivilDate
    let set: @MainActor @Sendable (CivilDate) -> Void
    @Environment(\.days) private var days

    var body: some View {
        if let date = days.date(of: day) {
            DatePicker(
                title,
                selection: Binding(
                    get: { @MainActor in date },
                    set: { @MainActor [days] in set(days.day(of: $0)) }),
                displayedComponents: .date
            )
            .frame(minHeight: Look.Size.touch)
        } else {
            Text(days.day(day))
        }
    }
}

/// A number, by steps. What is allowed is the core's to say; the bounds keep the buttons sensible.
struct CountField: View {
    let title: String
    var hint = ""
    let value: UInt32
    let bounds: ClosedRange<UInt32>
    var step = 1
    let set: @MainActor @Sendable (UInt32) -> Void
    @Environment(\.days) private var days

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            Text(title)
                .accessibilityHidden(true)
            Stepper(
                days.number(Double(value)),
                value: Binding(get: { @MainActor in value }, set: { @MainActor in set($0) }), in: bounds, step: step
            )
            .frame(minHeight: Look.Size.touch)
            .accessibilityLabel(title)
            .accessibilityValue(days.number(Double(value)))
            .accessibilityHint(hint)
            if !hint.isEmpty {
                SoftText(hint)
                    .accessibilityHidden(true)
            }
        }
    }
}

/// On which days a rule speaks.
struct RuleDaysCard: View {
    let editor: RuleEditorModel
    let form: RuleForm
    /// The core's today, for what begins with it.
    let today: CivilDate?
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.remindersDaysTitle) {
            ForEach(DaysChoice.allCases, id: \.self) { choice in
                Choice(title: texts.words(for: choice), isChosen: form.days == choice) {
                    guard let today else { return }
                    editor.take { $0.choose(choice, today: today) }
                }
            }
            fields
        }
    }

    @ViewBuilder private var fields: some View {
        switch form.repeats {
        case .everyDay:
            EmptyView()
        case .weekdays(let chosen):
            Heading(texts.remindersSomeWeekdaysPick)
            if form.days == .fewAWeek {
                SoftText(texts.remindersFewAWeekHint)
            }
            ForEach(Weekdays.offered, id: \.self) { weekday in
                Choice(title: days.weekday(weekday), isChosen: chosen.contains(weekday)) {
                    editor.take { $0.toggle(weekday: weekday) }
                }
            }
        case .everyDays(let count, let anchor):
            CountField(title: texts.remindersEveryNDaysCount, value: count, bounds: 1...366) { count in
                editor.take { $0.repeats = .everyDays(days: count, anchor: anchor) }
            }
            DayField(title: texts.remindersFirstDay, day: anchor) { anchor in
                editor.take { $0.repeats = .everyDays(days: count, anchor: anchor) }
            }
        case .dayOfMonth(let day):
            CountField(
                title: texts.remindersDayOfMonthCount, hint: texts.remindersDayOfMonthHint, value: day, bounds: 1...31
            ) { day in editor.take { $0.repeats = .dayOfMonth(day: day) } }
        case .nthWeekday(let nth, let weekday):
            nthFields(nth, weekday)
        case .once(let day):
            DayField(title: texts.remindersDay, day: day) { day in
                editor.take { $0.repeats = .once(on: day) }
            }
        }
    }

    @ViewBuilder private func nthFields(_ nth: Int32, _ weekday: UInt32) -> some View {
        Heading(texts.remindersNthPick)
        ForEach(Weekdays.nths, id: \.self) { one in
            Choice(title: texts.words(forNth: one), isChosen: nth == one) {
                editor.take { $0.repeats = .nthWeekday(nth: one, weekday: weekday) }
            }
        }
        if nth == 5 {
            SoftText(texts.remindersNth5Hint)
        }
        Heading(texts.remindersWeekdayPick)
        ForEach(Weekdays.offered, id: \.self) { one in
            Choice(title: days.weekday(one), isChosen: weekday == one) {
                editor.take { $0.repeats = .nthWeekday(nth: nth, weekday: one) }
            }
        }
    }
}
