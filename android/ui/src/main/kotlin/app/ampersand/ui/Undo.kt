/** What was written in this sitting, step by step, so that a step can be taken back and brought again. It lives in memory alone. */
package app.ampersand.ui

/** The two texts of an entry. */
internal data class Written(val title: String, val body: String) {
    val length: Int get() = title.length + body.length
}

/** No more steps than this, and no more letters in them all: a long text changed often must not fill the phone. */
private const val MOST_STEPS = 200
private const val MOST_LETTERS = 4_000_000

internal class Undo(now: Written) {
    private val before = ArrayDeque<Written>()
    private val after = ArrayDeque<Written>()
    private var now = now

    /** The next change begins a step of its own. */
    private var whole = true
    val canUndo: Boolean get() = before.isNotEmpty()
    val canRedo: Boolean get() = after.isNotEmpty()

    /** A pause: what comes now is another step. */
    fun pause() {
        whole = true
    }

    /** What stands on the page after somebody typed. Letters of one word are one step; a pasted piece is one too. */
    fun typed(next: Written) {
        if (next == now) return
        val pasted = next.length - now.length !in -1..1
        if (whole || pasted || before.isEmpty()) before.addLast(now)
        after.clear()
        whole = pasted || endsWord(next)
        now = next
        forget()
    }

    fun undo(): Written? = before.removeLastOrNull()?.also { step(it, after) }

    fun redo(): Written? = after.removeLastOrNull()?.also { step(it, before) }

    private fun step(next: Written, kept: ArrayDeque<Written>) {
        kept.addLast(now)
        now = next
        whole = true
    }

    private fun endsWord(next: Written): Boolean {
        val (old, new) = if (next.body != now.body) now.body to next.body else now.title to next.title
        if (new.length <= old.length) return false
        return new[old.commonPrefixWith(new).length.coerceAtMost(new.lastIndex)].isWhitespace()
    }

    private fun forget() {
        while (before.size > MOST_STEPS || before.size > 1 && before.sumOf { it.length.toLong() } > MOST_LETTERS) before.removeFirst()
    }
}
