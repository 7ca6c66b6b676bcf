/**
 * Fields to type in. Each has its label above it and not in its edge, so that it may be long and large; the label is its name for a screen reader.
 * None of them keeps what is typed anywhere but in the state: a field that a system could save by itself would hand it out of the app.
 */
package app.ampersand.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextRange
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.text.input.TextFieldValue
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.Dp

/** How much of a page a text has at least, so that a finger finds it anywhere. */
internal val roomy: Dp = step * 60

/** What stands in a field, with its cursor. A text that comes from elsewhere, such as an undone step, puts the cursor behind what has changed in it. */
private fun TextFieldValue.became(text: String): TextFieldValue {
    if (text == this.text) return this
    val tail = this.text.commonSuffixWith(text).length.coerceAtMost(text.length - this.text.commonPrefixWith(text).length)
    return TextFieldValue(text, TextRange(text.length - tail))
}

/** A page to write on: no frame, only words. [hint] stands there until the first of them. */
@Composable
fun PaperField(
    text: String,
    label: String,
    hint: String,
    style: TextStyle,
    modifier: Modifier = Modifier,
    readOnly: Boolean = false,
    least: Dp = touch,
    options: KeyboardOptions = KeyboardOptions(capitalization = KeyboardCapitalization.Sentences),
    onChange: (String) -> Unit,
) {
    var value by remember { mutableStateOf(TextFieldValue(text, TextRange(text.length))) }
    value = value.became(text)
    val ink = LocalContentColor.current
    BasicTextField(
        value,
        onValueChange = {
            value = it
            if (it.text != text) onChange(it.text)
        },
        modifier = modifier.fillMaxWidth().defaultMinSize(minHeight = least).semantics { contentDescription = label },
        readOnly = readOnly,
        textStyle = style.copy(color = ink),
        cursorBrush = SolidColor(MaterialTheme.colorScheme.primary),
        keyboardOptions = options,
        decorationBox = { field ->
            Box(Modifier.fillMaxWidth()) {
                if (value.text.isEmpty()) Text(hint, style = style, color = LocalInks.current.soft)
                field()
            }
        },
    )
}

/** A line, in a frame. One that [wraps] shows all of a long one, and is still one line: a break becomes a space. */
@Composable
fun LineField(
    text: String,
    label: String,
    tag: String,
    hint: String? = null,
    options: KeyboardOptions = KeyboardOptions(),
    actions: KeyboardActions = KeyboardActions.Default,
    hidden: Boolean = false,
    wraps: Boolean = false,
    onChange: (String) -> Unit,
) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    Subheading(label)
    var value by remember { mutableStateOf(TextFieldValue(text, TextRange(text.length))) }
    value = value.became(text)
    OutlinedTextField(
        value,
        onValueChange = { typed ->
            val line = if (wraps) typed.copy(text = typed.text.replace('\n', ' ')) else typed
            value = line
            if (line.text != text) onChange(line.text)
        },
        singleLine = !wraps,
        shape = MaterialTheme.shapes.medium,
        keyboardOptions = options,
        keyboardActions = actions,
        visualTransformation = if (hidden) PasswordVisualTransformation() else VisualTransformation.None,
        supportingText = hint?.let { { Soft(it) } },
        modifier = Modifier.fillMaxWidth().semantics { contentDescription = label }.testTag(tag),
    )
}

/** A passphrase: a keyboard that is told not to learn from it, and dots until the person asks to see it. [done] is what the keyboard's own key does. */
@Composable
fun PassphraseField(text: String, label: String, tag: String, hint: String? = null, done: (() -> Unit)? = null, onChange: (String) -> Unit) {
    val texts = LocalTexts.current
    var shown by remember { mutableStateOf(false) }
    Column {
        LineField(
            text,
            label,
            tag,
            hint,
            KeyboardOptions(autoCorrectEnabled = false, keyboardType = KeyboardType.Password, imeAction = if (done == null) ImeAction.Next else ImeAction.Go),
            if (done == null) KeyboardActions.Default else KeyboardActions(onGo = { done() }),
            hidden = !shown,
            onChange = onChange,
        )
        TextAction(if (shown) texts.lockHide else texts.lockShow, Modifier.testTag("$tag-show"), if (shown) texts.a11yLockHideHint else texts.a11yLockShowHint) {
            shown = !shown
        }
    }
}
