/** The days of a month as a strip: the darker, the more was written. The same stands beside it in words, and as a list for who prefers one. */
package app.ampersand.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import app.ampersand.core.JournalView
import app.ampersand.core.MonthDay
import kotlin.math.roundToInt

private val stripHeight = 36.dp
private val gap = 2.dp
private val corner = 3.dp
private val todayLine = 2.dp

/** An empty day is only hinted at; one with a single entry stands between it and one with more. */
private const val FAINT = 0.14f
private const val HALF = 0.5f

@Composable
fun MonthStrip(view: JournalView, month: String, words: String) {
    val texts = LocalTexts.current
    val colours = MaterialTheme.colorScheme
    val inks = LocalInks.current
    Canvas(
        Modifier.fillMaxWidth().height(stripHeight).testTag("strip").semantics {
            contentDescription = texts.a11yMonthStrip(month)
            stateDescription = words
        },
    ) {
        val width = size.width / view.days.size
        view.days.forEachIndexed { at, day ->
            val colour = when (day.entries) {
                0u -> inks.hairline.copy(alpha = FAINT)
                1u -> colours.primary.copy(alpha = HALF)
                else -> colours.primary
            }
            val place = if (layoutDirection == LayoutDirection.Rtl) view.days.lastIndex - at else at
            cell(place * width, width, colour, today = if (day.day == view.today) colours.onSurface else null)
        }
    }
}

private fun DrawScope.cell(left: Float, width: Float, colour: Color, today: Color?) {
    val between = gap.toPx()
    val box = Size(width - between, size.height - between)
    val at = Offset(left + between / 2, between / 2)
    drawRoundRect(colour, at, box, CornerRadius(corner.toPx()))
    today?.let { drawRoundRect(it, at, box, CornerRadius(corner.toPx()), style = Stroke(todayLine.toPx())) }
}

/** The same day by day. One with entries leads to them. */
@Composable
fun DayRows(view: JournalView, handle: (Action) -> Unit) = Column {
    val texts = LocalTexts.current
    view.days.forEach { day ->
        val words = texts.day(day, LocalDates.current)
        if (day.entries == 0u) {
            Soft(words, Modifier.padding(vertical = step))
        } else {
            LinkRow(words, Modifier.testTag("day"), hint = texts.a11yDayHint) { handle(SearchAction.For("from:${day.day} to:${day.day}")) }
        }
    }
}

private fun Texts.day(day: MonthDay, dates: Dates): String {
    val name = dates.day(day.day)
    val mood = day.mood
    return when {
        day.entries == 0u -> a11yDayNone(name)
        mood == null -> a11yDayEntries(day.entries.toInt(), name)
        else -> a11yDayEntriesMood(day.entries.toInt(), name, mood(mood.roundToInt()))
    }
}
