// The vectors that all languages share, through the generated API. Another folder can be named
// with VECTORS_DIR.

import AmpersandCore
import Foundation
import Testing

@Suite struct VectorTests {
    /// One file: its name and its cases as they are.
    private func cases(_ what: String) throws -> [[String: Any]] {
        let folder =
            ProcessInfo.processInfo.environment["VECTORS_DIR"].map { URL(fileURLWithPath: $0) }
            ?? Repository.root.appendingPathComponent("tests/vectors")
        let data = try Data(contentsOf: folder.appendingPathComponent("\(what).json"))
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(file["what"] as? String == what)
        #expect(file["version"] as? Int == 1)
        return try #require(file["cases"] as? [[String: Any]])
    }

    /// All in one, so that there is one line at the end.
    @Test func vectorsAgree() throws {
        var passed = 0
        var failed: [String] = []
        for (what, check) in [
            ("scoring", scoring), ("change", change), ("guidance", guidance), ("reminder_plan", reminderPlan),
        ] {
            let cases = try cases(what)
            #expect(!cases.isEmpty, "\(what) has no cases")
            for one in cases {
                let name = one["name"] as? String ?? "?"
                do {
                    try check(Tree(one["input"]), Tree(one["expect"]))
                    passed += 1
                } catch {
                    failed.append("\(what)/\(name): \(error)")
                }
            }
        }
        // Unbuffered, so that it stands where it belongs also in a file.
        let line = "vectors (Swift): \(passed + failed.count) cases, \(passed) passed, \(failed.count) failed\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        #expect(failed.isEmpty, "\(failed.prefix(5))")
    }

    private func scoring(_ input: Tree, _ expect: Tree) throws {
        let answers = answers(input["answers"], ms: input["ms"])
        let found = try scoreCheck(answers: answers, retest: input["retest"].bool)
        try same(found.scales.count, 8, "scales")
        for scale in found.scales {
            let wanted = expect["scales"][name(scale.scale)]
            try same(scale.estimate == nil, wanted.isNull, "\(scale.scale) is none")
            guard let estimate = scale.estimate else { continue }
            try same(Int(scale.answered), wanted["answered"].int, "\(scale.scale) answered")
            try same(Int(scale.of), wanted["of"].int, "\(scale.scale) of")
            try same(estimate, wanted, "\(scale.scale)")
        }
        for total in found.totals {
            let wanted = expect["totals"][name(total.total)]
            try same(total.estimate == nil, wanted.isNull, "\(total.total) is none")
            if let estimate = total.estimate { try same(estimate, wanted, "\(total.total)") }
        }
        try same(found.quality.flags.map(name), expect["quality"]["flags"].strings, "flags")
        try same(found.quality.lowConfidence, expect["quality"]["low_confidence"].bool, "low confidence")
    }

    private func change(_ input: Tree, _ expect: Tree) throws {
        let found = try compareChecks(
            baseline: answers(input["baseline"]), later: input["later"].list.map { answers($0) })
        let all =
            found.scales.map { (name($0.scale), $0.change) } + found.totals.map { (name($0.total), $0.change) }
        try same(all.count, 10, "scales and totals")
        for (id, change) in all {
            let wanted = expect[id]
            try same(name(change.claim), wanted["claim"].string, "\(id) claim")
            try same(change.points, wanted["points"].double, "\(id) points")
            try same(change.rci, wanted["rci"].double, "\(id) rci")
            try same(change.p, wanted["p"].double, "\(id) p")
        }
    }

    private func guidance(_ input: Tree, _ expect: Tree) throws {
        let found = try suggest(
            input: GuidanceInput(
                answers: answers(input["answers"]), soloMode: input["solo_mode"].bool,
                alsoInPast: input["also_in_past"].bool, sexualOptIn: input["sexual_opt_in"].bool,
                earlierPattern: input["earlier_pattern"].double))
        try same(found.ranking.map { name($0.area) }, expect["ranking"].strings, "ranking")
        try same(found.ranking.count, expect["needs"].count, "needs")
        for need in found.ranking {
            try same(need.need, expect["needs"][name(need.area)].double, "need of \(need.area)")
            try same(need.parts.map(\.points).reduce(0, +), Optional(need.need), "parts of \(need.area)")
        }
        try same(found.chooseBetween.map(name), expect["choose_between"].strings, "choose between")
        try same(found.boundaryKind.map(name), expect["boundary_kind"].string, "boundary")
        try same(found.cards.map(name), expect["cards"].strings, "cards")
    }

