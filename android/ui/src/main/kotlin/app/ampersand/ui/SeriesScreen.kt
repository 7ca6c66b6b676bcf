/** One line over the weeks: drawn, as a sentence, and as a list. What is not there is a gap in all three. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.InsightRange
import app.ampersand.core.SeriesPoint
import app.ampersand.core.SeriesView

@Composable
fun SeriesScreen(state: State, view: SeriesView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, view.title) {
        Subheading(texts.insightRange)
        Flow(Modifier.selectableGroup()) {
            InsightRange.entries.forEach { range -> OneOf(texts.range(range), state.life.range == range, Modifier.testTag("range-${range.name.lowercase()}")) { handle(InsightAction.Range(range)) } }
        }
        PaperCard {
            if (view.n == 0u) {
                Body(texts.insightChartNone)
            } else {
                SeriesChart(view)
                Legend(view)
                Body(view.summary)
            }
            Soft(basis(texts, view.n, view.n + view.gaps, view.gaps))
            Disclosure(texts.insightHow, LifeFold.HowOfSeries in state.unfolded, onToggle = { handle(Action.Toggle(LifeFold.HowOfSeries)) }) { Body(view.how) }
        }
        if (view.n > 0u) {
            PaperCard {
                Disclosure(texts.insightTable, LifeFold.Table in state.unfolded, onToggle = { handle(Action.Toggle(LifeFold.Table)) }) { view.points.asReversed().forEach { Row(it) } }
            }
        }
    }
}

private fun Texts.range(range: InsightRange): String = when (range) {
    InsightRange.MONTH -> insightDays28
    InsightRange.QUARTER -> insightDays90
    InsightRange.YEAR -> insightDays365
}

@Composable
private fun Row(point: SeriesPoint) = Column(Modifier.padding(vertical = step).semantics(mergeDescendants = true) {}.testTag("series-row")) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Body(texts.insightTableRow(dates.day(point.day), point.value?.let { dates.tenth(it) } ?: texts.insightTableGap))
    val seven = point.seven
    val month = point.twentyEight
    if (seven != null || month != null) {
        Soft(texts.insightTableMore(seven?.let { dates.tenth(it) } ?: texts.pulseTableGap, month?.let { dates.tenth(it) } ?: texts.pulseTableGap))
    }
}
