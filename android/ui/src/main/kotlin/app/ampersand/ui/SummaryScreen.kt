/** A page to bring along: nothing is ticked beforehand, and it can be read as it will be before it leaves the app. */
package app.ampersand.ui

import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.SummaryChoices
import app.ampersand.core.SummaryDocument

@Composable
fun SummaryScreen(state: State, choices: SummaryChoices, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = state.life.summary
    Page(state, handle, texts.supportSummaryTitle, below = { FilledAction(texts.supportMake, Modifier.testTag("make")) { handle(Action.Go(LifePlace.SummaryLook)) } }) {
        Body(texts.supportSummaryBody)
        PaperCard {
            Flow(Modifier.selectableGroup()) {
                choices.ranges.forEach { range ->
                    OneOf(texts.supportRange(range.weeks.toInt()), form.from == range.from && form.to == range.to, Modifier.testTag("range-${range.weeks}")) {
                        handle(SupportAction.Range(range.from, range.to))
                        handle(SupportAction.LookAtRange)
                    }
                }
            }
            DayField(form.from, texts.supportFrom, "from") { handle(SupportAction.Range(it, form.to)) }
            DayField(form.to, texts.supportTo, "to") { handle(SupportAction.Range(form.from, it)) }
            if (form.from != choices.from || form.to != choices.to) OutlinedAction(texts.supportRangeLook, Modifier.testTag("look-at-range")) { handle(SupportAction.LookAtRange) }
        }
        Whole(form, choices, handle)
        if (choices.runs.isNotEmpty()) Runs(form, choices, handle)
        if (choices.agreements.isNotEmpty()) Agreements(form, choices, handle)
        if (choices.entries.isNotEmpty()) Entries(form, choices, handle)
    }
}

/** What goes in as a whole: the weeks in counts and middles, and the questions that were ticked. */
@Composable
private fun Whole(form: SummaryState, choices: SummaryChoices, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.supportWeeksTitle)
    val nothing = choices.checkIns == 0u && choices.pulses == 0u && choices.runs.isEmpty() && choices.entries.isEmpty() && choices.questions == 0u
    if (nothing) Soft(texts.supportNothing)
    if (choices.checkIns > 0u) Ticked(texts.supportCheckIns(choices.checkIns.toInt()), null, form.checkIns, "tick-check-ins", texts.supportTickHint) { handle(SupportAction.CheckIns(it)) }
    if (choices.pulses > 0u) Ticked(texts.supportPulses(choices.pulses.toInt()), null, form.pulses, "tick-pulses", texts.supportTickHint) { handle(SupportAction.Pulses(it)) }
    if (choices.questions > 0u) Ticked(texts.supportQuestions, null, form.questions, "tick-questions", texts.supportTickHint) { handle(SupportAction.Questions(it)) }
}

@Composable
private fun Runs(form: SummaryState, choices: SummaryChoices, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.supportRunsTitle)
    choices.runs.forEach { run -> Ticked(texts.supportRun(LocalDates.current.day(run.day)), null, run.id in form.runs, "tick-run", texts.supportTickHint) { handle(SupportAction.Run(run.id, it)) } }
}

@Composable
private fun Agreements(form: SummaryState, choices: SummaryChoices, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.supportAgreementsTitle)
    choices.agreements.forEach { each ->
        Ticked(texts.togetherAgreementRow(texts.who(each.who), each.what), null, each.id in form.agreements, "tick-agreement", texts.supportTickHint) { handle(SupportAction.Agreement(each.id, it)) }
    }
}

@Composable
private fun Entries(form: SummaryState, choices: SummaryChoices, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Subheading(texts.supportEntriesTitle)
    Soft(texts.supportEntriesBody)
    choices.entries.forEach { entry ->
        Ticked(entry.title ?: entry.excerpt.ifEmpty { texts.journalNoWords }, dates.day(entry.day), entry.id in form.entries, "tick-entry", texts.supportTickHint) { handle(SupportAction.Entry(entry.id, it)) }
    }
    if (choices.more) Soft(texts.supportEntriesMore)
}

/** The document's own words, all of them and nothing else. */
@Composable
fun SummaryLookScreen(state: State, document: SummaryDocument, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.supportLookTitle, below = { FilledAction(texts.supportShare, Modifier.testTag("share")) { handle(SupportAction.ShareSummary) } }) {
        Body(texts.supportLookBody)
        SelectionContainer {
            Column(verticalArrangement = Arrangement.spacedBy(step * 4)) {
                document.parts.forEach { part ->
                    PaperCard(Modifier.testTag("part")) {
                        part.heading?.let { Subheading(it) }
                        part.lines.forEach { Body(it) }
                    }
                }
            }
        }
    }
}
