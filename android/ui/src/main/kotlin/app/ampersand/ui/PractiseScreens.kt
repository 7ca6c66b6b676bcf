/** Practise: what is going now, the areas with the reason for their order, and the ways to all that can be practised. Nothing on it counts days. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.clickable
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import app.ampersand.core.ActivePractice
import app.ampersand.core.Home
import app.ampersand.core.PracticeCard
import app.ampersand.core.PracticeGroup
import app.ampersand.core.PracticesView
import app.ampersand.core.SafetyOffer
import app.ampersand.core.WhySuggested

@Composable
internal fun PractisePages(state: State, place: PractisePlace, handle: (Action) -> Unit) {
    val practise = state.practise
    val one = practise.one
    when (place) {
        is PractisePlace.Area -> whenLoaded(state, practise.all, handle) { AreaScreen(state, it, place.group, handle) }
        is PractisePlace.Practice -> whenLoaded(state, one?.takeIf { it.id == place.id }, handle) { PracticeScreen(state, it, handle) }
        is PractisePlace.Attempt -> whenLoaded(state, practise.attempt?.takeIf { it.place == place && one?.id == place.practice }, handle) { AttemptScreen(state, it, handle) }
        is PractisePlace.Plan -> whenLoaded(state, practise.plan?.takeIf { it.place == place && one?.id == place.practice }, handle) { PlanScreen(state, it, handle) }
        PractisePlace.Learn -> whenLoaded(state, practise.learn, handle) { LearnScreen(state, it, handle) }
        PractisePlace.Patterns -> whenLoaded(state, practise.learn, handle) { PatternsScreen(state, it, handle) }
        PractisePlace.Boundaries -> whenLoaded(state, practise.boundaries, handle) { BoundariesScreen(state, it, handle) }
        PractisePlace.Notice, is PractisePlace.Use -> whenLoaded(state, practise.trainer?.takeIf { it.place == place }, handle) { TrainerScreen(state, it, handle) }
    }
}

/** What tells one page from another within a place, for the fade between them; null where there is only one. */
internal fun practiseLeaf(state: State): Any? = when (state.place) {
    PractisePlace.Notice, is PractisePlace.Use -> state.practise.trainer?.page
    else -> null
}

@Composable
fun PractiseScreen(state: State, view: PracticesView, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Page(state, handle, texts.practiceTitle) {
        Section(texts.practiceActiveTitle)
        if (view.active.isEmpty()) Body(texts.practiceActiveNone)
        view.active.forEach { Active(it, handle) }
        Section(texts.practiceAreasTitle)
        PaperCard {
            view.areas.forEach { area ->
                val near = area.area in view.chooseBetween
                LinkRow(area.title, Modifier.testTag("area-${area.area.name.lowercase()}"), note = if (near) texts.practiceSuggested else null) {
                    handle(Action.Go(PractisePlace.Area(area.area)))
                }
            }
            view.because?.let { because ->
                val open = Fold.WhyAreas in state.unfolded
                Disclosure(if (open) texts.suggestWhyHide else texts.suggestWhy, open, onToggle = { handle(Action.Toggle(Fold.WhyAreas)) }, hint = texts.a11yWhyHint) {
                    Because(because)
                }
            }
        }
        Section(texts.practiceMoreTitle)
        PaperCard {
            LinkRow(texts.areaBd, Modifier.testTag("to-boundaries"), note = texts.boundaryNotice) { handle(Action.Go(PractisePlace.Boundaries)) }
            LifeRows(state, handle)
            LinkRow(texts.learnTitle, Modifier.testTag("to-learn")) { handle(Action.Go(PractisePlace.Learn)) }
            LinkRow(texts.learnPatternsTitle, Modifier.testTag("to-patterns")) { handle(Action.Go(PractisePlace.Patterns)) }
        }
    }
}

