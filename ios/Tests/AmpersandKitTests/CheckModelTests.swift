// Taking the Check on the real core: question by question, with everything that people do.

import Foundation
import Testing

@testable import AmpersandKit

@MainActor
@Suite struct CheckModelTests {
    let world = World()

    @Test func aWholeCheckWithARestartAndAResume() async throws {
        var model = await world.startReady()
        await model.check.send(.open(about: .current))
        #expect(model.check.state.overview?.retest == .first)
        await model.check.send(.begin(fresh: false))
        #expect(model.check.state.draft?.items.count == 38)
        #expect(model.check.state.draft?.labels.map(\.value) == [0, 1, 2, 3, 4])
        #expect(model.check.state.draft?.resumed == false)
        await answer(model.check, world.time, upTo: 17) { $0 == 4 ? nil : Int32($0 % 5) }
        #expect(model.check.state.position == 17)

        model = await world.restart(model)
        let draft = try #require(model.state.home?.draft)
        #expect(draft.answered == 16)
        await model.check.send(.resume(draft.run))
        #expect(model.check.state.draft?.resumed == true)
        #expect(model.check.state.position == 17)
        #expect(model.check.state.given.count == 17)
        let resumed = try #require(model.check.state.draft)
        #expect(model.check.state.given[resumed.items[4].id] == .some(nil))
        #expect(resumed.answers.filter { $0.value != nil }.allSatisfy { $0.ms == 3_000 })

        await answer(model.check, world.time) { Int32($0 % 5) }
        #expect(model.check.state.step == .review)
        #expect(model.check.state.review?.answered == 37)
        #expect(model.check.state.review?.skipped == 1)
        await model.check.send(.toggle(.moved))
        await model.check.send(.toggle(.grief))
        await model.check.send(.toggle(.grief))
        await model.check.send(.finish)
        guard case .safetyFirst(let run) = model.check.state.step else {
            Issue.record("\(model.check.state.step)")
            return
        }
        #expect(run == draft.run)

        await model.safety.send(.load(.asking))
        #expect(model.safety.state.page?.questions.count == 5)
        await model.safety.send(.skipAll)
        #expect(model.safety.state.outcome?.showSupport == true)
        await model.check.send(.safetyDone)
        #expect(model.check.state.step == .result)
        let result = try #require(model.check.state.result)
        #expect(result.run.id == run)
        #expect(result.run.answered == 37)
        #expect(result.run.tags == [.moved])
        #expect(result.scales.count == 8)
        #expect(result.totals.count == 2)
        #expect(result.change == .firstRun)
        #expect(!result.suggestions.isEmpty)

        await model.check.send(.close)
        #expect(model.check.state.step == .overview)
        #expect(model.check.state.runs.map(\.id) == [run])
        #expect(model.check.state.overview?.draft == nil)
    }

    @Test func backForwardAndANewAnswer() async throws {
        let check = await world.startReady().check
        await check.send(.begin(fresh: false))
        #expect(!check.canGoBack)
        await answer(check, world.time, upTo: 2) { _ in 1 }
        await check.send(.back)
        #expect(check.state.position == 1)
        #expect(check.chosen == 1)
        #expect(check.canGoForward)
        await check.send(.back)
        await check.send(.back)
        #expect(check.state.position == 0)
        let first = try #require(check.item)
        await check.send(.answer(item: first.id, value: 4))
        #expect(check.state.position == 1)
        await check.send(.forward)
        #expect(check.state.position == 2)
        #expect(!check.canGoForward)
        await check.send(.forward)
        #expect(check.state.position == 2, "an open question is not passed over")
        #expect(check.state.given[first.id] == .some(4))
    }

    @Test func aSecondTapDoesNotAnswerTheNextQuestion() async throws {
        let check = await world.startReady().check
        await check.send(.begin(fresh: false))
        let first = try #require(check.item)
        async let one: Void = check.send(.answer(item: first.id, value: 3))
        async let two: Void = check.send(.answer(item: first.id, value: 3))
        _ = await (one, two)
        await check.send(.answer(item: first.id, value: 2))
        await check.send(.skip(item: first.id))
        #expect(check.state.position == 1)
        #expect(check.state.given == [first.id: .some(3)])
    }

    @Test func skippedQuestionsCanBeLookedAtAgain() async throws {
        let check = await world.startReady().check
        await check.send(.begin(fresh: false))
        await answer(check, world.time) { $0 == 9 || $0 == 20 ? nil : Int32($0 % 5) }
        #expect(check.state.review?.skipped == 2)
        await check.send(.lookAtSkipped)
        #expect(check.state.step == .question)
        #expect(check.state.position == 9)
        #expect(check.wasSkipped)
        let item = try #require(check.item)
        await check.send(.answer(item: item.id, value: 0))
        #expect(check.state.given[item.id] == .some(0))
        await check.send(.review)
        #expect(check.state.review?.skipped == 1)
    }

    @Test func aPauseLosesNothing() async throws {
        var model = await world.startReady()
        await model.check.send(.begin(fresh: false))
        await answer(model.check, world.time, upTo: 5)
        await model.check.send(.pause)
        #expect(model.check.state.step == .paused)
        await model.check.send(.goOn)
        #expect(model.check.state.step == .question)
        #expect(model.check.state.position == 5)
        await model.check.send(.leave)
        #expect(model.check.state.step == .overview)
        #expect(model.check.state.overview?.draft?.answered == 5)
        model = await world.restart(model)
        await model.check.send(.begin(fresh: false))
        #expect(model.check.state.position == 5, "starting finds the draft that is there")
    }

