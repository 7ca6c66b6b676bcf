// An entry in a list: when, how it begins, and what belongs to it.

import AmpersandKit
import SwiftUI

struct EntryRow: View {
    let entry: EntrySummary
    let action: @MainActor () -> Void
    @Environment(\.texts) private var texts

    var body: some View {
        Button(action: action) {
            Card {
                EntryLines(entry: entry)
            }
        }
        .buttonStyle(.plain)
        .accessibilityHint(texts.a11yOpenEntry)
    }
}

/// The same, to be marked among several.
struct EntryChoice: View {
    let entry: EntrySummary
    let isChosen: Bool
    let action: @MainActor () -> Void
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Choice(
            title: days.dayOfWeek(entry.day), detail: entry.title ?? entry.excerpt, hint: texts.a11ySelectHint,
            isChosen: isChosen, action: action)
    }
}

/// What a list tells of an entry.
struct EntryLines: View {
    let entry: EntrySummary
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            HStack {
                SoftText(days.dayOfWeek(entry.day))
                Spacer(minLength: 0)
                if entry.starred {
                    Image(systemName: "star.fill")
                        .accessibilityLabel(texts.journalStarred)
                }
            }
            if let title = entry.title {
                Text(title)
                    .bold()
                    .privacySensitive()
            }
            Text(entry.excerpt.isEmpty ? texts.journalNoWords : entry.excerpt)
                .lineLimit(4)
                .privacySensitive()
            EntryFacts(mood: entry.mood, feelings: entry.feelings, tags: entry.tags)
            SoftText(texts.journalWords(n: Int(entry.words)))
        }
        .multilineTextAlignment(.leading)
    }
}

/// Mood, feelings and tags, each on a line of its own.
struct EntryFacts: View {
    let mood: Int32?
    let feelings: [String]
    let tags: [String]
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        if let mood {
            SoftText(texts.entryMood(mood: texts.words(forMood: mood)))
        }
        if !feelings.isEmpty {
            SoftText(texts.entryFeelings(feelings: days.list(feelings.map { texts.words(forFeeling: $0) })))
        }
        if !tags.isEmpty {
            SoftText(texts.entryTags(tags: days.list(tags)))
        }
    }
}

/// What can be done with the entries that are marked; all of them, or none.
struct ChosenBar: View {
    let journal: JournalModel
    @Environment(\.texts) private var texts
    @State private var tag = ""

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 2) {
            Text(texts.journalSelected(n: journal.state.chosen.count))
            ViewThatFits(in: .horizontal) {
                HStack { ways }
                VStack(alignment: .leading) { ways }
            }
            TextField(texts.editorTagNew, text: $tag)
                .textFieldStyle(.roundedBorder)
            if !tag.isEmpty {
                ViewThatFits(in: .horizontal) {
                    HStack { tagging }
                    VStack(alignment: .leading) { tagging }
                }
            }
        }
        .disabled(journal.state.isBusy)
    }

    @ViewBuilder private var ways: some View {
        PlainButton(title: texts.journalBulkStar) { send(.star(true)) }
        PlainButton(title: texts.journalBulkUnstar) { send(.star(false)) }
        PlainButton(title: texts.journalBulkTrash) { send(.trash) }
        PlainButton(title: texts.journalSelectDone) { send(.stopChoosing) }
    }

    @ViewBuilder private var tagging: some View {
        PlainButton(title: texts.journalBulkTag) { send(.tag(add: [tag], remove: [])) }
        PlainButton(title: texts.journalBulkUntag) { send(.tag(add: [], remove: [tag])) }
    }

    private func send(_ action: JournalModel.Action) {
        Task { await journal.send(action) }
    }
}
