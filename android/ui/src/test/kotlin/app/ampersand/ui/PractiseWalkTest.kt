package app.ampersand.ui

import androidx.compose.ui.geometry.Size
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import app.ampersand.core.BoundaryState
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** A person's way through practices and boundaries on the real core, by taps and typing alone. */
@OptIn(ExperimentalTestApi::class)
class PractiseWalkTest {
    @get:Rule val rig = Rig()
    private val texts = EnglishTexts

    @Test fun `from the bar to a step that was tried`() = drawn { holder ->
        onNodeWithText(texts.barPractise).performClick()
        onNodeWithText(texts.practiceActiveNone).assertExists()
        tap("area-st", "practice-own-ten")
        onNodeWithTag("begin-practice").performClick()
        onNodeWithText(texts.practiceStepNow).assertExists()
        onNodeWithTag("note").performClick()
        onAllNodesWithTag("save-attempt").assertCountEquals(0)
        onNodeWithTag("step-0").assertIsSelected()
        tap("outcome-tried", "after-3")
        onNodeWithTag("attempt-note").performScrollTo().performTextInput("A quiet tea.")
        onNodeWithTag("save-attempt").performClick()
        onAllNodesWithTag("attempt").assertCountEquals(1)
        onNodeWithText("A quiet tea.").assertExists()
        repeat(2) { onNodeWithTag("back").performClick() }
        onAllNodesWithTag("active").assertCountEquals(1)
        onNodeWithText(texts.barToday).performClick()
        tap("open-step")
        assertEquals(PractisePlace.Practice("own-ten"), holder.state.place)
    }

    @Test fun `a plan with a reminder, by taps`() = drawn { holder ->
        begin()
        tap("to-plan")
        onNodeWithTag("situation").performScrollTo().performTextInput("the kettle is on")
        onNodeWithTag("then").performScrollTo().performTextInput("sit down")
        tap("said-aloud", "remind", "usual-18")
        onNodeWithTag("remind").performScrollTo().assertIsOn()
        onNodeWithTag("save-plan").performClick()
        onNodeWithTag("plan-text").assertExists()
        assertEquals("18:00", holder.state.practise.one?.active?.plan?.remindAt)
    }

    @Test fun `putting down asks first`() = drawn { holder ->
        begin()
        tap("put-down", "keep-it")
        assertTrue(holder.state.practise.one?.active != null)
        tap("put-down", "confirm-put-down")
        assertTrue(holder.state.practise.one?.active == null)
        onNodeWithTag("begin-practice").assertExists()
    }

    @Test fun `a pattern is marked with more than a colour`() = drawn { holder ->
        onNodeWithText(texts.barPractise).performClick()
        tap("to-learn", "to-patterns", "mark-people_pleasing")
        onNodeWithTag("mark-people_pleasing").performScrollTo().assertIsOn()
        tap("leads-yes-no-list")
        assertEquals(PractisePlace.Practice("yes-no-list"), holder.state.place)
    }

    @Test fun `a limit from the body to the look back, page by page`() = drawn { holder ->
        onNodeWithText(texts.barPractise).performClick()
        tap("to-boundaries")
        onNodeWithTag("notice").performClick()
        onNodeWithTag("body-sign").performScrollTo().performTextInput("A knot.")
        onward()
        tap("choose-bad")
        onward()
        tap("choose-unsure")
        onward()
        tap("choose-emotional")
        onward()
        onNodeWithTag("limit-words").performScrollTo().performTextInput("Not my quarrel.")
        onAllNodesWithTag("onward").assertCountEquals(0)
        tap("choose-not_mine")
        onward()
        tap("choose-safe")
        onward()
        onNodeWithTag("words").performScrollTo().performTextInput("I leave that with you.")
        onward()
        onNodeWithText("I leave that with you.").assertExists()
        onNodeWithTag("said").performClick()
        tap("answer-respected", "relief-3", "guilt-1")
        onward()
        onward()
        assertEquals(BoundaryState.REFLECTED, holder.state.practise.trainer?.view?.state)
        onNodeWithTag("leave").performClick()
        assertEquals(PractisePlace.Boundaries, holder.state.place)
        onAllNodesWithTag("use").assertCountEquals(1)
        // the limit says its kind, and below it stands how the kind goes
        onAllNodesWithText(texts.boundaryEmotional).onLast().performScrollTo().performClick()
        onNodeWithText("Said 1 of 1 time").assertExists()
        onNodeWithText("Respected 1, met in the middle 0, passed over 0").assertExists()
    }

    private fun SkikoComposeUiTest.begin() {
        onNodeWithText(texts.barPractise).performClick()
        tap("area-st", "practice-own-ten")
        onNodeWithTag("begin-practice").performClick()
    }

    private fun SkikoComposeUiTest.onward() = onNodeWithTag("onward").performClick()

    private fun SkikoComposeUiTest.tap(vararg tags: String) = tags.forEach { onNodeWithTag(it).performScrollTo().performClick() }

    private fun drawn(walk: SkikoComposeUiTest.(Holder) -> Unit) = runSkikoComposeUiTest(Size(360f, 800f)) {
        val holder = rig.settled()
        setContent { AmpersandTheme(dates = Dates("en-GB", BERLIN)) { App(holder.state, handle = holder::handle) } }
        walk(holder)
    }
}
