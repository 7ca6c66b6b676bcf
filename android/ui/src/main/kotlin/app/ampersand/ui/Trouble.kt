/**
 * What can go wrong, as a person meets it: one word for each code of docs/error-codes.md, and one text for each word.
 * A text says what happened, what became of what was saved, and what to do. Nothing a person wrote is ever in it.
 */
package app.ampersand.ui

import app.ampersand.core.AmpersandException

enum class TroubleKind {
    // the vault stays shut
    WRONG_KEY, KEY_LOST, LOCKED, DAMAGED, READ_ONLY, INCOMPLETE, IN_USE, DISK_FULL, IO, TOO_NEW, NO_VAULT, VAULT_EXISTS, WRONG_SECRET_LENGTH,
    NO_RANDOMNESS,

    // a Check
    OUT_OF_RANGE, UNKNOWN_ITEM, DUPLICATE_ITEM, UNKNOWN_VERSION, TOO_SOON, NOTHING_ANSWERED, SAFETY_FIRST, WRONG_COUNT, NO_SUCH_RUN, MALFORMED_ID,
    RUN_FINISHED, RUN_UNFINISHED, DRAFT_EXPIRED, DRAFT_VERSION,

    // settings
    NAME_TOO_LONG, NAME_CONTROL_CHARACTER, UNKNOWN_REGION, UNKNOWN_LANGUAGE,

    // the device, and the rest
    ZONE_TOO_SHORT, ZONE_INVALID, CLOCK, MALFORMED, INTERNAL,
}

/** [reference] stands in the log of the core beside what happened; it helps somebody who is asked for help. */
data class Trouble(val kind: TroubleKind, val retryable: Boolean = false, val reference: String = "")

/** The core's errors, every variant of them; a code that is not listed is an internal error and says so. */
fun troubleOf(e: AmpersandException): Trouble = when (e) {
    is AmpersandException.InvalidInput -> Trouble(invalidInput(e.field, e.code) ?: return unknown("${e.field}/${e.code}"))
    is AmpersandException.NotFound -> when (e.kind) {
        "vault" -> Trouble(TroubleKind.NO_VAULT)
        "run" -> Trouble(TroubleKind.NO_SUCH_RUN)
        else -> unknown(e.kind)
    }
    is AmpersandException.Conflict -> when (e.kind) {
        "vault" -> Trouble(TroubleKind.VAULT_EXISTS)
        "run_unfinished" -> Trouble(TroubleKind.RUN_UNFINISHED)
        "run_finished" -> Trouble(TroubleKind.RUN_FINISHED)
        "draft_expired" -> Trouble(TroubleKind.DRAFT_EXPIRED)
        "draft_version" -> Trouble(TroubleKind.DRAFT_VERSION)
        else -> unknown(e.kind)
    }
    is AmpersandException.Locked -> when (e.code) {
        "wrong_key" -> Trouble(TroubleKind.WRONG_KEY)
        "locked" -> Trouble(TroubleKind.LOCKED, retryable = true)
        else -> unknown(e.code)
    }
    is AmpersandException.Storage -> storage(e.code)?.let { Trouble(it, e.retryable) } ?: unknown(e.code)
    is AmpersandException.TooNew -> Trouble(TroubleKind.TOO_NEW)
    is AmpersandException.Internal -> Trouble(TroubleKind.INTERNAL, retryable = true, reference = e.reference)
}

private fun unknown(code: String) = Trouble(TroubleKind.INTERNAL, retryable = true, reference = code)

private fun invalidInput(field: String, code: String): TroubleKind? = when (code) {
    "out_of_range" -> if (field == "now") TroubleKind.CLOCK else TroubleKind.OUT_OF_RANGE
    "malformed" -> TroubleKind.MALFORMED
    "duplicate_item" -> TroubleKind.DUPLICATE_ITEM
    "wrong_count" -> TroubleKind.WRONG_COUNT
    "unknown_language" -> TroubleKind.UNKNOWN_LANGUAGE
    "zone_span_invalid" -> TroubleKind.ZONE_INVALID
    "unknown_item" -> TroubleKind.UNKNOWN_ITEM
    "unknown_version" -> TroubleKind.UNKNOWN_VERSION
    "zone_span_short" -> TroubleKind.ZONE_TOO_SHORT
    "wrong_length" -> TroubleKind.WRONG_SECRET_LENGTH
    "too_soon" -> TroubleKind.TOO_SOON
    "nothing_answered" -> TroubleKind.NOTHING_ANSWERED
    "not_answered" -> TroubleKind.SAFETY_FIRST
    "too_long" -> TroubleKind.NAME_TOO_LONG
    "control_character" -> TroubleKind.NAME_CONTROL_CHARACTER
    "unknown_region" -> TroubleKind.UNKNOWN_REGION
    "malformed_id" -> TroubleKind.MALFORMED_ID
    else -> null
}

