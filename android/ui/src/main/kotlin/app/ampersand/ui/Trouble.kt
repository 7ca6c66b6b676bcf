/** What can go wrong, as a person meets it: one word for each code of docs/error-codes.md. TroubleWords.kt has one text for each word. */
package app.ampersand.ui

import app.ampersand.core.AmpersandException

enum class TroubleKind {
    // the vault stays shut
    WRONG_KEY, KEY_LOST, LOCKED, DAMAGED, READ_ONLY, INCOMPLETE, IN_USE, DISK_FULL, IO, TOO_NEW, NO_VAULT, VAULT_EXISTS, WRONG_SECRET_LENGTH,
    NO_RANDOMNESS,

    // a Check
    OUT_OF_RANGE, UNKNOWN_ITEM, DUPLICATE_ITEM, UNKNOWN_VERSION, TOO_SOON, NOTHING_ANSWERED, SAFETY_FIRST, WRONG_COUNT, NO_SUCH_RUN, MALFORMED_ID,
    RUN_FINISHED, RUN_UNFINISHED, DRAFT_EXPIRED, DRAFT_VERSION,

    // the journal
    BODY_TOO_LONG, TITLE_TOO_LONG, TAG_TOO_LONG, QUERY_TOO_LONG, BODY_CONTROL_CHARACTER, TITLE_CONTROL_CHARACTER, TAG_CONTROL_CHARACTER, TAG_MALFORMED,
    CURSOR_MALFORMED, DATE_OUT_OF_RANGE, TOO_MANY, TOO_MANY_FEELINGS, TOO_MANY_TAGS, UNKNOWN_FEELING, UNKNOWN_PROMPT, UNKNOWN_FORM, FORM_TOO_SOON,
    DUPLICATE, NO_SUCH_ENTRY, NO_SUCH_DRAFT, NO_SUCH_REVISION, NO_SUCH_SNAPSHOT, ENTRY_CHANGED, ENTRY_TRASHED, ENTRY_NOT_TRASHED, DRAFT_OPEN,
    SEARCH_SUPERSEDED,

    // check-ins and pulses
    LINE_TOO_LONG, LINE_CONTROL_CHARACTER, NOTE_TOO_SHORT, NOTE_TOO_LONG, NOTE_CONTROL_CHARACTER, TOO_LATE, CHECK_IN_FIXED, PULSE_FIXED, NO_SUCH_CHECK_IN,

    // reminders
    BAD_TIME, BAD_DAY, END_BEFORE_START, HOLDS_DAY_START, TIMES_COUNT, NO_DAYS, EVERY_DAYS_RANGE, MONTH_DAY_RANGE, NTH_RANGE, GRACE_RANGE, NUDGE_RANGE,
    LIMIT_RANGE, TOO_MANY_RULES, LABEL_TOO_LONG, LABEL_CONTROL_CHARACTER, IN_PAST, AFTER_DAY_END, NO_SUCH_RULE, NO_SUCH_FIRE,

    // practices and boundaries
    CARE_MODE, PRACTICES_FULL, PRACTICE_NOT_ACTIVE, BOUNDARY_MOVE, UNKNOWN_PRACTICE, UNKNOWN_PATTERN, UNKNOWN_SCRIPT_LINE, NO_SUCH_ATTEMPT,
    NO_SUCH_BOUNDARY, NO_SUCH_BOUNDARY_USE, SITUATION_TOO_LONG, SITUATION_TOO_SHORT, ACTION_TOO_LONG, ACTION_TOO_SHORT, LIMIT_TOO_LONG, LIMIT_TOO_SHORT,
    SCRIPT_TOO_LONG, SCRIPT_TOO_SHORT, FILLS_TOO_LONG, FILLS_TOO_SHORT, PERSON_TOO_LONG, NEXT_STEP_TOO_LONG, BODY_SIGN_TOO_LONG, WORDS_CONTROL_CHARACTER,

