// What the core must refuse, seen from Swift: each a typed error with field and code, and not
// a byte changed where nothing was to be written.

import AmpersandCore
import Foundation
import Testing

@Suite struct BadInputTests {
    let folder = Folder()
    let time = FakeTime()
    let secret = Data(repeating: 7, count: 32)

    private func config(_ secret: Data? = nil) -> VaultConfig {
        VaultConfig(
            folder: folder.url.path, deviceSecret: secret ?? self.secret, passphrase: nil, locale: "en",
            clock: time.both)
    }

    private func create() throws -> Vault { try Vault.create(config: config()) }

    private func finished(_ vault: Vault) throws -> RunId {
        let draft = try vault.beginCheck(ctx: time.now(), new: NewCheck(partnerContext: .current, fresh: false))
        for (index, item) in draft.items.enumerated() {
            let answer = ItemAnswer(item: item.id, value: Int32(index * 7 % 5), ms: 3_000)
            _ = try vault.answerCheck(ctx: time.now(), run: draft.run, answer: answer)
        }
        return try vault.finishCheck(ctx: time.now(), run: draft.run, tags: []).id
    }

    private func invalid(_ field: String, _ code: String) -> AmpersandError {
        .InvalidInput(field: field, code: code)
    }

    // MARK: Answers

