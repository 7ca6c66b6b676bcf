/**
 * What becomes of each thing that happens to reminders: an alarm, a restart, a tap. It brings it to the core, and what the core says to the system.
 *
 * All of it blocks for some milliseconds and belongs on the worker. Nothing here needs the vault, so all of it goes on while that is locked. What
 * cannot be read is told to nobody here, because there is nobody: the app's own page does that, and the alarms that are set stay.
 */
package app.ampersand.app.reminders

import app.ampersand.core.AmpersandException
import app.ampersand.core.FireOutcome
import app.ampersand.core.NotificationPermission
import app.ampersand.core.NowContext
import app.ampersand.core.OpenTarget
import app.ampersand.core.RemindersInterface

/** [watch] is told after each plan whether there is something to look after. */
class ReminderKeeper(
    private val store: ReminderStore,
    private val now: () -> NowContext,
    scheduler: Scheduler,
    private val notices: Notices,
    private val watch: (Boolean) -> Unit,
) {
    private val replanner = Replanner(now, scheduler, notices)

    /** Something has changed that reminders hang on. */
    fun replan() = here { plan(it) }

    /** The system may have dropped what it was told, and does not say so: it is told once more. What is there already is replaced by itself. */
    fun planAnew() = here {
        it.alarmsLost(now())
        plan(it)
    }

    /** The phone was off, and every alarm is gone; what was due meanwhile is nobody's fault. */
    fun booted() = here {
        it.booted(now())
        plan(it)
    }

    /** An alarm has come, at its time or hours late or twice. Only what was put on the screen counts as shown. */
    fun fired(fire: FireLink) = here {
        val outcome = it.onFire(now(), fire.id)
        if (outcome is FireOutcome.Show && notices.permission() == NotificationPermission.GRANTED) {
            notices.post(outcome.notice())
            it.shown(now(), outcome.id)
        }
        plan(it)
    }

    /** "Later": off the screen until then. Where the day has no later any more, it stays. */
    fun later(fire: FireLink) = here {
        if (it.later(now(), fire.id) != null) notices.withdraw(fire.code)
        plan(it)
    }

    /** Where a tap leads; null when nobody knows that reminder any more. A button, unlike the text, does not take its notification away by itself. */
    fun opened(fire: FireLink): OpenTarget? {
        notices.withdraw(fire.code)
        return here { it.opened(now(), fire.id) }
    }

    /** The language has changed. */
    fun sayAnew() = notices.sayAnew()

    private fun plan(reminders: RemindersInterface) {
        watch(replanner.replan(reminders))
    }

    /** One thing at a time in this process; between processes the core sees to it. */
    @Synchronized
    private fun <T> here(work: (RemindersInterface) -> T): T? = try {
        work(store.open())
    } catch (_: AmpersandException) {
        null
    }

    private fun FireOutcome.Show.notice() = Notice(FireLink(id, code), copyKey, discreet, silent, later = laterAt != null)
}
