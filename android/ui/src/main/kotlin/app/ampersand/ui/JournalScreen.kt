/** The journal a month at a time: what is not saved yet, the days, the entries, and the ways to search and to the trash. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.EntryId
import app.ampersand.core.JournalView
import app.ampersand.core.OpenDraft

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun JournalScreen(state: State, view: JournalView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val selected = state.journal.selected
    Page(state, handle, texts.journalTitle, below = if (selected == null) write(view, handle) else null) {
        if (selected == null) Drafts(view.openDrafts, handle)
        if (view.total == 0u) {
            PaperCard {
                Subheading(texts.journalEmptyTitle)
                Body(texts.journalEmptyBody)
            }
        } else {
            if (selected == null) {
                FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
                    OutlinedAction(texts.journalSearch, Modifier.testTag("to-search"), texts.a11ySearchHint) { handle(SearchAction.For("")) }
                    if (view.page.entries.isNotEmpty()) TextAction(texts.journalSelect, Modifier.testTag("select")) { handle(JournalAction.Select(true)) }
                }
                MonthCard(state, view, handle)
            } else {
                Marking(state, selected, handle)
            }
            view.page.entries.forEach { entry ->
                if (selected == null) {
                    EntryRow(entry) { handle(Action.Go(Place.Entry(entry.id))) }
                } else {
                    MarkedRow(entry, entry.id in selected) { handle(JournalAction.Mark(entry.id, it)) }
                }
            }
            if (view.page.next != null) OutlinedAction(texts.journalMore) { handle(JournalAction.MoreEntries) }
        }
        if (selected == null) {
            PaperCard {
                val trashed = view.trashed.toInt()
                LinkRow(texts.journalTrash, Modifier.testTag("to-trash"), note = if (trashed > 0) texts.journalTrashCount(trashed) else null) { handle(Action.Go(Place.Trash)) }
            }
            if (view.total > 0u) Soft(texts.journalTotal(view.total.toInt()))
        }
    }
}

private fun write(view: JournalView, handle: (Action) -> Unit): @Composable ColumnScope.() -> Unit = {
    val texts = LocalTexts.current
    FilledAction(if (view.total == 0u && view.openDrafts.isEmpty()) texts.journalEmptyAction else texts.journalWrite, Modifier.testTag("write")) {
        handle(EditorAction.Begin())
    }
}

/** Texts that were not saved yet: first of all, because somebody may be looking for them. */
@Composable
fun Drafts(drafts: List<OpenDraft>, handle: (Action) -> Unit) {
    if (drafts.isEmpty()) return
    val texts = LocalTexts.current
    val dates = LocalDates.current
    PaperCard(colour = calm()) {
        OnCalm(texts.journalDraftsTitle, heading = true)
        drafts.forEach { draft ->
            val day = dates.day(draft.day)
            OnCalm(if (draft.entry == null) texts.journalDraftNew(day) else texts.journalDraftOfEntry(day))
            OnCalm(draft.excerpt.ifEmpty { texts.journalNoWords })
            OnCalm(texts.journalDraftSavedAt(dates.moment(draft.savedAt)))
            if (draft.stale) OnCalm(texts.journalDraftStale)
            OutlinedAction(texts.journalDraftResume, Modifier.testTag("resume-draft")) { handle(EditorAction.Resume(draft.id)) }
        }
    }
}

@Composable
private fun MonthCard(state: State, view: JournalView, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("month")) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val month = dates.month(view.month)
    val written = view.days.count { it.entries > 0u }
    Subheading(month)
    MonthStrip(view, month, texts.journalMonthDays(written, view.days.size))
    if (written == 0) {
        Soft(texts.journalMonthEmpty)
    } else {
        Soft(texts.journalMonthDays(written, view.days.size))
        Soft(texts.journalMonthEntries(view.days.sumOf { it.entries.toInt() }, month))
    }
    Disclosure(
        if (Fold.Days in state.unfolded) texts.journalMonthStrip else texts.journalMonthList,
        Fold.Days in state.unfolded,
        onToggle = { handle(Action.Toggle(Fold.Days)) },
    ) { DayRows(view, handle) }
    Months(view, handle)
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Months(view: JournalView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val other = !view.today.startsWith(view.month)
    if (view.earlier == null && view.later == null && !other) return
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step)) {
        view.earlier?.let { earlier ->
            TextAction(texts.journalEarlier(dates.month(earlier)), Modifier.testTag("earlier")) { handle(JournalAction.ShowMonth(earlier)) }
        }
        view.later?.let { later ->
            TextAction(texts.journalLater(dates.month(later)), Modifier.testTag("later")) { handle(JournalAction.ShowMonth(later)) }
        }
        if (other) TextAction(texts.journalThisMonth, Modifier.testTag("this-month")) { handle(JournalAction.ShowMonth(null)) }
    }
}

/** Several entries are being marked, to be changed together. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Marking(state: State, selected: Set<EntryId>, handle: (Action) -> Unit) = PaperCard(colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(texts.journalSelected(selected.size), heading = true)
    if (selected.isNotEmpty()) {
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            OutlinedAction(texts.journalBulkStar) { handle(JournalAction.StarMarked(true)) }
            OutlinedAction(texts.journalBulkUnstar) { handle(JournalAction.StarMarked(false)) }
            OutlinedAction(texts.journalBulkTrash, Modifier.testTag("trash-marked")) { handle(JournalAction.TrashMarked) }
        }
        LineField(state.journal.tag, texts.editorTagNew, "bulk-tag") { handle(JournalAction.TagTyped(it)) }
        if (state.journal.tag.isNotBlank()) {
            FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
                OutlinedAction(texts.journalBulkTag, Modifier.testTag("tag-marked")) { handle(JournalAction.TagMarked(add = true)) }
                OutlinedAction(texts.journalBulkUntag) { handle(JournalAction.TagMarked(add = false)) }
            }
        }
    }
    TextAction(texts.journalSelectDone, Modifier.testTag("select-done")) { handle(JournalAction.Select(false)) }
}
