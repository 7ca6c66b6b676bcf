package app.ampersand.ui

import app.ampersand.core.DiffKind
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** Reading and putting in order, without any screen: months, marks, earlier texts, the trash. */
class JournalTest {
    @get:Rule val rig = Rig()

    private fun Holder.bodies() = state.journal.view?.page?.entries?.map { it.excerpt }

    private fun write(holder: Holder, body: String, day: String? = null) = holder.run {
        rig.time.pass(1_000)
        handle(EditorAction.Begin(day = day))
        handle(EditorAction.BodyTyped(body))
        handle(EditorAction.Save)
        assertNotNull("$body: ${state.trouble}", state.journal.entry)
    }

    /** Two months of writing, with a month of nothing between them. */
    private fun months(): Holder = rig.settled().apply {
        write(this, "September", "2026-09-12")
        write(this, "one", "2026-11-02")
        write(this, "two", "2026-11-02")
        write(this, "three")
        handle(Action.Go(Place.Journal))
    }

    @Test fun `a month shows its days and its entries, the newest first`() {
        val me = months()
        val view = checkNotNull(me.state.journal.view)
        assertEquals(listOf("three", "two", "one"), me.bodies())
        assertEquals("2026-11" to 30, view.month to view.days.size)
        assertEquals(mapOf("2026-11-02" to 2u, "2026-11-23" to 1u), view.days.filter { it.entries > 0u }.associate { it.day to it.entries })
    }

    @Test fun `earlier and later lead to months with entries, and a day to its own`() {
        val me = months()
        me.handle(JournalAction.ShowMonth(checkNotNull(me.state.journal.view?.earlier)))
        assertEquals("2026-09" to listOf("September"), me.state.journal.view?.month to me.bodies())
        me.handle(Action.Go(Place.Entry(checkNotNull(me.state.journal.view).page.entries.single().id)))
        me.handle(Action.Back)
        assertEquals("the month is still that one", "2026-09", me.state.journal.view?.month)
        me.handle(JournalAction.ShowMonth(checkNotNull(me.state.journal.view?.later)))
        assertEquals("2026-11", me.state.journal.view?.month)
        me.handle(SearchAction.For("from:2026-11-02 to:2026-11-02"))
        assertEquals(listOf("two", "one"), me.state.search.page?.hits?.map { it.entry.excerpt })
    }

    @Test fun `more than a page comes by page`() {
        val me = rig.settled()
        repeat(53) { write(me, "entry $it") }
        me.handle(Action.Go(Place.Journal))
        assertEquals(50, me.bodies()?.size)
        me.handle(JournalAction.MoreEntries)
        assertEquals((52 downTo 0).map { "entry $it" }, me.bodies())
        assertNull(me.state.journal.view?.page?.next)
    }

    @Test fun `several are marked and changed together`() {
        val me = months()
        val ids = checkNotNull(me.state.journal.view).page.entries.map { it.id }
        me.handle(JournalAction.Select(true))
        me.handle(JournalAction.StarMarked(true))
        assertNull("none marked, nothing done", me.state.said)
        ids.forEach { me.handle(JournalAction.Mark(it, true)) }
        me.handle(JournalAction.Mark(ids[0], false))
        me.handle(JournalAction.TagTyped("  walks "))
        me.handle(JournalAction.TagMarked(add = true))
        assertEquals(Said.Changed(2) to null, me.state.said to me.state.journal.selected)
        assertEquals(listOf(emptyList(), listOf("walks"), listOf("walks")), me.state.journal.view?.page?.entries?.map { it.tags })
        me.handle(JournalAction.Select(true))
        me.handle(JournalAction.Mark(ids[0], true))
        me.handle(JournalAction.TrashMarked)
        assertEquals(listOf("two", "one"), me.bodies())
        me.handle(JournalAction.PutBack((me.state.said as Said.MovedToTrash).ids))
        assertEquals(listOf("three", "two", "one"), me.bodies())
    }

    @Test fun `a star is set and taken off on the entry's page`() {
        val me = rig.written()
        val id = checkNotNull(me.state.journal.entry).id
        me.handle(JournalAction.Star(id, true))
        assertEquals(true, me.state.journal.entry?.content?.starred)
        me.handle(JournalAction.Star(id, false))
        assertEquals(false, me.state.journal.entry?.content?.starred)
    }

