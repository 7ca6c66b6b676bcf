package app.ampersand.ui

import app.ampersand.core.Belongs
import app.ampersand.core.BodySign
import app.ampersand.core.BoundaryAnswer
import app.ampersand.core.BoundaryKind
import app.ampersand.core.BoundaryState
import app.ampersand.core.Rung
import app.ampersand.core.SafetyOffer
import app.ampersand.core.YesNoUnsure
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** The trainer of boundaries on the real core, without any screen. */
class BoundaryTest {
    @get:Rule val rig = Rig()

    private fun Holder.trainer() = checkNotNull(state.practise.trainer) { "no trainer: ${state.trouble}" }

    private fun Holder.fill(how: (TrainerForm) -> TrainerForm) = apply { handle(BoundaryAction.Changed(how(trainer().form))) }

    private fun Holder.page(how: (TrainerForm) -> TrainerForm = { it }) = fill(how).apply { handle(BoundaryAction.Onward) }

    private fun Holder.boundaries() = apply {
        handle(Action.Go(Place.Practise))
        handle(Action.Go(PractisePlace.Boundaries))
    }

    private fun Holder.notice() = boundaries().apply {
        handle(Action.Go(PractisePlace.Notice))
        page { it.copy(body = "A knot.") }
        page { it.copy(sign = BodySign.BAD) }
        page { it.copy(fits = YesNoUnsure.NO) }
    }

    private fun Holder.name() = page { it.copy(kind = BoundaryKind.MENTAL) }.page { it.copy(limit = "I may see it another way.", belongs = Belongs.MINE) }

    private fun Holder.words(rung: Rung = Rung.SAFE, person: String = "Mira") = page { it.copy(rung = rung, person = person) }.page { it.copy(words = "I see it another way.") }

    private fun Holder.after(afraid: Boolean = false) = page { it.copy(relief = 2, guilt = 1, afraid = afraid) }.page { it.copy(nextStep = "Rest.") }

    private fun Holder.answered(answer: BoundaryAnswer) = apply {
        handle(BoundaryAction.Say)
        handle(BoundaryAction.Answered(answer))
    }

    @Test fun `a walk of small pages, from the body to the look back`() {
        val me = rig.settled().notice()
        val use = me.state.place as PractisePlace.Use
        assertEquals(BoundaryState.NOTICED to TrainerPage.KIND, me.trainer().view?.state to me.trainer().page)
        me.name()
        assertEquals(BoundaryState.LIMIT_NAMED to TrainerPage.WHO, me.trainer().view?.state to me.trainer().page)
        me.words()
        assertEquals(TrainerPage.SAYING, me.trainer().page)
        me.answered(BoundaryAnswer.NEGOTIATED)
        assertEquals(BoundaryState.NEGOTIATED to TrainerPage.AFTER, me.trainer().view?.state to me.trainer().page)
        me.after()
        assertEquals(TrainerPage.DONE, me.trainer().page)
        val kept = rig.vault.boundaryUse(rig.context(), use.id)
        assertEquals(
            listOf("A knot.", BodySign.BAD, YesNoUnsure.NO, "I may see it another way.", Belongs.MINE, "I see it another way.", Rung.SAFE, "Mira", 2, 1, "Rest."),
            kept.run { listOf(body, sign, fitsValues, boundary?.limit, boundary?.belongs, script, rung, person, relief, guilt, nextStep) },
        )
    }

    @Test fun `every page can be left, and is there again`() {
        val me = rig.settled().notice()
        val use = me.state.place
        me.handle(BoundaryAction.Leave)
        assertEquals(PractisePlace.Boundaries, me.state.place)
        assertEquals(1, me.state.practise.boundaries?.open?.size)
        me.handle(Action.Go(use))
        assertEquals(TrainerPage.KIND, me.trainer().page)
    }

    @Test fun `back goes a small page back, and then out`() {
        val me = rig.settled().boundaries()
        me.handle(Action.Go(PractisePlace.Notice))
        me.page { it.copy(body = "Warm.") }.page()
        assertEquals(TrainerPage.VALUES, me.trainer().page)
        me.handle(Action.Back)
        me.handle(Action.Back)
        assertEquals(TrainerPage.BODY to "Warm.", me.trainer().page to me.trainer().form.body)
        me.handle(Action.Back)
        assertEquals(PractisePlace.Boundaries, me.state.place)
        me.handle(Action.Go(PractisePlace.Notice))
        assertEquals("what was typed waits", "Warm.", me.trainer().form.body)
    }

    @Test fun `nothing at all is nothing to keep`() {
        val me = rig.settled().boundaries()
        me.handle(Action.Go(PractisePlace.Notice))
        repeat(3) { me.page() }
        assertEquals(PractisePlace.Notice to TrainerPage.VALUES, me.state.place to me.trainer().page)
        assertFalse(me.trainer().ready())
        assertTrue(rig.vault.boundaries(rig.context()).open.isEmpty())
    }

