/**
 * State down, actions up: the one place where what a person does becomes a call of the core, and its answer becomes what is shown.
 * No Android and no desktop in here; a shell hands in its door, its scope, its worker and its clocks.
 */
package app.ampersand.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.ampersand.core.AmpersandException
import app.ampersand.core.CheckOverview
import app.ampersand.core.CivilDate
import app.ampersand.core.Clock
import app.ampersand.core.HelpLines
import app.ampersand.core.Home
import app.ampersand.core.NowContext
import app.ampersand.core.OpenTarget
import app.ampersand.core.ReminderItem
import app.ampersand.core.ReminderKind
import app.ampersand.core.RunId
import app.ampersand.core.RunPage
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.SafetyOutcome
import app.ampersand.core.Settings
import app.ampersand.core.VaultInterface
import app.ampersand.core.helpLines
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.delay

/**
 * [state] changes on [scope]'s thread only (the main one); every call of the core happens on [worker].
 * [now] is read for each call that needs it. [monotonicMs] never goes back and counts the device's sleep; it measures the time spent on a
 * question, and the time away. [restored] is the way the person had come when the system put the app away ([Place.asWord] keeps it).
 * [wait] suspends for so many milliseconds.
 */
class Holder(
    private val door: Door,
    scope: CoroutineScope,
    worker: CoroutineDispatcher,
    private val now: () -> NowContext,
    monotonicMs: () -> Long,
    restored: List<Place> = emptyList(),
    wait: suspend (Long) -> Unit = { delay(it) },
) {
    var state by mutableStateOf(State())
        private set

    /** The way to go on with when the vault opens; null while it is open and [State.places] is the way. */
    private var later: List<Place>? = restored
    private val desk = Desk(scope, worker, ::failed)
    private val check = CheckSteps(desk, now, Stopwatch(monotonicMs), { state }, { state = it }, ::load)
    private val ground = Ground(desk, scope, now, { Clock(now().now, monotonicMs()) }, wait, steps(), ::failed, { state }, { state = it })
    private val journal = JournalSteps(ground)
    private val editor = EditorSteps(ground)
    private val search = SearchSteps(ground)
    private val upkeep = UpkeepSteps(ground)
    private val checkIn = CheckInSteps(ground, door.port)
    private val reminders = ReminderSteps(ground, door)
    private val weeks = WeekSteps(ground, door)
    private val guard = GuardSteps(ground, door, editor, checkIn, upkeep, ::openWith, ::shut, weeks::keepNow, weeks::forget)

    /** The way a system may keep while the app is away, also one that waits behind the lock. */
    val way: List<Place> get() = later?.ifEmpty { null } ?: state.places

    fun handle(action: Action) {
        if (!action.isSilent) quiet()
        when (action) {
            is JournalAction -> journal.handle(action)
            is EditorAction -> editor.handle(action)
            is SearchAction -> search.handle(action)
            is GuardAction -> guard.handle(action)
            is CheckInAction -> checkIn.handle(action)
            is PulseAction -> checkIn.handle(action)
            is ReminderAction -> reminders.handle(action)
            is RuleAction -> reminders.handle(action)
            is PracticeAction -> weeks.handle(action)
            is BoundaryAction -> weeks.handle(action)
            is LifeAction -> weeks.handle(action)
            Action.Start -> openWith(null)
            Action.Retry -> if (state.vault is VaultState.Open) desk.again() else openWith(null)
            Action.DismissTrouble -> Unit // any action does
            Action.Back -> back()
            is Action.Go -> go(action.place)
            Action.Away -> check.away()
            Action.Here -> check.here()
            is Action.NameTyped -> state = state.copy(name = action.name)
            Action.FinishFirstRun -> reminders.first(::finishFirstRun)
            Action.SaveName -> state.name?.let { name -> saveSettings { it.copy(name = name.ifBlank { null }) } }
            is Action.ChooseRegion -> chooseRegion(action.region)
            is Action.AlsoInPast -> saveSettings { it.copy(alsoInPast = action.on) }
            is Action.ChooseWeekStart -> saveSettings { it.copy(weekStart = action.start) }
            is Action.SexualOptIn -> saveSettings { it.copy(sexualOptIn = action.on) }
            is Action.ChooseBaseline -> desk.ask({ it.chooseBaseline(action.choice) }) {
                state = state.copy(settings = it)
                load(state.place)
            }
            is Action.AnswerSafety -> state = state.run { copy(safety = safety.copy(chosen = safety.chosen + (action.question to action.answer))) }
            Action.HandOverSafety -> handOverSafety()
            Action.SkipSafety -> {
                state = state.copy(safety = state.safety.copy(chosen = emptyMap()))
                handOverSafety()
            }
            Action.LeaveSafety -> leaveSafety()
            Action.EnterCareMode -> desk.ask({ it.enterCareMode() to it.home(now()) }) { (outcome, home) ->
                careMayHaveChanged(home)
                go(Place.Safety(AfterSafety.Return))
                state = state.copy(safety = state.safety.copy(outcome = outcome))
            }
            is Action.AboutWhom -> {
                state = state.copy(about = action.context)
                load(Place.Check)
            }
            is Action.Begin -> check.begin(action.fresh)
            is Action.Resume -> check.resume(action.run)
            is Action.Answer -> check.answer(action.item, action.value)
            is Action.Onward -> check.onward(action.item)
            Action.Pause -> home(Place.Today)
            Action.LookAgain -> check.lookAgain()
            Action.AnswerSkipped -> check.answerSkipped()
            is Action.Tag -> state = state.copy(tags = if (action.on) state.tags + action.event else state.tags - action.event)
            Action.Finish -> check.finish()
            is Action.Toggle -> state = state.run { copy(unfolded = if (action.fold in unfolded) unfolded - action.fold else unfolded + action.fold) }
            is Action.Pick -> state = state.copy(picked = action.area)
            is Action.Include -> desk.ask({ it.includeCheck(action.run) }) { load(state.place) }
            is Action.Exclude -> desk.ask({ it.excludeCheck(action.run) }) { load(state.place) }
            is Action.AskDelete -> state = state.copy(deleting = action.run)
            Action.CancelDelete -> state = state.copy(deleting = null)
            Action.ConfirmDelete -> state.deleting?.let(::delete)
            Action.MoreRuns -> moreRuns()
        }
    }

    /** A notification was tapped: to what it asks for, for the day it asked about. Where the vault is not open yet, as soon as it is. */
    fun openReminder(target: OpenTarget) {
        val place = target.items.firstNotNullOfOrNull { placeOf(it, target.day) } ?: Place.Today
        val way = listOf(Place.Today, place).distinct()
        if (state.vault !is VaultState.Open || later != null) {
            later = way
            return
        }
        quiet()
        state = state.copy(places = way, deleting = null)
        arrived()
    }

    /** What has no screen of its own is told as done on Today. */
    private fun placeOf(item: ReminderItem, day: CivilDate): Place? = when (item.kind) {
        ReminderKind.DAILY_CHECK_IN -> Place.CheckIn(day)
        ReminderKind.WEEKLY_PULSE -> Place.Pulse(day)
        ReminderKind.RETEST -> Place.Check
        ReminderKind.TOGETHER, ReminderKind.PRACTICE, ReminderKind.AGREEMENT -> LifePlace.Reminded(item.rule)
        ReminderKind.CUSTOM -> null
    }

    // --- the vault -------------------------------------------------------------------------------------------------------------------

    /** Takes away what was said about the action before this one. */
    private fun quiet() {
        if (state.trouble != null || state.said != null) state = state.copy(trouble = null, said = null)
    }

    private fun openWith(passphrase: String?) {
        if (state.vault !is VaultState.Locked) state = state.copy(vault = VaultState.Opening)
        desk.atTheDoor({ guard.open(passphrase) }) { outcome ->
            outcome.fold(
                { vault ->
                    desk.vault = vault
                    guard.opened()
                    arrive()
                },
                { trouble -> if (!guard.asksForIt(trouble)) state = state.copy(vault = VaultState.Shut(trouble)) },
            )
        }
    }

    private fun arrive() = desk.ask({ it.home(now()) to it.settings() }) { (home, settings) ->
        val places = if (home.firstRun) listOf(Place.FirstRun) else later.orEmpty().ifEmpty { listOf(Place.Today) }
        later = null
        state = state.copy(vault = VaultState.Open, places = places, home = home, settings = settings, about = settings.partnerContext)
        load(state.place)
        upkeep.begin()
    }

    /** Everything that the vault told is off the screen and out of the state; the way is kept for when it opens again. */
    private fun shut() {
        later = way
        desk.vault = null
        state = State(guard = Guard())
    }

    /** [trouble] goes on the screen; a vault that has been locked behind our back is shut. While the app is away there is nobody to tell. */
    private fun failed(trouble: Trouble) {
        if (trouble.kind == TroubleKind.AWAY) return
        val locked = trouble.kind == TroubleKind.LOCKED
        if (locked) {
            editor.locked()
            door.letGo()
            shut()
        }
        state = if (locked || state.vault !is VaultState.Open) state.copy(vault = VaultState.Shut(trouble)) else state.copy(trouble = trouble)
    }

    // --- the way -----------------------------------------------------------------------------------------------------------------------

    private fun go(place: Place) {
        if (place == state.place) return
        if (place in BAR) return home(place)
        state = when (place) {
            is Place.Safety -> state.copy(safety = Safety())
            is Place.Result -> if (state.result?.run?.id == place.run) state else state.copy(result = null, picked = null, unfolded = emptySet())
            is Place.Entry -> state.run { copy(journal = journal.copy(entry = journal.entry?.takeIf { it.id == place.id })) }
            is Place.History -> state.run { copy(journal = journal.copy(history = null)) }
            is Place.Earlier -> state.run { copy(journal = journal.copy(earlier = null, restoring = false)) }
            Place.Trash -> state.run { copy(journal = journal.copy(purging = null, purged = null)) }
            is PractisePlace.Practice -> state.copy(unfolded = state.unfolded - Fold.PutDown - Fold.WhyAreas)
            else -> state
        }.copy(places = state.places + place)
        arrived()
    }

    /** To a place of the bottom bar; from Check and More, back leads to Today. */
    private fun home(place: Place) {
        state = state.copy(places = listOf(Place.Today, place).distinct(), deleting = null, journal = state.journal.copy(selected = null))
        arrived()
    }

    private fun back() {
        if (state.vault is VaultState.Open && (check.back() || editor.back() || weeks.back())) return
        if (!state.canGoBack) return
        state = state.copy(places = state.places.dropLast(1), deleting = null)
        arrived()
    }

    private fun arrived() {
        editor.leaveIfGone()
        search.leaveIfGone()
        guard.leaveIfGone()
        checkIn.leaveIfGone()
        reminders.leaveIfGone()
        weeks.leaveIfGone()
        check.lookedAt(state.place)
        load(state.place)
    }

    /** Puts [next] where [old] stands on the way, if it still does; a place is never twice in a row on it. */
    private fun swap(old: Place, next: Place) {
        if (old !in state.places) return
        val places = state.places.map { if (it == old) next else it }
        state = state.copy(places = places.filterIndexed { at, place -> place != places.getOrNull(at - 1) })
        if (state.place == next) arrived()
    }

    private fun steps() = object : Way {
        override fun go(place: Place) = this@Holder.go(place)

        override fun back() = this@Holder.back()

        override fun reload() = load(state.place)

        override fun swap(old: Place, next: Place) = this@Holder.swap(old, next)
    }

    private fun load(place: Place) {
        if (state.vault !is VaultState.Open) {
            if (place == Place.Help) helpWithoutVault(state.regionMeanwhile)
            return
        }
        when (place) {
            Place.FirstRun -> Unit
            Place.Today -> desk.load({ it.home(now()) to it.ruleLabels() }) { (home, labels) ->
                state = state.copy(home = home, reminders = state.reminders.copy(labels = reminders.named(labels)))
            }
            Place.Check -> state.about.let { about -> desk.load({ it.checkOverview(now(), about) }) { state = state.copy(overview = it) } }
            is Place.Safety -> desk.load({ it.safetyPage() }) { state = state.copy(safety = state.safety.copy(page = it)) }
            is Place.Question -> check.load(place.run)
            is Place.Review -> check.loadReview(place.run)
            is Place.Result -> loadResult(place)
            Place.Runs -> desk.load({ it.checkRuns(null) }) { state = state.copy(runs = it) }
            Place.Help -> desk.load({ it.help() }) { state = state.copy(help = it) }
            Place.More -> loadMore()
            Place.Journal -> journal.loadMonth()
            Place.Search -> search.load()
            is Place.Writing -> editor.load(place.draft)
            is Place.Entry -> journal.loadEntry(place.id)
            is Place.History -> journal.loadHistory(place.id)
            is Place.Earlier -> journal.loadEarlier(place)
            Place.Trash -> journal.loadTrash()
            Place.Lock -> desk.load({ it.settings() to it.home(now()) }) { (settings, home) -> state = state.copy(settings = settings, home = home) }
            Place.Copies -> desk.load({ it.snapshots() }) { state = state.run { copy(guard = guard.copy(copies = it)) } }
            Place.Erase -> state = state.run { copy(guard = guard.copy(erasing = false)) }
            is Place.CheckIn -> checkIn.load(place)
            is Place.Pulse -> checkIn.load(place)
            Place.Reminders -> reminders.load()
            is Place.Rule -> reminders.loadRule(place.id)
            Place.ReminderSettings -> reminders.loadChoices()
            Place.Practise -> weeks.loadAll()
            is PractisePlace -> weeks.load(place)
            is LifePlace -> weeks.load(place)
        }
    }

    private fun loadMore() = state.about.let { about ->
        desk.load({ More(it.settings(), it.help(), it.home(now()), it.checkOverview(now(), about)) }) {
            state = state.copy(settings = it.settings, help = it.help, home = it.home, overview = it.overview)
        }
    }

    private class More(val settings: Settings, val help: HelpLines, val home: Home, val overview: CheckOverview)

    /** The core gives no result before the safety page was seen once; then the page comes first. */
    private fun loadResult(place: Place.Result) = desk.load(
        question = { it.checkResult(place.run) to suggestions(it) },
        refused = { trouble ->
            (trouble.kind == TroubleKind.SAFETY_FIRST).also { if (it) swap(place, Place.Safety(AfterSafety.ShowResult(place.run))) }
        },
    ) { (result, suggested) -> state = state.copy(result = result, reminders = state.reminders.copy(suggested = suggested)) }

    /** Where the reminders cannot be read, none are suggested; the result is shown all the same. */
    private fun suggestions(vault: VaultInterface) = try {
        vault.suggestedReminders(now())
    } catch (_: AmpersandException.Storage) {
        emptyList()
    }

    // --- safety and settings -----------------------------------------------------------------------------------------------------------

    private fun handOverSafety() {
        val place = state.place as? Place.Safety ?: return
        val page = state.safety.page ?: return
        val answers = page.questions.indices.map { state.safety.chosen[it] ?: SafetyAnswer.SKIP }
        val ask: (VaultInterface) -> SafetyOutcome = { vault ->
            if (place.then == AfterSafety.LeaveCareMode) vault.leaveCareMode(answers) else vault.answerSafety(answers)
        }
        desk.ask({ ask(it) to it.home(now()) }) { (outcome, home) ->
            careMayHaveChanged(home)
            state = state.copy(safety = Safety(page = page, outcome = outcome), help = outcome.help)
            val waiting = place.then is AfterSafety.ShowResult
            if (waiting && !outcome.careMode && !outcome.showSupport) leaveSafety()
        }
    }

    /** What care mode leaves out is off the pages; reading [home] switched its reminders off, or on again, and the system is told. */
    private fun careMayHaveChanged(home: Home) {
        state = state.copy(home = home, practise = PractiseState(), life = LifeState())
        door.port.changed()
    }

    /** On from the page: to the result that waited, or back. */
    private fun leaveSafety() {
        val place = state.place as? Place.Safety ?: return
        state = state.copy(safety = Safety(), result = null, picked = null)
        when (val then = place.then) {
            is AfterSafety.ShowResult -> swap(place, Place.Result(then.run))
            else -> back()
        }
    }

    private fun finishFirstRun() = state.name?.ifBlank { null }.let { name ->
        desk.ask({ it.completeFirstRun(name) }) {
            state = state.copy(settings = it, name = null)
            home(Place.Today)
        }
    }

    private fun saveSettings(change: (Settings) -> Settings) {
        val settings = state.settings ?: return
        desk.ask({ it.saveSettings(change(settings)) }) { state = state.copy(settings = it, name = null) }
    }

    private fun chooseRegion(region: String?) {
        if (state.vault !is VaultState.Open) return helpWithoutVault(region)
        val settings = state.settings ?: return
        desk.ask({ it.saveSettings(settings.copy(region = region)) to it.help() }) { (saved, help) ->
            state = state.copy(settings = saved, help = help, unfolded = state.unfolded - Fold.Regions)
        }
    }

    /** Help needs no vault: the lines come with the app. */
    private fun helpWithoutVault(region: String?) = desk.withoutVault({ helpLines(region, door.locale) }) {
        state = state.copy(help = it, regionMeanwhile = region, unfolded = state.unfolded - Fold.Regions)
    }

    // --- earlier runs ------------------------------------------------------------------------------------------------------------------

    private fun delete(run: RunId) = desk.ask({ it.deleteCheck(run) }) {
        state = state.copy(deleting = null, walk = state.walk?.takeIf { it.draft.run != run })
        if (state.place == Place.Result(run)) back() else load(state.place)
    }

    private fun moreRuns() {
        val page = state.runs ?: return
        val after = page.next ?: return
        desk.ask({ it.checkRuns(after) }) { state = state.copy(runs = RunPage(page.runs + it.runs, it.next)) }
    }
}
