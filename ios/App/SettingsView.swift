// Settings. Each choice is saved as it is made; the name when its field is left.

import AmpersandKit
import SwiftUI

struct SettingsView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var name = ""

    var body: some View {
        Page {
            if let settings = model.state.settings {
                nameCard
                Card(title: texts.settingsPartner) {
                    ForEach(PartnerContext.offered, id: \.self) { context in
                        Choice(title: texts.words(for: context), isChosen: settings.partnerContext == context) {
                            Task { await model.send(.choosePartner(context)) }
                        }
                    }
                }
                Card {
                    toggle(texts.settingsPastToo, hint: texts.settingsPastTooHint, isOn: settings.alsoInPast) {
                        .setAlsoInPast($0)
                    }
                    toggle(texts.settingsSexual, hint: texts.settingsSexualHint, isOn: settings.sexualOptIn) {
                        .setSexualOptIn($0)
                    }
                }
                Card(title: texts.settingsWeekStart) {
                    SoftText(texts.settingsWeekStartHint)
                    ForEach(WeekStart.offered, id: \.self) { start in
                        Choice(title: days.weekday(start.weekday), isChosen: settings.weekStart == start) {
                            Task { await model.send(.setWeekStart(start)) }
                        }
                    }
                }
                baseline(settings)
                CareModeCard()
                if model.state.justSaved {
                    SoftText(texts.settingsSaved)
                }
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.settingsTitle)
        .helpInToolbar()
        .task {
            name = model.state.settings?.name ?? ""
            await model.check.send(.refresh)
        }
        .alert(for: model.state.problem) {
            Task { await model.send(.dismissProblem) }
        }
    }

    private var nameCard: some View {
        Card(title: texts.settingsName) {
            TextField(texts.settingsName, text: $name)
                .textFieldStyle(.roundedBorder)
                .textContentType(.givenName)
                .frame(minHeight: Look.Size.touch)
                .privacySensitive()
                .accessibilityHint(texts.settingsNameHint)
                .onSubmit { Task { await model.send(.rename(name)) } }
            SoftText(texts.settingsNameHint)
            PlainButton(title: texts.settingsSave) {
                Task { await model.send(.rename(name)) }
            }
        }
    }

    private func toggle(
        _ title: String, hint: String, isOn: Bool, action: @escaping @MainActor (Bool) -> AppModel.Action
    ) -> some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            Toggle(
                title,
                isOn: Binding(
                    get: { @MainActor in isOn },
                    set: { @MainActor isOn in Task { await model.send(action(isOn)) } })
            )
            .frame(minHeight: Look.Size.touch)
            .accessibilityHint(hint)
            SoftText(hint)
                .accessibilityHidden(true)
        }
    }

    private func baseline(_ settings: PersonSettings) -> some View {
        Card(title: texts.baselineTitle) {
            Text(texts.baselineBody)
            if model.check.state.overview?.mayChooseBaseline == true {
                ForEach(BaselineChoice.offered, id: \.self) { choice in
                    Choice(title: texts.words(for: choice), isChosen: settings.baseline == choice) {
                        Task { await model.send(.chooseBaseline(choice)) }
                    }
                }
            } else {
                SoftText(texts.baselineSecondLater)
            }
        }
    }
}
