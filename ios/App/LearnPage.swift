// Learning: short cards in any order, and the patterns that a person may mark as their own. A mark
// is theirs alone: it lifts practices and changes no number.

import AmpersandKit
import SwiftUI

struct LearnPage: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            if let view = model.learn.state.view {
                SoftText(texts.learnBody)
                ForEach(view.cards, id: \.id) { card in
                    Card(title: card.title) {
                        Text(card.text)
                        LeadsTo(practices: card.practices, path: $path)
                    }
                }
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.learnTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await model.learn.send(.load)
        }
        .alert(for: model.learn.state.problem) {
            Task { await model.learn.send(.dismissProblem) }
        }
    }
}

struct PatternsPage: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            if let view = model.learn.state.view {
                SoftText(texts.learnPatternsBody)
                ForEach(view.patterns, id: \.id) { pattern in
                    card(pattern)
                }
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.learnPatternsTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await model.learn.send(.load)
        }
        .onDisappear {
            Task { await model.practices.send(.load) }
        }
        .alert(for: model.learn.state.problem) {
            Task { await model.learn.send(.dismissProblem) }
        }
    }

    private func card(_ pattern: PatternCard) -> some View {
        Card(title: pattern.title) {
            Text(pattern.looksLike)
            Choice(title: texts.learnMarked, hint: texts.a11yPatternHint, isChosen: pattern.marked) {
                Task { await model.learn.send(.toggle(pattern: pattern.id)) }
            }
            .privacySensitive()
            LeadsTo(practices: pattern.practices, path: $path)
            if !pattern.prompts.isEmpty {
                SoftText(texts.learnQuestions)
                ForEach(pattern.prompts, id: \.id) { prompt in
                    Text(prompt.text)
                    PlainButton(title: texts.todayPromptAction) {
                        Task { await model.editor.send(.begin(NewEntry(day: nil, prompt: prompt.id, form: nil))) }
                    }
                }
            }
        }
    }
}

/// The practices that a card or a pattern leads to.
private struct LeadsTo: View {
    let practices: [PracticeRef]
    @Binding var path: [PractisePlace]
    @Environment(\.texts) private var texts

    var body: some View {
        if !practices.isEmpty {
            SoftText(texts.learnLeadsTo)
            ForEach(practices, id: \.id) { practice in
                PlainButton(title: practice.title, hint: texts.a11yPracticeHint) {
                    path.append(.practice(practice.id))
                }
            }
        }
    }
}
