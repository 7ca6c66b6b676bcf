package app.ampersand.core

import org.junit.AfterClass
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** The shared vectors through the generated Kotlin API. The last line says how many there were: none of a kind is a failure. */
class VectorsTest {
    @Test fun scoring() = all("scoring", ::scoring)

    @Test fun change() = all("change", ::change)

    @Test fun guidance() = all("guidance", ::guidance)

    @Test fun reminderPlan() = all("reminder_plan", ::reminderPlan)

    private fun all(what: String, run: (Differences, com.google.gson.JsonObject, com.google.gson.JsonObject) -> Unit) {
        val cases = vectorFiles(vectorFolder()).filter { it.what == what }.flatMap { it.cases }
        assertTrue("no case of \"$what\" in ${vectorFolder()}", cases.isNotEmpty())
        val wrong = cases.mapNotNull { case ->
            val differences = Differences()
            try {
                run(differences, case["input"].asJsonObject, case["expect"].asJsonObject)
            } catch (e: AmpersandException) {
                differences.found += "threw $e"
            }
            differences.found.takeIf { it.isNotEmpty() }?.let { "${case["name"].asString}: ${it.joinToString("; ")}" }
        }
        count += cases.size
        failed += wrong.size
        assertEquals("${wrong.size} of ${cases.size} failed:\n${wrong.take(20).joinToString("\n")}", 0, wrong.size)
    }

    companion object {
        private var count = 0
        private var failed = 0

        @JvmStatic @AfterClass fun said() = println("vectors (Kotlin): $count cases, ${count - failed} passed, $failed failed")
    }
}
