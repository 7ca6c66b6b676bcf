/**
 * A series as a picture: a dot a day, the mean of seven days as a line, that of twenty-eight as a softer one. A day without a note is a gap, and no line
 * goes over one. In green, whichever way it goes: a chart judges nobody.
 */
package app.ampersand.ui

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.width
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import app.ampersand.core.SeriesPoint
import app.ampersand.core.SeriesView

private val tall = 180.dp
private val dot = 3.dp
private val thin = 1.dp
private val thick = 2.5.dp
private val dash = 6.dp
private val sample = 28.dp

/** How strongly a dot shows where there are many of them. */
private const val DOT_SHADE = 0.55f

/** The colours and lines of the three that are drawn. */
private class Pens(val dots: Color, val seven: Color, val month: Color, val grid: Color)

@Composable
private fun pens() = LocalInks.current.run { Pens(strength.copy(alpha = DOT_SHADE), strength, pattern, hairline) }

@Composable
fun SeriesChart(view: SeriesView) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val pens = pens()
    Soft(view.highLabel)
    Canvas(
        Modifier.fillMaxWidth().height(tall).testTag("chart").semantics {
            contentDescription = texts.insightChart(view.title)
            stateDescription = view.summary
        },
    ) {
        listOf(0f, HALF, 1f).forEach { share -> (size.height * share).let { y -> drawLine(pens.grid, Offset(0f, y), Offset(size.width, y), thin.toPx()) } }
        broken(view) { it.twentyEight }.forEach { run(it, pens.month, PathEffect.dashPathEffect(floatArrayOf(dash.toPx(), dash.toPx() / 2))) }
        broken(view) { it.seven }.forEach { run(it, pens.seven, null) }
        view.points.forEachIndexed { at, point -> point.value?.let { drawCircle(pens.dots, dot.toPx(), place(view, at, it)) } }
    }
    Soft(view.lowLabel)
    Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(step * 2)) {
        End(dates.day(view.points.first().day), TextAlign.Start)
        End(dates.day(view.points.last().day), TextAlign.End)
    }
}

/** The day at one end of the chart; a large one gets as much smaller as its longest word needs. */
@Composable
private fun RowScope.End(day: String, side: TextAlign) =
    Box(Modifier.weight(1f)) { Unbroken(day, Modifier.fillMaxWidth(), MaterialTheme.typography.bodyMedium.copy(textAlign = side), LocalInks.current.soft) }

private const val HALF = 0.5f

/** Where a value lies; the line begins where reading does. */
private fun DrawScope.place(view: SeriesView, at: Int, value: Double): Offset {
    val along = (at + HALF) / view.points.size
    val up = ((value - view.min) / (view.max - view.min)).coerceIn(0.0, 1.0).toFloat()
    return Offset(size.width * if (layoutDirection == LayoutDirection.Rtl) 1 - along else along, size.height * (1 - up))
}

/** The pieces between the gaps. */
private fun DrawScope.broken(view: SeriesView, value: (SeriesPoint) -> Double?): List<List<Offset>> = pieces(view.points.map(value)).map { piece -> piece.map { (at, y) -> place(view, at, y) } }

/** What hangs together of [values], each with its place: a gap ends one piece and begins the next. */
internal fun pieces(values: List<Double?>): List<List<Pair<Int, Double>>> = values.foldIndexed(listOf(emptyList<Pair<Int, Double>>())) { at, all, value ->
    if (value == null) all + listOf(emptyList()) else all.dropLast(1) + listOf(all.last() + (at to value))
}.filter { it.isNotEmpty() }

/** A piece of a single day is a short stroke: a mean that is there is seen. */
private fun DrawScope.run(piece: List<Offset>, colour: Color, effect: PathEffect?) {
    val ends = if (piece.size == 1) piece.single().let { listOf(it.copy(x = it.x - dot.toPx()), it.copy(x = it.x + dot.toPx())) } else piece
    // one path a piece: dashes that begin anew at every day would run together
    val path = Path().apply { ends.forEachIndexed { at, end -> if (at == 0) moveTo(end.x, end.y) else lineTo(end.x, end.y) } }
    drawPath(path, colour, style = Stroke(thick.toPx(), cap = StrokeCap.Round, join = StrokeJoin.Round, pathEffect = effect))
}

/** What the dots and lines are; the two lines differ in more than their colour. */
@Composable
fun Legend(view: SeriesView) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    val texts = LocalTexts.current
    val pens = pens()
    Key(texts.insightChartValue) { drawCircle(pens.dots, dot.toPx(), center) }
    if (view.points.any { it.seven != null }) Key(texts.insightChartSeven) { run(listOf(Offset(0f, center.y), Offset(size.width, center.y)), pens.seven, null) }
    if (view.points.any { it.twentyEight != null }) {
        Key(texts.insightChartTwentyEight) { run(listOf(Offset(0f, center.y), Offset(size.width, center.y)), pens.month, PathEffect.dashPathEffect(floatArrayOf(dash.toPx(), dash.toPx() / 2))) }
    }
}

@Composable
private fun Key(words: String, draw: DrawScope.() -> Unit) = Row(verticalAlignment = Alignment.CenterVertically, horizontalArrangement = Arrangement.spacedBy(step * 2)) {
    Canvas(Modifier.width(sample).height(step * 3), draw)
    Soft(words)
}
