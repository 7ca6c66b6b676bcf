// Saving an entry out of the editor, and what happens when it was changed elsewhere meanwhile:
// both texts are there, and the person chooses.

extension EditorModel {
    func save() async throws(Problem) {
        guard let editor = state.editor else { return }
        await stopKeeping()
        guard let form = state.form else { return }
        let upTo = changes
        do throws(Problem) {
            let saved = try await withoutKeeping { () async throws(Problem) in
                try await self.owner.save(form.content, from: editor.draft, at: self.time.now())
            }
            try await took(saved, upTo: upTo)
        } catch .conflict("entry_changed", let id) {
            // The core has kept the draft all the same.
            if kept < upTo { kept = upTo }
            accepted = form
            state.conflict = try await owner.entry(editor.entry ?? id)
        } catch {
            keepSoon()
            throw error
        }
    }

    func settle(_ choice: ConflictChoice) async throws(Problem) {
        guard let editor = state.editor, await keep() else { return }
        let upTo = changes
        let saved = try await withoutKeeping { () async throws(Problem) in
            try await self.owner.settle(editor.draft, by: choice, at: self.time.now())
        }
        try await took(saved, upTo: upTo)
    }

    private func withoutKeeping(
        _ save: () async throws(Problem) -> SavedEntry
    ) async throws(Problem) -> SavedEntry {
        isSaving = true
        defer { isSaving = false }
        return try await save()
    }

    /// What was typed while the entry was being saved becomes a change to it.
    private func took(_ saved: SavedEntry, upTo: Int) async throws(Problem) {
        guard changes > upTo, let newer = state.form else {
            reset()
            state.saved = saved
            return
        }
        show(try await owner.edit(saved.entry.id, at: time.now()))
        change { $0 = newer }
        await keep()
    }
}
