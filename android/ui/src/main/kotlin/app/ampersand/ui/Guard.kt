/** What the screens of lock, passphrase, safety copies, recovery and erasing show. */
package app.ampersand.ui

import app.ampersand.core.SnapshotSummary
import app.ampersand.core.Strength
import app.ampersand.core.UpkeepProgress

data class Guard(
    /** The passphrase as it is typed on the lock screen; gone as soon as it was tried. */
    val unlock: String = "",
    val form: PassphraseForm = PassphraseForm(),
    val copies: List<SnapshotSummary>? = null,
    val deletingCopies: Boolean = false,
    /** The tidying up that goes on beside everything else; null when there is none. */
    val upkeep: UpkeepProgress? = null,
    /** The question before everything is erased. */
    val erasing: Boolean = false,
)

/** What somebody is about to do with their passphrase. */
enum class PassphraseTask { SET, CHANGE, REMOVE }

/** Passphrases as they are being typed; they are dropped as soon as they were handed over, or the page is left. */
data class PassphraseForm(
    val task: PassphraseTask? = null,
    val current: String = "",
    val fresh: String = "",
    val again: String = "",
    /** The person has said that they know nobody can reset it. */
    val understood: Boolean = false,
    /** How the core judges [fresh]. */
    val strength: Strength? = null,
    val working: Boolean = false,
) {
    /** Both fields hold the same; whether that is good enough, the core says. */
    val agrees: Boolean get() = fresh == again
}