    // talks, ledger, circle, support, insights
    MEETING_MOVE, AGREEMENT_CLOSED, NOT_THEIRS, NOT_OFFERED, NOTHING_CHOSEN, BEFORE_AGREEMENT, LET_GO_HAS_NO_DAY, OTHER_MEETING, SOURCE_ARCHIVED,
    MINUTES_RANGE, NO_SUCH_AGREEMENT, NO_SUCH_LEDGER_ENTRY, NO_SUCH_LINE, NO_SUCH_MEETING, NO_SUCH_QUESTION, NO_SUCH_SOURCE, NO_SUCH_TOPIC,
    NO_SUCH_INSIGHT, LEARNED_TOO_LONG, QUESTION_TOO_LONG, WHAT_TOO_LONG, TOO_MANY_AGREEMENTS, TOO_MANY_LEDGER_ENTRIES, TOO_MANY_LINES,
    TOO_MANY_QUESTIONS, TOO_MANY_SOURCES, TOO_MANY_TOPICS, LABEL_TOO_SHORT, LINE_TOO_SHORT, QUESTION_TOO_SHORT, WHAT_TOO_SHORT, NOT_FINITE,
    OUT_OF_ORDER, LENGTHS_DIFFER,

    // the lock
    AWAY, PASSPHRASE_NEEDED, WRONG_PASSPHRASE, WAIT, PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_LONG,

    // settings
    NAME_TOO_LONG, NAME_CONTROL_CHARACTER, UNKNOWN_REGION, UNKNOWN_LANGUAGE,

    // the device, and the rest
    ZONE_TOO_SHORT, ZONE_INVALID, CLOCK, MALFORMED, INTERNAL,
}

/** [reference] stands in the log of the core beside what happened; it helps somebody who is asked for help. */
data class Trouble(val kind: TroubleKind, val retryable: Boolean = false, val reference: String = "")

/** The core's errors, every variant of them; a code that is not listed is an internal error and says so. */
fun troubleOf(e: AmpersandException): Trouble = when (e) {
    is AmpersandException.InvalidInput -> Trouble(lifeInput(e.field, e.code) ?: invalidInput(e.field, e.code) ?: return unknown("${e.field}/${e.code}"))
    is AmpersandException.NotFound -> when (e.kind) {
        "vault" -> Trouble(TroubleKind.NO_VAULT)
        "run" -> Trouble(TroubleKind.NO_SUCH_RUN)
        "entry" -> Trouble(TroubleKind.NO_SUCH_ENTRY)
        "draft" -> Trouble(TroubleKind.NO_SUCH_DRAFT)
        "revision" -> Trouble(TroubleKind.NO_SUCH_REVISION)
        "snapshot" -> Trouble(TroubleKind.NO_SUCH_SNAPSHOT)
        "check_in" -> Trouble(TroubleKind.NO_SUCH_CHECK_IN)
        "rule" -> Trouble(TroubleKind.NO_SUCH_RULE)
        "fire" -> Trouble(TroubleKind.NO_SUCH_FIRE)
        "attempt" -> Trouble(TroubleKind.NO_SUCH_ATTEMPT)
        "boundary" -> Trouble(TroubleKind.NO_SUCH_BOUNDARY)
        "boundary_use" -> Trouble(TroubleKind.NO_SUCH_BOUNDARY_USE)
        else -> lifeNotFound(e.kind)?.let { Trouble(it) } ?: unknown(e.kind)
    }
    is AmpersandException.Conflict -> when (e.kind) {
        "vault" -> Trouble(TroubleKind.VAULT_EXISTS)
        "run_unfinished" -> Trouble(TroubleKind.RUN_UNFINISHED)
        "run_finished" -> Trouble(TroubleKind.RUN_FINISHED)
        "draft_expired" -> Trouble(TroubleKind.DRAFT_EXPIRED)
        "draft_version" -> Trouble(TroubleKind.DRAFT_VERSION)
        "entry_changed" -> Trouble(TroubleKind.ENTRY_CHANGED)
        "entry_trashed" -> Trouble(TroubleKind.ENTRY_TRASHED)
        "entry_not_trashed" -> Trouble(TroubleKind.ENTRY_NOT_TRASHED)
        "draft_open" -> Trouble(TroubleKind.DRAFT_OPEN)
        "search_superseded" -> Trouble(TroubleKind.SEARCH_SUPERSEDED)
        "check_in_fixed" -> Trouble(TroubleKind.CHECK_IN_FIXED)
        "pulse_fixed" -> Trouble(TroubleKind.PULSE_FIXED)
        "care_mode" -> Trouble(TroubleKind.CARE_MODE)
        "practices_full" -> Trouble(TroubleKind.PRACTICES_FULL)
        "practice_not_active" -> Trouble(TroubleKind.PRACTICE_NOT_ACTIVE)
        "boundary_move" -> Trouble(TroubleKind.BOUNDARY_MOVE)
        else -> lifeConflict(e.kind)?.let { Trouble(it) } ?: unknown(e.kind)
    }
    is AmpersandException.Locked -> when (e.code) {
        "wrong_key" -> Trouble(TroubleKind.WRONG_KEY)
        "locked" -> Trouble(TroubleKind.LOCKED, retryable = true)
        "away" -> Trouble(TroubleKind.AWAY, retryable = true)
        "passphrase_needed" -> Trouble(TroubleKind.PASSPHRASE_NEEDED)
        "wrong_passphrase" -> Trouble(TroubleKind.WRONG_PASSPHRASE)
        "wait" -> Trouble(TroubleKind.WAIT)
        else -> unknown(e.code)
    }
    is AmpersandException.Storage -> storage(e.code)?.let { Trouble(it, e.retryable) } ?: unknown(e.code)
    is AmpersandException.TooNew -> Trouble(TroubleKind.TOO_NEW)
    is AmpersandException.Internal -> Trouble(TroubleKind.INTERNAL, retryable = true, reference = e.reference)
}

