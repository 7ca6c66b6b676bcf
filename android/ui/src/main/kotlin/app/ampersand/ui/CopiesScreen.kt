/** The safety copies beside the vault, what they are good for, and that they can hold words which were deleted since. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.SnapshotKind
import app.ampersand.core.SnapshotSummary
import app.ampersand.core.UpkeepProgress

@Composable
fun CopiesScreen(state: State, copies: List<SnapshotSummary>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Page(state, handle, texts.copiesTitle) {
        Body(texts.copiesAbout)
        state.guard.upkeep?.let { UpkeepCard(it, handle) }
        PaperCard {
            if (copies.isEmpty()) Body(texts.copiesNone)
            copies.forEach { copy ->
                val moment = dates.moment(copy.takenAt)
                Body(if (copy.kind == SnapshotKind.DAILY) texts.copiesDaily(moment) else texts.copiesWeekly(moment), Modifier.testTag("copy"))
            }
        }
        Soft(texts.copiesLocked)
        Soft(texts.copiesOldWords)
        if (copies.isNotEmpty()) Deleting(state.guard.deletingCopies, handle)
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Deleting(asked: Boolean, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (!asked) return TextAction(texts.copiesDelete, Modifier.testTag("delete-copies")) { handle(GuardAction.AskDeleteCopies) }
    PaperCard {
        Subheading(texts.copiesDeleteTitle)
        Body(texts.copiesDeleteBody)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
            OutlinedAction(texts.copiesDeleteCancel) { handle(GuardAction.CancelDeleteCopies) }
            TextAction(texts.copiesDeleteConfirm, Modifier.testTag("delete-copies-now")) { handle(GuardAction.ConfirmDeleteCopies) }
        }
    }
}

/** How far the tidying up is; it can be stopped, and goes on another time. */
@Composable
fun UpkeepCard(upkeep: UpkeepProgress, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("upkeep")) {
    val texts = LocalTexts.current
    val done = upkeep.done.toInt()
    val total = upkeep.total.toInt()
    Subheading(texts.upkeepTitle)
    Body(texts.upkeepBody)
    Column(verticalArrangement = Arrangement.spacedBy(step)) {
        Soft(texts.upkeepProgress(done, total), Modifier.semantics { contentDescription = texts.a11yUpkeep(done, total) })
        TextAction(texts.upkeepStop, Modifier.testTag("stop-upkeep")) { handle(GuardAction.StopUpkeep) }
    }
}
