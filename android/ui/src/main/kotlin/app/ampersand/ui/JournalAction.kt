/** What a person can do in the journal. */
package app.ampersand.ui

import app.ampersand.core.CivilDate
import app.ampersand.core.ConflictChoice
import app.ampersand.core.DraftId
import app.ampersand.core.EntryId
import app.ampersand.core.Month
import app.ampersand.core.SearchOrder

/** Reading, putting in order, the trash. */
sealed interface JournalAction : Action {
    /** [month] null is the one of today. */
    data class ShowMonth(val month: Month?) : JournalAction

    data object MoreEntries : JournalAction

    data class Star(val id: EntryId, val on: Boolean) : JournalAction

    data class ToTrash(val id: EntryId) : JournalAction

    /** Out of the trash again, whole. */
    data class PutBack(val ids: List<EntryId>) : JournalAction

    // several at once
    data class Select(val on: Boolean) : JournalAction

    data class Mark(val id: EntryId, val on: Boolean) : JournalAction

    data class StarMarked(val on: Boolean) : JournalAction

    data class TagTyped(val tag: String) : JournalAction

    data class TagMarked(val add: Boolean) : JournalAction

    data object TrashMarked : JournalAction

    // after an entry was saved
    data object DismissCare : JournalAction

    data object LandingDone : JournalAction

    // earlier texts
    data object AskRestore : JournalAction

    data object CancelRestore : JournalAction

    data object ConfirmRestore : JournalAction

    // the trash
    data class AskPurge(val ids: Set<EntryId>) : JournalAction

    data object CancelPurge : JournalAction

    data object ConfirmPurge : JournalAction

    data object MoreTrash : JournalAction
}

/** Writing. */
sealed interface EditorAction : Action {
    data class Begin(val prompt: String? = null, val form: String? = null, val day: CivilDate? = null) : EditorAction

    data class Edit(val id: EntryId) : EditorAction

    data class Resume(val draft: DraftId) : EditorAction

    data class TitleTyped(val title: String) : EditorAction

    data class BodyTyped(val body: String) : EditorAction

    data object Undo : EditorAction

    data object Redo : EditorAction

    /** Now, not after the next pause. */
    data object Keep : EditorAction

    /** Before this returns, on the calling thread: the app may end after it. */
    data object KeepNow : EditorAction {
        override val isSilent get() = true
    }

    data class DayTyped(val day: String) : EditorAction

    data class SetDay(val day: CivilDate) : EditorAction

    data class Feel(val feeling: String, val on: Boolean) : EditorAction

    data class Mood(val mood: Int?) : EditorAction

    data class TagTyped(val tag: String) : EditorAction

    data class Tag(val tag: String, val on: Boolean) : EditorAction

    data class Prompt(val prompt: String?) : EditorAction

    data class Form(val form: String?) : EditorAction

    data class Star(val on: Boolean) : EditorAction

    data object Save : EditorAction

    data object AskDiscard : EditorAction

    data object CancelDiscard : EditorAction

    data object ConfirmDiscard : EditorAction

    data class Settle(val choice: ConflictChoice) : EditorAction

    /** Back to the text; both are kept until the person chooses. */
    data object SettleLater : EditorAction
}

/** Searching. */
sealed interface SearchAction : Action {
    data class Typed(val text: String) : SearchAction

    /** Writes a filter of the search's own words into the field. */
    data class Filter(val words: String) : SearchAction

    /** Takes a filter out of the field again, as it stands there. */
    data class LeaveOut(val filter: String) : SearchAction

    data class Order(val order: SearchOrder) : SearchAction

    /** To the search page with [text] in its field. */
    data class For(val text: String) : SearchAction

    data object More : SearchAction
}
