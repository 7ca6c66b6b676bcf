/** The places behind Practise and Today that are about the weeks and the people in them: together, ledger, circle, support, insights. */
package app.ampersand.ui

import app.ampersand.core.AgreementId
import app.ampersand.core.CivilDate
import app.ampersand.core.RuleId
import app.ampersand.core.SeriesId

/** Drawn by [LifeScreen], loaded by [LifeSteps]. */
sealed interface LifePlace : Place {
    /** The talk that is open, what was agreed, and the talks of before. */
    data object Together : LifePlace

    /** The open talk, from the private notes to how it felt. */
    data object Meeting : LifePlace

    /** Its agenda as it would leave the app. */
    data object Agenda : LifePlace

    /** Looking again at something that was agreed. */
    data class Agreement(val id: AgreementId) : LifePlace

    /** Who carried what; [week] by a day in it, null for that of now. */
    data class Ledger(val week: CivilDate?) : LifePlace

    data object Circle : LifePlace

    /** Somebody to talk to: a first session, and what to ask. */
    data object Support : LifePlace

    /** What goes into the summary, tick by tick. */
    data object Summary : LifePlace

    /** The summary as it would leave the app. */
    data object SummaryLook : LifePlace

    data object Insights : LifePlace

    /** What a tapped notification is about; the vault says where that leads, and this place gives way to it. */
    data class Reminded(val rule: RuleId) : LifePlace

    /** One line over the weeks. */
    data class Series(val id: SeriesId) : LifePlace
}

/** As [Place.asWord]. The first part, up to the colon, belongs to no other place. */
internal fun LifePlace.asLifeWord(): String = when (this) {
    LifePlace.Together -> "together"
    LifePlace.Meeting -> "meeting"
    LifePlace.Agenda -> "agenda"
    is LifePlace.Agreement -> "agreement:$id"
    is LifePlace.Ledger -> "ledger:${week.orEmpty()}"
    LifePlace.Circle -> "circle"
    LifePlace.Support -> "support"
    LifePlace.Summary -> "summary"
    LifePlace.SummaryLook -> "summary-look"
    LifePlace.Insights -> "insights"
    is LifePlace.Reminded -> "reminded:$rule"
    is LifePlace.Series -> "series:${id.name}"
}

/** As [placeOf]: [kind] is what stands before the first colon, [rest] what stands after it. */
internal fun lifePlaceOf(kind: String, rest: String): LifePlace? = when (kind) {
    "together" -> LifePlace.Together
    "meeting" -> LifePlace.Meeting
    "agenda" -> LifePlace.Agenda
    "agreement" -> LifePlace.Agreement(rest)
    "ledger" -> LifePlace.Ledger(rest.ifEmpty { null })
    "circle" -> LifePlace.Circle
    "support" -> LifePlace.Support
    "summary" -> LifePlace.Summary
    "summary-look" -> LifePlace.SummaryLook
    "insights" -> LifePlace.Insights
    "reminded" -> LifePlace.Reminded(rest)
    "series" -> SeriesId.entries.find { it.name == rest }?.let { LifePlace.Series(it) }
    else -> null
}
