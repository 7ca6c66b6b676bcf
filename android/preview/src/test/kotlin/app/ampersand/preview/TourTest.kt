package app.ampersand.preview

import app.ampersand.core.Clock
import app.ampersand.platform.nowContext
import app.ampersand.ui.Drawn
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.awt.image.BufferedImage
import java.io.File
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import javax.imageio.ImageIO

class TourTest {
    @get:Rule val temporary = TemporaryFolder()

    /** Every stop in one look; `make run` draws it in all of them. */
    @Test fun `the whole tour finds what it should`() {
        val folder = temporary.newFolder()
        val earlier = File(folder, "99-a-stop-of-before-light-1x-2.png").apply { writeText("an earlier tour's") }
        val own = File(folder, "99-holiday.png").apply { writeText("somebody's") }
        val pictures = tour(folder, listOf(Drawn(dark = false, 1)))
        assertTrue("only ${pictures.size} pictures", pictures.size >= 95)
        assertFalse(earlier.exists())
        assertEquals("somebody's", own.readText())
        assertEquals(pictures.map { it.name }.sorted(), folder.list().orEmpty().filter { it != own.name }.sorted())
    }

    @Test fun `a picture on which nothing can be seen fails it`() {
        val blank = File(temporary.newFolder(), "blank.png")
        ImageIO.write(BufferedImage(720, 1600, BufferedImage.TYPE_INT_RGB), "png", blank)
        assertThrows(TourException::class.java) { Camera.check(blank) }
    }

    @Test fun `a step that does not lead where it should fails it`() {
        assertThrows(TourException::class.java) { expect("pigs fly", false) }
        assertThrows(TourException::class.java) { expected(null, "a pig") }
    }

    @Test fun `two pictures that are the same fail it`() {
        val camera = Camera(temporary.newFolder(), listOf(Drawn(dark = false, 1), Drawn(dark = true, 1)), NEW_YORK, AMERICAN)
        camera.take("opening", app.ampersand.ui.State())
        camera.checkAll()
        camera.take("opening-again", app.ampersand.ui.State())
        assertThrows(TourException::class.java) { camera.checkAll() }
    }

    @Test fun `the device secret is for its owner alone, and is made once`() {
        val home = temporary.newFolder()
        DesktopDoor(home, AMERICAN, { nowContext(clock().now, NEW_YORK) }, clock = ::clock).use { it.open(null) }
        val secret = File(home, "device-secret")
        val bytes = secret.readBytes()
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.toPath())))
        DesktopDoor(home, AMERICAN, { nowContext(clock().now, NEW_YORK) }, clock = ::clock).use { it.open(null) }
        assertTrue(secret.readBytes().contentEquals(bytes) && bytes.size == 32)
    }

    private fun clock() = Clock(1_795_000_000_000, 1_000)

    @Test fun `the vault lies in the person's data folder`() {
        assertEquals(File("/data/ampersand"), dataFolder(mapOf("XDG_DATA_HOME" to "/data"), "/home/a"))
        assertEquals(File("/home/a/.local/share/ampersand"), dataFolder(mapOf("XDG_DATA_HOME" to "not/absolute"), "/home/a"))
        assertEquals(File("/home/a/.local/share/ampersand"), dataFolder(emptyMap(), "/home/a"))
    }
}
