package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.CheckInAnswers
import app.ampersand.core.CivilDate
import app.ampersand.core.NowContext
import app.ampersand.core.VaultInterface
import app.ampersand.core.WeekStart
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** The daily check-in and the weekly pulse on the real core, without any screen. */
class CheckInTest {
    @get:Rule val rig = Rig()

    private fun Holder.open(day: String? = null) = apply { handle(Action.Go(Place.CheckIn(day))) }

    private fun Holder.page() = checkNotNull(state.checkIn) { "no check-in: ${state.trouble}" }

    /** A check-in of one tap, saved. */
    private fun Holder.checkIn(day: String? = null, mood: Int = 2) = apply {
        handle(Action.Go(Place.Today))
        open(day)
        rig.tap(this, "mood", mood)
        handle(CheckInAction.Save)
        assertNotNull("${state.trouble}", page().saved)
    }

    @Test fun `each tap opens the next question, and a skip passes one by`() {
        val me = rig.settled().open()
        assertEquals("mood", me.page().open)
        rig.tap(me, "mood", 3)
        assertEquals("energy", me.page().open)
        me.handle(CheckInAction.Skip("energy"))
        assertEquals("needs", me.page().open)
        rig.tap(me, "needs", 1)
        me.handle(CheckInAction.Open("energy"))
        rig.tap(me, "energy", 4)
        assertEquals("past what has its answer", "yes_meaning_no", me.page().open)
        listOf("mood", "energy").forEach { rig.tap(me, it, null) }
        assertEquals(setOf("needs"), me.page().form.answers.keys)
    }

    @Test fun `a second tap in the same place is no answer to the next question`() {
        val me = rig.settled().open()
        rig.tap(me, "mood", 3)
        rig.time.pass(SETTLE_MS - 1)
        me.handle(CheckInAction.Tap("energy", 3))
        assertEquals(mapOf("mood" to 3), me.page().form.answers)
        rig.time.pass(1)
        me.handle(CheckInAction.Tap("energy", 3))
        assertEquals(mapOf("mood" to 3, "energy" to 3), me.page().form.answers)
    }

    @Test fun `what is saved is what was tapped, and the system is told`() {
        val me = rig.settled().open()
        rig.tap(me, "mood", 3)
        rig.tap(me, "own_time", 1)
        me.handle(CheckInAction.Feel("calm", true))
        me.handle(CheckInAction.LineTyped("A walk."))
        me.handle(CheckInAction.Save)
        val kept = rig.vault.checkIn(rig.context(), null).answers
        assertEquals(CheckInForm(mapOf("mood" to 3, "own_time" to 1), listOf("calm"), "A walk."), formOf(kept))
        assertEquals(1, rig.port.changes)
        assertFalse("the questions are off the page", me.page().asking)
        me.handle(CheckInAction.Change)
        rig.tap(me, "mood", 0)
        me.handle(CheckInAction.Save)
        assertEquals(0, formOf(rig.vault.checkIn(rig.context(), null).answers).answers["mood"])
    }

    @Test fun `what is not saved waits, on other pages and out of sight`() {
        val me = rig.settled().open()
        rig.tap(me, "mood", 1)
        me.handle(Action.Go(Place.Today))
        assertTrue(checkNotNull(me.state.home).day in me.state.waiting)
        assertFalse(checkNotNull(me.state.home).checkIn.todayAnswered)
        me.open()
        assertEquals(mapOf("mood" to 1), me.page().form.answers)
        me.handle(Action.Back)
        me.handle(GuardAction.WentAway)
        me.handle(GuardAction.CameBack)
        assertEquals("on disk as the app goes out of sight", mapOf("mood" to 1), formOf(rig.vault.checkIn(rig.context(), null).answers).answers)
        assertTrue(me.state.waiting.isEmpty() && checkNotNull(me.state.home).checkIn.todayAnswered)
    }

    @Test fun `what the core refuses stays on the page, also over going away`() {
        val me = rig.settled().open()
        me.handle(CheckInAction.LineTyped("a".repeat(281)))
        me.handle(CheckInAction.Save)
        assertEquals(TroubleKind.LINE_TOO_LONG, me.state.trouble?.kind)
        me.handle(GuardAction.WentAway)
        me.handle(GuardAction.CameBack)
        assertEquals(281, me.page().form.line.length)
        me.handle(CheckInAction.LineTyped("a".repeat(280)))
        me.handle(CheckInAction.Save)
        assertNull(me.state.trouble)
        assertEquals(280, me.page().kept.line.length)
    }

    @Test fun `seven feelings are one too many, and the page says so`() {
        val me = rig.settled().open()
        listOf("calm", "sad", "happy", "proud", "angry", "brave", "numb").forEach { me.handle(CheckInAction.Feel(it, true)) }
        me.handle(CheckInAction.Save)
        assertEquals(TroubleKind.TOO_MANY_FEELINGS, me.state.trouble?.kind)
        me.handle(CheckInAction.Feel("numb", false))
        me.handle(CheckInAction.Save)
        assertEquals(6, me.page().kept.feelings.size)
    }

