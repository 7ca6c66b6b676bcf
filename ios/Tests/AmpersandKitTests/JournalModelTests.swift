// The journal's list: months, pages, drafts that wait, and several entries at once.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite(.timeLimit(.minutes(2))) struct JournalModelTests {
    let world = World()

    @Test func anEmptyJournalHasEveryDayOfItsMonth() async throws {
        let model = await world.startReady()
        await model.journal.send(.refresh)
        let view = try #require(model.journal.state.view)
        #expect(view.month == "2026-11")
        #expect(view.today == "2026-11-23")
        #expect(view.days.count == 30)
        #expect(view.daysWritten == 0)
        #expect(view.total == 0)
        #expect(view.earlier == nil)
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(EnglishTexts().words(for: view.days[0], days: days).hasPrefix("1 November 2026"))
    }

    @Test func monthsThatHoldSomethingAreOneTapApart() async throws {
        let model = await world.startReady()
        try await model.write("summer", day: "2026-07-04", mood: 4)
        try await model.write("autumn", day: "2026-11-02", mood: 1)
        world.time.pass(.seconds(1))
        try await model.write("again", day: "2026-11-02", mood: 2)
        let journal = model.journal
        await journal.send(.refresh)
        #expect(journal.state.view?.earlier == "2026-07")
        #expect(journal.state.entries.map(\.excerpt) == ["again", "autumn"])
        let day = try #require(journal.state.view?.days[1])
        #expect(day.entries == 2)
        #expect(day.mood == 1.5)
        let days = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(EnglishTexts().words(for: day, days: days).contains("2 entries"))
        #expect(EnglishTexts().words(for: day, days: days).contains("in between"))
        await journal.send(.earlier)
        #expect(journal.state.view?.month == "2026-07")
        #expect(journal.state.entries.map(\.excerpt) == ["summer"])
        #expect(journal.state.view?.later == "2026-11")
        await journal.send(.earlier)
        #expect(journal.state.view?.month == "2026-07", "there is nothing before it")
        await journal.send(.today)
        #expect(journal.state.view?.month == "2026-11")
        await journal.send(.show("2026-09"))
        #expect(journal.state.view?.days.count == 30)
        #expect(journal.state.entries.isEmpty)
        #expect(journal.state.view?.total == 3)
    }

    @Test func pagesJoinToTheWholeList() async throws {
        let model = await world.startReady()
        let owner = model.owner
        var written: [EntryId] = []
        for number in 0..<120 {
            let editor = try await owner.begin(NewEntry(day: nil, prompt: nil, form: nil), at: world.time.now())
            let form = EntryForm(editor.content)
            var changed = form
            changed.body = "entry \(number)"
            let saved = try await owner.save(changed.content, from: editor.draft, at: world.time.now())
            written.insert(saved.entry.id, at: 0)
            world.time.pass(.seconds(1))
        }
        let journal = model.journal
        await journal.send(.refresh)
        #expect(journal.state.entries.count == 50)
        await journal.send(.more)
        #expect(journal.state.entries.count == 100)
        // Read anew, the list is as long as it was.
        await journal.send(.refresh)
        #expect(journal.state.entries.count == 100)
        await journal.send(.more)
        await journal.send(.more)
        #expect(journal.state.entries.map(\.id) == written)
        #expect(journal.state.next == nil)
    }

    @Test func severalAtOnceAreAllChangedOrNone() async throws {
        let model = await world.startReady()
        let one = try await model.write("one")
        let two = try await model.write("two")
        let three = try await model.write("three")
        let journal = model.journal
        await journal.send(.refresh)
        await journal.send(.choose)
        await journal.send(.toggle(one.id))
        await journal.send(.toggle(two.id))
        await journal.send(.toggle(three.id))
        await journal.send(.toggle(three.id))
        await journal.send(.star(true))
        #expect(!journal.state.isChoosing)
        #expect(Set(journal.state.entries.filter(\.starred).map(\.id)) == [one.id, two.id])

        await journal.send(.choose)
        await journal.send(.toggle(one.id))
        await journal.send(.toggle(three.id))
        await journal.send(.tag(add: ["kept"], remove: []))
        #expect(journal.state.entries.filter { $0.tags == ["kept"] }.count == 2)

        // One of the two goes away meanwhile, so neither is changed.
        await journal.send(.choose)
        await journal.send(.toggle(one.id))
        await journal.send(.toggle(two.id))
        _ = try await model.owner.trash([two.id], at: world.time.now())
        await journal.send(.tag(add: ["never"], remove: []))
        #expect(journal.state.problem?.reason == .entryTrashed)
        #expect(journal.state.chosen == [one.id, two.id])
        await journal.send(.dismissProblem)
        await journal.send(.stopChoosing)
        await journal.send(.refresh)
        #expect(journal.state.entries.allSatisfy { !$0.tags.contains("never") })
    }

    @Test func theTrashGivesBackWithOneTap() async throws {
        let model = await world.startReady()
        let entry = try await model.write("not for the trash")
        let journal = model.journal
        await journal.send(.refresh)
        await journal.send(.choose)
        await journal.send(.toggle(entry.id))
        await journal.send(.trash)
        #expect(journal.state.entries.isEmpty)
        #expect(journal.state.view?.trashed == 1)
        #expect(journal.state.trashed == [entry.id])
        await journal.send(.putBack)
        #expect(journal.state.entries.map(\.id) == [entry.id])
        #expect(journal.state.trashed == [])
    }
}

