// What holds for all reminders: quiet hours, how many a day, and that they give nothing away.
// What a change comes to is shown before it is saved.

import AmpersandKit
import SwiftUI

struct ReminderSettingsPage: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var reminders: RemindersModel { model.reminders }

    var body: some View {
        Page {
            if let form = reminders.state.settings {
                if reminders.state.done == .settingsSaved {
                    SoftText(texts.remindersSettingsSaved)
                }
                quiet(form)
                Card(title: texts.remindersLimit) {
                    CountField(
                        title: texts.remindersLimitCount(n: Int(form.maxPerDay)), hint: texts.remindersLimitHint,
                        value: form.maxPerDay, bounds: 1...24
                    ) { count in reminders.take { $0.maxPerDay = count } }
                }
                Card {
                    Toggle(
                        texts.remindersDiscreet,
                        isOn: Binding(
                            get: { @MainActor in form.discreet },
                            set: { @MainActor isOn in reminders.take { $0.discreet = isOn } })
                    )
                    .frame(minHeight: Look.Size.touch)
                    .accessibilityHint(texts.remindersDiscreetHint)
                    SoftText(texts.remindersDiscreetHint)
                        .accessibilityHidden(true)
                }
                outcome
            } else {
                LoadingView()
            }
        } bottom: {
            if reminders.state.settings != nil {
                FilledButton(title: texts.remindersSettingsSave) {
                    Task { await reminders.send(.saveSettings) }
                }
                .disabled(reminders.state.isBusy || reminders.state.refusal != nil)
            }
        }
        .navigationTitle(texts.remindersSettingsTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await reminders.send(.openSettings)
        }
        .alert(for: reminders.state.problem) {
            Task { await reminders.send(.dismissProblem) }
        }
    }

    private func quiet(_ form: ReminderSettingsForm) -> some View {
        Card(title: texts.remindersQuiet) {
            Toggle(
                texts.remindersQuiet,
                isOn: Binding(
                    get: { @MainActor in form.isQuiet },
                    set: { @MainActor isOn in reminders.take { $0.isQuiet = isOn } })
            )
            .frame(minHeight: Look.Size.touch)
            .accessibilityHint(texts.remindersQuietHint)
            SoftText(texts.remindersQuietHint)
                .accessibilityHidden(true)
            if form.isQuiet {
                TimeField(title: texts.remindersQuietFrom, time: form.quietFrom) { time in
                    reminders.take { $0.quietFrom = time }
                }
                TimeField(title: texts.remindersQuietTo, time: form.quietTo) { time in
                    reminders.take { $0.quietTo = time }
                }
            }
        }
    }

    @ViewBuilder private var outcome: some View {
        if let refusal = reminders.state.refusal {
            Card(title: texts.remindersProblemsTitle) {
                Text(texts.words(for: refusal))
            }
        }
        if let preview = reminders.state.preview {
            if !preview.problems.isEmpty {
                Card(title: texts.remindersProblemsTitle) {
                    ForEach(preview.problems, id: \.self) { problem in
                        Text(texts.words(for: problem, slots: slots(of: problem), days: days))
                    }
                    SoftText(texts.remindersProblemsNote)
                }
            }
            FiresCard(title: texts.remindersSettingsEffect, fires: preview.fires, dropped: preview.dropped)
        }
    }

    private func slots(of problem: RuleProblem) -> [Slot] {
        reminders.state.view?.rules.first { $0.id == problem.rule }?.slots ?? []
    }
}