    @Test fun `a late answer is for yesterday, and the day before is only read`() {
        val me = rig.settled().checkIn("2026-11-22", mood = 1)
        assertTrue(me.page().view.late)
        assertEquals(listOf(true, false), me.page().strip.days.takeLast(2).map { it.answered })
        me.handle(Action.Go(Place.Today))
        me.open("2026-11-21")
        assertFalse(me.page().asking)
        me.handle(Action.Go(Place.Today))
        me.handle(Action.Go(Place.CheckIn("2026-11-25")))
        assertEquals(TroubleKind.DATE_OUT_OF_RANGE, me.state.trouble?.kind)
    }

    @Test fun `over midnight the page still asks about its own day, and the next day it is fixed but for notes`() {
        val me = rig.settled().open()
        rig.tap(me, "mood", 3)
        rig.time.pass(20 * HOUR) // five in the morning
        me.handle(CheckInAction.Save)
        assertEquals("2026-11-23", me.page().day)
        assertEquals(3, formOf(rig.vault.checkIn(rig.context(), "2026-11-23").answers).answers["mood"])
        rig.time.pass(48 * HOUR)
        me.handle(Action.Go(Place.Today))
        me.open("2026-11-23")
        assertFalse(me.page().view.editable)
        rig.tap(me, "mood", 0)
        assertEquals("what is fixed takes no tap", 3, me.page().form.answers["mood"])
        me.handle(CheckInAction.NoteTyped(" "))
        me.handle(CheckInAction.SaveNote)
        assertEquals(TroubleKind.NOTE_TOO_SHORT, me.state.trouble?.kind)
        me.handle(CheckInAction.NoteTyped("It was the rain."))
        me.handle(CheckInAction.SaveNote)
        assertEquals(listOf("It was the rain."), me.page().view.notes.map { it.text })
        assertEquals(Said.NoteSaved, me.state.said)
    }

    @Test fun `somebody who comes back is told so, and nothing else`() {
        val me = rig.settled().checkIn()
        assertFalse(me.page().strip.cameBack)
        rig.time.pass(5 * 24 * HOUR)
        me.checkIn()
        assertTrue(me.page().strip.cameBack)
        assertEquals(2u, me.page().strip.answered)
    }

    @Test fun `a line that asks for help gets the card`() {
        val me = rig.settled().open()
        me.handle(CheckInAction.LineTyped("I want to die"))
        me.handle(CheckInAction.Save)
        assertNotNull(me.page().care)
        me.handle(CheckInAction.DismissCare)
        assertNull(me.page().care)
    }

    @Test fun `a full disk takes nothing away`() {
        lateinit var disk: NoRoom
        val me = rig.holder(door = rig.TestDoor { vault -> NoRoom(vault).also { disk = it } }).apply { handle(Action.Start) }.open()
        rig.tap(me, "mood", 2)
        disk.full = true
        me.handle(CheckInAction.Save)
        assertEquals(TroubleKind.DISK_FULL, me.state.trouble?.kind)
        assertEquals(mapOf("mood" to 2), me.page().form.answers)
        disk.full = false
        me.handle(Action.Retry)
        assertNotNull(me.page().saved)
        assertTrue(me.state.waiting.isEmpty())
    }

    private class NoRoom(private val vault: VaultInterface, var full: Boolean = false) : VaultInterface by vault {
        override fun saveCheckIn(ctx: NowContext, day: CivilDate, answers: CheckInAnswers) =
            if (full) throw AmpersandException.Storage("disk_full", true) else vault.saveCheckIn(ctx, day, answers)
    }

    // --- the pulse ---------------------------------------------------------------------------------------------------------------------

    private fun Holder.pulse(values: List<Int?>) = apply {
        handle(Action.Go(Place.Pulse(null)))
        values.forEachIndexed { at, value -> if (value != null) rig.tap(this, "P${at + 1}", value) }
        handle(PulseAction.Save)
    }

    @Test fun `a pulse has two figures, and none of a part with two answers`() {
        val me = rig.settled().pulse(listOf(2, 2, 2, 2, 4, 4, null, null))
        val week = checkNotNull(me.state.pulse).view.weeks.last()
        assertEquals(50.0 to null, week.pattern to week.strength)
        assertEquals("2026-11-23", week.from)
        assertEquals(1, rig.port.changes)
    }

    @Test fun `the week starts on the day that was chosen`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.More))
        me.handle(Action.ChooseWeekStart(WeekStart.SUNDAY))
        assertEquals(WeekStart.SUNDAY, me.state.settings?.weekStart)
        me.handle(Action.Go(Place.Pulse(null)))
        assertEquals("2026-11-22" to "2026-11-28", me.state.pulse?.view?.run { weekFrom to weekTo })
    }

    @Test fun `a pulse that is not saved waits, and is on disk when the app goes out of sight`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.Pulse(null)))
        rig.tap(me, "P1", 4)
        me.handle(Action.Go(Place.Today))
        me.handle(Action.Go(Place.Pulse(null)))
        assertEquals(mapOf("P1" to 4), me.state.pulse?.form)
        me.handle(GuardAction.WentAway)
        me.handle(GuardAction.CameBack)
        assertEquals(mapOf("P1" to 4), pulseForm(rig.vault.pulse(rig.context(), null).answers))
    }

    private companion object {
        const val HOUR = 3_600_000L
    }
}
