/**
 * Somebody who uses the app, for the tour: the real screens' state, the real core, a real vault, and a clock that goes where the story needs it.
 */
package app.ampersand.preview

import app.ampersand.core.CheckItem
import app.ampersand.core.Clock
import app.ampersand.platform.nowContext
import app.ampersand.ui.Action
import app.ampersand.ui.EditorAction
import app.ampersand.ui.GuardAction
import app.ampersand.ui.Holder
import app.ampersand.ui.Place
import app.ampersand.ui.State
import app.ampersand.ui.StoryTime
import app.ampersand.ui.VaultState
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import java.io.File
import java.time.ZoneId

internal const val HOUR = 3_600_000L
internal const val A_DAY = 24 * HOUR

/** [begin] is where the story begins, in ms since 1970. */
class Traveller(private val home: File, begin: Long, private val zone: ZoneId, private val locale: String) {
    private val time = StoryTime(begin)
    private lateinit var door: DesktopDoor
    private lateinit var holder: Holder
    val state: State get() = holder.state

    /** The app comes up. Everything that is asked is answered before the next line. */
    fun start() {
        door = DesktopDoor(home, locale) { Clock(time.now, time.monotonic) }
        holder = Holder(door, CoroutineScope(Dispatchers.Unconfined), Dispatchers.Unconfined, { nowContext(time.now, zone) }, { time.monotonic }, wait = time::wait)
        holder.handle(Action.Start)
    }

    /** The app is ended where it stands and comes up again. */
    fun restart() {
        stop()
        start()
    }

    fun stop() = door.close()

    /** The vault is locked behind the screens' back. */
    fun lock() = door.lock()

    fun act(vararg actions: Action) = actions.forEach(holder::handle)

    fun go(place: Place) = act(Action.Go(place))

    fun pass(ms: Long) = time.pass(ms)

    /** Out of sight for [ms], and back. */
    fun away(ms: Long) {
        act(GuardAction.WentAway)
        pass(ms)
        act(GuardAction.CameBack)
    }

    /** A page of the journal, from the empty one to the saved entry. */
    internal fun write(page: Page) {
        pass(page.days * A_DAY)
        act(EditorAction.Begin())
        page.title?.let { act(EditorAction.TitleTyped(it)) }
        act(EditorAction.BodyTyped(page.body), EditorAction.Mood(page.mood), EditorAction.Star(page.starred))
        page.feelings.forEach { act(EditorAction.Feel(it, true)) }
        page.tags.forEach { act(EditorAction.Tag(it, true)) }
        act(EditorAction.Save)
        expect("the page is saved: ${state.trouble}", state.journal.entry?.content?.body == page.body && state.editor == null)
    }

    /** The question that is on the screen. */
    val question: CheckItem?
        get() = state.walk?.takeIf { state.place is Place.Question }?.let { it.draft.items[it.index] }

    /** Reads for [readingMs] and answers what [value] says for the id of the question; null skips. */
    fun answer(readingMs: Long = READING_MS, value: (String) -> Int?) {
        val item = expected(question, "a question is on the screen")
        pass(readingMs)
        act(Action.Answer(item.id, value(item.id)))
    }

    /** Answers all that is left. */
    fun answerTheRest(readingMs: Long = READING_MS, value: (String) -> Int?) {
        while (state.place is Place.Question) {
            val index = expected(state.walk, "a Check is under way").index
            answer(readingMs, value)
            val after = state.walk?.index
            expect("question ${index + 1} gives way to the next", state.place !is Place.Question || after == index + 1)
        }
    }

    /** The result as it stands, to be compared. */
    fun scores() = expected(state.result, "there is a result").scales.map { it.result }

    fun expectOpen() = expect("the vault is open", state.vault == VaultState.Open && state.trouble == null)

    private companion object {
        const val READING_MS = 4_200L
    }
}

/** What the story says must hold. */
class TourException(what: String) : IllegalStateException("the tour did not find what it should: $what")

fun expect(what: String, holds: Boolean) {
    if (!holds) throw TourException(what)
}

fun <T : Any> expected(value: T?, what: String): T = value ?: throw TourException(what)
