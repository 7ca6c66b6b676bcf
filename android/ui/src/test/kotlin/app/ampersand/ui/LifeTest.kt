package app.ampersand.ui

import app.ampersand.core.DoneBy
import app.ampersand.core.Gift
import app.ampersand.core.LoveKind
import app.ampersand.core.MeetingMove
import app.ampersand.core.MeetingStage
import app.ampersand.core.MeetingTurn
import app.ampersand.core.OpenTarget
import app.ampersand.core.ReminderKind
import app.ampersand.core.ReviewOutcome
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.SeriesId
import app.ampersand.core.TogetherHeading
import app.ampersand.core.Who
import app.ampersand.core.Whose
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** Talks, ledger, circle, support and insights on the real core, without any screen. */
class LifeTest {
    @get:Rule val rig = Rig()

    private val Holder.talk get() = checkNotNull(state.life.together.meeting) { "no talk: ${state.trouble}" }

    /** Somebody with two private lines, of which the first is chosen in other words. */
    private fun chosen(): Holder = rig.settled().apply {
        handle(Action.Go(LifePlace.Together))
        handle(TogetherAction.Begin)
        rig.privateLine(this, TogetherHeading.MY_BEHAVIOUR, CHOSEN)
        rig.privateLine(this, TogetherHeading.ORIGIN, SECRET)
        handle(TogetherAction.Move(MeetingMove.Choose))
        val line = talk.headings.flatMap { it.lines }.first { it.text == CHOSEN }
        handle(TogetherAction.Reword(line.id, line.text))
        handle(TogetherAction.WordsTyped(AS_SAID))
        handle(TogetherAction.SaveWords)
        assertEquals(listOf(AS_SAID), talk.agenda.map { it.text })
    }

    /** The same in the middle of a talk of [minutes]. */
    private fun talking(minutes: String = "20"): Holder = chosen().apply {
        handle(TogetherAction.Minutes(minutes))
        handle(TogetherAction.Start)
    }

    // --- the talk --------------------------------------------------------------------------------------------------------------------

    @Test fun `only what was chosen goes out, in the chosen words, after it was seen`() {
        val me = chosen()
        me.handle(Action.Go(LifePlace.Agenda))
        val text = checkNotNull(me.state.life.together.agenda)
        assertTrue(text, AS_SAID in text && SECRET !in text && CHOSEN !in text)
        assertEquals("looking at it sends nothing", 0, rig.sharing.taken.size)
        me.handle(TogetherAction.ShareAgenda)
        assertEquals(listOf<Shared>(Shared.Words(text)), rig.sharing.taken)
        assertEquals(LifeSaid.HandedOver, me.state.said)
        rig.sharing.there = false
        me.handle(TogetherAction.ShareAgenda)
        assertEquals(LifeSaid.NothingTakesIt, me.state.said)
    }

    @Test fun `the private half is off the state as soon as the talk begins`() {
        val me = talking()
        assertEquals(MeetingStage.MEETING, me.talk.stage)
        assertFalse(SECRET in me.state.toString())
    }

    @Test fun `the time that is left follows the clock, second by second, and ends at nought`() {
        val me = talking(minutes = "5")
        assertEquals(300L, me.state.life.together.leftS)
        rig.time.pass(999)
        assertEquals("the second is not over", 300L, me.state.life.together.leftS)
        rig.time.pass(1)
        assertEquals(299L, me.state.life.together.leftS)
        rig.time.pass(60_000)
        assertEquals(239L, me.state.life.together.leftS)
        me.handle(Action.Go(Place.Help))
        rig.time.pass(100_000)
        assertEquals("nobody looks", 239L, me.state.life.together.leftS)
        me.handle(Action.Back)
        assertEquals(139L, me.state.life.together.leftS)
        rig.time.pass(600_000)
        assertEquals(0L, me.state.life.together.leftS)
        assertEquals(MeetingStage.MEETING, me.talk.stage)
        rig.now -= 50_000_000
        me.handle(Action.Go(Place.Help))
        me.handle(Action.Back)
        assertEquals("a clock that was set back gives no more than there was", 300L, me.state.life.together.leftS)
    }

