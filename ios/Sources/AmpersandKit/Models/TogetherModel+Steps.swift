// What can be done with a talk: its private lines, its list, its stages, and what comes of it.
// Each answer of the core is the talk as it stands.

extension TogetherModel {
    // MARK: The private lines

    func write(_ action: Action) async throws(Problem) {
        guard let meeting = state.meeting else { return }
        switch action {
        case .addLine(let heading): state.writing.line = LineForm(id: nil, heading: heading, text: "")
        case .changeLine(let id):
            for heading in meeting.headings {
                guard let line = heading.lines.first(where: { $0.id == id }) else { continue }
                state.writing.line = LineForm(id: id, heading: heading.heading, text: line.text)
            }
        case .saveLine:
            guard let form = state.writing.line else { return }
            show(try await owner.save(form.draft, in: meeting.id, at: time.now()))
            // Typed on meanwhile: what is newer stays on the screen.
            if state.writing.line == form { state.writing.line = nil }
        case .closeLine: state.writing.line = nil
        case .deleteLine(let id):
            show(try await owner.delete(line: id, of: meeting.id, at: time.now()))
            if state.writing.line?.id == id { state.writing.line = nil }
        default: break  // the other actions go elsewhere
        }
    }

    // MARK: The list

    func choose(_ action: Action) async throws(Problem) {
        guard let meeting = state.meeting else { return }
        switch action {
        case .choose(let id): show(try await owner.choose(line: id, as: nil, in: meeting.id, at: time.now()))
        case .unchoose(let id): show(try await owner.unchoose(line: id, in: meeting.id, at: time.now()))
        case .reword(let id):
            let line = meeting.headings.flatMap(\.lines).first { $0.id == id }
            state.writing.reword = line.map { RewordForm(line: id, text: $0.reworded ?? $0.text) }
        case .saveReworded:
            guard let form = state.writing.reword else { return }
            show(try await owner.choose(line: form.line, as: form.text, in: meeting.id, at: time.now()))
            if state.writing.reword == form { state.writing.reword = nil }
        case .closeReworded: state.writing.reword = nil
        case .moveTopic(let id, let place):
            show(try await owner.move(topic: id, to: place, in: meeting.id, at: time.now()))
        case .look: state.agenda = try await owner.agendaText(of: meeting.id)
        default: break
        }
    }

    // MARK: From stage to stage

    func step(_ action: Action) async throws(Problem) {
        guard let meeting = state.meeting, let move = move(for: action) else { return }
        let moved = try await owner.move(meeting.id, by: move, at: time.now())
        // What is half written belongs to the stage before; a private line least of all may be
        // on the screen when two look at it.
        state.writing = TogetherWriting()
        state.agenda = nil
        show(moved)
        switch move {
        case .start, .pause, .finish: await told(by: moved)
        default: break
        }
    }

    private func move(for action: Action) -> MeetingMove? {
        switch action {
        case .toChoose: .choose
        case .backToPreparing: .backToPreparing
        case .start: .start(minutes: state.minutes)
        case .nextTurn: .nextTurn
        case .nextTopic: .nextTopic
        case .pause: .pause
        case .toAgreements: .toAgreements
        case .toAfterwards: .toAfterwards
        case .finish: .finish
        default: nil
        }
    }

    // MARK: What comes of it

    func agree(_ action: Action) async throws(Problem) {
        guard let meeting = state.meeting else { return }
        switch action {
        case .addAgreement: state.writing.agreement = AgreementForm(reviewOn: meeting.reviewOffered)
        case .changeAgreement(let id):
            state.writing.agreement = meeting.agreements.first { $0.id == id }.map {
                AgreementForm($0, offered: meeting.reviewOffered)
            }
        case .saveAgreement:
            guard let form = state.writing.agreement else { return }
            await told(by: try await owner.save(form.draft, in: meeting.id, at: time.now()), asks: true)
            if state.writing.agreement == form { state.writing.agreement = nil }
        case .closeAgreement: state.writing.agreement = nil
        case .deleteAgreement(let id):
            await told(by: try await owner.delete(agreement: id, of: meeting.id, at: time.now()))
            if state.writing.agreement?.id == id { state.writing.agreement = nil }
        case .saveAfterwards:
            guard let form = state.writing.afterwards else { return }
            await told(by: try await owner.save(form.record, of: meeting.id, at: time.now()), asks: form.nextOn != nil)
            state.justKept = true
        default: break
        }
    }

    /// Shows a talk after something that may have set or taken back a reminder.
    private func told(by meeting: MeetingView, asks: Bool = false) async {
        show(meeting)
        state.isUntold = !meeting.remindersTold
        // The phone is asked for permission once there is something to remind of.
        if asks { await keeper.ask() } else { await keeper.replan() }
    }

    func openReview(_ id: AgreementId) {
        guard state.writing.review?.agreement != id else { return }
        state.writing.review = coveredReview(of: id) ?? ReviewForm(agreement: id)
    }

    func saveReview() async throws(Problem) {
        guard let form = state.writing.review, let review = form.review else { return }
        let view = try await owner.review(form.agreement, review, at: time.now())
        state.view = view
        state.isUntold = !view.remindersTold
        state.writing.review = nil
        await keeper.replan()
    }

    func delete() async throws(Problem) {
        guard let meeting = state.meeting else { return }
        state.view = try await owner.delete(meeting: meeting.id, at: time.now())
        leave()
        await keeper.replan()
    }
}
