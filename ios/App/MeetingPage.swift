// One talk, from getting ready alone to looking back. Which stage it is in, and what may come
// next, is the core's to say. A private line is on this page in the first two stages alone: from
// the talk on the core gives none out, as two people look at it.

import AmpersandKit
import SwiftUI

struct MeetingPage: View {
    /// A talk of before; none is the open one, or a new one.
    let id: MeetingId?
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var asksToStop = false
    @State private var asksToDelete = false

    private var together: TogetherModel { model.together }

    var body: some View {
        Page {
            if let meeting = together.state.meeting {
                if together.state.isUntold {
                    Text(texts.practiceNotTold)
                }
                content(meeting)
                if meeting.stage != .meeting {
                    PlainButton(title: texts.togetherDelete) { asksToDelete = true }
                }
            } else {
                LoadingView()
            }
        } bottom: {
            if let meeting = together.state.meeting {
                bottom(meeting)
            }
        }
        .navigationTitle(texts.togetherTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .motion(on: together.state.meeting?.stage)
        .task {
            if let id {
                await together.send(.open(id))
            } else if together.state.meeting == nil {
                await together.send(.begin)
            }
        }
        .task(id: together.state.meeting?.stopAt) {
            await together.watch()
        }
        .onDisappear {
            Task { await together.send(.keep) }
        }
        .alert(for: together.state.problem) {
            Task { await together.send(.dismissProblem) }
        }
        .confirmationDialog(texts.togetherPauseTitle, isPresented: $asksToStop, titleVisibility: .visible) {
            Button(texts.togetherPauseConfirm) { send(.pause) }
            Button(texts.togetherPauseCancel, role: .cancel) {}
        } message: {
            Text(texts.togetherPauseBody)
        }
        .confirmationDialog(texts.togetherDeleteTitle, isPresented: $asksToDelete, titleVisibility: .visible) {
            Button(texts.togetherDeleteConfirm, role: .destructive) {
                Task {
                    await together.send(.delete)
                    if together.state.meeting == nil { path.removeAll { $0 == .meeting(id) } }
                }
            }
            Button(texts.togetherDeleteCancel, role: .cancel) {}
        } message: {
            Text(texts.togetherDeleteBody)
        }
    }

    @ViewBuilder private func content(_ meeting: MeetingView) -> some View {
        switch meeting.stage {
        case .preparing: PreparePart(together: together, meeting: meeting)
        case .choosing: ChoosePart(together: together, meeting: meeting) { path.append(.agenda) }
        case .meeting: MeetPart(together: together, meeting: meeting)
        case .agreeing: AgreePart(together: together, meeting: meeting)
        case .afterwards, .endedEarly, .done: AfterwardsPart(together: together, meeting: meeting)
        }
    }

    @ViewBuilder private func bottom(_ meeting: MeetingView) -> some View {
        switch meeting.stage {
        case .preparing:
            if together.state.writing.line == nil, together.state.may(.choose) {
                FilledButton(title: texts.togetherToChoose) { send(.toChoose) }
            }
        case .choosing:
            if together.state.may(.start) {
                FilledButton(title: texts.togetherStart) { send(.start) }
            }
            if together.state.may(.backToPreparing) {
                PlainButton(title: texts.togetherBack) { send(.backToPreparing) }
            }
        case .meeting:
            if together.state.may(.nextTopic) {
                FilledButton(title: texts.togetherNextTopic) { send(.nextTopic) }
            }
            if together.state.may(.toAgreements) {
                PlainButton(title: texts.togetherToAgreements) { send(.toAgreements) }
            }
            if together.state.may(.pause) {
                PlainButton(title: texts.togetherPause) { asksToStop = true }
            }
        case .agreeing:
            if together.state.writing.agreement == nil, together.state.may(.toAfterwards) {
                FilledButton(title: texts.togetherToAfterwards) { send(.toAfterwards) }
            }
        case .afterwards:
            FilledButton(title: texts.togetherFinish) {
                Task {
                    // What was put in goes first; where it is refused the page stays.
                    await together.send(.saveAfterwards)
                    guard together.state.problem == nil else { return }
                    await together.send(.finish)
                    if together.state.problem == nil { path.removeAll { $0 == .meeting(id) } }
                }
            }
            .disabled(together.state.isBusy)
        case .endedEarly, .done:
            if meeting.mayLookBack {
                FilledButton(title: texts.togetherAfterSave) { send(.saveAfterwards) }
                    .disabled(together.state.isBusy)
            }
        }
    }

    private func send(_ action: TogetherModel.Action) {
        Task { await together.send(action) }
    }
}

/// Getting ready: seven headings, and lines that only the person sees.
private struct PreparePart: View {
    let together: TogetherModel
    let meeting: MeetingView
    @Environment(\.texts) private var texts

