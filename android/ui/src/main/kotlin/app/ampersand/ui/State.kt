/**
 * What the screens show. Nothing else decides what they show: the same state draws the same picture.
 * Everything in here was answered by the core, or typed and tapped by the person and not yet handed over.
 */
package app.ampersand.ui

import app.ampersand.core.BoundaryKind
import app.ampersand.core.CheckDraft
import app.ampersand.core.CheckOverview
import app.ampersand.core.CheckResult
import app.ampersand.core.CheckReview
import app.ampersand.core.CivilDate
import app.ampersand.core.HelpLines
import app.ampersand.core.Home
import app.ampersand.core.ItemAnswer
import app.ampersand.core.LifeEvent
import app.ampersand.core.LockState
import app.ampersand.core.PartnerContext
import app.ampersand.core.PracticeArea
import app.ampersand.core.Recovered
import app.ampersand.core.RecoveryOffer
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
    /** What went wrong with the last thing asked; the screen keeps what it had. */
    val trouble: Trouble? = null,
    /** What was just done, in a line that the next action takes away. */
    val said: Said? = null,
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
    val journal: JournalState = JournalState(),
    /** The page that is being written on; null while there is none. */
    val editor: EditorState? = null,
    val search: SearchState = SearchState(),
    val guard: Guard = Guard(),
    /** The check-in that is looked at. */
    val checkIn: CheckInState? = null,
    /** Days for which something was tapped and is not saved. */
    val waiting: Set<CivilDate> = emptySet(),
    /** The pulse that is looked at. */
    val pulse: PulseState? = null,
    val reminders: ReminderState = ReminderState(),
    val practise: PractiseState = PractiseState(),
    val life: LifeState = LifeState(),
) {
    val place: Place get() = places.last()
    val canGoBack: Boolean get() = places.size > 1
}

/** The vault, as far as a screen must know of it. */
sealed interface VaultState {
    data object Opening : VaultState

    data object Open : VaultState

    /** It waits for its passphrase. Nothing of what it holds is in the state. */
    data class Locked(
        /** What the lock screen has to know; null until the core has said it. */
        val lock: LockState? = null,
        val wrong: Boolean = false,
        /** It locked itself while the person was away. */
        val away: Boolean = false,
        /** A wait is over. */
        val waited: Boolean = false,
        val opening: Boolean = false,
    ) : VaultState

    /** It is damaged, and this is what can be done about it. */
    data class Damaged(val offer: RecoveryOffer) : VaultState

    /** It was brought back as far as it could be; it is not open yet. */
    data class Brought(val back: Recovered) : VaultState

    /** There is none any more; not [whole] where files are left that nobody can read. */
    data class Erased(val whole: Boolean = true) : VaultState

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

    /** The days of the month as a list. */
    data object Days : Fold

    // the editor's drawers
    data object Day : Fold

    data object Mood : Fold

    data object Feelings : Fold

    data object Tags : Fold

    data object Prompts : Fold

    data object Forms : Fold

    /** How to search. */
    data object HowToSearch : Fold

    /** An earlier text as a whole, not only what has changed. */
    data object WholeText : Fold

    /** What to know when the passphrase is not known. */
    data object Forgot : Fold

    data object AutoLock : Fold

    /** What a reminder can do beside coming at its time. */
    data object MoreChoices : Fold

    /** What will not come. */
    data object Dropped : Fold

    /** The last twelve weeks as a list. */
    data object Weeks : Fold

    // practising
    /** Why the areas stand in this order. */
    data object WhyAreas : Fold

    /** The days on which something may be noted. */
    data object AttemptDays : Fold

    /** A question whether one practice is to be put down. */
    data object PutDown : Fold

    /** What was written on the trainer's pages before this one. */
    data object SoFar : Fold

    /** The limits that were put away. */
    data object LimitsAway : Fold

    /** How one kind of boundary goes. */
    data class KindSummary(val kind: BoundaryKind) : Fold
}
