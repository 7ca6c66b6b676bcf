// What the tests stand on: the real core in a folder of its own, and fakes of the three ports.
// Nothing here pretends to be the core.

import Foundation
import Testing

@testable import AmpersandKit

/// A folder that is there as long as the test.
final class Folder: Sendable {
    let url: URL

    init() {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("ampersand-\(UUID().uuidString)", isDirectory: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Every file with its bytes: two of these are equal when nothing was touched.
    func contents() throws -> [String: Data] {
        guard FileManager.default.fileExists(atPath: url.path) else { return [:] }
        return try FileManager.default.contentsOfDirectory(atPath: url.path)
            .reduce(into: [:]) { $0[$1] = try Data(contentsOf: url.appendingPathComponent($1)) }
    }

    /// Takes the files of another folder over.
    func copy(from other: URL) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: other.path) {
            try FileManager.default.copyItem(
                at: other.appendingPathComponent(name), to: url.appendingPathComponent(name))
        }
    }
}

/// What the ports were asked for, in order, and with what already on disk.
final class PortLog: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []

    func note(_ line: String) { lock.withLock { lines.append(line) } }
    var all: [String] { lock.withLock { lines } }
}

/// A key store in memory.
final class FakeKeyStore: KeyStore, @unchecked Sendable {
    struct Shut: Error {}

    private let lock = NSLock()
    private var secret: DeviceSecret?
    private var isShut = false
    private let log: PortLog

    init(_ secret: DeviceSecret? = nil, log: PortLog = PortLog()) {
        self.secret = secret
        self.log = log
    }

    var held: DeviceSecret? { lock.withLock { secret } }
    func set(_ secret: DeviceSecret?) { lock.withLock { self.secret = secret } }
    func shut(_ isShut: Bool) { lock.withLock { self.isShut = isShut } }

    func load() throws -> DeviceSecret? {
        log.note("load")
        return try lock.withLock {
            if isShut { throw Shut() }
            return secret
        }
    }

    func store(_ secret: DeviceSecret) throws {
        log.note("store")
        try lock.withLock {
            if isShut || self.secret != nil { throw Shut() }
            self.secret = secret
        }
    }

    func removeLeftover() throws {
        log.note("removeLeftover")
        lock.withLock { secret = nil }
    }
}

/// A protection that makes the folder and notes what was in it by then.
struct FakeProtection: FileProtection {
    struct Refused: Error {}

    var refuses = false
    var log = PortLog()

    func prepare(_ folder: URL) throws {
        if refuses { throw Refused() }
        let before = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        log.note("prepare with \(before.count) files")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
}

/// Folders that are there as long as the world they were copied from.
@MainActor
final class Copies {
    var folders: [Folder] = []
}

/// Everything an app model needs, kept between the runs of the app.
@MainActor
struct World {
    let folder = Folder()
    let keys: FakeKeyStore
    let time: FakeTime
    let log: PortLog
    let copies = Copies()
    /// The phone's own: it outlives the app, and a folder that was copied.
    let centre: FakeCentre
    let waking = FakeWaking()
    var locale = "en-GB"

    init(time: FakeTime = FakeTime(), centre: FakeCentre? = nil) {
        log = PortLog()
        keys = FakeKeyStore(log: log)
        self.time = time
        self.centre = centre ?? FakeCentre(time: time)
    }

    /// The app as it starts: nothing of an earlier run is left but what is on disk.
    func start() async -> AppModel {
        let model = AppModel(
            folder: folder.url, locale: locale, keys: keys, protection: FakeProtection(log: log), time: time,
            centre: centre, waking: waking)
        await model.send(.open)
        return model
    }

    /// A start past the first run.
    func startReady() async -> AppModel {
        let model = await start()
        if model.state.phase == .firstRun { await model.send(.completeFirstRun(name: "")) }
        return model
    }

    /// The app is ended and started again.
    func restart(_ model: AppModel) async -> AppModel {
        await model.send(.lock)
        return await start()
    }
}

/// Answers the questions from the shown one on, with three seconds for each.
@MainActor
func answer(
    _ check: CheckModel, _ time: FakeTime, upTo end: Int = 38, with value: (Int) -> Int32? = { Int32($0 * 7 % 5) }
) async {
    while check.state.step == .question, check.state.position < end, let item = check.item {
        let position = check.state.position
        time.pass(.seconds(3))
        if let value = value(position) {
            await check.send(.answer(item: item.id, value: value))
        } else {
            await check.send(.skip(item: item.id))
        }
        #expect(check.state.problem == nil)
        if check.state.step == .question, check.state.position == position { return }
    }
}

/// Takes a whole Check, with the private page answered where it is asked for.
@MainActor
@discardableResult
func takeCheck(
    _ model: AppModel, _ time: FakeTime, safety: [SafetyAnswer] = Array(repeating: .no, count: 5),
    with value: (Int) -> Int32? = { Int32($0 * 7 % 5) }
) async throws -> CheckResult {
    let check = model.check
    await check.send(.begin(fresh: false))
    await answer(check, time, with: value)
    #expect(check.state.step == .review)
    await check.send(.finish)
    if case .safetyFirst = check.state.step {
        await model.safety.send(.load(.asking))
        for (index, answer) in safety.enumerated() {
            await model.safety.send(.answer(question: index, answer))
        }
        await model.safety.send(.done)
        await check.send(.safetyDone)
    }
    #expect(check.state.problem == nil)
    return try #require(check.state.result)
}

/// The folders of the repository, found from this file.
enum Repository {
    static let ios = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let root = ios.deletingLastPathComponent()
}
