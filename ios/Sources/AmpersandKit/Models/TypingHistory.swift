// Undo and redo of what is typed in one sitting. It lives in memory and ends with the editor;
// what was saved before is the entry's history, which the core keeps.

/// The texts of one sitting, to go back and forth in.
struct TypingHistory: Equatable, Sendable {
    /// Strokes closer than this belong to one step...
    static let pause = Duration.seconds(1)
    /// ...unless the step has been going on for so long.
    static let longest = Duration.seconds(5)
    /// What all steps together may hold, in bytes; the oldest go first. A body may be a
    /// megabyte, so a number of steps would be no bound.
    static let room = 4_000_000

    private var back: [Written] = []
    private var forth: [Written] = []
    private var stepBegan: Duration?
    private var lastStroke: Duration?

    var canUndo: Bool { !back.isEmpty }
    var canRedo: Bool { !forth.isEmpty }

    /// Something was typed over `before`, at a reading of a clock that only runs forward.
    mutating func typed(over before: Written, at reading: Duration) {
        if !isSameStep(reading) {
            back.append(before)
            stepBegan = reading
            trim()
        }
        lastStroke = reading
        forth = []
    }

    /// The text before the last step; nil when there is none.
    mutating func undo(from now: Written) -> Written? {
        guard let before = back.popLast() else { return nil }
        forth.append(now)
        endStep()
        return before
    }

    /// The text that the last undo took away.
    mutating func redo(from now: Written) -> Written? {
        guard let after = forth.popLast() else { return nil }
        back.append(now)
        endStep()
        return after
    }

    private func isSameStep(_ reading: Duration) -> Bool {
        guard let stepBegan, let lastStroke, !back.isEmpty else { return false }
        return reading - lastStroke < Self.pause && reading - stepBegan < Self.longest
    }

    private mutating func endStep() {
        stepBegan = nil
        lastStroke = nil
    }

    private mutating func trim() {
        var held = back.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
        while held > Self.room, back.count > 1 {
            let oldest = back.removeFirst()
            held -= oldest.title.utf8.count + oldest.body.utf8.count
        }
    }
}
