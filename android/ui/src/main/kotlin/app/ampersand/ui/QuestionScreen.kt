/** One question of the Check: its five answers, and the ways out of it. An answer is on disk before the next question shows. */
package app.ampersand.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.ProgressBarRangeInfo
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.progressBarRangeInfo
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp

@Composable
fun QuestionScreen(state: State, walk: Walk, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val draft = walk.draft
    val item = draft.items[walk.index]
    val given = walk.answers[item.id]
    Page(state, handle, spoken = texts.a11yProgress(walk.index + 1, draft.items.size), below = { WaysOut(item.id, given != null, handle) }) {
        Progress(walk.index + 1, draft.items.size)
        Soft(draft.stem)
        Text(item.text, Modifier.padding(bottom = step * 2).semantics { heading() }.testTag("question"), style = MaterialTheme.typography.titleLarge)
        Column(
            Modifier.selectableGroup().semantics { contentDescription = texts.a11yAnswers },
            verticalArrangement = Arrangement.spacedBy(step * 2),
        ) {
            draft.labels.forEach { answer ->
                Choice(answer.label, given?.value == answer.value, Modifier.testTag("answer-${answer.value}"), hint = texts.a11yAnswerHint) {
                    handle(Action.Answer(item.id, answer.value))
                }
            }
        }
        Soft(if (given != null && given.value == null) texts.itemSkipped else texts.itemKept)
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun WaysOut(item: String, seenBefore: Boolean, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween) {
        TextAction(texts.itemBack, Modifier.testTag("previous"), texts.a11yBackQuestionHint) { handle(Action.Back) }
        TextAction(texts.itemPause, Modifier.testTag("pause"), texts.a11yPauseHint) { handle(Action.Pause) }
        TextAction(texts.itemSkip, Modifier.testTag("skip"), texts.a11ySkipHint) { handle(Action.Answer(item, null)) }
        if (seenBefore) TextAction(texts.commonGoOn, Modifier.testTag("onward")) { handle(Action.Onward(item)) }
    }
}

/** How far it is, in words and as a line. */
@Composable
private fun Progress(n: Int, of: Int) {
    val texts = LocalTexts.current
    Column(
        Modifier.fillMaxWidth().semantics(mergeDescendants = true) {
            progressBarRangeInfo = ProgressBarRangeInfo(n.toFloat(), 0f..of.toFloat(), of)
            stateDescription = texts.a11yProgress(n, of)
        }.testTag("progress"),
        verticalArrangement = Arrangement.spacedBy(step * 2),
    ) {
        Soft(texts.itemProgress(n, of))
        Box(Modifier.fillMaxWidth().height(6.dp).clip(CircleShape).background(MaterialTheme.colorScheme.primaryContainer)) {
            Box(Modifier.fillMaxWidth(n.toFloat() / of).fillMaxHeight().clip(CircleShape).background(MaterialTheme.colorScheme.primary))
        }
    }
}
