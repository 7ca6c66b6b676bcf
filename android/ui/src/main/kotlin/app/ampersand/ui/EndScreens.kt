/** When a vault is damaged, and what can be brought back; and erasing everything, which nobody does by one tap. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.RecoverFrom
import app.ampersand.core.Recovered
import app.ampersand.core.RecoveryOffer
import app.ampersand.core.SnapshotKind

/** Each way says what it brings back and what not; the damaged file is kept in all of them. */
@Composable
fun DamagedScreen(state: State, offer: RecoveryOffer, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Page(state, handle, texts.recoveryTitle, below = { TextAction(texts.commonNotNow) { handle(Action.Start) } }) {
        Body(if (offer.fileReadable || offer.snapshots.isNotEmpty()) texts.recoveryBody else texts.recoveryNone)
        PaperCard {
            if (offer.fileReadable) {
                OutlinedAction(texts.recoveryFromFile, Modifier.testTag("from-file")) { handle(GuardAction.Recover(RecoverFrom.FILE)) }
                Soft(texts.recoveryFromFileHint)
            } else {
                Body(texts.recoveryFromFileNot)
            }
        }
        PaperCard {
            if (offer.snapshots.isEmpty()) Body(texts.recoveryNoCopies)
            offer.snapshots.forEach { copy ->
                val day = dates.day(copy.takenOn)
                when (copy.kind) {
                    SnapshotKind.DAILY -> OutlinedAction(texts.recoveryFromDaily(day), Modifier.testTag("from-daily")) { handle(GuardAction.Recover(RecoverFrom.DAILY)) }
                    SnapshotKind.WEEKLY -> OutlinedAction(texts.recoveryFromWeekly(day), Modifier.testTag("from-weekly")) { handle(GuardAction.Recover(RecoverFrom.WEEKLY)) }
                }
            }
            if (offer.snapshots.isNotEmpty()) Soft(texts.recoveryFromCopyHint)
        }
    }
}

@Composable
fun BroughtScreen(state: State, back: Recovered, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.recoveryDoneTitle, below = { FilledAction(texts.recoveryOpen, Modifier.testTag("open")) { handle(Action.Start) } }) {
        Body(texts.recoveryDoneRows(back.rows.toInt()))
        Body(if (back.lostTables.isEmpty()) texts.recoveryDoneWhole else texts.recoveryDonePart)
        back.movedAside.forEach { Soft(texts.recoveryKeptAs(it)) }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun EraseScreen(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.eraseTitle) {
        Body(texts.eraseBody)
        PaperCard {
            Subheading(texts.eraseReachTitle)
            listOf(texts.eraseReachCopies, texts.eraseReachKeyboard, texts.eraseReachSeen, texts.eraseReachApp).forEach { Point(it) }
        }
        if (state.guard.erasing) {
            PaperCard {
                Subheading(texts.eraseConfirmTitle)
                Body(texts.eraseConfirmBody)
                FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
                    OutlinedAction(texts.eraseCancel) { handle(GuardAction.CancelErase) }
                    TextAction(texts.eraseConfirm, Modifier.testTag("erase-now")) { handle(GuardAction.ConfirmErase) }
                }
            }
        } else {
            OutlinedAction(texts.eraseGoOn, Modifier.testTag("erase")) { handle(GuardAction.AskErase) }
        }
    }
}

@Composable
fun ErasedScreen(state: State, whole: Boolean, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val title = if (whole) texts.eraseDoneTitle else texts.eraseUnfinishedTitle
    // to open is to finish it first
    val next = if (whole) texts.firstRunBegin else texts.eraseFinish
    Page(state, handle, spoken = title, below = { FilledAction(next, Modifier.testTag("begin-anew")) { handle(Action.Start) } }) {
        Mark(Modifier.padding(top = step * 10))
        Title(title)
        Body(if (whole) texts.eraseDoneBody else texts.eraseUnfinishedBody)
    }
}
