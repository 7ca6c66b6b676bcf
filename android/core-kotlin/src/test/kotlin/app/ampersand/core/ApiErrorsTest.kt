package app.ampersand.core

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** Bad input through the generated Kotlin: each kind comes back as its own typed error, with field and code, and leaves what is kept as it was. */
class ApiErrorsTest {
    @get:Rule val temporary = TemporaryFolder()

    private fun begun(vault: Vault) = vault.beginCheck(at(NOON), NewCheck(PartnerContext.CURRENT, false))

    @Test fun `answers outside 0 to 4`() {
        val vault = temporary.vault()
        val draft = begun(vault)
        val item = draft.items.first().id
        for (value in listOf(-1, 5, 300, Int.MIN_VALUE, Int.MAX_VALUE)) {
            assertInvalid("value", "out_of_range") { vault.answerCheck(at(NOON), draft.run, ItemAnswer(item, value, null)) }
            assertInvalid("value", "out_of_range") { scoreCheck(CheckAnswers(1u, listOf(ItemAnswer(item, value, null))), false) }
        }
        assertEquals("nothing was kept", emptyList<ItemAnswer>(), vault.resumeCheck(at(NOON), draft.run).answers)
    }

    @Test fun `time on a question below nothing`() {
        val vault = temporary.vault()
        val draft = begun(vault)
        assertInvalid("ms", "out_of_range") { vault.answerCheck(at(NOON), draft.run, ItemAnswer(draft.items.first().id, 1, -1)) }
    }

    @Test fun `an item that is none`() {
        val vault = temporary.vault()
        val draft = begun(vault)
        for (item in listOf("XX9", "", "ef1", "EF1 ")) {
            assertInvalid("item", "unknown_item") { vault.answerCheck(at(NOON), draft.run, ItemAnswer(item, 1, null)) }
            assertInvalid("item", "unknown_item") { scoreCheck(CheckAnswers(1u, listOf(ItemAnswer(item, 1, null))), false) }
        }
    }

    @Test fun `a version of the questions that is none`() {
        val other = CheckAnswers(2u, emptyList())
        assertInvalid("version", "unknown_version") { scoreCheck(other, false) }
        assertInvalid("version", "unknown_version") { compareChecks(other, listOf(CheckAnswers(1u, emptyList()))) }
        assertInvalid("version", "unknown_version") { suggest(GuidanceInput(other, false, false, false, null)) }
    }

    @Test fun `finished twice, or with nothing in it`() {
        val vault = temporary.vault()
        val empty = begun(vault)
        assertInvalid("answers", "nothing_answered") { vault.finishCheck(at(NOON), empty.run, emptyList()) }
        val run = vault.wholeCheck(NOON)
        val e = thrown<AmpersandException.Conflict> { vault.finishCheck(at(NOON + HOUR), run.id, emptyList()) }
        assertEquals("run_finished" to run.id, e.kind to e.id)
        val again = thrown<AmpersandException.Conflict> { vault.answerCheck(at(NOON + HOUR), run.id, ItemAnswer(empty.items.first().id, 0, null)) }
        assertEquals("run_finished" to run.id, again.kind to again.id)
    }

    @Test fun `again too soon`() {
        val vault = temporary.vault()
        vault.wholeCheck(NOON)
        assertInvalid("retest", "too_soon") { vault.beginCheck(at(NOON + 10 * DAY), NewCheck(PartnerContext.CURRENT, false)) }
    }

    @Test fun `a run left for too long, a run that is none`() {
        val vault = temporary.vault()
        val draft = begun(vault)
        vault.answerCheck(at(NOON), draft.run, ItemAnswer(draft.items.first().id, 2, null))
        val e = thrown<AmpersandException.Conflict> { vault.resumeCheck(at(NOON + 49 * HOUR), draft.run) }
        assertEquals("draft_expired" to draft.run, e.kind to e.id)
        assertInvalid("run", "malformed_id") { vault.resumeCheck(at(NOON), "not an id") }
        val unknown = draft.run.dropLast(4) + "0000"
        assertEquals("run" to unknown, thrown<AmpersandException.NotFound> { vault.deleteCheck(unknown) }.let { it.kind to it.id })
    }

    @Test fun `zone rules that do not reach far enough`() {
        val vault = temporary.vault()
        val span = at(NOON).zone
        val short = listOf(
            NowContext(NOON, ZoneSpan(span.id, NOON + 1, NOON + DAY, span.offsetS, emptyList())),
            NowContext(NOON, ZoneSpan(span.id, NOON - DAY, NOON, span.offsetS, emptyList())),
        )
        for (context in short) assertInvalid("zone", "zone_span_short") { vault.home(context) }
    }

    @Test fun `names and regions`() {
        val vault = temporary.vault()
        val settings = vault.settings()
        assertInvalid("name", "too_long") { vault.completeFirstRun("x".repeat(61)) }
        assertInvalid("name", "control_character") { vault.completeFirstRun("a\u0007b") }
        assertInvalid("region", "unknown_region") {
            vault.saveSettings(settings.copy(region = "ZZZ"))
        }
        assertEquals(settings, vault.settings())
    }

    @Test fun `a result before the private questions`() {
        val vault = temporary.vault()
        val run = vault.wholeCheck(NOON)
        assertInvalid("safety", "not_answered") { vault.checkResult(run.id) }
    }

    @Test fun `too few answers to the private questions`() {
        val vault = temporary.vault()
        assertInvalid("safety", "wrong_count") { vault.answerSafety(listOf(SafetyAnswer.NO)) }
        assertInvalid("safety", "wrong_count") { vault.leaveCareMode(emptyList()) }
        assertFalse(vault.safetyPage().answeredBefore)
    }

    @Test fun `a result of a run that is not finished`() {
        val vault = temporary.vault()
        val draft = begun(vault)
        for (call in listOf<() -> Any>({ vault.checkResult(draft.run) }, { vault.includeCheck(draft.run) }, { vault.excludeCheck(draft.run) })) {
            assertEquals("run_unfinished" to draft.run, thrown<AmpersandException.Conflict>(call).let { it.kind to it.id })
        }
    }

    @Test fun `let go of, it answers no more`() {
        val vault = temporary.vault()
        vault.lock()
        assertEquals("locked", thrown<AmpersandException.Locked> { vault.home(at(NOON)) }.code)
    }

    @Test fun `after an error the next call works`() {
        val vault = temporary.vault()
        assertInvalid("run", "malformed_id") { vault.checkResult("") }
        assertTrue(vault.home(at(NOON)).firstRun)
        assertFalse(vault.home(at(NOON)).careMode)
    }
}
