// The Check: which of its screens is up.

import AmpersandKit
import SwiftUI

struct CheckView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    private var check: CheckModel { model.check }

    var body: some View {
        NavigationStack {
            content
                .motion(on: check.state.step)
                .navigationTitle(texts.checkName)
                .navigationBarTitleDisplayMode(.inline)
                .helpInToolbar()
                .alert(for: check.state.problem) {
                    Task { await check.send(.dismissProblem) }
                }
        }
    }

    @ViewBuilder private var content: some View {
        switch check.state.step {
        case .overview: CheckIntroView(check: check)
        case .question: QuestionView(check: check)
        case .paused: PausedView(check: check)
        case .review: ReviewView(check: check)
        case .safetyFirst: SafetyFirstView(check: check)
        case .result: ResultView(check: check)
        }
    }
}

/// The private page comes before the result; this says so, and opens it.
struct SafetyFirstView: View {
    let check: CheckModel
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var isOpen = false

    var body: some View {
        Page {
            Heading(texts.resultNeedsSafetyTitle)
            Text(texts.resultNeedsSafetyBody)
        } bottom: {
            FilledButton(title: texts.resultNeedsSafetyAction) { isOpen = true }
            PlainButton(title: texts.commonNotNow) {
                Task { await check.send(.close) }
            }
        }
        .sheet(isPresented: $isOpen, onDismiss: goOn) {
            SafetyView(purpose: .asking, closing: texts.safetyToResult)
        }
    }

    /// However the page was left: the core says whether the result may be shown now.
    private func goOn() {
        Task {
            await check.send(.safetyDone)
            await model.send(.refresh)
        }
    }
}

/// A Check that is resting: everything is kept.
struct PausedView: View {
    let check: CheckModel
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Page {
            Heading(texts.itemPausedTitle)
            if let draft = check.state.draft {
                Text(texts.itemPausedBody(until: days.moment(draft.resumableUntil)))
            }
        } bottom: {
            FilledButton(title: texts.itemPausedGoOn) {
                Task { await check.send(.goOn) }
            }
            PlainButton(title: texts.itemPausedLeave) {
                Task { await check.send(.leave) }
            }
        }
    }
}
