package app.ampersand.ui

import app.ampersand.core.PartnerContext
import app.ampersand.core.SafetyAnswer
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** The state holder without any screen: the way through the app, settings, the private page, and what goes wrong. */
class HolderTest {
    @get:Rule val rig = Rig()

    @Test fun `a new vault begins with the first run, an old one with today`() {
        val first = rig.holder().apply { handle(Action.Start) }
        assertEquals(Place.FirstRun, first.state.place)
        first.handle(Action.NameTyped("  "))
        first.handle(Action.FinishFirstRun)
        assertEquals(Place.Today to null, first.state.place to first.state.settings?.name)
        assertEquals(Place.Today, rig.holder().apply { handle(Action.Start) }.state.place)
    }

    @Test fun `two quick taps are one question`() {
        val later = Later()
        rig.settled()
        val holder = rig.holder(later).apply { handle(Action.Start) }
        later.run()
        holder.handle(Action.Go(Place.Check))
        later.run()
        repeat(2) { holder.handle(Action.Begin(fresh = true)) }
        later.run()
        assertEquals(1, holder.state.places.count { it is Place.Question })
        holder.handle(Action.Go(Place.Check))
        later.run()
        assertEquals(emptyList<Any>(), holder.state.overview?.keptDrafts)
    }

    @Test fun `a page that is wanted while the core is busy comes after it`() {
        val later = Later()
        rig.settled()
        val holder = rig.holder(later).apply { handle(Action.Start) }
        later.run()
        holder.handle(Action.Go(Place.Check))
        holder.handle(Action.Go(Place.More))
        holder.handle(Action.Go(Place.Help))
        later.run()
        assertTrue(holder.state.help?.lines.orEmpty().isNotEmpty())
    }

    @Test fun `back leads the way one came, and the bar starts a new one`() {
        val holder = rig.settled()
        holder.handle(Action.Go(Place.More))
        holder.handle(Action.Go(Place.Runs))
        holder.handle(Action.Go(Place.Help))
        holder.handle(Action.Go(Place.Help))
        assertEquals(listOf(Place.Today, Place.More, Place.Runs, Place.Help), holder.state.places)
        holder.handle(Action.Back)
        holder.handle(Action.Back)
        assertEquals(Place.More, holder.state.place)
        holder.handle(Action.Go(Place.Check))
        assertEquals(listOf(Place.Today, Place.Check), holder.state.places)
        repeat(3) { holder.handle(Action.Back) }
        assertEquals(listOf(Place.Today), holder.state.places)
        assertTrue(!holder.state.canGoBack)
    }

    @Test fun `settings are kept at once, and what is refused stays on the screen`() {
        val holder = rig.settled()
        holder.handle(Action.Go(Place.More))
        holder.handle(Action.AlsoInPast(true))
        holder.handle(Action.SexualOptIn(true))
        holder.handle(Action.NameTyped("Ana"))
        holder.handle(Action.SaveName)
        holder.handle(Action.ChooseRegion("GB"))
        assertEquals("GB", holder.state.help?.region)
        val long = "a".repeat(61)
        holder.handle(Action.NameTyped(long))
        holder.handle(Action.SaveName)
        assertEquals(TroubleKind.NAME_TOO_LONG, holder.state.trouble?.kind)
        assertEquals(long, holder.state.name)
        holder.handle(Action.DismissTrouble)
        assertNull(holder.state.trouble)
        val again = rig.holder().apply { handle(Action.Start) }.state.settings
        holder.handle(Action.NameTyped(" "))
        holder.handle(Action.SaveName)
        assertNull("an emptied name is none", holder.state.settings?.name)
        assertEquals(listOf("Ana", "GB", true, true), listOf(again?.name, again?.region, again?.alsoInPast, again?.sexualOptIn))
    }

