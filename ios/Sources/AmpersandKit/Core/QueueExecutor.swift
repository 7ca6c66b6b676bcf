// Where the core's blocking calls run.

import Dispatch

/// Runs an actor's jobs on a queue of its own. The core blocks (a file, a lock), and a
/// blocked thread of the shared pool is one that every other task lacks.
///
/// On Apple systems `DispatchSerialQueue` is a `SerialExecutor` by itself; in the Dispatch
/// that comes with Swift 6.0 on Linux it is not. This serves both.
final class QueueExecutor: SerialExecutor {
    let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label, qos: .userInitiated)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
