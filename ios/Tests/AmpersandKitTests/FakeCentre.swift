// A notification centre with Apple's limits. It runs no code of the app when something fires, it
// goes by the clock on the wall wherever the phone is, and it keeps no more than 64.

import Foundation
import Testing

@testable import AmpersandKit

/// The phone's notification centre. It belongs to the phone and not to the app: an app that is
/// ended and started again finds it as it was.
final class FakeCentre: NotificationScheduling, @unchecked Sendable {
    /// Apple keeps the soonest sixty-four, and says nothing about the others.
    static let limit = 64

    /// One that was on the screen.
    struct Shown: Equatable {
        let id: FireId
        let text: String
        let moment: CivilMoment
    }

    private let lock = NSLock()
    private let time: FakeTime
    private var waiting: [FireId: Notice] = [:]
    private var onScreen: [FireId] = []
    private var log: [Shown] = []
    private var access = NotificationAccess.notAsked
    private var looked: Int64
    private var counts = (asked: 0, dropped: 0, added: 0)
    private var refusing = false

    /// What the person will say when asked.
    var answer = NotificationAccess.granted

    init(time: FakeTime) {
        self.time = time
        looked = time.now().now
    }

    // MARK: What the tests look at and change

    /// Everything that was ever on the screen.
    var shown: [Shown] { live { log } }
    var notices: [Notice] {
        live { waiting.values.sorted { key($0.moment).lexicographicallyPrecedes(key($1.moment)) } }
    }
    var asked: Int { live { counts.asked } }
    /// How many were left out over the limit.
    var dropped: Int { live { counts.dropped } }
    var added: Int { live { counts.added } }

    /// The person changes it in the phone's settings.
    func set(_ access: NotificationAccess) { live { self.access = access } }

    /// The phone takes nothing more, as when the app is ended before it said so.
    func refuse(_ isSo: Bool) { live { refusing = isSo } }

    /// The phone loses what it was told.
    func lose() { live { waiting = [:] } }

    /// Looks at the clock: what is due is shown. Called before the clock is set or the zone changes.
    func look() { live {} }

    // MARK: The port

    func pending() async -> [FireId] { live { Array(waiting.keys) } }

    func delivered() async -> [FireId] { live { onScreen } }

    func set(_ notices: [Notice]) async -> [FireId] {
        live {
            if refusing { return [] }
            for notice in notices {
                counts.added += 1
                waiting[notice.id] = notice
            }
            let kept = waiting.values.sorted { key($0.moment).lexicographicallyPrecedes(key($1.moment)) }
            for notice in kept.dropFirst(Self.limit) {
                waiting[notice.id] = nil
                counts.dropped += 1
            }
            return notices.map(\.id)
        }
    }

    func cancel(_ ids: [FireId]) async { live { for id in ids { waiting[id] = nil } } }

    func withdraw(_ ids: [FireId]) async { live { onScreen.removeAll { ids.contains($0) } } }

    func permission() async -> NotificationAccess { live { access } }

    func ask() async -> NotificationAccess {
        live {
            counts.asked += 1
            if access == .notAsked { access = answer }
            return access
        }
    }

    // MARK: Inside

    private func live<T>(_ body: () -> T) -> T {
        lock.withLock {
            let now = time.now().now
            for notice in waiting.values.sorted(by: { key($0.moment).lexicographicallyPrecedes(key($1.moment)) }) {
                guard let at = instant(of: notice.moment), at <= now else { continue }
                // What was in the past when it was set, or was jumped over, never fires.
                if at > looked, access == .granted {
                    onScreen.removeAll { $0 == notice.id }
                    onScreen.append(notice.id)
                    log.append(Shown(id: notice.id, text: notice.text, moment: notice.moment))
                }
                waiting[notice.id] = nil
            }
            looked = now
            return body()
        }
    }

    private func key(_ moment: CivilMoment) -> [Int] {
        [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
    }

    /// When the clock on the wall shows it, where the phone is now.
    private func instant(of moment: CivilMoment) -> Int64? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = time.here
        let parts = DateComponents(
            year: moment.year, month: moment.month, day: moment.day, hour: moment.hour, minute: moment.minute,
            second: moment.second)
        return calendar.date(from: parts).map { Int64($0.timeIntervalSince1970 * 1_000) }
    }
}

/// Notes when the app wants to be woken.
final class FakeWaking: WakeScheduling, @unchecked Sendable {
    private let lock = NSLock()
    private var moment: Int64?

    var wanted: Int64? { lock.withLock { moment } }

    func wake(notBefore moment: Int64) { lock.withLock { self.moment = moment } }
}

extension CivilMoment {
    /// As a person would write it: "2026-11-23 20:00".
    var written: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day)) \(two(hour)):\(two(minute))"
    }
}

@MainActor
extension AppModel {
    /// Makes a reminder through the editor, as a person does.
    @discardableResult
    func remind(
        _ kind: ReminderKind = .dailyCheckIn, at times: [SlotTime] = [.at(at: "20:00")],
        _ change: (inout RuleForm) -> Void = { _ in }
    ) async throws -> RuleView {
        await ruleEditor.send(.begin(kind))
        await ruleEditor.take {
            $0.times = times
            change(&$0)
        }?.value
        await ruleEditor.send(.save)
        #expect(ruleEditor.state.problem == nil)
        let saved = try #require(ruleEditor.state.saved)
        await ruleEditor.send(.close)
        return saved
    }

    /// Answers a day's check-in with one tap, and saves it.
    func answerCheckIn(_ day: CivilDate? = nil) async throws {
        await checkIn.send(.open(day))
        let item = try #require(checkIn.state.item)
        await checkIn.send(.answer(item: item.id, value: item.options[0].value))
        await checkIn.send(.save)
        #expect(checkIn.state.problem == nil)
        #expect(checkIn.state.saved != nil)
        await checkIn.send(.close)
    }
}

@MainActor
extension World {
    /// The app is in front again.
    func back(_ model: AppModel) async { await model.send(.becameActive) }

    /// The person travels; the phone sees what was due before.
    func travel(to zone: String) {
        centre.look()
        time.travel(to: zone)
        centre.look()
    }

    /// So many hours go by, with the phone looking at its clock.
    func pass(hours: Int64) {
        time.pass(.seconds(hours * 3_600))
        centre.look()
    }
}
