// How the vault comes to be open, and every way in which it does not.

import Foundation
import Observation
import Testing

@testable import AmpersandKit

@MainActor
@Suite struct AppModelTests {
    @Test func aFirstStartMakesAVaultAndAsksForTheFirstRun() async throws {
        let world = World()
        let model = await world.start()
        #expect(model.state.phase == .firstRun)
        #expect(model.state.home?.firstRun == true)
        #expect(model.state.home?.day == "2026-11-23")
        #expect(world.keys.held?.withBytes { $0.count } == 32)
        #expect(try !world.folder.contents().isEmpty)
    }

    /// Protected while it is still empty, and the key stored before there is a vault.
    @Test func theFolderIsProtectedBeforeTheFirstFile() async {
        let world = World()
        _ = await world.start()
        #expect(world.log.all == ["prepare with 0 files", "removeLeftover", "store"])
    }

    @Test func aLeftoverKeyOfAnEarlierInstallIsReplaced() async {
        let world = World()
        let leftover = DeviceSecret.fresh()
        world.keys.set(leftover)
        let model = await world.start()
        #expect(model.state.phase == .firstRun)
        #expect(world.keys.held != nil)
        #expect(world.keys.held != leftover)
    }

    @Test func theFirstRunEndsAndStaysEnded() async {
        let world = World()
        var model = await world.start()
        await model.send(.completeFirstRun(name: "Robin"))
        #expect(model.state.phase == .ready)
        #expect(model.state.home?.name == "Robin")
        model = await world.restart(model)
        #expect(model.state.phase == .ready)
        #expect(model.state.home?.name == "Robin")
    }

    @Test func noNameIsFine() async {
        let world = World()
        var model = await world.start()
        await model.send(.completeFirstRun(name: ""))
        #expect(model.state.phase == .ready)
        #expect(model.state.home?.name == nil)
        model = await world.restart(model)
        #expect(model.state.phase == .ready)
    }

    @Test func aNameThatIsTooLongIsToldAndTheFirstRunStays() async {
        let world = World()
        let model = await world.start()
        await model.send(.completeFirstRun(name: String(repeating: "x", count: 61)))
        #expect(model.state.problem == .invalidInput(field: "name", code: "too_long"))
        #expect(model.state.phase == .firstRun)
        await model.send(.dismissProblem)
        #expect(model.state.problem == nil)
    }

    /// The key is gone: a state of its own, nothing touched, and the vault opens when it is back.
    @Test func aLostKeyTouchesNothing() async throws {
        let world = World()
        await world.startReady().send(.lock)
        let before = try world.folder.contents()
        let asked = world.log.all
        let key = world.keys.held
        world.keys.set(nil)

        let model = await world.start()
        #expect(model.state.phase == .keyLost)
        #expect(try world.folder.contents() == before)
        #expect(world.log.all == asked + ["load"])
        #expect(world.keys.held == nil)

        world.keys.set(key)
        await model.send(.open)
        #expect(model.state.phase == .ready)
    }

    @Test func aWrongKeyIsSomethingElseThanALostOne() async throws {
        let world = World()
        await world.startReady().send(.lock)
        let before = try world.folder.contents()
        world.keys.set(.fresh())
        let model = await world.start()
        #expect(model.state.phase == .locked(.locked(code: "wrong_key")))
        #expect(try world.folder.contents() == before)
    }

    /// Before the first unlock the keychain answers nothing; that must never look like no key.
    @Test func aKeyStoreThatIsShutIsNotALostKey() async throws {
        let world = World()
        await world.startReady().send(.lock)
        let before = try world.folder.contents()
        world.keys.shut(true)
        let model = await world.start()
        #expect(model.state.phase == .locked(.keyUnavailable))
        #expect(try world.folder.contents() == before)
        world.keys.shut(false)
        await model.send(.open)
        #expect(model.state.phase == .ready)
    }

    @Test func withoutProtectionNothingIsWritten() async throws {
        let world = World()
        let model = AppModel(
            folder: world.folder.url, locale: "en", keys: world.keys, protection: FakeProtection(refuses: true),
            time: world.time, centre: world.centre, waking: world.waking)
        await model.send(.open)
        #expect(model.state.phase == .failed(.folderUnprotected))
        #expect(try world.folder.contents().isEmpty)
        #expect(world.keys.held == nil)
    }

