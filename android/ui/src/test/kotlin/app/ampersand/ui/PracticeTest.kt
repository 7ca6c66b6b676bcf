package app.ampersand.ui

import app.ampersand.core.AttemptOutcome
import app.ampersand.core.PracticeGroup
import app.ampersand.core.ReminderKind
import app.ampersand.core.SafetyAnswer
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** Practices, their attempts and plans, and what there is to learn, on the real core, without any screen. */
class PracticeTest {
    @get:Rule val rig = Rig()

    private fun Holder.look(id: String) = apply {
        handle(Action.Go(Place.Practise))
        handle(Action.Go(PractisePlace.Practice(id)))
        assertNotNull("no practice: ${state.trouble}", state.practise.one)
    }

    private fun Holder.begin(vararg ids: String) = apply { ids.forEach { look(it).handle(PracticeAction.Begin(it)) } }

    private fun Holder.one() = checkNotNull(state.practise.one)

    /** The page to note how a step of [id] went, with [how] filled in. */
    private fun Holder.attempt(id: String, how: (AttemptForm) -> AttemptForm) = apply {
        look(id).handle(Action.Go(PractisePlace.Attempt(id, null)))
        handle(PracticeAction.AttemptChanged(how(checkNotNull(state.practise.attempt))))
    }

    private fun Holder.plan(id: String, how: (PlanForm) -> PlanForm) = apply {
        look(id).handle(Action.Go(PractisePlace.Plan(id)))
        handle(PracticeAction.PlanChanged(how(checkNotNull(state.practise.plan))))
    }

    @Test fun `a practice is begun with its smallest step, noted, and goes on with the next`() {
        val me = rig.settled().begin("own-ten")
        assertEquals(0u, me.one().active?.step)
        me.attempt("own-ten") { it.copy(outcome = AttemptOutcome.DONE, note = "Rain.", after = 3) }.handle(PracticeAction.SaveAttempt)
        assertEquals("back where it was noted from", PractisePlace.Practice("own-ten"), me.state.place)
        val noted = me.one().attempts.single()
        assertEquals(listOf(AttemptOutcome.DONE, "Rain.", 3, 0u), listOf(noted.outcome, noted.note, noted.afterFeeling, noted.step))
        assertEquals(1u, me.one().active?.step)
        me.handle(Action.Go(Place.Today))
        assertTrue(checkNotNull(me.state.home).practice.active.single().doneToday)
    }

    @Test fun `what was noted can be changed, and the day is one of seven`() {
        val me = rig.settled().begin("own-ten").attempt("own-ten") { it.copy(outcome = AttemptOutcome.TRIED) }
        assertEquals(7, me.one().days.size)
        me.handle(PracticeAction.SaveAttempt)
        val place = PractisePlace.Attempt("own-ten", me.one().attempts.single().id)
        me.handle(Action.Go(place))
        assertEquals(attemptForm(place, me.one().attempts.single()), me.state.practise.attempt)
        me.handle(PracticeAction.AttemptChanged(checkNotNull(me.state.practise.attempt).copy(outcome = AttemptOutcome.DONE, day = me.one().days[3])))
        me.handle(PracticeAction.SaveAttempt)
        assertEquals(listOf(AttemptOutcome.DONE to me.one().days[3]), me.one().attempts.map { it.outcome to it.day })
    }

    @Test fun `until it is said how it went there is nothing to save`() {
        val me = rig.settled().begin("own-ten").attempt("own-ten") { it.copy(note = "Only words.") }
        me.handle(PracticeAction.SaveAttempt)
        assertTrue(me.state.place is PractisePlace.Attempt && me.one().attempts.isEmpty())
    }

