// The first run: what the app is, what it is not, a name if the person likes, and whether it may
// ask for a check-in once a day.

import AmpersandKit
import SwiftUI

struct FirstRunView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var name = ""
    @State private var at: CivilTime = "20:00"
    @State private var asksForTime = false

    var body: some View {
        NavigationStack {
            content
                .motion(on: asksForTime)
                .helpInToolbar()
                .alert(for: model.state.problem) {
                    Task { await model.send(.dismissProblem) }
                }
        }
    }

    @ViewBuilder private var content: some View {
        if asksForTime { reminder } else { about }
    }

    private var about: some View {
        Page {
            Text(texts.firstRunTitle)
                .font(.title)
                .bold()
                .accessibilityAddTraits(.isHeader)
            Text(texts.firstRunWhat)
            Card(title: texts.firstRunPrivateTitle) {
                Text(texts.firstRunPrivateBody)
            }
            Card(title: texts.firstRunNotTitle) {
                Text(texts.firstRunNotRead)
                Text(texts.firstRunNotDanger)
                Text(texts.firstRunNotHidden)
                Text(texts.firstRunNotLabel)
            }
            VStack(alignment: .leading, spacing: Look.Size.step * 2) {
                Text(texts.firstRunNameLabel)
                    .accessibilityHidden(true)
                TextField(texts.firstRunNameLabel, text: $name)
                    .textFieldStyle(.roundedBorder)
                    .textContentType(.givenName)
                    .frame(minHeight: Look.Size.touch)
                    .privacySensitive()
                    .accessibilityHint(texts.firstRunNameHint)
                SoftText(texts.firstRunNameHint)
            }
        } bottom: {
            FilledButton(title: texts.firstRunBegin) {
                asksForTime = true
            }
        }
    }

    private var reminder: some View {
        Page {
            Text(texts.firstRunReminderTitle)
                .font(.title)
                .bold()
                .accessibilityAddTraits(.isHeader)
            Text(texts.firstRunReminderBody)
            TimeField(title: texts.remindersTimeAt, time: at) { at = $0 }
            SoftText(texts.firstRunReminderPermission)
        } bottom: {
            FilledButton(title: texts.firstRunReminderSet) {
                Task {
                    await model.reminders.send(.remindDaily(at: at))
                    await model.send(.completeFirstRun(name: name))
                }
            }
            .disabled(model.state.isBusy || model.reminders.state.isBusy)
            PlainButton(title: texts.firstRunReminderSkip) {
                Task { await model.send(.completeFirstRun(name: name)) }
            }
        }
    }
}
