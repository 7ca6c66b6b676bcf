/**
 * The talk: private notes, the choice line by line, the talk itself with its time, what was agreed and how it felt. What goes out is what the core hands
 * over as the agenda, and nothing that stands on a page before it.
 */
package app.ampersand.ui

import app.ampersand.core.Afterwards
import app.ampersand.core.AgreementDraft
import app.ampersand.core.AgreementId
import app.ampersand.core.LineDraft
import app.ampersand.core.LineId
import app.ampersand.core.MeetingMove
import app.ampersand.core.MeetingStage
import app.ampersand.core.MeetingView
import app.ampersand.core.Review
import app.ampersand.core.TogetherView
import app.ampersand.core.VaultInterface
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** How often the time that is left is drawn anew. */
private const val SECOND_MS = 1_000L
private const val MINUTE_MS = 60 * SECOND_MS

internal class TogetherSteps(private val shared: LifeGround, private val door: Door) {
    private val ground = shared.ground
    private var ticking: Job? = null

    private var together: TogetherState
        get() = shared.life.together
        set(value) {
            shared.life = shared.life.copy(together = value)
        }

    private var forms by shared::forms

    fun handle(action: TogetherAction) {
        when (action) {
            TogetherAction.Begin -> ground.desk.ask({ it.beginMeeting(ground.now()) }) {
                took(it)
                ground.way.go(LifePlace.Meeting)
            }
            is TogetherAction.Write -> together.meeting?.let { forms = forms.copy(line = LineForm(it.id, action.heading, action.line, action.text)) }
            is TogetherAction.LineTyped -> forms = forms.run { copy(line = line?.copy(text = action.text.wellFormed())) }
            TogetherAction.SaveLine -> saveLine()
            TogetherAction.CancelLine -> forms = forms.copy(line = null)
            is TogetherAction.DeleteLine -> change { vault, meeting -> vault.deleteLine(ground.now(), meeting.id, action.line) }
            is TogetherAction.Choose -> choose(action.line, action.on)
            is TogetherAction.Reword -> forms = forms.copy(words = WordsForm(action.line, action.text))
            is TogetherAction.WordsTyped -> forms = forms.run { copy(words = words?.copy(text = action.text.wellFormed())) }
            TogetherAction.SaveWords -> forms.words?.let { words ->
                change({ forms = forms.copy(words = null) }) { vault, meeting -> vault.chooseLine(ground.now(), meeting.id, words.line, words.text.ifBlank { null }) }
            }
            TogetherAction.CancelWords -> forms = forms.copy(words = null)
            is TogetherAction.MoveTopic -> change { vault, meeting -> vault.moveTopic(ground.now(), meeting.id, action.topic, action.to) }
            is TogetherAction.Minutes -> forms = forms.copy(minutes = action.text)
            TogetherAction.ShareAgenda -> together.agenda?.let { hand(Shared.Words(it)) }
            TogetherAction.Start -> move(MeetingMove.Start(minutes()))
            is TogetherAction.Move -> move(action.move)
            is TogetherAction.AskPause -> together = together.copy(pausing = action.on)
            is TogetherAction.Agree -> forms = forms.copy(agreement = action.form)
            TogetherAction.SaveAgreement -> saveAgreement()
            is TogetherAction.DeleteAgreement -> change(told = true) { vault, meeting -> vault.deleteAgreement(ground.now(), meeting.id, action.id) }
            is TogetherAction.Review -> forms = forms.copy(review = action.form)
            TogetherAction.SaveReview -> saveReview()
            is TogetherAction.After -> forms = forms.copy(after = action.form)
            TogetherAction.SaveAfter -> forms.after?.let { after ->
                change({ shared.say(LifeSaid.Kept) }, told = true) { vault, meeting -> vault.saveAfterwards(ground.now(), meeting.id, after.given()) }
            }
            TogetherAction.Finish -> finish()
            is TogetherAction.AskDelete -> together = together.copy(deleting = action.meeting)
            TogetherAction.CancelDelete -> together = together.copy(deleting = null)
            TogetherAction.ConfirmDelete -> delete()
        }
    }

