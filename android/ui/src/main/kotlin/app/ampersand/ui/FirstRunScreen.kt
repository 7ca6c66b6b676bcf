/** The first minute: what this is, what it is not, a name if somebody likes. */
package app.ampersand.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.unit.dp

@Composable
fun FirstRunScreen(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, below = { FilledAction(texts.firstRunBegin, Modifier.testTag("begin")) { handle(Action.FinishFirstRun) } }) {
        Mark()
        Title(texts.firstRunTitle)
        Body(texts.firstRunWhat)
        PaperCard {
            Subheading(texts.firstRunPrivateTitle)
            Body(texts.firstRunPrivateBody)
        }
        PaperCard {
            Subheading(texts.firstRunNotTitle)
            listOf(texts.firstRunNotRead, texts.firstRunNotDanger, texts.firstRunNotHidden, texts.firstRunNotLabel).forEach { Point(it) }
        }
        FirstReminder(state, handle)
        NameField(state.name.orEmpty(), texts.firstRunNameLabel, texts.firstRunNameHint, handle)
    }
}

/** One line of a list. */
@Composable
fun Point(text: String) = Row(horizontalArrangement = Arrangement.spacedBy(step * 3)) {
    Box(Modifier.padding(top = step * 2).size(6.dp).clip(CircleShape).background(MaterialTheme.colorScheme.secondary))
    Body(text, Modifier.weight(1f))
}

/** The label stands above the field and not in its edge, so that it may be long and large. */
@Composable
fun NameField(name: String, label: String, hint: String, handle: (Action) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    Subheading(label)
    OutlinedTextField(
        value = name,
        onValueChange = { handle(Action.NameTyped(it)) },
        singleLine = true,
        shape = MaterialTheme.shapes.medium,
        keyboardOptions = KeyboardOptions(capitalization = KeyboardCapitalization.Words),
        supportingText = { Soft(hint) },
        modifier = Modifier.fillMaxWidth().semantics { contentDescription = label }.testTag("name"),
    )
}
