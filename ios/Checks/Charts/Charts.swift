// DECLARATIONS ONLY, see ../SwiftUI/Core.swift. The part of Swift Charts that App/*.swift uses,
// written by hand from the documented interface of iOS 16 and later.

@_exported import SwiftUI

// MARK: Content

@MainActor @preconcurrency public protocol ChartContent {
    associatedtype Body: ChartContent
    @ChartContentBuilder @MainActor @preconcurrency var body: Body { get }
}
extension Never: ChartContent {}

/// Not part of Charts: spares each mark of this module its `body`.
public protocol _Mark: ChartContent where Body == Never {}
extension _Mark {
    public var body: Never { fatalError() }
}

extension Optional: ChartContent where Wrapped: ChartContent {
    public var body: Never { fatalError() }
}
public struct _ChartTuple<T>: _Mark {}

@resultBuilder public struct ChartContentBuilder {
    public static func buildExpression<Content: ChartContent>(_ content: Content) -> Content { fatalError() }
    public static func buildBlock<Content: ChartContent>(_ content: Content) -> Content { fatalError() }
    @_disfavoredOverload
    public static func buildBlock<each Content: ChartContent>(
        _ content: repeat each Content
    ) -> _ChartTuple<(repeat each Content)> { fatalError() }
    public static func buildIf<Content: ChartContent>(_ content: Content?) -> Content? { fatalError() }
}

extension ForEach: ChartContent where Content: ChartContent {
    public var body: Never { fatalError() }
    public init(
        _ data: Data, id: KeyPath<Data.Element, ID>,
        @ChartContentBuilder content: @escaping (Data.Element) -> Content
    ) { fatalError() }
    public init(_ data: Data, @ChartContentBuilder content: @escaping (Data.Element) -> Content)
    where Data.Element: Identifiable, ID == Data.Element.ID { fatalError() }
}

// MARK: Values and marks

public protocol Plottable {}
extension Double: Plottable {}
extension String: Plottable {}
extension Date: Plottable {}

public struct PlottableValue<Value: Plottable> {
    public static func value<S: StringProtocol>(_ label: S, _ value: Value) -> PlottableValue<Value> {
        fatalError()
    }
}

public struct LineMark: _Mark {
    public init<X: Plottable, Y: Plottable, S: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<S>
    ) {}
}
public struct PointMark: _Mark {
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {}
}

extension ChartContent {
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some ChartContent { _same() }
    public func symbolSize(_ area: CGFloat) -> some ChartContent { _same() }
    public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some ChartContent { _same() }
    public func accessibilityValue<S: StringProtocol>(_ value: S) -> some ChartContent { _same() }
    /// Not part of Charts.
    func _same() -> Self { fatalError() }
}

// MARK: The chart

public struct Chart<Content: ChartContent>: View {
    public init(@ChartContentBuilder content: () -> Content) {}
    public var body: Never { fatalError() }
}

extension View {
    public func chartYScale(domain: ClosedRange<Double>) -> some View { _same() }
    public func chartLegend(_ visibility: Visibility) -> some View { _same() }
    /// Not part of Charts.
    func _same() -> Self { fatalError() }
}
