// The runs that are kept: open one, count it or leave it out, delete it.

import AmpersandKit
import SwiftUI

struct RunsView: View {
    let check: CheckModel
    /// Leads to where a result is shown.
    let onOpen: @MainActor () -> Void
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.dismiss) private var dismiss

    var body: some View {
        Page {
            if check.state.overview == nil {
                LoadingView()
            } else if check.state.runs.isEmpty {
                Text(texts.runsEmpty)
                PlainButton(title: texts.runsEmptyAction) {
                    dismiss()
                    onOpen()
                }
            }
            ForEach(check.state.runs, id: \.id) { run in
                row(run)
            }
            if check.state.olderAfter != nil {
                PlainButton(title: texts.runsOlder) {
                    Task { await check.send(.older) }
                }
            }
        }
        .navigationTitle(texts.runsTitle)
        .helpInToolbar()
        .task {
            await check.send(.refresh)
        }
    }

    private func row(_ run: RunSummary) -> some View {
        let day = days.day(run.day)
        return Card {
            Text(texts.runsRow(day: day, answered: Int(run.answered), of: Int(run.of)))
            SoftText(run.counts ? texts.runsCounts : texts.runsLeftOut)
            PlainButton(title: texts.runsOpen, hint: texts.a11yOpenRun(day: day)) {
                Task {
                    await check.send(.show(run.id))
                    dismiss()
                    onOpen()
                }
            }
            RunActions(check: check, run: run)
        }
    }
}

/// What can be done with a run: count it or leave it out, and delete it after asking.
struct RunActions: View {
    let check: CheckModel
    let run: RunSummary
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var asksToDelete = false

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            if run.counts {
                PlainButton(title: texts.runsExclude) {
                    Task { await check.send(.exclude(run.id)) }
                }
            } else {
                PlainButton(title: texts.runsInclude) {
                    Task { await check.send(.include(run.id)) }
                }
            }
            switch run.inclusion {
            case .automatic: EmptyView()
            case .included: SoftText(texts.runsIncludedNote)
            case .excluded: SoftText(texts.runsExcludedNote)
            }
            PlainButton(title: texts.runsDelete, hint: texts.a11yDeleteRun(day: days.day(run.day))) {
                asksToDelete = true
            }
        }
        .confirmationDialog(texts.runsDeleteTitle, isPresented: $asksToDelete, titleVisibility: .visible) {
            Button(texts.runsDeleteConfirm, role: .destructive) {
                Task { await check.send(.delete(run.id)) }
            }
            Button(texts.runsDeleteCancel, role: .cancel) {}
        } message: {
            Text(texts.runsDeleteBody)
        }
    }
}
