package app.ampersand.ui

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test

/** Every screen in every form: what a screen reader finds, what a finger finds, and that no text is cut off. */
@OptIn(ExperimentalTestApi::class)
class ScreensTest {
    @get:Rule val rig = Rig()

    @Test fun `every control has a name, a role and room for a finger`() = everywhere { shown ->
        val controls = nodes { SemanticsActions.OnClick in it.config }
        assertTrue("${shown.name}: nothing can be tapped", controls.isNotEmpty())
        for (node in controls) {
            val what = "${shown.name}: ${name(node)} ${node.config}"
            assertTrue("no name: $what", name(node).isNotBlank())
            assertTrue("no role: $what", SemanticsProperties.Role in node.config || SemanticsActions.SetText in node.config)
            assertTrue("too small, ${node.size}: $what", node.size.width >= Look.Size.touch && node.size.height >= Look.Size.touch)
        }
    }

    @Test fun `every page has a heading, and help at the same place`() = everywhere { shown ->
        val headings = nodes { SemanticsProperties.Heading in it.config }
        val waits = shown.name == "opening" || shown.name.endsWith("loading") && shown.state.place != Place.Help
        assertTrue("${shown.name}: no heading", waits || headings.isNotEmpty())
        if (shown.state.place == Place.Help) return@everywhere
        val help = onNodeWithTag("help").fetchSemanticsNode().boundsInRoot
        assertEquals("${shown.name}: help is elsewhere", HELP_AT, listOf(help.right.toInt(), help.top.toInt()))
    }

    @Test fun `no page has more than one filled button`() = everywhere { shown ->
        assertTrue(shown.name, onAllNodesWithTag("filled").fetchSemanticsNodes().size <= 1)
    }

    @Test fun `what is chosen is told without colour`() = everywhere { shown ->
        for (node in nodes { it.config.getOrNull(SemanticsProperties.Role)?.toString() == "RadioButton" }) {
            assertTrue("${shown.name}: ${name(node)} says not how it stands", SemanticsProperties.Selected in node.config)
        }
    }

    @Test fun `at twice the size no text is cut off`() = everywhere(fontScale = 2f, height = 2 * TALL, themes = ONE) { shown -> assertNothingCut(shown) }

    @Test fun `from right to left nothing is cut off, and the way back is at the right`() = everywhere(direction = LayoutDirection.Rtl, height = TALL, themes = ONE) { shown ->
        assertNothingCut(shown)
        for (back in onAllNodesWithTag("back").fetchSemanticsNodes()) {
            assertTrue("${shown.name}: back is at the left", back.boundsInRoot.left > WIDTH / 2)
        }
    }

    @Test fun `on a wide window a line has at most 66 letters`() = everywhere(width = 1400, height = TALL, themes = ONE) { shown ->
        for ((_, layout) in texts()) {
            for (line in 0 until layout.lineCount) {
                val letters = layout.layoutInput.text.substring(layout.getLineStart(line), layout.getLineEnd(line, visibleEnd = true))
                assertTrue("${shown.name}: ${letters.length} letters: $letters", letters.length <= Look.Size.measure)
            }
        }
    }

    private fun SkikoComposeUiTest.assertNothingCut(shown: Shown) {
        val all = texts()
        assertTrue("${shown.name}: no text at all", all.isNotEmpty())
        for ((node, layout) in all) {
            val text = layout.layoutInput.text.text
            val lines = 0 until layout.lineCount
            assertTrue("${shown.name}: ends in dots: $text", lines.none { layout.isLineEllipsized(it) })
            assertEquals("${shown.name}: not all of it is drawn", text.length, layout.getLineEnd(lines.last))
            val ends = lines.drop(1).map { layout.getLineStart(it) }
            assertTrue("${shown.name}: broken inside a number: $text", ends.none { text[it - 1] in NUMBER && text[it] in NUMBER })
            assertTrue("${shown.name}: broken inside a word: $text", ends.none { text[it - 1].isLetter() && text[it].isLetter() && !text.isAddressAt(it) })
            val widest = lines.maxOf { layout.getLineRight(it) - layout.getLineLeft(it) }
            assertTrue("${shown.name}: wider than its room, $widest in ${node.size}: $text", widest <= node.size.width + 1)
            assertTrue("${shown.name}: higher than its room, in ${node.size}: $text", layout.getLineBottom(lines.last) <= node.size.height + 1)
            val seen = node.boundsInRoot
            assertTrue("${shown.name}: cut at the side, ${seen.width} of ${node.size.width}: $text", seen.width >= node.size.width - 1)
            assertTrue("${shown.name}: cut below, ${seen.height} of ${node.size.height}: $text", seen.height >= node.size.height - 1)
        }
    }

