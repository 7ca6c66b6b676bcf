/** The reminders that a phone would show as notifications, below the app's window: a computer has no place of its own for them that can be relied on. */
package app.ampersand.preview

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.ampersand.core.FireOutcome
import app.ampersand.ui.Body
import app.ampersand.ui.Holder
import app.ampersand.ui.LocalTexts
import app.ampersand.ui.OutlinedAction
import app.ampersand.ui.TextAction
import app.ampersand.ui.Texts
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** How often the clock is looked at. */
private const val LOOK_MS = 5_000L

@Composable
internal fun NoticePanel(phone: DesktopReminders, holder: Holder) {
    var notices by remember { mutableStateOf(emptyList<FireOutcome.Show>()) }
    val scope = rememberCoroutineScope()
    LaunchedEffect(phone) {
        withContext(Dispatchers.IO) { phone.changed() }
        while (true) {
            withContext(Dispatchers.IO) { phone.tick() }
            notices = phone.notices
            delay(LOOK_MS)
        }
    }
    notices.forEach { notice ->
        Notice(
            notice,
            onOpen = { scope.launch { holder.openReminder(withContext(Dispatchers.IO) { phone.opened(notice.id) }) } },
            onLater = {
                scope.launch {
                    withContext(Dispatchers.IO) { phone.later(notice.id) }
                    notices = phone.notices
                }
            },
        )
    }
}

@Composable
private fun Notice(notice: FireOutcome.Show, onOpen: () -> Unit, onLater: () -> Unit) = Column(
    Modifier.fillMaxWidth().background(MaterialTheme.colorScheme.secondaryContainer).padding(16.dp),
) {
    val texts = LocalTexts.current
    Body(texts.notice(notice.copyKey))
    Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        OutlinedAction(texts.reminderActionOpen) { onOpen() }
        if (notice.laterAt != null) TextAction(texts.reminderActionLater) { onLater() }
    }
}

/** The text behind the core's key; one that is not known gives nothing away. */
internal fun Texts.notice(copyKey: String): String = when (copyKey) {
    "reminder.daily_check_in.plain" -> reminderDailyCheckInPlain
    "reminder.weekly_pulse.plain" -> reminderWeeklyPulsePlain
    "reminder.together.plain" -> reminderTogetherPlain
    "reminder.practice.plain" -> reminderPracticePlain
    "reminder.retest.plain" -> reminderRetestPlain
    "reminder.agreement.plain" -> reminderAgreementPlain
    "reminder.custom.plain" -> reminderCustomPlain
    "reminder.several.plain" -> reminderSeveralPlain
    else -> reminderSeveralDiscreet
}
