// Having the system wake the app for a moment, so that reminders are planned on though nobody
// opens it. What is done then is the Kit's: `AmpersandApp` hears the task.

import AmpersandKit
import BackgroundTasks
import Foundation

struct BackgroundRefresh: WakeScheduling {
    /// The same name stands in project.yml, where the system looks for it.
    static let identifier = "app.ampersand.refresh"

    /// A refusal changes nothing: what is planned already reaches weeks ahead, and each start of
    /// the app plans anew. A request of the same name takes the place of an earlier one.
    func wake(notBefore moment: Int64) {
        let request = BGAppRefreshTaskRequest(identifier: Self.identifier)
        request.earliestBeginDate = Date(timeIntervalSince1970: TimeInterval(moment) / 1_000)
        try? BGTaskScheduler.shared.submit(request)
    }
}
