/** What comes next, and what does not and why: told before anything is saved, and in the list as it stands. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.PreviewDrop
import app.ampersand.core.PreviewFire
import app.ampersand.core.RuleId

/** At most fourteen fires, as the core gives them. [labels] are the names of somebody's own reminders, one that is not saved yet among them. */
@Composable
fun PreviewCard(
    state: State,
    title: String,
    fires: List<PreviewFire>,
    dropped: List<PreviewDrop>,
    handle: (Action) -> Unit,
    labels: Map<RuleId, String> = state.reminders.labels,
) = PaperCard(Modifier.testTag("preview")) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Subheading(title)
    if (fires.isEmpty()) {
        Body(texts.remindersPreviewNone, Modifier.testTag("no-fires"))
    } else {
        Soft(texts.remindersPreviewBody)
        fires.forEach { fire ->
            Column(Modifier.padding(vertical = step / 2).semantics(mergeDescendants = true) {}.testTag("fire")) {
                Body(texts.moment(fire, dates))
                Soft(texts.what(fire, labels, dates))
            }
        }
    }
    if (dropped.isNotEmpty()) {
        Disclosure(texts.remindersDroppedTitle, Fold.Dropped in state.unfolded, onToggle = { handle(Action.Toggle(Fold.Dropped)) }) {
            dropped.forEach { drop -> Soft(texts.dropped(drop, labels, dates), Modifier.padding(vertical = step / 2).testTag("dropped")) }
        }
    }
}

/**
 * What will not work, or why it would not be taken ([refused]). Read aloud when it comes; nobody is kept from saving but by the core. [title] is
 * another one where there is nothing to save.
 */
@Composable
fun ProblemsCard(problems: List<String>, title: String? = null, refused: Trouble? = null) {
    val texts = LocalTexts.current
    if (problems.isEmpty() && refused == null) return
    PaperCard(Modifier.testTag("problems"), colour = calm()) {
        Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }, verticalArrangement = Arrangement.spacedBy(step * 2)) {
            OnCalm(title ?: texts.remindersProblemsTitle, heading = true)
            if (refused != null) {
                OnCalm(texts.body(refused))
            } else {
                problems.forEach { OnCalm(it) }
                if (title == null) OnCalm(texts.remindersProblemsNote)
            }
        }
    }
}
