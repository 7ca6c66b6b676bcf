// What a person puts in about a practice: how a try went, and the if-then plan.

import AmpersandKit
import SwiftUI

/// How a try went. Only that is asked for; the rest may stay empty.
struct AttemptFields: View {
    let practice: PracticeModel
    let view: PracticeView
    let form: AttemptForm
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Heading(form.id == nil ? texts.practiceAttemptTitle : texts.practiceAttemptChangeTitle)
        Card(title: texts.practiceAttemptOutcome) {
            ForEach(AttemptOutcome.offered, id: \.self) { outcome in
                Choice(title: texts.words(for: outcome), isChosen: form.outcome == outcome) {
                    practice.takeAttempt { $0.outcome = outcome }
                }
            }
        }
        Card(title: texts.practiceAttemptStep) {
            ForEach(view.steps, id: \.index) { step in
                Choice(title: step.text, isChosen: form.step == step.index) {
                    practice.takeAttempt { $0.step = step.index }
                }
            }
        }
        Card {
            Picker(
                texts.practiceAttemptDay,
                selection: Binding(
                    get: { @MainActor in form.day },
                    set: { @MainActor day in practice.takeAttempt { $0.day = day } })
            ) {
                ForEach(offeredDays, id: \.self) { day in
                    Text(days.shortDay(day)).tag(day)
                }
            }
            .pickerStyle(.navigationLink)
            .frame(minHeight: Look.Size.touch)
        }
        Card(title: texts.practiceAfterFeeling) {
            SoftText(texts.practiceAfterFeelingHint)
            ForEach(Moods.offered, id: \.self) { mood in
                Choice(title: texts.words(forMood: mood), isChosen: form.afterFeeling == mood) {
                    // A second tap takes it back: it may be left out.
                    practice.takeAttempt { $0.afterFeeling = $0.afterFeeling == mood ? nil : mood }
                }
            }
        }
        .privacySensitive()
        Card {
            WordsField(
                title: texts.practiceNote, hint: texts.practiceNoteHint,
                text: Binding(
                    get: { @MainActor in practice.state.attempt?.note ?? "" },
                    set: { @MainActor note in practice.takeAttempt { $0.note = note } }))
        }
    }

    /// A try that is being changed keeps its day, also where it is no longer offered.
    private var offeredDays: [CivilDate] {
        view.days.contains(form.day) ? view.days : view.days + [form.day]
    }
}

/// The plan as it stands, or the offer to make one.
struct PlanCard: View {
    let plan: IfThenPlan?
    let make: @MainActor () -> Void
    let drop: @MainActor () -> Void
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.practicePlanTitle) {
            if let plan {
                Text(plan.text)
                    .privacySensitive()
                if plan.saidAloud {
                    SoftText(texts.practicePlanSaid)
                }
                if let at = plan.remindAt {
                    SoftText(texts.practicePlanAt(time: days.time(at)))
                }
                PlainButton(title: texts.practicePlanChange, action: make)
                PlainButton(title: texts.practicePlanDrop, action: drop)
            } else {
                Text(texts.practicePlanBody)
                PlainButton(title: texts.practicePlanMake, action: make)
            }
        }
    }
}

/// An if and a then, said aloud once, with a reminder for those who like one.
struct PlanFields: View {
    let practice: PracticeModel
    let form: PlanForm
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.practicePlanTitle) {
            Text(texts.practicePlanBody)
            WordsField(
                title: texts.practicePlanSituation, hint: texts.practicePlanLineHint,
                text: Binding(
                    get: { @MainActor in practice.state.plan?.situation ?? "" },
                    set: { @MainActor text in practice.takePlan { $0.situation = text } }))
            WordsField(
                title: texts.practicePlanAction, hint: texts.practicePlanLineHint,
                text: Binding(
                    get: { @MainActor in practice.state.plan?.action ?? "" },
                    set: { @MainActor text in practice.takePlan { $0.action = text } }))
            Toggle(
                texts.practicePlanSaid,
                isOn: Binding(
                    get: { @MainActor in form.saidAloud },
                    set: { @MainActor isSo in practice.takePlan { $0.saidAloud = isSo } })
            )
            .frame(minHeight: Look.Size.touch)
        }
        Card {
            Toggle(
                texts.practicePlanRemind,
                isOn: Binding(
                    get: { @MainActor in form.reminds },
                    set: { @MainActor isSo in practice.takePlan { $0.reminds = isSo } })
            )
            .frame(minHeight: Look.Size.touch)
            .accessibilityHint(texts.practicePlanRemindHint)
            SoftText(texts.practicePlanRemindHint)
                .accessibilityHidden(true)
            if form.reminds {
                TimeField(title: texts.remindersTimeAt, time: form.remindAt) { time in
                    practice.takePlan { $0.remindAt = time }
                }
            }
        }
    }
}

/// A field for a person's own words, with what is good to know about it below. The binding reads
/// from the model, so that the stroke is there before its setter returns.
struct WordsField: View {
    let title: String
    var hint = ""
    let text: Binding<String>

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            SoftText(title)
                .accessibilityHidden(true)
            TextField(title, text: text)
                .textFieldStyle(.roundedBorder)
                .frame(minHeight: Look.Size.touch)
                .accessibilityLabel(title)
                .accessibilityHint(hint)
            if !hint.isEmpty {
                SoftText(hint)
                    .accessibilityHidden(true)
            }
        }
        .privacySensitive()
    }
}
