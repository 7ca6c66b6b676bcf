/** What the pages are put together from: words, cards, buttons, choices. Each says to a screen reader what it is and how it stands. */
package app.ampersand.ui

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp

@Composable
fun Title(text: String) = Unbroken(text, Modifier.padding(bottom = step).semantics { heading() }, MaterialTheme.typography.headlineSmall)

@Composable
fun Section(text: String, modifier: Modifier = Modifier) = Unbroken(text, modifier.semantics { heading() }, MaterialTheme.typography.titleLarge)

/** The heading inside a card. */
@Composable
fun Subheading(text: String) = Text(text, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)

@Composable
fun Body(text: String, modifier: Modifier = Modifier) = Text(text, modifier, style = MaterialTheme.typography.bodyLarge)

/** What stands beside the thing itself: hints, dates, counts. */
@Composable
fun Soft(text: String, modifier: Modifier = Modifier, colour: Color = LocalInks.current.soft) =
    Text(text, modifier.widthIn(max = measure(Look.Size.small)), color = colour, style = MaterialTheme.typography.bodyMedium)

@Composable
fun PaperCard(modifier: Modifier = Modifier, colour: Color = MaterialTheme.colorScheme.surface, content: @Composable ColumnScope.() -> Unit) = Column(
    modifier.fillMaxWidth().clip(MaterialTheme.shapes.large).background(colour).padding(margin),
    verticalArrangement = Arrangement.spacedBy(step * 2),
    content = content,
)

/** The one filled button of a screen. */
@Composable
fun FilledAction(text: String, modifier: Modifier = Modifier, onClick: () -> Unit) = Box(Modifier.testTag("filled")) {
    Button(
        onClick,
        modifier.fillMaxWidth().defaultMinSize(minHeight = touch + step * 2),
        contentPadding = PaddingValues(horizontal = margin, vertical = step * 3),
    ) { Text(text, textAlign = TextAlign.Center) }
}

@Composable
fun OutlinedAction(text: String, modifier: Modifier = Modifier, hint: String? = null, onClick: () -> Unit) = OutlinedButton(
    onClick,
    modifier.defaultMinSize(minHeight = touch).semantics { hint?.let { onClick(label = it, action = null) } },
    colors = ButtonDefaults.outlinedButtonColors(contentColor = MaterialTheme.colorScheme.primary),
    border = BorderStroke(1.dp, LocalInks.current.outline),
    contentPadding = PaddingValues(horizontal = margin, vertical = step * 2),
) { Text(text, textAlign = TextAlign.Center) }

@Composable
fun TextAction(text: String, modifier: Modifier = Modifier, hint: String? = null, onClick: () -> Unit) = TextButton(
    onClick,
    modifier.defaultMinSize(minWidth = touch, minHeight = touch).semantics { hint?.let { onClick(label = it, action = null) } },
    contentPadding = PaddingValues(horizontal = step * 3, vertical = step * 2),
) { Text(text, textAlign = TextAlign.Center) }

/** One of several, of which one holds. The chosen one carries a tick, not only another colour. */
@Composable
fun Choice(text: String, chosen: Boolean, modifier: Modifier = Modifier, hint: String? = null, note: String? = null, onClick: () -> Unit) {
    val colours = MaterialTheme.colorScheme
    val shape = MaterialTheme.shapes.medium
    Row(
        modifier.fillMaxWidth().clip(shape)
            .background(if (chosen) colours.primaryContainer else colours.surface)
            .border(1.dp, if (chosen) colours.primary else LocalInks.current.outline, shape)
            .selectable(chosen, role = Role.RadioButton, onClick = onClick)
            .semantics { hint?.let { onClick(label = it, action = null) } }
            .defaultMinSize(minHeight = touch + step * 2)
            .padding(horizontal = step * 4, vertical = step * 3),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(step * 3),
    ) {
        Column(Modifier.weight(1f)) {
            val ink = if (chosen) colours.onPrimaryContainer else colours.onSurface
            Text(text, color = ink, style = if (chosen) MaterialTheme.typography.titleMedium else MaterialTheme.typography.bodyLarge)
            note?.let { Soft(it, colour = if (chosen) ink else LocalInks.current.soft) }
        }
        ChoiceMark(chosen)
    }
}

@Composable
internal fun ChoiceMark(chosen: Boolean) {
    val colours = MaterialTheme.colorScheme
    val round = Modifier.size(24.dp).clip(CircleShape)
    if (chosen) {
        Box(round.background(colours.primary), contentAlignment = Alignment.Center) {
            Icon(Marks.tick, null, Modifier.size(16.dp), tint = colours.onPrimary)
        }
    } else {
        Box(round.border(1.5.dp, LocalInks.current.outline, CircleShape))
    }
}

/** A small mark that can be set or not, such as a tag. */
@Composable
fun Chip(text: String, chosen: Boolean, modifier: Modifier = Modifier, hint: String? = null, onChange: (Boolean) -> Unit) = Pill(
    text,
    chosen,
    modifier.toggleable(chosen, role = Role.Checkbox, onValueChange = onChange).semantics { hint?.let { onClick(label = it, action = null) } },
)

/** One of a few short ones that stand in a row. */
@Composable
fun OneOf(text: String, chosen: Boolean, modifier: Modifier = Modifier, onClick: () -> Unit) =
    Pill(text, chosen, modifier.selectable(chosen, role = Role.RadioButton, onClick = onClick))

