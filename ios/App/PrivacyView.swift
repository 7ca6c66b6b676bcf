// Lock and privacy: the passphrase, how soon the app locks, care phrases, safety copies, and
// erasing everything.

import AmpersandKit
import SwiftUI

struct PrivacyView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            if let home = model.state.home, let settings = model.state.settings {
                Text(home.passphrase ? texts.settingsPassphraseOn : texts.settingsPassphraseOff)
                way(texts.settingsPassphrase, "key") { PassphraseView() }
                if home.passphrase {
                    Card(title: texts.settingsAutoLock) {
                        SoftText(texts.settingsAutoLockHint)
                        ForEach(Grace.offered, id: \.self) { grace in
                            Choice(title: texts.words(for: grace), isChosen: settings.autoLock == grace) {
                                Task { await model.send(.setAutoLock(grace)) }
                            }
                        }
                    }
                    PlainButton(title: texts.lockNow) {
                        Task { await model.send(.lock) }
                    }
                }
                Card {
                    Toggle(
                        texts.settingsCarePhrases,
                        isOn: Binding(
                            get: { @MainActor in settings.carePhrases },
                            set: { @MainActor isOn in Task { await model.send(.setCarePhrases(isOn)) } })
                    )
                    .frame(minHeight: Look.Size.touch)
                    SoftText(texts.settingsCarePhrasesHint)
                }
                way(texts.settingsCopies, "square.on.square") { CopiesView() }
                way(texts.settingsErase, "trash.slash") { EraseView() }
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.settingsPrivacy)
        .helpInToolbar()
        .alert(for: model.state.problem) {
            Task { await model.send(.dismissProblem) }
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
}

/// The safety copies: what there is, and a way to delete it.
struct CopiesView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var asksToDelete = false

    private var upkeep: UpkeepModel { model.upkeep }

    var body: some View {
        Page {
            Text(texts.copiesAbout)
            SoftText(texts.copiesLocked)
            if let progress = upkeep.state.progress, !progress.finished {
                UpkeepCard(upkeep: upkeep, progress: progress)
            }
            if let copies = upkeep.state.copies {
                if copies.isEmpty {
                    Text(texts.copiesNone)
                } else {
                    ForEach(copies, id: \.self) { copy in
                        Card {
                            Text(texts.words(for: copy, days: days))
                        }
                    }
                    SoftText(texts.copiesOldWords)
                    PlainButton(title: texts.copiesDelete) { asksToDelete = true }
                }
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.copiesTitle)
        .helpInToolbar()
        .task {
            await upkeep.send(.loadCopies)
        }
        .alert(for: upkeep.state.problem) {
            Task { await upkeep.send(.dismissProblem) }
        }
        .confirmationDialog(texts.copiesDeleteTitle, isPresented: $asksToDelete, titleVisibility: .visible) {
            Button(texts.copiesDeleteConfirm, role: .destructive) {
                Task { await upkeep.send(.deleteCopies) }
            }
            Button(texts.copiesDeleteCancel, role: .cancel) {}
        } message: {
            Text(texts.copiesDeleteBody)
        }
    }
}

/// Upkeep that is under way; it can be stopped, and is taken up again another time.
private struct UpkeepCard: View {
    let upkeep: UpkeepModel
    let progress: UpkeepProgress
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.upkeepTitle) {
            Text(texts.upkeepBody)
            ProgressView(value: Double(progress.done), total: Double(max(progress.total, progress.done, 1)))
                .accessibilityLabel(texts.a11yUpkeep(done: Int(progress.done), total: Int(progress.total)))
            SoftText(texts.upkeepProgress(done: Int(progress.done), total: Int(progress.total)))
            PlainButton(title: texts.upkeepStop) {
                Task { await upkeep.send(.stop) }
            }
        }
    }
}
