// The trash: bring something back whole, or delete it for good, with a word on the safety
// copies that may still hold it.

import AmpersandKit
import SwiftUI

struct TrashView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var deleting: EntrySummary?

    private var trash: TrashModel { model.trash }

    var body: some View {
        Page {
            SoftText(texts.trashRule)
            if let purged = trash.state.purged {
                PurgedCard(purged: purged)
            }
            if let entries = trash.state.entries {
                if entries.isEmpty {
                    Text(texts.trashEmpty)
                }
                LazyVStack(spacing: Look.Size.step * 3) {
                    ForEach(entries, id: \.id) { entry in
                        row(entry)
                    }
                    if trash.state.next != nil {
                        PlainButton(title: texts.journalMore) {
                            Task { await trash.send(.more) }
                        }
                    }
                }
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.trashTitle)
        .helpInToolbar()
        .task {
            await trash.send(.load)
        }
        .onDisappear {
            Task { await trash.send(.dismissPurged) }
        }
        .alert(for: trash.state.problem) {
            Task { await trash.send(.dismissProblem) }
        }
        .confirmationDialog(
            texts.trashPurgeTitle(n: 1),
            isPresented: Binding(
                get: { @MainActor in deleting != nil },
                set: { @MainActor isShown in if !isShown { deleting = nil } }),
            titleVisibility: .visible, presenting: deleting
        ) { entry in
            Button(texts.trashPurgeConfirm, role: .destructive) {
                Task {
                    await trash.send(.purge([entry.id]))
                    await model.journal.send(.refresh)
                }
            }
            Button(texts.trashPurgeCancel, role: .cancel) {}
        } message: { _ in
            Text(texts.trashPurgeBody)
        }
    }

    private func row(_ entry: EntrySummary) -> some View {
        Card {
            EntryLines(entry: entry)
            if let purgeOn = entry.purgeOn {
                SoftText(texts.trashUntil(day: days.day(purgeOn)))
            }
            PlainButton(title: texts.trashRestore) {
                Task {
                    await trash.send(.restore(entry.id))
                    await model.journal.send(.refresh)
                }
            }
            PlainButton(title: texts.trashPurge) { deleting = entry }
        }
    }
}

/// What was deleted, and where its words may still be.
private struct PurgedCard: View {
    let purged: Purged
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card {
            Text(texts.trashPurged(n: Int(purged.count)))
            if let still = texts.whereStill(purged, days: days) {
                Heading(texts.trashStillInTitle)
                Text(still)
                NavigationLink {
                    CopiesView()
                } label: {
                    Text(texts.trashStillInAction)
                        .frame(minHeight: Look.Size.touch)
                }
            }
        }
    }
}
