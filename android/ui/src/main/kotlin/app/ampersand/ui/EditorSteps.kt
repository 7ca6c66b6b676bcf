/**
 * Writing. What is typed is in the vault's draft within two seconds, and at once when the page is left or the app goes out of sight.
 * It must never drop a text that is not on disk: what could not be kept stays here until it could, also over a lock.
 */
package app.ampersand.ui

import app.ampersand.core.ConflictChoice
import app.ampersand.core.DraftId
import app.ampersand.core.DraftSaved
import app.ampersand.core.Editor
import app.ampersand.core.EntryContent
import app.ampersand.core.EntryId
import app.ampersand.core.NewEntry
import app.ampersand.core.SavedEntry
import app.ampersand.core.VaultInterface
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** So long after the last letter it is kept; while somebody goes on typing, never later than [LATEST_MS] after the first that is not. */
internal const val PAUSE_MS = 1_000L
internal const val LATEST_MS = 2_000L

internal class EditorSteps(private val ground: Ground) {
    /** One sitting on one draft. */
    private class Sitting(val draft: DraftId, start: EntryContent) {
        val keeper = DraftKeeper()
        val undo = Undo(start.written())

        /** The last content that the core has taken. */
        var good = start

        /** Counts the changes; [kept] is the number of the newest on disk. */
        var changes = 0L
        var kept = 0L
        var pause: Job? = null
        var latest: Job? = null

        fun quiet() {
            pause?.cancel()
            latest?.cancel()
            pause = null
            latest = null
        }
    }

    private var sitting: Sitting? = null

    /** What was typed and could not be written, by its draft. */
    private val unkept = HashMap<DraftId, EntryContent>()

    private var page: EditorState?
        get() = ground.state.editor
        set(value) {
            ground.state = ground.state.copy(editor = value)
        }

    fun handle(action: EditorAction) {
        when (action) {
            is EditorAction.Begin -> enter { it.beginEntry(ground.now(), NewEntry(action.day, action.prompt, action.form)) }
            is EditorAction.Edit -> enter { it.editEntry(ground.now(), action.id) }
            is EditorAction.Resume -> enter { it.resumeDraft(ground.now(), action.draft) }
            is EditorAction.TitleTyped -> typed(action.title) { content, text -> content.copy(title = text.ifEmpty { null }) }
            is EditorAction.BodyTyped -> typed(action.body) { content, text -> content.copy(body = text) }
            EditorAction.Undo -> step { it.undo() }
            EditorAction.Redo -> step { it.redo() }
            EditorAction.Keep -> keep()
            EditorAction.KeepNow -> keepNow()
            is EditorAction.DayTyped -> page = page?.copy(day = action.day.wellFormed())
            is EditorAction.SetDay -> change { it.copy(day = action.day) }
            is EditorAction.Feel -> change { it.copy(feelings = if (action.on) it.feelings + action.feeling else it.feelings - action.feeling) }
            is EditorAction.Mood -> change { it.copy(mood = action.mood) }
            is EditorAction.TagTyped -> page = page?.copy(tag = action.tag.wellFormed())
            is EditorAction.Tag -> change { it.copy(tags = if (action.on) (it.tags + action.tag.trim()).distinct() else it.tags - action.tag) }
            is EditorAction.Prompt -> change { it.copy(prompt = action.prompt) }
            is EditorAction.Form -> form(action.form)
            is EditorAction.Star -> change { it.copy(starred = action.on) }
            EditorAction.Save -> save()
            EditorAction.AskDiscard -> {
                keep() // so that the question knows whether there are words
                page = page?.copy(discarding = true)
            }
            EditorAction.CancelDiscard -> page = page?.copy(discarding = false)
            EditorAction.ConfirmDiscard -> discard()
            is EditorAction.Settle -> settle(action.choice)
            EditorAction.SettleLater -> page = page?.copy(conflict = null)
        }
    }

    // --- coming and going --------------------------------------------------------------------------------------------------------------

    private fun enter(question: (VaultInterface) -> Editor) {
        ground.desk.ask(question) { editor ->
            sit(editor, resumed = false)
            ground.way.go(Place.Writing(editor.draft))
        }
    }

    /** For a place that was gone away from, or that the system brought back: the draft is in the vault. */
    fun load(draft: DraftId) {
        if (page?.draft == draft) return
        ground.desk.load({ it.resumeDraft(ground.now(), draft) }) { if (Place.Writing(draft) in ground.state.places) sit(it, resumed = true) }
    }

    private fun sit(editor: Editor, resumed: Boolean) {
        leave()
        val unkept = unkept[editor.draft]
        sitting = Sitting(editor.draft, editor.content)
        page = EditorState(editor, unkept ?: editor.content, editor.words.toInt(), resumed = resumed && editor.words > 0u)
        if (unkept != null) noted()
    }