/** One that is going: the step of now, and what belongs to it. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Active(active: ActivePractice, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("active")) {
    val texts = LocalTexts.current
    Subheading(active.title)
    Body(active.stepText)
    active.plan?.let { Soft(it.text) }
    if (active.cameBack) Soft(texts.todayCameBack)
    if (active.doneToday) Soft(texts.practiceDoneToday)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step)) {
        OutlinedAction(texts.practiceAttemptTitle, Modifier.testTag("attempt-${active.id}")) { handle(Action.Go(PractisePlace.Attempt(active.id, null))) }
        TextAction(texts.todayPracticeOpen, Modifier.testTag("open-${active.id}"), texts.a11yPracticeHint) { handle(Action.Go(PractisePlace.Practice(active.id))) }
    }
}

/** What the order of the areas comes from, as the core adds it up. */
@Composable
internal fun Because(because: WhySuggested) {
    val texts = LocalTexts.current
    val dates = LocalDates.current
    because.runDay?.let { Body(texts.practiceWhyDay(dates.day(it))) }
    if (because.parts.isNotEmpty()) Body(texts.suggestWhyIntro)
    because.parts.forEach { Point(texts.suggestWhyPart(it.title, dates.number(it.score), dates.number(it.points))) }
    because.need?.let { Body(texts.suggestWhySum(dates.number(it))) }
    because.boundary?.let { Body(texts.boundary(it.kind)) }
    if (because.liftedBy.isNotEmpty()) Body(texts.practiceWhyMarked(because.liftedBy.joinToString()))
}

@Composable
private fun AreaScreen(state: State, view: PracticesView, group: PracticeGroup, handle: (Action) -> Unit) {
    val area = view.areas.find { it.area == group } ?: return LoadingScreen(state, handle)
    Page(state, handle, area.title) {
        area.practices.forEach { Card(it, handle) }
        if (group == PracticeGroup.BD) {
            PaperCard { LinkRow(LocalTexts.current.boundaryNotice, Modifier.testTag("to-boundaries")) { handle(Action.Go(PractisePlace.Boundaries)) } }
        }
    }
}

/** One practice on its shelf; the whole card opens it. */
@Composable
private fun Card(card: PracticeCard, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    Sheet(
        Modifier.testTag("practice-${card.id}"),
        Modifier.clickable(onClickLabel = texts.a11yPracticeHint, role = Role.Button) { handle(Action.Go(PractisePlace.Practice(card.id))) },
    ) {
        Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
            Subheading(card.title)
            Body(card.why)
            Soft(card.firstStep)
            if (card.active) Marked(texts.practiceIsActive)
            if (card.suggested) Marked(texts.practiceSuggested)
            if (card.lifted) Marked(texts.practiceLifted)
        }
    }
}

// --- Today -----------------------------------------------------------------------------------------------------------------------------

/** Today's part of practising: the step of now, and the quiet offer of the private page. */
@Composable
fun PracticeCards(home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    home.safetyOffer?.let { SafetyOfferCard(it, handle) }
    home.practice.active.forEach { active ->
        PaperCard(Modifier.testTag("step-card")) {
            Subheading(texts.todayPracticeTitle)
            Body(active.stepText)
            Soft(active.title)
            active.plan?.let { Soft(it.text) }
            if (active.cameBack) Soft(texts.todayCameBack)
            if (active.doneToday) Soft(texts.practiceDoneToday)
            OutlinedAction(texts.todayPracticeOpen, Modifier.testTag("open-step"), texts.a11yPracticeHint) { handle(Action.Go(PractisePlace.Practice(active.id))) }
        }
    }
}

/** It is offered, once for each cause, and asks for nothing. */
@Composable
internal fun SafetyOfferCard(offer: SafetyOffer, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("safety-offer"), colour = calm()) {
    val texts = LocalTexts.current
    val (title, body) = when (offer) {
        SafetyOffer.IGNORED_TWICE -> texts.boundarySafetyIgnoredTitle to texts.boundarySafetyIgnoredBody
        SafetyOffer.FEAR -> texts.boundarySafetyFearTitle to texts.boundarySafetyFearBody
    }
    OnCalm(title, heading = true)
    OnCalm(body)
    OutlinedAction(texts.boundarySafetyAction, Modifier.testTag("to-safety")) { handle(Action.Go(Place.Safety(AfterSafety.Return))) }
    TextAction(texts.commonNotNow, Modifier.testTag("dismiss-safety")) { handle(BoundaryAction.DismissSafety) }
}
