/**
 * Boundaries: the list of what was noticed and said, and the trainer's small pages. What may come next, the core says with each answer. What is typed
 * stays in memory until it is handed over, also over a lock and on other pages.
 */
package app.ampersand.ui

import app.ampersand.core.BoundaryMove
import app.ampersand.core.UseView

internal class BoundarySteps(private val ground: Ground) {
    /** What was filled in and is not handed over, by its page. */
    private val waiting = HashMap<PractisePlace, TrainerForm>()

    private var practise: PractiseState
        get() = ground.state.practise
        set(value) {
            ground.state = ground.state.copy(practise = value)
        }

    private var trainer: TrainerState?
        get() = practise.trainer
        set(value) {
            practise = practise.copy(trainer = value)
        }

    fun handle(action: BoundaryAction) {
        when (action) {
            is BoundaryAction.Changed -> form(action.form.wellFormed())
            BoundaryAction.Onward -> onward()
            is BoundaryAction.Reuse -> move(BoundaryMove.UseLimit(action.boundary))
            BoundaryAction.FillIn -> fillIn()
            BoundaryAction.Say -> move(BoundaryMove.Say)
            BoundaryAction.NotSay -> move(BoundaryMove.NotSay)
            is BoundaryAction.Answered -> move(BoundaryMove.Answer(action.answer))
            BoundaryAction.Leave -> {
                trainer = trainer?.copy(at = 0)
                ground.way.back()
            }
            BoundaryAction.AskDelete -> trainer = trainer?.copy(deleting = true)
            BoundaryAction.CancelDelete -> trainer = trainer?.copy(deleting = false)
            BoundaryAction.ConfirmDelete -> delete()
            is BoundaryAction.PutAway -> ground.desk.ask({ it.putAwayBoundary(action.boundary, action.away) }) {
                practise = practise.copy(boundaries = it)
            }
            BoundaryAction.DismissSafety -> ground.desk.ask({ it.dismissSafetyOffer() }) { ground.way.reload() }
        }
    }

    fun load(place: Place) {
        when (place) {
            PractisePlace.Boundaries -> ground.desk.load({ it.boundaries(ground.now()) }) { practise = practise.copy(boundaries = it) }
            PractisePlace.Notice -> if (trainer?.place != place) trainer = TrainerState(PractisePlace.Notice, form = waiting[PractisePlace.Notice] ?: TrainerForm())
            is PractisePlace.Use -> ground.desk.load({ it.boundaryUse(ground.now(), place.id) }) { arrived(place, it) }
            else -> Unit
        }
    }

    /** The page somebody was on comes up again, unless it has moved on meanwhile. */
    private fun arrived(place: PractisePlace.Use, view: UseView) {
        val before = trainer?.takeIf { it.place == place && it.view?.state == view.state }
        trainer = before?.copy(view = view) ?: TrainerState(place, view, waiting[place] ?: TrainerForm())
    }

    private fun form(form: TrainerForm) {
        val now = trainer ?: return
        if (form == TrainerForm()) waiting.remove(now.place) else waiting[now.place] = form
        trainer = now.copy(form = form)
    }

    /** A page back inside the trainer; false where the place itself is to be left. */
    fun back(): Boolean {
        val now = trainer?.takeIf { it.place == ground.state.place && it.at > 0 } ?: return false
        trainer = now.copy(at = now.at - 1, deleting = false)
        return true
    }

    private fun onward() {
        val now = trainer?.takeIf { it.ready() } ?: return
        if (!now.isLast) {
            trainer = now.copy(at = now.at + 1)
            return
        }
        if (now.view == null) notice(now) else now.form.move(now.page)?.let(::move)
    }

    private fun notice(now: TrainerState) {
        val noticed = now.form.noticed() ?: return
        ground.desk.ask({ it.noticeBoundary(ground.now(), noticed) }) { view ->
            waiting.remove(now.place)
            trainer = TrainerState(PractisePlace.Use(view.id), view)
            ground.way.swap(now.place, PractisePlace.Use(view.id))
        }
    }

    private fun move(move: BoundaryMove) {
        val now = trainer ?: return
        val use = now.place as? PractisePlace.Use ?: return
        ground.desk.ask({ it.moveBoundary(ground.now(), use.id, move) }) { view ->
            waiting.remove(use)
            // an answer that comes late changes no page that somebody has gone to meanwhile
            if (trainer?.place == use) trainer = TrainerState(use, view)
        }
    }

    private fun fillIn() {
        val now = trainer ?: return
        val line = now.view?.scriptLines?.find { it.id == now.form.line } ?: return
        ground.desk.ask({ it.scriptText(line.id, now.form.filledIn(line)) }) { words -> trainer?.let { form(it.form.copy(words = words)) } }
    }

    private fun delete() {
        val use = trainer?.place as? PractisePlace.Use ?: return
        ground.desk.ask({ it.deleteBoundaryUse(use.id) }) {
            waiting.remove(use)
            trainer = null
            if (ground.state.place == use) ground.way.back()
        }
    }

    /** What is on no page any more is gone from the state; what was typed waits here. */
    fun leaveIfGone() {
        val now = trainer ?: return
        if (now.place !in ground.state.places) trainer = null
    }

    /** Everything was erased, and so it is here. */
    fun forget() = waiting.clear()
}
