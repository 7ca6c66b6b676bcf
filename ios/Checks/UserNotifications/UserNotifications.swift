// DECLARATIONS ONLY. This module shows nothing and runs nothing: every body is a fatalError().
// It repeats the part of Apple's UserNotifications that App/NotificationCentre.swift and
// App/NotificationResponder.swift use, so that those files can be type-checked where there is
// no notification centre. What else the framework offers (a repeat, a time interval, sounds of
// one's own, critical alerts) is left out on purpose: the app must not use it.

import Foundation

public final class UNUserNotificationCenter: @unchecked Sendable {
    public class func current() -> UNUserNotificationCenter { fatalError() }
    public weak var delegate: (any UNUserNotificationCenterDelegate)?

    public func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool { fatalError() }
    public func notificationSettings() async -> UNNotificationSettings { fatalError() }
    public func setNotificationCategories(_ categories: Set<UNNotificationCategory>) { fatalError() }
    public func add(_ request: UNNotificationRequest) async throws { fatalError() }
    public func pendingNotificationRequests() async -> [UNNotificationRequest] { fatalError() }
    public func deliveredNotifications() async -> [UNNotification] { fatalError() }
    public func removePendingNotificationRequests(withIdentifiers identifiers: [String]) { fatalError() }
    public func removeDeliveredNotifications(withIdentifiers identifiers: [String]) { fatalError() }
}

public struct UNAuthorizationOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let sound = Self(rawValue: 2)
    public static let alert = Self(rawValue: 4)
}

public enum UNAuthorizationStatus: Int, Sendable {
    case notDetermined, denied, authorized, provisional, ephemeral
}

public final class UNNotificationSettings {
    public var authorizationStatus: UNAuthorizationStatus { fatalError() }
}

public class UNNotificationContent {
    public var body: String { fatalError() }
}

public final class UNMutableNotificationContent: UNNotificationContent {
    public override init() { fatalError() }
    public override var body: String {
        get { fatalError() }
        set { fatalError() }
    }
    public var categoryIdentifier: String = ""
    public var sound: UNNotificationSound?
    public var interruptionLevel: UNNotificationInterruptionLevel = .active
}

public final class UNNotificationSound {
    public class var `default`: UNNotificationSound { fatalError() }
}

/// Without `timeSensitive` and `critical`: nothing that the app says is that urgent.
public enum UNNotificationInterruptionLevel: UInt, Sendable {
    case passive, active
}

public class UNNotificationTrigger {}

public final class UNCalendarNotificationTrigger: UNNotificationTrigger {
    public init(dateMatching dateComponents: DateComponents, repeats: Bool) { fatalError() }
}

public final class UNNotificationRequest {
    public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) { fatalError() }
    public var identifier: String { fatalError() }
}

public final class UNNotification {
    public var request: UNNotificationRequest { fatalError() }
}

public final class UNNotificationResponse {
    public var notification: UNNotification { fatalError() }
    public var actionIdentifier: String { fatalError() }
}

public let UNNotificationDefaultActionIdentifier: String = ""

public struct UNNotificationActionOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let foreground = Self(rawValue: 4)
}

public final class UNNotificationAction {
    public init(identifier: String, title: String, options: UNNotificationActionOptions = []) { fatalError() }
}

public struct UNNotificationCategoryOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
}

public final class UNNotificationCategory: Hashable {
    public init(
        identifier: String, actions: [UNNotificationAction], intentIdentifiers: [String],
        hiddenPreviewsBodyPlaceholder: String, options: UNNotificationCategoryOptions = []
    ) { fatalError() }
    public static func == (a: UNNotificationCategory, b: UNNotificationCategory) -> Bool { fatalError() }
    public func hash(into hasher: inout Hasher) { fatalError() }
}

public struct UNNotificationPresentationOptions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let list = Self(rawValue: 8)
    public static let banner = Self(rawValue: 16)
}

public protocol UNUserNotificationCenterDelegate: AnyObject {
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
        withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void)
    func userNotificationCenter(
        _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
        withCompletionHandler completionHandler: @escaping () -> Void)
}
