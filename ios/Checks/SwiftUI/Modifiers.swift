// DECLARATIONS ONLY, see Core.swift. What a view can be given.

extension View {
    // Structure
    public func modifier<T>(_ modifier: T) -> ModifiedContent<Self, T> { fatalError() }
    public func environment<T: AnyObject & Observable>(_ object: T?) -> some View { fatalError() }
    public func environment<V>(
        _ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V
    ) -> some View { fatalError() }
    public func tag<V: Hashable>(_ tag: V) -> some View { fatalError() }
    public func id<ID: Hashable>(_ id: ID) -> some View { fatalError() }

    // Layout
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View {
        fatalError()
    }
    public func padding(_ length: CGFloat) -> some View { fatalError() }
    public func frame(
        width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center
    ) -> some View { fatalError() }
    public func frame(
        minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil,
        minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil,
        alignment: Alignment = .center
    ) -> some View { fatalError() }
    public func safeAreaInset<V: View>(
        edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil,
        @ViewBuilder content: () -> V
    ) -> some View { fatalError() }
    public func ignoresSafeArea() -> some View { fatalError() }

    // Looks
    public func font(_ font: Font?) -> some View { fatalError() }
    public func bold(_ isActive: Bool = true) -> some View { fatalError() }
    public func monospacedDigit() -> some View { fatalError() }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { fatalError() }
    public func background<S: ShapeStyle>(_ style: S) -> some View { fatalError() }
    public func background<S: ShapeStyle, T: InsettableShape>(_ style: S, in shape: T) -> some View {
        fatalError()
    }
    public func overlay<V: View>(
        alignment: Alignment = .center, @ViewBuilder content: () -> V
    ) -> some View { fatalError() }
    public func tint(_ tint: Color?) -> some View { fatalError() }
    public func lineLimit(_ number: Int?) -> some View { fatalError() }
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { fatalError() }
    public func disabled(_ disabled: Bool) -> some View { fatalError() }
    public func privacySensitive(_ sensitive: Bool = true) -> some View { fatalError() }
    public func animation<V: Equatable>(_ animation: Animation?, value: V) -> some View { fatalError() }
    public func sensoryFeedback<T: Equatable>(_ feedback: SensoryFeedback, trigger: T) -> some View {
        fatalError()
    }

    // Styles
    public func pickerStyle<S: PickerStyle>(_ style: S) -> some View { fatalError() }
    public func buttonStyle<S: PrimitiveButtonStyle>(_ style: S) -> some View { fatalError() }
    public func textFieldStyle<S: TextFieldStyle>(_ style: S) -> some View { fatalError() }
    public func textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?) -> some View {
        fatalError()
    }
    public func autocorrectionDisabled(_ disable: Bool = true) -> some View { fatalError() }
    public func scrollContentBackground(_ visibility: Visibility) -> some View { fatalError() }
    public func focused(_ condition: FocusState<Bool>.Binding) -> some View { fatalError() }
    public func textContentType(_ type: UITextContentType?) -> some View { fatalError() }
    public func textSelection<S: TextSelectability>(_ selectability: S) -> some View { fatalError() }

    // Navigation and presentation
    public func navigationTitle<S: StringProtocol>(_ title: S) -> some View { fatalError() }
    public func navigationBarTitleDisplayMode(
        _ mode: NavigationBarItem.TitleDisplayMode
    ) -> some View { fatalError() }
    public func toolbar<Content: ToolbarContent>(
        @ToolbarContentBuilder content: () -> Content
    ) -> some View { fatalError() }
    public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View {
        fatalError()
    }
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View { fatalError() }
    public func sheet<Content: View>(
        isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil,
        @ViewBuilder content: @escaping () -> Content
    ) -> some View { fatalError() }
    public func fullScreenCover<Content: View>(
        isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil,
        @ViewBuilder content: @escaping () -> Content
    ) -> some View { fatalError() }
    public func navigationDestination<D: Hashable, C: View>(
        for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
    ) -> some View { fatalError() }
    public func alert<S: StringProtocol, A: View, M: View, T>(
        _ title: S, isPresented: Binding<Bool>, presenting data: T?,
        @ViewBuilder actions: (T) -> A, @ViewBuilder message: (T) -> M
    ) -> some View { fatalError() }
    public func confirmationDialog<S: StringProtocol, A: View, M: View>(
        _ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic,
        @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M
    ) -> some View { fatalError() }
    public func confirmationDialog<S: StringProtocol, A: View, M: View, T>(
        _ title: S, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic,
        presenting data: T?, @ViewBuilder actions: (T) -> A, @ViewBuilder message: (T) -> M
    ) -> some View { fatalError() }

    // Events
    public func task(
        priority: TaskPriority = .userInitiated,
        @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { fatalError() }
    public func task<T: Equatable>(
        id value: T, priority: TaskPriority = .userInitiated,
        @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { fatalError() }
    public func refreshable(action: @escaping @Sendable () async -> Void) -> some View {
        fatalError()
    }
    public func onAppear(perform action: (() -> Void)? = nil) -> some View { fatalError() }
    public func onDisappear(perform action: (() -> Void)? = nil) -> some View { fatalError() }
    public func onSubmit(_ action: @escaping () -> Void) -> some View { fatalError() }
    public func onChange<V: Equatable>(
        of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void
    ) -> some View { fatalError() }

    // Accessibility
    public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View { fatalError() }
    public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View { fatalError() }
    public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View { fatalError() }
    public func accessibilityIdentifier(_ identifier: String) -> some View { fatalError() }
    public func accessibilityFocused(_ condition: AccessibilityFocusState<Bool>.Binding) -> some View {
        fatalError()
    }
    public func accessibilityHidden(_ hidden: Bool) -> some View { fatalError() }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { fatalError() }
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
        fatalError()
    }
}

