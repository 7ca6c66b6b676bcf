package app.ampersand.app

import android.app.Activity
import app.ampersand.ui.Trouble
import app.ampersand.ui.TroubleKind
import app.ampersand.ui.body
import app.ampersand.ui.title
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.io.RandomAccessFile

/** A vault that stays shut: each reason has its own page, help is on it, and not a byte of what is kept has moved. */
@RunWith(RobolectricTestRunner::class)
class ShutTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    private lateinit var app: AmpersandApp

    @Before fun setUp() {
        app = testApp()
    }

    /** A vault with three answers in it, and the app away from it. */
    private fun kept() {
        val first = screens.launch()
        first.get().begin()
        first.get().answer(1, 3)
        screens.processDies(first)
    }

    private fun assertShut(kind: TroubleKind): Activity {
        val before = app.files()
        val activity = screens.launch().get()
        val trouble = Trouble(kind)
        activity.assertShows(texts.title(trouble))
        activity.assertShows(texts.body(trouble))
        activity.picture("shut-${kind.name.lowercase().replace('_', '-')}")
        activity.tap("help")
        activity.assertShows(texts.helpTitle)
        activity.tap("back")
        activity.assertShows(texts.title(trouble))
        assertEquals("files", before, app.files())
        return activity
    }

    @Test fun `the keystore has lost the key`() {
        kept()
        FakeKeystore.keys.clear()
        assertShut(TroubleKind.KEY_LOST)
        assertTrue("opening makes no key", FakeKeystore.keys.isEmpty())
    }

    @Test fun `the sealed secret is gone`() {
        kept()
        assertTrue(app.kept("device-secret").delete())
        assertShut(TroubleKind.KEY_LOST)
        assertFalse(app.kept("device-secret").exists())
    }

    @Test fun `the keystore has another key`() {
        kept()
        FakeKeystore.keys.keys.toList().forEach { FakeKeystore.keys[it] = FakeKeystore.anotherKey() }
        assertShut(TroubleKind.WRONG_KEY)
    }

    @Test fun `the sealed secret is not as it was written`() {
        kept()
        RandomAccessFile(app.kept("device-secret"), "rw").use { it.seek(20); val b = it.read(); it.seek(20); it.write(b xor 1) }
        assertShut(TroubleKind.WRONG_KEY)
    }

    @Test fun `a secret that opens another vault`() {
        kept()
        val sealed = KeystoreKey("ampersand.device-secret.1").seal(ByteArray(DeviceSecret.LENGTH) { 9 })
        app.kept("device-secret").writeBytes(sealed)
        assertShut(TroubleKind.WRONG_KEY)
    }

    @Test fun `a vault cut short`() {
        kept()
        val vault = app.kept("vault").walk().filter { it.isFile }.maxBy { it.length() }
        RandomAccessFile(vault, "rw").use { it.setLength(it.length() / 2 + 7) }
        assertShut(TroubleKind.DAMAGED)
    }

    @Test fun `a keystore that is only away is asked again`() {
        kept()
        FakeKeystore.broken = true
        val activity = assertShut(TroubleKind.IO)
        FakeKeystore.broken = false
        activity.tapWords(texts.statusRetry)
        assertTrue(activity.has("next"))
    }

    @Test fun `a vault that somebody else has open`() {
        val first = screens.launch()
        first.get().tap("begin")
        app.core = app.newCore()
        val second = screens.launch().get()
        second.assertShows(texts.title(Trouble(TroubleKind.IN_USE)))
    }

    @Test fun `without a vault, a secret that cannot be read makes room and is not thrown away`() {
        val old = ByteArray(61) { 5 }
        app.kept("device-secret").apply { parentFile?.mkdirs() }.writeBytes(old)
        assertTrue(screens.launch().get().has("begin"))
        assertEquals(old.toList(), app.kept("device-secret.aside-1").readBytes().toList())
        assertNotEquals(old.toList(), app.kept("device-secret").readBytes().toList())
    }

    @Test fun `the secret lies sealed, and each time differently`() {
        val key = KeystoreKey("another")
        val secret = ByteArray(DeviceSecret.LENGTH) { it.toByte() }
        val one = key.seal(secret)
        val two = key.seal(secret)
        assertFalse(one.contentEquals(two))
        assertEquals(secret.toList(), key.open(one).toList())
        assertFalse("the secret is in there as it is", one.toList().windowed(8).any { it in secret.toList().windowed(8) })
    }
}
