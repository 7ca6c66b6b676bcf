/** Somebody to talk to: what a first session is like, what one could ask, and the way to a page to bring along. */
package app.ampersand.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.SupportQuestion
import app.ampersand.core.SupportView

@Composable
fun SupportScreen(state: State, view: SupportView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.supportTitle, below = { FilledAction(texts.supportSummaryOpen, Modifier.testTag("to-summary")) { handle(Action.Go(LifePlace.Summary)) } }) {
        Body(texts.supportIntro)
        PaperCard {
            Disclosure(texts.supportFirstTitle, LifeFold.FirstSession in state.unfolded, onToggle = { handle(Action.Toggle(LifeFold.FirstSession)) }, heading = true) {
                view.firstSession.forEach { Point(it) }
            }
        }
        val (couple, alone) = view.questions.partition { it.couple }
        Section(texts.supportQuestionsTitle)
        Soft(texts.supportQuestionsBody)
        Questions(alone, handle)
        if (couple.isNotEmpty()) {
            Section(texts.supportCouple)
            Questions(couple, handle)
        }
        Section(texts.supportOwnTitle)
        OwnQuestions(state, view, handle)
    }
}

@Composable
private fun Questions(all: List<SupportQuestion>, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    all.forEach { question -> Ticked(question.text, null, question.ticked, "question", texts.supportQuestionHint) { handle(SupportAction.Tick(question.id, it)) } }
}

@Composable
private fun OwnQuestions(state: State, view: SupportView, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val form = state.life.forms.question
    view.own.forEach { question ->
        if (form?.id == question.id) {
            OwnQuestion(form, handle)
        } else {
            Body(question.text)
            Flow {
                TextAction(texts.supportOwnChange, Modifier.testTag("change-own")) { handle(SupportAction.Write(QuestionForm(question.id, question.text))) }
                TextAction(texts.supportOwnDelete, Modifier.testTag("delete-own")) { handle(SupportAction.Delete(question.id)) }
            }
        }
    }
    if (view.mayAdd && (form == null || form.id == null)) OwnQuestion(form ?: QuestionForm(), handle)
}

@Composable
private fun OwnQuestion(form: QuestionForm, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    LineField(form.text, texts.supportOwnField, "own", texts.supportOwnHint, wraps = true) { handle(SupportAction.Write(form.copy(text = it))) }
    if (form.text.isNotBlank()) OutlinedAction(texts.supportOwnSave, Modifier.testTag("save-own")) { handle(SupportAction.Save) }
}
