// Before a run is finished: what was skipped, the one question about haste, and what happened
// in these weeks.

import AmpersandKit
import SwiftUI

struct ReviewView: View {
    let check: CheckModel
    @Environment(\.texts) private var texts

    var body: some View {
        Page {
            if let review = check.state.review {
                Heading(texts.reviewTitle)
                summary(of: review)
                if review.ask {
                    Card {
                        Text(texts.question(about: review.quality))
                        SoftText(texts.reviewKeepNote)
                        PlainButton(title: texts.reviewLookAgain) {
                            Task { await check.send(.lookAgain) }
                        }
                    }
                }
                tags
            }
        } bottom: {
            if let review = check.state.review {
                FilledButton(title: review.ask ? texts.reviewKeep : texts.reviewFinish) {
                    Task { await check.send(.finish) }
                }
                .disabled(check.state.isBusy || review.answered == 0)
                PlainButton(title: texts.reviewBack) {
                    Task { await check.send(.goOn) }
                }
            }
        }
        .toolbar(.hidden, for: .tabBar)
    }

    @ViewBuilder private func summary(of review: CheckReview) -> some View {
        if review.answered == 0 {
            Text(texts.reviewNothingAnswered)
        } else if review.answered == review.of {
            Text(texts.reviewAllAnswered(of: Int(review.of)))
        } else {
            Text(texts.reviewAnswered(answered: Int(review.answered), of: Int(review.of)))
        }
        if review.skipped > 0 {
            Text(texts.reviewSkipped(n: Int(review.skipped)))
            PlainButton(title: texts.reviewToSkipped) {
                Task { await check.send(.lookAtSkipped) }
            }
        }
    }

    private var tags: some View {
        Card(title: texts.reviewTagsTitle) {
            SoftText(texts.reviewTagsHint)
            ForEach(LifeEvent.offered, id: \.self) { event in
                Choice(
                    title: texts.words(for: event), hint: texts.a11yTagHint,
                    isChosen: check.state.tags.contains(event)
                ) {
                    Task { await check.send(.toggle(event)) }
                }
            }
        }
    }
}
