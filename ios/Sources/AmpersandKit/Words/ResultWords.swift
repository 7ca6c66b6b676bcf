// Words for a result. The core says which words apply (levels, claims, cards); this file only
// finds them in the catalogue.

extension Texts {
    /// A band in words, by the two levels it touches.
    public func words(for band: Band, in part: Part) -> String {
        switch (part, band.from, band.to) {
        case (.pattern, .low, .low): bandPatternLow
        case (.pattern, .low, .middle), (.pattern, .middle, .low): bandPatternLowMiddle
        case (.pattern, .low, .high), (.pattern, .high, .low): bandPatternLowHigh
        case (.pattern, .middle, .middle): bandPatternMiddle
        case (.pattern, .middle, .high), (.pattern, .high, .middle): bandPatternMiddleHigh
        case (.pattern, .high, .high): bandPatternHigh
        case (.strength, .low, .low): bandStrengthLow
        case (.strength, .low, .middle), (.strength, .middle, .low): bandStrengthLowMiddle
        case (.strength, .low, .high), (.strength, .high, .low): bandStrengthLowHigh
        case (.strength, .middle, .middle): bandStrengthMiddle
        case (.strength, .middle, .high), (.strength, .high, .middle): bandStrengthMiddleHigh
        case (.strength, .high, .high): bandStrengthHigh
        }
    }

    /// What has changed on one scale.
    public func words(for change: Change) -> String {
        let up = (change.points ?? 0) > 0
        return switch change.claim {
        case .notClaimed: changeNotClaimed
        case .same: changeSame
        case .unclear: changeUnclear
        case .likely: up ? changeLikelyUp : changeLikelyDown
        case .seenTwice: up ? changeSeenTwiceUp : changeSeenTwiceDown
        }
    }

    /// What the whole result is compared with, or why it is not.
    public func words(for report: ChangeReport, days: DayWords) -> String {
        switch report {
        case .firstRun: changeFirstRun
        case .leftOut: changeLeftOut
        case .tooSoon(let from): changeTooSoon(from: days.day(from))
        case .compared(_, let day, let between): changeSince(n: Int(between), day: days.day(day))
        }
    }

    public func title(for total: TotalId) -> String {
        switch total {
        case .pattern: resultTotalPattern
        case .strength: resultTotalStrength
        }
    }

    public func title(for area: PracticeArea) -> String {
        switch area {
        case .st: areaSt
        case .bd: areaBd
        case .cn: areaCn
        case .oc: areaOc
        }
    }

    public func words(for kind: BoundaryKind) -> String {
        switch kind {
        case .physical: boundaryPhysical
        case .mental: boundaryMental
        case .material: boundaryMaterial
        case .emotional: boundaryEmotional
        case .sexual: boundarySexual
        }
    }

    public func title(for card: CardKind) -> String {
        switch card {
        case .safetyLines: cardSafetyLinesTitle
        case .checkingAndPushing: cardCheckingAndPushingTitle
        case .therapyIndividual: cardTherapyIndividualTitle
        case .therapyIndividualOrCouple: cardTherapyIndividualOrCoupleTitle
        case .firstSession: cardFirstSessionTitle
        case .keepAndDeepen: cardKeepAndDeepenTitle
        }
    }

    public func words(for card: CardKind) -> String {
        switch card {
        case .safetyLines: cardSafetyLinesBody
        case .checkingAndPushing: cardCheckingAndPushingBody
        case .therapyIndividual: cardTherapyIndividualBody
        case .therapyIndividualOrCouple: cardTherapyIndividualOrCoupleBody
        case .firstSession: cardFirstSessionBody
        case .keepAndDeepen: cardKeepAndDeepenBody
        }
    }
}

extension TotalId {
    /// Which half of the result a total sums up.
    public var part: Part {
        switch self {
        case .pattern: .pattern
        case .strength: .strength
        }
    }
}

extension CheckResult {
    /// The title of a scale, as the core named it on its card.
    public func title(of scale: ScaleId) -> String {
        scales.first { $0.result.scale == scale }?.title ?? ""
    }
}
