/** Every finished Check, newest first. One that is left out or deleted goes only by the person's own word. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.PartnerContext
import app.ampersand.core.RunPage
import app.ampersand.core.RunSummary

@Composable
fun RunsScreen(state: State, page: RunPage, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(
        state,
        handle,
        texts.runsTitle,
        below = if (page.runs.isNotEmpty()) null else ({ FilledAction(texts.runsEmptyAction) { handle(Action.Go(Place.Check)) } }),
    ) {
        if (page.runs.isEmpty()) Body(texts.runsEmpty)
        page.runs.forEach { run ->
            PaperCard {
                RunRow(run) { handle(Action.Go(Place.Result(run.id))) }
                if (run.tags.isNotEmpty()) Soft(texts.resultTags(run.tags.joinToString { texts.lifeEvent(it) }))
                RunActions(run, state.deleting == run.id, handle)
            }
        }
        if (page.next != null) OutlinedAction(texts.runsOlder) { handle(Action.MoreRuns) }
    }
}

/** A finished Check as one line that opens it. */
@Composable
fun RunRow(run: RunSummary, open: () -> Unit) {
    val texts = LocalTexts.current
    val day = LocalDates.current.day(run.day)
    LinkRow(
        texts.runsRow(day, run.answered.toInt(), run.of.toInt()),
        Modifier.testTag("run"),
        note = listOf(texts.about(run.partnerContext), if (run.counts) texts.runsCounts else texts.runsLeftOut).joinToString(" · "),
        hint = texts.a11yOpenRun(day),
        onClick = open,
    )
}

/** In or out of what has changed, and away for good. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun RunActions(run: RunSummary, deleting: Boolean, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (deleting) return ConfirmDelete(texts.runsDeleteTitle, texts.runsDeleteBody, handle)
    val label = texts.a11yDeleteRun(LocalDates.current.day(run.day))
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
        if (run.counts) {
            TextAction(texts.runsExclude) { handle(Action.Exclude(run.id)) }
        } else {
            TextAction(texts.runsInclude) { handle(Action.Include(run.id)) }
        }
        TextAction(texts.runsDelete, Modifier.semantics { contentDescription = label }.testTag("delete")) { handle(Action.AskDelete(run.id)) }
    }
}

/** The question before something goes for good, in the place of what it is about. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
fun ConfirmDelete(title: String, body: String, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Subheading(title)
    Body(body)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2)) {
        OutlinedAction(texts.runsDeleteCancel) { handle(Action.CancelDelete) }
        TextAction(texts.runsDeleteConfirm, Modifier.testTag("delete-for-good")) { handle(Action.ConfirmDelete) }
    }
}

/** About whom a Check was. */
fun Texts.about(context: PartnerContext): String = resultAboutContext(
    when (context) {
        PartnerContext.CURRENT -> checkAboutCurrent
        PartnerContext.MOST_RECENT -> checkAboutMostRecent
        PartnerContext.CLOSEST_PERSON -> checkAboutClosestPerson
    },
)