    @Test func timeInTheBackgroundDoesNotCount() async throws {
        let model = await world.startReady()
        let check = model.check
        await check.send(.begin(fresh: false))
        let first = try #require(check.item)
        world.time.pass(.seconds(2))
        await check.send(.enteredBackground)
        world.time.pass(.seconds(3_600))
        await check.send(.becameActive)
        world.time.pass(.milliseconds(500))
        await check.send(.answer(item: first.id, value: 1))
        let run = try #require(check.state.draft?.run)
        await check.send(.leave)
        await check.send(.resume(run))
        #expect(check.state.draft?.answers.map(\.ms) == [2_500])
    }

    /// The core takes a day at most; the answer counts all the same.
    @Test func aVeryLongLookKeepsTheAnswer() async throws {
        let check = await world.startReady().check
        await check.send(.begin(fresh: false))
        let first = try #require(check.item)
        world.time.pass(.seconds(86_401))
        await check.send(.answer(item: first.id, value: 1))
        #expect(check.state.problem == nil)
        #expect(check.state.position == 1)
        let run = try #require(check.state.draft?.run)
        await check.send(.resume(run))
        #expect(check.state.draft?.answers == [ItemAnswer(item: first.id, value: 1, ms: nil)])
    }

    @Test func hasteIsAskedAboutAndAKeptRunIsLeftOutUntilItIsIncluded() async throws {
        let model = await world.startReady()
        let check = model.check
        let result = try await takeCheck(model, world.time) { _ in 2 }
        #expect(result.run.lowConfidence)
        #expect(!result.run.counts)
        #expect(result.change == .leftOut)
        await check.send(.include(result.run.id))
        #expect(check.state.result?.run.counts == true)
        #expect(check.state.result?.run.inclusion == .included)
        #expect(check.state.runs.first?.counts == true)
        await check.send(.exclude(result.run.id))
        #expect(check.state.result?.run.counts == false)
        #expect(check.state.result?.change == .leftOut)
    }

    @Test func theReviewAsksAboutHaste() async throws {
        let check = await world.startReady().check
        await check.send(.begin(fresh: false))
        await answer(check, world.time) { _ in 2 }
        let review = try #require(check.state.review)
        #expect(review.ask)
        #expect(EnglishTexts().question(about: review.quality) == EnglishTexts().reviewAskSame)
        await check.send(.lookAgain)
        #expect(check.state.step == .question)
        #expect(check.state.position == 0)
        #expect(check.chosen == 2)
    }

    @Test func nothingAnsweredCannotBeFinished() async {
        let check = await world.startReady().check
        await check.send(.begin(fresh: false))
        await answer(check, world.time) { _ in nil }
        #expect(check.state.step == .review)
        await check.send(.finish)
        #expect(check.state.problem == .invalidInput(field: "answers", code: "nothing_answered"))
        #expect(check.state.step == .review)
    }

    @Test func freshStartsKeepTheOldDraftAside() async throws {
        let check = await world.startReady().check
        await check.send(.open(about: .current))
        await check.send(.begin(fresh: false))
        let old = try #require(check.state.draft?.run)
        await answer(check, world.time, upTo: 3)
        await check.send(.leave)
        await check.send(.begin(fresh: true))
        let new = try #require(check.state.draft?.run)
        #expect(new != old)
        #expect(check.state.position == 0)
        await check.send(.leave)
        let all = (check.state.overview?.draft.map { [$0] } ?? []) + (check.state.overview?.keptDrafts ?? [])
        #expect(Set(all.map(\.run)) == [old, new])
        await check.send(.delete(old))
        #expect(check.state.overview?.keptDrafts.contains { $0.run == old } == false)
        #expect(check.state.problem == nil)
    }

    @Test func aDraftCanBeResumedForTwoDaysAndIsKeptAfter() async throws {
        let model = await world.startReady()
        let check = model.check
        await check.send(.open(about: .current))
        await check.send(.begin(fresh: false))
        let run = try #require(check.state.draft?.run)
        await answer(check, world.time, upTo: 3)
        await check.send(.leave)
        world.time.pass(days: 3)
        await check.send(.refresh)
        #expect(check.state.overview?.draft == nil)
        #expect(check.state.overview?.keptDrafts.map(\.state) == [.expired])
        await check.send(.resume(run))
        #expect(check.state.problem == .conflict(kind: "draft_expired", id: run))
        #expect(check.state.step == .overview)
    }
}

@Suite struct StopwatchTests {
    @Test func countsOnlyWhileItRuns() {
        var watch = Stopwatch()
        #expect(watch.milliseconds(at: .seconds(9)) == nil)
        watch.start(at: .seconds(10))
        watch.pause(at: .seconds(12))
        watch.pause(at: .seconds(13))
        #expect(watch.milliseconds(at: .seconds(50)) == 2_000)
        watch.goOn(at: .seconds(60))
        watch.goOn(at: .seconds(61))
        #expect(watch.milliseconds(at: .milliseconds(60_250)) == 2_250)
        watch.start(at: .seconds(70))
        #expect(watch.milliseconds(at: .seconds(70)) == 0)
    }

    @Test func comingBackDoesNotStartIt() {
        var watch = Stopwatch()
        watch.goOn(at: .seconds(1))
        #expect(watch.milliseconds(at: .seconds(2)) == nil)
    }
}
