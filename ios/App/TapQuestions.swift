// Questions that are answered by a tap, one below the other: the open one with its answers, the
// others in a line each. The check-in and the pulse are both made of them.

import AmpersandKit
import SwiftUI

/// One question as both pages have it.
struct TapQuestion {
    let id: String
    let text: String
    let options: [AnswerLabel]
}

struct TapQuestions: View {
    let questions: [TapQuestion]
    let marked: [String: Int32]
    /// The open question, by id; none when all were passed.
    let open: String?
    let answer: @MainActor (String, Int32) -> Void
    let skip: @MainActor (String) -> Void
    let takeBack: @MainActor (String) -> Void
    let turn: @MainActor (String) -> Void
    @Environment(\.texts) private var texts
    @AccessibilityFocusState private var isOnQuestion: Bool

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 3) {
            ForEach(questions, id: \.id) { question in
                if question.id == open {
                    asked(question)
                } else {
                    passed(question)
                }
            }
        }
        .privacySensitive()
        // A screen reader goes on with the page.
        .onChange(of: open) { _, _ in isOnQuestion = true }
        .sensoryFeedback(.selection, trigger: open)
        .motion(on: open)
    }

    private func asked(_ question: TapQuestion) -> some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 2) {
            Text(question.text)
                .font(.title3)
                .bold()
                .accessibilityAddTraits(.isHeader)
                .accessibilityFocused($isOnQuestion)
            ForEach(question.options, id: \.value) { option in
                Choice(
                    title: option.label, hint: texts.a11yCheckInAnswerHint,
                    isChosen: marked[question.id] == option.value
                ) {
                    answer(question.id, option.value)
                }
            }
            PlainButton(title: texts.checkInSkip) { skip(question.id) }
            if marked[question.id] != nil {
                PlainButton(title: texts.checkInTakeBack) { takeBack(question.id) }
            }
        }
    }

    private func passed(_ question: TapQuestion) -> some View {
        let given = texts.words(for: marked[question.id], of: question.options)
        return Button {
            turn(question.id)
        } label: {
            VStack(alignment: .leading, spacing: Look.Size.step) {
                Text(question.text)
                SoftText(given)
            }
            .multilineTextAlignment(.leading)
            .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
        }
        .buttonStyle(.plain)
        .accessibilityLabel(texts.a11yCheckInQuestion(question: question.text, answer: given))
        .accessibilityHint(texts.a11yCheckInQuestionHint)
    }
}

/// What was answered, to be read and not changed.
struct TapAnswersList: View {
    let questions: [TapQuestion]
    let marked: [String: Int32]
    @Environment(\.texts) private var texts

    var body: some View {
        Card {
            ForEach(questions, id: \.id) { question in
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    SoftText(question.text)
                    Text(texts.words(for: marked[question.id], of: question.options))
                }
                .accessibilityElement(children: .combine)
            }
        }
        .privacySensitive()
    }
}

extension CheckInItem {
    var question: TapQuestion { TapQuestion(id: id, text: text, options: options) }
}
