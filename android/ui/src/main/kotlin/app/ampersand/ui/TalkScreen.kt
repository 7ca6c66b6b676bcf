/**
 * The talk itself: one topic, whose turn it is, the time that is left, and a way to stop that is as good as any. Then what is agreed, and looking back.
 * None of it shows a private line that was not chosen.
 */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.AgreementView
import app.ampersand.core.MeetingMove
import app.ampersand.core.MeetingMoveKind
import app.ampersand.core.MeetingView
import app.ampersand.core.Who

@Composable
fun TalkScreen(state: State, talk: MeetingView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val at = talk.topic?.toInt()
    val topic = at?.let { talk.agenda.getOrNull(it) }
    // the last topic leads on to what is agreed
    val next = at != null && at < talk.agenda.lastIndex && MeetingMoveKind.NEXT_TOPIC in talk.moves
    Page(
        state, handle, topic?.text ?: texts.togetherAgendaTitle,
        below = if (next) {
            onward(talk, MeetingMoveKind.NEXT_TOPIC, { togetherNextTopic }) { handle(TogetherAction.Move(MeetingMove.NextTopic)) }
        } else {
            onward(talk, MeetingMoveKind.TO_AGREEMENTS, { togetherToAgreements }) { handle(TogetherAction.Move(MeetingMove.ToAgreements)) }
        },
    ) {
        if (at != null) Soft(texts.togetherTopicOf(at + 1, talk.agenda.size))
        topic?.let { Subheading(it.label) }
        PaperCard(Modifier.testTag("turn"), colour = calm()) {
            Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }, verticalArrangement = Arrangement.spacedBy(step)) {
                OnCalm(texts.turn(talk.turn), heading = true)
                OnCalm(talk.cue)
            }
            if (MeetingMoveKind.NEXT_TURN in talk.moves) OutlinedAction(texts.togetherNextTurn, Modifier.testTag("next-turn")) { handle(TogetherAction.Move(MeetingMove.NextTurn)) }
        }
        state.life.together.leftS?.let { TimeLeft(it, talk.minutes) }
        if (next && MeetingMoveKind.TO_AGREEMENTS in talk.moves) {
            OutlinedAction(texts.togetherToAgreements, Modifier.testTag("to-agree")) { handle(TogetherAction.Move(MeetingMove.ToAgreements)) }
        }
        if (MeetingMoveKind.PAUSE in talk.moves) Pause(state.life.together.pausing, handle)
    }
}

@Composable
private fun Pause(asked: Boolean, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (!asked) return TextAction(texts.togetherPause, Modifier.testTag("pause")) { handle(TogetherAction.AskPause(true)) }
    PaperCard {
        Subheading(texts.togetherPauseTitle)
        Body(texts.togetherPauseBody)
        Flow {
            OutlinedAction(texts.togetherPauseConfirm, Modifier.testTag("pause-now")) { handle(TogetherAction.Move(MeetingMove.Pause)) }
            TextAction(texts.togetherPauseCancel, Modifier.testTag("talk-on")) { handle(TogetherAction.AskPause(false)) }
        }
    }
}

// --- what is agreed ----------------------------------------------------------------------------------------------------------------------

@Composable
fun AgreeingScreen(state: State, talk: MeetingView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = state.life.forms.agreement
    Page(
        state, handle, texts.togetherAgreeTitle,
        // what is being written down is kept or put away first
        below = if (form?.what?.isNotBlank() == true) null else onward(talk, MeetingMoveKind.TO_AFTERWARDS, { togetherToAfterwards }) { handle(TogetherAction.Move(MeetingMove.ToAfterwards)) },
    ) {
        Body(texts.togetherAgreeBody)
        talk.agreements.forEach { if (form?.id == it.id) AgreementFields(form, talk, handle) else Agreed(it, handle) }
        if (form != null && form.id == null) {
            AgreementFields(form, talk, handle)
        } else if (talk.mayAgree) {
            OutlinedAction(texts.togetherAgreeAdd, Modifier.testTag("add-agreement")) { handle(TogetherAction.Agree(AgreementForm(reviewOn = talk.reviewOffered))) }
        }
        if (!talk.remindersTold) Soft(texts.togetherNotTold)
    }
}

/** Days that are a tap away. */
private fun MeetingView.days() = listOf(reviewFrom, reviewOffered).distinct()

