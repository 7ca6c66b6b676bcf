/**
 * Somebody who uses the app, for the tour: the real screens' state, the real core, a real vault, and a clock that goes where the story needs it.
 */
package app.ampersand.preview

import app.ampersand.core.CheckItem
import app.ampersand.core.Clock
import app.ampersand.core.FireOutcome
import app.ampersand.platform.nowContext
import app.ampersand.ui.Action
import app.ampersand.ui.CheckInAction
import app.ampersand.ui.EditorAction
import app.ampersand.ui.GuardAction
import app.ampersand.ui.Holder
import app.ampersand.ui.Place
import app.ampersand.ui.PulseAction
import app.ampersand.ui.State
import app.ampersand.ui.StoryTime
import app.ampersand.ui.VaultState
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import java.io.File
import java.time.Instant
import java.time.ZoneId

internal const val A_SECOND = 1_000L
internal const val HOUR = 3_600_000L
internal const val A_DAY = 24 * HOUR

/** [begin] is where the story begins, in ms since 1970; [zone] is where the person is. */
class Traveller(private val home: File, begin: Long, zone: ZoneId, private val locale: String) {
    var zone: ZoneId = zone
        private set
    private val time = StoryTime(begin)
    private lateinit var door: DesktopDoor
    private lateinit var holder: Holder
    val state: State get() = holder.state

    /** The app comes up. Everything that is asked is answered before the next line. */
    fun start() {
        door = DesktopDoor(home, locale, { nowContext(time.now, zone) }, File(home, "shared")) { Clock(time.now, time.monotonic) }
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

    /** What was shared last. */
    val shared: File? get() = door.sharing.last

    /** The system that holds the reminders. */
    val phone: DesktopReminders get() = door.port

    /** Time goes by, and what was set comes in its moment. */
    fun pass(ms: Long) {
        val end = time.now + ms
        while (true) {
            val next = phone.set.map { it.at }.filter { it in time.now..end }.minOrNull() ?: break
            time.pass(next - time.now)
            phone.tick()
        }
        time.pass(end - time.now)
    }

    /** To the moment [instant], such as `2026-03-23T09:00:00Z`. */
    fun until(instant: String) = pass(Instant.parse(instant).toEpochMilli() - time.now)

    /** The phone is off for so long, and then on again. */
    fun off(ms: Long) {
        time.pass(ms)
        phone.reboot()
        away(0)
    }

    /** To another zone, as the system tells the app. */
    fun fly(to: ZoneId) {
        zone = to
        phone.changed()
        act(Action.Go(Place.Today))
        away(0)
    }

    /** The last notification, tapped. */
    fun tapNotice(): FireOutcome.Show = expected(phone.notices.lastOrNull(), "a notification is there").also { holder.openReminder(phone.opened(it.id)) }

    /** Out of sight for [ms], and back. */
    fun away(ms: Long) {
        act(GuardAction.WentAway)
        pass(ms)
        act(GuardAction.CameBack)
    }

    /** A tap on an answer of the check-in by somebody who has read the question. */
    fun tap(item: String, value: Int) {
        pass(A_SECOND * 2)
        act(CheckInAction.Tap(item, value))
    }

    fun tapPulse(item: String, value: Int) {
        pass(A_SECOND * 2)
        act(PulseAction.Tap(item, value))
    }

    /** A check-in of [day] in one tap. */
    fun checkIn(day: String, mood: Int) {
        act(Action.Go(Place.Today), Action.Go(Place.CheckIn(day)))
        tap("mood", mood)
        act(CheckInAction.Save)
        expect("the check-in of $day is saved: ${state.trouble}", state.checkIn?.saved != null && state.checkIn?.day == day)
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
