/** The lock screen. It says nothing of what it guards but that it is locked; help is there as everywhere. */
package app.ampersand.ui

import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics

private const val SECOND = 1_000L
private const val MINUTE = 60 * SECOND

@Composable
fun UnlockScreen(state: State, locked: VaultState.Locked, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val waits = (locked.lock?.waitMs ?: 0L) > 0L
    val ready = !waits && !locked.opening
    Page(
        state,
        handle,
        spoken = texts.lockTitle,
        below = if (!ready) null else ({ FilledAction(texts.lockOpen, Modifier.testTag("unlock")) { handle(GuardAction.Unlock) } }),
    ) {
        Mark(Modifier.padding(top = step * 10))
        Title(texts.lockTitle)
        if (locked.away) Body(texts.lockAway)
        said(texts, locked)?.let { words -> Body(words, Modifier.semantics { liveRegion = LiveRegionMode.Polite }.testTag("lock-says")) }
        if (ready) {
            PassphraseField(state.guard.unlock, texts.lockField, "passphrase", done = { handle(GuardAction.Unlock) }) { handle(GuardAction.UnlockTyped(it)) }
        }
        Disclosure(texts.lockForgot, Fold.Forgot in state.unfolded, onToggle = { handle(Action.Toggle(Fold.Forgot)) }) {
            Subheading(texts.lockForgotTitle)
            Body(texts.lockForgotBody)
            Body(texts.lockForgotKeep)
        }
    }
}

private fun said(texts: Texts, locked: VaultState.Locked): String? {
    val wait = locked.lock?.waitMs ?: 0L
    return when {
        locked.opening -> texts.lockOpening
        wait > MINUTE -> texts.lockWaitMinutes(upwards(wait, MINUTE))
        wait > 0 -> texts.lockWaitSeconds(upwards(wait, SECOND))
        locked.wrong -> texts.lockWrong
        locked.waited -> texts.lockWaitOver
        else -> null
    }
}

/** [ms] in whole units, of which the last one is begun. */
private fun upwards(ms: Long, unit: Long): Int = ((ms + unit - 1) / unit).toInt()
