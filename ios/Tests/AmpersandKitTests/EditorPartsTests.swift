// The parts of the journal that need no core: undo, the filters a tap types, the marks in a
// snippet, and how months and days are written.

import Foundation
import Testing

@testable import AmpersandKit

@Suite struct TypingHistoryTests {
    private func text(_ body: String) -> Written { Written(title: "", body: body) }

    @Test func strokesWithoutAPauseAreOneStep() {
        var typing = TypingHistory()
        typing.typed(over: text(""), at: .milliseconds(0))
        typing.typed(over: text("a"), at: .milliseconds(300))
        typing.typed(over: text("ab"), at: .milliseconds(900))
        #expect(typing.undo(from: text("abc")) == text(""))
        #expect(!typing.canUndo)
        #expect(typing.redo(from: text("")) == text("abc"))
        #expect(!typing.canRedo)
    }

    @Test func aPauseBeginsAStep() {
        var typing = TypingHistory()
        typing.typed(over: text(""), at: .seconds(0))
        typing.typed(over: text("one"), at: .seconds(2))
        #expect(typing.undo(from: text("one two")) == text("one"))
        #expect(typing.undo(from: text("one")) == text(""))
        #expect(typing.undo(from: text("")) == nil)
        #expect(typing.redo(from: text("")) == text("one"))
        #expect(typing.redo(from: text("one")) == text("one two"))
    }

    @Test func nobodyTypesAnHourInOneStep() {
        var typing = TypingHistory()
        for stroke in 0..<100 {
            typing.typed(over: text(String(repeating: "x", count: stroke)), at: .milliseconds(stroke * 500))
        }
        #expect(typing.undo(from: text("all"))?.body.count ?? 0 > 80)
        #expect(typing.canUndo)
    }

    @Test func typingAfterAnUndoEndsTheRedo() {
        var typing = TypingHistory()
        typing.typed(over: text(""), at: .seconds(0))
        _ = typing.undo(from: text("old"))
        typing.typed(over: text(""), at: .seconds(1))
        #expect(!typing.canRedo)
        #expect(typing.undo(from: text("new")) == text(""))
    }

    /// A text may be a megabyte: the oldest steps go, the last one never does.
    @Test func theRoomIsBounded() {
        var typing = TypingHistory()
        let large = String(repeating: "x", count: 1_500_000)
        for step in 0..<10 { typing.typed(over: text(large + "\(step)"), at: .seconds(step * 10)) }
        var steps = 0
        while typing.undo(from: text("")) != nil { steps += 1 }
        #expect(steps == 2)
    }
}

@Suite struct SearchFilterTests {
    @Test func filtersAreTypedAsAPersonWould() {
        #expect(SearchFilter.tag("two words").typed == "tag:\"two words\"")
        #expect(SearchFilter.feeling(id: "calm").typed == "feeling:calm")
        #expect(SearchFilter.from("2026-11-23").typed == "from:2026-11-23")
        #expect(SearchFilter.to("2026-11-23").typed == "to:2026-11-23")
        #expect(SearchFilter.starred.typed == "starred")
    }

    @Test func theyAreAddedBehindWhatIsThere() {
        #expect(SearchFilter.starred.added(to: "") == "starred ")
        #expect(SearchFilter.starred.added(to: "river") == "river starred ")
        #expect(SearchFilter.starred.added(to: "river ") == "river starred ")
    }
}

@Suite struct MarkedPieceTests {
    @Test func piecesAreCutAtTheMarks() {
        let pieces = MarkedPiece.pieces(of: "by the \u{E000}river\u{E001}, at noon")
        #expect(pieces.map(\.text) == ["by the ", "river", ", at noon"])
        #expect(pieces.map(\.isFound) == [false, true, false])
    }

    @Test func noMarkIsLeftAndNothingIsLost() {
        for marked in [
            "", "plain", "\u{E000}all\u{E001}", "\u{E000}a\u{E001}\u{E000}b\u{E001}", "open \u{E000}end",
            "\u{E001}stray", "\u{E000}e\u{E001}\u{301} accent", "👨‍👩‍👧 \u{E000}👩🏽‍🚀\u{E001}",
        ] {
            let pieces = MarkedPiece.pieces(of: marked)
            let plain = marked.unicodeScalars.filter { $0 != "\u{E000}" && $0 != "\u{E001}" }
            #expect(pieces.map(\.text).joined().unicodeScalars.elementsEqual(plain))
            #expect(pieces.allSatisfy { !$0.text.isEmpty })
        }
    }
}

@Suite struct MonthWordsTests {
    @Test func monthsAsTheLocaleWritesThem() {
        #expect(DayWords(locale: Locale(identifier: "en_GB")).month("2026-11") == "November 2026")
        #expect(DayWords(locale: Locale(identifier: "de_DE")).month("2026-03") == "März 2026")
        #expect(DayWords().month("no month") == "no month")
    }

    @Test func daysInAMonth() {
        let words = DayWords(locale: Locale(identifier: "en_GB"))
        #expect(words.dayNumber("2026-11-03") == "3")
        #expect(words.dayOfWeek("2026-11-23").contains("Monday"))
        #expect(words.duration(.seconds(90)) == "1 minute, 30 seconds")
    }

    /// Through a picker and back, on both sides of Greenwich and where a day was skipped.
    @Test(arguments: ["Pacific/Honolulu", "Europe/London", "Pacific/Kiritimati", "Pacific/Apia"])
    func aDayComesBackFromThePickerAsItself(_ zone: String) throws {
        let words = DayWords(locale: Locale(identifier: "en_GB"), zone: TimeZone(identifier: zone)!)
        for day in ["2026-11-23", "1900-01-01", "2200-12-31", "2024-02-29", "2026-03-29"] {
            #expect(words.day(of: try #require(words.date(of: day))) == day)
        }
        #expect(words.date(of: "no day") == nil)
    }
}
