// Upkeep, safety copies, a damaged vault, and erasing everything.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.timeLimit(.minutes(2))) struct UpkeepModelTests {
    let world = World()

    @Test func upkeepTakesASafetyCopyAndEnds() async throws {
        let model = await world.startReady()
        try await model.write("worth a copy")
        await model.upkeep.send(.run)
        #expect(model.upkeep.state.progress?.finished == true)
        #expect(!model.upkeep.state.isRunning)
        #expect(model.upkeep.state.problem == nil)
        await model.upkeep.send(.loadCopies)
        let copies = try #require(model.upkeep.state.copies)
        #expect(copies.contains { $0.kind == .daily && $0.takenOn == "2026-11-23" })
        let words = EnglishTexts().words(for: copies[0], days: DayWords(locale: Locale(identifier: "en_GB")))
        #expect(words.contains("2026"))
        await model.upkeep.send(.deleteCopies)
        #expect(model.upkeep.state.copies == [])
    }

    @Test func whatIsThirtyDaysInTheTrashIsGone() async throws {
        let model = await world.startReady()
        let entry = try await model.write("old trash")
        await model.entry.send(.open(entry.id))
        await model.entry.send(.trash)
        world.time.pass(days: 29)
        await model.upkeep.send(.run)
        await model.trash.send(.load)
        #expect(model.trash.state.entries?.count == 1)
        world.time.pass(days: 1)
        await model.upkeep.send(.run)
        await model.trash.send(.load)
        #expect(model.trash.state.entries == [])
    }

    /// Writing goes on while it runs, and a stop ends it without a problem.
    @Test func upkeepMakesRoomAndCanBeStopped() async throws {
        let model = await world.startReady()
        async let run: Void = model.upkeep.send(.run)
        try await model.write("meanwhile")
        await model.upkeep.send(.stop)
        _ = await run
        #expect(!model.upkeep.state.isRunning)
        #expect(model.upkeep.state.problem == nil)
        await model.upkeep.send(.run)
        #expect(model.upkeep.state.progress?.finished == true)
    }

    @Test func aLockEndsItInSilence() async throws {
        let model = await world.startReady()
        async let run: Void = model.upkeep.send(.run)
        await model.send(.lock)
        _ = await run
        #expect(!model.upkeep.state.isRunning)
        #expect(model.upkeep.state.problem == nil)
    }
}

@MainActor
@Suite(.timeLimit(.minutes(2))) struct RecoveryModelTests {
    let world = World()

    /// Flips bytes of the database where its pages are, as a failing chip does.
    private func damage() throws {
        let file = world.folder.url.appendingPathComponent("vault.db")
        var bytes = try Data(contentsOf: file)
        for place in stride(from: 4_096 * 2 + 100, to: bytes.count, by: 4_096) { bytes[place] ^= 0xFF }
        bytes[100] ^= 0xFF
        try bytes.write(to: file)
    }

    @Test func aDamagedVaultComesBackFromItsCopy() async throws {
        let model = await world.startReady()
        let entry = try await model.write("worth keeping")
        await model.upkeep.send(.run)
        await model.send(.lock)
        try damage()
        let damaged = try world.folder.contents()["vault.db"]

        let again = await world.start()
        #expect(again.state.phase == .failed(.storage(code: "damaged", retryable: false)))
        let recovery = again.recovery
        await recovery.send(.load)
        let offer = try #require(recovery.state.offer)
        #expect(offer.snapshots.contains { $0.kind == .daily })
        #expect(try world.folder.contents()["vault.db"] == damaged, "looking changes nothing")

        await recovery.send(.recover(.daily))
        #expect(recovery.state.problem == nil)
        let recovered = try #require(recovery.state.recovered)
        #expect(!recovered.movedAside.isEmpty)
        #expect(recovered.rows > 0)
        for name in recovered.movedAside { #expect(try world.folder.contents()[name] != nil) }
        #expect(try world.folder.contents().values.contains { $0 == damaged }, "the damaged file is kept as it was")

        await again.send(.open)
        #expect(again.state.phase == .ready)
        #expect(recovery.state == RecoveryModel.State())
        await again.entry.send(.open(entry.id))
        #expect(again.entry.state.entry?.content.body == "worth keeping")
    }

    @Test func aCopyThatIsNotThereIsNotTakenForOne() async throws {
        let model = await world.startReady()
        await model.upkeep.send(.run)
        await model.send(.lock)
        try damage()
        try FileManager.default.removeItem(at: world.folder.url.appendingPathComponent("snapshot-weekly.db"))
        let before = try world.folder.contents()
        let again = await world.start()
        await again.recovery.send(.load)
        #expect(again.recovery.state.offer?.snapshots.map(\.kind) == [.daily])
        await again.recovery.send(.recover(.weekly))
        #expect(again.recovery.state.problem?.reason == .notFoundSnapshot)
        #expect(try world.folder.contents() == before)
    }
}

@MainActor
@Suite(.timeLimit(.minutes(2))) struct ErasingTests {
    let world = World()

    @Test func everythingIsGoneAndAFreshStartIsOneTapAway() async throws {
        let model = await world.startReady()
        try await model.write("never to be read again")
        await model.upkeep.send(.run)
        let owner = model.owner
        await model.send(.eraseEverything)
        #expect(model.state.phase == .erased)
        #expect(model.state.home == nil)
        #expect(world.keys.held == nil)
        #expect(try world.folder.contents().keys.filter { $0.hasPrefix("vault.db") || $0.hasPrefix("snapshot") } == [])
        #expect(try world.folder.contents()["keyring.json"] == nil)
        await #expect(throws: Problem.locked(code: "locked")) {
            try await owner.journal(of: nil, at: world.time.now())
        }

        await model.send(.open)
        #expect(model.state.phase == .firstRun)
        await model.send(.completeFirstRun(name: ""))
        await model.journal.send(.refresh)
        #expect(model.journal.state.view?.total == 0)
    }

    /// What was being typed goes as well: it must not come back into the new vault.
    @Test func anOpenDraftIsErasedToo() async throws {
        let model = await world.startReady()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        model.editor.take(.body("half a thought"))
        await model.send(.eraseEverything)
        #expect(model.editor.state == EditorModel.State())
        await model.send(.open)
        #expect(!model.editor.state.isOpen)
        #expect(model.editor.state.openDraft == nil)
    }

    /// The files of an erasing that was cut short: the key is gone, and the rest goes now.
    @Test func anErasingThatWasCutShortIsFinished() async throws {
        let model = await world.startReady()
        try await model.write("unreadable without its key")
        await model.send(.lock)
        let folder = world.folder.url
        try FileManager.default.removeItem(at: folder.appendingPathComponent("keyring.json"))
        try Data().write(to: folder.appendingPathComponent("erasing"))
        // Whatever comes next, what was to go goes first.
        let refused = AppModel(
            folder: folder, locale: "en", keys: world.keys, protection: FakeProtection(refuses: true), time: world.time,
            centre: world.centre, waking: world.waking)
        await refused.send(.open)
        #expect(refused.state.phase == .failed(.folderUnprotected))
        #expect(try world.folder.contents().keys.filter { $0 != "vault.lock" } == [])
        #expect(await world.start().state.phase == .firstRun)
    }
}
