/** A Kotlin file taken apart as far as the checks need it: its code without comments and texts, and its texts alone. */
package app.ampersand.checks

import java.io.File

class KotlinSource(val path: String, source: String) {
    /** Comments and the contents of string literals are blanked out; line numbers stay what they are. `${...}` inside a string is code. */
    val code: String

    /** The other way round: the contents of string literals alone. */
    val texts: String

    init {
        val code = StringBuilder()
        val texts = StringBuilder()
        Reader(source, code, texts).run()
        this.code = code.toString()
        this.texts = texts.toString()
    }

    private class Reader(private val s: String, private val code: StringBuilder, private val texts: StringBuilder) {
        private var i = 0

        fun run() = code(untilBrace = false)

        private fun put(isCode: Boolean, isText: Boolean) {
            val c = s[i++]
            code.append(if (isCode || c == '\n') c else ' ')
            texts.append(if (isText || c == '\n') c else ' ')
        }

        private fun blank(n: Int) = repeat(minOf(n, s.length - i)) { put(isCode = false, isText = false) }

        private fun code(untilBrace: Boolean) {
            var depth = 0
            while (i < s.length) {
                when {
                    s.startsWith("//", i) -> while (i < s.length && s[i] != '\n') blank(1)
                    s.startsWith("/*", i) -> comment()
                    s.startsWith("\"\"\"", i) -> string("\"\"\"")
                    s[i] == '"' -> string("\"")
                    s[i] == '\'' -> character()
                    untilBrace && s[i] == '}' && depth == 0 -> return
                    else -> {
                        if (s[i] == '{') depth++
                        if (s[i] == '}') depth--
                        put(isCode = true, isText = false)
                    }
                }
            }
        }

        private fun comment() {
            var depth = 0
            do {
                if (s.startsWith("/*", i)) { depth++; blank(2) } else if (s.startsWith("*/", i)) { depth--; blank(2) } else blank(1)
            } while (depth > 0 && i < s.length)
        }

        private fun string(quote: String) {
            blank(quote.length)
            while (i < s.length && !s.startsWith(quote, i)) {
                when {
                    quote.length == 1 && s[i] == '\\' -> repeat(minOf(2, s.length - i)) { put(isCode = false, isText = true) }
                    s.startsWith("\${", i) -> {
                        blank(2)
                        code(untilBrace = true)
                        blank(1)
                    }
                    else -> put(isCode = false, isText = true)
                }
            }
            // a raw string may end in more quotes than three; the last three close it
            while (quote.length == 3 && s.startsWith("\"\"\"\"", i)) blank(1)
            blank(quote.length)
        }

        private fun character() {
            blank(1)
            while (i < s.length && s[i] != '\'' && s[i] != '\n') blank(if (s[i] == '\\') 2 else 1)
            blank(1)
        }
    }
}

/** The repository's root; the build hands it in. */
val repository: File = File(System.getProperty("ampersand.repository")).canonicalFile

/** What is compiled into the shells: the code of every module, without tests and without what is generated. */
fun shellSources(): List<KotlinSource> = File(repository, "android").walkTopDown()
    .onEnter { it.name != "target" && it.name != "build" }
    .filter { it.extension == "kt" }
    .map { it to it.relativeTo(repository).invariantSeparatorsPath }
    .filter { (_, path) -> Regex("android/[^/]+/src/(main|desktop)/").containsMatchIn(path) }
    .map { (file, path) -> KotlinSource(path, file.readText()) }
    .sortedBy { it.path }
    .toList()
