/** What a phone would hand to its sheet is put into a folder on this computer, where the person finds it. */
package app.ampersand.preview

import app.ampersand.ui.SharePort
import app.ampersand.ui.Shared
import java.io.File
import java.io.IOException

class DesktopSharing(private val folder: File) : SharePort {
    /** What was put there last. */
    var last: File? = null
        private set

    override fun share(what: Shared): Boolean = try {
        folder.mkdirs()
        last = when (what) {
            is Shared.Words -> File(folder, "text.txt").apply { writeText(what.text) }
            is Shared.Page -> File(folder, File(what.fileName).name).apply { writeText(what.html) }
        }
        true
    } catch (_: IOException) {
        false
    }

    /** It is the person's own file now. */
    override fun takeBack() = Unit
}
