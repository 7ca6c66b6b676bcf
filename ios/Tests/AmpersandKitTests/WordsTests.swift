// Words: every problem has a text, every band has its words, and days are written as the
// locale writes them.

import Foundation
import Testing

@testable import AmpersandKit

@Suite struct ProblemWordsTests {
    let texts = EnglishTexts()

    /// The documented codes, each turned into the problem it arrives as.
    @Test func everyDocumentedCodeHasATextOfItsOwn() throws {
        let codes = try ErrorCode.documented()
        #expect(codes.count > 30, "\(codes.count) codes read")
        for code in codes {
            let reason = try #require(code.problem, "\(code)").reason
            if code.heading != "Internal" { #expect(reason != .fault, "\(code) has no text") }
        }
    }

    /// The other way round: what the Kit has a reason for is documented, or the phone's own.
    @Test func everyReasonIsDocumentedOrThePhonesOwn() throws {
        let documented = Set(try ErrorCode.documented().compactMap { $0.problem?.reason })
        #expect(
            Set(Reason.allCases).subtracting(documented)
                == Self.ofAField.union([.clock, .keyLost, .keyUnavailable, .folderUnprotected, .noCipher]))
    }

    /// The codes that have words of their own for one field: what helps with a title that is
    /// too long does not help with a passphrase.
    static let ofAField: Set<Reason> = [
        .controlCharacterBody, .controlCharacterLabel, .controlCharacterLine, .controlCharacterNote,
        .controlCharacterTag, .controlCharacterTitle, .controlCharacterWords, .malformedCursor, .malformedTag,
        .outOfRangeDate, .outOfRangeEveryDays, .outOfRangeGraceMin, .outOfRangeMaxPerDay, .outOfRangeMinutes,
        .outOfRangeMonthDay, .outOfRangeNth, .outOfRangeNudgeAfterMin, .tooLongAction, .tooLongBody, .tooLongFills,
        .tooLongLabel, .tooLongLearned, .tooLongLimit, .tooLongLine, .tooLongNextStep, .tooLongNote,
        .tooLongPassphrase, .tooLongPerson, .tooLongQuery, .tooLongQuestion, .tooLongScript, .tooLongSituation,
        .tooLongTag, .tooLongTitle, .tooLongWhat, .tooManyAgreements, .tooManyFeelings, .tooManyLedgerEntry,
        .tooManyLines, .tooManyQuestion, .tooManyRules, .tooManySource, .tooManyTags, .tooManyTopics, .tooShortAction,
        .tooShortBody, .tooShortFills, .tooShortLabel, .tooShortLimit, .tooShortLine, .tooShortNote,
        .tooShortQuestion, .tooShortScript, .tooShortSituation, .tooShortWhat, .tooSoonForm, .wrongCountRepeat,
        .wrongCountSlots,
    ]

    @Test func aFieldWithWordsOfItsOwnHasThem() {
        func reason(_ field: String, _ code: String) -> Reason {
            Problem.invalidInput(field: field, code: code).reason
        }
        #expect(reason("title", "too_long") == .tooLongTitle)
        #expect(reason("name", "too_long") == .tooLong)
        #expect(reason("form", "too_soon") == .tooSoonForm)
        #expect(reason("retest", "too_soon") == .tooSoon)
        #expect(reason("date", "out_of_range") == .outOfRangeDate)
        #expect(reason("now", "out_of_range") == .clock)
        #expect(reason("script", "control_character") == .controlCharacterWords)
        #expect(reason("name", "control_character") == .controlCharacter)
    }

    @Test func aCodeWithoutATextIsSeen() {
        let codes = ErrorCode.read("## Locked: code\n| `rusty` | a | b | c |\n")
        #expect(codes.map(\.problem?.reason) == [.fault])
    }

    @Test func noTwoReasonsReadTheSame() {
        for reason in Reason.allCases {
            #expect(problem(reason).reason == reason)
            #expect(texts.words(for: problem(reason)).count > 20, "\(reason)")
            #expect(!texts.title(for: problem(reason)).isEmpty, "\(reason)")
        }
        let all = Set(Reason.allCases.map { texts.words(for: problem($0)) })
        #expect(all.count == Reason.allCases.count)
    }

