package app.ampersand.app

import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import androidx.core.content.FileProvider
import app.ampersand.ui.Shared
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import java.io.File
import java.io.FileNotFoundException

/** What leaves the app: by the system's sheet alone, one file or one text, with a copy that does not stay. */
@RunWith(RobolectricTestRunner::class)
class SharingTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    private lateinit var app: AmpersandApp
    private val copies get() = File(app.cacheDir, Sharing.FOLDER)

    @Before fun setUp() {
        forgetFolders()
        app = testApp()
        screens.launch()
        while (shadowOf(app).nextStartedActivity != null) Unit
    }

    /** The provider remembers for the whole process where its folders are; each test has folders of its own. */
    private fun forgetFolders() {
        val known = FileProvider::class.java.getDeclaredField("sCache").apply { isAccessible = true }
        (known.get(null) as MutableMap<*, *>).clear()
    }

    /** What the sheet was asked to hand on. */
    private fun sent(): Intent {
        val sheet = checkNotNull(shadowOf(app).nextStartedActivity) { "no sheet" }
        assertEquals(Intent.ACTION_CHOOSER, sheet.action)
        return checkNotNull(sheet.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
    }

    @Test fun `words go along as words, and no file is made`() {
        assertTrue(app.sharing.share(Shared.Words("1. The phones\n2. The hall")))
        val sent = sent()
        assertEquals(Intent.ACTION_SEND to "text/plain", sent.action to sent.type)
        assertEquals("1. The phones\n2. The hall", sent.getStringExtra(Intent.EXTRA_TEXT))
        assertEquals(setOf(Intent.EXTRA_TEXT), sent.extras?.keySet())
        assertFalse(copies.exists())
    }

    @Test fun `a page goes as a file that can be read, and by nothing but its link`() {
        assertTrue(app.sharing.share(Shared.Page("<p>é</p>", "summary.html")))
        val sent = sent()
        assertEquals(Intent.ACTION_SEND to "text/html", sent.action to sent.type)
        assertEquals(setOf(Intent.EXTRA_STREAM), sent.extras?.keySet())
        assertTrue("the one that is chosen may read it", sent.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        assertEquals("and not write", 0, sent.flags and Intent.FLAG_GRANT_WRITE_URI_PERMISSION)
        val link = checkNotNull(sent.getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))
        assertEquals(link, sent.clipData?.getItemAt(0)?.uri)
        assertEquals("content" to Sharing.AUTHORITY, link.scheme to link.authority)
        assertEquals("<p>é</p>", app.contentResolver.openInputStream(link)?.use { it.readBytes().decodeToString() })
        assertEquals("text/html", app.contentResolver.getType(link))
    }

    @Test fun `the copy goes when it is taken back, before the next one, and when the app starts`() {
        app.sharing.share(Shared.Page("one", "one.html"))
        val link = checkNotNull(sent().getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))
        app.sharing.share(Shared.Page("two", "two.html"))
        assertEquals(listOf("two.html"), copies.list()?.toList())
        assertThrows(FileNotFoundException::class.java) { app.contentResolver.openInputStream(link) }
        app.sharing.takeBack()
        assertFalse(copies.exists())
        app.sharing.share(Shared.Page("three", "three.html"))
        app.onCreate()
        assertFalse("of a process that ended before it could", copies.exists())
    }

    @Test fun `a name cannot lead out of the folder, and the vault is out of the provider's reach`() {
        app.sharing.share(Shared.Page("x", "../../no_backup/vault/vault.db"))
        assertEquals(listOf("vault.db"), copies.list()?.toList())
        for (path in listOf("shared/../../no_backup/vault/vault.db", "vault/vault.db")) {
            val link = Uri.Builder().scheme("content").authority(Sharing.AUTHORITY).appendEncodedPath(path).build()
            assertThrows(path, Exception::class.java) { app.contentResolver.openInputStream(link)?.close() }
        }
    }

    @Test fun `nobody else may ask the provider`() {
        val asked = PackageManager.PackageInfoFlags.of(PackageManager.GET_PROVIDERS.toLong())
        val provider = app.packageManager.getPackageInfo(app.packageName, asked).providers.orEmpty().single { it.authority == Sharing.AUTHORITY }
        assertFalse(provider.exported)
        assertTrue(provider.grantUriPermissions)
    }

    @Test fun `with nobody in front nothing is handed on`() {
        app.port.front = null
        assertFalse(app.sharing.share(Shared.Words("x")))
        assertNull(shadowOf(app).nextStartedActivity)
    }
}
