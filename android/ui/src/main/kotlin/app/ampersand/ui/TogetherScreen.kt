/** Time together: the talk that is open, what was agreed with its days, and the talks of before. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.material3.HorizontalDivider
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.AgreementView
import app.ampersand.core.MeetingSummary
import app.ampersand.core.TogetherView

@Composable
fun TogetherScreen(state: State, view: TogetherView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val open = view.meeting
    Page(state, handle, texts.togetherTitle, below = {
        if (open == null) {
            FilledAction(texts.togetherBegin, Modifier.testTag("begin-talk")) { handle(TogetherAction.Begin) }
        } else {
            FilledAction(texts.togetherGoOn, Modifier.testTag("go-on")) { handle(Action.Go(LifePlace.Meeting)) }
        }
    }) {
        Body(texts.togetherIntro)
        if (open != null) {
            PaperCard(colour = calm()) {
                OnCalm(texts.togetherOpenTitle, heading = true)
                OnCalm(texts.stage(open.stage))
            }
        }
        view.nextOn?.let { Soft(texts.togetherNextOn(dates.day(it))) }
        Section(texts.togetherAgreementsTitle)
        if (view.agreements.isEmpty()) Body(texts.togetherAgreementsNone)
        view.agreements.forEach { AgreementCard(it, handle) }
        if (view.reviewed.isNotEmpty()) PaperCard { Reviewed(state, view.reviewed, handle) }
        if (view.past.isNotEmpty()) PaperCard { Past(state, view.past, handle) }
    }
}

@Composable
private fun AgreementCard(agreement: AgreementView, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("agreement")) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Subheading(texts.togetherAgreementRow(texts.who(agreement.who), agreement.what))
    val day = agreement.reviewOn
    Soft(if (day == null) texts.togetherReviewNone else texts.togetherReviewOn(dates.day(day)))
    if (agreement.due) Body(texts.togetherReviewDue)
    if (agreement.mayReview) OutlinedAction(texts.togetherReviewOpen, Modifier.testTag("review")) { handle(Action.Go(LifePlace.Agreement(agreement.id))) }
}

@Composable
private fun Reviewed(state: State, reviewed: List<AgreementView>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Disclosure(texts.togetherReviewedTitle, LifeFold.Reviewed in state.unfolded, onToggle = { handle(Action.Toggle(LifeFold.Reviewed)) }) {
        reviewed.forEach { agreement ->
            Column(verticalArrangement = Arrangement.spacedBy(step / 2)) {
                Body(texts.togetherAgreementRow(texts.who(agreement.who), agreement.what))
                agreement.reviews.forEach { Soft(texts.togetherReviewedRow(dates.day(it.on), texts.outcome(it.outcome))) }
            }
        }
    }
}

@Composable
private fun Past(state: State, past: List<MeetingSummary>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Disclosure(texts.togetherPastTitle, LifeFold.Past in state.unfolded, onToggle = { handle(Action.Toggle(LifeFold.Past)) }) {
        past.forEachIndexed { at, talk ->
            if (at > 0) HorizontalDivider(color = LocalInks.current.hairline)
            Body(texts.togetherPastRow(dates.day(talk.heldOn), texts.stage(talk.stage)))
            Soft(listOf(texts.togetherPastTopics(talk.topics.toInt()), texts.togetherPastAgreements(talk.agreements.toInt())).joinToString(" · "))
            if (state.life.together.deleting == talk.id) {
                SureToDelete(
                    texts.togetherDeleteTitle, texts.togetherDeleteBody, texts.togetherDeleteCancel, texts.togetherDeleteConfirm,
                    onKeep = { handle(TogetherAction.CancelDelete) },
                    onDelete = { handle(TogetherAction.ConfirmDelete) },
                )
            } else {
                TextAction(texts.togetherDelete, Modifier.testTag("delete-talk")) { handle(TogetherAction.AskDelete(talk.id)) }
            }
        }
    }
}
