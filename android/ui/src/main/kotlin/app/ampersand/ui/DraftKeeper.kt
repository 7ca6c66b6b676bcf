/**
 * Brings the texts of one draft to the disk in the order in which they were typed, on whatever thread they come: an older text must never
 * land on a newer one, and nothing may be kept of a draft that is an entry by now.
 */
package app.ampersand.ui

internal class DraftKeeper {
    private var newest = 0L
    private var over = false

    /** Null when something as new is there already, or the draft is no more. */
    @Synchronized
    fun <T> keep(number: Long, save: () -> T): T? = if (over || number <= newest) null else save().also { newest = number }

    /** The last thing that is done with the draft; it stays open when [finish] fails. */
    @Synchronized
    fun <T> finish(finish: () -> T): T = finish().also { over = true }
}
