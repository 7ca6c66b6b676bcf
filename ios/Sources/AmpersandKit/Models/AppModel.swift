// The app as a whole: how the vault comes to be open, home, and the settings.

import Foundation
import Observation

/// What the screens show of the app, and what they may do. Everything that can go wrong while
/// opening becomes a phase of its own; no phase deletes or overwrites anything.
@MainActor
@Observable
public final class AppModel {
    /// Which of the whole-screen views is up.
    public enum Phase: Equatable, Sendable {
        case opening
        case firstRun
        case ready
        /// The files are here, their key is not.
        case keyLost
        /// A key that does not fit, or that the phone does not give out yet.
        case locked(Problem)
        /// Everything else that keeps the vault shut.
        case failed(Problem)
    }

    public struct State: Equatable, Sendable {
        public var phase = Phase.opening
        public var home: Home?
        public var settings: PersonSettings?
        public var isBusy = false
        public var justSaved = false
        public var problem: Problem?
    }

    public enum Action: Sendable {
        /// At the start, and again when the person asks to try once more.
        case open
        case completeFirstRun(name: String)
        /// Reads home and settings anew, when something they show has changed.
        case refresh
        case rename(String)
        case choosePartner(PartnerContext)
        case setAlsoInPast(Bool)
        case setSexualOptIn(Bool)
        case chooseBaseline(BaselineChoice)
        case lock
        case dismissProblem
    }

    public private(set) var state = State()
    public let texts: any Texts
    public let check: CheckModel
    public let safety: SafetyModel
    public let help: HelpModel

    private let owner: CoreOwner
    private let folder: URL
    private let keys: any KeyStore
    private let protection: any FileProtection
    private let time: any TimeSource

    /// `folder` is for the vault alone. `locale` is a tag like `en-US`: the language chooses
    /// the texts, the region the help lines.
    public init(
        folder: URL, locale: String, keys: any KeyStore, protection: any FileProtection,
        time: any TimeSource
    ) {
        self.folder = folder
        self.keys = keys
        self.protection = protection
        self.time = time
        texts = AmpersandKit.texts(for: locale)
        owner = CoreOwner(folder: folder, locale: locale)
        check = CheckModel(owner: owner, time: time)
        safety = SafetyModel(owner: owner)
        help = HelpModel(owner: owner)
    }

    /// The only way to change `state`. While one action is under way, others are dropped: a
    /// second tap on the same button must not do it twice.
    public func send(_ action: Action) async {
        guard !state.isBusy else { return }
        state.isBusy = true
        defer { state.isBusy = false }
        state.justSaved = false
        switch action {
        case .open: await open()
        case .completeFirstRun(let name): await completeFirstRun(name)
        case .refresh: await refresh()
        case .rename(let name): await save { $0.name = name.isEmpty ? nil : name }
        case .choosePartner(let partner):
            await save { $0.partnerContext = partner }
            await check.send(.choose(partner))
        case .setAlsoInPast(let isSo): await save { $0.alsoInPast = isSo }
        case .setSexualOptIn(let isSo): await save { $0.sexualOptIn = isSo }
        case .chooseBaseline(let choice): await choose(choice)
        case .lock: await lock()
        case .dismissProblem: state.problem = nil
        }
    }

    // MARK: Opening

    private func open() async {
        if await owner.isOpen, state.phase == .ready || state.phase == .firstRun { return }
        state.phase = .opening
        state.problem = nil
        do throws(Problem) {
            switch try await owner.presence() {
            case .absent: try await create()
            case .present, .incomplete: try await openExisting()
            }
            try await load()
        } catch {
            state.phase = phase(for: error)
        }
    }

    /// A first run: protection before the first file, and no key of an earlier installation.
    /// The key is stored before the vault is made; the other way round, a phone that dies in
    /// between would be left with a vault that nothing opens.
    private func create() async throws(Problem) {
        do { try protection.prepare(folder) } catch { throw .folderUnprotected }
        let secret = DeviceSecret.fresh()
        do {
            try keys.removeLeftover()
            try keys.store(secret)
        } catch {
            throw .keyUnavailable
        }
        try await owner.create(secret)
    }

    private func openExisting() async throws(Problem) {
        let secret: DeviceSecret?
        do { secret = try keys.load() } catch { throw .keyUnavailable }
        guard let secret else { throw .keyLost }
        try await owner.open(secret)
    }

    private func phase(for problem: Problem) -> Phase {
        switch problem {
        case .keyLost: .keyLost
        case .locked, .keyUnavailable: .locked(problem)
        case .invalidInput, .notFound, .conflict, .storage, .tooNew, .fault, .folderUnprotected:
            .failed(problem)
        }
    }

    private func lock() async {
        do throws(Problem) {
            try await owner.lock()
        } catch {
            state.problem = error
        }
        state.home = nil
        state.settings = nil
        state.phase = .locked(.locked(code: "locked"))
        check.forget()
        safety.forget()
    }

    // MARK: Home and settings

    private func load() async throws(Problem) {
        let home = try await owner.home(at: time.now())
        state.settings = try await owner.settings()
        state.home = home
        state.phase = home.firstRun ? .firstRun : .ready
    }

    /// The day may have changed, or the settings. While the vault is shut there is nothing to
    /// read, and its screen says so already.
    private func refresh() async {
        guard await owner.isOpen else { return }
        do throws(Problem) {
            try await load()
            await check.send(.refresh)
        } catch {
            state.problem = error
        }
    }

    private func completeFirstRun(_ name: String) async {
        do throws(Problem) {
            _ = try await owner.completeFirstRun(name: name.isEmpty ? nil : name)
            try await load()
        } catch {
            state.problem = error
        }
    }

    private func save(_ change: (inout SettingsForm) -> Void) async {
        guard let settings = state.settings else { return }
        var form = SettingsForm(settings)
        change(&form)
        do throws(Problem) {
            state.settings = try await owner.save(form.settings)
            state.home = try await owner.home(at: time.now())
            state.justSaved = true
        } catch {
            state.problem = error
        }
    }

    private func choose(_ baseline: BaselineChoice) async {
        do throws(Problem) {
            state.settings = try await owner.choose(baseline: baseline)
            state.justSaved = true
        } catch {
            state.problem = error
        }
    }
}
