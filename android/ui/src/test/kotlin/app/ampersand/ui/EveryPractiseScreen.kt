/** Every screen of practices, learning and boundaries in every form it can take. */
package app.ampersand.ui

import app.ampersand.core.AfterChange
import app.ampersand.core.AttemptOutcome
import app.ampersand.core.Belongs
import app.ampersand.core.BodySign
import app.ampersand.core.BoundariesView
import app.ampersand.core.BoundaryAnswer
import app.ampersand.core.BoundaryKind
import app.ampersand.core.PracticeGroup
import app.ampersand.core.Rung
import app.ampersand.core.SafetyOffer
import app.ampersand.core.YesNoUnsure

internal fun practiseScreens(me: Holder, keep: (String, State) -> Unit) {
    roots(me, keep)
    practices(me, keep)
    forms(me, keep)
    learning(me, keep)
    trainer(me, keep)
    boundaries(me, keep)
    todaysSteps(me, keep)
}

private fun roots(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Practise))
    keep("practise, nothing yet", me.state)
    keep("practise, why", me.state.copy(unfolded = setOf(Fold.WhyAreas)))
    keep("practise, loading", me.state.run { copy(practise = PractiseState()) })
    keep("practise, failed", me.state.run { copy(practise = PractiseState(), trouble = Trouble(TroubleKind.IO, retryable = true)) })
    for (group in PracticeGroup.entries) {
        me.handle(Action.Go(Place.Practise))
        me.handle(Action.Go(PractisePlace.Area(group)))
        keep("practise, area $group", me.state)
    }
}

private fun practices(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Practise))
    me.handle(Action.Go(PractisePlace.Practice("own-ten")))
    keep("practice, not begun", me.state)
    me.handle(PracticeAction.Begin("own-ten"))
    keep("practice, begun", me.state)
    keep("practice, loading", me.state.run { copy(practise = practise.copy(one = null)) })
    keep("practice, another one", me.state.run {
        copy(unfolded = setOf(Fold.PutDown), practise = practise.copy(one = practise.one?.run { copy(remindersTold = false, active = active?.copy(rotationOffered = true, cameBack = true)) }))
    })
    me.handle(Action.Go(Place.Practise))
    me.handle(Action.Go(PractisePlace.Practice("pause-line")))
    me.handle(PracticeAction.Begin("pause-line"))
    me.handle(Action.Go(Place.Practise))
    keep("practise, two", me.state)
    me.handle(Action.Go(PractisePlace.Practice("many-loves")))
    keep("practice, full", me.state)
}

private fun forms(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Practise))
    me.handle(Action.Go(PractisePlace.Practice("own-ten")))
    me.handle(Action.Go(PractisePlace.Attempt("own-ten", null)))
    keep("attempt", me.state.copy(unfolded = setOf(Fold.AttemptDays)))
    me.handle(PracticeAction.AttemptChanged(checkNotNull(me.state.practise.attempt).copy(outcome = AttemptOutcome.DONE, after = 3, note = "The kettle sang.")))
    keep("attempt, filled in", me.state)
    keep("attempt, refused", me.state.copy(trouble = Trouble(TroubleKind.NOTE_TOO_LONG)))
    me.handle(PracticeAction.SaveAttempt)
    keep("practice, noted", me.state)
    me.handle(Action.Go(PractisePlace.Attempt("own-ten", checkNotNull(me.state.practise.one).attempts.single().id)))
    keep("attempt, changing", me.state)
    me.handle(Action.Back)
    me.handle(Action.Go(PractisePlace.Plan("own-ten")))
    keep("plan", me.state)
    me.handle(PracticeAction.PlanChanged(checkNotNull(me.state.practise.plan).copy(situation = "the kettle is on", action = "sit by the window", saidAloud = true, remind = true)))
    keep("plan, with a reminder", me.state)
    me.handle(PracticeAction.SavePlan)
    keep("practice, with a plan", me.state)
}

