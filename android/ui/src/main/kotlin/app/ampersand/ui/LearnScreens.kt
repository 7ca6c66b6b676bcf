/** What there is to learn: short cards in any order, and the eight patterns with the marks of those somebody knows. Marks change no number. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.LearnView
import app.ampersand.core.PatternCard
import app.ampersand.core.PracticeRef

@Composable
fun LearnScreen(state: State, view: LearnView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.learnTitle) {
        Body(texts.learnBody)
        view.cards.forEach { card ->
            PaperCard(Modifier.testTag("card-${card.id}")) {
                Subheading(card.title)
                Body(card.text)
                LeadsTo(card.practices, handle)
            }
        }
        PaperCard { LinkRow(texts.learnPatternsTitle, Modifier.testTag("to-patterns")) { handle(Action.Go(PractisePlace.Patterns)) } }
    }
}

@Composable
fun PatternsScreen(state: State, view: LearnView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.learnPatternsTitle) {
        Body(texts.learnPatternsBody)
        view.patterns.forEach { Pattern(it, handle) }
    }
}

@Composable
private fun Pattern(pattern: PatternCard, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("pattern-${pattern.id}")) {
    val texts = LocalTexts.current
    Subheading(pattern.title)
    Body(pattern.looksLike)
    Chip(texts.learnMarked, pattern.marked, Modifier.testTag("mark-${pattern.id}"), texts.a11yPatternHint) { handle(PracticeAction.MarkPattern(pattern.id, it)) }
    LeadsTo(pattern.practices, handle)
    if (pattern.prompts.isNotEmpty()) Soft(texts.learnQuestions)
    Column(verticalArrangement = Arrangement.spacedBy(step)) {
        pattern.prompts.forEach { prompt -> LinkRow(prompt.text, Modifier.testTag("prompt-${prompt.id}")) { handle(EditorAction.Begin(prompt = prompt.id)) } }
    }
}

@Composable
private fun LeadsTo(practices: List<PracticeRef>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (practices.isEmpty()) return
    Soft(texts.learnLeadsTo)
    practices.forEach { practice ->
        LinkRow(practice.title, Modifier.testTag("leads-${practice.id}"), hint = texts.a11yPracticeHint) { handle(Action.Go(PractisePlace.Practice(practice.id))) }
    }
}
