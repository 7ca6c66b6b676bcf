// Before the Check: what it is, who it is about, and what is already there.

import AmpersandKit
import SwiftUI

struct CheckIntroView: View {
    let check: CheckModel
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var deleting: DraftSummary?

    var body: some View {
        Page {
            Text(texts.checkIntro)
            Text(texts.checkHow)
            SoftText(texts.checkMinutes)
            SoftText(texts.checkNoWrong)
            Card(title: texts.checkAboutTitle) {
                ForEach(PartnerContext.offered, id: \.self) { context in
                    Choice(
                        title: texts.words(for: context), detail: texts.hint(for: context),
                        isChosen: check.state.context == context
                    ) {
                        Task { await check.send(.choose(context)) }
                    }
                }
            }
            if let overview = check.state.overview {
                state(of: overview)
            } else {
                LoadingView()
            }
            NavigationLink {
                RunsView(check: check) {}
            } label: {
                Label(texts.checkPast, systemImage: "clock")
                    .frame(minHeight: Look.Size.touch)
            }
        } bottom: {
            if let overview = check.state.overview {
                bottom(overview)
            }
        }
        .task {
            if let settings = model.state.settings {
                await check.send(.open(about: settings.partnerContext))
            }
        }
        .confirmationDialog(
            texts.checkKeptDeleteTitle,
            isPresented: Binding(
                get: { @MainActor in deleting != nil },
                set: { @MainActor isShown in if !isShown { deleting = nil } }),
            titleVisibility: .visible, presenting: deleting
        ) { draft in
            Button(texts.checkKeptDelete, role: .destructive) {
                Task { await check.send(.delete(draft.run)) }
            }
        } message: { _ in
            Text(texts.checkKeptDeleteBody)
        }
    }

    @ViewBuilder private func state(of overview: CheckOverview) -> some View {
        if let draft = overview.draft {
            Card(title: texts.checkDraftTitle) {
                Text(
                    texts.checkDraftBody(
                        answered: Int(draft.answered), of: Int(draft.of),
                        until: days.moment(draft.resumableUntil)))
                SoftText(texts.checkStartFreshNote)
                PlainButton(title: texts.checkStartFresh) {
                    Task { await check.send(.begin(fresh: true)) }
                }
            }
        } else if case .tooSoon(let from, _) = overview.retest {
            Text(texts.checkTooSoon(from: days.day(from)))
        }
        if !overview.keptDrafts.isEmpty {
            Card(title: texts.checkKeptTitle) {
                ForEach(overview.keptDrafts, id: \.run) { draft in
                    if let words = texts.words(for: draft.state) {
                        Text(words)
                    }
                    PlainButton(title: texts.checkKeptDelete) { deleting = draft }
                }
            }
        }
    }

    @ViewBuilder private func bottom(_ overview: CheckOverview) -> some View {
        if let draft = overview.draft {
            FilledButton(title: texts.checkResume) {
                Task { await check.send(.resume(draft.run)) }
            }
        } else if case .tooSoon = overview.retest {
            EmptyView()
        } else {
            FilledButton(title: texts.checkStart) {
                Task { await check.send(.begin(fresh: false)) }
            }
        }
    }
}