    @Test fun `minutes that are none are refused, and what was typed stays`() {
        val me = chosen()
        for (typed in listOf("4", "61", "soon", "")) {
            me.handle(TogetherAction.Minutes(typed))
            me.handle(TogetherAction.Start)
            assertEquals(typed, TroubleKind.MINUTES_RANGE, me.state.trouble?.kind)
            assertEquals(MeetingStage.CHOOSING to typed, me.talk.stage to me.state.life.forms.minutes)
        }
    }

    @Test fun `turns and topics go on, a pause ends it kindly, and what was learned is kept on leaving`() {
        val me = talking()
        me.handle(TogetherAction.Move(MeetingMove.NextTurn))
        assertEquals(MeetingTurn.YOU, me.talk.turn)
        me.handle(TogetherAction.Move(MeetingMove.NextTopic))
        assertTrue(me.talk.agenda.single().covered)
        me.handle(TogetherAction.Move(MeetingMove.Pause))
        assertEquals(MeetingStage.ENDED_EARLY, me.talk.stage)
        assertNotNull(me.talk.ending)
        assertNull("the time is over with it", me.state.life.together.leftS)
        me.handle(TogetherAction.After(AfterForm(felt = 2, learned = "To stop is fine.")))
        val id = me.talk.id
        me.handle(Action.Back)
        assertEquals("To stop is fine.", rig.vault.meeting(rig.context(), id).afterwards?.learned)
        assertNull(me.state.life.together.meeting)
    }

    @Test fun `an agreement has its day, its reminder and its look back`() {
        val me = talking()
        me.handle(TogetherAction.Move(MeetingMove.ToAgreements))
        val told = rig.port.changes
        me.handle(TogetherAction.Agree(AgreementForm(who = Who.ME, what = "Ask before I help", reviewOn = "2026-11-23")))
        me.handle(TogetherAction.SaveAgreement)
        assertEquals("today is no day to look back", TroubleKind.IN_PAST, me.state.trouble?.kind)
        assertEquals("Ask before I help", me.state.life.forms.agreement?.what)
        me.handle(TogetherAction.Agree(me.state.life.forms.agreement?.copy(reviewOn = "2026-11-30")))
        me.handle(TogetherAction.SaveAgreement)
        assertEquals(told + 1, rig.port.changes)
        assertEquals(listOf(ReminderKind.AGREEMENT), rig.reminders.view(rig.context()).rules.map { it.kind })
        me.handle(TogetherAction.Move(MeetingMove.ToAfterwards))
        me.handle(TogetherAction.After(AfterForm(felt = 3, nextOn = "2026-12-07")))
        me.handle(TogetherAction.Finish)
        assertEquals(MeetingStage.DONE, me.talk.stage)
        assertEquals(setOf(ReminderKind.AGREEMENT, ReminderKind.TOGETHER), rig.reminders.view(rig.context()).rules.map { it.kind }.toSet())
        rig.time.pass(8 * DAY)
        me.handle(Action.Go(Place.Today))
        assertEquals(1u, me.state.home?.together?.agreementsDue)
        me.handle(Action.Go(LifePlace.Together))
        val agreement = checkNotNull(me.state.life.together.view).agreements.single()
        me.handle(Action.Go(LifePlace.Agreement(agreement.id)))
        me.handle(TogetherAction.Review(ReviewForm(agreement.id, ReviewOutcome.LET_GO, "It was too much.")))
        me.handle(TogetherAction.SaveReview)
        assertEquals(LifePlace.Together as Place to LifeSaid.AgreementReviewed, me.state.place to me.state.said)
        assertTrue(checkNotNull(me.state.life.together.view).agreements.isEmpty())
    }

    @Test fun `a line that is being written is on disk when the app goes out of sight`() {
        val me = chosen()
        me.handle(TogetherAction.Move(MeetingMove.BackToPreparing))
        me.handle(TogetherAction.Write(TogetherHeading.APPRECIATION))
        me.handle(TogetherAction.LineTyped("Your patience."))
        me.handle(GuardAction.WentAway)
        assertTrue("Your patience." in rig.vault.together(rig.context()).meeting!!.headings.flatMap { it.lines }.map { it.text })
        me.handle(GuardAction.CameBack)
        assertNull(me.state.life.forms.line)
    }

