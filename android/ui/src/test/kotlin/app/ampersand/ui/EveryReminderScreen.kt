/** Every screen of check-ins, pulses and reminders in every form it can take. */
package app.ampersand.ui

import app.ampersand.core.Asleep
import app.ampersand.core.CheckInNote
import app.ampersand.core.DropReason
import app.ampersand.core.DueItem
import app.ampersand.core.FireKind
import app.ampersand.core.Home
import app.ampersand.core.MissedItem
import app.ampersand.core.NotificationPermission
import app.ampersand.core.PreviewDrop
import app.ampersand.core.ProblemKind
import app.ampersand.core.ReminderItem
import app.ampersand.core.ReminderKind
import app.ampersand.core.RemindersView
import app.ampersand.core.RestingRule
import app.ampersand.core.RuleProblem

internal fun reminderScreens(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    firstRuns(me, keep)
    checkIns(rig, me, keep)
    pulses(rig, me, keep)
    making(me, keep)
    listing(rig, me, keep)
    todays(me, keep)
}

private fun firstRuns(me: Holder, keep: (String, State) -> Unit) {
    val first = me.state.copy(places = listOf(Place.FirstRun))
    keep("first run, with a time", first.run { copy(reminders = reminders.copy(first = ClockForm("20", "00"))) })
    keep("first run, with another time", first.run { copy(reminders = reminders.copy(first = ClockForm("7", "15"), firstOther = true)) })
}

private fun checkIns(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.CheckIn(null)))
    keep("check-in", me.state)
    rig.tap(me, "mood", 3)
    rig.tap(me, "energy", 2)
    keep("check-in, two answers", me.state)
    me.handle(CheckInAction.Open("mood"))
    me.handle(CheckInAction.AddWord)
    me.handle(CheckInAction.Feel("calm", true))
    me.handle(CheckInAction.LineTyped("A walk in the rain with my sister."))
    keep("check-in, with a word, and an answer to take back", me.state)
    keep("check-in, too many feelings", me.state.copy(trouble = Trouble(TroubleKind.TOO_MANY_FEELINGS)))
    me.handle(Action.Go(Place.Today))
    keep("today, check-in not saved", me.state)
    me.handle(Action.Go(Place.CheckIn(null)))
    me.handle(CheckInAction.Save)
    keep("check-in, saved", me.state.copy(unfolded = setOf(Fold.Days)))
    keep("check-in, saved, with care and came back", me.state.run { copy(checkIn = checkIn?.run { copy(care = help, saved = saved?.run { copy(remindersTold = false, strip = strip.copy(cameBack = true)) }) }) })
    me.handle(CheckInAction.Change)
    keep("check-in, changing", me.state)
    val today = checkNotNull(me.state.checkIn).day
    val yesterday = checkNotNull(me.state.checkIn).strip.days[26].day
    me.handle(Action.Go(Place.Today))
    me.handle(Action.Go(Place.CheckIn(yesterday)))
    keep("check-in, late", me.state)
    rig.tap(me, "mood", 1)
    me.handle(CheckInAction.Save)
    keep("check-in, late and saved", me.state)
    me.handle(Action.Go(Place.CheckIn("2026-10-30")))
    keep("check-in, an old day without one", me.state)
    rig.time.pass(3 * DAY)
    me.handle(Action.Go(Place.CheckIn(today)))
    keep("check-in, fixed", me.state)
    me.handle(CheckInAction.NoteTyped("It was the rain."))
    keep("check-in, a note", me.state.run { copy(checkIn = checkIn?.run { copy(view = view.copy(notes = listOf(CheckInNote(1_795_424_400_000, "It rained.")))) }) })
    keep("check-in, loading", me.state.copy(checkIn = null))
    me.handle(Action.Go(Place.Today))
}

private const val DAY = 86_400_000L

private fun pulses(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Pulse(null)))
    keep("pulse", me.state)
    listOf(3, 2, 1, 2, 3, 4, 2, 3).forEachIndexed { at, value -> rig.tap(me, "P${at + 1}", value) }
    keep("pulse, answered", me.state)
    me.handle(PulseAction.Save)
    keep("pulse, saved", me.state.copy(unfolded = setOf(Fold.Weeks)))
    keep("pulse, four weeks", me.state.run {
        copy(pulse = pulse?.run { copy(view = view.copy(weeks = view.weeks.map { it.copy(pattern = 50.0, strength = 75.0, patternOfFour = 47.9, strengthOfFour = 70.2) })) }, unfolded = setOf(Fold.Weeks))
    })
    keep("pulse, too few", me.state.run { copy(pulse = pulse?.run { copy(view = view.copy(weeks = view.weeks.map { it.copy(pattern = null, strength = null) })) }) })
    keep("pulse, fixed", me.state.run { copy(pulse = pulse?.run { copy(saved = null, view = view.copy(editable = false)) }) })
    keep("pulse, an old week without one", me.state.run { copy(pulse = pulse?.run { copy(saved = null, form = emptyMap(), view = view.copy(editable = false, answers = emptyList())) }) })
    keep("pulse, late", me.state.run { copy(pulse = pulse?.run { copy(changing = true, open = "P8", view = view.copy(late = true)) }) })
    me.handle(Action.Go(Place.Today))
}

