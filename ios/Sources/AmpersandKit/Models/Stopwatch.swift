// How long a question was looked at.

/// Adds up the time on one question, leaving out the time in the background. It is fed with
/// readings of a clock that only runs forward, so setting the phone's clock changes nothing.
struct Stopwatch: Equatable, Sendable {
    private var gathered = Duration.zero
    private var since: Duration?
    private var isUp = false

    init() {}

    /// A new question is shown.
    mutating func start(at reading: Duration) {
        self = Stopwatch()
        since = reading
        isUp = true
    }

    /// The app is covered or left.
    mutating func pause(at reading: Duration) {
        guard let since else { return }
        gathered += reading - since
        self.since = nil
    }

    /// The app is back. A watch that was never started stays still.
    mutating func goOn(at reading: Duration) {
        if isUp, since == nil { since = reading }
    }

    /// What was gathered, in whole milliseconds; nil when it was never started.
    func milliseconds(at reading: Duration) -> Int64? {
        guard isUp else { return nil }
        let total = gathered + (since.map { reading - $0 } ?? .zero)
        return total.components.seconds * 1_000 + total.components.attoseconds / 1_000_000_000_000_000
    }
}
