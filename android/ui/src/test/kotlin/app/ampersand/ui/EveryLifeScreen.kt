/** Every screen of talks, ledger, circle, support and insights in every form it can take. */
package app.ampersand.ui

import app.ampersand.core.AgreementView
import app.ampersand.core.Gift
import app.ampersand.core.InsightCard
import app.ampersand.core.InsightKind
import app.ampersand.core.InsightOffer
import app.ampersand.core.InsightRange
import app.ampersand.core.InsightResult
import app.ampersand.core.LoveKind
import app.ampersand.core.MeetingMove
import app.ampersand.core.ReviewOutcome
import app.ampersand.core.ReviewView
import app.ampersand.core.SeriesId
import app.ampersand.core.SeriesPoint
import app.ampersand.core.TogetherGlimpse
import app.ampersand.core.TogetherHeading
import app.ampersand.core.TopSource
import app.ampersand.core.Who

internal fun lifeScreens(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    talking(rig, me, keep)
    carrying(me, keep)
    circling(me, keep)
    asking(me, keep)
    seeing(me, keep)
    todaysOfLife(me, keep)
}

private fun talking(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(LifePlace.Together))
    keep("together, nothing yet", me.state)
    keep("together, loading", me.state.copy(life = LifeState()))
    me.handle(TogetherAction.Begin)
    keep("talk, getting ready", me.state)
    rig.privateLine(me, TogetherHeading.APPRECIATION, "You wait for me when I am slow.")
    rig.privateLine(me, TogetherHeading.THEIR_BEHAVIOUR, "The phone at the table in the evening, which makes me feel alone beside you.")
    me.handle(TogetherAction.Write(TogetherHeading.ORIGIN))
    me.handle(TogetherAction.LineTyped("My mother fixed everything for everybody."))
    keep("talk, a line being written", me.state)
    keep("talk, a line refused", me.state.copy(trouble = Trouble(TroubleKind.LINE_TOO_LONG)))
    me.handle(TogetherAction.SaveLine)
    me.handle(TogetherAction.Move(MeetingMove.Choose))
    keep("talk, choosing, nothing chosen", me.state)
    val lines = checkNotNull(me.state.life.together.meeting).headings.flatMap { it.lines }
    lines.take(2).forEach { me.handle(TogetherAction.Choose(it.id, true)) }
    me.handle(TogetherAction.Reword(lines[1].id, "Could the phone rest while we eat?"))
    keep("talk, other words", me.state)
    me.handle(TogetherAction.SaveWords)
    keep("talk, chosen", me.state)
    me.handle(Action.Go(LifePlace.Agenda))
    keep("agenda", me.state)
    keep("agenda, handed over", me.state.copy(said = LifeSaid.HandedOver))
    keep("agenda, nothing takes it", me.state.copy(said = LifeSaid.NothingTakesIt))
    me.handle(Action.Back)
    me.handle(TogetherAction.Start)
    keep("talk, the first topic", me.state)
    keep("talk, time over", me.state.run { copy(life = life.copy(together = life.together.copy(leftS = 0))) })
    me.handle(TogetherAction.AskPause(true))
    keep("talk, stop here", me.state)
    me.handle(TogetherAction.Move(MeetingMove.NextTopic))
    keep("talk, the last topic", me.state)
    me.handle(TogetherAction.Move(MeetingMove.ToAgreements))
    keep("agreeing, nothing yet", me.state)
    me.handle(TogetherAction.Agree(AgreementForm(who = Who.YOU, what = "The phone stays in the hall from seven to eight", reviewOn = "2026-12-20")))
    keep("agreeing, a form", me.state)
    me.handle(TogetherAction.SaveAgreement)
    keep("agreeing, one agreed", me.state.run { copy(life = life.copy(together = life.together.run { copy(meeting = meeting?.copy(remindersTold = false)) })) })
    me.handle(TogetherAction.Move(MeetingMove.ToAfterwards))
    me.handle(TogetherAction.After(AfterForm(felt = 3, learned = "I can wait for an answer.", nextOn = "2026-12-27")))
    keep("afterwards", me.state)
    val ended = me.state.run { copy(life = life.copy(together = life.together.run { copy(meeting = meeting?.copy(stage = app.ampersand.core.MeetingStage.ENDED_EARLY, ending = "You stopped in time.")) })) }
    keep("talk, ended early", ended)
    me.handle(TogetherAction.Finish)
    keep("talk, done", me.state)
    me.handle(Action.Go(LifePlace.Together))
    val view = checkNotNull(me.state.life.together.view)
    keep("together, after a talk", me.state.copy(unfolded = setOf(LifeFold.Past, LifeFold.Reviewed)))
    me.handle(TogetherAction.AskDelete(view.past.first().id))
    val reviews = ReviewOutcome.entries.map { ReviewView("2026-11-24", it, "It went well.", null) }
    keep("together, due, reviewed, deleting", me.state.run {
        copy(
            unfolded = setOf(LifeFold.Past, LifeFold.Reviewed),
            life = life.copy(together = life.together.copy(view = view.copy(agreements = view.agreements.map { it.copy(due = true) }, reviewed = view.agreements.map { it.copy(reviews = reviews) }))),
        )
    })
    me.handle(TogetherAction.CancelDelete)
    val agreement: AgreementView = view.agreements.single()
    me.handle(Action.Go(LifePlace.Agreement(agreement.id)))
    keep("agreement", me.state)
    me.handle(TogetherAction.Review(ReviewForm(agreement.id, ReviewOutcome.PARTLY, "Three evenings of seven.", "2027-01-03")))
    keep("agreement, partly", me.state)
    me.handle(TogetherAction.Review(ReviewForm(agreement.id, ReviewOutcome.LET_GO)))
    keep("agreement, let go", me.state)
}

