/** The places behind Practise that are about practices, what there is to learn, and boundaries. */
package app.ampersand.ui

import app.ampersand.core.AttemptId
import app.ampersand.core.BoundaryUseId
import app.ampersand.core.PracticeGroup

/** Drawn by [PractiseScreen], loaded by [PracticeSteps] and [BoundarySteps]. */
sealed interface PractisePlace : Place {
    /** One shelf of the catalogue. */
    data class Area(val group: PracticeGroup) : PractisePlace

    /** One practice by its id in the catalogue. */
    data class Practice(val id: String) : PractisePlace

    /** Saying how a step went; [attempt] is the one that is changed, null for a new one. */
    data class Attempt(val practice: String, val attempt: AttemptId?) : PractisePlace

    /** The if-then plan of a practice. */
    data class Plan(val practice: String) : PractisePlace

    data object Learn : PractisePlace

    /** The eight patterns that have a name. */
    data object Patterns : PractisePlace

    /** What was noticed and said, and the limits that are kept. */
    data object Boundaries : PractisePlace

    /** The first of the trainer's small pages, before anything of it is in the vault. */
    data object Notice : PractisePlace

    /** One use of the trainer, from what was noticed to how it felt afterwards. */
    data class Use(val id: BoundaryUseId) : PractisePlace
}

/** As [Place.asWord]. The first part, up to the colon, belongs to no other place. */
internal fun PractisePlace.asPractiseWord(): String = when (this) {
    is PractisePlace.Area -> "area:${group.name}"
    is PractisePlace.Practice -> "practice:$id"
    is PractisePlace.Attempt -> "attempt:$practice:${attempt.orEmpty()}"
    is PractisePlace.Plan -> "plan:$practice"
    PractisePlace.Learn -> "learn"
    PractisePlace.Patterns -> "patterns"
    PractisePlace.Boundaries -> "boundaries"
    PractisePlace.Notice -> "notice"
    is PractisePlace.Use -> "boundary:$id"
}

/** As [placeOf]: [kind] is what stands before the first colon, [rest] what stands after it. */
internal fun practisePlaceOf(kind: String, rest: String): PractisePlace? = when (kind) {
    "area" -> PracticeGroup.entries.find { it.name == rest }?.let { PractisePlace.Area(it) }
    "practice" -> PractisePlace.Practice(rest)
    "attempt" -> PractisePlace.Attempt(rest.substringBefore(':'), rest.substringAfter(':', "").ifEmpty { null })
    "plan" -> PractisePlace.Plan(rest)
    "learn" -> PractisePlace.Learn
    "patterns" -> PractisePlace.Patterns
    "boundaries" -> PractisePlace.Boundaries
    "notice" -> PractisePlace.Notice
    "boundary" -> PractisePlace.Use(rest)
    else -> null
}
