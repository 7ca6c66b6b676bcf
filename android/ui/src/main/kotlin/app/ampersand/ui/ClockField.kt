/** Fields for numbers and times of the day. They take what is typed as it is; whether it is a number that fits, the core says. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextRange
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.text.input.TextFieldValue

private val NUMBERS = KeyboardOptions(keyboardType = KeyboardType.Number)

@Composable
fun NumberField(text: String, label: String, tag: String, hint: String? = null, onChange: (String) -> Unit) =
    LineField(text, label, tag, hint, NUMBERS, onChange = onChange)

/** [label] says which time it is. */
@Composable
fun ClockField(label: String, time: ClockForm, tag: String, onChange: (ClockForm) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    val texts = LocalTexts.current
    Subheading(label)
    Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(step * 3), verticalAlignment = Alignment.Bottom) {
        Half(texts.remindersHour, label, time.hour, "$tag-hour", Modifier.weight(1f)) { onChange(time.copy(hour = it)) }
        Half(texts.remindersMinute, label, time.minute, "$tag-minute", Modifier.weight(1f)) { onChange(time.copy(minute = it)) }
    }
}

@Composable
private fun Half(part: String, label: String, text: String, tag: String, modifier: Modifier, onChange: (String) -> Unit) = Column(modifier, verticalArrangement = Arrangement.spacedBy(step)) {
    val spoken = LocalTexts.current.a11yRemindersPart(label, part)
    var value by remember { mutableStateOf(TextFieldValue(text, TextRange(text.length))) }
    if (value.text != text) value = TextFieldValue(text, TextRange(text.length))
    Soft(part)
    OutlinedTextField(
        value,
        onValueChange = {
            value = it
            if (it.text != text) onChange(it.text)
        },
        singleLine = true,
        shape = MaterialTheme.shapes.medium,
        keyboardOptions = NUMBERS,
        modifier = Modifier.fillMaxWidth().semantics { contentDescription = spoken }.testTag(tag),
    )
}

/** Times that many choose, one tap each; [other] is the one that is typed instead. */
internal val USUAL_TIMES = listOf("08:00", "12:30", "18:00", "20:00", "21:30")

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun UsualTimes(chosen: String?, onChoose: (String) -> Unit) = FlowRow(
    Modifier.selectableGroup(),
    horizontalArrangement = Arrangement.spacedBy(step * 2),
    verticalArrangement = Arrangement.spacedBy(step * 2),
) {
    val dates = LocalDates.current
    USUAL_TIMES.forEach { time -> OneOf(dates.time(time), chosen == time, Modifier.testTag("usual-${time.substringBefore(':')}")) { onChoose(time) } }
}
