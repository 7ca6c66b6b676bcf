/**
 * What a phone's system does with reminders, played on a computer: it holds what the core says is to be set, and when the moment comes asks the core what
 * to show. It plans as Android does. Nothing of it decides what is shown or when.
 */
package app.ampersand.preview

import app.ampersand.core.AmpersandException
import app.ampersand.core.FireId
import app.ampersand.core.FireOutcome
import app.ampersand.core.FireToSet
import app.ampersand.core.NotificationPermission
import app.ampersand.core.NowContext
import app.ampersand.core.Platform
import app.ampersand.core.RemindersInterface
import app.ampersand.core.Replan
import app.ampersand.ui.ExactTimes
import app.ampersand.ui.ReminderPort

class DesktopReminders(private val reminders: () -> RemindersInterface, private val now: () -> NowContext) : ReminderPort {
    /** What waits for its moment. */
    var set: List<FireToSet> = emptyList()
        private set

    /** What is on the screen beside the app. */
    var notices: List<FireOutcome.Show> = emptyList()
        private set

    /** Told whenever [notices] has changed. */
    var onNotices: () -> Unit = {}
    var allowed = NotificationPermission.GRANTED

    /** What is set for a moment that has passed comes at once, as an alarm does. */
    @Synchronized
    override fun changed() {
        // a file that cannot be read is told by the screens, and plans nothing
        try {
            plan()
            if (set.any { it.at <= now().now }) tick()
        } catch (_: AmpersandException.Storage) {
            set = emptyList()
        }
    }

    private fun plan() {
        repeat(ROUNDS) { if (replan()) return }
    }

    private fun replan(): Boolean {
        val plan = reminders().replan(now(), Platform.ANDROID, allowed)
        take(plan)
        return reminders().registered(plan.generation, plan.set.map { it.id })
    }

    private fun take(plan: Replan) {
        val gone = plan.cancel.map { it.id } + plan.set.map { it.id }
        set = set.filter { it.id !in gone } + plan.set
        withdraw(plan.withdraw.map { it.id })
    }

    private fun withdraw(ids: List<FireId>) {
        val left = notices.filter { it.id !in ids }
        if (left.size == notices.size) return
        notices = left
        onNotices()
    }

    /** The clock has gone on: what was set for a moment that has come fires. */
    @Synchronized
    fun tick() {
        val due = set.filter { it.at <= now().now }
        if (due.isEmpty()) return
        due.forEach(::fire)
        plan()
    }

    private fun fire(fire: FireToSet) {
        set = set - fire
        val outcome = reminders().onFire(now(), fire.id)
        if (outcome !is FireOutcome.Show) return
        notices = notices.filter { it.id != outcome.id } + outcome
        reminders().shown(now(), outcome.id)
        onNotices()
    }

    /** The computer was off: what was set is gone. */
    @Synchronized
    fun reboot() {
        set = emptyList()
        notices = emptyList()
        reminders().booted(now())
        changed()
    }

    /** Another program has taken away what was set, and nobody was told. */
    fun forget() {
        set = emptyList()
    }

    /** Put off until the first time that the core offers. */
    @Synchronized
    fun later(id: FireId) {
        reminders().later(now(), id)
        withdraw(listOf(id))
        changed()
    }

    /** Where a tap on it leads; it is off the screen then. */
    @Synchronized
    fun opened(id: FireId) = reminders().opened(now(), id).also { withdraw(listOf(id)) }

    override fun permission() = allowed

    override fun askPermission(then: (NotificationPermission) -> Unit) {
        allowed = NotificationPermission.GRANTED
        changed()
        then(allowed)
    }

    override fun exact() = ExactTimes.NO_CHOICE

    override fun openExactSettings() = Unit

    private companion object {
        /** Somebody else may be planning at the same time; then once more, but not for ever. */
        const val ROUNDS = 3
    }
}
