package app.ampersand.ui

import app.ampersand.core.Band
import app.ampersand.core.Change
import app.ampersand.core.Claim
import app.ampersand.core.Level
import app.ampersand.core.Part
import org.junit.Assert.assertEquals
import org.junit.Test

/** Bands, changes, days and numbers in words. */
class WordsTest {
    private val texts = EnglishTexts

    @Test fun `a band of one word is that word, of two both`() {
        val expected = mapOf(
            Band(Level.LOW, Level.LOW) to ("rarely shows up" to "growing"),
            Band(Level.LOW, Level.MIDDLE) to ("between rarely and sometimes" to "between growing and steady"),
            Band(Level.LOW, Level.HIGH) to ("between rarely and often" to "between growing and strong"),
            Band(Level.MIDDLE, Level.MIDDLE) to ("sometimes shows up" to "steady"),
            Band(Level.MIDDLE, Level.HIGH) to ("between sometimes and often" to "between steady and strong"),
            Band(Level.HIGH, Level.HIGH) to ("often shows up" to "strong"),
        )
        assertEquals(expected, expected.mapValues { (band, _) -> texts.words(Part.PATTERN, band) to texts.words(Part.STRENGTH, band) })
    }

    @Test fun `a change says which way only where the core claims one`() {
        fun words(claim: Claim, points: Double?) = texts.words(Change(claim, points, null, null))
        assertEquals(listOf("likely up", "likely down"), listOf(words(Claim.LIKELY, 12.0), words(Claim.LIKELY, -12.0)))
        assertEquals(listOf("up, seen twice", "down, seen twice"), listOf(words(Claim.SEEN_TWICE, 12.0), words(Claim.SEEN_TWICE, -12.0)))
        for (claim in listOf(Claim.NOT_CLAIMED, Claim.SAME, Claim.UNCLEAR)) assertEquals(words(claim, 12.0), words(claim, -12.0))
    }

    @Test fun `days, moments, numbers and places are written as the language does`() {
        val british = Dates("en-GB", BERLIN)
        assertEquals("23 November 2026", british.day("2026-11-23"))
        assertEquals("November 23, 2026", Dates("en-US", BERLIN).day("2026-11-23"))
        assertEquals("23. November 2026", Dates("de", BERLIN).day("2026-11-23"))
        assertEquals("24 Nov 2026, 10:05", british.moment(1_795_511_100_000))
        assertEquals("70", british.number(69.6))
        assertEquals("Germany", british.region("DE"))
    }
}
