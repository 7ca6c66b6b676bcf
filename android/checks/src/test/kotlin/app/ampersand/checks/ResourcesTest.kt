package app.ampersand.checks

import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import java.io.File

/** The few Android resources, held against what they are copies of; and a manifest that asks for no more than reminders need, and gives nothing away. */
class ResourcesTest {
    private val main = File(repository, "android/app/src/main")
    private val look = File(repository, "core/data/look.json").readText()
    private val english = File(repository, "core/data/strings/en.json").readText()
    private val manifest = File(main, "AndroidManifest.xml").readText()

    private fun colours(folder: String) = Regex("""<color name="(\w+)">#FF(\w{6})</color>""").findAll(File(main, "res/$folder/colors.xml").readText())
        .associate { it.groupValues[1] to it.groupValues[2].uppercase() }

    /** The colour [role] as look.json has it, light or dark. */
    private fun inLook(scheme: String, role: String): String {
        val part = checkNotNull(Regex("\"$scheme\"\\s*:\\s*\\{(.*?)\\}", RegexOption.DOT_MATCHES_ALL).find(look)) { "no $scheme in look.json" }.groupValues[1]
        return checkNotNull(Regex("\"$role\"\\s*:\\s*\"#(\\w{6})\"").find(part)) { "no $scheme $role in look.json" }.groupValues[1].uppercase()
    }

    @Test fun `colours are the look's`() {
        assertEquals(
            mapOf("background" to inLook("light", "background"), "icon_background" to inLook("light", "background"), "icon_line" to inLook("light", "primary")),
            colours("values"),
        )
        assertEquals(mapOf("background" to inLook("dark", "background")), colours("values-night"))
    }

    @Test fun `the label is the catalogue's, and the only text here`() {
        val texts = File(main, "res").walkTopDown().filter { it.name == "strings.xml" }.toList()
        assertEquals(listOf("values"), texts.map { it.parentFile.name })
        val strings = Regex("<string[^>]*>([^<]*)</string>").findAll(texts.single().readText()).map { it.groupValues[1] }.toList()
        val name = checkNotNull(Regex("\"app\\.name\"\\s*:\\s*\"([^\"]*)\"").find(english)).groupValues[1]
        assertEquals(listOf(name), strings)
    }

    @Test fun `the languages that Android offers are the catalogue's`() {
        val offered = Regex("<locale android:name=\"([^\"]+)\"").findAll(File(main, "res/xml/locales.xml").readText()).map { it.groupValues[1] }.toSet()
        val there = checkNotNull(File(repository, "core/data/strings").listFiles { f -> f.extension == "json" }).map { it.nameWithoutExtension }.toSet()
        assertEquals(there, offered)
    }

    @Test fun `asks for what reminders need and nothing else, the network least of all`() {
        val asked = Regex("<uses-permission[\\w-]*\\s+android:name=\"([^\"]*)\"").findAll(manifest).map { it.groupValues[1] }.toList()
        assertEquals(listOf("POST_NOTIFICATIONS", "RECEIVE_BOOT_COMPLETED", "SCHEDULE_EXACT_ALARM").map { "android.permission.$it" }, asked)
        assertEquals("one that is asked for in another way", asked.size, Regex("uses-permission").findAll(manifest).count())
        assertTrue("android:allowBackup=\"false\"" in manifest)
        assertTrue("android:fullBackupContent=\"@xml/backup_nothing\"" in manifest)
        assertTrue("android:dataExtractionRules=\"@xml/extract_nothing\"" in manifest)
        assertEquals("only the launcher's door is open", 1, Regex("android:exported=\"true\"").findAll(manifest).count())
        assertFalse("usesCleartextTraffic" in manifest)
    }

    @Test fun `the system is heard where alarms, clocks and words hang on it, and nobody else is`() {
        val doors = Regex("<(activity|receiver|service|provider)\\b.*?>", RegexOption.DOT_MATCHES_ALL).findAll(manifest).map { it.value }.toList()
        assertEquals(6, doors.size)
        for (door in doors) assertTrue("$door is open or does not say", "MainActivity" in door || "android:exported=\"false\"" in door)
        val heard = manifest.substringAfter("reminders.SystemReceiver").substringBefore("</receiver>")
        val intent = "android.intent.action."
        assertEquals(
            listOf(
                "${intent}BOOT_COMPLETED", "${intent}MY_PACKAGE_REPLACED", "${intent}TIMEZONE_CHANGED", "${intent}TIME_SET", "${intent}LOCALE_CHANGED",
                "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
            ),
            Regex("<action android:name=\"([^\"]*)\"").findAll(heard).map { it.groupValues[1] }.toList(),
        )
    }

    @Test fun `nothing goes into a backup, by any way`() {
        val domains = setOf("root", "file", "database", "sharedpref", "external")
        val device = setOf("device_root", "device_file", "device_database", "device_sharedpref")
        fun excluded(xml: String) = Regex("<exclude domain=\"(\\w+)\" path=\"\\.\"/>").findAll(xml).map { it.groupValues[1] }.toSet()
        val old = File(main, "res/xml/backup_nothing.xml").readText()
        val new = File(main, "res/xml/extract_nothing.xml").readText()
        assertEquals(domains, excluded(old))
        for (way in listOf("cloud-backup", "device-transfer")) assertEquals(way, domains + device, excluded(new.substringAfter("<$way>").substringBefore("</$way>")))
        assertFalse("include" in (old + new).replace(Regex("<!--.*?-->"), ""))
    }
}