private fun unknown(code: String) = Trouble(TroubleKind.INTERNAL, retryable = true, reference = code)

private fun invalidInput(field: String, code: String): TroubleKind? = when (code) {
    "out_of_range" -> outOfRange(field)
    "malformed" -> when (field) {
        "tag", "tags" -> TroubleKind.TAG_MALFORMED
        "cursor" -> TroubleKind.CURSOR_MALFORMED
        "date" -> TroubleKind.BAD_DAY
        "time" -> TroubleKind.BAD_TIME
        else -> TroubleKind.MALFORMED
    }
    "too_many" -> when (field) {
        "feelings" -> TroubleKind.TOO_MANY_FEELINGS
        "tags" -> TroubleKind.TOO_MANY_TAGS
        "rules" -> TroubleKind.TOO_MANY_RULES
        "slots" -> TroubleKind.TIMES_COUNT
        else -> TroubleKind.TOO_MANY
    }
    "too_late" -> TroubleKind.TOO_LATE
    "end_before_start" -> TroubleKind.END_BEFORE_START
    "holds_day_start" -> TroubleKind.HOLDS_DAY_START
    "in_past" -> TroubleKind.IN_PAST
    "after_day_end" -> TroubleKind.AFTER_DAY_END
    "duplicate" -> TroubleKind.DUPLICATE
    "unknown_feeling" -> TroubleKind.UNKNOWN_FEELING
    "unknown_prompt" -> TroubleKind.UNKNOWN_PROMPT
    "unknown_form" -> TroubleKind.UNKNOWN_FORM
    "too_short" -> tooShort(field)
    "unknown_practice" -> TroubleKind.UNKNOWN_PRACTICE
    "unknown_pattern" -> TroubleKind.UNKNOWN_PATTERN
    "unknown_script_line" -> TroubleKind.UNKNOWN_SCRIPT_LINE
    "duplicate_item" -> TroubleKind.DUPLICATE_ITEM
    "wrong_count" -> when (field) {
        "repeat" -> TroubleKind.NO_DAYS
        "slots" -> TroubleKind.TIMES_COUNT
        else -> TroubleKind.WRONG_COUNT
    }
    "unknown_language" -> TroubleKind.UNKNOWN_LANGUAGE
    "zone_span_invalid" -> TroubleKind.ZONE_INVALID
    "unknown_item" -> TroubleKind.UNKNOWN_ITEM
    "unknown_version" -> TroubleKind.UNKNOWN_VERSION
    "zone_span_short" -> TroubleKind.ZONE_TOO_SHORT
    "wrong_length" -> TroubleKind.WRONG_SECRET_LENGTH
    "too_soon" -> if (field == "form") TroubleKind.FORM_TOO_SOON else TroubleKind.TOO_SOON
    "nothing_answered" -> TroubleKind.NOTHING_ANSWERED
    "not_answered" -> TroubleKind.SAFETY_FIRST
    "too_long" -> tooLong(field)
    "control_character" -> controlCharacter(field)
    "unknown_region" -> TroubleKind.UNKNOWN_REGION
    "malformed_id" -> TroubleKind.MALFORMED_ID
    else -> null
}

