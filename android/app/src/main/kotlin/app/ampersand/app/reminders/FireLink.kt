/**
 * How Android tells one reminder from another: by a link that holds its id, and by the number that the core gave it. Two intents that differ in
 * nothing but what they carry along are the same to Android, so the id stands where it looks. No link names what a reminder is about.
 */
package app.ampersand.app.reminders

import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.net.Uri
import app.ampersand.app.MainActivity

/** What is passed on when one reminder fires, is opened or is put off: [id] is the fire's, [code] its number with the system. */
data class FireLink(val id: String, val code: Int) {
    /** At its time. In the foreground queue: the phone may fall asleep again before the other one's turn comes. */
    fun alarm(context: Context): PendingIntent =
        PendingIntent.getBroadcast(context, code, intent(context, ReminderReceiver::class.java).addFlags(Intent.FLAG_RECEIVER_FOREGROUND), FLAGS)

    /** Put off from its notification. */
    fun later(context: Context): PendingIntent = PendingIntent.getBroadcast(context, code, intent(context, LaterReceiver::class.java), FLAGS)

    /** Opened from its notification. */
    fun open(context: Context): PendingIntent =
        PendingIntent.getActivity(context, code, intent(context, MainActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK), FLAGS)

    private fun intent(context: Context, to: Class<*>) = Intent(context, to).setData(link()).putExtra(CODE, code)

    private fun link() = Uri.Builder().scheme(SCHEME).authority(HOST).appendPath(id).build()

    companion object {
        /** Nobody may put anything into an intent that this app will be started with. */
        private const val FLAGS = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE
        private const val SCHEME = "ampersand"
        private const val HOST = "fire"
        private const val CODE = "code"

        /** Which reminder [intent] is about; null when it is about none. */
        fun of(intent: Intent): FireLink? {
            val link = intent.data?.takeIf { it.scheme == SCHEME && it.host == HOST } ?: return null
            return link.lastPathSegment?.let { FireLink(it, intent.getIntExtra(CODE, 0)) }
        }
    }
}
