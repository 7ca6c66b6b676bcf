/** Searching: a field, filters that write themselves into it, and what was found, with the found words in bold. */
package app.ampersand.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import app.ampersand.core.SearchHit
import app.ampersand.core.SearchOrder
import app.ampersand.core.SearchPage

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun SearchScreen(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val search = state.search
    Page(state, handle, texts.searchTitle) {
        LineField(search.text, texts.a11ySearchField, "search", options = KeyboardOptions(imeAction = ImeAction.Search)) { handle(SearchAction.Typed(it)) }
        Soft(texts.searchFiltersTitle)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            for ((name, words) in filters(texts)) Act(name, Modifier.testTag("filter-$words")) { handle(SearchAction.Filter(words)) }
            if (search.text.isNotEmpty()) TextAction(texts.searchClear, Modifier.testTag("clear")) { handle(SearchAction.Typed("")) }
        }
        Disclosure(texts.searchHelpTitle, Fold.HowToSearch in state.unfolded, onToggle = { handle(Action.Toggle(Fold.HowToSearch)) }) {
            listOf(texts.searchHelpWords, texts.searchHelpQuotes, texts.searchHelpFilters(EXAMPLES), texts.searchNotKept).forEach { Point(it) }
        }
        search.page?.let { Found(search, it, handle) } ?: Soft(texts.searchSearching)
    }
}

/** What the search's own words look like; they are the same in every language. */
private const val EXAMPLES = "tag:home, feeling:calm, from:2026-11, to:2026-11-23, starred"

private fun filters(texts: Texts): List<Pair<String, String>> = listOf(
    texts.searchFilterTag to "tag:", texts.searchFilterFeeling to "feeling:", texts.searchFilterFrom to "from:", texts.searchFilterTo to "to:",
    texts.searchFilterStarred to "starred",
)

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Found(search: SearchState, page: SearchPage, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val newest = search.text.isBlank()
    Ignored(search, page.ignored, handle)
    Column(Modifier.semantics { liveRegion = LiveRegionMode.Polite }, verticalArrangement = Arrangement.spacedBy(step * 2)) {
        when {
            page.hits.isEmpty() && newest -> Body(texts.searchEmptyBody)
            page.hits.isEmpty() -> {
                Section(texts.searchNoneTitle, Modifier.testTag("nothing"))
                Body(texts.searchNoneBody)
            }
            newest -> Section(texts.searchRecent)
            else -> Soft(texts.searchShown(page.hits.size), Modifier.testTag("count"))
        }
    }
    if (!newest && page.hits.isNotEmpty()) {
        FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            OneOf(texts.searchNewest, search.order == SearchOrder.NEWEST, Modifier.testTag("newest")) { handle(SearchAction.Order(SearchOrder.NEWEST)) }
            OneOf(texts.searchBest, search.order == SearchOrder.BEST, Modifier.testTag("best")) { handle(SearchAction.Order(SearchOrder.BEST)) }
        }
    }
    page.hits.forEach { Hit(it) { handle(Action.Go(Place.Entry(it.entry.id))) } }
    if (page.next != null) OutlinedAction(texts.searchMore) { handle(SearchAction.More) }
}

/** What could not be read as a filter, with a way to be rid of it; one that was only just begun is not held against anybody. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Ignored(search: SearchState, ignored: List<String>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val begun = filters(texts).map { it.second }.firstOrNull { search.text.endsWith(it) }
    val told = ignored.map { it.trim() } - setOfNotNull(begun)
    if (told.isEmpty()) return
    Soft(texts.searchIgnored(told.joinToString()), Modifier.testTag("ignored"))
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        told.forEach { filter -> Act(texts.searchFilterRemove(filter), Modifier.testTag("leave-out")) { handle(SearchAction.LeaveOut(filter)) } }
    }
}

@Composable
private fun Hit(hit: SearchHit, open: () -> Unit) {
    val texts = LocalTexts.current
    val ink = MaterialTheme.colorScheme.primary
    val heading = texts.heading(hit.entry, LocalDates.current)
    val spoken = texts.a11ySearchHit(heading, listOfNotNull(hit.title, hit.snippet.ifEmpty { null }).joinToString(". ") { found(it, ink).text })
    Sheet(
        Modifier.testTag("hit"),
        Modifier.clickable(onClickLabel = texts.a11yOpenEntry, role = Role.Button, onClick = open).semantics { contentDescription = spoken },
    ) {
        Soft(heading)
        hit.title?.let { Text(found(it, ink), style = MaterialTheme.typography.titleMedium) }
        if (hit.snippet.isNotEmpty()) Text(found(hit.snippet, ink))
        if (hit.entry.tags.isNotEmpty()) Soft(hit.entry.tags.joinToString(" ") { "#$it" })
    }
}
