/** The circle: from how many sides warmth comes, and one tap for a day of contact. A narrow circle is told gently and once, on this page alone. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.CircleSource
import app.ampersand.core.CircleView
import app.ampersand.core.Gift
import app.ampersand.core.LoveKind

@Composable
fun CircleScreen(state: State, view: CircleView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = state.life.forms.source
    val (away, near) = view.sources.partition { it.archived }
    Page(
        state, handle, texts.circleTitle,
        below = if (form != null || !view.mayAdd) null else ({ FilledAction(texts.circleAdd, Modifier.testTag("add")) { handle(CircleAction.Write(SourceForm())) } }),
    ) {
        Body(texts.circleIntro)
        if (form != null && form.id == null) SourceFields(form, view.loves, handle)
        if (near.isEmpty() && form == null) Body(texts.circleNone)
        near.forEach { source -> if (form?.id == source.id) SourceFields(form, view.loves, handle) else SourceCard(source, handle) }
        if (near.isNotEmpty()) Breadth(state, view, handle)
        if (away.isNotEmpty()) {
            PaperCard {
                Disclosure(texts.circleAwayTitle, LifeFold.PutAway in state.unfolded, onToggle = { handle(Action.Toggle(LifeFold.PutAway)) }) {
                    away.forEach { source ->
                        Body(source.name)
                        TextAction(texts.circleBringBack, Modifier.testTag("bring-back"), hint = source.name) { handle(CircleAction.Archive(source.id, false)) }
                    }
                }
            }
        }
    }
}

@Composable
private fun SourceCard(source: CircleSource, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("source")) {
    val texts = LocalTexts.current
    Subheading(source.name)
    Soft(listOf(texts.love(source.love), *source.gives.map { texts.gift(it) }.toTypedArray()).joinToString(" · "))
    Ticked(texts.circleToday, texts.circleContacts(source.contacts.toInt()), source.today, "contact", texts.circleTodayHint) { handle(CircleAction.Contact(source.id, it)) }
    source.lastOn?.takeIf { !source.today }?.let { Soft(texts.circleLast(LocalDates.current.day(it))) }
    Flow {
        TextAction(texts.circleChange, Modifier.testTag("change"), hint = source.name) { handle(CircleAction.Write(source.run { SourceForm(id, name, love, gives.toSet()) })) }
        TextAction(texts.circleArchive, Modifier.testTag("archive"), hint = source.name) { handle(CircleAction.Archive(source.id, true)) }
    }
}

@Composable
private fun Breadth(state: State, view: CircleView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val breadth = view.breadth
    PaperCard(Modifier.testTag("breadth")) {
        Subheading(texts.circleBreadthTitle)
        val effective = breadth.effective
        if (effective == null) Body(texts.circleBreadthNeed(breadth.needed.toInt())) else Body(texts.circleBreadth(dates.tenth(effective)))
        breadth.top?.takeIf { effective != null }?.let { Body(texts.circleBreadthTop(percent = dates.percent(it.share), name = it.name)) }
        Disclosure(texts.insightHow, LifeFold.Breadth in state.unfolded, onToggle = { handle(Action.Toggle(LifeFold.Breadth)) }) { Body(breadth.how) }
    }
    if (breadth.restsOnOne) {
        PaperCard(Modifier.testTag("rests-on-one"), colour = calm()) {
            OnCalm(texts.circleRestsTitle, heading = true)
            OnCalm(texts.circleRestsBody)
        }
    }
}

@Composable
private fun SourceFields(form: SourceForm, loves: List<LoveKind>, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("source-form")) {
    val texts = LocalTexts.current
    fun change(next: SourceForm) = handle(CircleAction.Write(next))
    LineField(form.name, texts.circleName, "name", texts.circleNameHint, wraps = true) { change(form.copy(name = it)) }
    PickOne(texts.circleLove, loves, form.love, "love", { texts.love(it) }) { change(form.copy(love = it)) }
    Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
        Subheading(texts.circleGives)
        Flow {
            Gift.entries.forEach { gift ->
                Chip(texts.gift(gift), gift in form.gives, Modifier.testTag("gift-${gift.name.lowercase()}")) { on -> change(form.copy(gives = if (on) form.gives + gift else form.gives - gift)) }
            }
        }
    }
    Flow {
        if (form.name.isNotBlank() && form.love != null) OutlinedAction(texts.circleSave, Modifier.testTag("save")) { handle(CircleAction.Save) }
        TextAction(texts.circleCancel, Modifier.testTag("cancel")) { handle(CircleAction.Write(null)) }
    }
}
