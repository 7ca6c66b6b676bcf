/**
 * How long somebody has had each question before them, on a clock that only goes forward. Time in which the app was away is left out.
 */
package app.ampersand.ui

internal class Stopwatch(private val clockMs: () -> Long) {
    private val spent = HashMap<String, Long>()
    private var item: String? = null
    private var since = 0L
    private var away = false

    /** What was measured in an earlier sitting. */
    fun carryOver(item: String, ms: Long) {
        spent[item] = ms
    }

    /** [item] is what is looked at from now on; null for none. */
    fun look(at: String?) {
        book()
        item = at
    }

    fun away() {
        book()
        away = true
    }

    fun here() {
        since = clockMs()
        away = false
    }

    /** All the time spent on [item] so far, in milliseconds. */
    fun spentOn(item: String): Long {
        book()
        return spent[item] ?: 0
    }

    /** For how long the question of now has been looked at since it last came up. */
    fun sinceShown(): Long = clockMs() - shownAt

    private var shownAt = 0L

    fun shown(at: String) {
        look(at)
        shownAt = clockMs()
    }

    fun forget() {
        spent.clear()
        item = null
    }

    private fun book() {
        val now = clockMs()
        item?.let { if (!away) spent[it] = (spent[it] ?: 0) + (now - since) }
        since = now
    }
}
