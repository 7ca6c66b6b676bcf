/**
 * Whether reminders are to come at their very minute. Nobody gets that unasked: it costs the phone more, and from Android 14 on the system wants
 * to be asked first. That the person asked is kept here, because Android 12 and 13 allow it to every app: there the permission alone says nothing.
 */
package app.ampersand.app.reminders

import android.app.AlarmManager
import android.content.Context
import android.os.Build
import app.ampersand.app.GuardedApi
import app.ampersand.app.service

class ExactMinute(context: Context, private val asked: Mark) {
    private val alarms = context.service<AlarmManager>()

    /** Whether the system lets a person choose at all. */
    val isChoice: Boolean get() = Build.VERSION.SDK_INT >= 31

    /** Whether the person asked for it, and the system allows it: looked up anew each time, because it can be taken away at any moment. */
    val isOn: Boolean
        @GuardedApi get() = isChoice && asked.isThere && alarms.canScheduleExactAlarms()

    fun ask() = asked.put()
}
