/** An entry in a list, as something to open or to mark. */
package app.ampersand.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.EntrySummary

@Composable
fun EntryRow(entry: EntrySummary, modifier: Modifier = Modifier, open: () -> Unit) = Sheet(
    modifier.testTag("entry"),
    Modifier.clickable(onClickLabel = LocalTexts.current.a11yOpenEntry, role = Role.Button, onClick = open),
) { Summary(entry) }

/** The same, to be marked. A marked one carries a tick, not only another colour. */
@Composable
fun MarkedRow(entry: EntrySummary, marked: Boolean, onChange: (Boolean) -> Unit) {
    val hint = LocalTexts.current.a11ySelectHint
    Sheet(
        Modifier.testTag("mark"),
        Modifier.toggleable(marked, role = Role.Checkbox, onValueChange = onChange).semantics { onClick(label = hint, action = null) },
        marked,
    ) {
        Row(horizontalArrangement = Arrangement.spacedBy(step * 3)) {
            Column(Modifier.weight(1f), verticalArrangement = Arrangement.spacedBy(step)) { Summary(entry, marked) }
            ChoiceMark(marked)
        }
    }
}

@Composable
internal fun Sheet(modifier: Modifier, behaviour: Modifier, marked: Boolean = false, content: @Composable ColumnScope.() -> Unit) = Column(
    modifier.fillMaxWidth().clip(MaterialTheme.shapes.large)
        .background(if (marked) MaterialTheme.colorScheme.primaryContainer else MaterialTheme.colorScheme.surface)
        .then(behaviour).defaultMinSize(minHeight = touch).padding(margin),
    verticalArrangement = Arrangement.spacedBy(step),
    content = content,
)

@Composable
private fun Summary(entry: EntrySummary, marked: Boolean = false) {
    val texts = LocalTexts.current
    val ink = if (marked) MaterialTheme.colorScheme.onPrimaryContainer else MaterialTheme.colorScheme.onSurface
    val soft = if (marked) ink else LocalInks.current.soft
    Soft(texts.heading(entry, LocalDates.current), colour = soft)
    entry.title?.let { Text(it, color = ink, style = MaterialTheme.typography.titleMedium) }
    if (entry.excerpt.isNotEmpty()) Text(entry.excerpt, color = ink) else Text(texts.journalNoWords, color = soft)
    texts.particulars(entry)?.let { Soft(it, colour = soft) }
}

/** The day, and what sets this entry apart among others. */
internal fun Texts.heading(entry: EntrySummary, dates: Dates): String =
    listOfNotNull(dates.day(entry.day), journalStarred.takeIf { entry.starred }).joinToString(" · ")

/** Words, mood, feelings and tags, in a line. */
private fun Texts.particulars(entry: EntrySummary): String? = listOfNotNull(
    journalWords(entry.words.toInt()).takeIf { entry.words > 0u },
    entry.mood?.let { entryMood(mood(it)) },
    entry.feelings.takeIf { it.isNotEmpty() }?.joinToString { feeling(it) },
    entry.tags.takeIf { it.isNotEmpty() }?.joinToString(" ") { "#$it" },
).takeIf { it.isNotEmpty() }?.joinToString(" · ")
