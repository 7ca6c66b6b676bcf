// The phone's notification centre, for the Kit's port. Dated one-shots and nothing else: no
// repeat, no interval, nothing time-sensitive, nothing provisional. The moment is the core's, in
// numbers of a wall clock; `DateComponents` only carries them, without a zone and without a
// calendar's arithmetic.

import AmpersandKit
import Foundation
import UserNotifications

struct NotificationCentre: NotificationScheduling {
    /// The names under which the phone hands an answer back.
    enum Action {
        static let open = "open"
        static let later = "later"
    }

    static let category = "reminder"

    let texts: any Texts

    /// The two buttons, and what stands in the place of the words while previews are hidden.
    func prepare() {
        let open = UNNotificationAction(
            identifier: Action.open, title: texts.reminderActionOpen, options: .foreground)
        let later = UNNotificationAction(identifier: Action.later, title: texts.reminderActionLater)
        UNUserNotificationCenter.current().setNotificationCategories([
            UNNotificationCategory(
                identifier: Self.category, actions: [open, later], intentIdentifiers: [],
                hiddenPreviewsBodyPlaceholder: texts.reminderSeveralDiscreet)
        ])
    }

    func pending() async -> [FireId] {
        await UNUserNotificationCenter.current().pendingNotificationRequests().map(\.identifier)
    }

    func delivered() async -> [FireId] {
        await UNUserNotificationCenter.current().deliveredNotifications().map(\.request.identifier)
    }

    func set(_ notices: [Notice]) async -> [FireId] {
        var taken: [FireId] = []
        for notice in notices {
            do {
                try await UNUserNotificationCenter.current().add(request(for: notice))
                taken.append(notice.id)
            } catch {
                // The core hears which were taken; the next plan sets the others again.
            }
        }
        return taken
    }

    func cancel(_ ids: [FireId]) async {
        UNUserNotificationCenter.current().removePendingNotificationRequests(withIdentifiers: ids)
    }

    func withdraw(_ ids: [FireId]) async {
        UNUserNotificationCenter.current().removeDeliveredNotifications(withIdentifiers: ids)
    }

    func permission() async -> NotificationAccess {
        switch await UNUserNotificationCenter.current().notificationSettings().authorizationStatus {
        case .notDetermined: .notAsked
        case .authorized: .granted
        // The app asks for none of the others, so whatever they are, nobody chose them.
        default: .denied
        }
    }

    func ask() async -> NotificationAccess {
        let center = UNUserNotificationCenter.current()
        _ = try? await center.requestAuthorization(options: [.alert, .sound])
        return await permission()
    }

    private func request(for notice: Notice) -> UNNotificationRequest {
        let content = UNMutableNotificationContent()
        content.body = notice.text
        content.categoryIdentifier = Self.category
        content.interruptionLevel = notice.isDiscreet ? .passive : .active
        content.sound = notice.isDiscreet || notice.isSilent ? nil : .default
        return UNNotificationRequest(
            identifier: notice.id, content: content,
            trigger: UNCalendarNotificationTrigger(dateMatching: components(of: notice.moment), repeats: false))
    }

    /// Without a zone: the trigger goes by the clock on the wall, wherever the phone is then.
    private func components(of moment: CivilMoment) -> DateComponents {
        var components = DateComponents()
        components.year = moment.year
        components.month = moment.month
        components.day = moment.day
        components.hour = moment.hour
        components.minute = moment.minute
        components.second = moment.second
        return components
    }
}
