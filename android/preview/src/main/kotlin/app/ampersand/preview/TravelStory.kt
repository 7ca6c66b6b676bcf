/**
 * The reminders' part of the tour: somebody sets a few, lives through both clock changes of a year and flies over the date line, with the plan looked at
 * each time; a week of check-ins and the pulse; a phone that was off, one that holds them back, and coming back.
 */
package app.ampersand.preview

import app.ampersand.core.DropReason
import app.ampersand.core.NotificationPermission
import app.ampersand.core.PreviewFire
import app.ampersand.core.ProblemKind
import app.ampersand.core.ReminderKind
import app.ampersand.ui.Action
import app.ampersand.ui.ChoicesForm
import app.ampersand.ui.ClockForm
import app.ampersand.ui.CheckInAction
import app.ampersand.ui.DaysChoice
import app.ampersand.ui.DaysForm
import app.ampersand.ui.Fold
import app.ampersand.ui.Place
import app.ampersand.ui.PulseAction
import app.ampersand.ui.ReminderAction
import app.ampersand.ui.RuleAction
import app.ampersand.ui.RuleForm
import app.ampersand.ui.TimeForm
import java.io.File
import java.time.Instant
import java.time.ZoneId

internal val BERLIN: ZoneId = ZoneId.of("Europe/Berlin")
private val AUCKLAND: ZoneId = ZoneId.of("Pacific/Auckland")
private val HONOLULU: ZoneId = ZoneId.of("Pacific/Honolulu")

/** A Monday morning, six days before the clocks go forward there. */
internal val SPRING = Instant.parse("2026-03-23T09:00:00Z").toEpochMilli()

internal fun aYearOfReminders(camera: Camera, me: Traveller, home: File) {
    theFirstTime(camera, me)
    whatWouldCome(camera, me)
    overTheSpringChange(camera, me)
    aWeek(camera, me)
    theWeekInTwoLines(camera, me)
    off(camera, me)
    comingBack(camera, me)
    quietHours(camera, me)
    overTheAutumnChange(camera, me)
    overTheDateLine(camera, me)
    whatStandsInTheWay(camera, me, home)
}

private fun theFirstTime(camera: Camera, me: Traveller) {
    me.start()
    me.phone.allowed = NotificationPermission.DENIED
    me.act(ReminderAction.First(ClockForm("20", "00")))
    camera.take("first-run-reminder", me.state)
    me.act(Action.FinishFirstRun)
    expect("after the first time is set the system is asked", me.phone.allowed == NotificationPermission.GRANTED)
    expect("the first one is this evening", me.state.home?.reminders?.next?.let { it.localDate == "2026-03-23" && it.localTime == "20:00" } == true)
    camera.take("today-reminder", me.state)
}

private fun whatWouldCome(camera: Camera, me: Traveller) {
    me.go(Place.Reminders)
    me.act(RuleAction.Open(null))
    val form = expected(me.state.reminders.rule, "a page to make one on").form
    me.act(RuleAction.Change(form.copy(kind = ReminderKind.CUSTOM, label = "Tea, and bed", fade = false, times = listOf(TimeForm(ClockForm("2", ""))))))
    expect("half a time is no time, and the page says so", me.state.reminders.rule?.refused != null)
    camera.take("reminder-no-time", me.state)
    changeRule(me) { it.copy(times = listOf(TimeForm(ClockForm("2", "30")))) }
    val fires = draftFires(me)
    expect("fourteen are told before it is saved, and nothing of it is kept", fires.size == 14 && me.state.reminders.view?.rules?.size == 1)
    expect("the night without half past two has half past three", fires.single { it.localDate == "2026-03-29" }.localTime == "03:30")
    expect("the others have it", fires.filter { it.localDate != "2026-03-29" }.all { it.localTime == "02:30" })
    camera.take("reminder-spring", me.state)
    me.act(RuleAction.Save)
    expect("it is saved under its name", me.state.place == Place.Reminders && me.state.reminders.labels.values.toList() == listOf("Tea, and bed"))
    camera.take("reminders", me.state)
    me.act(RuleAction.Open(null))
    changeRule(me) { it.copy(kind = ReminderKind.WEEKLY_PULSE, times = listOf(TimeForm(ClockForm("17", "00"), ClockForm("19", "00"), window = true)), days = DaysForm(DaysChoice.WEEKDAYS, setOf(7))) }
    expect("a window has a minute of its own each week", draftFires(me).let { all -> all.all { it.localTime in "17:00".."18:59" } && all.map { it.localTime }.distinct().size > 1 })
    camera.take("reminder-window", me.state)
    me.act(RuleAction.Save)
}