    @Test func aVaultInUseOpensWhenTheOtherLetsGo() async {
        let world = World()
        let first = await world.startReady()
        let second = await world.start()
        #expect(second.state.phase == .failed(.storage(code: "in_use", retryable: true)))
        await first.send(.lock)
        await second.send(.open)
        #expect(second.state.phase == .ready)
    }

    @Test func lockedShowsNothingAndOpensAgain() async throws {
        let world = World()
        let model = await world.startReady()
        try await takeCheck(model, world.time)
        await model.send(.lock)
        #expect(model.state.phase == .locked(.locked(code: "locked")))
        #expect(model.state.home == nil)
        #expect(model.state.settings == nil)
        #expect(model.check.state == CheckModel.State())
        await model.send(.open)
        #expect(model.state.phase == .ready)
        #expect(model.state.home?.lastRun != nil)
    }

    @Test func settingsAreSavedOneByOne() async {
        let world = World()
        var model = await world.startReady()
        await model.send(.rename("Robin"))
        #expect(model.state.justSaved)
        await model.send(.choosePartner(.closestPerson))
        await model.send(.setAlsoInPast(true))
        await model.send(.setSexualOptIn(true))
        #expect(model.state.problem == nil)
        #expect(model.check.state.context == .closestPerson)
        model = await world.restart(model)
        #expect(model.state.settings?.name == "Robin")
        #expect(model.state.settings?.partnerContext == .closestPerson)
        #expect(model.state.settings?.alsoInPast == true)
        #expect(model.state.settings?.sexualOptIn == true)
        await model.send(.rename(""))
        #expect(model.state.settings?.name == nil)
        #expect(model.state.home?.name == nil)
    }

    @Test func aRefusedSettingKeepsTheOldOne() async {
        let world = World()
        let model = await world.startReady()
        await model.send(.rename("Robin"))
        await model.send(.rename("two\nlines"))
        #expect(model.state.problem == .invalidInput(field: "name", code: "control_character"))
        #expect(model.state.settings?.name == "Robin")
        #expect(!model.state.justSaved)
    }

    @Test func aSecondTapIsDropped() async {
        let world = World()
        let model = AppModel(
            folder: world.folder.url, locale: "en", keys: world.keys, protection: FakeProtection(log: world.log),
            time: world.time, centre: world.centre, waking: world.waking)
        async let first: Void = model.send(.open)
        async let second: Void = model.send(.open)
        _ = await (first, second)
        #expect(model.state.phase == .firstRun)
        #expect(world.log.all.filter { $0 == "store" }.count == 1)
    }

    @Test func observersHearOfAChange() async {
        let world = World()
        let model = AppModel(
            folder: world.folder.url, locale: "en", keys: world.keys, protection: FakeProtection(),
            time: world.time, centre: world.centre, waking: world.waking)
        await confirmation { heard in
            withObservationTracking {
                _ = model.state.phase
            } onChange: {
                heard()
            }
            await model.send(.open)
        }
    }
}

@Suite struct CoreOwnerTests {
    @Test func runsOnItsOwnQueue() async {
        await CoreOwner(folder: Folder().url, locale: "en").assertOnOwnQueue()
    }

    @Test func everythingIsRefusedWhileItIsShut() async {
        let owner = CoreOwner(folder: Folder().url, locale: "en")
        await #expect(throws: Problem.locked(code: "locked")) { try await owner.settings() }
        await #expect(throws: Problem.locked(code: "locked")) { try await owner.runs(after: nil) }
        #expect(await !owner.isOpen)
    }

    @Test func manyCallsAtOnceAreTakenOneByOne() async throws {
        let folder = Folder()
        let owner = CoreOwner(folder: folder.url, locale: "en")
        let time = FakeTime()
        try await owner.create(.fresh(), at: time.clock)
        let draft = try await owner.begin(about: .current, fresh: false, at: time.now())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, item) in draft.items.enumerated() {
                group.addTask {
                    let answer = ItemAnswer(item: item.id, value: Int32(index % 5), ms: 2_500)
                    _ = try await owner.answer(answer, in: draft.run, at: time.now())
                }
            }
            try await group.waitForAll()
        }
        let resumed = try await owner.resume(draft.run, at: time.now())
        #expect(resumed.answers.count == 38)
        #expect(resumed.next == 38)
        try await owner.lock()
    }

    /// What is no error of the core is a fault, never a crash and never "not found".
    @Test func anUnknownErrorIsAFault() {
        struct Odd: Error {}
        #expect(Problem(Odd()) == .fault(reference: "call"))
    }
}
