// Where a tapped reminder leads. For some kinds the day is enough; for a practice, an agreement or
// a talk only the vault knows which one it is, so the answer waits until the vault is open.

extension AppModel {
    /// A reminder that is due was opened on the first screen.
    public func lead(toSubjectOf rule: RuleId) async {
        tapped = rule
        await followTapped()
    }

    /// Asks the vault, once it is open. What is gone, or hidden, leads to the first screen.
    func followTapped() async {
        guard await owner.isOpen, let rule = tapped else { return }
        tapped = nil
        do throws(Problem) {
            state.way = Way(try await owner.target(of: rule))
        } catch {
            state.way = .today
        }
    }
}

extension AppModel.Way {
    /// By the first thing that the reminder asked for: the core has put them in order.
    init(_ target: OpenTarget) {
        switch target.items.first?.kind {
        case .dailyCheckIn: self = .checkIn(target.day)
        case .weeklyPulse: self = .pulse(target.day)
        case .retest: self = .check
        case .together, .practice, .agreement, .custom, nil: self = .today
        }
    }

    init(_ target: ReminderTarget) {
        switch target {
        case .practice(let id): self = .practice(id)
        case .agreement(let id): self = .agreement(id)
        // The talk that the day was set in is over; the next one begins from the page of all.
        case .meeting: self = .together
        case .nothing: self = .today
        }
    }

    /// The rule to ask the vault about; nil where the day is enough.
    static func rule(_ target: OpenTarget) -> RuleId? {
        guard let item = target.items.first else { return nil }
        switch item.kind {
        case .practice, .agreement, .together: return item.rule
        case .dailyCheckIn, .weeklyPulse, .retest, .custom: return nil
        }
    }
}
