/** The pages for when there is nothing else to show: opening, loading, a page that did not come, a vault that stays shut. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp

@Composable
fun OpeningScreen(state: State, handle: (Action) -> Unit) = Page(state, handle, spoken = LocalTexts.current.statusOpening) { Quiet(LocalTexts.current.statusOpening) }

@Composable
fun LoadingScreen(state: State, handle: (Action) -> Unit) = Page(state, handle, spoken = LocalTexts.current.a11yLoading) { Quiet(LocalTexts.current.statusLoading) }

/** A page whose content did not come. The way back and help are where they always are. */
@Composable
fun FailedScreen(state: State, trouble: Trouble, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state.copy(trouble = null), handle, spoken = texts.title(trouble), below = { FilledAction(texts.statusRetry) { handle(Action.Retry) } }) { Explained(trouble) }
}

/** The vault could not be opened. Nothing was changed by trying; help needs no vault. */
@Composable
fun ShutScreen(state: State, why: Trouble, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val again = if (why.kind == TroubleKind.LOCKED) texts.statusUnlock else texts.statusRetry
    Page(state, handle, spoken = texts.title(why), below = { FilledAction(again) { handle(Action.Start) } }) {
        Mark(Modifier.padding(top = step * 10))
        Explained(why)
        if (why.kind == TroubleKind.DAMAGED) OutlinedAction(texts.statusDamagedLook, Modifier.testTag("look")) { handle(GuardAction.LookWhatIsLeft) }
    }
}

@Composable
private fun Explained(trouble: Trouble) {
    val texts = LocalTexts.current
    Column(
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        verticalArrangement = Arrangement.spacedBy(step * 3),
    ) {
        Title(texts.title(trouble))
        Body(texts.body(trouble))
    }
}

@Composable
private fun Quiet(words: String) = Column(
    Modifier.fillMaxWidth().padding(top = step * 30).semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite },
    horizontalAlignment = Alignment.CenterHorizontally,
    verticalArrangement = Arrangement.spacedBy(step * 4),
) {
    Icon(Marks.ampersand, null, Modifier.size(56.dp), tint = MaterialTheme.colorScheme.primary)
    Soft(words)
}

/** The sign of the app. */
@Composable
fun Mark(modifier: Modifier = Modifier) {
    val name = LocalTexts.current.a11yMark
    Icon(Marks.ampersand, null, modifier.size(56.dp).semantics { contentDescription = name }, tint = MaterialTheme.colorScheme.primary)
}
