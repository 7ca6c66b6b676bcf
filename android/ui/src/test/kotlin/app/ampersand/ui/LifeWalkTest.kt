package app.ampersand.ui

import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Rule
import org.junit.Test

/** A person's way through a talk, the ledger, the circle and what the weeks show, by taps and typing alone, on the real screens and the real core. */
@OptIn(ExperimentalTestApi::class)
class LifeWalkTest {
    @get:Rule val rig = Rig()
    private val texts = EnglishTexts

    @Test fun `a talk from the first line to the look back`() = drawn { holder ->
        onNodeWithText(texts.barPractise).performClick()
        tap("to-together")
        tap("begin-talk")
        tap("add-my_behaviour")
        type("line", "I read over your shoulder.")
        tap("save-line")
        tap("add-origin")
        type("line", "Nobody asked me.")
        tap("save-line")
        tap("onward")
        onAllNodesWithTag("choose").onFirst().performScrollTo().performClick()
        onAllNodesWithTag("choose").onFirst().assertIsOn()
        tap("look")
        onNodeWithText("Nobody asked me.", substring = true).assertDoesNotExist()
        tap("share")
        onNodeWithTag("said").assertExists()
        assertEquals(1, rig.sharing.taken.size)
        onNodeWithTag("back").performClick()
        tap("onward")
        onNodeWithTag("time-left").performScrollTo().assertTextContains(texts.togetherTimeLeft("20:00"))
        rig.time.pass(61_000)
        onNodeWithTag("time-left").assertTextContains(texts.togetherTimeLeft("18:59"))
        onNodeWithText(texts.togetherTurnMe).assertExists()
        tap("next-turn")
        onNodeWithText(texts.togetherTurnYou).assertExists()
        onAllNodesWithTag("to-agree").assertCountEquals(0)
        tap("onward")
        tap("add-agreement")
        type("what", "I ask before I look")
        onAllNodesWithTag("onward").assertCountEquals(0)
        tap("save-agreement")
        onNodeWithTag("agreement").assertExists()
        tap("onward")
        tap("felt-3")
        tap("onward")
        onNodeWithText(texts.togetherStageDone).assertExists()
        tap("done")
        assertEquals(LifePlace.Together as Place, holder.state.place)
        onNodeWithTag("agreement").assertExists()
    }

    @Test fun `a day is picked in the calendar, typed, or picked again`() = drawn(rig.settled().apply { middle() }) { holder ->
        tap("onward")
        tap("add-agreement")
        val form = { checkNotNull(holder.state.life.forms.agreement) }
        tap("review-on-calendar")
        onNodeWithText("18 December 2026", substring = true).performClick()
        tap("keep-day")
        assertEquals("2026-12-07", form().reviewOn)
        tap("review-on-calendar")
        onNodeWithText("18 December 2026", substring = true).performClick()
        tap("take-day")
        assertEquals("2026-12-18", form().reviewOn)
        onNodeWithTag("review-on").performTextReplacement("2026-12-0")
        assertEquals("what is typed is not put right", "2026-12-0", form().reviewOn)
        tap("review-on-calendar")
        onNodeWithTag("take-day").assertDoesNotExist()
    }

    @Test fun `to stop takes two taps, and the second is not by mistake`() = drawn(rig.settled().apply { middle() }) { holder ->
        tap("pause")
        assertNull("nothing has ended", holder.state.life.together.meeting?.ending)
        tap("talk-on")
        tap("pause")
        tap("pause-now")
        onNodeWithTag("ending").assertExists()
        assertNotNull(holder.state.life.together.meeting?.ending)
    }

    private fun Holder.middle() {
        handle(Action.Go(LifePlace.Together))
        handle(TogetherAction.Begin)
        rig.privateLine(this, app.ampersand.core.TogetherHeading.APPRECIATION, "You wait for me.")
        handle(TogetherAction.Move(app.ampersand.core.MeetingMove.Choose))
        handle(TogetherAction.Choose(checkNotNull(state.life.together.meeting).headings.flatMap { it.lines }.single().id, true))
        handle(TogetherAction.Start)
    }

