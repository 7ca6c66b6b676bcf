/**
 * Eight weeks of practising: the first step and its plan, what there is to learn, limits that are noticed, named and said, a step that does not fit, a
 * limit that is passed over, and care mode at the end. Every week ends with what the people around bring (WeeksTogether.kt).
 */
package app.ampersand.preview

import app.ampersand.core.AttemptOutcome
import app.ampersand.core.BoundaryAnswer
import app.ampersand.core.PracticeGroup
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.SafetyOffer
import app.ampersand.ui.Action
import app.ampersand.ui.AttemptForm
import app.ampersand.ui.BoundaryAction
import app.ampersand.ui.ClockForm
import app.ampersand.ui.Fold
import app.ampersand.ui.Place
import app.ampersand.ui.PlanForm
import app.ampersand.ui.PracticeAction
import app.ampersand.ui.PractisePlace
import java.time.Instant

/** A Monday morning in New York. */
internal val WEEKS_BEGIN = Instant.parse("2026-11-02T13:30:00Z").toEpochMilli()
private const val A_WEEK = 7

internal fun eightWeeks(camera: Camera, me: Traveller) {
    me.start()
    me.act(Action.NameTyped("Ana"), Action.FinishFirstRun)
    val weeks = listOf(::aFirstStep, ::aSecondAndNoThird, ::whatIsThereToLearn, ::aLimit, ::aStepThatDoesNotFit, ::passedOver, ::anotherOne, ::lookingBack)
    weeks.forEachIndexed { at, week ->
        val monday = me.state.home?.day
        week(camera, me)
        lifeWeek(camera, me, at + 1)
        me.act(Action.Go(Place.Today))
        // a part of the story may take some days of its week
        val days = expected(me.state.home, "today").checkIn.strip.days.map { it.day }
        me.pass((A_WEEK - days.count { it > expected(monday, "a Monday") }) * A_DAY)
        me.act(Action.Go(Place.Check), Action.Go(Place.Today))
    }
    inCareMode(camera, me)
    me.stop()
}

// --- weeks 1 to 3: practising --------------------------------------------------------------------------------------------------------

private fun aFirstStep(camera: Camera, me: Traveller) {
    me.go(Place.Practise)
    expect("at first nothing is going", me.state.practise.all?.active?.isEmpty() == true)
    camera.take("practise-first", me.state)
    me.act(Action.Go(Place.Check), Action.Begin(fresh = false))
    me.answerTheRest(value = ::before)
    me.act(Action.Finish)
    repeat(FIVE) { me.act(Action.AnswerSafety(it, SafetyAnswer.NO)) }
    me.act(Action.HandOverSafety)
    me.go(Place.Practise)
    expect("after a Check the areas stand in another order, and it is said why", me.state.practise.all?.because != null)
    me.act(Action.Toggle(Fold.WhyAreas))
    camera.take("practise-why", me.state)
    me.act(Action.Toggle(Fold.WhyAreas), Action.Go(PractisePlace.Area(PracticeGroup.ST)))
    camera.take("practise-area", me.state)
    me.go(PractisePlace.Practice("own-ten"))
    camera.take("practice", me.state)
    me.act(PracticeAction.Begin("own-ten"))
    expect("it begins with the smallest step", me.state.practise.one?.active?.step == 0u)
    camera.take("practice-begun", me.state)
    me.go(PractisePlace.Plan("own-ten"))
    val plan = expected(me.state.practise.plan, "a page for a plan")
    me.act(PracticeAction.PlanChanged(plan.filledIn()))
    camera.take("practice-plan", me.state)
    me.act(PracticeAction.SavePlan)
    expect("the plan reads as one sentence: ${me.state.trouble}", me.state.practise.one?.active?.plan?.text?.startsWith("If ") == true)
    me.note("own-ten", AttemptOutcome.TRIED, "The phone rang, and I let it ring.", after = 2, camera = camera)
    camera.take("practice-noted", me.state)
    me.go(Place.Today)
    expect("today has the step", me.state.home?.practice?.active?.size == 1)
    camera.take("today-step", me.state)
}

private fun PlanForm.filledIn() =
    copy(situation = "I have put the kettle on", action = "sit down by the window for ten minutes", saidAloud = true, remind = true, time = ClockForm("07", "30"))

private const val FIVE = 5

/** Says how it went; [camera] looks at the page before it is saved. */
private fun Traveller.note(practice: String, outcome: AttemptOutcome, note: String, after: Int?, step: UInt? = null, camera: Camera? = null) {
    act(Action.Go(Place.Practise), Action.Go(PractisePlace.Practice(practice)), Action.Go(PractisePlace.Attempt(practice, null)))
    val form: AttemptForm = expected(state.practise.attempt, "a page to say how it went")
    act(PracticeAction.AttemptChanged(form.copy(outcome = outcome, note = note, after = after, step = step ?: form.step)))
    camera?.take("practice-attempt", state)
    act(PracticeAction.SaveAttempt)
    expect("it is noted: ${state.trouble}", state.place == PractisePlace.Practice(practice) && state.practise.one?.attempts?.first()?.note == note)
}

