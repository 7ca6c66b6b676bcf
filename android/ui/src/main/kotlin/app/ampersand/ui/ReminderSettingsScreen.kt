/** What holds for all reminders: when nothing is said, how many a day, and how much they give away. */
package app.ampersand.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag

@Composable
fun ReminderSettingsScreen(state: State, page: ChoicesState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = page.form
    fun change(next: ChoicesForm) = handle(ReminderAction.Choices(next))
    Page(state, handle, texts.remindersSettingsTitle, below = {
        FilledAction(texts.remindersSettingsSave, Modifier.testTag("save")) { handle(ReminderAction.SaveChoices) }
    }) {
        PaperCard {
            SwitchRow(texts.remindersQuiet, texts.remindersQuietHint, form.quiet, Modifier.testTag("quiet")) { change(form.copy(quiet = it)) }
            if (form.quiet) {
                ClockField(texts.remindersQuietFrom, form.from, "quiet-from") { change(form.copy(from = it)) }
                ClockField(texts.remindersQuietTo, form.to, "quiet-to") { change(form.copy(to = it)) }
            }
        }
        PaperCard { NumberField(form.limit, texts.remindersLimit, "limit", texts.remindersLimitHint) { change(form.copy(limit = it)) } }
        PaperCard {
            SwitchRow(texts.remindersDiscreet, texts.remindersDiscreetHint, form.discreet, Modifier.testTag("discreet")) { change(form.copy(discreet = it)) }
        }
        if (state.reminders.exact != ExactTimes.NO_CHOICE) Exact(state.reminders.exact, handle)
        ProblemsCard(problems(state, page), refused = page.refused)
        if (page.refused == null) page.preview?.let { PreviewCard(state, texts.remindersSettingsEffect, it.fires, it.dropped, handle) }
    }
}

@Composable
private fun problems(state: State, page: ChoicesState): List<String> {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val rules = state.reminders.view?.rules.orEmpty()
    return page.preview?.problems.orEmpty().mapNotNull { problem ->
        val rule = rules.find { it.id == problem.rule } ?: return@mapNotNull null
        val time = rule.slots.find { it.id == problem.slot }?.let { texts.time(it.time, dates) }.orEmpty()
        texts.remindersProblemOf(texts.reminder(rule.id, rule.kind, state.reminders.labels), texts.problem(problem.kind, time))
    }
}

@Composable
private fun Exact(exact: ExactTimes, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("exact")) {
    val texts = LocalTexts.current
    Subheading(texts.remindersExact)
    Soft(if (exact == ExactTimes.EXACT) texts.remindersExactOn else texts.remindersExactHint)
    OutlinedAction(texts.remindersExactAction, Modifier.testTag("open-exact")) { handle(ReminderAction.OpenExactSettings) }
}
