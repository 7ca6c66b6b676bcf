// Practise: what is going on first, then the ways to the areas, to learning, and to what helps
// along. Nothing here counts up, and nothing is lost by leaving it.

import AmpersandKit
import SwiftUI

/// The pages behind the first one.
enum PractisePlace: Hashable {
    case area(PracticeGroup)
    case practice(String)
    case learn
    case patterns
    case boundaries
    /// None is one that is just beginning.
    case boundaryUse(BoundaryUseId?)

    // The second half
    case together
    /// A talk of before; none is the open one.
    case meeting(MeetingId?)
    case agenda
    case review(AgreementId)
    case ledger
    case circle
    case support
    case summary
    case summaryLook
}

struct PractiseView: View {
    @Binding var place: Place
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts
    @State private var path: [PractisePlace] = []

    private var practices: PracticesModel { model.practices }

    var body: some View {
        NavigationStack(path: $path) {
            Page {
                if let view = practices.state.view {
                    content(view)
                } else {
                    LoadingView()
                }
            }
            .navigationTitle(texts.practiceTitle)
            .helpInToolbar()
            .navigationDestination(for: PractisePlace.self) { place in
                destination(place)
            }
            .refreshable {
                await practices.send(.load)
            }
            .task(id: place) {
                guard place == .practise else { return }
                await practices.send(.load)
            }
            // What lies deeper may be left out now.
            .onChange(of: model.state.home?.careMode) { _, _ in path = [] }
            .task(id: model.state.way) {
                follow(model.state.way)
            }
            .alert(for: practices.state.problem) {
                Task { await practices.send(.dismissProblem) }
            }
        }
    }

    @ViewBuilder private func destination(_ place: PractisePlace) -> some View {
        switch place {
        case .area(let area): PracticeAreaPage(area: area, path: $path)
        case .practice(let id): PracticePage(id: id, path: $path)
        case .learn: LearnPage(path: $path)
        case .patterns: PatternsPage(path: $path)
        case .boundaries: BoundariesPage(path: $path)
        case .boundaryUse(let id): BoundaryUsePage(id: id, path: $path)
        case .together: TogetherPage(path: $path)
        case .meeting(let id): MeetingPage(id: id, path: $path)
        case .agenda: AgendaPage()
        case .review(let id): AgreementPage(id: id, path: $path)
        case .ledger: LedgerPage(path: $path)
        case .circle: CirclePage()
        case .support: SupportPage(path: $path)
        case .summary: SummaryPage(path: $path)
        case .summaryLook: SummaryLookPage()
        }
    }

    @ViewBuilder private func content(_ view: PracticesView) -> some View {
        if view.active.isEmpty {
            Card(title: texts.practiceActiveTitle) {
                Text(texts.practiceActiveNone)
            }
        } else {
            Heading(texts.practiceActiveTitle)
            ForEach(view.active, id: \.id) { practice in
                ActivePracticeCard(practice: practice) { path.append(.practice(practice.id)) }
            }
        }
        if let because = view.because {
            WhyCard(title: view.title(of: because.area), because: because)
        }
        if view.chooseBetween.count > 1 {
            ChooseBetweenCard(areas: view.chooseBetween.map { view.title(of: $0) })
        }
        Card(title: texts.practiceAreasTitle) {
            ForEach(view.areas, id: \.area) { area in
                PlaceRow(title: area.title, symbol: area.area.symbol) { path.append(.area(area.area)) }
            }
        }
        PractiseRows(path: $path)
    }

    /// Where a tapped reminder leads.
    private func follow(_ way: AppModel.Way?) {
        switch way {
        case .practice(let id): path = [.practice(id)]
        case .agreement(let id): path = [.together, .review(id)]
        case .together: path = [.together]
        // Followed on the first screen.
        case .checkIn, .pulse, .check, .today, nil: return
        }
        model.arrived()
    }
}

/// The ways to everything else that helps along.
private struct PractiseRows: View {
    @Binding var path: [PractisePlace]
    @Environment(AppModel.self) private var model
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: texts.practiceMoreTitle) {
            PlaceRow(title: texts.learnTitle, symbol: "lightbulb") { path.append(.learn) }
            PlaceRow(title: texts.learnPatternsTitle, symbol: "square.on.square") { path.append(.patterns) }
            PlaceRow(title: texts.areaBd, symbol: "circle.dashed") { path.append(.boundaries) }
            // The core gives it, or in care mode does not.
            if model.state.home?.together != nil {
                PlaceRow(title: texts.togetherTitle, symbol: "person.2") { path.append(.together) }
            }
            PlaceRow(title: texts.ledgerTitle, symbol: "arrow.left.arrow.right") { path.append(.ledger) }
            PlaceRow(title: texts.circleTitle, symbol: "circle.grid.cross") { path.append(.circle) }
            PlaceRow(title: texts.supportTitle, symbol: "person.wave.2") { path.append(.support) }
        }
    }
}

/// A row that leads to a page.
struct PlaceRow: View {
    let title: String
    let symbol: String
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            Label(title, systemImage: symbol)
                .multilineTextAlignment(.leading)
                .frame(maxWidth: .infinity, minHeight: Look.Size.touch, alignment: .leading)
        }
    }
}

/// Two areas too close to tell apart: the person picks.
private struct ChooseBetweenCard: View {
    let areas: [String]
    @Environment(\.texts) private var texts
    @Environment(\.days) private var days

    var body: some View {
        Card(title: texts.suggestChooseTitle) {
            Text(texts.suggestChooseBody(areas: days.list(areas)))
        }
    }
}

/// What is practised now, with its step. It says what is there and never what is not.
struct ActivePracticeCard: View {
    let practice: ActivePractice
    let open: @MainActor () -> Void
    @Environment(\.texts) private var texts

    var body: some View {
        Card(title: practice.title) {
            ActivePracticeLines(practice: practice)
            PlainButton(title: texts.todayPracticeOpen, hint: texts.a11yPracticeHint, action: open)
                .accessibilityLabel(practice.title)
        }
    }
}

/// The lines that the first page, Today and the practice itself share.
struct ActivePracticeLines: View {
    let practice: ActivePractice
    @Environment(\.texts) private var texts

    var body: some View {
        if practice.cameBack {
            Text(texts.todayCameBack)
        }
        if practice.doneToday {
            SoftText(texts.practiceDoneToday)
        }
        VStack(alignment: .leading, spacing: Look.Size.step) {
            SoftText(texts.practiceStepNow)
            Text(practice.stepText)
        }
        .accessibilityElement(children: .combine)
        if let plan = practice.plan {
            Text(plan.text)
                .privacySensitive()
        }
    }
}

extension PracticeGroup {
    /// The picture beside the name; the name says it all.
    var symbol: String {
        switch self {
        case .st: "figure.walk"
        case .bd: "circle.dashed"
        case .cn: "person.3"
        case .oc: "bubble.left.and.bubble.right"
        case .th: "person.2.wave.2"
        }
    }
}
