package app.ampersand.ui

import app.ampersand.core.Completion
import app.ampersand.core.DropReason
import app.ampersand.core.FireId
import app.ampersand.core.FireKind
import app.ampersand.core.FireOutcome
import app.ampersand.core.NotificationPermission
import app.ampersand.core.OpenTarget
import app.ampersand.core.Platform
import app.ampersand.core.ProblemKind
import app.ampersand.core.ReminderItem
import app.ampersand.core.ReminderKind
import app.ampersand.core.Repeat
import app.ampersand.core.SlotTime
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import java.io.File

/** Reminders on the real core, without any screen. */
class ReminderTest {
    @get:Rule val rig = Rig()

    private fun Holder.rule() = checkNotNull(state.reminders.rule) { "no page: ${state.trouble}" }

    private fun Holder.view() = checkNotNull(state.reminders.view) { "no list: ${state.trouble}" }

    private fun Holder.change(how: (RuleForm) -> RuleForm) = handle(RuleAction.Change(how(rule().form)))

    private fun Holder.new(how: (RuleForm) -> RuleForm = { it }) = apply {
        handle(Action.Go(Place.Reminders))
        handle(RuleAction.Open(null))
        change(how)
    }

    private fun Holder.made(how: (RuleForm) -> RuleForm = { it }) = apply {
        new(how)
        handle(RuleAction.Save)
        assertEquals("${state.trouble}", Place.Reminders, state.place)
    }

    @Test fun `the first run sets the first one only when a time is chosen, and then asks the system`() {
        rig.port.permission = NotificationPermission.DENIED
        val me = rig.holder().apply { handle(Action.Start) }
        me.handle(ReminderAction.First(ClockForm("20", "00")))
        me.handle(Action.FinishFirstRun)
        assertEquals(Place.Today, me.state.place)
        val rule = rig.reminders.view(rig.context()).rules.single()
        assertEquals(ReminderKind.DAILY_CHECK_IN to listOf(SlotTime.At("20:00")), rule.kind to rule.slots.map { it.time })
        assertEquals(1, rig.port.asked)
        assertEquals("20:00", me.state.home?.reminders?.next?.localTime)
    }

    @Test fun `who wants none has none, and is not asked`() {
        rig.port.permission = NotificationPermission.DENIED
        val me = rig.settled()
        assertTrue(rig.reminders.view(rig.context()).rules.isEmpty())
        assertEquals(0 to Place.Today, rig.port.asked to me.state.place)
    }

    @Test fun `a time that is none keeps the first run open, and a second try makes one rule`() {
        val me = rig.holder().apply { handle(Action.Start) }
        me.handle(ReminderAction.First(ClockForm("25", "00"), other = true))
        me.handle(Action.FinishFirstRun)
        assertEquals(TroubleKind.BAD_TIME to Place.FirstRun, me.state.trouble?.kind to me.state.place)
        me.handle(ReminderAction.First(ClockForm("7", "5"), other = true))
        me.handle(Action.NameTyped("a".repeat(61)))
        me.handle(Action.FinishFirstRun)
        assertEquals(TroubleKind.NAME_TOO_LONG, me.state.trouble?.kind)
        me.handle(Action.NameTyped("Ana"))
        me.handle(Action.FinishFirstRun)
        assertEquals(listOf("07:05"), rig.reminders.view(rig.context()).rules.flatMap { rule -> rule.slots.map { (it.time as SlotTime.At).at } })
    }