    @Test fun `what is not saved waits, on other pages and over a lock`() {
        val me = rig.settled().begin("own-ten").attempt("own-ten") { it.copy(outcome = AttemptOutcome.TRIED, note = "Half a thought") }
        me.handle(Action.Go(Place.Today))
        assertNull("and stands on no page meanwhile", me.state.practise.attempt)
        rig.lock()
        me.handle(Action.Go(Place.Journal))
        me.handle(Action.Retry)
        me.look("own-ten").handle(Action.Go(PractisePlace.Attempt("own-ten", null)))
        assertEquals("Half a thought", me.state.practise.attempt?.note)
        me.handle(PracticeAction.SaveAttempt)
        me.handle(Action.Go(PractisePlace.Attempt("own-ten", null)))
        assertEquals("what is saved waits no more", "", me.state.practise.attempt?.note)
    }

    @Test fun `what the core refuses stays on the page`() {
        val me = rig.settled().begin("own-ten").attempt("own-ten") { it.copy(outcome = AttemptOutcome.DONE, note = "a".repeat(1_001)) }
        me.handle(PracticeAction.SaveAttempt)
        assertEquals(TroubleKind.NOTE_TOO_LONG, me.state.trouble?.kind)
        assertEquals(1_001, me.state.practise.attempt?.note?.length)
        me.handle(Action.Back)
        me.plan("own-ten") { it.copy(situation = "b".repeat(121), action = "walk") }.handle(PracticeAction.SavePlan)
        assertEquals(TroubleKind.SITUATION_TOO_LONG, me.state.trouble?.kind)
        me.handle(PracticeAction.PlanChanged(checkNotNull(me.state.practise.plan).copy(situation = " ")))
        me.handle(PracticeAction.SavePlan)
        assertEquals(TroubleKind.SITUATION_TOO_SHORT, me.state.trouble?.kind)
        assertNull(rig.vault.practice(rig.context(), "own-ten").active?.plan)
    }

    @Test fun `a third is not begun, and one goes for the other`() {
        val me = rig.settled().begin("own-ten", "pause-line").look("many-loves")
        assertEquals(setOf("own-ten", "pause-line"), me.one().fullWith.map { it.id }.toSet())
        me.handle(PracticeAction.Begin("many-loves"))
        assertEquals(TroubleKind.PRACTICES_FULL, me.state.trouble?.kind)
        me.handle(PracticeAction.TakeUpInstead("many-loves", "own-ten"))
        assertNull(me.state.trouble)
        assertEquals(setOf("pause-line", "many-loves"), rig.vault.practices(rig.context()).active.map { it.id }.toSet())
        me.look("own-ten").attempt("own-ten") { it.copy(outcome = AttemptOutcome.DONE) }.handle(PracticeAction.SaveAttempt)
        assertEquals("one that was put down is not noted", TroubleKind.PRACTICE_NOT_ACTIVE, me.state.trouble?.kind)
    }

    @Test fun `a plan is a sentence with a reminder, and the system is told`() {
        val me = rig.settled().begin("own-ten")
        val before = rig.port.changes
        me.plan("own-ten") { it.copy(situation = "the kettle is on", action = "sit down", saidAloud = true, remind = true, time = ClockForm("7", "30")) }
        me.handle(PracticeAction.SavePlan)
        val plan = checkNotNull(me.one().active?.plan)
        assertEquals(listOf("the kettle is on", "sit down", true, "07:30"), listOf(plan.situation, plan.action, plan.saidAloud, plan.remindAt))
        assertTrue(plan.text, "the kettle is on" in plan.text && "sit down" in plan.text)
        assertTrue(rig.port.changes > before && me.one().remindersTold)
        assertEquals(plan.rule, rig.reminders.view(rig.context()).rules.single { it.kind == ReminderKind.PRACTICE }.id)
        me.handle(PracticeAction.DropPlan("own-ten"))
        assertNull(me.one().active?.plan)
        assertTrue(rig.reminders.view(rig.context()).rules.none { it.kind == ReminderKind.PRACTICE })
    }