/** A line of the private half, saved. */
internal fun Rig.privateLine(me: Holder, heading: TogetherHeading, text: String) {
    time.pass(1_000)
    me.handle(TogetherAction.Write(heading))
    me.handle(TogetherAction.LineTyped(text))
    me.handle(TogetherAction.SaveLine)
    check(me.state.life.forms.line == null) { "the line is not saved: ${me.state.trouble}" }
}

private fun carrying(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(LifePlace.Ledger(null)))
    keep("ledger, nothing yet", me.state)
    val day = checkNotNull(me.state.life.ledger.week).days.first()
    me.handle(LedgerAction.Write(LedgerForm(day = day, what = "Rang his dentist for him")))
    keep("ledger, a form", me.state)
    me.handle(LedgerAction.Save)
    me.handle(LedgerAction.Write(LedgerForm(day = day, whose = app.ampersand.core.Whose.MINE, doneBy = app.ampersand.core.DoneBy.NOBODY, what = "My tax letter", note = "For the third week.")))
    me.handle(LedgerAction.Save)
    me.handle(LedgerAction.Write(LedgerForm(day = day, whose = app.ampersand.core.Whose.OURS, doneBy = app.ampersand.core.DoneBy.BOTH, what = "The kitchen")))
    me.handle(LedgerAction.Save)
    keep("ledger, a week", me.state)
    val week = checkNotNull(me.state.life.ledger.week)
    me.handle(LedgerAction.AskDelete(week.undone.single().id))
    keep("ledger, deleting", me.state)
    me.handle(LedgerAction.CancelDelete)
    me.handle(LedgerAction.Write(week.carried.single().run { LedgerForm(id, this.day, whose, doneBy, what, note.orEmpty()) }))
    keep("ledger, changing", me.state)
    me.handle(LedgerAction.Write(null))
    keep("ledger, handed back", me.state.run { copy(life = life.copy(ledger = LedgerState(week.copy(carried = week.carried.map { it.copy(handedBack = "Mine, yours, ours", mayHandBack = false, mayChange = false) })))) })
}

private fun circling(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(LifePlace.Circle))
    keep("circle, nothing yet", me.state)
    me.handle(CircleAction.Write(SourceForm(name = "Mira", love = LoveKind.FRIENDS, gives = setOf(Gift.LISTENING, Gift.FUN))))
    keep("circle, a form", me.state)
    me.handle(CircleAction.Save)
    me.handle(CircleAction.Write(SourceForm(name = "Choir on Tuesdays", love = LoveKind.ART, gives = setOf(Gift.MAKING))))
    me.handle(CircleAction.Save)
    keep("circle, not enough yet", me.state.copy(unfolded = setOf(LifeFold.Breadth)))
    val view = checkNotNull(me.state.life.circle)
    me.handle(CircleAction.Contact(view.sources.first().id, true))
    me.handle(CircleAction.Archive(view.sources.last().id, true))
    keep("circle, contact today, one put away", me.state.copy(unfolded = setOf(LifeFold.PutAway)))
    keep("circle, rests on one", me.state.run {
        copy(life = life.copy(circle = life.circle?.run { copy(breadth = breadth.copy(effective = 1.25, needed = 0u, restsOnOne = true, top = TopSource(sources.first().id, "Mira", 0.86))) }))
    })
}