    @Test fun `what is due on Today leads to what it is about`() {
        val me = rig.settled().apply { middle() }
        me.handle(TogetherAction.Move(app.ampersand.core.MeetingMove.ToAgreements))
        me.handle(TogetherAction.Agree(AgreementForm(what = "Ask before I help", reviewOn = "2026-11-30")))
        me.handle(TogetherAction.SaveAgreement)
        val agreement = checkNotNull(me.state.life.together.meeting).agreements.single().id
        rig.time.pass((7 * 24 + 9) * 3_600_000L)
        me.handle(Action.Go(Place.Today))
        drawn(me) { holder ->
            onNodeWithTag("done-due").assertExists()
            tap("open-due")
            assertEquals(LifePlace.Agreement(agreement) as Place, holder.state.place)
        }
    }

    @Test fun `a contact is one tap, and the same tap takes it back`() = drawn { holder ->
        onNodeWithText(texts.barPractise).performClick()
        tap("to-circle")
        tap("add")
        type("name", "Mira")
        tap("love-friends")
        tap("gift-fun")
        tap("save")
        tap("contact")
        onNodeWithTag("contact").assertIsOn()
        onNodeWithText(texts.circleBreadthNeed(4)).assertExists()
        tap("contact")
        onNodeWithText(texts.circleBreadthNeed(5)).assertExists()
        assertEquals(0u, holder.state.life.circle?.breadth?.contacts)
    }

    @Test fun `what was theirs is handed back by one tap`() = drawn { holder ->
        onNodeWithText(texts.barPractise).performClick()
        tap("to-ledger")
        tap("add")
        type("what", "Rang his dentist")
        tap("save")
        tap("hand-back")
        assertEquals(PractisePlace.Practice("mine-yours-ours") as Place, holder.state.place)
        onNodeWithText("Rang his dentist", substring = true).assertExists()
    }

    @Test fun `a chart is told to who cannot see it, and stands as a list`() = drawn { _ ->
        tap("check-in")
        tap("tap-mood-3")
        onNodeWithTag("save").performClick()
        tap("done")
        onNodeWithText(texts.barMore).performClick()
        tap("to-insights")
        tap("series-mood")
        val chart = onNodeWithTag("chart").fetchSemanticsNode().config
        assertEquals(listOf(texts.insightChart(texts.insightSeriesMood)), chart.getOrNull(SemanticsProperties.ContentDescription))
        assertNotNull("a sentence", chart.getOrNull(SemanticsProperties.StateDescription)?.takeIf { it.endsWith(".") })
        onNodeWithText(texts.insightTable).performScrollTo().performClick()
        onAllNodesWithTag("series-row").assertCountEquals(28)
        onAllNodesWithTag("series-row").onFirst().assertTextContains(texts.insightTableRow("23 November 2026", "3"))
        onAllNodesWithTag("series-row").onLast().assertTextContains(texts.insightTableRow("27 October 2026", texts.insightTableGap))
    }

    private fun SkikoComposeUiTest.tap(tag: String) {
        rig.time.pass(1_000)
        val node = onNodeWithTag(tag)
        // what stands below the page does not scroll
        (if (tag in BELOW) node else node.performScrollTo()).performClick()
    }

    private fun SkikoComposeUiTest.type(tag: String, text: String) = onNodeWithTag(tag).performScrollTo().performTextInput(text)

    private fun drawn(holder: Holder = rig.settled(), walk: SkikoComposeUiTest.(Holder) -> Unit) = runSkikoComposeUiTest(Size(360f, 800f)) {
        setContent { AmpersandTheme(dates = Dates("en-GB", BERLIN), reducedMotion = true) { App(holder.state, handle = holder::handle) } }
        walk(holder)
    }

    private companion object {
        val BELOW = setOf("begin-talk", "onward", "share", "done", "add", "take-day", "keep-day")
    }
}
