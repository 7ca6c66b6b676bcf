/** Reminders in words: what for, when, why not. */
package app.ampersand.ui

import app.ampersand.core.DropReason
import app.ampersand.core.FireKind
import app.ampersand.core.PreviewDrop
import app.ampersand.core.PreviewFire
import app.ampersand.core.ProblemKind
import app.ampersand.core.ReminderItem
import app.ampersand.core.ReminderKind
import app.ampersand.core.Repeat
import app.ampersand.core.RuleId
import app.ampersand.core.RuleView
import app.ampersand.core.SlotTime

fun Texts.kind(kind: ReminderKind): String = when (kind) {
    ReminderKind.DAILY_CHECK_IN -> remindersKindDailyCheckIn
    ReminderKind.WEEKLY_PULSE -> remindersKindWeeklyPulse
    ReminderKind.TOGETHER -> remindersKindTogether
    ReminderKind.PRACTICE -> remindersKindPractice
    ReminderKind.RETEST -> remindersKindRetest
    ReminderKind.AGREEMENT -> remindersKindAgreement
    ReminderKind.CUSTOM -> remindersKindCustom
}

/** By the name that somebody gave it, else by what it is for. */
fun Texts.reminder(rule: RuleId, kind: ReminderKind, labels: Map<RuleId, String>): String = labels[rule] ?: kind(kind)

/** The kinds that can be made here, each with a word on what it asks. What needs a partner, or has a page of its own to be made on, is not among them. */
fun Texts.kindsToMake(): List<Pair<ReminderKind, String>> = listOf(
    ReminderKind.DAILY_CHECK_IN to remindersKindDailyCheckInHint,
    ReminderKind.WEEKLY_PULSE to remindersKindWeeklyPulseHint,
    ReminderKind.PRACTICE to remindersKindPracticeHint,
    ReminderKind.RETEST to remindersKindRetestHint,
    ReminderKind.CUSTOM to remindersKindCustomHint,
)

fun Texts.time(time: SlotTime, dates: Dates): String = when (time) {
    is SlotTime.At -> remindersAt(dates.time(time.at))
    is SlotTime.Window -> remindersBetween(dates.time(time.from), dates.time(time.to))
}

fun Texts.days(repeat: Repeat, dates: Dates): String = when (repeat) {
    is Repeat.EveryDay -> remindersEveryDay
    is Repeat.Weekdays -> remindersOnWeekdays(repeat.days.joinToString { dates.weekday(it.toInt()) })
    is Repeat.EveryDays -> remindersEveryNDays(repeat.days.toInt(), dates.day(repeat.anchor))
    is Repeat.DayOfMonth -> remindersDayOfMonth(repeat.day.toInt())
    is Repeat.NthWeekday -> remindersNthWeekday(nth(repeat.nth), dates.weekday(repeat.weekday.toInt()))
    is Repeat.Once -> remindersOnce(dates.day(repeat.on))
}

/** Days and times of a rule, in one line. */
fun Texts.whenever(rule: RuleView, dates: Dates): String = whenever(rule.repeat, rule.slots.map { it.time }, dates)

fun Texts.whenever(repeat: Repeat, times: List<SlotTime>, dates: Dates): String = remindersWhen(days(repeat, dates), times.joinToString { time(it, dates) })

/** -1 is the last. */
fun Texts.nth(nth: Int): String =
    mapOf(-1 to remindersNthLast, 1 to remindersNth1, 2 to remindersNth2, 3 to remindersNth3, 4 to remindersNth4, 5 to remindersNth5)[nth] ?: nth.toString()

/** The choices for it, as they are offered. */
internal val NTHS = listOf(1, 2, 3, 4, 5, -1)

fun Texts.reason(reason: DropReason): String = when (reason) {
    DropReason.NO_SUCH_TIME -> remindersReasonNoSuchTime
    DropReason.DAY_OVER -> remindersReasonDayOver
    DropReason.QUIET_HOURS -> remindersReasonQuietHours
    DropReason.MISSED -> remindersReasonMissed
    DropReason.DAILY_LIMIT -> remindersReasonDailyLimit
}

/** [time] is the one that it is about, in words. */
fun Texts.problem(kind: ProblemKind, time: String): String = when (kind) {
    ProblemKind.NEVER_COMES -> remindersProblemNeverComes
    ProblemKind.QUIET_SWALLOWS -> remindersProblemQuietSwallows(time)
    ProblemKind.LIMIT_REFUSES -> remindersProblemLimitRefuses(time)
    ProblemKind.GRACE_CUT_SHORT -> remindersProblemGraceCutShort(time)
}

fun Texts.moment(fire: PreviewFire, dates: Dates): String = remindersPreviewRow(dates.longDay(fire.localDate), dates.time(fire.localTime))

/** What a reminder asks for: each thing once, with what is special about it. */
fun Texts.what(fire: PreviewFire, labels: Map<RuleId, String>, dates: Dates): String {
    val things = fire.items.map { what(it, labels) }.distinct()
    return (things + listOfNotNull(remindersPreviewFor(dates.day(fire.day)).takeIf { fire.day != fire.localDate })).joinToString()
}

private fun Texts.what(item: ReminderItem, labels: Map<RuleId, String>): String {
    val name = reminder(item.rule, item.kind, labels)
    return when (item.fire) {
        FireKind.FIRST -> name
        FireKind.NUDGE -> "$name, $remindersPreviewNudge"
        FireKind.SNOOZE -> "$name, $remindersPreviewSnooze"
    }
}

fun Texts.dropped(drop: PreviewDrop, labels: Map<RuleId, String>, dates: Dates): String =
    remindersDroppedRow(day = dates.longDay(drop.day), what = what(drop.item, labels), reason = reason(drop.reason))
