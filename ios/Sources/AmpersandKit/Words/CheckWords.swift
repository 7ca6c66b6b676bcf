// Words for taking the Check. Each function is one exhaustive switch from a value of the core
// to a text of the catalogue.

extension Texts {
    /// Who a Check is about.
    public func words(for context: PartnerContext) -> String {
        switch context {
        case .current: checkAboutCurrent
        case .mostRecent: checkAboutMostRecent
        case .closestPerson: checkAboutClosestPerson
        }
    }

    /// What helps to choose.
    public func hint(for context: PartnerContext) -> String {
        switch context {
        case .current: checkAboutCurrentHint
        case .mostRecent: checkAboutMostRecentHint
        case .closestPerson: checkAboutClosestPersonHint
        }
    }

    /// What may have happened in these weeks.
    public func words(for event: LifeEvent) -> String {
        switch event {
        case .illness: tagIllness
        case .newBaby: tagNewBaby
        case .grief: tagGrief
        case .jobLoss: tagJobLoss
        case .moved: tagMoved
        case .breakUp: tagBreakUp
        }
    }

    /// Why a draft is kept aside; nil for one that can be gone on with.
    public func words(for state: DraftState) -> String? {
        switch state {
        case .open: nil
        case .expired: checkKeptExpired
        case .otherVersion: checkKeptOtherVersion
        }
    }

    /// The one question before a run is finished that looks hurried or alike.
    public func question(about quality: Quality) -> String {
        if quality.flags.contains(.tooFast) || quality.flags.contains(.quick) { return reviewAskQuick }
        if quality.flags.contains(.sameAnswer) || quality.flags.contains(.longRun) { return reviewAskSame }
        return reviewAskMixed
    }

    /// The choice of what a later Check is compared with.
    public func words(for choice: BaselineChoice) -> String {
        switch choice {
        case .first: baselineFirst
        case .second: baselineSecond
        }
    }

    /// An answer at the private page.
    public func words(for answer: SafetyAnswer) -> String {
        switch answer {
        case .yes: commonYes
        case .no: commonNo
        case .skip: commonSkip
        }
    }
}

extension PartnerContext {
    /// In the order in which they are offered.
    public static let offered: [PartnerContext] = [.current, .mostRecent, .closestPerson]
}

extension LifeEvent {
    /// In the order in which they are offered.
    public static let offered: [LifeEvent] = [.illness, .newBaby, .grief, .jobLoss, .moved, .breakUp]
}

extension BaselineChoice {
    /// In the order in which they are offered.
    public static let offered: [BaselineChoice] = [.first, .second]
}

extension SafetyAnswer {
    /// In the order in which they are offered.
    public static let offered: [SafetyAnswer] = [.yes, .no, .skip]
}
