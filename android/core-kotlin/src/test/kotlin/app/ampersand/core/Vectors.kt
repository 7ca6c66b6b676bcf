/** Reads the shared vectors (tests/vectors/FORMAT.md) into what the generated API takes, and compares what comes back with what is expected. */
package app.ampersand.core

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File
import kotlin.math.abs

/** How far two numbers may lie apart (tests/vectors/FORMAT.md). */
private const val TOLERANCE = 1e-9

/** The kinds that go through the API, and those that the core's own runner takes; any other kind is a mistake. */
val VIA_API = setOf("scoring", "change", "guidance", "reminder_plan")
private val ELSEWHERE = setOf("civil_time")

/** One file of cases. */
class VectorFile(val what: String, val cases: List<JsonObject>)

/** The repository's own vectors, or those of the folder that VECTORS_DIR names; the repository's root is where a relative name starts. */
fun vectorFolder(): File = File(System.getProperty("ampersand.repository")).resolve(System.getenv("VECTORS_DIR").orEmpty().ifBlank { "tests/vectors" })

fun vectorFiles(folder: File): List<VectorFile> {
    val files = checkNotNull(folder.listFiles { f -> f.extension == "json" }) { "$folder is no folder" }.sortedBy { it.name }
    return files.map { file ->
        val root = JsonParser.parseString(file.readText()).asJsonObject
        val what = root["what"].asString
        check(what in VIA_API || what in ELSEWHERE) { "${file.name}: unknown kind \"$what\"" }
        check(root["version"].asInt == 1) { "${file.name}: unknown version ${root["version"]}" }
        VectorFile(what, root["cases"].asJsonArray.map { it.asJsonObject })
    }
}

/** Answers of version 1 of the instrument; a null is a skipped question. */
fun answersOf(answers: JsonElement, ms: JsonObject = JsonObject()): CheckAnswers = CheckAnswers(
    1u,
    answers.asJsonObject.entrySet().map { (item, value) -> ItemAnswer(item, value.orNull()?.asInt, ms[item].orNull()?.asLong) },
)

fun JsonElement?.orNull(): JsonElement? = this?.takeUnless { it.isJsonNull }

/** Collects where an answer of the core and an expectation part. */
class Differences {
    val found = mutableListOf<String>()

    fun number(where: String, expected: JsonElement?, got: Double?) {
        val e = expected.orNull()?.asDouble
        val same = if (e == null || got == null) e == null && got == null else abs(e - got) <= TOLERANCE
        if (!same) found += "$where: expected $e, got $got"
    }

    fun <T> same(where: String, expected: T, got: T) {
        if (expected != got) found += "$where: expected $expected, got $got"
    }
}

val Enum<*>.word get() = name.lowercase()

private fun JsonElement.words(): List<String> = (this as JsonArray).map { it.asString }

private fun estimate(d: Differences, where: String, expected: JsonObject?, got: Estimate?) {
    d.same("$where is there", expected != null, got != null)
    if (expected == null || got == null) return
    d.number("$where score", expected["score"], got.score)
    d.number("$where sem", expected["sem"], got.sem)
    val band = expected["band"].asJsonObject
    d.same("$where band", band["from"].asString to band["to"].asString, got.band.from.word to got.band.to.word)
}

fun scoring(d: Differences, input: JsonObject, expect: JsonObject) {
    val got = scoreCheck(answersOf(input["answers"], input["ms"].orNull()?.asJsonObject ?: JsonObject()), input["retest"].asBoolean)
    val scales = expect["scales"].asJsonObject
    d.same("scales", scales.keySet(), got.scales.map { it.scale.name }.toSet())
    for (scale in got.scales) {
        val expected = scales[scale.scale.name].orNull()?.asJsonObject
        estimate(d, scale.scale.name, expected, scale.estimate)
        if (expected != null) d.same("${scale.scale.name} answered", expected["answered"].asInt to expected["of"].asInt, scale.answered.toInt() to scale.of.toInt())
    }
    val totals = expect["totals"].asJsonObject
    d.same("totals", totals.keySet(), got.totals.map { it.total.name }.toSet())
    for (total in got.totals) estimate(d, total.total.name, totals[total.total.name].orNull()?.asJsonObject, total.estimate)
    val quality = expect["quality"].asJsonObject
    d.same("flags", quality["flags"].words(), got.quality.flags.map { it.word })
    d.same("low_confidence", quality["low_confidence"].asBoolean, got.quality.lowConfidence)
}

fun change(d: Differences, input: JsonObject, expect: JsonObject) {
    val got = compareChecks(answersOf(input["baseline"]), input["later"].asJsonArray.map { answersOf(it) })
    val all = got.scales.associate { it.scale.name to it.change } + got.totals.associate { it.total.name to it.change }
    d.same("scales and totals", expect.keySet(), all.keys)
    for ((id, change) in all) {
        val expected = expect[id].orNull()?.asJsonObject ?: continue
        val claim = if (change.claim == Claim.NOT_CLAIMED) "none" else change.claim.word
        d.same("$id claim", expected["claim"].asString, claim)
        if (claim == "none") continue
        d.number("$id points", expected["points"], change.points)
        d.number("$id rci", expected["rci"], change.rci)
        d.number("$id p", expected["p"], change.p)
    }
}

fun guidance(d: Differences, input: JsonObject, expect: JsonObject) {
    val got = suggest(
        GuidanceInput(
            answersOf(input["answers"]), input["solo_mode"].asBoolean, input["also_in_past"].asBoolean, input["sexual_opt_in"].asBoolean,
            input["earlier_pattern"].orNull()?.asDouble,
        ),
    )
    d.same("ranking", expect["ranking"].words(), got.ranking.map { it.area.name })
    val needs = expect["needs"].asJsonObject
    d.same("needs", needs.keySet(), got.ranking.map { it.area.name }.toSet())
    for (need in got.ranking) {
        d.number("need of ${need.area}", needs[need.area.name], need.need)
        // "why this?" shows the parts: they have to add up to the figure beside them
        val sum = need.parts.sumOf { it.points }
        if (abs(sum - need.need) > TOLERANCE) d.found += "parts of ${need.area}: $sum, but the need is ${need.need}"
    }
    d.same("choose_between", expect["choose_between"].words(), got.chooseBetween.map { it.name })
    d.same("boundary_kind", expect["boundary_kind"].orNull()?.asString, got.boundaryKind?.word)
    d.same("cards", expect["cards"].words(), got.cards.map { it.word })
}
