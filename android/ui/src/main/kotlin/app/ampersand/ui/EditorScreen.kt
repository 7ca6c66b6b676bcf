/**
 * The page to write on: a title if somebody likes, the words, and below them whether they are kept. Everything else is folded away.
 * Help is one tap away as on every page, and leaving costs nothing: what stands here waits.
 */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusDirection
import androidx.compose.ui.platform.LocalFocusManager
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import app.ampersand.core.ConflictChoice
import app.ampersand.core.EntryView
import app.ampersand.core.FormOffer

@Composable
fun EditorScreen(state: State, page: EditorState, handle: (Action) -> Unit) {
    page.conflict?.let { return ConflictScreen(state, page, it, handle) }
    val texts = LocalTexts.current
    val name = if (page.isNew) texts.editorNewTitle else texts.editorEditTitle(LocalDates.current.day(page.editor.content.day))
    Page(
        state,
        handle,
        spoken = name,
        below = if (page.discarding) null else ({ FilledAction(texts.editorSave, Modifier.testTag("save")) { handle(EditorAction.Save) } }),
    ) {
        Soft(name, Modifier.semantics { heading() })
        if (page.editor.stale) PaperCard(colour = calm()) { OnCalm(texts.editorStale) }
        if (page.resumed) Soft(texts.editorResumed, Modifier.testTag("resumed"))
        Question(page, handle)
        formOf(page)?.let { FormCard(it, handle) }
        Words(page, handle)
        Kept(page, handle)
        if (page.discarding) Discarding(page, handle) else EditorDetails(state, page, handle)
    }
}

@Composable
private fun Words(page: EditorState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val focus = LocalFocusManager.current
    PaperField(
        page.content.title.orEmpty(),
        texts.editorTitleLabel,
        texts.editorTitleLabel,
        MaterialTheme.typography.titleLarge,
        Modifier.testTag("title"),
        page.saving,
        options = KeyboardOptions(capitalization = KeyboardCapitalization.Sentences, imeAction = ImeAction.Next),
    ) { typed ->
        // a title is one line; the key for a new one leads on to the text
        if ('\n' in typed) focus.moveFocus(FocusDirection.Down)
        handle(EditorAction.TitleTyped(typed.replace('\n', ' ').let { if (typed.endsWith('\n')) it.trimEnd() else it }))
    }
    PaperField(
        page.content.body,
        texts.editorBodyLabel,
        texts.editorBodyHint,
        MaterialTheme.typography.bodyLarge,
        Modifier.testTag("body"),
        page.saving,
        least = roomy,
    ) { handle(EditorAction.BodyTyped(it)) }
}

/** Whether the words are on disk, how many they are, and steps back. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Kept(page: EditorState, handle: (Action) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    val texts = LocalTexts.current
    val (kept, spoken) = when (page.keeping) {
        Keeping.KEPT -> texts.editorKept to texts.a11yKept
        Keeping.UNDER_WAY -> texts.editorKeeping to texts.editorKeeping
        Keeping.FAILED -> texts.editorNotKept to texts.editorNotKept
    }
    // a failure is read aloud; that all is well is there for who looks for it
    val live = if (page.keeping == Keeping.FAILED) Modifier.semantics { liveRegion = LiveRegionMode.Polite } else Modifier
    // counted as they are kept: until then the number is of another text
    val words = texts.editorWords(page.words).takeIf { page.keeping == Keeping.KEPT }
    Soft(listOfNotNull(kept, words).joinToString(" · "), live.semantics { contentDescription = listOfNotNull(spoken, words).joinToString(". ") }.testTag("kept"))
    if (page.keeping == Keeping.FAILED) OutlinedAction(texts.editorRetry, Modifier.testTag("keep")) { handle(EditorAction.Keep) }
    if (page.repaired) Soft(texts.editorTextChanged)
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(step * 2)) {
        if (page.canUndo) TextAction(texts.editorUndo, Modifier.testTag("undo"), texts.a11yUndoHint) { handle(EditorAction.Undo) }
        if (page.canRedo) TextAction(texts.editorRedo, Modifier.testTag("redo"), texts.a11yRedoHint) { handle(EditorAction.Redo) }
    }
    Soft(texts.editorLeaveNote)
}

/** The question that the text answers, as the core gives it for the one that is chosen. */
@Composable
private fun Question(page: EditorState, handle: (Action) -> Unit) {
    val id = page.content.prompt ?: return
    val text = page.editor.prompts.firstOrNull { it.id == id }?.text ?: page.editor.promptText ?: return
    val texts = LocalTexts.current
    PaperCard(colour = calm()) {
        OnCalm(texts.editorPrompt, heading = true)
        OnCalm(text)
        TextAction(texts.editorPromptRemove, Modifier.testTag("no-prompt")) { handle(EditorAction.Prompt(null)) }
    }
}

private fun formOf(page: EditorState): FormOffer? =
    page.content.form?.let { id -> page.editor.form?.takeIf { it.id == id } ?: page.editor.forms.firstOrNull { it.id == id } }

@Composable
private fun FormCard(form: FormOffer, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("form"), colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(form.title, heading = true)
    form.text?.let { OnCalm(it) }
    form.fields.forEach { OnCalm(it) }
    form.minutes?.let { OnCalm(texts.editorFormMinutes(it.toInt())) }
    form.sessions?.let { of -> form.session?.let { OnCalm(texts.editorFormSession(it.toInt(), of.toInt())) } }
    TextAction(texts.editorFormRemove, Modifier.testTag("no-form")) { handle(EditorAction.Form(null)) }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Discarding(page: EditorState, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.editorDiscardTitle)
    Body(
        when {
            !page.isNew -> texts.editorDiscardChangesBody
            page.words == 0 -> texts.editorDiscardEmptyBody
            else -> texts.editorDiscardNewBody
        },
    )
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
        OutlinedAction(texts.editorDiscardCancel) { handle(EditorAction.CancelDiscard) }
        TextAction(texts.editorDiscardConfirm, Modifier.testTag("discard-now")) { handle(EditorAction.ConfirmDiscard) }
    }
}

/** The entry was saved elsewhere since: both texts, whole, and what can become of them. Neither is lost, whatever is chosen. */
@Composable
private fun ConflictScreen(state: State, page: EditorState, saved: EntryView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    // where one of them has a title, the other one's having none is a difference, too
    val titled = page.content.title != null || saved.content.title != null
    Page(
        state,
        handle,
        texts.conflictTitle,
        below = { FilledAction(texts.conflictKeepBoth, Modifier.testTag("keep-both")) { handle(EditorAction.Settle(ConflictChoice.KEEP_BOTH)) } },
    ) {
        Body(texts.conflictBody)
        PaperCard {
            Subheading(texts.conflictMine)
            if (titled) Body(page.content.title ?: texts.journalUntitled)
            SelectionContainer { Body(page.content.body) }
        }
        PaperCard {
            Subheading(texts.conflictSaved)
            if (titled) Body(saved.content.title ?: texts.journalUntitled)
            SelectionContainer { Body(saved.content.body) }
        }
        Soft(texts.conflictKeepBothHint)
        OutlinedAction(texts.conflictMineOnTop, Modifier.testTag("mine-on-top")) { handle(EditorAction.Settle(ConflictChoice.MINE_ON_TOP)) }
        Soft(texts.conflictMineOnTopHint)
        TextAction(texts.conflictLater, Modifier.testTag("settle-later")) { handle(EditorAction.SettleLater) }
    }
}
