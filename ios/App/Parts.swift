// The few parts that every screen is made of: page, heading, card, buttons, choices.

import AmpersandKit
import SwiftUI

/// A page: what it says scrolls, what it asks for stays at the bottom, within reach of a thumb.
struct Page<Content: View, Bottom: View>: View {
    @ViewBuilder let content: Content
    @ViewBuilder let bottom: Bottom
    @Environment(\.palette) private var palette

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: Look.Size.step * 5) {
                content
            }
            .measured()
            .padding(Look.Size.margin)
            .frame(maxWidth: .infinity)
        }
        .safeAreaInset(edge: .bottom) {
            VStack(spacing: Look.Size.step * 2) {
                bottom
            }
            .measured()
            .padding(.horizontal, Look.Size.margin)
            .padding(.vertical, Look.Size.step * 2)
            .frame(maxWidth: .infinity)
            .background(palette.background)
        }
        .background(palette.background)
        .foregroundStyle(palette.ink)
        .tint(palette.primary)
    }
}

extension Page where Bottom == EmptyView {
    init(@ViewBuilder content: () -> Content) {
        self.init(content: content, bottom: { EmptyView() })
    }
}

/// The heading of a section; a heading for a screen reader too.
struct Heading: View {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var body: some View {
        Text(text)
            .font(.title3)
            .bold()
            .accessibilityAddTraits(.isHeader)
    }
}

/// A card with a heading and whatever belongs to it.
struct Card<Content: View>: View {
    var title: String?
    @ViewBuilder let content: Content
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 3) {
            if let title {
                Heading(title)
            }
            content
        }
        .padding(Look.Size.step * 5)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(palette.surface, in: RoundedRectangle(cornerRadius: Look.Size.cardRadius))
    }
}

/// Text in the softer ink, for what may be read second.
struct SoftText: View {
    let text: String
    @Environment(\.palette) private var palette

    init(_ text: String) {
        self.text = text
    }

    var body: some View {
        Text(text)
            .smallType()
            .foregroundStyle(palette.softInk)
    }
}

/// The one filled button of a screen.
struct FilledButton: View {
    let title: String
    var hint = ""
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: action) {
            Text(title)
                .bold()
                .multilineTextAlignment(.center)
                .frame(maxWidth: .infinity, minHeight: Look.Size.touch)
                .foregroundStyle(palette.onPrimary)
        }
        .buttonStyle(.borderedProminent)
        .accessibilityHint(hint)
    }
}

/// Everything else that can be tapped and leads somewhere.
struct PlainButton: View {
    let title: String
    var hint = ""
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            Text(title)
                .multilineTextAlignment(.leading)
                .frame(minHeight: Look.Size.touch)
        }
        .accessibilityHint(hint)
    }
}

/// One of several answers. The chosen one is told by a mark and a trait, not by colour alone.
struct Choice: View {
    let title: String
    var detail = ""
    var hint = ""
    let isChosen: Bool
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: action) {
            HStack(spacing: Look.Size.step * 3) {
                Image(systemName: isChosen ? "checkmark.circle.fill" : "circle")
                    .accessibilityHidden(true)
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    Text(title)
                    if !detail.isEmpty {
                        SoftText(detail)
                    }
                }
                .multilineTextAlignment(.leading)
                Spacer(minLength: 0)
            }
            .padding(.horizontal, Look.Size.step * 4)
            .padding(.vertical, Look.Size.step * 3)
            .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
            .foregroundStyle(isChosen ? palette.onPrimaryContainer : palette.ink)
            .background(
                isChosen ? palette.primaryContainer : palette.surface,
                in: RoundedRectangle(cornerRadius: Look.Size.cardRadius)
            )
            .overlay {
                RoundedRectangle(cornerRadius: Look.Size.cardRadius)
                    .strokeBorder(isChosen ? palette.primary : palette.outline, lineWidth: 1)
            }
        }
        .buttonStyle(.plain)
        .accessibilityHint(hint)
        .accessibilityAddTraits(isChosen ? .isSelected : [])
    }
}
