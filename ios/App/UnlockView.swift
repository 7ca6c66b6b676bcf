// The lock screen: a passphrase, the wait after too many wrong ones, and an honest word for who
// does not know it any more. It tells nothing of what is behind it.

import AmpersandKit
import SwiftUI

struct UnlockView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var passphrase = ""
    @State private var showsForgotten = false

    private var lock: LockModel { model.lock }

    var body: some View {
        NavigationStack {
            Page {
                Text(texts.lockTitle)
                    .font(.title)
                    .bold()
                    .accessibilityAddTraits(.isHeader)
                PassphraseField(title: texts.lockField, text: $passphrase, onSubmit: open)
                if let wait = texts.words(forWait: lock.state.wait) {
                    Text(wait)
                } else if lock.state.problem == .locked(code: "wrong_passphrase") {
                    Text(texts.lockWrong)
                } else if let problem = lock.state.problem {
                    Text(texts.words(for: problem))
                }
                PlainButton(title: texts.lockForgot) { showsForgotten.toggle() }
                if showsForgotten {
                    Card(title: texts.lockForgotTitle) {
                        Text(texts.lockForgotBody)
                        Text(texts.lockForgotKeep)
                    }
                }
                SoftText(texts.helpLocked)
            } bottom: {
                FilledButton(title: lock.state.isBusy ? texts.lockOpening : texts.lockOpen, action: open)
                    .disabled(passphrase.isEmpty || lock.state.isBusy || lock.state.wait > .zero)
            }
            .helpInToolbar()
            .task(id: lock.state.lock?.wrongTries) {
                await lock.send(.watch)
            }
            .onDisappear { passphrase = "" }
        }
    }

    private func open() {
        let typed = passphrase
        Task {
            await model.send(.unlock(passphrase: typed))
            passphrase = ""
        }
    }
}

/// A field for a passphrase: hidden unless asked for, never corrected, never learned.
struct PassphraseField: View {
    let title: String
    @Binding var text: String
    var onSubmit: @MainActor () -> Void = {}
    @Environment(\.texts) private var texts
    @State private var isShown = false

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            if isShown {
                TextField(title, text: $text)
                    .modifier(PassphraseEntry())
                    .onSubmit(onSubmit)
            } else {
                SecureField(title, text: $text)
                    .modifier(PassphraseEntry())
                    .onSubmit(onSubmit)
            }
            PlainButton(
                title: isShown ? texts.lockHide : texts.lockShow,
                hint: isShown ? texts.a11yLockHideHint : texts.a11yLockShowHint
            ) {
                isShown.toggle()
            }
        }
    }
}

private struct PassphraseEntry: ViewModifier {
    func body(content: Content) -> some View {
        content
            .textFieldStyle(.roundedBorder)
            .textInputAutocapitalization(.never)
            .autocorrectionDisabled()
            .frame(minHeight: Look.Size.touch)
            .privacySensitive()
    }
}
