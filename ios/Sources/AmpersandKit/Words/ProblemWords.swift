// From a problem to what the person reads: what happened, that nothing is lost (or what is),
// and what to do.

/// Which text a problem has. The raw value is the core's code where the problem comes from
/// the core, so a code that has no case here is found by a test, not by a person.
public enum Reason: String, CaseIterable, Sendable {
    case clock
    case controlCharacter = "control_character"
    case damaged
    case diskFull = "disk_full"
    case draftExpired = "draft_expired"
    case draftVersion = "draft_version"
    case duplicateItem = "duplicate_item"
    case folderUnprotected = "folder_unprotected"
    case incomplete
    case inUse = "in_use"
    case fault = "internal"
    case io
    case keyLost = "key_lost"
    case keyUnavailable = "key_unavailable"
    case locked
    case malformed
    case malformedId = "malformed_id"
    case noCipher = "no_cipher"
    case noRandomness = "no_randomness"
    case notAnswered = "not_answered"
    case notFoundRun = "not_found_run"
    case notFoundVault = "not_found_vault"
    case nothingAnswered = "nothing_answered"
    case outOfRange = "out_of_range"
    case readOnly = "read_only"
    case runFinished = "run_finished"
    case runUnfinished = "run_unfinished"
    case tooLong = "too_long"
    case tooNew = "too_new"
    case tooSoon = "too_soon"
    case unknownItem = "unknown_item"
    case unknownLanguage = "unknown_language"
    case unknownRegion = "unknown_region"
    case unknownVersion = "unknown_version"
    case vaultExists = "vault_exists"
    case wrongCount = "wrong_count"
    case wrongKey = "wrong_key"
    case wrongLength = "wrong_length"
    case zoneSpanInvalid = "zone_span_invalid"
    case zoneSpanShort = "zone_span_short"
}

extension Problem {
    /// The text this problem has. Exhaustive over the variants; a code that nobody knows
    /// reads as a fault of the app, which it is.
    public var reason: Reason {
        switch self {
        case .invalidInput("now", _): .clock
        case .invalidInput(_, let code): Reason(rawValue: code) ?? .fault
        case .notFound("vault", _): .notFoundVault
        case .notFound("run", _): .notFoundRun
        case .notFound: .fault
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
        case .clock: errorClock
        case .controlCharacter: errorControlCharacter
        case .damaged: errorDamaged
        case .diskFull: errorDiskFull
        case .draftExpired: errorDraftExpired
        case .draftVersion: errorDraftVersion
        case .duplicateItem: errorDuplicateItem
        case .folderUnprotected: errorFolderUnprotected
        case .incomplete: errorIncomplete
        case .inUse: errorInUse
        case .fault: errorInternal(reference: problem.reference)
        case .io: errorIo
        case .keyLost: errorKeyLost
        case .keyUnavailable: errorKeyUnavailable
        case .locked: errorLocked
        case .malformed: errorMalformed
        case .malformedId: errorMalformedId
        case .noCipher: errorNoCipher
        case .noRandomness: errorNoRandomness
        case .notAnswered: errorNotAnswered
        case .notFoundRun: errorNotFoundRun
        case .notFoundVault: errorNotFoundVault
        case .nothingAnswered: errorNothingAnswered
        case .outOfRange: errorOutOfRange
        case .readOnly: errorReadOnly
        case .runFinished: errorRunFinished
        case .runUnfinished: errorRunUnfinished
        case .tooLong: errorTooLong
        case .tooNew: errorTooNew
        case .tooSoon: errorTooSoon
        case .unknownItem: errorUnknownItem
        case .unknownLanguage: errorUnknownLanguage
        case .unknownRegion: errorUnknownRegion
        case .unknownVersion: errorUnknownVersion
        case .vaultExists: errorVaultExists
        case .wrongCount: errorWrongCount
        case .wrongKey: errorWrongKey
        case .wrongLength: errorWrongLength
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
        case .locked, .keyUnavailable: statusLockedTitle
        case .clock, .controlCharacter, .draftExpired, .draftVersion, .duplicateItem, .folderUnprotected,
            .fault, .incomplete, .io, .malformed, .malformedId, .noCipher, .noRandomness, .notAnswered,
            .notFoundRun, .notFoundVault, .nothingAnswered, .outOfRange, .runFinished, .runUnfinished,
            .tooLong, .tooSoon, .unknownItem, .unknownLanguage, .unknownRegion, .unknownVersion,
            .vaultExists, .wrongCount, .wrongLength, .zoneSpanInvalid, .zoneSpanShort:
            statusProblemTitle
        }
    }
}
