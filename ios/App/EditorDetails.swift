// What can be put beside the words: a day, a mood, feelings, tags, a question, a form.

import AmpersandKit
import SwiftUI

struct EditorDetails: View {
    let editor: EditorModel
    let shown: Editor
    let form: EntryForm

    var body: some View {
        EditorDayCard(editor: editor, form: form)
        EditorMoodCard(editor: editor, form: form)
        EditorFeelingsCard(editor: editor, shown: shown, form: form)
        EditorTagsCard(editor: editor, shown: shown, form: form)
        EditorPromptCard(editor: editor, shown: shown, form: form)
    }
}

/// The day it is written for, and the star.
private struct EditorDayCard: View {
    let editor: EditorModel
    let form: EntryForm
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.editorDay) {
            if let date = days.date(of: form.day) {
                DatePicker(
                    texts.editorDayChoose,
                    selection: Binding(
                        get: { @MainActor in date },
                        set: { @MainActor in editor.take(.day(days.day(of: $0))) }),
                    displayedComponents: .date
                )
                .frame(minHeight: Look.Size.touch)
            } else {
                Text(days.day(form.day))
            }
            Toggle(
                texts.editorStar,
                isOn: Binding(
                    get: { @MainActor in form.starred },
                    set: { @MainActor in editor.take(.star($0)) })
            )
            .frame(minHeight: Look.Size.touch)
        }
    }
}

private struct EditorMoodCard: View {
    let editor: EditorModel
    let form: EntryForm
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.editorMood) {
            ForEach(Moods.offered, id: \.self) { mood in
                Choice(title: texts.words(forMood: mood), isChosen: form.mood == mood) { editor.take(.mood(mood)) }
            }
            Choice(title: texts.editorMoodNone, isChosen: form.mood == nil) { editor.take(.mood(nil)) }
        }
        .privacySensitive()
    }
}

/// The words for feelings; those for not feeling much are welcome too, and stand apart.
private struct EditorFeelingsCard: View {
    let editor: EditorModel
    let shown: Editor
    let form: EntryForm
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.editorFeelings) {
            SoftText(texts.editorFeelingsHint)
            choices(shown.feelings.filter { !$0.blank })
            Heading(texts.editorFeelingsBlank)
            SoftText(texts.editorFeelingsBlankHint)
            choices(shown.feelings.filter(\.blank))
        }
        .privacySensitive()
    }

    private func choices(_ feelings: [Feeling]) -> some View {
        LazyVGrid(
            columns: [GridItem(.adaptive(minimum: Look.Size.touch * 3), spacing: Look.Size.step * 2)],
            spacing: Look.Size.step * 2
        ) {
            ForEach(feelings, id: \.id) { feeling in
                Choice(
                    title: feeling.label, hint: texts.a11yFeelingHint,
                    isChosen: form.feelings.contains(feeling.id)
                ) {
                    editor.take(.toggleFeeling(feeling.id))
                }
            }
        }
    }
}

private struct EditorTagsCard: View {
    let editor: EditorModel
    let shown: Editor
    let form: EntryForm
    @Environment(\.texts) private var texts
    @State private var tag = ""

    var body: some View {
        Card(title: texts.editorTags) {
            SoftText(texts.editorTagsHint)
            ForEach(form.tags, id: \.self) { tag in
                Choice(title: tag, hint: texts.a11yTagRemove(tag: tag), isChosen: true) {
                    editor.take(.removeTag(tag))
                }
            }
            TextField(texts.editorTagNew, text: $tag)
                .textFieldStyle(.roundedBorder)
                .frame(minHeight: Look.Size.touch)
                .onSubmit(add)
            PlainButton(title: texts.editorTagAdd, action: add)
            let known = shown.knownTags.filter { !form.tags.contains($0) }
            if !known.isEmpty {
                Heading(texts.editorTagsKnown)
                ForEach(known, id: \.self) { tag in
                    Choice(title: tag, hint: texts.a11yTagUseHint, isChosen: false) { editor.take(.addTag(tag)) }
                }
            }
        }
        .privacySensitive()
    }

    private func add() {
        editor.take(.addTag(tag))
        tag = ""
    }
}

/// Questions and forms to begin with.
private struct EditorPromptCard: View {
    let editor: EditorModel
    let shown: Editor
    let form: EntryForm
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.editorPrompts) {
            ForEach(shown.prompts, id: \.id) { prompt in
                Choice(title: prompt.text, isChosen: form.prompt == prompt.id) { send(.prompt(prompt.id)) }
            }
            if form.prompt != nil {
                PlainButton(title: texts.editorPromptRemove) { send(.prompt(nil)) }
            }
        }
        Card(title: texts.editorForms) {
            ForEach(shown.forms, id: \.id) { offer in
                Choice(title: offer.title, detail: detail(offer), isChosen: form.form == offer.id) {
                    send(.form(offer.id))
                }
                .disabled(offer.availableFrom != nil)
            }
            if form.form != nil {
                PlainButton(title: texts.editorFormRemove) { send(.form(nil)) }
            }
        }
    }

    private func detail(_ offer: FormOffer) -> String {
        if let from = offer.availableFrom { return texts.editorFormFrom(moment: days.moment(from)) }
        return offer.minutes.map { texts.editorFormMinutes(n: Int($0)) } ?? ""
    }

    private func send(_ action: EditorModel.Action) {
        Task { await editor.send(action) }
    }
}
