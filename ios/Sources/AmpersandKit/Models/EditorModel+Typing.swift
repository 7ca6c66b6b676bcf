// What is typed and chosen in the editor. All of it changes the text on the screen at once;
// when it goes to disk is decided in `EditorModel+Keeping`.

import Foundation

extension EditorModel {
    /// The text on the screen changes before this returns.
    public func take(_ stroke: Stroke) {
        switch stroke {
        case .title(let title): type { $0.title = title }
        case .body(let body): type { $0.body = body }
        case .undo: go { $0.undo(from: $1) }
        case .redo: go { $0.redo(from: $1) }
        case .day(let day): change { $0.day = day }
        case .mood(let mood): change { $0.mood = mood }
        case .toggleFeeling(let id): change { $0.toggle(feeling: id) }
        case .addTag(let tag): change { $0.add(tag: tag) }
        case .removeTag(let tag): change { $0.tags.removeAll { $0 == tag } }
        case .star(let starred): change { $0.starred = starred }
        }
    }

    /// A stroke, which can be undone.
    private func type(_ edit: (inout EntryForm) -> Void) {
        guard let before = state.form?.written else { return }
        change(edit)
        guard state.form?.written != before else { return }
        typing.typed(over: before, at: time.uptime())
        showTyping()
    }

    private func go(_ step: (inout TypingHistory, Written) -> Written?) {
        guard let now = state.form?.written, let other = step(&typing, now) else { return }
        change {
            $0.title = other.title
            $0.body = other.body
        }
        showTyping()
    }

    private func showTyping() {
        state.canUndo = typing.canUndo
        state.canRedo = typing.canRedo
    }

    /// Every change of the text goes through here.
    func change(_ edit: (inout EntryForm) -> Void) {
        guard var form = state.form else { return }
        edit(&form)
        guard form != state.form else { return }
        state.form = form
        changes += 1
        keepSoon()
    }

    /// A prompt or a form brings words of its own, which the core adds to what it shows.
    func choose(_ edit: (inout EntryForm) -> Void) async throws(Problem) {
        guard let draft = state.editor?.draft else { return }
        change(edit)
        guard await keep() else { return }
        let editor = try await owner.resume(draft: draft, at: time.now())
        if state.editor?.draft == draft { state.editor = editor }
    }
}

extension EntryForm {
    fileprivate mutating func toggle(feeling id: String) {
        if feelings.contains(id) {
            feelings.removeAll { $0 == id }
        } else {
            feelings.append(id)
        }
    }

    /// Which tags are the same is the core's to say; only what is not one at all is left out.
    fileprivate mutating func add(tag: String) {
        let tag = tag.trimmingCharacters(in: .whitespacesAndNewlines)
        if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
    }
}
