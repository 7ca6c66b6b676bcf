/** The eight scales and the two totals, each a bar with its words; the number comes only to somebody who taps. */
package app.ampersand.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import app.ampersand.core.CheckResult
import app.ampersand.core.Estimate
import app.ampersand.core.Part
import app.ampersand.core.ScaleCard

/** The four of one part. */
@Composable
fun ScaleGroup(state: State, result: CheckResult, part: Part, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Section(if (part == Part.PATTERN) texts.resultPatternsTitle else texts.resultStrengthsTitle, Modifier.padding(top = step * 2))
    Soft(if (part == Part.PATTERN) texts.resultPatternsHint else texts.resultStrengthsHint)
    PaperCard {
        result.scales.filter { it.result.part == part }.forEachIndexed { index, card ->
            if (index > 0) HorizontalDivider(color = LocalInks.current.hairline)
            ScaleRow(card, Fold.ScaleNumbers(card.result.scale), state, handle)
        }
    }
}

@Composable
private fun ScaleRow(card: ScaleCard, fold: Fold, state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val result = card.result
    Estimated(
        card.title,
        result.part,
        result.estimate,
        basis = if (result.estimate == null) {
            texts.resultNotEnough(result.answered.toInt(), result.of.toInt())
        } else {
            texts.resultBasedOn(result.answered.toInt(), result.of.toInt())
        },
        open = fold in state.unfolded,
        onToggle = { handle(Action.Toggle(fold)) },
    ) { Body(card.about) }
}

@Composable
fun Totals(state: State, result: CheckResult, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Section(texts.resultTotalsTitle, Modifier.padding(top = step * 2))
    PaperCard {
        result.totals.forEachIndexed { index, card ->
            if (index > 0) HorizontalDivider(color = LocalInks.current.hairline)
            val total = card.result.total
            val fold = Fold.TotalNumbers(total)
            Estimated(
                texts.total(total),
                partOf(total),
                card.result.estimate,
                basis = if (card.result.estimate == null) texts.resultTotalMissing else null,
                open = fold in state.unfolded,
                onToggle = { handle(Action.Toggle(fold)) },
            ) {}
        }
    }
}

@Composable
private fun Estimated(
    title: String,
    part: Part,
    estimate: Estimate?,
    basis: String?,
    open: Boolean,
    onToggle: () -> Unit,
    more: @Composable () -> Unit,
) = Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
    val texts = LocalTexts.current
    Column(
        Modifier.fillMaxWidth().clip(MaterialTheme.shapes.small)
            .clickable(onClickLabel = texts.a11yShowNumberHint, role = Role.Button, onClick = onToggle)
            .semantics { stateDescription = if (open) texts.a11yExpanded else texts.a11yCollapsed }
            .defaultMinSize(minHeight = touch).padding(vertical = step * 2).testTag("scale"),
        verticalArrangement = Arrangement.spacedBy(step * 1.5f),
    ) {
        Row(verticalAlignment = Alignment.CenterVertically, horizontalArrangement = Arrangement.spacedBy(step * 2)) {
            Text(title, Modifier.weight(1f), style = MaterialTheme.typography.titleMedium)
            Icon(if (open) Marks.fold else Marks.unfold, null, Modifier.size(16.dp), tint = LocalInks.current.soft)
        }
        estimate?.let {
            Body(texts.words(part, it.band))
            ScoreBar(part, it)
        }
        basis?.let { Soft(it) }
    }
    if (open) {
        Column(Modifier.padding(bottom = step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            estimate?.let { Soft(texts.number(it, LocalDates.current), Modifier.testTag("number")) }
            more()
        }
    }
}
