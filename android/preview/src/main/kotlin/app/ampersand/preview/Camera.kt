/** Takes the tour's pictures, each in every look, and refuses one on which nothing can be seen. */
package app.ampersand.preview

import androidx.compose.runtime.Composable
import app.ampersand.ui.AmpersandTheme
import app.ampersand.ui.App
import app.ampersand.ui.Dates
import app.ampersand.ui.Drawn
import app.ampersand.ui.EnglishTexts
import app.ampersand.ui.State
import app.ampersand.ui.drawWhole
import java.io.File
import java.time.ZoneId
import javax.imageio.ImageIO

/** Text alone brings some dozens of shades; an empty page brings one. */
private const val FEWEST_COLOURS = 24

/** Every so many pixels one is looked at. */
private const val STRIDE = 3

class Camera(private val folder: File, private val looks: List<Drawn>, private val zone: ZoneId, private val locale: String) {
    private val taken = mutableListOf<File>()
    private var steps = 0
    val pictures: List<File> get() = taken

    fun take(name: String, state: State) {
        steps += 1
        val numbered = "${steps.toString().padStart(2, '0')}-$name"
        for (look in looks) taken += drawWhole(folder, numbered, look) { scroll ->
            Dressed(look) { App(state, scroll) {} }
        }.onEach(::check)
    }

    @Composable
    private fun Dressed(look: Drawn, content: @Composable () -> Unit) =
        AmpersandTheme(EnglishTexts, Dates(locale, zone), dark = look.dark, reducedMotion = true, content = content)

    /** No two pictures are the same: each step of the story shows, in each look. The end of a long page may be like the end of another. */
    fun checkAll() {
        val same = taken.filterNot { LATER_PART.containsMatchIn(it.name) }.groupBy { it.readBytes().contentHashCode() }.values.filter { it.size > 1 }
        expect("every picture is another one: ${same.joinToString { twins -> twins.joinToString(" = ") { it.name } }}", same.isEmpty())
    }

    companion object {
        private val LATER_PART = Regex("x-([2-9]|\\d\\d)\\.png$")

        fun check(picture: File) {
            val image = expected(ImageIO.read(picture), "${picture.name} is a picture")
            val colours = HashSet<Int>()
            for (y in 0 until image.height step STRIDE) for (x in 0 until image.width step STRIDE) colours += image.getRGB(x, y)
            expect("${picture.name} shows something: it has ${colours.size} colours", colours.size >= FEWEST_COLOURS)
        }
    }
}
