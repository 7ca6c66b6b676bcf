package app.ampersand.app.reminders

import app.ampersand.app.FakeKeystore
import app.ampersand.app.idle
import app.ampersand.app.texts
import app.ampersand.core.Completion
import app.ampersand.core.ReminderKind
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Runnable
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.Duration
import kotlin.coroutines.CoroutineContext

/** From an alarm to the notification and on to the next alarm; and what never gets as far as the screen. */
@RunWith(RobolectricTestRunner::class)
class FiringTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val phone = Phone()

    @Test fun `set, fired, shown, done, and the next one set`() {
        val rule = phone.sets("20:00")
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
        phone.rings()
        assertEquals(listOf(texts.reminderDailyCheckInDiscreet), phone.titles)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
        phone.does(rule)
        assertEquals("taken off the screen when it is done", 0, phone.shown.size)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `nothing is kept and nothing set before the first reminder`() {
        phone.app.port.changed()
        assertEquals(emptyList<String>(), phone.times)
        assertEquals(emptyMap<String, List<Byte>>(), phone.vaultBytes())
        assertEquals(0, phone.jobs.allPendingJobs.size)
    }

    @Test fun `saved after today's time - first is tomorrow`() {
        phone.isAt("2026-03-02T20:30")
        phone.sets("20:00")
        assertEquals("2026-03-03T20:00", phone.times.first())
    }

    @Test fun `done early - tomorrow stands`() {
        val rule = phone.sets("20:00")
        phone.isAt("2026-03-02T18:00")
        phone.does(rule)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `46 h late - dropped, never on the screen, told in the app`() {
        val rule = phone.sets("20:00")
        phone.rings(late = Duration.ofHours(46))
        assertEquals(0, phone.shown.size)
        assertEquals(listOf(rule.id to "2026-03-02"), phone.reminders.view(phone.context()).missed.map { it.rule to it.day }.take(1))
        assertEquals(listOf("2026-03-04T20:00", "2026-03-05T20:00"), phone.times)
    }

    @Test fun `a little late is shown`() {
        phone.sets("20:00")
        phone.rings(late = Duration.ofMinutes(170))
        assertEquals(1, phone.shown.size)
    }

    @Test fun `nothing is done on the main thread`() {
        phone.sets("20:00")
        val held = ArrayDeque<Runnable>()
        phone.app.worker = object : CoroutineDispatcher() {
            override fun dispatch(context: CoroutineContext, block: Runnable) {
                held += block
            }
        }
        phone.rings()
        assertEquals(0, phone.shown.size)
        assertEquals(1, held.size)
        held.removeFirst().run()
        assertEquals(1, phone.shown.size)
    }

    @Test fun `delivered twice, shown once`() {
        phone.sets("20:00")
        val alarm = phone.rings()
        val shown = phone.shown.single()
        phone.manager.cancel(shown.id)
        checkNotNull(alarm.operation).send()
        idle()
        assertEquals("shown again", 0, phone.shown.size)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `double tap on later puts it off once`() {
        phone.sets("20:00")
        phone.rings()
        val notice = phone.shown.single()
        repeat(2) { phone.taps(notice, texts.reminderActionLater) }
        assertEquals(0, phone.shown.size)
        assertEquals(listOf("2026-03-02T20:30", "2026-03-03T20:00"), phone.times)
    }

    @Test fun `snooze does not return within minutes, and comes when it was put off to`() {
        phone.sets("20:00")
        phone.rings()
        phone.taps(phone.shown.single(), texts.reminderActionLater)
        phone.isAt("2026-03-02T20:05")
        phone.app.port.changed()
        assertEquals(0, phone.shown.size)
        phone.rings()
        assertEquals("2026-03-02T20:30", phone.local(phone.now.toEpochMilli()))
        assertEquals(listOf(texts.reminderDailyCheckInDiscreet), phone.titles)
    }

    @Test fun `completing deletes the snooze`() {
        val rule = phone.sets("20:00")
        phone.rings()
        phone.taps(phone.shown.single(), texts.reminderActionLater)
        phone.does(rule)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `near the day's end there is no later`() {
        phone.sets("03:45") { it.copy(graceMin = 60u) }
        phone.rings()
        assertEquals(listOf(texts.reminderActionOpen), phone.shown.single().notification.actions.map { it.title })
    }

    @Test fun `rule deleted while shown`() {
        val rule = phone.sets("20:00")
        phone.rings()
        phone.reminders.deleteRule(phone.context(), rule.id)
        phone.app.port.changed()
        assertEquals(0, phone.shown.size)
        assertEquals(emptyList<String>(), phone.times)
    }

    @Test fun `rule disabled meanwhile`() {
        val rule = phone.sets("20:00")
        phone.reminders.enableRule(phone.context(), rule.id, false)
        phone.rings()
        assertEquals("the system had not been told yet", 0, phone.shown.size)
        assertEquals(emptyList<String>(), phone.times)
    }

    @Test fun `four at one minute, one notification`() {
        for (kind in listOf(ReminderKind.DAILY_CHECK_IN, ReminderKind.PRACTICE, ReminderKind.AGREEMENT, ReminderKind.CUSTOM)) phone.sets("20:00", kind = kind)
        phone.rings()
        assertEquals(listOf(texts.reminderSeveralDiscreet), phone.titles)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `20 rules - two alarms, and all of them come in turn`() {
        val rules = (0 until 20).map { phone.sets("%02d:%02d".format(6 + it * 17 / 20, it * 13 % 60), kind = ReminderKind.CUSTOM) }
        phone.limit(24u)
        phone.isAt("2026-03-03T05:00")
        phone.app.port.changed()
        val said = mutableSetOf<String>()
        for (turn in rules.indices) {
            if (said.size == rules.size) break
            assertEquals(2, phone.alarms.size)
            val before = phone.shown.map { it.id }
            phone.rings()
            val fresh = phone.shown.filter { it.id !in before }
            for (notice in fresh) said += phone.reminders.opened(phone.context(), notice.link.id).items.map { it.rule }
        }
        assertEquals(rules.map { it.id }.toSet(), said)
        assertEquals("a number for each", phone.shown.size, phone.shown.map { it.link.code }.toSet().size)
    }

    @Test fun `ids never collide - every alarm and notification has a number and a link of its own`() {
        val codes = mutableListOf<Int>()
        phone.sets("08:00", "12:00", "16:00", "20:00") { it.copy(completion = Completion.SLOT, backOff = false) }
        phone.limit(24u)
        repeat(12) {
            phone.rings()
            val inUse = phone.alarms.map { it.link } + phone.shown.map { it.link }
            assertEquals("$inUse", inUse.size, inUse.map { it.code }.toSet().size)
            assertEquals("$inUse", inUse.size, inUse.map { it.id }.toSet().size)
            codes += inUse.map { it.code }
        }
        assertTrue(codes.all { it > 0 })
    }
}
