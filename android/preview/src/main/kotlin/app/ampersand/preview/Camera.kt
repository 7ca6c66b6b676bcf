/** Takes the tour's pictures, each in every look, and refuses one on which nothing can be seen. */
package app.ampersand.preview

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.LayoutDirection
import app.ampersand.ui.AmpersandTheme
import app.ampersand.ui.App
import app.ampersand.ui.Dates
import app.ampersand.ui.Drawn
import app.ampersand.ui.EnglishTexts
import app.ampersand.ui.State
import app.ampersand.ui.drawWhole
import java.io.File
import java.time.ZoneId
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException
import javax.imageio.ImageIO

/** Text alone brings some dozens of shades; an empty page brings one. */
private const val FEWEST_COLOURS = 24

/** Every so many pixels one is looked at. */
private const val STRIDE = 3

class Camera(private val folder: File, private val looks: List<Drawn>, private val zone: ZoneId, private val locale: String) {
    private val taken = mutableListOf<File>()
    private var steps = 0

    /** Looking at a picture goes beside drawing the next one. */
    private val checks = mutableListOf<CompletableFuture<Void>>()
    val pictures: List<File> get() = taken

    /** Pictures of an earlier tour would stand among these under names of their own. Nothing else in the folder is touched. */
    init {
        folder.listFiles { _, name -> PICTURE.matches(name) }?.forEach { it.delete() }
    }

    /** [at] is where the person is, for moments on the page. */
    fun take(name: String, state: State, at: ZoneId = zone) {
        steps += 1
        val numbered = "${steps.toString().padStart(2, '0')}-$name"
        for (look in looks) taken += drawWhole(folder, numbered, look) { scroll ->
            Dressed(look, at) { App(state, scroll) {} }
        }.onEach { picture -> checks += CompletableFuture.runAsync { check(picture) } }
    }

    /** The same page as a language that is written from right to left lays it out; in one look, as this hangs on none. */
    fun takeRightToLeft(name: String, state: State) {
        steps += 1
        val look = looks.first()
        taken += drawWhole(folder, "${steps.toString().padStart(2, '0')}-$name", look) { scroll ->
            CompositionLocalProvider(LocalLayoutDirection provides LayoutDirection.Rtl) { Dressed(look, zone) { App(state, scroll) {} } }
        }.onEach { picture -> checks += CompletableFuture.runAsync { check(picture) } }
    }

    @Composable
    private fun Dressed(look: Drawn, at: ZoneId, content: @Composable () -> Unit) =
        AmpersandTheme(EnglishTexts, Dates(locale, at), dark = look.dark, reducedMotion = true, content = content)

    /**
     * Each picture shows something, and no two steps look the same, in any look: each step of the story shows. A part of a long page may be like a
     * part of another.
     */
    fun checkAll() {
        try {
            checks.forEach { it.join() }
        } catch (failed: CompletionException) {
            throw failed.cause ?: failed
        }
        val whole = taken.groupBy { PART.replace(it.name, "") }.mapValues { (_, parts) -> parts.map { it.readBytes().contentHashCode() } }
        val same = whole.entries.groupBy({ it.value }, { it.key }).values.filter { it.size > 1 }
        expect("every picture is another one: ${same.joinToString { it.joinToString(" = ") }}", same.isEmpty())
    }

    companion object {
        /** What follows the name of the look where a page takes more than one picture. */
        private val PART = Regex("(?<=x)(-\\d+)?\\.png$")

        /** How [take] calls its pictures. */
        private val PICTURE = Regex("\\d{2,}-[a-z-]+-(light|dark)-\\dx(-\\d+)?\\.png")

        fun check(picture: File) {
            val image = expected(ImageIO.read(picture), "${picture.name} is a picture")
            val colours = HashSet<Int>()
            for (y in 0 until image.height step STRIDE) for (x in 0 until image.width step STRIDE) colours += image.getRGB(x, y)
            expect("${picture.name} shows something: it has ${colours.size} colours", colours.size >= FEWEST_COLOURS)
        }
    }
}