    @Test fun `what the core refuses waits on other pages, and behind the lock`() {
        val me = chosen()
        me.handle(TogetherAction.Move(MeetingMove.BackToPreparing))
        me.handle(TogetherAction.Write(TogetherHeading.APPRECIATION))
        val long = "a".repeat(600)
        me.handle(TogetherAction.LineTyped(long))
        me.handle(TogetherAction.SaveLine)
        assertEquals(TroubleKind.LINE_TOO_LONG, me.state.trouble?.kind)
        me.handle(GuardAction.WentAway)
        rig.lock()
        me.handle(Action.Go(LifePlace.Ledger(null)))
        assertFalse(long in me.state.toString())
        me.handle(Action.Start)
        me.handle(Action.Go(LifePlace.Together))
        me.handle(Action.Go(LifePlace.Meeting))
        assertEquals(long, me.state.life.forms.line?.text)
    }

    @Test fun `a talk is deleted with all that was in it, after a question`() {
        val me = talking()
        me.handle(TogetherAction.Move(MeetingMove.Pause))
        me.handle(Action.Back)
        val id = checkNotNull(me.state.life.together.view).past.single().id
        me.handle(TogetherAction.ConfirmDelete)
        assertEquals("nothing without the question", 1, me.state.life.together.view?.past?.size)
        me.handle(TogetherAction.AskDelete(id))
        me.handle(TogetherAction.ConfirmDelete)
        assertEquals(0 to LifeSaid.TalkDeleted, me.state.life.together.view?.past?.size to me.state.said)
    }

    // --- care mode -------------------------------------------------------------------------------------------------------------------

    @Test fun `in care mode nothing of a talk is left in the state, and its pages say why`() {
        val me = talking()
        me.handle(Action.EnterCareMode)
        assertNull(me.state.home?.together)
        assertFalse(AS_SAID in me.state.toString())
        me.handle(Action.Go(LifePlace.Together))
        assertEquals(TroubleKind.CARE_MODE, me.state.trouble?.kind)
        me.handle(TogetherAction.Begin)
        assertEquals(TroubleKind.CARE_MODE to LifeState().together, me.state.trouble?.kind to me.state.life.together)
        me.handle(Action.Go(LifePlace.Circle))
        assertFalse(LoveKind.PARTNER in checkNotNull(me.state.life.circle).loves)
        me.handle(Action.Go(LifePlace.Support))
        assertTrue(checkNotNull(me.state.life.support).questions.none { it.couple })
        me.handle(Action.Go(Place.Safety(AfterSafety.LeaveCareMode)))
        repeat(5) { me.handle(Action.AnswerSafety(it, SafetyAnswer.NO)) }
        me.handle(Action.HandOverSafety)
        me.handle(Action.Go(LifePlace.Together))
        assertEquals("it is there again", listOf(AS_SAID), me.talk.agenda.map { it.text })
    }

    // --- notifications ---------------------------------------------------------------------------------------------------------------

    @Test fun `a tapped notification leads to what it is about, and what is no more to Today`() {
        val me = talking()
        me.handle(TogetherAction.Move(MeetingMove.ToAgreements))
        me.handle(TogetherAction.Agree(AgreementForm(what = "Ask before I help", reviewOn = "2026-11-30")))
        me.handle(TogetherAction.SaveAgreement)
        val agreement = me.talk.agreements.single().id
        val item = app.ampersand.core.ReminderItem(rig.reminders.view(rig.context()).rules.single().id, ReminderKind.AGREEMENT, 0u, app.ampersand.core.FireKind.FIRST)
        rig.time.pass(8 * DAY)
        me.openReminder(OpenTarget("2026-11-30", listOf(item)))
        assertEquals(listOf(Place.Today, LifePlace.Agreement(agreement)), me.state.places)
        me.openReminder(OpenTarget("2026-11-30", listOf(item.copy(rule = "01900000-0000-7000-8000-000000000000"))))
        assertEquals(listOf<Place>(Place.Today), me.state.places)
        val later = rig.holder(restored = listOf(LifePlace.Reminded(item.rule)))
        later.handle(Action.Start)
        assertEquals("also where the vault was still to be opened", LifePlace.Agreement(agreement), later.state.place)
    }

