// The list for the talk as it would go out: word for word, before anything goes anywhere. What is
// on this page and what is shared are one and the same text.

import AmpersandKit
import SwiftUI

struct AgendaPage: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    private var together: TogetherModel { model.together }

    var body: some View {
        Page {
            Text(texts.togetherShareTitle)
                .font(.title2)
                .bold()
                .accessibilityAddTraits(.isHeader)
            Text(texts.togetherShareBody)
            if let agenda = together.state.agenda {
                Card {
                    Text(agenda)
                        .textSelection(.enabled)
                }
                .privacySensitive()
            } else {
                LoadingView()
            }
        } bottom: {
            if let agenda = together.state.agenda {
                ShareLink(item: agenda) { ShareLabel(title: texts.togetherShare) }
                    .buttonStyle(.borderedProminent)
            }
        }
        .navigationTitle(texts.togetherAgendaTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await together.send(.look)
        }
        .alert(for: together.state.problem) {
            Task { await together.send(.dismissProblem) }
        }
    }
}

/// The face of the button that opens the system's own share sheet.
struct ShareLabel: View {
    let title: String
    @Environment(\.palette) private var palette

    var body: some View {
        Label(title, systemImage: "square.and.arrow.up")
            .bold()
            .multilineTextAlignment(.center)
            .frame(maxWidth: .infinity, minHeight: Look.Size.touch)
            .foregroundStyle(palette.onPrimary)
    }
}
