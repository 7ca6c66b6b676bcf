/** The circle: people, groups and things that give, with one tap for a day on which there was contact. */
package app.ampersand.ui

import app.ampersand.core.CircleView
import app.ampersand.core.SourceDraft
import app.ampersand.core.VaultInterface

internal class CircleSteps(private val shared: LifeGround) {
    private val ground = shared.ground
    private var forms by shared::forms

    fun handle(action: CircleAction) {
        when (action) {
            is CircleAction.Contact -> shared.life.circle?.days?.firstOrNull()?.let { day ->
                change { if (action.on) it.logContact(ground.now(), action.source, day) else it.undoContact(ground.now(), action.source, day) }
            }
            is CircleAction.Write -> forms = forms.copy(source = action.form?.run { copy(name = name.wellFormed()) })
            CircleAction.Save -> save()
            is CircleAction.Archive -> change { it.archiveSource(ground.now(), action.source, action.archived) }
        }
    }

    fun load() = ground.desk.load({ it.circle(ground.now()) }) { took(it) }

    private fun took(view: CircleView) {
        shared.life = shared.life.copy(circle = view)
    }

    private fun change(done: () -> Unit = {}, how: (VaultInterface) -> CircleView) = ground.desk.ask(how) {
        took(it)
        done()
    }

    private fun save() {
        val form = forms.source ?: return
        val love = form.love ?: return
        change({ forms = forms.copy(source = null) }) { it.saveSource(ground.now(), SourceDraft(form.id, form.name, love, form.gives.sorted())) }
    }
}
