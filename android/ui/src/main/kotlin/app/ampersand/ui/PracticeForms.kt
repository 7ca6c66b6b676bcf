/** Noting how a step went, and making an if-then plan. Each page asks for little, and says what may be left out. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.AttemptOutcome
import app.ampersand.core.PracticeView

@Composable
fun AttemptScreen(state: State, form: AttemptForm, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val view = state.practise.one ?: return LoadingScreen(state, handle)
    fun change(next: AttemptForm) = handle(PracticeAction.AttemptChanged(next))
    val title = if (form.place.attempt == null) texts.practiceAttemptTitle else texts.practiceAttemptChangeTitle
    Page(state, handle, title, below = form.outcome?.let {
        { FilledAction(texts.practiceAttemptSave, Modifier.testTag("save-attempt")) { handle(PracticeAction.SaveAttempt) } }
    }) {
        Soft(view.title)
        Which(view, form, ::change)
        Section(texts.practiceAttemptOutcome)
        Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            AttemptOutcome.entries.forEach { outcome ->
                Choice(texts.outcome(outcome), form.outcome == outcome, Modifier.testTag("outcome-${outcome.name.lowercase()}")) { change(form.copy(outcome = outcome)) }
            }
        }
        if (form.outcome != AttemptOutcome.SKIPPED) After(form, ::change)
        PaperCard { LineField(form.note, texts.practiceNote, "attempt-note", texts.practiceNoteHint, wraps = true) { change(form.copy(note = it)) } }
        Days(state, view, form, ::change, handle)
    }
}

@Composable
private fun Which(view: PracticeView, form: AttemptForm, change: (AttemptForm) -> Unit) {
    val texts = LocalTexts.current
    Section(texts.practiceAttemptStep)
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        view.steps.forEach { each ->
            Choice(each.text, form.step == each.index, Modifier.testTag("step-${each.index}")) { change(form.copy(step = each.index)) }
        }
    }
}

/** Taken back by a second tap. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun After(form: AttemptForm, change: (AttemptForm) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.practiceAfterFeeling)
    Soft(texts.practiceAfterFeelingHint)
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        texts.moods().forEachIndexed { at, mood ->
            OneOf(mood, form.after == at, Modifier.testTag("after-$at")) { change(form.copy(after = if (form.after == at) null else at)) }
        }
    }
}

@Composable
private fun Days(state: State, view: PracticeView, form: AttemptForm, change: (AttemptForm) -> Unit, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Subheading(texts.practiceAttemptDay)
    // one that is changed may be older than what can be chosen now
    val days = (view.days + form.day).distinct()
    Disclosure(dates.longDay(form.day), Fold.AttemptDays in state.unfolded, onToggle = { handle(Action.Toggle(Fold.AttemptDays)) }) {
        Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            days.forEach { day -> Choice(dates.longDay(day), form.day == day, Modifier.testTag("day-$day")) { change(form.copy(day = day)) } }
        }
    }
}

// --- the plan --------------------------------------------------------------------------------------------------------------------------

@Composable
fun PlanScreen(state: State, form: PlanForm, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    fun change(next: PlanForm) = handle(PracticeAction.PlanChanged(next))
    Page(state, handle, texts.practicePlanTitle, below = {
        FilledAction(texts.practicePlanSave, Modifier.testTag("save-plan")) { handle(PracticeAction.SavePlan) }
    }) {
        state.practise.one?.let { Soft(it.title) }
        Body(texts.practicePlanBody)
        PaperCard {
            LineField(form.situation, texts.practicePlanSituation, "situation", texts.practicePlanLineHint, wraps = true) { change(form.copy(situation = it)) }
            LineField(form.action, texts.practicePlanAction, "then", texts.practicePlanLineHint, wraps = true) { change(form.copy(action = it)) }
        }
        PaperCard {
            SwitchRow(texts.practicePlanSaid, null, form.saidAloud, Modifier.testTag("said-aloud")) { change(form.copy(saidAloud = it)) }
            SwitchRow(texts.practicePlanRemind, texts.practicePlanRemindHint, form.remind, Modifier.testTag("remind")) { change(form.copy(remind = it)) }
            if (form.remind) {
                UsualTimes(form.time.time()) { change(form.copy(time = clockForm(it))) }
                ClockField(texts.remindersTime, form.time, "plan-time") { change(form.copy(time = it)) }
            }
        }
    }
}
