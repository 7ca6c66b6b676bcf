/** One entry, to be read. After it was saved, a care card and the last step of a form stand above it. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.EntryContent
import app.ampersand.core.EntryView
import app.ampersand.core.HelpLines

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun EntryScreen(state: State, entry: EntryView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val trashed = entry.trashedAt != null
    val draft = entry.openDrafts.firstOrNull()
    Page(
        state,
        handle,
        entry.content.title ?: dates.day(entry.content.day),
        below = if (trashed || draft != null) null else ({ FilledAction(texts.entryEdit, Modifier.testTag("edit")) { handle(EditorAction.Edit(entry.id)) } }),
    ) {
        state.journal.after?.takeIf { it.entry == entry.id }?.let { After(it, handle) }
        if (trashed) Trashed(state, entry, handle)
        if (draft != null && !trashed) {
            PaperCard(colour = calm()) {
                OnCalm(texts.entryDraftTitle, heading = true)
                OnCalm(texts.entryDraftBody)
                if (draft.stale) OnCalm(texts.journalDraftStale)
                OutlinedAction(texts.entryDraftAction, Modifier.testTag("resume-draft")) { handle(EditorAction.Resume(draft.id)) }
            }
        }
        if (entry.content.title != null) Soft(dates.day(entry.content.day))
        entry.promptText?.let { Soft(texts.entryPrompt(it)) }
        entry.formTitle?.let { Soft(texts.entryForm(it)) }
        SelectionContainer(Modifier.testTag("text")) { Body(entry.content.body.ifEmpty { texts.journalNoWords }) }
        Particulars(entry.content)
        Column(verticalArrangement = Arrangement.spacedBy(step / 2)) {
            Soft(texts.journalWords(entry.words.toInt()))
            Soft(texts.entryWritten(dates.moment(entry.writtenAt, entry.offsetS)))
            entry.editedAt?.let { Soft(texts.entryEdited(dates.moment(it))) }
        }
        if (!trashed) {
            FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
                val starred = entry.content.starred
                OutlinedAction(if (starred) texts.entryUnstar else texts.entryStar, Modifier.testTag("star")) { handle(JournalAction.Star(entry.id, !starred)) }
                OutlinedAction(texts.entryTrash, Modifier.testTag("to-trash")) { handle(JournalAction.ToTrash(entry.id)) }
            }
        }
        if (entry.earlierTexts > 0u) {
            PaperCard { LinkRow(texts.entryEarlierTexts(entry.earlierTexts.toInt()), Modifier.testTag("history")) { handle(Action.Go(Place.History(entry.id))) } }
        }
    }
}

/** Mood, feelings and tags, in words. */
@Composable
internal fun Particulars(content: EntryContent) {
    val texts = LocalTexts.current
    val lines = listOfNotNull(
        content.mood?.let { texts.entryMood(texts.mood(it)) },
        content.feelings.takeIf { it.isNotEmpty() }?.let { feelings -> texts.entryFeelings(feelings.joinToString { texts.feeling(it) }) },
        content.tags.takeIf { it.isNotEmpty() }?.let { texts.entryTags(it.joinToString()) },
        texts.journalStarred.takeIf { content.starred },
    )
    if (lines.isNotEmpty()) Column(verticalArrangement = Arrangement.spacedBy(step / 2)) { lines.forEach { Soft(it) } }
}

@Composable
private fun After(after: AfterSaving, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    after.care?.let { CareCard(it, handle) { handle(JournalAction.DismissCare) } }
    after.landing?.let { landing ->
        PaperCard(colour = calm()) {
            OnCalm(texts.editorLandingTitle, heading = true)
            OnCalm(landing)
            OutlinedAction(texts.editorLandingDone, Modifier.testTag("landing-done")) { handle(JournalAction.LandingDone) }
        }
    }
}

/** Help is offered, and that is all: nothing is asked, nothing is locked, and it goes when it is told to. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
internal fun CareCard(help: HelpLines, handle: (Action) -> Unit, dismiss: () -> Unit) {
    val texts = LocalTexts.current
    PaperCard(Modifier.testTag("care-card"), colour = calm()) {
        OnCalm(texts.careCardTitle, heading = true)
        OnCalm(texts.careCardBody)
        OnCalm(texts.careCardMayBeWrong)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            OutlinedAction(texts.careCardHelp) { handle(Action.Go(Place.Help)) }
            TextAction(texts.careCardDismiss, Modifier.testTag("dismiss-care"), texts.a11yCareCardDismissHint) { dismiss() }
        }
        OnCalm(texts.careCardOffHint)
    }
    Lines(help)
}

@Composable
private fun Trashed(state: State, entry: EntryView, handle: (Action) -> Unit) = PaperCard(colour = calm()) {
    val texts = LocalTexts.current
    OnCalm(texts.entryTrashedTitle, heading = true)
    entry.purgeOn?.let { OnCalm(texts.entryTrashedBody(LocalDates.current.day(it))) }
    OutlinedAction(texts.trashRestore, Modifier.testTag("restore")) { handle(JournalAction.PutBack(listOf(entry.id))) }
    PurgeQuestion(setOf(entry.id), state.journal.purging, handle)
}
