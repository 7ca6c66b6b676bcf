package app.ampersand.ui

import androidx.compose.runtime.mutableStateOf
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotSelected
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import app.ampersand.core.SafetyAnswer
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** A person's way through the real screens on the real core, by taps and typing alone. */
@OptIn(ExperimentalTestApi::class)
class WalkTest {
    @get:Rule val rig = Rig()
    private val texts = EnglishTexts

    @Test fun `from the first minute to the first result`() = drawn { holder ->
        onNodeWithTag("name").performScrollTo().performTextInput("Ana")
        onNodeWithTag("begin").performClick()
        onNodeWithText(texts.todayGreetingName("Ana")).assertExists()
        onNodeWithTag("next").performClick()
        onNodeWithTag("start").performClick()
        repeat(38) { index ->
            onNodeWithText(texts.itemProgress(index + 1, 38)).assertExists()
            tap(if (index == 11) "skip" else "answer-${index % 5}")
        }
        onNodeWithText(texts.reviewSkipped(1)).assertExists()
        onNodeWithText(texts.tagMoved).performScrollTo().performClick()
        onNodeWithTag("finish").performClick()
        onNodeWithText(texts.safetyTitle).assertExists()
        repeat(5) { onAllNodes(hasText(texts.commonNo))[it].performScrollTo().performClick() }
        assertEquals(List(5) { SafetyAnswer.NO }, holder.state.safety.chosen.values.toList())
        onNodeWithTag("safety-done").performClick()
        onNodeWithText(texts.resultTitle).assertExists()
        onNodeWithText(texts.resultTags(texts.tagMoved)).assertExists()
        onAllNodesWithTag("scale").assertCountEquals(10)
        onAllNodesWithTag("number").assertCountEquals(0)
        onAllNodesWithTag("scale").onFirst().performScrollTo().performClick()
        onAllNodesWithTag("number").assertCountEquals(1)
        onNodeWithTag("done").performClick()
        onNodeWithText(texts.todayLastTitle).assertExists()
    }

    @Test fun `back shows what was chosen, with more than a colour`() = drawn { holder ->
        toTheFirstQuestion()
        tap("answer-3")
        tap("previous")
        onNodeWithTag("answer-3").assertIsSelected()
        onNodeWithTag("answer-2").assertIsNotSelected()
        tap("answer-1")
        tap("previous")
        onNodeWithTag("answer-1").assertIsSelected()
        tap("onward")
        assertEquals(1, holder.state.walk?.index)
    }

    @Test fun `pause, restart, and on`() = drawn { holder ->
        toTheFirstQuestion()
        repeat(4) { tap("answer-2") }
        tap("pause")
        onNodeWithText(texts.todayResumeBody(4, 38)).assertExists()
        val again = rig.holder().apply { handle(Action.Start) }
        assertEquals(4u, again.state.home?.draft?.answered)
        onNodeWithTag("next").performClick()
        onNodeWithTag("progress").assertTextContains(texts.itemProgress(5, 38))
        assertTrue(holder.state.place is Place.Question)
    }

    @Test fun `a second tap in the same place does not answer the next question`() = drawn { holder ->
        toTheFirstQuestion()
        rig.monotonic += 2_000
        repeat(2) { onNodeWithTag("answer-3").performClick() }
        assertEquals(1 to 1, holder.state.walk?.index to holder.state.walk?.answers?.size)
    }

    @Test fun `help is one tap away from a question, and the question is still there after it`() = drawn { holder ->
        toTheFirstQuestion()
        val question = holder.question
        onNodeWithTag("help").performClick()
        onNodeWithText(texts.helpDanger).assertExists()
        onNodeWithTag("back").performClick()
        assertEquals(question, holder.question)
        onNodeWithTag("question").assertExists()
    }

    @Test fun `a page is where it was left, and a new one begins at its top`() = drawn { holder ->
        onNodeWithTag("name").performScrollTo().assertIsDisplayed()
        onNodeWithTag("help").performClick()
        onNodeWithText(texts.helpTitle).assertIsDisplayed()
        onNodeWithTag("back").performClick()
        onNodeWithTag("name").assertIsDisplayed()
        assertEquals(Place.FirstRun, holder.state.place)
    }

    @Test fun `a page fades into the next, and does not where less movement is wished for`() {
        for (reduced in listOf(false, true)) runSkikoComposeUiTest(PHONE) {
            val holder = rig.settled()
            val state = mutableStateOf(holder.state)
            setContent { AmpersandTheme(reducedMotion = reduced) { App(state.value) {} } }
            waitForIdle()
            mainClock.autoAdvance = false
            holder.handle(Action.Go(Place.Check))
            state.value = holder.state
            mainClock.advanceTimeBy(Look.Size.motionMs / 2L)
            assertEquals(if (reduced) 1 else 2, onAllNodesWithTag("page").fetchSemanticsNodes().size)
        }
    }

