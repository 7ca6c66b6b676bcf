/** Making a reminder or changing one. What would come next, and what would not, stands on the page while it is being filled in. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.Completion
import app.ampersand.core.ReminderKind
import app.ampersand.core.RuleId

@Composable
fun RuleScreen(state: State, page: RuleState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = page.form
    fun change(next: RuleForm) = handle(RuleAction.Change(next))
    Page(state, handle, if (form.id == null) texts.remindersNewTitle else texts.remindersEditTitle, below = {
        FilledAction(texts.remindersSave, Modifier.testTag("save")) { handle(RuleAction.Save) }
    }) {
        if (form.id == null) Kinds(form, handle) else Soft(texts.kind(form.kind))
        if (form.kind == ReminderKind.CUSTOM) {
            PaperCard { LineField(form.label, texts.remindersLabel, "label", texts.remindersLabelHint, wraps = true) { change(form.copy(label = it)) } }
        }
        Section(texts.remindersTimesTitle)
        Times(form, ::change)
        Section(texts.remindersDaysTitle)
        DaysOf(form.days) { change(form.copy(days = it)) }
        MoreOf(state, form, ::change, handle)
        ProblemsCard(problems(page), refused = page.refused)
        if (page.refused == null) page.preview?.let { PreviewCard(state, texts.remindersPreviewDraftTitle, it.fires, it.dropped, handle, named(state, page)) }
        if (form.id != null) Delete(page, handle)
    }
}

@Composable
private fun Kinds(form: RuleForm, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Section(texts.remindersKindTitle)
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        texts.kindsToMake().forEach { (kind, hint) ->
            Choice(texts.kind(kind), form.kind == kind, Modifier.testTag("kind-${kind.name.lowercase()}"), note = hint) { handle(RuleAction.Kind(kind)) }
        }
    }
}

/** The names as they would be. */
private fun named(state: State, page: RuleState): Map<RuleId, String> {
    val own = page.preview?.rule?.takeIf { page.form.label.isNotBlank() } ?: return state.reminders.labels
    return state.reminders.labels + (own to page.form.label.trim())
}

/** What a problem is about is named by its time, where it has several. */
@Composable
private fun problems(page: RuleState): List<String> {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val preview = page.preview ?: return emptyList()
    return preview.problems.map { problem ->
        val time = preview.slots.find { it.id == problem.slot }?.let { texts.time(it.time, dates) }.orEmpty()
        texts.problem(problem.kind, time)
    }
}

// --- times -----------------------------------------------------------------------------------------------------------------------------

@Composable
private fun Times(form: RuleForm, change: (RuleForm) -> Unit) {
    val texts = LocalTexts.current
    form.times.forEachIndexed { at, time ->
        PaperCard(Modifier.testTag("time")) {
            if (form.times.size > 1) Subheading(texts.remindersTimeNumber(at + 1))
            OneTime(time, at) { next -> change(form.copy(times = form.times.mapIndexed { place, old -> if (place == at) next else old })) }
            if (form.times.size > 1) {
                TextAction(texts.remindersTimeRemove, Modifier.testTag("remove-$at"), texts.a11yRemindersRemoveHint(texts.remindersTimeNumber(at + 1))) {
                    change(form.copy(times = form.times.filterIndexed { place, _ -> place != at }))
                }
            }
        }
    }
    OutlinedAction(texts.remindersTimeAdd, Modifier.testTag("add-time")) {
        change(form.copy(times = form.times + TimeForm(clockForm("12:30"), clockForm("14:00"))))
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun OneTime(time: TimeForm, at: Int, change: (TimeForm) -> Unit) {
    val texts = LocalTexts.current
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        OneOf(texts.remindersTimeAt, !time.window, Modifier.testTag("at-$at")) { change(time.copy(window = false)) }
        OneOf(texts.remindersTimeWindow, time.window, Modifier.testTag("window-$at")) { change(time.copy(window = true)) }
    }
    if (time.window) {
        Soft(texts.remindersTimeWindowHint)
        ClockField(texts.remindersFrom, time.from, "from-$at") { change(time.copy(from = it)) }
        ClockField(texts.remindersTo, time.to, "to-$at") { change(time.copy(to = it)) }
    } else {
        UsualTimes(time.from.time()) { change(time.copy(from = clockForm(it))) }
        ClockField(texts.remindersTime, time.from, "from-$at") { change(time.copy(from = it)) }
    }
}

// --- days ------------------------------------------------------------------------------------------------------------------------------

@Composable
private fun DaysOf(days: DaysForm, change: (DaysForm) -> Unit) = Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
    val texts = LocalTexts.current
    DaysChoice.entries.forEach { choice ->
        val (label, note) = texts.named(choice)
        Choice(label, days.choice == choice, Modifier.testTag("days-${choice.name.lowercase()}"), note = note) {
            change(days.copy(choice = choice, weekdays = if (choice == DaysChoice.FEW_A_WEEK && days.weekdays.isEmpty()) FEW else days.weekdays))
        }
        if (days.choice == choice && choice != DaysChoice.EVERY_DAY) PaperCard(Modifier.testTag("days-of")) { Which(days, change) }
    }
}