private fun changeRule(me: Traveller, how: (RuleForm) -> RuleForm) =
    me.act(RuleAction.Change(how(expected(me.state.reminders.rule, "a page to make one on").form)))

private fun draftFires(me: Traveller): List<PreviewFire> = expected(me.state.reminders.rule?.preview, "what would come").fires

private fun planned(me: Traveller): List<PreviewFire> {
    me.act(Action.Go(Place.Today))
    me.go(Place.Reminders)
    return expected(me.state.reminders.view, "the reminders").preview.fires
}

/** The one of somebody's own goes again: it has shown what it was for. */
private fun overTheSpringChange(camera: Camera, me: Traveller) {
    me.until("2026-03-28T20:30:00Z")
    me.checkIn("2026-03-28", 2)
    val evenings = checkIns(me)
    expect("eight in the evening stays eight in the evening over the change", evenings.all { it.localTime == "20:00" })
    expect("which is an hour sooner by the sun", evenings.first { it.localDate == "2026-03-29" }.at == Instant.parse("2026-03-29T18:00:00Z").toEpochMilli())
    me.act(Action.Toggle(Fold.Dropped))
    camera.take("reminders-spring", me.state)
    me.act(Action.Toggle(Fold.Dropped))
    val own = expected(me.state.reminders.view?.rules?.find { it.kind == ReminderKind.CUSTOM }, "one of somebody's own")
    me.act(RuleAction.Open(own.id), RuleAction.AskDelete)
    camera.take("reminder-delete", me.state)
    me.act(RuleAction.ConfirmDelete)
    expect("it is gone, and so is its name", me.state.reminders.view?.rules?.size == 2 && me.state.reminders.labels.isEmpty())
}

private fun aWeek(camera: Camera, me: Traveller) {
    me.until("2026-03-30T18:01:00Z")
    me.tapNotice()
    expect("a tapped reminder leads to the day it asked about", me.state.place == Place.CheckIn("2026-03-30") && me.state.checkIn?.day == "2026-03-30")
    camera.take("check-in", me.state)
    me.tap("mood", 3)
    me.tap("energy", 1)
    camera.take("check-in-half", me.state)
    me.tap("needs", 2)
    me.tap("yes_meaning_no", 1)
    me.tap("own_time", 1)
    me.act(CheckInAction.AddWord, CheckInAction.Feel("calm", true), CheckInAction.LineTyped("We said good night without a fight."))
    camera.take("check-in-word", me.state)
    me.act(CheckInAction.Save)
    expect("it is saved, and the reminders know", me.state.checkIn?.saved?.remindersTold == true)
    camera.take("check-in-saved", me.state)
    listOf("03-31" to 2, "04-01" to 4, "04-02" to 3).forEach { (day, mood) ->
        me.until("2026-${day}T18:30:00Z")
        me.checkIn("2026-$day", mood)
    }
    // Friday passes without an answer, and Saturday morning is not too late for it
    me.until("2026-04-04T08:00:00Z")
    me.away(0)
    me.act(Action.Go(Place.Today))
    expect("yesterday is still open", me.state.home?.checkIn?.yesterdayOpen == true)
    camera.take("today-yesterday-open", me.state)
    me.go(Place.CheckIn("2026-04-03"))
    camera.take("check-in-late", me.state)
    me.tap("mood", 1)
    me.act(CheckInAction.Save)
    expect("it counts for yesterday", me.state.checkIn?.strip?.days?.takeLast(2)?.map { it.answered } == listOf(true, false))
    me.checkIn("2026-04-04", 3)
    me.until("2026-04-05T18:30:00Z")
    me.checkIn("2026-04-05", 4)
    me.act(Action.Go(Place.Today))
    expect("eight days of twenty-eight", me.state.home?.checkIn?.strip?.answered == 8u)
    camera.take("today-checked-in", me.state)
}

