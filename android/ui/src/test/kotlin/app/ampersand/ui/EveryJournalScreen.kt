/** Every screen of the journal and the lock in every form it can take. */
package app.ampersand.ui

import app.ampersand.core.LockState
import app.ampersand.core.Purged
import app.ampersand.core.Recovered
import app.ampersand.core.RecoveryOffer
import app.ampersand.core.SnapshotKind
import app.ampersand.core.SnapshotSummary
import app.ampersand.core.UpkeepProgress

private val DRAWERS = setOf(Fold.Day, Fold.Mood, Fold.Feelings, Fold.Tags, Fold.Prompts, Fold.Forms)
private val COPIES = listOf(SnapshotSummary(SnapshotKind.DAILY, 1_795_424_400_000, "2026-11-23"), SnapshotSummary(SnapshotKind.WEEKLY, 1_795_000_000_000, "2026-11-18"))

internal fun journalScreens(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Journal))
    keep("journal, empty", me.state)
    me.handle(Action.Go(Place.Trash))
    keep("trash, empty", me.state)
    me.handle(Action.Go(Place.Journal))
    me.handle(SearchAction.For(""))
    keep("search, nothing written", me.state)
    writing(rig, me, keep)
    reading(rig, me, keep)
    searching(me, keep)
    guarding(me, keep)
}

private fun writing(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Journal))
    me.handle(EditorAction.Begin(prompt = checkNotNull(me.state.home?.journal?.prompt).id))
    keep("editor, empty, with a question", me.state)
    me.handle(EditorAction.TitleTyped("A long day"))
    me.handle(EditorAction.BodyTyped("We talked until late. I said what I need, and it was heard."))
    keep("editor, under way", me.state)
    me.handle(EditorAction.Feel("calm", true))
    me.handle(EditorAction.Mood(3))
    me.handle(EditorAction.Tag("us", true))
    keep("editor, drawers open", me.state.copy(unfolded = DRAWERS, editor = me.state.editor?.copy(tag = "home", day = "2026-11-01")))
    for (kind in listOf(TroubleKind.TOO_MANY_FEELINGS, TroubleKind.TOO_MANY_TAGS)) keep("editor, $kind", me.state.copy(unfolded = DRAWERS, trouble = Trouble(kind)))
    keep("editor, not kept", me.state.copy(editor = me.state.editor?.copy(keeping = Keeping.FAILED, repaired = true)))
    keep("editor, discarding", me.state.copy(editor = me.state.editor?.copy(discarding = true)))
    me.handle(Action.Back)
    keep("journal, a draft alone", me.state)
    me.handle(Action.Go(Place.Today))
    keep("today, half written", me.state)
    me.handle(EditorAction.Resume(checkNotNull(me.state.home).journal.openDrafts.single().id))
    me.handle(Action.Back)
    me.handle(EditorAction.Resume(checkNotNull(me.state.home).journal.openDrafts.single().id))
    me.handle(EditorAction.Save)
    keep("entry", me.state)
    keep("entry, with care and landing", me.state.run { copy(journal = journal.copy(after = journal.after?.copy(care = help, landing = "Put both feet on the floor."))) })
    val entry = checkNotNull(me.state.journal.entry)
    me.handle(JournalAction.Star(entry.id, true))
    me.handle(EditorAction.Edit(entry.id))
    me.handle(EditorAction.BodyTyped("We talked until late. I said what I want, and was heard."))
    keep("editor, conflict", me.state.copy(editor = me.state.editor?.copy(conflict = entry)))
    keep("editor, conflict of a title with none", me.state.run { copy(editor = editor?.run { copy(content = content.copy(title = null), conflict = entry) }) })
    keep("editor, stale and resumed", me.state.run { copy(editor = editor?.run { copy(resumed = true, editor = editor.copy(stale = true)) }) })
    me.handle(Action.Back)
    keep("entry, with a draft", me.state)
    me.handle(EditorAction.Edit(entry.id))
    me.handle(EditorAction.Save)
    rig.written(me, "A quiet morning.")
    me.handle(EditorAction.Begin(form = "deep-write"))
    keep("editor, a form", me.state)
    me.handle(Action.Back)
}

