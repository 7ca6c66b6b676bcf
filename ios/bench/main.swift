// Times one Check through the generated interface: begin, 38 answers, finish, result; and the
// same with opening the vault before it. Each round has a vault of its own, made before the
// clock starts. Prints the medians as one line of JSON; what they are held against is not known
// here.
//
//   CheckBench ROUNDS FOLDER      FOLDER is for the vaults; each is removed after its round

import AmpersandCore
import Foundation

let rounds = max(1, CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 21 : 21)
let base = URL(fileURLWithPath: CommandLine.arguments.count > 2 ? CommandLine.arguments[2] : NSTemporaryDirectory())
let now: Int64 = 1_795_435_200_000
let day: Int64 = 86_400_000
let context = NowContext(
    now: now,
    zone: ZoneSpan(id: "Etc/UTC", from: now - 40 * day, to: now + 400 * day, offsetS: 0, transitions: []))

/// One Check, and how long it took without and with the opening, in milliseconds.
func round(_ number: Int) throws -> (check: Double, withOpen: Double) {
    let folder = base.appendingPathComponent("bench-\(ProcessInfo.processInfo.processIdentifier)-\(number)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let config = VaultConfig(
        folder: folder.path, deviceSecret: Data(repeating: 7, count: 32), passphrase: nil, locale: "en",
        clock: Clock(now: now, monotonicMs: 1_000))
    let fresh = try Vault.create(config: config)
    _ = try fresh.answerSafety(answers: Array(repeating: .no, count: 5))
    try fresh.lock()

    let clock = ContinuousClock()
    let start = clock.now
    let vault = try Vault.open(config: config)
    let opened = clock.now
    let draft = try vault.beginCheck(ctx: context, new: NewCheck(partnerContext: .current, fresh: false))
    for (index, item) in draft.items.enumerated() {
        let answer = ItemAnswer(item: item.id, value: Int32(index * 7 % 5), ms: 3_000)
        _ = try vault.answerCheck(ctx: context, run: draft.run, answer: answer)
    }
    let run = try vault.finishCheck(ctx: context, run: draft.run, tags: [])
    let result = try vault.checkResult(run: run.id)
    let end = clock.now
    precondition(result.scales.count == 8)
    try vault.lock()
    return (milliseconds(opened.duration(to: end)), milliseconds(start.duration(to: end)))
}

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1_000 + Double(duration.components.attoseconds) / 1e15
}

/// The middle one, or the half-way point of the two middle ones.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

_ = try round(0)  // warms the caches of files and code
let measured = try (1...rounds).map(round)
print(
    String(
        format: #"{"language":"swift","rounds":%d,"median_ms":%.3f,"median_with_open_ms":%.3f}"#,
        rounds, median(measured.map(\.check)), median(measured.map(\.withOpen))))
