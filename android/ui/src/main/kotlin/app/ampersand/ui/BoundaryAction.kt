/** What a person can do on the pages of boundaries. */
package app.ampersand.ui

import app.ampersand.core.BoundaryAnswer
import app.ampersand.core.BoundaryId

sealed interface BoundaryAction : Action {
    /** What is being filled in. */
    data class Changed(val form: TrainerForm) : BoundaryAction

    /** On to the next small page; from the last one of a state it is handed over first. */
    data object Onward : BoundaryAction

    /** One of the limits that are there already. */
    data class Reuse(val boundary: BoundaryId) : BoundaryAction

    /** The chosen line, with what was filled in, becomes the words. */
    data object FillIn : BoundaryAction

    data object Say : BoundaryAction

    data object NotSay : BoundaryAction

    data class Answered(val answer: BoundaryAnswer) : BoundaryAction

    /** Out of the trainer, with what is there so far. */
    data object Leave : BoundaryAction

    data object AskDelete : BoundaryAction

    data object CancelDelete : BoundaryAction

    data object ConfirmDelete : BoundaryAction

    /** A limit that is not needed now goes out of the list, or comes back into it. */
    data class PutAway(val boundary: BoundaryId, val away: Boolean) : BoundaryAction

    data object DismissSafety : BoundaryAction
}
