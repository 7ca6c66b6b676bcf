// Where an estimate lies on its bar. The one place outside the core that looks at the error of
// an estimate; it turns two figures of the core into two places on a line, and nothing more.

/// An estimate as fractions of a bar's length: 0 at the leading end, 1 at the trailing one.
public struct EstimateBar: Equatable, Sendable {
    /// Where the bar itself ends.
    public let filled: Double
    /// Where the soft band begins and ends, kept on the bar.
    public let bandStart: Double
    public let bandEnd: Double

    public init(_ estimate: Estimate) {
        func place(_ value: Double) -> Double { min(max(value, 0), 100) / 100 }
        filled = place(estimate.score)
        bandStart = place(estimate.score - estimate.sem)
        bandEnd = place(estimate.score + estimate.sem)
    }
}

extension Estimate {
    /// How far the band reaches to each side, for "give or take".
    public var margin: Double { sem }
}

/// A figure of a pulse, which has no error of its own, as a fraction of a bar's length.
public enum PulseFigure {
    public static func filled(_ value: Double) -> Double { min(max(value, 0), 100) / 100 }
}
