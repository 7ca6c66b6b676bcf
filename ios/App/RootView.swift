// Which whole-screen view is up, and the cover over it while the app is not in front. Of what
// somebody writes, this file remembers the draft's id alone, so that the editor can come back
// after the app was ended: the words are in the vault.

import AmpersandKit
import SwiftUI

struct RootView: View {
    @Environment(AppModel.self) private var model
    @SceneStorage("draft") private var draft: DraftId?

    var body: some View {
        content
            .motion(on: model.state.phase)
            .privacyCover()
            .task {
                await model.send(.open)
            }
            .task(id: model.state.phase) {
                guard model.state.phase == .ready else { return }
                if let draft { await model.editor.send(.restore(draft)) }
                draft = model.editor.state.openDraft
                await model.upkeep.send(.run)
            }
            .onChange(of: model.editor.state.openDraft) { _, open in
                draft = open
            }
    }

    @ViewBuilder private var content: some View {
        switch model.state.phase {
        case .opening: OpeningView()
        case .firstRun: FirstRunView()
        case .ready: TabsView()
        case .asksPassphrase: UnlockView()
        case .keyLost: ShutView(problem: .keyLost)
        case .locked(let problem): ShutView(problem: problem)
        case .failed(let problem) where problem.reason == .damaged: RecoveryView()
        case .failed(let problem): ShutView(problem: problem)
        case .erased: ErasedView()
        }
    }
}

/// The places of the bar at the bottom.
enum Place: Hashable {
    case today, check, journal, practise, more
}

struct TabsView: View {
    @Environment(AppModel.self) private var model
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
            JournalListView()
                .tabItem { Label(texts.barJournal, systemImage: "book.closed") }
                .tag(Place.journal)
            PractiseView(place: $place)
                .tabItem { Label(texts.barPractise, systemImage: "leaf") }
                .tag(Place.practise)
            MoreView(place: $place)
                .tabItem { Label(texts.barMore, systemImage: "ellipsis.circle") }
                .tag(Place.more)
        }
        .onChange(of: model.state.way, initial: true) { _, way in
            if let way { place = self.place(of: way) }
        }
        .fullScreenCover(isPresented: isWriting, onDismiss: refresh) { EditorView() }
        // What keeps the editor from opening is told here; what happens in it, there.
        .alert(for: model.editor.state.isOpen ? nil : model.editor.state.problem) {
            Task { await model.editor.send(.dismissProblem) }
        }
    }

    /// Who follows a way: the first screen, or Practise.
    private func place(of way: AppModel.Way) -> Place {
        switch way {
        case .checkIn, .pulse, .check, .today: .today
        case .practice, .agreement, .together: .practise
        }
    }

    /// Up as long as the model says so; nothing but the model shuts it.
    private var isWriting: Binding<Bool> {
        Binding(get: { @MainActor in model.editor.state.isOpen }, set: { @MainActor _ in })
    }

    /// What was written may show anywhere below.
    private func refresh() {
        Task {
            await model.send(.refresh)
            await model.journal.send(.refresh)
            await model.entry.send(.refresh)
            if model.search.state.hits != nil { await model.search.send(.search) }
        }
    }
}
