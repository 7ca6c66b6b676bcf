/** What came of a Check: help first where it is needed, then patterns and strengths side by side, what has changed, and what to practise. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.CardKind
import app.ampersand.core.Change
import app.ampersand.core.ChangeReport
import app.ampersand.core.CheckResult
import app.ampersand.core.Part

@Composable
fun ResultScreen(state: State, result: CheckResult, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(
        state,
        handle,
        texts.resultTitle,
        below = { FilledAction(texts.resultDone, Modifier.testTag("done")) { handle(Action.Go(Place.Today)) } },
    ) {
        Soft(listOf(texts.resultDay(LocalDates.current.day(result.run.day)), texts.about(result.run.partnerContext)).joinToString(" · "))
        if (result.run.tags.isNotEmpty()) Soft(texts.resultTags(result.run.tags.joinToString { texts.lifeEvent(it) }))
        result.care?.let { care ->
            PaperCard(colour = calm()) { OnCalm(care.text) }
            Lines(care.help)
        }
        if (result.run.lowConfidence && !result.run.counts) KeptAsItIs(result, handle)
        ScaleGroup(state, result, Part.PATTERN, handle)
        ScaleGroup(state, result, Part.STRENGTH, handle)
        Totals(state, result, handle)
        HowWorkedOut(state, handle)
        Changes(result)
        Suggestions(state, result, handle)
        result.boundary?.let { boundary ->
            PaperCard {
                Subheading(texts.boundaryTitle)
                Body(texts.boundary(boundary.kind))
                Soft(texts.suggestFirstStep)
                Body(boundary.firstStep)
            }
        }
        result.cards.forEach { CardText(it, handle) }
        SuggestedReminders(state, handle)
        Soft(result.footer)
        RunActions(result.run, state.deleting == result.run.id, handle)
    }
}

@Composable
private fun KeptAsItIs(result: CheckResult, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.resultLowConfidenceTitle)
    Body(texts.resultLowConfidenceBody)
    OutlinedAction(texts.resultInclude) { handle(Action.Include(result.run.id)) }
}

@Composable
private fun HowWorkedOut(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Disclosure(texts.resultHowTitle, Fold.HowWorkedOut in state.unfolded, onToggle = { handle(Action.Toggle(Fold.HowWorkedOut)) }) {
        listOf(
            texts.resultHowPoints,
            texts.resultHowBand,
            texts.resultHowWords,
            texts.resultHowSkipped,
            texts.changeHow,
            texts.resultHowStart,
            texts.resultHowNobody,
        ).forEach { Body(it) }
    }
}

/** Against which Check, and what can be said of each scale; where nothing can be said, that gets the same room. */
@Composable
private fun Changes(result: CheckResult) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Section(texts.changeTitle, Modifier.padding(top = step * 2))
    PaperCard {
        when (val report = result.change) {
            is ChangeReport.FirstRun -> Body(texts.changeFirstRun)
            is ChangeReport.LeftOut -> Body(texts.changeLeftOut)
            is ChangeReport.TooSoon -> Body(texts.changeTooSoon(dates.day(report.from)))
            is ChangeReport.Compared -> {
                Soft(texts.changeSince(report.daysBetween.toInt(), dates.day(report.baselineDay)))
                result.scales.forEach { card -> card.change?.let { ChangeRow(card.title, it) } }
                HorizontalDivider(color = LocalInks.current.hairline)
                result.totals.forEach { card -> card.change?.let { ChangeRow(texts.total(card.result.total), it) } }
                Soft(texts.changeLearning)
            }
        }
    }
}

@Composable
private fun ChangeRow(title: String, change: Change) = Row(
    Modifier.padding(vertical = step / 2).semantics(mergeDescendants = true) {}.testTag("change"),
    horizontalArrangement = Arrangement.spacedBy(step * 3),
) {
    Body(title, Modifier.weight(1f).alignByBaseline())
    Soft(LocalTexts.current.words(change), Modifier.weight(1f).alignByBaseline())
}

@Composable
private fun CardText(kind: CardKind, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val (title, body) = texts.card(kind)
    Subheading(title)
    Body(body)
    if (kind == CardKind.SAFETY_LINES) OutlinedAction(texts.todayCareAction) { handle(Action.Go(Place.Help)) }
}