    @Test fun `no time is no plan, and the page says so`() {
        val me = rig.settled().begin("own-ten").plan("own-ten") { it.copy(situation = "it rains", action = "read", remind = true, time = ClockForm("25", "")) }
        me.handle(PracticeAction.SavePlan)
        assertEquals(TroubleKind.BAD_TIME, me.state.trouble?.kind)
        assertEquals("25", me.state.practise.plan?.time?.hour)
    }

    @Test fun `a mark lifts what it leads to, and changes no number`() {
        val me = rig.finished()
        val before = rig.vault.checkRuns(null)
        me.handle(Action.Go(Place.Practise))
        me.handle(Action.Go(PractisePlace.Patterns))
        me.handle(PracticeAction.MarkPattern("people_pleasing", true))
        assertEquals(listOf("people_pleasing"), me.state.practise.learn?.patterns?.filter { it.marked }?.map { it.id })
        me.handle(Action.Go(Place.Practise))
        val boundaries = checkNotNull(me.state.practise.all).areas.first { it.area == PracticeGroup.BD }
        assertEquals(setOf("pause-line", "yes-no-list"), boundaries.practices.takeWhile { it.lifted }.map { it.id }.toSet())
        assertEquals(before, rig.vault.checkRuns(null))
    }

    @Test fun `after a Check it is said why, by names and numbers`() {
        val me = rig.finished()
        me.handle(Action.Go(Place.Practise))
        val because = checkNotNull(me.state.practise.all?.because)
        assertTrue(because.parts.isNotEmpty() && because.parts.all { it.title.isNotBlank() })
    }

    @Test fun `in care mode nothing needs the partner, and the system is told of it`() {
        val me = rig.settled().begin("one-limit")
        val before = rig.port.changes
        me.handle(Action.EnterCareMode)
        assertTrue(rig.port.changes > before && me.state.home?.careMode == true)
        me.handle(Action.LeaveSafety)
        me.handle(Action.Go(Place.Practise))
        val all = checkNotNull(me.state.practise.all)
        assertTrue(all.active.isEmpty() && all.areas.flatMap { it.practices }.none { it.id == "one-limit" })
        me.handle(Action.Go(PractisePlace.Practice("one-limit")))
        assertEquals(TroubleKind.CARE_MODE, me.state.trouble?.kind)
        me.handle(Action.Go(Place.Safety(AfterSafety.LeaveCareMode)))
        repeat(5) { me.handle(Action.AnswerSafety(it, SafetyAnswer.NO)) }
        me.handle(Action.HandOverSafety)
        me.handle(Action.LeaveSafety)
        me.look("one-limit")
        assertNotNull("it is there again", me.one().active)
    }

    @Test fun `an erased notebook forgets what was typed`() {
        val me = rig.settled().begin("own-ten").attempt("own-ten") { it.copy(outcome = AttemptOutcome.TRIED, note = "Nobody's") }
        me.handle(Action.Go(Place.More))
        me.handle(Action.Go(Place.Erase))
        me.handle(GuardAction.AskErase)
        me.handle(GuardAction.ConfirmErase)
        assertTrue(me.state.vault is VaultState.Erased)
        me.handle(Action.Start)
        me.handle(Action.FinishFirstRun)
        me.begin("own-ten").handle(Action.Go(PractisePlace.Attempt("own-ten", null)))
        assertEquals("", me.state.practise.attempt?.note)
    }

    @Test fun `every place finds back from its word`() {
        val places = listOf(
            Place.Practise, PractisePlace.Area(PracticeGroup.OC), PractisePlace.Practice("own-ten"), PractisePlace.Attempt("own-ten", null),
            PractisePlace.Attempt("own-ten", "an-id"), PractisePlace.Plan("own-ten"), PractisePlace.Learn, PractisePlace.Patterns, PractisePlace.Boundaries,
            PractisePlace.Notice, PractisePlace.Use("an-id"),
        )
        assertEquals(places, places.map { placeOf(it.asWord()) })
        assertFalse("an area that is none of ours", placeOf("area:XX") != null)
    }
}
