// The one owner of the vault. Every call is one delegation to the core; errors leave it as
// `Problem`. Nothing is decided here.

import AmpersandCore
import Dispatch
import Foundation

/// Owns the vault, on a queue of its own. Folder `Core` is the only one that imports
/// `AmpersandCore`; a test holds that.
public actor CoreOwner {
    private let executor = QueueExecutor(label: "app.ampersand.core")
    let folder: URL
    let locale: String
    /// Only the files of this folder reach it.
    var vault: Vault?
    /// Opened when it is first needed; it has no key.
    var reminders: Reminders?

    /// Where searches run: beside the other calls, or a newer one could never interrupt an older.
    let searching = DispatchQueue(label: "app.ampersand.search", qos: .userInitiated, attributes: .concurrent)

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// `folder` holds the vault's files and nothing else; `locale` is a tag like `en-US`.
    public init(folder: URL, locale: String) {
        self.folder = folder
        self.locale = locale
    }

    // MARK: The vault itself

    /// What is in the folder, found without a key and without touching anything.
    public func presence() throws(Problem) -> VaultPresence {
        try translated { try vaultPresence(folder: folder.path) }
    }

    /// Whether the vault is open; help is there either way.
    public var isOpen: Bool { vault != nil }

    /// Makes a new vault. Refused when anything is there already.
    public func create(_ secret: DeviceSecret, at clock: VaultClock) throws(Problem) {
        vault = try translated { try Vault.create(config: config(secret, nil, clock)) }
    }

    /// Opens the vault that is there. One that this owner still holds is let go first, or the
    /// second try would find the file in use by the first.
    public func open(_ secret: DeviceSecret, passphrase: String?, at clock: VaultClock) throws(Problem) {
        vault = nil
        vault = try translated { try Vault.open(config: config(secret, passphrase, clock)) }
    }

    /// Lets go of the file and the key.
    public func lock() throws(Problem) {
        guard let vault else { return }
        self.vault = nil
        try translated { try vault.lock() }
    }

    // MARK: Home and settings

    public func home(at now: NowContext) throws(Problem) -> Home {
        try inVault { try $0.home(ctx: now) }
    }

    public func settings() throws(Problem) -> PersonSettings {
        try inVault { try $0.settings() }
    }

    public func save(_ settings: PersonSettings) throws(Problem) -> PersonSettings {
        try inVault { try $0.saveSettings(settings: settings) }
    }

    public func completeFirstRun(name: String?) throws(Problem) -> PersonSettings {
        try inVault { try $0.completeFirstRun(name: name) }
    }

    public func choose(baseline: BaselineChoice) throws(Problem) -> PersonSettings {
        try inVault { try $0.chooseBaseline(choice: baseline) }
    }

    // MARK: The Check

    public func overview(about context: PartnerContext, at now: NowContext) throws(Problem) -> CheckOverview {
        try inVault { try $0.checkOverview(ctx: now, partnerContext: context) }
    }

    public func begin(
        about context: PartnerContext, fresh: Bool, at now: NowContext
    ) throws(Problem) -> CheckDraft {
        try inVault { try $0.beginCheck(ctx: now, new: NewCheck(partnerContext: context, fresh: fresh)) }
    }

    public func resume(_ run: RunId, at now: NowContext) throws(Problem) -> CheckDraft {
        try inVault { try $0.resumeCheck(ctx: now, run: run) }
    }

    /// The answer is on disk when this returns.
    public func answer(_ answer: ItemAnswer, in run: RunId, at now: NowContext) throws(Problem) -> CheckProgress {
        try inVault { try $0.answerCheck(ctx: now, run: run, answer: answer) }
    }

    public func review(_ run: RunId, at now: NowContext) throws(Problem) -> CheckReview {
        try inVault { try $0.reviewCheck(ctx: now, run: run) }
    }

    public func finish(_ run: RunId, tags: [LifeEvent], at now: NowContext) throws(Problem) -> RunSummary {
        try inVault { try $0.finishCheck(ctx: now, run: run, tags: tags) }
    }

    public func result(_ run: RunId) throws(Problem) -> CheckResult {
        try inVault { try $0.checkResult(run: run) }
    }

    public func runs(after run: RunId?) throws(Problem) -> RunPage {
        try inVault { try $0.checkRuns(after: run) }
    }

    public func include(_ run: RunId) throws(Problem) -> RunSummary {
        try inVault { try $0.includeCheck(run: run) }
    }

    public func exclude(_ run: RunId) throws(Problem) -> RunSummary {
        try inVault { try $0.excludeCheck(run: run) }
    }

    public func delete(_ run: RunId) throws(Problem) {
        try inVault { try $0.deleteCheck(run: run) }
    }

    // MARK: Safety and help

    public func safetyPage() throws(Problem) -> SafetyPage {
        try inVault { try $0.safetyPage() }
    }

    public func answerSafety(_ answers: [SafetyAnswer]) throws(Problem) -> SafetyOutcome {
        try inVault { try $0.answerSafety(answers: answers) }
    }

    public func enterCareMode() throws(Problem) -> SafetyOutcome {
        try inVault { try $0.enterCareMode() }
    }

    public func leaveCareMode(_ answers: [SafetyAnswer]) throws(Problem) -> SafetyOutcome {
        try inVault { try $0.leaveCareMode(answers: answers) }
    }

    /// The help lines, with or without an open vault: nobody needs a key to find help.
    public func help() throws(Problem) -> HelpLines {
        guard let vault else { return try help(region: nil) }
        return try translated { try vault.help() }
    }

    /// The help lines of one region, or of the locale's.
    public func help(region: String?) throws(Problem) -> HelpLines {
        try translated { try helpLines(region: region, locale: locale) }
    }

    // MARK: Inside

    /// Stops the process unless called on the core's own queue; for the tests.
    func assertOnOwnQueue() {
        dispatchPrecondition(condition: .onQueue(executor.queue))
    }

    func config(_ secret: DeviceSecret, _ passphrase: String?, _ clock: VaultClock) -> VaultConfig {
        VaultConfig(
            folder: folder.path, deviceSecret: secret.bytes, passphrase: passphrase, locale: locale, clock: clock)
    }

    func inVault<T>(_ body: (Vault) throws -> T) throws(Problem) -> T {
        guard let vault else { throw .locked(code: "locked") }
        return try translated { try body(vault) }
    }

    func translated<T>(_ body: () throws -> T) throws(Problem) -> T {
        do {
            return try body()
        } catch {
            throw Problem(error)
        }
    }
}
