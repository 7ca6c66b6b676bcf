/** Moods, feelings, what was just done, and differences in words. */
package app.ampersand.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.text.withStyle
import app.ampersand.core.DiffKind
import app.ampersand.core.DiffPiece
import app.ampersand.core.Grace
import app.ampersand.core.StrengthHint

/** From very bad to very good, in the core's order. */
fun Texts.moods(): List<String> = listOf(mood0, mood1, mood2, mood3, mood4)

fun Texts.mood(mood: Int): String = moods().getOrElse(mood) { mood.toString() }

/** The word for a feeling by its id; the id itself where a newer core has one that these texts lack. */
fun Texts.feeling(id: String): String = FEELINGS[id]?.invoke(this) ?: id

internal val FEELINGS: Map<String, (Texts) -> String> = mapOf(
    "amazed" to Texts::feelingAmazed, "amused" to Texts::feelingAmused, "angry" to Texts::feelingAngry, "annoyed" to Texts::feelingAnnoyed,
    "anxious" to Texts::feelingAnxious, "ashamed" to Texts::feelingAshamed, "brave" to Texts::feelingBrave, "calm" to Texts::feelingCalm,
    "confident" to Texts::feelingConfident, "content" to Texts::feelingContent, "disappointed" to Texts::feelingDisappointed,
    "discouraged" to Texts::feelingDiscouraged, "disgusted" to Texts::feelingDisgusted, "drained" to Texts::feelingDrained,
    "embarrassed" to Texts::feelingEmbarrassed, "excited" to Texts::feelingExcited, "fine" to Texts::feelingFine, "frustrated" to Texts::feelingFrustrated,
    "grateful" to Texts::feelingGrateful, "guilty" to Texts::feelingGuilty, "happy" to Texts::feelingHappy, "hopeful" to Texts::feelingHopeful,
    "hopeless" to Texts::feelingHopeless, "indifferent" to Texts::feelingIndifferent, "irritated" to Texts::feelingIrritated,
    "jealous" to Texts::feelingJealous, "joyful" to Texts::feelingJoyful, "lonely" to Texts::feelingLonely, "nothing" to Texts::feelingNothing,
    "numb" to Texts::feelingNumb, "okay" to Texts::feelingOkay, "overwhelmed" to Texts::feelingOverwhelmed, "passionate" to Texts::feelingPassionate,
    "peaceful" to Texts::feelingPeaceful, "proud" to Texts::feelingProud, "relieved" to Texts::feelingRelieved, "sad" to Texts::feelingSad,
    "satisfied" to Texts::feelingSatisfied, "scared" to Texts::feelingScared, "stressed" to Texts::feelingStressed,
    "surprised" to Texts::feelingSurprised, "worried" to Texts::feelingWorried,
)

fun Texts.said(said: Said): String = when (said) {
    is LifeSaid -> lifeSaid(said)
    is Said.MovedToTrash -> journalMovedToTrash(said.ids.size)
    is Said.Changed -> journalBulkChanged(said.count)
    is Said.Restored -> trashRestored(said.count)
    is Said.Purged -> trashPurged(said.count)
    Said.BroughtBack -> historyRestored
    Said.DiscardedNew -> editorDiscardedNew
    Said.DiscardedChanges -> editorDiscardedChanges
    Said.CopiesDeleted -> copiesDeleted
    Said.PassphraseSet -> passphraseSetDone
    Said.PassphraseChanged -> passphraseChangeDone
    Said.PassphraseRemoved -> passphraseRemoveDone
    Said.CareDismissed -> careCardDismissed
    Said.NoteSaved -> checkInNoteSaved
    Said.ReminderSaved -> remindersSaved
    Said.ReminderDeleted -> remindersDeleted
    Said.ReminderBroughtBack -> remindersBroughtBack
    Said.ReminderSettingsSaved -> remindersSettingsSaved
    Said.RemindersStartedOver -> remindersStartedOver
}

fun Texts.grace(grace: Grace): String = when (grace) {
    Grace.AT_ONCE -> graceAtOnce
    Grace.SECONDS30 -> graceSeconds30
    Grace.MINUTE1 -> graceMinute1
    Grace.MINUTES5 -> graceMinutes5
}

fun Texts.strength(level: Int): String =
    listOf(strengthLevel0, strengthLevel1, strengthLevel2, strengthLevel3, strengthLevel4).getOrElse(level) { level.toString() }

fun Texts.hint(hint: StrengthHint): String = when (hint) {
    StrengthHint.TOO_SHORT -> strengthTooShort
    StrengthHint.COMMON -> strengthCommon
    StrengthHint.REPEATS -> strengthRepeats
    StrengthHint.ADD_WORDS -> strengthAddWords
    StrengthHint.GOOD -> strengthGood
}

/** A difference to look at: what is gone is struck out, what has come is underlined; neither by its colour alone. */
fun List<DiffPiece>.drawn(removed: Color, added: Color): AnnotatedString = buildAnnotatedString {
    for ((at, piece) in this@drawn.withIndex()) {
        // what is gone and what has come in its place are two words to the eye
        if (at > 0 && this@drawn[at - 1].meets(piece)) append(' ')
        when (piece.kind) {
            DiffKind.SAME -> append(piece.text)
            DiffKind.REMOVED -> withStyle(SpanStyle(color = removed, textDecoration = TextDecoration.LineThrough)) { append(piece.text) }
            DiffKind.ADDED -> withStyle(SpanStyle(color = added, fontWeight = FontWeight.SemiBold, textDecoration = TextDecoration.Underline)) { append(piece.text) }
        }
    }
}

private fun DiffPiece.meets(next: DiffPiece): Boolean =
    kind == DiffKind.REMOVED && next.kind == DiffKind.ADDED && !text.endsWith(' ') && !next.text.startsWith(' ')

/** The same to listen to. */
fun Texts.spoken(difference: List<DiffPiece>): String = difference.filter { it.text.isNotBlank() }.joinToString(". ") { piece ->
    val text = piece.text.trim()
    when (piece.kind) {
        DiffKind.SAME -> a11yDiffSame(text)
        DiffKind.REMOVED -> a11yDiffRemoved(text)
        DiffKind.ADDED -> a11yDiffAdded(text)
    }
}

/** Around what was found in a piece of text, set by the core. */
private const val FOUND = '\uE000'
private const val FOUND_END = '\uE001'

/** The piece with what was found in bold. */
fun found(marked: String, ink: Color): AnnotatedString = buildAnnotatedString {
    val bold = SpanStyle(color = ink, fontWeight = FontWeight.Bold)
    marked.split(FOUND).forEachIndexed { index, piece ->
        if (index == 0) return@forEachIndexed append(piece.replace(FOUND_END.toString(), ""))
        withStyle(bold) { append(piece.substringBefore(FOUND_END)) }
        append(piece.substringAfter(FOUND_END, ""))
    }
}
