/**
 * Questions that are answered by one tap each, one after the other on one page: the one that is open with its answers, large enough to hit without
 * looking twice; the others as a line with what was answered. The check-in and the pulse are made of these.
 */
package app.ampersand.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import app.ampersand.core.AnswerLabel

/** One question: its id, its words, and what can be tapped. */
class Question(val id: String, val text: String, val options: List<AnswerLabel>)

/** [onTap] with null takes the answer back; [onOpen] with null folds the open one. */
@Composable
fun Questions(
    all: List<Question>,
    given: Map<String, Int>,
    open: String?,
    onTap: (String, Int?) -> Unit,
    onSkip: (String) -> Unit,
    onOpen: (String?) -> Unit,
) = Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
    all.forEach { question ->
        if (question.id == open) {
            OpenQuestion(question, given[question.id], onTap, onSkip)
        } else {
            FoldedQuestion(question, given[question.id]) { onOpen(question.id) }
        }
    }
}

@Composable
private fun OpenQuestion(question: Question, given: Int?, onTap: (String, Int?) -> Unit, onSkip: (String) -> Unit) = PaperCard(Modifier.testTag("question")) {
    val texts = LocalTexts.current
    // the next question comes up by itself: it is read aloud when it does
    Column(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) { Subheading(question.text) }
    Column(
        Modifier.selectableGroup().semantics { contentDescription = texts.a11yAnswers },
        verticalArrangement = Arrangement.spacedBy(step * 2),
    ) {
        question.options.forEach { option ->
            Choice(option.label, given == option.value, Modifier.testTag("tap-${question.id}-${option.value}"), hint = texts.a11yCheckInAnswerHint) {
                onTap(question.id, option.value)
            }
        }
    }
    if (given == null) {
        TextAction(texts.checkInSkip, Modifier.testTag("skip-${question.id}")) { onSkip(question.id) }
    } else {
        TextAction(texts.checkInTakeBack, Modifier.testTag("take-back")) { onTap(question.id, null) }
    }
}

@Composable
private fun FoldedQuestion(question: Question, given: Int?, onOpen: () -> Unit) {
    val texts = LocalTexts.current
    val answer = question.options.find { it.value == given }?.label ?: texts.checkInNotAnswered
    Row(
        Modifier.fillMaxWidth().clip(MaterialTheme.shapes.medium).background(MaterialTheme.colorScheme.surface)
            .clickable(onClickLabel = texts.a11yCheckInQuestionHint, role = Role.Button, onClick = onOpen)
            .semantics { stateDescription = texts.a11yCollapsed }
            .defaultMinSize(minHeight = touch).padding(horizontal = step * 4, vertical = step * 2).testTag("folded-${question.id}"),
        verticalAlignment = Alignment.CenterVertically,
        horizontalArrangement = Arrangement.spacedBy(step * 3),
    ) {
        Column(Modifier.weight(1f)) {
            Soft(question.text)
            if (given != null) Body(answer)
        }
        if (given == null) {
            Icon(Marks.unfold, null, Modifier.size(20.dp), tint = LocalInks.current.soft)
        } else {
            Icon(Marks.tick, null, Modifier.size(20.dp), tint = MaterialTheme.colorScheme.primary)
        }
    }
}

/** What was answered, to be read. */
@Composable
fun Answered(all: List<Question>, given: Map<String, Int>) = PaperCard {
    val texts = LocalTexts.current
    all.forEach { question ->
        Column(Modifier.semantics(mergeDescendants = true) {}) {
            Soft(question.text)
            Body(question.options.find { it.value == given[question.id] }?.label ?: texts.checkInNotAnswered)
        }
    }
}
