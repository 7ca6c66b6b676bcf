/** The private page before the first result, and whenever somebody likes; and what it led to. Its answers are kept nowhere. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.SafetyOutcome
import app.ampersand.core.SafetyPage

@Composable
fun SafetyScreen(state: State, then: AfterSafety, page: SafetyPage, handle: (Action) -> Unit) {
    val outcome = state.safety.outcome
    if (outcome == null) Questions(state, then, page, handle) else OutcomeScreen(state, then, outcome, handle)
}

@Composable
private fun Questions(state: State, then: AfterSafety, page: SafetyPage, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val leaving = then == AfterSafety.LeaveCareMode
    Page(
        state,
        handle,
        if (leaving) texts.safetyLeaveTitle else texts.safetyTitle,
        below = {
            FilledAction(texts.safetyDone, Modifier.testTag("safety-done")) { handle(Action.HandOverSafety) }
            TextAction(texts.safetySkipAll, Modifier.fillMaxWidth()) { handle(Action.SkipSafety) }
        },
    ) {
        Body(if (leaving) texts.safetyLeaveBody else texts.safetyIntro)
        Body(texts.safetyMaySkip)
        PaperCard {
            Subheading(texts.safetyWhyTitle)
            Body(texts.safetyWhyBody)
            Soft(texts.safetyNotKept)
        }
        page.questions.forEachIndexed { index, question ->
            PaperCard {
                Soft(texts.safetyQuestionOf(index + 1, page.questions.size))
                Subheading(question.text)
                YesNoSkip(state.safety.chosen[index]) { handle(Action.AnswerSafety(index, it)) }
            }
        }
        Soft(texts.safetyNoIsNotProof)
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun YesNoSkip(chosen: SafetyAnswer?, choose: (SafetyAnswer) -> Unit) {
    val texts = LocalTexts.current
    FlowRow(
        Modifier.selectableGroup(),
        horizontalArrangement = Arrangement.spacedBy(step * 2),
        verticalArrangement = Arrangement.spacedBy(step * 2),
    ) {
        SafetyAnswer.entries.forEach { answer ->
            val label = when (answer) {
                SafetyAnswer.YES -> texts.commonYes
                SafetyAnswer.NO -> texts.commonNo
                SafetyAnswer.SKIP -> texts.commonSkip
            }
            OneOf(label, chosen == answer) { choose(answer) }
        }
    }
}

@Composable
private fun OutcomeScreen(state: State, then: AfterSafety, outcome: SafetyOutcome, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val on = if (then is AfterSafety.ShowResult) texts.safetyToResult else texts.safetyDone
    val (title, body) = when {
        then == AfterSafety.LeaveCareMode && outcome.careMode -> texts.safetyOnTitle to texts.safetyLeaveStays
        then == AfterSafety.LeaveCareMode -> texts.helpCareOff to texts.safetyLeaveDone
        outcome.careMode -> texts.safetyOnTitle to texts.safetyOnBody
        outcome.showSupport -> texts.safetySupportTitle to texts.safetySupportBody
        else -> texts.safetyOffTitle to texts.safetyOffBody
    }
    Page(state, handle, title, below = { FilledAction(on, Modifier.testTag("safety-on")) { handle(Action.LeaveSafety) } }) {
        Body(body)
        if (outcome.careMode) outcome.careText?.let { PaperCard(colour = calm()) { OnCalm(it) } }
        if (outcome.careMode || outcome.showSupport) Lines(outcome.help) else Soft(texts.safetyNoIsNotProof)
    }
}
