/** Something that is so or is not, kept as an empty file that is there or is not: no word in it, nothing that could be read half. */
package app.ampersand.app.reminders

import java.io.File
import java.io.IOException

class Mark(private val file: File) {
    val isThere: Boolean get() = file.exists()

    /** On a full disk it stays as it was; what hangs on it is asked for once more. */
    fun put() {
        try {
            file.parentFile?.mkdirs()
            file.createNewFile()
        } catch (_: IOException) {
            return
        }
    }
}