    // --- reading -----------------------------------------------------------------------------------------------------------------------

    fun load() = ground.desk.load({ it.together(ground.now()) }, ::hidden) { came(it) }

    fun loadMeeting() = ground.desk.load({ it.together(ground.now()) }, ::hidden) { view ->
        came(view)
        // the one that was just ended is still to be read; a talk that nobody knows any more is not there
        if (together.meeting == null) ground.way.swap(LifePlace.Meeting, LifePlace.Together)
        tick()
    }

    fun loadAgenda() = ground.desk.load({ vault -> vault.together(ground.now()).let { view -> view to view.meeting?.let { vault.agendaText(it.id) } } }, ::hidden) { (view, text) ->
        came(view)
        together = together.copy(agenda = text)
        if (text == null) ground.way.swap(LifePlace.Agenda, LifePlace.Together)
    }

    fun loadAgreement(id: AgreementId) = ground.desk.load({ it.together(ground.now()) }, ::hidden) { view ->
        came(view)
        if (forms.review?.agreement != id) forms = forms.copy(review = ReviewForm(id))
        if (view.agreements.none { it.id == id }) ground.way.swap(LifePlace.Agreement(id), LifePlace.Together)
    }

    /** In care mode nothing of it stays on the page. */
    private fun hidden(trouble: Trouble): Boolean {
        if (trouble.kind == TroubleKind.CARE_MODE) together = TogetherState()
        return false
    }

    private fun came(view: TogetherView) {
        val ended = together.meeting?.takeIf { it.stage == MeetingStage.DONE || it.stage == MeetingStage.ENDED_EARLY }
        together = together.copy(view = view, meeting = view.meeting ?: ended, deleting = null)
        begun()
    }

    private fun took(meeting: MeetingView) {
        together = together.copy(meeting = meeting, pausing = false)
        begun()
        tick()
    }

    /** What the fields begin with. */
    private fun begun() {
        val meeting = together.meeting ?: return
        if (forms.minutes.isEmpty()) forms = forms.copy(minutes = (together.view?.defaultMinutes ?: meeting.minutes).toString())
        if (meeting.mayLookBack && forms.after == null) {
            forms = forms.copy(after = meeting.afterwards?.run { AfterForm(felt, learned.orEmpty(), nextOn.orEmpty()) } ?: AfterForm())
        }
    }

    fun leaveIfGone() {
        if (ground.state.place != LifePlace.Meeting) stopTicking()
        if (ground.state.places.any { it == LifePlace.Meeting || it == LifePlace.Agenda }) return
        val left = together.meeting ?: return
        if (left.stage == MeetingStage.ENDED_EARLY) keepAfter(left)
        together = together.copy(meeting = null, agenda = null)
    }

    /** What was written down after a talk that was stopped belongs to that talk: it goes along with it. */
    private fun keepAfter(talk: MeetingView) {
        val after = forms.after
        forms = forms.copy(after = null)
        if (after != null && after.given() != (talk.afterwards ?: AfterForm().given())) {
            ground.desk.beside({ it.saveAfterwards(ground.now(), talk.id, after.given()) }) { outcome -> outcome.fold({ door.port.changed() }, { ground.failed(it) }) }
        }
    }

    fun forget() = stopTicking()

    // --- the time that is left ---------------------------------------------------------------------------------------------------------

    private fun tick() {
        stopTicking()
        val talk = together.meeting?.takeIf { it.stage == MeetingStage.MEETING }
        val stopAt = talk?.stopAt
        if (talk == null || stopAt == null) {
            if (together.leftS != null) together = together.copy(leftS = null)
            return
        }
        ticking = ground.scope.launch {
            while (true) {
                // never more than it was given, also where a clock was set back
                val left = (stopAt - ground.clock().now).coerceIn(0L, talk.minutes.toLong() * MINUTE_MS)
                together = together.copy(leftS = (left + SECOND_MS - 1) / SECOND_MS)
                if (left == 0L) break
                // on the second, so that no number is passed over
                ground.wait(left % SECOND_MS + if (left % SECOND_MS == 0L) SECOND_MS else 0L)
            }
        }
    }

