/** What a host hands in as text may hold half of a sign (one surrogate without the other), which is no text and cannot cross to the core. */
package app.ampersand.ui

private const val STAND_IN = '\uFFFD'

/** The same text where it is one; else with a stand-in for each half of a sign. */
fun String.wellFormed(): String {
    if (indices.none { isHalf(it) }) return this
    return buildString(length) { this@wellFormed.indices.forEach { append(if (this@wellFormed.isHalf(it)) STAND_IN else this@wellFormed[it]) } }
}

private fun String.isHalf(at: Int): Boolean = when {
    this[at].isHighSurrogate() -> getOrNull(at + 1)?.isLowSurrogate() != true
    this[at].isLowSurrogate() -> getOrNull(at - 1)?.isHighSurrogate() != true
    else -> false
}
