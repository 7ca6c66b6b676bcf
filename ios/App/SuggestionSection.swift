// What could be practised, with the reasons and their numbers. Where two are close, the
// person picks; anybody may pick anything.

import AmpersandKit
import SwiftUI

struct SuggestionSection: View {
    let result: CheckResult
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 3) {
            Heading(texts.suggestTitle)
            if result.suggestions.isEmpty {
                Text(texts.suggestNone)
            } else {
                Text(texts.suggestBody)
            }
        }
        if result.chooseBetween.count > 1 {
            Card(title: texts.suggestChooseTitle) {
                Text(
                    texts.suggestChooseBody(
                        areas: days.list(result.chooseBetween.map { texts.title(for: $0) })))
            }
        }
        ForEach(result.suggestions, id: \.need.area) { suggestion in
            SuggestionCard(suggestion: suggestion, result: result)
        }
        if let boundary = result.boundary {
            Card(title: texts.boundaryTitle) {
                Text(texts.words(for: boundary.kind))
                    .bold()
                SoftText(texts.suggestFirstStep)
                Text(boundary.firstStep)
            }
        }
    }
}

private struct SuggestionCard: View {
    let suggestion: Suggestion
    let result: CheckResult
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var showsWhy = false

    var body: some View {
        Card(title: suggestion.title) {
            ForEach(suggestion.practices, id: \.id) { practice in
                VStack(alignment: .leading, spacing: Look.Size.step * 2) {
                    Text(practice.title)
                        .bold()
                    Text(practice.why)
                    DisclosureGroup(texts.suggestSteps) {
                        VStack(alignment: .leading, spacing: Look.Size.step * 2) {
                            ForEach(practice.steps, id: \.self) { step in
                                Text(step)
                            }
                        }
                        .frame(maxWidth: .infinity, alignment: .leading)
                    }
                }
            }
            PlainButton(
                title: showsWhy ? texts.suggestWhyHide : texts.suggestWhy, hint: texts.a11yWhyHint
            ) {
                showsWhy.toggle()
            }
            if showsWhy {
                why
            }
        }
    }

    private var why: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            Text(texts.suggestWhyIntro)
            ForEach(suggestion.need.parts, id: \.scale) { part in
                Text(
                    texts.suggestWhyPart(
                        scale: result.title(of: part.scale), number: days.number(part.score),
                        points: days.number(part.points)))
            }
            Text(texts.suggestWhySum(need: days.number(suggestion.need.need)))
        }
        .smallType()
        .monospacedDigit()
        .privacySensitive()
    }
}
