/**
 * Searching while somebody types. Each letter asks anew, and the core interrupts the search before it; what is shown is the answer to what stands
 * in the field, never to less. What was searched for is kept nowhere: it goes when the page is left for good.
 */
package app.ampersand.ui

import app.ampersand.core.PageCursor
import app.ampersand.core.SearchOrder
import app.ampersand.core.SearchPage

internal class SearchSteps(private val ground: Ground) {
    /** Counts the searches; the worker reads it, so as not to begin one that nobody wants any more. */
    @Volatile private var newest = 0L

    private var search: SearchState
        get() = ground.state.search
        set(value) {
            ground.state = ground.state.copy(search = value)
        }

    fun handle(action: SearchAction) {
        when (action) {
            is SearchAction.Typed -> search(action.text.wellFormed())
            is SearchAction.Filter -> search(listOf(search.text.trimEnd(), action.words).filter { it.isNotEmpty() }.joinToString(" "))
            is SearchAction.LeaveOut -> search(" ${search.text} ".replaceFirst(" ${action.filter} ", " ").trim())
            is SearchAction.Order -> {
                search = search.copy(order = action.order)
                begin()
            }
            is SearchAction.For -> {
                search = SearchState(text = action.text)
                ground.way.go(Place.Search)
            }
            SearchAction.More -> more()
        }
    }

    /** The page is shown: what it shows may have changed since. */
    fun load() = begin()

    fun leaveIfGone() {
        if (Place.Search !in ground.state.places && search != SearchState()) {
            newest += 1
            search = SearchState()
        }
    }

    private fun search(text: String) {
        if (text == search.text) return
        search = search.copy(text = text)
        begin()
    }

    private fun begin() {
        newest += 1
        search = search.copy(searching = true)
        ask(newest, after = null) { search = search.copy(page = it) }
    }

    private fun more() {
        val page = search.page ?: return
        val after = page.next ?: return
        if (search.searching) return
        newest += 1
        search = search.copy(searching = true)
        ask(newest, after) { search = search.copy(page = SearchPage(page.hits + it.hits, it.next, it.ignored)) }
    }

    private fun ask(number: Long, after: PageCursor?, found: (SearchPage) -> Unit) {
        val text = search.text
        val order: SearchOrder = search.order
        ground.desk.beside({ vault -> if (number == newest) vault.search(ground.now(), text, order, after) else null }) { outcome ->
            if (number != newest) return@beside
            outcome.fold(
                done = {
                    search = search.copy(searching = false)
                    it?.let(found)
                },
                failed = { trouble ->
                    // an older one came later to the core than this; this one is still what is wanted
                    if (trouble.kind == TroubleKind.SEARCH_SUPERSEDED) return@fold ask(number, after, found)
                    search = search.copy(searching = false)
                    ground.failed(trouble)
                },
            )
        }
    }
}
