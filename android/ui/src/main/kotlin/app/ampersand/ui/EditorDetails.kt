/** What can be said of an entry beside its words, each in a drawer that says what is in it: day, mood, feelings, tags, questions, forms. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.Feeling
import app.ampersand.core.FormOffer

@Composable
fun EditorDetails(state: State, page: EditorState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val content = page.content
    Section(texts.editorDetails)
    PaperCard {
        Drawer(state, Fold.Feelings, texts.editorFeelings, content.feelings.joinToString { texts.feeling(it) }, handle) { Feelings(state, page, handle) }
        Drawer(state, Fold.Mood, texts.editorMood, content.mood?.let { texts.mood(it) }.orEmpty(), handle) { Moods(page, handle) }
        Drawer(state, Fold.Tags, texts.editorTags, content.tags.joinToString(), handle) { Tags(state, page, handle) }
        Drawer(state, Fold.Day, texts.editorDay, LocalDates.current.day(content.day), handle) { Days(state, page, handle) }
        if (page.editor.prompts.isNotEmpty()) Drawer(state, Fold.Prompts, texts.editorPrompts, "", handle) { Prompts(page, handle) }
        if (page.editor.forms.isNotEmpty()) Drawer(state, Fold.Forms, texts.editorForms, "", handle) { Forms(page, handle) }
        SwitchRow(if (content.starred) texts.editorUnstar else texts.editorStar, null, content.starred, Modifier.testTag("star")) { handle(EditorAction.Star(it)) }
    }
    TextAction(texts.editorDiscard, Modifier.testTag("discard")) { handle(EditorAction.AskDiscard) }
}

/** [inside] is what it holds now, told while it is shut; open, it tells by itself. */
@Composable
private fun Drawer(state: State, fold: Fold, name: String, inside: String, handle: (Action) -> Unit, content: @Composable () -> Unit) = Column {
    val open = fold in state.unfolded
    Disclosure(name, open, onToggle = { handle(Action.Toggle(fold)) }) { content() }
    if (!open && inside.isNotEmpty()) Soft(inside)
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Feelings(state: State, page: EditorState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val (blank, words) = page.editor.feelings.partition { it.blank }
    Soft(texts.editorFeelingsHint)
    Full(state, TroubleKind.TOO_MANY_FEELINGS, texts.editorFeelingsFull)
    FeelingChips(words, page.content.feelings, handle)
    if (blank.isNotEmpty()) {
        Subheading(texts.editorFeelingsBlank)
        Soft(texts.editorFeelingsBlankHint)
        FeelingChips(blank, page.content.feelings, handle)
    }
}

/** Said where the finger is, when the core has just refused one more: that is as many as fit. */
@Composable
private fun Full(state: State, kind: TroubleKind, words: String) {
    if (state.trouble?.kind == kind) Body(words, Modifier.testTag("full"))
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun FeelingChips(feelings: List<Feeling>, chosen: List<String>, handle: (Action) -> Unit) =
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        val texts = LocalTexts.current
        feelings.forEach { feeling ->
            Chip(feeling.label, feeling.id in chosen, Modifier.testTag("feeling-${feeling.id}"), texts.a11yFeelingHint) { handle(EditorAction.Feel(feeling.id, it)) }
        }
    }

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Moods(page: EditorState, handle: (Action) -> Unit) =
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        val texts = LocalTexts.current
        texts.moods().forEachIndexed { mood, word ->
            OneOf(word, page.content.mood == mood, Modifier.semantics { contentDescription = texts.a11yMoodOption(word) }.testTag("mood-$mood")) {
                handle(EditorAction.Mood(mood))
            }
        }
        OneOf(texts.editorMoodNone, page.content.mood == null, Modifier.testTag("mood-none")) { handle(EditorAction.Mood(null)) }
    }

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Tags(state: State, page: EditorState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val known = page.editor.knownTags.filterNot { it in page.content.tags }
    Soft(texts.editorTagsHint)
    Full(state, TroubleKind.TOO_MANY_TAGS, texts.editorTagsFull)
    if (page.content.tags.isNotEmpty()) {
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            page.content.tags.forEach { tag -> Chip(tag, true, Modifier.testTag("tag"), texts.a11yTagRemove(tag)) { handle(EditorAction.Tag(tag, it)) } }
        }
    }
    LineField(page.tag, texts.editorTagNew, "tag-field") { handle(EditorAction.TagTyped(it)) }
    if (page.tag.isNotBlank()) OutlinedAction(texts.editorTagAdd, Modifier.testTag("add-tag")) { handle(EditorAction.Tag(page.tag, true)) }
    if (known.isNotEmpty()) {
        Subheading(texts.editorTagsKnown)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            known.forEach { tag -> Chip(tag, false, Modifier.testTag("known-tag"), texts.a11yTagUseHint) { handle(EditorAction.Tag(tag, it)) } }
        }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Days(state: State, page: EditorState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    DayField(page.day ?: page.content.day, texts.editorDayChoose, "day-field") { handle(EditorAction.DayTyped(it)) }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        page.day?.takeIf { it.isNotBlank() }?.let { day ->
            OutlinedAction(texts.editorDaySet, Modifier.testTag("set-day")) { handle(EditorAction.SetDay(day.trim())) }
        }
        state.home?.day?.takeIf { it != page.content.day }?.let { today ->
            TextAction(texts.editorDayToday, Modifier.testTag("today")) { handle(EditorAction.SetDay(today)) }
        }
    }
}

@Composable
private fun Prompts(page: EditorState, handle: (Action) -> Unit) = Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
    page.editor.prompts.forEach { prompt ->
        Choice(prompt.text, page.content.prompt == prompt.id, Modifier.testTag("prompt"), LocalTexts.current.editorPromptTake) { handle(EditorAction.Prompt(prompt.id)) }
    }
}

@Composable
private fun Forms(page: EditorState, handle: (Action) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step * 4)) {
    page.editor.forms.filter { it.id != page.content.form }.forEach { FormRow(it, handle) }
}

/** A form that keeps a pace says from when on it is there again; the page without it always is. */
@Composable
private fun FormRow(form: FormOffer, handle: (Action) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    val texts = LocalTexts.current
    val from = form.availableFrom
    Subheading(form.title)
    form.text?.let { Body(it) }
    form.minutes?.let { Soft(texts.editorFormMinutes(it.toInt())) }
    if (from == null) {
        OutlinedAction(texts.editorFormUse, Modifier.testTag("form-${form.id}")) { handle(EditorAction.Form(form.id)) }
    } else {
        Soft(texts.editorFormFrom(LocalDates.current.moment(from)))
        Soft(texts.editorFormPace)
    }
}
