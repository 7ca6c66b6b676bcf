// Covers what is on the screen while the app is not in front: the system takes a picture for
// the app switcher just then. After coming back the cover stays until the core has said
// whether it locked itself.

import AmpersandKit
import SwiftUI

private struct PrivacyCover: ViewModifier {
    @Environment(AppModel.self) private var model
    @Environment(\.scenePhase) private var scenePhase
    @Environment(\.palette) private var palette
    @Environment(\.texts) private var texts

    func body(content: Content) -> some View {
        content.overlay {
            if scenePhase != .active || model.state.isAway {
                palette.background
                    .ignoresSafeArea()
                    .accessibilityLabel(texts.a11yCover)
            }
        }
    }
}

extension View {
    /// Every sheet needs one of its own: it lies above whatever covers the view below.
    func privacyCover() -> some View { modifier(PrivacyCover()) }
}
