/** The time that is left of a talk: a ring that empties, with the minutes in it. It grows calmer, never louder; at the end it says that it is over. */
package app.ampersand.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp

private val ring = 40.dp
private val weight = 5.dp

private const val SECONDS = 60f
private const val TOP = -90f
private const val ROUND = 360f

/** [leftS] of [minutes]. A screen reader reads it when it is looked for, and by itself only at the end. */
@Composable
fun TimeLeft(leftS: Long, minutes: UInt) = Row(
    Modifier.fillMaxWidth().semantics(mergeDescendants = true) { if (leftS == 0L) liveRegion = LiveRegionMode.Polite }.testTag("time-left"),
    verticalAlignment = Alignment.CenterVertically,
    horizontalArrangement = Arrangement.spacedBy(step * 4),
) {
    val texts = LocalTexts.current
    val colour = MaterialTheme.colorScheme.primary
    val faint = LocalInks.current.hairline
    Canvas(Modifier.size(ring)) {
        val line = weight.toPx()
        val box = Size(size.width - line, size.height - line)
        val at = Offset(line / 2, line / 2)
        drawArc(faint, 0f, ROUND, useCenter = false, topLeft = at, size = box, style = Stroke(line))
        val share = (leftS / (minutes.toInt() * SECONDS)).coerceIn(0f, 1f)
        val way = if (layoutDirection == LayoutDirection.Rtl) -1 else 1
        drawArc(colour, TOP, ROUND * share * way, useCenter = false, topLeft = at, size = box, style = Stroke(line, cap = StrokeCap.Round))
    }
    Body(if (leftS == 0L) texts.togetherTimeOver else texts.togetherTimeLeft(timeLeft(leftS)))
}
