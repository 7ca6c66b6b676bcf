// The reminders: the person's rules, what came too late, what comes next and what will not, and
// the ways to change any of it.

import AmpersandKit
import SwiftUI

struct RemindersPage: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var reminders: RemindersModel { model.reminders }

    var body: some View {
        Page {
            if let done = reminders.state.done {
                SoftText(texts.words(for: done))
            }
            if reminders.state.isDamaged {
                damaged
            } else if let view = reminders.state.view {
                content(view)
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.remindersTitle)
        .helpInToolbar()
        .task {
            await reminders.send(.load)
        }
        .refreshable {
            await reminders.send(.load)
        }
        .onDisappear {
            Task {
                await reminders.send(.dismissDone)
                await model.send(.refresh)
            }
        }
        .alert(for: reminders.state.problem) {
            Task { await reminders.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func content(_ view: RemindersView) -> some View {
        if !view.rules.isEmpty, model.keeper.access != .granted {
            NotificationsCard(access: model.keeper.access) { send(.allow) }
        }
        if !view.missed.isEmpty {
            MissedCard(missed: view.missed) { send(.seenMissed) }
        }
        if view.unheard > 0 {
            Card {
                Text(texts.remindersUnheard(n: Int(view.unheard)))
                SoftText(texts.remindersUnheardBody)
            }
        }
        if view.rules.isEmpty {
            Card(title: texts.remindersEmptyTitle) {
                Text(texts.remindersEmptyBody)
            }
        } else {
            Heading(texts.remindersYours)
            ForEach(view.rules, id: \.id) { rule in
                RuleCard(reminders: reminders, rule: rule, problems: view.problems.filter { $0.rule == rule.id })
            }
        }
        way(texts.remindersAdd, "plus") { NewReminderPage() }
        if !view.rules.isEmpty {
            FiresCard(
                title: texts.remindersPreviewTitle, fires: view.preview.fires, dropped: view.preview.dropped)
        }
        way(texts.remindersSettings, "moon") { ReminderSettingsPage() }
        // An app that the phone hides is silent, whatever was planned.
        SoftText(texts.remindersHidden)
    }

    private var damaged: some View {
        Card(title: texts.remindersDamagedTitle) {
            Text(texts.remindersDamagedBody)
            PlainButton(title: texts.remindersDamagedAction) { send(.startOver) }
        }
    }

    private func way<Destination: View>(
        _ title: String, _ symbol: String, @ViewBuilder to destination: () -> Destination
    ) -> some View {
        NavigationLink {
            destination()
        } label: {
            Label(title, systemImage: symbol)
                .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
        }
    }

    private func send(_ action: RemindersModel.Action) {
        Task { await reminders.send(action) }
    }
}

/// The phone shows none: it was not asked yet, or the answer was no.
private struct NotificationsCard: View {
    let access: NotificationAccess
    let allow: @MainActor () -> Void
    @Environment(\.texts) private var texts
    @Environment(\.openURL) private var openURL

    var body: some View {
        Card(title: texts.remindersDeniedTitle) {
            Text(texts.remindersDeniedBody)
            PlainButton(title: texts.remindersDeniedAction) {
                // After a "no" only the phone's own settings can change it.
                if access == .denied, let url = URL(string: UIApplication.openNotificationSettingsURLString) {
                    openURL(url)
                } else {
                    allow()
                }
            }
        }
    }
}

/// What came too late to show. Said once, without a word about anybody's fault.
struct MissedCard: View {
    let missed: [MissedItem]
    let seen: @MainActor () -> Void
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.remindersMissedTitle) {
            SoftText(texts.remindersMissedBody)
            ForEach(missed, id: \.self) { item in
                Text(texts.words(for: item, days: days))
            }
            PlainButton(title: texts.remindersMissedSeen, action: seen)
        }
    }
}

/// One rule: what it is, when it comes, whether it rests, and the switch.
private struct RuleCard: View {
    let reminders: RemindersModel
    let rule: RuleView
    let problems: [RuleProblem]
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var title: String { texts.title(of: rule.kind, label: reminders.state.labels[rule.id]) }

    var body: some View {
        Card {
            Toggle(
                title,
                isOn: Binding(
                    get: { @MainActor in rule.enabled },
                    set: { @MainActor isOn in Task { await reminders.send(.enable(rule.id, isOn)) } })
            )
            .bold()
            .frame(minHeight: Look.Size.touch)
            .accessibilityHint(texts.remindersOnHint)
            .privacySensitive()
            Text(texts.words(for: rule, days: days))
            if !rule.enabled {
                SoftText(texts.remindersOff)
            } else if let asleep = rule.asleep {
                SoftText(texts.remindersResting)
                SoftText(
                    asleep.until.map { texts.remindersRestingUntil(day: days.day($0)) } ?? texts.remindersRestingNoDay)
                PlainButton(title: texts.remindersBringBack) {
                    Task { await reminders.send(.resume(rule.id)) }
                }
            } else {
                SoftText(
                    rule.next.map { texts.remindersNext(moment: texts.words(for: $0, days: days)) }
                        ?? texts.remindersNextNone)
            }
            ForEach(problems, id: \.self) { problem in
                SoftText(texts.words(for: problem, slots: rule.slots, days: days))
            }
            NavigationLink {
                RuleEditorPage(start: .edit(rule, label: reminders.state.labels[rule.id] ?? ""))
            } label: {
                Text(texts.remindersChange)
                    .frame(minHeight: Look.Size.touch)
            }
        }
    }
}

/// The next ones, and those that will not come with the reason for it.
struct FiresCard: View {
    let title: String
    let fires: [PreviewFire]
    let dropped: [PreviewDrop]
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: title) {
            SoftText(texts.remindersPreviewBody)
            if fires.isEmpty {
                Text(texts.remindersPreviewNone)
            }
            ForEach(fires, id: \.self) { fire in
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    Text(texts.words(for: fire, days: days))
                        .monospacedDigit()
                    SoftText(texts.detail(of: fire, days: days))
                }
                .accessibilityElement(children: .combine)
            }
            if !dropped.isEmpty {
                Heading(texts.remindersDroppedTitle)
                ForEach(dropped, id: \.self) { drop in
                    SoftText(texts.words(for: drop, days: days))
                }
            }
        }
    }
}

/// What a new reminder is for.
private struct NewReminderPage: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            Heading(texts.remindersKindTitle)
            ForEach(ReminderKind.offered, id: \.self) { kind in
                NavigationLink {
                    RuleEditorPage(start: .begin(kind))
                } label: {
                    VStack(alignment: .leading, spacing: Look.Size.step) {
                        Text(texts.words(for: kind))
                        SoftText(texts.hint(for: kind))
                    }
                    .multilineTextAlignment(.leading)
                    .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
                }
            }
        }
        .navigationTitle(texts.remindersNewTitle)
        .helpInToolbar()
    }
}
