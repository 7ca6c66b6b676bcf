package app.ampersand.ui

import app.ampersand.core.AmpersandException
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File

/** Every error of the core has a text of its own that says what became of what was saved. */
class TroubleTest {
    private val texts = EnglishTexts

    /** The codes as they are documented, by the heading they stand under. */
    private val documented: Map<String, Set<String>> by lazy {
        File("../../docs/error-codes.md").readText().split(Regex("(?m)^## ")).drop(1).associate { section ->
            section.lines().first().trim() to Regex("(?m)^\\| `(\\w+)`").findAll(section).map { it.groupValues[1] }.toSet()
        }
    }

    @Test fun `every documented code has a text of its own`() {
        assertEquals(CODED.keys + OTHERS, documented.keys)
        for ((heading, error) in CODED) {
            val codes = documented.getValue(heading)
            assertTrue("$heading has no codes", codes.isNotEmpty())
            val unknown = codes.filter { troubleOf(error(it)).kind == TroubleKind.INTERNAL }
            assertEquals("$heading: not known to the screens", emptyList<String>(), unknown)
        }
    }

    @Test fun `no two kinds say the same, and each says what is kept`() {
        val bodies = TroubleKind.entries.associateWith { texts.body(Trouble(it, reference = "x")) }
        assertEquals(TroubleKind.entries.size, bodies.values.toSet().size)
        for ((kind, body) in bodies) assertTrue("$kind: $body", KEPT.containsMatchIn(body))
    }

    @Test fun `a code nobody knows is an internal error that names it`() {
        val trouble = troubleOf(AmpersandException.Storage("on_fire", false))
        assertEquals(TroubleKind.INTERNAL, trouble.kind)
        assertTrue(texts.body(trouble).contains("on_fire"))
    }

    @Test fun `a wrong key is told apart from a lost one`() {
        val wrong = troubleOf(AmpersandException.Locked("wrong_key"))
        assertTrue(texts.body(wrong) != texts.body(Trouble(TroubleKind.KEY_LOST)) && texts.title(wrong) != texts.title(Trouble(TroubleKind.KEY_LOST)))
    }

    private companion object {
        val CODED: Map<String, (String) -> AmpersandException> = mapOf(
            "InvalidInput: code" to { AmpersandException.InvalidInput("field", it) },
            "NotFound: kind" to { AmpersandException.NotFound(it, "") },
            "Conflict: kind" to { AmpersandException.Conflict(it, "") },
            "Locked: code" to { AmpersandException.Locked(it) },
            "Storage: code" to { AmpersandException.Storage(it, false) },
        )

        /** A field alone decides nothing, and the last two have one text each. */
        val OTHERS = setOf("InvalidInput: field", "TooNew", "Internal")

        val KEPT = Regex("(?i)nothing (was|is) (changed|lost|written)|(is|are) kept|not touched|untouched|Nothing was")
    }
}
