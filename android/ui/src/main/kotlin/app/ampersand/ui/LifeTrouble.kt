/** The codes of talks, ledger, circle, support and insights; [troubleOf] asks here for each. */
package app.ampersand.ui

internal fun lifeNotFound(kind: String): TroubleKind? = when (kind) {
    "agreement" -> TroubleKind.NO_SUCH_AGREEMENT
    "ledger_entry" -> TroubleKind.NO_SUCH_LEDGER_ENTRY
    "line" -> TroubleKind.NO_SUCH_LINE
    "meeting" -> TroubleKind.NO_SUCH_MEETING
    "topic" -> TroubleKind.NO_SUCH_TOPIC
    "question" -> TroubleKind.NO_SUCH_QUESTION
    "source" -> TroubleKind.NO_SUCH_SOURCE
    "insight" -> TroubleKind.NO_SUCH_INSIGHT
    else -> null
}

internal fun lifeConflict(kind: String): TroubleKind? = when (kind) {
    "meeting_move" -> TroubleKind.MEETING_MOVE
    "agreement_closed" -> TroubleKind.AGREEMENT_CLOSED
    "not_theirs" -> TroubleKind.NOT_THEIRS
    "source_archived" -> TroubleKind.SOURCE_ARCHIVED
    else -> null
}

internal fun lifeInput(field: String, code: String): TroubleKind? = when (code) {
    "not_offered" -> TroubleKind.NOT_OFFERED
    "nothing_chosen" -> TroubleKind.NOTHING_CHOSEN
    "before_agreement" -> TroubleKind.BEFORE_AGREEMENT
    "let_go" -> TroubleKind.LET_GO_HAS_NO_DAY
    "other_meeting" -> TroubleKind.OTHER_MEETING
    "not_finite" -> TroubleKind.NOT_FINITE
    "out_of_order" -> TroubleKind.OUT_OF_ORDER
    "lengths_differ" -> TroubleKind.LENGTHS_DIFFER
    "out_of_range" -> TroubleKind.MINUTES_RANGE.takeIf { field == "minutes" }
    "too_short" -> SHORT[field]
    "too_long" -> LONG[field]
    "too_many" -> MANY[field]
    "control_character" -> TroubleKind.WORDS_CONTROL_CHARACTER.takeIf { field in WORDS }
    else -> null
}

private val SHORT = mapOf(
    "label" to TroubleKind.LABEL_TOO_SHORT,
    "line" to TroubleKind.LINE_TOO_SHORT,
    "question" to TroubleKind.QUESTION_TOO_SHORT,
    "what" to TroubleKind.WHAT_TOO_SHORT,
)

private val LONG = mapOf("learned" to TroubleKind.LEARNED_TOO_LONG, "question" to TroubleKind.QUESTION_TOO_LONG, "what" to TroubleKind.WHAT_TOO_LONG)

private val MANY = mapOf(
    "agreements" to TroubleKind.TOO_MANY_AGREEMENTS,
    "ledger_entry" to TroubleKind.TOO_MANY_LEDGER_ENTRIES,
    "lines" to TroubleKind.TOO_MANY_LINES,
    "question" to TroubleKind.TOO_MANY_QUESTIONS,
    "source" to TroubleKind.TOO_MANY_SOURCES,
    "topics" to TroubleKind.TOO_MANY_TOPICS,
)

private val WORDS = setOf("learned", "question", "what")
