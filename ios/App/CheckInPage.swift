// The daily check-in: five taps and a sixth that changes, a word if somebody likes, one button.
// Yesterday's can still be given; what is older is only read.

import AmpersandKit
import SwiftUI

struct CheckInPage: View {
    /// None is today.
    let day: CivilDate?
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.dismiss) private var dismiss

    private var checkIn: CheckInModel { model.checkIn }

    var body: some View {
        Page {
            if let view = checkIn.state.view {
                Text(texts.title(for: view, days: days))
                    .font(.title2)
                    .bold()
                    .accessibilityAddTraits(.isHeader)
                if let care = checkIn.state.care {
                    WordsCareCard(lines: care) { send(.dismissCare) }
                }
                if let saved = checkIn.state.saved {
                    CheckInDone(saved: saved, isLate: view.late)
                } else if view.editable {
                    questions(of: view)
                } else {
                    CheckInFixed(checkIn: checkIn, view: view)
                }
            } else {
                LoadingView()
            }
        } bottom: {
            bottom
        }
        .navigationTitle(texts.checkInTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task(id: day) {
            await checkIn.send(.open(day))
        }
        .onDisappear {
            Task {
                await checkIn.send(.close)
                await model.send(.refresh)
            }
        }
        .alert(for: checkIn.state.problem) {
            Task { await checkIn.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func questions(of view: CheckInView) -> some View {
        SoftText(view.late ? texts.checkInForYesterdayNote : texts.checkInIntro)
        TapQuestions(
            questions: view.items.map(\.question), marked: checkIn.state.marked, open: checkIn.state.item?.id,
            answer: { item, value in send(.answer(item: item, value: value)) },
            skip: { send(.skip(item: $0)) },
            takeBack: { send(.takeBack(item: $0)) },
            turn: { send(.turn(to: $0)) })
        if checkIn.state.addsWord {
            CheckInWord(checkIn: checkIn, feelings: view.feelings)
        } else {
            PlainButton(title: texts.checkInAddWord) { send(.addWord) }
        }
        if checkIn.state.isUnsaved {
            SoftText(texts.checkInUnsaved)
        }
    }

    @ViewBuilder private var bottom: some View {
        if checkIn.state.saved != nil {
            FilledButton(title: texts.checkInDone) { dismiss() }
            PlainButton(title: texts.checkInChange) { send(.change) }
        } else if checkIn.state.view?.editable == true {
            FilledButton(title: texts.checkInSave) { send(.save) }
        }
    }

    private func send(_ action: CheckInModel.Action) {
        Task { await checkIn.send(action) }
    }
}

/// Feelings, and one line.
private struct CheckInWord: View {
    let checkIn: CheckInModel
    let feelings: [Feeling]
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.checkInFeelings) {
            SoftText(texts.checkInFeelingsHint)
            LazyVGrid(
                columns: [GridItem(.adaptive(minimum: Look.Size.touch * 3), spacing: Look.Size.step * 2)],
                spacing: Look.Size.step * 2
            ) {
                ForEach(feelings, id: \.id) { feeling in
                    Choice(
                        title: feeling.label, hint: texts.a11yFeelingHint,
                        isChosen: checkIn.state.feelings.contains(feeling.id)
                    ) {
                        Task { await checkIn.send(.toggleFeeling(feeling.id)) }
                    }
                }
            }
            TextField(
                texts.checkInLine,
                text: Binding(
                    get: { @MainActor in checkIn.state.line },
                    set: { @MainActor in checkIn.type(line: $0) })
            )
            .textFieldStyle(.roundedBorder)
            .frame(minHeight: Look.Size.touch)
            .accessibilityHint(texts.checkInLineHint)
            SoftText(texts.checkInLineHint)
                .accessibilityHidden(true)
        }
        .privacySensitive()
    }
}

/// It is saved: the last four weeks, without a word about what is not there.
private struct CheckInDone: View {
    let saved: CheckInSaved
    let isLate: Bool
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.checkInSavedTitle) {
            if saved.strip.cameBack {
                Text(texts.todayCameBack)
            }
            Text(isLate ? texts.checkInSavedYesterday : texts.checkInSavedToday)
            if !saved.remindersTold {
                SoftText(texts.checkInNotTold)
            }
        }
        StripCard(strip: saved.strip)
    }
}

/// One that stays as it is: its answers, its notes, and room for another note.
private struct CheckInFixed: View {
    let checkIn: CheckInModel
    let view: CheckInView
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var isEmpty: Bool { !view.answers.answers.contains { $0.value != nil } && view.answers.line == nil }

    var body: some View {
        if isEmpty, view.answers.feelings.isEmpty {
            Text(texts.checkInFixedNone)
        } else {
            SoftText(texts.checkInFixed)
            TapAnswersList(questions: view.items.map(\.question), marked: checkIn.state.marked)
            if !view.answers.feelings.isEmpty {
                Text(days.list(view.answers.feelings.map { texts.words(forFeeling: $0) }))
                    .privacySensitive()
            }
            if let line = view.answers.line {
                Text(line)
                    .privacySensitive()
            }
            notes
        }
        StripCard(strip: view.strip)
    }

    private var notes: some View {
        Card(title: texts.checkInNotes) {
            ForEach(view.notes, id: \.self) { note in
                VStack(alignment: .leading, spacing: Look.Size.step) {
                    Text(note.text)
                    SoftText(texts.checkInNoteAt(moment: days.moment(note.at)))
                }
                .accessibilityElement(children: .combine)
            }
            TextField(
                texts.checkInNote,
                text: Binding(
                    get: { @MainActor in checkIn.state.note },
                    set: { @MainActor in checkIn.type(note: $0) })
            )
            .textFieldStyle(.roundedBorder)
            .frame(minHeight: Look.Size.touch)
            .accessibilityHint(texts.checkInNoteHint)
            SoftText(texts.checkInNoteHint)
                .accessibilityHidden(true)
            PlainButton(title: texts.checkInNoteSave) {
                Task { await checkIn.send(.saveNote) }
            }
            if checkIn.state.noteSaved {
                SoftText(texts.checkInNoteSaved)
            }
        }
        .privacySensitive()
    }
}
