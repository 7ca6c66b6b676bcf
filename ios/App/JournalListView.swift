// The journal: a month with its days, what is not saved yet, and the entries, newest first.

import AmpersandKit
import SwiftUI

/// The pages behind the journal's first one.
enum JournalPlace: Hashable {
    case entry(EntryId)
    case history(EntryId)
    case revision(UInt32)
    case search
    case trash
}

struct JournalListView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var path: [JournalPlace] = []

    private var journal: JournalModel { model.journal }

    var body: some View {
        NavigationStack(path: $path) {
            Page {
                if let view = journal.state.view {
                    content(view)
                } else {
                    LoadingView()
                }
            } bottom: {
                if journal.state.isChoosing {
                    ChosenBar(journal: journal)
                } else {
                    FilledButton(title: texts.journalWrite) {
                        Task { await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil))) }
                    }
                }
            }
            .navigationTitle(texts.journalTitle)
            .helpInToolbar()
            .toolbar {
                ToolbarItem(placement: .topBarLeading) {
                    Button(texts.journalSearch, systemImage: "magnifyingglass") { path.append(.search) }
                        .accessibilityHint(texts.a11ySearchHint)
                }
            }
            .navigationDestination(for: JournalPlace.self) { place in
                destination(place)
            }
            .refreshable {
                await journal.send(.refresh)
            }
            .task {
                await journal.send(.refresh)
            }
            .alert(for: journal.state.problem) {
                Task { await journal.send(.dismissProblem) }
            }
        }
    }

    @ViewBuilder private func destination(_ place: JournalPlace) -> some View {
        switch place {
        case .entry(let id): EntryReadView(id: id, path: $path)
        case .history(let id): EntryHistoryView(id: id, path: $path)
        case .revision(let revision): RevisionTextView(revision: revision, path: $path)
        case .search: SearchView(path: $path)
        case .trash: TrashView()
        }
    }

    @ViewBuilder private func content(_ view: JournalView) -> some View {
        if !view.openDrafts.isEmpty {
            OpenDraftsCard(drafts: view.openDrafts)
        }
        if view.total == 0, view.openDrafts.isEmpty {
            Card(title: texts.journalEmptyTitle) {
                Text(texts.journalEmptyBody)
            }
        } else {
            MonthCard(journal: journal, view: view, path: $path)
            entries(view)
        }
        if !journal.state.trashed.isEmpty {
            Card {
                Text(texts.journalMovedToTrash(n: journal.state.trashed.count))
                PlainButton(title: texts.journalPutBack) {
                    Task { await journal.send(.putBack) }
                }
            }
        }
        if view.trashed > 0 {
            Button {
                path.append(.trash)
            } label: {
                Label(texts.journalTrashCount(n: Int(view.trashed)), systemImage: "trash")
                    .frame(minHeight: Look.Size.touch)
            }
        }
        SoftText(texts.journalTotal(n: Int(view.total)))
    }

    @ViewBuilder private func entries(_ view: JournalView) -> some View {
        if journal.state.entries.isEmpty {
            Text(texts.journalMonthEmpty)
        } else {
            PlainButton(title: journal.state.isChoosing ? texts.journalSelectDone : texts.journalSelect) {
                Task { await journal.send(journal.state.isChoosing ? .stopChoosing : .choose) }
            }
        }
        LazyVStack(spacing: Look.Size.step * 3) {
            ForEach(journal.state.entries, id: \.id) { entry in
                if journal.state.isChoosing {
                    EntryChoice(entry: entry, isChosen: journal.state.chosen.contains(entry.id)) {
                        Task { await journal.send(.toggle(entry.id)) }
                    }
                } else {
                    EntryRow(entry: entry) { path.append(.entry(entry.id)) }
                }
            }
            if journal.state.next != nil {
                PlainButton(title: texts.journalMore) {
                    Task { await journal.send(.more) }
                }
                // Whoever scrolls so far wants to read on.
                .onAppear { Task { await journal.send(.more) } }
            }
        }
    }
}

/// What was begun and not saved: each can be gone on with.
struct OpenDraftsCard: View {
    let drafts: [OpenDraft]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.journalDraftsTitle) {
            ForEach(drafts, id: \.id) { draft in
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    Text(texts.title(for: draft, days: days))
                        .bold()
                    Text(draft.excerpt)
                        .lineLimit(3)
                        .privacySensitive()
                    SoftText(texts.journalDraftSavedAt(moment: days.moment(draft.savedAt)))
                    if draft.stale {
                        SoftText(texts.journalDraftStale)
                    }
                    PlainButton(title: texts.journalDraftResume) {
                        Task { await model.editor.send(.resume(draft.id)) }
                    }
                }
            }
        }
    }
}
