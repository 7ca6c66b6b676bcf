/**
 * The daily check-in: five taps and one that takes turns, each with a way round it; a word if somebody likes; then what the last four weeks look like.
 * Nothing on it counts days in a row or tells what was missed.
 */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.CheckInNote
import app.ampersand.core.Feeling

@Composable
fun CheckInScreen(state: State, page: CheckInState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.checkInTitle, below = below(page, handle)) {
        Day(page)
        page.care?.let { CareCard(it, handle) { handle(CheckInAction.DismissCare) } }
        if (page.asking) Asking(state, page, handle) else Kept(state, page, handle)
    }
}

/** Which day it is about, said plainly where it is not today. */
@Composable
private fun Day(page: CheckInState) {
    val texts = LocalTexts.current
    val day = LocalDates.current.day(page.day)
    when {
        !page.view.late -> Soft(texts.checkInForToday(day))
        page.view.editable -> PaperCard(Modifier.testTag("late"), colour = calm()) {
            OnCalm(texts.checkInForYesterday(day), heading = true)
            OnCalm(texts.checkInForYesterdayNote)
        }
        else -> Soft(texts.checkInForDay(day))
    }
}

private fun below(page: CheckInState, handle: (Action) -> Unit): (@Composable ColumnScope.() -> Unit)? = when {
    page.asking -> if (page.form.isBlank) null else ({
        FilledAction(LocalTexts.current.checkInSave, Modifier.testTag("save")) { handle(CheckInAction.Save) }
    })
    else -> ({ FilledAction(LocalTexts.current.checkInDone, Modifier.testTag("done")) { handle(Action.Back) } })
}

// --- asking ----------------------------------------------------------------------------------------------------------------------------

@Composable
private fun Asking(state: State, page: CheckInState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Soft(texts.checkInIntro)
    Questions(
        page.questions(),
        page.form.answers,
        page.open,
        onTap = { item, value -> handle(CheckInAction.Tap(item, value)) },
        onSkip = { handle(CheckInAction.Skip(it)) },
        onOpen = { handle(CheckInAction.Open(it)) },
    )
    if (page.adding) Words(state, page, handle) else OutlinedAction(texts.checkInAddWord, Modifier.testTag("add-word")) { handle(CheckInAction.AddWord) }
    if (page.form != page.kept && !page.form.isBlank) Soft(texts.checkInUnsaved)
}

private fun CheckInState.questions() = view.items.map { Question(it.id, it.text, it.options) }

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Words(state: State, page: CheckInState, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.checkInFeelings)
    Soft(texts.checkInFeelingsHint)
    if (state.trouble?.kind == TroubleKind.TOO_MANY_FEELINGS) Body(texts.editorFeelingsFull, Modifier.testTag("full"))
    val (blank, words) = page.view.feelings.partition { it.blank }
    Feelings(words, page, handle)
    Feelings(blank, page, handle)
    LineField(page.form.line, texts.checkInLine, "line", texts.checkInLineHint, wraps = true) { handle(CheckInAction.LineTyped(it)) }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Feelings(feelings: List<Feeling>, page: CheckInState, handle: (Action) -> Unit) =
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        val texts = LocalTexts.current
        feelings.forEach { feeling ->
            Chip(feeling.label, feeling.id in page.form.feelings, Modifier.testTag("feeling-${feeling.id}"), texts.a11yFeelingHint) {
                handle(CheckInAction.Feel(feeling.id, it))
            }
        }
    }

// --- what is kept ----------------------------------------------------------------------------------------------------------------------

@Composable
private fun Kept(state: State, page: CheckInState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    page.saved?.let { saved ->
        PaperCard(Modifier.testTag("saved"), colour = calm()) {
            Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }, verticalArrangement = Arrangement.spacedBy(step * 2)) {
                OnCalm(texts.checkInSavedTitle, heading = true)
                OnCalm(if (page.view.late) texts.checkInSavedYesterday else texts.checkInSavedToday)
                if (!saved.remindersTold) OnCalm(texts.checkInNotTold)
            }
        }
    }
    Strip(state, page.strip, handle)
    if (page.answered) {
        Answered(page.questions(), page.kept.answers)
        WordsKept(page)
        if (page.view.editable) {
            OutlinedAction(texts.checkInChange, Modifier.testTag("change")) { handle(CheckInAction.Change) }
        } else {
            Soft(texts.checkInFixed)
            Notes(page.view.notes)
            NewNote(page, handle)
        }
    } else {
        Body(texts.checkInFixedNone)
    }
}

@Composable
private fun WordsKept(page: CheckInState) {
    val texts = LocalTexts.current
    val kept = page.kept
    if (kept.feelings.isEmpty() && kept.line.isEmpty()) return
    PaperCard {
        if (kept.feelings.isNotEmpty()) Soft(texts.entryFeelings(kept.feelings.joinToString { texts.feeling(it) }))
        if (kept.line.isNotEmpty()) Body(kept.line)
    }
}

@Composable
private fun Notes(notes: List<CheckInNote>) {
    val texts = LocalTexts.current
    if (notes.isEmpty()) return
    PaperCard {
        Subheading(texts.checkInNotes)
        notes.forEach { note ->
            Body(note.text)
            Soft(texts.checkInNoteAt(LocalDates.current.moment(note.at)))
        }
    }
}

@Composable
private fun NewNote(page: CheckInState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val note = page.note ?: return OutlinedAction(texts.checkInNoteAdd, Modifier.testTag("add-note")) { handle(CheckInAction.NoteTyped("")) }
    PaperCard {
        LineField(note, texts.checkInNote, "note", texts.checkInNoteHint, wraps = true) { handle(CheckInAction.NoteTyped(it)) }
        OutlinedAction(texts.checkInNoteSave, Modifier.testTag("save-note")) { handle(CheckInAction.SaveNote) }
        TextAction(texts.commonNotNow, Modifier.fillMaxWidth()) { handle(CheckInAction.NoteTyped(null)) }
    }
}
