// One area: its practices, the ones that fit best first, each with why it may help and its first
// step.

import AmpersandKit
import SwiftUI

struct PracticeAreaPage: View {
    let area: PracticeGroup
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    private var practices: PracticesModel { model.practices }

    var body: some View {
        Page {
            if let view = practices.state.view {
                if let because = view.because, because.area == area {
                    WhyCard(title: view.title(of: area), because: because)
                }
                ForEach(view.areas.first { $0.area == area }?.practices ?? [], id: \.id) { card in
                    PracticeCardView(card: card) { path.append(.practice(card.id)) }
                }
            } else {
                LoadingView()
            }
        }
        .navigationTitle(practices.state.view?.title(of: area) ?? texts.practiceTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await practices.send(.load)
        }
        .alert(for: practices.state.problem) {
            Task { await practices.send(.dismissProblem) }
        }
    }
}

private struct PracticeCardView: View {
    let card: PracticeCard
    let open: @MainActor () -> Void
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: card.title) {
            Text(card.why)
            VStack(alignment: .leading, spacing: Look.Size.step) {
                SoftText(texts.suggestFirstStep)
                Text(card.firstStep)
            }
            .accessibilityElement(children: .combine)
            ForEach(texts.lines(for: card), id: \.self) { line in
                SoftText(line)
            }
            PlainButton(title: texts.todayPracticeOpen, hint: texts.a11yPracticeHint, action: open)
                .accessibilityLabel(card.title)
        }
    }
}

/// Why this and not another: the numbers, on tap, and the marks.
struct WhyCard: View {
    let title: String
    let because: WhySuggested
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var showsWhy = false

    var body: some View {
        Card(title: title) {
            if because.runDay != nil {
                SoftText(texts.practiceSuggested)
            }
            PlainButton(title: showsWhy ? texts.suggestWhyHide : texts.suggestWhy, hint: texts.a11yWhyHint) {
                showsWhy.toggle()
            }
            if showsWhy {
                why
            }
            if let boundary = because.boundary {
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    SoftText(texts.boundaryTitle)
                    Text(texts.words(for: boundary.kind))
                        .bold()
                    SoftText(texts.suggestFirstStep)
                    Text(boundary.firstStep)
                }
            }
        }
        .motion(on: showsWhy)
    }

    private var why: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            if let day = because.runDay {
                Text(texts.practiceWhyDay(day: days.day(day)))
            }
            if !because.parts.isEmpty {
                Text(texts.suggestWhyIntro)
            }
            ForEach(because.parts, id: \.scale) { part in
                Text(
                    texts.suggestWhyPart(
                        scale: part.title, number: days.number(part.score), points: days.number(part.points)))
            }
            if let need = because.need {
                Text(texts.suggestWhySum(need: days.number(need)))
            }
            if !because.liftedBy.isEmpty {
                Text(texts.practiceWhyMarked(patterns: days.list(because.liftedBy)))
            }
        }
        .smallType()
        .monospacedDigit()
        .privacySensitive()
    }
}
