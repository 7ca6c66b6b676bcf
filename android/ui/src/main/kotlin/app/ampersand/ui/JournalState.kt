/** What the journal's screens show: answered by the core, or typed and tapped and not yet handed over. */
package app.ampersand.ui

import app.ampersand.core.DiffKind
import app.ampersand.core.DiffPiece
import app.ampersand.core.DraftId
import app.ampersand.core.Editor
import app.ampersand.core.EntryContent
import app.ampersand.core.EntryHistory
import app.ampersand.core.EntryId
import app.ampersand.core.EntryPage
import app.ampersand.core.EntryView
import app.ampersand.core.HelpLines
import app.ampersand.core.JournalView
import app.ampersand.core.Purged
import app.ampersand.core.RevisionView
import app.ampersand.core.SearchOrder
import app.ampersand.core.SearchPage

data class JournalState(
    val view: JournalView? = null,
    /** The entries that are marked to be changed together; null while none are being marked. */
    val selected: Set<EntryId>? = null,
    /** The tag for all of them, as it is being typed. */
    val tag: String = "",
    val entry: EntryView? = null,
    /** What came with the saving of [entry], until the person has read it. */
    val after: AfterSaving? = null,
    val history: EntryHistory? = null,
    val earlier: RevisionView? = null,
    /** The question before an earlier text becomes the entry again. */
    val restoring: Boolean = false,
    val trash: EntryPage? = null,
    /** What is to go for good, while the question stands. */
    val purging: Set<EntryId>? = null,
    val purged: Purged? = null,
)

/** A care card and the last step of a form: both stand above the entry that was just saved. */
data class AfterSaving(val entry: EntryId, val care: HelpLines?, val landing: String?)

/** What was just done. */
sealed interface Said {
    /** [ids] can be put back at once. */
    data class MovedToTrash(val ids: List<EntryId>) : Said

    data class Changed(val count: Int) : Said

    data class Restored(val count: Int) : Said

    data class Purged(val count: Int) : Said

    data object BroughtBack : Said

    data object DiscardedNew : Said

    data object DiscardedChanges : Said

    data object CopiesDeleted : Said

    data object PassphraseSet : Said

    data object PassphraseChanged : Said

    data object PassphraseRemoved : Said

    data object CareDismissed : Said

    data object NoteSaved : Said

    data object ReminderSaved : Said

    data object ReminderDeleted : Said

    data object ReminderBroughtBack : Said

    data object ReminderSettingsSaved : Said

    data object RemindersStartedOver : Said
}

/** Whether what is typed is on disk. */
enum class Keeping { KEPT, UNDER_WAY, FAILED }

/** The page somebody writes on. */
data class EditorState(
    /** As the core gave it; the choices in it do not change while somebody writes. */
    val editor: Editor,
    /** As it stands on the page. */
    val content: EntryContent,
    val words: Int,
    val keeping: Keeping = Keeping.KEPT,
    val canUndo: Boolean = false,
    val canRedo: Boolean = false,
    /** The entry is being saved; what is typed now would come too late. */
    val saving: Boolean = false,
    /** The day and a tag as they are being typed. */
    val day: String? = null,
    val tag: String = "",
    /** The question before the text is discarded. */
    val discarding: Boolean = false,
    /** The text that was saved meanwhile, while the person chooses between the two. */
    val conflict: EntryView? = null,
    /** It was there before, and is taken up again. */
    val resumed: Boolean = false,
    /** Something that is no text had to be left out of what was typed or pasted. */
    val repaired: Boolean = false,
) {
    val draft: DraftId get() = editor.draft
    val isNew: Boolean get() = editor.entry == null
}

data class SearchState(
    val text: String = "",
    val order: SearchOrder = SearchOrder.NEWEST,
    val page: SearchPage? = null,
    /** An answer to what stands in the field is still to come. */
    val searching: Boolean = false,
)

/** True when no piece tells of a change. */
fun List<DiffPiece>.nothingChanged(): Boolean = all { it.kind == DiffKind.SAME }
