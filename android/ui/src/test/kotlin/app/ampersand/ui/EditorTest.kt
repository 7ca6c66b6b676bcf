package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.ConflictChoice
import app.ampersand.core.VaultInterface
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** Writing without any screen: what is on disk when, and that no way out of the page loses a word. */
class EditorTest {
    @get:Rule val rig = Rig()

    private fun writing(holder: Holder = rig.settled()): Holder = holder.apply { handle(EditorAction.Begin()) }

    private val Holder.page: EditorState get() = checkNotNull(state.editor) { "no page: ${state.place}, ${state.trouble}" }

    private fun Holder.type(body: String) = handle(EditorAction.BodyTyped(body))

    private fun kept(holder: Holder) = rig.onDisk(holder.page.draft).body

    @Test fun `a pause keeps what was typed, within two seconds`() {
        assertTrue(PAUSE_MS <= 2_000 && LATEST_MS <= 2_000)
        val me = writing()
        me.type("One")
        assertEquals(Keeping.UNDER_WAY to "", me.page.keeping to kept(me))
        rig.time.pass(PAUSE_MS - 1)
        assertEquals("", kept(me))
        rig.time.pass(1)
        assertEquals("One" to Keeping.KEPT, kept(me) to me.page.keeping)
        assertEquals(1, me.page.words)
    }

    @Test fun `who types on and on is kept too, two seconds after the first letter at the latest`() {
        val me = writing()
        val letters = "abcdefghij"
        for (n in 1..letters.length) {
            me.type(letters.take(n))
            rig.time.pass(300)
        }
        // the last letters are not yet; what is there is at most two seconds old
        assertEquals("abcdefg", kept(me))
        rig.time.pass(PAUSE_MS)
        assertEquals(letters, kept(me))
    }

