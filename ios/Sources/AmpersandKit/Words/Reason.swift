// From a problem of the core or of the phone to the one text that it has.

/// Which text a problem has. The raw value is the core's code where the problem comes from
/// the core, so a code that has no case here is found by a test, not by a person.
public enum Reason: String, CaseIterable, Sendable {
    case afterDayEnd = "after_day_end"
    case agreementClosed = "agreement_closed"
    case away
    case beforeAgreement = "before_agreement"
    case boundaryMove = "boundary_move"
    case careMode = "care_mode"
    case checkInFixed = "check_in_fixed"
    case clock
    case controlCharacter = "control_character"
    case controlCharacterBody = "control_character_body"
    case controlCharacterLabel = "control_character_label"
    case controlCharacterLine = "control_character_line"
    case controlCharacterNote = "control_character_note"
    case controlCharacterTag = "control_character_tag"
    case controlCharacterTitle = "control_character_title"
    case controlCharacterWords = "control_character_words"
    case damaged
    case diskFull = "disk_full"
    case draftExpired = "draft_expired"
    case draftOpen = "draft_open"
    case draftVersion = "draft_version"
    case duplicate
    case duplicateItem = "duplicate_item"
    case endBeforeStart = "end_before_start"
    case entryChanged = "entry_changed"
    case entryNotTrashed = "entry_not_trashed"
    case entryTrashed = "entry_trashed"
    case folderUnprotected = "folder_unprotected"
    case holdsDayStart = "holds_day_start"
    case inPast = "in_past"
    case inUse = "in_use"
    case incomplete
    case fault = "internal"
    case io
    case keyLost = "key_lost"
    case keyUnavailable = "key_unavailable"
    case lengthsDiffer = "lengths_differ"
    case letGo = "let_go"
    case locked
    case malformed
    case malformedCursor = "malformed_cursor"
    case malformedId = "malformed_id"
    case malformedTag = "malformed_tag"
    case meetingMove = "meeting_move"
    case noCipher = "no_cipher"
    case noRandomness = "no_randomness"
    case notAnswered = "not_answered"
    case notFinite = "not_finite"
    case notFoundAgreement = "not_found_agreement"
    case notFoundAttempt = "not_found_attempt"
    case notFoundBoundary = "not_found_boundary"
    case notFoundBoundaryUse = "not_found_boundary_use"
    case notFoundCheckIn = "not_found_check_in"
    case notFoundDraft = "not_found_draft"
    case notFoundEntry = "not_found_entry"
    case notFoundFire = "not_found_fire"
    case notFoundInsight = "not_found_insight"
    case notFoundLedgerEntry = "not_found_ledger_entry"
    case notFoundLine = "not_found_line"
    case notFoundMeeting = "not_found_meeting"
    case notFoundQuestion = "not_found_question"
    case notFoundRevision = "not_found_revision"
    case notFoundRule = "not_found_rule"
    case notFoundRun = "not_found_run"
    case notFoundSnapshot = "not_found_snapshot"
    case notFoundSource = "not_found_source"
    case notFoundTopic = "not_found_topic"
    case notFoundVault = "not_found_vault"
    case notOffered = "not_offered"
    case notTheirs = "not_theirs"
    case nothingAnswered = "nothing_answered"
    case nothingChosen = "nothing_chosen"
    case otherMeeting = "other_meeting"
    case outOfOrder = "out_of_order"
    case outOfRange = "out_of_range"
    case outOfRangeDate = "out_of_range_date"
    case outOfRangeEveryDays = "out_of_range_every_days"
    case outOfRangeGraceMin = "out_of_range_grace_min"
    case outOfRangeMaxPerDay = "out_of_range_max_per_day"
    case outOfRangeMinutes = "out_of_range_minutes"
    case outOfRangeMonthDay = "out_of_range_month_day"
    case outOfRangeNth = "out_of_range_nth"
    case outOfRangeNudgeAfterMin = "out_of_range_nudge_after_min"
    case passphraseNeeded = "passphrase_needed"
    case practiceNotActive = "practice_not_active"
    case practicesFull = "practices_full"
    case pulseFixed = "pulse_fixed"
    case readOnly = "read_only"
    case runFinished = "run_finished"
    case runUnfinished = "run_unfinished"
    case searchSuperseded = "search_superseded"
    case sourceArchived = "source_archived"
    case tooLate = "too_late"
    case tooLong = "too_long"
    case tooLongAction = "too_long_action"
    case tooLongBody = "too_long_body"
    case tooLongFills = "too_long_fills"
    case tooLongLabel = "too_long_label"
    case tooLongLearned = "too_long_learned"
    case tooLongLimit = "too_long_limit"
    case tooLongLine = "too_long_line"
    case tooLongNextStep = "too_long_next_step"
    case tooLongNote = "too_long_note"
    case tooLongPassphrase = "too_long_passphrase"
    case tooLongPerson = "too_long_person"
    case tooLongQuery = "too_long_query"
    case tooLongQuestion = "too_long_question"
    case tooLongScript = "too_long_script"
    case tooLongSituation = "too_long_situation"
    case tooLongTag = "too_long_tag"
    case tooLongTitle = "too_long_title"
    case tooLongWhat = "too_long_what"
    case tooMany = "too_many"
    case tooManyAgreements = "too_many_agreements"
    case tooManyFeelings = "too_many_feelings"
    case tooManyLedgerEntry = "too_many_ledger_entry"
    case tooManyLines = "too_many_lines"
    case tooManyQuestion = "too_many_question"
    case tooManyRules = "too_many_rules"
    case tooManySource = "too_many_source"
    case tooManyTags = "too_many_tags"
    case tooManyTopics = "too_many_topics"
    case tooNew = "too_new"
    case tooShort = "too_short"
    case tooShortAction = "too_short_action"
    case tooShortBody = "too_short_body"
    case tooShortFills = "too_short_fills"
    case tooShortLabel = "too_short_label"
    case tooShortLimit = "too_short_limit"
    case tooShortLine = "too_short_line"
    case tooShortNote = "too_short_note"
    case tooShortQuestion = "too_short_question"
    case tooShortScript = "too_short_script"
    case tooShortSituation = "too_short_situation"
    case tooShortWhat = "too_short_what"
    case tooSoon = "too_soon"
    case tooSoonForm = "too_soon_form"
    case unknownFeeling = "unknown_feeling"
    case unknownForm = "unknown_form"
    case unknownItem = "unknown_item"
    case unknownLanguage = "unknown_language"
    case unknownPattern = "unknown_pattern"
    case unknownPractice = "unknown_practice"
    case unknownPrompt = "unknown_prompt"
    case unknownRegion = "unknown_region"
    case unknownScriptLine = "unknown_script_line"
    case unknownVersion = "unknown_version"
    case vaultExists = "vault_exists"
    case wait
    case wrongCount = "wrong_count"
    case wrongCountRepeat = "wrong_count_repeat"
    case wrongCountSlots = "wrong_count_slots"
    case wrongKey = "wrong_key"
    case wrongLength = "wrong_length"
    case wrongPassphrase = "wrong_passphrase"
    case zoneSpanInvalid = "zone_span_invalid"
    case zoneSpanShort = "zone_span_short"
}

