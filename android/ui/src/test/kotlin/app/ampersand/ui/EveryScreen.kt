/** Every screen in every form it can take, from the real core wherever it is the core that speaks. */
package app.ampersand.ui

import app.ampersand.core.Practice
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.helpLines

/** [name] tells a failing test where to look. */
class Shown(val name: String, val state: State)

fun everyScreen(rig: Rig): List<Shown> {
    val all = mutableListOf<Shown>()
    fun keep(name: String, state: State) { all += Shown(name, state) }

    keep("opening", State())
    val first = rig.holder().apply { handle(Action.Start) }
    keep("first run", first.state)
    first.handle(Action.FinishFirstRun)
    val me = rig.settled()
    keep("today, nothing yet", me.state)
    keep("today, loading", me.state.copy(home = null))
    keep("today, failed", me.state.copy(home = null, trouble = Trouble(TroubleKind.IO, retryable = true)))
    keep("today, trouble", me.state.copy(trouble = Trouble(TroubleKind.DISK_FULL, retryable = true)))
    me.handle(Action.Go(Place.Runs))
    keep("runs, empty", me.state)
    me.handle(Action.Go(Place.Check))
    keep("check, first", me.state)
    me.handle(Action.Begin(fresh = false))
    keep("question", me.state)
    rig.answer(me, 4)
    me.handle(Action.Back)
    keep("question, answered", me.state)
    me.handle(Action.Pause)
    keep("today, resume", me.state)
    me.handle(Action.Go(Place.Check))
    keep("check, resume", me.state)
    me.handle(Action.Resume(checkNotNull(me.state.overview?.draft).run))
    while (me.state.place is Place.Question) rig.answer(me, if (me.state.walk?.index == 7) null else 3, afterMs = 300)
    keep("review, asked", me.state)
    me.handle(Action.Finish)
    me.handle(Action.AnswerSafety(0, SafetyAnswer.YES))
    keep("safety", me.state)
    me.handle(Action.HandOverSafety)
    keep("safety, care mode", me.state)
    me.handle(Action.LeaveSafety)
    keep("result, care mode, kept as it is", unfolded(me.state))
    me.handle(Action.Go(Place.Today))
    keep("today, care mode", me.state)
    me.handle(Action.Go(Place.More))
    keep("more", me.state.copy(name = "Ana", unfolded = setOf(Fold.Regions)))
    me.handle(Action.Go(Place.Safety(AfterSafety.LeaveCareMode)))
    repeat(5) { me.handle(Action.AnswerSafety(it, SafetyAnswer.NO)) }
    me.handle(Action.HandOverSafety)
    keep("safety, care mode left", me.state)
    me.handle(Action.Go(Place.Help))
    keep("help", me.state.copy(unfolded = setOf(Fold.Regions)))
    keep("help, long numbers", me.state.copy(help = helpLines(region = "US", locale = "en-US")))
    keep("help, loading", me.state.copy(help = null))
    keep("help, failed", me.state.copy(help = null, trouble = Trouble(TroubleKind.IO, retryable = true)))
    me.handle(Action.Go(Place.Runs))
    keep("runs, deleting", me.state.copy(deleting = checkNotNull(me.state.runs).runs.first().id))
    me.handle(Action.Go(Place.Result(checkNotNull(me.state.runs).runs.first().id)))
    keep("result", unfolded(me.state.copy(picked = me.state.result?.chooseBetween?.firstOrNull())))
    practiseScreens(me, ::keep)
    reminderScreens(rig, me, ::keep)
    lifeScreens(rig, me, ::keep)
    journalScreens(rig, me, ::keep)
    for (kind in listOf(TroubleKind.LOCKED, TroubleKind.WRONG_KEY, TroubleKind.KEY_LOST, TroubleKind.DAMAGED, TroubleKind.TOO_NEW, TroubleKind.IN_USE)) {
        keep("shut, $kind", State(vault = VaultState.Shut(Trouble(kind))))
    }
    return all
}

/** With everything open that can be opened. */
private fun unfolded(state: State): State {
    val result = checkNotNull(state.result)
    val practices: List<Practice> = result.suggestions.flatMap { it.practices }
    val first = state.picked ?: result.chooseBetween.singleOrNull()
    return state.copy(
        unfolded = result.scales.map { Fold.ScaleNumbers(it.result.scale) }.toSet<Fold>() + result.totals.map { Fold.TotalNumbers(it.result.total) } +
            result.suggestions.map { it.need.area }.filter { it != first }.map { Fold.Practices(it) } + result.suggestions.map { Fold.Why(it.need.area) } +
            practices.map { Fold.Steps(it.id) } + Fold.HowWorkedOut,
    )
}