@MainActor
@Suite(.timeLimit(.minutes(2))) struct EntryModelTests {
    let world = World()

    @Test func anEntryIsReadStarredTrashedAndBroughtBack() async throws {
        let model = await world.startReady()
        let written = try await model.write("# Heading\n\nBody", title: "T", tags: ["a"], mood: 0, feelings: ["numb"])
        let entry = model.entry
        await entry.send(.open(written.id))
        #expect(entry.state.entry == written)
        await entry.send(.star(true))
        #expect(entry.state.entry?.content.starred == true)
        #expect(entry.state.entry?.revision == written.revision)
        await entry.send(.trash)
        #expect(entry.state.entry?.purgeOn == "2026-12-23")
        await model.editor.send(.edit(written.id))
        #expect(model.editor.state.problem == .conflict(kind: "entry_trashed", id: written.id))
        #expect(!model.editor.state.isOpen)
        await entry.send(.restore)
        #expect(entry.state.entry?.trashedAt == nil)
        #expect(entry.state.entry?.content.tags == ["a"])
        #expect(entry.state.entry?.content.feelings == ["numb"])
    }

    @Test func anEntryThatIsGoneSaysSo() async throws {
        let model = await world.startReady()
        let written = try await model.write("gone soon")
        await model.entry.send(.open(written.id))
        _ = try await model.owner.trash([written.id], at: world.time.now())
        _ = try await model.owner.purge([written.id])
        await model.entry.send(.refresh)
        #expect(model.entry.state.isGone)
        #expect(model.entry.state.entry == nil)
        #expect(model.entry.state.problem?.reason == .notFoundEntry)
    }
}

