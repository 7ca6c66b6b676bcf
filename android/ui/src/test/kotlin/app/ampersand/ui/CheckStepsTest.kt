package app.ampersand.ui

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** Taking a Check without any screen: what is kept when, and which question comes next. */
class CheckStepsTest {
    @get:Rule val rig = Rig()

    @Test fun `the next question comes when the answer is on disk, not before`() {
        val later = Later()
        rig.checking()
        val holder = rig.holder(later).apply { handle(Action.Start) }
        later.run()
        holder.handle(Action.Go(Place.Check))
        later.run()
        holder.handle(Action.Begin(fresh = false))
        later.run()
        rig.answer(holder, 3)
        assertEquals(0, holder.state.walk?.index)
        later.run()
        assertEquals(1, holder.state.walk?.index)
        val kept = rig.holder().apply { handle(Action.Start) }.state.home?.draft
        assertEquals(1u, kept?.answered)
    }

    @Test fun `an answer that could not be saved is not shown as given, and a second try saves it`() {
        rig.settled()
        var faulty: Faulty? = null
        val holder = rig.holder(door = rig.TestDoor { vault -> Faulty(vault).also { faulty = it } }).apply { handle(Action.Start) }
        holder.handle(Action.Go(Place.Check))
        holder.handle(Action.Begin(fresh = false))
        rig.answer(holder, 3)
        assertEquals(TroubleKind.DISK_FULL, holder.state.trouble?.kind)
        assertEquals(0 to true, holder.state.walk?.index to holder.state.walk?.answers?.isEmpty())
        faulty?.broken = false
        holder.handle(Action.Retry)
        assertNull(holder.state.trouble)
        assertEquals(1, holder.state.walk?.index)
    }

    @Test fun `a double tap answers one question`() {
        val holder = rig.checking()
        rig.answer(holder, 3)
        rig.answer(holder, 3, afterMs = SETTLE_MS - 1)
        assertEquals(1 to 1, holder.state.walk?.index to holder.state.walk?.answers?.size)
        rig.answer(holder, 3, afterMs = 1)
        assertEquals(2, holder.state.walk?.index)
    }

    @Test fun `a tap that was meant for another question is no answer`() {
        val holder = rig.checking()
        val first = checkNotNull(holder.question)
        rig.answer(holder, 3)
        rig.monotonic += 5_000
        holder.handle(Action.Answer(first, 0))
        assertEquals(1 to 3, holder.state.walk?.index to holder.state.walk?.answers?.get(first)?.value)
    }

    @Test fun `back shows the answer, and another one takes its place`() {
        val holder = rig.checking()
        val first = checkNotNull(holder.question)
        rig.answer(holder, 3)
        holder.handle(Action.Back)
        assertEquals(0 to 3, holder.state.walk?.index to holder.state.walk?.answers?.get(first)?.value)
        rig.answer(holder, 1)
        assertEquals(1, holder.state.walk?.answers?.get(first)?.value)
        holder.handle(Action.Back)
        holder.handle(Action.Onward(first))
        assertEquals("on without a change", 1 to 1, holder.state.walk?.index to holder.state.walk?.answers?.get(first)?.value)
        repeat(2) { holder.handle(Action.Back) }
        assertEquals("back from the first question is out of the Check", Place.Check, holder.state.place)
    }

    @Test fun `what was skipped can be looked at alone`() {
        val holder = rig.checking()
        rig.answerAll(holder) { if (it == 2 || it == 30) null else 3 }
        assertEquals(2u, holder.state.review?.skipped)
        holder.handle(Action.AnswerSkipped)
        assertEquals(2, holder.state.walk?.index)
        rig.answer(holder, 1)
        assertEquals(30, holder.state.walk?.index)
        rig.answer(holder, 1)
        assertEquals(0u, holder.state.review?.skipped)
        assertTrue(holder.state.place is Place.Review)
        holder.handle(Action.Back)
        assertEquals("back from the review is the last question", 37, holder.state.walk?.index)
    }

    @Test fun `a pause keeps everything, and going on begins where it stopped`() {
        val holder = rig.checking()
        repeat(5) { rig.answer(holder, 2) }
        rig.answer(holder, null)
        holder.handle(Action.Pause)
        assertEquals(Place.Today, holder.state.place)
        val draft = checkNotNull(holder.state.home?.draft)
        assertEquals(5u, draft.answered)
        holder.handle(Action.Resume(draft.run))
        assertEquals("what was skipped is not asked again by itself", 6, holder.state.walk?.index)
    }

    @Test fun `an answer that comes late pulls nobody back`() {
        val later = Later()
        val first = rig.checking()
        repeat(37) { rig.answer(first, 2) }
        val draft = checkNotNull(first.state.walk).draft.run
        val holder = rig.holder(later, restored = listOf(Place.Today, Place.Question(draft))).apply { handle(Action.Start) }
        later.run()
        rig.answer(holder, 2)
        holder.handle(Action.Go(Place.Help))
        later.run()
        assertEquals(Place.Help, holder.state.place)
        holder.handle(Action.Back)
        later.run()
        assertTrue(holder.state.place is Place.Review)
        assertEquals(38u, holder.state.review?.answered)
    }

    @Test fun `only the time with the question in front counts, and it adds up`() {
        val holder = rig.checking()
        val first = checkNotNull(holder.question)
        rig.monotonic += 1_000
        holder.handle(Action.Away)
        rig.monotonic += 60_000
        holder.handle(Action.Here)
        rig.monotonic += 500
        holder.handle(Action.Go(Place.Help))
        rig.monotonic += 30_000
        holder.handle(Action.Back)
        rig.answer(holder, 3, afterMs = 700)
        assertEquals(2_200L, holder.state.walk?.answers?.get(first)?.ms)
        holder.handle(Action.Back)
        rig.answer(holder, 2, afterMs = 300)
        assertEquals(2_500L, holder.state.walk?.answers?.get(first)?.ms)
    }

    @Test fun `before the first result comes the private page, once`() {
        val holder = rig.checking()
        rig.answerAll(holder)
        holder.handle(Action.Finish)
        val place = holder.state.place
        assertTrue(place is Place.Safety && place.then is AfterSafety.ShowResult)
        holder.handle(Action.SkipSafety)
        assertEquals("a skip is offered support", true, holder.state.safety.outcome?.showSupport)
        holder.handle(Action.LeaveSafety)
        assertTrue(holder.state.place is Place.Result && holder.state.result != null)
        val run = checkNotNull(holder.state.result).run.id
        holder.handle(Action.Go(Place.Today))
        holder.handle(Action.Go(Place.Result(run)))
        assertEquals(Place.Result(run), holder.state.place)
    }

    @Test fun `fast answers are asked about, and can be looked at again`() {
        val holder = rig.checking()
        while (holder.state.place is Place.Question) rig.answer(holder, 3, afterMs = 400)
        assertEquals(true, holder.state.review?.ask)
        holder.handle(Action.LookAgain)
        assertEquals(0, holder.state.walk?.index)
    }

    @Test fun `nothing is finished without an answer`() {
        val holder = rig.checking()
        rig.answerAll(holder) { null }
        holder.handle(Action.Finish)
        assertEquals(TroubleKind.NOTHING_ANSWERED, holder.state.trouble?.kind)
        assertTrue(holder.state.place is Place.Review)
    }
}
