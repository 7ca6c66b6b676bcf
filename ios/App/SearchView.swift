// Search as it is typed. Filters are words in the same field, so that everything that is
// searched for can be seen; nothing of it is kept.

import AmpersandKit
import SwiftUI

struct SearchView: View {
    @Binding var path: [JournalPlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var search: SearchModel { model.search }

    var body: some View {
        Page {
            field
            filters
            if !search.state.ignored.isEmpty {
                Text(texts.searchIgnored(filters: days.list(search.state.ignored)))
            }
            order
            results
            SoftText(texts.searchNotKept)
        }
        .navigationTitle(texts.searchTitle)
        .helpInToolbar()
        .task {
            await search.send(.search)
        }
        .alert(for: search.state.problem) {
            Task { await search.send(.dismissProblem) }
        }
    }

    private var field: some View {
        HStack {
            TextField(
                texts.searchPlaceholder,
                text: Binding(
                    get: { @MainActor in search.state.text },
                    set: { @MainActor text in
                        search.type(text)
                        Task { await search.send(.search) }
                    })
            )
            .textFieldStyle(.roundedBorder)
            .frame(minHeight: Look.Size.touch)
            .privacySensitive()
            .accessibilityLabel(texts.a11ySearchField)
            if !search.state.text.isEmpty {
                Button(texts.searchClear, systemImage: "xmark.circle") {
                    Task {
                        await search.send(.clear)
                        await search.send(.search)
                    }
                }
                .frame(minWidth: Look.Size.touch, minHeight: Look.Size.touch)
            }
        }
    }

    private var filters: some View {
        DisclosureGroup(texts.searchFiltersTitle) {
            VStack(alignment: .leading, spacing: Look.Size.step * 2) {
                PlainButton(title: texts.searchFilterStarred) { add(.starred) }
                ForEach(tags, id: \.self) { tag in
                    PlainButton(title: SearchFilter.tag(tag).typed) { add(.tag(tag)) }
                }
                Text(texts.searchHelpWords)
                Text(texts.searchHelpQuotes)
                Text(texts.searchHelpFilters(examples: days.list(SearchFilter.examples)))
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }

    /// The tags of what is on the list: those that narrow it down.
    private var tags: [String] {
        var seen: Set<String> = []
        return (search.state.hits ?? []).flatMap(\.entry.tags).filter { seen.insert($0).inserted }
    }

    private var order: some View {
        Picker(
            texts.searchTitle,
            selection: Binding(
                get: { @MainActor in search.state.order },
                set: { @MainActor order in Task { await search.send(.order(order)) } })
        ) {
            ForEach(SearchOrder.offered, id: \.self) { order in
                Text(texts.words(for: order)).tag(order)
            }
        }
        .pickerStyle(.segmented)
    }

    @ViewBuilder private var results: some View {
        if let hits = search.state.hits {
            if hits.isEmpty {
                Heading(texts.searchNoneTitle)
                Text(texts.searchNoneBody)
            } else {
                SoftText(search.state.text.isEmpty ? texts.searchRecent : texts.searchShown(n: hits.count))
            }
            LazyVStack(spacing: Look.Size.step * 3) {
                ForEach(hits, id: \.entry.id) { hit in
                    HitRow(hit: hit) { path.append(.entry(hit.entry.id)) }
                }
                if search.state.next != nil {
                    PlainButton(title: texts.searchMore) {
                        Task { await search.send(.more) }
                    }
                    .onAppear { Task { await search.send(.more) } }
                }
            }
        } else if search.state.isSearching {
            ProgressView(texts.searchSearching)
        }
    }

    private func add(_ filter: SearchFilter) {
        Task { await search.send(.add(filter)) }
    }
}

/// What was found, with the found words in bold.
private struct HitRow: View {
    let hit: SearchHit
    let action: @MainActor () -> Void
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Button(action: action) {
            Card {
                SoftText(days.dayOfWeek(hit.entry.day))
                if let title = hit.titlePieces {
                    drawn(title)
                        .font(.title3)
                        .privacySensitive()
                }
                drawn(hit.snippetPieces)
                    .multilineTextAlignment(.leading)
                    .privacySensitive()
                EntryFacts(mood: hit.entry.mood, feelings: hit.entry.feelings, tags: hit.entry.tags)
            }
        }
        .buttonStyle(.plain)
        .accessibilityHint(texts.a11yOpenEntry)
    }

    private func drawn(_ pieces: [MarkedPiece]) -> Text {
        pieces.reduce(Text(verbatim: "")) { $0 + ($1.isFound ? Text($1.text).bold() : Text($1.text)) }
    }
}
