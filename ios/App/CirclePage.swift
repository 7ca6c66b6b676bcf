// The circle: who and what gives warmth, contact with one tap, and how wide the circle is. Where
// much rests on one the page says so gently, and blames nobody.

import AmpersandKit
import SwiftUI

struct CirclePage: View {
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    private var circle: CircleModel { model.circle }

    var body: some View {
        Page {
            if let view = circle.state.view {
                if let form = circle.state.form {
                    SourceFields(circle: circle, view: view, form: form)
                } else {
                    content(view)
                }
            } else {
                LoadingView()
            }
        } bottom: {
            if circle.state.form != nil {
                FilledButton(title: texts.circleSave) { send(.save) }
                    .disabled(circle.state.isBusy)
                PlainButton(title: texts.circleCancel) { send(.closeForm) }
            } else if circle.state.view?.mayAdd == true {
                FilledButton(title: texts.circleAdd) { send(.add) }
            }
        }
        .navigationTitle(texts.circleTitle)
        .navigationBarTitleDisplayMode(.inline)
        .helpInToolbar()
        .task {
            await circle.send(.load)
        }
        .refreshable {
            await circle.send(.load)
        }
        .alert(for: circle.state.problem) {
            Task { await circle.send(.dismissProblem) }
        }
    }

    @ViewBuilder private func content(_ view: CircleView) -> some View {
        Text(texts.circleIntro)
        let near = view.sources.filter { !$0.archived }
        let away = view.sources.filter(\.archived)
        if near.isEmpty {
            SoftText(texts.circleNone)
        }
        ForEach(near, id: \.id) { source in
            card(source)
        }
        if !view.sources.isEmpty {
            BreadthCard(breadth: view.breadth)
        }
        if !away.isEmpty {
            Card(title: texts.circleAwayTitle) {
                ForEach(away, id: \.id) { source in
                    Text(source.name)
                        .privacySensitive()
                    PlainButton(title: texts.circleBringBack, hint: source.name) { send(.archive(source.id, false)) }
                }
            }
        }
    }

    private func card(_ source: CircleSource) -> some View {
        Card(title: source.name) {
            VStack(alignment: .leading, spacing: Look.Size.step) {
                SoftText(texts.words(for: source, days: days))
                ForEach(texts.detail(of: source, days: days), id: \.self) { line in
                    SoftText(line)
                }
            }
            .accessibilityElement(children: .combine)
            Choice(title: texts.circleToday, hint: texts.circleTodayHint, isChosen: source.today) {
                send(.toggleToday(source.id))
            }
            .sensoryFeedback(.selection, trigger: source.today)
            PlainButton(title: texts.circleChange, hint: source.name) { send(.change(source.id)) }
            PlainButton(title: texts.circleArchive, hint: source.name) { send(.archive(source.id, true)) }
        }
        .privacySensitive()
    }

    private func send(_ action: CircleModel.Action) {
        Task { await circle.send(action) }
    }
}

/// How wide the circle is, and how that was worked out. "Not enough yet" has the same room.
private struct BreadthCard: View {
    let breadth: Breadth
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.circleBreadthTitle) {
            ForEach(texts.lines(for: breadth, days: days), id: \.self) { line in
                Text(line)
            }
            if breadth.restsOnOne {
                Heading(texts.circleRestsTitle)
                Text(texts.circleRestsBody)
            }
            DisclosureGroup(texts.insightHow) {
                SoftText(breadth.how)
                    .frame(maxWidth: .infinity, alignment: .leading)
            }
        }
        .privacySensitive()
    }
}

/// One person or group: a name, what kind of love it is, what it gives.
private struct SourceFields: View {
    let circle: CircleModel
    let view: CircleView
    let form: SourceForm
    @Environment(\.texts) private var texts

    var body: some View {
        Card {
            WordsField(
                title: texts.circleName, hint: texts.circleNameHint,
                text: Binding(
                    get: { @MainActor in circle.state.form?.name ?? "" },
                    set: { @MainActor text in circle.take { $0.name = text } }))
        }
        Card(title: texts.circleLove) {
            ForEach(view.loves, id: \.self) { love in
                Choice(title: texts.words(for: love), isChosen: form.love == love) {
                    circle.take { $0.love = love }
                }
            }
        }
        Card(title: texts.circleGives) {
            ForEach(Gift.offered, id: \.self) { gift in
                Choice(title: texts.words(for: gift), isChosen: form.gives.contains(gift)) {
                    circle.take { $0.toggle(gift) }
                }
            }
        }
    }
}
