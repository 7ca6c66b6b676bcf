/**
 * What is seen of a reminder: one notification with a short text of the catalogue, on one channel with a neutral name.
 *
 * What it must never do: show a word that somebody wrote, or in discreet mode let anybody see on the lock screen that there is a reminder at all.
 * What a notification carries along for itself can be read by other apps that may see notifications; it holds no more than its text says.
 */
package app.ampersand.app.reminders

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.os.Bundle
import app.ampersand.R
import app.ampersand.app.service
import app.ampersand.core.NotificationPermission
import app.ampersand.ui.Texts

/** One reminder on the screen. [copyKey] names its text; [silent]: it comes without a sound; [later]: it can still be put off. */
data class Notice(val fire: FireLink, val copyKey: String, val discreet: Boolean, val silent: Boolean, val later: Boolean)

/** [texts] gives those of the moment: a person can change the language while the app lives on. */
class Notices(private val context: Context, private val texts: () -> Texts) {
    private val manager = context.service<NotificationManager>()

    /** Whether a notification would be seen: the permission is there (from Android 13 on), the app's are switched on, and so is the channel. */
    fun permission(): NotificationPermission {
        val off = manager.getNotificationChannel(CHANNEL)?.importance == NotificationManager.IMPORTANCE_NONE
        return if (mayNotify(context) && manager.areNotificationsEnabled() && !off) NotificationPermission.GRANTED else NotificationPermission.DENIED
    }

    fun post(notice: Notice) {
        nameChannel()
        manager.notify(notice.fire.code, drawn(notice))
    }

    fun withdraw(code: Int) = manager.cancel(code)

    fun withdrawAll() = manager.cancelAll()

    /** In the language of now: the channel's name, and what is on the screen. Nothing sounds a second time. */
    fun sayAnew() {
        if (manager.getNotificationChannel(CHANNEL) != null) nameChannel()
        for (shown in manager.activeNotifications) noticeIn(shown.id, shown.notification.extras)?.let { manager.notify(shown.id, drawn(it)) }
    }

    /** Makes the channel, or gives it the name in the language of now; what the person has set about it stays. */
    private fun nameChannel() = manager.createNotificationChannel(
        NotificationChannel(CHANNEL, texts().reminderChannel, NotificationManager.IMPORTANCE_DEFAULT).apply { setShowBadge(false) },
    )

    private fun drawn(notice: Notice): Notification = with(texts()) {
        val open = notice.fire.open(context)
        val builder = bare(reminder(notice.copyKey))
            .setContentIntent(open)
            .setAutoCancel(true)
            .setOnlyAlertOnce(true)
            .setVisibility(if (notice.discreet) Notification.VISIBILITY_SECRET else Notification.VISIBILITY_PRIVATE)
            .setPublicVersion(bare(reminderSeveralDiscreet).build())
            .addAction(Notification.Action.Builder(null, reminderActionOpen, open).build())
            .addExtras(notice.carried())
        if (notice.later) builder.addAction(Notification.Action.Builder(null, reminderActionLater, notice.fire.later(context)).build())
        // a child of a group that only its summary may sound for, and there is no summary: the way to be silent on a channel that is not
        if (notice.silent) builder.setGroup(SILENT).setGroupAlertBehavior(Notification.GROUP_ALERT_SUMMARY)
        builder.build()
    }

    private fun bare(title: String) = Notification.Builder(context, CHANNEL)
        .setSmallIcon(R.drawable.notice)
        .setColor(context.getColor(R.color.icon_line))
        .setCategory(Notification.CATEGORY_REMINDER)
        .setContentTitle(title)

    /** What it takes to say it anew in another language. A discreet one does not say what it is about, so neither does this. */
    private fun Notice.carried() = Bundle().apply {
        putString(FIRE, fire.id)
        putBoolean(LATER, later)
        putBoolean(SILENT, silent)
        if (!discreet) putString(COPY, copyKey)
    }

    private fun noticeIn(code: Int, carried: Bundle): Notice? = carried.getString(FIRE)?.let { id ->
        val copy = carried.getString(COPY)
        Notice(FireLink(id, code), copy ?: "", discreet = copy == null, carried.getBoolean(SILENT), carried.getBoolean(LATER))
    }

    companion object {
        const val CHANNEL = "reminders"
        private const val FIRE = "fire"
        private const val COPY = "copy"
        private const val LATER = "later"
        private const val SILENT = "silent"
    }
}