private fun Texts.named(choice: DaysChoice): Pair<String, String?> = when (choice) {
    DaysChoice.EVERY_DAY -> remindersEveryDay to null
    DaysChoice.FEW_A_WEEK -> remindersFewAWeek to remindersFewAWeekHint
    DaysChoice.WEEKDAYS -> remindersSomeWeekdays to null
    DaysChoice.EVERY_DAYS -> remindersEverySomeDays to null
    DaysChoice.DAY_OF_MONTH -> remindersSomeDayOfMonth to null
    DaysChoice.NTH_WEEKDAY -> remindersSomeNthWeekday to null
    DaysChoice.ONCE -> remindersSomeOnce to null
}

@Composable
private fun Which(days: DaysForm, change: (DaysForm) -> Unit) {
    val texts = LocalTexts.current
    when (days.choice) {
        DaysChoice.EVERY_DAY -> Unit
        DaysChoice.FEW_A_WEEK, DaysChoice.WEEKDAYS -> Weekdays(days, change)
        DaysChoice.EVERY_DAYS -> {
            NumberField(days.every, texts.remindersEveryNDaysCount, "every") { change(days.copy(every = it)) }
            DayField(days.day, texts.remindersFirstDay, "day") { change(days.copy(day = it)) }
        }
        DaysChoice.DAY_OF_MONTH ->
            NumberField(days.monthDay, texts.remindersDayOfMonthCount, "month-day", texts.remindersDayOfMonthHint) { change(days.copy(monthDay = it)) }
        DaysChoice.NTH_WEEKDAY -> Nth(days, change)
        DaysChoice.ONCE -> DayField(days.day, texts.remindersDay, "day") { change(days.copy(day = it)) }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Weekdays(days: DaysForm, change: (DaysForm) -> Unit) {
    Subheading(LocalTexts.current.remindersSomeWeekdaysPick)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        val dates = LocalDates.current
        (1..DAYS_OF_WEEK).forEach { day ->
            Chip(dates.weekday(day), day in days.weekdays, Modifier.testTag("weekday-$day")) { on ->
                change(days.copy(weekdays = if (on) days.weekdays + day else days.weekdays - day))
            }
        }
    }
}

private const val DAYS_OF_WEEK = 7

/** Not every month has one. */
private const val FIFTH = 5

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Nth(days: DaysForm, change: (DaysForm) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Subheading(texts.remindersNthPick)
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        NTHS.forEach { nth -> OneOf(texts.nth(nth), days.nth == nth, Modifier.testTag("nth-$nth")) { change(days.copy(nth = nth)) } }
    }
    if (days.nth == FIFTH) Soft(texts.remindersNth5Hint)
    Subheading(texts.remindersWeekdayPick)
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        (1..DAYS_OF_WEEK).forEach { day -> OneOf(dates.weekday(day), days.weekday == day, Modifier.testTag("nth-day-$day")) { change(days.copy(weekday = day)) } }
    }
}

// --- the rest --------------------------------------------------------------------------------------------------------------------------

@Composable
private fun MoreOf(state: State, form: RuleForm, change: (RuleForm) -> Unit, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Disclosure(texts.remindersMoreChoices, Fold.MoreChoices in state.unfolded, onToggle = { handle(Action.Toggle(Fold.MoreChoices)) }) {
        SwitchRow(texts.remindersNudge, texts.remindersNudgeHint, form.nudge, Modifier.testTag("nudge")) { change(form.copy(nudge = it)) }
        if (form.nudge) NumberField(form.nudgeAfter, texts.remindersNudgeAfter, "nudge-after", texts.remindersNudgeAfterHint) { change(form.copy(nudgeAfter = it)) }
        SwitchRow(texts.remindersFade, texts.remindersFadeHint, form.fade, Modifier.testTag("fade")) { change(form.copy(fade = it)) }
        if (form.times.size > 1) {
            SwitchRow(texts.remindersOneAnswer, texts.remindersOneAnswerHint, form.completion == Completion.DAY, Modifier.testTag("one-answer")) {
                change(form.copy(completion = if (it) Completion.DAY else Completion.SLOT))
            }
        }
        NumberField(form.grace, texts.remindersGrace, "grace", texts.remindersGraceHint) { change(form.copy(grace = it)) }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Delete(page: RuleState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (!page.deleting) return TextAction(texts.remindersDelete, Modifier.testTag("delete")) { handle(RuleAction.AskDelete) }
    PaperCard {
        Subheading(texts.remindersDeleteTitle)
        Body(texts.remindersDeleteBody)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
            OutlinedAction(texts.remindersDeleteCancel, Modifier.testTag("keep")) { handle(RuleAction.CancelDelete) }
            TextAction(texts.remindersDeleteConfirm, Modifier.testTag("delete-now")) { handle(RuleAction.ConfirmDelete) }
        }
    }
}
