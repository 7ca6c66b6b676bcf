/** What the screens of [LifePlace] show: answered by the core, or typed and tapped and not yet saved. */
package app.ampersand.ui

import app.ampersand.core.AgreementId
import app.ampersand.core.CircleView
import app.ampersand.core.CivilDate
import app.ampersand.core.DoneBy
import app.ampersand.core.EntryId
import app.ampersand.core.Gift
import app.ampersand.core.InsightRange
import app.ampersand.core.InsightsView
import app.ampersand.core.LedgerEntryId
import app.ampersand.core.LedgerWeek
import app.ampersand.core.LineId
import app.ampersand.core.LoveKind
import app.ampersand.core.MeetingId
import app.ampersand.core.MeetingView
import app.ampersand.core.ReviewOutcome
import app.ampersand.core.QuestionId
import app.ampersand.core.RunId
import app.ampersand.core.SeriesView
import app.ampersand.core.SourceId
import app.ampersand.core.SummaryChoices
import app.ampersand.core.SummaryDocument
import app.ampersand.core.SupportView
import app.ampersand.core.TogetherHeading
import app.ampersand.core.TogetherView
import app.ampersand.core.Who
import app.ampersand.core.Whose

data class LifeState(
    val together: TogetherState = TogetherState(),
    val ledger: LedgerState = LedgerState(),
    val circle: CircleView? = null,
    val support: SupportView? = null,
    val summary: SummaryState = SummaryState(),
    val insights: InsightsView? = null,
    val series: SeriesView? = null,
    /** How far back it goes. */
    val range: InsightRange = InsightRange.MONTH,
    /** What stands in the fields of all these pages. */
    val forms: LifeForms = LifeForms(),
)

data class TogetherState(
    val view: TogetherView? = null,
    /** The talk that is looked at: the open one, or the one that was just ended. */
    val meeting: MeetingView? = null,
    /** What its agenda says, as it would leave the app. */
    val agenda: String? = null,
    /** Seconds until the talk is over; null while none is being had. */
    val leftS: Long? = null,
    /** The question before the talk is ended early. */
    val pausing: Boolean = false,
    /** The question before a talk is deleted. */
    val deleting: MeetingId? = null,
)

data class LedgerState(
    val week: LedgerWeek? = null,
    /** The question before a note is deleted. */
    val deleting: LedgerEntryId? = null,
)

/**
 * What is typed and not saved. It waits here while somebody is on another page, and behind the lock outside of the state; a field goes when it is saved
 * or put away.
 */
data class LifeForms(
    val line: LineForm? = null,
    val words: WordsForm? = null,
    val minutes: String = "",
    val agreement: AgreementForm? = null,
    val review: ReviewForm? = null,
    val after: AfterForm? = null,
    val ledger: LedgerForm? = null,
    val source: SourceForm? = null,
    val question: QuestionForm? = null,
)

/** A private line; [line] null for a new one. */
data class LineForm(val meeting: MeetingId, val heading: TogetherHeading, val line: LineId?, val text: String)

/** Other words for a line that goes onto the agenda. */
data class WordsForm(val line: LineId, val text: String)

data class AgreementForm(val id: AgreementId? = null, val who: Who = Who.BOTH, val what: String = "", val reviewOn: String = "")

data class ReviewForm(val agreement: AgreementId, val outcome: ReviewOutcome? = null, val note: String = "", val nextOn: String = "")

data class AfterForm(val felt: Int? = null, val learned: String = "", val nextOn: String = "")

data class LedgerForm(
    val id: LedgerEntryId? = null,
    val day: CivilDate,
    val whose: Whose = Whose.THEIRS,
    val doneBy: DoneBy = DoneBy.ME,
    val what: String = "",
    val note: String = "",
)

data class SourceForm(val id: SourceId? = null, val name: String = "", val love: LoveKind? = null, val gives: Set<Gift> = emptySet())

data class QuestionForm(val id: QuestionId? = null, val text: String = "")

/** The summary as it is being put together: nothing is in it that was not ticked. */
data class SummaryState(
    val choices: SummaryChoices? = null,
    /** As they are being typed. */
    val from: String = "",
    val to: String = "",
    val runs: Set<RunId> = emptySet(),
    val agreements: Set<AgreementId> = emptySet(),
    val entries: Set<EntryId> = emptySet(),
    val checkIns: Boolean = false,
    val pulses: Boolean = false,
    val questions: Boolean = false,
    val document: SummaryDocument? = null,
)
