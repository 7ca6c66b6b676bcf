/** A week of who carried what. It is for the person's own eyes: it adds nothing up, and holds nothing against anybody. */
package app.ampersand.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.DoneBy
import app.ampersand.core.LedgerEntry
import app.ampersand.core.LedgerWeek
import app.ampersand.core.Whose

@Composable
fun LedgerScreen(state: State, week: LedgerWeek, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val form = state.life.forms.ledger
    Page(
        state, handle, texts.ledgerTitle,
        below = week.days.firstOrNull()?.takeIf { form == null }?.let { day -> { FilledAction(texts.ledgerAdd, Modifier.testTag("add")) { handle(LedgerAction.Write(LedgerForm(day = day))) } } },
    ) {
        Body(texts.ledgerIntro)
        Soft(texts.ledgerWeek(dates.day(week.from), dates.day(week.to)))
        Flow {
            week.earlier?.let { OutlinedAction(texts.ledgerEarlier, Modifier.testTag("earlier")) { handle(LedgerAction.Look(it)) } }
            week.later?.let { OutlinedAction(texts.ledgerLater, Modifier.testTag("later")) { handle(LedgerAction.Look(it)) } }
        }
        if (form != null && form.id == null) LedgerFields(form, week, handle)
        if (form == null && week.carried.isEmpty() && week.undone.isEmpty() && week.others.isEmpty()) Body(texts.ledgerNone)
        Entries(state, texts.ledgerCarriedTitle, week.carried, week, handle)
        Entries(state, texts.ledgerUndoneTitle, week.undone, week, handle)
        Entries(state, texts.ledgerOthersTitle, week.others, week, handle)
    }
}

@Composable
private fun Entries(state: State, title: String, entries: List<LedgerEntry>, week: LedgerWeek, handle: (Action) -> Unit) {
    if (entries.isEmpty()) return
    Section(title)
    entries.forEach { entry -> if (state.life.forms.ledger?.id == entry.id) LedgerFields(state.life.forms.ledger, week, handle) else EntryCard(state, entry, handle) }
}

@Composable
private fun EntryCard(state: State, entry: LedgerEntry, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("ledger-entry")) {
    val texts = LocalTexts.current
    if (state.life.ledger.deleting == entry.id) {
        return@PaperCard SureToDelete(
            texts.ledgerDeleteTitle, texts.ledgerDeleteBody, texts.ledgerDeleteCancel, texts.ledgerDeleteConfirm,
            onKeep = { handle(LedgerAction.CancelDelete) },
            onDelete = { handle(LedgerAction.ConfirmDelete) },
        )
    }
    Subheading(entry.what)
    Soft(texts.ledgerRow(day = LocalDates.current.day(entry.day), whose = texts.whose(entry.whose), doneBy = texts.doneBy(entry.doneBy)))
    entry.note?.let { Body(it) }
    entry.handedBack?.let { Soft(texts.ledgerHandedBack(it)) }
    Flow {
        if (entry.mayHandBack) {
            OutlinedAction(texts.ledgerHandBack, Modifier.testTag("hand-back"), texts.ledgerHandBackHint) { handle(LedgerAction.HandBack(entry.id)) }
        }
        if (entry.mayChange) TextAction(texts.ledgerChange, Modifier.testTag("change")) { handle(LedgerAction.Write(entry.run { LedgerForm(id, day, whose, doneBy, what, note.orEmpty()) })) }
        TextAction(texts.ledgerDelete, Modifier.testTag("delete")) { handle(LedgerAction.AskDelete(entry.id)) }
    }
}

@Composable
private fun LedgerFields(form: LedgerForm, week: LedgerWeek, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("ledger-form")) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    fun change(next: LedgerForm) = handle(LedgerAction.Write(next))
    LineField(form.what, texts.ledgerWhat, "what", texts.ledgerWhatHint, wraps = true) { change(form.copy(what = it)) }
    PickOne(texts.ledgerWhose, Whose.entries, form.whose, "whose", { texts.whose(it) }) { change(form.copy(whose = it)) }
    PickOne(texts.ledgerDoneBy, DoneBy.entries, form.doneBy, "done-by", { texts.doneBy(it) }) { change(form.copy(doneBy = it)) }
    PickOne(texts.ledgerDay, (week.days + form.day).distinct(), form.day, "day", dates::longDay) { change(form.copy(day = it)) }
    LineField(form.note, texts.ledgerNote, "note", texts.ledgerNoteHint, wraps = true) { change(form.copy(note = it)) }
    Flow {
        if (form.what.isNotBlank()) OutlinedAction(texts.ledgerSave, Modifier.testTag("save")) { handle(LedgerAction.Save) }
        TextAction(texts.ledgerCancel, Modifier.testTag("cancel")) { handle(LedgerAction.Write(null)) }
    }
}
