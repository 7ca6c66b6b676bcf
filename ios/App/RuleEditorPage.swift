// One reminder while it is being made or changed. What it would do, and what will not work, is
// below the fields and follows every change, before anything is saved.

import AmpersandKit
import SwiftUI

struct RuleEditorPage: View {
    let start: RuleEditorModel.Action
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.dismiss) private var dismiss
    @State private var asksToDelete = false

    private var editor: RuleEditorModel { model.ruleEditor }

    var body: some View {
        Page {
            if let form = editor.state.form {
                if editor.state.saved != nil {
                    SoftText(texts.remindersSaved)
                }
                if form.kind == .custom {
                    RuleLabelCard(editor: editor, form: form)
                }
                RuleTimesCard(editor: editor, form: form)
                RuleDaysCard(editor: editor, form: form, today: model.state.home?.day)
                RuleMoreCard(editor: editor, form: form)
                outcome(of: form)
                if form.id != nil {
                    PlainButton(title: texts.remindersDelete) { asksToDelete = true }
                }
            } else {
                LoadingView()
            }
        } bottom: {
            if editor.state.form != nil {
                FilledButton(title: texts.remindersSave) {
                    Task {
                        await editor.send(.save)
                        guard editor.state.saved != nil, editor.state.problem == nil else { return }
                        await model.reminders.send(.load)
                        dismiss()
                    }
                }
                .disabled(editor.state.isBusy || editor.state.refusal != nil)
            }
        }
        .navigationTitle(editor.state.form?.id == nil ? texts.remindersNewTitle : texts.remindersEditTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await editor.send(start)
        }
        .onDisappear {
            Task { await editor.send(.close) }
        }
        .alert(for: editor.state.problem) {
            Task { await editor.send(.dismissProblem) }
        }
        .confirmationDialog(texts.remindersDeleteTitle, isPresented: $asksToDelete, titleVisibility: .visible) {
            Button(texts.remindersDeleteConfirm, role: .destructive) {
                guard let id = editor.state.form?.id else { return }
                Task {
                    await model.reminders.send(.delete(id))
                    dismiss()
                }
            }
            Button(texts.remindersDeleteCancel, role: .cancel) {}
        } message: {
            Text(texts.remindersDeleteBody)
        }
    }

    @ViewBuilder private func outcome(of form: RuleForm) -> some View {
        if let refusal = editor.state.refusal {
            Card(title: texts.remindersProblemsTitle) {
                Text(texts.words(for: refusal))
            }
        }
        if let preview = editor.state.preview {
            if !preview.problems.isEmpty {
                Card(title: texts.remindersProblemsTitle) {
                    ForEach(preview.problems, id: \.self) { problem in
                        Text(texts.words(for: problem, slots: preview.slots, days: days))
                    }
                    SoftText(texts.remindersProblemsNote)
                }
            }
            FiresCard(title: texts.remindersPreviewDraftTitle, fires: preview.fires, dropped: preview.dropped)
        }
    }
}

/// A name that only the person sees.
private struct RuleLabelCard: View {
    let editor: RuleEditorModel
    let form: RuleForm
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.remindersLabel) {
            TextField(
                texts.remindersLabel,
                text: Binding(
                    get: { @MainActor in editor.state.form?.label ?? "" },
                    set: { @MainActor label in editor.take { $0.label = label } })
            )
            .textFieldStyle(.roundedBorder)
            .frame(minHeight: Look.Size.touch)
            .privacySensitive()
            .accessibilityHint(texts.remindersLabelHint)
            SoftText(texts.remindersLabelHint)
                .accessibilityHidden(true)
        }
    }
}

/// One to eight times of the day, each a minute or a stretch.
private struct RuleTimesCard: View {
    let editor: RuleEditorModel
    let form: RuleForm
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.remindersTimesTitle) {
            ForEach(Array(form.times.enumerated()), id: \.offset) { place, time in
                if form.times.count > 1 {
                    Heading(texts.remindersTimeNumber(n: place + 1))
                }
                fields(of: time, at: place)
                if form.times.count > 1 {
                    PlainButton(title: texts.remindersTimeRemove) {
                        editor.take { $0.times.remove(at: place) }
                    }
                }
            }
            PlainButton(title: texts.remindersTimeAdd) {
                editor.take { $0.times.append(.at(at: "12:00")) }
            }
        }
    }

    @ViewBuilder private func fields(of time: SlotTime, at place: Int) -> some View {
        switch time {
        case .at(let at):
            TimeField(title: texts.remindersTimeAt, time: at) { set(.at(at: $0), at: place) }
            PlainButton(title: texts.remindersTimeWindow, hint: texts.remindersTimeWindowHint) {
                set(.window(from: "09:00", to: "20:00"), at: place)
            }
        case .window(let from, let to):
            SoftText(texts.remindersTimeWindowHint)
            TimeField(title: texts.remindersFrom, time: from) { set(.window(from: $0, to: to), at: place) }
            TimeField(title: texts.remindersTo, time: to) { set(.window(from: from, to: $0), at: place) }
            PlainButton(title: texts.remindersTimeAt) { set(.at(at: from), at: place) }
        }
    }

    private func set(_ time: SlotTime, at place: Int) {
        editor.take { if $0.times.indices.contains(place) { $0.times[place] = time } }
    }
}

/// Nudge, grace, fading, and what one answer settles.
private struct RuleMoreCard: View {
    let editor: RuleEditorModel
    let form: RuleForm
    @Environment(\.texts) private var texts

    var body: some View {
        Card {
            DisclosureGroup(texts.remindersMoreChoices) {
                VStack(alignment: .leading, spacing: Look.Size.step * 3) {
                    toggle(texts.remindersNudge, hint: texts.remindersNudgeHint, isOn: form.nudgeAfterMin != nil) {
                        isOn in
                        editor.take { $0.nudgeAfterMin = isOn ? 60 : nil }
                    }
                    if let minutes = form.nudgeAfterMin {
                        CountField(
                            title: texts.remindersNudgeAfter, hint: texts.remindersNudgeAfterHint, value: minutes,
                            bounds: 30...720, step: 10
                        ) { minutes in editor.take { $0.nudgeAfterMin = minutes } }
                    }
                    CountField(
                        title: texts.remindersGrace, hint: texts.remindersGraceHint, value: form.graceMin,
                        bounds: 60...720, step: 30
                    ) { minutes in editor.take { $0.graceMin = minutes } }
                    toggle(texts.remindersFade, hint: texts.remindersFadeHint, isOn: form.backOff) { isOn in
                        editor.take { $0.backOff = isOn }
                    }
                    if form.times.count > 1 {
                        toggle(
                            texts.remindersOneAnswer, hint: texts.remindersOneAnswerHint, isOn: form.completion == .day
                        ) { isOn in
                            editor.take { $0.completion = isOn ? .day : .slot }
                        }
                    }
                }
                .frame(maxWidth: .infinity, alignment: .leading)
            }
        }
    }

    private func toggle(
        _ title: String, hint: String, isOn: Bool, change: @escaping @MainActor @Sendable (Bool) -> Void
    ) -> some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            Toggle(title, isOn: Binding(get: { @MainActor in isOn }, set: { @MainActor in change($0) }))
                .frame(minHeight: Look.Size.touch)
                .accessibilityHint(hint)
            SoftText(hint)
                .accessibilityHidden(true)
        }
    }
}
