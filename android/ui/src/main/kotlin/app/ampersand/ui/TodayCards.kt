/** Today's part of check-ins and reminders: the question of the day, what is due, what came too late, what comes next. None of it counts against anybody. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.DueItem
import app.ampersand.core.Home
import app.ampersand.core.ReminderKind

/** The check-in of today, that of yesterday while it can still be given, and the week's pulse. */
@Composable
fun CheckInCards(state: State, home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val checkIn = home.checkIn
    PaperCard(Modifier.testTag("check-in-card")) {
        if (checkIn.todayAnswered) {
            Subheading(texts.todayCheckInDoneTitle)
            StripWords(checkIn.strip)
            OutlinedAction(texts.todayCheckInLook, Modifier.testTag("check-in")) { handle(Action.Go(Place.CheckIn(null))) }
        } else {
            Subheading(texts.todayCheckInTitle)
            Body(if (home.day in state.waiting) texts.checkInUnsaved else texts.todayCheckInBody)
            OutlinedAction(texts.todayCheckInAction, Modifier.testTag("check-in")) { handle(Action.Go(Place.CheckIn(null))) }
            if (checkIn.strip.answered > 0u) Soft(texts.checkInStrip(checkIn.strip.answered.toInt(), checkIn.strip.of.toInt()))
        }
        if (checkIn.yesterdayOpen) Yesterday(home, handle)
    }
    if (checkIn.pulseDue) {
        PaperCard {
            Subheading(texts.todayPulseTitle)
            Body(texts.todayPulseBody)
            OutlinedAction(texts.todayPulseAction, Modifier.testTag("pulse")) { handle(Action.Go(Place.Pulse(null))) }
        }
    }
}

@Composable
private fun Yesterday(home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val yesterday = home.checkIn.strip.days.dropLast(1).lastOrNull() ?: return
    Soft(texts.todayCheckInYesterday)
    TextAction(texts.todayCheckInYesterdayAction, Modifier.testTag("yesterday")) { handle(Action.Go(Place.CheckIn(yesterday.day))) }
}

@Composable
fun ReminderCards(state: State, home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val reminders = home.reminders
    // what has a card of its own on this page is not told twice
    val due = reminders.due.filterNot { it.kind in WITH_A_CARD }
    if (due.isNotEmpty()) PaperCard(Modifier.testTag("due")) {
        Subheading(texts.todayDueNowTitle)
        due.forEach { Due(state, it, handle) }
    }
    Missed(state, reminders.missed, handle)
    reminders.asleep.forEach { resting ->
        PaperCard(Modifier.testTag("resting")) {
            Subheading(texts.reminder(resting.rule, resting.kind, state.reminders.labels))
            Rests(resting.until)
            OutlinedAction(texts.remindersBringBack, Modifier.testTag("bring-back")) { handle(ReminderAction.BringBack(resting.rule)) }
        }
    }
    PaperCard(Modifier.testTag("reminder-card")) {
        val next = reminders.next
        Subheading(texts.todayReminderTitle)
        when {
            reminders.unreadable -> Body(texts.todayRemindersUnread)
            next == null -> Soft(texts.todayReminderNone)
            else -> {
                Body(texts.remindersNextAt(dates.longDay(next.localDate), dates.time(next.localTime)))
                Soft(next.kinds.joinToString { texts.kind(it) })
            }
        }
        OutlinedAction(texts.todayRemindersOpen, Modifier.testTag("to-reminders")) { handle(Action.Go(Place.Reminders)) }
    }
}

private val WITH_A_CARD = setOf(ReminderKind.DAILY_CHECK_IN, ReminderKind.WEEKLY_PULSE)

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Due(state: State, due: DueItem, handle: (Action) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
    val texts = LocalTexts.current
    val name = texts.reminder(due.rule, due.kind, state.reminders.labels)
    Body(name)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        val hint = texts.a11yTodayDueHint(name)
        due.page()?.let { page -> OutlinedAction(texts.todayDueNowOpen, Modifier.testTag("open-due"), hint) { handle(Action.Go(page)) } }
        // A Check is done when it is finished.
        if (due.kind != ReminderKind.RETEST) {
            OutlinedAction(texts.todayDueNowDone, Modifier.testTag("done-due"), hint) { handle(ReminderAction.Done(due.rule, due.day)) }
        }
    }
}

/** Where it is done; null where only the person knows. */
private fun DueItem.page(): Place? = when (kind) {
    ReminderKind.RETEST -> Place.Check
    ReminderKind.PRACTICE, ReminderKind.AGREEMENT, ReminderKind.TOGETHER -> LifePlace.Reminded(rule)
    ReminderKind.DAILY_CHECK_IN, ReminderKind.WEEKLY_PULSE, ReminderKind.CUSTOM -> null
}

/** What the core suggests after a Check, each taken up with one tap. */
@Composable
fun SuggestedReminders(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val suggested = state.reminders.suggested
    if (suggested.isEmpty()) return
    Section(texts.remindersSuggestedTitle)
    PaperCard(Modifier.testTag("suggested")) {
        Soft(texts.remindersSuggestedBody)
        suggested.forEach { each ->
            val name = texts.kind(each.kind)
            Body(name)
            Soft(texts.whenever(each.draft.repeat, each.draft.times, dates))
            OutlinedAction(texts.remindersSuggestedAction, Modifier.testTag("take-up-${each.kind.name.lowercase()}"), texts.a11yRemindersSetHint(name)) {
                handle(ReminderAction.TakeUp(each.draft))
            }
        }
    }
}
