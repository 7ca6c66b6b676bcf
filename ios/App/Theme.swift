// Colours and type, from the one file that both shells share.

import AmpersandKit
import SwiftUI

/// The colours of one look, by role.
struct Palette {
    let background: Color
    let surface: Color
    let ink: Color
    let softInk: Color
    let primary: Color
    let onPrimary: Color
    let primaryContainer: Color
    let onPrimaryContainer: Color
    let secondaryContainer: Color
    let onSecondaryContainer: Color
    let outline: Color
    let error: Color
    let pattern: Color
    let patternBand: Color
    let strength: Color
    let strengthBand: Color

    init(_ scheme: ColorScheme) {
        let dark = scheme == .dark
        background = Color(argb: dark ? Look.Dark.background : Look.Light.background)
        surface = Color(argb: dark ? Look.Dark.surface : Look.Light.surface)
        ink = Color(argb: dark ? Look.Dark.ink : Look.Light.ink)
        softInk = Color(argb: dark ? Look.Dark.softInk : Look.Light.softInk)
        primary = Color(argb: dark ? Look.Dark.primary : Look.Light.primary)
        onPrimary = Color(argb: dark ? Look.Dark.onPrimary : Look.Light.onPrimary)
        primaryContainer = Color(argb: dark ? Look.Dark.primaryContainer : Look.Light.primaryContainer)
        onPrimaryContainer = Color(argb: dark ? Look.Dark.onPrimaryContainer : Look.Light.onPrimaryContainer)
        secondaryContainer = Color(argb: dark ? Look.Dark.secondaryContainer : Look.Light.secondaryContainer)
        onSecondaryContainer = Color(
            argb: dark ? Look.Dark.onSecondaryContainer : Look.Light.onSecondaryContainer)
        outline = Color(argb: dark ? Look.Dark.outline : Look.Light.outline)
        error = Color(argb: dark ? Look.Dark.error : Look.Light.error)
        pattern = Color(argb: dark ? Look.Dark.pattern : Look.Light.pattern)
        patternBand = Color(argb: dark ? Look.Dark.patternBand : Look.Light.patternBand)
        strength = Color(argb: dark ? Look.Dark.strength : Look.Light.strength)
        strengthBand = Color(argb: dark ? Look.Dark.strengthBand : Look.Light.strengthBand)
    }

    /// The colour of a bar: patterns in clay, strengths in green, both calm.
    func bar(_ part: Part) -> Color { part == .pattern ? pattern : strength }

    /// The soft colour of the band around it.
    func band(_ part: Part) -> Color { part == .pattern ? patternBand : strengthBand }
}

extension Color {
    /// A colour as `look.json` has it: alpha, red, green, blue, a byte each.
    init(argb: UInt32) {
        func part(_ shift: UInt32) -> Double { Double((argb >> shift) & 0xFF) / 255 }
        self.init(.sRGB, red: part(16), green: part(8), blue: part(0), opacity: part(24))
    }
}

/// Small type: the platform has no text style of that size, so this one grows with `footnote`.
private struct SmallType: ViewModifier {
    @ScaledMetric(relativeTo: .footnote) private var size = Look.Size.small

    func body(content: Content) -> some View {
        content.font(.system(size: size))
    }
}

/// Lines no longer than the measure, which grows with the type: a letter is about half an em.
private struct Measure: ViewModifier {
    @ScaledMetric(relativeTo: .body) private var width = Look.Size.measure * Look.Size.body / 2

    func body(content: Content) -> some View {
        content.frame(maxWidth: width, alignment: .leading)
    }
}

/// Motion as `look.json` has it, and none where the person wants none.
private struct Motion<Value: Equatable>: ViewModifier {
    let value: Value
    @Environment(\.accessibilityReduceMotion) private var isReduced

    func body(content: Content) -> some View {
        content.animation(isReduced ? nil : .easeInOut(duration: Look.Size.motionMs / 1_000), value: value)
    }
}

extension View {
    func smallType() -> some View { modifier(SmallType()) }
    func measured() -> some View { modifier(Measure()) }
    func motion<Value: Equatable>(on value: Value) -> some View { modifier(Motion(value: value)) }
}
