// One question a screen: five answers, or none; back, and a pause at any time.

import AmpersandKit
import SwiftUI

struct QuestionView: View {
    let check: CheckModel
    @Environment(\.texts) private var texts
    @AccessibilityFocusState private var isOnQuestion: Bool

    var body: some View {
        Page {
            if let draft = check.state.draft, let item = check.item {
                progress(of: draft)
                SoftText(draft.stem)
                Text(item.text)
                    .font(.title2)
                    .accessibilityAddTraits(.isHeader)
                    .accessibilityFocused($isOnQuestion)
                    .privacySensitive()
                if check.wasSkipped {
                    SoftText(texts.itemSkipped)
                }
                VStack(spacing: Look.Size.step * 2) {
                    ForEach(draft.labels, id: \.value) { label in
                        Choice(
                            title: label.label, hint: texts.a11yAnswerHint,
                            isChosen: check.chosen == label.value
                        ) {
                            Task { await check.send(.answer(item: item.id, value: label.value)) }
                        }
                    }
                }
                .accessibilityElement(children: .contain)
                .accessibilityLabel(texts.a11yAnswers)
                SoftText(texts.itemKept)
            }
        } bottom: {
            if let item = check.item {
                // Side by side where there is room, one below the other in large type.
                ViewThatFits(in: .horizontal) {
                    HStack { ways(from: item) }
                    VStack(alignment: .leading) { ways(from: item) }
                }
            }
        }
        // A new question begins at its top, and with it a screen reader.
        .id(check.state.position)
        .onChange(of: check.state.position) { _, _ in isOnQuestion = true }
        .toolbar {
            ToolbarItem(placement: .topBarLeading) {
                Button(texts.itemPause, systemImage: "pause") {
                    Task { await check.send(.pause) }
                }
                .accessibilityHint(texts.a11yPauseHint)
            }
        }
        .toolbar(.hidden, for: .tabBar)
        .sensoryFeedback(.selection, trigger: check.state.position)
        .motion(on: check.state.position)
    }

    @ViewBuilder private func ways(from item: CheckItem) -> some View {
        Button(texts.itemBack, systemImage: "chevron.backward") {
            Task { await check.send(.back) }
        }
        .frame(minHeight: Look.Size.touch)
        .disabled(!check.canGoBack)
        .accessibilityHint(texts.a11yBackQuestionHint)
        Spacer(minLength: 0)
        PlainButton(title: texts.itemSkip, hint: texts.a11ySkipHint) {
            Task { await check.send(.skip(item: item.id)) }
        }
        if check.canGoForward {
            PlainButton(title: check.isLast ? texts.itemToReview : texts.commonGoOn) {
                Task { await check.send(.forward) }
            }
        }
    }

    private func progress(of draft: CheckDraft) -> some View {
        let number = check.state.position + 1
        return VStack(alignment: .leading, spacing: Look.Size.step * 2) {
            ProgressView(value: Double(number), total: Double(draft.items.count))
                .accessibilityHidden(true)
            SoftText(texts.itemProgress(n: number, of: draft.items.count))
                .accessibilityLabel(texts.a11yProgress(n: number, of: draft.items.count))
        }
    }
}
