// Time together: getting ready alone, choosing line by line, the talk with its turns and its
// timer, what is agreed on, and looking back.

import Observation

/// What the pages of a talk show, and what they may do. Which stage comes after which, what goes
/// on the list and when the time is over is the core's to say; in care mode there is nothing here.
@MainActor
@Observable
public final class TogetherModel: ActingModel {
    public struct State: ActingState, Equatable, Sendable {
        public var view: TogetherView?
        /// The talk that is on the screen. It stays there when it is over, to be looked back on.
        public var meeting: MeetingView?
        /// What is half written.
        public var writing = TogetherWriting()
        /// How long the talk is to be, until it starts.
        public var minutes: UInt32 = 20
        /// What would go out, word for word.
        public var agenda: String?
        /// What is left of the time, while it runs.
        public var secondsLeft: UInt32?
        /// Looking back was saved just now.
        public var justKept = false
        /// The reminders could not be told of what was saved just now.
        public var isUntold = false
        /// There is no time together at all, as in care mode.
        public var isAbsent = false
        public var isBusy = false
        public var problem: Problem?

        public func may(_ move: MeetingMoveKind) -> Bool { meeting?.moves.contains(move) == true }

        /// The topic that is talked about now.
        public var topic: AgendaTopic? {
            guard let meeting, let place = meeting.topic.map(Int.init) else { return nil }
            return meeting.agenda.indices.contains(place) ? meeting.agenda[place] : nil
        }
    }

    public enum Action: Sendable {
        case load
        /// The open talk, or a new one.
        case begin
        /// A talk of before.
        case open(MeetingId)
        /// The talk on the screen is left; an open one stays open.
        case leave

        // The private lines.
        case addLine(TogetherHeading)
        case changeLine(LineId)
        case saveLine
        case closeLine
        case deleteLine(LineId)

        // The list.
        case choose(LineId)
        case unchoose(LineId)
        case reword(LineId)
        case saveReworded
        case closeReworded
        case moveTopic(TopicId, to: UInt32)
        case look

        // From stage to stage.
        case toChoose
        case backToPreparing
        case start
        case nextTurn
        case nextTopic
        case pause
        case toAgreements
        case toAfterwards
        case finish

        // What comes of it.
        case addAgreement
        case changeAgreement(AgreementId)
        case saveAgreement
        case closeAgreement
        case deleteAgreement(AgreementId)
        case saveAfterwards
        case openReview(AgreementId)
        case saveReview
        /// For good. The screen has asked first.
        case delete

        /// The app goes out of sight: what can be saved is, and what the core refuses stays here.
        case keep
        case dismissProblem
    }

    public internal(set) var state = State()
    let owner: CoreOwner
    let time: any TimeSource
    let keeper: ReminderKeeper
    /// What was left or locked before it was saved: unseen, and there again with its talk.
    private var covered: TogetherWriting?
    /// The core's figure for the time that was left, and the reading when it was told.
    private var timer: (seconds: UInt32, reading: Int64)?

    init(owner: CoreOwner, time: any TimeSource, keeper: ReminderKeeper) {
        self.owner = owner
        self.time = time
        self.keeper = keeper
    }

    /// The only way to change `state` but the fields; while an action is under way, others are
    /// dropped.
    public func send(_ action: Action) async {
        await act(action)
    }

    /// A change of a field. It waits for nothing.
    public func take(_ change: (inout TogetherWriting) -> Void) {
        change(&state.writing)
    }

    /// How long the talk is to be.
    public func take(minutes: UInt32) {
        state.minutes = minutes
    }

    /// Lets go of everything a locked app must not show.
    func forget() {
        cover()
        state = State()
        timer = nil
    }

    /// For good, after everything was erased.
    func forgetUnsaved() {
        covered = nil
    }

