package app.ampersand.app

import android.app.Activity
import android.os.Bundle
import android.os.Parcel
import android.view.View
import android.view.ViewGroup
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import android.view.inputmethod.EditorInfo
import app.ampersand.core.Grace
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Runnable
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import kotlin.coroutines.CoroutineContext

/** The journal on the real framework: eyes kept out, keyboards asked not to learn, nothing lost to the system's coming and going. */
@RunWith(RobolectricTestRunner::class)
class JournalOnAndroidTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    private lateinit var app: AmpersandApp

    @Before fun setUp() {
        app = testApp()
    }

    private fun Activity.write(words: String) {
        tap("begin")
        tap("write")
        type("body", words)
    }

    private fun Activity.setPassphrase() {
        tapWords(texts.barMore)
        tap("to-lock")
        tap("task-set")
        type("fresh", PHRASE)
        type("again", PHRASE)
        tap("understood")
        tap("hand-over")
        assertShows(texts.passphraseSetDone)
    }

    /** Does what it is given at once, or never. */
    private class Worker : CoroutineDispatcher() {
        var works = true
        override fun dispatch(context: CoroutineContext, block: Runnable) {
            if (works) block.run()
        }
    }

    /** From a page that has no bar, back to one that has. */
    private fun Activity.home() {
        tap("back")
        tapWords(texts.barToday)
    }

    private fun Activity.unlock() {
        type("passphrase", PHRASE)
        tap("unlock")
    }

    private fun Activity.secure() = window.attributes.flags and FLAG_SECURE != 0

    /** Every byte that the system is handed to keep while the app is away. */
    private fun Bundle.bytes(): String {
        val parcel = Parcel.obtain()
        writeToParcel(parcel, 0)
        return parcel.marshall().let { it.toString(Charsets.UTF_16LE) + it.toString(Charsets.UTF_16BE) + it.toString(Charsets.UTF_8) }.also { parcel.recycle() }
    }

    @Test fun `no screen of the journal may be captured, nor the lock`() {
        val controller = screens.launch()
        val activity = controller.get()
        activity.write("Only mine")
        assertTrue("while writing", activity.secure())
        activity.tap("save")
        assertTrue("an entry", activity.secure())
        activity.tap("back")
        activity.tapWords(texts.barJournal)
        activity.tap("to-search")
        activity.type("search", "mine")
        assertTrue("a search", activity.secure() && activity.has("hit"))
        activity.tap("back")
        activity.setPassphrase()
        activity.tap("lock-now")
        assertTrue("the lock", activity.secure() && activity.has("unlock"))
        controller.pause()
        idle()
        assertTrue("covered among the recent apps", activity.has("cover"))
    }

    @Test fun `the process dies while somebody writes, and every word is there again`() {
        val first = screens.launch()
        first.get().write("In the middle of a sent")
        val kept = screens.processDies(first)
        assertFalse("no word of it is handed to the system", "sent" in kept.bytes() || "middle" in kept.bytes())
        assertTrue("the test looks at something", "writing:" in kept.bytes())
        val again = screens.launch(kept).get()
        assertEquals("In the middle of a sent", again.edited("body"))
        assertTrue(again.has("resumed"))
    }

    @Test fun `stopped between two letters and killed, with no thread getting a turn, it is on disk`() {
        val worker = Worker()
        app.worker = worker
        val first = screens.launch()
        first.get().write("Just typed")
        worker.works = false
        val kept = screens.processDies(first)
        worker.works = true
        assertEquals("Just typed", screens.launch(kept).get().edited("body"))
    }

    @Test fun `a turn of the screen keeps the page and its steps`() {
        val controller = screens.launch()
        controller.get().write("one ")
        controller.get().type("body", "one two")
        controller.recreate()
        idle()
        assertEquals("one two", controller.get().edited("body"))
        controller.get().tap("undo")
        assertEquals("one ", controller.get().edited("body"))
    }

    @Test fun `out of sight for longer than the grace it locks itself, and the page is there after it`() {
        val controller = screens.launch()
        val activity = controller.get()
        activity.tap("begin")
        activity.setPassphrase()
        activity.tap("grace-${Grace.MINUTE1.name.lowercase()}")
        assertEquals(Grace.MINUTE1, app.core.open(null).settings().autoLock)
        activity.home()
        activity.tap("write")
        activity.type("body", "Before the bell rang")
        screens.outOfSight(controller, 59_000)
        assertEquals("Before the bell rang", activity.edited("body"))
        assertTrue("the test looks at something", "bell" in activity.everything())
        screens.outOfSight(controller, 61_000)
        activity.assertShows(texts.lockAway)
        assertFalse("no word of it is left in the tree", "bell" in activity.everything())
        activity.unlock()
        assertEquals("Before the bell rang", activity.edited("body"))
    }

    @Test fun `after the process has died the lock comes first, then the way`() {
        val first = screens.launch()
        first.get().tap("begin")
        first.get().setPassphrase()
        first.get().home()
        first.get().tap("write")
        first.get().type("body", "Kept behind the lock")
        val kept = screens.processDies(first)
        assertFalse(PHRASE in kept.bytes())
        val controller = screens.launch(kept)
        assertTrue(controller.get().has("unlock"))
        val twice = screens.processDies(controller)
        val again = screens.launch(twice).get()
        again.unlock()
        assertEquals("the way outlives a second death behind the lock", "Kept behind the lock", again.edited("body"))
    }

    @Test fun `a keyboard is asked not to learn, neither from what is written nor from what is searched for`() {
        val activity = screens.launch().get()
        activity.write("Tea")
        for (field in listOf("title", "body")) assertUnlearning(field, activity.keyboard(field))
        assertTrue("correcting stays", activity.keyboard("body").inputType and EditorInfo.TYPE_TEXT_FLAG_AUTO_CORRECT != 0)
        activity.tap("save")
        activity.tap("back")
        activity.tapWords(texts.barJournal)
        activity.tap("to-search")
        assertUnlearning("search", activity.keyboard("search"))
    }

    @Test fun `a passphrase is typed as one, when it is set and at the lock`() {
        val activity = screens.launch().get()
        activity.tap("begin")
        activity.tapWords(texts.barMore)
        activity.tap("to-lock")
        activity.tap("task-set")
        for (field in listOf("fresh", "again")) assertPassword(field, activity.keyboard(field))
        activity.tap("fresh-show")
        assertPassword("shown, it is no less of one", activity.keyboard("fresh"))
        activity.tap("back")
        activity.setPassphrase()
        activity.tap("lock-now")
        assertPassword("the lock", activity.keyboard("passphrase"))
    }

    private fun assertUnlearning(field: String, keyboard: EditorInfo) =
        assertTrue("$field: no learning", keyboard.imeOptions and EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING != 0)

    private fun assertPassword(field: String, keyboard: EditorInfo) {
        assertUnlearning(field, keyboard)
        assertEquals(field, EditorInfo.TYPE_TEXT_VARIATION_PASSWORD, keyboard.inputType and EditorInfo.TYPE_MASK_VARIATION)
        assertEquals("$field: no correcting", 0, keyboard.inputType and EditorInfo.TYPE_TEXT_FLAG_AUTO_CORRECT)
    }

    @Test fun `the system keeps no picture of it for the recent apps`() {
        RecentsWatch.allowed = null
        screens.launch()
        assertEquals(false, RecentsWatch.allowed)
    }

    @Test fun `brought back by the system to a page of the journal, it is secure before anything is drawn`() {
        val first = screens.launch()
        first.get().write("Mine")
        val kept = screens.processDies(first)
        val created = Robolectric.buildActivity(MainActivity::class.java).create(kept)
        assertTrue(created.get().secure())
        created.close()
    }

    @Test fun `no other app may read the page to fill it in`() {
        val activity = screens.launch().get()
        assertEquals(View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS, activity.window.decorView.importantForAutofill)
        assertFalse(activity.window.decorView.isImportantForAutofill)
    }

    /** What the keyboard is told about the field that has the cursor. */
    private fun Activity.keyboard(tag: String): EditorInfo {
        tap(tag)
        val info = EditorInfo()
        val view = window.decorView.all().first { it.javaClass.simpleName == "AndroidComposeView" }
        assertNotNull("the field takes no keyboard", view.onCreateInputConnection(info))
        return info
    }

    private fun View.all(): Sequence<View> = sequenceOf(this) + if (this is ViewGroup) (0 until childCount).asSequence().flatMap { getChildAt(it).all() } else emptySequence()

    private companion object {
        const val PHRASE = "heron kettle lantern moss"
    }
}