private fun asking(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(LifePlace.Support))
    keep("support", me.state.copy(unfolded = setOf(LifeFold.FirstSession)))
    me.handle(SupportAction.Tick(checkNotNull(me.state.life.support).questions.first().id, true))
    me.handle(SupportAction.Write(QuestionForm(text = "How do you work with somebody who likes to please?")))
    me.handle(SupportAction.Save)
    me.handle(SupportAction.Write(checkNotNull(me.state.life.support).own.single().run { QuestionForm(id, text) }))
    keep("support, ticked and an own question", me.state)
    me.handle(SupportAction.Write(null))
    me.handle(Action.Go(LifePlace.Summary))
    keep("summary, nothing ticked", me.state)
    val choices = checkNotNull(me.state.life.summary.choices)
    keep("summary, other days typed", me.state.run { copy(life = life.copy(summary = life.summary.copy(from = "2026-01-01", choices = choices.copy(more = true)))) })
    me.handle(Action.Go(LifePlace.SummaryLook))
    keep("summary, refused with nothing ticked", me.state)
    me.handle(SupportAction.Questions(true))
    choices.runs.forEach { me.handle(SupportAction.Run(it.id, true)) }
    choices.entries.forEach { me.handle(SupportAction.Entry(it.id, true)) }
    choices.agreements.forEach { me.handle(SupportAction.Agreement(it.id, true)) }
    me.handle(SupportAction.CheckIns(true))
    keep("summary, ticked", me.state)
    me.handle(Action.Go(LifePlace.SummaryLook))
    keep("summary, to look at", me.state)
}

private fun seeing(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(LifePlace.Insights))
    keep("insights", me.state)
    val view = checkNotNull(me.state.life.insights)
    val results = listOf(
        InsightResult.NotEnough(7u), InsightResult.Count(12u, 28u), InsightResult.Mean(2.5, 2.25), InsightResult.Smooth(2.4),
        InsightResult.Pair(0.42, 0.1, 0.66, 0.02, 33.0, true), InsightResult.Weekdays(List(7) { 2.0 }),
    )
    val cards = results.mapIndexed { at, result ->
        InsightCard("card-$at", InsightKind.COUNT, listOf(SeriesId.MOOD, SeriesId.OWN_TIME), "Mood and time of your own", "On days with more time of your own, your mood was noted higher.", 33u, 56u, 23u, "pair", "Both were put in order by size.", result)
    }
    keep("insights, every kind, one offered", me.state.run { copy(unfolded = setOf(LifeFold.How("card-1")), life = life.copy(insights = view.copy(cards = cards, offered = "card-4"))) })
    me.handle(InsightAction.Switch(false))
    keep("insights, off", me.state)
    me.handle(InsightAction.Switch(true))
    me.handle(Action.Go(LifePlace.Series(SeriesId.MOOD)))
    keep("series", me.state.copy(unfolded = setOf(LifeFold.Table)))
    val series = checkNotNull(me.state.life.series)
    val points = (1..28).map { day ->
        val value = (day % 5).toDouble().takeIf { day % 6 != 0 }
        SeriesPoint("2026-11-${day.toString().padStart(2, '0')}", value, 2.25.takeIf { day > 4 }, 2.1.takeIf { day > 12 }, 2.2)
    }
    keep("series, full", me.state.run { copy(unfolded = setOf(LifeFold.Table, LifeFold.HowOfSeries), life = life.copy(series = series.copy(points = points, n = 24u, gaps = 4u))) })
    keep("series, nothing", me.state.run { copy(life = life.copy(range = InsightRange.YEAR, series = series.copy(points = emptyList(), n = 0u))) })
}

private fun todaysOfLife(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Today))
    keep("today, talk, agreements, insight", me.state.run {
        copy(home = home?.copy(together = TogetherGlimpse(meetingOpen = true, nextOn = "2026-12-24", agreementsDue = 2u), insight = InsightOffer("count", "Check-ins", "You noted 12 of the last 28 days.")))
    })
}
