/**
 * How something leaves the app: by the system's own sheet, after the person has seen all of it and asked for it. A shell implements it.
 * It must never send anything by itself, and never keep a copy longer than the other app needs to take it.
 */
package app.ampersand.ui

/** What is handed over. */
sealed interface Shared {
    data class Words(val text: String) : Shared

    /** A page for a browser, handed over as a file. */
    data class Page(val html: String, val fileName: String) : Shared
}

interface SharePort {
    /** On the main thread. False where nothing on this device could take it. */
    fun share(what: Shared): Boolean

    /** What was handed over as a file has been taken, or never will be: the copy goes. */
    fun takeBack()
}

/** Where nothing can be handed over, such as in a test that is about something else. */
object NoSharing : SharePort {
    override fun share(what: Shared) = false

    override fun takeBack() = Unit
}
