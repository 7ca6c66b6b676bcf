// Which whole-screen view is up, and the cover over it while the app is not in front.

import AmpersandKit
import SwiftUI

struct RootView: View {
    @Environment(AppModel.self) private var model

    var body: some View {
        content
            .motion(on: model.state.phase)
            .privacyCover()
            .task {
                await model.send(.open)
            }
    }

    @ViewBuilder private var content: some View {
        switch model.state.phase {
        case .opening: OpeningView()
        case .firstRun: FirstRunView()
        case .ready: TabsView()
        case .keyLost: ShutView(problem: .keyLost)
        case .locked(let problem): ShutView(problem: problem)
        case .failed(let problem): ShutView(problem: problem)
        }
    }
}

/// The places of the bar at the bottom: only what exists.
enum Place: Hashable {
    case today, check, more
}

struct TabsView: View {
    @Environment(\.texts) private var texts
    @State private var place = Place.today

    var body: some View {
        TabView(selection: $place) {
            TodayView(place: $place)
                .tabItem { Label(texts.barToday, systemImage: "sun.horizon") }
                .tag(Place.today)
            CheckView()
                .tabItem { Label(texts.barCheck, systemImage: "checklist") }
                .tag(Place.check)
            MoreView(place: $place)
                .tabItem { Label(texts.barMore, systemImage: "ellipsis.circle") }
                .tag(Place.more)
        }
    }
}