    @Test fun `what would come stands there before anything is saved`() {
        val me = rig.settled().new { it.copy(times = listOf(TimeForm(ClockForm("18", "00"))), fade = false) }
        val preview = checkNotNull(me.rule().preview)
        assertEquals(14, preview.fires.size)
        assertEquals(listOf("18:00"), preview.fires.map { it.localTime }.distinct())
        assertTrue("nothing is kept", rig.reminders.view(rig.context()).rules.isEmpty())
        assertEquals(0, rig.port.changes)
        me.change { it.copy(days = it.days.copy(choice = DaysChoice.FEW_A_WEEK, weekdays = FEW)) }
        assertEquals(listOf("2026-11-23", "2026-11-25", "2026-11-27", "2026-11-30"), checkNotNull(me.rule().preview).fires.take(4).map { it.localDate })
        me.handle(RuleAction.Save)
        assertEquals(Repeat.Weekdays(listOf(1u, 3u, 5u)), me.view().rules.single().repeat)
        assertEquals(Said.ReminderSaved to 1, me.state.said to rig.port.changes)
    }

    @Test fun `problems are told before saving, by the time they are about, and hinder nobody`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.Reminders))
        me.handle(Action.Go(Place.ReminderSettings))
        me.handle(ReminderAction.Choices(ChoicesForm(quiet = true)))
        me.handle(ReminderAction.SaveChoices)
        assertEquals("22:00" to "07:00", me.view().settings.quiet?.run { start to end })
        me.new { it.copy(times = listOf(TimeForm(ClockForm("20", "0")), TimeForm(ClockForm("23", "0")))) }
        val preview = checkNotNull(me.rule().preview)
        val problem = preview.problems.single()
        assertEquals(ProblemKind.QUIET_SWALLOWS, problem.kind)
        assertEquals(SlotTime.At("23:00"), preview.slots.single { it.id == problem.slot }.time)
        assertTrue(preview.dropped.isNotEmpty() && preview.dropped.all { it.reason == DropReason.QUIET_HOURS })
        me.handle(RuleAction.Save)
        assertEquals(1, me.view().rules.size)
        assertEquals(1, me.view().problems.size)
    }

    @Test fun `what cannot be is refused on the page, with its reason, and nothing is saved`() {
        val me = rig.settled().new()
        val plain = me.rule().form
        val odd = DaysForm(day = "2026-11-23")
        val cases = listOf<Pair<TroubleKind, (RuleForm) -> RuleForm>>(
            TroubleKind.BAD_TIME to { it.copy(times = listOf(TimeForm(ClockForm("", "30")))) },
            TroubleKind.BAD_TIME to { it.copy(times = listOf(TimeForm(ClockForm("24", "0")))) },
            TroubleKind.END_BEFORE_START to { it.copy(times = listOf(TimeForm(ClockForm("19", "0"), ClockForm("18", "0"), window = true))) },
            TroubleKind.HOLDS_DAY_START to { it.copy(times = listOf(TimeForm(ClockForm("3", "0"), ClockForm("5", "0"), window = true))) },
            TroubleKind.TIMES_COUNT to { it.copy(times = emptyList()) },
            TroubleKind.TIMES_COUNT to { it.copy(times = List(9) { at -> TimeForm(ClockForm("1$at", "0")) }) },
            TroubleKind.NO_DAYS to { it.copy(days = odd.copy(choice = DaysChoice.WEEKDAYS)) },
            TroubleKind.EVERY_DAYS_RANGE to { it.copy(days = odd.copy(choice = DaysChoice.EVERY_DAYS, every = "0")) },
            TroubleKind.EVERY_DAYS_RANGE to { it.copy(days = odd.copy(choice = DaysChoice.EVERY_DAYS, every = "many")) },
            TroubleKind.MONTH_DAY_RANGE to { it.copy(days = odd.copy(choice = DaysChoice.DAY_OF_MONTH, monthDay = "32")) },
            TroubleKind.NTH_RANGE to { it.copy(days = odd.copy(choice = DaysChoice.NTH_WEEKDAY, nth = 6)) },
            TroubleKind.BAD_DAY to { it.copy(days = odd.copy(choice = DaysChoice.ONCE, day = "tomorrow")) },
            TroubleKind.DATE_OUT_OF_RANGE to { it.copy(days = odd.copy(choice = DaysChoice.EVERY_DAYS, day = "1850-01-01")) },
            TroubleKind.GRACE_RANGE to { it.copy(grace = "0") },
            TroubleKind.NUDGE_RANGE to { it.copy(nudge = true, nudgeAfter = "5") },
        )
        for ((kind, how) in cases) {
            me.handle(RuleAction.Change(how(plain)))
            assertEquals(kind, me.rule().refused?.kind)
            me.handle(RuleAction.Save)
            assertEquals(kind, me.state.trouble?.kind)
            assertEquals("still on the page", Place.Rule(null), me.state.place)
        }
        assertTrue(rig.reminders.view(rig.context()).rules.isEmpty())
        me.handle(RuleAction.Change(plain))
        assertNull("whole again", me.rule().refused)
    }

    @Test fun `a name is kept in the vault alone`() {
        val me = rig.settled().made { it.copy(kind = ReminderKind.CUSTOM, label = " Tea with Mira ") }
        assertEquals(listOf("Tea with Mira"), me.state.reminders.labels.values.toList())
        val files = rig.folder.listFiles().orEmpty().filter { it.name.startsWith("reminders.db") }
        assertTrue("there is a file", files.isNotEmpty())
        files.forEach { assertFalse("${it.name} tells the name", it.readBytes().toString(Charsets.ISO_8859_1).contains("Mira")) }
        me.new { it.copy(kind = ReminderKind.CUSTOM, label = "a".repeat(41)) }
        me.handle(RuleAction.Save)
        assertEquals(TroubleKind.LABEL_TOO_LONG, me.state.trouble?.kind)
    }

    @Test fun `a time that stays keeps its id`() {
        val me = rig.settled().made { it.copy(times = listOf(TimeForm(ClockForm("9", "0")), TimeForm(ClockForm("20", "0"))), completion = Completion.SLOT) }
        val before = me.view().rules.single()
        me.handle(RuleAction.Open(before.id))
        assertEquals(Completion.SLOT, me.rule().form.completion)
        me.change { form -> form.copy(times = listOf(TimeForm(ClockForm("10", "0")), form.times[1])) }
        me.handle(RuleAction.Save)
        val after = me.view().rules.single()
        assertEquals(before.slots[1], after.slots[1])
        assertTrue(after.slots[0].id !in before.slots.map { it.id })
    }

    @Test fun `switched off, on, and deleted`() {
        val me = rig.settled().made()
        val id = me.view().rules.single().id
        me.handle(ReminderAction.Enable(id, false))
        assertTrue(me.view().preview.fires.isEmpty())
        me.handle(ReminderAction.Enable(id, true))
        assertFalse(me.view().preview.fires.isEmpty())
        me.handle(RuleAction.Open(id))
        me.handle(RuleAction.AskDelete)
        me.handle(RuleAction.CancelDelete)
        assertEquals(1, rig.reminders.view(rig.context()).rules.size)
        me.handle(RuleAction.AskDelete)
        me.handle(RuleAction.ConfirmDelete)
        assertTrue(me.view().rules.isEmpty())
        assertEquals(Said.ReminderDeleted to Place.Reminders, me.state.said to me.state.place)
        assertEquals("the system hears of each", 4, rig.port.changes)
    }

    @Test fun `a rule that is gone is said to be gone`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.Rule("01900000-0000-7000-8000-000000000000")))
        assertEquals(TroubleKind.NO_SUCH_RULE, me.state.trouble?.kind)
    }

    @Test fun `limits of none and of ninety-nine are refused before and at saving`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.ReminderSettings))
        for (limit in listOf("0", "99", "", "-1")) {
            me.handle(ReminderAction.Choices(ChoicesForm(limit = limit)))
            assertEquals(TroubleKind.LIMIT_RANGE, me.state.reminders.choices?.refused?.kind)
            me.handle(ReminderAction.SaveChoices)
            assertEquals(TroubleKind.LIMIT_RANGE, me.state.trouble?.kind)
        }
        assertEquals(3u, rig.reminders.view(rig.context()).settings.maxPerDay)
    }

    @Test fun `permission is asked with the first one, and then only when wished`() {
        rig.port.permission = NotificationPermission.DENIED
        rig.port.answer = NotificationPermission.DENIED
        val me = rig.settled().made()
        assertEquals(1, rig.port.asked)
        me.made { it.copy(kind = ReminderKind.CUSTOM) }
        assertEquals("not a second time", 1, rig.port.asked)
        assertEquals(NotificationPermission.DENIED, me.state.reminders.permission)
        rig.port.answer = NotificationPermission.GRANTED
        me.handle(ReminderAction.AllowNotifications)
        assertEquals(NotificationPermission.GRANTED, me.state.reminders.permission)
        rig.port.permission = NotificationPermission.DENIED
        me.handle(GuardAction.WentAway)
        me.handle(GuardAction.CameBack)
        assertEquals("what the system says is asked anew", NotificationPermission.DENIED, me.state.reminders.permission)
        me.handle(ReminderAction.OpenExactSettings)
        assertEquals(1, rig.port.exactOpened)
    }

    @Test fun `what came too late stands on Today and in the list until it was seen`() {
        val me = rig.settled().made { it.copy(times = listOf(TimeForm(ClockForm("12", "0")))) }
        rig.replan()
        rig.time.pass(20 * HOUR)
        rig.replan()
        me.handle(Action.Go(Place.Today))
        assertEquals(listOf("2026-11-23"), me.state.home?.reminders?.missed?.map { it.day })
        me.handle(ReminderAction.SeenMissed)
        assertEquals(emptyList<String>(), me.state.home?.reminders?.missed?.map { it.day })
    }

    @Test fun `what is due and has no page of its own is done on Today`() {
        val me = rig.settled().made { it.copy(kind = ReminderKind.CUSTOM, label = "Water", times = listOf(TimeForm(ClockForm("11", "0")))) }
        rig.time.pass(2 * HOUR)
        me.handle(Action.Go(Place.Today))
        val due = checkNotNull(me.state.home).reminders.due.single()
        assertEquals("Water", me.state.reminders.labels[due.rule])
        me.handle(ReminderAction.Done(due.rule, due.day))
        assertTrue(checkNotNull(me.state.home).reminders.due.isEmpty())
    }

    @Test fun `a check-in that is saved is due no more`() {
        val me = rig.settled().made { it.copy(times = listOf(TimeForm(ClockForm("11", "0")))) }
        rig.time.pass(2 * HOUR)
        me.handle(Action.Go(Place.Today))
        assertEquals(1, me.state.home?.reminders?.due?.size)
        me.handle(Action.Go(Place.CheckIn(null)))
        rig.tap(me, "mood", 3)
        me.handle(CheckInAction.Save)
        assertEquals(true, me.state.checkIn?.saved?.remindersTold)
        me.handle(Action.Back)
        assertEquals(0, me.state.home?.reminders?.due?.size)
    }

    @Test fun `one that rests is brought back`() {
        val me = rig.settled().made { it.copy(times = listOf(TimeForm(ClockForm("9", "30")))) }
        repeat(90) {
            rig.time.pass(24 * HOUR)
            rig.fire()
        }
        me.handle(Action.Go(Place.Today))
        me.handle(Action.Go(Place.Reminders))
        val rule = me.view().rules.single()
        assertNotNull("it rests", rule.asleep)
        me.handle(Action.Go(Place.Today))
        assertEquals(listOf(rule.id), me.state.home?.reminders?.asleep?.map { it.rule })
        me.handle(ReminderAction.BringBack(rule.id))
        assertEquals(emptyList<String>(), me.state.home?.reminders?.asleep?.map { it.rule })
        assertEquals(Said.ReminderBroughtBack, me.state.said)
    }

    @Test fun `a damaged file is said, home stands, and new ones begin beside it`() {
        rig.settled().made()
        val file = File(rig.folder, "reminders.db")
        rig.lock()
        listOf("-wal", "-shm").forEach { File(rig.folder, "reminders.db$it").delete() }
        file.writeBytes(ByteArray(file.length().toInt()) { 7 })
        rig.forgetReminders()
        val me = rig.holder().apply { handle(Action.Start) }
        assertEquals(true, me.state.home?.reminders?.unreadable)
        me.handle(Action.Go(Place.Reminders))
        assertTrue(me.state.reminders.damaged)
        me.handle(Action.Go(Place.ReminderSettings))
        assertEquals(Place.Reminders, me.state.place)
        me.handle(ReminderAction.StartOver)
        assertEquals(false to 0, me.state.reminders.damaged to me.view().rules.size)
        assertTrue(rig.folder.list().orEmpty().any { it.startsWith("reminders.db.damaged-") })
        me.made()
        assertEquals(1, me.view().rules.size)
    }

    @Test fun `after a Check reminders are suggested, and one is taken up with a tap`() {
        val me = rig.finished()
        assertEquals(setOf(ReminderKind.DAILY_CHECK_IN, ReminderKind.WEEKLY_PULSE, ReminderKind.RETEST), me.state.reminders.suggested.map { it.kind }.toSet())
        me.handle(ReminderAction.TakeUp(me.state.reminders.suggested.single { it.kind == ReminderKind.RETEST }.draft))
        assertEquals(setOf(ReminderKind.DAILY_CHECK_IN, ReminderKind.WEEKLY_PULSE), me.state.reminders.suggested.map { it.kind }.toSet())
        assertEquals(Repeat.Once("2027-01-04"), rig.reminders.view(rig.context()).rules.single().repeat)
    }

    // --- a tapped notification ---------------------------------------------------------------------------------------------------------

    private fun target(kind: ReminderKind, day: String = "2026-11-22") =
        OpenTarget(day, listOf(ReminderItem("01900000-0000-7000-8000-000000000000", kind, 0u, FireKind.FIRST)))

    @Test fun `a tapped reminder leads to the day it asked about, from anywhere`() {
        val me = rig.written()
        me.openReminder(target(ReminderKind.DAILY_CHECK_IN))
        assertEquals(listOf(Place.Today, Place.CheckIn("2026-11-22")), me.state.places)
        assertEquals("2026-11-22", me.state.checkIn?.day)
        me.openReminder(target(ReminderKind.WEEKLY_PULSE))
        assertEquals("2026-11-16", me.state.pulse?.view?.weekFrom)
        me.openReminder(target(ReminderKind.RETEST))
        assertEquals(Place.Check, me.state.place)
        me.openReminder(target(ReminderKind.CUSTOM))
        assertEquals(Place.Today, me.state.place)
    }

    @Test fun `behind the lock it waits until the vault opens`() {
        val later = Later()
        rig.settled()
        val me = rig.holder(later).apply { handle(Action.Start) }
        me.openReminder(target(ReminderKind.DAILY_CHECK_IN))
        assertEquals(VaultState.Opening, me.state.vault)
        later.run()
        assertEquals(Place.CheckIn("2026-11-22"), me.state.place)
        assertEquals("2026-11-22", me.state.checkIn?.day)
    }

    /** What the system was told to deliver, and when. */
    private val alarms = HashMap<FireId, Long>()

    private fun Rig.replan() {
        val plan = reminders.replan(context(), Platform.ANDROID, NotificationPermission.GRANTED)
        plan.cancel.forEach { alarms.remove(it.id) }
        plan.set.forEach { alarms[it.id] = it.at }
        assertTrue(reminders.registered(plan.generation, plan.set.map { it.id }))
    }

    /** The system delivers what is due, and nobody answers. */
    private fun Rig.fire() {
        replan()
        alarms.filterValues { it <= now }.keys.toList().forEach { id ->
            alarms.remove(id)
            if (reminders.onFire(context(), id) is FireOutcome.Show) reminders.shown(context(), id)
        }
        replan()
    }

    private companion object {
        const val HOUR = 3_600_000L
    }
}
