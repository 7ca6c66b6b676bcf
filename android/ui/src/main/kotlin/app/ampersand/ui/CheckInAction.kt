/** What a person can do on the pages of the check-in and of the pulse. */
package app.ampersand.ui

import app.ampersand.core.CivilDate

/** The daily check-in. */
sealed interface CheckInAction : Action {
    /** [value] null takes the answer back. */
    data class Tap(val item: String, val value: Int?) : CheckInAction

    /** Unfolds a question; null folds them all. */
    data class Open(val item: String?) : CheckInAction

    /** On to the next question without an answer. */
    data class Skip(val item: String) : CheckInAction

    data object AddWord : CheckInAction

    data class Feel(val feeling: String, val on: Boolean) : CheckInAction

    data class LineTyped(val line: String) : CheckInAction

    data object Save : CheckInAction

    data object Change : CheckInAction

    /** A note beside answers that are fixed; null puts the field away. */
    data class NoteTyped(val note: String?) : CheckInAction

    data object SaveNote : CheckInAction

    data object DismissCare : CheckInAction

    /** Before this returns, on the calling thread: the app may end after it. */
    data object KeepNow : CheckInAction {
        override val isSilent get() = true
    }
}

/** The weekly pulse. */
sealed interface PulseAction : Action {
    data class Tap(val item: String, val value: Int?) : PulseAction

    data class Open(val item: String?) : PulseAction

    data class Skip(val item: String) : PulseAction

    data object Save : PulseAction

    data object Change : PulseAction

    /** Another week of the twelve, by a day in it. */
    data class Look(val day: CivilDate) : PulseAction
}