    /// The way back: one problem for each reason.
    private func problem(_ reason: Reason) -> Problem {
        switch reason {
        case .clock: .invalidInput(field: "now", code: "out_of_range")
        case .keyLost: .keyLost
        case .keyUnavailable: .keyUnavailable
        case .folderUnprotected: .folderUnprotected
        case .tooNew: .tooNew(found: 9, supported: 1)
        case .fault: .fault(reference: "here")
        case .noCipher: .fault(reference: "no_cipher")
        case .controlCharacterWords: .invalidInput(field: "limit", code: "control_character")
        case .notFoundRun: .notFound(kind: "run", id: "1")
        case .notFoundVault: .notFound(kind: "vault", id: "")
        case .vaultExists: .conflict(kind: "vault", id: "")
        case .notFoundAgreement, .notFoundAttempt, .notFoundBoundary, .notFoundBoundaryUse, .notFoundCheckIn,
            .notFoundDraft, .notFoundEntry, .notFoundFire, .notFoundInsight, .notFoundLedgerEntry, .notFoundLine,
            .notFoundMeeting, .notFoundQuestion, .notFoundRevision, .notFoundRule, .notFoundSnapshot, .notFoundSource,
            .notFoundTopic:
            .notFound(kind: String(reason.rawValue.dropFirst("not_found_".count)), id: "1")
        case .agreementClosed, .boundaryMove, .careMode, .checkInFixed, .draftExpired, .draftOpen, .draftVersion,
            .entryChanged, .entryNotTrashed, .entryTrashed, .meetingMove, .notTheirs, .practiceNotActive,
            .practicesFull, .pulseFixed, .runFinished, .runUnfinished, .searchSuperseded, .sourceArchived:
            .conflict(kind: reason.rawValue, id: "1")
        case .away, .locked, .passphraseNeeded, .wait, .wrongKey, .wrongPassphrase:
            .locked(code: reason.rawValue)
        case .controlCharacterBody, .controlCharacterLabel, .controlCharacterLine, .controlCharacterNote,
            .controlCharacterTag, .controlCharacterTitle, .malformedCursor, .malformedTag, .outOfRangeDate,
            .outOfRangeEveryDays, .outOfRangeGraceMin, .outOfRangeMaxPerDay, .outOfRangeMinutes, .outOfRangeMonthDay,
            .outOfRangeNth, .outOfRangeNudgeAfterMin, .tooLongAction, .tooLongBody, .tooLongFills, .tooLongLabel,
            .tooLongLearned, .tooLongLimit, .tooLongLine, .tooLongNextStep, .tooLongNote, .tooLongPassphrase,
            .tooLongPerson, .tooLongQuery, .tooLongQuestion, .tooLongScript, .tooLongSituation, .tooLongTag,
            .tooLongTitle, .tooLongWhat, .tooManyAgreements, .tooManyFeelings, .tooManyLedgerEntry, .tooManyLines,
            .tooManyQuestion, .tooManyRules, .tooManySource, .tooManyTags, .tooManyTopics, .tooShortAction,
            .tooShortBody, .tooShortFills, .tooShortLabel, .tooShortLimit, .tooShortLine, .tooShortNote,
            .tooShortQuestion, .tooShortScript, .tooShortSituation, .tooShortWhat, .tooSoonForm, .wrongCountRepeat,
            .wrongCountSlots:
            ofField(reason.rawValue)
        case .damaged, .diskFull, .inUse, .incomplete, .io, .noRandomness, .readOnly:
            .storage(code: reason.rawValue, retryable: false)
        case .afterDayEnd, .beforeAgreement, .controlCharacter, .duplicate, .duplicateItem, .endBeforeStart,
            .holdsDayStart, .inPast, .lengthsDiffer, .letGo, .malformed, .malformedId, .notAnswered, .notFinite,
            .notOffered, .nothingAnswered, .nothingChosen, .otherMeeting, .outOfOrder, .outOfRange, .tooLate,
            .tooLong, .tooMany, .tooShort, .tooSoon, .unknownFeeling, .unknownForm, .unknownItem, .unknownLanguage,
            .unknownPattern, .unknownPractice, .unknownPrompt, .unknownRegion, .unknownScriptLine, .unknownVersion,
            .wrongCount, .wrongLength, .zoneSpanInvalid, .zoneSpanShort:
            .invalidInput(field: "field", code: reason.rawValue)
        }
    }

