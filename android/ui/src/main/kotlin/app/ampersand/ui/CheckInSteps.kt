/**
 * The daily check-in and the weekly pulse. What is tapped is saved when the person says so, and at the latest when the app goes out of sight.
 * It must never drop what was tapped or typed: what could not be saved stays here until it could, also over a lock.
 */
package app.ampersand.ui

import app.ampersand.core.CheckInView
import app.ampersand.core.CivilDate
import app.ampersand.core.PulseAnswer
import app.ampersand.core.PulseView

internal class CheckInSteps(private val ground: Ground, private val port: ReminderPort) {
    /** What was tapped and is not saved, by its day. */
    private val waiting = HashMap<CivilDate, CheckInForm>()

    /** The same of pulses; beside it the day that was asked about, by the first day of its week. */
    private val waitingPulses = HashMap<CivilDate, Pair<CivilDate, Map<String, Int>>>()
    private val settle = Settle { ground.clock().monotonicMs }

    private var page: CheckInState?
        get() = ground.state.checkIn
        set(value) {
            ground.state = ground.state.copy(checkIn = value, waiting = waiting.keys.toSet())
        }

    private var pulse: PulseState?
        get() = ground.state.pulse
        set(value) {
            ground.state = ground.state.copy(pulse = value)
        }

    fun handle(action: CheckInAction) {
        when (action) {
            is CheckInAction.Tap -> tap(action.item, action.value)
            is CheckInAction.Open -> page = page?.copy(open = action.item)
            is CheckInAction.Skip -> page = page?.run { copy(open = nextOpen(items(), action.item, form.answers.keys)) }
            CheckInAction.AddWord -> page = page?.copy(adding = true)
            is CheckInAction.Feel -> change { it.copy(feelings = if (action.on) it.feelings + action.feeling else it.feelings - action.feeling) }
            is CheckInAction.LineTyped -> change { it.copy(line = action.line.wellFormed()) }
            CheckInAction.Save -> save()
            CheckInAction.Change -> page = page?.copy(changing = true)
            is CheckInAction.NoteTyped -> page = page?.copy(note = action.note?.wellFormed())
            CheckInAction.SaveNote -> saveNote()
            CheckInAction.DismissCare -> ground.desk.ask({ it.dismissCare(ground.now()) }) {
                page = page?.copy(care = null)
                say(Said.CareDismissed)
            }
            CheckInAction.KeepNow -> keepNow()
        }
    }

    // --- the daily check-in ------------------------------------------------------------------------------------------------------------

    fun load(place: Place.CheckIn) = ground.desk.load({ it.checkIn(ground.now(), place.day) }) { page = arrived(it) }

    private fun arrived(view: CheckInView): CheckInState {
        val form = waiting[view.day] ?: formOf(view.answers)
        val before = page?.takeIf { it.day == view.day }
        return before?.copy(view = view, form = form) ?: CheckInState(
            view,
            form,
            open = view.items.map { it.id }.firstOrNull { it !in form.answers }?.takeIf { view.editable && form.answers.isEmpty() },
            adding = form.feelings.isNotEmpty() || form.line.isNotEmpty(),
        )
    }

    private fun tap(item: String, value: Int?) {
        val now = page ?: return
        if (settle.tooSoon(item)) return
        change { it.copy(answers = if (value == null) it.answers - item else it.answers + (item to value)) }
        page = page?.run { copy(open = if (value == null) item else nextOpen(items(), item, form.answers.keys)) } ?: now
    }

    private fun change(how: (CheckInForm) -> CheckInForm) {
        val now = page?.takeIf { it.view.editable } ?: return
        val form = how(now.form)
        if (form == now.kept) waiting.remove(now.day) else waiting[now.day] = form
        page = now.copy(form = form)
    }

    private fun save() {
        val now = page ?: return
        ground.desk.ask({ it.saveCheckIn(ground.now(), now.day, now.form.answers()) }) { saved ->
            // what was tapped while it was being written is not saved yet
            if (waiting[now.day] == now.form) waiting.remove(now.day)
            val form = waiting[now.day] ?: formOf(saved.answers)
            page = page?.takeIf { it.day == now.day }?.copy(saved = saved, form = form, open = null, changing = false, care = saved.care)
            port.changed()
        }
    }

    private fun saveNote() {
        val now = page ?: return
        val note = now.note ?: return
        ground.desk.ask({ it.annotateCheckIn(ground.now(), now.day, note) }) { view ->
            page = page?.takeIf { it.day == now.day }?.copy(view = view, note = null, care = view.care)
            say(Said.NoteSaved)
        }
    }

