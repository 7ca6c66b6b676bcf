/**
 * Where the times go that the core has worked out: to the system's alarm clock. It keeps nothing and decides nothing.
 *
 * The usual way is an alarm that may come some minutes late and wakes the phone from its deep sleep all the same (setAndAllowWhileIdle): it needs no
 * permission. To the minute it comes only for somebody who asked for it and whom the system allows it; where it is refused, at the last moment even,
 * the usual way is taken, because a reminder that is a little late is worth more than none.
 */
package app.ampersand.app.reminders

import android.app.AlarmManager
import android.content.Context
import app.ampersand.app.service

/** What the system is asked for. A test may put one here that fails. */
interface Scheduler {
    /** Sets the alarm of [fire] at [at] (ms since 1970), in place of an earlier one of the same reminder. False when the system does not take it. */
    fun set(fire: FireLink, at: Long): Boolean

    /** Takes it away; there may be none. */
    fun cancel(fire: FireLink)
}

class AlarmScheduler(private val context: Context, private val exact: ExactMinute) : Scheduler {
    private val alarms = context.service<AlarmManager>()

    /** The system refuses with an exception when an app has five hundred alarms. Ours are two; still, it is no reason for the app to end. */
    override fun set(fire: FireLink, at: Long): Boolean = try {
        if (!toTheMinute(fire, at)) alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, fire.alarm(context))
        true
    } catch (_: IllegalStateException) {
        false
    }

    override fun cancel(fire: FireLink) = fire.alarm(context).let {
        alarms.cancel(it)
        it.cancel()
    }

    /** False where the minute was not asked for, or is not allowed: the permission can go between the question and the alarm. */
    private fun toTheMinute(fire: FireLink, at: Long): Boolean = exact.isOn && try {
        alarms.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, fire.alarm(context))
        true
    } catch (_: SecurityException) {
        false
    }
}
