package app.ampersand.app.reminders

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.AlarmManager
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.provider.Settings
import app.ampersand.app.FakeKeystore
import app.ampersand.app.MainActivity
import app.ampersand.app.Screens
import app.ampersand.app.idle
import app.ampersand.core.NotificationPermission
import app.ampersand.ui.ExactTimes
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowAlarmManager

/** What the person and the system allow: asked for when it is needed, looked up each time, and never held against anybody. */
@RunWith(RobolectricTestRunner::class)
class PermissionTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    @get:Rule(order = 2) val phone = Phone()
    private val heard = mutableListOf<NotificationPermission>()

    private fun asks(): MainActivity = screens.launch().get().also { phone.app.port.askPermission { answer -> heard += answer } }

    private fun answers(activity: MainActivity, yes: Boolean) {
        phone.allows(yes)
        val asked = checkNotNull(shadowOf(activity).lastRequestedPermission) { "nothing was asked" }
        assertEquals(listOf(POST_NOTIFICATIONS), asked.requestedPermissions.toList())
        activity.onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, intArrayOf(if (yes) PERMISSION_GRANTED else PERMISSION_DENIED))
        idle()
    }

    /** The page of the system that came up last; the question itself is one of its own, and none of those. */
    private fun page(activity: MainActivity): Intent? =
        generateSequence { shadowOf(activity).nextStartedActivity }.filter { it.action.orEmpty().startsWith("android.settings.") }.lastOrNull()

    @Test fun `permission denied, no back-off - nothing is set, and nobody is thought to have ignored anything`() {
        phone.allows(false)
        val rule = phone.sets("20:00")
        assertEquals(emptyList<String>(), phone.times)
        for (day in 3..25) {
            phone.isAt("2026-03-%02dT21:00".format(day))
            phone.app.port.changed()
        }
        phone.allows(true)
        phone.app.port.changed()
        assertEquals(listOf("2026-03-25T20:00", "2026-03-26T20:00"), phone.times)
        phone.catchesUp()
        val view = phone.reminders.view(phone.context())
        assertNull(view.rules.single { it.id == rule.id }.asleep)
        assertEquals(0u, view.unheard)
        assertEquals(listOf("2026-03-26T20:00", "2026-03-27T20:00"), phone.times)
    }

    @Test fun `permission revoked - what is set comes to nothing and is not set again`() {
        phone.sets("20:00")
        phone.allows(false)
        phone.rings()
        assertEquals(0, phone.shown.size)
        assertEquals(emptyList<String>(), phone.times)
        phone.allows(true)
        phone.isAt("2026-03-03T09:00")
        screens.launch()
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `a channel that is switched off is a no`() {
        phone.manager.createNotificationChannel(NotificationChannel(Notices.CHANNEL, "x", NotificationManager.IMPORTANCE_NONE))
        assertEquals(NotificationPermission.DENIED, phone.app.port.permission())
        phone.sets("20:00")
        assertEquals(emptyList<String>(), phone.times)
    }

    @Test fun `the permission alone is not enough where the app's notifications are off`() {
        shadowOf(phone.manager).setNotificationsEnabled(false)
        assertEquals(NotificationPermission.DENIED, phone.app.port.permission())
    }

    @Test fun `asked, yes - what waited is set`() {
        phone.allows(false)
        phone.sets("20:00")
        val activity = asks()
        assertEquals(emptyList<NotificationPermission>(), heard)
        answers(activity, yes = true)
        assertEquals(listOf(NotificationPermission.GRANTED), heard)
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
    }

    @Test fun `asked, no - heard once, nothing is set, and no page comes up`() {
        phone.allows(false)
        phone.sets("20:00")
        val activity = asks()
        answers(activity, yes = false)
        assertEquals(listOf(NotificationPermission.DENIED), heard)
        assertEquals(emptyList<String>(), phone.times)
        assertNull(page(activity))
    }

    @Test fun `no for good - the system's own page comes up instead`() {
        phone.allows(false)
        val activity = asks()
        answers(activity, yes = false)
        phone.app.port.askPermission { heard += it }
        answers(activity, yes = false)
        val page = checkNotNull(page(activity))
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, page.action)
        assertEquals(phone.app.packageName, page.getStringExtra(Settings.EXTRA_APP_PACKAGE))
        assertEquals(2, heard.size)
    }

    @Test fun `switched off in the settings - the page where it is switched on`() {
        shadowOf(phone.manager).setNotificationsEnabled(false)
        val activity = asks()
        assertEquals(Settings.ACTION_APP_NOTIFICATION_SETTINGS, checkNotNull(page(activity)).action)
        assertEquals(listOf(NotificationPermission.DENIED), heard)
    }

    @Test fun `already allowed - nobody is asked`() {
        val activity = asks()
        assertNull(shadowOf(activity).lastRequestedPermission)
        assertEquals(listOf(NotificationPermission.GRANTED), heard)
    }

    @Test fun `roughly unless somebody asks for the minute, also where the system would allow it`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        phone.sets("20:00")
        assertTrue(phone.alarms.none { it.isExact })
        assertTrue(phone.alarms.all { it.isAllowWhileIdle })
        assertEquals(ExactTimes.ROUGH, phone.app.port.exact())
    }

    @Test fun `the minute is asked for on the system's page`() {
        val activity = screens.launch().get()
        phone.app.port.openExactSettings()
        val page = checkNotNull(page(activity))
        assertEquals(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, page.action)
        assertEquals("package:${phone.app.packageName}", page.dataString)
        assertEquals(ExactTimes.ROUGH, phone.app.port.exact())
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        assertEquals(ExactTimes.EXACT, phone.app.port.exact())
    }

    @Test @Config(shadows = [RefusingAlarms::class]) fun `exact permission taken away between the question and the alarm`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        phone.app.port.openExactSettings()
        phone.sets("20:00")
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
        assertFalse(phone.alarms.any { it.isExact })
    }

    /** Says that it may be exact, and then that it may not. */
    @Implements(AlarmManager::class)
    class RefusingAlarms : ShadowAlarmManager() {
        @Implementation
        override fun setExactAndAllowWhileIdle(type: Int, triggerAtMs: Long, operation: PendingIntent) = throw SecurityException()
    }
}
