// A look at what was agreed on: how it went, and when to look again.

import AmpersandKit
import SwiftUI

struct AgreementPage: View {
    let id: AgreementId
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var together: TogetherModel { model.together }

    private var agreement: AgreementView? { together.state.view?.agreements.first { $0.id == id } }

    var body: some View {
        Page {
            if let agreement {
                content(agreement)
            } else if together.state.isAbsent {
                Text(texts.todayCareBody)
            } else if together.state.view != nil {
                Text(texts.togetherReviewGone)
            } else {
                LoadingView()
            }
        } bottom: {
            if agreement?.mayReview == true {
                FilledButton(title: texts.togetherReviewSave) {
                    Task {
                        await together.send(.saveReview)
                        if together.state.writing.review == nil { path.removeAll { $0 == .review(id) } }
                    }
                }
                .disabled(together.state.writing.review?.outcome == nil || together.state.isBusy)
            }
        }
        .navigationTitle(texts.togetherReviewTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task(id: id) {
            if together.state.view == nil { await together.send(.load) }
            await together.send(.openReview(id))
        }
        .onDisappear {
            Task { await model.send(.refresh) }
        }
        .alert(for: together.state.problem) {
            Task { await together.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func content(_ agreement: AgreementView) -> some View {
        Text(texts.words(for: agreement))
            .font(.title2)
            .bold()
            .accessibilityAddTraits(.isHeader)
            .privacySensitive()
        SoftText(texts.togetherReviewMade(day: days.day(agreement.madeOn)))
        if let form = together.state.writing.review, agreement.mayReview {
            Card {
                ForEach(ReviewOutcome.offered, id: \.self) { outcome in
                    Choice(title: texts.words(for: outcome), isChosen: form.outcome == outcome) {
                        together.take { $0.review?.outcome = outcome }
                    }
                }
            }
            Card {
                LongField(
                    title: texts.togetherReviewNote, hint: texts.togetherReviewNoteHint,
                    text: Binding(
                        get: { @MainActor in together.state.writing.review?.note ?? "" },
                        set: { @MainActor text in together.take { $0.review?.note = text } }))
            }
            if form.outcome != nil, form.outcome != .letGo {
                DayOrNone(
                    title: texts.togetherReviewNext, none: texts.togetherAgreeNoDay, some: texts.togetherAgreeADay,
                    offered: together.state.view?.reviewOffered ?? agreement.madeOn, chosen: form.nextOn
                ) { day in together.take { $0.review?.nextOn = day } }
            }
        }
    }
}
