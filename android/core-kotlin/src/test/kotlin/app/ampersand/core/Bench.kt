/** What the API tests share: a vault in a folder of its own, moments, and a look at the folder's bytes. */
package app.ampersand.core

import app.ampersand.platform.nowContext
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.fail
import org.junit.rules.TemporaryFolder
import java.io.File
import java.time.Instant
import java.time.ZoneId

const val DAY = 86_400_000L
const val HOUR = 3_600_000L

/** 2026-03-02 at noon in Berlin; tests count from here. */
val NOON: Long = Instant.parse("2026-03-02T11:00:00Z").toEpochMilli()

fun at(ms: Long): NowContext = nowContext(ms, ZoneId.of("Europe/Berlin"))

/** A device secret that is [byte] thirty-two times; the fixtures' one is of sevens. */
fun secretOf(byte: Int) = ByteArray(32) { byte.toByte() }

fun config(folder: File, secret: ByteArray = secretOf(7)) = VaultConfig(folder.path, secret, passphrase = null, locale = "en", clock = Clock(NOON, 1_000))

fun TemporaryFolder.vault(): Vault = Vault.create(config(File(root, "vault")))

fun repository(path: String) = File(System.getProperty("ampersand.repository"), path)

/** Name and bytes of each file below. */
fun bytesOf(folder: File): Map<String, ByteArray> =
    folder.walkTopDown().filter { it.isFile }.associate { it.relativeTo(folder).path to it.readBytes() }

/** Fails unless every file that was there is there still, byte for byte. */
fun assertUntouched(folder: File, before: Map<String, ByteArray>) {
    val after = bytesOf(folder)
    assertEquals("files", before.keys, after.keys.intersect(before.keys))
    for ((name, bytes) in before) assertArrayEquals(name, bytes, after.getValue(name))
}

/** Runs [call], which has to throw, and hands over what it threw. */
inline fun <reified E : AmpersandException> thrown(call: () -> Any?): E {
    val answer = try {
        call()
    } catch (e: AmpersandException) {
        if (e is E) return e
        throw AssertionError("expected ${E::class.simpleName}, got $e", e)
    }
    fail("expected ${E::class.simpleName}, got $answer")
    error("unreachable")
}

fun assertInvalid(field: String, code: String, call: () -> Any?) {
    val e = thrown<AmpersandException.InvalidInput>(call)
    assertEquals(field to code, e.field to e.code)
}

/** Takes a whole Check that starts at [start]; every question gets [value]. */
fun Vault.wholeCheck(start: Long, value: (Int) -> Int = { it % 5 }): RunSummary {
    val draft = beginCheck(at(start), NewCheck(PartnerContext.CURRENT, true))
    draft.items.forEachIndexed { i, item -> answerCheck(at(start + i * 4_000L), draft.run, ItemAnswer(item.id, value(i), 4_000)) }
    return finishCheck(at(start + 200_000), draft.run, emptyList())
}