public enum Visibility: CaseIterable, Sendable { case automatic, visible, hidden }
public struct NavigationBarItem: Sendable {
    public enum TitleDisplayMode: Sendable { case automatic, inline, large }
}
public struct ToolbarPlacement: Sendable {
    public static let navigationBar = Self()
    public static let tabBar = Self()
    public static let bottomBar = Self()
}
public struct SensoryFeedback: Equatable, Sendable {
    public static let selection = Self()
    public static let success = Self()
}
public struct AccessibilityChildBehavior: Hashable, Sendable {
    public static let ignore = Self()
    public static let contain = Self()
    public static let combine = Self()
}
public struct AccessibilityTraits: SetAlgebra, Sendable {
    public static let isButton = Self()
    public static let isHeader = Self()
    public static let isSelected = Self()
    public static let updatesFrequently = Self()
    public init() {}
    public func contains(_ member: Self) -> Bool { fatalError() }
    public func union(_ other: Self) -> Self { fatalError() }
    public func intersection(_ other: Self) -> Self { fatalError() }
    public func symmetricDifference(_ other: Self) -> Self { fatalError() }
    public mutating func insert(
        _ newMember: Self
    ) -> (inserted: Bool, memberAfterInsert: Self) { fatalError() }
    public mutating func remove(_ member: Self) -> Self? { fatalError() }
    public mutating func update(with newMember: Self) -> Self? { fatalError() }
    public mutating func formUnion(_ other: Self) {}
    public mutating func formIntersection(_ other: Self) {}
    public mutating func formSymmetricDifference(_ other: Self) {}
    public typealias Element = Self
    public typealias ArrayLiteralElement = Self
}

// MARK: Styles

@MainActor @preconcurrency public protocol PickerStyle {}
public struct NavigationLinkPickerStyle: PickerStyle {}
extension PickerStyle where Self == NavigationLinkPickerStyle {
    public static var navigationLink: Self { fatalError() }
}
public struct SegmentedPickerStyle: PickerStyle {}
extension PickerStyle where Self == SegmentedPickerStyle {
    public static var segmented: Self { fatalError() }
}
@MainActor @preconcurrency public protocol PrimitiveButtonStyle {}
public struct BorderedProminentButtonStyle: PrimitiveButtonStyle {}
public struct PlainButtonStyle: PrimitiveButtonStyle {}
extension PrimitiveButtonStyle where Self == BorderedProminentButtonStyle {
    public static var borderedProminent: Self { fatalError() }
}
extension PrimitiveButtonStyle where Self == PlainButtonStyle {
    public static var plain: Self { fatalError() }
}
@MainActor @preconcurrency public protocol TextFieldStyle {}
public struct RoundedBorderTextFieldStyle: TextFieldStyle {}
extension TextFieldStyle where Self == RoundedBorderTextFieldStyle {
    public static var roundedBorder: Self { fatalError() }
}
public protocol TextSelectability {}
public struct EnabledTextSelectability: TextSelectability {}
extension TextSelectability where Self == EnabledTextSelectability {
    public static var enabled: Self { fatalError() }
}
public struct TextInputAutocapitalization: Sendable {
    public static var never: TextInputAutocapitalization { fatalError() }
}
/// UIKit's own; SwiftUI on iOS brings it along.
public struct UITextContentType: Hashable, Sendable {
    public static let givenName = Self()
    public static let name = Self()
}
