/** Reading what was written, putting it in order, its earlier texts, and the trash. Nothing goes for good here but by a purge that was asked for twice. */
package app.ampersand.ui

import app.ampersand.core.EntryId
import app.ampersand.core.EntryPage
import app.ampersand.core.Month
import app.ampersand.core.VaultInterface

internal class JournalSteps(private val ground: Ground) {
    /** The month that is looked at; null for the one of today. */
    private var month: Month? = null

    private var journal: JournalState
        get() = ground.state.journal
        set(value) {
            ground.state = ground.state.copy(journal = value)
        }

    fun handle(action: JournalAction) {
        when (action) {
            is JournalAction.ShowMonth -> {
                month = action.month
                loadMonth()
            }
            JournalAction.MoreEntries -> moreEntries()
            is JournalAction.Star -> ground.desk.ask({ it.starEntries(ground.now(), listOf(action.id), action.on) }) { ground.way.reload() }
            is JournalAction.ToTrash -> toTrash(listOf(action.id))
            is JournalAction.PutBack -> putBack(action.ids)
            is JournalAction.Select -> journal = journal.copy(selected = if (action.on) emptySet() else null, tag = "")
            is JournalAction.Mark -> journal = journal.run { copy(selected = selected?.let { if (action.on) it + action.id else it - action.id }) }
            is JournalAction.StarMarked -> changeMarked { vault, ids -> vault.starEntries(ground.now(), ids, action.on) }
            is JournalAction.TagTyped -> journal = journal.copy(tag = action.tag.wellFormed())
            is JournalAction.TagMarked -> tagMarked(action.add)
            JournalAction.TrashMarked -> journal.selected?.takeIf { it.isNotEmpty() }?.let { toTrash(it.toList()) }
            JournalAction.DismissCare -> ground.desk.ask({ it.dismissCare(ground.now()) }) {
                journal = journal.run { copy(after = after?.copy(care = null)) }
                say(Said.CareDismissed)
            }
            JournalAction.LandingDone -> journal = journal.run { copy(after = after?.copy(landing = null)) }
            JournalAction.AskRestore -> journal = journal.copy(restoring = true)
            JournalAction.CancelRestore -> journal = journal.copy(restoring = false)
            JournalAction.ConfirmRestore -> restoreEarlier()
            is JournalAction.AskPurge -> journal = journal.copy(purging = action.ids)
            JournalAction.CancelPurge -> journal = journal.copy(purging = null)
            JournalAction.ConfirmPurge -> purge()
            JournalAction.MoreTrash -> moreTrash()
        }
    }

    // --- reading -----------------------------------------------------------------------------------------------------------------------

    fun loadMonth() = month.let { wanted ->
        ground.desk.load({ it.journal(ground.now(), wanted) }) { view ->
            journal = journal.copy(view = view, selected = journal.selected?.let { emptySet() })
        }
    }

    private fun moreEntries() {
        val view = journal.view ?: return
        val after = view.page.next ?: return
        ground.desk.ask({ it.journalPage(view.month, after) }) { more ->
            if (journal.view === view) journal = journal.copy(view = view.copy(page = EntryPage(view.page.entries + more.entries, more.next)))
        }
    }

    fun loadEntry(id: EntryId) = ground.desk.load({ it.entry(id) }) { journal = journal.copy(entry = it, after = journal.after?.takeIf { a -> a.entry == id }) }

    fun loadHistory(id: EntryId) = ground.desk.load({ it.entryHistory(id) }) { journal = journal.copy(history = it) }

    /** The history too: bringing a text back says which text it takes the place of. */
    fun loadEarlier(place: Place.Earlier) = ground.desk.load({ it.entryHistory(place.id) to it.revision(place.id, place.revision) }) { (history, earlier) ->
        journal = journal.copy(history = history, earlier = earlier, restoring = false)
    }

    fun loadTrash() = ground.desk.load({ it.trash(null) }) { journal = journal.copy(trash = it, purging = null) }

    // --- putting in order --------------------------------------------------------------------------------------------------------------

    private fun toTrash(ids: List<EntryId>) = ground.desk.ask({ it.trashEntries(ground.now(), ids) }) {
        journal = journal.copy(selected = null)
        say(Said.MovedToTrash(ids))
        if ((ground.state.place as? Place.Entry)?.id in ids) ground.way.back() else ground.way.reload()
    }

    private fun putBack(ids: List<EntryId>) = ground.desk.ask({ it.restoreEntries(ground.now(), ids) }) { count ->
        say(Said.Restored(count.toInt()))
        ground.way.reload()
    }

    private fun changeMarked(how: (VaultInterface, List<EntryId>) -> UInt) {
        val ids = journal.selected?.takeIf { it.isNotEmpty() }?.toList() ?: return
        ground.desk.ask({ how(it, ids) }) { count ->
            journal = journal.copy(selected = null, tag = "")
            say(Said.Changed(count.toInt()))
            ground.way.reload()
        }
    }

    private fun tagMarked(add: Boolean) = listOf(journal.tag.trim()).let { tags ->
        changeMarked { vault, ids -> vault.tagEntries(ground.now(), ids, if (add) tags else emptyList(), if (add) emptyList() else tags) }
    }

    // --- earlier texts and the trash ---------------------------------------------------------------------------------------------------

    private fun restoreEarlier() {
        val place = ground.state.place as? Place.Earlier ?: return
        val current = journal.history?.takeIf { it.entry == place.id }?.current ?: return
        ground.desk.ask({ it.restoreRevision(ground.now(), place.id, place.revision, current) }) { entry ->
            journal = journal.copy(entry = entry, restoring = false)
            say(Said.BroughtBack)
            // back to the entry, past the list that led here
            while (ground.state.place.let { it is Place.Earlier || it is Place.History }) ground.way.back()
        }
    }

    private fun purge() {
        val ids = journal.purging?.toList() ?: return
        ground.desk.ask({ it.purgeEntries(ids) }) { purged ->
            journal = journal.copy(purging = null, purged = purged)
            say(Said.Purged(purged.count.toInt()))
            if ((ground.state.place as? Place.Entry)?.id in ids) ground.way.back() else ground.way.reload()
        }
    }

    private fun moreTrash() {
        val page = journal.trash ?: return
        val after = page.next ?: return
        ground.desk.ask({ it.trash(after) }) { more -> if (journal.trash === page) journal = journal.copy(trash = EntryPage(page.entries + more.entries, more.next)) }
    }

    private fun say(said: Said) {
        ground.state = ground.state.copy(said = said)
    }
}
