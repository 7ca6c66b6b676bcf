/** What a person, or the system around the app, can do to the screens. */
package app.ampersand.ui

import app.ampersand.core.BaselineChoice
import app.ampersand.core.LifeEvent
import app.ampersand.core.PartnerContext
import app.ampersand.core.PracticeArea
import app.ampersand.core.RunId
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.WeekStart

sealed interface Action {
    /** The app's own coming and going, and single letters: they take no word off the screen that somebody may still be reading. */
    val isSilent: Boolean get() = false

    /** The first of all: open the vault and show where to begin. */
    data object Start : Action

    /** Ask once more for what just failed. */
    data object Retry : Action

    /** The person has read what went wrong. */
    data object DismissTrouble : Action

    /** One place back; inside a Check, one question back. */
    data object Back : Action

    /** To a place, with the way back kept. A place of the bottom bar starts a new way. */
    data class Go(val place: Place) : Action

    /** The app is no longer in front, or is again: time away is no time spent on a question. */
    data object Away : Action {
        override val isSilent get() = true
    }

    data object Here : Action {
        override val isSilent get() = true
    }

    // first run and settings
    data class NameTyped(val name: String) : Action

    data object FinishFirstRun : Action

    data object SaveName : Action

    data class ChooseRegion(val region: String?) : Action

    data class AlsoInPast(val on: Boolean) : Action

    data class SexualOptIn(val on: Boolean) : Action

    data class ChooseBaseline(val choice: BaselineChoice) : Action

    data class ChooseWeekStart(val start: WeekStart) : Action

    // the safety page and care mode
    data class AnswerSafety(val question: Int, val answer: SafetyAnswer) : Action

    data object HandOverSafety : Action

    /** Every question left out. */
    data object SkipSafety : Action

    data object LeaveSafety : Action

    data object EnterCareMode : Action

    // taking a Check
    data class AboutWhom(val context: PartnerContext) : Action

    data class Begin(val fresh: Boolean) : Action

    data class Resume(val run: RunId) : Action

    /** [value] null is a skip. [item] names the question the tap was meant for: a second tap that comes late is no answer to the next one. */
    data class Answer(val item: String, val value: Int?) : Action

    /** On from a question that already has its answer. */
    data class Onward(val item: String) : Action

    data object Pause : Action

    data object LookAgain : Action

    data object AnswerSkipped : Action

    data class Tag(val event: LifeEvent, val on: Boolean) : Action

    data object Finish : Action

    // results and earlier runs
    data class Toggle(val fold: Fold) : Action

    data class Pick(val area: PracticeArea) : Action

    data class Include(val run: RunId) : Action

    data class Exclude(val run: RunId) : Action

    data class AskDelete(val run: RunId) : Action

    data object CancelDelete : Action

    data object ConfirmDelete : Action

    data object MoreRuns : Action
}
