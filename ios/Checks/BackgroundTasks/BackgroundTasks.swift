// DECLARATIONS ONLY. This module runs nothing: every body is a fatalError(). It repeats the few
// names of Apple's BackgroundTasks that App/BackgroundRefresh.swift uses, so that the file can be
// type-checked where there is no scheduler. The task itself is heard by SwiftUI's
// `backgroundTask`, which Checks/SwiftUI declares.

import Foundation

public final class BGTaskScheduler: @unchecked Sendable {
    public class var shared: BGTaskScheduler { fatalError() }
    public func submit(_ taskRequest: BGTaskRequest) throws { fatalError() }
}

public class BGTaskRequest {
    public var earliestBeginDate: Date?
    fileprivate init() {}
}

public final class BGAppRefreshTaskRequest: BGTaskRequest {
    public init(identifier: String) { fatalError() }
}
