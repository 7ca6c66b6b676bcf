/** What the screens of practices, of what there is to learn and of boundaries show: answered by the core, or typed and tapped and not yet saved. */
package app.ampersand.ui

import app.ampersand.core.Attempt
import app.ampersand.core.AttemptOutcome
import app.ampersand.core.BoundariesView
import app.ampersand.core.CivilDate
import app.ampersand.core.IfThenPlan
import app.ampersand.core.LearnView
import app.ampersand.core.NewAttempt
import app.ampersand.core.PlanDraft
import app.ampersand.core.PracticeView
import app.ampersand.core.PracticesView

data class PractiseState(
    val all: PracticesView? = null,
    /** The practice that is looked at. */
    val one: PracticeView? = null,
    val attempt: AttemptForm? = null,
    val plan: PlanForm? = null,
    val learn: LearnView? = null,
    val boundaries: BoundariesView? = null,
    /** The trainer's page that somebody is on. */
    val trainer: TrainerState? = null,
)

/** How a step went, as somebody fills it in. */
data class AttemptForm(
    val place: PractisePlace.Attempt,
    val step: UInt,
    val day: CivilDate,
    val outcome: AttemptOutcome? = null,
    val note: String = "",
    /** 0 to 4, as moods are. */
    val after: Int? = null,
) {
    /** Null until it is said how it went. */
    fun draft(): NewAttempt? = outcome?.let { NewAttempt(place.practice, step, day, it, note.ifBlank { null }, after) }
}

internal fun newAttempt(place: PractisePlace.Attempt, view: PracticeView) =
    AttemptForm(place, view.active?.step ?: 0u, view.days.first())

internal fun attemptForm(place: PractisePlace.Attempt, attempt: Attempt) =
    AttemptForm(place, attempt.step, attempt.day, attempt.outcome, attempt.note.orEmpty(), attempt.afterFeeling)

/** An if-then plan, as somebody fills it in. */
data class PlanForm(
    val place: PractisePlace.Plan,
    val situation: String = "",
    val action: String = "",
    val saidAloud: Boolean = false,
    val remind: Boolean = false,
    val time: ClockForm = ClockForm("08", "00"),
) {
    fun draft() = PlanDraft(place.practice, situation, action, saidAloud, if (remind) time.time() else null)
}

internal fun planForm(place: PractisePlace.Plan, plan: IfThenPlan?): PlanForm = plan?.run {
    PlanForm(place, situation, action, saidAloud, remindAt != null, remindAt?.let { clockForm(it) } ?: ClockForm("08", "00"))
} ?: PlanForm(place)