    var body: some View {
        Text(texts.togetherPrepareTitle)
            .font(.title2)
            .bold()
            .accessibilityAddTraits(.isHeader)
        Text(texts.togetherPrepareBody)
        ForEach(meeting.headings, id: \.heading) { heading in
            Card(title: heading.title) {
                SoftText(heading.hint)
                ForEach(heading.lines, id: \.id) { line in
                    lines(line)
                }
                if let form = together.state.writing.line, form.heading == heading.heading {
                    field
                } else {
                    PlainButton(title: texts.togetherLineAdd) { send(.addLine(heading.heading)) }
                        .accessibilityLabel(texts.togetherLineAdd)
                        .accessibilityValue(heading.title)
                }
            }
        }
    }

    @ViewBuilder private func lines(_ line: PrivateLine) -> some View {
        Text(line.text)
            .privacySensitive()
        ViewThatFits(in: .horizontal) {
            HStack { ways(line) }
            VStack(alignment: .leading) { ways(line) }
        }
    }

    @ViewBuilder private func ways(_ line: PrivateLine) -> some View {
        PlainButton(title: texts.togetherLineChange, hint: line.text) { send(.changeLine(line.id)) }
        Spacer(minLength: 0)
        PlainButton(title: texts.togetherLineDelete, hint: line.text) { send(.deleteLine(line.id)) }
    }

    @ViewBuilder private var field: some View {
        LongField(
            title: texts.togetherLineField, hint: texts.togetherLineHint,
            text: Binding(
                get: { @MainActor in together.state.writing.line?.text ?? "" },
                set: { @MainActor text in together.take { $0.line?.text = text } }))
        PlainButton(title: texts.togetherLineSave) { send(.saveLine) }
        PlainButton(title: texts.togetherLineCancel) { send(.closeLine) }
    }

    private func send(_ action: TogetherModel.Action) {
        Task { await together.send(action) }
    }
}

/// Choosing: each line by itself, in its own words or in others, and the list as it stands.
private struct ChoosePart: View {
    let together: TogetherModel
    let meeting: MeetingView
    let look: @MainActor () -> Void
    @Environment(\.texts) private var texts

    var body: some View {
        Text(texts.togetherChooseTitle)
            .font(.title2)
            .bold()
            .accessibilityAddTraits(.isHeader)
        Text(texts.togetherChooseBody)
        if meeting.headings.allSatisfy({ $0.lines.isEmpty }) {
            SoftText(texts.togetherChooseNone)
        }
        ForEach(meeting.headings.filter { !$0.lines.isEmpty }, id: \.heading) { heading in
            Heading(heading.title)
            ForEach(heading.lines, id: \.id) { line in
                choice(line)
            }
        }
        AgendaCard(together: together, meeting: meeting)
        if !meeting.agenda.isEmpty {
            PlainButton(title: texts.togetherLook, action: look)
            Card {
                CountField(
                    title: texts.togetherMinutes, hint: texts.togetherMinutesHint, value: together.state.minutes,
                    bounds: 5...60, step: 5
                ) { together.take(minutes: $0) }
            }
        }
    }

    @ViewBuilder private func choice(_ line: PrivateLine) -> some View {
        Choice(
            title: line.text, detail: line.reworded.map { texts.togetherReworded(text: $0) } ?? "",
            hint: texts.togetherChooseHint, isChosen: line.chosen
        ) { send(line.chosen ? .unchoose(line.id) : .choose(line.id)) }
        .privacySensitive()
        if together.state.writing.reword?.line == line.id {
            LongField(
                title: texts.togetherRewordField,
                text: Binding(
                    get: { @MainActor in together.state.writing.reword?.text ?? "" },
                    set: { @MainActor text in together.take { $0.reword?.text = text } }))
            PlainButton(title: texts.togetherRewordSave) { send(.saveReworded) }
            PlainButton(title: texts.togetherLineCancel) { send(.closeReworded) }
        } else {
            PlainButton(title: texts.togetherReword, hint: line.text) { send(.reword(line.id)) }
        }
    }

    private func send(_ action: TogetherModel.Action) {
        Task { await together.send(action) }
    }
}

/// The list, in the order in which it will be talked about.
private struct AgendaCard: View {
    let together: TogetherModel
    let meeting: MeetingView
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.togetherAgendaTitle) {
            if meeting.agenda.isEmpty {
                SoftText(texts.togetherAgendaNone)
            }
            ForEach(meeting.agenda, id: \.id) { topic in
                Text(topic.text)
                    .privacySensitive()
                if let place = meeting.agenda.firstIndex(where: { $0.id == topic.id }) {
                    if place > 0 {
                        PlainButton(title: texts.togetherTopicUp, hint: texts.togetherTopicUpHint(text: topic.text)) {
                            move(topic.id, to: place - 1)
                        }
                    }
                    if place + 1 < meeting.agenda.count {
                        PlainButton(title: texts.togetherTopicDown, hint: texts.togetherTopicDownHint(text: topic.text))
                        {
                            move(topic.id, to: place + 1)
                        }
                    }
                }
            }
        }
    }

    private func move(_ topic: TopicId, to place: Int) {
        Task { await together.send(.moveTopic(topic, to: UInt32(place))) }
    }
}
