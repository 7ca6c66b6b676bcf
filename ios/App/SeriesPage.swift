// One series over time: as points with a line that stops where there is a gap, as a sentence, and
// as a list. None of the three says more than the others.

import AmpersandKit
import SwiftUI

struct SeriesPage: View {
    let series: SeriesId
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var line = SeriesLine.seven

    private var insights: InsightsModel { model.insights }

    /// What is shown is this one, and not the one that was open before.
    private var view: SeriesView? { insights.state.series.flatMap { $0.id == series ? $0 : nil } }

    var body: some View {
        Page {
            range
            if let view {
                content(view)
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.words(for: series))
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task(id: series) {
            await insights.send(.open(series))
        }
        .onDisappear {
            Task { await insights.send(.close) }
        }
        .alert(for: insights.state.problem) {
            Task { await insights.send(.dismissProblem) }
        }
    }

    private var range: some View {
        Picker(
            texts.insightRange,
            selection: Binding(
                get: { @MainActor in insights.state.range },
                set: { @MainActor range in Task { await insights.send(.range(range)) } })
        ) {
            ForEach(InsightRange.offered, id: \.self) { range in
                Text(texts.words(for: range)).tag(range)
            }
        }
        .pickerStyle(.segmented)
        .accessibilityLabel(texts.insightRange)
    }

    @ViewBuilder private func content(_ view: SeriesView) -> some View {
        Card(title: view.title) {
            if view.isEmpty {
                Text(texts.insightChartNone)
            } else {
                SoftText(view.highLabel)
                SeriesChart(view: view, line: line)
                SoftText(view.lowLabel)
                Picker(texts.insightLine, selection: $line) {
                    ForEach(SeriesLine.allCases, id: \.self) { line in
                        Text(texts.words(for: line)).tag(line)
                    }
                }
                .pickerStyle(.navigationLink)
                .frame(minHeight: Look.Size.touch)
            }
            Text(view.summary)
            DisclosureGroup(texts.insightHow) {
                SoftText(view.how)
                    .frame(maxWidth: .infinity, alignment: .leading)
            }
        }
        .privacySensitive()
        if !view.isEmpty {
            SeriesTable(view: view)
        }
    }
}

/// The same as a list, each day with its value or with the word for a gap.
private struct SeriesTable: View {
    let view: SeriesView
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card {
            DisclosureGroup(texts.insightTable) {
                LazyVStack(alignment: .leading, spacing: Look.Size.step * 2) {
                    ForEach(view.points, id: \.day) { point in
                        VStack(alignment: .leading, spacing: Look.Size.step) {
                            Text(texts.row(for: point, days: days))
                                .monospacedDigit()
                            if let detail = texts.detail(of: point, days: days) {
                                SoftText(detail)
                            }
                        }
                        .accessibilityElement(children: .combine)
                    }
                }
                .frame(maxWidth: .infinity, alignment: .leading)
            }
        }
        .privacySensitive()
    }
}
