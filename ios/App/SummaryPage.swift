// A page to bring along: what goes onto it is ticked one by one, looked at as it is, and only
// then shared. Nothing is ticked for anybody, and the file is gone when the page is left.

import AmpersandKit
import SwiftUI

struct SummaryPage: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var support: SupportModel { model.support }

    var body: some View {
        Page {
            if let choices = support.state.choices {
                SoftText(texts.supportSummaryBody)
                range(choices)
                SummaryTicks(support: support, choices: choices)
            } else {
                LoadingView()
            }
        } bottom: {
            if support.state.choices != nil {
                FilledButton(title: texts.supportMake) {
                    Task {
                        await support.send(.make)
                        if support.state.document != nil { path.append(.summaryLook) }
                    }
                }
                .disabled(support.state.isBusy)
            }
        }
        .navigationTitle(texts.supportSummaryTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await support.send(.openChoices)
        }
        .alert(for: support.state.problem) {
            Task { await support.send(.dismissProblem) }
        }
    }

    private func range(_ choices: SummaryChoices) -> some View {
        Card {
            ForEach(choices.ranges, id: \.weeks) { range in
                Choice(
                    title: texts.supportWeeks(n: Int(range.weeks)),
                    isChosen: range.from == choices.from && range.to == choices.to
                ) { between(range.from, range.to) }
            }
            DayField(title: texts.supportFrom, day: choices.from) { day in between(day, choices.to) }
            DayField(title: texts.supportTo, day: choices.to) { day in between(choices.from, day) }
        }
    }

    private func between(_ from: CivilDate, _ to: CivilDate) {
        Task { await support.send(.between(from, to)) }
    }
}

/// What there is from those days, each with a tick of its own.
private struct SummaryTicks: View {
    let support: SupportModel
    let choices: SummaryChoices
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var ticked: SupportModel.Ticked { support.state.ticked }

    var body: some View {
        if choices.isEmpty {
            SoftText(texts.supportNothing)
        }
        if !choices.runs.isEmpty {
            Heading(texts.supportRunsTitle)
            ForEach(choices.runs, id: \.id) { run in
                tick(texts.supportRun(day: days.day(run.day)), ticked.runs.contains(run.id), .toggleRun(run.id))
            }
        }
        if choices.checkIns > 0 || choices.pulses > 0 {
            Heading(texts.supportWeeksTitle)
            if choices.checkIns > 0 {
                tick(
                    texts.supportCheckIns(n: Int(choices.checkIns)), ticked.checkIns, .setCheckIns(!ticked.checkIns))
            }
            if choices.pulses > 0 {
                tick(texts.supportPulses(n: Int(choices.pulses)), ticked.pulses, .setPulses(!ticked.pulses))
            }
        }
        if !choices.agreements.isEmpty {
            Heading(texts.supportAgreementsTitle)
            ForEach(choices.agreements, id: \.id) { agreement in
                tick(
                    texts.words(for: agreement), ticked.agreements.contains(agreement.id),
                    .toggleAgreement(agreement.id))
            }
        }
        if choices.questions > 0 {
            tick(texts.supportQuestions, ticked.questions, .setQuestions(!ticked.questions))
        }
        if !choices.entries.isEmpty {
            Heading(texts.supportEntriesTitle)
            SoftText(texts.supportEntriesBody)
            ForEach(choices.entries, id: \.id) { entry in
                tick(
                    entry.title ?? entry.excerpt, ticked.entries.contains(entry.id), .toggleEntry(entry.id),
                    detail: days.day(entry.day))
            }
            if choices.more {
                SoftText(texts.supportEntriesMore)
            }
        }
    }

    private func tick(
        _ title: String, _ isTicked: Bool, _ action: SupportModel.Action, detail: String = ""
    ) -> some View {
        Choice(title: title, detail: detail, hint: texts.supportTickHint, isChosen: isTicked) {
            Task { await support.send(action) }
        }
        .privacySensitive()
    }
}

/// The page as it would go out, in its own words and order, and the way to share it.
struct SummaryLookPage: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    private var support: SupportModel { model.support }

    var body: some View {
        Page {
            Text(texts.supportLookTitle)
                .font(.title2)
                .bold()
                .accessibilityAddTraits(.isHeader)
            Text(texts.supportLookBody)
            ForEach(support.state.document?.parts ?? [], id: \.self) { part in
                Card(title: part.heading) {
                    ForEach(part.lines, id: \.self) { line in
                        Text(line)
                    }
                }
                .privacySensitive()
            }
        } bottom: {
            if let file = support.state.file {
                ShareLink(item: file) { ShareLabel(title: texts.supportShare) }
                    .buttonStyle(.borderedProminent)
            }
        }
        .navigationTitle(texts.supportSummaryTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .onDisappear {
            Task { await support.send(.putAway) }
        }
        .alert(for: support.state.problem) {
            Task { await support.send(.dismissProblem) }
        }
    }
}
