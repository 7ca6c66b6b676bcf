/** An entry's earlier texts, and how the text of now differs from one of them. Bringing one back puts the text of now among them. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.DiffKind
import app.ampersand.core.DiffPiece
import app.ampersand.core.EntryHistory
import app.ampersand.core.RevisionKind
import app.ampersand.core.RevisionView

@Composable
fun HistoryScreen(state: State, history: EntryHistory, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Page(state, handle, texts.historyTitle) {
        Soft(texts.historyRule)
        if (history.revisions.isEmpty()) Body(texts.historyEmpty)
        PaperCard { LinkRow(texts.historyNow, Modifier.testTag("now"), hint = texts.a11yOpenEntry) { handle(Action.Back) } }
        history.revisions.forEach { earlier ->
            val moment = dates.moment(earlier.savedAt)
            PaperCard {
                LinkRow(
                    when (earlier.kind) {
                        RevisionKind.SAVED -> texts.historySaved(moment)
                        RevisionKind.DISCARDED -> texts.historyDiscarded(moment)
                    },
                    Modifier.testTag("revision"),
                    note = texts.historyWords(earlier.words.toInt()),
                    hint = texts.a11yOpenRevision(moment),
                ) { handle(Action.Go(Place.Earlier(history.entry, earlier.revision))) }
                if (earlier.excerpt.isNotEmpty()) Soft(earlier.excerpt)
            }
        }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun EarlierScreen(state: State, earlier: RevisionView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val whole = Fold.WholeText in state.unfolded
    Page(state, handle, texts.historyRevisionTitle(LocalDates.current.moment(earlier.savedAt))) {
        if (earlier.difference.nothingChanged()) Body(texts.historyNoDifference) else Difference(earlier)
        Disclosure(if (whole) texts.historyOnlyChanges else texts.historyWholeText, whole, onToggle = { handle(Action.Toggle(Fold.WholeText)) }) {
            earlier.content.title?.let { Subheading(it) }
            Body(earlier.content.body)
            Particulars(earlier.content)
        }
        PaperCard {
            if (state.journal.restoring) {
                Subheading(texts.historyRestoreTitle)
                Body(texts.historyRestoreBody)
                FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
                    OutlinedAction(texts.historyRestoreConfirm, Modifier.testTag("restore-now")) { handle(JournalAction.ConfirmRestore) }
                    TextAction(texts.historyRestoreCancel) { handle(JournalAction.CancelRestore) }
                }
            } else {
                OutlinedAction(texts.historyRestore, Modifier.testTag("restore")) { handle(JournalAction.AskRestore) }
            }
        }
    }
}

/** Struck out is what is gone since then, underlined what has come; a line says so to who sees it, and each piece to who hears it. */
@Composable
private fun Difference(earlier: RevisionView) = PaperCard {
    val texts = LocalTexts.current
    val removed = MaterialTheme.colorScheme.secondary
    val added = MaterialTheme.colorScheme.primary
    Subheading(texts.historyDifferenceTitle)
    val kinds = earlier.difference.map { it.kind }.toSet()
    val key = listOf(DiffKind.REMOVED to texts.historyRemoved, DiffKind.ADDED to texts.historyAdded).filter { it.first in kinds }
    key.forEach { (kind, words) -> Text(listOf(DiffPiece(kind, words)).drawn(removed, added), style = MaterialTheme.typography.bodyMedium) }
    val spoken = texts.spoken(earlier.difference)
    Text(
        earlier.difference.drawn(removed, added),
        Modifier.testTag("difference").semantics { contentDescription = spoken },
        style = MaterialTheme.typography.bodyLarge,
    )
}
