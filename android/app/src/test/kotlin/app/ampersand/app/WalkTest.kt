package app.ampersand.app

import app.ampersand.core.PartnerContext
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** A whole Check by taps on the real core, drawn by Android's own Compose: the pictures are in target/pictures. */
@RunWith(RobolectricTestRunner::class)
class WalkTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    private lateinit var app: AmpersandApp

    @Before fun setUp() {
        app = testApp()
    }

    private fun walk(look: String) {
        val activity = screens.launch().get()
        val drawn = mutableSetOf<Int>()
        var count = 0
        activity.wholeCheck { name ->
            val picture = activity.picture("$name-$look")
            val pixels = IntArray(picture.width * picture.height).also { picture.getPixels(it, 0, picture.width, 0, 0, picture.width, picture.height) }
            drawn += pixels.contentHashCode()
            count++
        }
        assertEquals("no two screens look the same", count, drawn.size)
        val run = app.core.open(null).checkOverview(app.now(), PartnerContext.CURRENT).runs.runs.single()
        assertEquals(38u to 38u, run.answered to run.of)
        assertTrue(run.counts)
    }

    @Test fun `light`() = walk("light-1x")

    @Test @Config(qualifiers = "+night") fun `dark`() = walk("dark-1x")

    @Test fun `text twice as large`() {
        RuntimeEnvironment.setFontScale(2f)
        walk("light-2x")
    }
}
