/** Draws a page into pictures without any display. For the desktop alone: Android draws with its own framework. */
package app.ampersand.ui

import androidx.compose.foundation.ScrollState
import androidx.compose.runtime.Composable
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import java.io.File

/** How a picture is drawn. */
data class Drawn(val dark: Boolean, val fontScale: Int) {
    override fun toString() = "${if (dark) "dark" else "light"}-${fontScale}x"
}

/** Every look that a screen is looked at in. */
val LOOKS: List<Drawn> = listOf(Drawn(dark = false, 1), Drawn(dark = true, 1), Drawn(dark = false, 2), Drawn(dark = true, 2))

/** A small phone, in dp, and how many pixels a dp gets. */
private const val PHONE_WIDTH = 360
private const val PHONE_HEIGHT = 800
private const val SHARPNESS = 2f

/** No picture is taller than this many dp; what is longer goes on in a next one. */
private const val TALLEST = 3000

/** When frames are drawn, in ns: what moves at the beginning has come to rest by the last. */
private val FRAMES = listOf(0L, 500_000_000L, 1_000_000_000L)

/**
 * The whole of a page, scrolled or not: as tall as it needs, from [TALLEST] on in several pictures.
 * [name] is the file's name without the look and the ending.
 */
fun drawWhole(folder: File, name: String, look: Drawn, content: @Composable (ScrollState) -> Unit): List<File> {
    val phone = (PHONE_HEIGHT * SHARPNESS).toInt()
    val measured = ScrollState(0)
    draw(phone, look, null, measured, content)
    val hidden = measured.maxValue
    val tallest = (TALLEST * SHARPNESS).toInt()
    val height = minOf(phone + hidden, tallest)
    // what one picture shows of the page; the frame around it stays
    val shown = height - (phone - measured.viewportSize)
    val starts = (0..maxOf(0, phone + hidden - height)).step(shown).toList().let { if (phone + hidden > height) it + (phone + hidden - height) else listOf(0) }
    return starts.distinct().mapIndexed { part, start ->
        File(folder, "$name-$look${if (starts.size > 1) "-${part + 1}" else ""}.png").also { draw(height, look, it, ScrollState(start), content) }
    }
}

private fun draw(height: Int, look: Drawn, file: File?, scroll: ScrollState, content: @Composable (ScrollState) -> Unit) {
    val scene = ImageComposeScene((PHONE_WIDTH * SHARPNESS).toInt(), height, Density(SHARPNESS, look.fontScale.toFloat())) { content(scroll) }
    try {
        if (file == null) {
            scene.render(FRAMES.first()) // laid out, and so measured
        } else {
            val picture = FRAMES.map { scene.render(it) }.last()
            file.absoluteFile.parentFile.mkdirs()
            file.writeBytes(checkNotNull(picture.encodeToData()) { "no picture" }.bytes)
        }
    } finally {
        scene.close()
    }
}
