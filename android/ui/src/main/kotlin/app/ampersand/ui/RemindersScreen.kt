/** The reminders: what is set, what comes next, what came too late, and what stands in their way. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.CivilDate
import app.ampersand.core.MissedItem
import app.ampersand.core.NextFire
import app.ampersand.core.NotificationPermission
import app.ampersand.core.RemindersView
import app.ampersand.core.RuleView

@Composable
fun RemindersScreen(state: State, view: RemindersView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.remindersTitle, below = { FilledAction(texts.remindersAdd, Modifier.testTag("add")) { handle(RuleAction.Open(null)) } }) {
        if (state.reminders.permission == NotificationPermission.DENIED && view.rules.isNotEmpty()) Denied(handle)
        if (view.unheard > 0u) Unheard(view.unheard.toInt())
        Missed(state, view.missed, handle)
        if (view.rules.isEmpty()) {
            PaperCard {
                Subheading(texts.remindersEmptyTitle)
                Body(texts.remindersEmptyBody)
            }
        } else {
            Section(texts.remindersYours)
            view.rules.forEach { RuleCard(state, it, handle) }
            ProblemsCard(problems(state, view), title = texts.remindersProblemsListTitle)
            PreviewCard(state, texts.remindersPreviewTitle, view.preview.fires, view.preview.dropped, handle)
        }
        PaperCard { LinkRow(texts.remindersSettings, Modifier.testTag("to-settings")) { handle(Action.Go(Place.ReminderSettings)) } }
    }
}

@Composable
private fun problems(state: State, view: RemindersView): List<String> {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    return view.problems.mapNotNull { problem ->
        val rule = view.rules.find { it.id == problem.rule } ?: return@mapNotNull null
        val name = texts.reminder(rule.id, rule.kind, state.reminders.labels)
        val time = rule.slots.find { it.id == problem.slot }?.let { texts.time(it.time, dates) }.orEmpty()
        texts.remindersProblemOf(name, texts.problem(problem.kind, time))
    }
}

/** One of them, with its switch. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun RuleCard(state: State, rule: RuleView, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("rule")) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val name = texts.reminder(rule.id, rule.kind, state.reminders.labels)
    val asleep = rule.asleep
    SwitchRow(name, texts.whenever(rule, dates), rule.enabled, Modifier.testTag("enable")) { handle(ReminderAction.Enable(rule.id, it)) }
    when {
        !rule.enabled -> Soft(texts.remindersOff)
        asleep != null -> Rests(asleep.until)
        else -> Next(rule.next)
    }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        if (rule.enabled && asleep != null) {
            OutlinedAction(texts.remindersBringBack, Modifier.testTag("bring-back")) { handle(ReminderAction.BringBack(rule.id)) }
        }
        OutlinedAction(texts.remindersChange, Modifier.testTag("change"), texts.a11yRemindersChangeHint(name)) { handle(RuleAction.Open(rule.id)) }
    }
}

@Composable
internal fun Next(next: NextFire?) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    if (next == null) Soft(texts.remindersNextNone) else Soft(texts.remindersNext(texts.remindersNextAt(dates.longDay(next.localDate), dates.time(next.localTime))), Modifier.testTag("next-fire"))
}

@Composable
internal fun Rests(until: CivilDate?) {
    val texts = LocalTexts.current
    Body(texts.remindersResting)
    Soft(if (until == null) texts.remindersRestingNoDay else texts.remindersRestingUntil(LocalDates.current.day(until)))
}

@Composable
private fun Denied(handle: (Action) -> Unit) = PaperCard(Modifier.testTag("denied"), colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(texts.remindersDeniedTitle, heading = true)
    OnCalm(texts.remindersDeniedBody)
    OutlinedAction(texts.remindersDeniedAction, Modifier.testTag("allow")) { handle(ReminderAction.AllowNotifications) }
}

@Composable
private fun Unheard(count: Int) = PaperCard(Modifier.testTag("unheard"), colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(texts.remindersUnheard(count))
    OnCalm(texts.remindersUnheardBody)
}

/** What came too late to show; also on Today. */
@Composable
internal fun Missed(state: State, missed: List<MissedItem>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    if (missed.isEmpty()) return
    PaperCard(Modifier.testTag("missed")) {
        Subheading(texts.remindersMissedTitle)
        Soft(texts.remindersMissedBody)
        missed.map { texts.remindersMissedItem(kind = texts.reminder(it.rule, it.kind, state.reminders.labels), day = dates.day(it.day)) }.distinct().forEach { Body(it) }
        OutlinedAction(texts.remindersMissedSeen, Modifier.testTag("seen")) { handle(ReminderAction.SeenMissed) }
    }
}

/** In place of the list, where the file cannot be read. */
@Composable
fun RemindersDamagedScreen(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.remindersDamagedTitle, below = {
        FilledAction(texts.remindersDamagedAction, Modifier.testTag("start-over")) { handle(ReminderAction.StartOver) }
    }) { Body(texts.remindersDamagedBody) }
}
