// More: the ways to the reminders, the weeks, what they show, past Checks, the private page, settings, lock and privacy, and help.

import AmpersandKit
import SwiftUI

struct MoreView: View {
    @Binding var place: Place
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var showsSafety = false

    var body: some View {
        NavigationStack {
            Page {
                NavigationLink {
                    RemindersPage()
                } label: {
                    row(texts.moreReminders, "bell")
                }
                NavigationLink {
                    PulsePage(day: nil)
                } label: {
                    row(texts.morePulse, "calendar")
                }
                NavigationLink {
                    InsightsPage()
                } label: {
                    row(texts.moreInsights, "chart.xyaxis.line")
                }
                NavigationLink {
                    RunsView(check: model.check) { place = .check }
                } label: {
                    row(texts.morePast, "clock")
                }
                Button {
                    showsSafety = true
                } label: {
                    row(texts.moreSafety, "hand.raised")
                }
                NavigationLink {
                    SettingsView()
                } label: {
                    row(texts.moreSettings, "gearshape")
                }
                NavigationLink {
                    PrivacyView()
                } label: {
                    row(texts.settingsPrivacy, "lock")
                }
                HelpButton(title: texts.moreHelp)
            }
            .navigationTitle(texts.moreTitle)
            .helpInToolbar()
            .sheet(isPresented: $showsSafety, onDismiss: refresh) {
                SafetyView(purpose: .asking, closing: texts.commonClose)
            }
        }
    }

    private func refresh() {
        Task { await model.send(.refresh) }
    }

    private func row(_ title: String, _ symbol: String) -> some View {
        Label(title, systemImage: symbol)
            .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
    }
}
