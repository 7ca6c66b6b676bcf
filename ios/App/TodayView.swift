// Today: one thing to do, and everything else one step away.

import AmpersandKit
import SwiftUI

/// The pages behind the first one.
enum TodayPlace: Hashable {
    /// Of a day; none is today.
    case checkIn(CivilDate?)
    case pulse(CivilDate?)
    case reminders
    case insights
}

struct TodayView: View {
    @Binding var place: Place
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days
    @State private var path: [TodayPlace] = []

    var body: some View {
        NavigationStack(path: $path) {
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
                    TodayCheckInCard(checkIn: home.checkIn, path: $path)
                    TodayPracticeCard(practice: home.practice, safety: home.safetyOffer)
                    TodayTogetherCards(home: home, path: $path)
                    TodayReminderCards(reminders: home.reminders, path: $path, place: $place)
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
            .navigationDestination(for: TodayPlace.self) { place in
                destination(place)
            }
            .navigationTitle(texts.todayTitle)
            .navigationBarTitleDisplayMode(.inline)
            .helpInToolbar()
            .refreshable {
                await model.send(.refresh)
            }
            .task(id: place) {
                guard place == .today else { return }
                await model.send(.refresh)
                // For the names of a person's own reminders.
                await model.reminders.send(.load)
            }
            .task(id: model.state.way) {
                follow(model.state.way)
            }
            .alert(for: model.state.problem) {
                Task { await model.send(.dismissProblem) }
            }
        }
    }

    @ViewBuilder private func destination(_ place: TodayPlace) -> some View {
        switch place {
        case .checkIn(let day): CheckInPage(day: day)
        case .pulse(let day): PulsePage(day: day)
        case .reminders: RemindersPage()
        case .insights: InsightsPage()
        }
    }

    /// Where a tapped reminder leads.
    private func follow(_ way: AppModel.Way?) {
        switch way {
        case .checkIn(let day): path = [.checkIn(day)]
        case .pulse(let day): path = [.pulse(day)]
        case .check:
            path = []
            place = .check
        case .today: path = []
        // Followed in Practise.
        case .practice, .agreement, .together, nil: return
        }
        model.arrived()
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
                if !home.checkIn.todayAnswered {
                    FilledButton(title: texts.todayCheckInAction) { path = [.checkIn(nil)] }
                }
            }
        }
    }
}
