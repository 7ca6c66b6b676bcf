/** Boundaries: what is still open, the limits somebody keeps, and how it goes kind by kind. A limit that was passed over is never told as a fault. */
package app.ampersand.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import app.ampersand.core.AfterChange
import app.ampersand.core.BoundariesView
import app.ampersand.core.Boundary
import app.ampersand.core.BoundaryOutcome
import app.ampersand.core.BoundaryState
import app.ampersand.core.KindView
import app.ampersand.core.UseSummary

@Composable
fun BoundariesScreen(state: State, view: BoundariesView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.areaBd, below = {
        FilledAction(texts.boundaryNotice, Modifier.testTag("notice")) { handle(Action.Go(PractisePlace.Notice)) }
    }) {
        view.safety?.let { SafetyOfferCard(it, handle) }
        Body(texts.boundaryIntro)
        Uses(texts.boundaryOpenTitle, view.open, handle)
        Limits(state, view.limits, handle)
        Kinds(state, view.kinds, handle)
        Uses(texts.boundaryDoneTitle, view.done, handle)
    }
}

@Composable
private fun Uses(title: String, uses: List<UseSummary>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (uses.isEmpty()) return
    Section(title)
    uses.forEach { use ->
        Sheet(
            Modifier.testTag("use"),
            Modifier.clickable(onClickLabel = texts.a11yBoundaryHint, role = Role.Button) { handle(Action.Go(PractisePlace.Use(use.id))) },
        ) {
            Soft(texts.boundaryRow(LocalDates.current.day(use.beganOn), use.outcome?.let { texts.outcome(it) } ?: texts.boundaryState(use.state)))
            use.text?.let { Body(it) }
            use.person?.let { Soft(it) }
        }
    }
}

@Composable
private fun Limits(state: State, limits: List<Boundary>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (limits.isEmpty()) return
    val (away, kept) = limits.partition { it.putAway }
    Section(texts.boundaryLimitsTitle)
    kept.forEach { Limit(it, handle) }
    if (away.isEmpty()) return
    PaperCard {
        Disclosure(texts.boundaryIsAway, Fold.LimitsAway in state.unfolded, onToggle = { handle(Action.Toggle(Fold.LimitsAway)) }) {}
    }
    if (Fold.LimitsAway in state.unfolded) away.forEach { Limit(it, handle) }
}

@Composable
private fun Limit(limit: Boundary, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("limit")) {
    val texts = LocalTexts.current
    Body(limit.limit)
    Soft(texts.boundary(limit.kind))
    Soft(texts.belongs(limit.belongs))
    if (limit.uses > 0u) Soft(texts.boundaryUses(limit.uses.toInt()))
    TextAction(if (limit.putAway) texts.boundaryTakeOut else texts.boundaryPutAway, Modifier.testTag("put-away")) { handle(BoundaryAction.PutAway(limit.id, !limit.putAway)) }
}

@Composable
private fun Kinds(state: State, kinds: List<KindView>, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Section(texts.boundaryKindsTitle)
    PaperCard {
        kinds.forEach { kind ->
            val fold = Fold.KindSummary(kind.kind)
            Disclosure(kind.title, fold in state.unfolded, onToggle = { handle(Action.Toggle(fold)) }) {
                kind.firstStep?.let { Body(it) }
                Summary(kind)
            }
        }
    }
}

/** How often, how it was answered, and how it feels by now; nothing where there is nothing yet. */
@Composable
private fun Summary(kind: KindView) {
    val texts = LocalTexts.current
    if (kind.uses == 0u) return
    Soft(texts.boundaryKindSaid(n = kind.uses.toInt(), said = kind.said.toInt()))
    if (kind.said > 0u) Soft(texts.boundaryKindAnswers(respected = kind.respected.toInt(), negotiated = kind.negotiated.toInt(), ignored = kind.ignored.toInt()))
    kind.relief?.let { Soft(texts.boundaryKindRelief(first(it), last(it))) }
    kind.guilt?.let { Soft(texts.boundaryKindGuilt(first(it), last(it))) }
    if (kind.relief == null && kind.guilt == null) Soft(texts.boundaryKindEarly)
}

@Composable
private fun first(change: AfterChange): String = LocalDates.current.decimal(change.first)

@Composable
private fun last(change: AfterChange): String = LocalDates.current.decimal(change.last)

internal fun Texts.outcome(outcome: BoundaryOutcome): String = when (outcome) {
    BoundaryOutcome.NOT_SAID -> boundaryStateNotSaid
    BoundaryOutcome.RESPECTED -> boundaryStateRespected
    BoundaryOutcome.NEGOTIATED -> boundaryStateNegotiated
    BoundaryOutcome.IGNORED -> boundaryStateIgnored
}

internal fun Texts.boundaryState(state: BoundaryState): String = when (state) {
    BoundaryState.NOTICED -> boundaryStateNoticed
    BoundaryState.LIMIT_NAMED -> boundaryStateLimitNamed
    BoundaryState.SCRIPT_READY -> boundaryStateScriptReady
    BoundaryState.SAID -> boundaryStateSaid
    BoundaryState.NOT_SAID -> boundaryStateNotSaid
    BoundaryState.RESPECTED -> boundaryStateRespected
    BoundaryState.NEGOTIATED -> boundaryStateNegotiated
    BoundaryState.IGNORED -> boundaryStateIgnored
    BoundaryState.REFLECTED -> boundaryStateReflected
}