    @Test fun `care mode is on at once, and off only after five times no`() {
        val holder = rig.settled()
        holder.handle(Action.Go(Place.More))
        holder.handle(Action.EnterCareMode)
        assertEquals(true, holder.state.safety.outcome?.careMode)
        holder.handle(Action.LeaveSafety)
        assertEquals(Place.More to true, holder.state.place to holder.state.home?.careMode)
        holder.handle(Action.Go(Place.Safety(AfterSafety.LeaveCareMode)))
        holder.handle(Action.SkipSafety)
        assertEquals("a skip is no no", true, holder.state.safety.outcome?.careMode)
        holder.handle(Action.LeaveSafety)
        holder.handle(Action.Go(Place.Safety(AfterSafety.LeaveCareMode)))
        assertTrue("the page begins empty", holder.state.safety.chosen.isEmpty() && holder.state.safety.outcome == null)
        repeat(5) { holder.handle(Action.AnswerSafety(it, SafetyAnswer.NO)) }
        holder.handle(Action.HandOverSafety)
        holder.handle(Action.LeaveSafety)
        assertEquals(false, holder.state.home?.careMode)
    }

    @Test fun `what was answered on the private page is not kept in the state`() {
        val holder = rig.settled()
        holder.handle(Action.Go(Place.Safety(AfterSafety.Return)))
        holder.handle(Action.AnswerSafety(2, SafetyAnswer.YES))
        holder.handle(Action.HandOverSafety)
        assertTrue(holder.state.safety.chosen.isEmpty())
        assertEquals(true, holder.state.safety.outcome?.careMode)
    }

    @Test fun `a vault that is locked behind our back is shut, and opens again`() {
        val holder = rig.settled()
        rig.lock()
        holder.handle(Action.Go(Place.Check))
        assertEquals(TroubleKind.LOCKED, (holder.state.vault as VaultState.Shut).why.kind)
        holder.handle(Action.Go(Place.Help))
        assertTrue("help needs no vault", holder.state.help?.lines.orEmpty().isNotEmpty())
        holder.handle(Action.ChooseRegion("DE"))
        assertEquals("DE", holder.state.help?.region)
        holder.handle(Action.Back)
        holder.handle(Action.Start)
        assertEquals("and goes on where it was", VaultState.Open to Place.Check, holder.state.vault to holder.state.place)
    }

    @Test fun `a lost key is said so`() {
        val door = object : Door by rig.TestDoor() {
            override fun open(passphrase: String?) = throw KeyLostException()
        }
        val holder = rig.holder(door = door).apply { handle(Action.Start) }
        assertEquals(VaultState.Shut(Trouble(TroubleKind.KEY_LOST)), holder.state.vault)
    }

    @Test fun `the way that the system kept is taken up again`() {
        val before = rig.checking()
        repeat(3) { rig.answer(before, 2) }
        val words = before.state.places.map { it.asWord() }
        val after = rig.holder(restored = words.mapNotNull(::placeOf)).apply { handle(Action.Start) }
        assertEquals(before.state.places, after.state.places)
        assertEquals(3, after.state.walk?.index)
        after.handle(Action.AboutWhom(PartnerContext.CURRENT))
        assertNull(after.state.trouble)
    }

    @Test fun `every place can be kept as a word`() {
        val run = "01900000-0000-7000-8000-000000000000"
        val places = listOf(
            Place.FirstRun, Place.Today, Place.Check, Place.Runs, Place.Help, Place.More, Place.Question(run), Place.Review(run), Place.Result(run),
            Place.Safety(AfterSafety.Return), Place.Safety(AfterSafety.LeaveCareMode), Place.Safety(AfterSafety.ShowResult(run)), Place.Journal, Place.Search,
            Place.Writing(run), Place.Entry(run), Place.History(run), Place.Earlier(run, 12u), Place.Trash, Place.Lock, Place.Copies, Place.Erase,
        )
        assertEquals(places, places.map { placeOf(it.asWord()) })
        assertNull(placeOf("somewhere"))
    }

    @Test fun `a Check is left out, taken in and deleted only by word`() {
        val holder = rig.finished()
        val run = checkNotNull(holder.state.result).run.id
        holder.handle(Action.Exclude(run))
        assertEquals(false, holder.state.result?.run?.counts)
        holder.handle(Action.Include(run))
        assertEquals(true, holder.state.result?.run?.counts)
        holder.handle(Action.AskDelete(run))
        holder.handle(Action.CancelDelete)
        assertEquals(Place.Result(run), holder.state.place)
        holder.handle(Action.AskDelete(run))
        holder.handle(Action.ConfirmDelete)
        assertTrue(holder.state.place != Place.Result(run))
        holder.handle(Action.Go(Place.Runs))
        assertEquals(emptyList<Any>(), holder.state.runs?.runs)
    }
}
