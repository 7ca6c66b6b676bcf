package app.ampersand.ui

import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.assertCountEquals
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsOff
import androidx.compose.ui.test.assertIsOn
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextClearance
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import app.ampersand.core.NotificationPermission
import app.ampersand.core.ProblemKind
import app.ampersand.core.ReminderKind
import app.ampersand.core.WeekStart
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** A person's way through check-ins and reminders, by taps and typing alone, on the real screens and the real core. */
@OptIn(ExperimentalTestApi::class)
class ReminderWalkTest {
    @get:Rule val rig = Rig()
    private val texts = EnglishTexts
    private var taps = 0

    @Test fun `from Today a check-in takes seven taps`() = drawn { holder ->
        begin()
        taps = 0
        tap("check-in")
        listOf("mood-3", "energy-1", "needs-2", "yes_meaning_no-0", "own_time-1").forEach { tap("tap-$it") }
        tap("save")
        assertEquals(7, taps)
        assertEquals(5, holder.state.checkIn?.kept?.answers?.size)
        onNodeWithTag("strip-words").assertTextContains(texts.checkInStrip(1, 28))
        val dots = onNodeWithTag("strip").fetchSemanticsNode().config
        assertEquals(texts.checkInStrip(1, 28), dots.getOrNull(SemanticsProperties.StateDescription))
        tap("done")
        onNodeWithText(texts.todayCheckInDoneTitle).assertExists()
    }

    @Test fun `an answer is changed, taken back and skipped`() = drawn { holder ->
        begin()
        tap("check-in")
        tap("skip-mood")
        tap("tap-energy-4")
        tap("folded-mood")
        tap("tap-mood-1")
        tap("folded-mood")
        onNodeWithTag("tap-mood-1").assertIsSelected()
        tap("take-back")
        assertEquals(setOf("energy"), holder.state.checkIn?.form?.answers?.keys)
        tap("add-word")
        tap("feeling-calm")
        onNodeWithTag("line").performScrollTo().performTextInput("Rain\nand tea")
        assertEquals("one line stays one", "Rain and tea", holder.state.checkIn?.form?.line)
        tap("save")
        onNodeWithText("Rain and tea").assertExists()
        onNodeWithTag("saved").assertIsDisplayed() // and not scrolled out of sight with what stood above the button
    }

    @Test fun `yesterday is said plainly where it is meant`() = drawn { holder ->
        begin()
        tap("check-in")
        tap("tap-mood-2")
        tap("save")
        rig.time.pass(2 * DAY)
        tap("done")
        tap("yesterday")
        onNodeWithTag("late").assertExists()
        onNodeWithText(texts.checkInForYesterday("24 November 2026")).assertExists()
        tap("tap-mood-4")
        tap("save")
        onNodeWithText(texts.checkInSavedYesterday).assertExists()
        assertEquals(listOf(true, true, false), holder.state.checkIn?.strip?.days?.takeLast(3)?.map { it.answered })
    }

    @Test fun `who was away is told that they came back`() = drawn { _ ->
        begin()
        tap("check-in")
        tap("tap-mood-2")
        tap("save")
        onAllNodesWithTag("came-back").assertCountEquals(0)
        tap("done")
        rig.time.pass(6 * DAY)
        tap("check-in")
        // Today had not been looked at since: the button still leads to the check-in of the day it is now
        tap("tap-mood-3")
        tap("save")
        onNodeWithTag("came-back").assertExists()
    }

    @Test fun `a pulse is eight taps, and its figures stand as bars and as a list`() = drawn { holder ->
        begin()
        onNodeWithText(texts.barMore).performClick()
        tap("to-pulse")
        (1..8).forEach { tap("tap-P$it-${(it + 1) % 5}") }
        tap("save")
        onAllNodesWithTag("pulse-figure").assertCountEquals(2)
        val bar = onAllNodesWithTag("pulse-figure").onFirst().fetchSemanticsNode().config.getOrNull(SemanticsProperties.ContentDescription)
        assertEquals(listOf(texts.a11yPulseBar(what = texts.pulsePatterns, span = texts.pulseThisWeek, number = "56")), bar)
        onNodeWithText(texts.pulseTable).performScrollTo().performClick()
        onAllNodesWithTag("week").assertCountEquals(12)
        assertNotNull(holder.state.pulse?.saved)
    }

    @Test fun `the first minute can set a reminder, and the system is asked after it`() {
        rig.port.permission = NotificationPermission.DENIED
        drawn { holder ->
            onNodeWithTag("no-reminder").performScrollTo().assertIsSelected()
            tap("usual-20")
            onNodeWithTag("usual-20").assertIsSelected()
            begin()
            assertEquals(1, rig.port.asked)
            assertEquals("20:00", holder.state.home?.reminders?.next?.localTime)
            onNodeWithText(texts.remindersNextAt("Monday, 23 November 2026", "20:00")).assertExists()
        }
    }

