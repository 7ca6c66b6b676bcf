// Time together at a glance: the talk that is being prepared, what was agreed on, and the talks
// before. None of it is there in care mode; the core says so.

import AmpersandKit
import SwiftUI

struct TogetherPage: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var together: TogetherModel { model.together }

    var body: some View {
        Page {
            if let view = together.state.view {
                content(view)
            } else if together.state.isAbsent {
                Text(texts.todayCareBody)
            } else {
                LoadingView()
            }
        } bottom: {
            if let view = together.state.view {
                FilledButton(title: view.meeting == nil ? texts.togetherBegin : texts.togetherGoOn) {
                    path.append(.meeting(nil))
                }
            }
        }
        .navigationTitle(texts.togetherTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await together.send(.leave)
            await together.send(.load)
        }
        .refreshable {
            await together.send(.load)
        }
        .onDisappear {
            Task { await model.send(.refresh) }
        }
        .alert(for: together.state.problem) {
            Task { await together.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func content(_ view: TogetherView) -> some View {
        if let meeting = view.meeting {
            Card(title: texts.togetherOpenTitle) {
                Text(texts.words(for: meeting.stage))
            }
        } else {
            Text(texts.togetherIntro)
        }
        if together.state.isUntold {
            Text(texts.practiceNotTold)
        }
        if let next = view.nextOn {
            Text(texts.togetherNextOn(day: days.day(next)))
        }
        Card(title: texts.togetherAgreementsTitle) {
            if view.agreements.isEmpty {
                SoftText(texts.togetherAgreementsNone)
            }
            ForEach(view.agreements, id: \.id) { agreement in
                AgreementRow(agreement: agreement)
                if agreement.mayReview {
                    PlainButton(title: texts.togetherReviewOpen) { path.append(.review(agreement.id)) }
                        .accessibilityLabel(texts.togetherReviewOpen)
                        .accessibilityValue(agreement.what)
                }
            }
        }
        if !view.reviewed.isEmpty {
            Card(title: texts.togetherReviewedTitle) {
                ForEach(view.reviewed, id: \.id) { agreement in
                    AgreementRow(agreement: agreement)
                }
            }
        }
        if !view.past.isEmpty {
            Card(title: texts.togetherPastTitle) {
                ForEach(view.past, id: \.id) { summary in
                    Button {
                        path.append(.meeting(summary.id))
                    } label: {
                        VStack(alignment: .leading, spacing: Look.Size.step) {
                            Text(texts.title(for: summary, days: days))
                            SoftText(texts.detail(of: summary, days: days))
                        }
                        .multilineTextAlignment(.leading)
                        .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
                    }
                }
            }
        }
    }
}

/// Something that was agreed on: who does what, when it is looked at, and how it went before.
struct AgreementRow: View {
    let agreement: AgreementView
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            Text(texts.words(for: agreement))
            SoftText(texts.detail(of: agreement, days: days))
            ForEach(agreement.reviews, id: \.self) { review in
                SoftText(texts.togetherReviewedRow(day: days.day(review.on), outcome: texts.words(for: review.outcome)))
            }
        }
        .accessibilityElement(children: .combine)
        .privacySensitive()
    }
}