private fun storage(code: String): TroubleKind? = when (code) {
    "damaged" -> TroubleKind.DAMAGED
    "incomplete" -> TroubleKind.INCOMPLETE
    "no_randomness" -> TroubleKind.NO_RANDOMNESS
    "read_only" -> TroubleKind.READ_ONLY
    "in_use" -> TroubleKind.IN_USE
    "disk_full" -> TroubleKind.DISK_FULL
    "io" -> TroubleKind.IO
    else -> null
}

fun Texts.title(trouble: Trouble): String = when (trouble.kind) {
    TroubleKind.WRONG_KEY -> statusWrongKeyTitle
    TroubleKind.KEY_LOST, TroubleKind.WRONG_SECRET_LENGTH -> statusKeyLostTitle
    TroubleKind.LOCKED -> statusLockedTitle
    TroubleKind.DAMAGED, TroubleKind.INCOMPLETE -> statusDamagedTitle
    TroubleKind.READ_ONLY -> statusReadOnlyTitle
    TroubleKind.IN_USE -> statusInUseTitle
    TroubleKind.DISK_FULL -> statusDiskFullTitle
    TroubleKind.TOO_NEW -> statusTooNewTitle
    else -> statusProblemTitle
}

fun Texts.body(trouble: Trouble): String = when (trouble.kind) {
    TroubleKind.WRONG_KEY -> errorWrongKey
    TroubleKind.KEY_LOST -> errorKeyLost
    TroubleKind.LOCKED -> errorLocked
    TroubleKind.DAMAGED -> errorDamaged
    TroubleKind.INCOMPLETE -> errorIncomplete
    TroubleKind.NO_RANDOMNESS -> errorNoRandomness
    TroubleKind.READ_ONLY -> errorReadOnly
    TroubleKind.IN_USE -> errorInUse
    TroubleKind.DISK_FULL -> errorDiskFull
    TroubleKind.IO -> errorIo
    TroubleKind.TOO_NEW -> errorTooNew
    TroubleKind.NO_VAULT -> errorNotFoundVault
    TroubleKind.VAULT_EXISTS -> errorVaultExists
    TroubleKind.WRONG_SECRET_LENGTH -> errorWrongLength
    TroubleKind.OUT_OF_RANGE -> errorOutOfRange
    TroubleKind.DUPLICATE_ITEM -> errorDuplicateItem
    TroubleKind.WRONG_COUNT -> errorWrongCount
    TroubleKind.RUN_UNFINISHED -> errorRunUnfinished
    TroubleKind.UNKNOWN_LANGUAGE -> errorUnknownLanguage
    TroubleKind.ZONE_INVALID -> errorZoneSpanInvalid
    TroubleKind.MALFORMED -> errorMalformed
    TroubleKind.UNKNOWN_ITEM -> errorUnknownItem
    TroubleKind.UNKNOWN_VERSION -> errorUnknownVersion
    TroubleKind.TOO_SOON -> errorTooSoon
    TroubleKind.NOTHING_ANSWERED -> errorNothingAnswered
    TroubleKind.SAFETY_FIRST -> errorNotAnswered
    TroubleKind.NO_SUCH_RUN -> errorNotFoundRun
    TroubleKind.MALFORMED_ID -> errorMalformedId
    TroubleKind.RUN_FINISHED -> errorRunFinished
    TroubleKind.DRAFT_EXPIRED -> errorDraftExpired
    TroubleKind.DRAFT_VERSION -> errorDraftVersion
    TroubleKind.NAME_TOO_LONG -> errorTooLong
    TroubleKind.NAME_CONTROL_CHARACTER -> errorControlCharacter
    TroubleKind.UNKNOWN_REGION -> errorUnknownRegion
    TroubleKind.ZONE_TOO_SHORT -> errorZoneSpanShort
    TroubleKind.CLOCK -> errorClock
    TroubleKind.INTERNAL -> errorInternal(trouble.reference)
}
