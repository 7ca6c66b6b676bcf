// Words for check-ins and pulses. The questions and their answers come from the core; here is
// only how they are put together. `mean` is the name of a place in a text of the catalogue; nothing
// is reckoned.

extension Texts {
    /// Which day it is for, said plainly where it is not today.
    public func title(for view: CheckInView, days: DayWords) -> String {
        if view.day == view.today { return checkInForToday(day: days.day(view.day)) }
        return view.editable ? checkInForYesterday(day: days.day(view.day)) : checkInForDay(day: days.day(view.day))
    }

    /// The answer that is marked for a question; that there is none is an answer too.
    public func words(for value: Int32?, of options: [AnswerLabel]) -> String {
        options.first { $0.value == value }?.label ?? checkInNotAnswered
    }

    /// A day of the strip, in words: nothing is told by colour alone.
    public func words(for day: StripDay, days: DayWords) -> String {
        let answered = day.mood.map { words(forMood: $0) } ?? checkInStripAnswered
        return checkInStripDay(day: days.day(day.day), words: day.answered ? answered : checkInStripNone)
    }

    /// On how many of the days there is something. Never how many in a row.
    public func words(for strip: CheckInStrip) -> String {
        checkInStrip(answered: Int(strip.answered), of: Int(strip.of))
    }

    public func title(for week: PulseWeek, days: DayWords) -> String {
        pulseTableWeek(day: days.day(week.from))
    }

    /// One week in words: patterns and strengths, each with what it is over four weeks; nothing
    /// for a week that was left out.
    public func lines(for week: PulseWeek, days: DayWords) -> [String] {
        let figures = [week.pattern, week.strength, week.patternOfFour, week.strengthOfFour]
        guard figures.contains(where: { $0 != nil }) else { return [pulseTableNone] }
        func number(_ value: Double?) -> String { value.map(days.number) ?? pulseTableGap }
        return [
            pulseTablePatterns(number: number(week.pattern), mean: number(week.patternOfFour)),
            pulseTableStrengths(number: number(week.strength), mean: number(week.strengthOfFour)),
        ]
    }
}
