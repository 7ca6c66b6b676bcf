// Boundaries: what is still open, the limits, and how it goes kind by kind. Everything may stay as
// it is; nothing asks to be finished.

import AmpersandKit
import SwiftUI

struct BoundariesPage: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    private var boundaries: BoundariesModel { model.boundaries }

    var body: some View {
        Page {
            if let view = boundaries.state.view {
                Text(texts.boundaryIntro)
                if let offer = view.safety {
                    SafetyOfferCard(offer: offer) {
                        await boundaries.send(.dismissSafety)
                    }
                }
                UseList(title: texts.boundaryOpenTitle, uses: view.open, path: $path)
                limits(view.limits)
                kinds(view.kinds)
                UseList(title: texts.boundaryDoneTitle, uses: view.done, path: $path)
            } else {
                LoadingView()
            }
        } bottom: {
            if boundaries.state.view != nil {
                FilledButton(title: texts.boundaryNotice) { path.append(.boundaryUse(nil)) }
            }
        }
        .navigationTitle(texts.areaBd)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await boundaries.send(.load)
        }
        .alert(for: boundaries.state.problem) {
            Task { await boundaries.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func limits(_ limits: [Boundary]) -> some View {
        if !limits.isEmpty {
            Card(title: texts.boundaryLimitsTitle) {
                ForEach(limits, id: \.id) { limit in
                    LimitLines(limit: limit)
                    PlainButton(title: limit.putAway ? texts.boundaryTakeOut : texts.boundaryPutAway) {
                        Task { await boundaries.send(.putAway(limit.id, !limit.putAway)) }
                    }
                }
            }
            .privacySensitive()
        }
    }

    private func kinds(_ kinds: [KindView]) -> some View {
        Card(title: texts.boundaryKindsTitle) {
            ForEach(kinds, id: \.kind) { kind in
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    Text(kind.title)
                        .bold()
                    ForEach(texts.lines(for: kind), id: \.self) { line in
                        SoftText(line)
                    }
                }
                .accessibilityElement(children: .combine)
            }
        }
        .privacySensitive()
    }
}

/// A limit in the person's own words, with its kind and who carries it.
struct LimitLines: View {
    let limit: Boundary
    @Environment(\.texts) private var texts

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            Text(limit.limit)
                .bold()
            SoftText(texts.words(for: limit.kind))
            SoftText(texts.words(for: limit.belongs))
            if limit.uses > 0 {
                SoftText(texts.boundaryUses(n: Int(limit.uses)))
            }
            if limit.putAway {
                SoftText(texts.boundaryIsAway)
            }
        }
        .accessibilityElement(children: .combine)
        .privacySensitive()
    }
}

/// Uses in a list: when, and where each one stands.
private struct UseList: View {
    let title: String
    let uses: [UseSummary]
    @Binding var path: [PractisePlace]
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        if !uses.isEmpty {
            Card(title: title) {
                ForEach(uses, id: \.id) { use in
                    Button {
                        path.append(.boundaryUse(use.id))
                    } label: {
                        VStack(alignment: .leading, spacing: Look.Size.step) {
                            Text(texts.title(for: use, days: days))
                            if let text = use.text {
                                SoftText(text)
                            }
                        }
                        .multilineTextAlignment(.leading)
                        .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
                    }
                    .accessibilityHint(texts.a11yBoundaryHint)
                }
            }
            .privacySensitive()
        }
    }
}

/// The private page, offered quietly: no alarm, no colour of its own, and gone with one tap.
struct SafetyOfferCard: View {
    let offer: SafetyOffer
    let dismiss: @MainActor @Sendable () async -> Void
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var showsSafety = false

    var body: some View {
        Card(title: texts.title(for: offer)) {
            Text(texts.words(for: offer))
            PlainButton(title: texts.boundarySafetyAction) { showsSafety = true }
            PlainButton(title: texts.commonNotNow) {
                Task { await dismiss() }
            }
        }
        .sheet(isPresented: $showsSafety, onDismiss: refresh) {
            SafetyView(purpose: .asking, closing: texts.commonClose)
        }
    }

    /// What care mode leaves out may be on any page below.
    private func refresh() {
        Task {
            await model.send(.refresh)
            await model.practices.send(.load)
            await model.boundaries.send(.load)
        }
    }
}
