package app.ampersand.checks

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** Reads the shells' own sources: no date arithmetic, no scoring, no SQL, no log, no network, no screen that knows its platform. */
class ArchitectureTest {
    private val sources = shellSources()

    @Test fun `a shell decides nothing`() {
        val found = RULES.flatMap { rule ->
            sources.filterNot { s -> EXCEPTIONS.any { it.rule == rule.name && it.path == s.path } }
                .flatMap { rule.findings(it) }
                .map { "${rule.name} (${rule.why}): $it" }
        }
        assertEquals(found.joinToString("\n"), 0, found.size)
    }

    @Test fun `every rule finds what it is for, and nothing else`() {
        for (rule in RULES) {
            assertTrue("${rule.name} has nothing to show that it works", rule.bad.isNotEmpty())
            for (line in rule.bad) assertTrue("${rule.name} overlooks: $line", rule.findings(KotlinSource("x.kt", line)).isNotEmpty())
            for (line in rule.good) assertEquals("${rule.name} is wrong about: $line", emptyList<String>(), rule.findings(KotlinSource("x.kt", line)))
        }
    }

    @Test fun `every exception is still needed`() {
        for (e in EXCEPTIONS) {
            val source = sources.singleOrNull { it.path == e.path } ?: throw AssertionError("${e.path} is no more, but may still break \"${e.rule}\"")
            assertTrue("${e.path} no longer breaks \"${e.rule}\"", RULES.single { it.name == e.rule }.findings(source).isNotEmpty())
        }
    }

    @Test fun `the screens know neither Android nor the desktop`() {
        val screens = sources.filter { it.path.startsWith("android/ui/src/main/") }
        assertTrue("no screens found", screens.isNotEmpty())
        val found = screens.flatMap { source ->
            source.code.lines().filter { it.startsWith("import ") }.map { it.removePrefix("import ").substringBefore(" as ").trim() }
                .filterNot { SCREENS_MAY_IMPORT.containsMatchIn(it) }.map { "${source.path}: $it" }
        }
        assertEquals(found.joinToString("\n"), 0, found.size)
    }

    @Test fun `all modules are read`() {
        val modules = sources.map { it.path.split("/")[1] }.toSet()
        assertEquals(setOf("app", "core-kotlin", "preview", "ui"), modules)
    }

    @Test fun `comments and texts are told from code`() {
        val source = KotlinSource(
            "x.kt",
            "a /* b /* c */ d */ e // f\n\"g \\\" \${h(\"i\")} j\" + 'k' + \"\"\"l \" \$m \${ if (n) { \"o\" } }\"\"\" + p",
        )
        assertEquals(listOf("a", "e", "h", "if", "n", "p"), Regex("[a-z]+").findAll(source.code).map { it.value }.toList())
        assertEquals(listOf("g", "i", "j", "l", "m", "o"), Regex("[a-z]+").findAll(source.texts).map { it.value }.toList())
    }
}
