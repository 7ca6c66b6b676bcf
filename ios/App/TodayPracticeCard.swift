// What is practised on the first screen, and the private page where there is reason to offer it.
// Both are quiet: nothing here counts or calls.

import AmpersandKit
import SwiftUI

struct TodayPracticeCard: View {
    let practice: PracticeGlimpse
    let safety: SafetyOffer?
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        if let safety {
            SafetyOfferCard(offer: safety) { [model] in
                await model.boundaries.send(.dismissSafety)
                await model.send(.refresh)
            }
        }
        if !practice.active.isEmpty {
            Card(title: texts.todayPracticeTitle) {
                ForEach(practice.active, id: \.id) { active in
                    Text(active.title)
                        .bold()
                    ActivePracticeLines(practice: active)
                    PlainButton(title: texts.todayPracticeOpen, hint: texts.a11yPracticeHint) {
                        model.lead(to: .practice(active.id))
                    }
                    .accessibilityLabel(active.title)
                }
            }
        }
    }
}
