/** What to practise: the person picks where areas are close, may choose any, and can read why each is there. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.HorizontalDivider
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.CheckResult
import app.ampersand.core.Practice
import app.ampersand.core.Suggestion

@Composable
fun Suggestions(state: State, result: CheckResult, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Section(texts.suggestTitle, Modifier.padding(top = step * 2))
    if (result.suggestions.isEmpty()) return Body(texts.suggestNone)
    Body(texts.suggestBody)
    if (result.chooseBetween.size > 1) YouPick(state, result, handle)
    // what the person picked stands open, or the only one that there is to pick; every other one opens with a tap
    val first = state.picked ?: result.chooseBetween.singleOrNull()
    result.suggestions.forEach { suggestion ->
        val fold = Fold.Practices(suggestion.need.area)
        AreaCard(suggestion, (fold in state.unfolded) != (suggestion.need.area == first), state, result, handle)
    }
}

@Composable
private fun YouPick(state: State, result: CheckResult, handle: (Action) -> Unit) = PaperCard(colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(texts.suggestChooseTitle, heading = true)
    OnCalm(texts.suggestChooseBody(result.chooseBetween.joinToString { texts.area(it) }))
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        result.chooseBetween.forEach { area ->
            Choice(texts.area(area), state.picked == area, Modifier.testTag("pick")) { handle(Action.Pick(area)) }
        }
    }
}

@Composable
private fun AreaCard(suggestion: Suggestion, open: Boolean, state: State, result: CheckResult, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val area = suggestion.need.area
    Disclosure(suggestion.title, open, onToggle = { handle(Action.Toggle(Fold.Practices(area))) }, heading = true) {
        suggestion.practices.forEachIndexed { index, practice ->
            if (index > 0) HorizontalDivider(color = LocalInks.current.hairline)
            PracticeText(practice, Fold.Steps(practice.id) in state.unfolded) { handle(Action.Toggle(Fold.Steps(practice.id))) }
        }
    }
    val why = Fold.Why(area)
    val shown = why in state.unfolded
    Disclosure(if (shown) texts.suggestWhyHide else texts.suggestWhy, shown, onToggle = { handle(Action.Toggle(why)) }, hint = texts.a11yWhyHint) {
        Why(suggestion, result)
    }
}

@Composable
private fun PracticeText(practice: Practice, open: Boolean, onToggle: () -> Unit) {
    val texts = LocalTexts.current
    Subheading(practice.title)
    Body(practice.why)
    Disclosure(texts.suggestSteps, open, onToggle) {
        practice.steps.forEachIndexed { index, text ->
            Row(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
                Soft(LocalDates.current.number(index + 1.0))
                Body(text, Modifier.weight(1f))
            }
        }
    }
}

/** The numbers an area's place in the list comes from, as the core adds them up. */
@Composable
private fun Why(suggestion: Suggestion, result: CheckResult) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Body(texts.suggestWhyIntro)
    suggestion.need.parts.forEach { part ->
        val title = result.scales.first { it.result.scale == part.scale }.title
        Point(texts.suggestWhyPart(title, dates.number(part.score), dates.number(part.points)))
    }
    Body(texts.suggestWhySum(dates.number(suggestion.need.need)))
}
