// What is brought to a therapist: nothing but what was ticked, looked at first, in a file that is
// gone when the page is left.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct SupportModelTests {
    let world = World()

    /// The model over a folder for shared files that is this test's alone.
    private func support(_ model: AppModel, in folder: Folder) -> SupportModel {
        SupportModel(
            owner: model.owner, time: world.time, shared: SharedFile(in: folder.url, protection: FakeProtection()))
    }

    /// What is in that folder, at any depth.
    private func files(in folder: Folder) -> [String] {
        let found = FileManager.default.enumerator(atPath: folder.url.path)?.allObjects as? [String] ?? []
        return found.filter { $0.contains(".") }
    }

    @Test func questionsAreTickedOneByOne() async throws {
        let model = await world.startReady()
        await model.support.send(.load)
        let view = try #require(model.support.state.view)
        #expect(!view.firstSession.isEmpty)
        #expect(view.questions.contains { $0.couple })
        #expect(!view.questions.contains { $0.ticked })
        let id = try #require(view.questions.first).id
        await model.support.send(.tick(question: id, true))
        #expect(model.support.state.view?.questions.filter(\.ticked).map(\.id) == [id])
        await model.support.send(.addOwn)
        model.support.type(own: "How do I begin?")
        await model.support.send(.saveOwn)
        let own = try #require(model.support.state.view?.own.first)
        #expect(own.text == "How do I begin?")
        #expect(model.support.state.own == nil)
        await model.support.send(.deleteOwn(own.id))
        #expect(model.support.state.view?.own.isEmpty == true)
    }

    @Test func careModeHidesWhatIsForTwo() async throws {
        let model = await world.startReady()
        await model.safety.send(.enterCareMode)
        await model.support.send(.load)
        let view = try #require(model.support.state.view)
        #expect(!view.coupleOffered)
        #expect(!view.questions.contains { $0.couple })
    }

    @Test func nothingTickedIsNoPage() async throws {
        let model = await world.startReady()
        let folder = Folder()
        let support = support(model, in: folder)
        try await takeCheck(model, world.time)
        await support.send(.openChoices)
        #expect(support.state.choices?.runs.count == 1)
        #expect(support.state.ticked == SupportModel.Ticked())
        await support.send(.make)
        #expect(support.state.problem?.reason == .nothingChosen)
        #expect(support.state.document == nil)
        #expect(files(in: folder).isEmpty)
    }

    @Test func onlyWhatWasTickedIsInTheFileAndItGoes() async throws {
        let model = await world.startReady()
        let folder = Folder()
        let support = support(model, in: folder)
        try await takeCheck(model, world.time)
        let ticked = try await model.write("A walk by the river").id
        let unticked = try await model.write("Nobody is to read this").id
        await support.send(.openChoices)
        #expect(support.state.choices?.entries.map(\.id).contains(unticked) == true)
        await support.send(.toggleEntry(ticked))
        await support.send(.toggleEntry(unticked))
        await support.send(.toggleEntry(unticked))
        await support.send(.make)
        #expect(support.state.problem == nil)
        let file = try #require(support.state.file)
        let html = try String(contentsOf: file, encoding: .utf8)
        #expect(html.contains("A walk by the river"))
        #expect(!html.contains("Nobody is to read this"))
        let parts = try #require(support.state.document?.parts)
        #expect(
            parts.flatMap(\.lines).contains { $0.contains("A walk by the river") }, "what is looked at is what goes")
        #expect(files(in: folder).count == 1)
        await support.send(.putAway)
        #expect(files(in: folder).isEmpty)
        #expect(support.state.file == nil)
        #expect(support.state.document == nil)
    }

    @Test func aLockAndAStartTakeTheFileAway() async throws {
        let model = await world.startReady()
        let folder = Folder()
        let support = support(model, in: folder)
        try await takeCheck(model, world.time)
        await support.send(.openChoices)
        let run = try #require(support.state.choices?.runs.first).id
        await support.send(.toggleRun(run))
        await support.send(.make)
        #expect(files(in: folder).count == 1)
        support.forget()
        #expect(files(in: folder).isEmpty)
        #expect(support.state == SupportModel.State())

        await support.send(.openChoices)
        await support.send(.toggleRun(run))
        await support.send(.make)
        #expect(files(in: folder).count == 1)
        // The app is ended, and another run begins.
        _ = self.support(model, in: folder)
        #expect(files(in: folder).isEmpty)
    }

    @Test func anUnprotectedFolderHoldsNoFile() async throws {
        let model = await world.startReady()
        let folder = Folder()
        let support = SupportModel(
            owner: model.owner, time: world.time,
            shared: SharedFile(in: folder.url, protection: FakeProtection(refuses: true)))
        try await takeCheck(model, world.time)
        await support.send(.openChoices)
        await support.send(.toggleRun(try #require(support.state.choices?.runs.first).id))
        await support.send(.make)
        #expect(support.state.problem == .folderUnprotected)
        #expect(files(in: folder).isEmpty)
        #expect(support.state.document == nil, "what cannot be shared is not shown as if it could")
    }

    @Test func otherDaysTakeTheirTicksAlong() async throws {
        let model = await world.startReady()
        try await takeCheck(model, world.time)
        let support = model.support
        await support.send(.openChoices)
        let choices = try #require(support.state.choices)
        #expect(choices.ranges.contains { $0.from == choices.from && $0.to == choices.to })
        await support.send(.toggleRun(try #require(choices.runs.first).id))
        #expect(support.state.ticked.runs.count == 1)
        await support.send(.between("2026-10-01", "2026-10-31"))
        #expect(support.state.choices?.runs.isEmpty == true)
        #expect(support.state.ticked.runs.isEmpty, "what is not listed is not ticked")
        await support.send(.between("2026-11-01", "2026-10-31"))
        #expect(support.state.problem != nil)
        #expect(support.state.choices?.to == "2026-10-31")
    }
}
