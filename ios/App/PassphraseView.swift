// Setting, changing and removing the passphrase. What is typed leaves this page only for the
// core, and is gone when the page is.

import AmpersandKit
import SwiftUI

struct PassphraseView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var current = ""
    @State private var new = ""
    @State private var again = ""
    @State private var understood = false

    private var passphrase: PassphraseModel { model.passphrase }

    var body: some View {
        Page {
            if let done = passphrase.state.done {
                Text(texts.words(for: done))
            }
            if let wait = texts.words(forWait: passphrase.state.wait) {
                Text(wait)
            }
            switch passphrase.state.isSet {
            case .some(true):
                change
                remove
            case .some(false): set
            case .none: LoadingView()
            }
            if passphrase.state.isBusy {
                SoftText(texts.passphraseWorking)
            }
        }
        .disabled(passphrase.state.isBusy)
        .navigationTitle(texts.settingsPassphrase)
        .helpInToolbar()
        .task {
            await passphrase.send(.load)
        }
        .onChange(of: new) { _, typed in
            Task { await passphrase.send(.typed(typed)) }
        }
        .onDisappear {
            clear()
            Task { await passphrase.send(.close) }
        }
        .alert(for: passphrase.state.problem) {
            Task { await passphrase.send(.dismissProblem) }
        }
    }

    @ViewBuilder private var set: some View {
        Card(title: texts.passphraseSetTitle) {
            Text(texts.passphraseSetBody)
            Text(texts.passphraseNoReset)
                .bold()
            SoftText(texts.passphraseNoticed)
        }
        newFields
        Toggle(texts.passphraseUnderstood, isOn: $understood)
            .frame(minHeight: Look.Size.touch)
        PlainButton(title: texts.passphraseSetAction) { send(.set(new: new, again: again)) }
            .disabled(!understood || new.isEmpty)
    }

    private var change: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 3) {
            Heading(texts.passphraseChangeTitle)
            PassphraseField(title: texts.passphraseCurrent, text: $current)
            newFields
            PlainButton(title: texts.passphraseChangeAction) {
                send(.change(current: current, new: new, again: again))
            }
            .disabled(current.isEmpty || new.isEmpty)
        }
    }

    private var remove: some View {
        Card(title: texts.passphraseRemoveTitle) {
            Text(texts.passphraseRemoveBody)
            PlainButton(title: texts.passphraseRemoveAction) { send(.remove(current: current)) }
                .disabled(current.isEmpty)
        }
    }

    @ViewBuilder private var newFields: some View {
        Text(texts.passphraseHow)
        SoftText(texts.passphraseNotElsewhere)
        PassphraseField(title: texts.passphraseNew, text: $new)
        if let strength = passphrase.state.strength {
            Text(texts.level(of: strength))
            SoftText(texts.words(for: strength.hint))
        }
        PassphraseField(title: texts.passphraseAgain, text: $again)
        if passphrase.state.differs {
            Text(texts.passphraseDiffers)
        }
    }

    private func send(_ action: PassphraseModel.Action) {
        Task {
            await passphrase.send(action)
            guard passphrase.state.done != nil else { return }
            clear()
            await model.send(.refresh)
        }
    }

    private func clear() {
        current = ""
        new = ""
        again = ""
    }
}
