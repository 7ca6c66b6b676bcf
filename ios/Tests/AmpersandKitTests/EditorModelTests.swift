// The editor: what is typed is on disk after a pause, after a while without one, and on
// leaving; what cannot be kept stays on the screen.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.timeLimit(.minutes(2))) struct EditorModelTests {
    let world = World()

    private func begun(_ body: String = "") async -> AppModel {
        let model = await world.startReady()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        if !body.isEmpty { model.editor.take(.body(body)) }
        return model
    }

    // MARK: Keeping

    @Test func aPauseKeepsTheTextWithinTwoSeconds() async throws {
        let model = await begun()
        let editor = model.editor
        editor.take(.body("one"))
        await world.time.passOnceAwaited(.seconds(1))
        editor.take(.body("one two"))
        await eventually { world.time.waiting == 0 }
        await world.time.passOnceAwaited(.seconds(1))
        #expect(editor.state.keeping == .waiting, "a stroke begins the pause anew")
        await world.time.passOnceAwaited(.milliseconds(500))
        await eventually { editor.state.keeping != .waiting }
        #expect(editor.state.keeping == .kept(world.time.now().now))
        #expect(editor.state.words == 2)
        #expect(EditorModel.pause <= .seconds(2))

        let after = try await world.startAfterACrash()
        await after.journal.send(.refresh)
        #expect(after.journal.state.view?.openDrafts.map(\.excerpt) == ["one two"])
    }

    /// Somebody who never pauses must not lose an hour.
    @Test func typingWithoutAPauseIsKeptAllTheSame() async throws {
        let model = await begun()
        let editor = model.editor
        let began = world.time.now().now
        var text = ""
        while world.time.now().now < began + 9_000 {
            text += "word "
            editor.take(.body(text))
            // Its pause has begun, or the stroke is on disk already.
            await eventually { world.time.waiting > 0 || editor.state.keeping != .waiting }
            world.time.pass(.milliseconds(500))
        }
        await eventually { editor.state.words > 0 }
        #expect(editor.state.words >= 14)
    }

    @Test func leavingTheAppKeepsWhatWasTypedLast() async throws {
        let model = await begun("half a sen")
        await model.send(.enteredBackground)
        #expect(model.editor.state.keeping == .kept(world.time.now().now))
        let after = try await world.startAfterACrash()
        let draft = try #require(model.editor.state.openDraft)
        await after.editor.send(.restore(draft))
        #expect(after.editor.state.form?.body == "half a sen")
    }

    @Test func leavingTheEditorKeepsTheDraft() async throws {
        let model = await begun("not done yet")
        let draft = try #require(model.editor.state.openDraft)
        await model.editor.send(.leave)
        #expect(!model.editor.state.isOpen)
        await model.journal.send(.refresh)
        #expect(model.journal.state.view?.openDrafts.map(\.id) == [draft])
        await model.editor.send(.resume(draft))
        #expect(model.editor.state.form?.body == "not done yet")
    }

    @Test func anEmptyPageLeavesNothingBehind() async throws {
        let model = await begun()
        let draft = try #require(model.editor.state.openDraft)
        await model.editor.send(.leave)
        await #expect(throws: Problem.notFound(kind: "draft", id: draft)) {
            try await model.owner.resume(draft: draft, at: world.time.now())
        }
        await model.journal.send(.refresh)
        #expect(!model.editor.state.isOpen)
        #expect(model.journal.state.view?.openDrafts == [])
        #expect(model.journal.state.view?.total == 0)
    }

    @Test func manyStrokesAreKeptInOrder() async throws {
        let model = await begun()
        for number in 0...200 {
            model.editor.take(.body("text \(number)"))
            if number.isMultiple(of: 20) { world.time.pass(.seconds(2)) }
            if number.isMultiple(of: 7) { await Task.yield() }
        }
        await model.editor.send(.keep)
        let after = try await world.startAfterACrash()
        await after.editor.send(.restore(try #require(model.editor.state.openDraft)))
        #expect(after.editor.state.form?.body == "text 200")
    }

    /// After a restart the id is all that is known; one that is gone is no problem.
    @Test func aDraftThatIsGoneIsNotMissed() async throws {
        var model = await begun("short")
        let draft = try #require(model.editor.state.openDraft)
        await model.editor.send(.save)
        await model.editor.send(.close)
        model = await world.restart(model)
        await model.editor.send(.restore(draft))
        #expect(!model.editor.state.isOpen)
        #expect(model.editor.state.problem == nil)
    }

    // MARK: What the core refuses

    /// One field must not hold up the others: the body is on disk, the title stays on screen.
    @Test func aTitleThatIsTooLongDoesNotHoldUpTheBody() async throws {
        let model = await begun("the words")
        model.editor.take(.title(String(repeating: "x", count: 201)))
        await model.editor.send(.keep)
        let tooLong = Problem.invalidInput(field: "title", code: "too_long")
        #expect(model.editor.state.keeping == .refused(tooLong))
        #expect(model.editor.state.form?.title.count == 201)

        await model.editor.send(.leave)
        #expect(model.editor.state.isOpen, "nothing that is not on disk is shut")
        #expect(model.editor.state.problem == tooLong)

        let after = try await world.startAfterACrash()
        await after.editor.send(.restore(try #require(model.editor.state.openDraft)))
        #expect(after.editor.state.form?.body == "the words")
        #expect(after.editor.state.form?.title == "")

        model.editor.take(.title("Shorter"))
        await model.editor.send(.leave)
        #expect(!model.editor.state.isOpen)
    }

    @Test func aBodyThatIsTooLongStaysOnTheScreen() async throws {
        let model = await begun("kept")
        await model.editor.send(.keep)
        let long = String(repeating: "é", count: 500_001)
        model.editor.take(.body(long))
        model.editor.take(.title("A title"))
        await model.editor.send(.keep)
        #expect(model.editor.state.keeping == .refused(.invalidInput(field: "body", code: "too_long")))
        #expect(model.editor.state.form?.body == long)
        await model.editor.send(.save)
        #expect(model.editor.state.problem == .invalidInput(field: "body", code: "too_long"))
        #expect(model.editor.state.form?.body == long)

        model.editor.take(.body(String(long.dropLast())))
        await model.editor.send(.keep)
        #expect(model.editor.state.keeping == .kept(world.time.now().now))
        await model.editor.send(.save)
        #expect(model.editor.state.saved?.entry.content.body.utf8.count == 1_000_000)
    }

    @Test func aSeventhFeelingIsTakenBack() async throws {
        let model = await begun("words")
        let ids = try #require(model.editor.state.editor).feelings.map(\.id)
        for id in ids.prefix(7) { model.editor.take(.toggleFeeling(id)) }
        await model.editor.send(.keep)
        #expect(model.editor.state.problem == .invalidInput(field: "feelings", code: "too_many"))
        #expect(model.editor.state.keeping == .kept(world.time.now().now), "the words are on disk")
        #expect(model.editor.state.form?.feelings == [])
        await model.editor.send(.dismissProblem)

        for id in ids.prefix(6) { model.editor.take(.toggleFeeling(id)) }
        await model.editor.send(.keep)
        model.editor.take(.toggleFeeling(ids[6]))
        await model.editor.send(.keep)
        #expect(model.editor.state.form?.feelings == Array(ids.prefix(6)))
    }

    @Test func aTagThatIsNoneIsTakenBack() async throws {
        let model = await begun("words")
        model.editor.take(.addTag("  work  "))
        model.editor.take(.addTag("work"))
        model.editor.take(.addTag("   "))
        await model.editor.send(.keep)
        #expect(model.editor.state.form?.tags == ["work"])
        model.editor.take(.addTag("#not a tag"))
        await model.editor.send(.keep)
        #expect(model.editor.state.problem == .invalidInput(field: "tag", code: "malformed"))
        #expect(model.editor.state.form?.tags == ["work"])
        model.editor.take(.addTag(String(repeating: "x", count: 41)))
        await model.editor.send(.keep)
        #expect(model.editor.state.form?.tags == ["work"])
        model.editor.take(.removeTag("work"))
        await model.editor.send(.keep)
        #expect(model.editor.state.form?.tags == [])
    }

    @Test func aDayOutOfRangeIsTakenBack() async throws {
        let model = await begun("words")
        model.editor.take(.day("1899-12-31"))
        await model.editor.send(.keep)
        #expect(model.editor.state.problem == .invalidInput(field: "date", code: "out_of_range"))
        #expect(model.editor.state.form?.day == "2026-11-23")
        model.editor.take(.day("2024-02-29"))
        await model.editor.send(.save)
        #expect(model.editor.state.saved?.entry.content.day == "2024-02-29")
    }

    // MARK: Undo

    @Test func undoAndRedo() async {
        let model = await begun()
        let editor = model.editor
        #expect(!editor.state.canUndo)
        editor.take(.body("one"))
        world.time.pass(.seconds(1))
        editor.take(.body("one two"))
        editor.take(.undo)
        #expect(editor.state.form?.body == "one")
        #expect(editor.state.canRedo)
        editor.take(.undo)
        editor.take(.undo)
        #expect(editor.state.form?.body == "")
        #expect(!editor.state.canUndo)
        editor.take(.redo)
        editor.take(.redo)
        #expect(editor.state.form?.body == "one two")
        await editor.send(.keep)
        #expect(editor.state.words == 2)
    }

    @Test func undoIsOfThisSittingAlone() async throws {
        let model = await world.startReady()
        let entry = try await model.write("first")
        await model.editor.send(.edit(entry.id))
        #expect(!model.editor.state.canUndo)
        model.editor.take(.undo)
        #expect(model.editor.state.form?.body == "first")
    }
}
