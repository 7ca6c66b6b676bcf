// Steps that the tests of time together share.

import Testing

@testable import AmpersandKit

@MainActor
extension AppModel {
    /// Writes one private line, as a person does.
    func write(_ text: String, under heading: TogetherHeading) async throws -> LineId {
        await together.send(.addLine(heading))
        together.take { $0.line?.text = text }
        await together.send(.saveLine)
        #expect(together.state.problem == nil)
        let lines = try #require(together.state.meeting?.headings.first { $0.heading == heading }?.lines)
        return try #require(lines.first { $0.text == text }).id
    }

    /// A talk with one topic, started, for so many minutes.
    func talk(about text: String = "The weekends", minutes: UInt32 = 20) async throws {
        await together.send(.begin)
        let line = try await write(text, under: .boundaryHelp)
        await together.send(.toChoose)
        await together.send(.choose(line))
        together.take(minutes: minutes)
        await together.send(.start)
        #expect(together.state.problem == nil)
        #expect(together.state.meeting?.stage == .meeting)
    }

    /// Goes on to what is agreed on, and agrees on one thing.
    func agree(on what: String, by day: CivilDate) async throws {
        await together.send(.toAgreements)
        await together.send(.addAgreement)
        together.take {
            $0.agreement?.what = what
            $0.agreement?.reviewOn = day
        }
        await together.send(.saveAgreement)
        #expect(together.state.problem == nil)
        #expect(together.state.writing.agreement == nil)
    }

    /// Looks back and ends it.
    func finishTalk(next: CivilDate? = nil) async {
        await together.send(.toAfterwards)
        together.take { $0.afterwards?.nextOn = next }
        await together.send(.saveAfterwards)
        await together.send(.finish)
        #expect(together.state.problem == nil)
        #expect(together.state.meeting?.stage == .done)
    }
}
