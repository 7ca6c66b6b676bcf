/**
 * Practices, their attempts and plans, and the cards and patterns there are to learn. What is typed into a form stays in memory until it is saved, also
 * over a lock and on other pages: it must never be dropped because somebody looked elsewhere.
 */
package app.ampersand.ui

import app.ampersand.core.PracticeView
import app.ampersand.core.VaultInterface

internal class PracticeSteps(private val ground: Ground, private val port: ReminderPort) {
    /** What was filled in and is not saved, by its page. */
    private val attempts = HashMap<PractisePlace.Attempt, AttemptForm>()
    private val plans = HashMap<PractisePlace.Plan, PlanForm>()

    private var practise: PractiseState
        get() = ground.state.practise
        set(value) {
            ground.state = ground.state.copy(practise = value)
        }

    fun handle(action: PracticeAction) {
        when (action) {
            is PracticeAction.Begin -> change { it.beginPractice(ground.now(), action.id) }
            is PracticeAction.PutDown -> change { it.stopPractice(ground.now(), action.id) }
            is PracticeAction.TakeUpInstead -> change {
                it.stopPractice(ground.now(), action.other)
                it.beginPractice(ground.now(), action.id)
            }
            is PracticeAction.AttemptChanged -> attempt(action.form.copy(note = action.form.note.wellFormed()))
            PracticeAction.SaveAttempt -> saveAttempt()
            is PracticeAction.PlanChanged -> plan(action.form.run { copy(situation = situation.wellFormed(), action = this.action.wellFormed()) })
            PracticeAction.SavePlan -> savePlan()
            is PracticeAction.DropPlan -> change { it.dropPlan(ground.now(), action.practice) }
            is PracticeAction.MarkPattern -> ground.desk.ask({ it.markPattern(action.id, action.marked) }) { practise = practise.copy(learn = it) }
        }
    }

    fun loadAll() = ground.desk.load({ it.practices(ground.now()) to it.home(ground.now()) }) { (all, home) ->
        ground.state = ground.state.run { copy(home = home, practise = practise.copy(all = all)) }
    }

    fun load(place: PractisePlace) = when (place) {
        is PractisePlace.Area -> loadAll()
        is PractisePlace.Practice -> loadOne(place.id) {}
        is PractisePlace.Attempt -> loadOne(place.practice) { view -> attempt(attempts[place] ?: found(place, view)) }
        is PractisePlace.Plan -> loadOne(place.practice) { view -> plan(plans[place] ?: planForm(place, view.active?.plan)) }
        PractisePlace.Learn, PractisePlace.Patterns -> ground.desk.load({ it.learn() }) { practise = practise.copy(learn = it) }
        PractisePlace.Boundaries, PractisePlace.Notice, is PractisePlace.Use -> Unit // the trainer's
    }

    private fun loadOne(id: String, then: (PracticeView) -> Unit) = ground.desk.load({ it.practice(ground.now(), id) }) { view ->
        practise = practise.copy(one = view)
        then(view)
    }

    private fun found(place: PractisePlace.Attempt, view: PracticeView): AttemptForm =
        view.attempts.find { it.id == place.attempt }?.let { attemptForm(place, it) } ?: newAttempt(place, view)

    // --- forms -------------------------------------------------------------------------------------------------------------------------

    private fun attempt(form: AttemptForm) {
        val kept = practise.one?.takeIf { it.id == form.place.practice }?.let { found(form.place, it) }
        if (form == kept) attempts.remove(form.place) else attempts[form.place] = form
        practise = practise.copy(attempt = form)
    }

    private fun plan(form: PlanForm) {
        val kept = practise.one?.takeIf { it.id == form.place.practice }?.let { planForm(form.place, it.active?.plan) }
        if (form == kept) plans.remove(form.place) else plans[form.place] = form
        practise = practise.copy(plan = form)
    }

    private fun saveAttempt() {
        val form = practise.attempt ?: return
        val draft = form.draft() ?: return
        val changed = form.place.attempt
        val ask: (VaultInterface) -> PracticeView = { vault ->
            if (changed == null) vault.recordAttempt(ground.now(), draft) else vault.changeAttempt(ground.now(), changed, draft)
        }
        ground.desk.ask(ask) { saved(it, form.place, attempts, form) }
    }

    private fun savePlan() {
        val form = practise.plan ?: return
        ground.desk.ask({ it.planPractice(ground.now(), form.draft()) }) { saved(it, form.place, plans, form) }
    }

    /** Back from the form it was saved in; what was typed while it was being written is not saved yet, and keeps the page. */
    private fun <P : Place, F> saved(view: PracticeView, place: P, waiting: HashMap<P, F>, form: F) {
        practise = practise.copy(one = view)
        port.changed()
        if (waiting[place] == form) waiting.remove(place)
        if (place in waiting) return
        if (ground.state.place == place) ground.way.back()
    }

    private fun change(command: (VaultInterface) -> PracticeView) = ground.desk.ask(command) { view ->
        practise = practise.copy(one = view)
        port.changed()
        ground.way.reload()
    }

    /** What is on no page any more is not shown when one comes up again; what was typed and not saved waits here. */
    fun leaveIfGone() {
        val places = ground.state.places
        if (practise.attempt != null && places.none { it is PractisePlace.Attempt }) practise = practise.copy(attempt = null)
        if (practise.plan != null && places.none { it is PractisePlace.Plan }) practise = practise.copy(plan = null)
    }

    /** Everything was erased, and so it is here. */
    fun forget() {
        attempts.clear()
        plans.clear()
    }
}
