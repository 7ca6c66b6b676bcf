// What the journal's tests have in common: writing an entry through the editor, as a person
// does, and looking at what is on disk.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
extension AppModel {
    /// Writes and saves an entry, and answers with it.
    @discardableResult
    func write(
        _ body: String, title: String = "", day: CivilDate? = nil, tags: [String] = [], mood: Int32? = nil,
        feelings: [String] = []
    ) async throws -> EntryView {
        await editor.send(.begin(NewEntry(day: day, prompt: nil, form: nil)))
        if !title.isEmpty { editor.take(.title(title)) }
        editor.take(.body(body))
        for tag in tags { editor.take(.addTag(tag)) }
        for feeling in feelings { editor.take(.toggleFeeling(feeling)) }
        if let mood { editor.take(.mood(mood)) }
        await editor.send(.save)
        #expect(editor.state.problem == nil)
        let saved = try #require(editor.state.saved)
        await editor.send(.close)
        return saved.entry
    }

    /// Opens an entry and saves another text over it.
    @discardableResult
    func rewrite(_ id: EntryId, _ body: String) async throws -> EntryView {
        await editor.send(.edit(id))
        editor.take(.body(body))
        await editor.send(.save)
        #expect(editor.state.problem == nil)
        let saved = try #require(editor.state.saved)
        await editor.send(.close)
        return saved.entry
    }
}

extension FakeTime {
    /// Lets so much time pass, once somebody waits for it.
    func passOnceAwaited(_ time: Duration) async {
        await eventually { waiting > 0 }
        pass(time)
    }
}

/// Comes back when it is so. What it waits for has been set going already; should it never come,
/// the suite's time limit ends it.
func eventually(
    isolation: isolated (any Actor)? = #isolation, _ isSo: () -> Bool,
    _ location: SourceLocation = #_sourceLocation
) async {
    while !isSo() {
        if Task.isCancelled {
            Issue.record("it never came", sourceLocation: location)
            return
        }
        await Task.yield()
    }
}

@MainActor
extension World {
    /// A start on a copy of what is on disk, as after a sudden end of the app: nobody said
    /// goodbye, and nothing in memory is left.
    func startAfterACrash() async throws -> AppModel {
        var other = World(time: time, centre: centre)
        other.locale = locale
        try other.folder.copy(from: folder.url)
        other.keys.set(keys.held)
        copies.folders.append(other.folder)
        return await other.start()
    }
}
