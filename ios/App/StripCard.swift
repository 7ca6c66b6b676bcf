// The last four weeks as dots, in words, and as a list. A day without a check-in is a gap: it is
// no zero, and nothing is counted in a row.

import AmpersandKit
import SwiftUI

struct StripCard: View {
    let strip: CheckInStrip
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.palette) private var palette
    @ScaledMetric(relativeTo: .body) private var dot = Look.Size.step * 4

    var body: some View {
        Card(title: texts.checkInStripTitle) {
            LazyVGrid(
                columns: Array(repeating: GridItem(.flexible(minimum: dot), spacing: Look.Size.step * 2), count: 7),
                spacing: Look.Size.step * 2
            ) {
                ForEach(strip.days, id: \.day) { day in
                    mark(for: day)
                        .frame(width: dot, height: dot)
                }
            }
            // The dots are for the eye; the words below say the same.
            .accessibilityElement()
            .accessibilityLabel(texts.a11yCheckInStrip)
            .accessibilityValue(texts.words(for: strip))
            Text(texts.words(for: strip))
                .accessibilityHidden(true)
            DisclosureGroup(texts.checkInStripList) {
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    ForEach(strip.days, id: \.day) { day in
                        SoftText(texts.words(for: day, days: days))
                    }
                }
                .frame(maxWidth: .infinity, alignment: .leading)
            }
        }
        .privacySensitive()
    }

    /// Filled or open: told by shape, not by colour alone.
    @ViewBuilder private func mark(for day: StripDay) -> some View {
        if day.answered {
            Circle().fill(palette.strength)
        } else {
            Circle().strokeBorder(palette.outline, lineWidth: 1)
        }
    }
}
