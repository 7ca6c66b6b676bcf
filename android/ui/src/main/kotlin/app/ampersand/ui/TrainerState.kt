/** The trainer of boundaries: small pages, one thing asked on each, from what was noticed to how it felt afterwards. Each may be the last. */
package app.ampersand.ui

import app.ampersand.core.Belongs
import app.ampersand.core.BodySign
import app.ampersand.core.BoundaryKind
import app.ampersand.core.BoundaryMove
import app.ampersand.core.BoundaryMoveKind
import app.ampersand.core.Noticed
import app.ampersand.core.Rung
import app.ampersand.core.ScriptLine
import app.ampersand.core.UseView
import app.ampersand.core.YesNoUnsure

data class TrainerState(
    val place: PractisePlace,
    /** Null as long as nothing of it is in the vault. */
    val view: UseView? = null,
    val form: TrainerForm = TrainerForm(),
    /** Which of [pages] is shown. */
    val at: Int = 0,
    /** The question before it is deleted. */
    val deleting: Boolean = false,
) {
    /** The small pages that are there to go through now. */
    val pages: List<TrainerPage> get() = view?.let { pagesOf(it.moves) } ?: NOTICING
    val page: TrainerPage get() = pages.getOrElse(at) { pages.last() }
    val isLast: Boolean get() = at >= pages.lastIndex
}

enum class TrainerPage { BODY, SIGN, VALUES, KIND, LIMIT, WHO, WORDS, SAYING, ANSWER, AFTER, NEXT_STEP, DONE }

private val NOTICING = listOf(TrainerPage.BODY, TrainerPage.SIGN, TrainerPage.VALUES)

/** What the core says may come next, as pages. */
private fun pagesOf(moves: List<BoundaryMoveKind>): List<TrainerPage> = when {
    BoundaryMoveKind.NAME_LIMIT in moves -> listOf(TrainerPage.KIND, TrainerPage.LIMIT)
    BoundaryMoveKind.READY_SCRIPT in moves -> listOf(TrainerPage.WHO, TrainerPage.WORDS)
    BoundaryMoveKind.SAY in moves -> listOf(TrainerPage.SAYING)
    BoundaryMoveKind.ANSWER in moves -> listOf(TrainerPage.ANSWER)
    BoundaryMoveKind.REFLECT in moves -> listOf(TrainerPage.AFTER, TrainerPage.NEXT_STEP)
    else -> listOf(TrainerPage.DONE)
}

/** What was tapped and typed, and is not handed over yet. */
data class TrainerForm(
    val body: String = "",
    val sign: BodySign? = null,
    val fits: YesNoUnsure? = null,
    val kind: BoundaryKind? = null,
    val limit: String = "",
    val belongs: Belongs? = null,
    val rung: Rung? = null,
    val person: String = "",
    /** The line that is being filled in, by its id. */
    val line: String? = null,
    /** By the blank's key. */
    val fills: Map<String, String> = emptyMap(),
    val words: String = "",
    /** 0 to 4 each. */
    val relief: Int? = null,
    val guilt: Int? = null,
    val afraid: Boolean = false,
    val nextStep: String = "",
) {
    /** Null as long as there is nothing at all; each part may be left out. */
    fun noticed(): Noticed? = Noticed(body.ifBlank { null }, sign, fits).takeIf { it != Noticed(null, null, null) }

    /** What the last page of a state hands over; null while something is missing, and where taps hand over by themselves. */
    fun move(page: TrainerPage): BoundaryMove? = when (page) {
        TrainerPage.LIMIT -> kind?.let { kind -> belongs?.let { BoundaryMove.NameLimit(kind, limit, it) } }
        TrainerPage.WORDS -> rung?.let { BoundaryMove.ReadyScript(words, it, person.ifBlank { null }) }
        TrainerPage.NEXT_STEP -> BoundaryMove.Reflect(relief, guilt, afraid, nextStep.ifBlank { null })
        else -> null
    }

    /** In the order of the blanks of [line]; what is not filled in is empty, which the core refuses. */
    fun filledIn(line: ScriptLine): List<String> = line.blanks.map { fills[it.key].orEmpty() }

    fun wellFormed() = copy(
        body = body.wellFormed(), limit = limit.wellFormed(), person = person.wellFormed(), words = words.wellFormed(), nextStep = nextStep.wellFormed(),
        fills = fills.mapValues { it.value.wellFormed() },
    )
}

/** Whether the page of now has what it asks for, so that it can be left forwards. */
fun TrainerState.ready(): Boolean = when (page) {
    TrainerPage.BODY, TrainerPage.SIGN, TrainerPage.AFTER -> true
    TrainerPage.VALUES -> form.noticed() != null
    TrainerPage.KIND -> form.kind != null
    TrainerPage.LIMIT -> form.limit.isNotBlank() && form.belongs != null
    TrainerPage.WHO -> form.rung != null
    TrainerPage.WORDS -> form.words.isNotBlank() && form.rung != null
    TrainerPage.NEXT_STEP -> true
    TrainerPage.SAYING, TrainerPage.ANSWER, TrainerPage.DONE -> false
}
