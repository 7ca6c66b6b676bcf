/** Today: the one thing that is there to do, and the way back to the last result. */
package app.ampersand.ui

import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.Home
import app.ampersand.core.RetestOffer

@Composable
fun TodayScreen(state: State, home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Page(state, handle, home.name?.let { texts.todayGreetingName(it) } ?: texts.todayGreeting, below = nextStep(home, handle)) {
        Soft(dates.day(home.day))
        if (home.careMode) CareCard(handle)
        CheckInCards(state, home, handle)
        PracticeCards(home, handle)
        LifeCards(state, home, handle)
        val draft = home.draft
        if (draft != null) {
            PaperCard {
                Subheading(texts.todayResumeTitle)
                Body(texts.todayResumeBody(draft.answered.toInt(), draft.of.toInt()))
            }
        } else {
            RetestCard(home.retest)
        }
        ReminderCards(state, home, handle)
        Writing(home, handle)
        home.lastRun?.let { run ->
            PaperCard {
                Subheading(texts.todayLastTitle)
                Body(texts.todayLastBody(dates.day(run.day), run.answered.toInt(), run.of.toInt()))
                if (!home.safetyAnswered) Soft(texts.todayLastNeedsSafety)
                OutlinedAction(texts.todayLastAction) { handle(Action.Go(Place.Result(run.id))) }
            }
        }
    }
}

/** The journal's part: what is half written, then a question for today, and how it stands with writing, without a row to keep up. */
@Composable
private fun Writing(home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val journal = home.journal
    journal.openDrafts.firstOrNull()?.let { draft ->
        PaperCard {
            Subheading(texts.todayJournalDraftTitle)
            Body(texts.todayJournalDraftBody(dates.day(draft.day)))
            OutlinedAction(texts.todayJournalDraftAction, Modifier.testTag("resume-draft")) { handle(EditorAction.Resume(draft.id)) }
        }
    }
    PaperCard {
        Subheading(texts.todayJournalTitle)
        val last = journal.last
        if (last == null) {
            Body(texts.todayJournalFirstBody)
        } else {
            Body(texts.todayJournalDays(journal.daysWritten.toInt(), journal.ofDays.toInt()))
            Soft(texts.todayJournalLast(dates.day(last.day)))
        }
        OutlinedAction(texts.todayJournalAction, Modifier.testTag("write")) { handle(EditorAction.Begin()) }
        TextAction(texts.todayJournalOpen, Modifier.testTag("to-journal")) { handle(Action.Go(Place.Journal)) }
    }
    journal.prompt?.let { prompt ->
        PaperCard {
            Subheading(texts.todayPromptTitle)
            Body(prompt.text)
            OutlinedAction(texts.todayPromptAction, Modifier.testTag("write-prompt")) { handle(EditorAction.Begin(prompt = prompt.id)) }
        }
    }
}

@Composable
private fun CareCard(handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.todayCareTitle)
    Body(texts.todayCareBody)
    OutlinedAction(texts.todayCareAction) { handle(Action.Go(Place.Help)) }
}

@Composable
private fun RetestCard(offer: RetestOffer) = PaperCard {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    val (title, body) = when (offer) {
        is RetestOffer.First -> texts.todayFirstTitle to texts.todayFirstBody
        is RetestOffer.TooSoon -> texts.todayRestTitle to texts.todayRestBody(dates.day(offer.from), dates.day(offer.suggested))
        is RetestOffer.Possible -> texts.todayPossibleTitle to texts.todayPossibleBody(dates.day(offer.suggested))
        is RetestOffer.Due -> texts.todayDueTitle to texts.todayDueBody
    }
    Subheading(title)
    Body(body)
}

/** The filled button: what the core offers to do now; none while there is nothing but to live. */
private fun nextStep(home: Home, handle: (Action) -> Unit): (@Composable ColumnScope.() -> Unit)? {
    val draft = home.draft
    val look = { handle(Action.Go(Place.Check)) }
    val offer = home.retest
    return when {
        draft != null -> ({ FilledAction(LocalTexts.current.todayResumeAction, Modifier.testTag("next")) { handle(Action.Resume(draft.run)) } })
        offer is RetestOffer.First -> ({ FilledAction(LocalTexts.current.todayFirstAction, Modifier.testTag("next"), look) })
        offer is RetestOffer.Possible -> ({ FilledAction(LocalTexts.current.todayPossibleAction, Modifier.testTag("next"), look) })
        offer is RetestOffer.Due -> ({ FilledAction(LocalTexts.current.todayDueAction, Modifier.testTag("next"), look) })
        else -> null
    }
}
