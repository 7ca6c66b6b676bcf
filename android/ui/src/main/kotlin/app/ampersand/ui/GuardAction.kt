/** What a person, or the system around the app, can do to the lock and to the vault as a whole. */
package app.ampersand.ui

import app.ampersand.core.Grace
import app.ampersand.core.RecoverFrom

sealed interface GuardAction : Action {
    /** The app is out of sight: what was typed is kept, and the vault is told. Nothing of it waits for a thread. */
    data object WentAway : GuardAction {
        override val isSilent get() = true
    }

    /** In sight again; the vault says whether it has locked itself. */
    data object CameBack : GuardAction {
        override val isSilent get() = true
    }

    data class UnlockTyped(val passphrase: String) : GuardAction

    data object Unlock : GuardAction

    data object LockNow : GuardAction

    // the passphrase
    data class Task(val task: PassphraseTask?) : GuardAction

    data class CurrentTyped(val passphrase: String) : GuardAction

    data class FreshTyped(val passphrase: String) : GuardAction

    data class AgainTyped(val passphrase: String) : GuardAction

    data class Understood(val on: Boolean) : GuardAction

    data object HandOver : GuardAction

    data class AutoLock(val grace: Grace) : GuardAction

    data class CarePhrases(val on: Boolean) : GuardAction

    // safety copies, tidying up
    data object AskDeleteCopies : GuardAction

    data object CancelDeleteCopies : GuardAction

    data object ConfirmDeleteCopies : GuardAction

    data object StopUpkeep : GuardAction

    // a damaged vault
    data object LookWhatIsLeft : GuardAction

    data class Recover(val from: RecoverFrom) : GuardAction

    // the end of everything
    data object AskErase : GuardAction

    data object CancelErase : GuardAction

    data object ConfirmErase : GuardAction
}
