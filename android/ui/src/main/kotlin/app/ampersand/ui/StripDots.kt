/**
 * The last 28 days as dots, four rows of a week: full where there is a check-in, a ring where there is none. The same stands beside it in words, and as
 * a list for who prefers one. A ring is a day like any other: nothing here is drawn as lost.
 */
package app.ampersand.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import app.ampersand.core.CheckInStrip
import app.ampersand.core.StripDay

private const val A_ROW = 7
private val dot = 8.dp
private val line = 1.5.dp
private val rowHeight = 28.dp
private val around = 12.dp

@Composable
fun Strip(state: State, strip: CheckInStrip, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.checkInStripTitle)
    StripWords(strip)
    Disclosure(texts.checkInStripList, Fold.Days in state.unfolded, onToggle = { handle(Action.Toggle(Fold.Days)) }) {
        Column(verticalArrangement = Arrangement.spacedBy(step / 2)) { strip.days.asReversed().forEach { Soft(texts.stripDay(it, LocalDates.current), Modifier.padding(vertical = step / 2)) } }
    }
}

/** The dots and what they come to. */
@Composable
fun StripWords(strip: CheckInStrip) = Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
    val texts = LocalTexts.current
    val words = texts.checkInStrip(strip.answered.toInt(), strip.of.toInt())
    Dots(strip, words)
    Body(words, Modifier.testTag("strip-words"))
    if (strip.cameBack) Body(texts.todayCameBack, Modifier.testTag("came-back"))
}

@Composable
private fun Dots(strip: CheckInStrip, words: String) {
    val texts = LocalTexts.current
    val full = MaterialTheme.colorScheme.primary
    val ring = LocalInks.current.outline
    val rows = strip.days.chunked(A_ROW)
    Canvas(
        Modifier.fillMaxWidth().height(rowHeight * rows.size).testTag("strip").semantics {
            contentDescription = texts.a11yCheckInStrip
            stateDescription = words
        },
    ) {
        val width = size.width / A_ROW
        rows.forEachIndexed { row, days ->
            days.forEachIndexed { column, day ->
                val place = if (layoutDirection == LayoutDirection.Rtl) A_ROW - 1 - column else column
                day(day, Offset((place + HALF) * width, (row + HALF) * rowHeight.toPx()), full, ring, today = day == strip.days.last())
            }
        }
    }
}

private const val HALF = 0.5f

private fun DrawScope.day(day: StripDay, at: Offset, full: Color, ring: Color, today: Boolean) {
    if (day.answered) drawCircle(full, dot.toPx(), at) else drawCircle(ring, dot.toPx() - line.toPx() / 2, at, style = Stroke(line.toPx()))
    if (today) drawCircle(full, around.toPx(), at, style = Stroke(line.toPx()))
}

internal fun Texts.stripDay(day: StripDay, dates: Dates): String {
    val mood = day.mood
    val words = when {
        !day.answered -> checkInStripNone
        mood == null -> checkInStripAnswered
        else -> mood(mood)
    }
    return checkInStripDay(dates.day(day.day), words)
}
