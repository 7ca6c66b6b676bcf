// Tells when the clock, the day or the zone became another one while the app is running.

import Foundation
import SwiftUI

/// Listens as long as it is kept.
final class ClockWatch {
    private var observers: [any NSObjectProtocol] = []

    /// Midnight, a clock that was set, a clock change, and a journey: the system has two names for
    /// these.
    @MainActor
    init(onChange: @escaping @MainActor @Sendable () -> Void) {
        for name in [UIApplication.significantTimeChangeNotification, .NSSystemTimeZoneDidChange] {
            observers.append(
                NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { _ in
                    Task { @MainActor in onChange() }
                })
        }
    }

    deinit {
        for observer in observers { NotificationCenter.default.removeObserver(observer) }
    }
}
