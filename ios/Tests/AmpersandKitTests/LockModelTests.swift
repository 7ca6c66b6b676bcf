// The lock: a passphrase, wrong ones, the wait, and being out of sight. A locked app holds
// nothing of what is inside, and loses nothing of what was typed.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct LockModelTests {
    let world = World()
    static let passphrase = "seven blue otters"

    private func withPassphrase() async throws -> AppModel {
        let model = await world.startReady()
        await model.passphrase.send(.set(new: Self.passphrase, again: Self.passphrase))
        #expect(model.passphrase.state.done == .set)
        await model.send(.refresh)
        return model
    }

    private func expectNothing(in model: AppModel) {
        #expect(model.state.home == nil)
        #expect(model.state.settings == nil)
        #expect(model.journal.state == JournalModel.State())
        #expect(model.entry.state == EntryModel.State())
        #expect(model.history.state == EntryHistoryModel.State())
        #expect(model.trash.state == TrashModel.State())
        #expect(model.search.state == SearchModel.State())
        #expect(model.editor.state.editor == nil)
        #expect(model.editor.state.form == nil)
        #expect(model.editor.state.saved == nil)
        #expect(model.check.state == CheckModel.State())
    }

    @Test func aPassphraseIsAskedForFromThenOn() async throws {
        let model = await world.restart(try await withPassphrase())
        #expect(model.state.phase == .asksPassphrase)
        expectNothing(in: model)
        await model.send(.unlock(passphrase: "seven red otters"))
        #expect(model.state.phase == .asksPassphrase)
        #expect(model.lock.state.problem == .locked(code: "wrong_passphrase"))
        #expect(model.lock.state.lock?.wrongTries == 1)
        await model.send(.unlock(passphrase: Self.passphrase))
        #expect(model.state.phase == .ready)
        #expect(model.state.home?.passphrase == true)
    }

    @Test func tenWrongTriesMakeAWaitThatRunsOut() async throws {
        let model = await world.restart(try await withPassphrase())
        let before = try world.folder.contents().filter { $0.key != "tries.json" }
        for number in 1...10 {
            await model.send(.unlock(passphrase: "wrong \(number) wrong"))
        }
        #expect(model.lock.state.lock?.wrongTries == 10)
        #expect(model.lock.state.wait == .seconds(30))
        #expect(EnglishTexts().words(forWait: model.lock.state.wait) == EnglishTexts().lockWaitSeconds(n: 30))
        #expect(try world.folder.contents().filter { $0.key != "tries.json" } == before)

        // The right one is not tried before its time, and the wall clock shortens nothing.
        await model.send(.unlock(passphrase: Self.passphrase))
        #expect(model.lock.state.problem == .locked(code: "wait"))
        world.time.set(back: .seconds(-3_600))
        await model.send(.unlock(passphrase: Self.passphrase))
        #expect(model.lock.state.problem == .locked(code: "wait"))
        world.time.set(back: .seconds(3_600))

        // The lock screen follows the wait to its end.
        let watch = Task { await model.lock.send(.watch) }
        for _ in 0..<30 { await world.time.passOnceAwaited(.seconds(1)) }
        await watch.value
        #expect(model.lock.state.wait == .zero)
        await model.send(.unlock(passphrase: Self.passphrase))
        #expect(model.state.phase == .ready)
    }

    /// Half a minute is the grace; sleep counts, and the wall clock does not.
    @Test func awayForTooLongLocks() async throws {
        let model = try await withPassphrase()
        try await model.write("behind the lock")
        await model.journal.send(.refresh)
        await model.send(.enteredBackground)
        #expect(model.state.isAway)
        world.time.set(back: .seconds(600))
        world.time.sleep(.seconds(31))
        await model.send(.becameActive)
        #expect(model.state.phase == .asksPassphrase)
        #expect(!model.state.isAway)
        expectNothing(in: model)
        await #expect(throws: Problem.locked(code: "locked")) {
            try await model.owner.journal(of: nil, at: world.time.now())
        }
        await model.send(.unlock(passphrase: Self.passphrase))
        await model.journal.send(.refresh)
        #expect(model.journal.state.entries.map(\.excerpt) == ["behind the lock"])
    }

    @Test func awayForAMomentStaysOpen() async throws {
        let model = try await withPassphrase()
        await model.send(.enteredBackground)
        await #expect(throws: Problem.locked(code: "away")) {
            try await model.owner.journal(of: nil, at: world.time.now())
        }
        world.time.pass(.seconds(29))
        await model.send(.becameActive)
        #expect(model.state.phase == .ready)
        await model.journal.send(.refresh)
        #expect(model.journal.state.problem == nil)
    }

    @Test func theGraceIsThePersonsChoice() async throws {
        let model = try await withPassphrase()
        await model.send(.setAutoLock(.minutes5))
        await model.send(.enteredBackground)
        world.time.sleep(.seconds(299))
        await model.send(.becameActive)
        #expect(model.state.phase == .ready)
        await model.send(.setAutoLock(.atOnce))
        await model.send(.enteredBackground)
        await model.send(.becameActive)
        #expect(model.state.phase == .asksPassphrase)
    }

    @Test func withoutAPassphraseNothingLocks() async throws {
        let model = await world.startReady()
        await model.send(.enteredBackground)
        world.time.sleep(.seconds(86_400))
        await model.send(.becameActive)
        #expect(model.state.phase == .ready)
        #expect(!model.state.isAway)
    }

    /// Out and in again faster than the core answers: it hears both, in order.
    @Test func aQuickLookElsewhereEndsOpen() async throws {
        let model = try await withPassphrase()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        for number in 0..<10 {
            // There is something to be kept first, so that leaving takes longer than coming back.
            model.editor.take(.body("text \(number)"))
            model.cross(.away)
            #expect(model.state.isAway, "covered before anything else happens")
            await model.cross(.back).value
            #expect(!model.state.isAway)
        }
        #expect(model.state.phase == .ready)
        await model.journal.send(.refresh)
        #expect(model.journal.state.problem == nil)
    }

    // MARK: What was being written

    @Test func theOpenDraftIsThereAgainAfterUnlocking() async throws {
        let model = try await withPassphrase()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        model.editor.take(.body("in the middle of"))
        await model.send(.enteredBackground)
        world.time.sleep(.seconds(60))
        await model.send(.becameActive)
        expectNothing(in: model)
        #expect(model.editor.state.openDraft != nil, "the id is remembered, nothing else")
        await model.send(.unlock(passphrase: Self.passphrase))
        #expect(model.editor.state.form?.body == "in the middle of")
    }

    /// What a lock finds unkept is held on to, unseen, and is on disk after unlocking.
    @Test func whatCouldNotBeKeptSurvivesTheLock() async throws {
        let model = try await withPassphrase()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        model.editor.take(.body("kept"))
        await model.editor.send(.keep)
        // The vault is shut behind the editor's back, as when it locks itself while typing.
        try await model.owner.lock()
        model.editor.take(.body("kept, and this"))
        await model.editor.send(.keep)
        #expect(model.editor.state.keeping == .refused(.locked(code: "locked")))
        await model.send(.lock)
        expectNothing(in: model)
        await model.send(.unlock(passphrase: Self.passphrase))
        #expect(model.editor.state.form?.body == "kept, and this")
        #expect(model.editor.state.keeping == .kept(world.time.now().now))
        let after = try await world.startAfterACrash()
        await after.send(.unlock(passphrase: Self.passphrase))
        #expect(after.state.phase == .ready)
        await after.editor.send(.restore(try #require(model.editor.state.openDraft)))
        #expect(after.editor.state.problem == nil)
        #expect(after.editor.state.form?.body == "kept, and this")
    }
}

@MainActor
@Suite(.serialized, .timeLimit(.minutes(5))) struct PassphraseModelTests {
    let world = World()

    @Test func theHintFollowsTheTyping() async {
        let passphrase = await world.startReady().passphrase
        await passphrase.send(.load)
        #expect(passphrase.state.isSet == false)
        for (typed, hint) in [
            ("short", StrengthHint.tooShort), ("password", .common), ("aaaaaaaaaaaa", .repeats),
            ("seven blue otters sing at noon", .good),
        ] {
            await passphrase.send(.typed(typed))
            #expect(passphrase.state.strength?.hint == hint, "\(typed)")
        }
        await passphrase.send(.typed(""))
        #expect(passphrase.state.strength == nil)
    }

    @Test func twoThatDifferSetNothing() async throws {
        let passphrase = await world.startReady().passphrase
        let before = try world.folder.contents()["keyring.json"]
        await passphrase.send(.set(new: "seven blue otters", again: "seven blue other"))
        #expect(passphrase.state.differs)
        #expect(passphrase.state.done == nil)
        #expect(passphrase.state.isSet == false)
        #expect(try world.folder.contents()["keyring.json"] == before)
    }

    @Test func tooShortAndTooLongAreTold() async {
        let passphrase = await world.startReady().passphrase
        await passphrase.send(.set(new: "seven", again: "seven"))
        #expect(passphrase.state.problem?.reason == .tooShort)
        let long = String(repeating: "seven ", count: 60)
        await passphrase.send(.set(new: long, again: long))
        #expect(passphrase.state.problem?.reason == .tooLongPassphrase)
        #expect(passphrase.state.isSet == false)
    }

    @Test func changedAndRemovedWithTheCurrentOneAlone() async throws {
        let model = await world.startReady()
        let passphrase = model.passphrase
        await passphrase.send(.set(new: "seven blue otters", again: "seven blue otters"))
        #expect(passphrase.state.isSet == true)
        await passphrase.send(.change(current: "not this one", new: "nine red foxes", again: "nine red foxes"))
        #expect(passphrase.state.problem == .locked(code: "wrong_passphrase"))
        await passphrase.send(.dismissProblem)
        await passphrase.send(.remove(current: "nor this one"))
        #expect(passphrase.state.problem == .locked(code: "wrong_passphrase"))
        await passphrase.send(.dismissProblem)
        await passphrase.send(.change(current: "seven blue otters", new: "nine red foxes", again: "nine red foxes"))
        #expect(passphrase.state.done == .changed)

        let again = await world.restart(model)
        await again.send(.unlock(passphrase: "seven blue otters"))
        #expect(again.state.phase == .asksPassphrase)
        await again.send(.unlock(passphrase: "nine red foxes"))
        #expect(again.state.phase == .ready)
        await again.passphrase.send(.remove(current: "nine red foxes"))
        #expect(again.passphrase.state.done == .removed)
        #expect(again.passphrase.state.isSet == false)
        #expect(await world.restart(again).state.phase == .ready)
    }
}
