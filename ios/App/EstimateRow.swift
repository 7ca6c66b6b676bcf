// One estimate: its words, a bar with its soft band, and the number only on a tap.

import AmpersandKit
import SwiftUI

/// A scale of the result: what it is about, and its estimate or how many answers it lacks.
struct ScaleRow: View {
    let card: ScaleCard
    @Environment(\.texts) private var texts

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 2) {
            if let estimate = card.result.estimate {
                EstimateRow(
                    title: card.title, part: card.result.part, estimate: estimate,
                    basedOn: texts.resultBasedOn(answered: Int(card.result.answered), of: Int(card.result.of)))
            } else {
                Text(card.title)
                    .bold()
                    .accessibilityLabel(texts.a11yScaleEmpty(title: card.title))
                SoftText(
                    texts.resultNotEnough(answered: Int(card.result.answered), of: Int(card.result.of)))
            }
            SoftText(card.about)
        }
        .padding(.vertical, Look.Size.step)
    }
}

/// The estimate itself.
struct EstimateRow: View {
    let title: String
    let part: Part
    let estimate: Estimate
    var basedOn = ""

    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var showsNumber = false

    var body: some View {
        Button {
            showsNumber.toggle()
        } label: {
            VStack(alignment: .leading, spacing: Look.Size.step * 2) {
                Text(title)
                    .bold()
                Text(words)
                Bar(bar: EstimateBar(estimate), part: part)
                if showsNumber {
                    Text(number)
                        .monospacedDigit()
                }
                if !basedOn.isEmpty {
                    SoftText(basedOn)
                }
            }
            .multilineTextAlignment(.leading)
            .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
        }
        .buttonStyle(.plain)
        .privacySensitive()
        .accessibilityLabel(texts.a11yScaleBar(title: title, words: words, basedOn: basedOn))
        .accessibilityValue(showsNumber ? number : "")
        .accessibilityHint(showsNumber ? texts.resultHideNumber : texts.a11yShowNumberHint)
    }

    private var words: String { texts.words(for: estimate.band, in: part) }

    private var number: String {
        texts.resultNumber(number: days.number(estimate.score), margin: days.number(estimate.margin))
    }
}

/// A bar inside its soft band. Measured from the leading end, so it turns round with the
/// direction of writing.
private struct Bar: View {
    let bar: EstimateBar
    let part: Part
    @Environment(\.palette) private var palette

    var body: some View {
        GeometryReader { place in
            ZStack(alignment: .leading) {
                Capsule()
                    .fill(palette.background)
                Capsule()
                    .fill(palette.band(part))
                    .frame(width: place.size.width * (bar.bandEnd - bar.bandStart))
                    .padding(.leading, place.size.width * bar.bandStart)
                Capsule()
                    .fill(palette.bar(part))
                    .frame(width: place.size.width * bar.filled, height: Look.Size.step * 2)
            }
        }
        .frame(height: Look.Size.step * 4)
        .accessibilityHidden(true)
    }
}
