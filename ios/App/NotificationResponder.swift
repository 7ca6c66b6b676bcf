// What a person does with a notification, handed on to the model. It holds nothing and decides
// nothing.

import AmpersandKit
import Foundation
import UserNotifications

/// The notification centre's delegate; the centre holds it weakly, so the app has to keep it.
final class NotificationResponder: NSObject, UNUserNotificationCenterDelegate, Sendable {
    private let model: AppModel

    init(model: AppModel) {
        self.model = model
    }

    /// While the app is open it shows what is due by itself; the notification is only listed.
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
    ) {
        completionHandler(.list)
    }

    /// The system may put the app to sleep as soon as it hears that the answer is dealt with: it
    /// hears so, on the main thread, when the core has it on disk.
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping () -> Void
    ) {
        let id = response.notification.request.identifier
        let action = response.actionIdentifier
        nonisolated(unsafe) let finished = completionHandler
        Task { @MainActor in
            if action == NotificationCentre.Action.later {
                await model.hear(.later(id))
            } else if action == NotificationCentre.Action.open || action == UNNotificationDefaultActionIdentifier {
                await model.hear(.opened(id))
            }
            finished()
        }
    }
}
