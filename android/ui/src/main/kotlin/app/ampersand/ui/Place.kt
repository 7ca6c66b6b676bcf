/**
 * Where a person can be. A place says which screen is drawn and what it is about, and nothing of what stands on it.
 * The way here is a list of places; the last one is shown, and going back takes it off.
 */
package app.ampersand.ui

import app.ampersand.core.CivilDate
import app.ampersand.core.DraftId
import app.ampersand.core.EntryId
import app.ampersand.core.RuleId
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

    /** The journal, a month at a time. */
    data object Journal : Place

    data object Search : Place

    /** The page somebody writes on; what stands there is the draft's. */
    data class Writing(val draft: DraftId) : Place

    data class Entry(val id: EntryId) : Place

    /** An entry's earlier texts. */
    data class History(val id: EntryId) : Place

    /** One of them, and how the text of now differs from it. */
    data class Earlier(val id: EntryId, val revision: UInt) : Place

    data object Trash : Place

    /** The passphrase, and when the notebook locks itself. */
    data object Lock : Place

    /** The safety copies beside the vault. */
    data object Copies : Place

    data object Erase : Place

    /** The check-in of a day; null for that of today. */
    data class CheckIn(val day: CivilDate?) : Place

    /** The pulse of the week of a day; null for that of now. */
    data class Pulse(val day: CivilDate?) : Place

    data object Reminders : Place

    /** One of them; null for a new one. */
    data class Rule(val id: RuleId?) : Place

    /** What holds for all of them. */
    data object ReminderSettings : Place

    /** What is being practised, and the ways to all that can be. */
    data object Practise : Place
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

/** The five of the bottom bar, in its order. */
val BAR: List<Place> = listOf(Place.Today, Place.Check, Place.Journal, Place.Practise, Place.More)

private const val BETWEEN = ':'

/** A place as a word that a system can keep while the app is away. No word of it says what somebody answered or wrote. */
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
    Place.Journal -> "journal"
    Place.Search -> "search"
    is Place.Writing -> "writing$BETWEEN$draft"
    is Place.Entry -> "entry$BETWEEN$id"
    is Place.History -> "history$BETWEEN$id"
    is Place.Earlier -> "earlier$BETWEEN$id$BETWEEN$revision"
    Place.Trash -> "trash"
    Place.Lock -> "lock"
    Place.Copies -> "copies"
    Place.Erase -> "erase"
    is Place.CheckIn -> "check-in$BETWEEN${day.orEmpty()}"
    is Place.Pulse -> "pulse$BETWEEN${day.orEmpty()}"
    Place.Reminders -> "reminders"
    is Place.Rule -> "rule$BETWEEN${id.orEmpty()}"
    Place.ReminderSettings -> "reminder-settings"
    Place.Practise -> "practise"
    is PractisePlace -> asPractiseWord()
    is LifePlace -> asLifeWord()
}

/** The other way round; null for a word that is none of ours. */
fun placeOf(word: String): Place? {
    val run = word.substringAfter(BETWEEN, "")
    val kind = word.substringBefore(BETWEEN)
    return when (kind) {
        "journal" -> Place.Journal
        "search" -> Place.Search
        "writing" -> Place.Writing(run)
        "entry" -> Place.Entry(run)
        "history" -> Place.History(run)
        "earlier" -> run.substringAfter(BETWEEN, "").toUIntOrNull()?.let { Place.Earlier(run.substringBefore(BETWEEN), it) }
        "trash" -> Place.Trash
        "lock" -> Place.Lock
        "copies" -> Place.Copies
        "erase" -> Place.Erase
        "check-in" -> Place.CheckIn(run.ifEmpty { null })
        "pulse" -> Place.Pulse(run.ifEmpty { null })
        "reminders" -> Place.Reminders
        "rule" -> Place.Rule(run.ifEmpty { null })
        "reminder-settings" -> Place.ReminderSettings
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
        "practise" -> Place.Practise
        else -> practisePlaceOf(kind, run) ?: lifePlaceOf(kind, run)
    }
}
