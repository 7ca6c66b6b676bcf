package app.ampersand.app

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.RECEIVE_BOOT_COMPLETED
import android.Manifest.permission.SCHEDULE_EXACT_ALARM
import android.content.Intent
import android.content.pm.PackageManager
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.drawable.AdaptiveIconDrawable
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import androidx.activity.compose.setContent
import androidx.compose.runtime.LaunchedEffect
import app.ampersand.R
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import java.io.File

@RunWith(RobolectricTestRunner::class)
class MainActivityTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    private lateinit var app: AmpersandApp

    @Before fun setUp() {
        app = testApp()
    }

    @Test fun `nothing of it may be captured, from the first frame on`() {
        val created = Robolectric.buildActivity(MainActivity::class.java).create()
        assertTrue(created.get().window.attributes.flags and FLAG_SECURE != 0)
        created.close()
    }

    @Test fun `covered while it is not in front`() {
        val controller = screens.launch()
        assertFalse(controller.get().has("cover"))
        controller.pause()
        idle()
        assertTrue(controller.get().has("cover"))
        controller.resume()
        idle()
        assertFalse(controller.get().has("cover"))
    }

    @Test fun `asks for what reminders need, and for no network`() {
        val info = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_PERMISSIONS)
        assertEquals(setOf(POST_NOTIFICATIONS, RECEIVE_BOOT_COMPLETED, SCHEDULE_EXACT_ALARM), info.requestedPermissions.orEmpty().toSet())
        assertEquals(PackageManager.PERMISSION_DENIED, app.checkSelfPermission(android.Manifest.permission.INTERNET))
    }

    @Test fun `the launcher shows its name and its mark`() {
        assertEquals(texts.appName, app.applicationInfo.loadLabel(app.packageManager).toString())
        val launcher = Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_LAUNCHER).setPackage(app.packageName)
        assertEquals(MainActivity::class.java.name, app.packageManager.queryIntentActivities(launcher, 0).single().activityInfo.name)
        val icon = app.getDrawable(R.mipmap.ic_launcher) as AdaptiveIconDrawable
        assertNotNull(icon.monochrome)
        val bitmap = Bitmap.createBitmap(432, 432, Bitmap.Config.ARGB_8888)
        icon.setBounds(0, 0, 432, 432)
        icon.background.draw(Canvas(bitmap))
        icon.foreground.draw(Canvas(bitmap))
        val line = app.getColor(R.color.icon_line)
        val share = (0 until 432 * 432).count { bitmap.getPixel(it % 432, it / 432) == line } / (432f * 432f)
        assertTrue("the line covers $share of the icon", share in 0.04f..0.2f)
        File("target/pictures").mkdirs()
        File("target/pictures/icon.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    @Test fun `a turn of the screen keeps the place`() {
        val controller = screens.launch()
        controller.get().begin()
        controller.get().answer(1, 3)
        controller.recreate()
        idle()
        controller.get().assertShows(texts.itemProgress(4, 38))
    }

    @Test fun `the end of the process keeps the place and every answer`() {
        val first = screens.launch()
        first.get().begin()
        first.get().answer(1, 3)
        val again = screens.launch(screens.processDies(first)).get()
        again.assertShows(texts.itemProgress(4, 38))
        again.tap("previous")
        again.assertShows(texts.itemProgress(3, 38))
        assertTrue(again.has("onward"))
    }

    @Test fun `what the system keeps names no answer`() {
        val first = screens.launch()
        first.get().begin()
        first.get().answer(1, 2)
        val kept = screens.processDies(first)
        val words = checkNotNull(kept.getStringArrayList("way"))
        assertTrue("$words", words.all { Regex("[a-z-]+(:[0-9a-f-]{36})?").matches(it) })
    }

    @Test fun `back goes a place back, and out of the app from the first`() {
        val controller = screens.launch()
        val activity = controller.get()
        activity.tap("begin")
        activity.tap("help")
        activity.assertShows(texts.helpTitle)
        activity.onBackPressedDispatcher.onBackPressed()
        idle()
        assertTrue(activity.has("next"))
        activity.onBackPressedDispatcher.onBackPressed()
        idle()
        assertTrue(activity.isFinishing)
    }

    @Test fun `started again in one process, it finds the vault open`() {
        screens.launch().get().tap("begin")
        val second = screens.launch().get()
        assertTrue(second.has("next"))
    }

    @Test fun `the real worker thread answers too`() {
        app.worker = Dispatchers.IO
        val activity = screens.launch().get()
        val end = System.nanoTime() + 20_000_000_000
        while (!activity.has("begin") && System.nanoTime() < end) idle(10)
        assertTrue(activity.has("begin"))
    }

    /** Holds because of kotlinx.coroutines.main.delay in pom.xml; without that, delay() takes real time on a thread of its own. */
    @Test fun `what Compose waits for follows the test's clock`() {
        var done = false
        screens.launch().get().setContent { LaunchedEffect(Unit) { delay(60_000); done = true } }
        idle(59_000)
        assertFalse(done)
        idle(2_000)
        assertTrue(done)
    }
}
