/**
 * The frame of every screen: help always at the same place on top, one scrolling page, one filled button at most below it within reach of a thumb,
 * and the bottom bar where there is one.
 */
package app.ampersand.ui

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.ime
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.systemBars
import androidx.compose.foundation.layout.union
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.compositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

/** Where the page of now is scrolled to; a new place begins at its top. */
val LocalScroll = compositionLocalOf { ScrollState(0) }

internal val margin = Look.Size.margin.dp
internal val step = Look.Size.step.dp
internal val touch = Look.Size.touch.dp

/** About this much of a text's size is the width of a letter, over a whole line of English. */
private const val LETTER = 0.45f

/** The widest that a text of [size] gets: [Look.Size.measure] letters, however large they are. */
@Composable
internal fun measure(size: Int): Dp = with(LocalDensity.current) { (Look.Size.measure * size * LETTER).sp.toDp() }

/** The widest that a page gets. */
@Composable
private fun pageWidth(): Dp = measure(Look.Size.body) + margin * 2

/**
 * [below] is the filled button with what belongs to it. [title] is the page's heading; null where the page brings its own.
 * [spoken] is what a screen reader says when the page comes up.
 */
@Composable
fun Page(
    state: State,
    handle: (Action) -> Unit,
    title: String? = null,
    spoken: String? = title,
    below: (@Composable ColumnScope.() -> Unit)? = null,
    content: @Composable ColumnScope.() -> Unit,
) = Column(
    Modifier
        .fillMaxSize()
        .background(MaterialTheme.colorScheme.background)
        .windowInsetsPadding(WindowInsets.systemBars.union(WindowInsets.ime))
        .semantics { spoken?.let { paneTitle = it } },
    horizontalAlignment = Alignment.CenterHorizontally,
) {
    TopBar(state, handle)
    Column(
        Modifier.weight(1f).fillMaxWidth().verticalScroll(LocalScroll.current).testTag("page"),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        Column(
            Modifier.widthIn(max = pageWidth()).fillMaxWidth().padding(horizontal = margin).padding(bottom = step * 6),
            verticalArrangement = Arrangement.spacedBy(step * 4),
        ) {
            state.trouble?.let { TroubleNote(it, handle) }
            state.said?.let { SaidNote(it, handle) }
            title?.let { Title(it) }
            content()
        }
    }
    if (below != null) {
        Column(
            Modifier.widthIn(max = pageWidth()).fillMaxWidth().padding(horizontal = margin).padding(top = step * 2, bottom = step * 3),
            verticalArrangement = Arrangement.spacedBy(step),
            content = below,
        )
    }
    if (state.vault is VaultState.Open && state.place in BAR) BottomBar(state.place, handle)
}

@Composable
private fun TopBar(state: State, handle: (Action) -> Unit) = Row(
    Modifier.fillMaxWidth().padding(horizontal = step * 2, vertical = step).semantics { isTraversalGroup = true },
    verticalAlignment = Alignment.CenterVertically,
) {
    val texts = LocalTexts.current
    // on the page that is written on, both say that leaving it costs nothing
    val writing = state.place is Place.Writing
    if (state.canGoBack) {
        Box(
            Modifier.size(touch).clip(CircleShape).clickable(onClickLabel = if (writing) texts.a11yEditorCloseHint else null, role = Role.Button) { handle(Action.Back) }
                .semantics { contentDescription = texts.a11yBack }.testTag("back"),
            contentAlignment = Alignment.Center,
        ) { Icon(Marks.back, null, tint = MaterialTheme.colorScheme.onBackground) }
    }
    Spacer(Modifier.weight(1f).height(touch))
    if (state.place != Place.Help) {
        Row(
            Modifier.defaultMinSize(minWidth = touch, minHeight = touch).clip(CircleShape)
                .clickable(onClickLabel = if (writing) texts.a11yEditorHelpHint else texts.a11yHelpHint, role = Role.Button) { handle(Action.Go(Place.Help)) }
                .padding(horizontal = step * 3).testTag("help"),
            verticalAlignment = Alignment.CenterVertically,
            horizontalArrangement = Arrangement.spacedBy(step * 2),
        ) {
            Icon(Marks.help, null, tint = MaterialTheme.colorScheme.primary)
            Text(texts.commonHelp, color = MaterialTheme.colorScheme.primary, style = MaterialTheme.typography.labelLarge)
        }
    }
}

@Composable
private fun BottomBar(place: Place, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val tabs = BAR.map {
        when (it) {
            Place.Check -> Tab(it, Marks.check, texts.barCheck)
            Place.Journal -> Tab(it, Marks.journal, texts.barJournal)
            Place.Practise -> Tab(it, Marks.practise, texts.barPractise)
            Place.More -> Tab(it, Marks.more, texts.barMore)
            else -> Tab(it, Marks.today, texts.barToday)
        }
    }
    HorizontalDivider(color = LocalInks.current.hairline)
    BoxWithConstraints {
        // one size for all of them, with room between
        val room = constraints.maxWidth / tabs.size - with(LocalDensity.current) { (step * 2).roundToPx() }
        val style = rememberTextMeasurer().fitted(MaterialTheme.typography.labelMedium, tabs.map { it.label }, room)
        Row(Modifier.fillMaxWidth().selectableGroup().padding(vertical = step)) {
            tabs.forEach { Tab(it, style, chosen = it.place == place, Modifier.weight(1f)) { handle(Action.Go(it.place)) } }
        }
    }
}

private class Tab(val place: Place, val mark: ImageVector, val label: String)

@Composable
private fun Tab(tab: Tab, style: TextStyle, chosen: Boolean, modifier: Modifier, onClick: () -> Unit) {
    val colours = MaterialTheme.colorScheme
    Column(
        modifier.selectable(chosen, role = Role.Tab, onClick = onClick).defaultMinSize(minHeight = touch).padding(vertical = step).testTag("tab"),
        horizontalAlignment = Alignment.CenterHorizontally,
        verticalArrangement = Arrangement.spacedBy(step / 2),
    ) {
        Box(
            Modifier.clip(CircleShape).background(if (chosen) colours.primaryContainer else Color.Transparent).padding(horizontal = step * 5, vertical = step),
        ) { Icon(tab.mark, null, tint = if (chosen) colours.onPrimaryContainer else colours.onSurfaceVariant) }
        Text(tab.label, style = style, color = if (chosen) colours.onBackground else colours.onSurfaceVariant)
    }
}
