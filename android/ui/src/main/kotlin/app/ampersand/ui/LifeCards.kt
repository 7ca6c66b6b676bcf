/** Today's cards of talks and insights: what is in preparation, what is to be looked at again, and at most one thing that the weeks show. */
package app.ampersand.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.Home
import app.ampersand.core.InsightOffer
import app.ampersand.core.TogetherGlimpse

/** Today's cards, below the step that is being practised. */
@Composable
fun LifeCards(state: State, home: Home, handle: (Action) -> Unit) {
    home.together?.let {
        AgreementsCard(it, handle)
        TalkCard(it, handle)
    }
    home.insight?.let { OfferedInsight(it, handle) }
}

@Composable
private fun AgreementsCard(together: TogetherGlimpse, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (together.agreementsDue == 0u) return
    PaperCard(Modifier.testTag("agreements-card")) {
        Subheading(texts.todayAgreementsTitle)
        Body(texts.todayAgreementsDue(together.agreementsDue.toInt()))
        OutlinedAction(texts.todayTogetherAction, Modifier.testTag("to-agreements")) { handle(Action.Go(LifePlace.Together)) }
    }
}

@Composable
private fun TalkCard(together: TogetherGlimpse, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val next = together.nextOn
    if (!together.meetingOpen && next == null) return
    PaperCard(Modifier.testTag("talk-card")) {
        Subheading(texts.todayTogetherTitle)
        if (next != null) Body(texts.todayTogetherNext(LocalDates.current.day(next)))
        if (together.meetingOpen) Body(texts.todayTogetherOpen)
        OutlinedAction(texts.todayTogetherAction, Modifier.testTag("to-talk")) { handle(Action.Go(if (together.meetingOpen) LifePlace.Meeting else LifePlace.Together)) }
    }
}

/** What was put away does not come again: seen is seen. */
@Composable
private fun OfferedInsight(offer: InsightOffer, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("insight-card")) {
    val texts = LocalTexts.current
    Subheading(texts.todayInsightTitle)
    Body(offer.title)
    Soft(offer.text)
    Flow {
        OutlinedAction(texts.todayInsightOpen, Modifier.testTag("open-insight")) { handle(InsightAction.Open(offer.id)) }
        TextAction(texts.todayInsightLater, Modifier.testTag("insight-later")) { handle(InsightAction.NotNow(offer.id)) }
    }
}
