/** Looking again at something that was agreed, and the agenda as it would leave the app. */
package app.ampersand.ui

import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.AgreementView
import app.ampersand.core.ReviewOutcome

@Composable
fun AgreementScreen(state: State, agreement: AgreementView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val form = state.life.forms.review?.takeIf { it.agreement == agreement.id } ?: ReviewForm(agreement.id)
    fun change(next: ReviewForm) = handle(TogetherAction.Review(next))
    Page(
        state, handle, texts.togetherReviewTitle,
        below = if (form.outcome == null || !agreement.mayReview) null else ({ FilledAction(texts.togetherReviewSave, Modifier.testTag("save")) { handle(TogetherAction.SaveReview) } }),
    ) {
        PaperCard {
            Subheading(texts.togetherAgreementRow(texts.who(agreement.who), agreement.what))
            Soft(texts.togetherReviewMade(dates.day(agreement.madeOn)))
            Soft(agreement.reviewOn?.let { texts.togetherReviewOn(dates.day(it)) } ?: texts.togetherReviewNone)
            agreement.reviews.forEach { Soft(texts.togetherReviewedRow(dates.day(it.on), texts.outcome(it.outcome))) }
        }
        if (!agreement.mayReview) return@Page
        PaperCard {
            PickOne(texts.togetherReviewTitle, ReviewOutcome.entries, form.outcome, "outcome", { texts.outcome(it) }) { change(form.copy(outcome = it)) }
            LineField(form.note, texts.togetherReviewNote, "note", texts.togetherReviewNoteHint, wraps = true) { change(form.copy(note = it.wellFormed())) }
        }
        if (form.outcome != ReviewOutcome.LET_GO) {
            PaperCard { DayField(form.nextOn, texts.togetherReviewNext, "next-review", state.life.together.view?.run { listOf(reviewFrom, reviewOffered).distinct() }.orEmpty(), texts.togetherAgreeNoDay) { change(form.copy(nextOn = it)) } }
        }
    }
}

@Composable
fun AgendaScreen(state: State, text: String, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.togetherShareTitle, below = { FilledAction(texts.togetherShare, Modifier.testTag("share")) { handle(TogetherAction.ShareAgenda) } }) {
        Body(texts.togetherShareBody)
        PaperCard { SelectionContainer(Modifier.testTag("agenda-text")) { Body(text) } }
    }
}
