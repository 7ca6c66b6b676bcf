/**
 * How the screens reach what the operating system does with reminders. A shell implements it; what is set and when is decided by the core, and the
 * shell only hands it on. All of it may be called from the main thread and returns at once.
 */
package app.ampersand.ui

import app.ampersand.core.NotificationPermission

interface ReminderPort {
    /** Something has changed that reminders hang on: a rule, a setting, an answer. The shell asks the core for the plan anew and tells the system. */
    fun changed()

    /** Whether the system shows notifications of this app, asked anew. */
    fun permission(): NotificationPermission

    /** Asks the person, where the system lets an app ask; else leads to the page of the system where it is set. [then] comes on the main thread. */
    fun askPermission(then: (NotificationPermission) -> Unit)

    /** Whether reminders come to the exact minute. */
    fun exact(): ExactTimes

    /** Leads to the page of the system where exact times are allowed or forbidden. */
    fun openExactSettings()
}

enum class ExactTimes {
    /** The system has no such choice. */
    NO_CHOICE,

    /** They may be some minutes late. */
    ROUGH,

    /** The person has allowed it. */
    EXACT,
}

/** Where nothing can be shown beside the app, such as in a test. */
object NoNotifications : ReminderPort {
    override fun changed() = Unit

    override fun permission() = NotificationPermission.DENIED

    override fun askPermission(then: (NotificationPermission) -> Unit) = then(NotificationPermission.DENIED)

    override fun exact() = ExactTimes.NO_CHOICE

    override fun openExactSettings() = Unit
}
