// The app: one window over one model. Everything that is decided is decided in the core, or,
// where it is about this shell alone, in AmpersandKit.

import AmpersandKit
import SwiftUI

@main
struct AmpersandApp: App {
    @Environment(\.scenePhase) private var scenePhase
    @State private var model = AppModel(
        folder: .applicationSupportDirectory.appending(path: "Vault"),
        locale: PhoneLocale.tag,
        keys: KeychainKeyStore(),
        protection: DataProtection(),
        time: SystemTime())

    var body: some Scene {
        WindowGroup {
            RootView()
                .environment(model)
                .environment(\.texts, model.texts)
        }
        .onChange(of: scenePhase) { _, phase in
            if phase == .active {
                model.cross(.back)
            } else if phase == .background {
                model.cross(.away)
            } else {
                // Something lies over the app, and may stay there: every word is kept.
                Task { await model.editor.send(.keep) }
            }
        }
    }
}