private fun reading(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Journal))
    keep("journal", me.state.copy(unfolded = setOf(Fold.Days)))
    keep("journal, loading", me.state.run { copy(journal = journal.copy(view = null)) })
    val entries = checkNotNull(me.state.journal.view).page.entries
    me.handle(JournalAction.Select(true))
    keep("journal, none marked", me.state)
    me.handle(JournalAction.Mark(entries.first().id, true))
    me.handle(JournalAction.TagTyped("walks"))
    keep("journal, one marked", me.state)
    me.handle(JournalAction.Select(false))
    val id = entries.last().id
    me.handle(Action.Go(Place.Entry(id)))
    me.handle(Action.Go(Place.History(id)))
    keep("history", me.state)
    keep("history, empty", me.state.run { copy(journal = journal.copy(history = journal.history?.copy(revisions = emptyList()))) })
    me.handle(Action.Go(Place.Earlier(id, checkNotNull(me.state.journal.history).revisions.first().revision)))
    keep("earlier text", me.state.copy(unfolded = setOf(Fold.WholeText)))
    keep("earlier text, bringing back", me.state.run { copy(journal = journal.copy(restoring = true)) })
    rig.written(me, "To be thrown away.")
    me.handle(JournalAction.ToTrash(checkNotNull(me.state.journal.entry).id))
    keep("journal, said", me.state)
    me.handle(Action.Go(Place.Trash))
    keep("trash", me.state)
    val trashed = checkNotNull(me.state.journal.trash).entries.first().id
    me.handle(JournalAction.AskPurge(setOf(trashed)))
    keep("trash, purging", me.state)
    keep("trash, still in copies", me.state.run { copy(journal = journal.copy(purging = null, purged = Purged(1u, COPIES))) })
    me.handle(Action.Go(Place.Entry(trashed)))
    keep("entry, in the trash", me.state)
}

private fun searching(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Journal))
    me.handle(SearchAction.For("heard"))
    keep("search", me.state.copy(unfolded = setOf(Fold.HowToSearch)))
    me.handle(SearchAction.Typed("nowhere from:soon"))
    keep("search, nothing found", me.state)
    keep("search, waiting", me.state.run { copy(search = search.copy(page = null, searching = true)) })
}

private fun guarding(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Lock))
    keep("lock, none", me.state)
    keep("lock, set", me.state.copy(home = me.state.home?.copy(passphrase = true)))
    me.handle(GuardAction.Task(PassphraseTask.SET))
    me.handle(GuardAction.FreshTyped("heron kettle"))
    me.handle(GuardAction.AgainTyped("heron"))
    keep("lock, setting", me.state)
    me.handle(GuardAction.AgainTyped("heron kettle"))
    me.handle(GuardAction.Understood(true))
    keep("lock, ready", me.state)
    keep("lock, working", me.state.run { copy(guard = guard.copy(form = guard.form.copy(working = true))) })
    me.handle(GuardAction.Task(PassphraseTask.CHANGE))
    keep("lock, changing", me.state)
    me.handle(GuardAction.Task(PassphraseTask.REMOVE))
    me.handle(GuardAction.CurrentTyped("heron kettle"))
    keep("lock, removing", me.state)
    me.handle(Action.Go(Place.Copies))
    keep("copies", me.state.run { copy(guard = guard.copy(copies = COPIES, upkeep = UpkeepProgress(3u, 10u, false))) })
    keep("copies, deleting", me.state.run { copy(guard = guard.copy(copies = COPIES, deletingCopies = true)) })
    keep("copies, none", me.state.run { copy(guard = guard.copy(copies = emptyList())) })
    me.handle(Action.Go(Place.Erase))
    keep("erase", me.state)
    me.handle(GuardAction.AskErase)
    keep("erase, asked", me.state)
    for (said in listOf(Said.PassphraseSet, Said.Restored(2), Said.Purged(1), Said.CareDismissed)) keep("more, $said", me.state.copy(places = listOf(Place.Today, Place.More), said = said))
    locked(keep)
}

private fun locked(keep: (String, State) -> Unit) {
    fun lock(name: String, locked: VaultState.Locked, unfolded: Set<Fold> = emptySet()) = keep("locked, $name", State(vault = locked, unfolded = unfolded))
    lock("asked", VaultState.Locked(LockState(true, 0, 0u), away = true), setOf(Fold.Forgot))
    lock("wrong", VaultState.Locked(LockState(true, 0, 1u), wrong = true))
    lock("waiting", VaultState.Locked(LockState(true, 90_000, 11u)))
    lock("waiting a little", VaultState.Locked(LockState(true, 9_000, 11u)))
    lock("waited", VaultState.Locked(LockState(true, 0, 11u), waited = true))
    lock("opening", VaultState.Locked(LockState(true, 0, 0u), opening = true))
    keep("damaged", State(vault = VaultState.Damaged(RecoveryOffer(COPIES, fileReadable = true))))
    keep("damaged, nothing left", State(vault = VaultState.Damaged(RecoveryOffer(emptyList(), fileReadable = false))))
    keep("brought back", State(vault = VaultState.Brought(Recovered(120u, listOf("entry"), listOf("vault.db.damaged-1")))))
    keep("erased", State(vault = VaultState.Erased()))
    keep("erased, cut short", State(vault = VaultState.Erased(whole = false)))
}