private fun aSecondAndNoThird(camera: Camera, me: Traveller) {
    me.note("own-ten", AttemptOutcome.DONE, "Ten minutes. I like the smell of rain.", after = 3)
    expect("after a step that was done comes the next", me.state.practise.one?.active?.step == 1u)
    me.go(Place.Practise)
    expect("what was handed back in the first week is the second", me.second() == "mine-yours-ours")
    me.go(PractisePlace.Practice("many-loves"))
    expect("two are enough: what is to be put down first is asked", me.state.practise.one?.run { !mayBegin && fullWith.size == 2 } == true)
    camera.take("practice-full", me.state)
    me.go(Place.Practise)
    camera.take("practise-two", me.state)
}

/** The one that is going beside the first. */
private fun Traveller.second(): String = expected(state.practise.all?.active?.map { it.id }?.singleOrNull { it != "own-ten" }, "a second practice")

private fun whatIsThereToLearn(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(PractisePlace.Learn))
    camera.take("learn", me.state)
    me.go(PractisePlace.Patterns)
    me.act(PracticeAction.MarkPattern("people_pleasing", true))
    expect("a mark is kept", me.state.practise.learn?.patterns?.single { it.marked }?.id == "people_pleasing")
    camera.take("patterns", me.state)
    me.act(Action.Go(Place.Practise), Action.Go(PractisePlace.Area(PracticeGroup.BD)))
    expect("what the mark leads to comes first", me.state.practise.all?.areas?.find { it.area == PracticeGroup.BD }?.practices?.first()?.lifted == true)
    camera.take("practise-lifted", me.state)
}

// --- weeks 4 to 8 --------------------------------------------------------------------------------------------------------------------

private fun aLimit(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(PractisePlace.Boundaries))
    camera.take("boundaries-first", me.state)
    aWholeWalk(camera, me)
    leftEarly(me)
    me.go(PractisePlace.Boundaries)
    expect("one is looked back on, and one waits", me.state.practise.boundaries?.run { done.size == 1 && open.size == 1 } == true)
    camera.take("boundaries", me.state)
}

private fun aStepThatDoesNotFit(camera: Camera, me: Traveller) {
    me.go(Place.Practise)
    val second = me.second()
    me.note(second, AttemptOutcome.SKIPPED, "Not this week.", after = null)
    me.act(Action.Go(Place.Practise), Action.Go(PractisePlace.Practice(second)))
    expect("after two weeks another one is offered", me.state.practise.one?.active?.rotationOffered == true)
    camera.take("practice-rotation", me.state)
}

private fun passedOver(camera: Camera, me: Traveller) {
    repeat(2) { me.useLimit("Mira", BoundaryAnswer.IGNORED, relief = 1, guilt = 3) }
    me.go(Place.Today)
    expect("passed over twice by one person: the private page is offered", me.state.home?.safetyOffer == SafetyOffer.IGNORED_TWICE)
    camera.take("today-safety-offer", me.state)
    me.act(BoundaryAction.DismissSafety)
    expect("who wants none has none", me.state.home?.safetyOffer == null)
}

private fun anotherOne(camera: Camera, me: Traveller) {
    me.go(Place.Practise)
    val second = me.second()
    me.act(Action.Go(PractisePlace.Practice(second)), Action.Toggle(Fold.PutDown))
    camera.take("practice-put-down", me.state)
    me.act(Action.Toggle(Fold.PutDown), Action.Go(PractisePlace.Practice("many-loves")), PracticeAction.TakeUpInstead("many-loves", second))
    me.act(Action.Go(Place.Practise))
    expect("one for the other", me.state.practise.all?.active?.map { it.id }?.toSet() == setOf("own-ten", "many-loves"))
}

private fun lookingBack(camera: Camera, me: Traveller) {
    repeat(TIMES) { at -> me.useLimit("Sam", BoundaryAnswer.RESPECTED, relief = minOf(MOST, 1 + at / 2), guilt = maxOf(0, FIRST_GUILT - at / 2)) }
    me.act(Action.Go(Place.Practise), Action.Go(PractisePlace.Boundaries))
    val kind = expected(me.state.practise.boundaries?.kinds?.maxByOrNull { it.uses }, "a kind")
    expect("after ten times it is told how it feels by now", kind.relief?.let { it.last > it.first } == true)
    me.act(Action.Toggle(Fold.KindSummary(kind.kind)))
    camera.take("boundaries-kinds", me.state)
    camera.takeRightToLeft("boundaries-right-to-left", me.state)
    me.act(Action.Toggle(Fold.KindSummary(kind.kind)), Action.Go(Place.Practise))
    camera.takeRightToLeft("practise-right-to-left", me.state)
}

private const val TIMES = 9
private const val MOST = 4
private const val FIRST_GUILT = 3

// --- care mode -----------------------------------------------------------------------------------------------------------------------

private fun inCareMode(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.More), Action.EnterCareMode, Action.LeaveSafety)
    me.go(Place.Practise)
    camera.take("practise-care", me.state)
    me.go(PractisePlace.Area(PracticeGroup.OC))
    expect("no practice needs the partner", me.state.practise.all?.areas?.flatMap { it.practices }?.none { it.id in WITH_PARTNER } == true)
    camera.take("practise-area-care", me.state)
    me.act(Action.Go(Place.Practise), Action.Go(PractisePlace.Boundaries))
    expect("limits with people who are not safe are out of sight", me.state.practise.boundaries?.rungs?.size == 2)
    camera.take("boundaries-care", me.state)
    lifeInCareMode(camera, me)
}

private val WITH_PARTNER = setOf("feel-and-ask", "hear-first", "check-in-together", "mine-yours-ours", "one-limit")