    @Test fun `not to say it is an end as well, and can be looked back on`() {
        val me = rig.settled().notice().name().words()
        me.handle(BoundaryAction.NotSay)
        assertEquals(BoundaryState.NOT_SAID to TrainerPage.AFTER, me.trainer().view?.state to me.trainer().page)
        me.after()
        assertEquals(BoundaryState.REFLECTED, me.trainer().view?.state)
    }

    @Test fun `a limit that is there is used again`() {
        val me = rig.settled().notice().name().notice()
        me.handle(BoundaryAction.Reuse(checkNotNull(me.trainer().view).limits.single().id))
        assertEquals(TrainerPage.WHO, me.trainer().page)
        me.boundaries()
        assertEquals(listOf("I may see it another way." to 2u), me.state.practise.boundaries?.limits?.map { it.limit to it.uses })
        me.handle(BoundaryAction.PutAway(checkNotNull(me.state.practise.boundaries).limits.single().id, true))
        assertTrue(checkNotNull(me.state.practise.boundaries).limits.single().putAway)
    }

    @Test fun `the core puts the words together out of a line`() {
        val me = rig.settled().notice().name().page { it.copy(rung = Rung.EASY) }
        val line = checkNotNull(me.trainer().view).scriptLines.first { it.blanks.isNotEmpty() }
        me.fill { it.copy(line = line.id) }.handle(BoundaryAction.FillIn)
        assertEquals("an empty blank is refused", TroubleKind.FILLS_TOO_SHORT, me.state.trouble?.kind)
        me.fill { form -> form.copy(fills = line.blanks.associate { it.key to "a quiet hour" }) }.handle(BoundaryAction.FillIn)
        assertTrue(me.trainer().form.words, "a quiet hour" in me.trainer().form.words && '{' !in me.trainer().form.words)
    }

    @Test fun `what the core refuses stays on the page, and nothing has moved`() {
        val me = rig.settled().notice().page { it.copy(kind = BoundaryKind.MATERIAL) }.page { it.copy(limit = "a".repeat(201), belongs = Belongs.MINE) }
        assertEquals(TroubleKind.LIMIT_TOO_LONG, me.state.trouble?.kind)
        assertEquals(201 to BoundaryState.NOTICED, me.trainer().form.limit.length to me.trainer().view?.state)
        me.handle(BoundaryAction.Say)
        assertEquals("a move that does not come next", TroubleKind.BOUNDARY_MOVE, me.state.trouble?.kind)
        assertEquals(BoundaryState.NOTICED, me.trainer().view?.state)
    }

    @Test fun `what is typed waits over a lock`() {
        val me = rig.settled().notice().page { it.copy(kind = BoundaryKind.MENTAL) }.fill { it.copy(limit = "Half a limit") }
        val use = me.state.place
        rig.lock()
        me.handle(Action.Back)
        me.handle(Action.Go(Place.Help))
        me.handle(Action.Retry)
        me.boundaries().handle(Action.Go(use))
        assertEquals("Half a limit", me.trainer().form.limit)
    }

    @Test fun `passed over twice by one person, the private page is offered once`() {
        val me = rig.settled()
        repeat(2) { at -> me.notice().run { if (at == 0) name() else apply { handle(BoundaryAction.Reuse(checkNotNull(trainer().view).limits.single().id)) } }.words().answered(BoundaryAnswer.IGNORED).after() }
        me.handle(Action.Go(Place.Today))
        assertEquals(SafetyOffer.IGNORED_TWICE, me.state.home?.safetyOffer)
        me.handle(BoundaryAction.DismissSafety)
        assertNull(me.state.home?.safetyOffer)
        assertNull(me.boundaries().state.practise.boundaries?.safety)
    }

    @Test fun `fear is met with the offer on the same page`() {
        val me = rig.settled().notice().name().words().answered(BoundaryAnswer.RESPECTED).after(afraid = true)
        assertEquals(SafetyOffer.FEAR, me.trainer().view?.safety)
        me.handle(BoundaryAction.DismissSafety)
        assertNull(me.trainer().view?.safety)
    }

    @Test fun `deleting asks first, and keeps the limit`() {
        val me = rig.settled().notice().name()
        me.handle(BoundaryAction.AskDelete)
        me.handle(BoundaryAction.CancelDelete)
        assertNotNull(me.trainer().view)
        me.handle(BoundaryAction.AskDelete)
        me.handle(BoundaryAction.ConfirmDelete)
        assertEquals(PractisePlace.Boundaries, me.state.place)
        assertEquals(0 to 1, checkNotNull(me.state.practise.boundaries).run { open.size to limits.size })
    }

    @Test fun `in care mode only the safe ones are there to choose, and the others are out of sight`() {
        val me = rig.settled().notice().name().words(Rung.PARTNER, "Sam")
        val use = me.state.place
        me.handle(Action.EnterCareMode)
        me.handle(Action.LeaveSafety)
        me.boundaries()
        assertTrue(checkNotNull(me.state.practise.boundaries).run { open.isEmpty() && rungs == listOf(Rung.EASY, Rung.SAFE) })
        me.handle(Action.Go(use))
        assertEquals(TroubleKind.CARE_MODE, me.state.trouble?.kind)
    }
}