    /** Leaves the page when it is no longer on the way. */
    fun leaveIfGone() {
        if (sitting?.let { Place.Writing(it.draft) in ground.state.places } == false) leave()
    }

    /** The page is left: what stands on it is kept. One on which nothing was ever written leaves nothing behind. */
    private fun leave() {
        val left = sitting ?: return
        val empty = left.changes == 0L && page?.let { it.isNew && it.words == 0 } == true
        keep()
        sitting = null
        page = null
        if (empty) ground.desk.beside({ it.discardDraft(ground.now(), left.draft) }) {}
    }

    /** The app may end after this: on the calling thread, and on disk when it returns. */
    fun keepNow() {
        val sitting = sitting ?: return
        val content = page?.content ?: return
        sitting.quiet()
        if (sitting.changes == sitting.kept) return
        val number = sitting.changes
        ground.desk.atOnce { write(it, sitting, number, content) }?.let { cameOfIt(sitting, number, content, it) }
    }

    /** The vault has locked itself. What is on disk is dropped from memory; what is not has to stay. */
    fun locked() {
        sitting?.quiet()
        sitting?.let { if (it.changes != it.kept) page?.let { page -> unkept[page.draft] = page.content } }
        sitting = null
        page = null
    }

    /** Everything was erased, and so it is here. */
    fun forget() {
        sitting?.quiet()
        sitting = null
        unkept.clear()
        page = null
    }

    /** True when there was a question to go back from. */
    fun back(): Boolean {
        val page = page?.takeIf { ground.state.place is Place.Writing } ?: return false
        if (page.conflict == null && !page.discarding) return false
        this.page = page.copy(conflict = null, discarding = false)
        return true
    }

    /** On a page where nothing was written yet a form brings its headings along; on any other it is only noted. */
    private fun form(form: String?) {
        val now = page ?: return
        val empty = sitting?.changes == 0L && now.isNew && now.words == 0
        if (form == null || !empty) return change { it.copy(form = form) }
        ground.desk.ask({ it.beginEntry(ground.now(), NewEntry(now.content.day, now.content.prompt, form)) }) { editor ->
            sit(editor, resumed = false)
            ground.way.swap(Place.Writing(now.draft), Place.Writing(editor.draft))
        }
    }

    // --- typing ------------------------------------------------------------------------------------------------------------------------

    private fun typed(text: String, into: (EntryContent, String) -> EntryContent) {
        val now = page?.takeUnless { it.saving } ?: return
        val whole = text.wellFormed()
        val next = into(now.content, whole)
        if (next == now.content) return
        sitting?.undo?.typed(next.written())
        page = now.copy(content = next, repaired = now.repaired || whole != text)
        noted()
    }

    private fun step(which: (Undo) -> Written?) {
        val now = page?.takeUnless { it.saving } ?: return
        val next = sitting?.undo?.let(which) ?: return
        page = now.copy(content = now.content.copy(title = next.title.ifEmpty { null }, body = next.body))
        noted()
    }

    /** A choice, not a text: it is handed over at once. One that the core refuses is taken back, and the reason said. */
    private fun change(how: (EntryContent) -> EntryContent) {
        val now = page?.takeUnless { it.saving } ?: return
        page = now.copy(content = how(now.content), day = null, tag = "")
        noted()
        keep()
    }

    private fun noted() {
        val sitting = sitting ?: return
        sitting.changes += 1
        page = page?.copy(keeping = Keeping.UNDER_WAY, canUndo = sitting.undo.canUndo, canRedo = sitting.undo.canRedo)
        sitting.pause?.cancel()
        sitting.pause = after(PAUSE_MS)
        if (sitting.latest == null) sitting.latest = after(LATEST_MS)
    }

    private fun after(ms: Long): Job = ground.scope.launch {
        ground.wait(ms)
        keep()
    }

    // --- keeping -----------------------------------------------------------------------------------------------------------------------

    private fun keep() {
        val sitting = sitting ?: return
        val content = page?.content ?: return
        sitting.quiet()
        if (sitting.changes == sitting.kept) return
        sitting.undo.pause()
        val number = sitting.changes
        ground.desk.beside({ write(it, sitting, number, content) }) { cameOfIt(sitting, number, content, it) }
    }

    private fun write(vault: VaultInterface, sitting: Sitting, number: Long, content: EntryContent): DraftSaved? =
        sitting.keeper.keep(number) { vault.saveDraft(ground.now(), sitting.draft, content) }

