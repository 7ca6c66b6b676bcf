/**
 * A phone in somebody's hand: its clock and zone, its alarms, its notifications. The app on it is the real one, over the real core; what a phone does
 * with alarms (being late, losing them) the test does. Nothing waits.
 */
package app.ampersand.app.reminders

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.app.PendingIntent
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.content.Intent
import android.service.notification.StatusBarNotification
import app.ampersand.app.AmpersandApp
import app.ampersand.app.idle
import app.ampersand.app.kept
import app.ampersand.app.service
import app.ampersand.app.testApp
import app.ampersand.core.Completion
import app.ampersand.core.ReminderKind
import app.ampersand.core.RemindersInterface
import app.ampersand.core.Repeat
import app.ampersand.core.RuleDraft
import app.ampersand.core.RuleView
import app.ampersand.core.SlotTime
import app.ampersand.platform.nowContext
import org.junit.rules.ExternalResource
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import org.robolectric.shadows.ShadowAlarmManager.ScheduledAlarm
import org.robolectric.util.ReflectionHelpers
import java.time.Duration
import java.time.Instant
import java.time.LocalDateTime
import java.time.ZoneId

val BERLIN: ZoneId = ZoneId.of("Europe/Berlin")

class Phone : ExternalResource() {
    lateinit var app: AmpersandApp
        private set
    var zone = BERLIN
    var now: Instant = Instant.EPOCH
    val manager get() = app.service<NotificationManager>()
    val jobs get() = app.service<JobScheduler>()

    /** The reminders as the screens have them. */
    val reminders: RemindersInterface get() = app.core.reminders()

    override fun before() {
        app = testApp()
        app.now = ::context
        isAt("2026-03-02T12:00")
        allows(true)
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
    }

    fun context() = nowContext(now.toEpochMilli(), zone)

    /** The clock on the wall shows [local]. */
    fun isAt(local: String) {
        now = LocalDateTime.parse(local).atZone(zone).toInstant()
    }

    /** What that clock shows at [millis]. */
    fun local(millis: Long) = Instant.ofEpochMilli(millis).atZone(zone).toLocalDateTime().toString()

    // --- the person -----------------------------------------------------------------------------------------------------------------

    /** Sets a reminder as the screens do: saved, and the system told. */
    fun sets(vararg times: String, kind: ReminderKind = ReminderKind.DAILY_CHECK_IN, change: (RuleDraft) -> RuleDraft = { it }): RuleView =
        saves(*times, kind = kind, change = change).also { app.port.changed() }

    /** Only saved. */
    fun saves(vararg times: String, kind: ReminderKind = ReminderKind.DAILY_CHECK_IN, change: (RuleDraft) -> RuleDraft = { it }): RuleView =
        reminders.saveRule(context(), change(draft(kind, *times)))

    fun draft(kind: ReminderKind, vararg times: String) = RuleDraft(
        id = null, kind = kind, enabled = true, times = times.map { SlotTime.At(it) }, repeat = Repeat.EveryDay, startsOn = null, endsOn = null,
        graceMin = 180u, nudgeAfterMin = null, completion = Completion.DAY, backOff = true,
    )

    /** Answers what [rule] asks for, in the app. */
    fun does(rule: RuleView, day: String = local(now.toEpochMilli()).substringBefore('T')) {
        reminders.complete(context(), rule.id, day, null)
        app.port.changed()
    }

    fun limit(perDay: UInt) {
        reminders.saveSettings(context(), reminders.view(context()).settings.copy(maxPerDay = perDay))
        app.port.changed()
    }

    fun allows(on: Boolean) {
        if (on) shadowOf(app).grantPermissions(POST_NOTIFICATIONS) else shadowOf(app).denyPermissions(POST_NOTIFICATIONS)
        shadowOf(manager).setNotificationsEnabled(on)
    }

    // --- the alarms -----------------------------------------------------------------------------------------------------------------

    /** What is set, soonest first. */
    val alarms: List<ScheduledAlarm> get() = shadow.scheduledAlarms.sortedBy { it.triggerAtMs }

    /** The same, as the clock will show it. */
    val times: List<String> get() = alarms.map { local(it.triggerAtMs) }

    private val shadow get() = shadowOf(app.service<AlarmManager>())

    /** The soonest alarm comes, [late] after its time; a phone that shows a later time already is later still. */
    fun rings(late: Duration = Duration.ZERO): ScheduledAlarm = alarms.first().also { alarm ->
        now = maxOf(now, Instant.ofEpochMilli(alarm.triggerAtMs) + late)
        shadow.fireAlarm(alarm)
        idle()
    }

    /** Every alarm that is due comes, as soon as the phone is on again. */
    fun catchesUp() {
        var rung = 0
        while (alarms.firstOrNull()?.let { it.triggerAtMs <= now.toEpochMilli() } == true) {
            check(rung++ < 20) { "the same alarms come again and again" }
            rings()
        }
    }

    /** A phone that saves power, or an app that was stopped by force: no alarm is left, and nobody is told. */
    fun losesAlarms() = alarms.forEach { app.service<AlarmManager>().cancel(checkNotNull(it.operation)) }

    // --- the system -----------------------------------------------------------------------------------------------------------------

    fun says(action: String) {
        app.sendBroadcast(Intent(action).setPackage(app.packageName))
        idle()
    }

    /** The process ends; another one starts with the next thing that happens. */
    fun processDies(scheduler: Scheduler? = null) {
        app.reminders = scheduler?.let { app.newReminders(it) } ?: app.newReminders()
    }

    /** Off and on again: alarms and notifications are gone. */
    fun reboots() {
        losesAlarms()
        manager.cancelAll()
        processDies()
        says(Intent.ACTION_BOOT_COMPLETED)
    }

    /** The job that looks after the alarms comes by. */
    fun isLookedAfter() {
        val info = checkNotNull(jobs.getPendingJob(Watchdog.JOB)) { "nobody looks after the alarms" }
        val service = Robolectric.buildService(Watchdog::class.java).create()
        check(info.service.className == Watchdog::class.java.name)
        service.get().onStartJob(ReflectionHelpers.callConstructor(JobParameters::class.java))
        idle()
    }

    // --- the screen -----------------------------------------------------------------------------------------------------------------

    val shown: List<StatusBarNotification> get() = manager.activeNotifications.toList()

    val titles: List<String?> get() = shown.map { it.notification.title }

    /** A finger on the notification itself, on "Open" or on "Later". */
    fun taps(notice: StatusBarNotification, words: String? = null) {
        if (words == null) {
            notice.notification.contentIntent.send()
            manager.cancel(notice.id)
        } else {
            notice.notification.actions.single { it.title == words }.actionIntent.send()
        }
        idle()
    }

    /** The bytes of the vault, without those of the reminders. */
    fun vaultBytes(): Map<String, List<Byte>> =
        app.kept("vault").walkTopDown().filter { it.isFile && !it.name.startsWith("reminders.db") }.associate { it.name to it.readBytes().toList() }
}

val Notification.title: String? get() = extras.getString(Notification.EXTRA_TITLE)

val StatusBarNotification.link: FireLink get() = linkOf(notification.contentIntent)

/** How the alarm is set: to the minute, or roughly. */
val ScheduledAlarm.isExact: Boolean get() = windowLengthMs == ShadowAlarmManager.WINDOW_EXACT

val ScheduledAlarm.link: FireLink get() = linkOf(checkNotNull(operation))

private fun linkOf(pending: PendingIntent): FireLink = checkNotNull(FireLink.of(shadowOf(pending).savedIntent))
