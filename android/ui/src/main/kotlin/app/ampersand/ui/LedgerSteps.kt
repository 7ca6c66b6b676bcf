/** The ledger of a week: who carried what, and handing something back, which makes it a step of a practice. */
package app.ampersand.ui

import app.ampersand.core.CivilDate
import app.ampersand.core.LedgerDraft
import app.ampersand.core.LedgerEntryId
import app.ampersand.core.LedgerWeek
import app.ampersand.core.VaultInterface

internal class LedgerSteps(private val shared: LifeGround, private val door: Door) {
    private val ground = shared.ground
    private var forms by shared::forms

    fun handle(action: LedgerAction) {
        when (action) {
            is LedgerAction.Look -> (ground.state.place as? LifePlace.Ledger)?.let { ground.way.swap(it, LifePlace.Ledger(action.week)) }
            is LedgerAction.Write -> forms = forms.copy(ledger = action.form?.run { copy(what = what.wellFormed(), note = note.wellFormed()) })
            LedgerAction.Save -> save()
            is LedgerAction.AskDelete -> asking(action.id)
            LedgerAction.CancelDelete -> asking(null)
            LedgerAction.ConfirmDelete -> shared.life.ledger.deleting?.let { id -> change({ shared.say(LifeSaid.LedgerDeleted) }) { it.deleteLedgerEntry(ground.now(), id) } }
            is LedgerAction.HandBack -> ground.desk.ask({ it.handBack(ground.now(), action.id) }) { practice ->
                door.port.changed()
                ground.way.go(PractisePlace.Practice(practice.id))
            }
        }
    }

    fun load(week: CivilDate?) = ground.desk.load({ it.ledger(ground.now(), week) }) { took(it) }

    private fun took(week: LedgerWeek) {
        shared.life = shared.life.copy(ledger = LedgerState(week))
    }

    private fun asking(id: LedgerEntryId?) {
        shared.life = shared.life.run { copy(ledger = ledger.copy(deleting = id)) }
    }

    private fun change(done: () -> Unit, how: (VaultInterface) -> LedgerWeek) = ground.desk.ask(how) {
        took(it)
        done()
    }

    private fun save() {
        val form = forms.ledger ?: return
        change({ if (forms.ledger == form) forms = forms.copy(ledger = null) }) { it.saveLedgerEntry(ground.now(), form.draft()) }
    }

    private fun LedgerForm.draft() = LedgerDraft(id, day.trim(), whose, doneBy, what, note.ifBlank { null })

    /** What somebody was writing down is kept when the app goes out of sight; what the core refuses waits. */
    fun keepNow() {
        val form = forms.ledger?.takeIf { it.what.isNotBlank() } ?: return
        ground.desk.atOnce { it.saveLedgerEntry(ground.now(), form.draft()) }?.fold({
            forms = forms.copy(ledger = null)
            took(it)
        }, {})
    }
}
