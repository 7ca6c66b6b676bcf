// Help: lines for the place the person is in, and what is good to know about this phone. One
// tap away from every screen, and without a key.

import AmpersandKit
import SwiftUI

struct HelpView: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.dismiss) private var dismiss

    private var help: HelpModel { model.help }

    var body: some View {
        NavigationStack {
            Page {
                Text(texts.helpDanger)
                    .bold()
                if let lines = help.state.lines {
                    if lines.checkFirst {
                        Text(texts.helpCheckFirstAll)
                    }
                    if lines.lines.isEmpty {
                        Text(texts.helpNone)
                    }
                    HelpLineList(lines: lines)
                    Card(title: texts.helpDirectory) {
                        Text(texts.helpDirectoryBody(name: lines.directoryName, url: lines.directoryUrl))
                        if let url = URL(string: lines.directoryUrl) {
                            Link(lines.directoryName, destination: url)
                                .frame(minHeight: Look.Size.touch)
                        }
                    }
                    region(lines)
                } else {
                    LoadingView()
                }
                Card(title: texts.helpDeviceTitle) {
                    Text(texts.helpDeviceOpen)
                    Text(texts.helpDeviceTrace)
                    Text(texts.helpDeviceCode)
                }
                if model.state.phase == .ready {
                    CareModeCard()
                }
            }
            .navigationTitle(texts.helpTitle)
            .toolbar {
                ToolbarItem(placement: .cancellationAction) {
                    Button(texts.commonClose) { dismiss() }
                }
            }
            .task {
                await help.send(.load)
            }
            .alert(for: help.state.problem) {
                Task { await help.send(.dismissProblem) }
            }
        }
        .privacyCover()
    }

    private func region(_ lines: HelpLines) -> some View {
        Card(title: texts.helpRegion) {
            Picker(
                texts.helpRegionChoose,
                selection: Binding(
                    get: { @MainActor in help.state.chosen },
                    set: { @MainActor region in Task { await help.send(.choose(region: region)) } })
            ) {
                Text(texts.helpRegionAuto).tag(String?.none)
                ForEach(lines.regions, id: \.self) { region in
                    Text(RegionWords().name(of: region)).tag(String?.some(region))
                }
            }
            .pickerStyle(.navigationLink)
            .frame(minHeight: Look.Size.touch)
        }
    }
}

/// The lines, each with its number to read and, where there is one, to call.
struct HelpLineList: View {
    let lines: HelpLines
    @Environment(\.texts) private var texts

    var body: some View {
        ForEach(lines.lines, id: \.self) { line in
            Card(title: texts.title(for: line.kind)) {
                Text(line.name)
                if let url = line.link {
                    Link(destination: url) {
                        Text(line.contact)
                            .font(.title3)
                            .bold()
                            .monospacedDigit()
                            .frame(minHeight: Look.Size.touch)
                    }
                    .accessibilityLabel(texts.helpCall(contact: line.contact))
                } else {
                    Text(line.contact)
                        .font(.title3)
                        .bold()
                        .textSelection(.enabled)
                }
                if let also = line.also {
                    Text(texts.helpAlso(also: also))
                }
                if line.checkFirst && !lines.checkFirst {
                    SoftText(texts.helpCheckFirst)
                }
            }
        }
    }
}

/// Care mode: on with one tap, off only after the private questions.
struct CareModeCard: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var isLeaving = false

    var body: some View {
        Card(title: texts.helpCareTitle) {
            Text(texts.helpCareBody)
            if let home = model.state.home {
                Text(home.careMode ? texts.helpCareOn : texts.helpCareOff)
                if home.careMode {
                    PlainButton(title: texts.helpCareTurnOff) { isLeaving = true }
                } else {
                    PlainButton(title: texts.helpCareTurnOn) {
                        Task {
                            await model.safety.send(.enterCareMode)
                            await model.send(.refresh)
                        }
                    }
                }
            }
        }
        .sheet(isPresented: $isLeaving, onDismiss: refresh) {
            SafetyView(purpose: .leavingCareMode, closing: texts.commonClose)
        }
    }

    private func refresh() {
        Task { await model.send(.refresh) }
    }
}

/// The way to help, wherever a page wants it in its text.
struct HelpButton: View {
    let title: String
    @Environment(\.texts) private var texts
    @State private var isOpen = false

    var body: some View {
        PlainButton(title: title, hint: texts.a11yHelpHint) { isOpen = true }
            .sheet(isPresented: $isOpen) { HelpView() }
    }
}

/// The way to help in the bar at the top, always at the same place.
private struct HelpInToolbar: ViewModifier {
    @Environment(\.texts) private var texts
    @State private var isOpen = false

    func body(content: Content) -> some View {
        content
            .toolbar {
                ToolbarItem(placement: .topBarTrailing) {
                    Button(texts.commonHelp, systemImage: "lifepreserver") { isOpen = true }
                        .accessibilityLabel(texts.a11yHelp)
                        .accessibilityHint(texts.a11yHelpHint)
                        .accessibilityIdentifier("help")
                }
            }
            .sheet(isPresented: $isOpen) { HelpView() }
    }
}

extension View {
    func helpInToolbar() -> some View { modifier(HelpInToolbar()) }
}
