// A series as the platform's own chart draws it. Swift Charts hands its marks to VoiceOver by
// itself, with the audio graph, so no description is written here a second time. Nothing is told
// by colour alone: points are what was noted, the line is named below the chart.

import AmpersandKit
import Charts
import SwiftUI

struct SeriesChart: View {
    let view: SeriesView
    let line: SeriesLine
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.palette) private var palette
    /// As tall as a few lines of text, and taller with larger type.
    @ScaledMetric(relativeTo: .body) private var height = Look.Size.step * 50
    @ScaledMetric(relativeTo: .body) private var dot = Look.Size.step * 5

    var body: some View {
        Chart {
            ForEach(view.runs(of: line)) { run in
                ForEach(run.places) { place in
                    if let date = days.date(of: place.day) {
                        LineMark(
                            x: .value(texts.insightChartDay, date), y: .value(texts.words(for: line), place.value),
                            // A line of its own for each piece, or the gaps would be drawn over.
                            series: .value(texts.words(for: line), run.id)
                        )
                        .foregroundStyle(palette.primary)
                        .accessibilityLabel(days.day(place.day))
                        .accessibilityValue(texts.chartValue(line, place.value, days: days))
                    }
                }
            }
            ForEach(view.places) { place in
                if let date = days.date(of: place.day) {
                    PointMark(x: .value(texts.insightChartDay, date), y: .value(texts.insightChartValue, place.value))
                        .foregroundStyle(palette.strength)
                        .symbolSize(dot)
                        .accessibilityLabel(days.day(place.day))
                        .accessibilityValue(days.decimal(place.value))
                }
            }
        }
        .chartYScale(domain: view.min...view.max)
        .chartLegend(.hidden)
        .frame(height: height)
        .accessibilityLabel(texts.insightChart(title: view.title))
        .accessibilityValue(view.summary)
    }
}
