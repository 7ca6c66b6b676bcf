/**
 * The eight weeks' second half: a talk that is prepared alone and had together, what was agreed, who carries what, the circle, a page to bring along, and
 * what the weeks show. Names and words are the story's own.
 */
package app.ampersand.preview

import app.ampersand.core.DoneBy
import app.ampersand.core.Gift
import app.ampersand.core.InsightRange
import app.ampersand.core.LoveKind
import app.ampersand.core.MeetingMove
import app.ampersand.core.MeetingStage
import app.ampersand.core.ReminderKind
import app.ampersand.core.ReviewOutcome
import app.ampersand.core.SeriesId
import app.ampersand.core.TogetherHeading
import app.ampersand.core.Who
import app.ampersand.core.Whose
import app.ampersand.ui.Action
import app.ampersand.ui.AfterForm
import app.ampersand.ui.AgreementForm
import app.ampersand.ui.CheckInAction
import app.ampersand.ui.CircleAction
import app.ampersand.ui.InsightAction
import app.ampersand.ui.LedgerAction
import app.ampersand.ui.LedgerForm
import app.ampersand.ui.LifeFold
import app.ampersand.ui.LifePlace
import app.ampersand.ui.LifeSaid
import app.ampersand.ui.Place
import app.ampersand.ui.PractisePlace
import app.ampersand.ui.QuestionForm
import app.ampersand.ui.ReviewForm
import app.ampersand.ui.SourceForm
import app.ampersand.ui.SupportAction
import app.ampersand.ui.TogetherAction

private const val A_MINUTE = 60_000L

/** What happens at the end of the week [week], 1 to 8, of the story in WeeksStory.kt. */
internal fun lifeWeek(camera: Camera, me: Traveller, week: Int) {
    when (week) {
        1 -> whoCarriesWhat(camera, me)
        2 -> aCircle(camera, me)
        3 -> gettingReady(camera, me)
        4 -> theTalk(camera, me)
        5 -> lookingAtIt(camera, me)
        6 -> aStopThatIsFine(camera, me)
        7 -> aPageToBring(camera, me)
        8 -> whatTheWeeksShow(camera, me)
    }
    contacts(me, week)
    me.act(Action.Go(Place.Today))
    someDays(me, week)
}

/** Check-ins of the week's days but for one: what the weeks show is made of these. */
private fun someDays(me: Traveller, week: Int) = repeat(DAYS_NOTED) { day ->
    me.act(Action.Go(Place.Today), Action.Go(Place.CheckIn(null)))
    if (me.state.checkIn?.answered != true) {
        me.tap("mood", (1 + (week + day) / 4).coerceAtMost(MOST))
        me.tap("own_time", ((week + day) / 5).coerceAtMost(MOST))
        me.act(CheckInAction.Save)
    }
    me.pass(A_DAY)
}

private const val DAYS_NOTED = 4
private const val MOST = 4

// --- ledger and circle -----------------------------------------------------------------------------------------------------------------

private fun whoCarriesWhat(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Ledger(null)))
    camera.take("ledger-empty", me.state)
    val day = expected(me.state.life.ledger.week?.days?.firstOrNull(), "a day to write about")
    me.act(LedgerAction.Write(LedgerForm(day = day, what = "Wrote his mother’s birthday card")))
    camera.take("ledger-form", me.state)
    me.act(LedgerAction.Save)
    me.act(LedgerAction.Write(LedgerForm(day = day, whose = Whose.MINE, doneBy = DoneBy.NOBODY, what = "My own letter to the bank", note = "It has been on the shelf for weeks.")), LedgerAction.Save)
    me.act(LedgerAction.Write(LedgerForm(day = day, whose = Whose.OURS, doneBy = DoneBy.BOTH, what = "The cellar")), LedgerAction.Save)
    val week = expected(me.state.life.ledger.week, "a week")
    expect("each stands where it belongs: ${me.state.trouble}", listOf(week.carried, week.undone, week.others).all { it.size == 1 })
    camera.take("ledger-week", me.state)
    camera.takeRightToLeft("ledger-week", me.state)
    me.act(LedgerAction.HandBack(week.carried.single().id))
    expect("handed back, it is a step of a practice: ${me.state.trouble}", me.state.place is PractisePlace.Practice)
    camera.take("ledger-handed-back", me.state)
}

private fun aCircle(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Circle))
    camera.take("circle-empty", me.state)
    me.act(CircleAction.Write(SourceForm(name = "Mira", love = LoveKind.FRIENDS, gives = setOf(Gift.LISTENING, Gift.FUN))))
    camera.take("circle-form", me.state)
    me.act(CircleAction.Save)
    me.act(CircleAction.Write(SourceForm(name = "The choir", love = LoveKind.ART, gives = setOf(Gift.BELONGING, Gift.MAKING))), CircleAction.Save)
    me.act(CircleAction.Write(SourceForm(name = "My sister", love = LoveKind.FAMILY, gives = setOf(Gift.HELP))), CircleAction.Save)
    expect("three sides: ${me.state.trouble}", me.state.life.circle?.sources?.size == 3)
    camera.take("circle-begun", me.state)
}

