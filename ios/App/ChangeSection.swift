// What has changed since the run it is compared with, or why nothing is compared.

import AmpersandKit
import SwiftUI

struct ChangeSection: View {
    let result: CheckResult
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.changeTitle) {
            Text(texts.words(for: result.change, days: days))
            if case .compared = result.change {
                ForEach(result.scales, id: \.result.scale) { card in
                    if let change = card.change {
                        row(title: card.title, change: change)
                    }
                }
                ForEach(result.totals, id: \.result.total) { card in
                    if let change = card.change {
                        row(title: texts.title(for: card.result.total), change: change)
                    }
                }
                SoftText(texts.changeLearning)
            }
        }
    }

    private func row(title: String, change: Change) -> some View {
        let words = texts.words(for: change)
        return VStack(alignment: .leading, spacing: Look.Size.step) {
            Text(title)
                .bold()
            Text(words)
            if let points = change.points {
                SoftText(texts.changePoints(points: days.signed(points)))
                    .monospacedDigit()
            }
        }
        .privacySensitive()
        .accessibilityElement(children: .combine)
        .accessibilityLabel(texts.a11yChange(title: title, words: words))
    }
}
