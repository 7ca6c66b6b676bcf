/** A day, typed or picked. Whether it is one that can be taken, the core says. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.DatePicker
import androidx.compose.material3.DatePickerDefaults
import androidx.compose.material3.DatePickerDialog
import androidx.compose.material3.DatePickerState
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.Density
import app.ampersand.core.CivilDate

/** A day as the core writes it. The [offered] ones are a tap each, any other is in the calendar or typed. [none] where there may be no day. */
@Composable
internal fun DayField(text: String, label: String, tag: String, offered: List<CivilDate> = emptyList(), none: String? = null, onChange: (String) -> Unit) =
    Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
        val texts = LocalTexts.current
        val dates = LocalDates.current
        LineField(text, label, tag, texts.dayForm, onChange = onChange)
        if (offered.isNotEmpty() || none != null) {
            Flow(Modifier.selectableGroup()) {
                none?.let { OneOf(it, text.isBlank(), Modifier.testTag("$tag-none")) { onChange("") } }
                offered.forEachIndexed { at, day -> OneOf(dates.day(day), text == day, Modifier.testTag("$tag-$at")) { onChange(day) } }
            }
        }
        var open by remember { mutableStateOf(false) }
        TextAction(texts.dayCalendar, Modifier.testTag("$tag-calendar")) { open = true }
        if (open) {
            Calendar(text, offered.firstOrNull(), onClose = { open = false }) {
                open = false
                onChange(it)
            }
        }
    }

/** Shows the month of the day in [text], where that is one, else of [near]. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
private fun Calendar(text: String, near: CivilDate?, onClose: () -> Unit, onPick: (CivilDate) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    // Not `rememberDatePickerState`: that one hands what is picked to the system to keep.
    val state = remember { DatePickerState(dates.locale, dates.utcMidnight(text), dates.utcMidnight(text) ?: near?.let(dates::utcMidnight), Dates.YEARS) }
    val paper = DatePickerDefaults.colors(containerColor = MaterialTheme.colorScheme.surface)
    DatePickerDialog(
        onDismissRequest = onClose,
        confirmButton = {
            state.selectedDateMillis?.let(dates::dayOf)?.let { day -> TextAction(texts.dayTake, Modifier.testTag("take-day")) { onPick(day) } }
        },
        dismissButton = { TextAction(texts.dayKeep, Modifier.testTag("keep-day"), onClick = onClose) },
        colors = paper,
    ) {
        val density = LocalDensity.current
        // Its days have a fixed size: larger figures would be cut to their first.
        CompositionLocalProvider(LocalDensity provides Density(density.density, density.fontScale.coerceAtMost(LARGEST_FIGURES))) {
            DatePicker(state, title = null, headline = null, showModeToggle = false, colors = paper)
        }
    }
}

/** Of the size that they are drawn in otherwise. */
private const val LARGEST_FIGURES = 1.4f
