/** The open talk, stage by stage. Getting ready and choosing are for one pair of eyes; from the talk on, the page may lie between two people. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.material3.HorizontalDivider
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.AgendaTopic
import app.ampersand.core.HeadingView
import app.ampersand.core.MeetingMove
import app.ampersand.core.MeetingMoveKind
import app.ampersand.core.MeetingStage
import app.ampersand.core.MeetingView
import app.ampersand.core.PrivateLine

@Composable
fun MeetingScreen(state: State, talk: MeetingView, handle: (Action) -> Unit) = when (talk.stage) {
    MeetingStage.PREPARING -> PreparingScreen(state, talk, handle)
    MeetingStage.CHOOSING -> ChoosingScreen(state, talk, handle)
    MeetingStage.MEETING -> TalkScreen(state, talk, handle)
    MeetingStage.AGREEING -> AgreeingScreen(state, talk, handle)
    MeetingStage.AFTERWARDS -> AfterwardsScreen(state, talk, handle)
    MeetingStage.DONE, MeetingStage.ENDED_EARLY -> EndedScreen(state, talk, handle)
}

/** The filled button for [move], where the core allows it now. */
internal fun onward(talk: MeetingView, kind: MeetingMoveKind, text: Texts.() -> String, onClick: () -> Unit): (@Composable ColumnScope.() -> Unit)? =
    if (kind in talk.moves) ({ FilledAction(LocalTexts.current.text(), Modifier.testTag("onward"), onClick) }) else null

// --- getting ready -----------------------------------------------------------------------------------------------------------------------

@Composable
private fun PreparingScreen(state: State, talk: MeetingView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(
        state, handle, texts.togetherPrepareTitle,
        below = onward(talk, MeetingMoveKind.CHOOSE, { togetherToChoose }) { handle(TogetherAction.Move(MeetingMove.Choose)) },
    ) {
        PaperCard(colour = calm()) { OnCalm(texts.togetherPrepareBody) }
        talk.headings.forEach { PrivateHeading(state, it, handle) }
    }
}

@Composable
private fun PrivateHeading(state: State, heading: HeadingView, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val form = state.life.forms.line?.takeIf { it.meeting == state.life.together.meeting?.id && it.heading == heading.heading }
    Subheading(heading.title)
    Soft(heading.hint)
    heading.lines.forEach { line ->
        if (form?.line == line.id) {
            LineBeingWritten(form, handle)
        } else {
            Body(line.text)
            Flow {
                TextAction(texts.togetherLineChange, Modifier.testTag("change-line")) { handle(TogetherAction.Write(heading.heading, line.id, line.text)) }
                TextAction(texts.togetherLineDelete, Modifier.testTag("delete-line")) { handle(TogetherAction.DeleteLine(line.id)) }
            }
        }
    }
    if (form != null && form.line == null) {
        LineBeingWritten(form, handle)
    } else if (state.life.together.meeting?.mayWrite == true) {
        OutlinedAction(texts.togetherLineAdd, Modifier.testTag("add-${heading.heading.name.lowercase()}"), hint = heading.title) { handle(TogetherAction.Write(heading.heading)) }
    }
}

@Composable
private fun LineBeingWritten(form: LineForm, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    LineField(form.text, texts.togetherLineField, "line", texts.togetherLineHint, wraps = true) { handle(TogetherAction.LineTyped(it)) }
    Flow {
        if (form.text.isNotBlank()) OutlinedAction(texts.togetherLineSave, Modifier.testTag("save-line")) { handle(TogetherAction.SaveLine) }
        TextAction(texts.togetherLineCancel, Modifier.testTag("cancel-line")) { handle(TogetherAction.CancelLine) }
    }
}

// --- choosing ----------------------------------------------------------------------------------------------------------------------------

@Composable
private fun ChoosingScreen(state: State, talk: MeetingView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(
        state, handle, texts.togetherChooseTitle,
        below = onward(talk, MeetingMoveKind.START, { togetherStart }) { handle(TogetherAction.Start) },
    ) {
        Body(texts.togetherChooseBody)
        val written = talk.headings.filter { it.lines.isNotEmpty() }
        if (written.isEmpty()) Body(texts.togetherChooseNone)
        written.forEach { heading ->
            PaperCard {
                Subheading(heading.title)
                heading.lines.forEach { ToChoose(state, it, handle) }
            }
        }
        Section(texts.togetherAgendaTitle)
        if (talk.agenda.isEmpty()) Body(texts.togetherAgendaNone) else Agenda(talk.agenda, handle)
        if (talk.agenda.isNotEmpty()) {
            OutlinedAction(texts.togetherLook, Modifier.testTag("look")) { handle(Action.Go(LifePlace.Agenda)) }
            PaperCard { NumberField(state.life.forms.minutes, texts.togetherMinutes, "minutes", texts.togetherMinutesHint) { handle(TogetherAction.Minutes(it)) } }
        }
        TextAction(texts.togetherBack, Modifier.testTag("back-to-notes")) { handle(TogetherAction.Move(MeetingMove.BackToPreparing)) }
    }
}

@Composable
private fun ToChoose(state: State, line: PrivateLine, handle: (Action) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step)) {
    val texts = LocalTexts.current
    val words = state.life.forms.words?.takeIf { it.line == line.id }
    Ticked(line.text, line.reworded?.let { texts.togetherReworded(it) }, line.chosen, "choose", texts.togetherChooseHint) { handle(TogetherAction.Choose(line.id, it)) }
    when {
        words != null -> {
            LineField(words.text, texts.togetherRewordField, "words", wraps = true) { handle(TogetherAction.WordsTyped(it)) }
            Flow {
                OutlinedAction(texts.togetherRewordSave, Modifier.testTag("save-words")) { handle(TogetherAction.SaveWords) }
                TextAction(texts.togetherLineCancel, Modifier.testTag("cancel-words")) { handle(TogetherAction.CancelWords) }
            }
        }
        else -> TextAction(texts.togetherReword, Modifier.testTag("reword")) { handle(TogetherAction.Reword(line.id, line.reworded ?: line.text)) }
    }
}

@Composable
private fun Agenda(agenda: List<AgendaTopic>, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("agenda")) {
    val texts = LocalTexts.current
    agenda.forEachIndexed { at, topic ->
        if (at > 0) HorizontalDivider(color = LocalInks.current.hairline)
        Soft(topic.label)
        Body(topic.text, Modifier.testTag("topic"))
        Flow {
            if (at > 0) TextAction(texts.togetherTopicUp, Modifier.testTag("up-$at"), texts.togetherTopicUpHint(topic.text)) { handle(TogetherAction.MoveTopic(topic.id, (at - 1).toUInt())) }
            if (at < agenda.lastIndex) {
                TextAction(texts.togetherTopicDown, Modifier.testTag("down-$at"), texts.togetherTopicDownHint(topic.text)) { handle(TogetherAction.MoveTopic(topic.id, (at + 1).toUInt())) }
            }
        }
    }
}
