package app.ampersand.checks

import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.w3c.dom.Element
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory

/** Two builds of the same sources: they have to name the same versions, or what was tested is not what goes onto a phone. */
class BuildFilesTest {
    private val android = File(repository, "android")
    private val pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(android, "pom.xml")).documentElement
    private val properties = pom.child("properties").let { p ->
        (0 until p.childNodes.length).map { p.childNodes.item(it) }.filterIsInstance<Element>().associate { it.tagName to it.textContent }
    }
    private val toml = File(android, "gradle/libs.versions.toml").readText()
    private val gradle = toml.substringAfter("[versions]").substringBefore("\n[").lines()
        .mapNotNull { Regex("""^([\w-]+) = "([^"]+)"$""").find(it) }.associate { it.groupValues[1] to it.groupValues[2] }

    private fun Element.child(name: String) = (0 until childNodes.length).map { childNodes.item(it) }.filterIsInstance<Element>().first { it.tagName == name }

    private fun same(inGradle: String, inMaven: String) =
        assertEquals("$inGradle (libs.versions.toml) and $inMaven (pom.xml)", properties.getValue(inMaven), gradle.getValue(inGradle))

    @Test fun `both builds name the same versions`() {
        same("kotlin", "kotlin.version")
        same("coroutines", "coroutines.version")
        same("jna", "jna.version")
        same("compose", "jetpack.version")
        same("compose-bom", "compose.bom.version")
        same("material3", "jetpack.material3.version")
        same("activity", "activity.version")
    }

    @Test fun `one version of the app`() {
        val cargo = File(repository, "Cargo.toml").readText().substringAfter("[workspace.package]")
        val version = checkNotNull(Regex("""(?m)^version = "([^"]+)"""").find(cargo)).groupValues[1]
        assertEquals("Cargo.toml and pom.xml", version, pom.child("version").textContent)
        assertEquals("Cargo.toml and libs.versions.toml", version, gradle.getValue("app-name"))
    }

    @Test fun `the lowest Android is the one that is checked for`() {
        val signature = checkNotNull(Regex("""gummy-bears-api-(\d+)""").find(File(android, "pom.xml").readText())).groupValues[1]
        assertEquals(signature, gradle.getValue("min-sdk"))
        val robolectric = File(android, "app/src/test/resources/robolectric.properties").readText()
        assertTrue("tested on the API that the app is made for", "sdk=${gradle.getValue("target-sdk")}\n" in robolectric)
    }

    @Test fun `only exact versions`() {
        val poms = android.walkTopDown().onEnter { it.name != "target" }.filter { it.name == "pom.xml" }.toList()
        assertEquals(7, poms.size)
        for (file in poms) for (version in Regex("<version>([^<]*)</version>").findAll(file.readText()).map { it.groupValues[1] }) {
            assertTrue("${file.relativeTo(repository)}: $version", Regex("""\d[\w.-]*|\$\{[\w.]+}""").matches(version) && "SNAPSHOT" !in version)
        }
        for ((name, version) in properties) if (name.endsWith("version")) assertTrue("$name: $version", Regex("""\d[\w.-]*""").matches(version))
        for ((name, version) in gradle) assertTrue("$name: $version", Regex("""\d[\w.-]*""").matches(version))
        assertEquals("a version outside [versions]", emptyList<String>(), Regex("""version = "[^"]*"""").findAll(toml).map { it.value }.toList())
    }

    @Test fun `the device build compiles the folders that Maven compiles`() {
        val script = File(android, "app/build.gradle.kts").readText()
        for (folder in listOf("ui/src/main/kotlin", "core-kotlin/src/main/kotlin")) {
            assertTrue("$folder is not in build.gradle.kts", "rootDir.resolve(\"$folder\")" in script)
            assertTrue("$folder is no folder", File(android, folder).isDirectory)
        }
        for (made in listOf("kotlin", "generated/kotlin", "android-jni")) assertTrue("build/$made is not in build.gradle.kts", "made.resolve(\"$made\")" in script)
        val library = File(repository, "tools/android-ndk.sh").readText()
        for (abi in Regex("\"(arm64-v8a|armeabi-v7a|x86_64)\"").findAll(script).map { it.groupValues[1] }.toSet()) {
            assertTrue("tools/android-ndk.sh does not build $abi", "build $abi " in library)
        }
    }
}
