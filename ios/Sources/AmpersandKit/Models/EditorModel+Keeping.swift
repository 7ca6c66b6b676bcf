// When the editor's text goes to disk: after each pause in typing, at the latest after some
// seconds without one, and on leaving. One write at a time, always the newest text.

extension EditorModel {
    /// Puts the text of the core on the screen. It is on disk, so there is nothing to keep.
    func show(_ editor: Editor) {
        let form = EntryForm(editor.content)
        state.editor = editor
        state.form = form
        state.words = Int(editor.words)
        state.keeping = .kept(editor.savedAt)
        state.conflict = nil
        state.canUndo = false
        state.canRedo = false
        typing = TypingHistory()
        accepted = form
        kept = changes
        firstUnkept = nil
    }

    /// Shuts the editor. Only for a text that is on disk, or discarded.
    func reset() {
        pausing?.cancel()
        pausing = nil
        state.editor = nil
        state.form = nil
        state.conflict = nil
        state.canUndo = false
        state.canRedo = false
        typing = TypingHistory()
        accepted = nil
        kept = changes
        firstUnkept = nil
    }

    /// Lets go of everything a locked app must not show. A text that is not on disk is the one
    /// thing that is held on to, unseen, until it can be.
    func forget() {
        if kept < changes, let editor = state.editor, let form = state.form {
            unkept = (editor.draft, form)
        }
        let draft = state.openDraft
        reset()
        state = State()
        state.returnsTo = draft
    }

    /// Only when everything was erased, because the person wanted it so.
    func forgetUnkept() {
        unkept = nil
        state.returnsTo = nil
    }

    /// The vault is open again, and so is the text that was on the screen. What the lock found
    /// unkept goes to disk now, into its own draft or, where that is gone, into a new one.
    func recall() async throws(Problem) {
        guard state.editor == nil else { return }
        guard let (draft, form) = unkept else {
            if let draft = state.returnsTo { try await restore(draft) }
            return
        }
        do throws(Problem) {
            show(try await owner.resume(draft: draft, at: time.now()))
        } catch .notFound {
            show(try await owner.begin(NewEntry(day: form.day, prompt: nil, form: nil), at: time.now()))
        }
        unkept = nil
        state.returnsTo = nil
        change { $0 = form }
        await keep()
    }

    // MARK: Keeping

    /// Called with each change: a pause after it, or too long without one.
    func keepSoon() {
        state.keeping = .waiting
        let now = time.uptime()
        let first = firstUnkept ?? now
        firstUnkept = first
        pausing?.cancel()
        let wait = min(Self.pause, max(.zero, first + Self.longest - now))
        pausing = Task { [weak self, time] in
            do { try await time.wait(wait) } catch { return }
            await self?.keep()
        }
    }

    /// Comes back when what is on the screen is on disk, or when the core refuses it: then
    /// false, and `state.keeping` says why.
    @discardableResult
    func keep() async -> Bool {
        pausing?.cancel()
        pausing = nil
        while state.editor != nil, kept < changes {
            if isSaving { return false }
            let under = writing ?? Task { await self.write() }
            writing = under
            let isWritten = await under.value
            if !isWritten { return false }
        }
        return true
    }

    /// No more of it: waits for the write that is under way.
    func stopKeeping() async {
        pausing?.cancel()
        pausing = nil
        _ = await writing?.value
    }

    /// A field that the core refuses must not hold up the rest: that goes to disk with the
    /// field as it was taken last.
    private func write() async -> Bool {
        defer { writing = nil }
        guard let draft = state.editor?.draft, let form = state.form else { return true }
        let upTo = changes
        firstUnkept = nil
        var sent = form
        var refused: [Refusal] = []
        while true {
            do throws(Problem) {
                let saved = try await owner.keep(sent.content, as: draft, at: time.now())
                guard state.editor?.draft == draft else { return true }
                return took(sent, of: form, saved, without: refused, upTo: upTo)
            } catch .invalidInput(let name, let code) {
                let problem = Problem.invalidInput(field: name, code: code)
                guard let field = EntryForm.Field(rawValue: name), let accepted,
                    sent.with(field, as: accepted) != sent
                else {
                    state.keeping = .refused(problem)
                    return false
                }
                sent = sent.with(field, as: accepted)
                refused.append(Refusal(field: field, problem: problem))
            } catch {
                state.keeping = .refused(error)
                return false
            }
        }
    }

    private struct Refusal {
        let field: EntryForm.Field
        let problem: Problem
    }

    /// A choice that was refused is taken back on the screen as well. Typed text stays there,
    /// and counts as not kept.
    private func took(
        _ sent: EntryForm, of form: EntryForm, _ saved: DraftSaved, without refused: [Refusal], upTo: Int
    ) -> Bool {
        accepted = sent
        state.words = Int(saved.words)
        for refusal in refused where !refusal.field.isTyped {
            if let shown = state.form, shown.with(refusal.field, as: form) == shown {
                state.form = shown.with(refusal.field, as: sent)
            }
            state.problem = refusal.problem
        }
        if let typed = refused.first(where: \.field.isTyped) {
            state.keeping = .refused(typed.problem)
            return false
        }
        kept = upTo
        if kept == changes { state.keeping = .kept(saved.savedAt) }
        return true
    }
}
