/**
 * Somebody to talk to: what to ask, and a summary to bring. Into the summary goes what was ticked, one by one, and it leaves the app only after the person
 * has seen it and asked for it.
 */
package app.ampersand.ui

import app.ampersand.core.SummaryChoice
import app.ampersand.core.SupportView
import app.ampersand.core.VaultInterface

internal class SupportSteps(private val shared: LifeGround, private val door: Door) {
    private val ground = shared.ground
    private var forms by shared::forms

    /** A copy lies where the other app can take it. */
    private var handedOver = false

    private var summary: SummaryState
        get() = shared.life.summary
        set(value) {
            shared.life = shared.life.copy(summary = value)
        }

    fun handle(action: SupportAction) {
        when (action) {
            is SupportAction.Tick -> change { it.tickQuestion(ground.now(), action.question, action.on) }
            is SupportAction.Write -> forms = forms.copy(question = action.form?.run { copy(text = text.wellFormed()) })
            SupportAction.Save -> forms.question?.let { form -> change({ forms = forms.copy(question = null) }) { it.saveOwnQuestion(ground.now(), form.id, form.text) } }
            is SupportAction.Delete -> change { it.deleteOwnQuestion(action.question) }
            is SupportAction.Range -> summary = summary.copy(from = action.from, to = action.to)
            SupportAction.LookAtRange -> loadSummary()
            is SupportAction.Run -> summary = summary.run { copy(runs = runs.with(action.run, action.on)) }
            is SupportAction.Agreement -> summary = summary.run { copy(agreements = agreements.with(action.id, action.on)) }
            is SupportAction.Entry -> summary = summary.run { copy(entries = entries.with(action.id, action.on)) }
            is SupportAction.CheckIns -> summary = summary.copy(checkIns = action.on)
            is SupportAction.Pulses -> summary = summary.copy(pulses = action.on)
            is SupportAction.Questions -> summary = summary.copy(questions = action.on)
            SupportAction.ShareSummary -> summary.document?.let {
                handedOver = door.sharing.share(Shared.Page(it.html, it.fileName))
                shared.say(if (handedOver) LifeSaid.HandedOver else LifeSaid.NothingTakesIt)
            }
        }
    }

    private fun <T> Set<T>.with(one: T, on: Boolean) = if (on) this + one else this - one

    fun load() = ground.desk.load({ it.support() }) { took(it) }

    private fun took(view: SupportView) {
        shared.life = shared.life.copy(support = view)
    }

    private fun change(done: () -> Unit = {}, how: (VaultInterface) -> SupportView) = ground.desk.ask(how) {
        took(it)
        done()
    }

    /** What lies outside of the dates is no longer ticked: nothing goes out that is not on the page. */
    fun loadSummary() {
        val from = summary.from.trim().ifEmpty { null }
        val to = summary.to.trim().ifEmpty { null }
        ground.desk.load({ it.summaryChoices(ground.now(), from, to) }) { choices ->
            summary = summary.run {
                copy(
                    choices = choices,
                    from = choices.from,
                    to = choices.to,
                    runs = runs intersect choices.runs.map { it.id }.toSet(),
                    agreements = agreements intersect choices.agreements.map { it.id }.toSet(),
                    entries = entries intersect choices.entries.map { it.id }.toSet(),
                    document = null,
                )
            }
        }
    }

    /** Refused, the person stays where they can tick something else. */
    fun loadDocument() {
        val now = summary
        val choices = now.choices ?: return ground.way.swap(LifePlace.SummaryLook, LifePlace.Summary)
        val choice = SummaryChoice(choices.from, choices.to, now.runs.toList(), now.agreements.toList(), now.checkIns, now.pulses, now.entries.toList(), now.questions)
        ground.desk.load(
            question = { it.summary(ground.now(), choice) },
            refused = { trouble ->
                if (trouble.kind != TroubleKind.LOCKED) ground.way.swap(LifePlace.SummaryLook, LifePlace.Summary)
                false
            },
        ) { summary = summary.copy(document = it) }
    }

    fun leaveIfGone() {
        val places = ground.state.places
        if (LifePlace.SummaryLook !in places && handedOver) forget()
        if (LifePlace.SummaryLook !in places && summary.document != null) summary = summary.copy(document = null)
        if (LifePlace.Summary !in places && LifePlace.SummaryLook !in places && summary != SummaryState()) summary = SummaryState()
    }

    /** The copy goes. */
    fun forget() {
        door.sharing.takeBack()
        handedOver = false
    }
}
