/** The Check's own page: what it is, about whom, begin or go on, and what was taken before. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.CheckOverview
import app.ampersand.core.DraftState
import app.ampersand.core.DraftSummary
import app.ampersand.core.PartnerContext
import app.ampersand.core.RetestOffer

@Composable
fun CheckScreen(state: State, overview: CheckOverview, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.checkName, below = begin(overview, handle)) {
        Body(texts.checkIntro)
        val draft = overview.draft
        val offer = overview.retest
        when {
            draft != null -> DraftCard(draft)
            offer is RetestOffer.TooSoon -> PaperCard { Body(texts.checkTooSoon(LocalDates.current.day(offer.from))) }
            else -> Beginning(state.about, handle)
        }
        if (overview.runs.runs.isNotEmpty()) {
            PaperCard {
                Subheading(texts.checkPast)
                overview.runs.runs.take(LATEST).forEach { RunRow(it) { handle(Action.Go(Place.Result(it.id))) } }
                if (overview.runs.runs.size > LATEST) TextAction(texts.runsOlder) { handle(Action.Go(Place.Runs)) }
            }
        }
        overview.keptDrafts.forEach { KeptDraft(it, state.deleting == it.run, handle) }
    }
}

/** How many of the earlier ones stand on this page; the rest is one tap away. */
private const val LATEST = 3

@Composable
private fun Beginning(about: PartnerContext, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    PaperCard {
        Body(texts.checkHow)
        Body(texts.checkNoWrong)
        Soft(texts.checkMinutes)
    }
    Section(texts.checkAboutTitle)
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        PartnerContext.entries.forEach { context ->
            val (label, note) = when (context) {
                PartnerContext.CURRENT -> texts.checkAboutCurrent to texts.checkAboutCurrentHint
                PartnerContext.MOST_RECENT -> texts.checkAboutMostRecent to texts.checkAboutMostRecentHint
                PartnerContext.CLOSEST_PERSON -> texts.checkAboutClosestPerson to texts.checkAboutClosestPersonHint
            }
            Choice(label, context == about, note = note) { handle(Action.AboutWhom(context)) }
        }
    }
}

@Composable
private fun DraftCard(draft: DraftSummary) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.checkDraftTitle)
    Body(texts.checkDraftBody(draft.answered.toInt(), draft.of.toInt(), LocalDates.current.moment(draft.resumableUntil)))
    Soft(texts.checkStartFreshNote)
}

private fun begin(overview: CheckOverview, handle: (Action) -> Unit): (@Composable ColumnScope.() -> Unit)? {
    val draft = overview.draft
    return when {
        draft != null -> ({
            FilledAction(LocalTexts.current.checkResume, Modifier.testTag("resume")) { handle(Action.Resume(draft.run)) }
            TextAction(LocalTexts.current.checkStartFresh, Modifier.fillMaxWidth()) { handle(Action.Begin(fresh = true)) }
        })
        overview.retest is RetestOffer.TooSoon -> null
        else -> ({ FilledAction(LocalTexts.current.checkStart, Modifier.testTag("start")) { handle(Action.Begin(fresh = false)) } })
    }
}

/** A draft put aside for a fresh one, or one that can no longer be finished: it stays until the person says otherwise. */
@Composable
private fun KeptDraft(draft: DraftSummary, deleting: Boolean, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    val answered = draft.answered.toInt()
    val of = draft.of.toInt()
    Subheading(texts.checkKeptTitle)
    when (draft.state) {
        DraftState.OPEN -> Body(texts.checkDraftBody(answered, of, LocalDates.current.moment(draft.resumableUntil)))
        DraftState.EXPIRED -> Body(texts.checkKeptExpired)
        DraftState.OTHER_VERSION -> Body(texts.checkKeptOtherVersion)
    }
    if (draft.state == DraftState.OPEN) {
        OutlinedAction(texts.checkResume) { handle(Action.Resume(draft.run)) }
    } else {
        Soft(texts.todayResumeBody(answered, of))
    }
    if (deleting) {
        ConfirmDelete(texts.checkKeptDeleteTitle, texts.checkKeptDeleteBody, handle)
    } else {
        TextAction(texts.checkKeptDelete) { handle(Action.AskDelete(draft.run)) }
    }
}
