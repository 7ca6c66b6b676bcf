/** What the tests of the app share: the moment they play in, and a walk through a Check by taps. */
package app.ampersand.app

import android.app.Activity
import android.os.SystemClock
import app.ampersand.platform.nowContext
import app.ampersand.ui.EnglishTexts
import kotlinx.coroutines.Dispatchers
import org.junit.Assert.assertEquals
import org.robolectric.RuntimeEnvironment
import java.io.File
import java.time.Instant
import java.time.ZoneId

val texts = EnglishTexts

/** Noon in Berlin; the test's own clock goes on from there. */
private val NOON = Instant.parse("2026-03-02T11:00:00Z").toEpochMilli()

/** Answers come before the tap returns, and the moment is a known one. */
fun testApp(): AmpersandApp = RuntimeEnvironment.getApplication().app.apply {
    worker = Dispatchers.Unconfined
    val start = SystemClock.elapsedRealtime()
    now = { nowContext(NOON + SystemClock.elapsedRealtime() - start, ZoneId.of("Europe/Berlin")) }
}

/** Everything the app has kept. */
fun AmpersandApp.files(): Map<String, List<Byte>> =
    noBackupFilesDir.walkTopDown().filter { it.isFile }.associate { it.relativeTo(noBackupFilesDir).path to it.readBytes().toList() }

fun AmpersandApp.kept(name: String) = File(noBackupFilesDir, name)

/** From the first run to the first question. */
fun Activity.begin() {
    tap("begin")
    tap("next")
    tap("start")
    assertShows(texts.itemProgress(1, 38))
}

/** Answers the questions [from] to [to] (counted from one) by taps, unhurried. */
fun Activity.answer(from: Int, to: Int) {
    for (n in from..to) {
        assertShows(texts.itemProgress(n, 38))
        idle(4_000)
        tap("answer-${n % 5}")
    }
}

/** A whole Check, from the first run to its result; [seen] is told each screen's name. */
fun Activity.wholeCheck(seen: (String) -> Unit = {}) {
    seen("1-first-run")
    tap("begin")
    seen("2-today")
    tap("next")
    seen("3-check")
    tap("start")
    seen("4-question")
    answer(1, 19)
    tap("previous")
    seen("5-question-answered")
    tap("onward")
    answer(20, 38)
    seen("6-review")
    tap("finish")
    seen("7-safety")
    tap("safety-done")
    seen("8-safety-outcome")
    if (has("safety-on")) tap("safety-on")
    assertEquals("result", texts.resultTitle, headline())
    seen("9-result")
}

private fun Activity.headline(): String = if (shows(texts.resultTitle)) texts.resultTitle else "something else"
