/** The trainer of boundaries as somebody walks through it: once page by page, later in a few taps. */
package app.ampersand.preview

import app.ampersand.core.Belongs
import app.ampersand.core.BodySign
import app.ampersand.core.BoundaryAnswer
import app.ampersand.core.BoundaryKind
import app.ampersand.core.BoundaryState
import app.ampersand.core.Rung
import app.ampersand.core.YesNoUnsure
import app.ampersand.ui.Action
import app.ampersand.ui.BoundaryAction
import app.ampersand.ui.Place
import app.ampersand.ui.PractisePlace
import app.ampersand.ui.TrainerForm
import app.ampersand.ui.TrainerPage

private fun Traveller.fill(how: (TrainerForm) -> TrainerForm) =
    act(BoundaryAction.Changed(how(expected(state.practise.trainer, "the trainer is open: ${state.trouble}").form)))

/** Fills in the page of now and looks at it, if somebody holds a camera. */
private fun Traveller.page(page: TrainerPage, camera: Camera?, how: (TrainerForm) -> TrainerForm) {
    expect("it is $page that is asked, and not ${state.practise.trainer?.page}: ${state.trouble}", state.practise.trainer?.page == page)
    fill(how)
    camera?.take("boundary-${page.name.lowercase().replace('_', '-')}", state)
    act(BoundaryAction.Onward)
}

private fun Traveller.notice(camera: Camera?, body: String) {
    act(Action.Go(Place.Practise), Action.Go(PractisePlace.Boundaries), Action.Go(PractisePlace.Notice))
    page(TrainerPage.BODY, camera) { it.copy(body = body) }
    page(TrainerPage.SIGN, camera) { it.copy(sign = BodySign.BAD) }
    page(TrainerPage.VALUES, camera) { it.copy(fits = YesNoUnsure.NO) }
    expect("it is in the vault: ${state.trouble}", state.practise.trainer?.view?.state == BoundaryState.NOTICED)
}

internal fun aWholeWalk(camera: Camera, me: Traveller) {
    me.notice(camera, "My shoulders go up when my phone buzzes at dinner.")
    me.page(TrainerPage.KIND, camera) { it.copy(kind = BoundaryKind.PHYSICAL) }
    me.page(TrainerPage.LIMIT, camera) { it.copy(limit = "No phone on the table while we eat.", belongs = Belongs.MINE) }
    me.page(TrainerPage.WHO, camera) { it.copy(rung = Rung.SAFE, person = "Mira") }
    val line = expected(me.state.practise.trainer?.view?.scriptLines?.firstOrNull(), "lines to begin with")
    me.fill { it.copy(line = line.id, fills = line.blanks.associate { blank -> blank.key to "an hour" }) }
    me.act(BoundaryAction.FillIn)
    expect("the core put the words together: ${me.state.trouble}", me.state.practise.trainer?.form?.words?.contains("an hour") == true)
    me.page(TrainerPage.WORDS, camera) { it }
    camera.take("boundary-saying", me.state)
    me.act(BoundaryAction.Say)
    camera.take("boundary-answer", me.state)
    me.act(BoundaryAction.Answered(BoundaryAnswer.NEGOTIATED))
    me.page(TrainerPage.AFTER, camera) { it.copy(relief = 2, guilt = 3) }
    me.page(TrainerPage.NEXT_STEP, camera) { it.copy(nextStep = "Put a basket for phones by the door.") }
    expect("it was looked back on", me.state.practise.trainer?.view?.state == BoundaryState.REFLECTED)
    camera.take("boundary-done", me.state)
    me.act(BoundaryAction.Leave)
}

/** Noticed and no more: it stays as it is. */
internal fun leftEarly(me: Traveller) {
    me.notice(null, "A knot in my stomach when I say yes too fast.")
    me.act(BoundaryAction.Leave)
    expect("left where it was", me.state.place == PractisePlace.Boundaries)
}

/** The limit there is, said to [person] once more. */
internal fun Traveller.useLimit(person: String, answer: BoundaryAnswer, relief: Int, guilt: Int) {
    notice(null, "The same again.")
    act(BoundaryAction.Reuse(expected(state.practise.trainer?.view?.limits?.firstOrNull(), "a limit to use again").id))
    page(TrainerPage.WHO, null) { it.copy(rung = Rung.SAFE, person = person) }
    page(TrainerPage.WORDS, null) { it.copy(words = "Please put it away while we eat.") }
    act(BoundaryAction.Say, BoundaryAction.Answered(answer))
    page(TrainerPage.AFTER, null) { it.copy(relief = relief, guilt = guilt) }
    page(TrainerPage.NEXT_STEP, null) { it }
    expect("it was looked back on: ${state.trouble}", state.practise.trainer?.view?.state == BoundaryState.REFLECTED)
    act(BoundaryAction.Leave)
}
