/** What the system says that alarms and words depend on. Not exported: no other app can send it anything. */
package app.ampersand.app.reminders

import android.app.AlarmManager.ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent

class SystemReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        when (intent.action) {
            // a phone that was off has forgotten every alarm
            Intent.ACTION_BOOT_COMPLETED -> offMainThread(context) { booted() }
            // an update may have lost them, and alarms to the minute can only now be set as such: everything is set once more
            Intent.ACTION_MY_PACKAGE_REPLACED, ACTION_SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED -> offMainThread(context) { planAnew() }
            // the same times of day are other moments now
            Intent.ACTION_TIMEZONE_CHANGED, Intent.ACTION_TIME_CHANGED -> offMainThread(context) { replan() }
            Intent.ACTION_LOCALE_CHANGED -> offMainThread(context) { sayAnew() }
        }
    }
}
