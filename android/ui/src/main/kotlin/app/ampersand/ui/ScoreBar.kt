/**
 * One estimate drawn: a short bar where it lies between rarely and often, on the soft wider one of its error band.
 * Drawing only; where it lies and how sure that is comes from the core.
 */
package app.ampersand.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import app.ampersand.core.Estimate
import app.ampersand.core.Part

/** The number behind the words, with how sure it is: the only other place where the error band shows. */
fun Texts.number(estimate: Estimate, dates: Dates): String = resultNumber(dates.number(estimate.score), dates.number(estimate.sem))

/** The far end of the line. */
private const val FULL = 100.0

private val trackHeight = 2.dp
private val bandHeight = 14.dp
private val barHeight = 22.dp
private val barWidth = 6.dp

@Composable
fun ScoreBar(part: Part, estimate: Estimate) {
    val inks = LocalInks.current
    val (bar, band) = when (part) {
        Part.PATTERN -> inks.pattern to inks.patternBand
        Part.STRENGTH -> inks.strength to inks.strengthBand
    }
    // the words beside it say the same, so a screen reader passes the picture over
    Canvas(Modifier.fillMaxWidth().height(barHeight)) {
        lying(inks.hairline, 0.0, FULL, trackHeight.toPx())
        lying(band, estimate.score - estimate.sem, estimate.score + estimate.sem, bandHeight.toPx())
        val centre = along(estimate.score).coerceIn(barWidth.toPx() / 2, size.width - barWidth.toPx() / 2)
        pill(bar, centre - barWidth.toPx() / 2, barWidth.toPx(), barHeight.toPx())
    }
}

/** A value without an error band: a short bar on the line, in the colour of its part. */
@Composable
fun PlainBar(part: Part, value: Double) {
    val inks = LocalInks.current
    val bar = if (part == Part.PATTERN) inks.pattern else inks.strength
    Canvas(Modifier.fillMaxWidth().height(barHeight)) {
        lying(inks.hairline, 0.0, FULL, trackHeight.toPx())
        val centre = along(value).coerceIn(barWidth.toPx() / 2, size.width - barWidth.toPx() / 2)
        pill(bar, centre - barWidth.toPx() / 2, barWidth.toPx(), barHeight.toPx())
    }
}

private fun DrawScope.lying(colour: Color, from: Double, to: Double, height: Float) {
    val ends = listOf(along(from), along(to))
    pill(colour, ends.min(), ends.max() - ends.min(), height)
}

private fun DrawScope.pill(colour: Color, start: Float, width: Float, height: Float) = drawRoundRect(
    colour,
    Offset(start, (size.height - height) / 2),
    Size(width, height),
    CornerRadius(minOf(width, height) / 2),
)

/** Where [value] lies on the line; the line begins where reading does. */
private fun DrawScope.along(value: Double): Float {
    val share = (value.coerceIn(0.0, FULL) / FULL).toFloat()
    return size.width * if (layoutDirection == LayoutDirection.Rtl) 1 - share else share
}
