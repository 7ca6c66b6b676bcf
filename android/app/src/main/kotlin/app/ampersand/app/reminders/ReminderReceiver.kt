/** An alarm has come. What becomes of it is the core's to say; this only brings it there, off the main thread. */
package app.ampersand.app.reminders

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import app.ampersand.app.app

class ReminderReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val fire = FireLink.of(intent) ?: return
        offMainThread(context) { fired(fire) }
    }
}

/** "Later" on a notification. */
class LaterReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        val fire = FireLink.of(intent) ?: return
        offMainThread(context) { later(fire) }
    }
}

/** The phone stays awake and the process alive until [work] is done, a few milliseconds as a rule; the system gives ten seconds. */
internal fun BroadcastReceiver.offMainThread(context: Context, work: ReminderKeeper.() -> Unit) {
    val pending = goAsync()
    context.app.inBackground {
        try {
            context.app.reminders.work()
        } finally {
            pending.finish()
        }
    }
}
