/**
 * Hands something to the system's own sheet, after the person has seen all of it and asked for it. Words go along in the intent; a page goes as a file in
 * the cache, which no backup reaches and no other app may read but the one that is chosen, that one file, by a grant of the system.
 *
 * What it must never do: send by itself, put anything but what it was given into the intent, or leave a copy lying. The copy goes when the person leaves
 * the page, before the next one, and when the app is started.
 */
package app.ampersand.app

import android.content.ClipData
import android.content.Context
import android.content.Intent
import androidx.core.content.FileProvider
import app.ampersand.app.reminders.Front
import app.ampersand.ui.SharePort
import app.ampersand.ui.Shared
import java.io.File
import java.io.IOException

/** [front] gives the activity that a person looks at; null while nobody looks. */
class Sharing(private val context: Context, private val front: () -> Front?) : SharePort {
    private val folder = File(context.cacheDir, FOLDER)

    override fun share(what: Shared): Boolean {
        val front = front() ?: return false
        val send = try {
            intent(what)
        } catch (_: IOException) {
            return false // no room for the copy, so there is none
        }
        front.show(Intent.createChooser(send, null))
        return true
    }

    override fun takeBack() {
        folder.deleteRecursively()
    }

    private fun intent(what: Shared): Intent = Intent(Intent.ACTION_SEND).apply {
        when (what) {
            is Shared.Words -> setType("text/plain").putExtra(Intent.EXTRA_TEXT, what.text)
            is Shared.Page -> {
                val copy = FileProvider.getUriForFile(context, AUTHORITY, written(what))
                setType("text/html").putExtra(Intent.EXTRA_STREAM, copy).addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
                clipData = ClipData.newRawUri(null, copy) // the grant goes along with this through the sheet
            }
        }
    }

    private fun written(page: Shared.Page): File {
        takeBack()
        folder.mkdirs()
        return File(folder, File(page.fileName).name).apply { writeText(page.html) }
    }

    companion object {
        /** The same as in the manifest and in res/xml/shared_paths.xml. */
        const val AUTHORITY = "app.ampersand.shared"
        const val FOLDER = "shared"
    }
}
