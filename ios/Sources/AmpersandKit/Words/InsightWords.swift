// Words for what the weeks show. The sentences come from the core; here is only what stands
// around them, and how a series reads as a list.

extension Texts {
    public func words(for series: SeriesId) -> String {
        switch series {
        case .mood: insightSeriesMood
        case .energy: insightSeriesEnergy
        case .needs: insightSeriesNeeds
        case .ownTime: insightSeriesOwnTime
        case .yesMeaningNo: insightSeriesYesMeaningNo
        case .contact: insightSeriesContact
        case .limitKept: insightSeriesLimitKept
        case .pulsePattern: insightSeriesPulsePattern
        case .pulseStrength: insightSeriesPulseStrength
        case .circlesBreadth: insightSeriesCirclesBreadth
        }
    }

    public func words(for range: InsightRange) -> String {
        switch range {
        case .month: insightDays28
        case .quarter: insightDays90
        case .year: insightDays365
        }
    }

    public func words(for line: SeriesLine) -> String {
        switch line {
        case .seven: insightChartSeven
        case .twentyEight: insightChartTwentyEight
        case .smooth: insightChartSmooth
        }
    }

    /// What a card stands on: how many days of how many, and how many gaps.
    public func basis(of card: InsightCard, days: DayWords) -> String {
        days.list([
            insightBasedOn(n: Int(card.n), of: Int(card.askedDays)), insightGaps(n: Int(card.gaps)),
        ])
    }

    /// How much it still takes; nil where there is enough.
    public func needed(by card: InsightCard) -> String? {
        if case .notEnough(let needed) = card.result { return insightNotEnoughBody(n: Int(needed)) }
        return nil
    }

    /// What does not fit into one sentence, a line for each.
    public func lines(of card: InsightCard, days: DayWords) -> [String] {
        if case .weekdays(let medians) = card.result {
            return zip(Weekdays.offered, medians).map { weekday, value in
                insightWeekday(day: days.weekday(weekday), value: value.map(days.decimal) ?? insightTableGap)
            }
        }
        if case .checkChange(_, _, let parts) = card.result {
            return parts.map { part in
                a11yChange(
                    title: part.title,
                    words: words(for: Change(claim: part.claim, points: part.points, rci: nil, p: part.p)))
            }
        }
        return []
    }

    /// A place on a line of a chart, as it is read out.
    public func chartValue(_ line: SeriesLine, _ value: Double, days: DayWords) -> String {
        insightTableRow(day: words(for: line), value: days.decimal(value))
    }

    /// A day of a series as a line of a list. A day without a note is told as that: it is no zero.
    public func row(for point: SeriesPoint, days: DayWords) -> String {
        insightTableRow(day: days.shortDay(point.day), value: point.value.map(days.decimal) ?? insightTableGap)
    }

    /// What the lines say about that day, where they say anything.
    public func detail(of point: SeriesPoint, days: DayWords) -> String? {
        guard point.seven != nil || point.twentyEight != nil else { return nil }
        func number(_ value: Double?) -> String { value.map(days.decimal) ?? insightTableGap }
        return insightTableMore(seven: number(point.seven), twentyEight: number(point.twentyEight))
    }
}

extension InsightRange {
    /// In the order in which they are offered.
    public static let offered: [InsightRange] = [.month, .quarter, .year]
}

extension SeriesId {
    /// In the order in which they are listed.
    public static let offered: [SeriesId] = [
        .mood, .energy, .needs, .ownTime, .yesMeaningNo, .contact, .limitKept, .pulsePattern, .pulseStrength,
        .circlesBreadth,
    ]
}