    @Test fun `an earlier text is read as a difference, and brought back by word`() {
        val me = rig.written(body = "I went out.")
        val id = checkNotNull(me.state.journal.entry).id
        me.handle(EditorAction.Edit(id))
        me.handle(EditorAction.BodyTyped("I stayed in."))
        me.handle(EditorAction.Save)
        assertEquals(1u, me.state.journal.entry?.earlierTexts)
        me.handle(Action.Go(Place.History(id)))
        val revision = checkNotNull(me.state.journal.history).revisions.single().revision
        me.handle(Action.Go(Place.Earlier(id, revision)))
        val difference = checkNotNull(me.state.journal.earlier).difference
        assertEquals("I stayed in.", difference.filter { it.kind != DiffKind.REMOVED }.joinToString("") { it.text })
        assertEquals("I went out.", difference.filter { it.kind != DiffKind.ADDED }.joinToString("") { it.text })
        me.handle(JournalAction.AskRestore)
        me.handle(JournalAction.CancelRestore)
        me.handle(JournalAction.AskRestore)
        me.handle(JournalAction.ConfirmRestore)
        assertEquals(Place.Entry(id) to "I went out.", me.state.place to me.state.journal.entry?.content?.body)
        assertEquals(Said.BroughtBack, me.state.said)
        assertEquals("the other is kept", 2u, me.state.journal.entry?.earlierTexts)
    }

    @Test fun `the trash gives back whole, or deletes after a second word`() {
        val me = rig.written(body = "Keep me")
        val kept = checkNotNull(me.state.journal.entry).id
        me.handle(JournalAction.ToTrash(kept))
        assertTrue("off the entry's page", me.state.place !is Place.Entry)
        rig.written(me, "Forget me")
        val gone = checkNotNull(me.state.journal.entry).id
        me.handle(JournalAction.ToTrash(gone))
        me.handle(Action.Go(Place.Journal))
        assertEquals(2u to emptyList<String>(), me.state.journal.view?.trashed to me.bodies())
        me.handle(Action.Go(Place.Trash))
        assertEquals(setOf("Keep me", "Forget me"), me.state.journal.trash?.entries?.map { it.excerpt }?.toSet())
        me.handle(JournalAction.PutBack(listOf(kept)))
        me.handle(JournalAction.AskPurge(setOf(gone)))
        assertEquals("a question is no deed", 1, me.state.journal.trash?.entries?.size)
        me.handle(JournalAction.CancelPurge)
        me.handle(JournalAction.ConfirmPurge)
        assertEquals("nothing was asked", 1, me.state.journal.trash?.entries?.size)
        me.handle(JournalAction.AskPurge(setOf(gone)))
        me.handle(JournalAction.ConfirmPurge)
        assertEquals(emptyList<Any>(), me.state.journal.trash?.entries)
        assertEquals(Said.Purged(1), me.state.said)
        me.handle(Action.Go(Place.Journal))
        assertEquals(listOf("Keep me"), me.bodies())
    }

    @Test fun `what was purged may be in a safety copy, and the copies can be deleted too`() {
        val me = rig.written(body = "Once said")
        rig.now += 24 * 3_600_000L
        me.handle(GuardAction.WentAway)
        me.handle(GuardAction.CameBack)
        me.handle(Action.Go(Place.Copies))
        assertTrue("${me.state.guard.copies}", me.state.guard.copies.orEmpty().isNotEmpty())
        val id = rig.vault.journal(rig.context(), null).page.entries.single().id
        me.handle(Action.Go(Place.Entry(id)))
        me.handle(JournalAction.ToTrash(id))
        me.handle(Action.Go(Place.Trash))
        me.handle(JournalAction.AskPurge(setOf(id)))
        me.handle(JournalAction.ConfirmPurge)
        assertTrue(me.state.journal.purged?.stillIn.orEmpty().isNotEmpty())
        me.handle(Action.Go(Place.Copies))
        me.handle(GuardAction.AskDeleteCopies)
        me.handle(GuardAction.ConfirmDeleteCopies)
        assertEquals(emptyList<Any>() to Said.CopiesDeleted, me.state.guard.copies to me.state.said)
    }

    @Test fun `words that sound heavy bring a card with help, which goes when it is told to`() {
        val me = rig.written(body = "I want to kill myself.")
        assertTrue(me.state.journal.after?.care?.lines.orEmpty().isNotEmpty())
        me.handle(JournalAction.DismissCare)
        assertNull(me.state.journal.after?.care)
        rig.written(me, "I want to kill myself.")
        assertNull("not again for a day", me.state.journal.after?.care)
    }

    @Test fun `today tells of the journal`() {
        val me = rig.written()
        me.handle(Action.Go(Place.Today))
        val journal = checkNotNull(me.state.home).journal
        assertEquals(1u to "A walk by the river.", journal.daysWritten to journal.last?.excerpt)
        me.handle(EditorAction.Begin(prompt = checkNotNull(journal.prompt).id))
        assertEquals(journal.prompt?.text, me.state.editor?.editor?.promptText)
    }
}
