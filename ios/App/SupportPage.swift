// A therapist: what a first session is like, questions to ask there, and the way to a page to
// bring along.

import AmpersandKit
import SwiftUI

struct SupportPage: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    private var support: SupportModel { model.support }

    var body: some View {
        Page {
            if let view = support.state.view {
                content(view)
            } else {
                LoadingView()
            }
        } bottom: {
            if support.state.own == nil {
                FilledButton(title: texts.supportSummaryOpen) { path.append(.summary) }
            } else {
                FilledButton(title: texts.supportOwnSave) { send(.saveOwn) }
                    .disabled(support.state.isBusy)
                PlainButton(title: texts.commonNotNow) { send(.closeOwn) }
            }
        }
        .navigationTitle(texts.supportTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await support.send(.load)
        }
        .alert(for: support.state.problem) {
            Task { await support.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func content(_ view: SupportView) -> some View {
        Text(texts.supportIntro)
        Card(title: texts.supportFirstTitle) {
            ForEach(view.firstSession, id: \.self) { paragraph in
                Text(paragraph)
            }
        }
        Heading(texts.supportQuestionsTitle)
        SoftText(texts.supportQuestionsBody)
        ForEach(view.questions, id: \.id) { question in
            Choice(
                title: question.text, detail: question.couple ? texts.supportCouple : "",
                hint: texts.supportQuestionHint, isChosen: question.ticked
            ) { send(.tick(question: question.id, !question.ticked)) }
        }
        Card(title: texts.supportOwnTitle) {
            ForEach(view.own, id: \.id) { own in
                Text(own.text)
                PlainButton(title: texts.supportOwnChange, hint: own.text) { send(.changeOwn(own.id)) }
                PlainButton(title: texts.supportOwnDelete, hint: own.text) { send(.deleteOwn(own.id)) }
            }
            if support.state.own != nil {
                WordsField(
                    title: texts.supportOwnField, hint: texts.supportOwnHint,
                    text: Binding(
                        get: { @MainActor in support.state.own?.text ?? "" },
                        set: { @MainActor text in support.type(own: text) }))
            } else if view.mayAdd {
                PlainButton(title: texts.supportOwnField) { send(.addOwn) }
            }
        }
        .privacySensitive()
    }

    private func send(_ action: SupportModel.Action) {
        Task { await support.send(action) }
    }
}