private fun making(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Reminders))
    keep("reminders, none", me.state)
    me.handle(RuleAction.Open(null))
    keep("reminder, new", me.state)
    val form = checkNotNull(me.state.reminders.rule).form
    fun change(how: (RuleForm) -> RuleForm) = me.handle(RuleAction.Change(how(form)))
    for (choice in DaysChoice.entries.drop(1)) {
        change { it.copy(kind = ReminderKind.CUSTOM, label = "A glass of water", days = it.days.copy(choice = choice, weekdays = if (choice == DaysChoice.WEEKDAYS) emptySet() else FEW, nth = 5)) }
        keep("reminder, $choice", me.state)
    }
    change { it.copy(times = listOf(TimeForm(ClockForm("22", "30")), TimeForm(ClockForm("12", "0"), ClockForm("14", "0"), window = true)), nudge = true) }
    keep("reminder, two times, a window, more", me.state.copy(unfolded = setOf(Fold.MoreChoices)))
    keep("reminder, every problem", me.state.run {
        copy(reminders = reminders.copy(rule = reminders.rule?.run { copy(preview = preview?.run { copy(problems = ProblemKind.entries.map { RuleProblem(rule.orEmpty(), slots.first().id, it) }) }) }))
    })
    change { it.copy(times = listOf(TimeForm(ClockForm("25", "")))) }
    keep("reminder, no such time", me.state)
    me.handle(RuleAction.Change(form))
    me.handle(RuleAction.Save)
    keep("reminders, one saved", me.state)
    me.handle(RuleAction.Open(checkNotNull(me.state.reminders.view).rules.single().id))
    keep("reminder, changing", me.state)
    me.handle(RuleAction.AskDelete)
    keep("reminder, deleting", me.state)
    me.handle(Action.Back)
}

private fun listing(rig: Rig, me: Holder, keep: (String, State) -> Unit) {
    val view = checkNotNull(me.state.reminders.view)
    val rule = view.rules.single()
    fun with(permission: NotificationPermission = NotificationPermission.GRANTED, how: (RemindersView) -> RemindersView) =
        me.state.run { copy(unfolded = setOf(Fold.Dropped), reminders = reminders.copy(view = how(view), permission = permission)) }
    keep("reminders, denied", with(NotificationPermission.DENIED) { it })
    keep("reminders, unheard and missed", with { it.copy(unheard = 3u, missed = listOf(MissedItem(rule.id, rule.kind, "2026-11-25", 0u))) })
    keep("reminders, every reason", with { v ->
        v.copy(
            preview = v.preview.copy(dropped = DropReason.entries.map { PreviewDrop(ReminderItem(rule.id, rule.kind, 0u, FireKind.NUDGE), "2026-11-28", it) }),
            problems = ProblemKind.entries.map { RuleProblem(rule.id, 0u, it) },
        )
    })
    keep("reminders, resting", with { v -> v.copy(rules = listOf(null, "2026-12-02").map { rule.copy(asleep = Asleep(it)) }) })
    keep("reminders, switched off, and nothing to come", with { v -> v.copy(rules = listOf(rule.copy(enabled = false), rule.copy(next = null)), preview = v.preview.copy(fires = emptyList())) })
    keep("reminders, damaged", me.state.run { copy(reminders = reminders.copy(view = null, damaged = true)) })
    keep("reminders, loading", me.state.run { copy(reminders = reminders.copy(view = null)) })
    me.handle(Action.Go(Place.ReminderSettings))
    keep("reminder settings", me.state)
    me.handle(ReminderAction.Choices(ChoicesForm(quiet = true, from = ClockForm("19", "0"), to = ClockForm("23", "30"), limit = "1")))
    keep("reminder settings, quiet", me.state.copy(unfolded = setOf(Fold.Dropped)))
    me.handle(ReminderAction.Choices(ChoicesForm(limit = "99")))
    keep("reminder settings, too many", me.state.run { copy(reminders = reminders.copy(exact = ExactTimes.EXACT)) })
    keep("reminder settings, no choice of exact times", me.state.run { copy(reminders = reminders.copy(exact = ExactTimes.NO_CHOICE)) })
    rig.time.pass(1_000)
}

private fun todays(me: Holder, keep: (String, State) -> Unit) {
    me.handle(Action.Go(Place.Today))
    keep("today, with a reminder", me.state)
    val id = checkNotNull(me.state.reminders.view).rules.single().id
    fun with(how: (Home) -> Home) = me.state.copy(home = me.state.home?.let(how))
    keep("today, pulse due, came back, yesterday open", with { home ->
        home.copy(checkIn = home.checkIn.run { copy(todayAnswered = true, yesterdayOpen = true, pulseDue = true, strip = strip.copy(cameBack = true)) })
    })
    keep("today, due, missed, resting", with { home ->
        home.copy(
            reminders = home.reminders.copy(
                due = ReminderKind.entries.map { DueItem(id, it, home.day) },
                missed = listOf(MissedItem(id, ReminderKind.CUSTOM, "2026-11-25", 0u)),
                asleep = listOf(RestingRule(id, ReminderKind.DAILY_CHECK_IN, "2026-12-02")),
            ),
        )
    })
    keep("today, reminders unread", with { home -> home.copy(reminders = home.reminders.copy(next = null, unreadable = true)) })
}
