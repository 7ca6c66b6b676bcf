// What a person puts in around a talk, as something that can be written in: the core's records
// are immutable. What may be saved is the core's to say.

/// A private line, while it is being written.
public struct LineForm: Equatable, Sendable {
    /// Nil for one that is not saved yet.
    public let id: LineId?
    public let heading: TogetherHeading
    public var text: String

    var draft: LineDraft { LineDraft(id: id, heading: heading, text: text) }
}

/// A line put in other words for the list.
public struct RewordForm: Equatable, Sendable {
    public let line: LineId
    public var text: String
}

/// Something that is agreed on.
public struct AgreementForm: Equatable, Sendable {
    public let id: AgreementId?
    public var who: Who
    public var what: String
    /// The day to look at it.
    public var reviewOn: CivilDate

    var draft: AgreementDraft { AgreementDraft(id: id, who: who, what: what, reviewOn: reviewOn) }

    /// A new one; `reviewOn` is the day that the core offers.
    init(reviewOn: CivilDate) {
        id = nil
        who = .me
        what = ""
        self.reviewOn = reviewOn
    }

    init(_ agreement: AgreementView, offered: CivilDate) {
        id = agreement.id
        who = agreement.who
        what = agreement.what
        reviewOn = agreement.reviewOn ?? offered
    }
}

/// How it was, and what comes next.
public struct AfterwardsForm: Equatable, Sendable {
    /// From 0 to 4; nil is an answer too.
    public var felt: Int32?
    public var learned: String
    public var nextOn: CivilDate?

    var record: Afterwards {
        Afterwards(felt: felt, learned: learned.isEmpty ? nil : learned, nextOn: nextOn)
    }

    init(_ afterwards: Afterwards?) {
        felt = afterwards?.felt
        learned = afterwards?.learned ?? ""
        nextOn = afterwards?.nextOn
    }
}

/// A look at what was agreed on.
public struct ReviewForm: Equatable, Sendable {
    public let agreement: AgreementId
    /// Nil until the person has chosen.
    public var outcome: ReviewOutcome?
    public var note = ""
    public var nextOn: CivilDate?

    /// What goes to the core; nil while it was not said how it went. What was let go has no next day.
    var review: Review? {
        guard let outcome else { return nil }
        return Review(
            outcome: outcome, note: note.isEmpty ? nil : note, nextReviewOn: outcome == .letGo ? nil : nextOn)
    }
}

/// Everything that is half written around a talk.
public struct TogetherWriting: Equatable, Sendable {
    public var line: LineForm?
    public var reword: RewordForm?
    public var agreement: AgreementForm?
    public var afterwards: AfterwardsForm?
    public var review: ReviewForm?
}
