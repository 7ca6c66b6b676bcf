/** The plans of tests/vectors/reminder_plan.json: reads a case into what `planPreview` takes, and compares what it answers. */
package app.ampersand.core

import com.google.gson.JsonElement
import com.google.gson.JsonObject

private fun JsonObject.text(key: String): String = this[key].asString

private fun JsonObject.maybe(key: String): JsonElement? = this[key].orNull()

private fun JsonObject.list(key: String): List<JsonObject> = this[key].asJsonArray.map { it.asJsonObject }

private fun JsonObject.count(key: String): UInt = this[key].asInt.toUInt()

private fun zone(of: JsonObject) = ZoneSpan(
    of.text("id"), of["from"].asLong, of["to"].asLong, of["offset_s"].asInt, of.list("transitions").map { ZoneTransition(it["at"].asLong, it["offset_s"].asInt) },
)

private fun settings(of: JsonObject) = PlanSettings(
    of.maybe("quiet")?.asJsonObject?.let { QuietHours(it.text("start"), it.text("end")) },
    of.text("day_start"), of.count("max_per_day"), of.count("join_min"), of.text("salt").chunked(2).map { it.toInt(16).toByte() }.toByteArray(),
)

private fun repeat(of: JsonObject): Repeat = when {
    of.has("weekdays") -> Repeat.Weekdays(of["weekdays"].asJsonArray.map { it.asInt.toUInt() })
    of.has("every_days") -> Repeat.EveryDays(of.count("every_days"), of.text("anchor"))
    of.has("month_day") -> Repeat.DayOfMonth(of.count("month_day"))
    of.has("nth") -> Repeat.NthWeekday(of["nth"].asInt, of.count("weekday"))
    of.has("once") -> Repeat.Once(of.text("once"))
    else -> Repeat.EveryDay.also { check(of["day"].asBoolean) { "$of" } }
}

private fun slot(of: JsonObject) =
    Slot(of.count("id"), if (of.has("at")) SlotTime.At(of.text("at")) else SlotTime.Window(of.text("from"), of.text("to")))

private fun rule(of: JsonObject) = PlanRule(
    id = of.text("id"), kind = ReminderKind.valueOf(of.text("kind").uppercase()), enabled = of["enabled"].asBoolean, effectiveFrom = of["effective_from"].asLong,
    resumedOn = of.maybe("resumed_on")?.asString, slots = of.list("slots").map(::slot), repeat = repeat(of["repeat"].asJsonObject),
    startsOn = of.maybe("starts_on")?.asString, endsOn = of.maybe("ends_on")?.asString, graceMin = of.count("grace_min"),
    nudgeAfterMin = of.maybe("nudge_after_min")?.asInt?.toUInt(), completion = Completion.valueOf(of.text("completion").uppercase()), backOff = of["back_off"].asBoolean,
)

private fun input(of: JsonObject) = PlanInput(
    now = NowContext(of["now"].asLong, zone(of["zone"].asJsonObject)),
    deliverLate = of["deliver_late"].asBoolean,
    settings = settings(of["settings"].asJsonObject),
    rules = of.list("rules").map(::rule),
    completions = of.list("completions").map { PlanCompletion(it.text("rule"), it.text("day"), it.maybe("slot")?.asInt?.toUInt()) },
    shown = of.list("shown").map { PlanShown(it.text("rule"), it.text("day"), it.count("slot"), FireKind.valueOf(it.text("kind").uppercase()), it["at"].asLong) },
    snoozes = of.list("snoozes").map { PlanSnooze(it.text("rule"), it.text("day"), it.count("slot"), it["until"].asLong) },
    cap = of.count("cap"),
    horizonDays = of.count("horizon_days"),
)

fun reminderPlan(d: Differences, input: JsonObject, expect: JsonObject) {
    val got = planPreview(input(input))
    d.same("today", expect.text("today"), got.today)
    d.same("coverage_until", expect["coverage_until"].asLong, got.coverageUntil)
    d.same("resting", expect.list("resting").map { Resting(it.text("rule"), it.maybe("until")?.asString) }, got.resting)
    val fires = expect.list("fires").map { fire ->
        val items = fire.list("items").map { FireItem(it.text("rule"), it.count("slot"), FireKind.valueOf(it.text("kind").uppercase()), it["not_after"].asLong) }
        Fire(fire.text("id"), fire["at"].asLong, fire.text("day"), items, fire["not_after"].asLong)
    }
    d.same("fires", fires, got.fires)
    val dropped = expect.list("dropped").map {
        Dropped(it.text("rule"), it.text("day"), it.count("slot"), FireKind.valueOf(it.text("kind").uppercase()), DropReason.valueOf(it.text("reason").uppercase()))
    }
    d.same("dropped", dropped, got.dropped)
}
