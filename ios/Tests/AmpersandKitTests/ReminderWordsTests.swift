// Words for reminders and check-ins: every key has its text, discreet ones are all the same, and
// times of the day are written and picked without a zone.

import Foundation
import Testing

@testable import AmpersandKit

@Suite struct ReminderWordsTests {
    let texts = EnglishTexts()
    let days = DayWords(locale: Locale(identifier: "en_GB"), zone: TimeZone(identifier: "Pacific/Apia")!)

    /// The catalogue as it is on disk: a key that is missing in the switch is found here.
    private func catalogue() throws -> [String: String] {
        let file = Repository.root.appendingPathComponent("core/data/strings/en.json")
        let read = try JSONSerialization.jsonObject(with: try Data(contentsOf: file)) as? [String: Any]
        let all = try #require(read?["texts"] as? [String: Any])
        return all.compactMapValues { $0 as? String }.filter {
            $0.key.hasPrefix("reminder.") && ($0.key.hasSuffix(".plain") || $0.key.hasSuffix(".discreet"))
        }
    }

    @Test func everyNotificationHasItsText() throws {
        let catalogue = try catalogue()
        #expect(catalogue.count == 16)
        for (key, text) in catalogue { #expect(texts.words(forReminder: key) == text, "\(key)") }
        let plain = catalogue.filter { $0.key.hasSuffix(".plain") }.map(\.value)
        #expect(Set(plain).count == 8)
        #expect(Set(catalogue.filter { $0.key.hasSuffix(".discreet") }.map(\.value)).count == 1)
    }

    @Test func aKeyThatNobodyKnowsGivesNothingAway() {
        #expect(texts.words(forReminder: "reminder.later_release.plain") == texts.reminderSeveralDiscreet)
    }

    @Test func timesOfTheDay() throws {
        #expect(days.time("20:05") == "20:05")
        #expect(DayWords(locale: Locale(identifier: "en_US")).time("20:05").hasPrefix("8:05"))
        #expect(days.time("later") == "later")
        for time in ["00:00", "02:30", "09:07", "23:59"] {
            let picked = try #require(days.picked(time))
            #expect(days.time(ofPicked: picked) == time)
        }
        #expect(days.picked("later") == nil)
    }

    @Test func weekdaysByTheirNumber() {
        #expect(Weekdays.offered.map(days.weekday).first == "Monday")
        #expect(Weekdays.offered.map(days.weekday).last == "Sunday")
        #expect(WeekStart.offered.map { days.weekday($0.weekday) } == ["Monday", "Saturday", "Sunday"])
        #expect(Weekdays.nths.map(texts.words(forNth:)).last == texts.remindersNthLast)
        #expect(Set(Weekdays.nths.map(texts.words(forNth:))).count == 6)
    }

    @Test func everySortOfDaysHasWords() {
        #expect(Set(DaysChoice.allCases.map { texts.words(for: $0) }).count == DaysChoice.allCases.count)
        #expect(texts.words(for: Repeat.everyDays(days: 3, anchor: "2026-11-23"), days: days).contains("3 days"))
        #expect(texts.words(for: Repeat.dayOfMonth(day: 31), days: days).contains("31"))
        for kind in ReminderKind.offered {
            #expect(!texts.hint(for: kind).isEmpty)
            #expect(texts.title(of: kind, label: "") == texts.words(for: kind))
        }
    }

    /// After midnight it is still about the day before, and says so.
    @Test func aFireSaysWhatItIsAbout() {
        let item = ReminderItem(rule: "", kind: .dailyCheckIn, slot: 0, fire: .nudge)
        let fire = PreviewFire(
            at: 0, localDate: "2026-11-24", localTime: "01:00", day: "2026-11-23", items: [item, item])
        let detail = texts.detail(of: fire, days: days)
        #expect(detail == "Daily check-in · once more · for Mon, 23 Nov")
    }

    /// A moment is taken apart, and nothing else is taken for one.
    @Test func aMomentIsReadAsItStands() throws {
        let moment = try #require(CivilMoment(date: "2026-03-09", time: "07:05", second: 30))
        #expect(moment.written == "2026-03-09 07:05")
        #expect(moment.second == 30)
        for (date, time) in [("2026-03", "07:05"), ("2026-03-09", "7"), ("", ""), ("2026-03-09", "07:05:00")] {
            #expect(CivilMoment(date: date, time: time, second: 0) == nil)
        }
    }
}
