package app.ampersand.core

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File
import java.io.RandomAccessFile
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

/** A vault that cannot be opened: each reason comes back as its own typed error, and every byte stays where it was. */
class OpenErrorsTest {
    @get:Rule val temporary = TemporaryFolder()
    private val folder get() = File(temporary.root, "vault")

    /** A vault with a finished Check in it, let go of. */
    private fun kept(): Map<String, ByteArray> {
        temporary.vault().apply { wholeCheck(NOON) }.lock()
        return bytesOf(folder)
    }

    private fun open(secret: ByteArray = secretOf(7)) = Vault.open(config(folder, secret))

    private fun fixture(name: String): Map<String, ByteArray> {
        val source = repository("tests/fixtures/$name")
        assertTrue("$source is missing", source.isDirectory)
        source.copyRecursively(folder)
        return bytesOf(folder)
    }

    @Test fun `none there, one there already`() {
        assertEquals(VaultPresence.ABSENT, vaultPresence(folder.path))
        assertEquals("vault", thrown<AmpersandException.NotFound> { open() }.kind)
        val before = kept()
        assertEquals(VaultPresence.PRESENT, vaultPresence(folder.path))
        assertEquals("vault", thrown<AmpersandException.Conflict> { temporary.vault() }.kind)
        assertUntouched(folder, before)
    }

    @Test fun `the wrong key`() {
        val before = kept()
        assertEquals("wrong_key", thrown<AmpersandException.Locked> { open(secretOf(8)) }.code)
        assertUntouched(folder, before)
        open().lock()
    }

    @Test fun `a key of the wrong length`() {
        kept()
        for (length in listOf(0, 31, 33)) assertInvalid("device_secret", "wrong_length") { open(ByteArray(length)) }
    }

    @Test fun `cut short`() {
        kept()
        val vault = folder.walk().filter { it.isFile }.maxBy { it.length() }
        RandomAccessFile(vault, "rw").use { it.setLength(it.length() / 2 + 7) }
        val before = bytesOf(folder)
        assertEquals("damaged" to false, thrown<AmpersandException.Storage> { open() }.let { it.code to it.retryable })
        assertUntouched(folder, before)
    }

    @Test fun `of a newer app`() {
        val before = fixture("newer-vault")
        val e = thrown<AmpersandException.TooNew> { open() }
        assertTrue("found ${e.found}, supported ${e.supported}", e.found > e.supported)
        assertUntouched(folder, before)
    }

    @Test fun `a run of another version of the questions`() {
        fixture("other-version-draft")
        val vault = open()
        val draft = vault.checkOverview(at(NOON), PartnerContext.CURRENT).keptDrafts.single { it.state == DraftState.OTHER_VERSION }
        val e = thrown<AmpersandException.Conflict> { vault.resumeCheck(at(NOON), draft.run) }
        assertEquals("draft_version" to draft.run, e.kind to e.id)
        vault.lock()
    }

    @Test fun `opened twice in one process`() {
        val first = temporary.vault()
        assertEquals("in_use" to true, thrown<AmpersandException.Storage> { open() }.let { it.code to it.retryable })
        first.lock()
        open().lock()
    }

    @Test fun `opened by two processes`() {
        val first = temporary.vault()
        first.wholeCheck(NOON)
        assertEquals("Storage in_use true", openElsewhere(folder, temporary.newFolder("second"), asNobody = false))
        first.lock()
        assertEquals("opened", openElsewhere(folder, temporary.newFolder("third"), asNobody = false))
    }

    @Test fun `in a folder that may only be read`() {
        val before = kept()
        val root = System.getProperty("user.name") == "root"
        Files.setPosixFilePermissions(temporary.root.toPath(), PosixFilePermissions.fromString("rwxr-xr-x"))
        val all = folder.walkTopDown().toList()
        for (file in all) Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString(if (file.isFile) "r--r--r--" else "r-xr-xr-x"))
        try {
            assertEquals("Storage read_only false", openElsewhere(folder, temporary.newFolder("reader"), asNobody = root))
            assertUntouched(folder, before)
        } finally {
            for (file in all) Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString("rwxr-xr-x"))
        }
        open().lock()
    }
}
