package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.NowContext
import app.ampersand.core.SearchOrder
import app.ampersand.core.VaultInterface
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** Searching without any screen: the answer shown is always to what stands in the field. */
class SearchTest {
    @get:Rule val rig = Rig()

    private fun Holder.found() = state.search.page?.hits?.map { it.entry.excerpt }

    private fun somebody(): Holder = rig.settled().apply {
        for (body in listOf("Tea with Mira", "A walk in the rain", "Tea alone in the rain")) rig.written(this, body)
        handle(SearchAction.For(""))
    }

    @Test fun `an empty field finds the newest, and letters narrow it down`() {
        val me = somebody()
        assertEquals(listOf("Tea alone in the rain", "A walk in the rain", "Tea with Mira"), me.found())
        me.handle(SearchAction.Typed("tea"))
        assertEquals(listOf("Tea alone in the rain", "Tea with Mira"), me.found())
        me.handle(SearchAction.Typed("tea rai"))
        assertEquals(listOf("Tea alone in the rain"), me.found())
        assertTrue(me.state.search.page?.hits?.single()?.snippet.orEmpty().contains('\uE000'))
        me.handle(SearchAction.Order(SearchOrder.BEST))
        assertEquals(SearchOrder.BEST to listOf("Tea alone in the rain"), me.state.search.order to me.found())
    }

    @Test fun `filters write themselves into the field, and one that cannot be read is said`() {
        val me = somebody()
        me.handle(SearchAction.Typed("tea"))
        me.handle(SearchAction.Filter("starred"))
        assertEquals("tea starred" to emptyList<String>(), me.state.search.text to me.found())
        me.handle(SearchAction.Typed("tea from:soon"))
        assertEquals(listOf("from:soon"), me.state.search.page?.ignored)
        assertEquals(2, me.found()?.size)
        me.handle(SearchAction.Typed("from:sooner tea from:soon"))
        me.handle(SearchAction.LeaveOut("from:soon"))
        assertEquals("that one, and no part of another", "from:sooner tea", me.state.search.text)
    }

    @Test fun `while letters come faster than answers, only the last is answered`() {
        somebody()
        val later = Later()
        val me = rig.holder(later).apply { handle(Action.Start) }
        later.run()
        me.handle(SearchAction.For("tea"))
        me.handle(SearchAction.Typed("tea m"))
        me.handle(SearchAction.Typed("tea mir"))
        assertEquals(null to true, me.state.search.page to me.state.search.searching)
        later.run()
        assertEquals(listOf("Tea with Mira") to false, me.found() to me.state.search.searching)
    }

    /** Answers out of turn: each search waits until the test says its text. */
    private class OutOfTurn(private val vault: VaultInterface) : VaultInterface by vault {
        val asked = mutableListOf<String>()
        var interrupted: String? = null
        override fun search(ctx: NowContext, text: String, order: SearchOrder, after: String?) = run {
            asked += text
            if (text == interrupted) {
                interrupted = null
                throw AmpersandException.Conflict("search_superseded", "")
            }
            vault.search(ctx, text, order, after)
        }
    }

    @Test fun `one that an older search has interrupted is asked once more`() {
        somebody()
        var turn: OutOfTurn? = null
        val me = rig.holder(door = rig.TestDoor { vault -> OutOfTurn(vault).also { turn = it } }).apply { handle(Action.Start) }
        turn?.interrupted = "walk"
        me.handle(SearchAction.For("walk"))
        assertEquals(listOf("walk", "walk"), turn?.asked)
        assertEquals(listOf("A walk in the rain") to null, me.found() to me.state.trouble)
    }

    @Test fun `a search nobody wants any more is not begun`() {
        somebody()
        val later = Later()
        var turn: OutOfTurn? = null
        val me = rig.holder(later, rig.TestDoor { vault -> OutOfTurn(vault).also { turn = it } }).apply { handle(Action.Start) }
        later.run()
        me.handle(SearchAction.For("t"))
        for (text in listOf("te", "tea")) me.handle(SearchAction.Typed(text))
        later.run()
        assertEquals(listOf("tea"), turn?.asked)
    }

    @Test fun `what was searched for goes with the page`() {
        val me = somebody()
        me.handle(SearchAction.Typed("mira"))
        me.handle(Action.Go(Place.Entry(checkNotNull(me.state.search.page).hits.single().entry.id)))
        me.handle(Action.Back)
        assertEquals("it waits for who comes back from an entry", "mira", me.state.search.text)
        me.handle(Action.Back)
        assertEquals(SearchState(), me.state.search)
    }

    @Test fun `too many words are said, and the next search works`() {
        val me = somebody()
        me.handle(SearchAction.Typed("x".repeat(1_001)))
        assertEquals(TroubleKind.QUERY_TOO_LONG, me.state.trouble?.kind)
        me.handle(SearchAction.Typed("mira"))
        assertNull(me.state.trouble)
        assertEquals(listOf("Tea with Mira"), me.found())
    }
}
