// The later stages of a talk: talking, agreeing, looking back. Two people look at the first two,
// so nothing is on them but what was put on the list.

import AmpersandKit
import SwiftUI

/// The talk itself: one topic, whose turn it is, how much time there is, and to hear first.
struct MeetPart: View {
    let together: TogetherModel
    let meeting: MeetingView
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        if let place = texts.place(in: meeting) {
            SoftText(place)
        }
        if let topic = together.state.topic {
            Text(topic.text)
                .font(.title2)
                .bold()
                .accessibilityAddTraits(.isHeader)
                .privacySensitive()
        }
        Card {
            Text(texts.words(for: meeting.turn))
                .bold()
            Text(meeting.cue)
            if together.state.may(.nextTurn) {
                PlainButton(title: texts.togetherNextTurn) { Task { await together.send(.nextTurn) } }
            }
        }
        if let left = together.state.secondsLeft {
            Card {
                // Told when somebody asks for it: a screen reader that spoke each second would talk
                // over both of them.
                Text(texts.words(forSecondsLeft: left, days: days))
                    .monospacedDigit()
                    .accessibilityAddTraits(.updatesFrequently)
                if left == 0, let ending = meeting.ending {
                    Text(ending)
                }
            }
        }
        if meeting.agenda.contains(where: \.covered) {
            Card(title: texts.togetherCovered) {
                ForEach(meeting.agenda.filter(\.covered), id: \.id) { topic in
                    SoftText(topic.text)
                }
            }
            .privacySensitive()
        }
    }
}

/// What is agreed on, one thing at a time, with a day to look at it.
struct AgreePart: View {
    let together: TogetherModel
    let meeting: MeetingView
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Text(texts.togetherAgreeTitle)
            .font(.title2)
            .bold()
            .accessibilityAddTraits(.isHeader)
        Text(texts.togetherAgreeBody)
        ForEach(meeting.agreements, id: \.id) { agreement in
            Card {
                AgreementRow(agreement: agreement)
                PlainButton(title: texts.togetherLineChange, hint: agreement.what) {
                    send(.changeAgreement(agreement.id))
                }
                PlainButton(title: texts.togetherLineDelete, hint: agreement.what) {
                    send(.deleteAgreement(agreement.id))
                }
            }
        }
        if let form = together.state.writing.agreement {
            fields(form)
        } else {
            PlainButton(title: texts.togetherAgreeAdd) { send(.addAgreement) }
        }
    }

    @ViewBuilder private func fields(_ form: AgreementForm) -> some View {
        Card(title: texts.togetherAgreeWho) {
            ForEach(Who.offered, id: \.self) { who in
                Choice(title: texts.words(for: who), isChosen: form.who == who) {
                    together.take { $0.agreement?.who = who }
                }
            }
        }
        Card {
            WordsField(
                title: texts.togetherAgreeWhat, hint: texts.togetherAgreeWhatHint,
                text: Binding(
                    get: { @MainActor in together.state.writing.agreement?.what ?? "" },
                    set: { @MainActor text in together.take { $0.agreement?.what = text } }))
        }
        Card {
            DayField(title: texts.togetherAgreeDay, day: form.reviewOn) { day in
                together.take { $0.agreement?.reviewOn = day }
            }
        }
        PlainButton(title: texts.togetherAgreeSave) { send(.saveAgreement) }
        PlainButton(title: texts.togetherLineCancel) { send(.closeAgreement) }
    }

    private func send(_ action: TogetherModel.Action) {
        Task { await together.send(action) }
    }
}

/// Looking back: how it felt, what was learned, when to talk again. All of it may be left out.
struct AfterwardsPart: View {
    let together: TogetherModel
    let meeting: MeetingView
    @Environment(\.texts) private var texts

    var body: some View {
        Text(texts.togetherAfterTitle)
            .font(.title2)
            .bold()
            .accessibilityAddTraits(.isHeader)
        Text(texts.words(for: meeting.stage))
        if let ending = meeting.ending {
            Text(ending)
        }
        if together.state.justKept {
            SoftText(texts.togetherAfterKept)
        }
        if !meeting.agreements.isEmpty {
            Card(title: texts.togetherAgreementsTitle) {
                ForEach(meeting.agreements, id: \.id) { AgreementRow(agreement: $0) }
            }
        }
        if meeting.mayLookBack {
            fields
        } else if let learned = meeting.afterwards?.learned {
            Card(title: texts.togetherAfterLearned) {
                Text(learned)
            }
            .privacySensitive()
        }
    }

    @ViewBuilder private var fields: some View {
        if let form = together.state.writing.afterwards {
            Card(title: texts.togetherAfterFelt) {
                ForEach(Moods.offered, id: \.self) { mood in
                    Choice(title: texts.words(forMood: mood), isChosen: form.felt == mood) {
                        // A second tap takes it back: it may be left out.
                        together.take { $0.afterwards?.felt = form.felt == mood ? nil : mood }
                    }
                }
            }
            .privacySensitive()
            Card {
                LongField(
                    title: texts.togetherAfterLearned, hint: texts.togetherAfterLearnedHint,
                    text: Binding(
                        get: { @MainActor in together.state.writing.afterwards?.learned ?? "" },
                        set: { @MainActor text in together.take { $0.afterwards?.learned = text } }))
            }
            DayOrNone(
                title: texts.togetherAfterNext, none: texts.togetherAgreeNoDay, some: texts.togetherAgreeADay,
                offered: meeting.reviewOffered, chosen: form.nextOn
            ) { day in together.take { $0.afterwards?.nextOn = day } }
        }
    }
}

/// A day, to begin with the one that the core offers, or none.
struct DayOrNone: View {
    let title: String
    let none: String
    let some: String
    let offered: CivilDate
    let chosen: CivilDate?
    let set: @MainActor @Sendable (CivilDate?) -> Void

    var body: some View {
        Card(title: title) {
            Choice(title: none, isChosen: chosen == nil) { set(nil) }
            Choice(title: some, isChosen: chosen != nil) { set(chosen ?? offered) }
            if let chosen {
                DayField(title: title, day: chosen) { set($0) }
            }
        }
    }
}

/// A field for more than one line of a person's own words.
struct LongField: View {
    let title: String
    var hint = ""
    let text: Binding<String>

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            SoftText(title)
                .accessibilityHidden(true)
            TextField(title, text: text, axis: .vertical)
                .textFieldStyle(.roundedBorder)
                .frame(minHeight: Look.Size.touch)
                .accessibilityLabel(title)
                .accessibilityHint(hint)
            if !hint.isEmpty {
                SoftText(hint)
                    .accessibilityHidden(true)
            }
        }
        .privacySensitive()
    }
}
