// How days, moments and numbers are written. Formatting only: a day comes from the core as
// "2026-11-23" and is shown as the locale writes it.

import Foundation

/// Writes days, moments and numbers the way a locale does.
public struct DayWords: Sendable {
    private let locale: Locale
    private let zone: TimeZone

    public init(locale: Locale = .current, zone: TimeZone = .current) {
        self.locale = locale
        self.zone = zone
    }

    /// A civil day; what is not one is shown as it came.
    public func day(_ day: CivilDate) -> String {
        let iso = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        guard let date = try? iso.parse(day) else { return day }
        return date.formatted(
            Date.FormatStyle(date: .long, time: .omitted, locale: locale, timeZone: .gmt))
    }

    /// A moment in milliseconds since 1970, in the phone's own zone.
    public func moment(_ ms: Int64) -> String {
        Date(timeIntervalSince1970: TimeInterval(ms) / 1_000).formatted(
            Date.FormatStyle(date: .abbreviated, time: .shortened, locale: locale, timeZone: zone))
    }

    /// A figure without decimals.
    public func number(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(0)).locale(locale))
    }

    /// A difference, always with its sign.
    public func signed(_ value: Double) -> String {
        value.formatted(
            .number.precision(.fractionLength(0)).sign(strategy: .always(includingZero: false)).locale(locale))
    }

    /// Several things in a row, joined the way the language does.
    public func list(_ items: [String]) -> String {
        items.formatted(.list(type: .and).locale(locale))
    }
}
