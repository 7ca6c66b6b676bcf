// What a person puts in on the way through one use of a boundary, as something that can be written
// in. What may be saved, and when, is the core's to say.

/// The fields of all states; those of a state that is past are not shown any more.
public struct BoundaryForm: Equatable, Sendable {
    // Noticed.
    public var body = ""
    public var sign: BodySign?
    public var fitsValues: YesNoUnsure?
    // The limit.
    public var kind: BoundaryKind?
    public var limit = ""
    public var belongs: Belongs?
    // The words.
    /// The script line whose blanks are open.
    public var line: String?
    /// What was put into its blanks, by the blank's key.
    public var fills: [String: String] = [:]
    public var script = ""
    public var rung: Rung?
    public var person = ""
    // Looking back.
    public var relief: Int32?
    public var guilt: Int32?
    public var isAfraid = false
    public var nextStep = ""

    /// What goes to the core. Each of it may be left out.
    var noticed: Noticed {
        Noticed(body: body.isEmpty ? nil : body, sign: sign, fitsValues: fitsValues)
    }

    /// Nil while something is not chosen yet.
    var naming: BoundaryMove? {
        guard let kind, let belongs else { return nil }
        return .nameLimit(kind: kind, limit: limit, belongs: belongs)
    }

    /// Nil while it is not chosen with whom.
    var readying: BoundaryMove? {
        guard let rung else { return nil }
        return .readyScript(text: script, rung: rung, person: person.isEmpty ? nil : person)
    }

    var reflecting: BoundaryMove {
        .reflect(relief: relief, guilt: guilt, afraid: isAfraid, nextStep: nextStep.isEmpty ? nil : nextStep)
    }
}