    private fun stopTicking() {
        ticking?.cancel()
        ticking = null
    }

    // --- changing ----------------------------------------------------------------------------------------------------------------------

    /** [told]: reminders hang on it, and the system is told. */
    private fun change(done: () -> Unit = {}, told: Boolean = false, how: (VaultInterface, MeetingView) -> MeetingView) {
        val meeting = together.meeting ?: return
        ground.desk.ask({ how(it, meeting) }) {
            took(it)
            done()
            if (told) door.port.changed()
        }
    }

    private fun move(move: MeetingMove) = change(told = true) { vault, meeting -> vault.moveMeeting(ground.now(), meeting.id, move) }

    /** What is no number is one that the core refuses. */
    private fun minutes(): UInt = forms.minutes.trim().toUIntOrNull() ?: 0u

    private fun saveLine() {
        val line = forms.line ?: return
        change({ if (forms.line == line) forms = forms.copy(line = null) }) { vault, meeting -> vault.save(meeting, line) }
    }

    private fun VaultInterface.save(meeting: MeetingView, line: LineForm) = saveLine(ground.now(), meeting.id, LineDraft(line.line, line.heading, line.text))

    /** A private line that is being written is kept when the app goes out of sight, and so is what was learned. */
    fun keepNow() {
        stopTicking()
        val meeting = together.meeting ?: return
        forms.line?.takeIf { it.meeting == meeting.id && it.text.isNotBlank() }?.let { line ->
            ground.desk.atOnce { it.save(meeting, line) }?.fold({
                forms = forms.copy(line = null)
                together = together.copy(meeting = it)
            }, {})
        }
        forms.after?.takeIf { it != AfterForm() && meeting.mayLookBack }?.let { after ->
            ground.desk.atOnce { it.saveAfterwards(ground.now(), meeting.id, after.given()) }?.fold({ together = together.copy(meeting = it) }, {})
        }
    }

    private fun choose(line: LineId, on: Boolean) = change { vault, meeting ->
        if (on) vault.chooseLine(ground.now(), meeting.id, line, null) else vault.unchooseLine(ground.now(), meeting.id, line)
    }

    private fun saveAgreement() {
        val form = forms.agreement ?: return
        change({ forms = forms.copy(agreement = null) }, told = true) { vault, meeting ->
            vault.saveAgreement(ground.now(), meeting.id, AgreementDraft(form.id, form.who, form.what, form.reviewOn.trim()))
        }
    }

    private fun saveReview() {
        val form = forms.review ?: return
        val outcome = form.outcome ?: return
        ground.desk.ask({ it.reviewAgreement(ground.now(), form.agreement, Review(outcome, form.note.ifBlank { null }, form.nextOn.trim().ifEmpty { null })) }) { view ->
            forms = forms.copy(review = null)
            came(view)
            shared.say(LifeSaid.AgreementReviewed)
            door.port.changed()
            if (ground.state.place == LifePlace.Agreement(form.agreement)) ground.way.back()
        }
    }

    private fun finish() {
        val after = forms.after ?: AfterForm()
        change({ forms = forms.copy(after = null, minutes = "") }, told = true) { vault, meeting ->
            vault.saveAfterwards(ground.now(), meeting.id, after.given())
            vault.moveMeeting(ground.now(), meeting.id, MeetingMove.Finish)
        }
    }

    private fun AfterForm.given() = Afterwards(felt, learned.ifBlank { null }, nextOn.trim().ifEmpty { null })

    private fun delete() {
        val meeting = together.deleting ?: return
        ground.desk.ask({ it.deleteMeeting(ground.now(), meeting) }) { view ->
            if (together.meeting?.id == meeting) together = together.copy(meeting = null)
            if (forms.line?.meeting == meeting) forms = forms.copy(line = null)
            came(view)
            shared.say(LifeSaid.TalkDeleted)
            door.port.changed()
        }
    }

    private fun hand(what: Shared) {
        shared.say(if (door.sharing.share(what)) LifeSaid.HandedOver else LifeSaid.NothingTakesIt)
    }
}
