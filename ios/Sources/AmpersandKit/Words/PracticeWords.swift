// Words for practices and learning. What the data says (titles, steps, why) comes from the core;
// here is only how it is put together.

extension Texts {
    public func words(for outcome: AttemptOutcome) -> String {
        switch outcome {
        case .done: practiceOutcomeDone
        case .tried: practiceOutcomeTried
        case .skipped: practiceOutcomeSkipped
        }
    }

    /// What was noted on a day, in one line.
    public func title(for attempt: Attempt, days: DayWords) -> String {
        practiceAttemptRow(day: days.day(attempt.day), outcome: words(for: attempt.outcome))
    }

    /// What of a step has happened so far; nothing where nothing has.
    public func lines(for step: PracticeStep) -> [String] {
        var lines: [String] = []
        if step.own != nil { lines.append(practiceStepOwn) }
        if step.done > 0 { lines.append(practiceStepDone(n: Int(step.done))) }
        if step.tried > 0 { lines.append(practiceStepTried(n: Int(step.tried))) }
        return lines
    }

    /// Why a card of an area stands where it stands; several reasons, or none.
    public func lines(for card: PracticeCard) -> [String] {
        var lines: [String] = []
        if card.active { lines.append(practiceIsActive) }
        if card.lifted { lines.append(practiceLifted) }
        if card.suggested { lines.append(practiceSuggested) }
        return lines
    }
}

extension AttemptOutcome {
    /// In the order in which they are offered.
    public static let offered: [AttemptOutcome] = [.done, .tried, .skipped]
}

extension PracticesView {
    /// The title of an area, as the core named it.
    public func title(of area: PracticeGroup) -> String {
        areas.first { $0.area == area }?.title ?? ""
    }
}