    @Test(arguments: [
        (ItemAnswer(item: "EF1", value: -1, ms: nil), "value", "out_of_range"),
        (ItemAnswer(item: "EF1", value: 5, ms: nil), "value", "out_of_range"),
        (ItemAnswer(item: "EF1", value: 300, ms: nil), "value", "out_of_range"),
        (ItemAnswer(item: "EF1", value: .max, ms: nil), "value", "out_of_range"),
        (ItemAnswer(item: "EF1", value: 1, ms: -1), "ms", "out_of_range"),
        (ItemAnswer(item: "EF1", value: 1, ms: .max), "ms", "out_of_range"),
        (ItemAnswer(item: "XX9", value: 1, ms: nil), "item", "unknown_item"),
        (ItemAnswer(item: "", value: 1, ms: nil), "item", "unknown_item"),
    ])
    func badAnswers(_ answer: ItemAnswer, _ field: String, _ code: String) throws {
        let expected = invalid(field, code)
        #expect(throws: expected) {
            try scoreCheck(answers: CheckAnswers(version: 1, answers: [answer]), retest: false)
        }
        let vault = try create()
        let draft = try vault.beginCheck(ctx: time.now(), new: NewCheck(partnerContext: .current, fresh: false))
        #expect(throws: expected) { try vault.answerCheck(ctx: time.now(), run: draft.run, answer: answer) }
        #expect(try vault.resumeCheck(ctx: time.now(), run: draft.run).answers.isEmpty)
    }

    @Test func unknownVersionAndDoubleItems() {
        let answer = ItemAnswer(item: "EF1", value: 1, ms: nil)
        #expect(throws: invalid("version", "unknown_version")) {
            try scoreCheck(answers: CheckAnswers(version: 2, answers: [answer]), retest: false)
        }
        #expect(throws: invalid("item", "duplicate_item")) {
            try scoreCheck(answers: CheckAnswers(version: 1, answers: [answer, answer]), retest: false)
        }
    }

    @Test func runsThatCannotBeFinishedOrFound() throws {
        let vault = try create()
        let now = time.now()
        let draft = try vault.beginCheck(ctx: now, new: NewCheck(partnerContext: .current, fresh: false))
        #expect(throws: invalid("answers", "nothing_answered")) {
            try vault.finishCheck(ctx: now, run: draft.run, tags: [])
        }
        #expect(throws: AmpersandError.Conflict(kind: "run_unfinished", id: draft.run)) {
            try vault.checkResult(run: draft.run)
        }
        try vault.deleteCheck(run: draft.run)
        #expect(throws: AmpersandError.NotFound(kind: "run", id: draft.run)) {
            try vault.resumeCheck(ctx: now, run: draft.run)
        }
        #expect(throws: invalid("run", "malformed_id")) { try vault.resumeCheck(ctx: now, run: "no id") }

        let run = try finished(vault)
        #expect(throws: AmpersandError.Conflict(kind: "run_finished", id: run)) {
            try vault.finishCheck(ctx: now, run: run, tags: [])
        }
        #expect(throws: AmpersandError.Conflict(kind: "run_finished", id: run)) {
            try vault.answerCheck(ctx: now, run: run, answer: ItemAnswer(item: "EF1", value: 0, ms: nil))
        }
        #expect(throws: invalid("retest", "too_soon")) {
            try vault.beginCheck(ctx: now, new: NewCheck(partnerContext: .current, fresh: true))
        }
        #expect(throws: invalid("safety", "not_answered")) { try vault.checkResult(run: run) }
        #expect(throws: invalid("safety", "wrong_count")) { try vault.answerSafety(answers: [.no]) }
        #expect(try vault.checkRuns(after: nil).runs.map(\.id) == [run])
    }

    // MARK: Time

    @Test func zonesThatDoNotReach() throws {
        let vault = try create()
        let now = time.now().now
        func context(from: Int64, to: Int64, at moment: Int64? = nil) -> NowContext {
            NowContext(
                now: moment ?? now, zone: ZoneSpan(id: "UTC", from: from, to: to, offsetS: 0, transitions: []))
        }
        #expect(throws: invalid("zone", "zone_span_short")) {
            try vault.home(ctx: context(from: now + 1, to: now + 9))
        }
        #expect(throws: invalid("zone", "zone_span_short")) { try vault.home(ctx: context(from: now - 9, to: now)) }
        #expect(throws: invalid("zone", "zone_span_invalid")) {
            try vault.home(ctx: context(from: now + 9, to: now - 9))
        }
        #expect(throws: invalid("now", "out_of_range")) {
            try vault.home(ctx: context(from: .min, to: .max, at: .max))
        }
    }

    // MARK: The vault's files

    @Test func wrongKeysAndSecretsOfAnotherLength() throws {
        try create().lock()
        let before = try folder.contents()
        #expect(throws: AmpersandError.Locked(code: "wrong_key")) {
            try Vault.open(config: config(Data(repeating: 8, count: 32)))
        }
        for length in [0, 31, 33] {
            #expect(throws: invalid("device_secret", "wrong_length")) {
                try Vault.open(config: config(Data(repeating: 7, count: length)))
            }
        }
        #expect(try folder.contents() == before)
    }

    @Test func twoAtOnce() throws {
        let vault = try create()
        let inUse = AmpersandError.Storage(code: "in_use", retryable: true)
        #expect(throws: inUse) { try Vault.open(config: config()) }
        #expect(throws: inUse) { try create() }
        try vault.lock()
        #expect(throws: AmpersandError.Locked(code: "locked")) { try vault.settings() }
        let before = try folder.contents()
        #expect(throws: AmpersandError.Conflict(kind: "vault", id: "")) { try create() }
        #expect(try folder.contents() == before)
        try Vault.open(config: config()).lock()
    }

    @Test func noVaultIsNotMade() throws {
        #expect(throws: AmpersandError.NotFound(kind: "vault", id: "")) { try Vault.open(config: config()) }
        #expect(try folder.contents().isEmpty)
        #expect(try vaultPresence(folder: folder.url.path) == .absent)
    }

    /// Cut at every sort of place: refused, and byte for byte as it was cut.
    @Test(arguments: [0, 1, 100, 4_095, 4_096, -4_096, -1])
    func truncatedFiles(_ cut: Int) throws {
        let vault = try create()
        _ = try finished(vault)
        try vault.lock()
        let file = try #require(
            try folder.contents().filter { $0.key.hasSuffix(".db") }.max { $0.value.count < $1.value.count })
        let kept = cut < 0 ? file.value.count + cut : cut
        try file.value.prefix(kept).write(to: folder.url.appendingPathComponent(file.key))
        let before = try folder.contents()
        #expect(throws: AmpersandError.Storage(code: "damaged", retryable: false)) {
            try Vault.open(config: config())
        }
        #expect(try folder.contents() == before)
    }

    @Test func aPartOfAVaultIsToldAndKept() throws {
        try create().lock()
        let name = try #require(try folder.contents().keys.first { $0.hasSuffix(".db") })
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
        let before = try folder.contents()
        #expect(try vaultPresence(folder: folder.url.path) == .incomplete)
        #expect(throws: AmpersandError.Storage(code: "incomplete", retryable: false)) {
            try Vault.open(config: config())
        }
        #expect(throws: AmpersandError.Conflict(kind: "vault", id: "")) { try create() }
        #expect(try folder.contents() == before)
    }

    @Test func aNewerVaultIsLeftAlone() throws {
        try folder.copy(from: Repository.root.appendingPathComponent("tests/fixtures/newer-vault"))
        let before = try folder.contents()
        do {
            _ = try Vault.open(config: config())
            Issue.record("a newer vault was opened")
        } catch AmpersandError.TooNew(let found, let supported) {
            #expect(found > supported)
        }
        #expect(try folder.contents() == before)
    }

    @Test func aDraftOfAnotherVersionIsKeptAndNotResumed() throws {
        try folder.copy(from: Repository.root.appendingPathComponent("tests/fixtures/other-version-draft"))
        let vault = try Vault.open(config: config())
        let contexts = [PartnerContext.current, .mostRecent, .closestPerson]
        let kept = try contexts.flatMap {
            try vault.checkOverview(ctx: time.now(), partnerContext: $0).keptDrafts
        }
        let draft = try #require(kept.first { $0.state == .otherVersion })
        #expect(throws: AmpersandError.Conflict(kind: "draft_version", id: draft.run)) {
            try vault.resumeCheck(ctx: time.now(), run: draft.run)
        }
        #expect(throws: AmpersandError.Conflict(kind: "draft_version", id: draft.run)) {
            try vault.answerCheck(
                ctx: time.now(), run: draft.run, answer: ItemAnswer(item: "EF1", value: 0, ms: nil))
        }
        try vault.lock()
    }

    /// Permission bits mean nothing to root, so the calling thread takes the place of a user
    /// who owns nothing; where the tests do not run as root, the bits are enough.
    @Test func aFolderThatCannotBeWritten() throws {
        try create().lock()
        let before = try folder.contents()
        let files = FileManager.default
        for name in before.keys {
            let path = folder.url.appendingPathComponent(name).path
            try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        }
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
        defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }

        let outcome = asNobody { Result { try Vault.open(config: config()) } }
        #expect(throws: AmpersandError.Storage(code: "read_only", retryable: false)) { try outcome.get() }
        #expect(try folder.contents() == before)
    }

    // MARK: Names and places

    @Test func namesAndRegions() throws {
        let vault = try create()
        #expect(throws: invalid("name", "too_long")) {
            try vault.completeFirstRun(name: String(repeating: "x", count: 61))
        }
        #expect(throws: invalid("name", "control_character")) { try vault.completeFirstRun(name: "a\u{7}b") }
        #expect(throws: invalid("region", "unknown_region")) { try helpLines(region: "ZZ", locale: "en") }
        #expect(throws: invalid("language", "unknown_language")) { try strings(language: "xx") }
        #expect(try vault.settings().name == nil)
        #expect(try vault.home(ctx: time.now()).firstRun)
    }
}

/// Runs `body` on this thread with the file rights of nobody. Only this thread is changed: on
/// Linux file rights belong to the thread.
private func asNobody<T>(_ body: () -> T) -> T {
    typealias SetFsUid = @convention(c) (UInt32) -> Int32
    guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "setfsuid") else { return body() }
    let setfsuid = unsafeBitCast(symbol, to: SetFsUid.self)
    let before = UInt32(bitPattern: setfsuid(65_534))
    defer { _ = setfsuid(before) }
    return body()
}
