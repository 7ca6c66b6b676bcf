// On the first screen: what was agreed on and is ready to be looked at, a talk that is being
// prepared, and at most one thing that the weeks show. In care mode the core gives no talk.

import AmpersandKit
import SwiftUI

struct TodayTogetherCards: View {
    let home: Home
    @Binding var path: [TodayPlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        if let together = home.together {
            if together.agreementsDue > 0 {
                Card(title: texts.todayAgreementsTitle) {
                    Text(texts.todayAgreementsDue(n: Int(together.agreementsDue)))
                    PlainButton(title: texts.todayTogetherAction) { model.lead(to: .together) }
                        .accessibilityLabel(texts.todayTogetherAction)
                        .accessibilityValue(texts.todayAgreementsTitle)
                }
            }
            if together.meetingOpen || together.nextOn != nil {
                Card(title: texts.todayTogetherTitle) {
                    if together.meetingOpen {
                        Text(texts.todayTogetherOpen)
                    }
                    if let next = together.nextOn {
                        Text(texts.todayTogetherNext(day: days.day(next)))
                    }
                    PlainButton(title: texts.todayTogetherAction) { model.lead(to: .together) }
                        .accessibilityLabel(texts.todayTogetherAction)
                        .accessibilityValue(texts.todayTogetherTitle)
                }
            }
        }
        if let insight = home.insight {
            Card(title: texts.todayInsightTitle) {
                Text(insight.title)
                    .bold()
                Text(insight.text)
                PlainButton(title: texts.todayInsightOpen) { path.append(.insights) }
                PlainButton(title: texts.todayInsightLater) {
                    Task {
                        await model.insights.send(.seen(insight.id))
                        await model.send(.refresh)
                    }
                }
            }
            .privacySensitive()
        }
    }
}
