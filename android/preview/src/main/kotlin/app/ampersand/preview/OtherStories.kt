/** The stops of the tour that nobody hopes for: care mode, and vaults that stay shut. */
package app.ampersand.preview

import app.ampersand.core.RunId
import app.ampersand.core.SafetyAnswer
import app.ampersand.ui.Action
import app.ampersand.ui.AfterSafety
import app.ampersand.ui.Place
import app.ampersand.ui.State
import app.ampersand.ui.Trouble
import app.ampersand.ui.TroubleKind
import app.ampersand.ui.VaultState
import java.io.File

/** A Check in a hurry, and a yes on the private page: help comes first, and nothing in it needs the partner. */
internal fun careMode(camera: Camera, me: Traveller) {
    me.start()
    me.act(Action.FinishFirstRun, Action.Go(Place.Check), Action.Begin(fresh = false))
    me.answerTheRest(readingMs = 400) { 3 }
    expect("answers that are fast and alike are asked about", me.state.review?.ask == true)
    camera.take("review-quick", me.state)
    me.act(Action.LookAgain)
    expect("to look again begins with the first question", me.state.walk?.index == 0)
    me.answerTheRest(readingMs = 400) { 3 }
    me.act(Action.Finish, Action.AnswerSafety(0, SafetyAnswer.YES), Action.AnswerSafety(1, SafetyAnswer.NO))
    camera.take("safety-chosen", me.state)
    me.act(Action.HandOverSafety)
    expect("one yes turns care mode on", me.state.safety.outcome?.careMode == true)
    camera.take("safety-care", me.state)
    me.act(Action.LeaveSafety)
    val result = expected(me.state.result, "the result comes after the page")
    expect("in care mode help comes with the result", result.care?.help?.lines?.isNotEmpty() == true)
    expect("a Check that was kept as it is does not count", result.run.lowConfidence && !result.run.counts)
    camera.take("result-care", me.state)
    me.go(Place.Today)
    expect("today knows of care mode", me.state.home?.careMode == true)
    camera.take("today-care", me.state)
    me.act(Action.Go(Place.More), Action.Go(Place.Safety(AfterSafety.LeaveCareMode)))
    camera.take("safety-leave", me.state)
    repeat(5) { me.act(Action.AnswerSafety(it, SafetyAnswer.NO)) }
    me.act(Action.HandOverSafety)
    expect("five times no turns care mode off", me.state.safety.outcome?.careMode == false)
    camera.take("safety-left", me.state)
    me.act(Action.LeaveSafety, Action.Go(Place.Result(NO_RUN)))
    expect("what is not there is said so", me.state.trouble != null && me.state.result == null)
    camera.take("failed", me.state)
    me.stop()
}

private const val NO_RUN: RunId = "01900000-0000-7000-8000-000000000000"

/** The same vault, met by somebody who cannot open it: each time it says why, help is there, and its files stay as they were. */
internal fun shutDoors(camera: Camera, home: File, begin: Long) {
    val me = Traveller(home, begin, NEW_YORK, AMERICAN)
    me.start()
    me.act(Action.FinishFirstRun)
    val second = Traveller(home, begin, NEW_YORK, AMERICAN)
    second.start()
    shut(camera, second, TroubleKind.IN_USE)
    me.lock()
    me.go(Place.More)
    shut(camera, me, TroubleKind.LOCKED)
    me.act(Action.Start)
    expect("a locked vault opens again", me.state.vault == VaultState.Open)
    me.stop()

    val secret = File(home, "device-secret")
    val bytes = secret.readBytes()
    val files = contents(home)
    secret.writeBytes(ByteArray(bytes.size) { 1 })
    shutAfterStart(camera, me, TroubleKind.WRONG_KEY)
    secret.delete()
    shutAfterStart(camera, me, TroubleKind.KEY_LOST)
    me.go(Place.Help)
    me.act(Action.ChooseRegion("GB"))
    expect("help needs no vault", me.state.help?.let { it.region == "GB" && it.lines.isNotEmpty() } == true)
    camera.take("help-key-lost", me.state)
    secret.writeBytes(bytes)
    expect("nothing was touched", contents(home) == files)

    val vault = File(home, "vault/vault.db")
    val whole = vault.readBytes()
    vault.writeBytes(whole.copyOf(whole.size / 2))
    shutAfterStart(camera, me, TroubleKind.DAMAGED)
    vault.writeBytes(whole)
    me.start()
    expect("whole again, it opens", me.state.vault == VaultState.Open)
    me.stop()
    camera.take("shut-too-new", State(vault = VaultState.Shut(Trouble(TroubleKind.TOO_NEW))))
}

private fun shutAfterStart(camera: Camera, me: Traveller, why: TroubleKind) {
    me.start()
    shut(camera, me, why)
}

private fun shut(camera: Camera, me: Traveller, why: TroubleKind) {
    val vault = me.state.vault
    expect("the vault stays shut with $why, not $vault", vault is VaultState.Shut && vault.why.kind == why)
    camera.take("shut-${why.name.lowercase().replace('_', '-')}", me.state)
}

private fun contents(home: File): Map<String, Int> = home.walkTopDown().filter { it.isFile }.associate { it.path to it.readBytes().contentHashCode() }
