// The private page: five questions that can all be skipped, and what follows from them.

import AmpersandKit
import SwiftUI

struct SafetyView: View {
    let purpose: SafetyModel.Purpose
    /// What the last button says.
    let closing: String

    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.dismiss) private var dismiss

    private var safety: SafetyModel { model.safety }

    var body: some View {
        NavigationStack {
            content
                .navigationTitle(texts.safetyTitle)
                .navigationBarTitleDisplayMode(.inline)
                .helpInToolbar()
                .toolbar {
                    ToolbarItem(placement: .cancellationAction) {
                        Button(texts.commonClose) { dismiss() }
                    }
                }
                .task {
                    await safety.send(.load(purpose))
                }
                .onDisappear {
                    Task { await safety.send(.close) }
                }
                .alert(for: safety.state.problem) {
                    Task { await safety.send(.dismissProblem) }
                }
        }
        .privacyCover()
    }

    @ViewBuilder private var content: some View {
        if let outcome = safety.state.outcome {
            SafetyOutcomeView(outcome: outcome, purpose: purpose, closing: closing) {
                dismiss()
            }
        } else if let page = safety.state.page {
            questions(page)
        } else {
            LoadingView()
        }
    }

    private func questions(_ page: SafetyPage) -> some View {
        Page {
            if purpose == .leavingCareMode {
                Heading(texts.safetyLeaveTitle)
                Text(texts.safetyLeaveBody)
            } else {
                Text(texts.safetyIntro)
                Card(title: texts.safetyWhyTitle) {
                    Text(texts.safetyWhyBody)
                }
            }
            SoftText(texts.safetyMaySkip)
            SoftText(texts.safetyNotKept)
            ForEach(page.questions.indices, id: \.self) { index in
                Card {
                    SoftText(texts.safetyQuestionOf(n: index + 1, of: page.questions.count))
                    Text(page.questions[index].text)
                        .accessibilityAddTraits(.isHeader)
                    ForEach(SafetyAnswer.offered, id: \.self) { answer in
                        Choice(
                            title: texts.words(for: answer), isChosen: safety.state.answer(to: index) == answer
                        ) {
                            Task { await safety.send(.answer(question: index, answer)) }
                        }
                    }
                }
                .privacySensitive()
            }
        } bottom: {
            FilledButton(title: texts.safetyDone) {
                Task { await safety.send(.done) }
            }
            .disabled(safety.state.isBusy)
            PlainButton(title: texts.safetySkipAll) {
                Task { await safety.send(.skipAll) }
            }
        }
    }
}

/// What follows: care mode, support, or nothing but thanks.
private struct SafetyOutcomeView: View {
    let outcome: SafetyOutcome
    let purpose: SafetyModel.Purpose
    let closing: String
    let onDone: @MainActor () -> Void
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            head
            if let care = outcome.careText {
                Text(care)
            }
            if outcome.showSupport {
                Card(title: texts.safetySupportTitle) {
                    Text(texts.safetySupportBody)
                }
            }
            if outcome.careMode || outcome.showSupport {
                HelpLineList(lines: outcome.help)
            }
            SoftText(texts.safetyNoIsNotProof)
        } bottom: {
            FilledButton(title: closing, action: onDone)
        }
    }

    @ViewBuilder private var head: some View {
        switch (purpose, outcome.careMode) {
        case (.leavingCareMode, true):
            Heading(texts.safetyOnTitle)
            Text(texts.safetyLeaveStays)
        case (.leavingCareMode, false):
            Heading(texts.safetyOffTitle)
            Text(texts.safetyLeaveDone)
        case (.asking, true):
            Heading(texts.safetyOnTitle)
            Text(texts.safetyOnBody)
        case (.asking, false):
            Heading(texts.safetyOffTitle)
            Text(texts.safetyOffBody)
        }
    }
}
