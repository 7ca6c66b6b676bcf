/** One practice: why, its steps from the smallest on, the plan, and what was noted. A step that did not fit is said as plainly as one that did. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import app.ampersand.core.ActivePractice
import app.ampersand.core.Attempt
import app.ampersand.core.AttemptOutcome
import app.ampersand.core.PracticeStep
import app.ampersand.core.PracticeView

@Composable
fun PracticeScreen(state: State, view: PracticeView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val active = view.active
    Page(state, handle, view.title, below = below(view, handle)) {
        Body(view.why)
        if (!view.remindersTold) Soft(texts.practiceNotTold)
        if (active?.rotationOffered == true) Rotation(view, handle)
        if (active == null && view.fullWith.isNotEmpty()) Full(view, handle)
        Steps(view)
        if (active != null) Plan(active, handle)
        view.because?.let { because ->
            val open = Fold.WhyAreas in state.unfolded
            PaperCard {
                Disclosure(if (open) texts.suggestWhyHide else texts.suggestWhy, open, onToggle = { handle(Action.Toggle(Fold.WhyAreas)) }, hint = texts.a11yWhyHint) { Because(because) }
            }
        }
        Attempts(view, handle)
        if (active != null) PutDown(state, view, active, handle)
    }
}

private fun below(view: PracticeView, handle: (Action) -> Unit): (@Composable ColumnScope.() -> Unit)? = when {
    view.active != null -> ({
        FilledAction(LocalTexts.current.practiceAttemptTitle, Modifier.testTag("note")) { handle(Action.Go(PractisePlace.Attempt(view.id, null))) }
    })
    view.mayBegin -> ({ FilledAction(LocalTexts.current.practiceBegin, Modifier.testTag("begin-practice")) { handle(PracticeAction.Begin(view.id)) } })
    else -> null
}

/** Two weeks without a step that fitted. It is an offer: both ways are as good. */
@Composable
private fun Rotation(view: PracticeView, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("rotation"), colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(texts.practiceRotationTitle, heading = true)
    OnCalm(texts.practiceRotationBody)
    OutlinedAction(texts.practiceRotationAction, Modifier.testTag("rotate")) { handle(Action.Go(PractisePlace.Area(view.area))) }
}

/** Both places are taken: what is to be put down for this one. */
@Composable
private fun Full(view: PracticeView, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("full"), colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(texts.practiceFullTitle, heading = true)
    OnCalm(texts.practiceFullBody)
    view.fullWith.forEach { other ->
        OutlinedAction(texts.practicePutDownOther(other.title), Modifier.testTag("instead-of-${other.id}")) { handle(PracticeAction.TakeUpInstead(view.id, other.id)) }
    }
}

@Composable
private fun Steps(view: PracticeView) {
    val texts = LocalTexts.current
    Section(texts.practiceStepsTitle)
    PaperCard {
        view.steps.forEachIndexed { at, each ->
            if (at > 0) HorizontalDivider(color = LocalInks.current.hairline)
            Step(each, at + 1, now = view.active?.step == each.index)
        }
    }
}

@Composable
private fun Step(step: PracticeStep, number: Int, now: Boolean) = Column(
    Modifier.padding(vertical = app.ampersand.ui.step).semantics(mergeDescendants = true) {}.testTag("step"),
    verticalArrangement = Arrangement.spacedBy(app.ampersand.ui.step),
) {
    val texts = LocalTexts.current
    Soft(texts.practiceStepNumber(number))
    Body(step.text)
    if (step.own != null) Soft(texts.practiceStepOwn)
    if (step.tried > 0u) Soft(texts.practiceStepTried(step.tried.toInt()))
    if (step.done > 0u) Soft(texts.practiceStepDone(step.done.toInt()))
    if (now) Marked(texts.practiceStepNow)
}

/** A word about a thing, with a tick: not told by its colour alone. */
@Composable
internal fun Marked(text: String) = Row(verticalAlignment = Alignment.CenterVertically, horizontalArrangement = Arrangement.spacedBy(step * 2)) {
    Icon(Marks.tick, null, Modifier.size(16.dp), tint = MaterialTheme.colorScheme.primary)
    Soft(text, colour = MaterialTheme.colorScheme.primary)
}

@Composable
private fun Plan(active: ActivePractice, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("plan-card")) {
    val texts = LocalTexts.current
    Subheading(texts.practicePlanTitle)
    val plan = active.plan
    if (plan == null) {
        Soft(texts.practicePlanBody)
    } else {
        Body(plan.text, Modifier.testTag("plan-text"))
        if (plan.saidAloud) Marked(texts.practicePlanSaid)
        plan.remindAt?.let { Soft(texts.practicePlanAt(LocalDates.current.time(it))) }
    }
    OutlinedAction(if (plan == null) texts.practicePlanMake else texts.practicePlanChange, Modifier.testTag("to-plan")) { handle(Action.Go(PractisePlace.Plan(active.id))) }
    if (plan != null) TextAction(texts.practicePlanDrop, Modifier.testTag("drop-plan")) { handle(PracticeAction.DropPlan(active.id)) }
}

@Composable
private fun Attempts(view: PracticeView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (view.attempts.isEmpty()) {
        if (view.active != null) Soft(texts.practiceAttemptsNone)
        return
    }
    Section(texts.practiceAttemptsTitle)
    view.attempts.forEach { Noted(view, it, handle) }
}

@Composable
private fun Noted(view: PracticeView, attempt: Attempt, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("attempt")) {
    val texts = LocalTexts.current
    Column(Modifier.semantics(mergeDescendants = true) {}, verticalArrangement = Arrangement.spacedBy(step)) {
        Subheading(texts.practiceAttemptRow(LocalDates.current.day(attempt.day), texts.outcome(attempt.outcome)))
        Soft(attempt.stepText)
        attempt.note?.let { Body(it) }
        attempt.afterFeeling?.let { Soft(texts.practiceAttemptFelt(texts.mood(it))) }
    }
    if (view.active != null) {
        TextAction(texts.practiceAttemptChange, Modifier.testTag("change-attempt")) { handle(Action.Go(PractisePlace.Attempt(view.id, attempt.id))) }
    }
}

internal fun Texts.outcome(outcome: AttemptOutcome): String = when (outcome) {
    AttemptOutcome.DONE -> practiceOutcomeDone
    AttemptOutcome.TRIED -> practiceOutcomeTried
    AttemptOutcome.SKIPPED -> practiceOutcomeSkipped
}

@Composable
private fun PutDown(state: State, view: PracticeView, active: ActivePractice, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val ask = { handle(Action.Toggle(Fold.PutDown)) }
    Soft(texts.practiceSince(LocalDates.current.day(active.since)))
    if (Fold.PutDown !in state.unfolded) return TextAction(texts.practicePutDown, Modifier.testTag("put-down"), onClick = ask)
    PaperCard(Modifier.testTag("putting-down")) {
        Subheading(texts.practicePutDownTitle)
        Body(texts.practicePutDownBody)
        OutlinedAction(texts.practicePutDown, Modifier.testTag("confirm-put-down")) {
            ask()
            handle(PracticeAction.PutDown(view.id))
        }
        TextAction(texts.practicePutDownCancel, Modifier.testTag("keep-it"), onClick = ask)
    }
}
