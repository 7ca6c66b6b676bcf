/**
 * The tour: the real screens over the real core and a real vault in a fresh folder, from the first minute to a second Check five weeks later, a
 * month of writing, a year of reminders over two clock changes and the date line, and eight weeks of practising, with every stop drawn and every stop
 * checked. It is how the app can be looked at where there is no display.
 */
package app.ampersand.preview

import app.ampersand.core.ChangeReport
import app.ampersand.core.LifeEvent
import app.ampersand.core.RetestOffer
import app.ampersand.core.SafetyAnswer
import app.ampersand.ui.Action
import app.ampersand.ui.AfterSafety
import app.ampersand.ui.Drawn
import app.ampersand.ui.Fold
import app.ampersand.ui.LOOKS
import app.ampersand.ui.Place
import app.ampersand.ui.State
import java.io.File
import java.nio.file.Files
import java.time.Instant
import java.time.ZoneId

internal val NEW_YORK: ZoneId = ZoneId.of("America/New_York")
internal const val AMERICAN = "en-US"

/** A Sunday morning, a week before the clocks go back there. */
private val BEGIN = Instant.parse("2026-10-25T14:30:00Z").toEpochMilli()

/** The first evening of a month. */
private val MONTH_BEGIN = Instant.parse("2026-11-02T01:10:00Z").toEpochMilli()

/** How many questions are answered before the app is ended in the middle of one Check. */
private const val HALF_WAY = 12

/** Draws into [folder] and hands back the pictures; throws [TourException] where something is not as it should be. */
fun tour(folder: File, looks: List<Drawn> = LOOKS): List<File> {
    val camera = Camera(folder, looks, NEW_YORK, AMERICAN)
    inFreshFolder { home -> fiveWeeks(camera, Traveller(home, BEGIN, NEW_YORK, AMERICAN)) }
    inFreshFolder { home -> aMonthOfWriting(camera, Traveller(home, MONTH_BEGIN, NEW_YORK, AMERICAN), home) }
    inFreshFolder { home -> aYearOfReminders(camera, Traveller(home, SPRING, BERLIN, AMERICAN), home) }
    inFreshFolder { home -> eightWeeks(camera, Traveller(home, WEEKS_BEGIN, NEW_YORK, AMERICAN)) }
    inFreshFolder { home -> careMode(camera, Traveller(home, BEGIN, NEW_YORK, AMERICAN)) }
    inFreshFolder { home -> shutDoors(camera, home, BEGIN) }
    camera.checkAll()
    return camera.pictures
}

private fun inFreshFolder(story: (File) -> Unit) {
    val home = Files.createTempDirectory("ampersand-tour").toFile()
    try {
        story(home)
    } finally {
        home.deleteRecursively()
    }
}

private fun fiveWeeks(camera: Camera, me: Traveller) {
    firstMinute(camera, me)
    firstCheck(camera, me)
    firstResult(camera, me)
    aroundTheApp(camera, me)
    halfACheck(camera, me)
    checkAgain(camera, me)
    me.stop()
}

private fun firstMinute(camera: Camera, me: Traveller) {
    camera.take("opening", State())
    me.start()
    me.expectOpen()
    expect("a new vault begins with the first run", me.state.place == Place.FirstRun)
    camera.take("first-run", me.state)
    me.act(Action.NameTyped("Ana"), Action.FinishFirstRun)
    expect("the first run leads to today, and the name is kept", me.state.place == Place.Today && me.state.home?.name == "Ana")
    expect("the first thing on offer is the Check", me.state.home?.retest is RetestOffer.First)
    camera.take("today-first", me.state)
    camera.take("loading", me.state.copy(home = null))
    me.go(Place.More)
    me.go(Place.Runs)
    expect("there are no Checks yet", me.state.runs?.runs?.isEmpty() == true)
    camera.take("runs-empty", me.state)
}

private fun firstCheck(camera: Camera, me: Traveller) {
    me.go(Place.Check)
    camera.take("check", me.state)
    me.act(Action.Begin(fresh = false))
    expect("the first question is on the screen", me.state.walk?.index == 0)
    camera.take("question", me.state)
    repeat(4) { me.answer(value = ::before) }
    me.answer { null }
    me.act(Action.Back, Action.Back)
    expect("two back from the sixth is the fourth, with its answer", me.state.walk?.index == 3 && me.question?.id?.let { me.state.walk?.answers?.get(it)?.value == before(it) } == true)
    camera.take("question-answered", me.state)
    repeat(2) { me.act(Action.Onward(expected(me.question, "a question is on the screen").id)) }
    me.answerTheRest { if (it == "SS3") null else before(it) }
    expect("after the last question comes the review", me.state.place is Place.Review)
    expect("two were skipped, and nothing is asked about the rest", me.state.review?.let { it.skipped == 2u && it.answered == 36u && !it.ask } == true)
    me.act(Action.Tag(LifeEvent.MOVED, on = true))
    camera.take("review", me.state)
    me.act(Action.Finish)
    expect("before the first result comes the private page", me.state.place is Place.Safety)
    camera.take("safety", me.state)
}

