package app.ampersand.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import app.ampersand.core.DiffKind
import app.ampersand.core.DiffPiece
import com.google.gson.JsonParser
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File

/** The small parts of the journal: steps, keeping in order, halves of signs, differences and finds in words. */
class PiecesTest {
    private val texts = EnglishTexts

    @Test fun `steps are words, pauses and pieces that were pasted`() {
        val undo = Undo(Written("", ""))
        for (text in listOf("a", "ab", "ab ", "ab c", "ab cd")) undo.typed(Written("", text))
        undo.pause()
        undo.typed(Written("", "ab cde"))
        undo.typed(Written("", "ab cde and a whole piece"))
        undo.typed(Written("Title", "ab cde and a whole piece"))
        val back = generateSequence { undo.undo() }.map { it.body }.toList()
        assertEquals(listOf("ab cde and a whole piece", "ab cde", "ab cd", "ab ", ""), back)
        val forth = generateSequence { undo.redo() }.toList()
        assertEquals(Written("Title", "ab cde and a whole piece"), forth.last())
        undo.undo()
        undo.typed(Written("", "other"))
        assertFalse("after a new change there is nothing to bring again", undo.canRedo)
    }

    @Test fun `steps do not pile up for ever`() {
        val undo = Undo(Written("", ""))
        repeat(1_000) { undo.typed(Written("", "x".repeat(20_000) + it)) ; undo.pause() }
        assertTrue(generateSequence { undo.undo() }.count() in 100..200)
    }

    @Test fun `a keeper takes the newest and nothing after the end`() {
        val keeper = DraftKeeper()
        assertEquals("two", keeper.keep(2) { "two" })
        assertNull(keeper.keep(1) { "one" })
        assertTrue(runCatching { keeper.finish { error("no room") } }.isFailure)
        assertEquals("a failed end is none", "three", keeper.keep(3) { "three" })
        keeper.finish { }
        assertNull(keeper.keep(4) { "four" })
    }

    @Test fun `whole texts stay as they are`() {
        for (text in listOf("", "plain", "\uD83D\uDE00", "👩‍👩‍👧 é")) assertTrue(text === text.wellFormed())
        assertEquals("\uFFFD", "\uD83D".wellFormed())
        assertEquals("\uFFFD\uD83D\uDE00\uFFFD", "\uDE00\uD83D\uDE00\uD83D".wellFormed())
    }

    @Test fun `every feeling of the core has its word, and no other`() {
        val file = JsonParser.parseString(File("../../core/data/feelings.v1.json").readText()).asJsonObject
        val ids = file["words"].asJsonArray.map { it.asJsonArray[0].asString } + file["blank"].asJsonArray.map { it.asString }
        assertEquals(ids.toSet(), FEELINGS.keys)
        val same = ids.filter { texts.feeling(it) != it }
        assertEquals("in English each id is its word", emptyList<String>(), same)
        assertEquals("unheard of", texts.feeling("unheard of"))
    }

    private val difference = listOf(DiffPiece(DiffKind.SAME, "I "), DiffPiece(DiffKind.REMOVED, "went"), DiffPiece(DiffKind.ADDED, "stayed"), DiffPiece(DiffKind.SAME, " in."))

    @Test fun `a difference is told without colour, to eyes and ears`() {
        val drawn = difference.drawn(Color.Red, Color.Green)
        assertEquals("I went stayed in.", drawn.text)
        assertEquals(
            listOf("went" to TextDecoration.LineThrough, "stayed" to TextDecoration.Underline),
            drawn.spanStyles.map { drawn.text.substring(it.start, it.end) to it.item.textDecoration },
        )
        assertEquals("unchanged: I. taken out: went. added: stayed. unchanged: in.", texts.spoken(difference))
        assertFalse(difference.nothingChanged())
        assertTrue(difference.filter { it.kind == DiffKind.SAME }.nothingChanged())
    }

    @Test fun `what was found stands in bold, and no mark is left`() {
        val shown = found("a \uE000walk\uE001 in the \uE000wal\uE001k", Color.Green)
        assertEquals("a walk in the walk", shown.text)
        assertEquals(listOf("walk", "wal"), shown.spanStyles.map { shown.text.substring(it.start, it.end) })
        assertTrue(shown.spanStyles.all { it.item.fontWeight == FontWeight.Bold })
        assertEquals("cut short", found("cut \uE000short", Color.Green).text)
        assertEquals("none", found("none", Color.Green).text)
    }

    @Test fun `a story's clock wakes in order and waits for nobody`() {
        val time = StoryTime(now = 0, monotonic = 10)
        time.pass(5)
        assertEquals(5L to 15L, time.now to time.monotonic)
    }

    @Test fun `months and moments are written as the language does`() {
        val dates = Dates("en-GB", BERLIN)
        assertEquals("November 2026", dates.month("2026-11"))
        assertEquals("where it was written", "24 Nov 2026, 04:05", dates.moment(1_795_511_100_000, -5 * 3_600))
    }
}
