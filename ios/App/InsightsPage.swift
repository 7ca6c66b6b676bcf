// What the weeks show: cards with a sentence each, how it was worked out, and the same room for
// "not enough yet". All of it can be switched off.

import AmpersandKit
import SwiftUI

struct InsightsPage: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    private var insights: InsightsModel { model.insights }

    var body: some View {
        Page {
            if let view = insights.state.view {
                content(view)
            } else {
                LoadingView()
            }
        }
        .navigationTitle(texts.insightTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await insights.send(.load)
            if let offered = insights.state.view?.offered { await insights.send(.seen(offered)) }
        }
        .refreshable {
            await insights.send(.load)
        }
        .onDisappear {
            Task { await model.send(.refresh) }
        }
        .alert(for: insights.state.problem) {
            Task { await insights.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func content(_ view: InsightsView) -> some View {
        if view.on {
            SoftText(texts.insightIntro)
            let offered = view.cards.filter { $0.id == view.offered }
            if !offered.isEmpty {
                Heading(texts.insightOfferedTitle)
                ForEach(offered, id: \.id) { InsightCardView(card: $0) }
            }
            SeriesRows()
            ForEach(view.cards.filter { $0.id != view.offered }, id: \.id) { InsightCardView(card: $0) }
        } else {
            Card(title: texts.insightOffTitle) {
                Text(texts.insightOffBody)
            }
        }
        Toggle(
            texts.insightOn,
            isOn: Binding(
                get: { @MainActor in insights.state.view?.on == true },
                set: { @MainActor isOn in Task { await insights.send(.turn(isOn)) } })
        )
        .frame(minHeight: Look.Size.touch)
    }
}

/// The ways to each series over time.
private struct SeriesRows: View {
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.insightSeriesTitle) {
            ForEach(SeriesId.offered, id: \.self) { series in
                NavigationLink {
                    SeriesPage(series: series)
                } label: {
                    Text(texts.words(for: series))
                        .multilineTextAlignment(.leading)
                        .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
                }
            }
        }
    }
}

/// One insight: a sentence, what it stands on, and how it was worked out.
private struct InsightCardView: View {
    let card: InsightCard
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: card.title) {
            if let needed = texts.needed(by: card) {
                Text(texts.insightNotEnough)
                    .bold()
                Text(needed)
            } else {
                Text(card.text)
                ForEach(texts.lines(of: card, days: days), id: \.self) { line in
                    SoftText(line)
                }
            }
            SoftText(texts.basis(of: card, days: days))
            DisclosureGroup(texts.insightHow) {
                SoftText(card.how)
                    .frame(maxWidth: .infinity, alignment: .leading)
            }
        }
        .privacySensitive()
    }
}
