/** Parts that several pages of [LifePlace] are put together from: a choice in a row, the question before something goes. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.FlowRowScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics

/** Things in a row that go on in a next one where there is no room. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
internal fun Flow(modifier: Modifier = Modifier, content: @Composable FlowRowScope.() -> Unit) =
    FlowRow(modifier, horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2), content = content)

/** One of a few short ones. */
@Composable
internal fun <T> PickOne(label: String, all: List<T>, chosen: T?, tag: String, name: (T) -> String, onPick: (T) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
    Subheading(label)
    Flow(Modifier.selectableGroup()) { all.forEach { OneOf(name(it), it == chosen, Modifier.testTag("$tag-${it.toString().lowercase()}")) { onPick(it) } } }
}

/** Something that can be ticked or not, with a line to it; the whole row is the box. The tick is a sign, not only another colour. */
@Composable
internal fun Ticked(text: String, note: String?, on: Boolean, tag: String, hint: String, onChange: (Boolean) -> Unit) = Row(
    Modifier.fillMaxWidth().clip(MaterialTheme.shapes.small).toggleable(on, role = Role.Checkbox, onValueChange = onChange)
        .semantics { onClick(label = hint, action = null) }
        .defaultMinSize(minHeight = touch).padding(vertical = step * 2).testTag(tag),
    verticalAlignment = Alignment.CenterVertically,
    horizontalArrangement = Arrangement.spacedBy(step * 3),
) {
    Column(Modifier.weight(1f)) {
        Body(text)
        note?.let { Soft(it) }
    }
    ChoiceMark(on)
}

/** The question before something goes for good, in the place of what it is about. */
@Composable
internal fun SureToDelete(title: String, body: String, keep: String, delete: String, onKeep: () -> Unit, onDelete: () -> Unit) {
    Subheading(title)
    Body(body)
    Flow {
        OutlinedAction(keep, Modifier.testTag("keep")) { onKeep() }
        TextAction(delete, Modifier.testTag("delete-now")) { onDelete() }
    }
}
