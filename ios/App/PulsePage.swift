// The weekly pulse: eight lines about one week, and two short bars for it. It stands apart from
// the Check, and says so.

import AmpersandKit
import SwiftUI

struct PulsePage: View {
    /// A day of the week that is asked about; none is this week.
    let day: CivilDate?
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.dismiss) private var dismiss

    private var pulse: PulseModel { model.pulse }

    var body: some View {
        Page {
            if let view = pulse.state.view {
                Text(texts.pulseWeek(from: days.day(view.weekFrom), to: days.day(view.weekTo)))
                    .font(.title2)
                    .bold()
                    .accessibilityAddTraits(.isHeader)
                if pulse.state.saved != nil {
                    done
                } else if view.editable {
                    questions(of: view)
                } else {
                    fixed(view)
                }
                PulseWeeks(view: view)
            } else {
                LoadingView()
            }
        } bottom: {
            bottom
        }
        .navigationTitle(texts.pulseTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task(id: day) {
            await pulse.send(.open(day))
        }
        .onDisappear {
            Task {
                await pulse.send(.close)
                await model.send(.refresh)
            }
        }
        .alert(for: pulse.state.problem) {
            Task { await pulse.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func questions(of view: PulseView) -> some View {
        if view.late {
            SoftText(texts.pulseWeekBefore)
        }
        SoftText(texts.pulseApart)
        Heading(view.stem)
        SoftText(texts.pulseEnds)
        TapQuestions(
            questions: list(of: view), marked: pulse.state.marked, open: pulse.state.item?.id,
            answer: { item, value in send(.answer(item: item, value: value)) },
            skip: { send(.skip(item: $0)) },
            takeBack: { send(.takeBack(item: $0)) },
            turn: { send(.turn(to: $0)) })
        if pulse.state.isUnsaved {
            SoftText(texts.checkInUnsaved)
        }
    }

    @ViewBuilder private var done: some View {
        Card(title: texts.pulseSavedTitle) {
            if let week = pulse.state.week {
                PulseBars(week: week)
            }
            SoftText(texts.pulseSavedNote)
            if pulse.state.saved?.remindersTold == false {
                SoftText(texts.checkInNotTold)
            }
        }
    }

    @ViewBuilder private func fixed(_ view: PulseView) -> some View {
        if view.answers.contains(where: { $0.value != nil }) {
            SoftText(texts.pulseFixed)
            if let week = pulse.state.week {
                Card { PulseBars(week: week) }
            }
            TapAnswersList(questions: list(of: view), marked: pulse.state.marked)
        } else {
            Text(texts.pulseFixedNone)
        }
    }

    @ViewBuilder private var bottom: some View {
        if pulse.state.saved != nil {
            FilledButton(title: texts.pulseDone) { dismiss() }
            PlainButton(title: texts.pulseChange) { send(.change) }
        } else if pulse.state.view?.editable == true {
            FilledButton(title: texts.pulseSave) { send(.save) }
        }
    }

    private func list(of view: PulseView) -> [TapQuestion] {
        view.items.map { TapQuestion(id: $0.id, text: $0.text, options: view.options) }
    }

    private func send(_ action: PulseModel.Action) {
        Task { await pulse.send(action) }
    }
}

/// The two figures of a week, each as a short bar with its words, and below it four weeks' mean.
private struct PulseBars: View {
    let week: PulseWeek
    @Environment(\.texts) private var texts

    var body: some View {
        bar(texts.pulsePatterns, .pattern, week.pattern, week.patternOfFour)
        bar(texts.pulseStrengths, .strength, week.strength, week.strengthOfFour)
    }

    private func bar(_ what: String, _ part: Part, _ value: Double?, _ ofFour: Double?) -> some View {
        VStack(alignment: .leading, spacing: Look.Size.step * 2) {
            Text(what)
                .bold()
                .accessibilityAddTraits(.isHeader)
            PulseBar(what: what, span: texts.pulseThisWeek, part: part, value: value, none: texts.pulseNotEnough)
            PulseBar(
                what: what, span: texts.pulseOfFour, part: part, value: ofFour, none: texts.pulseNotEnoughWeeks)
        }
        .privacySensitive()
    }
}

private struct PulseBar: View {
    let what: String
    let span: String
    let part: Part
    let value: Double?
    let none: String
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Look.Size.step) {
            SoftText(span)
            if let value {
                GeometryReader { place in
                    ZStack(alignment: .leading) {
                        Capsule().fill(palette.background)
                        Capsule()
                            .fill(palette.bar(part))
                            .frame(width: place.size.width * PulseFigure.filled(value))
                    }
                }
                .frame(height: Look.Size.step * 3)
                Text(texts.pulseNumber(number: days.number(value)))
                    .monospacedDigit()
            } else {
                SoftText(none)
            }
        }
        .accessibilityElement()
        .accessibilityLabel(
            value.map { texts.a11yPulseBar(what: what, span: span, number: days.number($0)) }
                ?? "\(what), \(span): \(none)")
    }
}

/// The weeks as a list: the same that is drawn, in words.
private struct PulseWeeks: View {
    let view: PulseView
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card {
            DisclosureGroup(texts.pulseTable) {
                VStack(alignment: .leading, spacing: Look.Size.step * 3) {
                    ForEach(view.weeks, id: \.from) { week in
                        VStack(alignment: .leading, spacing: Look.Size.step) {
                            Text(texts.title(for: week, days: days))
                            ForEach(texts.lines(for: week, days: days), id: \.self) { line in
                                SoftText(line)
                            }
                        }
                        .accessibilityElement(children: .combine)
                    }
                }
                .frame(maxWidth: .infinity, alignment: .leading)
            }
        }
        .privacySensitive()
    }
}
