// The reminders on the first screen: what is due, what came too late to show, what rests, and
// when the next one comes.

import AmpersandKit
import SwiftUI

struct TodayReminderCards: View {
    let reminders: RemindersGlimpse
    @Binding var path: [TodayPlace]
    @Binding var place: Place
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        if !reminders.due.isEmpty {
            Card(title: texts.todayDueNowTitle) {
                ForEach(reminders.due, id: \.self) { item in
                    Text(title(of: item))
                        .privacySensitive()
                    if item.kind.hasPage {
                        PlainButton(title: texts.todayDueNowOpen) { open(item) }
                    } else {
                        if item.kind.hasSubject {
                            PlainButton(title: texts.todayDueNowOpen) {
                                Task { await model.lead(toSubjectOf: item.rule) }
                            }
                        }
                        PlainButton(title: texts.todayDueNowDone) { send(.complete(item.rule, item.day)) }
                    }
                }
            }
        }
        if !reminders.missed.isEmpty {
            MissedCard(missed: reminders.missed) { send(.seenMissed) }
        }
        ForEach(reminders.asleep, id: \.rule) { resting in
            Card(title: texts.title(of: resting.kind, label: label(resting.rule))) {
                SoftText(texts.remindersResting)
                SoftText(
                    resting.until.map { texts.remindersRestingUntil(day: days.day($0)) } ?? texts.remindersRestingNoDay)
                PlainButton(title: texts.remindersBringBack) { send(.resume(resting.rule)) }
            }
        }
        Card(title: texts.todayReminderTitle) {
            if reminders.unreadable {
                Text(texts.todayRemindersUnread)
            } else if let next = reminders.next {
                Text(texts.words(for: next, days: days))
            } else {
                Text(texts.todayReminderNone)
            }
            PlainButton(title: texts.todayRemindersOpen) { path = [.reminders] }
        }
    }

    private func title(of item: DueItem) -> String {
        guard let label = label(item.rule) else { return texts.words(for: item, days: days) }
        return texts.todayDueItem(kind: label, day: days.day(item.day))
    }

    private func label(_ rule: RuleId) -> String? { model.reminders.state.labels[rule] }

    private func open(_ item: DueItem) {
        switch item.kind {
        case .dailyCheckIn: path = [.checkIn(item.day)]
        case .weeklyPulse: path = [.pulse(item.day)]
        case .retest: place = .check
        case .together, .practice, .agreement, .custom: break
        }
    }

    private func send(_ action: RemindersModel.Action) {
        Task {
            await model.reminders.send(action)
            await model.send(.refresh)
        }
    }
}

/// After a Check: reminders that would make sense, each with one button.
struct SuggestedReminders: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var reminders: RemindersModel { model.reminders }

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 5) {
            if reminders.state.done == .suggestionTaken {
                SoftText(texts.remindersSuggestedDone)
            }
            ForEach(reminders.state.suggested, id: \.kind) { suggested in
                Card(title: texts.remindersSuggestedTitle) {
                    Text(texts.words(for: suggested.kind))
                    Text(texts.words(for: suggested.draft, days: days))
                    SoftText(texts.remindersSuggestedBody)
                    PlainButton(title: texts.remindersSuggestedAction) {
                        Task { await reminders.send(.take(suggested)) }
                    }
                }
            }
        }
        .task {
            await reminders.send(.loadSuggested)
        }
    }
}
