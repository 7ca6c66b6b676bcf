/**
 * Where a person can be. A place says which screen is drawn and what it is about, and nothing of what stands on it.
 * The way here is a list of places; the last one is shown, and going back takes it off.
 */
package app.ampersand.ui

import app.ampersand.core.RunId

sealed interface Place {
    data object FirstRun : Place

    data object Today : Place

    /** The Check's own page: begin, go on, look back. */
    data object Check : Place

    /** The five private questions; [then] says what they open. */
    data class Safety(val then: AfterSafety) : Place

    /** One question of a run that is not finished; which one is in [State.walk]. */
    data class Question(val run: RunId) : Place

    data class Review(val run: RunId) : Place

    data class Result(val run: RunId) : Place

    /** Every finished run. */
    data object Runs : Place

    data object Help : Place

    /** Settings and the rest. */
    data object More : Place
}

/** Why somebody is on the safety page. */
sealed interface AfterSafety {
    /** They asked for it. */
    data object Return : AfterSafety

    /** A result waits until the page has been seen once. */
    data class ShowResult(val run: RunId) : AfterSafety

    /** Care mode is to be switched off, which asks once more. */
    data object LeaveCareMode : AfterSafety
}

/** The three of the bottom bar, in its order. */
val BAR: List<Place> = listOf(Place.Today, Place.Check, Place.More)

private const val BETWEEN = ':'

/** A place as a word that a system can keep while the app is away. No word of it says what somebody answered. */
fun Place.asWord(): String = when (this) {
    Place.FirstRun -> "first-run"
    Place.Today -> "today"
    Place.Check -> "check"
    is Place.Safety -> when (val then = then) {
        AfterSafety.Return -> "safety"
        is AfterSafety.ShowResult -> "safety-result$BETWEEN${then.run}"
        AfterSafety.LeaveCareMode -> "safety-leave"
    }
    is Place.Question -> "question$BETWEEN$run"
    is Place.Review -> "review$BETWEEN$run"
    is Place.Result -> "result$BETWEEN$run"
    Place.Runs -> "runs"
    Place.Help -> "help"
    Place.More -> "more"
}

/** The other way round; null for a word that is none of ours. */
fun placeOf(word: String): Place? {
    val run = word.substringAfter(BETWEEN, "")
    return when (word.substringBefore(BETWEEN)) {
        "first-run" -> Place.FirstRun
        "today" -> Place.Today
        "check" -> Place.Check
        "safety" -> Place.Safety(AfterSafety.Return)
        "safety-result" -> Place.Safety(AfterSafety.ShowResult(run))
        "safety-leave" -> Place.Safety(AfterSafety.LeaveCareMode)
        "question" -> Place.Question(run)
        "review" -> Place.Review(run)
        "result" -> Place.Result(run)
        "runs" -> Place.Runs
        "help" -> Place.Help
        "more" -> Place.More
        else -> null
    }
}
