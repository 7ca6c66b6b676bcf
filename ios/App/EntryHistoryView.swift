// An entry's earlier texts, and one of them beside the present one: what was added since, what
// was taken out. Told by line and weight and words, not by colour alone.

import AmpersandKit
import SwiftUI

struct EntryHistoryView: View {
    let id: EntryId
    @Binding var path: [JournalPlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var history: EntryHistoryModel { model.history }

    var body: some View {
        Page {
            if let shown = history.state.history, shown.entry == id {
                if shown.revisions.isEmpty {
                    Text(texts.historyEmpty)
                }
                LazyVStack(spacing: Look.Size.step * 3) {
                    ForEach(shown.revisions, id: \.revision) { revision in
                        row(revision)
                    }
                }
                SoftText(texts.historyRule)
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.historyTitle)
        .helpInToolbar()
        .task {
            await history.send(.open(id))
        }
        .alert(for: history.state.problem) {
            Task { await history.send(.dismissProblem) }
        }
    }

    private func row(_ revision: RevisionSummary) -> some View {
        Button {
            path.append(.revision(revision.revision))
        } label: {
            Card {
                SoftText(texts.words(for: revision, days: days))
                Text(revision.excerpt.isEmpty ? texts.journalNoWords : revision.excerpt)
                    .lineLimit(3)
                    .multilineTextAlignment(.leading)
                    .privacySensitive()
                SoftText(texts.historyWords(n: Int(revision.words)))
            }
        }
        .buttonStyle(.plain)
        .accessibilityHint(texts.a11yOpenRevision(moment: days.moment(revision.savedAt)))
    }
}

/// One earlier text.
struct RevisionTextView: View {
    let revision: UInt32
    @Binding var path: [JournalPlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var isWhole = false
    @State private var asksToRestore = false

    private var history: EntryHistoryModel { model.history }

    var body: some View {
        Page {
            if let shown = history.state.revision, shown.revision == revision {
                content(shown)
            } else {
                LoadingView()
            }
        } bottom: {
            FilledButton(title: texts.historyRestore) { asksToRestore = true }
                .disabled(history.state.isBusy)
        }
        .navigationTitle(texts.historyTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await history.send(.show(revision: revision))
        }
        .alert(for: history.state.problem) {
            Task { await history.send(.dismissProblem) }
        }
        .confirmationDialog(texts.historyRestoreTitle, isPresented: $asksToRestore, titleVisibility: .visible) {
            Button(texts.historyRestoreConfirm) { restore() }
            Button(texts.historyRestoreCancel, role: .cancel) {}
        } message: {
            Text(texts.historyRestoreBody)
        }
    }

    @ViewBuilder private func content(_ shown: RevisionView) -> some View {
        Heading(texts.historyRevisionTitle(moment: days.moment(shown.savedAt)))
        PlainButton(title: isWhole ? texts.historyOnlyChanges : texts.historyWholeText) { isWhole.toggle() }
        if isWhole {
            if let title = shown.content.title {
                Text(title)
                    .bold()
            }
            Text(shown.content.body)
                .textSelection(.enabled)
        } else if shown.difference.contains(where: { $0.kind != .same }) {
            Card(title: texts.historyDifferenceTitle) {
                difference(shown.difference)
                Text(texts.historyRemoved)
                    .strikethrough()
                Text(texts.historyAdded)
                    .underline()
            }
            .privacySensitive()
        } else {
            Text(texts.historyNoDifference)
        }
    }

    /// One text of all pieces, which a screen reader hears piece by piece, with its kind.
    private func difference(_ pieces: [DiffPiece]) -> some View {
        pieces.reduce(Text(verbatim: "")) { $0 + drawn($1) }
            .accessibilityLabel(pieces.map { texts.words(for: $0) }.joined(separator: ". "))
    }

    private func drawn(_ piece: DiffPiece) -> Text {
        switch piece.kind {
        case .same: Text(piece.text)
        case .removed: Text(piece.text).strikethrough()
        case .added: Text(piece.text).underline().bold()
        }
    }

    private func restore() {
        Task {
            await history.send(.restore)
            guard history.state.restored != nil, history.state.problem == nil else { return }
            await model.entry.send(.refresh)
            await model.journal.send(.refresh)
            path.removeAll { $0 == .revision(revision) }
        }
    }
}