private fun outOfRange(field: String): TroubleKind = when (field) {
    "now" -> TroubleKind.CLOCK
    "date" -> TroubleKind.DATE_OUT_OF_RANGE
    "every_days" -> TroubleKind.EVERY_DAYS_RANGE
    "month_day" -> TroubleKind.MONTH_DAY_RANGE
    "nth" -> TroubleKind.NTH_RANGE
    "grace_min" -> TroubleKind.GRACE_RANGE
    "nudge_after_min" -> TroubleKind.NUDGE_RANGE
    "max_per_day" -> TroubleKind.LIMIT_RANGE
    else -> TroubleKind.OUT_OF_RANGE
}

private fun tooShort(field: String): TroubleKind = when (field) {
    "note" -> TroubleKind.NOTE_TOO_SHORT
    "situation" -> TroubleKind.SITUATION_TOO_SHORT
    "action" -> TroubleKind.ACTION_TOO_SHORT
    "limit" -> TroubleKind.LIMIT_TOO_SHORT
    "script" -> TroubleKind.SCRIPT_TOO_SHORT
    "fills" -> TroubleKind.FILLS_TOO_SHORT
    else -> TroubleKind.PASSPHRASE_TOO_SHORT
}

private fun tooLong(field: String): TroubleKind = when (field) {
    "body" -> TroubleKind.BODY_TOO_LONG
    "title" -> TroubleKind.TITLE_TOO_LONG
    "tag", "tags" -> TroubleKind.TAG_TOO_LONG
    "query" -> TroubleKind.QUERY_TOO_LONG
    "passphrase", "current_passphrase" -> TroubleKind.PASSPHRASE_TOO_LONG
    "line" -> TroubleKind.LINE_TOO_LONG
    "note" -> TroubleKind.NOTE_TOO_LONG
    "label" -> TroubleKind.LABEL_TOO_LONG
    "situation" -> TroubleKind.SITUATION_TOO_LONG
    "action" -> TroubleKind.ACTION_TOO_LONG
    "limit" -> TroubleKind.LIMIT_TOO_LONG
    "script" -> TroubleKind.SCRIPT_TOO_LONG
    "fills" -> TroubleKind.FILLS_TOO_LONG
    "person" -> TroubleKind.PERSON_TOO_LONG
    "next_step" -> TroubleKind.NEXT_STEP_TOO_LONG
    "body_sign" -> TroubleKind.BODY_SIGN_TOO_LONG
    else -> TroubleKind.NAME_TOO_LONG
}

private fun controlCharacter(field: String): TroubleKind = when (field) {
    "body" -> TroubleKind.BODY_CONTROL_CHARACTER
    "title" -> TroubleKind.TITLE_CONTROL_CHARACTER
    "tag", "tags" -> TroubleKind.TAG_CONTROL_CHARACTER
    "line" -> TroubleKind.LINE_CONTROL_CHARACTER
    "note" -> TroubleKind.NOTE_CONTROL_CHARACTER
    "label" -> TroubleKind.LABEL_CONTROL_CHARACTER
    "situation", "action", "limit", "script", "fills", "person", "next_step", "body_sign" -> TroubleKind.WORDS_CONTROL_CHARACTER
    else -> TroubleKind.NAME_CONTROL_CHARACTER
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
