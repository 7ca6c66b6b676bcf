// The first run: what the app is, what it is not, and a name if the person likes.

import AmpersandKit
import SwiftUI

struct FirstRunView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var name = ""

    var body: some View {
        NavigationStack {
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
                    Task { await model.send(.completeFirstRun(name: name)) }
                }
                .disabled(model.state.isBusy)
            }
            .helpInToolbar()
            .alert(for: model.state.problem) {
                Task { await model.send(.dismissProblem) }
            }
        }
    }
}