private fun learning(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Practise))
    me.handle(Action.Go(PractisePlace.Learn))
    keep("learn", me.state)
    me.handle(Action.Go(PractisePlace.Patterns))
    me.handle(PracticeAction.MarkPattern("people_pleasing", true))
    keep("patterns", me.state)
    me.handle(Action.Go(Place.Practise))
    me.handle(Action.Go(PractisePlace.Area(PracticeGroup.BD)))
    keep("practise, lifted", me.state.copy(unfolded = setOf(Fold.WhyAreas)))
}

private fun trainer(me: Holder, keep: (String, State) -> Unit) {
    fun form(how: (TrainerForm) -> TrainerForm) = me.handle(BoundaryAction.Changed(how(checkNotNull(me.state.practise.trainer).form)))
    fun page(how: (TrainerForm) -> TrainerForm) {
        form(how)
        keep("trainer, ${me.state.practise.trainer?.page}", me.state.copy(said = null))
        me.handle(BoundaryAction.Onward)
    }
    me.handle(Action.Go(Place.Practise))
    me.handle(Action.Go(PractisePlace.Boundaries))
    keep("boundaries, none", me.state)
    me.handle(Action.Go(PractisePlace.Notice))
    keep("trainer, empty", me.state)
    page { it.copy(body = "A knot in my stomach.") }
    page { it.copy(sign = BodySign.BAD) }
    page { it.copy(fits = YesNoUnsure.UNSURE) }
    keep("trainer, refused", me.state.copy(trouble = Trouble(TroubleKind.BOUNDARY_MOVE)))
    page { it.copy(kind = BoundaryKind.EMOTIONAL) }
    page { it.copy(limit = "I do not settle your quarrels.", belongs = Belongs.NOT_MINE) }
    page { it.copy(rung = Rung.PARTNER, person = "Sam") }
    form { it.copy(line = checkNotNull(me.state.practise.trainer?.view).scriptLines.first().id) }
    keep("trainer, a line", me.state)
    page { it.copy(words = "I care, and this is yours to carry.") }
    keep("trainer, saying", me.state.run { copy(practise = practise.copy(trainer = practise.trainer?.copy(deleting = true))) })
    me.handle(BoundaryAction.Say)
    keep("trainer, answer", me.state)
    me.handle(BoundaryAction.Answered(BoundaryAnswer.IGNORED))
    page { it.copy(relief = 1, guilt = 4, afraid = true) }
    page { it.copy(nextStep = "Ring my sister.") }
    keep("trainer, done", me.state)
    keep("trainer, loading", me.state.run { copy(practise = practise.copy(trainer = null)) })
    me.handle(BoundaryAction.Leave)
}

private fun boundaries(me: Holder, keep: (String, State) -> Unit) {
    fun with(state: State, how: (BoundariesView) -> BoundariesView) =
        state.run { copy(practise = practise.copy(boundaries = practise.boundaries?.let(how))) }
    keep("boundaries, with fear", me.state)
    keep("boundaries, passed over", with(me.state) { it.copy(safety = SafetyOffer.IGNORED_TWICE) })
    val every = BoundaryKind.entries.map { Fold.KindSummary(it) }.toSet<Fold>() + Fold.LimitsAway
    keep("boundaries, unfolded", with(me.state.copy(unfolded = every)) { view ->
        val change = AfterChange(1.2, 5u, 3.4, 5u)
        view.copy(
            kinds = view.kinds.map { it.copy(uses = 12u, said = 10u, respected = 5u, negotiated = 3u, ignored = 2u, relief = change, guilt = change) },
            limits = view.limits + view.limits.map { it.copy(putAway = true) },
            open = view.done,
        )
    })
}

private fun todaysSteps(me: Holder, keep: (String, State) -> Unit) {
    // its reminder goes with it: the other screens begin without any
    me.handle(PracticeAction.DropPlan("own-ten"))
    me.handle(Action.Go(Place.Today))
    keep("today, with two steps and the safety offer", me.state)
    keep("today, came back to a step", me.state.run { copy(home = home?.run { copy(safetyOffer = SafetyOffer.IGNORED_TWICE, practice = practice.copy(active = practice.active.map { it.copy(cameBack = true, doneToday = true) })) }) })
}