    /** The address of a website may break anywhere: nobody reads it as a word. */
    private fun String.isAddressAt(at: Int) = "://" in substring(0, at).substringAfterLast(' ') + substring(at).substringBefore(' ')

    /** Draws one screen after the other in one window of [width] by [height] dp, in each of [themes] (dark or not), and looks at each. */
    private fun everywhere(
        width: Int = WIDTH,
        height: Int = 800,
        fontScale: Float = 1f,
        direction: LayoutDirection = LayoutDirection.Ltr,
        themes: List<Boolean> = listOf(false, true),
        look: SkikoComposeUiTest.(Shown) -> Unit,
    ) {
        val screens = everyScreen(rig)
        assertTrue("only ${screens.size} screens", screens.size >= 120)
        runSkikoComposeUiTest(Size(width.toFloat(), height.toFloat())) {
            val now = mutableStateOf(screens.first() to false)
            setContent { Framed(width, height, fontScale, direction) { key(now.value) { Drawn(now.value.first, now.value.second) } } }
            for (dark in themes) for (shown in screens) {
                now.value = shown to dark
                waitForIdle()
                look(shown)
            }
        }
    }

    @Composable
    private fun Framed(width: Int, height: Int, fontScale: Float, direction: LayoutDirection, content: @Composable () -> Unit) =
        CompositionLocalProvider(LocalDensity provides Density(1f, fontScale), LocalLayoutDirection provides direction) {
            Box(Modifier.requiredSize(width.dp, height.dp)) { content() }
        }

    @Composable
    private fun Drawn(shown: Shown, dark: Boolean) =
        AmpersandTheme(dates = Dates("en-GB", BERLIN), dark = dark, reducedMotion = true) { App(shown.state, ScrollState(0)) {} }

    private fun SkikoComposeUiTest.nodes(which: (SemanticsNode) -> Boolean): List<SemanticsNode> =
        onAllNodes(SemanticsMatcher("any") { which(it) }).fetchSemanticsNodes()

    private fun SkikoComposeUiTest.texts(): List<Pair<SemanticsNode, TextLayoutResult>> =
        onAllNodes(SemanticsMatcher("text") { SemanticsActions.GetTextLayoutResult in it.config }, useUnmergedTree = true).fetchSemanticsNodes().map { node ->
            val results = mutableListOf<TextLayoutResult>()
            node.config[SemanticsActions.GetTextLayoutResult].action?.invoke(results)
            node to results.single()
        }

    private fun name(node: SemanticsNode): String = listOfNotNull(
        node.config.getOrNull(SemanticsProperties.ContentDescription)?.joinToString(),
        node.config.getOrNull(SemanticsProperties.Text)?.joinToString { it.text },
    ).joinToString(" ")

    private companion object {
        const val WIDTH = 360

        /** Higher than the longest page, so that nothing has to be scrolled. */
        const val TALL = 20_000

        /** Where a text lies does not hang on its colour. */
        val ONE = listOf(false)

        /** What stands together in a number. */
        val NUMBER = ('0'..'9') + '-'
        val HELP_AT = listOf(WIDTH - 2 * Look.Size.step, Look.Size.step)
    }
}