    @Test fun `a reminder is made, with what would come before it is saved`() = drawn { holder ->
        begin()
        tap("to-reminders")
        onNodeWithText(texts.remindersEmptyTitle).assertExists()
        tap("add")
        tap("kind-custom")
        onNodeWithTag("label").performScrollTo().performTextInput("Tea")
        tap("usual-18")
        onAllNodesWithTag("fire").assertCountEquals(14)
        onAllNodesWithTag("fire").onFirst().assertTextContains(texts.remindersPreviewRow("Monday, 23 November 2026", "18:00")).assertTextContains("Tea")
        tap("days-few_a_week")
        tap("weekday-1")
        onAllNodesWithTag("fire").onFirst().assertTextContains(texts.remindersPreviewRow("Wednesday, 25 November 2026", "18:00"))
        assertTrue("nothing is kept before it is saved", rig.reminders.view(rig.context()).rules.isEmpty())
        tap("save")
        onNodeWithTag("enable").performScrollTo().assertIsOn().assertTextContains("Tea")
        tap("enable")
        onNodeWithTag("enable").assertIsOff()
        assertEquals(false, holder.state.reminders.view?.rules?.single()?.enabled)
    }

    @Test fun `a window, a second time and a problem are told on the page`() = drawn { holder ->
        quiet()
        tap("add")
        tap("window-0")
        type("from-0-hour", "18")
        type("to-0-hour", "17")
        onNodeWithTag("problems").performScrollTo()
        onNodeWithText(texts.errorEndBeforeStart).assertExists()
        type("to-0-hour", "20")
        onAllNodesWithTag("problems").assertCountEquals(0)
        tap("add-time")
        type("from-1-hour", "23")
        onNodeWithTag("problems").performScrollTo()
        onNodeWithText(texts.problem(ProblemKind.QUIET_SWALLOWS, texts.remindersAt("23:30"))).assertExists()
        onNodeWithText(texts.remindersDroppedTitle).performScrollTo().performClick()
        onAllNodesWithTag("dropped").onFirst().assertTextContains(texts.remindersReasonQuietHours, substring = true)
        tap("remove-1")
        onAllNodesWithTag("problems").assertCountEquals(0)
        tap("save")
        assertEquals(1, holder.state.reminders.view?.rules?.single()?.slots?.size)
    }

    /** On the list, with quiet hours from ten to seven. */
    private fun SkikoComposeUiTest.quiet() {
        begin()
        tap("to-reminders")
        tap("to-settings")
        tap("quiet")
        tap("save")
    }

    @Test fun `where the system shows nothing it is said, with what to do`() {
        rig.port.permission = NotificationPermission.DENIED
        rig.port.answer = NotificationPermission.DENIED
        drawn { _ ->
            tap("usual-20")
            begin()
            tap("to-reminders")
            onNodeWithTag("denied").assertExists()
            rig.port.answer = NotificationPermission.GRANTED
            tap("allow")
            onAllNodesWithTag("denied").assertCountEquals(0)
        }
    }

    @Test fun `the suggested reminders stand under a result`() = drawn(rig.finished()) { holder ->
        tap("take-up-weekly_pulse")
        onAllNodesWithTag("take-up-weekly_pulse").assertCountEquals(0)
        assertEquals(listOf(ReminderKind.WEEKLY_PULSE), rig.reminders.view(rig.context()).rules.map { it.kind })
        assertEquals(Said.ReminderSaved, holder.state.said)
    }

    @Test fun `the week starts when somebody says so`() = drawn { holder ->
        begin()
        onNodeWithText(texts.barMore).performClick()
        tap("week-saturday")
        onNodeWithTag("week-saturday").assertIsSelected()
        assertEquals(WeekStart.SATURDAY, holder.state.settings?.weekStart)
    }

    private fun SkikoComposeUiTest.begin() = onNodeWithTag("begin").performClick()

    /** A tap by somebody who has read what stands there. */
    private fun SkikoComposeUiTest.tap(tag: String) {
        rig.time.pass(1_000)
        taps += 1
        val node = onNodeWithTag(tag)
        // what stands below the page does not scroll
        (if (tag in BELOW) node else node.performScrollTo()).performClick()
    }

    private fun SkikoComposeUiTest.type(tag: String, text: String) {
        onNodeWithTag(tag).performScrollTo().performTextClearance()
        onNodeWithTag(tag).performTextInput(text)
    }

    private fun drawn(holder: Holder = rig.holder().apply { handle(Action.Start) }, walk: SkikoComposeUiTest.(Holder) -> Unit) = runSkikoComposeUiTest(Size(360f, 800f)) {
        setContent { AmpersandTheme(dates = Dates("en-GB", BERLIN), reducedMotion = true) { App(holder.state, handle = holder::handle) } }
        walk(holder)
    }

    private companion object {
        const val DAY = 86_400_000L
        val BELOW = setOf("save", "done", "add", "begin")
    }
}
