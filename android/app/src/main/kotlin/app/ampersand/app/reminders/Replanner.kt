/**
 * Makes the system hold what the core has planned: plan, apply, say what was applied. Whatever ends it in between, the next one heals.
 * Nothing here knows a time of day, a rule or why.
 */
package app.ampersand.app.reminders

import app.ampersand.core.NowContext
import app.ampersand.core.Platform
import app.ampersand.core.RemindersInterface

class Replanner(private val now: () -> NowContext, private val scheduler: Scheduler, private val notices: Notices) {
    /** What the system was told in this process; the core knows it too, until it is erased. */
    private val told = mutableSetOf<FireLink>()

    /** Once more where another plan came in between: from the screens, or in another process. Answers whether there are any reminders. */
    fun replan(reminders: RemindersInterface): Boolean {
        repeat(ROUNDS) {
            val plan = reminders.replan(now(), Platform.ANDROID, notices.permission())
            if (plan.generation == NONE) return false.also { forget() }
            for (gone in plan.cancel) cancel(FireLink(gone.id, gone.code))
            for (done in plan.withdraw) notices.withdraw(done.code)
            val taken = plan.set.filter { set(FireLink(it.id, it.code), it.at) }
            if (reminders.registered(plan.generation, taken.map { it.id })) return true
        }
        return true
    }

    private fun set(fire: FireLink, at: Long): Boolean = scheduler.set(fire, at).also { taken -> if (taken) told += fire }

    private fun cancel(fire: FireLink) {
        scheduler.cancel(fire)
        told -= fire
    }

    /** There is nothing, and nobody who could name what there was: everything is erased. Nothing of it may stay with the system. */
    private fun forget() {
        for (fire in told) scheduler.cancel(fire)
        told.clear()
        notices.withdrawAll()
    }

    private companion object {
        /** The plan of somebody who has no reminders and never had any. */
        const val NONE = 0L

        /** Somebody who plans as often as this at the same time will not stop; the watchdog comes by later. */
        const val ROUNDS = 3
    }
}