/** Mira often, the others sometimes. */
private fun contacts(me: Traveller, week: Int) {
    if (week < 2) return
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Circle))
    val view = expected(me.state.life.circle, "a circle")
    view.sources.filterIndexed { at, _ -> at == 0 || at == week % view.sources.size }.forEach { if (!it.today) me.act(CircleAction.Contact(it.id, true)) }
}

// --- the talk --------------------------------------------------------------------------------------------------------------------------

private fun gettingReady(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Together))
    camera.take("together-first", me.state)
    me.act(TogetherAction.Begin)
    line(me, TogetherHeading.APPRECIATION, "He puts the kettle on before I ask.")
    line(me, TogetherHeading.MY_BEHAVIOUR, "I read over his shoulder.")
    line(me, TogetherHeading.THEIR_BEHAVIOUR, "The phone at supper.")
    me.act(TogetherAction.Write(TogetherHeading.ORIGIN), TogetherAction.LineTyped("At home the loudest one was heard."))
    camera.take("talk-private", me.state)
    me.away(A_SECOND)
    expect("what was being written is kept on going away", me.state.life.together.meeting?.headings?.last()?.lines?.size == 1)
    me.go(Place.Today)
    expect("today knows that it is in preparation", me.state.home?.together?.meetingOpen == true)
    camera.take("today-talk", me.state)
}

private fun line(me: Traveller, heading: TogetherHeading, text: String) = me.act(TogetherAction.Write(heading), TogetherAction.LineTyped(text), TogetherAction.SaveLine)

private fun theTalk(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Together), Action.Go(LifePlace.Meeting), TogetherAction.Move(MeetingMove.Choose))
    val lines = expected(me.state.life.together.meeting, "a talk").headings.flatMap { it.lines }
    me.act(TogetherAction.Choose(lines[0].id, true), TogetherAction.Reword(lines[2].id, "Could we leave the phones in the hall while we eat?"))
    camera.take("talk-choosing", me.state)
    me.act(TogetherAction.SaveWords)
    me.go(LifePlace.Agenda)
    val text = expected(me.state.life.together.agenda, "an agenda")
    expect("what was not chosen is nowhere in it", "shoulder" !in text && "loudest" !in text && "phone at supper" !in text && "hall" in text)
    camera.take("agenda", me.state)
    me.act(TogetherAction.ShareAgenda)
    expect("it is handed over word for word", me.state.said == LifeSaid.HandedOver && me.shared?.readText() == text)
    me.act(Action.Back, TogetherAction.Minutes("20"), TogetherAction.Start)
    expect("the talk has its time: ${me.state.trouble}", me.state.life.together.leftS == 1_200L)
    me.pass(7 * A_MINUTE + 20 * A_SECOND)
    camera.take("talk", me.state)
    camera.takeRightToLeft("talk", me.state)
    expect("and it goes by", me.state.life.together.leftS == 760L)
    me.act(TogetherAction.Move(MeetingMove.NextTopic), TogetherAction.Move(MeetingMove.NextTurn))
    me.pass(20 * A_MINUTE)
    expect("and ends without a noise", me.state.life.together.leftS == 0L && me.state.life.together.meeting?.stage == MeetingStage.MEETING)
    camera.take("talk-time-over", me.state)
    agreeing(camera, me)
}

private fun agreeing(camera: Camera, me: Traveller) {
    me.act(TogetherAction.Move(MeetingMove.ToAgreements))
    val day = expected(me.state.life.together.meeting, "a talk").reviewFrom
    me.act(TogetherAction.Agree(AgreementForm(who = Who.BOTH, what = "Phones stay in the hall from seven to eight", reviewOn = day)))
    camera.take("talk-agreeing", me.state)
    me.act(TogetherAction.SaveAgreement)
    expect("it is agreed: ${me.state.trouble}", me.state.life.together.meeting?.agreements?.size == 1)
    me.act(TogetherAction.Move(MeetingMove.ToAfterwards), TogetherAction.After(AfterForm(felt = 3, learned = "I can wait for an answer.", nextOn = expected(me.state.life.together.meeting, "a talk").reviewOffered)))
    camera.take("talk-afterwards", me.state)
    me.act(TogetherAction.Finish)
    camera.take("talk-done", me.state)
    me.go(Place.Reminders)
    val kinds = me.state.reminders.view?.rules?.map { it.kind }.orEmpty()
    expect("both days are reminders now: $kinds", ReminderKind.AGREEMENT in kinds && ReminderKind.TOGETHER in kinds)
}

