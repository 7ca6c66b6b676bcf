/** The whole of the screens: which one is drawn for a state, and how one gives way to the next. */
package app.ampersand.ui

import androidx.compose.animation.AnimatedContent
import androidx.compose.animation.core.tween
import androidx.compose.animation.fadeIn
import androidx.compose.animation.fadeOut
import androidx.compose.animation.togetherWith
import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.ui.Modifier

/**
 * [scroll] is for somebody who wants to see the whole of a page. Otherwise each page keeps its own: who comes back from help finds the page where
 * they left it.
 */
@Composable
fun App(state: State, scroll: ScrollState? = null, handle: (Action) -> Unit) = CompositionLocalProvider(
    LocalContentColor provides MaterialTheme.colorScheme.onBackground,
) {
    val pages = rememberSaveableStateHolder()
    Box(Modifier.fillMaxSize().background(MaterialTheme.colorScheme.background)) {
        val draw: @Composable (State) -> Unit = { shown ->
            pages.SaveableStateProvider(leaf(shown)) {
                val own = rememberSaveable(saver = ScrollState.Saver) { ScrollState(0) }
                CompositionLocalProvider(LocalScroll provides (scroll ?: own)) { Screen(shown, handle) }
            }
        }
        if (LocalReducedMotion.current) {
            draw(state)
        } else {
            // each page keeps the state it was last drawn with while it fades
            AnimatedContent(
                state,
                transitionSpec = { fadeIn(tween(Look.Size.motionMs)) togetherWith fadeOut(tween(Look.Size.motionMs)) },
                contentKey = ::leaf,
            ) { draw(it) }
        }
    }
}

/** What counts as a page of its own: every place, every question, the outcome of the safety page, the choice between two texts, what was saved. */
private fun leaf(state: State): String = listOf(
    when (state.vault) {
        VaultState.Opening -> "opening"
        VaultState.Open -> "open"
        is VaultState.Locked -> "locked"
        is VaultState.Shut -> "shut"
        is VaultState.Damaged -> "damaged"
        is VaultState.Brought -> "brought"
        is VaultState.Erased -> "erased"
    },
    state.place.asWord(),
    (state.place as? Place.Question)?.let { state.walk?.index },
    (state.place as? Place.Safety)?.let { state.safety.outcome != null },
    (state.place as? Place.Writing)?.let { state.editor?.conflict != null },
    (state.place as? Place.CheckIn)?.let { state.checkIn?.asking },
    (state.place as? Place.Pulse)?.let { state.pulse?.asking },
    (state.place as? PractisePlace)?.let { practiseLeaf(state) },
    (state.place as? LifePlace)?.let { lifeLeaf(state) },
).joinToString(" ")

@Composable
private fun Screen(state: State, handle: (Action) -> Unit) {
    val vault = state.vault
    if (state.place == Place.Help) return HelpScreen(state, handle)
    when (vault) {
        VaultState.Opening -> return OpeningScreen(state, handle)
        is VaultState.Locked -> return UnlockScreen(state, vault, handle)
        is VaultState.Shut -> return ShutScreen(state, vault.why, handle)
        is VaultState.Damaged -> return DamagedScreen(state, vault.offer, handle)
        is VaultState.Brought -> return BroughtScreen(state, vault.back, handle)
        is VaultState.Erased -> return ErasedScreen(state, vault.whole, handle)
        VaultState.Open -> Unit
    }
    when (val place = state.place) {
        Place.FirstRun -> FirstRunScreen(state, handle)
        Place.Today -> whenLoaded(state, state.home, handle) { TodayScreen(state, it, handle) }
        Place.Check -> whenLoaded(state, state.overview, handle) { CheckScreen(state, it, handle) }
        is Place.Safety -> whenLoaded(state, state.safety.page, handle) { SafetyScreen(state, place.then, it, handle) }
        is Place.Question -> whenLoaded(state, state.walk?.takeIf { it.draft.run == place.run }, handle) { QuestionScreen(state, it, handle) }
        is Place.Review -> whenLoaded(state, state.review, handle) { ReviewScreen(state, it, handle) }
        is Place.Result -> whenLoaded(state, state.result?.takeIf { it.run.id == place.run }, handle) { ResultScreen(state, it, handle) }
        Place.Runs -> whenLoaded(state, state.runs, handle) { RunsScreen(state, it, handle) }
        Place.Help -> Unit
        Place.More -> whenLoaded(state, state.settings, handle) { MoreScreen(state, it, handle) }
        Place.Journal -> whenLoaded(state, state.journal.view, handle) { JournalScreen(state, it, handle) }
        Place.Search -> SearchScreen(state, handle)
        is Place.Writing -> whenLoaded(state, state.editor?.takeIf { it.draft == place.draft }, handle) { EditorScreen(state, it, handle) }
        is Place.Entry -> whenLoaded(state, state.journal.entry?.takeIf { it.id == place.id }, handle) { EntryScreen(state, it, handle) }
        is Place.History -> whenLoaded(state, state.journal.history?.takeIf { it.entry == place.id }, handle) { HistoryScreen(state, it, handle) }
        is Place.Earlier -> whenLoaded(state, state.journal.earlier?.takeIf { it.revision == place.revision }, handle) { EarlierScreen(state, it, handle) }
        Place.Trash -> whenLoaded(state, state.journal.trash, handle) { TrashScreen(state, it, handle) }
        Place.Lock -> whenLoaded(state, state.home, handle) { LockScreen(state, it, handle) }
        Place.Copies -> whenLoaded(state, state.guard.copies, handle) { CopiesScreen(state, it, handle) }
        Place.Erase -> EraseScreen(state, handle)
        is Place.CheckIn -> whenLoaded(state, state.checkIn?.takeIf { place.day == null || it.day == place.day }, handle) { CheckInScreen(state, it, handle) }
        is Place.Pulse -> whenLoaded(state, state.pulse?.takeIf { place.day == null || it.view.day == place.day }, handle) { PulseScreen(state, it, handle) }
        Place.Reminders -> if (state.reminders.damaged) RemindersDamagedScreen(state, handle) else whenLoaded(state, state.reminders.view, handle) { RemindersScreen(state, it, handle) }
        is Place.Rule -> whenLoaded(state, state.reminders.rule?.takeIf { it.form.id == place.id }, handle) { RuleScreen(state, it, handle) }
        Place.ReminderSettings -> whenLoaded(state, state.reminders.choices, handle) { ReminderSettingsScreen(state, it, handle) }
        Place.Practise -> whenLoaded(state, state.practise.all, handle) { PractiseScreen(state, it, handle) }
        is PractisePlace -> PractisePages(state, place, handle)
        is LifePlace -> LifeScreen(state, place, handle)
    }
}

/** Until the core has answered there is nothing to draw: the page says that it is on its way, or what went wrong with it. */
@Composable
internal fun <T : Any> whenLoaded(state: State, content: T?, handle: (Action) -> Unit, screen: @Composable (T) -> Unit) = when {
    content != null -> screen(content)
    state.trouble != null -> FailedScreen(state, state.trouble, handle)
    else -> LoadingScreen(state, handle)
}
