/**
 * The reminders' state, opened once for the whole process, over the vault's folder and without the vault: no key is needed and none is held.
 * What it must never do: make anything in the place of what cannot be read, unless the person asked for that.
 */
package app.ampersand.app.reminders

import app.ampersand.core.NowContext
import app.ampersand.core.Reminders
import java.io.File

class ReminderStore(private val folder: File) {
    private var open: Reminders? = null

    /** Blocks. Receivers and screens get the same; it finds by itself that the file is gone or another one. */
    @Synchronized
    fun open(): Reminders = open ?: Reminders.open(folder.path).also { open = it }

    /** New and empty; the file that cannot be read is put aside. Somebody may still hold what was open before, so that is not closed here. */
    @Synchronized
    fun startOver(ctx: NowContext): Reminders = Reminders.startOver(folder.path, ctx).also { open = it }
}
