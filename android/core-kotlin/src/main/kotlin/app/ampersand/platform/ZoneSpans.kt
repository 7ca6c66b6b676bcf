/**
 * Reads this machine's clock and zone rules and hands them to the core as data.
 *
 * This is the only place of the Kotlin shells that may touch java.time's zones or the wall clock. It decides nothing: which day it is and what
 * falls on it is worked out by the core, from what is written down here. It must never keep a zone or a moment: the person may travel, and
 * the operating system's rules may be updated while the app is open.
 */
package app.ampersand.platform

import app.ampersand.core.NowContext
import app.ampersand.core.ZoneSpan
import app.ampersand.core.ZoneTransition
import java.time.Instant
import java.time.ZoneId

private const val DAY_MS = 86_400_000L

/** How far back the core may look, for instance to the start of a Check that was left half-way. */
private const val BACK_MS = 40 * DAY_MS

/** How far ahead the core may plan: a whole year of reminders, and a little. */
private const val AHEAD_MS = 400 * DAY_MS

/** The moment [now] (ms since 1970, UTC) together with the rules of [zone] around it: what nearly every call of the core asks for. */
fun nowContext(now: Long = System.currentTimeMillis(), zone: ZoneId = ZoneId.systemDefault()): NowContext =
    NowContext(now, zoneSpan(zone, now - BACK_MS, now + AHEAD_MS))

/** The rules of [zone] in `[from, to)` (ms since 1970, UTC): the offset in force at [from], and each change after it, oldest first. */
fun zoneSpan(zone: ZoneId, from: Long, to: Long): ZoneSpan {
    val rules = zone.rules
    val changes = generateSequence(rules.nextTransition(Instant.ofEpochMilli(from))) { rules.nextTransition(it.instant) }
        .takeWhile { it.instant.toEpochMilli() < to }
        .map { ZoneTransition(it.instant.toEpochMilli(), it.offsetAfter.totalSeconds) }
    return ZoneSpan(zone.id, from, to, rules.getOffset(Instant.ofEpochMilli(from)).totalSeconds, changes.toList())
}
