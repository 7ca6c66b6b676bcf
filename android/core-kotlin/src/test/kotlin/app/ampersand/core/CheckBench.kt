/**
 * Times one Check through the generated Kotlin: begin, 38 answers, finish, result. Each round has a vault of its own, made and opened before the
 * clock starts; the first rounds, in which the machine is still compiling, do not count. Prints the median as one line of JSON.
 *
 * Arguments: ROUNDS FOLDER, or `turns` FOLDER for one Check with each line read
 */
package app.ampersand.core

import java.io.File
import java.util.Locale

private const val NOW = 1_795_435_200_000L
private const val WARM_UP = 400

private val context = NowContext(NOW, ZoneSpan("Etc/UTC", NOW - 40 * DAY, NOW + 400 * DAY, 0, emptyList()))

fun main(arguments: Array<String>) {
    val (rounds, folder) = arguments[0] to File(arguments[1])
    repeat(WARM_UP) { oneCheck(folder) }
    if (rounds == "turns") {
        while (readlnOrNull() != null) tell(1, folder)
    } else {
        tell(rounds.toInt(), folder)
    }
}

private fun tell(rounds: Int, folder: File) {
    val times = List(rounds) { oneCheck(folder) }.sorted()
    val median = (times[(rounds - 1) / 2] + times[rounds / 2]) / 2
    println(String.format(Locale.ROOT, """{"language":"kotlin","rounds":%d,"median_ms":%.3f}""", rounds, median))
}

/** Milliseconds of one Check in a vault in [folder], which is removed after it. */
private fun oneCheck(folder: File): Double {
    Vault.create(config(folder)).run {
        answerSafety(List(5) { SafetyAnswer.NO })
        lock()
    }
    val vault = Vault.open(config(folder))
    val start = System.nanoTime()
    val draft = vault.beginCheck(context, NewCheck(PartnerContext.CURRENT, false))
    draft.items.forEachIndexed { position, item ->
        vault.answerCheck(context, draft.run, ItemAnswer(item.id, position * 7 % 5, 3_000))
    }
    vault.finishCheck(context, draft.run, emptyList())
    val result = vault.checkResult(draft.run)
    val took = (System.nanoTime() - start) / 1e6
    check(result.scales.size == 8)
    vault.lock()
    vault.close()
    check(folder.deleteRecursively())
    return took
}
