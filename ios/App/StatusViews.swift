// The screens for when there is nothing to show yet, or the vault stays shut. Help is there
// all the same.

import AmpersandKit
import SwiftUI

/// While the vault is being opened.
struct OpeningView: View {
    @Environment(\.texts) private var texts
    @Environment(\.palette) private var palette

    var body: some View {
        ProgressView(texts.statusOpening)
            .frame(maxWidth: .infinity, maxHeight: .infinity)
            .background(palette.background)
            .foregroundStyle(palette.ink)
    }
}

/// While a page is being read.
struct LoadingView: View {
    @Environment(\.texts) private var texts

    var body: some View {
        ProgressView(texts.statusLoading)
            .accessibilityLabel(texts.a11yLoading)
            .frame(maxWidth: .infinity, minHeight: Look.Size.touch)
    }
}

/// The vault stays shut: what happened, that nothing is lost, what to do.
struct ShutView: View {
    let problem: Problem
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        NavigationStack {
            Page {
                Text(texts.title(for: problem))
                    .font(.title)
                    .bold()
                    .accessibilityAddTraits(.isHeader)
                Text(texts.words(for: problem))
                SoftText(texts.helpLocked)
            } bottom: {
                FilledButton(title: problem.reason == .locked ? texts.statusUnlock : texts.statusRetry) {
                    Task { await model.send(.open) }
                }
            }
            .helpInToolbar()
        }
    }
}

/// A problem while a page is up: told, and dismissed.
private struct ProblemAlert: ViewModifier {
    let problem: Problem?
    let dismiss: @MainActor () -> Void
    @Environment(\.texts) private var texts

    func body(content: Content) -> some View {
        content.alert(
            problem.map { texts.title(for: $0) } ?? "",
            isPresented: Binding(
                get: { @MainActor in problem != nil },
                set: { @MainActor isShown in if !isShown { dismiss() } }),
            presenting: problem
        ) { _ in
            Button(texts.commonOk, role: .cancel) {}
        } message: { problem in
            Text(texts.words(for: problem))
        }
    }
}

extension View {
    func alert(for problem: Problem?, dismiss: @escaping @MainActor () -> Void) -> some View {
        modifier(ProblemAlert(problem: problem, dismiss: dismiss))
    }
}
