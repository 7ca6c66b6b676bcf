package app.ampersand.app.reminders

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Intent
import android.os.SystemClock
import app.ampersand.app.FakeKeystore
import app.ampersand.app.Screens
import app.ampersand.app.begin
import app.ampersand.app.texts
import app.ampersand.core.Clock
import app.ampersand.core.ReminderKind
import app.ampersand.core.RuleView
import app.ampersand.ui.EnglishTexts
import app.ampersand.ui.Texts
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf

/** What is seen of a reminder, and by whom. */
@RunWith(RobolectricTestRunner::class)
class NoticesTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    @get:Rule(order = 2) val phone = Phone()

    private fun plain(rule: RuleView? = null) {
        val settings = phone.reminders.view(phone.context()).settings
        phone.reminders.saveSettings(phone.context(), settings.copy(discreet = false))
        phone.app.port.changed()
        check(rule == null || phone.times.isNotEmpty())
    }

    /** Every word and every datum that goes to the system with a notification, for other apps and for logs. */
    private fun Notification.everything(): String {
        val carried = extras.keySet().map { key -> @Suppress("DEPRECATION") "$key=${extras.get(key)}" }
        val links = (listOf(contentIntent) + actions.map { it.actionIntent }).map { shadowOf(it).savedIntent }.map { "${it.data} ${it.extras}" }
        return (carried + actions.map { it.title } + links + listOf(tickerText, group, publicVersion?.everythingPublic())).joinToString("\n")
    }

    private fun Notification.everythingPublic() = extras.keySet().joinToString { key -> @Suppress("DEPRECATION") "$key=${extras.get(key)}" }

    @Test fun `hidden on the lock screen, and the same words for every kind`() {
        for (kind in ReminderKind.entries) {
            val rule = phone.sets("20:00", kind = kind)
            phone.rings()
            val notice = phone.shown.single().notification
            assertEquals(Notification.VISIBILITY_SECRET, notice.visibility)
            assertEquals(Notification.CATEGORY_REMINDER, notice.category)
            assertEquals(texts.reminderSeveralDiscreet, notice.title)
            assertFalse(null, kind.name.lowercase() in notice.everything().lowercase())
            phone.reminders.deleteRule(phone.context(), rule.id)
            phone.app.port.changed()
            phone.isAt("2026-03-02T12:00")
        }
    }

    @Test fun `in plain words when the person wants that - and on the lock screen still the others`() {
        phone.sets("20:00", kind = ReminderKind.WEEKLY_PULSE)
        plain()
        phone.rings()
        val notice = phone.shown.single().notification
        assertEquals(texts.reminderWeeklyPulsePlain, notice.title)
        assertEquals(Notification.VISIBILITY_PRIVATE, notice.visibility)
        assertEquals(texts.reminderSeveralDiscreet, checkNotNull(notice.publicVersion).title)
    }

    @Test fun `every kind has words of its own in plain, one for all when discreet, and a key that nobody knows says nothing`() {
        val kinds = listOf("daily_check_in", "weekly_pulse", "together", "practice", "retest", "agreement", "custom", "several")
        val marked = object : Texts by EnglishTexts {}
        assertEquals(kinds.size, kinds.map { marked.reminder("reminder.$it.plain") }.toSet().size)
        assertEquals(setOf(texts.reminderSeveralDiscreet), (kinds + "unheard_of").map { marked.reminder("reminder.$it.discreet") }.toSet())
        assertEquals(texts.reminderSeveralDiscreet, marked.reminder("reminder.unheard_of.plain"))
    }

    @Test fun `one neutral channel, without a mark on the icon`() {
        phone.sets("20:00")
        phone.rings()
        val channel = phone.manager.notificationChannels.single()
        assertEquals(texts.reminderChannel, channel.name)
        assertFalse(channel.canShowBadge())
        assertEquals(NotificationManager.IMPORTANCE_DEFAULT, channel.importance)
    }

    @Test fun `nothing that the person wrote is in it`() {
        val activity = screens.launch().get()
        activity.begin()
        val rule = phone.sets("20:00", kind = ReminderKind.CUSTOM)
        phone.app.core.open(null).saveRuleLabel(rule.id, "Call Juniper about the thing")
        plain(rule)
        phone.rings()
        val all = phone.shown.single().notification.everything()
        assertEquals(texts.reminderCustomPlain, phone.titles.single())
        assertFalse(all, "Juniper" in all || "thing" in all)
    }

    @Test fun `what is passed on is a link and a number, told apart by the link, and nobody can change it`() {
        phone.sets("20:00")
        phone.rings()
        val notice = phone.shown.single().notification
        for (pending in listOf(notice.contentIntent) + notice.actions.map { it.actionIntent } + phone.alarms.map { checkNotNull(it.operation) }) {
            assertTrue(pending.isImmutable)
            val intent = shadowOf(pending).savedIntent
            assertTrue("${intent.data}", Regex("ampersand://fire/[0-9a-f]{16}").matches(intent.dataString.orEmpty()))
            assertEquals(setOf("code"), checkNotNull(intent.extras).keySet())
            assertNotNull(intent.component)
        }
        assertEquals(phone.alarms.size, phone.alarms.map { shadowOf(checkNotNull(it.operation)).requestCode }.toSet().size)
    }

    @Test fun `in quiet hours without a sound, else with one`() {
        val settings = phone.reminders.view(phone.context()).settings
        phone.sets("20:00")
        phone.reminders.saveSettings(phone.context(), settings.copy(quiet = app.ampersand.core.QuietHours("22:00", "07:00")))
        phone.app.port.changed()
        phone.rings()
        assertEquals(null, phone.shown.single().notification.group)
        phone.manager.cancelAll()
        phone.rings(late = java.time.Duration.ofMinutes(150))
        val late = phone.shown.single().notification
        assertEquals(Notification.GROUP_ALERT_SUMMARY, late.groupAlertBehavior)
        assertNotNull(late.group)
    }

    @Test fun `locked vault - reminders go on, and nothing of it is opened`() {
        val first = screens.launch()
        first.get().begin()
        phone.app.core.open(null).setPassphrase(null, "heron kettle lantern moss", Clock(phone.now.toEpochMilli(), SystemClock.elapsedRealtime()))
        phone.sets("20:00")
        screens.processDies(first)
        phone.processDies()
        val before = phone.vaultBytes()
        phone.reboots()
        phone.rings()
        phone.taps(phone.shown.single(), texts.reminderActionLater)
        phone.rings()
        assertEquals(listOf(texts.reminderSeveralDiscreet), phone.titles)
        assertEquals(before, phone.vaultBytes())
        assertTrue(phone.app.core.lockState().passphrase)
    }

    @Test fun `locale changed - the channel and what is on the screen speak it, and nothing sounds again`() {
        phone.sets("20:00")
        phone.sets("20:30", kind = ReminderKind.PRACTICE)
        phone.rings()
        plain()
        phone.rings()
        phone.app.texts = { Other }
        phone.says(Intent.ACTION_LOCALE_CHANGED)
        assertEquals(setOf("Eine Minute?", "Zeit zum Üben"), phone.titles.toSet())
        for (notice in phone.shown) {
            assertEquals(listOf("Öffnen", "Später"), notice.notification.actions.map { it.title.toString() })
            assertTrue(notice.notification.flags and Notification.FLAG_ONLY_ALERT_ONCE != 0)
        }
        assertEquals("Erinnerungen", phone.manager.notificationChannels.single().name)
        // what was on the screen can still be put off and opened
        phone.taps(phone.shown.first { it.notification.title == "Zeit zum Üben" }, "Später")
        assertEquals(1, phone.shown.size)
        assertEquals("2026-03-02T21:00", phone.times.first())
    }

    @Test fun `locale changed before there ever was a reminder - no channel is made`() {
        phone.says(Intent.ACTION_LOCALE_CHANGED)
        assertEquals(emptyList<NotificationChannel>(), phone.manager.notificationChannels)
    }

    private object Other : Texts by EnglishTexts {
        override val reminderChannel = "Erinnerungen"
        override val reminderSeveralDiscreet = "Eine Minute?"
        override val reminderPracticePlain = "Zeit zum Üben"
        override val reminderActionOpen = "Öffnen"
        override val reminderActionLater = "Später"
    }
}
