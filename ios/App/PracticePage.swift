// One practice: why, its small steps, the plan, and what was noted. Any step may be tried, and a
// try that did not work is as welcome as one that did.

import AmpersandKit
import SwiftUI

struct PracticePage: View {
    let id: String
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var asksToPutDown = false

    private var practice: PracticeModel { model.practice }

    /// What is shown is this one, and not the one of a page below.
    private var view: PracticeView? { practice.state.view.flatMap { $0.id == id ? $0 : nil } }

    var body: some View {
        Page {
            if let view {
                content(view)
            } else {
                LoadingView()
            }
        } bottom: {
            if let view {
                bottom(view)
            }
        }
        .navigationTitle(view?.title ?? texts.practiceTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .motion(on: practice.state.attempt?.id)
        .task(id: id) {
            await practice.send(.open(id))
        }
        .onDisappear {
            Task {
                await practice.send(.close)
                await model.send(.refresh)
                await model.practices.send(.load)
            }
        }
        .alert(for: practice.state.problem) {
            Task { await practice.send(.dismissProblem) }
        }
        .confirmationDialog(texts.practicePutDownTitle, isPresented: $asksToPutDown, titleVisibility: .visible) {
            Button(texts.practicePutDown, role: .destructive) { send(.putDown) }
            Button(texts.practicePutDownCancel, role: .cancel) {}
        } message: {
            Text(texts.practicePutDownBody)
        }
    }

    @ViewBuilder private func content(_ view: PracticeView) -> some View {
        Text(view.title)
            .font(.title2)
            .bold()
            .accessibilityAddTraits(.isHeader)
        Text(view.why)
        if practice.state.isUntold {
            Text(texts.practiceNotTold)
        }
        if practice.state.justNoted {
            SoftText(texts.practiceAttemptSaved)
        }
        if let form = practice.state.attempt {
            AttemptFields(practice: practice, view: view, form: form)
        } else if let form = practice.state.plan {
            PlanFields(practice: practice, form: form)
        } else {
            if let active = view.active {
                going(active)
            } else if !view.fullWith.isEmpty, !view.mayBegin {
                full(view)
            }
            PracticeStepsCard(view: view) { send(.noteAttempt(step: $0)) }
            if view.active != nil || !view.attempts.isEmpty {
                AttemptsCard(attempts: view.attempts, mayChange: view.active != nil) { send(.changeAttempt($0)) }
            }
            if let because = view.because {
                WhyCard(title: texts.suggestTitle, because: because)
            }
        }
    }

    @ViewBuilder private func going(_ active: ActivePractice) -> some View {
        Card {
            SoftText(texts.practiceSince(day: days.day(active.since)))
            ActivePracticeLines(practice: active)
        }
        if active.rotationOffered {
            Card(title: texts.practiceRotationTitle) {
                Text(texts.practiceRotationBody)
                PlainButton(title: texts.practiceRotationAction) { path = [.area(active.area)] }
            }
        }
        PlanCard(plan: active.plan, make: { send(.makePlan) }, drop: { send(.dropPlan) })
        PlainButton(title: texts.practicePutDown) { asksToPutDown = true }
    }

    private func full(_ view: PracticeView) -> some View {
        Card(title: texts.practiceFullTitle) {
            Text(texts.practiceFullBody)
            ForEach(view.fullWith, id: \.id) { other in
                PlainButton(title: texts.practicePutDownOther(title: other.title)) { send(.swap(for: other.id)) }
            }
        }
    }

    @ViewBuilder private func bottom(_ view: PracticeView) -> some View {
        if let form = practice.state.attempt {
            FilledButton(title: texts.practiceAttemptSave) { send(.saveAttempt) }
                .disabled(form.outcome == nil || practice.state.isBusy)
            PlainButton(title: texts.commonNotNow) { send(.closeAttempt) }
        } else if practice.state.plan != nil {
            FilledButton(title: texts.practicePlanSave) { send(.savePlan) }
                .disabled(practice.state.isBusy)
            PlainButton(title: texts.commonNotNow) { send(.closePlan) }
        } else if let active = view.active {
            FilledButton(title: texts.practiceAttemptTitle) { send(.noteAttempt(step: active.step)) }
        } else if view.mayBegin {
            FilledButton(title: texts.practiceBegin) { send(.begin) }
                .disabled(practice.state.isBusy)
        }
    }

    private func send(_ action: PracticeModel.Action) {
        Task { await practice.send(action) }
    }
}

/// The steps, smallest first, with what has come of each. The one to try now is told in words.
private struct PracticeStepsCard: View {
    let view: PracticeView
    let note: @MainActor (UInt32) -> Void
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.practiceStepsTitle) {
            ForEach(view.steps, id: \.index) { step in
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    if view.active?.step == step.index {
                        SoftText(texts.practiceStepNow)
                    }
                    Text(step.text)
                    ForEach(texts.lines(for: step), id: \.self) { line in
                        SoftText(line)
                    }
                }
                .accessibilityElement(children: .combine)
                if let active = view.active, active.step != step.index {
                    PlainButton(title: texts.practiceAttemptTitle) { note(step.index) }
                }
            }
        }
        .privacySensitive()
    }
}

/// What was noted, newest first.
private struct AttemptsCard: View {
    let attempts: [Attempt]
    let mayChange: Bool
    let change: @MainActor (AttemptId) -> Void
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.practiceAttemptsTitle) {
            if attempts.isEmpty {
                SoftText(texts.practiceAttemptsNone)
            }
            ForEach(attempts, id: \.id) { attempt in
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    Text(texts.title(for: attempt, days: days))
                        .bold()
                    SoftText(attempt.stepText)
                    if let note = attempt.note {
                        Text(note)
                    }
                    if let feeling = attempt.afterFeeling {
                        SoftText(texts.practiceAttemptFelt(mood: texts.words(forMood: feeling)))
                    }
                }
                .accessibilityElement(children: .combine)
                if mayChange {
                    PlainButton(title: texts.practiceAttemptChange) { change(attempt.id) }
                }
            }
        }
        .privacySensitive()
    }
}
