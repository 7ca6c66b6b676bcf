/** The weekly pulse: eight statements about one week, then what they come to, beside the mean of four weeks, as bars and as a list. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import app.ampersand.core.Part
import app.ampersand.core.PulseWeek

@Composable
fun PulseScreen(state: State, page: PulseState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Page(state, handle, texts.pulseTitle, below = below(page, handle)) {
        Soft(texts.pulseWeek(dates.day(page.view.weekFrom), dates.day(page.view.weekTo)))
        if (page.view.late && page.view.editable && page.asking) PaperCard(Modifier.testTag("late"), colour = calm()) { OnCalm(texts.pulseWeekBefore) }
        if (page.asking) Asking(page, handle) else Kept(state, page, handle)
    }
}

private fun below(page: PulseState, handle: (Action) -> Unit): (@Composable ColumnScope.() -> Unit)? = when {
    page.asking -> if (page.form.isEmpty()) null else ({
        FilledAction(LocalTexts.current.pulseSave, Modifier.testTag("save")) { handle(PulseAction.Save) }
    })
    else -> ({ FilledAction(LocalTexts.current.pulseDone, Modifier.testTag("done")) { handle(Action.Back) } })
}

private fun PulseState.questions() = view.items.map { Question(it.id, it.text, view.options) }

@Composable
private fun Asking(page: PulseState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Body(page.view.stem)
    Questions(
        page.questions(),
        page.form,
        page.open,
        onTap = { item, value -> handle(PulseAction.Tap(item, value)) },
        onSkip = { handle(PulseAction.Skip(it)) },
        onOpen = { handle(PulseAction.Open(it)) },
    )
    if (page.form != page.kept && page.form.isNotEmpty()) Soft(texts.checkInUnsaved)
}

@Composable
private fun Kept(state: State, page: PulseState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val week = page.view.weeks.last()
    if (page.saved != null) {
        PaperCard(Modifier.testTag("saved"), colour = calm()) {
            Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }, verticalArrangement = Arrangement.spacedBy(step * 2)) {
                OnCalm(texts.checkInSavedTitle, heading = true)
                OnCalm(texts.pulseSavedNote)
                if (!page.saved.remindersTold) OnCalm(texts.checkInNotTold)
            }
        }
    }
    if (page.answered) Figures(week, page.view.options.map { it.label }) else Body(texts.pulseFixedNone)
    Weeks(state, page.view.weeks, handle)
    if (page.answered) {
        Answered(page.questions(), page.kept)
        if (page.view.editable) OutlinedAction(texts.pulseChange, Modifier.testTag("change")) { handle(PulseAction.Change) } else Soft(texts.pulseFixed)
    }
}

@Composable
private fun Figures(week: PulseWeek, ends: List<String>) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.pulseSavedTitle)
    PartOfWeek(Part.PATTERN, texts.pulsePatterns, week.pattern, week.patternOfFour, ends)
    HorizontalDivider(color = LocalInks.current.hairline)
    PartOfWeek(Part.STRENGTH, texts.pulseStrengths, week.strength, week.strengthOfFour, ends)
    Soft(texts.pulseApart)
}

@Composable
private fun PartOfWeek(part: Part, name: String, now: Double?, ofFour: Double?, ends: List<String>) = Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
    val texts = LocalTexts.current
    Text(name, style = MaterialTheme.typography.titleMedium)
    Figure(part, name, texts.pulseThisWeek, now, texts.pulseNotEnough, ends)
    Figure(part, name, texts.pulseOfFour, ofFour, texts.pulseNotEnoughWeeks, ends)
}

/** [ends] are the answer words at the two ends of the line. The number stands in the list. */
@Composable
private fun Figure(part: Part, name: String, span: String, value: Double?, missing: String, ends: List<String>) {
    val texts = LocalTexts.current
    if (value == null) return Column(Modifier.semantics(mergeDescendants = true) {}) {
        Body(span)
        Soft(missing)
    }
    val number = LocalDates.current.number(value)
    Column(
        Modifier.semantics(mergeDescendants = true) { contentDescription = texts.a11yPulseBar(what = name, span = span, number = number) }.testTag("pulse-figure"),
        verticalArrangement = Arrangement.spacedBy(step),
    ) {
        Body(span)
        PlainBar(part, value)
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(step * 2)) {
            Soft(ends.first(), Modifier.weight(1f))
            Text(ends.last(), Modifier.weight(1f), color = LocalInks.current.soft, style = MaterialTheme.typography.bodyMedium, textAlign = TextAlign.End)
        }
    }
}

/** The same as words, week by week: a week without a pulse is a gap, and said to be none. */
@Composable
private fun Weeks(state: State, weeks: List<PulseWeek>, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Disclosure(texts.pulseTable, Fold.Weeks in state.unfolded, onToggle = { handle(Action.Toggle(Fold.Weeks)) }) {
        weeks.asReversed().forEach { week ->
            Column(Modifier.padding(vertical = step).semantics(mergeDescendants = true) {}.testTag("week")) {
                Body(texts.pulseTableWeek(dates.day(week.from)))
                if (week.pattern == null && week.strength == null) {
                    Soft(texts.pulseTableNone)
                } else {
                    Soft(texts.pulseTablePatterns(number = dates.figure(week.pattern, texts), mean = dates.figure(week.patternOfFour, texts)))
                    Soft(texts.pulseTableStrengths(number = dates.figure(week.strength, texts), mean = dates.figure(week.strengthOfFour, texts)))
                }
            }
        }
    }
}

private fun Dates.figure(value: Double?, texts: Texts): String = value?.let { number(it) } ?: texts.pulseTableGap
