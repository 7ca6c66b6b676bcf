/** Eyes and hands for a Compose screen inside a real activity: what ui-test-junit4-android would bring, without Espresso. */
package app.ampersand.app

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Bundle
import android.os.Looper
import android.os.SystemClock
import android.view.MotionEvent
import android.view.View
import android.view.ViewGroup
import androidx.compose.ui.node.RootForTest
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getAllSemanticsNodes
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.AnnotatedString
import org.junit.Assert.assertTrue
import org.junit.rules.ExternalResource
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowSystemClock
import java.io.File
import java.time.Duration

/** Launches activities and destroys them after the test, and lets go of the vault: what one test left waiting would otherwise end up in the next. */
class Screens : ExternalResource() {
    private val launched = mutableListOf<ActivityController<*>>()

    fun launch(saved: Bundle? = null, intent: Intent? = null): ActivityController<MainActivity> =
        Robolectric.buildActivity(MainActivity::class.java, intent).also {
            launched += it
            if (saved == null) it.setup() else it.setup(saved)
            idle()
        }

    /** The system takes the process away while the app is in the background; what it keeps is handed back. */
    fun processDies(controller: ActivityController<MainActivity>): Bundle {
        val kept = Bundle()
        controller.pause().stop().saveInstanceState(kept).destroy()
        launched -= controller
        val app = RuntimeEnvironment.getApplication().app
        app.core.letGo()
        app.core = app.newCore()
        return kept
    }

    /** Another app is in front and the phone asleep for [millis]; then the person comes back, as Android does it: over onRestart. */
    fun outOfSight(controller: ActivityController<MainActivity>, millis: Long) {
        controller.pause().stop()
        asleep(millis)
        controller.restart().resume()
        idle()
    }

    override fun after() {
        launched.forEach { it.close() }
        idle()
    }
}

/** Lets [millis] go by on the test's own clock. Nothing really waits. */
fun idle(millis: Long = 500) = shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(millis))

/** The phone sleeps for [millis]: the clock that counts sleep goes on, the one that does not stands still, and nothing is done meanwhile. */
fun asleep(millis: Long) = ShadowSystemClock.simulateDeepSleep(Duration.ofMillis(millis))

private fun Activity.nodes() = compose().semanticsOwner.getAllSemanticsNodes(mergingEnabled = true)

private fun SemanticsNode.words() = config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }

fun Activity.node(tag: String): SemanticsNode = nodes().filter { it.config.getOrNull(SemanticsProperties.TestTag) == tag }.let {
    it.singleOrNull() ?: throw AssertionError("${it.size} nodes \"$tag\", on the screen: ${nodes().flatMap { n -> n.words() }}")
}

fun Activity.has(tag: String): Boolean = nodes().any { it.config.getOrNull(SemanticsProperties.TestTag) == tag }

/** Everything that the screen tells anybody, seen or only heard, drawn or scrolled away. */
fun Activity.everything(): String =
    compose().semanticsOwner.getAllSemanticsNodes(mergingEnabled = false).joinToString("\n") { node -> node.config.joinToString { it.value.toString() } }

fun Activity.text(tag: String): String = node(tag).words().joinToString("")

fun Activity.shows(text: String): Boolean = nodes().any { text in it.words() }

fun Activity.assertShows(text: String) = assertTrue("\"$text\" is not among ${nodes().flatMap { it.words() }}", shows(text))

/** A finger: scrolls there where it has to, then down and up in the middle of the node, through the window's own views. */
fun Activity.tap(tag: String) = tap { node(tag) }

/** The same on what can be tapped and says [words]. */
fun Activity.tapWords(words: String) = tap {
    nodes().singleOrNull { words in it.words() && SemanticsActions.OnClick in it.config } ?: throw AssertionError("no button says \"$words\"")
}

private fun Activity.tap(node: () -> SemanticsNode) {
    reach(node())
    val at = node().boundsInWindow.center
    val down = SystemClock.uptimeMillis()
    for ((action, time) in listOf(MotionEvent.ACTION_DOWN to down, MotionEvent.ACTION_UP to down + 50)) {
        window.decorView.dispatchTouchEvent(MotionEvent.obtain(down, time, action, at.x, at.y, 0))
        idle(50)
    }
    idle()
}

/** Scrolls the page until [node] lies wholly on it; what stands below the page needs no scrolling. */
private fun Activity.reach(node: SemanticsNode) {
    val page = node("page")
    if (generateSequence(node) { it.parent }.none { it.id == page.id }) return
    val seen = page.boundsInWindow
    val top = node.positionInWindow.y
    val bottom = top + node.size.height
    val by = if (bottom > seen.bottom) bottom - seen.bottom else if (top < seen.top) top - seen.top else return
    checkNotNull(page.config[SemanticsActions.ScrollBy].action)(0f, by)
    idle()
}

fun Activity.type(tag: String, text: String) {
    checkNotNull(node(tag).config[SemanticsActions.SetText].action)(AnnotatedString(text))
    idle()
}

/** What stands in a field. */
fun Activity.edited(tag: String): String = checkNotNull(node(tag).config.getOrNull(SemanticsProperties.EditableText)) { "no field \"$tag\"" }.text

/** What the activity draws, as a PNG under target/pictures; fails when it is next to nothing. */
fun Activity.picture(name: String): Bitmap {
    val view = window.decorView
    val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
    view.draw(Canvas(bitmap))
    File("target/pictures").mkdirs()
    File("target/pictures/$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
    val colours = HashSet<Int>()
    for (y in 0 until bitmap.height step 2) for (x in 0 until bitmap.width step 2) colours += bitmap.getPixel(x, y)
    assertTrue("$name: only ${colours.size} colours, nothing drawn?", colours.size > 20)
    return bitmap
}

/** Laid out anew first: nothing is drawn on Robolectric unless a picture is asked for, and Compose lays out what changed just before it draws. */
private fun Activity.compose(): RootForTest =
    window.decorView.descendants().filterIsInstance<RootForTest>().single().also { it.measureAndLayoutForTest() }

private fun View.descendants(): Sequence<View> =
    sequenceOf(this) + if (this is ViewGroup) (0 until childCount).asSequence().flatMap { getChildAt(it).descendants() } else emptySequence()