private fun theWeekInTwoLines(camera: Camera, me: Traveller) {
    val pulses = listOf(listOf(3, 3, 2, 3, 1, 1, 2, 1), listOf(2, 3, 2, 2, 2, 1, 2, 2), listOf(2, 2, 1, 2, 2, 3, 3, 2), listOf(1, 2, 1, 1, 3, 3, 3, 3))
    pulses.forEachIndexed { week, answers ->
        if (week > 0) me.pass(7 * A_DAY)
        me.act(Action.Go(Place.Today))
        me.go(Place.Pulse(null))
        if (week == 0) camera.take("pulse", me.state)
        answers.forEachIndexed { at, value -> me.tapPulse("P${at + 1}", value) }
        if (week == 0) camera.take("pulse-answered", me.state)
        me.act(PulseAction.Save)
        if (week == 0) {
            expect("one week has no mean of four", expected(me.state.pulse, "a pulse").view.weeks.last().let { it.pattern != null && it.patternOfFour == null })
            camera.take("pulse-first", me.state)
        }
    }
    expect("four weeks have one", expected(me.state.pulse, "a pulse").view.weeks.last().patternOfFour != null)
    me.act(Action.Toggle(Fold.Weeks))
    camera.take("pulse-four-weeks", me.state)
    me.act(Action.Toggle(Fold.Weeks))
}

/** Switched off before eight in the evening, on again the day after next. */
private fun off(camera: Camera, me: Traveller) {
    me.until("2026-05-04T10:00:00Z")
    me.checkIn("2026-05-04", 2)
    me.until("2026-05-05T17:00:00Z")
    me.off(A_DAY + 22 * HOUR)
    expect("after two days off nothing bursts in", me.phone.notices.isEmpty())
    me.act(Action.Go(Place.Today))
    expect("what came too late is told in the app", me.state.home?.reminders?.missed?.isNotEmpty() == true)
    camera.take("today-missed", me.state)
    me.go(Place.Reminders)
    camera.take("reminders-missed", me.state)
    me.act(ReminderAction.SeenMissed)
    expect("seen, they are off the list", me.state.reminders.view?.missed?.isEmpty() == true)
}

private fun comingBack(camera: Camera, me: Traveller) {
    me.until("2026-05-10T16:00:00Z")
    me.act(Action.Go(Place.Today))
    me.go(Place.CheckIn(null))
    me.tap("mood", 2)
    me.act(CheckInAction.Save)
    expect("after some days somebody came back", me.state.checkIn?.strip?.cameBack == true)
    camera.take("check-in-came-back", me.state)
}

private fun quietHours(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Today))
    me.go(Place.Reminders)
    me.go(Place.ReminderSettings)
    val quiet = ChoicesForm(quiet = true, from = ClockForm("19", "00"), to = ClockForm("07", "00"))
    me.act(ReminderAction.Choices(quiet))
    expect("what quiet hours would swallow is told before they are saved", me.state.reminders.choices?.preview?.problems?.any { it.kind == ProblemKind.QUIET_SWALLOWS } == true)
    expect("with the reason for each day", me.state.reminders.choices?.preview?.dropped?.any { it.reason == DropReason.QUIET_HOURS } == true)
    me.act(Action.Toggle(Fold.Dropped))
    camera.take("reminder-settings-quiet", me.state)
    me.act(Action.Toggle(Fold.Dropped), ReminderAction.Choices(quiet.copy(from = ClockForm("22", "00"), limit = "0")))
    expect("none a day is refused", me.state.reminders.choices?.refused != null)
    camera.take("reminder-settings-limit", me.state)
    me.act(ReminderAction.Choices(quiet.copy(from = ClockForm("22", "00"), limit = "2")), ReminderAction.SaveChoices)
    expect("saved", me.state.reminders.view?.settings?.let { it.quiet?.start == "22:00" && it.maxPerDay == 2u } == true)
}