extension Problem {
    /// The text this problem has. Exhaustive over the variants; a code that nobody knows
    /// reads as a fault of the app, which it is.
    public var reason: Reason {
        switch self {
        case .invalidInput("now", _): .clock
        case .invalidInput(let field, "control_character") where Self.ownWords.contains(field): .controlCharacterWords
        // Where a field has words of its own, they say more than those of the code.
        case .invalidInput(let field, let code):
            Reason(rawValue: "\(code)_\(field)") ?? Reason(rawValue: code) ?? .fault
        case .notFound(let kind, _): Reason(rawValue: "not_found_\(kind)") ?? .fault
        case .conflict("vault", _): .vaultExists
        case .conflict(let kind, _): Reason(rawValue: kind) ?? .fault
        case .locked(let code): Reason(rawValue: code) ?? .fault
        case .storage(let code, _): Reason(rawValue: code) ?? .fault
        case .tooNew: .tooNew
        case .fault("no_cipher"): .noCipher
        case .fault: .fault
        case .keyLost: .keyLost
        case .keyUnavailable: .keyUnavailable
        case .folderUnprotected: .folderUnprotected
        }
    }

    /// The fields for a person's own words that take the same care of a sign nobody can show.
    private static let ownWords: Set = [
        "action", "body_sign", "fills", "learned", "limit", "next_step", "person", "question", "script", "situation",
        "what",
    ]

    /// What helps to find a fault of the app; empty for everything else.
    var reference: String {
        if case .fault(let reference) = self { reference } else { "" }
    }
}