    private fun cameOfIt(sitting: Sitting, number: Long, content: EntryContent, outcome: Outcome<DraftSaved?>) = outcome.fold(
        done = { saved ->
            unkept.remove(sitting.draft)
            if (saved == null) return@fold
            sitting.good = content
            sitting.kept = maxOf(sitting.kept, number)
            if (sitting === this.sitting) {
                val keeping = if (sitting.kept == sitting.changes) Keeping.KEPT else Keeping.UNDER_WAY
                page = page?.copy(words = saved.words.toInt(), keeping = keeping)
            }
        },
        failed = { trouble -> notKept(sitting, content, trouble) },
    )

    private fun notKept(sitting: Sitting, content: EntryContent, trouble: Trouble) {
        unkept[sitting.draft] = content
        val now = page?.takeIf { sitting === this.sitting }
        ground.failed(trouble)
        if (now == null) return
        page = page?.copy(keeping = Keeping.FAILED)
        // what was chosen is taken back, so that what was typed is not kept from the disk by it
        if (trouble.kind in CHOICES && content.chosenOtherThan(sitting.good)) {
            page = page?.copy(content = now.content.chosenAs(sitting.good))
            noted()
            keep()
        }
    }

    // --- done with it ------------------------------------------------------------------------------------------------------------------

    private fun save() {
        val sitting = sitting ?: return
        val now = page?.takeUnless { it.saving } ?: return
        sitting.quiet()
        page = now.copy(saving = true, discarding = false)
        val taken = ground.desk.ask(
            question = { vault -> sitting.keeper.finish { vault.saveEntry(ground.now(), sitting.draft, now.content) } },
            refused = { trouble ->
                page = page?.copy(saving = false)
                if (trouble.kind == TroubleKind.ENTRY_CHANGED) now.editor.entry?.let { compare(sitting, it) }
                else if (sitting.changes != sitting.kept) noted()
                trouble.kind == TroubleKind.ENTRY_CHANGED
            },
            answered = { saved(sitting, it) },
        )
        if (!taken) page = now
    }

    /** The draft has been kept all the same; the other text is shown beside it. */
    private fun compare(sitting: Sitting, entry: EntryId) {
        sitting.kept = sitting.changes
        page = page?.copy(keeping = Keeping.KEPT)
        ground.desk.ask({ it.entry(entry) }) { page = page?.copy(conflict = it) }
    }

    private fun settle(choice: ConflictChoice) {
        val sitting = sitting ?: return
        ground.desk.ask({ vault -> sitting.keeper.finish { vault.settleConflict(ground.now(), sitting.draft, choice) } }) { saved(sitting, it) }
    }

    private fun saved(sitting: Sitting, saved: SavedEntry) {
        unkept.remove(sitting.draft)
        if (sitting === this.sitting) {
            this.sitting = null
            page = null
        }
        val id = saved.entry.id
        val after = AfterSaving(id, saved.care, saved.landing)
        ground.state = ground.state.copy(journal = ground.state.journal.copy(entry = saved.entry, after = after))
        ground.way.swap(Place.Writing(sitting.draft), Place.Entry(id))
    }

    private fun discard() {
        val sitting = sitting ?: return
        val now = page ?: return
        sitting.quiet()
        val number = sitting.changes
        ground.desk.ask({ vault ->
            // the last words too: they go where the text goes
            if (number != sitting.kept) write(vault, sitting, number, now.content)
            sitting.keeper.finish { vault.discardDraft(ground.now(), sitting.draft) }
        }) {
            unkept.remove(sitting.draft)
            this.sitting = null
            page = null
            val said = if (!now.isNew) Said.DiscardedChanges else Said.DiscardedNew.takeIf { now.words > 0 || now.content.body.isNotBlank() }
            ground.state = ground.state.copy(said = said)
            if (ground.state.place == Place.Writing(sitting.draft)) ground.way.back()
        }
    }
}

/** What is wrong with a choice and not with the text. */
private val CHOICES = setOf(
    TroubleKind.DATE_OUT_OF_RANGE, TroubleKind.BAD_DAY, TroubleKind.TOO_MANY_FEELINGS, TroubleKind.TOO_MANY_TAGS, TroubleKind.UNKNOWN_FEELING,
    TroubleKind.UNKNOWN_PROMPT, TroubleKind.UNKNOWN_FORM, TroubleKind.FORM_TOO_SOON, TroubleKind.TAG_TOO_LONG, TroubleKind.TAG_MALFORMED,
    TroubleKind.TAG_CONTROL_CHARACTER, TroubleKind.DUPLICATE, TroubleKind.OUT_OF_RANGE,
)

private fun EntryContent.written() = Written(title.orEmpty(), body)

private fun EntryContent.chosenAs(other: EntryContent) = other.copy(title = title, body = body)

private fun EntryContent.chosenOtherThan(other: EntryContent) = chosenAs(other) != this

