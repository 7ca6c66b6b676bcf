// Two texts for one entry: both are shown, both are kept, and the person chooses.

import AmpersandKit
import SwiftUI

struct ConflictView: View {
    let editor: EditorModel
    let saved: EntryView
    let mine: EntryForm
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            Heading(texts.conflictTitle)
            Text(texts.conflictBody)
            text(texts.conflictSaved, title: saved.content.title ?? "", body: saved.content.body)
            text(texts.conflictMine, title: mine.title, body: mine.body)
            Choice(
                title: texts.conflictMineOnTop, detail: texts.conflictMineOnTopHint, isChosen: false
            ) {
                Task { await editor.send(.settle(.mineOnTop)) }
            }
        } bottom: {
            FilledButton(title: texts.conflictKeepBoth, hint: texts.conflictKeepBothHint) {
                Task { await editor.send(.settle(.keepBoth)) }
            }
            PlainButton(title: texts.conflictLater) {
                Task { await editor.send(.goOnWriting) }
            }
        }
        .disabled(editor.state.isBusy)
    }

    private func text(_ heading: String, title: String, body: String) -> some View {
        Card(title: heading) {
            if !title.isEmpty {
                Text(title)
                    .bold()
            }
            Text(body)
                .textSelection(.enabled)
        }
        .privacySensitive()
    }
}

/// After saving: what a form ends with, and help where the words ask for it. Nobody has to read
/// either, and nothing about it is kept.
struct AfterwordView: View {
    let editor: EditorModel
    let saved: SavedEntry
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            if let care = saved.care {
                WordsCareCard(lines: care) {
                    Task { await editor.send(.dismissCare) }
                }
            }
            if let landing = saved.landing {
                Card(title: texts.editorLandingTitle) {
                    Text(landing)
                }
            }
            SoftText(texts.editorSaved)
        } bottom: {
            FilledButton(title: texts.editorLandingDone) {
                Task { await editor.send(.close) }
            }
        }
    }
}
