package app.ampersand.app.reminders

import android.app.AlarmManager
import android.app.AlarmManager.ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED
import android.content.Intent
import app.ampersand.app.FakeKeystore
import app.ampersand.app.Screens
import app.ampersand.app.kept
import app.ampersand.app.service
import app.ampersand.app.texts
import app.ampersand.core.Completion
import app.ampersand.core.ReminderKind
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import java.time.ZoneId

/** What a phone does to alarms and clocks, and what the system says or does not say about it. */
@RunWith(RobolectricTestRunner::class)
class SystemTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    @get:Rule(order = 2) val phone = Phone()

    @Test fun `reboot without opening`() {
        phone.sets("20:00")
        phone.reboots()
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
        phone.rings()
        assertEquals(1, phone.shown.size)
    }

    @Test fun `nothing was ever set, so a reboot sets nothing`() {
        phone.reboots()
        assertEquals(emptyList<String>(), phone.times)
    }

    @Test fun `off at 18_00, on at 19_00 - nothing is early, nothing is lost`() {
        phone.sets("18:30", "20:00") { it.copy(completion = Completion.SLOT) }
        phone.isAt("2026-03-02T19:00")
        phone.reboots()
        assertEquals(listOf("2026-03-02T18:30", "2026-03-02T20:00"), phone.times)
        phone.catchesUp()
        assertEquals(1, phone.shown.size)
    }

    @Test fun `phone off all day, 5 due, at most one shown`() {
        for (hour in listOf("09", "11", "13", "15", "17")) phone.sets("$hour:00", kind = ReminderKind.CUSTOM) { it.copy(graceMin = 720u) }
        phone.isAt("2026-03-03T18:00")
        phone.reboots()
        phone.catchesUp()
        assertEquals(1, phone.shown.size)
        assertEquals("a phone that was off is not one that swallows reminders", 0u, phone.reminders.view(phone.context()).unheard)
    }

    @Test fun `shown after unlock inside grace`() {
        phone.sets("20:00")
        // from here to the first unlock the phone is on, and the app's files are shut: the broadcast comes with the unlock
        phone.losesAlarms()
        phone.isAt("2026-03-02T22:10")
        phone.reboots()
        phone.catchesUp()
        assertEquals(1, phone.shown.size)
    }

    @Test fun `app updated - what was set is set again`() {
        phone.sets("20:00")
        phone.losesAlarms()
        phone.processDies()
        phone.says(Intent.ACTION_MY_PACKAGE_REPLACED)
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
    }

    @Test fun `zone changed after scheduling`() {
        phone.sets("20:00")
        phone.zone = ZoneId.of("America/New_York")
        phone.says(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
        assertEquals(2, phone.alarms.size)
    }

    @Test fun `zone changed during snooze`() {
        phone.sets("20:00")
        phone.rings()
        phone.taps(phone.shown.single(), texts.reminderActionLater)
        val at = phone.alarms.first().triggerAtMs
        phone.zone = ZoneId.of("Europe/Lisbon")
        phone.says(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals("half an hour is half an hour anywhere", at, phone.alarms.first().triggerAtMs)
    }

    @Test fun `clock moved by hand - forward past the time, it comes once`() {
        phone.sets("20:00")
        phone.isAt("2026-03-02T20:40")
        phone.says(Intent.ACTION_TIME_CHANGED)
        phone.catchesUp()
        assertEquals(1, phone.shown.size)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `clock moved by hand - back again, nothing is shown twice`() {
        phone.sets("20:00")
        phone.rings()
        phone.manager.cancelAll()
        phone.isAt("2026-03-02T19:00")
        phone.says(Intent.ACTION_TIME_CHANGED)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
        phone.rings()
        assertEquals(1, phone.shown.size)
    }

    @Test fun `no broadcast at DST - the alarm was set for the right moment all along`() {
        phone.isAt("2026-03-28T21:00")
        phone.sets("20:00")
        assertEquals(listOf("2026-03-29T20:00", "2026-03-30T20:00"), phone.times)
        phone.rings()
        assertEquals("2026-03-29T18:00:00Z", phone.now.toString())
    }

    @Test fun `force stop then opened, no burst`() {
        for (hour in listOf("13", "14", "15", "16")) phone.sets("$hour:00", kind = ReminderKind.CUSTOM)
        phone.losesAlarms()
        phone.processDies()
        phone.isAt("2026-03-04T15:30")
        screens.launch()
        phone.catchesUp()
        assertEquals("one at most", 1, phone.shown.size)
        assertTrue("and the app can say that some did not come", phone.reminders.view(phone.context()).unheard > 0u)
        assertEquals("2026-03-04T16:00", phone.times.first())
    }

    @Test fun `force stop, and opened before the next is due - it is set again`() {
        phone.sets("20:00")
        phone.losesAlarms()
        phone.processDies()
        screens.launch()
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
    }

    @Test fun `watchdog catches what the alarm missed`() {
        phone.sets("20:00")
        val job = checkNotNull(phone.jobs.getPendingJob(Watchdog.JOB))
        assertTrue(job.isPeriodic && job.isPersisted)
        assertEquals(12 * 3_600_000L, job.intervalMillis)
        phone.losesAlarms()
        phone.isAt("2026-03-02T21:30")
        phone.processDies()
        phone.isLookedAfter()
        phone.catchesUp()
        assertEquals(1, phone.shown.size)
        assertEquals(1u, phone.reminders.view(phone.context()).unheard)
    }

    @Test fun `the watchdog's hours do not begin anew with every plan`() {
        phone.sets("20:00")
        val job = checkNotNull(phone.jobs.getPendingJob(Watchdog.JOB))
        phone.app.port.changed()
        assertTrue(job === phone.jobs.getPendingJob(Watchdog.JOB))
    }

    @Test fun `exact permission revoked - falls back, still set`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        phone.app.port.openExactSettings()
        phone.sets("20:00")
        assertTrue(phone.alarms.all { it.isExact })
        // the system takes the alarms with the permission, ends the app, and says nothing
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        phone.losesAlarms()
        phone.processDies()
        screens.launch()
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
        assertTrue(phone.alarms.none { it.isExact })
    }

    @Test fun `exact permission given - what is set roughly is set to the minute`() {
        phone.sets("20:00")
        phone.app.port.openExactSettings()
        assertTrue(phone.alarms.none { it.isExact })
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        phone.says(ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED)
        assertTrue(phone.alarms.isNotEmpty() && phone.alarms.all { it.isExact && it.isAllowWhileIdle })
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
    }

    @Test fun `process killed between plan and apply`() {
        phone.processDies(object : Scheduler {
            override fun set(fire: FireLink, at: Long): Boolean = throw Killed()
            override fun cancel(fire: FireLink) = Unit
        })
        phone.saves("20:00")
        assertThrows(Killed::class.java) { phone.app.reminders.replan() }
        assertEquals(emptyList<String>(), phone.times)
        phone.processDies()
        phone.says(Intent.ACTION_TIMEZONE_CHANGED)
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
    }

    @Test fun `process killed between apply and saying so - set once, and fired once`() {
        val real = AlarmScheduler(phone.app, ExactMinute(phone.app, Mark(phone.app.filesDir.resolve("none"))))
        phone.processDies(object : Scheduler by real {
            override fun set(fire: FireLink, at: Long): Boolean = real.set(fire, at).also { throw Killed() }
        })
        phone.saves("20:00")
        assertThrows(Killed::class.java) { phone.app.reminders.replan() }
        assertEquals(1, phone.alarms.size)
        phone.processDies()
        phone.rings()
        assertEquals(1, phone.shown.size)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `an alarm that the system does not take is asked for again`() {
        phone.processDies(object : Scheduler {
            override fun set(fire: FireLink, at: Long) = false
            override fun cancel(fire: FireLink) = Unit
        })
        phone.sets("20:00")
        phone.processDies()
        phone.app.port.changed()
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
    }

    @Test fun `the app erased - nothing of it stays with the system`() {
        phone.sets("20:00", "21:00") { it.copy(completion = Completion.SLOT) }
        phone.rings()
        phone.app.kept("vault").deleteRecursively()
        phone.app.port.changed()
        assertEquals(0, phone.shown.size)
        assertEquals(emptyList<String>(), phone.times)
        assertEquals(0, phone.jobs.allPendingJobs.size)
    }

    @Test fun `reminders that cannot be read - no crash, nothing changed, and the old alarms stay`() {
        phone.sets("20:00")
        val file = phone.app.kept("vault").resolve("reminders.db")
        phone.processDies()
        val broken = ByteArray(file.length().toInt()) { 7 }
        file.writeBytes(broken)
        for (action in listOf(Intent.ACTION_TIMEZONE_CHANGED, Intent.ACTION_BOOT_COMPLETED)) phone.says(action)
        assertEquals(2, phone.alarms.size)
        phone.rings()
        assertEquals(0, phone.shown.size)
        assertTrue(broken.contentEquals(file.readBytes()))
        assertEquals(1, shadowOf(phone.app.service<AlarmManager>()).scheduledAlarms.size)
    }

    private class Killed : Error()
}
