/** A clock that stands still until it is told: for the tour, and for tests of what happens after a pause. Nothing really waits. For the desktop alone. */
package app.ampersand.ui

import kotlinx.coroutines.suspendCancellableCoroutine
import kotlin.coroutines.resume
import kotlinx.coroutines.CancellableContinuation

/** [now] is where the story begins, in ms since 1970; [monotonic] never goes back. */
class StoryTime(var now: Long, var monotonic: Long = 1_000_000L) {
    private class Sleeper(val until: Long, val wake: CancellableContinuation<Unit>)

    private val sleepers = mutableListOf<Sleeper>()

    /** For [Holder]: goes on as soon as so much time has passed. */
    suspend fun wait(ms: Long) = suspendCancellableCoroutine { sleepers += Sleeper(monotonic + ms, it) }

    /** Both clocks go on by [ms]; whoever waits for a moment in between is woken at it, one after the other. */
    fun pass(ms: Long) {
        val end = monotonic + ms
        while (true) {
            sleepers.removeAll { !it.wake.isActive }
            val next = sleepers.filter { it.until <= end }.minByOrNull { it.until } ?: break
            sleepers -= next
            goTo(maxOf(next.until, monotonic))
            next.wake.resume(Unit)
        }
        goTo(end)
    }

    private fun goTo(at: Long) {
        now += at - monotonic
        monotonic = at
    }
}