@MainActor
@Suite(.timeLimit(.minutes(2))) struct EntryHistoryModelTests {
    let world = World()

    @Test func theDifferenceTellsWhatWasAddedAndTakenOut() async throws {
        let model = await world.startReady()
        let entry = try await model.write("I said yes to the dinner.")
        try await model.rewrite(entry.id, "I said no to the dinner, kindly.")
        await model.history.send(.open(entry.id))
        let revision = try #require(model.history.state.history?.revisions.first)
        #expect(revision.kind == .saved)
        await model.history.send(.show(revision: revision.revision))
        let difference = try #require(model.history.state.revision).difference
        func all(_ kind: DiffKind) -> String {
            difference.filter { $0.kind == kind }.map(\.text).joined()
        }
        #expect(all(.removed).contains("yes"))
        #expect(all(.added).contains("no"))
        #expect(all(.added).contains("kindly"))
        #expect(all(.same).contains("dinner"))
        let spoken = difference.map { EnglishTexts().words(for: $0) }
        #expect(spoken.contains { $0.hasPrefix("taken out: ") })
        #expect(spoken.contains { $0.hasPrefix("added: ") })
    }

    @Test func anEarlierTextComesBackAsANewOne() async throws {
        let model = await world.startReady()
        let entry = try await model.write("first")
        try await model.rewrite(entry.id, "second")
        let history = model.history
        await history.send(.open(entry.id))
        await history.send(.show(revision: try #require(history.state.history?.revisions.first).revision))
        await history.send(.restore)
        #expect(history.state.restored?.content.body == "first")
        #expect(history.state.history?.revisions.map(\.excerpt) == ["second", "first"])
        #expect(history.state.revision == nil)
    }

    /// The entry has moved on since the list was read: nothing is put over it unseen.
    @Test func aStaleListRestoresNothing() async throws {
        let model = await world.startReady()
        let entry = try await model.write("first")
        try await model.rewrite(entry.id, "second")
        let history = model.history
        await history.send(.open(entry.id))
        await history.send(.show(revision: try #require(history.state.history?.revisions.first).revision))
        try await model.rewrite(entry.id, "third")
        await history.send(.restore)
        #expect(history.state.problem == .conflict(kind: "entry_changed", id: entry.id))
        #expect(history.state.restored == nil)
        #expect(history.state.history?.revisions.map(\.excerpt) == ["second", "first"])
        await model.entry.send(.open(entry.id))
        #expect(model.entry.state.entry?.content.body == "third")
        await history.send(.dismissProblem)
        await history.send(.restore)
        #expect(history.state.restored?.content.body == "first")
    }
}

@MainActor
@Suite(.timeLimit(.minutes(2))) struct TrashModelTests {
    let world = World()

    @Test func restoreIsWholeAndPurgeIsForGood() async throws {
        let model = await world.startReady()
        let keep = try await model.write("to be kept", tags: ["tag"])
        try await model.rewrite(keep.id, "to be kept, changed")
        let lose = try await model.write("to be lost")
        for id in [keep.id, lose.id] {
            await model.entry.send(.open(id))
            await model.entry.send(.trash)
        }
        let trash = model.trash
        await trash.send(.load)
        #expect(Set(trash.state.entries?.map(\.id) ?? []) == [keep.id, lose.id])
        await trash.send(.restore(keep.id))
        await model.entry.send(.open(keep.id))
        #expect(model.entry.state.entry?.content.tags == ["tag"])
        #expect(model.entry.state.entry?.earlierTexts == 1)

        await trash.send(.purge([lose.id]))
        #expect(trash.state.purged == Purged(count: 1, stillIn: []))
        #expect(trash.state.entries == [])
        #expect(EnglishTexts().whereStill(try #require(trash.state.purged), days: DayWords()) == nil)
    }

    @Test func onlyWhatIsInTheTrashCanBePurged() async throws {
        let model = await world.startReady()
        let entry = try await model.write("in the journal")
        await model.trash.send(.purge([entry.id]))
        #expect(model.trash.state.problem == .conflict(kind: "entry_not_trashed", id: entry.id))
        await model.entry.send(.open(entry.id))
        #expect(model.entry.state.entry != nil)
    }

    @Test func safetyCopiesThatHoldTheWordsAreNamed() async throws {
        let model = await world.startReady()
        let entry = try await model.write("in a copy")
        await model.upkeep.send(.run)
        await model.entry.send(.open(entry.id))
        await model.entry.send(.trash)
        await model.trash.send(.purge([entry.id]))
        let purged = try #require(model.trash.state.purged)
        #expect(!purged.stillIn.isEmpty)
        let words = EnglishTexts().whereStill(purged, days: DayWords(locale: Locale(identifier: "en_GB")))
        #expect(words?.contains("23 November 2026") == true)
    }
}
