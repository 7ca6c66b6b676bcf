/**
 * A reminder and the settings of all of them as somebody fills them in: what is typed, letter by letter. Whether it makes sense is the core's to say;
 * what is no number goes to it as one that it refuses.
 */
package app.ampersand.ui

import app.ampersand.core.Completion
import app.ampersand.core.QuietHours
import app.ampersand.core.ReminderKind
import app.ampersand.core.ReminderSettings
import app.ampersand.core.Repeat
import app.ampersand.core.RuleDraft
import app.ampersand.core.RuleId
import app.ampersand.core.RuleView
import app.ampersand.core.SlotTime

/** A time of the day in two fields. */
data class ClockForm(val hour: String = "", val minute: String = "") {
    /** As the core writes it; what is no time stays none. */
    fun time(): String = "${twoDigits(hour)}:${twoDigits(minute)}"

    private fun twoDigits(typed: String) = typed.trim().let { if (it.isEmpty()) it else it.padStart(2, '0') }
}

internal fun clockForm(time: String) = ClockForm(time.substringBefore(':'), time.substringAfter(':'))

/** One time of the day; [to] matters where it lies anywhere in between. */
data class TimeForm(val from: ClockForm = ClockForm(), val to: ClockForm = ClockForm(), val window: Boolean = false) {
    fun slotTime(): SlotTime = if (window) SlotTime.Window(from.time(), to.time()) else SlotTime.At(from.time())
}

/** How the days are chosen. */
enum class DaysChoice { EVERY_DAY, FEW_A_WEEK, WEEKDAYS, EVERY_DAYS, DAY_OF_MONTH, NTH_WEEKDAY, ONCE }

data class DaysForm(
    val choice: DaysChoice = DaysChoice.EVERY_DAY,
    /** 1, Monday, to 7, Sunday. */
    val weekdays: Set<Int> = emptySet(),
    val every: String = "2",
    val monthDay: String = "1",
    /** -1 is the last. */
    val nth: Int = 1,
    val weekday: Int = 1,
    /** The first of every few days, or the only one. */
    val day: String = "",
) {
    fun repeat(): Repeat = when (choice) {
        DaysChoice.EVERY_DAY -> Repeat.EveryDay
        DaysChoice.FEW_A_WEEK, DaysChoice.WEEKDAYS -> Repeat.Weekdays(weekdays.sorted().map { it.toUInt() })
        DaysChoice.EVERY_DAYS -> Repeat.EveryDays(number(every), day.trim())
        DaysChoice.DAY_OF_MONTH -> Repeat.DayOfMonth(number(monthDay))
        DaysChoice.NTH_WEEKDAY -> Repeat.NthWeekday(nth, weekday.toUInt())
        DaysChoice.ONCE -> Repeat.Once(day.trim())
    }
}

/** The days that "a few times a week" begins with. */
internal val FEW = setOf(1, 3, 5)

/** What is no number is one that no field takes. */
private fun number(typed: String): UInt = typed.trim().toUIntOrNull() ?: 0u

internal fun daysForm(repeat: Repeat, today: String): DaysForm = when (repeat) {
    is Repeat.EveryDay -> DaysForm(day = today)
    is Repeat.Weekdays -> DaysForm(DaysChoice.WEEKDAYS, repeat.days.map { it.toInt() }.toSet(), day = today)
    is Repeat.EveryDays -> DaysForm(DaysChoice.EVERY_DAYS, every = repeat.days.toString(), day = repeat.anchor)
    is Repeat.DayOfMonth -> DaysForm(DaysChoice.DAY_OF_MONTH, monthDay = repeat.day.toString(), day = today)
    is Repeat.NthWeekday -> DaysForm(DaysChoice.NTH_WEEKDAY, nth = repeat.nth, weekday = repeat.weekday.toInt(), day = today)
    is Repeat.Once -> DaysForm(DaysChoice.ONCE, day = repeat.on)
}

internal fun timeForm(time: SlotTime): TimeForm = when (time) {
    is SlotTime.At -> TimeForm(clockForm(time.at))
    is SlotTime.Window -> TimeForm(clockForm(time.from), clockForm(time.to), window = true)
}

data class RuleForm(
    /** The one that is changed; null for a new one. */
    val id: RuleId?,
    val kind: ReminderKind,
    val enabled: Boolean = true,
    val times: List<TimeForm>,
    val days: DaysForm,
    val startsOn: String? = null,
    val endsOn: String? = null,
    val grace: String = "180",
    val nudge: Boolean = false,
    val nudgeAfter: String = "60",
    val completion: Completion = Completion.DAY,
    val fade: Boolean = true,
    /** For a reminder of somebody's own. */
    val label: String = "",
) {
    fun draft() = RuleDraft(
        id, kind, enabled, times.map { it.slotTime() }, days.repeat(), startsOn, endsOn, number(grace), if (nudge) number(nudgeAfter) else null, completion, fade,
    )
}

internal fun ruleForm(rule: RuleView, label: String?, today: String) = RuleForm(
    rule.id, rule.kind, rule.enabled, rule.slots.map { timeForm(it.time) }, daysForm(rule.repeat, today), rule.startsOn, rule.endsOn, rule.graceMin.toString(),
    rule.nudgeAfterMin != null, rule.nudgeAfterMin?.toString() ?: "60", rule.completion, rule.backOff, label.orEmpty(),
)

/** What a new reminder of [kind] begins with. */
internal fun newRuleForm(kind: ReminderKind, today: String): RuleForm {
    val days = when (kind) {
        ReminderKind.WEEKLY_PULSE -> DaysForm(DaysChoice.WEEKDAYS, setOf(7), day = today)
        ReminderKind.RETEST -> DaysForm(DaysChoice.ONCE, day = today)
        ReminderKind.PRACTICE -> DaysForm(DaysChoice.FEW_A_WEEK, FEW, day = today)
        else -> DaysForm(day = today)
    }
    val time = if (kind == ReminderKind.WEEKLY_PULSE) "18:00" else "20:00"
    // what has a date of its own is not forgotten by being left alone
    return RuleForm(null, kind, times = listOf(TimeForm(clockForm(time), clockForm("21:00"))), days = days, fade = kind != ReminderKind.RETEST)
}

/** What holds for all reminders, while it is being changed. */
data class ChoicesForm(
    val quiet: Boolean = false,
    val from: ClockForm = ClockForm("22", "00"),
    val to: ClockForm = ClockForm("07", "00"),
    val limit: String = "3",
    val discreet: Boolean = true,
) {
    fun choices() = ReminderSettings(if (quiet) QuietHours(from.time(), to.time()) else null, number(limit), discreet)
}

internal fun choicesForm(choices: ReminderSettings): ChoicesForm {
    val plain = ChoicesForm(limit = choices.maxPerDay.toString(), discreet = choices.discreet)
    return choices.quiet?.let { plain.copy(quiet = true, from = clockForm(it.start), to = clockForm(it.end)) } ?: plain
}
