// The editor: a calm page over the whole screen. What is typed is kept by the model; this view
// hands it every stroke and shows whether it is on disk. Help is in the same place as always.

import AmpersandKit
import SwiftUI

struct EditorView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var editor: EditorModel { model.editor }

    var body: some View {
        NavigationStack {
            content
                .motion(on: editor.state.conflict)
                .navigationTitle(title)
                .navigationBarTitleDisplayMode(.inline)
                .helpInToolbar()
                .alert(for: editor.state.problem) {
                    Task { await editor.send(.dismissProblem) }
                }
        }
        .privacyCover()
    }

    private var title: String {
        guard let form = editor.state.form, editor.state.editor?.entry != nil else { return texts.editorNewTitle }
        return texts.editorEditTitle(day: days.day(form.day))
    }

    @ViewBuilder private var content: some View {
        if let shown = editor.state.editor, let form = editor.state.form {
            if let conflict = editor.state.conflict {
                ConflictView(editor: editor, saved: conflict, mine: form)
            } else {
                WritingView(editor: editor, shown: shown, form: form)
            }
        } else if let saved = editor.state.saved {
            AfterwordView(editor: editor, saved: saved)
        } else {
            LoadingView()
        }
    }
}

/// The page itself.
private struct WritingView: View {
    let editor: EditorModel
    let shown: Editor
    let form: EntryForm
    @Environment(\.texts) private var texts
    @Environment(\.palette) private var palette
    @FocusState private var isWriting: Bool
    @State private var showsDetails = false
    @State private var asksToDiscard = false

    var body: some View {
        Page {
            if shown.stale {
                SoftText(texts.editorStale)
            }
            EditorQuestion(shown: shown)
            TextField(texts.editorTitleLabel, text: typed(\.title) { .title($0) })
                .font(.title2)
                .privacySensitive()
            TextEditor(text: typed(\.body) { .body($0) })
                .scrollContentBackground(.hidden)
                .frame(minHeight: Look.Size.touch * 6)
                .background(palette.surface, in: RoundedRectangle(cornerRadius: Look.Size.step * 2))
                .privacySensitive()
                .focused($isWriting)
                .accessibilityLabel(texts.editorBodyLabel)
                .accessibilityHint(texts.editorBodyHint)
            KeepingLine(editor: editor)
            PlainButton(title: showsDetails ? texts.editorDetailsHide : texts.editorDetails) {
                showsDetails.toggle()
            }
            if showsDetails {
                EditorDetails(editor: editor, shown: shown, form: form)
            }
            PlainButton(title: texts.editorDiscard) { asksToDiscard = true }
        } bottom: {
            FilledButton(title: texts.editorSave) {
                Task { await editor.send(.save) }
            }
        }
        .disabled(editor.state.isBusy)
        .onAppear { isWriting = form.body.isEmpty }
        .toolbar {
            ToolbarItem(placement: .cancellationAction) {
                Button(texts.commonClose) {
                    Task { await editor.send(.leave) }
                }
                .accessibilityHint(texts.a11yEditorCloseHint)
            }
            ToolbarItem(placement: .topBarLeading) {
                Button(texts.editorUndo, systemImage: "arrow.uturn.backward") { editor.take(.undo) }
                    .disabled(!editor.state.canUndo)
                    .accessibilityHint(texts.a11yUndoHint)
            }
            ToolbarItem(placement: .topBarLeading) {
                Button(texts.editorRedo, systemImage: "arrow.uturn.forward") { editor.take(.redo) }
                    .disabled(!editor.state.canRedo)
                    .accessibilityHint(texts.a11yRedoHint)
            }
        }
        .confirmationDialog(texts.editorDiscardTitle, isPresented: $asksToDiscard, titleVisibility: .visible) {
            Button(texts.editorDiscardConfirm, role: .destructive) {
                Task { await editor.send(.discard) }
            }
            Button(texts.editorDiscardCancel, role: .cancel) {}
        } message: {
            Text(texts.discarding(editor.state))
        }
    }

    /// A field over the model's text. The stroke is taken before the setter returns.
    private func typed(
        _ text: KeyPath<EntryForm, String> & Sendable, _ stroke: @escaping @MainActor (String) -> EditorModel.Stroke
    ) -> Binding<String> {
        Binding(
            get: { @MainActor in editor.state.form?[keyPath: text] ?? "" },
            set: { @MainActor in editor.take(stroke($0)) })
    }
}

/// The question or the form that the entry answers.
private struct EditorQuestion: View {
    let shown: Editor
    @Environment(\.texts) private var texts

    var body: some View {
        if let prompt = shown.promptText {
            Card(title: texts.editorPrompt) {
                Text(prompt)
            }
        }
        if let form = shown.form {
            Card(title: form.title) {
                if let text = form.text {
                    Text(text)
                }
                if let minutes = form.minutes {
                    SoftText(texts.editorFormMinutes(n: Int(minutes)))
                }
                if let session = form.session, let sessions = form.sessions {
                    SoftText(texts.editorFormSession(n: Int(session), of: Int(sessions)))
                }
            }
        }
    }
}

/// How many words, and whether they are on disk.
private struct KeepingLine: View {
    let editor: EditorModel
    @Environment(\.texts) private var texts

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            SoftText(texts.editorWords(n: editor.state.words))
                .monospacedDigit()
            SoftText(texts.words(for: editor.state.keeping))
            if case .refused(let problem) = editor.state.keeping {
                Text(texts.words(for: problem))
                PlainButton(title: texts.editorRetry) {
                    Task { await editor.send(.keep) }
                }
            }
        }
    }
}