private fun lookingAtIt(camera: Camera, me: Traveller) {
    me.go(Place.Today)
    expect("it is due", me.state.home?.together?.agreementsDue == 1u)
    camera.take("today-agreement", me.state)
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Together))
    val agreement = expected(me.state.life.together.view?.agreements?.singleOrNull(), "one agreement")
    me.go(LifePlace.Agreement(agreement.id))
    me.act(TogetherAction.Review(ReviewForm(agreement.id, ReviewOutcome.PARTLY, "Four evenings of seven.", expected(me.state.life.together.view, "together").reviewOffered)))
    camera.take("agreement-review", me.state)
    me.act(TogetherAction.SaveReview)
    expect("it is looked at: ${me.state.trouble}", me.state.said == LifeSaid.AgreementReviewed)
    me.act(Action.Toggle(LifeFold.Past))
    camera.take("together", me.state)
    me.act(Action.Toggle(LifeFold.Past))
}

private fun aStopThatIsFine(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Together), TogetherAction.Begin)
    line(me, TogetherHeading.BOUNDARY_HELP, "I need the Sunday mornings.")
    me.act(TogetherAction.Move(MeetingMove.Choose))
    me.act(TogetherAction.Choose(expected(me.state.life.together.meeting, "a talk").headings.flatMap { it.lines }.single().id, true), TogetherAction.Start, TogetherAction.AskPause(true))
    camera.take("talk-stop", me.state)
    me.act(TogetherAction.Move(MeetingMove.Pause))
    expect("stopped early, with a kind word", me.state.life.together.meeting?.run { stage == MeetingStage.ENDED_EARLY && ending != null } == true)
    camera.take("talk-stopped", me.state)
}

// --- a page to bring along, and what the weeks show ------------------------------------------------------------------------------------

private fun aPageToBring(camera: Camera, me: Traveller) {
    me.write(Page(0, "I noticed that I say sorry before I ask for anything.", "Sorry"))
    me.write(Page(1, "This one is for me alone."))
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Support))
    me.act(SupportAction.Tick(expected(me.state.life.support, "support").questions.first().id, true))
    me.act(SupportAction.Write(QuestionForm(text = "What do I do when I hear no and feel small?")), SupportAction.Save, Action.Toggle(LifeFold.FirstSession))
    camera.take("support", me.state)
    me.act(Action.Toggle(LifeFold.FirstSession), Action.Go(LifePlace.Summary))
    camera.take("summary", me.state)
    val choices = expected(me.state.life.summary.choices, "something to choose from")
    me.act(SupportAction.Entry(choices.entries.single { it.title == "Sorry" }.id, true), SupportAction.Run(choices.runs.first().id, true), SupportAction.Questions(true), SupportAction.CheckIns(true))
    me.go(LifePlace.SummaryLook)
    val document = expected(me.state.life.summary.document, "a page: ${me.state.trouble}")
    expect("what was not ticked is not in it", "for me alone" !in document.html && "say sorry" in document.html)
    camera.take("summary-look", me.state)
    me.act(SupportAction.ShareSummary)
    expect("it is handed over as a file", me.shared?.readText() == document.html)
}

private fun whatTheWeeksShow(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Circle), Action.Toggle(LifeFold.Breadth))
    camera.take("circle", me.state)
    me.act(Action.Toggle(LifeFold.Breadth), Action.Go(Place.More), Action.Go(LifePlace.Insights))
    val first = expected(me.state.life.insights?.cards?.firstOrNull(), "an insight")
    me.act(Action.Toggle(LifeFold.How(first.id)))
    camera.take("insights", me.state)
    me.act(Action.Toggle(LifeFold.How(first.id)), Action.Go(LifePlace.Series(SeriesId.MOOD)))
    expect("four weeks of days, some of them gaps", me.state.life.series?.run { points.size == 28 && n > 0u && gaps > 0u } == true)
    camera.take("series-month", me.state)
    me.act(InsightAction.Range(InsightRange.QUARTER))
    camera.take("series-quarter", me.state)
    camera.takeRightToLeft("series-quarter", me.state)
    me.act(InsightAction.Range(InsightRange.MONTH), Action.Toggle(LifeFold.Table))
    camera.take("series-table", me.state)
    me.act(Action.Toggle(LifeFold.Table), Action.Back, InsightAction.Switch(false))
    camera.take("insights-off", me.state)
    me.act(InsightAction.Switch(true))
}

/** The same places in care mode, after the eighth week: what is about two is not there, and what is about one is. */
internal fun lifeInCareMode(camera: Camera, me: Traveller) {
    me.go(Place.Today)
    expect("today has nothing of a talk", me.state.home?.together == null)
    me.act(Action.Go(LifePlace.Together))
    expect("a talk is not there", me.state.life.together.view == null && me.state.trouble != null)
    me.act(Action.Go(Place.Practise), Action.Go(LifePlace.Support))
    expect("and no question is for two", me.state.life.support?.questions?.none { it.couple } == true)
    camera.take("support-care", me.state)
}