    @Test fun `every place has its word, and the word leads back`() {
        val id = "01900000-0000-7000-8000-000000000000"
        val places = listOf(
            LifePlace.Together, LifePlace.Meeting, LifePlace.Agenda, LifePlace.Agreement(id), LifePlace.Ledger(null), LifePlace.Ledger("2026-11-23"), LifePlace.Circle,
            LifePlace.Support, LifePlace.Summary, LifePlace.SummaryLook, LifePlace.Insights, LifePlace.Reminded(id),
        ) + SeriesId.entries.map { LifePlace.Series(it) }
        assertEquals(places, places.map { placeOf(it.asWord()) })
        assertEquals(places.size, places.map { it.asWord() }.toSet().size)
    }

    // --- ledger, circle --------------------------------------------------------------------------------------------------------------

    @Test fun `what was carried is handed back as a step of a practice`() {
        val me = rig.settled()
        me.handle(Action.Go(LifePlace.Ledger(null)))
        me.handle(LedgerAction.Write(LedgerForm(day = "2026-11-23", whose = Whose.THEIRS, doneBy = DoneBy.ME, what = "")))
        me.handle(LedgerAction.Save)
        assertEquals(TroubleKind.WHAT_TOO_SHORT, me.state.trouble?.kind)
        me.handle(LedgerAction.Write(me.state.life.forms.ledger?.copy(what = "Rang his dentist")))
        me.handle(LedgerAction.Save)
        val entry = checkNotNull(me.state.life.ledger.week).carried.single()
        assertTrue(entry.mayHandBack)
        me.handle(LedgerAction.HandBack(entry.id))
        assertEquals("${me.state.trouble}", PractisePlace.Practice("mine-yours-ours") as Place, me.state.place)
        me.handle(Action.Back)
        assertNotNull(checkNotNull(me.state.life.ledger.week).carried.single().handedBack)
        me.handle(LedgerAction.Look(checkNotNull(me.state.life.ledger.week?.earlier)))
        assertTrue("another week", me.state.life.ledger.week?.carried?.isEmpty() == true && me.state.places.size == 2)
    }

    @Test fun `one tap notes a contact, and one takes it back`() {
        val me = rig.settled()
        me.handle(Action.Go(LifePlace.Circle))
        me.handle(CircleAction.Write(SourceForm(name = " ", love = LoveKind.FRIENDS)))
        me.handle(CircleAction.Save)
        assertEquals(TroubleKind.LABEL_TOO_SHORT, me.state.trouble?.kind)
        me.handle(CircleAction.Write(SourceForm(name = "Mira", love = LoveKind.FRIENDS, gives = setOf(Gift.FUN))))
        me.handle(CircleAction.Save)
        val mira = checkNotNull(me.state.life.circle).sources.single()
        me.handle(CircleAction.Contact(mira.id, true))
        assertEquals(true to 1u, me.state.life.circle?.sources?.single()?.run { today to contacts })
        assertEquals(4u, me.state.life.circle?.breadth?.needed)
        me.handle(CircleAction.Contact(mira.id, false))
        assertEquals(false to 0u, me.state.life.circle?.sources?.single()?.run { today to contacts })
        me.handle(CircleAction.Archive(mira.id, true))
        me.handle(CircleAction.Contact(mira.id, true))
        assertEquals(TroubleKind.SOURCE_ARCHIVED, me.state.trouble?.kind)
    }

    // --- support ---------------------------------------------------------------------------------------------------------------------

