// Words for boundaries: where a use stands, how it was answered, and how it felt. Each function is
// one exhaustive switch from a value of the core to a text of the catalogue.

import Foundation

extension Texts {
    public func words(for state: BoundaryState) -> String {
        switch state {
        case .noticed: boundaryStateNoticed
        case .limitNamed: boundaryStateLimitNamed
        case .scriptReady: boundaryStateScriptReady
        case .said: boundaryStateSaid
        case .notSaid: boundaryStateNotSaid
        case .respected: boundaryStateRespected
        case .negotiated: boundaryStateNegotiated
        case .ignored: boundaryStateIgnored
        case .reflected: boundaryStateReflected
        }
    }

    public func words(for sign: BodySign) -> String {
        switch sign {
        case .good: boundarySignGood
        case .bad: boundarySignBad
        }
    }

    public func words(for fits: YesNoUnsure) -> String {
        switch fits {
        case .yes: commonYes
        case .no: commonNo
        case .unsure: boundaryValuesUnsure
        }
    }

    public func words(for belongs: Belongs) -> String {
        switch belongs {
        case .mine: boundaryBelongsMine
        case .notMine: boundaryBelongsNotMine
        }
    }

    public func words(for rung: Rung) -> String {
        switch rung {
        case .easy: boundaryRungEasy
        case .safe: boundaryRungSafe
        case .harder: boundaryRungHarder
        case .partner: boundaryRungPartner
        }
    }

    public func words(for answer: BoundaryAnswer) -> String {
        switch answer {
        case .respected: boundaryAnswerRespected
        case .negotiated: boundaryAnswerNegotiated
        case .ignored: boundaryAnswerIgnored
        }
    }

    /// How much of a feeling there was, 0 to 4; the nearest word for what several times have in
    /// common.
    public func words(forLevel level: Double) -> String {
        switch level {
        case ..<0.5: boundaryLevel0
        case ..<1.5: boundaryLevel1
        case ..<2.5: boundaryLevel2
        case ..<3.5: boundaryLevel3
        default: boundaryLevel4
        }
    }

    /// A use in a list: when it was changed last, and where it stands.
    public func title(for use: UseSummary, days: DayWords) -> String {
        boundaryRow(day: days.day(use.changedOn), state: words(for: use.state))
    }

    /// How it goes with one kind, in lines. How the feeling afterwards changed is said only where
    /// there are enough of them, which is the core's to say.
    public func lines(for kind: KindView) -> [String] {
        guard kind.uses > 0 else { return kind.firstStep.map { [$0] } ?? [] }
        var lines = [
            boundaryKindSaid(n: Int(kind.uses), said: Int(kind.said)),
            boundaryKindAnswers(
                respected: Int(kind.respected), negotiated: Int(kind.negotiated), ignored: Int(kind.ignored)),
        ]
        if let relief = kind.relief {
            lines.append(boundaryKindRelief(first: words(forLevel: relief.first), last: words(forLevel: relief.last)))
        }
        if let guilt = kind.guilt {
            lines.append(boundaryKindGuilt(first: words(forLevel: guilt.first), last: words(forLevel: guilt.last)))
        }
        if kind.relief == nil, kind.guilt == nil { lines.append(boundaryKindEarly) }
        return lines
    }

    public func title(for offer: SafetyOffer) -> String {
        switch offer {
        case .ignoredTwice: boundarySafetyIgnoredTitle
        case .fear: boundarySafetyFearTitle
        }
    }

    public func words(for offer: SafetyOffer) -> String {
        switch offer {
        case .ignoredTwice: boundarySafetyIgnoredBody
        case .fear: boundarySafetyFearBody
        }
    }
}

extension BodySign {
    /// In the order in which they are offered.
    public static let offered: [BodySign] = [.good, .bad]
}

extension YesNoUnsure {
    /// In the order in which they are offered.
    public static let offered: [YesNoUnsure] = [.yes, .no, .unsure]
}

extension Belongs {
    /// In the order in which they are offered.
    public static let offered: [Belongs] = [.mine, .notMine]
}

extension BoundaryAnswer {
    /// In the order in which they are offered.
    public static let offered: [BoundaryAnswer] = [.respected, .negotiated, .ignored]
}

extension BoundaryKind {
    /// In the order in which they are offered.
    public static let offered: [BoundaryKind] = [.physical, .mental, .material, .emotional, .sexual]
}

public enum FeelingLevels {
    /// In the order in which they are offered.
    public static let offered: [Int32] = [0, 1, 2, 3, 4]
}

extension Texts {
    /// A script line as it is offered: where its blanks are, with what belongs into them.
    public func shown(_ line: ScriptLine) -> String {
        line.blanks.reduce(line.text) { $0.replacingOccurrences(of: "{\($1.key)}", with: "[\($1.label)]") }
    }
}