    @Test fun `there and back within one fade`() = runSkikoComposeUiTest(PHONE) {
        val holder = rig.settled()
        val state = mutableStateOf(holder.state)
        setContent { AmpersandTheme { App(state.value) {} } }
        waitForIdle()
        mainClock.autoAdvance = false
        for (action in listOf(Action.Go(Place.Check), Action.Back, Action.Go(Place.Check), Action.Go(Place.More), Action.Go(Place.Check))) {
            holder.handle(action)
            state.value = holder.state
            mainClock.advanceTimeBy(Look.Size.motionMs / 4L)
        }
        mainClock.autoAdvance = true
        waitForIdle()
        assertEquals(1, onAllNodesWithTag("page").fetchSemanticsNodes().size)
        onNodeWithText(texts.checkName).assertIsDisplayed()
    }

    @Test fun `a page is written, found, changed and looked back at`() = drawn { holder ->
        onNodeWithTag("begin").performClick()
        onNodeWithText(texts.barJournal).performClick()
        onNodeWithText(texts.journalEmptyTitle).assertExists()
        onNodeWithTag("write").performClick()
        onNodeWithTag("title").performScrollTo().performTextInput("Rain")
        onNodeWithTag("body").performScrollTo().performTextInput("We stayed in and read.")
        onNodeWithText(texts.editorFeelings).performScrollTo().performClick()
        onNodeWithTag("feeling-calm").performScrollTo().performClick()
        assertEquals(listOf("calm"), holder.state.editor?.content?.feelings)
        onNodeWithTag("help").performClick()
        onNodeWithTag("back").performClick()
        onNodeWithTag("body").performScrollTo().assertTextContains("We stayed in and read.")
        onNodeWithTag("save").performClick()
        onNodeWithText("Rain").assertExists()
        onNodeWithTag("edit").performClick()
        onNodeWithTag("body").performScrollTo().performTextInput(" It was good.")
        onNodeWithTag("save").performClick()
        onNodeWithText("We stayed in and read. It was good.").assertExists()
        onNodeWithTag("history").performScrollTo().performClick()
        onNodeWithTag("revision").performClick()
        onNodeWithTag("difference").assertExists()
        repeat(3) { onNodeWithTag("back").performClick() }
        onNodeWithTag("to-search").performScrollTo().performClick()
        onNodeWithTag("search").performTextInput("goo")
        onAllNodesWithTag("hit").assertCountEquals(1)
        onNodeWithTag("hit").performScrollTo().performClick()
        onNodeWithTag("to-trash").performScrollTo().performClick()
        onNodeWithTag("nothing").assertExists()
        onNodeWithTag("put-back").performClick()
        onAllNodesWithTag("hit").assertCountEquals(1)
    }

    @Test fun `a step taken back puts the cursor where the change was`() = drawn { holder ->
        onNodeWithTag("begin").performClick()
        onNodeWithTag("write").performScrollTo().performClick()
        onNodeWithTag("body").performScrollTo().performTextInput("one ")
        onNodeWithTag("body").performTextInput("two")
        onNodeWithTag("undo").performScrollTo().performClick()
        onNodeWithTag("body").performTextInput("three")
        assertEquals("one three", holder.state.editor?.content?.body)
    }

    @Test fun `a passphrase is set and opens the notebook`() = drawn { holder ->
        onNodeWithTag("begin").performClick()
        onNodeWithText(texts.barMore).performClick()
        onNodeWithTag("to-lock").performScrollTo().performClick()
        onNodeWithTag("task-set").performClick()
        onNodeWithTag("fresh").performScrollTo().performTextInput("heron kettle lantern")
        onNodeWithTag("again").performScrollTo().performTextInput("heron kettle lantern")
        onAllNodesWithTag("hand-over").assertCountEquals(0)
        onNodeWithTag("understood").performScrollTo().performClick()
        onNodeWithTag("hand-over").performClick()
        onNodeWithText(texts.passphraseSetDone).assertExists()
        onNodeWithTag("lock-now").performScrollTo().performClick()
        onNodeWithText(texts.lockTitle).assertExists()
        onNodeWithTag("passphrase").performTextInput("heron kettle lantern")
        val seen = onNodeWithTag("passphrase").fetchSemanticsNode().config[SemanticsProperties.EditableText].text
        assertTrue(seen, seen.length == 20 && seen.all { it == '\u2022' })
        onNodeWithTag("unlock").performClick()
        assertEquals(VaultState.Open to Place.Lock, holder.state.vault to holder.state.place)
    }

    private fun SkikoComposeUiTest.toTheFirstQuestion() {
        onNodeWithTag("begin").performClick()
        onNodeWithTag("next").performClick()
        onNodeWithTag("start").performClick()
    }

    /** A tap by somebody who has read the page. */
    private fun SkikoComposeUiTest.tap(tag: String) {
        rig.monotonic += 3_000
        val node = onNodeWithTag(tag)
        // the ways out stand below the page and do not scroll
        (if (tag.startsWith("answer")) node.performScrollTo() else node).performClick()
    }

    private fun drawn(walk: SkikoComposeUiTest.(Holder) -> Unit) = runSkikoComposeUiTest(PHONE) {
        val holder = rig.holder().apply { handle(Action.Start) }
        setContent { AmpersandTheme(dates = Dates("en-GB", BERLIN)) { App(holder.state, handle = holder::handle) } }
        walk(holder)
    }

    private companion object {
        val PHONE = Size(360f, 800f)
    }
}