    /// "too_long_title" is the code `too_long` of the field `title`.
    private func ofField(_ name: String) -> Problem {
        let codes = [
            "control_character", "malformed", "out_of_range", "too_long", "too_many", "too_short", "too_soon",
            "wrong_count",
        ]
        let code = codes.first { name.hasPrefix($0 + "_") } ?? ""
        return .invalidInput(field: String(name.dropFirst(code.count + 1)), code: code)
    }

    @Test func aFaultTellsItsReference() {
        #expect(texts.words(for: .fault(reference: "guard.rs:7")).contains("guard.rs:7"))
    }
}

@Suite struct ResultWordsTests {
    let texts = EnglishTexts()

    @Test func bandsInWords() {
        #expect(texts.words(for: Band(from: .low, to: .low), in: .pattern) == "rarely shows up")
        #expect(texts.words(for: Band(from: .middle, to: .high), in: .pattern) == "between sometimes and often")
        #expect(texts.words(for: Band(from: .low, to: .high), in: .pattern) == "between rarely and often")
        #expect(texts.words(for: Band(from: .high, to: .high), in: .strength) == "strong")
        #expect(texts.words(for: Band(from: .low, to: .middle), in: .strength) == "between growing and steady")
    }

    @Test func changesInWords() {
        func words(_ claim: Claim, _ points: Double?) -> String {
            texts.words(for: Change(claim: claim, points: points, rci: nil, p: nil))
        }
        #expect(words(.likely, 12) == texts.changeLikelyUp)
        #expect(words(.likely, -12) == texts.changeLikelyDown)
        #expect(words(.seenTwice, 12) == texts.changeSeenTwiceUp)
        #expect(words(.unclear, -3) == texts.changeUnclear)
        #expect(words(.notClaimed, nil) == texts.changeNotClaimed)
    }

    @Test func theBarKeepsItsBandOnTheLine() {
        func bar(_ score: Double, _ sem: Double) -> EstimateBar {
            EstimateBar(Estimate(score: score, sem: sem, band: Band(from: .low, to: .high)))
        }
        #expect(bar(50, 10) == bar(50, 10))
        #expect(bar(50, 10).filled == 0.5)
        #expect(bar(50, 10).bandStart == 0.4)
        #expect(bar(50, 10).bandEnd == 0.6)
        #expect(bar(2, 10).bandStart == 0)
        #expect(bar(98, 10).bandEnd == 1)
    }

    @Test func theQuestionFitsTheSign() {
        func question(_ flags: [QualityFlag]) -> String {
            texts.question(about: Quality(flags: flags, lowConfidence: true))
        }
        #expect(question([.longRun, .quick]) == texts.reviewAskQuick)
        #expect(question([.tooFast]) == texts.reviewAskQuick)
        #expect(question([.longRun, .sameAnswer]) == texts.reviewAskSame)
        #expect(question([.contradicting]) == texts.reviewAskMixed)
    }
}

@Suite struct DayWordsTests {
    @Test func daysAsTheLocaleWritesThem() {
        #expect(DayWords(locale: Locale(identifier: "en_GB")).day("2026-11-23") == "23 November 2026")
        #expect(DayWords(locale: Locale(identifier: "de_DE")).day("2026-11-23") == "23. November 2026")
        // West of Greenwich a day must not become the day before.
        let west = DayWords(locale: Locale(identifier: "en_GB"), zone: TimeZone(identifier: "Pacific/Honolulu")!)
        #expect(west.day("2026-11-23") == "23 November 2026")
        #expect(DayWords().day("no day") == "no day")
    }

    @Test func momentsInThePhonesZone() {
        let berlin = DayWords(locale: Locale(identifier: "de_DE"), zone: TimeZone(identifier: "Europe/Berlin")!)
        #expect(berlin.moment(FakeTime.start).contains("13:00"))
    }