    func perform(_ action: Action) async throws(Problem) {
        state.justKept = false
        switch action {
        case .load: try await load()
        case .begin: try await begin()
        case .open(let id): show(try await owner.meeting(id, at: time.now()))
        case .leave:
            cover()
            leave()
        case .addLine, .changeLine, .saveLine, .closeLine, .deleteLine: try await write(action)
        case .choose, .unchoose, .reword, .saveReworded, .closeReworded, .moveTopic, .look: try await choose(action)
        case .toChoose, .backToPreparing, .start, .nextTurn, .nextTopic, .pause, .toAgreements, .toAfterwards, .finish:
            try await step(action)
        case .addAgreement, .changeAgreement, .saveAgreement, .closeAgreement, .deleteAgreement, .saveAfterwards:
            try await agree(action)
        case .openReview(let id): openReview(id)
        case .saveReview: try await saveReview()
        case .delete: try await delete()
        case .keep: await keep()
        case .dismissProblem: state.problem = nil
        }
    }

    private func cover() {
        if state.writing != TogetherWriting() { covered = state.writing }
    }

    // MARK: Showing

    func load() async throws(Problem) {
        do throws(Problem) {
            let view = try await owner.together(at: time.now())
            state.isAbsent = false
            state.view = view
            if let open = view.meeting { show(open) }
            bringBack()
        } catch .conflict("care_mode", _) {
            state = State(isAbsent: true, isBusy: true)
        }
    }

    private func begin() async throws(Problem) {
        show(try await owner.beginMeeting(at: time.now()))
        state.view = try await owner.together(at: time.now())
        if let minutes = state.view?.defaultMinutes { state.minutes = minutes }
        bringBack()
    }

    func leave() {
        state.meeting = nil
        state.writing = TogetherWriting()
        state.agenda = nil
        state.secondsLeft = nil
        timer = nil
    }

    func show(_ meeting: MeetingView) {
        state.meeting = meeting
        timer = meeting.timeLeftS.map { ($0, time.sinceStart()) }
        state.secondsLeft = left()
        if meeting.mayLookBack, state.writing.afterwards == nil {
            state.writing.afterwards = AfterwardsForm(meeting.afterwards)
        }
    }

    /// What was half written when the app was locked or the talk was left, where it still fits.
    private func bringBack() {
        guard let covered, let meeting = state.meeting else { return }
        // A look at an agreement waits for its own page.
        self.covered = covered.review.map { TogetherWriting(review: $0) }
        if meeting.mayWrite { state.writing.line = covered.line }
        if meeting.mayChoose { state.writing.reword = covered.reword }
        if meeting.mayAgree { state.writing.agreement = covered.agreement }
        if let afterwards = covered.afterwards, state.writing.afterwards != nil {
            state.writing.afterwards = afterwards
        }
    }

    /// A look at an agreement that was left half written.
    func coveredReview(of id: AgreementId) -> ReviewForm? {
        guard let review = covered?.review, review.agreement == id else { return nil }
        covered?.review = nil
        return review
    }

    // MARK: The timer

    /// Draws the time that is left, second by second, for as long as the page waits for it. It
    /// goes by a clock that nobody can set, from what the core said last.
    public func watch() async {
        while state.meeting?.stage == .meeting, let left = left(), left > 0 {
            do { try await time.wait(.seconds(1)) } catch { return }
            state.secondsLeft = self.left()
        }
        // The words for the end are the core's.
        if state.meeting?.stage == .meeting, timer != nil, state.meeting?.ending == nil { await send(.load) }
    }

    private func left() -> UInt32? {
        guard let timer else { return nil }
        let gone = UInt32(clamping: (time.sinceStart() - timer.reading) / 1_000)
        return timer.seconds - min(gone, timer.seconds)
    }

    private func keep() async {
        if state.writing.line?.text.isEmpty == false { try? await write(.saveLine) }
        if let form = state.writing.afterwards, form != AfterwardsForm(state.meeting?.afterwards) {
            try? await agree(.saveAfterwards)
        }
    }
}
