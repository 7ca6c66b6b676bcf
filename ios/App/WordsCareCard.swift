// The soft card with help lines, where somebody's words ask for it. Nobody has to read it, and
// nothing about it is kept but that it was sent away.

import AmpersandKit
import SwiftUI

struct WordsCareCard: View {
    let lines: HelpLines
    let dismiss: @MainActor () -> Void
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.careCardTitle) {
            Text(texts.careCardBody)
            HelpLineList(lines: lines)
            SoftText(texts.careCardMayBeWrong)
            SoftText(texts.careCardOffHint)
            HelpButton(title: texts.careCardHelp)
            PlainButton(title: texts.careCardDismiss, hint: texts.a11yCareCardDismissHint, action: dismiss)
        }
    }
}