    @Test fun `the summary holds what was ticked and nothing else, and its copy goes when the page is left`() {
        val me = rig.written(body = "I waited with the soup.")
        rig.written(me, body = "Nobody reads this one.")
        me.handle(Action.Go(LifePlace.Support))
        me.handle(Action.Go(LifePlace.Summary))
        me.handle(Action.Go(LifePlace.SummaryLook))
        assertEquals(LifePlace.Summary as Place to TroubleKind.NOTHING_CHOSEN, me.state.place to me.state.trouble?.kind)
        val soup = checkNotNull(me.state.life.summary.choices).entries.single { "soup" in it.excerpt }
        me.handle(SupportAction.Entry(soup.id, true))
        me.handle(Action.Go(LifePlace.SummaryLook))
        val document = checkNotNull(me.state.life.summary.document) { "${me.state.trouble}" }
        val words = document.parts.flatMap { listOfNotNull(it.heading) + it.lines }.joinToString("\n")
        assertTrue(words, "soup" in words && "Nobody reads" !in words + document.html)
        me.handle(SupportAction.ShareSummary)
        assertEquals(listOf<Shared>(Shared.Page(document.html, document.fileName)), rig.sharing.taken)
        assertEquals(0, rig.sharing.takenBack)
        me.handle(Action.Back)
        assertEquals(1, rig.sharing.takenBack)
        assertNull(me.state.life.summary.document)
        me.handle(Action.Back)
        me.handle(Action.Go(LifePlace.Summary))
        assertTrue("ticks are not kept for another time", me.state.life.summary.entries.isEmpty())
    }

    @Test fun `days that are none are refused, and nothing that is not offered stays ticked`() {
        val me = rig.written(body = "I waited with the soup.")
        me.handle(Action.Go(LifePlace.Summary))
        val entry = checkNotNull(me.state.life.summary.choices).entries.single()
        me.handle(SupportAction.Entry(entry.id, true))
        me.handle(SupportAction.Range("last week", me.state.life.summary.to))
        me.handle(SupportAction.LookAtRange)
        assertEquals(TroubleKind.BAD_DAY, me.state.trouble?.kind)
        assertEquals("last week" to setOf(entry.id), me.state.life.summary.run { from to entries })
        me.handle(SupportAction.Range("2026-01-01", "2026-01-31"))
        me.handle(SupportAction.LookAtRange)
        assertEquals(emptySet<String>(), me.state.life.summary.entries)
    }

    // --- insights --------------------------------------------------------------------------------------------------------------------

    @Test fun `insights are switched off whole, and on again`() {
        val me = rig.settled()
        me.handle(Action.Go(LifePlace.Insights))
        assertTrue(checkNotNull(me.state.life.insights).run { on && cards.isNotEmpty() })
        me.handle(InsightAction.Switch(false))
        assertTrue(checkNotNull(me.state.life.insights).run { !on && cards.isEmpty() })
        me.handle(Action.Go(LifePlace.Series(SeriesId.MOOD)))
        assertEquals(0u, me.state.life.series?.n)
        me.handle(Action.Go(LifePlace.Insights))
        me.handle(InsightAction.Switch(true))
        assertTrue(checkNotNull(me.state.life.insights).on)
    }

    @Test fun `a line over the weeks has every day, and a day without a note is a gap`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.CheckIn(null)))
        rig.tap(me, "mood", 3)
        me.handle(CheckInAction.Save)
        me.handle(Action.Go(LifePlace.Series(SeriesId.MOOD)))
        val series = checkNotNull(me.state.life.series)
        assertEquals(28 to 1u, series.points.size to series.n)
        assertEquals("2026-11-23" to 3.0, series.points.last().run { day to value })
        assertTrue(series.points.dropLast(1).all { it.value == null })
        me.handle(InsightAction.Range(app.ampersand.core.InsightRange.YEAR))
        assertEquals(365, me.state.life.series?.points?.size)
    }

    @Test fun `no line is drawn over a gap`() {
        assertEquals(listOf(listOf(0 to 1.0, 1 to 2.0), listOf(3 to 4.0)), pieces(listOf(1.0, 2.0, null, 4.0, null)))
        assertEquals(emptyList<Any>(), pieces(listOf(null, null)))
    }

    private companion object {
        const val DAY = 86_400_000L
        const val CHOSEN = "I look at your phone."
        const val AS_SAID = "I want to stop looking at your phone."
        const val SECRET = "My father read my letters."
    }
}
