/** What the steps of every part of the app stand on: the state, the desk, the way, and the clocks. */
package app.ampersand.ui

import app.ampersand.core.Clock
import app.ampersand.core.NowContext
import kotlinx.coroutines.CoroutineScope

/** The way through the places, as far as the parts may change it. */
internal interface Way {
    fun go(place: Place)

    fun back()

    /** Asks again for what the place of now shows. */
    fun reload()

    /** Puts [next] where [old] stands on the way, if it still does: an answer that comes late pulls nobody away from where they went. */
    fun swap(old: Place, next: Place)
}

/** [wait] suspends for so many milliseconds. */
internal class Ground(
    val desk: Desk,
    val scope: CoroutineScope,
    val now: () -> NowContext,
    val clock: () -> Clock,
    val wait: suspend (Long) -> Unit,
    val way: Way,
    val failed: (Trouble) -> Unit,
    private val get: () -> State,
    private val set: (State) -> Unit,
) {
    var state: State
        get() = get()
        set(value) = set(value)
}
