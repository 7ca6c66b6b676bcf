/** The trash: what lies in it can be put back whole, or deleted for good after a second question, which says where words may be left. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.EntryId
import app.ampersand.core.EntryPage
import app.ampersand.core.EntrySummary
import app.ampersand.core.Purged

@Composable
fun TrashScreen(state: State, page: EntryPage, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.trashTitle) {
        state.journal.purged?.let { StillIn(it, handle) }
        if (page.entries.isEmpty()) Body(texts.trashEmpty) else Soft(texts.trashRule)
        page.entries.forEach { Lying(state, it, handle) }
        if (page.next != null) OutlinedAction(texts.journalMore) { handle(JournalAction.MoreTrash) }
    }
}

@Composable
private fun Lying(state: State, entry: EntrySummary, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    PaperCard {
        LinkRow(
            entry.title ?: entry.excerpt.ifEmpty { texts.journalNoWords },
            Modifier.testTag("trashed"),
            note = listOfNotNull(LocalDates.current.day(entry.day), entry.purgeOn?.let { texts.trashUntil(LocalDates.current.day(it)) }).joinToString(" · "),
            hint = texts.a11yOpenEntry,
        ) { handle(Action.Go(Place.Entry(entry.id))) }
        OutlinedAction(texts.trashRestore, Modifier.testTag("restore")) { handle(JournalAction.PutBack(listOf(entry.id))) }
        PurgeQuestion(setOf(entry.id), state.journal.purging, handle)
    }
}

/** Two steps: the second is the one that cannot be taken back. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
internal fun PurgeQuestion(ids: Set<EntryId>, purging: Set<EntryId>?, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (purging != ids) return TextAction(texts.trashPurge, Modifier.testTag("purge")) { handle(JournalAction.AskPurge(ids)) }
    Subheading(texts.trashPurgeTitle(ids.size))
    Body(texts.trashPurgeBody)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
        OutlinedAction(texts.trashPurgeCancel) { handle(JournalAction.CancelPurge) }
        TextAction(texts.trashPurgeConfirm, Modifier.testTag("purge-now")) { handle(JournalAction.ConfirmPurge) }
    }
}

/** Where words may be left after they were deleted for good. */
@Composable
private fun StillIn(purged: Purged, handle: (Action) -> Unit) {
    if (purged.stillIn.isEmpty()) return
    val texts = LocalTexts.current
    val dates = LocalDates.current
    PaperCard(Modifier.testTag("still-in"), colour = calm()) {
        OnCalm(texts.trashStillInTitle, heading = true)
        OnCalm(texts.trashStillIn(purged.stillIn.map { dates.day(it.takenOn) }.distinct().joinToString(" · ")))
        OutlinedAction(texts.trashStillInAction, Modifier.testTag("to-copies")) { handle(Action.Go(Place.Copies)) }
    }
}
