// Saving out of the editor: entries, prompts and forms, conflicts, discarding, and what is typed
// while something else goes on.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.timeLimit(.minutes(2))) struct EditorSavingTests {
    let world = World()

    @Test func anEntryIsSavedWithEverythingBesideIt() async throws {
        let model = await world.startReady()
        let saved = try await model.write(
            "Walked by the river.\n\nIt was cold.", title: "River", tags: ["walks"], mood: 3, feelings: ["calm"])
        #expect(saved.content.title == "River")
        #expect(saved.content.tags == ["walks"])
        #expect(saved.content.feelings == ["calm"])
        #expect(saved.content.mood == 3)
        #expect(saved.content.day == "2026-11-23")
        #expect(saved.zoneId == "Europe/London")
        #expect(saved.words == 7)
        #expect(saved.revision == 1)
        #expect(!model.editor.state.isOpen)
        await model.journal.send(.refresh)
        #expect(model.journal.state.entries.map(\.id) == [saved.id])
        #expect(model.journal.state.view?.openDrafts == [])
        await model.send(.refresh)
        #expect(model.state.home?.journal.last?.id == saved.id)
        #expect(model.state.home?.journal.daysWritten == 1)
    }

    @Test func anEmptyEntryIsNotSaved() async throws {
        let model = await world.startReady()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        await model.editor.send(.save)
        #expect(model.editor.state.problem == .invalidInput(field: "body", code: "too_short"))
        #expect(model.editor.state.problem?.reason == .tooShortBody)
        #expect(model.editor.state.isOpen)
        model.editor.take(.mood(2))
        await model.editor.send(.dismissProblem)
        await model.editor.send(.save)
        #expect(model.editor.state.saved?.entry.content.mood == 2)
    }

    @Test func aSecondTapSavesOnce() async throws {
        let model = await world.startReady()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        model.editor.take(.body("once"))
        async let one: Void = model.editor.send(.save)
        async let two: Void = model.editor.send(.save)
        _ = await (one, two)
        #expect(model.editor.state.problem == nil)
        await model.journal.send(.refresh)
        #expect(model.journal.state.view?.total == 1)
    }

    /// Whatever is typed while the core saves is a change to the saved entry, and is kept.
    @Test func whatIsTypedWhileSavingIsNotLost() async throws {
        let model = await world.startReady()
        let editor = model.editor
        await editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        editor.take(.body("first"))
        async let saving: Void = editor.send(.save)
        await eventually { editor.isSaving }
        editor.take(.body("first and more"))
        await saving
        #expect(editor.state.isOpen)
        #expect(editor.state.form?.body == "first and more")
        #expect(editor.state.editor?.entry != nil)
        #expect(editor.state.keeping == .kept(world.time.now().now))
        await editor.send(.save)
        #expect(editor.state.saved?.entry.content.body == "first and more")
        #expect(editor.state.saved?.entry.revision == 2)
    }

    // MARK: Prompts and forms

    @Test func aPromptComesWithItsWords() async throws {
        let model = await world.startReady()
        let prompt = try #require(model.state.home?.journal.prompt)
        await model.editor.send(.begin(NewEntry(day: nil, prompt: prompt.id, form: nil)))
        #expect(model.editor.state.editor?.promptText == prompt.text)
        let other = try #require(model.editor.state.editor?.prompts.first { $0.id != prompt.id })
        model.editor.take(.body("an answer"))
        await model.editor.send(.prompt(other.id))
        #expect(model.editor.state.editor?.promptText == other.text)
        #expect(model.editor.state.form?.body == "an answer")
        await model.editor.send(.prompt(nil))
        #expect(model.editor.state.editor?.promptText == nil)
        await model.editor.send(.save)
        #expect(model.editor.state.saved?.entry.promptText == nil)
    }

    @Test func aFormBringsItsHeadingsToAnEmptyPage() async throws {
        let model = await world.startReady()
        await model.editor.send(.begin(NewEntry(day: "2026-11-22", prompt: nil, form: nil)))
        let form = try #require(model.editor.state.editor?.forms.first { !$0.fields.isEmpty })
        await model.editor.send(.form(form.id))
        #expect(model.editor.state.form?.day == "2026-11-22")
        for field in form.fields { #expect(model.editor.state.form?.body.contains(field) == true) }
        await model.journal.send(.refresh)
        #expect(model.journal.state.view?.openDrafts == [], "the headings alone are nothing yet")
    }

    /// A pack with a pace: a landing at its end, a day's rest after, one draft at a time.
    @Test func deepWritingKeepsItsPace() async throws {
        let model = await world.startReady()
        let editor = model.editor
        await editor.send(.begin(NewEntry(day: nil, prompt: nil, form: "deep-write")))
        #expect(editor.state.editor?.form?.session == 1)
        let draft = try #require(editor.state.openDraft)
        editor.take(.body("what weighs on me"))
        await editor.send(.leave)
        await editor.send(.begin(NewEntry(day: nil, prompt: nil, form: "deep-write")))
        #expect(editor.state.openDraft == draft, "the open one is gone on with")
        await editor.send(.save)
        #expect(editor.state.isOpen)
        #expect(editor.state.hasAfterword)
        #expect(editor.state.saved?.landing != nil)
        await editor.send(.close)
        #expect(!editor.state.isOpen)

        world.time.pass(.seconds(3_600))
        await editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        let offer = try #require(editor.state.editor?.forms.first { $0.id == "deep-write" })
        #expect(offer.availableFrom != nil)
        await editor.send(.form("deep-write"))
        #expect(editor.state.problem?.reason == .tooSoonForm)
        #expect(editor.state.editor?.form == nil)
        #expect(editor.state.isOpen)
        world.time.pass(.seconds(24 * 3_600))
        await editor.send(.dismissProblem)
        await editor.send(.form("deep-write"))
        #expect(editor.state.editor?.form?.session == 2)
    }

    // MARK: Conflicts

    @Test func aConflictShowsBothTextsAndKeepsBoth() async throws {
        let (model, id) = try await stale()
        let editor = model.editor
        await editor.send(.save)
        #expect(editor.state.conflict?.content.body == "first")
        #expect(editor.state.form?.body == "mine")
        #expect(editor.state.problem == nil)
        await editor.send(.settle(.keepBoth))
        #expect(editor.state.saved?.entry.content.body == "mine")
        #expect(editor.state.saved?.entry.id != id)
        await model.journal.send(.refresh)
        #expect(Set(model.journal.state.entries.map(\.excerpt)) == ["first", "mine"])
    }

    @Test func mineOnTopKeepsTheOtherInTheHistory() async throws {
        let (model, id) = try await stale()
        await model.editor.send(.save)
        await model.editor.send(.settle(.mineOnTop))
        #expect(model.editor.state.saved?.entry.id == id)
        #expect(model.editor.state.saved?.entry.content.body == "mine")
        await model.history.send(.open(id))
        #expect(model.history.state.history?.revisions.map(\.excerpt).contains("first") == true)
    }

    @Test func aConflictCanWait() async throws {
        let (model, _) = try await stale()
        await model.editor.send(.save)
        await model.editor.send(.goOnWriting)
        #expect(model.editor.state.conflict == nil)
        model.editor.take(.body("mine, longer"))
        await model.editor.send(.leave)
        await model.journal.send(.refresh)
        let draft = try #require(model.journal.state.view?.openDrafts.first)
        #expect(draft.stale)
        #expect(draft.excerpt == "mine, longer")
    }

    /// A draft whose entry has moved on: an earlier text was brought back beside it.
    private func stale() async throws -> (AppModel, EntryId) {
        let model = await world.startReady()
        let entry = try await model.write("first")
        try await model.rewrite(entry.id, "second")
        await model.editor.send(.edit(entry.id))
        model.editor.take(.body("mine"))
        await model.editor.send(.leave)
        await model.history.send(.open(entry.id))
        let revision = try #require(model.history.state.history?.revisions.first).revision
        await model.history.send(.show(revision: revision))
        await model.history.send(.restore)
        #expect(model.history.state.problem == nil)
        await model.editor.send(.edit(entry.id))
        #expect(model.editor.state.editor?.stale == true)
        return (model, entry.id)
    }

    // MARK: Discarding

    @Test func aDiscardedNewEntryIsInTheTrash() async throws {
        let model = await world.startReady()
        await model.editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
        model.editor.take(.body("thrown away"))
        #expect(EnglishTexts().discarding(model.editor.state) == EnglishTexts().editorDiscardNewBody)
        await model.editor.send(.discard)
        #expect(!model.editor.state.isOpen)
        await model.trash.send(.load)
        #expect(model.trash.state.entries?.map(\.excerpt) == ["thrown away"])
    }

    @Test func discardedChangesAreInTheHistory() async throws {
        let model = await world.startReady()
        let entry = try await model.write("stays")
        await model.editor.send(.edit(entry.id))
        model.editor.take(.body("goes"))
        #expect(EnglishTexts().discarding(model.editor.state) == EnglishTexts().editorDiscardChangesBody)
        await model.editor.send(.discard)
        await model.entry.send(.open(entry.id))
        #expect(model.entry.state.entry?.content.body == "stays")
        await model.history.send(.open(entry.id))
        #expect(model.history.state.history?.revisions.map(\.kind) == [.discarded])
        #expect(model.history.state.history?.revisions.map(\.excerpt) == ["goes"])
    }

    // MARK: Help after hard words

    @Test func helpIsOfferedAfterHardWordsAndNotAgainThatDay() async throws {
        let model = await world.startReady()
        let editor = model.editor
        func save(_ body: String) async {
            await editor.send(.begin(NewEntry(day: nil, prompt: nil, form: nil)))
            editor.take(.body(body))
            await editor.send(.save)
        }
        await save("I want to die.")
        #expect(editor.state.saved?.care?.lines.isEmpty == false)
        #expect(editor.state.isOpen)
        await editor.send(.dismissCare)
        #expect(!editor.state.isOpen)
        await save("I want to die.")
        #expect(editor.state.saved?.care == nil)
        world.time.pass(.seconds(24 * 3_600 + 1))
        await save("I want to die.")
        #expect(editor.state.saved?.care != nil)
        await editor.send(.close)
        await model.send(.setCarePhrases(false))
        await save("I want to die.")
        #expect(editor.state.saved?.care == nil)
    }
}
