// From a problem to what the person reads: what happened, that nothing is lost (or what is),
// and what to do.

extension Texts {
    /// What the person reads. No `default`: a reason without a text does not compile.
    public func words(for problem: Problem) -> String {
        switch problem.reason {
        case .afterDayEnd: errorAfterDayEnd
        case .agreementClosed: errorAgreementClosed
        case .away: errorAway
        case .beforeAgreement: errorBeforeAgreement
        case .boundaryMove: errorBoundaryMove
        case .careMode: errorCareMode
        case .checkInFixed: errorCheckInFixed
        case .clock: errorClock
        case .controlCharacter: errorControlCharacter
        case .controlCharacterBody: errorControlCharacterBody
        case .controlCharacterLabel: errorControlCharacterLabel
        case .controlCharacterLine: errorControlCharacterLine
        case .controlCharacterNote: errorControlCharacterNote
        case .controlCharacterTag: errorControlCharacterTag
        case .controlCharacterTitle: errorControlCharacterTitle
        case .controlCharacterWords: errorControlCharacterWords
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
        case .lengthsDiffer: errorLengthsDiffer
        case .letGo: errorLetGo
        case .locked: errorLocked
        case .malformed: errorMalformed
        case .malformedCursor: errorMalformedCursor
        case .malformedId: errorMalformedId
        case .malformedTag: errorMalformedTag
        case .meetingMove: errorMeetingMove
        case .noCipher: errorNoCipher
        case .noRandomness: errorNoRandomness
        case .notAnswered: errorNotAnswered
        case .notFinite: errorNotFinite
        case .notFoundAgreement: errorNotFoundAgreement
        case .notFoundAttempt: errorNotFoundAttempt
        case .notFoundBoundary: errorNotFoundBoundary
        case .notFoundBoundaryUse: errorNotFoundBoundaryUse
        case .notFoundCheckIn: errorNotFoundCheckIn
        case .notFoundDraft: errorNotFoundDraft
        case .notFoundEntry: errorNotFoundEntry
        case .notFoundFire: errorNotFoundFire
        case .notFoundInsight: errorNotFoundInsight
        case .notFoundLedgerEntry: errorNotFoundLedgerEntry
        case .notFoundLine: errorNotFoundLine
        case .notFoundMeeting: errorNotFoundMeeting
        case .notFoundQuestion: errorNotFoundQuestion
        case .notFoundRevision: errorNotFoundRevision
        case .notFoundRule: errorNotFoundRule
        case .notFoundRun: errorNotFoundRun
        case .notFoundSnapshot: errorNotFoundSnapshot
        case .notFoundSource: errorNotFoundSource
        case .notFoundTopic: errorNotFoundTopic
        case .notFoundVault: errorNotFoundVault
        case .notOffered: errorNotOffered
        case .notTheirs: errorNotTheirs
        case .nothingAnswered: errorNothingAnswered
        case .nothingChosen: errorNothingChosen
        case .otherMeeting: errorOtherMeeting
        case .outOfOrder: errorOutOfOrder
        case .outOfRange: errorOutOfRange
        case .outOfRangeDate: errorOutOfRangeDate
        case .outOfRangeEveryDays: errorOutOfRangeEveryDays
        case .outOfRangeGraceMin: errorOutOfRangeGraceMin
        case .outOfRangeMaxPerDay: errorOutOfRangeMaxPerDay
        case .outOfRangeMinutes: errorOutOfRangeMinutes
        case .outOfRangeMonthDay: errorOutOfRangeMonthDay
        case .outOfRangeNth: errorOutOfRangeNth
        case .outOfRangeNudgeAfterMin: errorOutOfRangeNudgeAfterMin
        case .passphraseNeeded: errorPassphraseNeeded
        case .practiceNotActive: errorPracticeNotActive
        case .practicesFull: errorPracticesFull
        case .pulseFixed: errorPulseFixed
        case .readOnly: errorReadOnly
        case .runFinished: errorRunFinished
        case .runUnfinished: errorRunUnfinished
        case .searchSuperseded: errorSearchSuperseded
        case .sourceArchived: errorSourceArchived
        case .tooLate: errorTooLate
        case .tooLong: errorTooLong
        case .tooLongAction: errorTooLongAction
        case .tooLongBody: errorTooLongBody
        case .tooLongFills: errorTooLongFills
        case .tooLongLabel: errorTooLongLabel
        case .tooLongLearned: errorTooLongLearned
        case .tooLongLimit: errorTooLongLimit
        case .tooLongLine: errorTooLongLine
        case .tooLongNextStep: errorTooLongNextStep
        case .tooLongNote: errorTooLongNote
        case .tooLongPassphrase: errorTooLongPassphrase
        case .tooLongPerson: errorTooLongPerson
        case .tooLongQuery: errorTooLongQuery
        case .tooLongQuestion: errorTooLongQuestion
        case .tooLongScript: errorTooLongScript
        case .tooLongSituation: errorTooLongSituation
        case .tooLongTag: errorTooLongTag
        case .tooLongTitle: errorTooLongTitle
        case .tooLongWhat: errorTooLongWhat
        case .tooMany: errorTooMany
        case .tooManyAgreements: errorTooManyAgreements
        case .tooManyFeelings: errorTooManyFeelings
        case .tooManyLedgerEntry: errorTooManyLedgerEntry
        case .tooManyLines: errorTooManyLines
        case .tooManyQuestion: errorTooManyQuestion
        case .tooManyRules: errorTooManyRules
        case .tooManySource: errorTooManySource
        case .tooManyTags: errorTooManyTags
        case .tooManyTopics: errorTooManyTopics
        case .tooNew: errorTooNew
        case .tooShort: errorTooShort
        case .tooShortAction: errorTooShortAction
        case .tooShortBody: errorTooShortBody
        case .tooShortFills: errorTooShortFills
        case .tooShortLabel: errorTooShortLabel
        case .tooShortLimit: errorTooShortLimit
        case .tooShortLine: errorTooShortLine
        case .tooShortNote: errorTooShortNote
        case .tooShortQuestion: errorTooShortQuestion
        case .tooShortScript: errorTooShortScript
        case .tooShortSituation: errorTooShortSituation
        case .tooShortWhat: errorTooShortWhat
        case .tooSoon: errorTooSoon
        case .tooSoonForm: errorTooSoonForm
        case .unknownFeeling: errorUnknownFeeling
        case .unknownForm: errorUnknownForm
        case .unknownItem: errorUnknownItem
        case .unknownLanguage: errorUnknownLanguage
        case .unknownPattern: errorUnknownPattern
        case .unknownPractice: errorUnknownPractice
        case .unknownPrompt: errorUnknownPrompt
        case .unknownRegion: errorUnknownRegion
        case .unknownScriptLine: errorUnknownScriptLine
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
        case .afterDayEnd, .agreementClosed, .beforeAgreement, .boundaryMove, .careMode, .checkInFixed, .clock,
            .controlCharacter, .controlCharacterBody, .controlCharacterLabel, .controlCharacterLine,
            .controlCharacterNote, .controlCharacterTag, .controlCharacterTitle, .controlCharacterWords,
            .draftExpired, .draftOpen, .draftVersion, .duplicate, .duplicateItem, .endBeforeStart, .entryChanged,
            .entryNotTrashed, .entryTrashed, .fault, .folderUnprotected, .holdsDayStart, .inPast, .incomplete, .io,
            .lengthsDiffer, .letGo, .malformed, .malformedCursor, .malformedId, .malformedTag, .meetingMove,
            .noCipher, .noRandomness, .notAnswered, .notFinite, .notFoundAgreement, .notFoundAttempt,
            .notFoundBoundary, .notFoundBoundaryUse, .notFoundCheckIn, .notFoundDraft, .notFoundEntry, .notFoundFire,
            .notFoundInsight, .notFoundLedgerEntry, .notFoundLine, .notFoundMeeting, .notFoundQuestion,
            .notFoundRevision, .notFoundRule, .notFoundRun, .notFoundSnapshot, .notFoundSource, .notFoundTopic,
            .notFoundVault, .notOffered, .notTheirs, .nothingAnswered, .nothingChosen, .otherMeeting, .outOfOrder,
            .outOfRange, .outOfRangeDate, .outOfRangeEveryDays, .outOfRangeGraceMin, .outOfRangeMaxPerDay,
            .outOfRangeMinutes, .outOfRangeMonthDay, .outOfRangeNth, .outOfRangeNudgeAfterMin, .practiceNotActive,
            .practicesFull, .pulseFixed, .runFinished, .runUnfinished, .searchSuperseded, .sourceArchived, .tooLate,
            .tooLong, .tooLongAction, .tooLongBody, .tooLongFills, .tooLongLabel, .tooLongLearned, .tooLongLimit,
            .tooLongLine, .tooLongNextStep, .tooLongNote, .tooLongPassphrase, .tooLongPerson, .tooLongQuery,
            .tooLongQuestion, .tooLongScript, .tooLongSituation, .tooLongTag, .tooLongTitle, .tooLongWhat, .tooMany,
            .tooManyAgreements, .tooManyFeelings, .tooManyLedgerEntry, .tooManyLines, .tooManyQuestion, .tooManyRules,
            .tooManySource, .tooManyTags, .tooManyTopics, .tooShort, .tooShortAction, .tooShortBody, .tooShortFills,
            .tooShortLabel, .tooShortLimit, .tooShortLine, .tooShortNote, .tooShortQuestion, .tooShortScript,
            .tooShortSituation, .tooShortWhat, .tooSoon, .tooSoonForm, .unknownFeeling, .unknownForm, .unknownItem,
            .unknownLanguage, .unknownPattern, .unknownPractice, .unknownPrompt, .unknownRegion, .unknownScriptLine,
            .unknownVersion, .vaultExists, .wrongCount, .wrongCountRepeat, .wrongCountSlots, .wrongLength,
            .zoneSpanInvalid, .zoneSpanShort:
            statusProblemTitle
        }
    }
}
