// A series as it is drawn: single points, and lines that stop where there is a gap. Nothing is
// put between two values that the core did not give.

/// What a line of a chart stands for.
public enum SeriesLine: String, CaseIterable, Hashable, Sendable {
    case seven, twentyEight, smooth

    func value(of point: SeriesPoint) -> Double? {
        switch self {
        case .seven: point.seven
        case .twentyEight: point.twentyEight
        case .smooth: point.smooth
        }
    }
}

/// A piece of a line without a gap in it.
public struct SeriesRun: Equatable, Hashable, Identifiable, Sendable {
    public let line: SeriesLine
    public let places: [SeriesPlace]

    /// Its line with its first day: no two pieces share both.
    public var id: String { "\(line.rawValue) \(places.first?.day ?? "")" }
}

/// A day with its value.
public struct SeriesPlace: Equatable, Hashable, Identifiable, Sendable {
    public let day: CivilDate
    public let value: Double
    public var id: CivilDate { day }
}

extension SeriesView {
    /// The days with a value of their own.
    public var places: [SeriesPlace] {
        points.compactMap { point in point.value.map { SeriesPlace(day: point.day, value: $0) } }
    }

    /// The pieces of one line, a new one after each gap.
    public func runs(of line: SeriesLine) -> [SeriesRun] {
        points.split { line.value(of: $0) == nil }.map { piece in
            SeriesRun(
                line: line,
                places: piece.compactMap { point in
                    line.value(of: point).map { SeriesPlace(day: point.day, value: $0) }
                })
        }
    }

    /// Whether there is anything to draw.
    public var isEmpty: Bool { points.allSatisfy { $0.value == nil } }
}