@Composable
private fun Agreed(agreement: AgreementView, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("agreement")) {
    val texts = LocalTexts.current
    Subheading(texts.togetherAgreementRow(texts.who(agreement.who), agreement.what))
    Soft(agreement.reviewOn?.let { texts.togetherReviewOn(LocalDates.current.day(it)) } ?: texts.togetherReviewNone)
    Flow {
        TextAction(texts.togetherLineChange, Modifier.testTag("change-agreement")) { handle(TogetherAction.Agree(agreement.run { AgreementForm(id, who, what, reviewOn.orEmpty()) })) }
        TextAction(texts.togetherLineDelete, Modifier.testTag("delete-agreement")) { handle(TogetherAction.DeleteAgreement(agreement.id)) }
    }
}

@Composable
private fun AgreementFields(form: AgreementForm, talk: MeetingView, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    fun change(next: AgreementForm) = handle(TogetherAction.Agree(next))
    PickOne(texts.togetherAgreeWho, Who.entries, form.who, "who", { texts.who(it) }) { change(form.copy(who = it)) }
    LineField(form.what, texts.togetherAgreeWhat, "what", texts.togetherAgreeWhatHint, wraps = true) { change(form.copy(what = it.wellFormed())) }
    DayField(form.reviewOn, texts.togetherAgreeDay, "review-on", talk.days()) { change(form.copy(reviewOn = it)) }
    Flow {
        if (form.what.isNotBlank()) OutlinedAction(texts.togetherAgreeSave, Modifier.testTag("save-agreement")) { handle(TogetherAction.SaveAgreement) }
        TextAction(texts.togetherLineCancel, Modifier.testTag("cancel-agreement")) { handle(TogetherAction.Agree(null)) }
    }
}

// --- afterwards --------------------------------------------------------------------------------------------------------------------------

/** How a talk felt, from 0 to this. */
private const val FELT_MOST = 4

@Composable
fun AfterwardsScreen(state: State, talk: MeetingView, handle: (Action) -> Unit) {
    Page(
        state, handle, LocalTexts.current.togetherAfterTitle,
        below = onward(talk, MeetingMoveKind.FINISH, { togetherFinish }) { handle(TogetherAction.Finish) },
    ) { AfterFields(state, talk, handle) }
}

@Composable
private fun AfterFields(state: State, talk: MeetingView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = state.life.forms.after ?: AfterForm()
    fun change(next: AfterForm) = handle(TogetherAction.After(next))
    Column(verticalArrangement = Arrangement.spacedBy(step * 4)) {
        PaperCard { PickOne(texts.togetherAfterFelt, (0..FELT_MOST).toList(), form.felt, "felt", { texts.mood(it) }) { change(form.copy(felt = it)) } }
        PaperCard { LineField(form.learned, texts.togetherAfterLearned, "learned", texts.togetherAfterLearnedHint, wraps = true) { change(form.copy(learned = it.wellFormed())) } }
        PaperCard { DayField(form.nextOn, texts.togetherAfterNext, "next-on", talk.days(), texts.togetherAgreeNoDay) { change(form.copy(nextOn = it)) } }
    }
}

/** Over, to the end or before it: both are good ways to end. */
@Composable
fun EndedScreen(state: State, talk: MeetingView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.stage(talk.stage), below = { FilledAction(texts.togetherAfterDone, Modifier.testTag("done")) { handle(Action.Back) } }) {
        talk.ending?.let { PaperCard(Modifier.testTag("ending"), colour = calm()) { OnCalm(it) } }
        if (talk.agreements.isNotEmpty()) {
            Section(texts.togetherAgreementsTitle)
            PaperCard { talk.agreements.forEach { Body(texts.togetherAgreementRow(texts.who(it.who), it.what)) } }
        }
        if (talk.mayLookBack) {
            Section(texts.togetherAfterTitle)
            AfterFields(state, talk, handle)
            OutlinedAction(texts.togetherAfterSave, Modifier.testTag("save-after")) { handle(TogetherAction.SaveAfter) }
        }
        talk.afterwards?.nextOn?.let { Soft(texts.togetherNextOn(LocalDates.current.day(it))) }
        if (!talk.remindersTold) Soft(texts.togetherNotTold)
    }
}
