/**
 * What the screens show. Nothing else decides what they show: the same state draws the same picture.
 * Everything in here was answered by the core, or typed and tapped by the person and not yet handed over.
 */
package app.ampersand.ui

import app.ampersand.core.CheckDraft
import app.ampersand.core.CheckOverview
import app.ampersand.core.CheckResult
import app.ampersand.core.CheckReview
import app.ampersand.core.HelpLines
import app.ampersand.core.Home
import app.ampersand.core.ItemAnswer
import app.ampersand.core.LifeEvent
import app.ampersand.core.PartnerContext
import app.ampersand.core.PracticeArea
import app.ampersand.core.RunId
import app.ampersand.core.RunPage
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.SafetyOutcome
import app.ampersand.core.SafetyPage
import app.ampersand.core.ScaleId
import app.ampersand.core.Settings
import app.ampersand.core.TotalId

data class State(
    val vault: VaultState = VaultState.Opening,
    /** The way here; never empty. */
    val places: List<Place> = listOf(Place.Today),
    /** The core is at work on something the person asked for. */
    val busy: Boolean = false,
    /** What went wrong with the last thing asked; the screen keeps what it had. */
    val trouble: Trouble? = null,
    val home: Home? = null,
    val overview: CheckOverview? = null,
    val settings: Settings? = null,
    val help: HelpLines? = null,
    val walk: Walk? = null,
    val review: CheckReview? = null,
    /** Ticked on the review page, handed over with the finish. */
    val tags: Set<LifeEvent> = emptySet(),
    val result: CheckResult? = null,
    /** The area the person picked where several are close. */
    val picked: PracticeArea? = null,
    val runs: RunPage? = null,
    /** The run that is to be deleted, while the question stands. */
    val deleting: RunId? = null,
    val safety: Safety = Safety(),
    /** The name as it is being typed; null until somebody types. */
    val name: String? = null,
    /** About whom the next Check is. */
    val about: PartnerContext = PartnerContext.CURRENT,
    val unfolded: Set<Fold> = emptySet(),
    /** The place for help lines that was chosen while the vault stays shut; it is kept nowhere. */
    val regionMeanwhile: String? = null,
) {
    val place: Place get() = places.last()
    val canGoBack: Boolean get() = places.size > 1
}

/** The vault, as far as a screen must know of it. */
sealed interface VaultState {
    data object Opening : VaultState

    data object Open : VaultState

    /** It stays shut, and [why]; help is still there. */
    data class Shut(val why: Trouble) : VaultState
}

/** A run under way: the questions, the answers that are on disk, and which question is shown. */
data class Walk(
    val draft: CheckDraft,
    val answers: Map<String, ItemAnswer>,
    val index: Int,
    /** Only what was skipped is shown once more. */
    val skippedOnly: Boolean = false,
)

/** The safety page while it is being filled in. None of it is kept once it was handed over. */
data class Safety(
    val page: SafetyPage? = null,
    /** By the question's place on the page; what is not in here was left out, which counts as a skip. */
    val chosen: Map<Int, SafetyAnswer> = emptyMap(),
    val outcome: SafetyOutcome? = null,
)

/** Something that is folded away until it is asked for. */
sealed interface Fold {
    data object HowWorkedOut : Fold

    data class ScaleNumbers(val scale: ScaleId) : Fold

    data class TotalNumbers(val total: TotalId) : Fold

    data class Practices(val area: PracticeArea) : Fold

    /** The steps of one practice, by its id. */
    data class Steps(val practice: String) : Fold

    data class Why(val area: PracticeArea) : Fold

    data object Regions : Fold
}