/** A summer without an answer: it asks less and less often, and then rests. */
private fun overTheAutumnChange(camera: Camera, me: Traveller) {
    me.until("2026-10-20T10:00:00Z")
    me.act(Action.Go(Place.Today))
    val resting = expected(me.state.home?.reminders?.asleep?.find { it.kind == ReminderKind.DAILY_CHECK_IN }, "what nobody answers rests")
    camera.take("today-resting", me.state)
    me.act(ReminderAction.BringBack(resting.rule))
    expect("brought back, it asks again", me.state.home?.reminders?.asleep?.none { it.rule == resting.rule } == true)
    me.until("2026-10-23T10:00:00Z")
    me.go(Place.Reminders)
    me.act(RuleAction.Open(resting.rule))
    changeRule(me) { it.copy(times = listOf(TimeForm(ClockForm("20", "00")), TimeForm(ClockForm("02", "30")))) }
    camera.take("reminder-problem", me.state)
    expect("what lies in quiet hours for good is told before it is saved", me.state.reminders.rule?.preview?.problems?.singleOrNull()?.kind == ProblemKind.QUIET_SWALLOWS)
    me.act(Action.Back)
    me.go(Place.ReminderSettings)
    me.act(ReminderAction.Choices(expected(me.state.reminders.choices, "settings").form.copy(quiet = false)), ReminderAction.SaveChoices)
    me.act(RuleAction.Open(resting.rule))
    changeRule(me) { it.copy(times = listOf(TimeForm(ClockForm("20", "00")), TimeForm(ClockForm("02", "30")))) }
    expect("the night with two half past twos has one of them", draftFires(me).count { it.localDate == "2026-10-25" && it.localTime == "02:30" } == 1)
    expect("the first of the two", draftFires(me).first { it.localDate == "2026-10-25" && it.localTime == "02:30" }.at == Instant.parse("2026-10-25T00:30:00Z").toEpochMilli())
    camera.take("reminder-autumn", me.state)
    me.act(Action.Back)
    val evenings = checkIns(me)
    expect("and eight in the evening stays eight in the evening", evenings.isNotEmpty() && evenings.all { it.localTime == "20:00" })
    camera.take("reminders-autumn", me.state)
}

private fun overTheDateLine(camera: Camera, me: Traveller) {
    me.until("2026-10-26T02:00:00Z")
    me.act(Action.Go(Place.Today))
    expect("at three in the morning the day before is not over", me.today() == "2026-10-25")
    me.fly(AUCKLAND)
    expect("in Auckland it is the afternoon of the next", me.today() == "2026-10-26")
    expect("and eight in the evening is that of Auckland", checkIns(me).first().let { it.localDate == "2026-10-26" && it.at == Instant.parse("2026-10-26T07:00:00Z").toEpochMilli() })
    camera.take("reminders-auckland", me.state, me.zone)
    me.until("2026-10-26T03:00:00Z")
    me.checkIn("2026-10-26", 3)
    me.until("2026-10-26T05:00:00Z")
    me.fly(HONOLULU)
    expect("westward over the date line it is the day before again", me.today() == "2026-10-25")
    camera.take("today-honolulu", me.state, me.zone)
    val next = checkIns(me)
    expect("what was answered for tomorrow stays answered", next.none { it.day == "2026-10-26" })
    expect("and eight in the evening is that of Honolulu", next.first().let { it.localDate == "2026-10-27" && it.at == Instant.parse("2026-10-28T06:00:00Z").toEpochMilli() })
    camera.take("reminders-honolulu", me.state, me.zone)
    me.fly(BERLIN)
}

private fun Traveller.today() = expected(state.home, "home").day

private fun checkIns(me: Traveller) = planned(me).filter { fire -> fire.items.any { it.kind == ReminderKind.DAILY_CHECK_IN } }

private fun whatStandsInTheWay(camera: Camera, me: Traveller, home: File) {
    me.phone.allowed = NotificationPermission.DENIED
    me.go(Place.Reminders)
    camera.take("reminders-denied", me.state)
    me.act(ReminderAction.AllowNotifications)
    expect("allowed again", me.state.reminders.permission == NotificationPermission.GRANTED)
    me.phone.forget()
    me.until("2026-11-02T10:00:00Z")
    me.phone.changed()
    me.act(Action.Go(Place.Today))
    me.go(Place.Reminders)
    expect("what the phone held back is counted", (me.state.reminders.view?.unheard ?: 0u) > 0u)
    camera.take("reminders-unheard", me.state)
    me.stop()
    val file = File(home, "vault/reminders.db")
    file.writeBytes(ByteArray(file.length().toInt()) { 1 })
    listOf("reminders.db-wal", "reminders.db-shm").forEach { File(home, "vault/$it").delete() }
    me.start()
    expect("home stands without them", me.state.place == Place.Today && me.state.home?.reminders?.unreadable == true)
    camera.take("today-reminders-unread", me.state)
    me.go(Place.Reminders)
    expect("and the list says that they cannot be read", me.state.reminders.damaged)
    camera.take("reminders-damaged", me.state)
    me.act(ReminderAction.StartOver)
    expect("new ones begin, and the damaged file is kept", me.state.reminders.view?.rules?.isEmpty() == true && File(home, "vault").list().orEmpty().any { it.startsWith("reminders.db.damaged") })
    camera.take("reminders-empty", me.state)
    me.stop()
}
