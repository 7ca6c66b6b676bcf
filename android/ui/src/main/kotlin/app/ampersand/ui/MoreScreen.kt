/** Settings, care mode, and the ways to the pages that have no place in the bar. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.BaselineChoice
import app.ampersand.core.Settings
import app.ampersand.core.WeekStart

@Composable
fun MoreScreen(state: State, settings: Settings, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.moreTitle) {
        PaperCard {
            LinkRow(texts.moreReminders, Modifier.testTag("to-reminders")) { handle(Action.Go(Place.Reminders)) }
            LinkRow(texts.morePulse, Modifier.testTag("to-pulse")) { handle(Action.Go(Place.Pulse(null))) }
            LifeMoreRow(handle)
            LinkRow(texts.morePast) { handle(Action.Go(Place.Runs)) }
            LinkRow(texts.moreSafety) { handle(Action.Go(Place.Safety(AfterSafety.Return))) }
        }
        PaperCard {
            Subheading(texts.settingsPrivacy)
            val locked = state.home?.passphrase == true
            LinkRow(texts.settingsPassphrase, Modifier.testTag("to-lock"), note = if (locked) texts.settingsPassphraseOn else texts.settingsPassphraseOff) {
                handle(Action.Go(Place.Lock))
            }
            LinkRow(texts.settingsCopies, Modifier.testTag("to-copies")) { handle(Action.Go(Place.Copies)) }
            LinkRow(texts.settingsErase, Modifier.testTag("to-erase")) { handle(Action.Go(Place.Erase)) }
            SwitchRow(texts.settingsCarePhrases, texts.settingsCarePhrasesHint, settings.carePhrases, Modifier.testTag("care-phrases")) {
                handle(GuardAction.CarePhrases(it))
            }
        }
        state.guard.upkeep?.let { UpkeepCard(it, handle) }
        state.home?.let { home ->
            PaperCard {
                SwitchRow(texts.settingsCare, texts.helpCareBody, home.careMode, Modifier.testTag("care")) { on ->
                    handle(if (on) Action.EnterCareMode else Action.Go(Place.Safety(AfterSafety.LeaveCareMode)))
                }
            }
        }
        Section(texts.settingsTitle)
        PaperCard {
            NameField(state.name ?: settings.name.orEmpty(), texts.settingsName, texts.settingsNameHint, handle)
            if (state.name != null) OutlinedAction(texts.settingsSave, Modifier.testTag("save-name")) { handle(Action.SaveName) }
        }
        PaperCard {
            SwitchRow(texts.settingsPastToo, texts.settingsPastTooHint, settings.alsoInPast) { handle(Action.AlsoInPast(it)) }
            SwitchRow(texts.settingsSexual, texts.settingsSexualHint, settings.sexualOptIn) { handle(Action.SexualOptIn(it)) }
        }
        PaperCard { WeekStarts(settings, handle) }
        PaperCard { Baseline(state, settings, handle) }
        state.help?.let { help ->
            PaperCard {
                val place = settings.region?.let { LocalDates.current.region(it) } ?: texts.helpRegionAuto
                Subheading(texts.settingsRegion)
                Disclosure(place, Fold.Regions in state.unfolded, onToggle = { handle(Action.Toggle(Fold.Regions)) }) {
                    Regions(help, settings.region, handle)
                }
            }
        }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun WeekStarts(settings: Settings, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    Subheading(texts.settingsWeekStart)
    Soft(texts.settingsWeekStartHint)
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        WeekStart.entries.forEach { start ->
            OneOf(dates.weekday(ISO.getValue(start)), settings.weekStart == start, Modifier.testTag("week-${start.name.lowercase()}")) { handle(Action.ChooseWeekStart(start)) }
        }
    }
}

private val ISO = mapOf(WeekStart.MONDAY to 1, WeekStart.SATURDAY to 6, WeekStart.SUNDAY to 7)

/** With what later Checks are compared. The core says when there is something to choose. */
@Composable
private fun Baseline(state: State, settings: Settings, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Subheading(texts.baselineTitle)
    Body(texts.baselineBody)
    if (state.overview?.mayChooseBaseline != true) return Soft(texts.baselineSecondLater)
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        BaselineChoice.entries.forEach { choice ->
            val label = if (choice == BaselineChoice.FIRST) texts.baselineFirst else texts.baselineSecond
            Choice(label, settings.baseline == choice) { handle(Action.ChooseBaseline(choice)) }
        }
    }
}
