// Erasing everything: what it deletes, what it cannot reach, and a second question before it.

import AmpersandKit
import SwiftUI

struct EraseView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var asks = false

    var body: some View {
        Page {
            Text(texts.eraseBody)
            Card(title: texts.eraseReachTitle) {
                Text(texts.eraseReachCopies)
                Text(texts.eraseReachSeen)
                Text(texts.eraseReachKeyboard)
                Text(texts.eraseReachApp)
            }
            if model.state.isBusy {
                ProgressView(texts.eraseWorking)
            }
        } bottom: {
            PlainButton(title: texts.eraseGoOn) { asks = true }
                .disabled(model.state.isBusy)
        }
        .navigationTitle(texts.eraseTitle)
        .helpInToolbar()
        .confirmationDialog(texts.eraseConfirmTitle, isPresented: $asks, titleVisibility: .visible) {
            Button(texts.eraseConfirm, role: .destructive) {
                Task { await model.send(.eraseEverything) }
            }
            Button(texts.eraseCancel, role: .cancel) {}
        } message: {
            Text(texts.eraseConfirmBody)
        }
    }
}

/// Nothing is here any more.
struct ErasedView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        NavigationStack {
            Page {
                Text(texts.eraseDoneTitle)
                    .font(.title)
                    .bold()
                    .accessibilityAddTraits(.isHeader)
                Text(texts.eraseDoneBody)
            } bottom: {
                FilledButton(title: texts.firstRunBegin) {
                    Task { await model.send(.open) }
                }
            }
            .helpInToolbar()
        }
    }
}
