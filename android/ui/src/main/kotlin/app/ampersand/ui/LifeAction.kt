/** What a person can do on the pages of [LifePlace]. */
package app.ampersand.ui

import app.ampersand.core.AgreementId
import app.ampersand.core.CivilDate
import app.ampersand.core.EntryId
import app.ampersand.core.InsightRange
import app.ampersand.core.LedgerEntryId
import app.ampersand.core.LineId
import app.ampersand.core.MeetingId
import app.ampersand.core.MeetingMove
import app.ampersand.core.QuestionId
import app.ampersand.core.RunId
import app.ampersand.core.SourceId
import app.ampersand.core.TogetherHeading
import app.ampersand.core.TopicId

sealed interface LifeAction : Action

/** The talk: preparing, choosing, having it, and what came of it. */
sealed interface TogetherAction : LifeAction {
    /** Begins one, or goes on with the one that is open. */
    data object Begin : TogetherAction

    // the private notes
    /** Opens the field under a heading; [line] null for a new one, else it begins with [text]. */
    data class Write(val heading: TogetherHeading, val line: LineId? = null, val text: String = "") : TogetherAction

    data class LineTyped(val text: String) : TogetherAction

    data object SaveLine : TogetherAction

    data object CancelLine : TogetherAction

    data class DeleteLine(val line: LineId) : TogetherAction

    // line by line
    data class Choose(val line: LineId, val on: Boolean) : TogetherAction

    /** Opens the field for other words; it begins with [text]. */
    data class Reword(val line: LineId, val text: String) : TogetherAction

    data class WordsTyped(val text: String) : TogetherAction

    data object SaveWords : TogetherAction

    data object CancelWords : TogetherAction

    data class MoveTopic(val topic: TopicId, val to: UInt) : TogetherAction

    data class Minutes(val text: String) : TogetherAction

    data object ShareAgenda : TogetherAction

    // the talk itself
    /** With the minutes that are chosen. */
    data object Start : TogetherAction

    data class Move(val move: MeetingMove) : TogetherAction

    /** The question before it is ended early. */
    data class AskPause(val on: Boolean) : TogetherAction

    // what was agreed
    /** Null puts the form away. */
    data class Agree(val form: AgreementForm?) : TogetherAction

    data object SaveAgreement : TogetherAction

    data class DeleteAgreement(val id: AgreementId) : TogetherAction

    data class Review(val form: ReviewForm) : TogetherAction

    data object SaveReview : TogetherAction

    // afterwards
    data class After(val form: AfterForm) : TogetherAction

    /** After a talk that was stopped. */
    data object SaveAfter : TogetherAction

    data object Finish : TogetherAction

    data class AskDelete(val meeting: MeetingId) : TogetherAction

    data object CancelDelete : TogetherAction

    data object ConfirmDelete : TogetherAction
}

sealed interface LedgerAction : LifeAction {
    /** Another week, by a day in it. */
    data class Look(val week: CivilDate) : LedgerAction

    /** Null puts the form away. */
    data class Write(val form: LedgerForm?) : LedgerAction

    data object Save : LedgerAction

    data class AskDelete(val id: LedgerEntryId) : LedgerAction

    data object CancelDelete : LedgerAction

    data object ConfirmDelete : LedgerAction

    data class HandBack(val id: LedgerEntryId) : LedgerAction
}

sealed interface CircleAction : LifeAction {
    /** One tap: there was contact today, or there was none after all. */
    data class Contact(val source: SourceId, val on: Boolean) : CircleAction

    /** Null puts the form away. */
    data class Write(val form: SourceForm?) : CircleAction

    data object Save : CircleAction

    data class Archive(val source: SourceId, val archived: Boolean) : CircleAction
}

sealed interface SupportAction : LifeAction {
    data class Tick(val question: String, val on: Boolean) : SupportAction

    /** Null puts the field away. */
    data class Write(val form: QuestionForm?) : SupportAction

    data object Save : SupportAction

    data class Delete(val question: QuestionId) : SupportAction

    // the summary
    data class Range(val from: String, val to: String) : SupportAction

    data object LookAtRange : SupportAction

    data class Run(val run: RunId, val on: Boolean) : SupportAction

    data class Agreement(val id: AgreementId, val on: Boolean) : SupportAction

    data class Entry(val id: EntryId, val on: Boolean) : SupportAction

    data class CheckIns(val on: Boolean) : SupportAction

    data class Pulses(val on: Boolean) : SupportAction

    data class Questions(val on: Boolean) : SupportAction

    data object ShareSummary : SupportAction
}

sealed interface InsightAction : LifeAction {
    data class Switch(val on: Boolean) : InsightAction

    data class Range(val range: InsightRange) : InsightAction

    /** From Today: what was offered has been seen. */
    data class Open(val insight: String) : InsightAction

    data class NotNow(val insight: String) : InsightAction
}