    /** What came with saving belongs to the moment; the page as it comes up next time shows what is kept. */
    fun leaveIfGone() {
        if (ground.state.checkIn != null && ground.state.places.none { it is Place.CheckIn }) page = null
        if (ground.state.pulse != null && ground.state.places.none { it is Place.Pulse }) pulse = null
    }

    /** The app may end after this: on the calling thread, and on disk when it returns. What the core refuses stays in memory. */
    fun keepNow() {
        var told = false
        waiting.filterValues { !it.isBlank }.forEach { (day, form) ->
            ground.desk.atOnce { it.saveCheckIn(ground.now(), day, form.answers()) }?.fold(
                done = {
                    waiting.remove(day)
                    told = true
                    page = page?.run { if (this.day == day) copy(saved = it, open = null) else this }
                },
                failed = {},
            )
        }
        waitingPulses.filterValues { (_, form) -> form.isNotEmpty() }.forEach { (week, given) ->
            ground.desk.atOnce { it.savePulse(ground.now(), given.first, given.second.answers()) }?.fold(
                done = {
                    waitingPulses.remove(week)
                    told = true
                },
                failed = {},
            )
        }
        if (told) port.changed()
    }

    /** Everything was erased, and so it is here. */
    fun forget() {
        waiting.clear()
        waitingPulses.clear()
    }

    // --- the weekly pulse --------------------------------------------------------------------------------------------------------------

    fun handle(action: PulseAction) {
        when (action) {
            is PulseAction.Tap -> tapPulse(action.item, action.value)
            is PulseAction.Open -> pulse = pulse?.copy(open = action.item)
            is PulseAction.Skip -> pulse = pulse?.run { copy(open = nextOpen(view.items.map { it.id }, action.item, form.keys)) }
            PulseAction.Save -> savePulse()
            PulseAction.Change -> pulse = pulse?.copy(changing = true)
            is PulseAction.Look -> (ground.state.place as? Place.Pulse)?.let { ground.way.swap(it, Place.Pulse(action.day)) }
        }
    }

    fun load(place: Place.Pulse) = ground.desk.load({ it.pulse(ground.now(), place.day) }) { pulse = arrived(it) }

    private fun arrived(view: PulseView): PulseState {
        val form = waitingPulses[view.weekFrom]?.second ?: pulseForm(view.answers)
        val before = pulse?.takeIf { it.view.weekFrom == view.weekFrom }
        return before?.copy(view = view, form = form)
            ?: PulseState(view, form, open = view.items.map { it.id }.firstOrNull { it !in form }?.takeIf { view.editable && form.isEmpty() })
    }

    private fun tapPulse(item: String, value: Int?) {
        val now = pulse?.takeIf { it.view.editable } ?: return
        if (settle.tooSoon(item)) return
        val form = if (value == null) now.form - item else now.form + (item to value)
        if (form == now.kept) waitingPulses.remove(now.view.weekFrom) else waitingPulses[now.view.weekFrom] = now.view.day to form
        pulse = now.copy(form = form, open = if (value == null) item else nextOpen(now.view.items.map { it.id }, item, form.keys))
    }

    private fun savePulse() {
        val now = pulse ?: return
        ground.desk.ask({ vault -> vault.savePulse(ground.now(), now.view.day, now.form.answers()) to vault.pulse(ground.now(), now.view.day) }) { (saved, view) ->
            if (waitingPulses[view.weekFrom]?.second == now.form) waitingPulses.remove(view.weekFrom)
            pulse = arrived(view).copy(saved = saved, open = null, changing = false)
            port.changed()
        }
    }

    private fun Map<String, Int>.answers() = map { (item, value) -> PulseAnswer(item, value) }

    private fun CheckInState.items() = view.items.map { it.id }

    private fun say(said: Said) {
        ground.state = ground.state.copy(said = said)
    }
}

/** Tells a second tap that was meant for the question before: the next one has come up under the finger, and nobody has read it yet. */
internal class Settle(private val clockMs: () -> Long) {
    private var item: String? = null
    private var at = Long.MIN_VALUE / 2

    /** Whether a tap on [tapped] comes too soon after one on another question. One that does not is remembered. */
    fun tooSoon(tapped: String): Boolean {
        val now = clockMs()
        if (item != null && item != tapped && now - at < SETTLE_MS) return true
        item = tapped
        at = now
        return false
    }
}
