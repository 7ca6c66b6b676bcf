// From a problem to what the person reads: what happened, that nothing is lost (or what is),
// and what to do.

/// Which text a problem has. The raw value is the core's code where the problem comes from
/// the core, so a code that has no case here is found by a test, not by a person.
public enum Reason: String, CaseIterable, Sendable {
    case afterDayEnd = "after_day_end"
    case away
    case checkInFixed = "check_in_fixed"
    case clock
    case controlCharacter = "control_character"
    case controlCharacterBody = "control_character_body"
    case controlCharacterLabel = "control_character_label"
    case controlCharacterLine = "control_character_line"
    case controlCharacterNote = "control_character_note"
    case controlCharacterTag = "control_character_tag"
    case controlCharacterTitle = "control_character_title"
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
    case locked
    case malformed
    case malformedCursor = "malformed_cursor"
    case malformedId = "malformed_id"
    case malformedTag = "malformed_tag"
    case noCipher = "no_cipher"
    case noRandomness = "no_randomness"
    case notAnswered = "not_answered"
    case notFoundCheckIn = "not_found_check_in"
    case notFoundDraft = "not_found_draft"
    case notFoundEntry = "not_found_entry"
    case notFoundFire = "not_found_fire"
    case notFoundRevision = "not_found_revision"
    case notFoundRule = "not_found_rule"
    case notFoundRun = "not_found_run"
    case notFoundSnapshot = "not_found_snapshot"
    case notFoundVault = "not_found_vault"
    case nothingAnswered = "nothing_answered"
    case outOfRange = "out_of_range"
    case outOfRangeDate = "out_of_range_date"
    case outOfRangeEveryDays = "out_of_range_every_days"
    case outOfRangeGraceMin = "out_of_range_grace_min"
    case outOfRangeMaxPerDay = "out_of_range_max_per_day"
    case outOfRangeMonthDay = "out_of_range_month_day"
    case outOfRangeNth = "out_of_range_nth"
    case outOfRangeNudgeAfterMin = "out_of_range_nudge_after_min"
    case passphraseNeeded = "passphrase_needed"
    case pulseFixed = "pulse_fixed"
    case readOnly = "read_only"
    case runFinished = "run_finished"
    case runUnfinished = "run_unfinished"
    case searchSuperseded = "search_superseded"
    case tooLate = "too_late"
    case tooLong = "too_long"
    case tooLongBody = "too_long_body"
    case tooLongLabel = "too_long_label"
    case tooLongLine = "too_long_line"
    case tooLongNote = "too_long_note"
    case tooLongPassphrase = "too_long_passphrase"
    case tooLongQuery = "too_long_query"
    case tooLongTag = "too_long_tag"
    case tooLongTitle = "too_long_title"
    case tooMany = "too_many"
    case tooManyFeelings = "too_many_feelings"
    case tooManyRules = "too_many_rules"
    case tooManyTags = "too_many_tags"
    case tooNew = "too_new"
    case tooShort = "too_short"
    case tooShortBody = "too_short_body"
    case tooShortNote = "too_short_note"
    case tooSoon = "too_soon"
    case tooSoonForm = "too_soon_form"
    case unknownFeeling = "unknown_feeling"
    case unknownForm = "unknown_form"
    case unknownItem = "unknown_item"
    case unknownLanguage = "unknown_language"
    case unknownPrompt = "unknown_prompt"
    case unknownRegion = "unknown_region"
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

    /// What helps to find a fault of the app; empty for everything else.
    var reference: String {
        if case .fault(let reference) = self { reference } else { "" }
    }
}

