/** The first run's question for a time of the daily check-in. Nothing is set unless somebody taps a time. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun FirstReminder(state: State, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("first-reminder")) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val first = state.reminders.first
    val other = state.reminders.firstOther
    Subheading(texts.firstRunReminderTitle)
    Body(texts.firstRunReminderBody)
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        OneOf(texts.firstRunReminderSkip, first == null, Modifier.testTag("no-reminder")) { handle(ReminderAction.First(null)) }
        USUAL_TIMES.forEach { time ->
            OneOf(dates.time(time), !other && first == clockForm(time), Modifier.testTag("usual-${time.substringBefore(':')}")) { handle(ReminderAction.First(clockForm(time))) }
        }
        OneOf(texts.firstRunReminderOther, other, Modifier.testTag("other-time")) { handle(ReminderAction.First(first ?: ClockForm(), other = true)) }
    }
    if (other && first != null) ClockField(texts.remindersTime, first, "first") { handle(ReminderAction.First(it, other = true)) }
    if (first != null) Soft(texts.firstRunReminderPermission)
}
