/** What the weeks show: each finding with its count, its gaps and how it was worked out. "Not enough yet" has the same room as a result. */
package app.ampersand.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.InsightCard
import app.ampersand.core.InsightResult
import app.ampersand.core.InsightsView
import app.ampersand.core.SeriesId

@Composable
fun InsightsScreen(state: State, view: InsightsView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.insightTitle) {
        Body(texts.insightIntro)
        if (view.on) {
            val (offered, others) = view.cards.partition { it.id == view.offered }
            if (offered.isNotEmpty()) {
                Section(texts.insightOfferedTitle)
                offered.forEach { Finding(state, it, handle) }
            }
            others.forEach { Finding(state, it, handle) }
            Section(texts.insightSeriesTitle)
            PaperCard {
                SeriesId.entries.forEach { id -> LinkRow(texts.series(id), Modifier.testTag("series-${id.name.lowercase()}")) { handle(Action.Go(LifePlace.Series(id))) } }
            }
        } else {
            PaperCard {
                Subheading(texts.insightOffTitle)
                Body(texts.insightOffBody)
            }
        }
        PaperCard { SwitchRow(texts.insightOn, null, view.on, Modifier.testTag("insights-on")) { handle(InsightAction.Switch(it)) } }
    }
}

@Composable
private fun Finding(state: State, card: InsightCard, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("insight")) {
    val texts = LocalTexts.current
    Subheading(card.title)
    val result = card.result
    if (result is InsightResult.NotEnough) {
        Body(texts.insightNotEnough)
        Body(texts.insightNotEnoughBody(result.needed.toInt()))
    } else {
        Body(card.text)
    }
    Soft(basis(texts, card.n, card.askedDays, card.gaps))
    val fold = LifeFold.How(card.id)
    Disclosure(texts.insightHow, fold in state.unfolded, onToggle = { handle(Action.Toggle(fold)) }, hint = card.title) { Body(card.how) }
    card.series.forEach { id -> TextAction(texts.insightOpenSeries(texts.series(id)), Modifier.testTag("open-series")) { handle(Action.Go(LifePlace.Series(id))) } }
}

/** On how much it rests. */
internal fun basis(texts: Texts, n: UInt, of: UInt, gaps: UInt): String = listOf(texts.insightBasedOn(n.toInt(), of.toInt()), texts.insightGaps(gaps.toInt())).joinToString(" · ")
