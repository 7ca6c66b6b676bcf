// The ledger, week by week: what was carried that was somebody else's, what of one's own was
// left, and everything else. It is for looking at, and holds nothing against anybody.

import AmpersandKit
import SwiftUI

struct LedgerPage: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var deleting: LedgerEntryId?

    private var ledger: LedgerModel { model.ledger }

    var body: some View {
        Page {
            if let week = ledger.state.week {
                if let form = ledger.state.form {
                    LedgerFields(ledger: ledger, week: week, form: form)
                } else {
                    content(week)
                }
            } else {
                LoadingView()
            }
        } bottom: {
            if ledger.state.form != nil {
                FilledButton(title: texts.ledgerSave) { send(.save) }
                    .disabled(ledger.state.isBusy)
                PlainButton(title: texts.ledgerCancel) { send(.closeForm) }
            } else if ledger.state.week?.days.isEmpty == false {
                FilledButton(title: texts.ledgerAdd) { send(.add) }
            }
        }
        .navigationTitle(texts.ledgerTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await ledger.send(.open(ledger.state.week?.from))
        }
        .onChange(of: ledger.state.handedTo) { _, practice in
            guard let practice else { return }
            path.append(.practice(practice))
            send(.followed)
        }
        .alert(for: ledger.state.problem) {
            Task { await ledger.send(.dismissProblem) }
        }
        .confirmationDialog(
            texts.ledgerDeleteTitle,
            isPresented: Binding(
                get: { @MainActor in deleting != nil }, set: { @MainActor isUp in if !isUp { deleting = nil } }),
            titleVisibility: .visible, presenting: deleting
        ) { id in
            Button(texts.ledgerDeleteConfirm, role: .destructive) { send(.delete(id)) }
            Button(texts.ledgerDeleteCancel, role: .cancel) {}
        } message: { _ in
            Text(texts.ledgerDeleteBody)
        }
    }

    @ViewBuilder private func content(_ week: LedgerWeek) -> some View {
        Text(texts.ledgerWeek(from: days.day(week.from), to: days.day(week.to)))
            .font(.title2)
            .bold()
            .accessibilityAddTraits(.isHeader)
        SoftText(texts.ledgerIntro)
        ViewThatFits(in: .horizontal) {
            HStack { ways(week) }
            VStack(alignment: .leading) { ways(week) }
        }
        if week.carried.isEmpty, week.undone.isEmpty, week.others.isEmpty {
            Text(texts.ledgerNone)
        }
        part(texts.ledgerCarriedTitle, week.carried)
        part(texts.ledgerUndoneTitle, week.undone)
        part(texts.ledgerOthersTitle, week.others)
    }

    @ViewBuilder private func ways(_ week: LedgerWeek) -> some View {
        if week.earlier != nil {
            PlainButton(title: texts.ledgerEarlier) { send(.earlier) }
        }
        Spacer(minLength: 0)
        if week.later != nil {
            PlainButton(title: texts.ledgerLater) { send(.later) }
        }
    }

    @ViewBuilder private func part(_ title: String, _ entries: [LedgerEntry]) -> some View {
        if !entries.isEmpty {
            Card(title: title) {
                ForEach(entries, id: \.id) { entry in
                    row(entry)
                }
            }
            .privacySensitive()
        }
    }

    @ViewBuilder private func row(_ entry: LedgerEntry) -> some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            Text(entry.what)
            SoftText(texts.detail(of: entry, days: days))
            if let note = entry.note {
                SoftText(note)
            }
            if let practice = entry.handedBack {
                SoftText(texts.ledgerHandedBack(practice: practice))
            }
        }
        .accessibilityElement(children: .combine)
        if entry.mayHandBack {
            PlainButton(title: texts.ledgerHandBack, hint: texts.ledgerHandBackHint) { send(.handBack(entry.id)) }
        }
        if entry.mayChange {
            PlainButton(title: texts.ledgerChange, hint: entry.what) { send(.change(entry.id)) }
        }
        PlainButton(title: texts.ledgerDelete, hint: entry.what) { deleting = entry.id }
    }

    private func send(_ action: LedgerModel.Action) {
        Task { await ledger.send(action) }
    }
}

/// One note: what it was, whose, and who did it.
private struct LedgerFields: View {
    let ledger: LedgerModel
    let week: LedgerWeek
    let form: LedgerForm
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card {
            WordsField(
                title: texts.ledgerWhat, hint: texts.ledgerWhatHint,
                text: Binding(
                    get: { @MainActor in ledger.state.form?.what ?? "" },
                    set: { @MainActor text in ledger.take { $0.what = text } }))
        }
        Card(title: texts.ledgerWhose) {
            ForEach(Whose.offered, id: \.self) { whose in
                Choice(title: texts.words(for: whose), isChosen: form.whose == whose) {
                    ledger.take { $0.whose = whose }
                }
            }
        }
        Card(title: texts.ledgerDoneBy) {
            ForEach(DoneBy.offered, id: \.self) { doneBy in
                Choice(title: texts.words(for: doneBy), isChosen: form.doneBy == doneBy) {
                    ledger.take { $0.doneBy = doneBy }
                }
            }
        }
        Card(title: texts.ledgerDay) {
            ForEach(offered, id: \.self) { day in
                Choice(title: days.dayOfWeek(day), isChosen: form.day == day) {
                    ledger.take { $0.day = day }
                }
            }
        }
        Card {
            LongField(
                title: texts.ledgerNote, hint: texts.ledgerNoteHint,
                text: Binding(
                    get: { @MainActor in ledger.state.form?.note ?? "" },
                    set: { @MainActor text in ledger.take { $0.note = text } }))
        }
    }

    /// A note that is being changed keeps its day, also where it is no longer offered.
    private var offered: [CivilDate] { week.days.contains(form.day) ? week.days : [form.day] + week.days }
}
