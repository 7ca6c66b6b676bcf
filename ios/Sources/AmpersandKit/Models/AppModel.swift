// The app as a whole: which of its whole-screen views is up, home, the settings, and the
// models of everything else.

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
        /// The vault waits for its passphrase.
        case asksPassphrase
        /// The files are here, their key is not.
        case keyLost
        /// A key that does not fit, or that the phone does not give out yet.
        case locked(Problem)
        /// Everything else that keeps the vault shut.
        case failed(Problem)
        /// Nothing is here any more, because the person wanted it so.
        case erased
    }

    public struct State: Equatable, Sendable {
        public var phase = Phase.opening
        public var home: Home?
        public var settings: PersonSettings?
        /// From leaving the app until the core has said whether it locked itself: nothing of
        /// what is below may be seen.
        public var isAway = false
        public var isBusy = false
        public var justSaved = false
        /// Where a tapped reminder or card leads. It waits for the vault to be open.
        public var way: Way?
        public var problem: Problem?
    }

    /// A place that a reminder leads to, with the day it asked about.
    public enum Way: Equatable, Hashable, Sendable {
        case checkIn(CivilDate)
        case pulse(CivilDate)
        case check
        /// What is due is listed on the first screen.
        case today
        case practice(String)
        case agreement(AgreementId)
        case together
    }

    /// What a person does with a notification.
    public enum Response: Sendable {
        case opened(FireId)
        case later(FireId)
    }

    public enum Action: Sendable {
        /// At the start, and again when the person asks to try once more.
        case open
        case unlock(passphrase: String)
        case completeFirstRun(name: String)
        /// Reads home and settings anew, when something they show has changed.
        case refresh
        case rename(String)
        case choosePartner(PartnerContext)
        case setAlsoInPast(Bool)
        case setSexualOptIn(Bool)
        case setAutoLock(Grace)
        case setCarePhrases(Bool)
        case setWeekStart(WeekStart)
        case chooseBaseline(BaselineChoice)
        case lock
        /// For good. The screen has asked twice.
        case eraseEverything
        case enteredBackground
        case becameActive
        case dismissProblem
    }

    public internal(set) var state = State()
    public let texts: any Texts
    public let check: CheckModel
    public let safety: SafetyModel
    public let help: HelpModel
    public let journal: JournalModel
    public let editor: EditorModel
    public let entry: EntryModel
    public let history: EntryHistoryModel
    public let trash: TrashModel
    public let search: SearchModel
    public let lock: LockModel
    public let passphrase: PassphraseModel
    public let upkeep: UpkeepModel
    public let recovery: RecoveryModel
    public let checkIn: CheckInModel
    public let pulse: PulseModel
    public let reminders: RemindersModel
    public let ruleEditor: RuleEditorModel
    public let practices: PracticesModel
    public let practice: PracticeModel
    public let learn: LearnModel
    public let boundaries: BoundariesModel
    public let boundaryUse: BoundaryUseModel
    public let together: TogetherModel
    public let ledger: LedgerModel
    public let circle: CircleModel
    public let support: SupportModel
    public let insights: InsightsModel
    public let keeper: ReminderKeeper

    let owner: CoreOwner
    let opening: Opening
    let time: any TimeSource
    /// A tapped reminder of which only the open vault can say where it leads.
    var tapped: RuleId?
    /// The last going or coming that was begun; the next one waits for it.
    private var crossing: Task<Void, Never>?

    /// `folder` is for the vault alone. `locale` is a tag like `en-US`: the language chooses
    /// the texts, the region the help lines.
    public init(
        folder: URL, locale: String, keys: any KeyStore, protection: any FileProtection,
        time: any TimeSource, centre: any NotificationScheduling, waking: any WakeScheduling
    ) {
        self.time = time
        texts = AmpersandKit.texts(for: locale)
        owner = CoreOwner(folder: folder, locale: locale)
        keeper = ReminderKeeper(owner: owner, time: time, centre: centre, waking: waking, texts: texts)
        checkIn = CheckInModel(owner: owner, time: time, keeper: keeper)
        pulse = PulseModel(owner: owner, time: time, keeper: keeper)
        reminders = RemindersModel(owner: owner, time: time, keeper: keeper)
        ruleEditor = RuleEditorModel(owner: owner, time: time, keeper: keeper)
        practices = PracticesModel(owner: owner, time: time)
        practice = PracticeModel(owner: owner, time: time, keeper: keeper)
        learn = LearnModel(owner: owner)
        boundaries = BoundariesModel(owner: owner, time: time)
        boundaryUse = BoundaryUseModel(owner: owner, time: time)
        together = TogetherModel(owner: owner, time: time, keeper: keeper)
        ledger = LedgerModel(owner: owner, time: time, keeper: keeper)
        circle = CircleModel(owner: owner, time: time)
        let shared = SharedFile(in: FileManager.default.temporaryDirectory, protection: protection)
        support = SupportModel(owner: owner, time: time, shared: shared)
        insights = InsightsModel(owner: owner, time: time)
        opening = Opening(owner: owner, folder: folder, keys: keys, protection: protection, time: time)
        check = CheckModel(owner: owner, time: time, keeper: keeper)
        safety = SafetyModel(owner: owner)
        help = HelpModel(owner: owner)
        journal = JournalModel(owner: owner, time: time)
        editor = EditorModel(owner: owner, time: time)
        entry = EntryModel(owner: owner, time: time)
        history = EntryHistoryModel(owner: owner, time: time)
        trash = TrashModel(owner: owner, time: time)
        search = SearchModel(owner: owner, time: time)
        lock = LockModel(opening: opening)
        passphrase = PassphraseModel(owner: owner, time: time)
        upkeep = UpkeepModel(owner: owner, time: time)
        recovery = RecoveryModel(opening: opening)
    }

    /// The only way to change `state`. Leaving and coming back are heard at any time; while one
    /// action is under way, others are dropped: a second tap on the same button must not do it
    /// twice.
    public func send(_ action: Action) async {
        switch action {
        case .enteredBackground: return await cross(.away).value
        case .becameActive: return await cross(.back).value
        default: break
        }
        guard !state.isBusy else { return }
        state.isBusy = true
        defer { state.isBusy = false }
        state.justSaved = false
        switch action {
        case .open: await open()
        case .unlock(let passphrase): await unlock(passphrase)
        case .completeFirstRun(let name): await completeFirstRun(name)
        case .refresh: await refresh()
        case .rename(let name): await save { $0.name = name.isEmpty ? nil : name }
        case .choosePartner(let partner):
            await save { $0.partnerContext = partner }
            await check.send(.choose(partner))
        case .setAlsoInPast(let isSo): await save { $0.alsoInPast = isSo }
        case .setSexualOptIn(let isSo): await save { $0.sexualOptIn = isSo }
        case .setAutoLock(let grace): await save { $0.autoLock = grace }
        case .setCarePhrases(let isOn): await save { $0.carePhrases = isOn }
        case .setWeekStart(let day): await save { $0.weekStart = day }
        case .chooseBaseline(let choice): await choose(choice)
        case .lock: await lockNow()
        case .eraseEverything: await eraseEverything()
        case .dismissProblem: state.problem = nil
        case .enteredBackground, .becameActive: break  // heard above
        }
    }

    /// A notification was tapped, or put off. Heard at any time: an app that was started by the
    /// tap is still opening the vault, or waits for its passphrase.
    public func hear(_ response: Response) async {
        switch response {
        case .opened(let id):
            let target = await keeper.opened(id)
            if let rule = target.flatMap(Way.rule) {
                tapped = rule
                await followTapped()
            } else {
                state.way = target.map(Way.init) ?? .today
            }
        case .later(let id): await keeper.later(id)
        }
    }

    /// A card on one screen leads to a page behind another one.
    public func lead(to way: Way) {
        state.way = way
    }

    /// The screens have gone where the way led.
    public func arrived() {
        state.way = nil
    }

    /// The clock was set, the zone or the day is another one, or the system woke the app to plan
    /// on. Needs no key.
    public func timeChanged() async {
        await keeper.replan()
        await send(.refresh)
    }

    /// Which way the app goes: out of sight, or back.
    public enum Crossing: Sendable {
        case away, back
    }

    /// Somebody may leave and come back faster than the core answers. It hears of both in the
    /// order of these calls, and the cover is up before this returns.
    @discardableResult
    public func cross(_ way: Crossing) -> Task<Void, Never> {
        if way == .away { state.isAway = true }
        let before = crossing
        let task = Task {
            await before?.value
            switch way {
            case .away: await wentAway()
            case .back: await cameBack()
            }
        }
        crossing = task
        return task
    }
}