/** A short thing to do that stands among others in a row. */
@Composable
fun Act(text: String, modifier: Modifier = Modifier, hint: String? = null, onClick: () -> Unit) =
    Pill(text, false, modifier.clickable(onClickLabel = hint, role = Role.Button, onClick = onClick))

@Composable
private fun Pill(text: String, chosen: Boolean, behaviour: Modifier) {
    val colours = MaterialTheme.colorScheme
    Row(
        Modifier.clip(CircleShape)
            .background(if (chosen) colours.primaryContainer else Color.Transparent)
            .border(1.dp, if (chosen) colours.primary else LocalInks.current.outline, CircleShape)
            .then(behaviour)
            .defaultMinSize(minWidth = touch * 1.5f, minHeight = touch)
            .padding(horizontal = step * 4, vertical = step * 2),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(step * 2, Alignment.CenterHorizontally),
    ) {
        if (chosen) Icon(Marks.tick, null, Modifier.size(16.dp), tint = colours.onPrimaryContainer)
        Text(text, color = if (chosen) colours.onPrimaryContainer else colours.onBackground)
    }
}

/** The colour of a card that holds somebody: the care text, the choice between areas. */
@Composable
fun calm(): Color = MaterialTheme.colorScheme.primaryContainer

@Composable
fun OnCalm(text: String, heading: Boolean = false) = Text(
    text,
    if (heading) Modifier.semantics { heading() } else Modifier,
    color = MaterialTheme.colorScheme.onPrimaryContainer,
    style = if (heading) MaterialTheme.typography.titleMedium else MaterialTheme.typography.bodyLarge,
)

/** On or off, with words to it; the whole row is the switch. */
@Composable
fun SwitchRow(text: String, note: String?, on: Boolean, modifier: Modifier = Modifier, onChange: (Boolean) -> Unit) {
    val texts = LocalTexts.current
    Row(
        modifier.fillMaxWidth().clip(MaterialTheme.shapes.small)
            .toggleable(on, role = Role.Switch, onValueChange = onChange)
            .semantics { stateDescription = if (on) texts.a11yOn else texts.a11yOff }
            .defaultMinSize(minHeight = touch).padding(vertical = step * 2),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(step * 4),
    ) {
        Column(Modifier.weight(1f)) {
            Body(text)
            note?.let { Soft(it) }
        }
        Switch(on, onCheckedChange = null)
    }
}

/** Something folded away, and the row that unfolds it. [heading] where the row names a part of the page. */
@Composable
fun Disclosure(
    text: String,
    open: Boolean,
    onToggle: () -> Unit,
    hint: String? = null,
    heading: Boolean = false,
    content: @Composable ColumnScope.() -> Unit,
) = Column {
    val texts = LocalTexts.current
    val colours = MaterialTheme.colorScheme
    Row(
        Modifier.fillMaxWidth().clip(MaterialTheme.shapes.small)
            .clickable(onClickLabel = hint, role = Role.Button, onClick = onToggle)
            .semantics {
                stateDescription = if (open) texts.a11yExpanded else texts.a11yCollapsed
                if (heading) heading()
            }
            .defaultMinSize(minHeight = touch),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(step * 2),
    ) {
        Text(
            text,
            Modifier.weight(1f),
            color = if (heading) colours.onBackground else colours.primary,
            style = if (heading) MaterialTheme.typography.titleMedium else MaterialTheme.typography.labelLarge,
        )
        Icon(if (open) Marks.fold else Marks.unfold, null, Modifier.size(20.dp), tint = if (heading) LocalInks.current.soft else colours.primary)
    }
    if (open) Column(Modifier.padding(bottom = step * 2), verticalArrangement = Arrangement.spacedBy(step * 2), content = content)
}

/** A row that leads to another page. */
@Composable
fun LinkRow(text: String, modifier: Modifier = Modifier, note: String? = null, hint: String? = null, onClick: () -> Unit) = Row(
    modifier.fillMaxWidth().clip(MaterialTheme.shapes.small).clickable(onClickLabel = hint, role = Role.Button, onClick = onClick)
        .defaultMinSize(minHeight = touch).padding(vertical = step * 2),
    verticalAlignment = Alignment.CenterVertically,
    horizontalArrangement = Arrangement.spacedBy(step * 2),
) {
    Column(Modifier.weight(1f)) {
        Body(text)
        note?.let { Soft(it) }
    }
    Icon(Marks.onward, null, Modifier.size(20.dp), tint = LocalInks.current.soft)
}

/** What was just done, with a way back where there is one; read aloud when it comes. */
@Composable
fun SaidNote(said: Said, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("said"), colour = calm()) {
    val texts = LocalTexts.current
    Column(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) { OnCalm(texts.said(said)) }
    if (said is Said.MovedToTrash) OutlinedAction(texts.journalPutBack, Modifier.testTag("put-back")) { handle(JournalAction.PutBack(said.ids)) }
}

/** What went wrong with the last thing asked, above what the page had before; read aloud at once. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun TroubleNote(trouble: Trouble, handle: (Action) -> Unit) = PaperCard(colour = MaterialTheme.colorScheme.secondaryContainer) {
    val texts = LocalTexts.current
    val ink = MaterialTheme.colorScheme.onSecondaryContainer
    Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Assertive }, verticalArrangement = Arrangement.spacedBy(step * 2)) {
        Text(texts.title(trouble), color = ink, style = MaterialTheme.typography.titleMedium)
        Text(texts.body(trouble), color = ink)
    }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step)) {
        if (trouble.retryable) OutlinedAction(texts.commonRetry) { handle(Action.Retry) }
        TextAction(texts.commonClose) { handle(Action.DismissTrouble) }
    }
}
