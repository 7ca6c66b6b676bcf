// A damaged vault: what happened, what it can be brought back from, and that the damaged file
// is kept whatever is chosen. Doing nothing is a choice too.

import AmpersandKit
import SwiftUI

struct RecoveryView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var recovery: RecoveryModel { model.recovery }

    var body: some View {
        NavigationStack {
            Page {
                Text(recovery.state.recovered == nil ? texts.recoveryTitle : texts.recoveryDoneTitle)
                    .font(.title)
                    .bold()
                    .accessibilityAddTraits(.isHeader)
                if let recovered = recovery.state.recovered {
                    done(recovered)
                } else {
                    Text(texts.recoveryBody)
                    offer
                }
                SoftText(texts.helpLocked)
            } bottom: {
                FilledButton(title: recovery.state.recovered == nil ? texts.statusRetry : texts.recoveryOpen) {
                    Task { await model.send(.open) }
                }
                .disabled(recovery.state.isBusy)
            }
            .helpInToolbar()
            .task {
                await recovery.send(.load)
            }
            .alert(for: recovery.state.problem) {
                Task { await recovery.send(.dismissProblem) }
            }
        }
    }

    @ViewBuilder private var offer: some View {
        if recovery.state.isBusy {
            ProgressView(texts.recoveryWorking)
        } else if let offer = recovery.state.offer {
            if offer.fileReadable {
                way(texts.recoveryFromFile, texts.recoveryFromFileHint, .file)
            } else {
                Text(texts.recoveryFromFileNot)
            }
            ForEach(offer.snapshots, id: \.self) { copy in
                switch copy.kind {
                case .daily:
                    way(
                        texts.recoveryFromDaily(day: days.day(copy.takenOn)), texts.recoveryFromCopyHint, .daily)
                case .weekly:
                    way(
                        texts.recoveryFromWeekly(day: days.day(copy.takenOn)), texts.recoveryFromCopyHint, .weekly)
                }
            }
            if offer.snapshots.isEmpty {
                Text(offer.fileReadable ? texts.recoveryNoCopies : texts.recoveryNone)
            }
        } else {
            Text(texts.recoveryNone)
        }
    }

    private func way(_ title: String, _ detail: String, _ source: RecoverFrom) -> some View {
        Choice(title: title, detail: detail, isChosen: false) {
            Task { await recovery.send(.recover(source)) }
        }
    }

    @ViewBuilder private func done(_ recovered: Recovered) -> some View {
        Text(texts.recoveryDoneRows(n: Int(recovered.rows)))
        Text(texts.words(for: recovered))
        ForEach(recovered.movedAside, id: \.self) { file in
            SoftText(texts.recoveryKeptAs(file: file))
        }
    }
}
