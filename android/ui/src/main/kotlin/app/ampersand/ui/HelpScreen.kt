/** Help lines and what to know about the phone itself. It needs no vault: it is there before the first run and when nothing opens. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.HelpKind
import app.ampersand.core.HelpLine
import app.ampersand.core.HelpLines

@Composable
fun HelpScreen(state: State, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.helpTitle) {
        Body(texts.helpDanger)
        val help = state.help
        if (help == null) {
            if (state.trouble == null) Soft(texts.statusLoading) else OutlinedAction(texts.statusRetry) { handle(Action.Retry) }
        } else {
            Lines(help)
            Disclosure(
                texts.helpRegion,
                Fold.Regions in state.unfolded,
                onToggle = { handle(Action.Toggle(Fold.Regions)) },
            ) { Regions(help, if (state.vault is VaultState.Open) state.settings?.region else state.regionMeanwhile, handle) }
        }
        PaperCard {
            Subheading(texts.helpDeviceTitle)
            listOf(texts.helpDeviceOpen, texts.helpDeviceTrace, texts.helpDeviceCode).forEach { Point(it) }
        }
        Soft(texts.helpLocked)
    }
}

/** The numbers of a place, with a word of caution where nobody has confirmed them, and the way to more. */
@Composable
fun Lines(help: HelpLines) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    PaperCard {
        help.region?.let { Subheading(dates.region(it)) }
        // said once where it holds for every number
        if (help.checkFirst) Body(texts.helpCheckFirstAll)
        if (help.lines.isEmpty()) Body(texts.helpNone)
        help.lines.forEachIndexed { index, line ->
            if (index > 0) HorizontalDivider(color = LocalInks.current.hairline)
            // numbers can be selected, to be copied into the phone's own dialler
            SelectionContainer { Line(line, tellToCheck = line.checkFirst && !help.checkFirst) }
        }
    }
    PaperCard {
        Subheading(texts.helpDirectory)
        SelectionContainer { Body(texts.helpDirectoryBody(help.directoryName, help.directoryUrl)) }
    }
}

@Composable
private fun Line(line: HelpLine, tellToCheck: Boolean) = Column(Modifier.semantics(mergeDescendants = true) {}, verticalArrangement = Arrangement.spacedBy(step / 2)) {
    val texts = LocalTexts.current
    val kind = when (line.kind) {
        HelpKind.EMERGENCY -> texts.helpKindEmergency
        HelpKind.PARTNER_ABUSE -> texts.helpKindPartnerAbuse
        HelpKind.CRISIS -> texts.helpKindCrisis
    }
    if (kind != line.name) Soft(kind)
    Text(line.name, style = MaterialTheme.typography.titleMedium)
    Unbroken(line.contact, Modifier, MaterialTheme.typography.titleLarge, MaterialTheme.colorScheme.primary)
    line.also?.let { Body(texts.helpAlso(it)) }
    if (tellToCheck) Soft(texts.helpCheckFirst)
}

@Composable
fun Regions(help: HelpLines, chosen: String?, handle: (Action) -> Unit) = Column(
    Modifier.selectableGroup(),
    verticalArrangement = Arrangement.spacedBy(step * 2),
) {
    val dates = LocalDates.current
    Choice(LocalTexts.current.helpRegionAuto, chosen == null) { handle(Action.ChooseRegion(null)) }
    help.regions.map { it to dates.region(it) }.sortedBy { it.second }.forEach { (code, name) ->
        Choice(name, chosen == code) { handle(Action.ChooseRegion(code)) }
    }
}
