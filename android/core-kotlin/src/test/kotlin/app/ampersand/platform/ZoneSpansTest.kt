package app.ampersand.platform

import app.ampersand.core.ZoneTransition
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.time.Instant
import java.time.ZoneId

/** Against changes that really happened, looked up by hand: summer time both ways round, half an hour, a skipped day, and changes that are none of it. */
class ZoneSpansTest {
    private fun ms(instant: String) = Instant.parse(instant).toEpochMilli()

    private fun check(zone: String, from: String, to: String, offsetS: Int, vararg changes: Pair<String, Int>) {
        val span = zoneSpan(ZoneId.of(zone), ms(from), ms(to))
        assertEquals(zone, zone, span.id)
        assertEquals(zone, ms(from) to ms(to), span.from to span.to)
        assertEquals(zone, offsetS, span.offsetS)
        assertEquals(zone, changes.map { (at, offset) -> ZoneTransition(ms(at), offset) }, span.transitions)
    }

    @Test fun `what happened in the world`() {
        check("Europe/Berlin", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z", 3600, "2024-03-31T01:00:00Z" to 7200, "2024-10-27T01:00:00Z" to 3600)
        check("America/New_York", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z", -18000, "2024-03-10T07:00:00Z" to -14400, "2024-11-03T06:00:00Z" to -18000)
        check("Australia/Lord_Howe", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z", 39600, "2024-04-06T15:00:00Z" to 37800, "2024-10-05T15:30:00Z" to 39600)
        // back to no summer time during Ramadan: the offset falls in spring and rises again
        check("Africa/Casablanca", "2024-01-01T00:00:00Z", "2024-06-01T00:00:00Z", 3600, "2024-03-10T02:00:00Z" to 0, "2024-04-14T02:00:00Z" to 3600)
        // the whole of 30 December was left out
        check("Pacific/Apia", "2011-12-01T00:00:00Z", "2012-01-15T00:00:00Z", -36000, "2011-12-30T10:00:00Z" to 50400)
        // no summer time at all, the clocks were moved for good
        check("Asia/Pyongyang", "2018-01-01T00:00:00Z", "2019-01-01T00:00:00Z", 30600, "2018-05-04T15:00:00Z" to 32400)
        check("Asia/Ho_Chi_Minh", "2024-01-01T00:00:00Z", "2026-01-01T00:00:00Z", 25200)
        check("UTC", "1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", 0)
    }

    @Test fun `a change on either end`() {
        // at the start it is in force already, at the end it is no longer part of the span
        check("Europe/Berlin", "2024-03-31T01:00:00Z", "2024-10-27T01:00:00Z", 7200)
        check("Europe/Berlin", "2024-03-31T00:59:59.999Z", "2024-10-27T01:00:00.001Z", 3600, "2024-03-31T01:00:00Z" to 7200, "2024-10-27T01:00:00Z" to 3600)
    }

    @Test fun `now comes with forty days behind it and four hundred ahead`() {
        val now = ms("2024-03-01T12:00:00Z")
        val context = nowContext(now, ZoneId.of("Europe/Berlin"))
        assertEquals(now, context.now)
        assertEquals(ms("2024-01-21T12:00:00Z") to ms("2025-04-05T12:00:00Z"), context.zone.from to context.zone.to)
        assertEquals(3, context.zone.transitions.size)
    }

    @Test fun `without being told, it asks the machine each time`() {
        val before = System.currentTimeMillis()
        val context = nowContext()
        assertTrue(context.now in before..System.currentTimeMillis())
        assertEquals(ZoneId.systemDefault().id, context.zone.id)
    }
}