    private func answers(_ answers: Tree, ms: Tree = Tree(nil)) -> CheckAnswers {
        CheckAnswers(
            version: 1,
            answers: answers.keys.map {
                ItemAnswer(item: $0, value: answers[$0].int.map(Int32.init), ms: ms[$0].int.map(Int64.init))
            })
    }
}

// MARK: Reading and comparing

/// A place in a JSON file, which may be empty.
struct Tree {
    let value: Any?

    init(_ value: Any?) {
        self.value = value is NSNull ? nil : value
    }

    subscript(_ key: String) -> Tree { Tree((value as? [String: Any])?[key]) }
    var keys: [String] { (value as? [String: Any])?.keys.sorted() ?? [] }
    var count: Int { (value as? [String: Any])?.count ?? 0 }
    var list: [Tree] { (value as? [Any])?.map(Tree.init) ?? [] }
    var isNull: Bool { value == nil }
    var bool: Bool { value as? Bool ?? false }
    var int: Int? { (value as? NSNumber)?.intValue }
    var double: Double? { (value as? NSNumber)?.doubleValue }
    var string: String? { value as? String }
    var strings: [String] { value as? [String] ?? [] }
}

struct Differs: Error, CustomStringConvertible {
    let description: String
}

func same<T: Equatable>(_ found: T, _ wanted: T, _ what: String) throws {
    if found != wanted { throw Differs(description: "\(what): \(found), wanted \(wanted)") }
}

private func same(_ found: Double?, _ wanted: Double?, _ what: String) throws {
    switch (found, wanted) {
    case (nil, nil): return
    case (let found?, let wanted?) where abs(found - wanted) <= 1e-9: return
    default: throw Differs(description: "\(what): \(String(describing: found)), wanted \(String(describing: wanted))")
    }
}

private func same(_ found: Estimate, _ wanted: Tree, _ what: String) throws {
    try same(found.score, wanted["score"].double, "\(what) score")
    try same(found.sem, wanted["sem"].double, "\(what) sem")
    try same(name(found.band.from), wanted["band"]["from"].string, "\(what) from")
    try same(name(found.band.to), wanted["band"]["to"].string, "\(what) to")
}

// The names in the files, each one exhaustive switch.

private func name(_ scale: ScaleId) -> String {
    switch scale {
    case .ef: "EF"
    case .ss: "SS"
    case .es: "ES"
    case .cc: "CC"
    case .st: "ST"
    case .bd: "BD"
    case .cn: "CN"
    case .oc: "OC"
    }
}

private func name(_ total: TotalId) -> String {
    switch total {
    case .pattern: "PATTERN"
    case .strength: "STRENGTH"
    }
}

private func name(_ level: Level) -> String {
    switch level {
    case .low: "low"
    case .middle: "middle"
    case .high: "high"
    }
}

private func name(_ flag: QualityFlag) -> String {
    switch flag {
    case .contradicting: "contradicting"
    case .longRun: "long_run"
    case .quick: "quick"
    case .sameAnswer: "same_answer"
    case .tooFast: "too_fast"
    }
}

private func name(_ claim: Claim) -> String {
    switch claim {
    case .notClaimed: "none"
    case .same: "same"
    case .unclear: "unclear"
    case .likely: "likely"
    case .seenTwice: "seen_twice"
    }
}

private func name(_ area: PracticeArea) -> String {
    switch area {
    case .st: "ST"
    case .bd: "BD"
    case .cn: "CN"
    case .oc: "OC"
    }
}

private func name(_ kind: BoundaryKind) -> String {
    switch kind {
    case .physical: "physical"
    case .mental: "mental"
    case .material: "material"
    case .emotional: "emotional"
    case .sexual: "sexual"
    }
}

private func name(_ card: CardKind) -> String {
    switch card {
    case .safetyLines: "safety_lines"
    case .checkingAndPushing: "checking_and_pushing"
    case .therapyIndividual: "therapy_individual"
    case .therapyIndividualOrCouple: "therapy_individual_or_couple"
    case .firstSession: "first_session"
    case .keepAndDeepen: "keep_and_deepen"
    }
}
