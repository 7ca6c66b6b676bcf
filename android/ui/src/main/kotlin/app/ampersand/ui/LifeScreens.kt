/** Which screen is drawn for a [LifePlace], and what the parts behind it put on Practise, Today and More. */
package app.ampersand.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag

@Composable
fun LifeScreen(state: State, place: LifePlace, handle: (Action) -> Unit) {
    val life = state.life
    val together = life.together
    when (place) {
        LifePlace.Together -> whenLoaded(state, together.view, handle) { TogetherScreen(state, it, handle) }
        LifePlace.Meeting -> whenLoaded(state, together.meeting, handle) { MeetingScreen(state, it, handle) }
        LifePlace.Agenda -> whenLoaded(state, together.agenda, handle) { AgendaScreen(state, it, handle) }
        is LifePlace.Agreement -> whenLoaded(state, together.view?.agreements?.find { it.id == place.id }, handle) { AgreementScreen(state, it, handle) }
        is LifePlace.Ledger -> whenLoaded(state, life.ledger.week, handle) { LedgerScreen(state, it, handle) }
        LifePlace.Circle -> whenLoaded(state, life.circle, handle) { CircleScreen(state, it, handle) }
        LifePlace.Support -> whenLoaded(state, life.support, handle) { SupportScreen(state, it, handle) }
        LifePlace.Summary -> whenLoaded(state, life.summary.choices, handle) { SummaryScreen(state, it, handle) }
        LifePlace.SummaryLook -> whenLoaded(state, life.summary.document, handle) { SummaryLookScreen(state, it, handle) }
        LifePlace.Insights -> whenLoaded(state, life.insights, handle) { InsightsScreen(state, it, handle) }
        is LifePlace.Reminded -> LoadingScreen(state, handle)
        is LifePlace.Series -> whenLoaded(state, life.series?.takeIf { it.id == place.id }, handle) { SeriesScreen(state, it, handle) }
    }
}

/** What tells one page from another within a place, for the fade between them; null where there is only one. */
internal fun lifeLeaf(state: State): Any? =
    if (state.place == LifePlace.Meeting) state.life.together.meeting?.run { listOf(stage, topic, turn) } else null

/** The rows on Practise, below Learn and Boundaries. Talks are there only where the core has any part of them. */
@Composable
fun LifeRows(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (state.home?.together != null) LinkRow(texts.togetherTitle, Modifier.testTag("to-together")) { handle(Action.Go(LifePlace.Together)) }
    LinkRow(texts.ledgerTitle, Modifier.testTag("to-ledger")) { handle(Action.Go(LifePlace.Ledger(null))) }
    LinkRow(texts.circleTitle, Modifier.testTag("to-circle")) { handle(Action.Go(LifePlace.Circle)) }
    LinkRow(texts.supportTitle, Modifier.testTag("to-support")) { handle(Action.Go(LifePlace.Support)) }
}

/** The row on More. */
@Composable
fun LifeMoreRow(handle: (Action) -> Unit) = LinkRow(LocalTexts.current.moreInsights, Modifier.testTag("to-insights")) { handle(Action.Go(LifePlace.Insights)) }