private fun firstResult(camera: Camera, me: Traveller) {
    repeat(5) { me.act(Action.AnswerSafety(it, SafetyAnswer.NO)) }
    me.act(Action.HandOverSafety)
    expect("five times no opens the result", me.state.place is Place.Result && me.state.result?.care == null)
    expect("a first result has nothing to be compared with", me.state.result?.change is ChangeReport.FirstRun)
    camera.take("result", me.state)
    val before = me.scores()
    val area = expected(me.state.result?.suggestions?.firstOrNull(), "there is something to practise").need.area
    if ((me.state.result?.chooseBetween?.size ?: 0) > 1) me.act(Action.Pick(area))
    val scale = expected(me.state.result, "a result").scales.first().result.scale
    me.act(Action.Toggle(Fold.HowWorkedOut), Action.Toggle(Fold.ScaleNumbers(scale)), Action.Toggle(Fold.Why(area)))
    camera.take("result-unfolded", me.state)
    val place = me.state.place
    me.restart()
    me.expectOpen()
    expect("after a restart it is no first run", me.state.place == Place.Today && me.state.home?.firstRun == false)
    me.go(place)
    expect("after a restart the result is the same", me.scores() == before)
    me.act(Action.Go(Place.Today))
    expect("a new Check so soon makes no sense", me.state.home?.retest is RetestOffer.TooSoon)
    camera.take("today-rest", me.state)
}

private fun aroundTheApp(camera: Camera, me: Traveller) {
    me.go(Place.Check)
    camera.take("check-too-soon", me.state)
    me.go(Place.More)
    camera.take("more", me.state)
    me.go(Place.Runs)
    val run = expected(me.state.runs?.runs?.singleOrNull(), "one finished Check")
    me.act(Action.Exclude(run.id))
    expect("left out of what has changed", me.state.runs?.runs?.single()?.counts == false)
    me.act(Action.Include(run.id), Action.AskDelete(run.id))
    expect("in again", me.state.runs?.runs?.single()?.counts == true)
    camera.take("runs-delete", me.state)
    me.act(Action.CancelDelete)
    me.go(Place.Help)
    expect("there are lines for the region", me.state.help?.lines?.isNotEmpty() == true)
    camera.take("help", me.state)
    me.act(Action.Toggle(Fold.Regions))
    camera.take("help-regions", me.state)
    me.act(Action.Toggle(Fold.Regions), Action.Go(Place.More), Action.Go(Place.Safety(AfterSafety.Return)), Action.SkipSafety)
    expect("whoever skips is offered support, and nothing else changes", me.state.safety.outcome?.let { it.showSupport && !it.careMode } == true)
    camera.take("safety-support", me.state)
    me.act(Action.LeaveSafety)
    expect("and is back where they were", me.state.place == Place.More)
}

private fun halfACheck(camera: Camera, me: Traveller) {
    me.pass(29 * A_DAY)
    me.go(Place.Today)
    expect("after 29 days a new Check is possible", me.state.home?.retest is RetestOffer.Possible)
    camera.take("today-possible", me.state)
    me.act(Action.Go(Place.Check), Action.Begin(fresh = false))
    repeat(HALF_WAY) { me.answer(value = ::after) }
    me.restart()
    expect("a restart finds the half-finished Check", me.state.home?.draft?.answered == HALF_WAY.toUInt())
    camera.take("today-resume", me.state)
    me.go(Place.Check)
    camera.take("check-resume", me.state)
    me.act(Action.Resume(expected(me.state.overview?.draft, "a draft").run))
    expect("it goes on with the first question that has no answer", me.state.walk?.index == HALF_WAY)
    me.answer(value = ::after)
    me.act(Action.Pause)
    expect("a pause leads to today", me.state.place == Place.Today && me.state.home?.draft?.answered == HALF_WAY.toUInt() + 1u)
}

private fun checkAgain(camera: Camera, me: Traveller) {
    me.pass(6 * A_DAY)
    me.go(Place.Check)
    expect("after two days a draft is kept aside, not resumed", me.state.overview?.let { it.draft == null && it.keptDrafts.size == 1 } == true)
    camera.take("check-kept", me.state)
    me.act(Action.Begin(fresh = false))
    me.answerTheRest(value = ::after)
    me.act(Action.Finish)
    val change = me.state.result?.change
    expect("five weeks later there is something to compare", change is ChangeReport.Compared && change.daysBetween == 35u)
    camera.take("result-change", me.state)
    me.act(Action.Go(Place.Check))
    expect("two Checks that count give a choice to compare with", me.state.overview?.mayChooseBaseline == true)
    me.go(Place.More)
    camera.take("more-baseline", me.state)
}

/** How somebody answers at first: [plain] to the questions about a habit, [turned] to those that ask for its other side. */
private class Habit(val plain: Int, val turned: Int = plain) {
    fun answer(item: String) = if (item.last() in TURNED) turned else plain
}

/** The last two questions of each pattern ask for its other side. */
private val TURNED = '5'..'6'

private val BEFORE = mapOf(
    "EF" to Habit(3, turned = 1),
    "SS" to Habit(3, turned = 0),
    "ES" to Habit(2),
    "CC" to Habit(1, turned = 3),
    "ST" to Habit(1),
    "CN" to Habit(3),
    "OC" to Habit(2),
)

/** The same five weeks later. */
private val AFTER = BEFORE + mapOf("EF" to Habit(1, turned = 4), "SS" to Habit(2), "ST" to Habit(3), "OC" to Habit(3))

internal fun before(item: String): Int = BEFORE[item.take(2)]?.answer(item) ?: if (item == "BP") 1 else 2

private fun after(item: String): Int = AFTER[item.take(2)]?.answer(item) ?: 3
