// A result: in care mode help comes first; then the eight bands in words, what has changed,
// what could be practised, and how it was worked out.

import AmpersandKit
import SwiftUI

struct ResultView: View {
    let check: CheckModel
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            if let result = check.state.result {
                ResultHead(check: check, result: result)
                if let care = result.care {
                    CareCard(care: care)
                }
                ScaleSection(result: result, part: .pattern)
                ScaleSection(result: result, part: .strength)
                TotalSection(result: result)
                ChangeSection(result: result)
                SuggestionSection(result: result)
                ForEach(result.cards, id: \.self) { card in
                    Card(title: texts.title(for: card)) {
                        Text(texts.words(for: card))
                    }
                }
                SuggestedReminders()
                HowSection()
                SoftText(result.footer)
                RunActions(check: check, run: result.run)
            } else {
                Text(texts.resultEmpty)
            }
        } bottom: {
            FilledButton(title: texts.resultDone) {
                Task {
                    await check.send(.close)
                    await model.send(.refresh)
                }
            }
        }
    }
}

/// When it was, what it was about, and whether it was kept as it is.
private struct ResultHead: View {
    let check: CheckModel
    let result: CheckResult
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 2) {
            Text(texts.resultTitle)
                .font(.title)
                .bold()
                .accessibilityAddTraits(.isHeader)
            SoftText(texts.resultDay(day: days.day(result.run.day)))
            SoftText(texts.resultAboutContext(who: texts.words(for: result.run.partnerContext)))
            SoftText(texts.resultBasedOn(answered: Int(result.run.answered), of: Int(result.run.of)))
            if !result.run.tags.isEmpty {
                SoftText(texts.resultTags(tags: days.list(result.run.tags.map { texts.words(for: $0) })))
            }
        }
        if result.run.lowConfidence {
            Card(title: texts.resultLowConfidenceTitle) {
                Text(texts.resultLowConfidenceBody)
            }
        }
    }
}

/// Care mode: the care text and the help lines, before anything else.
private struct CareCard: View {
    let care: CareNote
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.helpCareTitle) {
            Text(care.text)
            HelpLineList(lines: care.help)
            HelpButton(title: texts.helpTitle)
        }
    }
}

/// The four patterns, or the four strengths.
private struct ScaleSection: View {
    let result: CheckResult
    let part: Part
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: part == .pattern ? texts.resultPatternsTitle : texts.resultStrengthsTitle) {
            SoftText(part == .pattern ? texts.resultPatternsHint : texts.resultStrengthsHint)
            ForEach(result.scales.filter { $0.result.part == part }, id: \.result.scale) { card in
                ScaleRow(card: card)
            }
        }
    }
}

/// The two totals.
private struct TotalSection: View {
    let result: CheckResult
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.resultTotalsTitle) {
            ForEach(result.totals, id: \.result.total) { card in
                if let estimate = card.result.estimate {
                    EstimateRow(
                        title: texts.title(for: card.result.total), part: card.result.total.part,
                        estimate: estimate)
                } else {
                    Text(texts.title(for: card.result.total))
                    SoftText(texts.resultTotalMissing)
                }
            }
        }
    }
}

/// How the figures came to be, for whoever asks.
private struct HowSection: View {
    @Environment(\.texts) private var texts
    @State private var isOpen = false

    var body: some View {
        Card {
            DisclosureGroup(isExpanded: $isOpen) {
                VStack(alignment: .leading, spacing: Look.Size.step * 3) {
                    Text(texts.resultHowPoints)
                    Text(texts.resultHowSkipped)
                    Text(texts.resultHowBand)
                    Text(texts.resultHowWords)
                    Text(texts.resultHowStart)
                    Text(texts.resultHowNobody)
                    Text(texts.changeHow)
                }
                .padding(.top, Look.Size.step * 2)
            } label: {
                Heading(texts.resultHowTitle)
            }
        }
    }
}
