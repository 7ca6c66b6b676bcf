// The app: one window over one model. Everything that is decided is decided in the core, or,
// where it is about this shell alone, in AmpersandKit.

import AmpersandKit
import SwiftUI
import UserNotifications

@main
struct AmpersandApp: App {
    @Environment(\.scenePhase) private var scenePhase
    @State private var model: AppModel
    private let responder: NotificationResponder
    private let watch: ClockWatch

    /// Who is told of a tapped notification has to be known before the launch is over.
    init() {
        let centre = NotificationCentre(texts: texts(for: PhoneLocale.tag))
        let model = AppModel(
            folder: .applicationSupportDirectory.appending(path: "Vault"),
            locale: PhoneLocale.tag,
            keys: KeychainKeyStore(),
            protection: DataProtection(),
            time: SystemTime(),
            centre: centre,
            waking: BackgroundRefresh())
        _model = State(initialValue: model)
        responder = NotificationResponder(model: model)
        watch = ClockWatch { Task { await model.timeChanged() } }
        centre.prepare()
        UNUserNotificationCenter.current().delegate = responder
    }

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
        .backgroundTask(.appRefresh(BackgroundRefresh.identifier)) { [model] in
            await model.timeChanged()
        }
    }
}