extension Texts {
    /// What the person reads. No `default`: a reason without a text does not compile.
    public func words(for problem: Problem) -> String {
        switch problem.reason {
        case .afterDayEnd: errorAfterDayEnd
        case .away: errorAway
        case .checkInFixed: errorCheckInFixed
        case .clock: errorClock
        case .controlCharacter: errorControlCharacter
        case .controlCharacterBody: errorControlCharacterBody
        case .controlCharacterLabel: errorControlCharacterLabel
        case .controlCharacterLine: errorControlCharacterLine
        case .controlCharacterNote: errorControlCharacterNote
        case .controlCharacterTag: errorControlCharacterTag
        case .controlCharacterTitle: errorControlCharacterTitle
        case .damaged: errorDamaged
        case .diskFull: errorDiskFull
        case .draftExpired: errorDraftExpired
        case .draftOpen: errorDraftOpen
        case .draftVersion: errorDraftVersion
        case .duplicate: errorDuplicate
        case .duplicateItem: errorDuplicateItem
        case .endBeforeStart: errorEndBeforeStart
        case .entryChanged: errorEntryChanged
        case .entryNotTrashed: errorEntryNotTrashed
        case .entryTrashed: errorEntryTrashed
        case .folderUnprotected: errorFolderUnprotected
        case .holdsDayStart: errorHoldsDayStart
        case .inPast: errorInPast
        case .inUse: errorInUse
        case .incomplete: errorIncomplete
        case .fault: errorInternal(reference: problem.reference)
        case .io: errorIo
        case .keyLost: errorKeyLost
        case .keyUnavailable: errorKeyUnavailable
        case .locked: errorLocked
        case .malformed: errorMalformed
        case .malformedCursor: errorMalformedCursor
        case .malformedId: errorMalformedId
        case .malformedTag: errorMalformedTag
        case .noCipher: errorNoCipher
        case .noRandomness: errorNoRandomness
        case .notAnswered: errorNotAnswered
        case .notFoundCheckIn: errorNotFoundCheckIn
        case .notFoundDraft: errorNotFoundDraft
        case .notFoundEntry: errorNotFoundEntry
        case .notFoundFire: errorNotFoundFire
        case .notFoundRevision: errorNotFoundRevision
        case .notFoundRule: errorNotFoundRule
        case .notFoundRun: errorNotFoundRun
        case .notFoundSnapshot: errorNotFoundSnapshot
        case .notFoundVault: errorNotFoundVault
        case .nothingAnswered: errorNothingAnswered
        case .outOfRange: errorOutOfRange
        case .outOfRangeDate: errorOutOfRangeDate
        case .outOfRangeEveryDays: errorOutOfRangeEveryDays
        case .outOfRangeGraceMin: errorOutOfRangeGraceMin
        case .outOfRangeMaxPerDay: errorOutOfRangeMaxPerDay
        case .outOfRangeMonthDay: errorOutOfRangeMonthDay
        case .outOfRangeNth: errorOutOfRangeNth
        case .outOfRangeNudgeAfterMin: errorOutOfRangeNudgeAfterMin
        case .passphraseNeeded: errorPassphraseNeeded
        case .pulseFixed: errorPulseFixed
        case .readOnly: errorReadOnly
        case .runFinished: errorRunFinished
        case .runUnfinished: errorRunUnfinished
        case .searchSuperseded: errorSearchSuperseded
        case .tooLate: errorTooLate
        case .tooLong: errorTooLong
        case .tooLongBody: errorTooLongBody
        case .tooLongLabel: errorTooLongLabel
        case .tooLongLine: errorTooLongLine
        case .tooLongNote: errorTooLongNote
        case .tooLongPassphrase: errorTooLongPassphrase
        case .tooLongQuery: errorTooLongQuery
        case .tooLongTag: errorTooLongTag
        case .tooLongTitle: errorTooLongTitle
        case .tooMany: errorTooMany
        case .tooManyFeelings: errorTooManyFeelings
        case .tooManyRules: errorTooManyRules
        case .tooManyTags: errorTooManyTags
        case .tooNew: errorTooNew
        case .tooShort: errorTooShort
        case .tooShortBody: errorTooShortBody
        case .tooShortNote: errorTooShortNote
        case .tooSoon: errorTooSoon
        case .tooSoonForm: errorTooSoonForm
        case .unknownFeeling: errorUnknownFeeling
        case .unknownForm: errorUnknownForm
        case .unknownItem: errorUnknownItem
        case .unknownLanguage: errorUnknownLanguage
        case .unknownPrompt: errorUnknownPrompt
        case .unknownRegion: errorUnknownRegion
        case .unknownVersion: errorUnknownVersion
        case .vaultExists: errorVaultExists
        case .wait: errorWait
        case .wrongCount: errorWrongCount
        case .wrongCountRepeat: errorWrongCountRepeat
        case .wrongCountSlots: errorWrongCountSlots
        case .wrongKey: errorWrongKey
        case .wrongLength: errorWrongLength
        case .wrongPassphrase: errorWrongPassphrase
        case .zoneSpanInvalid: errorZoneSpanInvalid
        case .zoneSpanShort: errorZoneSpanShort
        }
    }

    /// The heading of the screen that a problem fills.
    public func title(for problem: Problem) -> String {
        switch problem.reason {
        case .keyLost: statusKeyLostTitle
        case .wrongKey: statusWrongKeyTitle
        case .damaged: statusDamagedTitle
        case .tooNew: statusTooNewTitle
        case .inUse: statusInUseTitle
        case .diskFull: statusDiskFullTitle
        case .readOnly: statusReadOnlyTitle
        case .wrongPassphrase: statusWrongPassphraseTitle
        case .wait: statusWaitTitle
        case .locked, .keyUnavailable, .away, .passphraseNeeded: statusLockedTitle
        case .afterDayEnd, .checkInFixed, .clock, .controlCharacter, .controlCharacterBody, .controlCharacterLabel,
            .controlCharacterLine, .controlCharacterNote, .controlCharacterTag, .controlCharacterTitle, .draftExpired,
            .draftOpen, .draftVersion, .duplicate, .duplicateItem, .endBeforeStart, .entryChanged, .entryNotTrashed,
            .entryTrashed, .fault, .folderUnprotected, .holdsDayStart, .incomplete, .inPast, .io, .malformed,
            .malformedCursor, .malformedId, .malformedTag, .noCipher, .noRandomness, .notAnswered, .notFoundCheckIn,
            .notFoundDraft, .notFoundEntry, .notFoundFire, .notFoundRevision, .notFoundRule, .notFoundRun,
            .notFoundSnapshot, .notFoundVault, .nothingAnswered, .outOfRange, .outOfRangeDate, .outOfRangeEveryDays,
            .outOfRangeGraceMin, .outOfRangeMaxPerDay, .outOfRangeMonthDay, .outOfRangeNth, .outOfRangeNudgeAfterMin,
            .pulseFixed, .runFinished, .runUnfinished, .searchSuperseded, .tooLate, .tooLong, .tooLongBody,
            .tooLongLabel, .tooLongLine, .tooLongNote, .tooLongPassphrase, .tooLongQuery, .tooLongTag, .tooLongTitle,
            .tooMany, .tooManyFeelings, .tooManyRules, .tooManyTags, .tooShort, .tooShortBody, .tooShortNote,
            .tooSoon, .tooSoonForm, .unknownFeeling, .unknownForm, .unknownItem, .unknownLanguage, .unknownPrompt,
            .unknownRegion, .unknownVersion, .vaultExists, .wrongCount, .wrongCountRepeat, .wrongCountSlots,
            .wrongLength, .zoneSpanInvalid, .zoneSpanShort:
            statusProblemTitle
        }
    }
}
