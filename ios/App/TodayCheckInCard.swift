// The check-in and the pulse on the first screen: one tap away, with the last four weeks. Nothing
// here counts in a row or says what is not there.

import AmpersandKit
import SwiftUI

struct TodayCheckInCard: View {
    let checkIn: CheckInGlimpse
    @Binding var path: [TodayPlace]
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: checkIn.todayAnswered ? texts.todayCheckInDoneTitle : texts.todayCheckInTitle) {
            if checkIn.strip.cameBack {
                Text(texts.todayCameBack)
            } else if !checkIn.todayAnswered {
                Text(texts.todayCheckInBody)
            }
            if checkIn.strip.answered > 0 {
                SoftText(texts.words(for: checkIn.strip))
            }
            PlainButton(title: checkIn.todayAnswered ? texts.todayCheckInLook : texts.todayCheckInAction) {
                path = [.checkIn(nil)]
            }
            if checkIn.yesterdayOpen, let yesterday {
                Text(texts.todayCheckInYesterday)
                PlainButton(title: texts.todayCheckInYesterdayAction) { path = [.checkIn(yesterday)] }
            }
        }
        if checkIn.pulseDue {
            Card(title: texts.todayPulseTitle) {
                Text(texts.todayPulseBody)
                PlainButton(title: texts.todayPulseAction) { path = [.pulse(nil)] }
            }
        }
    }

    /// The last day of the strip but one, which is the core's yesterday.
    private var yesterday: CivilDate? { checkIn.strip.days.dropLast().last?.day }
}
