/** What the screens may ask of the system about reminders. What only an activity can do goes to the one in front. */
package app.ampersand.app.reminders

import android.Manifest.permission.POST_NOTIFICATIONS
import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.net.Uri
import android.os.Build
import android.provider.Settings
import app.ampersand.app.app
import app.ampersand.core.NotificationPermission
import app.ampersand.ui.ExactTimes
import app.ampersand.ui.ReminderPort

/** The activity that a person looks at. */
interface Front {
    /** Asks for [permission]; that there is an answer goes to [AppReminderPort.answered], also when the screen was turned meanwhile. */
    fun request(permission: String)

    /** Whether the system would show its question again after a no. */
    fun mayAskAgain(permission: String): Boolean

    fun show(page: Intent)
}

/** Up to Android 12 there is nothing to ask for. */
internal fun mayNotify(context: Context) = Build.VERSION.SDK_INT < 33 || context.checkSelfPermission(POST_NOTIFICATIONS) == PERMISSION_GRANTED

/** [asked]: whether the person was ever asked to allow notifications. */
class AppReminderPort(private val context: Context, private val notices: Notices, private val exact: ExactMinute, private val asked: Mark) : ReminderPort {
    /** Null while nobody looks. */
    var front: Front? = null
    private var then: ((NotificationPermission) -> Unit)? = null
    private var couldAsk = true

    override fun changed() = context.app.inBackground { context.app.reminders.replan() }

    override fun permission() = notices.permission()

    override fun askPermission(then: (NotificationPermission) -> Unit) {
        val front = front
        if (front == null || permission() == NotificationPermission.GRANTED) return then(permission())
        this.then = then
        if (mayNotify(context)) {
            front.show(ourPage())
            return answered()
        }
        couldAsk = !asked.isThere || front.mayAskAgain(POST_NOTIFICATIONS)
        asked.put()
        front.request(POST_NOTIFICATIONS)
    }

    /** The person has answered, or the system has in their place: after two times no it shows no question any more, and its own page is what is left. */
    fun answered() {
        if (!mayNotify(context) && !couldAsk) front?.show(ourPage())
        changed()
        then?.invoke(permission())
        then = null
    }

    override fun exact() = when {
        !exact.isChoice -> ExactTimes.NO_CHOICE
        exact.isOn -> ExactTimes.EXACT
        else -> ExactTimes.ROUGH
    }

    /** Coming here is asking for it. On Android 12 and 13 the page will show it as allowed already. */
    override fun openExactSettings() {
        exact.ask()
        if (exact.isChoice) front?.show(Intent(EXACT_PAGE, Uri.fromParts("package", context.packageName, null)))
    }

    private fun ourPage() = Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS).putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)

    private companion object {
        /** Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM. */
        const val EXACT_PAGE = "android.settings.REQUEST_SCHEDULE_EXACT_ALARM"
    }
}
