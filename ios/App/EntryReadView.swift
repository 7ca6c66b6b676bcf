// One entry, to read: its words, what belongs to it, and the ways to change it, to its earlier
// texts and to the trash.

import AmpersandKit
import SwiftUI

struct EntryReadView: View {
    let id: EntryId
    @Binding var path: [JournalPlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var entry: EntryModel { model.entry }

    var body: some View {
        Page {
            if let shown = entry.state.entry, shown.id == id {
                content(shown)
            } else if !entry.state.isGone {
                LoadingView()
            }
        } bottom: {
            if let shown = entry.state.entry, shown.id == id {
                bottom(shown)
            }
        }
        .navigationTitle(texts.entryTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await entry.send(.open(id))
        }
        .alert(for: entry.state.problem) {
            if entry.state.isGone { path.removeAll { $0 == .entry(id) } }
            Task { await entry.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func content(_ shown: EntryView) -> some View {
        if let purgeOn = shown.purgeOn {
            Card(title: texts.entryTrashedTitle) {
                Text(texts.entryTrashedBody(day: days.day(purgeOn)))
            }
        }
        if !shown.openDrafts.isEmpty {
            Card(title: texts.entryDraftTitle) {
                Text(texts.entryDraftBody)
            }
        }
        Heading(days.dayOfWeek(shown.content.day))
        if let title = shown.content.title {
            Text(title)
                .font(.title2)
                .bold()
                .privacySensitive()
        }
        if let prompt = shown.promptText {
            SoftText(texts.entryPrompt(prompt: prompt))
        }
        if let form = shown.formTitle {
            SoftText(texts.entryForm(form: form))
        }
        Text(shown.content.body.isEmpty ? texts.journalNoWords : shown.content.body)
            .textSelection(.enabled)
            .privacySensitive()
        VStack(alignment: .leading, spacing: Look.Size.step) {
            EntryFacts(mood: shown.content.mood, feelings: shown.content.feelings, tags: shown.content.tags)
            SoftText(texts.journalWords(n: Int(shown.words)))
            SoftText(texts.entryWritten(moment: days.moment(shown.writtenAt)))
            if let editedAt = shown.editedAt {
                SoftText(texts.entryEdited(moment: days.moment(editedAt)))
            }
        }
        ways(shown)
    }

    @ViewBuilder private func ways(_ shown: EntryView) -> some View {
        if shown.earlierTexts > 0 {
            PlainButton(title: texts.entryEarlierTexts(n: Int(shown.earlierTexts))) { path.append(.history(id)) }
        }
        if shown.trashedAt == nil {
            PlainButton(title: shown.content.starred ? texts.entryUnstar : texts.entryStar) {
                Task { await entry.send(.star(!shown.content.starred)) }
            }
            PlainButton(title: texts.entryTrash) {
                Task {
                    await entry.send(.trash)
                    await model.journal.send(.refresh)
                }
            }
        }
    }

    @ViewBuilder private func bottom(_ shown: EntryView) -> some View {
        if shown.trashedAt != nil {
            FilledButton(title: texts.trashRestore) {
                Task {
                    await entry.send(.restore)
                    await model.journal.send(.refresh)
                }
            }
        } else {
            FilledButton(title: shown.openDrafts.isEmpty ? texts.entryEdit : texts.entryDraftAction) {
                Task { await model.editor.send(.edit(id)) }
            }
        }
    }
}
