/** What the screens of the daily check-in and the weekly pulse show: answered by the core, or tapped and typed and not yet saved. */
package app.ampersand.ui

import app.ampersand.core.CheckInAnswers
import app.ampersand.core.CheckInSaved
import app.ampersand.core.CheckInStrip
import app.ampersand.core.CheckInView
import app.ampersand.core.CivilDate
import app.ampersand.core.HelpLines
import app.ampersand.core.PulseAnswer
import app.ampersand.core.PulseSaved
import app.ampersand.core.PulseView
import app.ampersand.core.TapAnswer

/** The check-in of one day. */
data class CheckInState(
    val view: CheckInView,
    val form: CheckInForm,
    /** The question that is unfolded; null when none is. */
    val open: String?,
    /** Feelings and a line are asked for. */
    val adding: Boolean = false,
    /** What is saved is being changed. */
    val changing: Boolean = false,
    /** What came of saving, until the page is left. */
    val saved: CheckInSaved? = null,
    /** A note for a day that is fixed, as it is being typed; null until somebody wants one. */
    val note: String? = null,
    /** Help for what a line or a note says, until the person has read it. */
    val care: HelpLines? = null,
) {
    val day: CivilDate get() = view.day

    /** As the core keeps it. */
    val kept: CheckInForm get() = formOf(saved?.answers ?: view.answers)
    val answered: Boolean get() = !kept.isBlank
    val strip: CheckInStrip get() = saved?.strip ?: view.strip

    /** The questions are on the page, and not only what was answered. */
    val asking: Boolean get() = view.editable && (changing || !answered || form != kept)
}

/** What somebody has tapped and typed. */
data class CheckInForm(val answers: Map<String, Int> = emptyMap(), val feelings: List<String> = emptyList(), val line: String = "") {
    val isBlank: Boolean get() = answers.isEmpty() && feelings.isEmpty() && line.isBlank()

    fun answers() = CheckInAnswers(answers.map { (item, value) -> TapAnswer(item, value) }, feelings, line.ifBlank { null })
}

internal fun formOf(answers: CheckInAnswers) = CheckInForm(
    answers.answers.mapNotNull { tap -> tap.value?.let { tap.item to it } }.toMap(),
    answers.feelings,
    answers.line.orEmpty(),
)

/** The pulse of one week. */
data class PulseState(
    val view: PulseView,
    val form: Map<String, Int>,
    val open: String?,
    val changing: Boolean = false,
    val saved: PulseSaved? = null,
) {
    val kept: Map<String, Int> get() = pulseForm(view.answers)
    val answered: Boolean get() = kept.isNotEmpty()
    val asking: Boolean get() = view.editable && (changing || !answered || form != kept)
}

internal fun pulseForm(answers: List<PulseAnswer>): Map<String, Int> = answers.mapNotNull { tap -> tap.value?.let { tap.item to it } }.toMap()

/** The question after [item] that has no answer yet; null when there is none. */
internal fun nextOpen(items: List<String>, item: String, answered: Set<String>): String? =
    items.dropWhile { it != item }.drop(1).firstOrNull { it !in answered }
