// Today: one thing to do, and everything else one step away.

import AmpersandKit
import SwiftUI

struct TodayView: View {
    @Binding var place: Place
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        NavigationStack {
            Page {
                if let home = model.state.home {
                    Text(home.name.map { texts.todayGreetingName(name: $0) } ?? texts.todayGreeting)
                        .font(.title)
                        .bold()
                        .accessibilityAddTraits(.isHeader)
                        .privacySensitive()
                    if home.careMode {
                        Card(title: texts.todayCareTitle) {
                            Text(texts.todayCareBody)
                            HelpButton(title: texts.todayCareAction)
                        }
                    }
                    if let draft = home.draft {
                        Card(title: texts.todayResumeTitle) {
                            Text(texts.todayCameBack)
                            Text(texts.todayResumeBody(answered: Int(draft.answered), of: Int(draft.of)))
                        }
                    } else {
                        offer(home.retest)
                    }
                    TodayJournalCard(journal: home.journal, place: $place)
                    if let run = home.lastRun {
                        last(run, needsSafety: !home.safetyAnswered)
                    }
                } else {
                    LoadingView()
                }
            } bottom: {
                if let home = model.state.home {
                    bottom(home)
                }
            }
            .navigationTitle(texts.todayTitle)
            .navigationBarTitleDisplayMode(.inline)
            .helpInToolbar()
            .refreshable {
                await model.send(.refresh)
            }
            .task(id: place) {
                if place == .today { await model.send(.refresh) }
            }
            .alert(for: model.state.problem) {
                Task { await model.send(.dismissProblem) }
            }
        }
    }

    @ViewBuilder private func offer(_ offer: RetestOffer) -> some View {
        switch offer {
        case .first:
            Card(title: texts.todayFirstTitle) {
                Text(texts.todayFirstBody)
            }
        case .tooSoon(let from, let suggested):
            Card(title: texts.todayRestTitle) {
                Text(texts.todayRestBody(from: days.day(from), suggested: days.day(suggested)))
            }
        case .possible(let suggested):
            Card(title: texts.todayPossibleTitle) {
                Text(texts.todayPossibleBody(suggested: days.day(suggested)))
            }
        case .due:
            Card(title: texts.todayDueTitle) {
                Text(texts.todayDueBody)
            }
        }
    }

    private func last(_ run: RunSummary, needsSafety: Bool) -> some View {
        Card(title: texts.todayLastTitle) {
            Text(texts.todayLastBody(day: days.day(run.day), answered: Int(run.answered), of: Int(run.of)))
            if needsSafety {
                SoftText(texts.todayLastNeedsSafety)
            }
            PlainButton(title: texts.todayLastAction) {
                place = .check
                Task { await model.check.send(.show(run.id)) }
            }
        }
    }

    @ViewBuilder private func bottom(_ home: Home) -> some View {
        if let draft = home.draft {
            FilledButton(title: texts.todayResumeAction) {
                place = .check
                Task { await model.check.send(.resume(draft.run)) }
            }
        } else {
            switch home.retest {
            case .first:
                FilledButton(title: texts.todayFirstAction) { place = .check }
            case .possible:
                FilledButton(title: texts.todayPossibleAction) { place = .check }
            case .due:
                FilledButton(title: texts.todayDueAction) { place = .check }
            case .tooSoon:
                EmptyView()
            }
        }
    }
}