    @Test func numbersAndLists() {
        let words = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(words.number(62.5) == "62")
        #expect(words.number(9.859) == "10")
        #expect(words.signed(12.4) == "+12")
        #expect(words.signed(-12.4) == "-12")
        #expect(words.list(["a", "b"]) == "a and b")
    }
}

@Suite struct SmallThingsTests {
    @Test func theSecretNeverShowsItself() {
        let secret = DeviceSecret(stored: Data(repeating: 0xAB, count: 32))
        var dumped = ""
        dump(secret, to: &dumped)
        for shown in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!shown.contains("171"))
            #expect(!shown.lowercased().contains("ab"))
            #expect(!shown.contains("32 bytes"))
        }
        #expect(DeviceSecret.fresh() != DeviceSecret.fresh())
    }

    @Test func whatATapOnALineOpens() {
        func link(_ contact: String) -> String? {
            HelpLine(kind: .crisis, name: "x", contact: contact, also: nil, checkFirst: false).link?.absoluteString
        }
        #expect(link("1-800-799-7233") == "tel:18007997233")
        #expect(link("+49 116 016") == "tel:+49116016")
        #expect(link("112") == "tel:112")
        #expect(link("sheltersafe.ca") == "https://sheltersafe.ca")
        #expect(link("ask at the desk") == nil)
        #expect(link("") == nil)
    }

    @Test func theTagNamesLanguageAndPlace() {
        #expect(PhoneLocale.tag(of: Locale(identifier: "en_DE")) == "en-DE")
        #expect(PhoneLocale.tag(of: Locale(identifier: "de")) == "de")
        #expect(PhoneLocale.tag(of: Locale(identifier: "zh_Hant_TW")) == "zh-TW")
    }

    @Test func placesHaveNames() {
        let words = RegionWords(locale: Locale(identifier: "en"))
        #expect(words.name(of: "DE") == "Germany")
    }
}

@Suite struct JournalWordsTests {
    let texts = EnglishTexts()
    let days = DayWords(locale: Locale(identifier: "en_GB"), zone: TimeZone(identifier: "Europe/London")!)

    @Test func moodsFromBadToGood() {
        let words = Moods.offered.map { texts.words(forMood: $0) }
        #expect(words == [0, 1, 2, 3, 4].map { texts.words(forMood: Double($0)) })
        #expect(Set(words).count == 5)
        #expect(texts.words(forMood: 1.4) == texts.mood1)
        #expect(texts.words(forMood: 3.5) == texts.mood4)
    }

    /// Every feeling of the data has its word, and one that nobody knows is shown as it is.
    @Test func feelingsHaveWords() throws {
        let file = Repository.root.appendingPathComponent("core/data/feelings.v1.json")
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let words = (json?["words"] as? [[Any]] ?? []).compactMap { $0.first as? String }
        let ids = words + (json?["blank"] as? [String] ?? [])
        #expect(ids.count == 42)
        #expect(Set(ids.map { texts.words(forFeeling: $0) }).count == 42)
        #expect(texts.words(forFeeling: "of a newer release") == "of a newer release")
    }

    @Test func waitsAreRoundedUp() {
        #expect(texts.words(forWait: .zero) == nil)
        #expect(texts.words(forWait: .milliseconds(1)) == texts.lockWaitSeconds(n: 1))
        #expect(texts.words(forWait: .seconds(30)) == texts.lockWaitSeconds(n: 30))
        #expect(texts.words(forWait: .seconds(91)) == texts.lockWaitMinutes(n: 2))
        #expect(texts.words(forWait: .seconds(3_600)) == texts.lockWaitMinutes(n: 60))
    }

    @Test func aRecoveryTellsWhetherItIsWhole() {
        func words(_ lost: [String]) -> String {
            texts.words(for: Recovered(rows: 1, lostTables: lost, movedAside: []))
        }
        #expect(words([]) == texts.recoveryDoneWhole)
        #expect(words(["entry"]) == texts.recoveryDonePart)
    }

    @Test func strengthInWords() {
        let levels = (0...4).map { texts.level(of: Strength(level: $0, hint: .good)) }
        #expect(Set(levels).count == 5)
    }
}