    @Test fun `leaving keeps it at once, and the journal has it on top`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.Journal))
        writing(me).type("Half a thou")
        val draft = me.page.draft
        me.handle(Action.Back)
        assertNull(me.state.editor)
        assertEquals("Half a thou", rig.onDisk(draft).body)
        assertEquals(listOf(draft), me.state.journal.view?.openDrafts?.map { it.id })
        me.handle(EditorAction.Resume(draft))
        assertEquals("Half a thou", me.page.content.body)
    }

    @Test fun `a page that stays empty leaves nothing behind`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.Journal))
        writing(me).handle(Action.Back)
        assertEquals(emptyList<Any>(), me.state.journal.view?.openDrafts)
    }

    @Test fun `help does not take the page away`() {
        val me = writing()
        me.type("Still here")
        me.handle(Action.Go(Place.Help))
        me.handle(Action.Back)
        assertEquals("Still here", me.page.content.body)
    }

    @Test fun `going out of sight keeps it on the calling thread, though no other gets a turn`() {
        val me = writing()
        val words = me.state.places.map { it.asWord() }
        val later = Later()
        val held = rig.holder(later, restored = words.mapNotNull(::placeOf)).apply { handle(Action.Start) }
        later.run()
        held.type("Typed and gone")
        held.handle(GuardAction.WentAway)
        assertEquals("Typed and gone", kept(held))
    }

    @Test fun `an older text that comes late does not land on a newer one`() {
        writing().let { first ->
            val later = Later()
            val me = rig.holder(later, restored = first.state.places).apply { handle(Action.Start) }
            later.run()
            me.type("old")
            me.handle(EditorAction.Keep)
            me.type("old and new")
            me.handle(EditorAction.KeepNow)
            later.run()
            assertEquals("old and new", kept(me))
            assertEquals(Keeping.KEPT, me.page.keeping)
        }
    }

    @Test fun `after a restart the page is there with every kept letter`() {
        val before = writing()
        before.handle(EditorAction.TitleTyped("Morning"))
        before.type("It is raining.")
        rig.time.pass(PAUSE_MS)
        val words = before.way.map { it.asWord() }
        assertTrue("$words", words.none { "rain" in it || "Morning" in it })
        val after = rig.holder(restored = words.mapNotNull(::placeOf)).apply { handle(Action.Start) }
        assertEquals("Morning" to "It is raining.", after.page.content.title to after.page.content.body)
        assertTrue(after.page.resumed)
    }

    @Test fun `a full disk is said, and nothing typed is dropped`() {
        var faulty: Faulty? = null
        val me = writing(rig.settled().let { rig.holder(door = rig.TestDoor { vault -> Faulty(vault).also { faulty = it } }).apply { handle(Action.Start) } })
        me.type("Do not lose this")
        rig.time.pass(PAUSE_MS)
        assertEquals(Keeping.FAILED to TroubleKind.DISK_FULL, me.page.keeping to me.state.trouble?.kind)
        val draft = me.page.draft
        me.handle(Action.Back)
        me.handle(EditorAction.Resume(draft))
        assertEquals("also after leaving", "Do not lose this", me.page.content.body)
        faulty?.broken = false
        me.handle(EditorAction.Keep)
        assertEquals(Keeping.KEPT to "Do not lose this", me.page.keeping to kept(me))
    }

    @Test fun `a save that fails leaves the page as it was, and the next one works`() {
        var faulty: Faulty? = null
        val me = writing(rig.settled().let { rig.holder(door = rig.TestDoor { vault -> Faulty(vault, broken = false).also { faulty = it } }).apply { handle(Action.Start) } })
        me.type("Once more")
        faulty?.broken = true
        me.handle(EditorAction.Save)
        assertEquals(TroubleKind.DISK_FULL to false, me.state.trouble?.kind to me.page.saving)
        faulty?.broken = false
        me.handle(EditorAction.Save)
        assertEquals("Once more", me.state.journal.entry?.content?.body)
        assertTrue(me.state.place is Place.Entry && me.state.editor == null)
    }

    @Test fun `a tag or a day that is refused is taken back, and the words are kept all the same`() {
        val me = writing()
        me.type("The words")
        me.handle(EditorAction.Tag("x".repeat(41), true))
        assertEquals(TroubleKind.TAG_TOO_LONG, me.state.trouble?.kind)
        assertEquals(emptyList<String>() to "The words", me.page.content.tags to kept(me))
        me.handle(EditorAction.SetDay("1066-10-14"))
        assertEquals(TroubleKind.DATE_OUT_OF_RANGE, me.state.trouble?.kind)
        me.handle(EditorAction.SetDay("soon"))
        assertEquals(TroubleKind.BAD_DAY, me.state.trouble?.kind)
        assertEquals("2026-11-23", me.page.content.day)
        me.handle(EditorAction.SetDay("2026-11-01"))
        assertEquals("2026-11-01" to null, rig.onDisk(me.page.draft).day to me.state.trouble)
    }

    @Test fun `feelings, mood, tags, question and star are kept as they are chosen`() {
        val me = writing()
        val feelings = me.page.editor.feelings.map { it.id }
        feelings.take(7).forEach { me.handle(EditorAction.Feel(it, true)) }
        assertEquals("the seventh is one too many", TroubleKind.TOO_MANY_FEELINGS, me.state.trouble?.kind)
        assertEquals(feelings.take(6), me.page.content.feelings)
        me.handle(EditorAction.Feel(feelings.first(), false))
        me.handle(EditorAction.Mood(3))
        me.handle(EditorAction.Tag(" home ", true))
        me.handle(EditorAction.Star(true))
        me.handle(EditorAction.Prompt(me.page.editor.prompts.first().id))
        val kept = rig.onDisk(me.page.draft)
        assertEquals(me.page.content, kept)
        assertEquals(listOf(feelings.subList(1, 6), 3, listOf("home"), true), listOf(kept.feelings, kept.mood, kept.tags, kept.starred))
    }

    @Test fun `a form brings its headings to an empty page, and keeps its pace`() {
        val me = writing()
        val form = me.page.editor.forms.first { it.fields.isNotEmpty() }
        me.handle(EditorAction.Form(form.id))
        assertTrue(form.fields.all { it in me.page.content.body })
        assertEquals(1, me.state.places.count { it is Place.Writing })
        val deep = me.page.editor.forms.first { it.minutes != null }
        me.handle(Action.Back)
        me.handle(EditorAction.Begin(form = deep.id))
        me.type("What weighs on me")
        me.handle(EditorAction.Save)
        assertEquals(deep.landing, me.state.journal.after?.landing)
        me.handle(JournalAction.LandingDone)
        assertNull(me.state.journal.after?.landing)
        writing(me)
        assertNotNull("not again at once", me.page.editor.forms.first { it.id == deep.id }.availableFrom)
    }

    @Test fun `half of a sign is no text, and the rest of what was pasted is kept`() {
        val me = writing()
        me.type("a\uD83D b \uD83D\uDE00 \uDE00c")
        assertEquals("a\uFFFD b \uD83D\uDE00 \uFFFDc", me.page.content.body)
        assertTrue(me.page.repaired)
        me.handle(EditorAction.KeepNow)
        assertEquals(me.page.content.body, kept(me))
    }

    @Test fun `a step can be taken back and brought again`() {
        val me = writing()
        for (text in listOf("o", "on", "one", "one ", "one t", "one tw", "one two")) me.type(text)
        me.handle(EditorAction.Undo)
        assertEquals("one ", me.page.content.body)
        me.handle(EditorAction.Undo)
        assertEquals("", me.page.content.body)
        me.handle(EditorAction.Redo)
        me.handle(EditorAction.Redo)
        assertEquals("one two" to false, me.page.content.body to me.page.canRedo)
        rig.time.pass(PAUSE_MS)
        assertEquals("a step back is a change like any other", "one two", kept(me))
    }

    @Test fun `discarded words go where they can be found again`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.Journal))
        writing(me).type("Never mind")
        me.handle(EditorAction.AskDiscard)
        me.handle(Action.Back)
        assertEquals("back from the question is back to the page", false, me.page.discarding)
        me.handle(EditorAction.AskDiscard)
        me.handle(EditorAction.ConfirmDiscard)
        assertEquals(Place.Journal to Said.DiscardedNew, me.state.place to me.state.said)
        me.handle(Action.Go(Place.Trash))
        assertEquals(listOf("Never mind"), me.state.journal.trash?.entries?.map { it.excerpt })
    }

    // --- two texts for one entry -------------------------------------------------------------------------------------------------------

    /** Somebody who edits an entry whose text was brought back to an earlier one meanwhile. */
    private fun conflicted(): Holder {
        val me = rig.written(body = "first")
        val id = checkNotNull(me.state.journal.entry).id
        me.handle(EditorAction.Edit(id))
        me.type("second")
        me.handle(EditorAction.Save)
        me.handle(EditorAction.Edit(id))
        me.type("mine")
        rig.vault.run { restoreRevision(rig.context(), id, entryHistory(id).revisions.first().revision, entry(id).revision) }
        me.handle(EditorAction.Save)
        assertEquals("first", me.page.conflict?.content?.body)
        return me
    }

    @Test fun `when the entry has changed meanwhile both texts are shown, and nothing is decided`() {
        val me = conflicted()
        assertEquals("mine" to null, me.page.content.body to me.state.trouble)
        me.handle(EditorAction.SettleLater)
        assertEquals("mine" to "mine", me.page.content.body to kept(me))
        me.handle(EditorAction.Save)
        assertNotNull(me.page.conflict)
        me.handle(Action.Back)
        assertNull("back goes to the text", me.page.conflict)
        assertTrue(me.state.place is Place.Writing)
    }

    @Test fun `mine on top puts the other into the history`() {
        val me = conflicted()
        me.handle(EditorAction.Settle(ConflictChoice.MINE_ON_TOP))
        val entry = checkNotNull(me.state.journal.entry)
        assertEquals("mine", entry.content.body)
        val earlier = rig.vault.entryHistory(entry.id).revisions.map { rig.vault.revision(entry.id, it.revision).content.body }
        assertTrue("$earlier", "first" in earlier && "second" in earlier)
    }

    @Test fun `keeping both makes two entries`() {
        val me = conflicted()
        me.handle(EditorAction.Settle(ConflictChoice.KEEP_BOTH))
        val bodies = rig.vault.journal(rig.context(), null).page.entries.map { it.excerpt }.toSet()
        assertEquals(setOf("first", "mine"), bodies)
    }

    @Test fun `a draft that is gone is said so`() {
        val me = writing()
        me.type("x")
        val draft = me.page.draft
        rig.vault.discardDraft(rig.context(), draft)
        rig.time.pass(PAUSE_MS)
        assertEquals(TroubleKind.NO_SUCH_DRAFT to "x", me.state.trouble?.kind to me.page.content.body)
    }

    @Test fun `the error of a vault that is away is told to nobody`() {
        class Gone(vault: VaultInterface) : VaultInterface by vault {
            override fun entry(id: String) = throw AmpersandException.Locked("away")
        }
        rig.written()
        val me = rig.holder(door = rig.TestDoor { Gone(it) }).apply { handle(Action.Start) }
        me.handle(Action.Go(Place.Entry(rig.vault.journal(rig.context(), null).page.entries.single().id)))
        assertEquals(VaultState.Open to null, me.state.vault to me.state.trouble)
    }
}
