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
        written(day, as: style(date: .long))
    }

    /// A civil day with its weekday, as the heading of what was written on it.
    public func dayOfWeek(_ day: CivilDate) -> String {
        written(day, as: style(date: .complete))
    }

    /// The number of a day in its month.
    public func dayNumber(_ day: CivilDate) -> String {
        written(day, as: style().day())
    }

    /// A month with its year, out of "2026-11".
    public func month(_ month: Month) -> String {
        let first = month + "-01"
        return parsed(first) == nil ? month : written(first, as: style().month(.wide).year())
    }

    /// A civil day out of what a date picker gives, read in the picker's zone.
    public func day(of date: Date) -> CivilDate {
        date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }

    /// What a date picker takes for a civil day, in the picker's zone; nil for what is none.
    public func date(of day: CivilDate) -> Date? {
        try? Date.ISO8601FormatStyle(timeZone: zone).year().month().day().parse(day)
    }

    /// A day as it stands in a list: its weekday, and the date in short.
    public func shortDay(_ day: CivilDate) -> String {
        written(day, as: style().weekday(.abbreviated).day().month(.abbreviated))
    }

    /// A time of the day, "20:00" or as the locale writes it; what is none is shown as it came.
    public func time(_ time: CivilTime) -> String {
        date(of: time, on: Self.someDay)?.formatted(
            Date.FormatStyle(date: .omitted, time: .shortened, locale: locale, timeZone: .gmt)) ?? time
    }

    /// A time of the day out of what a time picker gives, one that runs in `pickerZone`.
    public func time(ofPicked date: Date) -> CivilTime {
        let written = date.formatted(
            Date.ISO8601FormatStyle(timeZone: Self.pickerZone).time(includingFractionalSeconds: false))
        return String(written.prefix("00:00".count))
    }

    /// What a time picker takes for a time of the day; nil for what is none.
    public func picked(_ time: CivilTime) -> Date? {
        date(of: time, on: Self.someDay)
    }

    /// A zone without a change of clocks, so that each time of the day is there once.
    public static let pickerZone = TimeZone.gmt

    /// The name of a weekday, 1 for Monday to 7 for Sunday.
    public func weekday(_ number: UInt32) -> String {
        // The first of January 2024 was a Monday.
        written("2024-01-0\(number)", as: style().weekday(.wide))
    }

    /// How long something takes, in minutes and seconds.
    public func duration(_ time: Duration) -> String {
        time.formatted(.units(allowed: [.minutes, .seconds], width: .wide).locale(locale))
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

    /// A figure with one decimal, where whole ones would say too little.
    public func decimal(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(0...1)).locale(locale))
    }

    /// A part of a whole, from 0 to 1, as the locale writes it.
    public func share(_ value: Double) -> String {
        value.formatted(.percent.precision(.fractionLength(0)).locale(locale))
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

    private func parsed(_ day: CivilDate) -> Date? {
        try? Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().parse(day)
    }

    private static let someDay = "2024-01-01"

    private func date(of time: CivilTime, on day: CivilDate) -> Date? {
        let style = Date.ISO8601FormatStyle(timeZone: Self.pickerZone).year().month().day()
            .time(includingFractionalSeconds: false)
        return try? style.parse("\(day)T\(time):00")
    }

    private func written(_ day: CivilDate, as style: Date.FormatStyle) -> String {
        parsed(day)?.formatted(style) ?? day
    }

    /// Civil days are written in the zone they are parsed in, so that none slips to its neighbour.
    private func style(date: Date.FormatStyle.DateStyle? = nil) -> Date.FormatStyle {
        Date.FormatStyle(date: date, time: date.map { _ in .omitted }, locale: locale, timeZone: .gmt)
    }
}
